// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_files.h"

#include <QStringList>

namespace countersign::hosting {

/// Languages that have a list of files to ignore, in the order of a menu.
QStringList startLanguages();
/// README.md and, for a known language, .gitignore: the first commit of a new repository. Pure.
QList<api::PutFileEntry> startFiles(const QString &name, const QString &description, const QString &language);

} // namespace countersign::hosting

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace countersign::git {

/// Where an import reads from, after its rules were checked.
struct ImportSource
{
    /// What git is given: an absolute folder, or a URL without a password.
    QByteArray location;
    bool isLocal = false;
};
/// InvalidInput or Unsupported with a sentence for the person who typed it; NotFound for a missing folder.
Result<ImportSource> parseImportSource(const QString &text);

} // namespace countersign::git

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/program.h"

#include <QByteArray>
#include <QList>

namespace countersign::git {

/// The whole environment of a git child as "NAME=value", made from nothing: no variable of this process and
/// no configuration file of the user, the system or the repository changes what git prints or runs.
QList<QByteArray> programEnvironment(const Command &command);

/// Attributes are read from an empty tree: no text conversion, filter or merge driver is run. For readers.
QByteArray withoutAttributes(int idSize);

} // namespace countersign::git

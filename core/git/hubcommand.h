// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/oid.h"
#include "core/git/program.h"

#include <QString>

namespace countersign::git {

/// A run of git in a repository that a hub owns.
Command hubCommand(const QString &gitDirectory, QList<QByteArray> arguments);
/// A path of this computer as git's children see it: absolute, because they run in the root folder.
QByteArray absolutePath(const QString &path);

/// The id that git printed as its whole output.
Result<Oid> printedId(const Result<QByteArray> &output);

struct FsckRule
{
    const char *name;
    const char *severity;
};
/// Faults that old but real histories hold and that harm nobody are let through; everything else that git
/// checks for is refused.
const QList<FsckRule> &toleratedFaults();

} // namespace countersign::git

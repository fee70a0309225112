// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/values.h"

#include <QString>

namespace countersign::diffview {

/// What is compared: two commits or trees of one repository. A value.
struct ChangeSource
{
    /// Backend::gitDirectory() of the repository.
    QString gitDirectory;
    /// Null for the empty tree.
    git::Oid before;
    git::Oid after;
    /// What the two sides are called above the columns, such as "Revision 2"; the ids stand beside.
    QString beforeLabel;
    QString afterLabel;
    /// Ids shown beside the labels; by default `before` and `after`. Set them where a tree was made for the
    /// comparison.
    QString beforeId;
    QString afterId;
    /// Only this file or folder; empty for all.
    QByteArray path;

    bool isNull() const { return gitDirectory.isEmpty() || after.isNull(); }
    bool operator==(const ChangeSource &) const = default;
};

enum class Side { Before, After };

/// A reviewer's mark of a file.
enum class ViewedState { NotViewed, Viewed, ChangedSinceViewed };

} // namespace countersign::diffview

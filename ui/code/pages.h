// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/page.h"
#include "ui/widgets/pagecontext.h"

/// The pages of a repository's code, made by the shell. Owned by their parent; screen's thread.
namespace countersign::code {

/// Files of a branch, tag or commit. Address: query "ref", "path", "line", "view" (code or blame).
ui::Page *makeCodePage(const ui::PageContext &context, QWidget *parent = nullptr);
/// History. Address: query "ref", "commit", "with", "path" (a pattern), "follow" (the path is a
/// file, followed through renames), "author", "text".
ui::Page *makeCommitsPage(const ui::PageContext &context, QWidget *parent = nullptr);
/// Branches and tags.
ui::Page *makeBranchesPage(const ui::PageContext &context, QWidget *parent = nullptr);

} // namespace countersign::code

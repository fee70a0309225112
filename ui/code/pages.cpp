// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/pages.h"

#include "ui/code/branchespage.h"
#include "ui/code/codepage.h"
#include "ui/code/commitspage.h"

namespace countersign::code {

ui::Page *makeCodePage(const ui::PageContext &context, QWidget *parent)
{
    return new CodePage(context, parent);
}

ui::Page *makeCommitsPage(const ui::PageContext &context, QWidget *parent)
{
    return new CommitsPage(context, parent);
}

ui::Page *makeBranchesPage(const ui::PageContext &context, QWidget *parent)
{
    return new BranchesPage(context, parent);
}

} // namespace countersign::code

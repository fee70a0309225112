// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/page.h"
#include "ui/widgets/pagecontext.h"

#include <QList>

/// The review screens as the shell makes them. Each function returns a new page without a parent; the caller
/// owns it. Screen's thread.
namespace countersign::reviewui {

/// What waits for the person, over all hubs.
ui::Page *makeInboxPage(const QList<ui::PageContext> &hubs);
/// The pull requests of one repository.
ui::Page *makePullRequestListPage(const ui::PageContext &hub);
/// The pull requests of every repository of every hub.
ui::Page *makeAllPullRequestsPage(const QList<ui::PageContext> &hubs);
/// One pull request with its section tabs.
ui::Page *makePullRequestPage(const ui::PageContext &hub);
ui::Page *makeNewPullRequestPage(const ui::PageContext &hub);
/// Approval rule templates of one repository.
ui::Page *makeApprovalRulesPage(const ui::PageContext &hub);

} // namespace countersign::reviewui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/pages.h"

#include "ui/review/approvalrulespage.h"
#include "ui/review/inboxpage.h"
#include "ui/review/newpullrequestpage.h"
#include "ui/review/pullrequestlistpage.h"
#include "ui/review/pullrequestpage.h"

namespace countersign::reviewui {

ui::Page *makeInboxPage(const QList<ui::PageContext> &hubs) { return new InboxPage(hubs); }
ui::Page *makePullRequestListPage(const ui::PageContext &hub) { return new PullRequestListPage({hub}, true); }
ui::Page *makeAllPullRequestsPage(const QList<ui::PageContext> &hubs)
{
    return new PullRequestListPage(hubs, false);
}
ui::Page *makePullRequestPage(const ui::PageContext &hub) { return new PullRequestPage(hub); }
ui::Page *makeNewPullRequestPage(const ui::PageContext &hub) { return new NewPullRequestPage(hub); }
ui::Page *makeApprovalRulesPage(const ui::PageContext &hub) { return new ApprovalRulesPage(hub); }

} // namespace countersign::reviewui

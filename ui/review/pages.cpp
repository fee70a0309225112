// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/pages.h"

#include "ui/review/inboxpage.h"
#include "ui/review/pullrequestlistpage.h"

namespace countersign::reviewui {

namespace {

class BlankPage : public ui::Page
{
public:
    void open(const ui::Address &address) override { m_address = address; }
    ui::Address address() const override { return m_address; }

private:
    ui::Address m_address;
};

} // namespace

ui::Page *makeInboxPage(const QList<ui::PageContext> &hubs) { return new InboxPage(hubs); }
ui::Page *makePullRequestListPage(const ui::PageContext &hub) { return new PullRequestListPage({hub}, true); }
ui::Page *makeAllPullRequestsPage(const QList<ui::PageContext> &hubs)
{
    return new PullRequestListPage(hubs, false);
}
ui::Page *makePullRequestPage(const ui::PageContext &) { return new BlankPage; }
ui::Page *makeNewPullRequestPage(const ui::PageContext &) { return new BlankPage; }
ui::Page *makeApprovalRulesPage(const ui::PageContext &) { return new BlankPage; }

} // namespace countersign::reviewui

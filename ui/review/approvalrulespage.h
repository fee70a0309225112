// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/approvalrulespresenter.h"
#include "ui/widgets/page.h"

class QStackedWidget;
class QVBoxLayout;

namespace countersign::ui {
class EmptyState;
}

namespace countersign::reviewui {

/// Approval rules of a repository: which templates make rules on its new pull requests, and the templates of
/// the hub. A section of the repository's page; made by makeApprovalRulesPage().
class ApprovalRulesPage : public ui::Page
{
    Q_OBJECT
public:
    explicit ApprovalRulesPage(const ui::PageContext &hub, QWidget *parent = nullptr);
    void open(const ui::Address &address) override;
    void refresh() override;
    ui::Address address() const override;

private:
    void update();
    QWidget *templateRow(const api::ApprovalRuleTemplate &item, QWidget *parent);
    void edit(const std::optional<api::ApprovalRuleTemplate> &old);

    ui::PageContext m_context;
    ui::Address m_address;
    ApprovalRulesPresenter *m_presenter;
    QStackedWidget *m_stack;
    QVBoxLayout *m_column;
    ui::EmptyState *m_empty;
};

} // namespace countersign::reviewui

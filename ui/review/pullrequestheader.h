// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/pullrequestpresenter.h"
#include "ui/widgets/pageheader.h"

class QPushButton;

namespace countersign::ui {
class Avatar;
class StyledLabel;
} // namespace countersign::ui

namespace countersign::reviewui {

/// The head of a pull request's page: state, title, author, branches, approvals, the way to the changes. What
/// does not fit goes in the order author's name, approvals (the tab tells them too), destination.
class PullRequestHeader : public ui::PageHeader
{
    Q_OBJECT
public:
    explicit PullRequestHeader(QWidget *parent = nullptr);
    /// `tab`: the one that is open; its own way in is not shown.
    void setPullRequest(const PullRequestPresenter &presenter, const QString &tab);
    /// While it is not known.
    void setUnknown(const QString &pullRequestId);

Q_SIGNALS:
    void branchAsked(bool source);
    void approvalsAsked();
    void changesAsked();

private:
    ui::Avatar *m_avatar;
    ui::StyledLabel *m_author;
    ui::Chip *m_source;
    QWidget *m_into;
    ui::Chip *m_destination;
    ui::Chip *m_approvals;
    QPushButton *m_action;
};

} // namespace countersign::reviewui

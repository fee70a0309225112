// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/pullrequestpresenter.h"

#include <QScrollArea>

class QVBoxLayout;

namespace countersign::reviewui {

/// Approvals of a pull request: its rules, which can be edited here, who approved which revision, and the
/// override. Owned by the page.
class ApprovalsTab : public QScrollArea
{
    Q_OBJECT
public:
    explicit ApprovalsTab(PullRequestPresenter *presenter, QWidget *parent = nullptr);
    void addRule();

private:
    void update();
    void editRule(const QString &name);
    QWidget *rulesPanel();
    QWidget *approvalsPanel();

    PullRequestPresenter *m_presenter;
    QVBoxLayout *m_column;
    QByteArray m_signature;
};

} // namespace countersign::reviewui

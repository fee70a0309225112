// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/pullrequestpresenter.h"

#include <QWidget>

class QComboBox;
class QListView;
class QStandardItemModel;

namespace countersign::ui {
class SearchField;
}

namespace countersign::reviewui {

/// Everything that happened to a pull request, one line each, the newest first, with filters. Owned by the
/// page.
class ActivityTab : public QWidget
{
    Q_OBJECT
public:
    explicit ActivityTab(PullRequestPresenter *presenter, QWidget *parent = nullptr);

private:
    void update();

    PullRequestPresenter *m_presenter;
    ui::SearchField *m_filter;
    QComboBox *m_kind;
    QListView *m_view;
    QStandardItemModel *m_model;
};

/// One sentence without the actor's name: "approved revision 3".
QString activitySentence(const api::ActivityEntry &entry,
                         const std::function<QString(const QString &arn)> &nameOf);

} // namespace countersign::reviewui

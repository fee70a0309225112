// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/mergeconditions.h"
#include "ui/review/pullrequestpresenter.h"

#include <QWidget>

class QCheckBox;
class QMenu;

namespace countersign::ui {
class LinkButton;
class MergeBox;
class SplitButton;
} // namespace countersign::ui

namespace countersign::reviewui {

/// The merge box of the overview: every condition with who can meet it, the strategies, the merge. Owned by
/// the overview; acts through the presenter.
class MergePanel : public QWidget
{
    Q_OBJECT
public:
    explicit MergePanel(PullRequestPresenter *presenter, QWidget *parent = nullptr);
    void editMessage();

Q_SIGNALS:
    void openThreadAsked();

private:
    void update();
    void updateButtons(const PullRequestPresenter::State &state);
    void fillMenu();
    void merge();
    void askOverride();
    QString message() const;

    PullRequestPresenter *m_presenter;
    ui::MergeBox *m_box;
    ui::LinkButton *m_override;
    ui::SplitButton *m_merge;
    QMenu *m_menu;
    QCheckBox *m_delete;
    QCheckBox *m_useTitle;
    QWidget *m_choices;
    QString m_option;
    QString m_message;
    QString m_shownFor;
};

} // namespace countersign::reviewui

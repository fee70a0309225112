// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/mergeconditions.h"
#include "ui/review/pullrequestpresenter.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QMenu;
class QPushButton;

namespace countersign::ui {
class Chip;
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
    void addCondition(const MergeCondition &condition);
    bool deletesSource() const;
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
    QPushButton *m_later;
    ui::Chip *m_branch;
    QLabel *m_note;
    QString m_option;
    QString m_message;
    QString m_shownFor;
};

} // namespace countersign::reviewui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/pullrequestpresenter.h"

#include <QFrame>

class QLabel;
class QMenu;
class QPushButton;

namespace countersign::ui {
class SplitButton;
}

namespace countersign::reviewui {

class CommentEditor;

/// The bar below the changes: pending comments, keys, Discard… and Submit review. Owned by the Changes tab.
class ReviewBar : public QFrame
{
    Q_OBJECT
public:
    explicit ReviewBar(PullRequestPresenter *presenter, QWidget *parent = nullptr);
    /// Opens the dialog with this verdict chosen.
    void submit(const QString &verdict);

private:
    void update();
    void fillMenu();

    PullRequestPresenter *m_presenter;
    QLabel *m_count;
    QLabel *m_hint;
    QPushButton *m_discard;
    QPushButton *m_batch;
    QWidget *m_keys;
    ui::SplitButton *m_submit;
    QMenu *m_menu;
};

/// Asks for the verdict and a summary, and sends the review. `verdict`: what is chosen at first.
void openSubmitDialog(PullRequestPresenter *presenter, const QString &verdict, QWidget *parent);
/// The author pushed meanwhile: what to do, before anything is sent.
void openRevisionMovedDialog(PullRequestPresenter *presenter, const QString &verdict, const QString &summary,
                             int newRevision, QWidget *parent);

} // namespace countersign::reviewui

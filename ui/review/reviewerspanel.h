// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/rulespanel.h"

class QMenu;
class QToolButton;

namespace countersign::reviewui {

/// Reviewers with their verdicts per revision; people can be asked and taken off. Owned by the overview, and
/// by the page that creates a pull request.
class ReviewersPanel : public ui::Panel
{
    Q_OBJECT
public:
    ReviewersPanel(PersonOfArn personOf, QWidget *parent = nullptr);
    void setReviewers(const QList<api::ReviewerState> &reviewers, const QString &me, int revision,
                      bool editable);
    /// Who can be asked.
    void setCandidates(const QList<ui::PersonInfo> &people);

Q_SIGNALS:
    void addAsked(const QString &arn);
    void removeAsked(const QString &arn);

private:
    void fillMenu();

    PersonOfArn m_personOf;
    QToolButton *m_add;
    QMenu *m_menu;
    QList<api::ReviewerState> m_reviewers;
    QList<ui::PersonInfo> m_candidates;
};

} // namespace countersign::reviewui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/pullrequestpresenter.h"

#include <QWidget>

namespace countersign::reviewui {

class DetailsPanel;
class MergePanel;
class ReviewersPanel;
class RulesPanel;
class Timeline;

/// Overview of a pull request: timeline and merge box, rules, reviewers and details at the right. Owned by
/// the page.
class OverviewTab : public QWidget
{
    Q_OBJECT
public:
    explicit OverviewTab(PullRequestPresenter *presenter, QWidget *parent = nullptr);
    Timeline *timeline() const { return m_timeline; }
    MergePanel *mergePanel() const { return m_merge; }

Q_SIGNALS:
    void commitAsked(const QString &commitId);
    void rulesAsked();

private:
    void update();

    PullRequestPresenter *m_presenter;
    Timeline *m_timeline;
    MergePanel *m_merge;
    RulesPanel *m_rules;
    ReviewersPanel *m_reviewers;
    DetailsPanel *m_details;
};

} // namespace countersign::reviewui

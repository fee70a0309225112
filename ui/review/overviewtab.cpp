// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/overviewtab.h"

#include "core/client/session.h"
#include "ui/review/detailspanel.h"
#include "ui/review/mergepanel.h"
#include "ui/review/queuerules.h"
#include "ui/review/reviewerspanel.h"
#include "ui/review/timeline.h"
#include "ui/widgets/sidesplitter.h"

#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace countersign::reviewui {

OverviewTab::OverviewTab(PullRequestPresenter *presenter, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_timeline(new Timeline(presenter, this))
    , m_merge(new MergePanel(presenter, this))
{
    const PersonOfArn personOf = [presenter](const QString &arn) { return presenter->person(arn); };
    auto *side = new QWidget(this);
    m_rules = new RulesPanel(personOf, side);
    m_reviewers = new ReviewersPanel(personOf, side);
    m_details = new DetailsPanel(side);
    auto *edit = m_rules->addHeaderAction(QStringLiteral("settings"), tr("Edit the approval rules"));
    connect(edit, &QToolButton::clicked, this, &OverviewTab::rulesAsked);
    auto *sideColumn = new QVBoxLayout(side);
    sideColumn->setContentsMargins(0, 0, 0, 0);
    sideColumn->setSpacing(0);
    sideColumn->addWidget(m_rules);
    sideColumn->addWidget(m_reviewers);
    sideColumn->addWidget(m_details);
    sideColumn->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(side);
    scroll->setMinimumWidth(336);

    auto *left = new QWidget(this);
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(0);
    leftColumn->addWidget(m_timeline, 1);
    leftColumn->addWidget(m_merge);
    auto *splitter = new ui::SideSplitter(Qt::Horizontal, QStringLiteral("pullrequest.overview"),
                                          presenter->context().settings, this);
    splitter->addWidget(left);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(0, 1);
    splitter->setInitialSizes({-1, 344});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);

    connect(m_reviewers, &ReviewersPanel::addAsked, this,
            [this](const QString &arn) { m_presenter->updateReviewers({arn}, {}); });
    connect(m_reviewers, &ReviewersPanel::removeAsked, this,
            [this](const QString &arn) { m_presenter->updateReviewers({}, {arn}); });
    connect(m_details, &DetailsPanel::commitAsked, this, &OverviewTab::commitAsked);
    connect(m_timeline, &Timeline::commitAsked, this, &OverviewTab::commitAsked);
    connect(m_merge, &MergePanel::openThreadAsked, m_timeline, &Timeline::revealFirstOpenThread);
    connect(presenter, &PullRequestPresenter::changed, this, &OverviewTab::update);
    update();
}

void OverviewTab::update()
{
    const auto &state = m_presenter->state();
    if (!state.isLoaded)
        return;
    const auto &summary = state.review.summary;
    m_rules->setRules(summary.rules, summary.overridden, summary.revisionNumber);
    const bool open = stateOf(summary.pullRequest) == PullRequestState::Open;
    QList<ui::PersonInfo> candidates;
    if (m_presenter->context().people) {
        for (const auto &person : m_presenter->context().people->all()) {
            if (person.arn != summary.pullRequest.authorArn)
                candidates.append(person);
        }
    }
    m_reviewers->setCandidates(candidates);
    m_reviewers->setReviewers(summary.reviewers, m_presenter->me(), summary.revisionNumber, open);
    m_details->setReview(m_presenter->context().session->displayName(), state.review);
}

} // namespace countersign::reviewui

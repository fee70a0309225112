// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/pullrequestpresenter.h"

#include "core/accounts/viewedmarks.h"
#include "core/api/enums.h"
#include "core/client/session.h"
#include "ui/review/mergewhenready.h"
#include "ui/review/queuerules.h"
#include "ui/review/revisioncounts.h"
#include "ui/widgets/backgroundtasks.h"
#include "ui/widgets/people.h"

#include <QUuid>

#include <algorithm>

namespace countersign::reviewui {

/// One load: three answers that are shown together or not at all.
struct PullRequestLoad
{
    int number = 0;
    std::optional<PullRequestPresenter::Review> review;
    std::optional<QList<api::Thread>> threads;
    QList<api::ActivityEntry> activity;
    bool activityComplete = false;
    std::optional<Error> error;
    int open = 3;
};

QString PullRequestPresenter::State::repository() const
{
    const auto *first = target();
    return first ? first->repositoryName : QString();
}

const api::PullRequestTarget *PullRequestPresenter::State::target() const
{
    const auto &targets = review.summary.pullRequest.pullRequestTargets;
    return targets.isEmpty() ? nullptr : &targets.first();
}

const api::Revision *PullRequestPresenter::State::revision(int number) const
{
    const auto it = std::ranges::find(review.revisions, number, &api::Revision::number);
    return it == review.revisions.end() ? nullptr : &*it;
}

const api::Thread *PullRequestPresenter::State::thread(const QString &id) const
{
    const auto it = std::ranges::find(threads, id, &api::Thread::threadId);
    return it == threads.end() ? nullptr : &*it;
}

bool PullRequestPresenter::isOwn(const Review &review) const
{
    const auto &targets = review.summary.pullRequest.pullRequestTargets;
    return !m_ownCommit.isEmpty() && !targets.isEmpty() && targets.first().sourceCommit == m_ownCommit;
}

PullRequestPresenter::PullRequestPresenter(const ui::PageContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_lane(std::make_unique<Lane>(QStringLiteral("review")))
    , m_counts(new RevisionCounts(context, this))
{
    m_reload.setSingleShot(true);
    m_reload.setInterval(60);
    connect(&m_reload, &QTimer::timeout, this, &PullRequestPresenter::load);
    auto &backend = m_context.session->backend();
    connect(&backend, &client::Backend::pullRequestChanged, this, [this](const QString &id, const QString &) {
        if (id == m_state.pullRequestId)
            m_reload.start();
    });
    connect(&backend, &client::Backend::repositoryChanged, this, [this](const QString &name) {
        if (m_state.isLoaded && name == m_state.repository())
            m_reload.start();
    });
    auto *later = MergeWhenReady::of(context);
    connect(later, &MergeWhenReady::changed, this, [this](const QString &id) {
        if (id == m_state.pullRequestId)
            Q_EMIT changed();
    });
    connect(later, &MergeWhenReady::ended, this, [this](const QString &id, bool merged, const QString &text) {
        if (id != m_state.pullRequestId)
            return;
        if (merged)
            Q_EMIT announced(text, {});
        else
            Q_EMIT failed(text, {});
        load();
    });
    connect(&backend, &client::Backend::principalChanged, this, [this] {
        if (m_state.pullRequestId.isEmpty())
            return;
        // Another person sees the pull request with other eyes: other drafts, other marks.
        const QString id = m_state.pullRequestId;
        m_state = {};
        open(id);
    });
}

PullRequestPresenter::~PullRequestPresenter() = default;

QString PullRequestPresenter::me() const { return m_context.session->principal(); }

bool PullRequestPresenter::isAuthor() const { return m_state.pullRequest().authorArn == me(); }

ui::PersonInfo PullRequestPresenter::person(const QString &arn) const
{
    if (m_context.people)
        return m_context.people->person(arn);
    ui::PersonInfo person;
    person.arn = arn;
    person.account = accountOf(arn);
    person.name = person.account;
    return person;
}

void PullRequestPresenter::open(const QString &pullRequestId)
{
    if (m_state.pullRequestId == pullRequestId && (m_state.isLoaded || m_state.isLoading))
        return;
    m_state = {};
    m_state.pullRequestId = pullRequestId;
    m_drafts = std::make_unique<ReviewDrafts>(m_context.drafts,
                                              draftScope(m_context.session->hubId(), me(), pullRequestId));
    connect(m_drafts.get(), &ReviewDrafts::changed, this, &PullRequestPresenter::draftsChanged);
    load();
}

void PullRequestPresenter::reload() { load(); }

void PullRequestPresenter::load()
{
    if (m_state.pullRequestId.isEmpty())
        return;
    if (m_state.isLoading) {
        m_reloadAgain = true;
        return;
    }
    m_state.isLoading = true;
    auto load = std::make_shared<PullRequestLoad>();
    load->number = ++m_loadNumber;
    auto &session = *m_context.session;
    session.call<api::GetPullRequestReview>({m_state.pullRequestId}, this,
                                            [this, load](Result<Review> answer) {
                                                if (answer)
                                                    load->review = std::move(*answer);
                                                else
                                                    load->error = answer.error();
                                                finishLoad(load);
                                            });
    session.call<api::ListPullRequestThreads>(
        {m_state.pullRequestId}, this, [this, load](Result<api::ListPullRequestThreads::Output> answer) {
            if (answer)
                load->threads = std::move(answer->threads);
            else
                load->error = answer.error();
            finishLoad(load);
        });
    loadActivity(load, {});
    if (!m_state.isLoaded)
        Q_EMIT changed();
}

void PullRequestPresenter::loadActivity(const std::shared_ptr<PullRequestLoad> &load, const QString &token)
{
    api::ListPullRequestActivity::Input input;
    input.pullRequestId = m_state.pullRequestId;
    if (!token.isEmpty())
        input.nextToken = token;
    input.maxResults = 500;
    m_context.session->call<api::ListPullRequestActivity>(
        input, this, [this, load](Result<api::ListPullRequestActivity::Output> answer) {
            if (!answer) {
                load->error = answer.error();
                return finishLoad(load);
            }
            load->activity += answer->entries;
            if (answer->nextToken)
                return loadActivity(load, *answer->nextToken);
            finishLoad(load);
        });
}

void PullRequestPresenter::finishLoad(const std::shared_ptr<PullRequestLoad> &load)
{
    if (--load->open > 0 || load->number != m_loadNumber)
        return;
    m_state.isLoading = false;
    m_state.error = load->error;
    if (!load->error) {
        m_state.threads = *load->threads;
        m_state.activity = load->activity;
        const bool moved = m_state.isLoaded &&
                           load->review->summary.revisionNumber > m_state.review.summary.revisionNumber &&
                           stateOf(load->review->summary.pullRequest) == PullRequestState::Open &&
                           !isOwn(*load->review);
        if (moved) {
            m_state.waiting = std::move(load->review);
        } else {
            m_state.review = std::move(*load->review);
            m_state.waiting.reset();
        }
        m_state.isLoaded = true;
        m_counts->setRevisions(m_state.repository(), m_state.review.revisions);
    }
    Q_EMIT changed();
    if (std::exchange(m_reloadAgain, false))
        this->load();
}

void PullRequestPresenter::loadWaiting()
{
    if (!m_state.waiting)
        return;
    m_state.review = std::move(*m_state.waiting);
    m_state.waiting.reset();
    Q_EMIT changed();
}

void PullRequestPresenter::report(const QString &text, const Error &error)
{
    if (error.kind != ErrorKind::Cancelled)
        Q_EMIT failed(text, error);
}

QString PullRequestPresenter::verdictUnavailable(const QString &verdict) const
{
    if (!m_state.isLoaded)
        return tr("The pull request is still being loaded");
    if (verdict != api::ReviewVerdict::Comment && stateOf(m_state.pullRequest()) != PullRequestState::Open)
        return tr("The pull request is closed");
    if (verdict != api::ReviewVerdict::Comment && isAuthor())
        return tr("An author’s own verdict never counts");
    if (m_state.isSubmitting)
        return tr("The review is being sent");
    return {};
}

} // namespace countersign::reviewui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/changestab.h"

#include "core/accounts/viewedmarks.h"
#include "core/client/session.h"
#include "ui/diff/changespanel.h"
#include "ui/diff/diffview.h"
#include "ui/review/reviewbar.h"
#include "ui/review/reviewthreads.h"
#include "ui/review/revisioncounts.h"
#include "ui/review/revisionselector.h"
#include "ui/review/threadview.h"

#include <QApplication>

#include <QVBoxLayout>

#include <algorithm>

namespace countersign::reviewui {

using diffview::ChangesPanel;

ChangesTab::ChangesTab(PullRequestPresenter *presenter, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_panel(new ChangesPanel(ChangesPanel::Role::Review, presenter->context().settings, this))
    , m_threads(new ReviewThreads(presenter, this))
    , m_selector(new RevisionSelector(this))
    , m_bar(new ReviewBar(presenter, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_panel, 1);
    column->addWidget(m_bar);
    m_panel->setSelector(m_selector);
    m_selector->setCounts([presenter](const QString &id) { return presenter->counts()->text(id); });
    m_panel->setThreadSource(m_threads);
    m_panel->setViewedQuery([this](const git::FileDelta &file) {
        auto *marks = m_presenter->context().viewed;
        if (!marks || !m_presenter->drafts())
            return diffview::ViewedState::NotViewed;
        switch (
            marks->mark(m_presenter->drafts()->scope(), file.path(), file.oldId.hex(), file.newId.hex())) {
        case accounts::ViewedMarks::Mark::Viewed:
            return diffview::ViewedState::Viewed;
        case accounts::ViewedMarks::Mark::ChangedSinceViewed:
            return diffview::ViewedState::ChangedSinceViewed;
        case accounts::ViewedMarks::Mark::None:
            break;
        }
        return diffview::ViewedState::NotViewed;
    });
    connect(m_panel, &ChangesPanel::viewedToggled, this, [this](const git::FileDelta &file, bool viewed) {
        if (auto *marks = m_presenter->context().viewed) {
            marks->setViewed(m_presenter->drafts()->scope(), file.path(), file.oldId.hex(), file.newId.hex(),
                             viewed);
            m_panel->refreshViewed();
        }
    });
    connect(m_panel, &ChangesPanel::commentRequested, this, &ChangesTab::startComment);
    connect(m_panel, &ChangesPanel::fileRequested, this, &ChangesTab::fileAsked);
    connect(m_panel, &ChangesPanel::loaded, this, &ChangesTab::filesCounted);
    connect(m_panel, &ChangesPanel::failed, this, [this](const QString &message, const QString &detail) {
        Q_EMIT failed(message, Error{ErrorKind::Internal, {}, message, detail});
    });
    connect(m_selector, &RevisionSelector::chosen, this, &ChangesTab::compare);
    connect(m_threads, &ReviewThreads::revisionAsked, this, [this](int revision) { compare(0, revision); });
    connect(m_threads, &ReviewThreads::linkActivated, this, &ChangesTab::linkActivated);
    connect(m_threads, &ReviewThreads::neighbourAsked, this, [this](const QString &id, bool next) {
        const QList<QString> open = m_threads->openThreads();
        if (open.isEmpty())
            return;
        const qsizetype at = open.indexOf(id);
        revealThread(open.at((at + (next ? 1 : open.size() - 1)) % open.size()));
    });
    connect(m_threads, &ReviewThreads::placed, this, [this] {
        if (!m_waitingThread.isEmpty() && m_threads->placement(m_waitingThread))
            revealThread(std::exchange(m_waitingThread, QString()));
    });
    connect(presenter, &PullRequestPresenter::changed, this, &ChangesTab::update);
    update();
}

ChangesTab::~ChangesTab()
{
    // The panel is a child and would outlive the threads it asks.
    m_panel->setThreadSource(nullptr);
}

int ChangesTab::reviewedRevision() const
{
    const auto &state = m_presenter->state();
    const auto *viewed = m_presenter->context().viewed;
    const QString id = viewed && m_presenter->drafts()
                           ? viewed->lastReviewedRevision(m_presenter->drafts()->scope())
                           : QString();
    for (const auto &revision : state.review.revisions) {
        if (revision.revisionId == id)
            return revision.number;
    }
    for (const auto &reviewer : state.review.summary.reviewers) {
        if (reviewer.userArn == m_presenter->me() && reviewer.revisionNumber)
            return *reviewer.revisionNumber;
    }
    return 0;
}

void ChangesTab::update()
{
    const auto &state = m_presenter->state();
    if (!state.isLoaded)
        return;
    const int newest = state.review.summary.revisionNumber;
    const QString shownFor = m_presenter->drafts()->scope() + QString::number(newest);
    m_selector->setRevisions(state.review.revisions, reviewedRevision());
    if (m_shownFor == shownFor)
        return;
    const bool another = !m_shownFor.startsWith(m_presenter->drafts()->scope());
    m_shownFor = shownFor;
    if (another)
        m_from = 0;
    m_to = newest;
    if (const auto wanted = std::exchange(m_wanted, std::nullopt)) {
        m_to = wanted->second > 0 ? wanted->second : newest;
        m_from = wanted->first < m_to ? wanted->first : 0;
    }
    m_selector->setComparison(m_from, m_to);
    m_dirty = true;
    load();
}

void ChangesTab::compare(int from, int to)
{
    if (!m_presenter->state().isLoaded) {
        m_wanted = std::pair(from, to);
        return;
    }
    const int newest = m_presenter->state().review.summary.revisionNumber;
    m_to = to <= 0 ? newest : to;
    m_from = from >= m_to ? 0 : from;
    m_selector->setComparison(m_from, m_to);
    m_dirty = true;
    load();
}

void ChangesTab::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

// The diff is computed when it is first looked at.
void ChangesTab::load()
{
    const auto &state = m_presenter->state();
    const auto *to = state.revision(m_to);
    if (!m_dirty || !isVisible() || !to)
        return;
    m_dirty = false;
    const auto *from = m_from > 0 ? state.revision(m_from) : nullptr;
    auto job = m_presenter->lane().run(
        [backend = &m_presenter->context().session->backend(), repository = state.repository(), to = *to,
         from = from ? std::optional(*from) : std::nullopt](std::stop_token) -> Result<Comparison> {
            const auto directory = backend->gitDirectory(repository);
            if (!directory)
                return std::unexpected(directory.error());
            return compareRevisions(*directory, from ? &*from : nullptr, to);
        });
    onFinished(m_loading = std::move(job), this, [this](Result<Comparison> comparison) {
        if (!comparison) {
            m_panel->setMessage(tr("The changes could not be read"), comparison.error().message);
            return;
        }
        m_shown = *comparison;
        diffview::ChangeSource source;
        source.gitDirectory = m_shown.gitDirectory;
        source.before = m_shown.before;
        source.after = m_shown.after;
        source.beforeLabel = m_shown.from > 0 ? tr("Revision %1").arg(m_shown.from) : tr("Base");
        source.afterLabel = tr("Revision %1").arg(m_shown.to);
        source.beforeId = m_shown.beforeCommit;
        source.afterId = m_shown.afterCommit;
        m_threads->setComparison(m_shown);
        m_panel->setSource(source);
    });
}

void ChangesTab::startComment(const QByteArray &path, diffview::Side side, int first, int last)
{
    PendingComment comment;
    comment.key = ReviewDrafts::newKey();
    api::Location location;
    location.filePath = QString::fromUtf8(path);
    if (last >= 0)
        location.filePosition = last + 1;
    location.relativeFileVersion =
        side == diffview::Side::Before ? QStringLiteral("BEFORE") : QStringLiteral("AFTER");
    comment.location = location;
    comment.firstLine = first >= 0 && first < last ? first + 1 : 0;
    comment.afterCommitId = m_shown.afterCommit;
    comment.beforeCommitId = m_shown.beforeCommit;
    comment.revisionNumber = m_shown.to;
    m_threads->focusWhenMade(comment.key);
    m_presenter->drafts()->save(comment);
}

void ChangesTab::revealThread(const QString &threadId)
{
    const auto placement = m_threads->placement(threadId);
    if (!placement) {
        m_waitingThread = threadId;
        return;
    }
    m_current = threadId;
    m_panel->revealThread(placement->path, threadId);
}

ThreadView *ChangesTab::currentThread() const
{
    for (QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget()) {
        if (auto *view = qobject_cast<ThreadView *>(widget))
            return view;
    }
    // Where ] and [ went.
    const QString reached = m_panel->view()->focusedThread();
    for (auto *view : findChildren<ThreadView *>()) {
        if (view->threadId() == (reached.isEmpty() ? m_current : reached))
            return view;
    }
    return nullptr;
}

void ChangesTab::revealFile(const QByteArray &path) { m_panel->reveal(path); }

QByteArray ChangesTab::currentFile() const { return m_panel->currentPath(); }

void ChangesTab::submit(const QString &verdict) { m_bar->submit(verdict); }

QList<ui::Command> ChangesTab::commands()
{
    const auto needsThread = [this] {
        return !isVisible()      ? tr("The changes are not open")
               : currentThread() ? QString()
                                 : tr("Go to a thread first");
    };
    QList<ui::Command> commands = m_panel->commands();
    commands.append({QStringLiteral("review.reply"),
                     tr("Reply to the thread"),
                     QStringLiteral("comment"),
                     {QKeySequence(Qt::Key_R)},
                     QStringLiteral("review"),
                     [this] {
                         if (auto *thread = currentThread()) {
                             m_current = thread->threadId();
                             thread->startReply();
                         }
                     },
                     needsThread});
    commands.append({QStringLiteral("review.resolve"),
                     tr("Resolve or reopen the thread"),
                     QStringLiteral("check"),
                     {QKeySequence(Qt::Key_X)},
                     QStringLiteral("review"),
                     [this] {
                         if (auto *thread = currentThread()) {
                             m_current = thread->threadId();
                             thread->toggleResolved();
                         }
                     },
                     needsThread});
    return commands;
}

} // namespace countersign::reviewui

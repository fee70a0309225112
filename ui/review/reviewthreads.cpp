// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/reviewthreads.h"

#include "core/base/async.h"

#include "ui/review/threadview.h"

#include <algorithm>

namespace countersign::reviewui {

ReviewThreads::ReviewThreads(PullRequestPresenter *presenter, QObject *parent)
    : ThreadSource(parent)
    , m_presenter(presenter)
{
    connect(presenter, &PullRequestPresenter::changed, this, &ReviewThreads::update);
    connect(presenter, &PullRequestPresenter::draftsChanged, this, &ReviewThreads::update);
}

void ReviewThreads::setComparison(const Comparison &comparison)
{
    m_comparison = comparison;
    update();
}

// Everything is placed anew off the screen's thread: it is a few blobs, and each is read once.
void ReviewThreads::update()
{
    if (m_comparison.gitDirectory.isEmpty() || !m_presenter->drafts())
        return;
    QList<Known> wanted;
    for (const auto &thread : m_presenter->state().threads) {
        const auto anchor = anchorOf(thread.location, thread.beforeCommitId.value_or(QString()),
                                     thread.afterCommitId.value_or(QString()));
        if (!anchor)
            continue;
        Known known;
        known.id = thread.threadId;
        known.anchor = *anchor;
        known.open = !thread.resolved;
        wanted.append(known);
    }
    for (const auto &comment : m_presenter->drafts()->comments()) {
        const auto anchor = anchorOf(comment.location, comment.beforeCommitId, comment.afterCommitId);
        if (!anchor || comment.inReplyTo)
            continue;
        Known known;
        known.id = comment.key;
        known.anchor = *anchor;
        known.isDraft = true;
        known.open = false;
        known.pending = true;
        wanted.append(known);
    }
    QList<Anchor> anchors;
    for (const auto &known : std::as_const(wanted))
        anchors.append(known.anchor);
    auto job = m_presenter->lane().run([anchors, comparison = m_comparison](std::stop_token stop) {
        return placeAnchors(comparison.gitDirectory, anchors, comparison.before, comparison.after, stop);
    });
    onFinished(m_placing = std::move(job), this, [this, wanted](Result<QList<Placement>> places) mutable {
        if (!places)
            return;
        QSet<QByteArray> paths;
        for (const auto &known : std::as_const(m_known))
            paths.insert(known.placement.path);
        for (qsizetype i = 0; i < wanted.size(); ++i) {
            wanted[i].placement = places->at(i);
            paths.insert(wanted.at(i).placement.path);
        }
        m_known = wanted;
        for (const QByteArray &path : std::as_const(paths))
            Q_EMIT threadsChanged(path);
        Q_EMIT placed();
    });
}

QList<diffview::ThreadPlace> ReviewThreads::threads(const QByteArray &path) const
{
    QList<diffview::ThreadPlace> places;
    for (const auto &known : m_known) {
        if (known.placement.path != path || known.placement.kind == Placement::Kind::FileGone)
            continue;
        diffview::ThreadPlace place;
        place.id = known.id;
        place.side = known.placement.isBefore ? diffview::Side::Before : diffview::Side::After;
        place.line = known.placement.line > 0 ? known.placement.line - 1 : -1;
        place.open = known.open;
        place.pending = known.pending;
        places.append(place);
    }
    return places;
}

QList<QString> ReviewThreads::openThreads() const
{
    QList<const Known *> open;
    for (const auto &known : m_known) {
        if (known.open && !known.isDraft && known.placement.kind != Placement::Kind::FileGone)
            open.append(&known);
    }
    std::ranges::sort(open, [](const Known *a, const Known *b) {
        return std::tie(a->placement.path, a->placement.line) <
               std::tie(b->placement.path, b->placement.line);
    });
    QList<QString> ids;
    for (const auto *known : std::as_const(open))
        ids.append(known->id);
    return ids;
}

std::optional<Placement> ReviewThreads::placement(const QString &id) const
{
    const auto it = std::ranges::find(m_known, id, &Known::id);
    if (it == m_known.end() || it->placement.kind == Placement::Kind::FileGone)
        return std::nullopt;
    return it->placement;
}

QWidget *ReviewThreads::createThread(const QString &id, QWidget *parent)
{
    const auto it = std::ranges::find(m_known, id, &Known::id);
    if (it != m_known.end() && it->isDraft) {
        auto *draft = new DraftView(m_presenter, id, parent);
        if (m_focus == id) {
            m_focus.clear();
            QMetaObject::invokeMethod(draft, &DraftView::focusText, Qt::QueuedConnection);
        }
        return draft;
    }
    auto *view = new ThreadView(m_presenter, id, parent);
    view->setOutdated(it != m_known.end() && it->placement.kind == Placement::Kind::Outdated);
    const QList<QString> open = openThreads();
    if (const auto number = open.indexOf(id); number >= 0)
        view->setPosition(static_cast<int>(number) + 1, static_cast<int>(open.size()));
    connect(view, &ThreadView::revisionAsked, this, &ReviewThreads::revisionAsked);
    connect(view, &ThreadView::linkActivated, this, &ReviewThreads::linkActivated);
    connect(view, &ThreadView::neighbourAsked, this,
            [this, id](bool next) { Q_EMIT neighbourAsked(id, next); });
    return view;
}

} // namespace countersign::reviewui

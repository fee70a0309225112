// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/timeline.h"

#include "core/api/enums.h"
#include "core/client/session.h"
#include "ui/review/commenteditor.h"
#include "ui/review/threadview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QSet>
#include <QTimer>
#include <QUrl>

#include <algorithm>

namespace countersign::reviewui {

namespace {

constexpr int entriesInATurn = 15;

QByteArray signatureOf(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }

} // namespace

Timeline::Timeline(PullRequestPresenter *presenter, QWidget *parent)
    : QScrollArea(parent)
    , m_presenter(presenter)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Timeline"));
    auto *page = new QWidget(this);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(16, 12, 16, 16);
    m_column->setSpacing(2);
    m_commentRow = new QWidget(page);
    auto *row = new QHBoxLayout(m_commentRow);
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(8);
    auto *avatar = new ui::Avatar(28, m_commentRow);
    avatar->setPerson(presenter->person(presenter->me()));
    row->addWidget(avatar, 0, Qt::AlignTop);
    m_comment = new CommentEditor(tr("Leave a comment. Markdown; # for a pull request"), m_commentRow);
    m_comment->addButton(tr("Comment"), theme::ButtonVariant::Primary,
                         [this] { m_presenter->postGeneralComment(m_comment->text()); });
    m_comment->setQuietUntilUsed();
    row->addWidget(m_comment, 1);
    m_column->addWidget(m_commentRow);
    m_column->addStretch(1);
    setWidget(page);
    connect(m_comment, &CommentEditor::edited, this,
            [this](const QString &text) { m_presenter->drafts()->setText(QStringLiteral("general"), text); });
    connect(presenter, &PullRequestPresenter::commentPosted, this, [this](const QString &key) {
        if (key == QStringLiteral("general"))
            m_comment->setText(m_presenter->drafts()->text(key));
    });
    connect(presenter, &PullRequestPresenter::changed, this, &Timeline::update);
    update();
}

void Timeline::update()
{
    const auto &state = m_presenter->state();
    m_commentRow->setVisible(state.isLoaded);
    m_comment->setBusy(state.isPosting);
    if (!state.isLoaded)
        return;
    const QString owner = m_presenter->drafts()->scope();
    if (m_commentFor != owner) {
        m_commentFor = owner;
        m_comment->setText(m_presenter->drafts()->text(QStringLiteral("general")));
        m_commentRow->findChild<ui::Avatar *>()->setPerson(m_presenter->person(m_presenter->me()));
        qDeleteAll(m_widgets);
        m_widgets.clear();
        m_signatures.clear();
        m_order.clear();
    }
    QStringList wanted;
    QStringList order;
    int position = 0;
    int made = 0;
    bool isComplete = true;
    for (const auto &item : items()) {
        wanted.append(item.key);
        QWidget *widget = m_widgets.value(item.key);
        if (widget && m_signatures.value(item.key) == item.signature && m_order.value(position) == item.key) {
            order.append(item.key);
            ++position;
            continue;
        }
        // A long history is built a few entries in a turn: the page answers meanwhile.
        if ((!widget || m_signatures.value(item.key) != item.signature) && ++made > entriesInATurn) {
            isComplete = false;
            if (!widget)
                continue;
        }
        if (widget && m_signatures.value(item.key) != item.signature) {
            m_column->removeWidget(widget);
            widget->hide();
            widget->deleteLater();
            widget = nullptr;
        }
        if (!widget) {
            widget = item.make();
            m_widgets.insert(item.key, widget);
            m_signatures.insert(item.key, item.signature);
        }
        order.append(item.key);
        m_column->removeWidget(widget);
        m_column->insertWidget(position++, widget);
        widget->show();
    }
    const QSet<QString> kept(wanted.cbegin(), wanted.cend());
    for (const QString &key : std::as_const(m_order)) {
        if (!kept.contains(key)) {
            if (QWidget *widget = m_widgets.take(key)) {
                m_column->removeWidget(widget);
                widget->deleteLater();
            }
            m_signatures.remove(key);
        }
    }
    m_order = order;
    if (!isComplete)
        QTimer::singleShot(0, this, &Timeline::update);
    else if (const QString asked = std::exchange(m_asked, {}); !asked.isEmpty())
        revealThread(asked);
}

// Threads that came with a review, by the review: one call made them all, at one time, by one person.
QHash<qsizetype, QList<QString>> Timeline::threadsOfReviews() const
{
    const auto &state = m_presenter->state();
    QHash<QString, QHash<qint64, qsizetype>> reviews;
    for (qsizetype i = 0; i < state.activity.size(); ++i) {
        const auto &entry = state.activity.at(i);
        if (entry.kind == api::ActivityKind::Review && entry.review)
            reviews[entry.actorArn].insert(entry.date.ms, i);
    }
    QHash<qsizetype, QList<QString>> threads;
    for (const auto &thread : state.threads) {
        const auto &first = thread.comments.value(0);
        if (!thread.location || first.commentId.isEmpty())
            continue;
        const auto byTime = reviews.constFind(first.authorArn);
        if (byTime == reviews.cend())
            continue;
        if (const auto review = byTime->constFind(first.creationDate.ms); review != byTime->cend())
            threads[*review].append(thread.threadId);
    }
    return threads;
}

QList<Timeline::Item> Timeline::items()
{
    const auto &state = m_presenter->state();
    QList<Item> list;
    const auto &pullRequest = state.pullRequest();
    list.append({QStringLiteral("description"),
                 (pullRequest.description.value_or(QString()) + pullRequest.pullRequestStatus +
                  QString::number(m_editing))
                     .toUtf8(),
                 [this] { return descriptionCard(); }});
    const auto nested = threadsOfReviews();
    QSet<QString> inReviews;
    for (const auto &threads : nested)
        inReviews.unite(QSet<QString>(threads.cbegin(), threads.cend()));
    for (qsizetype number = 0; number < state.activity.size(); ++number) {
        const auto &entry = state.activity.at(number);
        const QString key = QString::number(number);
        if (entry.kind == api::ActivityKind::Created || entry.kind == api::ActivityKind::Thread)
            continue;
        if (entry.kind == api::ActivityKind::Revision && entry.revision && entry.revision->number <= 1)
            continue;
        if (entry.kind == api::ActivityKind::Comment && entry.comment) {
            // Replies stand in their thread.
            if (entry.comment->inReplyTo)
                continue;
            const QString threadId = entry.threadId.value_or(entry.comment->commentId);
            if (inReviews.contains(threadId))
                continue;
            const auto *thread = state.thread(threadId);
            if (thread && thread->location) {
                list.append({QStringLiteral("thread:") + threadId,
                             QByteArray(thread->resolved ? "resolved" : "open"),
                             [this, entry, threadId] { return threadItem(entry, threadId); }});
            } else {
                const api::Comment comment = thread ? thread->comments.value(0) : *entry.comment;
                const bool hasReplies = thread && thread->comments.size() > 1;
                list.append({QStringLiteral("comment:") + comment.commentId,
                             signatureOf(api::encode(comment)),
                             [this, comment] { return commentCard(comment); }});
                if (hasReplies)
                    list.append({QStringLiteral("replies:") + threadId, {}, [this, threadId] {
                                     return static_cast<QWidget *>(
                                         new ThreadView(m_presenter, threadId, widget()));
                                 }});
            }
            continue;
        }
        // The approval that a review gives is told by the review.
        if (entry.kind == api::ActivityKind::Approved &&
            std::ranges::any_of(state.activity, [&entry](const api::ActivityEntry &other) {
                return other.kind == api::ActivityKind::Review && other.review &&
                       other.actorArn == entry.actorArn &&
                       other.review->verdict == api::ReviewVerdict::Approve &&
                       std::abs(other.date.ms - entry.date.ms) < 3000;
            }))
            continue;
        QByteArray signature = signatureOf(api::encode(entry));
        const QList<QString> threads = nested.value(number);
        for (const QString &thread : threads)
            signature += state.thread(thread)->resolved ? '1' : '0';
        if (entry.kind == api::ActivityKind::Review && entry.review &&
            (entry.review->content || !threads.isEmpty()))
            list.append({key, signature, [this, entry, threads] { return reviewCard(entry, threads); }});
        else
            list.append({key, signature, [this, entry] { return eventRow(entry); }});
    }
    return list;
}

void Timeline::followLink(const QUrl &url)
{
    if (url.scheme() == QStringLiteral("pr"))
        Q_EMIT pullRequestAsked(url.path());
    else if (url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https") ||
             url.scheme() == QStringLiteral("mailto"))
        QDesktopServices::openUrl(url);
}

void Timeline::revealThread(const QString &threadId)
{
    QWidget *block = m_blocks.value(threadId);
    if (!block) {
        m_asked = threadId;
        return;
    }
    layout()->activate();
    ensureWidgetVisible(block, 0, 40);
}

void Timeline::revealFirstOpenThread()
{
    for (const auto &thread : m_presenter->state().threads) {
        if (!thread.resolved && thread.location)
            return revealThread(thread.threadId);
    }
}

void Timeline::editDescription()
{
    m_editing = true;
    update();
}

void Timeline::focusComment()
{
    ensureWidgetVisible(m_commentRow);
    m_comment->focusText();
}

} // namespace countersign::reviewui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/timeline.h"

#include "core/api/enums.h"
#include "core/client/session.h"
#include "ui/review/commenteditor.h"
#include "ui/review/commentview.h"
#include "ui/review/statelook.h"
#include "ui/review/threadquotes.h"
#include "ui/review/threadview.h"
#include "ui/review/timelinecard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/commitid.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/markdownview.h"
#include "ui/widgets/relativetime.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QMenu>
#include <QToolButton>
#include <QUrl>

#include <algorithm>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

namespace {

QByteArray signatureOf(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }

QString pathAndLine(const api::Location &location)
{
    QString text = location.filePath.section(QLatin1Char('/'), -1);
    if (location.filePosition.value_or(0) > 0)
        text += QLatin1Char(':') + QString::number(*location.filePosition);
    return text;
}

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
    connect(presenter, &PullRequestPresenter::commentPosted, this,
            [this] { m_comment->setText(m_presenter->drafts()->text(QStringLiteral("general"))); });
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
    QStringList order;
    int position = 0;
    for (const auto &item : items()) {
        order.append(item.key);
        QWidget *widget = m_widgets.value(item.key);
        if (widget && m_signatures.value(item.key) == item.signature && m_order.value(position) == item.key) {
            ++position;
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
        m_column->removeWidget(widget);
        m_column->insertWidget(position++, widget);
        widget->show();
    }
    for (const QString &key : std::as_const(m_order)) {
        if (!order.contains(key)) {
            if (QWidget *widget = m_widgets.take(key)) {
                m_column->removeWidget(widget);
                widget->deleteLater();
            }
            m_signatures.remove(key);
        }
    }
    m_order = order;
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
    int number = 0;
    for (const auto &entry : state.activity) {
        const QString key = QString::number(number++);
        if (entry.kind == api::ActivityKind::Created || entry.kind == api::ActivityKind::Thread)
            continue;
        if (entry.kind == api::ActivityKind::Revision && entry.revision && entry.revision->number <= 1)
            continue;
        if (entry.kind == api::ActivityKind::Comment && entry.comment) {
            // Replies stand in their thread.
            if (entry.comment->inReplyTo)
                continue;
            const QString threadId = entry.threadId.value_or(entry.comment->commentId);
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
        const QByteArray signature = signatureOf(api::encode(entry));
        if (entry.kind == api::ActivityKind::Review && entry.review && entry.review->content)
            list.append({key, signature, [this, entry] { return reviewCard(entry); }});
        else
            list.append({key, signature, [this, entry] { return eventRow(entry); }});
    }
    return list;
}

QWidget *Timeline::descriptionCard()
{
    const auto &state = m_presenter->state();
    const auto &pullRequest = state.pullRequest();
    auto *card = new TimelineCard(m_presenter->person(pullRequest.authorArn), widget());
    card->addChip({tr("Author"), {}, ui::ChipKind::Neutral, false});
    card->setTime(tr("opened %1").arg(ui::relativeTime(pullRequest.creationDate.ms)),
                  pullRequest.creationDate.ms);
    const bool open = stateOf(pullRequest) == PullRequestState::Open;
    const QString text = pullRequest.description.value_or(QString());
    if (open)
        card->menu()->addAction(tr("Edit the description"), this, &Timeline::editDescription);
    card->menu()->addAction(tr("Copy as Markdown"), this,
                            [text] { QApplication::clipboard()->setText(text); });
    if (m_editing) {
        auto *editor = new CommentEditor(tr("Description"), card);
        const QString draft = m_presenter->drafts()->text(QStringLiteral("description"));
        editor->setText(draft.isEmpty() ? text : draft);
        editor->setCancel([this] {
            m_presenter->drafts()->setText(QStringLiteral("description"), {});
            m_editing = false;
            update();
        });
        editor->addButton(
            tr("Save"), theme::ButtonVariant::Primary,
            [this, editor] {
                const QString now = editor->text();
                m_editing = false;
                m_presenter->setDescription(now);
                update();
            },
            false);
        connect(editor, &CommentEditor::edited, this, [this](const QString &now) {
            m_presenter->drafts()->setText(QStringLiteral("description"), now);
        });
        card->body()->addWidget(editor);
        editor->focusText();
        return card;
    }
    if (text.trimmed().isEmpty()) {
        card->body()->addWidget(
            new ui::StyledLabel(tr("No description."), TextStyle::Body, Token::Muted, card));
        return card;
    }
    auto *view = new ui::MarkdownView(card);
    view->setMarkdown(text);
    view->setTasksEditable(open);
    connect(view, &ui::MarkdownView::taskToggled, this, [this, text](int task, bool done) {
        m_presenter->setDescription(ui::MarkdownView::withTask(text, task, done));
    });
    connect(view, &ui::MarkdownView::linkActivated, this, &Timeline::followLink);
    card->body()->addWidget(view);
    if (view->taskCount() > 0)
        card->body()->addWidget(
            new ui::StyledLabel(tr("%1 of %2 done").arg(view->tasksDone()).arg(view->taskCount()),
                                TextStyle::Small, Token::Muted, card));
    return card;
}

QWidget *Timeline::reviewCard(const api::ActivityEntry &entry)
{
    auto *card = new TimelineCard(m_presenter->person(entry.actorArn), widget());
    card->addChip(verdictChip(entry.review->verdict));
    card->setTime(
        tr("%1, revision %2").arg(ui::relativeTime(entry.date.ms)).arg(entry.review->revisionNumber),
        entry.date.ms);
    auto *view = new ui::MarkdownView(card);
    view->setMarkdown(entry.review->content.value_or(QString()));
    connect(view, &ui::MarkdownView::linkActivated, this, &Timeline::followLink);
    card->body()->addWidget(view);
    return card;
}

QWidget *Timeline::commentCard(const api::Comment &comment)
{
    const bool mine = comment.authorArn == m_presenter->me();
    auto *card = new TimelineCard(m_presenter->person(comment.authorArn), widget());
    card->setTime(ui::relativeTime(comment.creationDate.ms), comment.creationDate.ms);
    if (comment.deleted) {
        card->body()->addWidget(
            new ui::StyledLabel(tr("This comment was deleted."), TextStyle::Body, Token::Muted, card));
        return card;
    }
    auto *body = new CommentText(card);
    const QString text = comment.content.value_or(QString());
    body->setText(text);
    connect(body, &CommentText::linkActivated, this, &Timeline::followLink);
    card->body()->addWidget(body);
    const QString id = comment.commentId;
    if (mine) {
        card->menu()->addAction(tr("Edit"), this, [this, card, body, id, text] {
            if (card->findChild<CommentEditor *>())
                return;
            body->hide();
            auto *editor = new CommentEditor(tr("Edit the comment"), card);
            editor->setText(text);
            const auto stop = [body, editor] {
                editor->hide();
                editor->deleteLater();
                body->show();
            };
            editor->setCancel(stop);
            editor->addButton(tr("Save"), theme::ButtonVariant::Primary, [this, editor, id, stop] {
                const QString now = editor->text();
                stop();
                m_presenter->editComment(id, now);
            });
            card->body()->addWidget(editor);
            editor->focusText();
        });
        card->menu()->addAction(tr("Delete"), this, [this, id] { m_presenter->deleteComment(id); });
    }
    card->menu()->addAction(tr("Quote in a comment"), this, [this, text] {
        QString quoted;
        for (const QString &line : text.trimmed().split(QLatin1Char('\n')))
            quoted += QStringLiteral("> ") + line + QLatin1Char('\n');
        m_comment->setText(m_comment->text() + quoted + QLatin1Char('\n'));
        focusComment();
    });
    card->menu()->addAction(tr("Copy as Markdown"), this,
                            [text] { QApplication::clipboard()->setText(text); });
    return card;
}

QWidget *Timeline::threadItem(const api::ActivityEntry &entry, const QString &threadId)
{
    const auto *thread = m_presenter->state().thread(threadId);
    auto *holder = new QWidget(widget());
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(4);
    auto *row =
        new TimelineEvent(thread->resolved ? QStringLiteral("state-passed") : QStringLiteral("thread"),
                          static_cast<int>(thread->resolved ? Token::ApprovalText : Token::WarningText),
                          m_presenter->person(entry.actorArn), holder);
    row->addText(tr("opened a thread on"));
    auto *link = new ui::LinkButton(pathAndLine(*thread->location), row);
    link->setToolTip(thread->location->filePath);
    connect(link, &QToolButton::clicked, this, [this, threadId] { Q_EMIT threadAsked(threadId); });
    row->addWidget(link);
    row->addWidget(new ui::StyledLabel(thread->resolved ? tr("resolved") : tr("open"), TextStyle::Body,
                                       thread->resolved ? Token::ApprovalText : Token::WarningText, row));
    row->setTime(entry.date.ms);
    column->addWidget(row);
    auto *indented = new QVBoxLayout;
    indented->setContentsMargins(36, 0, 0, 0);
    indented->setSpacing(4);
    auto *view = new ThreadView(m_presenter, threadId, holder);
    view->setMaximumWidth(QWIDGETSIZE_MAX);
    connect(view, &ThreadView::linkActivated, this, &Timeline::followLink);
    connect(view, &ThreadView::revisionAsked, this,
            [this](int revision) { Q_EMIT revisionAsked(0, revision); });
    if (!thread->resolved) {
        auto *lines = new QuotedLines(holder);
        lines->setTitle(thread->location->filePath +
                        (thread->location->filePosition.value_or(0) > 0
                             ? QLatin1Char(':') + QString::number(*thread->location->filePosition)
                             : QString()));
        indented->addWidget(lines);
        loadQuotes(threadId, lines, view);
    }
    indented->addWidget(view);
    column->addLayout(indented);
    return holder;
}

void Timeline::loadQuotes(const QString &threadId, QuotedLines *lines, ThreadView *view)
{
    const auto *thread = m_presenter->state().thread(threadId);
    if (!thread)
        return;
    auto job = m_presenter->lane().run([backend = &m_presenter->context().session->backend(),
                                        repository = m_presenter->state().repository(),
                                        thread = *thread](std::stop_token stop) -> Result<ThreadQuote> {
        const auto directory = backend->gitDirectory(repository);
        if (!directory)
            return std::unexpected(directory.error());
        return quoteThread(*directory, thread, stop);
    });
    onFinished(job.future, lines, [lines, view](Result<ThreadQuote> quote) {
        if (!quote || quote->lines.isEmpty())
            return;
        lines->setLines(quote->lines);
        view->setOldLines(quote->commented, quote->firstLine);
    });
}

QWidget *Timeline::eventRow(const api::ActivityEntry &entry)
{
    using Kind = api::ActivityKind;
    const auto row = [&](const QString &icon, Token token) {
        auto *event =
            new TimelineEvent(icon, static_cast<int>(token), m_presenter->person(entry.actorArn), widget());
        return event;
    };
    const auto finish = [&](TimelineEvent *event) {
        event->setTime(entry.date.ms);
        return static_cast<QWidget *>(event);
    };
    const auto ruleName = [&] {
        return entry.event && entry.event->approvalRuleEventMetadata
                   ? entry.event->approvalRuleEventMetadata->approvalRuleName
                   : QString();
    };
    const auto ruleChip = [](const QString &name) {
        return ui::ChipContent{name, QStringLiteral("people"), ui::ChipKind::Quiet, false};
    };
    if (entry.kind == Kind::Revision && entry.revision) {
        auto *event = row(QStringLiteral("go-up"), Token::Muted);
        const int number = entry.revision->number;
        event->addText(tr("pushed revision %1").arg(number));
        auto *id = new ui::CommitIdLabel(event);
        id->setId(entry.revision->sourceCommit);
        connect(id, &ui::CommitIdLabel::opened, this, &Timeline::commitAsked);
        event->addWidget(id);
        auto *compare = new ui::LinkButton(tr("Compare with revision %1").arg(number - 1), event);
        connect(compare, &QToolButton::clicked, this,
                [this, number] { Q_EMIT revisionAsked(number - 1, number); });
        event->addWidget(compare);
        return finish(event);
    }
    if (entry.kind == Kind::Review && entry.review) {
        const StateLook look = verdictLook(
            entry.review->verdict == api::ReviewVerdict::Approve  ? QString(api::ReviewerVerdict::Approved)
            : entry.review->verdict == api::ReviewVerdict::Return ? QString(api::ReviewerVerdict::Returned)
                                                                  : QString(api::ReviewerVerdict::Commented));
        auto *event = row(look.icon, look.token);
        event->addText(entry.review->verdict == api::ReviewVerdict::Approve
                           ? tr("approved revision %1").arg(entry.review->revisionNumber)
                       : entry.review->verdict == api::ReviewVerdict::Return
                           ? tr("returned revision %1").arg(entry.review->revisionNumber)
                           : tr("reviewed revision %1").arg(entry.review->revisionNumber));
        return finish(event);
    }
    if (entry.kind == Kind::Approved) {
        auto *event = row(QStringLiteral("approval"), Token::ApprovalText);
        event->addText(tr("approved"));
        for (const auto &rule : m_presenter->state().review.summary.rules) {
            if (rule.approvals.contains(entry.actorArn) && !rule.poolDescription.isEmpty()) {
                event->addText(tr("for"), true);
                event->addWidget(new ui::Chip(ruleChip(rule.approvalRuleName), event));
            }
        }
        return finish(event);
    }
    if (entry.kind == Kind::ApprovalRevoked) {
        auto *event = row(QStringLiteral("approval"), Token::Muted);
        event->addText(tr("took the approval back"));
        return finish(event);
    }
    if (entry.kind == Kind::RuleCreated || entry.kind == Kind::RuleUpdated ||
        entry.kind == Kind::RuleDeleted) {
        auto *event = row(QStringLiteral("people"), Token::Muted);
        event->addText(entry.kind == Kind::RuleCreated   ? tr("added the approval rule")
                       : entry.kind == Kind::RuleUpdated ? tr("changed the approval rule")
                                                         : tr("deleted the approval rule"));
        event->addWidget(new ui::Chip(ruleChip(ruleName()), event));
        return finish(event);
    }
    if (entry.kind == Kind::Overridden || entry.kind == Kind::OverrideRevoked) {
        auto *event = row(QStringLiteral("state-warning"), Token::WarningText);
        event->addText(entry.kind == Kind::Overridden ? tr("overrode the approval rules")
                                                      : tr("took the override of the approval rules back"));
        return finish(event);
    }
    if (entry.kind == Kind::Merged) {
        auto *event = row(QStringLiteral("pull-request-merged"), Token::ApprovalText);
        const auto *target = m_presenter->state().target();
        event->addText(tr("merged into"));
        if (target) {
            event->addWidget(new ui::Chip(ui::refChip(shortRef(target->destinationReference)), event));
            if (target->mergeMetadata.mergeCommitId) {
                auto *id = new ui::CommitIdLabel(event);
                id->setId(*target->mergeMetadata.mergeCommitId);
                connect(id, &ui::CommitIdLabel::opened, this, &Timeline::commitAsked);
                event->addWidget(id);
            }
        }
        return finish(event);
    }
    if (entry.kind == Kind::Status) {
        auto *event = row(QStringLiteral("cross"), Token::Muted);
        event->addText(tr("closed the pull request"));
        return finish(event);
    }
    if (entry.kind == Kind::Reviewers) {
        auto *event = row(QStringLiteral("person"), Token::Muted);
        QStringList added;
        QStringList removed;
        for (const QString &arn : entry.reviewersAdded)
            added.append(m_presenter->person(arn).name);
        for (const QString &arn : entry.reviewersRemoved)
            removed.append(m_presenter->person(arn).name);
        if (!added.isEmpty())
            event->addText(tr("asked %1 for a review").arg(added.join(QStringLiteral(", "))));
        if (!removed.isEmpty())
            event->addText(tr("no longer asks %1").arg(removed.join(QStringLiteral(", "))));
        return finish(event);
    }
    auto *event = row(QStringLiteral("state-info"), Token::Muted);
    event->addText(entry.kind.toLower());
    return finish(event);
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
    if (QWidget *widget = m_widgets.value(QStringLiteral("thread:") + threadId))
        ensureWidgetVisible(widget, 0, 40);
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

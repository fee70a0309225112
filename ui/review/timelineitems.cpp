// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
// The cards of the timeline: description, reviews, comments and threads.
#include "ui/review/timeline.h"

#include "core/api/enums.h"
#include "ui/review/commenteditor.h"
#include "ui/review/commentview.h"
#include "ui/review/quotedlines.h"
#include "ui/review/statelook.h"
#include "ui/review/threadview.h"
#include "ui/review/timelinecard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/markdownview.h"
#include "ui/widgets/relativetime.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

namespace {

QString pathAndLine(const api::Location &location)
{
    QString text = location.filePath.section(QLatin1Char('/'), -1);
    if (location.filePosition.value_or(0) > 0)
        text += QLatin1Char(':') + QString::number(*location.filePosition);
    return text;
}

} // namespace

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

QWidget *Timeline::reviewCard(const api::ActivityEntry &entry, const QList<QString> &threads)
{
    auto *card = new TimelineCard(m_presenter->person(entry.actorArn), widget());
    card->addChip(verdictChip(entry.review->verdict));
    card->setTime(
        tr("%1, revision %2").arg(ui::relativeTime(entry.date.ms)).arg(entry.review->revisionNumber),
        entry.date.ms);
    const QString text = entry.review->content.value_or(QString());
    if (!text.trimmed().isEmpty()) {
        auto *view = new ui::MarkdownView(card);
        view->setMarkdown(text);
        connect(view, &ui::MarkdownView::linkActivated, this, &Timeline::followLink);
        card->body()->addWidget(view);
        card->menu()->addAction(tr("Copy as Markdown"), this,
                                [text] { QApplication::clipboard()->setText(text); });
    }
    for (const QString &thread : threads)
        card->body()->addWidget(threadBlock(thread, card));
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

// The lines it is about with where it stands, and below them the thread; a resolved one is folded away.
QWidget *Timeline::threadBlock(const QString &threadId, QWidget *parent)
{
    const auto *thread = m_presenter->state().thread(threadId);
    auto *block = new QWidget(parent);
    m_blocks.insert(threadId, block);
    auto *column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *lines = new QuotedLines(block);
    lines->setTitle(thread->location->filePath +
                    (thread->location->filePosition.value_or(0) > 0
                         ? QLatin1Char(':') + QString::number(*thread->location->filePosition)
                         : QString()));
    auto *state = new QWidget(lines);
    auto *row = new QHBoxLayout(state);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    const Token token = thread->resolved ? Token::ApprovalText : Token::WarningText;
    row->addWidget(new ui::IconLabel(
        thread->resolved ? QStringLiteral("state-passed") : QStringLiteral("thread"), token, 16, state));
    const int revision = resolvedIn(*thread);
    row->addWidget(new ui::StyledLabel(!thread->resolved ? tr("Open")
                                       : revision > 0    ? tr("Resolved in revision %1").arg(revision)
                                                         : tr("Resolved"),
                                       TextStyle::Small, token, state));
    auto *show = new ui::LinkButton(tr("Show in changes"), state);
    connect(show, &QToolButton::clicked, this, [this, threadId] { Q_EMIT threadAsked(threadId); });
    row->addWidget(show);
    lines->setTrailing(state);
    column->addWidget(lines);
    auto *view = new ThreadView(m_presenter, threadId, block);
    view->setMaximumWidth(QWIDGETSIZE_MAX);
    connect(view, &ThreadView::linkActivated, this, &Timeline::followLink);
    connect(view, &ThreadView::revisionAsked, this, [this](int asked) { Q_EMIT revisionAsked(0, asked); });
    connect(view, &ThreadView::quoted, lines, [lines](const ThreadQuote &quote) {
        if (!quote.lines.isEmpty())
            lines->setLines(quote.lines);
    });
    column->addWidget(view);
    return block;
}

// The revision that was newest when the thread was resolved; 0 where that is not known.
int Timeline::resolvedIn(const api::Thread &thread) const
{
    int number = 0;
    for (const auto &revision : m_presenter->state().review.revisions) {
        if (thread.resolvedDate && revision.date <= *thread.resolvedDate)
            number = std::max(number, revision.number);
    }
    return number;
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
    indented->addWidget(threadBlock(threadId, holder));
    column->addLayout(indented);
    return holder;
}

} // namespace countersign::reviewui

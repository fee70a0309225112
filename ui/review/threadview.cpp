// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/threadview.h"

#include "core/client/session.h"
#include "ui/review/commenteditor.h"
#include "ui/review/commentview.h"
#include "ui/review/replyfield.h"
#include "ui/review/suggestionactions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linkbutton.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

namespace {

constexpr int widest = 760;

void paintFrame(QWidget *widget, Token token, Qt::PenStyle style, int width, bool header)
{
    QPainter painter(widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(theme::color(Token::Base));
    painter.setPen(QPen(theme::color(token), width, style));
    const qreal half = width / 2.0;
    painter.drawRoundedRect(QRectF(widget->rect()).adjusted(half, half, -half, -half), 6, 6);
    if (header) {
        painter.setPen(theme::color(Token::Border));
        painter.drawLine(1, 31, widget->width() - 2, 31);
    }
}

QToolButton *smallTool(const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAutoRaise(true);
    button->setIcon(theme::Theme::instance().icon(icon));
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

LineRange rangeOf(const api::Thread &thread)
{
    return lineRange(thread.comments.value(0).content.value_or(QString()),
                     static_cast<int>(thread.location ? thread.location->filePosition.value_or(0) : 0));
}

QString fileName(const QString &path) { return path.section(QLatin1Char('/'), -1); }

} // namespace

QString locationText(const std::optional<api::Location> &location, int firstLine)
{
    if (!location)
        return {};
    if (!location->filePosition || *location->filePosition <= 0)
        return ThreadView::tr("the file");
    const qint64 last = *location->filePosition;
    if (firstLine > 0 && firstLine < last)
        return ThreadView::tr("lines %1–%2").arg(firstLine).arg(last);
    return ThreadView::tr("line %1").arg(last);
}

ThreadView::ThreadView(PullRequestPresenter *presenter, const QString &threadId, QWidget *parent)
    : QFrame(parent)
    , m_presenter(presenter)
    , m_threadId(threadId)
    , m_column(new QVBoxLayout(this))
{
    setMaximumWidth(widest);
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(0);
    connect(presenter, &PullRequestPresenter::changed, this, &ThreadView::refresh);
    connect(presenter, &PullRequestPresenter::draftsChanged, this, &ThreadView::refresh);
    connect(presenter, &PullRequestPresenter::commentPosted, this, [this](const QString &key) {
        if (key == replyKey() && m_reply)
            closeReply();
    });
    connect(presenter, &PullRequestPresenter::postFailed, this, [this](const QString &key) {
        if (key == replyKey() && m_reply)
            m_reply->setBusy(false);
    });
    refresh();
    if (const auto draft = presenter->drafts()->comment(replyKey()); draft && !draft->isPending)
        startReply();
}

void ThreadView::setOutdated(bool outdated)
{
    if (m_outdated == outdated)
        return;
    m_outdated = outdated;
    build();
}

void ThreadView::setPosition(int number, int count)
{
    if (m_number == number && m_count == count)
        return;
    m_number = number;
    m_count = count;
    build();
}

// The lines the thread is about are read when it is made, and again when there is another commit to apply its
// suggestions to.
void ThreadView::loadQuote()
{
    const auto &state = m_presenter->state();
    const auto *target = state.target();
    if (!m_shown || !m_shown->location || !target)
        return;
    QString wanted = target->sourceCommit;
    for (const auto &comment : m_shown->comments)
        wanted += QString::number(comment.lastModifiedDate.ms);
    if (wanted == m_quotedFor)
        return;
    m_quotedFor = wanted;
    auto job = m_presenter->lane().run(
        [backend = &m_presenter->context().session->backend(), repository = state.repository(),
         thread = *m_shown, current = target->sourceCommit](std::stop_token stop) -> Result<ThreadQuote> {
            const auto directory = backend->gitDirectory(repository);
            if (!directory)
                return std::unexpected(directory.error());
            return quoteThread(*directory, thread, current, stop);
        });
    onFinished(job.future, this, [this](const Result<ThreadQuote> &quote) {
        if (!quote)
            return;
        m_quote = *quote;
        if (m_reply)
            m_reply->setSuggestible(suggestible());
        if (m_shown && !suggestionsOf(*m_shown).isEmpty())
            build();
        Q_EMIT quoted(m_quote);
    });
}

QString ThreadView::suggestionActions(const api::Thread &thread) const
{
    QString text;
    for (const auto &suggestion : suggestionsOf(thread))
        text += m_presenter->isInBatch(suggestion.id()) ? QLatin1Char('1') : QLatin1Char('0');
    return text.isEmpty() ? text : text + m_presenter->applyUnavailable();
}

// Only lines of the new version can be replaced.
QStringList ThreadView::suggestible() const
{
    return m_shown && m_shown->location && m_shown->location->relativeFileVersion != QStringLiteral("BEFORE")
               ? m_quote.commented
               : QStringList();
}

void ThreadView::refresh()
{
    const auto *thread = m_presenter->state().thread(m_threadId);
    if (!thread || !m_presenter->drafts())
        return;
    QList<PendingComment> replies;
    for (const auto &comment : m_presenter->drafts()->comments()) {
        if (comment.inReplyTo == m_threadId && comment.isPending)
            replies.append(comment);
    }
    const QString actions = suggestionActions(*thread);
    if (m_shown && *m_shown == *thread && m_shownReplies == replies && m_shownActions == actions)
        return loadQuote();
    m_shown = *thread;
    m_shownReplies = replies;
    m_shownActions = actions;
    build();
    loadQuote();
}

void ThreadView::build()
{
    if (!m_shown)
        return;
    if (m_content) {
        m_column->removeWidget(m_content);
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_column->insertWidget(0, m_content);
    const bool folded = m_shown->resolved && !m_unfolded;
    if (folded) {
        buildFolded(*m_shown);
        if (m_replyRow)
            m_replyRow->hide();
    } else {
        buildHeader(*m_shown);
        buildComments(*m_shown);
        if (!m_replyRow)
            buildReply();
        m_replyRow->show();
    }
    setAccessibleName((m_shown->resolved ? tr("Resolved thread on %1") : tr("Open thread on %1"))
                          .arg(locationText(m_shown->location)));
    updateGeometry();
    update();
}

void ThreadView::buildFolded(const api::Thread &thread)
{
    auto *row = new QWidget(m_content);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(11, 0, 8, 0);
    line->setSpacing(8);
    line->addWidget(new ui::IconLabel(QStringLiteral("state-passed"), Token::ApprovalText, 16, row));
    line->addWidget(new ui::StyledLabel(tr("Resolved"), TextStyle::Body, Token::ApprovalText, row));
    const auto &first = thread.comments.value(0);
    auto *avatar = new ui::Avatar(16, row);
    avatar->setPerson(m_presenter->person(first.authorArn));
    line->addWidget(avatar);
    auto *text = new ui::ElidedLabel(
        first.content ? rangeOf(thread).text.simplified() : tr("deleted comment"), Qt::ElideRight, row);
    line->addWidget(text, 1);
    const auto replies = static_cast<int>(thread.comments.size()) - 1;
    if (replies > 0)
        line->addWidget(
            new ui::StyledLabel(tr("%n repl(y/ies)", nullptr, replies), TextStyle::Body, Token::Muted, row));
    auto *unfold = smallTool(QStringLiteral("chevron-down"), tr("Show the thread"), row);
    connect(unfold, &QToolButton::clicked, this, [this] {
        m_unfolded = true;
        build();
    });
    line->addWidget(unfold);
    row->setFixedHeight(std::max(32, row->fontMetrics().height() + 12));
    m_content->layout()->addWidget(row);
}

void ThreadView::buildHeader(const api::Thread &thread)
{
    auto *row = new QWidget(m_content);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(11, 0, 6, 0);
    line->setSpacing(8);
    if (m_outdated) {
        line->addWidget(new ui::IconLabel(QStringLiteral("state-waiting"), Token::Muted, 16, row));
        line->addWidget(new ui::StyledLabel(tr("Outdated"), TextStyle::BodyStrong, Token::Muted, row));
    } else if (thread.resolved) {
        line->addWidget(new ui::IconLabel(QStringLiteral("state-passed"), Token::ApprovalText, 16, row));
        line->addWidget(new ui::StyledLabel(tr("Resolved"), TextStyle::BodyStrong, Token::ApprovalText, row));
    } else {
        line->addWidget(new ui::IconLabel(QStringLiteral("thread"), Token::WarningText, 16, row));
        line->addWidget(
            new ui::StyledLabel(tr("Open thread"), TextStyle::BodyStrong, Token::WarningText, row));
    }
    QString where;
    if (thread.resolved && thread.resolvedBy)
        where = tr("by %1").arg(m_presenter->person(*thread.resolvedBy).name);
    else if (thread.location)
        where = tr("on %1, revision %2")
                    .arg(locationText(thread.location, rangeOf(thread).first))
                    .arg(thread.revisionNumber);
    line->addWidget(new ui::StyledLabel(where, TextStyle::Small, Token::Muted, row));
    line->addStretch(1);
    if (m_outdated) {
        auto *show = new ui::LinkButton(tr("Show in revision %1").arg(thread.revisionNumber), row);
        connect(show, &QToolButton::clicked, this,
                [this, revision = thread.revisionNumber] { Q_EMIT revisionAsked(revision); });
        line->addWidget(show);
    }
    if (m_count > 1) {
        line->addWidget(new ui::StyledLabel(tr("%1 of %2").arg(m_number).arg(m_count), TextStyle::Small,
                                            Token::Muted, row));
        auto *previous = smallTool(QStringLiteral("chevron-up"), tr("Previous open thread"), row);
        auto *next = smallTool(QStringLiteral("chevron-down"), tr("Next open thread"), row);
        connect(previous, &QToolButton::clicked, this, [this] { Q_EMIT neighbourAsked(false); });
        connect(next, &QToolButton::clicked, this, [this] { Q_EMIT neighbourAsked(true); });
        line->addWidget(previous);
        line->addWidget(next);
    }
    if (thread.resolved) {
        auto *fold = smallTool(QStringLiteral("chevron-up"), tr("Fold the thread"), row);
        connect(fold, &QToolButton::clicked, this, [this] {
            m_unfolded = false;
            build();
        });
        line->addWidget(fold);
    }
    row->setFixedHeight(std::max(31, row->fontMetrics().height() + 12));
    m_content->layout()->addWidget(row);
}

void ThreadView::buildComments(const api::Thread &thread)
{
    auto *column = static_cast<QVBoxLayout *>(m_content->layout());
    column->addSpacing(4);
    SuggestionContext lines;
    lines.oldLines = suggestible();
    lines.firstLine = m_quote.firstLine;
    if (thread.location)
        lines.where = fileName(thread.location->filePath) + QLatin1Char(':') +
                      QString::number(thread.location->filePosition.value_or(0));
    const auto suggestions = suggestionsOf(thread);
    for (const auto &comment : thread.comments) {
        const bool mine = comment.authorArn == m_presenter->me();
        auto *view = new CommentView(m_presenter->person(comment.authorArn), mine, m_content);
        lines.actions = [&](int index) -> QWidget * {
            for (qsizetype i = 0; i < suggestions.size() && i < m_quote.fits.size(); ++i) {
                if (suggestions.at(i).commentId == comment.commentId && suggestions.at(i).index == index)
                    return new SuggestionActions(m_presenter, suggestions.at(i), m_quote.fits.at(i), view);
            }
            return nullptr;
        };
        view->setComment(
            comment,
            lineRange(comment.content.value_or(QString()),
                      static_cast<int>(thread.location ? thread.location->filePosition.value_or(0) : 0))
                .text,
            lines);
        const QString id = comment.commentId;
        const QString draftName = QStringLiteral("edit:") + id;
        connect(view, &CommentView::edited, this,
                [this, id](const QString &text) { m_presenter->editComment(id, text); });
        connect(view, &CommentView::draftChanged, this,
                [this, draftName](const QString &text) { m_presenter->drafts()->setText(draftName, text); });
        connect(view, &CommentView::deleteAsked, this, [this, id] { m_presenter->deleteComment(id); });
        connect(view, &CommentView::quoteAsked, this, &ThreadView::startReply);
        connect(view, &CommentView::linkActivated, this, &ThreadView::linkActivated);
        if (const QString draft = m_presenter->drafts()->text(draftName); !draft.isEmpty() && mine)
            view->startEditing(draft);
        column->addWidget(view);
    }
    for (const auto &reply : std::as_const(m_shownReplies)) {
        auto *view = new CommentView(m_presenter->person(m_presenter->me()), true, m_content);
        view->setPending(reply.text);
        connect(view, &CommentView::edited, this, [this, reply](const QString &text) {
            PendingComment changed = reply;
            changed.text = text;
            m_presenter->drafts()->save(changed);
        });
        connect(view, &CommentView::deleteAsked, this,
                [this, key = reply.key] { m_presenter->drafts()->remove(key); });
        column->addWidget(view);
    }
}

void ThreadView::buildReply()
{
    m_replyRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_replyRow);
    row->setContentsMargins(40, 6, 12, 11);
    row->setSpacing(8);
    auto *field = new ReplyField(tr("Reply…"), QKeySequence(Qt::Key_R), m_replyRow);
    connect(field, &QAbstractButton::clicked, this, [this] { startReply(); });
    row->addWidget(field, 1);
    const bool resolved = m_shown && m_shown->resolved;
    auto *resolve = new QPushButton(
        theme::Theme::instance().icon(resolved ? QStringLiteral("thread") : QStringLiteral("check")),
        resolved ? tr("Reopen") : tr("Resolve"), m_replyRow);
    resolve->setToolTip(ui::toolTipText(resolve->text(), QKeySequence(Qt::Key_X)));
    connect(resolve, &QPushButton::clicked, this, &ThreadView::toggleResolved);
    row->addWidget(resolve);
    m_column->addWidget(m_replyRow);
}

void ThreadView::toggleResolved()
{
    if (!m_shown)
        return;
    m_unfolded = false;
    // The row names what the button will do, so it is made anew with the thread.
    if (m_replyRow && !m_reply) {
        m_replyRow->hide();
        m_replyRow->deleteLater();
        m_replyRow = nullptr;
    }
    m_presenter->setResolved(m_threadId, !m_shown->resolved);
}

void ThreadView::startReply(const QString &quoted)
{
    m_unfolded = true;
    build();
    if (!m_reply) {
        m_reply = new CommentEditor(tr("Reply"), this);
        m_reply->setContentsMargins(0, 0, 0, 0);
        auto *holder = new QWidget(this);
        auto *holderRow = new QHBoxLayout(holder);
        holderRow->setContentsMargins(40, 6, 12, 11);
        holderRow->addWidget(m_reply);
        if (m_replyRow)
            m_replyRow->deleteLater();
        m_replyRow = holder;
        m_column->addWidget(holder);
        holder->show();
        m_reply->setSuggestible(suggestible());
        m_reply->setCancel([this] {
            m_presenter->drafts()->remove(replyKey());
            closeReply();
        });
        m_reply->addButton(tr("Reply now"), theme::ButtonVariant::Default, [this] { finishReply(true); });
        m_reply->addButton(tr("Add to review"), theme::ButtonVariant::Primary,
                           [this] { finishReply(false); });
        if (const auto draft = m_presenter->drafts()->comment(replyKey()))
            m_reply->setText(draft->text);
        connect(m_reply, &CommentEditor::edited, this, [this](const QString &text) {
            PendingComment draft;
            draft.key = replyKey();
            draft.inReplyTo = m_threadId;
            draft.text = text;
            m_presenter->drafts()->save(draft);
            updateGeometry();
        });
    }
    if (!quoted.isEmpty()) {
        QString text = m_reply->text();
        for (const QString &line : quoted.trimmed().split(QLatin1Char('\n')))
            text += QStringLiteral("> ") + line + QLatin1Char('\n');
        m_reply->setText(text + QLatin1Char('\n'));
    }
    m_reply->focusText();
    updateGeometry();
}

void ThreadView::finishReply(bool now)
{
    PendingComment comment;
    comment.inReplyTo = m_threadId;
    comment.text = m_reply->text();
    if (now) {
        // The draft stays what it is until the reply has arrived.
        comment.key = replyKey();
        m_presenter->drafts()->save(comment);
        m_reply->setBusy(true);
        m_presenter->postComment(comment);
        return;
    }
    comment.key = ReviewDrafts::newKey();
    comment.isPending = true;
    m_presenter->drafts()->save(comment);
    m_presenter->drafts()->remove(replyKey());
    closeReply();
}

void ThreadView::closeReply()
{
    m_reply = nullptr;
    m_replyRow->hide();
    m_replyRow->deleteLater();
    m_replyRow = nullptr;
    build();
}

void ThreadView::paintEvent(QPaintEvent *)
{
    const bool folded = m_shown && m_shown->resolved && !m_unfolded;
    const bool written = m_reply != nullptr;
    paintFrame(this, written ? Token::Accent : Token::BorderButton, m_outdated ? Qt::DashLine : Qt::SolidLine,
               written ? 2 : 1, !folded);
}

DraftView::DraftView(PullRequestPresenter *presenter, const QString &key, QWidget *parent)
    : QFrame(parent)
    , m_presenter(presenter)
    , m_key(key)
    , m_column(new QVBoxLayout(this))
{
    setMaximumWidth(widest);
    m_column->setContentsMargins(1, 1, 1, 1);
    m_column->setSpacing(0);
    connect(presenter, &PullRequestPresenter::draftsChanged, this, &DraftView::refresh);
    connect(presenter, &PullRequestPresenter::postFailed, this, [this](const QString &key) {
        if (key == m_key && m_editor)
            m_editor->setBusy(false);
    });
    refresh();
}

void DraftView::refresh()
{
    if (!m_presenter->drafts())
        return;
    const auto comment = m_presenter->drafts()->comment(m_key);
    if (!comment || comment == m_shown)
        return;
    // The editor's own typing comes back here: it must not be made anew under the cursor.
    if (m_editor && !comment->isPending) {
        m_shown = comment;
        return;
    }
    m_shown = comment;
    build();
}

void DraftView::loadLines()
{
    if (!m_oldLines.isEmpty() || !m_shown->location || m_shown->location->filePosition.value_or(0) <= 0 ||
        m_shown->location->relativeFileVersion == QStringLiteral("BEFORE"))
        return;
    auto job = m_presenter->lane().run([backend = &m_presenter->context().session->backend(),
                                        repository = m_presenter->state().repository(),
                                        comment = *m_shown](std::stop_token) -> Result<QStringList> {
        const auto directory = backend->gitDirectory(repository);
        if (!directory)
            return std::unexpected(directory.error());
        const int last = static_cast<int>(*comment.location->filePosition);
        return linesOf(*directory, comment.afterCommitId, comment.location->filePath,
                       comment.firstLine > 0 ? comment.firstLine : last, last);
    });
    onFinished(job.future, this, [this](const Result<QStringList> &lines) {
        m_oldLines = lines.value_or(QStringList());
        if (m_editor)
            m_editor->setSuggestible(m_oldLines);
    });
}

void DraftView::build()
{
    if (m_content) {
        m_column->removeWidget(m_content);
        m_content->hide();
        m_content->deleteLater();
        m_editor = nullptr;
    }
    m_content = new QWidget(this);
    auto *column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_column->addWidget(m_content);
    const QString where = locationText(m_shown->location, m_shown->firstLine);
    setAccessibleName(tr("Comment on %1, not submitted").arg(where));
    if (m_shown->isPending) {
        auto *view = new CommentView(m_presenter->person(m_presenter->me()), true, m_content);
        view->setPending(m_shown->text);
        connect(view, &CommentView::edited, this, [this](const QString &text) {
            PendingComment changed = *m_shown;
            changed.text = text;
            m_presenter->drafts()->save(changed);
        });
        connect(view, &CommentView::deleteAsked, this, [this] { m_presenter->drafts()->remove(m_key); });
        column->setContentsMargins(0, 4, 0, 6);
        column->addWidget(view);
    } else {
        m_editor = new CommentEditor(tr("Comment on %1").arg(where), m_content);
        m_editor->setText(m_shown->text);
        m_editor->setSuggestible(m_oldLines);
        loadLines();
        m_editor->setCancel([this] { m_presenter->drafts()->remove(m_key); });
        m_editor->addButton(tr("Comment now"), theme::ButtonVariant::Default, [this] {
            PendingComment comment = *m_shown;
            comment.text = m_editor->text();
            m_editor->setBusy(true);
            m_presenter->postComment(comment);
        });
        m_editor->addButton(tr("Add to review"), theme::ButtonVariant::Primary, [this] {
            PendingComment comment = *m_shown;
            comment.text = m_editor->text();
            comment.isPending = true;
            m_presenter->drafts()->save(comment);
        });
        connect(m_editor, &CommentEditor::edited, this, [this](const QString &text) {
            m_shown->text = text;
            m_presenter->drafts()->save(*m_shown);
            updateGeometry();
        });
        column->addWidget(m_editor);
    }
    updateGeometry();
    update();
}

void DraftView::focusText()
{
    if (m_editor)
        m_editor->focusText();
}

void DraftView::paintEvent(QPaintEvent *)
{
    if (m_shown && m_shown->isPending)
        paintFrame(this, Token::WarningLine, Qt::SolidLine, 1, false);
}

} // namespace countersign::reviewui

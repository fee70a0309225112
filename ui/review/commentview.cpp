// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/commentview.h"

#include "ui/review/commenteditor.h"
#include "ui/review/quotedlines.h"
#include "ui/review/suggestions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/markdownview.h"
#include "ui/widgets/relativetime.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

CommentText::CommentText(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(6);
}

void CommentText::addMarkdown(const QString &text)
{
    if (text.trimmed().isEmpty())
        return;
    auto *view = new ui::MarkdownView(this);
    view->setMarkdown(text);
    connect(view, &ui::MarkdownView::linkActivated, this, &CommentText::linkActivated);
    m_column->addWidget(view);
}

void CommentText::setText(const QString &text, const SuggestionContext &suggestions)
{
    while (auto *item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QStringList parts = splitSuggestions(text);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i % 2 == 0) {
            addMarkdown(parts.at(i));
            continue;
        }
        QStringList lines = parts.at(i).split(QLatin1Char('\n'));
        lines.removeLast();
        auto *quoted = new QuotedLines(this);
        quoted->setTitle(tr("Suggested change"), suggestions.where);
        quoted->setSuggestion(suggestions.oldLines, lines, suggestions.firstLine);
        if (suggestions.actions) {
            if (QWidget *actions = suggestions.actions(static_cast<int>(i / 2)))
                quoted->setTrailing(actions);
        }
        m_column->addWidget(quoted);
    }
    if (m_column->count() == 0)
        addMarkdown(QStringLiteral("\u00a0"));
}

CommentView::CommentView(const ui::PersonInfo &author, bool isMine, QWidget *parent)
    : QWidget(parent)
    , m_isMine(isMine)
    , m_body(new CommentText(this))
    , m_menu(new QMenu(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 12, 4);
    row->setSpacing(8);
    auto *avatar = new ui::Avatar(20, this);
    avatar->setPerson(author);
    row->addWidget(avatar, 0, Qt::AlignTop);
    m_column = new QVBoxLayout;
    m_column->setSpacing(0);
    m_head = new QHBoxLayout;
    m_head->setSpacing(8);
    m_head->addWidget(new ui::StyledLabel(author.name, TextStyle::BodyStrong, Token::Text, this));
    m_column->addLayout(m_head);
    m_column->addWidget(m_body);
    row->addLayout(m_column, 1);
    connect(m_body, &CommentText::linkActivated, this, &CommentView::linkActivated);
    connect(m_menu, &QMenu::aboutToShow, this, &CommentView::fillMenu);
}

void CommentView::setComment(const api::Comment &comment, const QString &text,
                             const SuggestionContext &suggestions)
{
    m_isDeleted = comment.deleted;
    m_text = text;
    auto *time =
        new ui::StyledLabel(ui::relativeTime(comment.creationDate.ms), TextStyle::Small, Token::Muted, this);
    time->setToolTip(ui::fullTime(comment.creationDate.ms));
    m_head->addWidget(time);
    if (!m_isDeleted && comment.lastModifiedDate > comment.creationDate) {
        auto *edited = new ui::StyledLabel(tr("edited"), TextStyle::Small, Token::Faint, this);
        edited->setToolTip(ui::fullTime(comment.lastModifiedDate.ms));
        m_head->addWidget(edited);
    }
    m_head->addStretch(1);
    if (m_isDeleted) {
        m_body->setText(tr("*This comment was deleted.*"));
        return;
    }
    m_body->setText(m_text, suggestions);
    auto *more = new QToolButton(this);
    more->setAutoRaise(true);
    more->setIcon(theme::Theme::instance().icon(QStringLiteral("more")));
    more->setAccessibleName(tr("Actions of the comment"));
    more->setToolTip(tr("More"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(m_menu);
    m_head->addWidget(more);
}

void CommentView::setPending(const QString &text)
{
    m_isPending = true;
    m_text = text;
    m_head->addWidget(new ui::Chip({tr("Pending"), {}, ui::ChipKind::Warning, false}, this));
    m_head->addWidget(new ui::StyledLabel(tr("only you can see this until you submit"), TextStyle::Small,
                                          Token::Muted, this));
    m_head->addStretch(1);
    m_body->setText(text);
    auto *more = new QToolButton(this);
    more->setAutoRaise(true);
    more->setIcon(theme::Theme::instance().icon(QStringLiteral("more")));
    more->setAccessibleName(tr("Actions of the pending comment"));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(m_menu);
    m_head->addWidget(more);
}

void CommentView::fillMenu()
{
    m_menu->clear();
    if (m_isMine) {
        m_menu->addAction(tr("Edit"), this, [this] { startEditing(); });
        m_menu->addAction(m_isPending ? tr("Discard") : tr("Delete"), this, &CommentView::deleteAsked);
    }
    if (!m_isPending)
        m_menu->addAction(tr("Quote in a reply"), this, [this] { Q_EMIT quoteAsked(m_text); });
    m_menu->addAction(tr("Copy as Markdown"), this, [this] { QApplication::clipboard()->setText(m_text); });
}

void CommentView::startEditing(const QString &draft)
{
    if (m_editor)
        return;
    m_body->hide();
    m_editor = new CommentEditor(tr("Edit the comment"), this);
    m_editor->setText(draft.isEmpty() ? m_text : draft);
    m_editor->setCancel([this] { stopEditing(); });
    m_editor->addButton(tr("Save"), theme::ButtonVariant::Primary, [this] {
        const QString text = m_editor->text();
        stopEditing();
        Q_EMIT edited(text);
    });
    connect(m_editor, &CommentEditor::edited, this, &CommentView::draftChanged);
    m_column->addWidget(m_editor);
    m_editor->focusText();
    updateGeometry();
}

void CommentView::stopEditing()
{
    if (!m_editor)
        return;
    m_editor->hide();
    m_editor->deleteLater();
    m_editor = nullptr;
    m_body->show();
    Q_EMIT draftChanged({});
    updateGeometry();
}

} // namespace countersign::reviewui

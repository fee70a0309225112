// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/commenteditor.h"

#include "ui/theme/theme.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/markdownview.h"
#include "ui/widgets/numbers.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

namespace {
constexpr int lowest = 34;
constexpr int highest = 240;
} // namespace

CommentEditor::CommentEditor(const QString &placeholder, QWidget *parent)
    : QFrame(parent)
    , m_stack(new QStackedWidget(this))
    , m_edit(new QPlainTextEdit(this))
    , m_preview(new ui::MarkdownView(this))
    , m_bar(new QWidget(this))
{
    m_edit->setPlaceholderText(placeholder);
    m_edit->setAccessibleName(placeholder);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->setTabChangesFocus(true);
    m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->installEventFilter(this);
    m_edit->setProperty("ownKeys", QStringList{QStringLiteral("Ctrl+Return"), QStringLiteral("Ctrl+Enter")});
    m_edit->document()->setDocumentMargin(6);
    m_preview->setAccessibleName(tr("Preview"));
    m_stack->addWidget(m_edit);
    m_stack->addWidget(m_preview);

    const auto tool = [this](const QString &icon, const QString &name) {
        auto *button = new QToolButton(m_bar);
        button->setAutoRaise(true);
        button->setIcon(theme::Theme::instance().icon(icon));
        button->setAccessibleName(name);
        button->setToolTip(name);
        return button;
    };
    m_previewButton = tool(QStringLiteral("view-preview"), tr("Preview"));
    m_previewButton->setCheckable(true);
    m_suggest = tool(QStringLiteral("document-edit"), tr("Suggest a change"));
    m_suggest->hide();
    connect(m_suggest, &QToolButton::clicked, this, &CommentEditor::insertSuggestion);
    m_limit = new ui::StyledLabel({}, TextStyle::Small, Token::Muted, m_bar);
    m_buttonsRow = new QHBoxLayout(m_bar);
    m_buttonsRow->setContentsMargins(4, 4, 6, 6);
    m_buttonsRow->setSpacing(6);
    m_buttonsRow->addWidget(m_previewButton);
    m_buttonsRow->addWidget(m_suggest);
    m_buttonsRow->addWidget(m_limit);
    m_buttonsRow->addStretch(1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2, 2, 2, 2);
    column->setSpacing(0);
    column->addWidget(m_stack);
    column->addWidget(m_bar);
    setFocusProxy(m_edit);

    connect(m_previewButton, &QToolButton::toggled, this, [this](bool on) {
        if (on)
            m_preview->setMarkdown(text());
        m_stack->setCurrentIndex(on ? 1 : 0);
        grow();
    });
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        grow();
        update();
        if (!m_setting)
            Q_EMIT edited(text());
    });
    grow();
    update();
}

void CommentEditor::setText(const QString &text)
{
    if (text == this->text())
        return;
    m_setting = true;
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
    m_setting = false;
    m_previewButton->setChecked(false);
    update();
}

QString CommentEditor::text() const { return m_edit->toPlainText(); }

void CommentEditor::addButton(const QString &text, theme::ButtonVariant variant,
                              const std::function<void()> &run, bool needsText)
{
    auto *button = new QPushButton(text, m_bar);
    theme::setVariant(button, variant);
    theme::setCompact(button);
    for (const auto &other : std::as_const(m_buttons))
        other.widget->setToolTip({});
    if (needsText)
        button->setToolTip(ui::toolTipText(text, QKeySequence(Qt::CTRL | Qt::Key_Return)));
    connect(button, &QPushButton::clicked, this, run);
    m_buttonsRow->addWidget(button);
    m_buttons.append({button, run, needsText});
    update();
}

void CommentEditor::setCancel(const std::function<void()> &cancel)
{
    m_cancel = cancel;
    addButton(tr("Cancel"), theme::ButtonVariant::Flat, cancel, false);
}

void CommentEditor::setSuggestible(const QStringList &lines)
{
    m_suggestible = lines;
    m_suggest->setVisible(true);
    m_suggest->setEnabled(!lines.isEmpty());
    m_suggest->setToolTip(
        lines.isEmpty() ? tr("Suggest a change: there are no lines of the new version here")
                        : tr("Suggest a change of the %n line(s)", nullptr, static_cast<int>(lines.size())));
}

void CommentEditor::insertSuggestion()
{
    QTextCursor cursor = m_edit->textCursor();
    cursor.insertText((cursor.atBlockStart() ? QString() : QStringLiteral("\n")) +
                      QStringLiteral("```suggestion\n"));
    const int start = cursor.position();
    cursor.insertText(m_suggestible.join(QLatin1Char('\n')));
    const int end = cursor.position();
    cursor.insertText(QStringLiteral("\n```\n"));
    // The lines are selected: typing replaces them.
    cursor.setPosition(start);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    m_edit->setTextCursor(cursor);
    m_edit->setFocus();
}

void CommentEditor::setQuietUntilUsed()
{
    m_quiet = true;
    update();
}

void CommentEditor::setBusy(bool busy)
{
    m_busy = busy;
    m_edit->setReadOnly(busy);
    update();
}

void CommentEditor::focusText() { m_edit->setFocus(Qt::OtherFocusReason); }

void CommentEditor::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    // Done with writing, the keyboard goes back to what is read, and not to whatever Tab would reach next.
    const QWidget *focus = QApplication::focusWidget();
    if (!focus || (focus != this && !isAncestorOf(focus)))
        return;
    QWidget *reading = nullptr;
    for (QWidget *up = parentWidget(); up && !up->isWindow(); up = up->parentWidget()) {
        if (!reading && up->focusPolicy() != Qt::NoFocus && qobject_cast<QAbstractScrollArea *>(up))
            reading = up;
        // The whole page goes away: what had the keyboard has it again when the page comes back.
        if (reading && up->isHidden())
            return;
    }
    if (reading)
        reading->setFocus(Qt::OtherFocusReason);
}

void CommentEditor::grow()
{
    int height = lowest;
    if (m_stack->currentIndex() == 1) {
        height = m_preview->heightForWidth(std::max(200, m_stack->width()));
    } else {
        const auto *document = m_edit->document();
        // The size of a QPlainTextDocumentLayout counts lines.
        height = static_cast<int>(document->size().height()) * m_edit->fontMetrics().lineSpacing() +
                 2 * static_cast<int>(document->documentMargin()) + 2;
    }
    m_stack->setFixedHeight(std::clamp(height, lowest, highest));
}

void CommentEditor::update()
{
    const QString now = text();
    const bool tooLong = now.size() > longestComment;
    const bool hasText = !now.trimmed().isEmpty();
    for (const auto &button : std::as_const(m_buttons))
        button.widget->setEnabled(!m_busy && (!button.needsText || (hasText && !tooLong)));
    m_limit->setText(tooLong
                         ? tr("%1 characters too long").arg(ui::groupedNumber(now.size() - longestComment))
                     : now.size() > longestComment - 1000
                         ? tr("%1 characters left").arg(ui::groupedNumber(longestComment - now.size()))
                         : QString());
    theme::setInputError(this, tooLong);
    m_bar->setVisible(!m_quiet || hasText || m_edit->hasFocus());
    QFrame::update();
}

bool CommentEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit) {
        if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
            update();
        } else if (event->type() == QEvent::Resize) {
            grow();
        } else if (event->type() == QEvent::KeyPress) {
            const auto *key = static_cast<QKeyEvent *>(event);
            if (key->key() == Qt::Key_Escape && m_cancel) {
                m_cancel();
                return true;
            }
            if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
                key->modifiers() == Qt::ControlModifier && !m_buttons.isEmpty()) {
                if (m_buttons.last().widget->isEnabled())
                    m_buttons.last().run();
                return true;
            }
        }
    }
    return QFrame::eventFilter(watched, event);
}

void CommentEditor::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = m_edit->hasFocus();
    const bool wrong = text().size() > longestComment;
    painter.setBrush(theme::color(Token::Base));
    painter.setPen(QPen(theme::color(wrong     ? Token::DangerMark
                                     : focused ? Token::Accent
                                               : Token::BorderControl),
                        focused ? 2 : 1));
    const qreal half = focused ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), 4, 4);
}

} // namespace countersign::reviewui

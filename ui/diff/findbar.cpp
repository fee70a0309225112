// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/findbar.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/toolrow.h"

#include <QKeyEvent>

namespace countersign::diffview {

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_field(new ui::SearchField(tr("Find in all files"), ui::SearchField::Purpose::Search, this))
    , m_result(new ui::StyledLabel({}, theme::TextStyle::Small, theme::Token::Muted, this))
    , m_case(new QToolButton(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 5);
    row->setSpacing(4);
    m_field->setMaximumWidth(360);
    m_field->installEventFilter(this);
    m_case->setText(tr("Aa"));
    m_case->setCheckable(true);
    m_case->setAutoRaise(true);
    m_case->setToolTip(tr("Match case"));
    m_case->setAccessibleName(tr("Match case"));
    QToolButton *previous = ui::ToolRow::toolButton(QStringLiteral("chevron-up"), tr("Previous place"), this);
    previous->setToolTip(ui::toolTipText(tr("Previous place"), QKeySequence(Qt::SHIFT | Qt::Key_F3)));
    QToolButton *next = ui::ToolRow::toolButton(QStringLiteral("chevron-down"), tr("Next place"), this);
    next->setToolTip(ui::toolTipText(tr("Next place"), QKeySequence(Qt::Key_F3)));
    QToolButton *close = ui::ToolRow::toolButton(QStringLiteral("cross"), tr("Close"), this);
    row->addWidget(m_field, 1);
    row->addWidget(m_case);
    row->addWidget(previous);
    row->addWidget(next);
    row->addSpacing(4);
    row->addWidget(m_result);
    row->addStretch(1);
    row->addWidget(close);
    connect(m_field, &ui::SearchField::searchChanged, this,
            [this](const QString &text) { Q_EMIT searched(text, m_case->isChecked()); });
    connect(m_case, &QToolButton::toggled, this, [this](bool on) { Q_EMIT searched(m_field->text(), on); });
    connect(previous, &QToolButton::clicked, this, [this] { Q_EMIT stepped(false); });
    connect(next, &QToolButton::clicked, this, [this] { Q_EMIT stepped(true); });
    connect(close, &QToolButton::clicked, this, &FindBar::close);
    hide();
}

void FindBar::open(const QString &text)
{
    show();
    if (!text.isEmpty() && !text.contains(u'\n'))
        m_field->setText(text);
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void FindBar::close()
{
    hide();
    Q_EMIT closed();
}

QString FindBar::text() const { return m_field->text(); }

bool FindBar::isCaseSensitive() const { return m_case->isChecked(); }

void FindBar::setResult(int index, int count, bool limited)
{
    if (m_field->text().isEmpty())
        m_result->clear();
    else if (count < 0)
        m_result->setText(tr("Searching…"));
    else if (count == 0)
        m_result->setText(tr("Not found"));
    else if (limited)
        m_result->setText(tr("%1 of the first %2; more were found").arg(index + 1).arg(count));
    else
        m_result->setText(tr("%1 of %2").arg(index + 1).arg(count));
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            Q_EMIT stepped(!(key->modifiers() & Qt::ShiftModifier));
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(theme::Token::Toolbar));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme::color(theme::Token::Border));
}

} // namespace countersign::diffview

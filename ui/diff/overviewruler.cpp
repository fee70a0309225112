// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/overviewruler.h"

#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace countersign::diffview {

using theme::Token;

namespace {

Token tokenOf(OverviewRuler::Mark::Kind kind)
{
    switch (kind) {
    case OverviewRuler::Mark::Kind::Added:
        return Token::AddedMark;
    case OverviewRuler::Mark::Kind::Removed:
        return Token::RemovedMark;
    case OverviewRuler::Mark::Kind::Moved:
        return Token::MovedMark;
    case OverviewRuler::Mark::Kind::Thread:
    case OverviewRuler::Mark::Kind::Found:
        return Token::WarningMark;
    case OverviewRuler::Mark::Kind::Changed:
        break;
    }
    return Token::ChangedMark;
}

} // namespace

OverviewRuler::OverviewRuler(QWidget *parent)
    : QWidget(parent)
{
    setCursor(Qt::ArrowCursor);
    setAccessibleName(tr("Overview of changes"));
}

void OverviewRuler::setSource(std::function<std::vector<Mark>()> marks, std::function<Frame()> frame)
{
    m_source = std::move(marks);
    m_frame = std::move(frame);
    invalidate();
}

void OverviewRuler::invalidate()
{
    m_stale = true;
    update();
}

const std::vector<OverviewRuler::Mark> &OverviewRuler::marks()
{
    if (std::exchange(m_stale, false) && m_source)
        m_marks = m_source();
    return m_marks;
}

void OverviewRuler::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(Token::AltBase));
    painter.fillRect(0, 0, 1, height(), theme::color(Token::Border));
    if (!m_frame)
        return;
    const Frame frame = m_frame();
    const qint64 content = std::max<qint64>({1, frame.content, height()});
    const auto yOf = [&](qint64 y) { return static_cast<int>(y * height() / content); };
    // Marks of one kind that fall on the same pixels are drawn once.
    int lastBottom[6] = {-1, -1, -1, -1, -1, -1};
    for (const Mark &mark : marks()) {
        const int top = yOf(mark.top);
        const int bottom = std::max(top + 2, yOf(mark.top + mark.height));
        int &last = lastBottom[static_cast<size_t>(mark.kind)];
        if (bottom <= last)
            continue;
        last = bottom;
        const QColor color = theme::color(tokenOf(mark.kind));
        if (mark.kind == Mark::Kind::Thread) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(color);
            painter.drawEllipse(QRectF(1.5, top - 1, 4, 4));
            painter.setRenderHint(QPainter::Antialiasing, false);
        } else if (mark.kind == Mark::Kind::Found) {
            painter.fillRect(width() - 4, top, 3, std::max(2, bottom - top), color);
        } else {
            painter.fillRect(3, top, 8, bottom - top, color);
        }
    }
    const int top = yOf(frame.top);
    const int bottom = std::min(height() - 1, std::max(top + 8, yOf(frame.top + frame.height)));
    painter.setPen(theme::color(Token::BorderControl));
    painter.setBrush(Qt::NoBrush);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(QRectF(1.5, top + 0.5, width() - 3, bottom - top - 1), 2, 2);
}

void OverviewRuler::jump(int y)
{
    if (!m_frame)
        return;
    const qint64 content = std::max<qint64>({1, m_frame().content, height()});
    Q_EMIT jumped(static_cast<qint64>(y) * content / std::max(1, height()));
}

void OverviewRuler::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        jump(event->position().toPoint().y());
}

void OverviewRuler::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        jump(event->position().toPoint().y());
}

} // namespace countersign::diffview

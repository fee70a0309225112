// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/sidesplitter.h"

#include "core/accounts/settings.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QSplitterHandle>

#include <algorithm>

namespace countersign::ui {

class SideSplitterHandle : public QSplitterHandle
{
public:
    using QSplitterHandle::QSplitterHandle;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), theme::color(theme::Token::Border));
    }
    void mouseDoubleClickEvent(QMouseEvent *) override { static_cast<SideSplitter *>(splitter())->reset(); }
};

SideSplitter::SideSplitter(Qt::Orientation orientation, const QString &name, accounts::Settings *settings,
                           QWidget *parent)
    : QSplitter(orientation, parent)
    , m_name(QStringLiteral("splitter/") + name)
    , m_settings(settings)
{
    // QSplitter widens the grab area of a 1 px handle by itself.
    setHandleWidth(1);
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, &SideSplitter::remember);
}

void SideSplitter::setInitialSizes(const QList<int> &sizes)
{
    m_initial = sizes;
    for (int i = 0; i < sizes.size(); ++i)
        setStretchFactor(i, sizes[i] < 0 ? 1 : 0);
    if (m_restored)
        restore();
}

QSplitterHandle *SideSplitter::createHandle() { return new SideSplitterHandle(orientation(), this); }

void SideSplitter::showEvent(QShowEvent *event)
{
    QSplitter::showEvent(event);
    if (!m_restored) {
        m_restored = true;
        restore();
    }
}

void SideSplitter::resizeEvent(QResizeEvent *event) { QSplitter::resizeEvent(event); }

void SideSplitter::reset()
{
    if (m_initial.isEmpty())
        return;
    const int total = orientation() == Qt::Horizontal ? width() : height();
    int fixed = 0;
    for (const int size : std::as_const(m_initial))
        fixed += qMax(0, size);
    QList<int> sizes = m_initial;
    for (int &size : sizes) {
        if (size < 0)
            size = qMax(0, total - fixed);
    }
    setSizes(sizes);
    remember();
}

void SideSplitter::restore()
{
    if (m_settings && restoreState(m_settings->state(m_name))) {
        setHandleWidth(1);
        return;
    }
    reset();
}

void SideSplitter::remember()
{
    if (m_settings && m_restored)
        m_settings->setState(m_name, saveState());
}

} // namespace countersign::ui

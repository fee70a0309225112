// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QWidget>

#include <functional>
#include <vector>

namespace countersign::diffview {

/// The whole change in a strip beside the scroll bar: where something changed, where threads and found places
/// are, and which part is visible. A click jumps there. Owned by the view.
class OverviewRuler : public QWidget
{
    Q_OBJECT
public:
    static constexpr int preferredWidth = 14;

    /// A mark over the height of the content, in its pixels.
    struct Mark
    {
        enum class Kind : quint8 { Changed, Added, Removed, Moved, Thread, Found };
        Kind kind;
        qint64 top;
        qint64 height;
        bool operator==(const Mark &) const = default;
    };
    struct Frame
    {
        qint64 content = 0;
        qint64 top = 0;
        qint64 height = 0;
    };

    explicit OverviewRuler(QWidget *parent = nullptr);
    /// `marks` is asked once after each invalidate(), `frame` at each paint.
    void setSource(std::function<std::vector<Mark>()> marks, std::function<Frame()> frame);
    /// Marks are others now; they are asked for again when the ruler is painted next.
    void invalidate();
    const std::vector<Mark> &marks();

Q_SIGNALS:
    /// The user wants `y` of the content in the middle of the view.
    void jumped(qint64 y);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void jump(int y);

    std::function<std::vector<Mark>()> m_source;
    std::function<Frame()> m_frame;
    std::vector<Mark> m_marks;
    bool m_stale = true;
};

} // namespace countersign::diffview

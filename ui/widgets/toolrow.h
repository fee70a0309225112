// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace countersign::ui {

/// The row of view options above a content: options at the left, position and previous/next at the right. In
/// a narrow window labels fold first (buttons show only their icon), then whole options move into the ⋮ menu;
/// the right part never folds.
class ToolRow : public QWidget
{
    Q_OBJECT
public:
    explicit ToolRow(QWidget *parent = nullptr);

    /// Options fold from the last to the first. A widget that cannot be used from a menu is simply hidden and
    /// listed there by its accessible name, which shows a pop-up with it.
    void addOption(QWidget *widget, bool stretches = false);
    void addSpacing();
    void addTrailing(QWidget *widget);
    /// A flat 28 px tool button made here.
    static QToolButton *toolButton(const QString &icon, const QString &name, QWidget *parent);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fold();
    void fillMenu();

    struct Option
    {
        QWidget *widget;
        bool stretches;
        bool folded = false;
        Qt::ToolButtonStyle style = Qt::ToolButtonIconOnly;
    };
    QHBoxLayout *m_left;
    QHBoxLayout *m_right;
    QToolButton *m_more;
    QList<Option> m_options;
    bool m_folding = false;
};

} // namespace countersign::ui

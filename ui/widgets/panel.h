// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace countersign::ui {

/// A box with a 32 px title row; collapsible where it has a twisty. Content goes into body().
class Panel : public QFrame
{
    Q_OBJECT
public:
    /// `flush`: no outline and no round corners, for panels stacked in a side panel.
    explicit Panel(const QString &title, QWidget *parent = nullptr, bool flush = false);

    void setTitle(const QString &title, const QString &meta = {});
    void setCollapsible(bool collapsible);
    void setCollapsed(bool collapsed);
    bool isCollapsed() const { return m_collapsed; }
    /// At the right of the title row.
    void addHeaderWidget(QWidget *widget);
    QToolButton *addHeaderAction(const QString &icon, const QString &name);
    QVBoxLayout *body() const { return m_body; }

Q_SIGNALS:
    void collapsedChanged(bool collapsed);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *m_header;
    QToolButton *m_twisty;
    QLabel *m_title;
    QLabel *m_meta;
    QHBoxLayout *m_row;
    QWidget *m_content;
    QVBoxLayout *m_body;
    bool m_flush;
    bool m_collapsed = false;
};

} // namespace countersign::ui

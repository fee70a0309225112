// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/address.h"

#include <QWidget>

class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace countersign::ui {
class NavigationDelegate;
}

namespace countersign::shell {

class HubModel;

/// Inbox, pull requests, the hubs with their repositories, settings at the bottom. Below 1200 px of window
/// width, or by Ctrl+B, it shows only icons.
class Sidebar : public QWidget
{
    Q_OBJECT
public:
    explicit Sidebar(QWidget *parent = nullptr);

    void setHubs(const QList<HubModel *> &hubs);
    void setCurrent(const ui::Address &address);
    void setCollapsed(bool collapsed);
    bool isCollapsed() const { return m_collapsed; }
    void focusList();

Q_SIGNALS:
    void activated(const countersign::ui::Address &address);
    void createRequested(const QString &hub);
    void importRequested(const QString &hub);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void open(const QModelIndex &index);
    void showMenu(const QPoint &position);
    QTreeView *makeList(QStandardItemModel *model);
    static QStandardItem *makeRow(const QString &text, const QString &icon, const ui::Address &address);

    QList<HubModel *> m_hubs;
    QStandardItemModel *m_model;
    QStandardItemModel *m_bottomModel;
    ui::NavigationDelegate *m_delegate;
    QTreeView *m_list;
    QTreeView *m_bottom;
    ui::Address m_current;
    QStringList m_closed;
    bool m_collapsed = false;
    bool m_filling = false;
};

} // namespace countersign::shell

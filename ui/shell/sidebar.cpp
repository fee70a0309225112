// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/sidebar.h"

#include "ui/shell/hubmodel.h"
#include "ui/theme/theme.h"
#include "ui/widgets/navigationdelegate.h"
#include "ui/widgets/rowpainting.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace countersign::shell {

using theme::Token;
using ui::Address;
using Nav = ui::NavigationDelegate;

namespace {
constexpr int addressRole = Nav::FirstFreeRole;
constexpr int hubRole = Nav::FirstFreeRole + 1;
} // namespace

Sidebar::Sidebar(QWidget *parent)
    : QWidget(parent)
    , m_model(new QStandardItemModel(this))
    , m_bottomModel(new QStandardItemModel(this))
    , m_delegate(new ui::NavigationDelegate(this))
    , m_list(makeList(m_model))
    , m_bottom(makeList(m_bottomModel))
{
    setAccessibleName(tr("Navigation"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(0);
    m_list->setAccessibleName(tr("Navigation"));
    m_bottom->setAccessibleName(tr("Program"));
    column->addWidget(m_list, 1);
    column->addSpacing(9);
    column->addWidget(m_bottom);
    m_bottomModel->appendRow(makeRow(tr("Settings"), QStringLiteral("settings"),
                                     Address{{}, Address::Page::Settings, {}, {}, {}, {}}));
    m_bottom->setFixedHeight(ui::rowHeight(26) + 2);
    fill();
}

QTreeView *Sidebar::makeList(QStandardItemModel *model)
{
    auto *list = new QTreeView(this);
    list->setModel(model);
    list->setItemDelegate(m_delegate);
    list->setHeaderHidden(true);
    // Collapsed, the sidebar is narrower than a list wants to be.
    list->setMinimumWidth(1);
    list->header()->setMinimumSectionSize(1);
    list->setRootIsDecorated(false);
    list->setIndentation(0);
    list->setFrameShape(QFrame::NoFrame);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setMouseTracking(true);
    list->setExpandsOnDoubleClick(false);
    list->setContextMenuPolicy(Qt::CustomContextMenu);
    list->setSelectionMode(QAbstractItemView::SingleSelection);
    list->viewport()->setAutoFillBackground(false);
    list->viewport()->installEventFilter(this);
    list->installEventFilter(this);
    connect(list, &QTreeView::clicked, this, &Sidebar::open);
    connect(list, &QTreeView::activated, this, &Sidebar::open);
    connect(list, &QWidget::customContextMenuRequested, this, &Sidebar::showMenu);
    connect(list, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (const QString hub = index.data(hubRole).toString(); !m_filling && !m_closed.contains(hub))
            m_closed.append(hub);
    });
    connect(list, &QTreeView::expanded, this,
            [this](const QModelIndex &index) { m_closed.removeAll(index.data(hubRole).toString()); });
    return list;
}

QStandardItem *Sidebar::makeRow(const QString &text, const QString &icon, const Address &address)
{
    auto *item = new QStandardItem(text);
    item->setData(icon, Nav::IconRole);
    item->setData(address.toString(), addressRole);
    item->setToolTip(text);
    return item;
}

void Sidebar::setHubs(const QList<HubModel *> &hubs)
{
    m_hubs = hubs;
    for (HubModel *hub : hubs)
        connect(hub, &HubModel::changed, this, &Sidebar::fill, Qt::UniqueConnection);
    fill();
}

void Sidebar::fill()
{
    m_filling = true;
    const int scroll = m_list->verticalScrollBar()->value();
    m_model->clear();
    int waiting = 0;
    int open = 0;
    for (const HubModel *hub : std::as_const(m_hubs)) {
        waiting += hub->waitingForMe();
        open += static_cast<int>(hub->openPullRequests().size());
    }
    auto *inbox = makeRow(tr("Inbox"), QStringLiteral("inbox"), Address{});
    inbox->setData(waiting, Nav::CountRole);
    inbox->setData(true, Nav::HotRole);
    inbox->setData(tr("Inbox, %n waiting for you", nullptr, waiting), Qt::AccessibleTextRole);
    auto *requests = makeRow(tr("Pull requests"), QStringLiteral("pull-request"),
                             Address{{}, Address::Page::PullRequests, {}, {}, {}, {}});
    requests->setData(open, Nav::CountRole);
    requests->setData(tr("Pull requests, %n open", nullptr, open), Qt::AccessibleTextRole);
    m_model->appendRow(inbox);
    m_model->appendRow(requests);
    if (!m_hubs.isEmpty()) {
        auto *section = new QStandardItem(tr("Hubs"));
        section->setData(true, Nav::SectionRole);
        section->setFlags(Qt::NoItemFlags);
        m_model->appendRow(section);
    }
    for (HubModel *hub : std::as_const(m_hubs)) {
        auto *top = makeRow(hub->name(), hub->icon(), {});
        top->setData(QString(), addressRole);
        top->setData(hub->id(), hubRole);
        top->setData(!hub->repositories().isEmpty(), Nav::BranchRole);
        top->setData(static_cast<int>(hub->error().isEmpty() ? Token::ApprovalMark : Token::DangerMark),
                     Nav::DotRole);
        if (!hub->error().isEmpty())
            top->setToolTip(hub->error());
        for (const QString &name : hub->repositories()) {
            auto *row =
                makeRow(name, QStringLiteral("repository"),
                        Address{hub->id(), Address::Page::Repository, name, {}, QStringLiteral("code"), {}});
            const int count = hub->openCount(name);
            row->setData(count, Nav::CountRole);
            row->setData(hub->id(), hubRole);
            row->setData(m_collapsed ? 0 : 1, Nav::DepthRole);
            row->setData(tr("%1, %n open pull request(s)", nullptr, count).arg(name), Qt::AccessibleTextRole);
            top->appendRow(row);
        }
        m_model->appendRow(top);
        m_list->setExpanded(top->index(), !m_closed.contains(hub->id()));
    }
    m_list->verticalScrollBar()->setValue(scroll);
    m_filling = false;
    setCurrent(m_current);
}

void Sidebar::setCurrent(const Address &address)
{
    m_current = address;
    const auto find = [&](auto &&self, QStandardItem *parent) -> QStandardItem * {
        for (int row = 0; row < parent->rowCount(); ++row) {
            QStandardItem *item = parent->child(row);
            const Address own = Address::fromString(item->data(addressRole).toString());
            const bool named = !item->data(addressRole).toString().isEmpty();
            if (named && own.page == Address::Page::Repository && own.hub == address.hub &&
                !address.repository.isEmpty() && own.repository == address.repository)
                return item;
            if (named && own.page != Address::Page::Repository && own.page == address.page)
                return item;
            if (QStandardItem *inner = self(self, item))
                return inner;
        }
        return nullptr;
    };
    for (auto [list, model] : {std::pair(m_list, m_model), std::pair(m_bottom, m_bottomModel)}) {
        QStandardItem *item = find(find, model->invisibleRootItem());
        list->selectionModel()->setCurrentIndex(item ? item->index() : QModelIndex(),
                                                QItemSelectionModel::ClearAndSelect);
    }
}

void Sidebar::setCollapsed(bool collapsed)
{
    if (m_collapsed == collapsed)
        return;
    m_collapsed = collapsed;
    m_delegate->setCollapsed(collapsed);
    fill();
}

void Sidebar::focusList() { m_list->setFocus(Qt::TabFocusReason); }

void Sidebar::open(const QModelIndex &index)
{
    const QString address = index.data(addressRole).toString();
    if (!address.isEmpty())
        Q_EMIT activated(Address::fromString(address));
    else if (auto *list = qobject_cast<QTreeView *>(sender()); list && index.data(Nav::BranchRole).toBool())
        list->setExpanded(index, !list->isExpanded(index));
}

void Sidebar::showMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    const QString hub = index.data(hubRole).toString();
    if (hub.isEmpty() || sender() != m_list)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const QString address = index.data(addressRole).toString(); !address.isEmpty()) {
        const auto section = [&](const QString &text, const QString &tab) {
            Address target = Address::fromString(address);
            target.tab = tab;
            menu->addAction(text, this, [this, target] { Q_EMIT activated(target); });
        };
        section(tr("&Code"), QStringLiteral("code"));
        section(tr("C&ommits"), QStringLiteral("commits"));
        section(tr("&Branches"), QStringLiteral("branches"));
        section(tr("&Pull requests"), QStringLiteral("pullrequests"));
        section(tr("&Settings"), QStringLiteral("settings"));
        menu->addSeparator();
    }
    menu->addAction(tr("&New repository…"), this, [this, hub] { Q_EMIT createRequested(hub); });
    menu->addAction(tr("&Import a repository…"), this, [this, hub] { Q_EMIT importRequested(hub); });
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

bool Sidebar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint &&
        (watched == m_list->viewport() || watched == m_bottom->viewport())) {
        QPainter painter(static_cast<QWidget *>(watched));
        painter.fillRect(static_cast<QWidget *>(watched)->rect(), theme::color(Token::Sidebar));
    }
    if (event->type() == QEvent::KeyPress && watched == m_list) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const QModelIndex index = m_list->currentIndex();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (const QString address = index.data(addressRole).toString(); !address.isEmpty())
                Q_EMIT activated(Address::fromString(address));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(Token::Sidebar));
    painter.fillRect(16, m_bottom->y() - 6, width() - 32, 1, theme::color(Token::Border));
}

} // namespace countersign::shell

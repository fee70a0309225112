// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/historylist.h"

#include "ui/code/historydelegate.h"
#include "ui/code/historymodel.h"
#include "ui/widgets/graphpainter.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QShortcut>

#include <algorithm>

namespace countersign::code {

HistoryList::HistoryList(HistoryModel *model, ui::People *people, QWidget *parent)
    : QTableView(parent)
    , m_history(model)
{
    setModel(model);
    setItemDelegate(new HistoryDelegate(people, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setShowGrid(false);
    setFrameShape(NoFrame);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setAccessibleName(tr("Commits"));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(20);
    verticalHeader()->setDefaultSectionSize(std::max(26, fontMetrics().height() + 8));
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(40);
    header->setSectionResizeMode(HistoryModel::Message, QHeaderView::Stretch);
    updateColumns();

    connect(model, &HistoryModel::graphWidened, this, &HistoryList::updateColumns);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HistoryList::selectionChangedByRows);
    connect(this, &QWidget::customContextMenuRequested, this, &HistoryList::openMenu);
    connect(this, &QTableView::activated, this, &HistoryList::detailsRequested);
    const auto onKey = [this](const QKeySequence &key, const auto &work) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, work);
    };
    onKey(QKeySequence::Copy, [this] { copyId(); });
    // A row is one thing here: the ends are the first and the last commit.
    onKey(Qt::Key_Home, [this] { step(-m_history->rowCount()); });
    onKey(Qt::Key_End, [this] { step(m_history->rowCount()); });
    onKey(Qt::Key_J, [this] { step(1); });
    onKey(Qt::Key_K, [this] { step(-1); });
}

void HistoryList::resizeEvent(QResizeEvent *event)
{
    updateColumns();
    QTableView::resizeEvent(event);
}

void HistoryList::updateColumns()
{
    QHeaderView *header = horizontalHeader();
    // A graph that is very wide takes no more than a fifth of the room; lanes beyond are cut.
    const int graph =
        std::clamp(24 + m_history->widestGraph() * ui::graphLaneWidth, 90, std::max(90, width() / 5));
    header->resizeSection(HistoryModel::Graph, graph);
    header->resizeSection(HistoryModel::Author, 170);
    header->resizeSection(HistoryModel::Date, 136);
    header->resizeSection(HistoryModel::Id, 88);
}

git::Oid HistoryList::currentId() const { return m_history->idAt(currentIndex().row()); }

QList<git::Oid> HistoryList::selectedIds() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedRows())
        rows.append(index.row());
    std::ranges::sort(rows);
    QList<git::Oid> ids;
    for (const int row : std::as_const(rows))
        ids.append(m_history->idAt(row));
    return ids;
}

bool HistoryList::selectId(const git::Oid &id)
{
    const int row = m_history->rowOf(id);
    if (row < 0)
        return false;
    selectRow(row);
    scrollTo(m_history->index(row, 0), PositionAtCenter);
    return true;
}

void HistoryList::copyId() const
{
    if (const git::Oid id = currentId(); !id.isNull())
        QGuiApplication::clipboard()->setText(id.toString());
}

void HistoryList::step(int rows)
{
    if (m_history->rowCount() > 0)
        selectRow(std::clamp(currentIndex().row() + rows, 0, m_history->rowCount() - 1));
}

void HistoryList::openMenu(const QPoint &position)
{
    const git::Oid id = m_history->idAt(rowAt(position.y()));
    if (!id.isNull())
        Q_EMIT menuRequested(id, viewport()->mapToGlobal(position));
}

} // namespace countersign::code

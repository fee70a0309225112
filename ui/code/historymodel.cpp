// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/historymodel.h"

#include "core/base/async.h"
#include "ui/widgets/relativetime.h"

namespace countersign::code {

HistoryModel::HistoryModel(RepositoryReader *reader, QObject *parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
{
}

HistoryModel::~HistoryModel() { m_stop.request_stop(); }

void HistoryModel::stop()
{
    m_stop.request_stop();
    m_loading = false;
}

void HistoryModel::load(const git::LogOptions &options)
{
    m_stop.request_stop();
    m_stop = {};
    m_loading = true;
    const int generation = ++m_generation;
    const auto deliver = deliverTo(this, [this, generation](const std::shared_ptr<Batch> &batch, bool first) {
        if (generation == m_generation)
            append(batch, first);
    });
    const auto job = m_reader->run([options, deliver, stop = m_stop.get_token()](
                                       const git::Repository &repository, std::stop_token) -> Result<bool> {
        // Lanes are placed here, so that the screen only takes finished rows.
        GraphLanes lanes;
        QHash<QString, int> authors;
        bool first = true;
        const auto done = git::log(
            repository, options,
            [&](const QList<git::CommitInfo> &commits) {
                auto batch = std::make_shared<Batch>();
                batch->rows.reserve(static_cast<size_t>(commits.size()));
                for (const git::CommitInfo &commit : commits) {
                    const QString key = commit.author.email + u'\n' + commit.author.name;
                    auto known = authors.constFind(key);
                    if (known == authors.cend()) {
                        known = authors.insert(key, static_cast<int>(authors.size()));
                        batch->newAuthors.push_back({commit.author.name, commit.author.email});
                    }
                    batch->rows.push_back(
                        {commit.id, commit.author.when, *known, commit.subject().left(400).toUtf8()});
                    batch->graph.push_back(lanes.add(commit.id, commit.parents));
                    batch->width = std::max(batch->width, lanes.width());
                }
                deliver(batch, first);
                first = false;
                return !stop.stop_requested();
            },
            stop);
        if (!done)
            return std::unexpected(done.error());
        return first;
    });
    onFinished(job.future, this, [this, generation](const Result<bool> &empty) {
        if (generation != m_generation)
            return;
        m_loading = false;
        if (!empty) {
            if (empty.error().kind != ErrorKind::Cancelled)
                Q_EMIT failed(empty.error());
            return;
        }
        if (*empty) {
            beginResetModel();
            m_rows.clear();
            m_graph.clear();
            endResetModel();
        }
        Q_EMIT finished();
    });
}

void HistoryModel::append(const std::shared_ptr<Batch> &batch, bool first)
{
    const auto take = [&] {
        for (auto &author : batch->newAuthors)
            m_authors.push_back(std::move(author));
        m_rows.insert(m_rows.end(), std::make_move_iterator(batch->rows.begin()),
                      std::make_move_iterator(batch->rows.end()));
        m_graph.insert(m_graph.end(), std::make_move_iterator(batch->graph.begin()),
                       std::make_move_iterator(batch->graph.end()));
    };
    if (first) {
        beginResetModel();
        m_rows.clear();
        m_graph.clear();
        m_authors.clear();
        m_widest = 1;
        take();
        endResetModel();
    } else if (!batch->rows.empty()) {
        const int from = static_cast<int>(m_rows.size());
        beginInsertRows({}, from, from + static_cast<int>(batch->rows.size()) - 1);
        take();
        endInsertRows();
    }
    if (batch->width > m_widest) {
        m_widest = batch->width;
        Q_EMIT graphWidened();
    }
    if (first)
        Q_EMIT firstRowsShown();
}

void HistoryModel::setRefs(const QHash<git::Oid, QList<ui::ChipContent>> &refs)
{
    m_refs = refs;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, Message), index(rowCount() - 1, Message), {RefsRole});
}

git::Oid HistoryModel::idAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<size_t>(row)].id : git::Oid();
}

int HistoryModel::rowOf(const git::Oid &id) const
{
    const auto it = std::ranges::find(m_rows, id, &Row::id);
    return it == m_rows.end() ? -1 : static_cast<int>(it - m_rows.begin());
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    const auto &author = m_authors[static_cast<size_t>(row.author)];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Message:
            return QString::fromUtf8(row.subject);
        case Author:
            return author.first;
        case Date:
            return ui::relativeTime(row.when * 1000);
        case Id:
            return row.id.shortString();
        default:
            return {};
        }
    case Qt::ToolTipRole:
        if (index.column() == Date)
            return ui::fullTime(row.when * 1000);
        if (index.column() == Id)
            return row.id.toString();
        if (index.column() == Author)
            return QStringLiteral("%1 <%2>").arg(author.first, author.second);
        return index.column() == Message ? QVariant(QString::fromUtf8(row.subject)) : QVariant();
    case Qt::AccessibleTextRole:
        return tr("%1, by %2, %3, commit %4")
            .arg(QString::fromUtf8(row.subject), author.first, ui::fullTime(row.when * 1000),
                 row.id.shortString());
    case GraphRole:
        return QVariant::fromValue<const void *>(&m_graph[static_cast<size_t>(index.row())]);
    case RefsRole:
        return QVariant::fromValue(m_refs.value(row.id));
    case AuthorNameRole:
        return author.first;
    case AuthorEmailRole:
        return author.second;
    case WhenRole:
        return row.when;
    case IdRole:
        return row.id.toString();
    default:
        return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Graph:
        return tr("Graph");
    case Message:
        return tr("Message");
    case Author:
        return tr("Author");
    case Date:
        return tr("Date");
    case Id:
        return tr("Commit");
    default:
        return {};
    }
}

} // namespace countersign::code

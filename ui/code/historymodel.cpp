// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/historymodel.h"

#include "core/base/async.h"
#include "ui/code/graphlanes.h"
#include "ui/widgets/relativetime.h"

#include <algorithm>

namespace countersign::code {

namespace {

/// Whether the parents of the commits are among them: filters by text leave out commits in between, and a
/// line to a commit that never comes would only run down the graph.
bool isConnected(const git::LogOptions &options)
{
    return options.message.isEmpty() && options.author.isEmpty() && options.changedText.isEmpty() &&
           !options.follow;
}

} // namespace

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
        // Lanes are placed and rows packed here, so that the screen only takes finished blocks.
        GraphLanes lanes;
        QHash<QString, int> authors;
        bool first = true;
        const bool connected = isConnected(options);
        const auto done = git::log(
            repository, options,
            [&](const QList<git::CommitInfo> &commits) {
                auto batch = std::make_shared<Batch>();
                for (const git::CommitInfo &commit : commits) {
                    const QString key = commit.author.email + u'\n' + commit.author.name;
                    auto known = authors.constFind(key);
                    if (known == authors.cend()) {
                        known = authors.insert(key, static_cast<int>(authors.size()));
                        batch->newAuthors.push_back({commit.author.name, commit.author.email});
                    }
                    batch->rows.append(commit, *known,
                                       lanes.add(commit.id, connected ? commit.parents : QList<git::Oid>()));
                    batch->width = std::max(batch->width, lanes.width());
                }
                batch->rows.squeeze();
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
            clearRows();
            endResetModel();
        }
        Q_EMIT finished();
    });
}

void HistoryModel::clearRows()
{
    m_blocks.clear();
    m_starts.clear();
    m_count = 0;
    m_authors.clear();
    m_widest = 1;
}

void HistoryModel::append(const std::shared_ptr<Batch> &batch, bool first)
{
    const int size = batch->rows.size();
    const auto take = [&] {
        std::ranges::move(batch->newAuthors, std::back_inserter(m_authors));
        m_starts.push_back(m_count);
        m_blocks.push_back(std::move(batch->rows));
        m_count += size;
    };
    if (first) {
        beginResetModel();
        clearRows();
        take();
        endResetModel();
    } else if (size > 0) {
        beginInsertRows({}, m_count, m_count + size - 1);
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

HistoryModel::Place HistoryModel::placeOf(int row) const
{
    const auto after = std::ranges::upper_bound(m_starts, row);
    const auto index = static_cast<size_t>(after - m_starts.begin()) - 1;
    return {&m_blocks[index], row - m_starts[index]};
}

void HistoryModel::setRefs(const QHash<git::Oid, QList<ui::ChipContent>> &refs)
{
    m_refs = refs;
    if (m_count > 0)
        Q_EMIT dataChanged(index(0, Message), index(m_count - 1, Message), {RefsRole});
}

git::Oid HistoryModel::idAt(int row) const
{
    if (row < 0 || row >= m_count)
        return {};
    const Place place = placeOf(row);
    return place.block->id(place.row);
}

int HistoryModel::rowOf(const git::Oid &id) const
{
    for (size_t i = 0; i < m_blocks.size(); ++i) {
        if (const int row = m_blocks[i].rowOf(id); row >= 0)
            return m_starts[i] + row;
    }
    return -1;
}

int HistoryModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_count; }

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto [block, row] = placeOf(index.row());
    const auto &author = m_authors[static_cast<size_t>(block->author(row))];
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Message: {
            const QString subject = block->subject(row);
            return subject.isEmpty() ? tr("(no message)") : subject;
        }
        case Author:
            return author.first;
        case Date:
            return ui::relativeTime(block->when(row) * 1000);
        case Id:
            return block->id(row).shortString();
        default:
            return {};
        }
    case Qt::ToolTipRole:
        if (index.column() == Date)
            return ui::fullTime(block->when(row) * 1000);
        if (index.column() == Id)
            return block->id(row).toString();
        if (index.column() == Author)
            return QStringLiteral("%1 <%2>").arg(author.first, author.second);
        return index.column() == Message ? QVariant(block->subject(row)) : QVariant();
    case Qt::AccessibleTextRole:
        return tr("%1, by %2, %3, commit %4")
            .arg(block->subject(row), author.first, ui::fullTime(block->when(row) * 1000),
                 block->id(row).shortString());
    case GraphRole:
        return QVariant::fromValue(block->graph(row));
    case RefsRole:
        return QVariant::fromValue(m_refs.value(block->id(row)));
    case AuthorNameRole:
        return author.first;
    case AuthorEmailRole:
        return author.second;
    case WhenRole:
        return block->when(row);
    case IdRole:
        return block->id(row).toString();
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

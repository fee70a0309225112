// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/palettemodel.h"

#include <QRegularExpression>

#include <algorithm>

namespace countersign::shell {

namespace {

// Enough to choose from; more would be read by nobody.
constexpr qsizetype perGroup = 8;
constexpr qsizetype alone = 60;

} // namespace

int matchScore(const QString &query, const QString &text, QList<int> *positions)
{
    if (positions)
        positions->clear();
    if (query.isEmpty())
        return 0;
    // In one piece is best, at the start of a word better still.
    if (const qsizetype at = text.indexOf(query, 0, Qt::CaseInsensitive); at >= 0) {
        if (positions) {
            for (qsizetype i = 0; i < query.size(); ++i)
                positions->append(static_cast<int>(at + i));
        }
        const bool atWord = at == 0 || !text[at - 1].isLetterOrNumber();
        return 1000 + (atWord ? 500 : 0) + (at == 0 ? 250 : 0) -
               static_cast<int>(qMin(text.size(), qsizetype(200)));
    }
    int score = 500;
    qsizetype from = 0;
    for (const QChar letter : query) {
        if (letter.isSpace())
            continue;
        const qsizetype at = text.indexOf(letter, from, Qt::CaseInsensitive);
        if (at < 0)
            return -1;
        const bool atWord = at == 0 || !text[at - 1].isLetterOrNumber();
        score += at == from ? 8 : atWord ? 5 : -2;
        if (positions)
            positions->append(static_cast<int>(at));
        from = at + 1;
    }
    return qMax(1, score - static_cast<int>(qMin(text.size(), qsizetype(200))));
}

void PaletteModel::setItems(const QList<PaletteItem> &items)
{
    m_items = items;
    rebuild();
}

void PaletteModel::addItems(const QList<PaletteItem> &items)
{
    m_items += items;
    rebuild();
}

void PaletteModel::setQuery(const QString &query)
{
    m_query = query;
    rebuild();
}

const PaletteItem *PaletteModel::item(int row) const
{
    if (row < 0 || row >= m_rows.size() || m_rows[row].item == -1)
        return nullptr;
    return m_rows[row].item == -2 ? &m_line : &m_items[m_rows[row].item];
}

QString PaletteModel::groupName(PaletteItem::Kind kind)
{
    switch (kind) {
    case PaletteItem::Kind::Command:
        return tr("Commands");
    case PaletteItem::Kind::Repository:
        return tr("Repositories");
    case PaletteItem::Kind::PullRequest:
        return tr("Pull requests");
    case PaletteItem::Kind::Person:
        return tr("People");
    case PaletteItem::Kind::File:
        break;
    }
    return tr("Files");
}

void PaletteModel::rebuild()
{
    using Kind = PaletteItem::Kind;
    QList<Kind> kinds{Kind::File, Kind::PullRequest, Kind::Repository, Kind::Command, Kind::Person};
    QString query = m_query.trimmed();
    if (query.startsWith(QLatin1Char(':'))) {
        beginResetModel();
        m_rows.clear();
        bool isNumber = false;
        const int line = query.mid(1).trimmed().toInt(&isNumber);
        if (isNumber && line > 0 && m_lineJump) {
            m_line = {Kind::File,
                      tr("Go to line %1").arg(line),
                      {},
                      {},
                      QStringLiteral("chevron-right"),
                      {},
                      {},
                      [jump = m_lineJump, line] { jump(line); }};
            m_rows.append({-2, Kind::File, {}});
        }
        endResetModel();
        return;
    }
    if (!query.isEmpty()) {
        const QChar prefix = query.at(0);
        const QHash<QChar, Kind> narrow{{QLatin1Char('>'), Kind::Command},
                                        {QLatin1Char('@'), Kind::Person},
                                        {QLatin1Char('#'), Kind::PullRequest},
                                        {QLatin1Char('/'), Kind::File}};
        if (const auto it = narrow.find(prefix); it != narrow.end()) {
            kinds = {*it};
            query = query.mid(1).trimmed();
        }
    } else {
        // Nothing typed: what people come for most.
        kinds = {Kind::Repository, Kind::PullRequest, Kind::Command};
    }
    struct Found
    {
        int item;
        int score;
        QList<int> positions;
    };
    QList<Row> rows;
    for (const Kind kind : kinds) {
        QList<Found> found;
        for (int i = 0; i < m_items.size(); ++i) {
            const PaletteItem &item = m_items[i];
            if (item.kind != kind)
                continue;
            Found one{i, 0, {}};
            one.score = matchScore(query, item.text, &one.positions);
            if (one.score < 0 || (one.score < 400 && !query.isEmpty())) {
                // The detail counts less, and is not marked.
                const int other = matchScore(query, item.detail);
                if (other < 500 && one.score < 0)
                    continue;
                one.score = qMax(one.score, other / 2);
            }
            if (one.score >= 0)
                found.append(one);
        }
        std::ranges::stable_sort(found, std::ranges::greater(), &Found::score);
        if (found.isEmpty())
            continue;
        rows.append({-1, kind, {}});
        for (const Found &one : found.mid(0, kinds.size() == 1 ? alone : perGroup))
            rows.append({one.item, kind, one.positions});
    }
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Row &row = m_rows[index.row()];
    const PaletteItem *found = item(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return found ? found->text : groupName(row.kind);
    case Qt::AccessibleTextRole:
        if (!found)
            return groupName(row.kind);
        return QStringList{found->text, found->detail, found->trailing, found->reason,
                           found->key.toString(QKeySequence::NativeText)}
            .filter(QRegularExpression(QStringLiteral(".")))
            .join(QStringLiteral(", "));
    case GroupRole:
        return !found;
    case PositionsRole:
        return QVariant::fromValue(row.positions);
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    return item(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace countersign::shell

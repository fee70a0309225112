// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

// The graph of random histories: whatever the shape, rows join into unbroken lines.

#include "ui/code/graphlanes.h"
#include "ui/code/historyblock.h"

#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace countersign;

namespace {

git::Oid numbered(int number)
{
    return *git::Oid::fromHex(QByteArrayView(QByteArray::number(number + 1, 16).rightJustified(40, '0')));
}

struct History
{
    QList<git::Oid> ids;
    QList<QList<git::Oid>> parents;
};

// Children before parents, as --topo-order gives them: commit i has parents of higher numbers.
History randomHistory(quint32 seed, int size, int openness, int mergePercent, bool shallow)
{
    QRandomGenerator random(seed);
    History history;
    for (int i = 0; i < size; ++i) {
        history.ids.append(numbered(i));
        QList<git::Oid> parents;
        const int count = random.bounded(100) < mergePercent ? 2 + random.bounded(3) : 1;
        for (int p = 0; p < count && random.bounded(50) > 0; ++p) {
            const int parent = i + 1 + random.bounded(openness);
            // A shallow history names parents that never come.
            if (parent < size || shallow)
                parents.append(numbered(parent));
        }
        history.parents.append(parents);
    }
    return history;
}

std::multiset<int> ends(const QList<ui::GraphRow::Line> &lines, bool from)
{
    std::multiset<int> lanes;
    for (const ui::GraphRow::Line &line : lines)
        lanes.insert(from ? line.fromLane : line.toLane);
    return lanes;
}

std::set<int> distinct(const std::multiset<int> &lanes) { return {lanes.begin(), lanes.end()}; }

} // namespace

class TestGraphLanes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linesAreUnbroken_data();
    void linesAreUnbroken();
    void packedRowsAreTheSame();
    void octopusAndRepeatedParent();
    void thousandsOfOpenLanes();
};

void TestGraphLanes::linesAreUnbroken_data()
{
    QTest::addColumn<int>("openness");
    QTest::addColumn<int>("mergePercent");
    QTest::addColumn<bool>("shallow");
    QTest::newRow("linear") << 1 << 0 << false;
    QTest::newRow("few branches") << 4 << 15 << false;
    QTest::newRow("many branches") << 40 << 40 << false;
    QTest::newRow("only merges") << 12 << 100 << false;
    QTest::newRow("shallow") << 25 << 30 << true;
}

void TestGraphLanes::linesAreUnbroken()
{
    QFETCH(int, openness);
    QFETCH(int, mergePercent);
    QFETCH(bool, shallow);
    for (quint32 seed = 1; seed <= 40; ++seed) {
        const History history = randomHistory(seed, 200, openness, mergePercent, shallow);
        code::GraphLanes lanes;
        // The commit that each lane leads to, and its colour, kept here by the rows' own words alone.
        QHash<int, git::Oid> leads;
        QHash<int, int> colors;
        QList<ui::GraphRow::Line> above;
        for (qsizetype i = 0; i < history.ids.size(); ++i) {
            const git::Oid id = history.ids[i];
            const ui::GraphRow row = lanes.add(id, history.parents[i]);
            QCOMPARE(row.merge, history.parents[i].size() > 1);
            // What leaves the row above enters this one, lane by lane.
            QCOMPARE(distinct(ends(row.upper, true)), distinct(ends(above, false)));
            bool expected = false;
            for (const ui::GraphRow::Line &line : row.upper) {
                QVERIFY2(leads.contains(line.fromLane), "a line from nowhere");
                QCOMPARE(line.color, colors.value(line.fromLane));
                // A line bends to the node exactly when it leads to this commit.
                if (leads.value(line.fromLane) == id) {
                    QCOMPARE(line.toLane, row.lane);
                    expected = true;
                } else {
                    QCOMPARE(line.toLane, line.fromLane);
                    QVERIFY2(line.toLane != row.lane, "a foreign line runs through the node");
                }
            }
            const bool hasChild = std::ranges::any_of(leads, [&](const git::Oid &to) { return to == id; });
            QCOMPARE(expected, hasChild);
            // Passing lines go on; each parent is reached by one line from the node.
            QHash<int, git::Oid> after;
            QHash<int, int> afterColors;
            for (const ui::GraphRow::Line &line : row.lower) {
                if (line.fromLane == row.lane)
                    continue;
                QCOMPARE(line.toLane, line.fromLane);
                QCOMPARE(line.color, colors.value(line.fromLane));
                after.insert(line.fromLane, leads.value(line.fromLane));
                afterColors.insert(line.fromLane, line.color);
            }
            for (auto it = leads.cbegin(); it != leads.cend(); ++it)
                QVERIFY2(it.value() == id || after.contains(it.key()), "a line ends in the air");
            QList<git::Oid> waiting;
            for (const git::Oid &parent : history.parents[i]) {
                if (!waiting.contains(parent))
                    waiting.append(parent);
            }
            qsizetype fromNode = 0;
            for (const ui::GraphRow::Line &line : row.lower) {
                if (line.fromLane != row.lane)
                    continue;
                ++fromNode;
                // To a lane that leads to one of the parents already, or a lane of its own.
                if (after.contains(line.toLane)) {
                    QVERIFY(waiting.removeOne(after.value(line.toLane)));
                    continue;
                }
                const auto next = std::ranges::find_if(waiting, [&](const git::Oid &parent) {
                    return std::ranges::none_of(after, [&](const git::Oid &to) { return to == parent; });
                });
                QVERIFY2(next != waiting.end(), "a line to no parent");
                after.insert(line.toLane, *next);
                afterColors.insert(line.toLane, line.color);
                waiting.erase(next);
            }
            QVERIFY2(waiting.isEmpty(), "a parent is not reached");
            QVERIFY(fromNode <= history.parents[i].size());
            QCOMPARE(lanes.width() > 0, !after.isEmpty());
            leads = after;
            colors = afterColors;
            above = row.lower;
        }
        if (!shallow)
            QVERIFY2(leads.isEmpty(), "lines run on below the last commit");
    }
}

void TestGraphLanes::packedRowsAreTheSame()
{
    const History history = randomHistory(7, 500, 30, 35, true);
    code::GraphLanes lanes;
    code::HistoryBlock block;
    QList<ui::GraphRow> rows;
    for (qsizetype i = 0; i < history.ids.size(); ++i) {
        git::CommitInfo commit;
        commit.id = history.ids[i];
        commit.author.when = 1'767'268'800 + i;
        commit.message = QStringLiteral("Señal %1\n\nmore").arg(i);
        rows.append(lanes.add(commit.id, history.parents[i]));
        block.append(commit, static_cast<int>(i % 7), rows.last());
    }
    block.squeeze();
    QCOMPARE(block.size(), 500);
    const auto sorted = [](QList<ui::GraphRow::Line> lines) {
        std::ranges::sort(lines, {}, [](const ui::GraphRow::Line &line) {
            return std::tuple(line.fromLane, line.toLane, line.color);
        });
        QStringList texts;
        for (const ui::GraphRow::Line &line : std::as_const(lines))
            texts.append(QStringLiteral("%1>%2:%3").arg(line.fromLane).arg(line.toLane).arg(line.color));
        return texts;
    };
    for (int i = 0; i < block.size(); ++i) {
        QCOMPARE(block.id(i), history.ids[i]);
        QCOMPARE(block.rowOf(history.ids[i]), i);
        QCOMPARE(block.when(i), 1'767'268'800 + i);
        QCOMPARE(block.author(i), i % 7);
        QCOMPARE(block.subject(i), QStringLiteral("Señal %1").arg(i));
        const ui::GraphRow row = block.graph(i);
        QCOMPARE(row.lane, rows[i].lane);
        QCOMPARE(row.color, rows[i].color);
        QCOMPARE(row.merge, rows[i].merge);
        QCOMPARE(sorted(row.upper), sorted(rows[i].upper));
        QCOMPARE(sorted(row.lower), sorted(rows[i].lower));
    }
    QCOMPARE(block.rowOf(numbered(9999)), -1);
}

void TestGraphLanes::octopusAndRepeatedParent()
{
    code::GraphLanes lanes;
    const ui::GraphRow octopus = lanes.add(numbered(0), {numbered(1), numbered(2), numbered(3), numbered(1)});
    QCOMPARE(octopus.lower.size(), 3);
    QCOMPARE(lanes.width(), 3);
    for (int i = 1; i <= 3; ++i)
        lanes.add(numbered(i), {numbered(4)});
    QCOMPARE(lanes.width(), 1);
    const ui::GraphRow root = lanes.add(numbered(4), {});
    QCOMPARE(root.lane, 0);
    QCOMPARE(root.upper.size(), 1);
    QVERIFY(root.lower.isEmpty());
    QCOMPARE(lanes.width(), 0);
}

void TestGraphLanes::thousandsOfOpenLanes()
{
    code::GraphLanes lanes;
    constexpr int tips = 5000;
    for (int i = 0; i < tips; ++i) {
        const ui::GraphRow row = lanes.add(numbered(i), {numbered(tips + i)});
        QVERIFY(row.lower.size() <= code::GraphLanes::mostDrawn + 1);
    }
    QCOMPARE(lanes.width(), tips);
    for (int i = 0; i < tips; ++i)
        lanes.add(numbered(tips + i), {});
    QCOMPARE(lanes.width(), 0);
}

QTEST_GUILESS_MAIN(TestGraphLanes)
#include "tst_graphlanes.moc"

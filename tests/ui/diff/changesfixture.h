// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/gittest.h"
#include "tests/support/scratchrepository.h"
#include "ui/diff/changespanel.h"
#include "ui/diff/diffview.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <memory>

namespace countersign::diffview {

/// What the tests look at inside the view.
class DiffViewProbe
{
public:
    explicit DiffViewProbe(DiffView &view)
        : m_view(view)
    {
    }
    const std::vector<ViewRow> &rows(int file) const
    {
        return m_view.m_files[static_cast<size_t>(file)].rows;
    }
    QStringList facts(int file) const { return m_view.m_files[static_cast<size_t>(file)].facts; }
    int rowOf(int file, ViewRow::Kind kind) const
    {
        for (size_t i = 0; i < rows(file).size(); ++i) {
            if (rows(file)[i].kind == kind)
                return static_cast<int>(i);
        }
        return -1;
    }
    QRect area(int file, int row) const { return m_view.rowArea({file, row}); }
    int rowOfLine(int file, Side side, int line) const { return m_view.rowOfLine(file, side, line).row; }
    QString message(int file) const { return m_view.messageOf(m_view.m_files[static_cast<size_t>(file)]); }
    QString enclosing(int file, int fold) const
    {
        return m_view.m_files[static_cast<size_t>(file)].enclosing.value(fold).name;
    }
    int exactHeight(int file, int row) const
    {
        const auto &entry = m_view.m_files[static_cast<size_t>(file)];
        return m_view.rowHeight(entry, entry.rows[static_cast<size_t>(row)], true);
    }
    int textLeft(Side side) const { return m_view.m_columns.textLeft(side, m_view.m_split); }
    int moved(int file, int line) const
    {
        return m_view.m_files[static_cast<size_t>(file)].movedFrom.find(line).line;
    }
    int words(int file, Side side, int row) const
    {
        bool whole = false;
        auto &entry = m_view.m_files[static_cast<size_t>(file)];
        return static_cast<int>(
            m_view.wordsOf(entry, entry.rows[static_cast<size_t>(row)], side, &whole).size());
    }

private:
    DiffView &m_view;
};

} // namespace countersign::diffview

namespace countersign::test {

using namespace countersign::diffview;

inline QByteArray numbered(int from, int to)
{
    QByteArray text;
    for (int i = from; i <= to; ++i)
        text += "line " + QByteArray::number(i) + '\n';
    return text;
}

/// A repository with two commits and a panel that shows the second one.
struct Fixture
{
    ScratchRepository repository;
    QHash<QByteArray, QByteArray> before;
    QHash<QByteArray, QByteArray> after;
    /// Does more before each of the two commits.
    std::function<void(bool isAfter)> prepare = [](bool) {};
    std::unique_ptr<ChangesPanel> panel;

    void show(ChangesPanel::Role role = ChangesPanel::Role::Review, const QSize &size = {1160, 700})
    {
        for (auto it = before.cbegin(); it != before.cend(); ++it)
            repository.write(it.key(), it.value());
        repository.write("keep", "kept\n");
        prepare(false);
        const QByteArray first = repository.commit(QStringLiteral("Before"));
        for (auto it = before.cbegin(); it != before.cend(); ++it) {
            if (!after.contains(it.key()))
                repository.remove(it.key());
        }
        for (auto it = after.cbegin(); it != after.cend(); ++it)
            repository.write(it.key(), it.value());
        prepare(true);
        const QByteArray second = repository.commit(QStringLiteral("After"));
        panel = std::make_unique<ChangesPanel>(role, nullptr);
        panel->resize(size);
        panel->show();
        ChangeSource source;
        source.gitDirectory = repository.gitDirectory();
        source.before = idOf(first);
        source.after = idOf(second);
        source.beforeLabel = QStringLiteral("Revision 2");
        source.afterLabel = QStringLiteral("Revision 3");
        QSignalSpy loaded(panel.get(), &ChangesPanel::loaded);
        panel->setSource(source);
        QTRY_VERIFY(!loaded.isEmpty());
        if (view().fileCount() > 0)
            QTRY_VERIFY(view().content(0));
    }
    DiffView &view() const { return *panel->view(); }
    DiffViewProbe probe() const { return DiffViewProbe(view()); }
    void click(int file, int row, int x = 80) const
    {
        const QRect area = probe().area(file, row);
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, QPoint(x, area.center().y()));
    }
};

} // namespace countersign::test

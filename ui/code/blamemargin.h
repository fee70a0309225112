// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/repository.h"
#include "ui/code/repositoryreader.h"

#include <QObject>

#include <vector>

namespace countersign::ui {
class People;
}
namespace countersign::diffview {
class CodeView;
}

namespace countersign::code {

/// Who last changed each line, painted in the margin of a code view: hunks arrive in any order and fill in as
/// Git finds them. Owned by the file panel; screen's thread.
class BlameMargin : public QObject
{
    Q_OBJECT
public:
    BlameMargin(diffview::CodeView *view, RepositoryReader *reader, ui::People *people, QObject *parent);
    ~BlameMargin() override;

    void show(const git::Oid &commit, const QByteArray &path);
    void hide();
    bool isShown() const { return m_shown; }
    /// What is known of a line; null commit while nothing is.
    git::BlameHunk hunkAt(int line) const;
    /// How many lines something is known of.
    int knownLines() const;
    static constexpr int width = 260;

Q_SIGNALS:
    void commitRequested(const QString &id);
    /// Blame as of before the commit of a line.
    void beforeRequested(const QString &commit, const QByteArray &path, int line);
    void finished();
    void failed(const countersign::Error &error);

private:
    void paint(QPainter &painter, const QRect &area, int line) const;
    void openMenu(int line, const QPoint &global);
    int ageOf(qint64 when) const;

    diffview::CodeView *m_view;
    RepositoryReader *m_reader;
    ui::People *m_people;
    /// By line: index of the hunk, -1 while unknown.
    std::vector<int> m_lines;
    std::vector<git::BlameHunk> m_hunks;
    qint64 m_oldest = 0;
    qint64 m_newest = 0;
    std::stop_source m_stop;
    int m_generation = 0;
    bool m_shown = false;
};

/// The colour of an age from 0 (newest) to 4 (oldest): accent mixed into the base.
QColor blameAgeColor(int age);

} // namespace countersign::code

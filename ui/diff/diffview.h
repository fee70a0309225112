// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diff/words.h"
#include "ui/diff/changesource.h"
#include "ui/diff/contentloader.h"
#include "ui/diff/fileheaderbar.h"
#include "ui/diff/filerows.h"
#include "ui/diff/linepainter.h"
#include "ui/diff/overviewruler.h"
#include "ui/diff/threadsource.h"

#include <QAbstractScrollArea>
#include <QAccessible>
#include <QHash>
#include <QPointer>

#include <array>
#include <functional>
#include <memory>
#include <vector>

namespace countersign::diffview {

class ThreadSource;

/// Where lines of one side stand on the other one, by runs in order.
class MovedLines
{
public:
    struct Run
    {
        int line = 0;
        int count = 0;
        int otherFile = 0;
        int otherLine = 0;
    };
    struct Place
    {
        int file = -1;
        int line = -1;
        bool operator==(const Place &) const = default;
    };
    bool isEmpty() const { return m_runs.empty(); }
    void clear() { m_runs.clear(); }
    void add(const Run &run) { m_runs.push_back(run); }
    /// After the last add().
    void sort();
    /// The other place of a line; file -1 where the line was not moved.
    Place find(int line) const;

private:
    std::vector<Run> m_runs;
};

/// All files of a comparison in one scroll, side by side or unified. Only visible rows are laid out and
/// coloured; files are loaded when they come near, and until then stand there with the height that counting
/// or a guess gives them. Whatever changes above the top visible row, that row stays where it is. Screen's
/// thread.
class DiffView : public QAbstractScrollArea
{
    Q_OBJECT
public:
    explicit DiffView(QWidget *parent = nullptr);
    ~DiffView() override;

    /// Shows other files; `reviewing` adds viewed marks and comment buttons.
    void setFiles(const ChangeSource &source, const QList<git::FileDelta> &files, bool reviewing);
    /// Compares anew with other options (white space, algorithm, encoding).
    void setContentOptions(const ContentOptions &options);
    const ContentOptions &contentOptions() const { return m_options; }
    void setSplit(bool split);
    bool isSplit() const { return m_split; }
    void setWrap(bool wrap);
    bool isWrapping() const { return m_wrap; }
    void setShowWhitespace(bool show);
    void setTabWidth(int columns);
    /// After the code font changed.
    void updateFont();

    void setThreadSource(ThreadSource *source);
    void setViewedQuery(std::function<ViewedState(const git::FileDelta &)> query);
    void refreshViewed();
    ViewedState viewedState(int file) const;

    int fileCount() const { return static_cast<int>(m_files.size()); }
    const git::FileDelta &file(int index) const { return m_files[static_cast<size_t>(index)].delta; }
    /// -1 each until known.
    git::LineCounts counts(int file) const;
    int threadCount(int file, bool *open = nullptr) const;
    /// The file at the top of the view; -1 when there is none.
    int currentFile() const { return m_current; }
    int fileIndex(const QByteArray &path) const;
    FileHeaderInfo headerInfo(int file) const;
    bool isCollapsed(int file) const;
    void setCollapsed(int file, bool collapsed);
    std::shared_ptr<const FileContent> content(int file) const;
    /// Loads a file anew in another way than the comparison says: whole, or in another encoding.
    void chooseOptions(int file, const FileOptions &options);
    const FileOptions &chosenOptions(int file) const { return m_files[static_cast<size_t>(file)].chosen; }

    void goToFile(int file);
    void reveal(int file, Side side, int line);
    void revealThread(int file, const QString &threadId);
    void nextFile(bool forward);
    void nextChange(bool forward);
    void nextThread(bool forward);
    /// "2 of 5": place of the current change among those of the current file; (0, n) before the first.
    std::pair<int, int> changePosition() const;
    /// The line that a comment would go to: the caret, or the selected lines.
    struct Target
    {
        int file = -1;
        Side side = Side::After;
        int first = -1;
        int last = -1;
    };
    Target target() const;
    QString focusedThread() const;

    /// Puts the caret on a line; -1 for the side's last line.
    void setCaret(int file, Side side, int line, int column = 0);
    void expandAround();
    /// Opens the fold above the caret up to the declaration that encloses it.
    void expandFunction();
    /// Takes the caret to the other side, to the line beside it or the nearest one.
    void switchSide();
    void expandAll(int file);
    QString selectedText() const;
    void copySelection();
    void find(const QString &text, bool caseSensitive = false);
    void findNext(bool forward);
    int matchCount() const { return static_cast<int>(m_matches.size()); }
    int matchIndex() const { return m_match; }
    /// There are more places than are listed.
    bool matchesLimited() const { return m_matchesLimited; }
    /// Threads that have a widget now, for tests.
    int threadWidgetCount() const;
    int lineHeight() const { return m_painter.lineHeight(); }
    const OverviewRuler *ruler() const { return m_ruler; }

    /// The caret's line as a sentence, for screen readers.
    QString caretDescription() const;
    /// What the accessible object of the view needs besides.
    int caretDescriptionPrefix() const;
    int caretColumn() const { return m_caret.column; }
    void setCaretColumn(int column);
    std::pair<int, int> caretLineSelection() const;
    QRect caretLineRect(int column) const;
    int changeCount() const;
    QString changeDescription(int index) const;
    QRect changeRect(int index) const;
    QAccessibleInterface *changeAccessible(int index,
                                           const std::function<QAccessibleInterface *(int)> &make) const;
    /// Lines laid out by the last paint, for tests that count work.
    int paintedLines() const { return m_paintedLines; }

Q_SIGNALS:
    void currentFileChanged(int file);
    void countsChanged();
    void countingDone();
    void positionChanged();
    void commentRequested(int file, countersign::diffview::Side side, int first, int last);
    void viewedToggled(int file, bool viewed);
    void menuRequested(int file, const QPoint &global);
    /// The context menu of the text: the target says where.
    void textMenuRequested(const QPoint &global);
    void findChanged();
    void zoomRequested(int steps);
    void threadStateChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    friend class DiffViewProbe;

    struct File
    {
        git::FileDelta delta;
        std::shared_ptr<const FileContent> content;
        std::unique_ptr<HighlightedText> oldColours;
        std::unique_ptr<HighlightedText> newColours;
        QStringList facts;
        QList<ThreadPlace> threads;
        QHash<int, Expansion> expansions;
        /// What a person chose for this file.
        FileOptions chosen;
        /// Names of the declarations around the folds, by the fold's number; they come after the lines.
        QList<Enclosing> enclosing;
        std::vector<ViewRow> rows;
        /// Top of each row below the file's top, and one more: the height.
        std::vector<int> tops;
        QHash<qint64, diff::WordChanges> words;
        /// Rows of threads, for placing their widgets.
        std::vector<int> threadRows;
        /// First rows of runs of changed lines.
        std::vector<int> changeRows;
        /// Lines of the new side that stood elsewhere, and of the old side that stand elsewhere now.
        MovedLines movedFrom;
        MovedLines movedTo;
        ViewedState viewed = ViewedState::NotViewed;
        bool collapsed = false;
        /// The first file's header is the one that stays at the top.
        bool isFirst = false;
        int added = -1;
        int removed = -1;
        /// Without rows: the height that is assumed.
        int assumedHeight = 0;
        int lastUsed = 0;
        /// Tells this content's lines from those of other files and of the same file before.
        quint32 stamp = 0;
        /// With wrapping: heights of rows out of sight may be estimates.
        bool estimated = false;

        bool hasRows() const { return !rows.empty(); }
        int height() const { return hasRows() ? tops.back() : assumedHeight; }
    };
    struct Position
    {
        int file = -1;
        int row = -1;
        bool isNull() const { return file < 0; }
        auto operator<=>(const Position &) const = default;
    };
    /// A place in the text of one side.
    struct TextPlace
    {
        int file = -1;
        int line = -1;
        int column = 0;
        auto operator<=>(const TextPlace &) const = default;
    };
    struct Columns
    {
        int numberWidth = 36;
        int signWidth = 16;
        QRect old;
        QRect fresh;
        int textLeft(Side side, bool split) const;
        int textWidth(Side side, bool split) const;
    };
    /// Keeps the top visible row in place while heights change.
    class Anchor;

    // Layout (diffview.cpp)
    void rebuild(int file);
    void measure(File &file);
    int rowHeight(const File &file, const ViewRow &row, bool exact) const;
    int wrappedRows(const File &file, const ViewRow &row, bool exact) const;
    /// Gives the rows in sight their true heights where they were estimated.
    void measureVisible();
    bool measureRows(File &file, int from, int to);
    void updateTops();
    void updateScrollBars();
    void updateColumns();
    qint64 contentHeight() const;
    int top(const Position &position) const;
    Position positionAtY(qint64 y) const;
    int fileAtY(qint64 y) const;
    static void dropRows(File &file);

    // What is loaded when (diffviewloading.cpp)
    void contentArrived(int file, const std::shared_ptr<const FileContent> &content);
    void enclosingArrived(int file, const QList<Enclosing> &names);
    void coloursArrived(int file, Side side, int first, int last);
    void countsArrived(const QList<FileCounts> &counts);
    void loadNear();
    void trimCache();
    void setCurrentFromScroll();
    /// After heights or the scroll position changed: loads, places and paints what is in sight now.
    void settle();

    // Threads (diffviewthreads.cpp)
    void placeThreads();
    bool placeThreadsOnce();
    QWidget *threadWidget(const QString &id);
    void threadsChanged(const QByteArray &path);

    // Going somewhere (diffviewnavigation.cpp)
    void scrollTo(const Position &position, bool centre);
    Position rowOfLine(int file, Side side, int line) const;

    void headerChanged();
    void resumePending(int file);
    void matchesArrived(const QList<ContentLoader::Match> &matches, bool limited);
    /// Tells screen readers where the caret is.
    void caretAnnounced();
    /// The row that "next" counts from: the caret's where it is visible, otherwise the top one.
    Position reference() const;
    void goToChange(const Position &position);
    Position changeAt(int index) const;
    QString linePrefix(int file, Side side, int line) const;
    void movesArrived(const QList<diff::MovedBlock> &blocks);
    std::vector<OverviewRuler::Mark> marks();

    // Painting (diffviewpaint.cpp)
    /// One line on one side, as it is painted.
    struct Cell
    {
        Position position;
        Side side = Side::After;
        int line = -1;
        /// Where the numbers begin and the text ends.
        QRect area;
        int textLeft = 0;
        diff::Row::Kind change = diff::Row::Kind::Context;
    };
    void paintRow(QPainter &painter, const Position &position, const QRect &area);
    void paintLines(QPainter &painter, const Position &position, const QRect &area);
    void paintCell(QPainter &painter, const Cell &cell);
    void paintCellMargin(QPainter &painter, const Cell &cell, bool moved);
    void paintFiller(QPainter &painter, const QRect &area);
    void paintGap(QPainter &painter, const Position &position, const QRect &area);
    void paintFact(QPainter &painter, const QString &text, const QRect &area);
    void paintMessage(QPainter &painter, const File &file, const QRect &area);
    void paintImages(QPainter &painter, const File &file, const QRect &area);
    void paintPlus(QPainter &painter, const QRect &area);
    QString messageOf(const File &file) const;
    QList<diff::Span> wordsOf(File &file, const ViewRow &row, Side side, bool *whole);
    struct GapParts
    {
        int hidden = 0;
        QRect text;
        QRect up;
        QRect down;
        /// The name of the declaration, which can be clicked when it stands within the fold.
        QRect name;
        QString label;
        QString range;
        Enclosing enclosing;
        bool reachesName() const { return enclosing.lines > 0 && enclosing.lines <= hidden; }
    };
    GapParts gapParts(const File &file, const ViewRow &row, const QRect &area) const;
    QRect rowArea(const Position &position) const;
    QString lineText(const File &file, Side side, int line) const;
    const QString &longLineText(const diff::Text &text, Side side, int line) const;

    // Input (diffviewinput.cpp, diffviewcaret.cpp, diffviewfolds.cpp)
    struct Hit
    {
        Position position;
        Side side = Side::After;
        int line = -1;
        int column = 0;
        bool inText = false;
        bool inGutter = false;
        bool onPlus = false;
    };
    Hit hitAt(const QPoint &point) const;
    QString gapToolTip(const Position &position, const QPoint &point) const;
    bool clickRow(const Hit &hit, const QPoint &point, const QPoint &global);
    void clickGap(const Position &position, const QPoint &point);
    void expandGap(const Position &position, int up, int down);
    void clickHeader(int file, const QPoint &point, const QPoint &global);
    void expandHidden(int file, Side side, int line);
    void selectWord(const Hit &hit);
    const diff::Text *textOf(int file, Side side) const;
    QString selectedText(Side side, TextPlace from, TextPlace to) const;
    QList<diff::Span> foundIn(int file, Side side, int line) const;
    void updateHover(const QPoint &point);
    /// The nearest row with a line on the side, from a row on (itself included); null when there is none.
    Position lineRow(Position from, Side side, int step) const;
    void moveCaret(const TextPlace &place, Side side, bool select);
    void moveCaretVertically(int rows, bool select);
    void ensureCaretVisible();
    bool isSelected(Side side, int file, int line, diff::Span *span) const;
    QRect plusArea(const Position &position, Side side) const;
    void showMatch();
    void goToMoved(const Position &position, Side side);

    ChangeSource m_source;
    ContentOptions m_options;
    std::vector<File> m_files;
    /// Top of each file, and one more: the whole height.
    std::vector<qint64> m_tops;
    ContentLoader m_loader;
    LinePainter m_painter;
    LineCache m_lines;
    quint32 m_lastStamp = 0;
    /// The last very long line of each side in words: decoding it anew for each painting takes too long.
    struct LongLine
    {
        const diff::Text *text = nullptr;
        int line = -1;
        QString words;
    };
    mutable std::array<LongLine, 2> m_longLines;
    Columns m_columns;
    bool m_split = true;
    bool m_wrap = false;
    bool m_whitespace = false;
    bool m_reviewing = false;
    bool m_placing = false;
    bool m_measuring = false;
    /// Counts the anchors that are about to restore the scroll position.
    int m_restoring = 0;
    int m_tabWidth = 4;
    int m_current = -1;
    int m_useCounter = 0;
    int m_paintedLines = 0;
    qreal m_widest = 0;
    /// Lines of the longest file seen so far, for the width of the numbers.
    int m_mostLines = 0;

    ThreadSource *m_threads = nullptr;
    QHash<QString, QPointer<QWidget>> m_threadWidgets;
    QHash<QString, int> m_threadHeights;
    std::function<ViewedState(const git::FileDelta &)> m_viewedQuery;

    TextPlace m_caret;
    TextPlace m_anchor;
    Side m_caretSide = Side::After;
    bool m_selecting = false;
    bool m_lineSelecting = false;
    Position m_hover;
    Side m_hoverSide = Side::After;
    QPoint m_hoverPoint;

    QString m_findText;
    bool m_findCase = false;
    QList<ContentLoader::Match> m_matches;
    /// The found places of a line: by file, and line number doubled, plus one on the old side.
    QHash<std::pair<int, int>, QList<diff::Span>> m_foundAt;
    int m_match = -1;
    bool m_matchesLimited = false;
    /// A place to show as soon as its file is there.
    Target m_pendingReveal;
    QString m_pendingThread;
    /// A step to the next (1) or previous (-1) change that waits for a file.
    int m_pendingChange = 0;
    int m_pendingMatch = -1;

    mutable QHash<int, QAccessible::Id> m_changeIds;
    FileHeaderBar *m_header = nullptr;
    OverviewRuler *m_ruler = nullptr;
};

} // namespace countersign::diffview

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/diffview.h"

#include "ui/diff/diffviewaccessible.h"
#include "ui/diff/diffviewanchor.h"

#include <QEvent>
#include <QScrollBar>
#include <QTimer>

#include <algorithm>

namespace countersign::diffview {

namespace {

/// With the line above that parts it from the file before.
constexpr int kHeaderHeight = fileHeaderHeight + 1;
constexpr int kFactHeight = 24;
constexpr int kGapHeight = 24;
constexpr int kMessageHeight = 72;
constexpr int kSpaceHeight = 16;
constexpr int kImageHeight = 340;
constexpr int kThreadGuess = 150;
/// Bytes of loaded files that are kept beyond what is visible.
constexpr qint64 kCacheBytes = 96LL * 1024 * 1024;

} // namespace

DiffView::DiffView(QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_loader(this)
    , m_header(new FileHeaderBar(this))
    , m_ruler(new OverviewRuler(this))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Differences"));
    viewport()->setMouseTracking(true);
    viewport()->setCursor(Qt::IBeamCursor);
    installDiffAccessibility();
    m_tops.push_back(0);
    updateFont();
    connect(&m_loader, &ContentLoader::contentLoaded, this, &DiffView::contentArrived);
    connect(&m_loader, &ContentLoader::counted, this, &DiffView::countsArrived);
    connect(&m_loader, &ContentLoader::countingDone, this, &DiffView::countingDone);
    connect(&m_loader, &ContentLoader::movesFound, this, &DiffView::movesArrived);
    connect(&m_loader, &ContentLoader::found, this, &DiffView::matchesArrived);
    m_ruler->setSource([this] { return marks(); },
                       [this] {
                           return OverviewRuler::Frame{contentHeight(), verticalScrollBar()->value(),
                                                       viewport()->height()};
                       });
    connect(m_ruler, &OverviewRuler::jumped, this, [this](qint64 y) {
        verticalScrollBar()->setValue(static_cast<int>(y - viewport()->height() / 2));
    });
    connect(m_header, &FileHeaderBar::viewedToggled, this, [this](bool viewed) {
        if (m_current >= 0)
            Q_EMIT viewedToggled(m_current, viewed);
        // Whoever keeps the marks decides what the check shows.
        headerChanged();
    });
    connect(m_header, &FileHeaderBar::menuRequested, this,
            [this](const QPoint &global) { Q_EMIT menuRequested(m_current, global); });
}

DiffView::~DiffView()
{
    for (const QAccessible::Id id : std::as_const(m_changeIds))
        QAccessible::deleteAccessibleInterface(id);
}

void DiffView::setFiles(const ChangeSource &source, const QList<git::FileDelta> &files, bool reviewing)
{
    for (const auto &widget : std::as_const(m_threadWidgets))
        delete widget;
    m_threadWidgets.clear();
    m_threadHeights.clear();
    m_source = source;
    m_reviewing = reviewing;
    m_files.clear();
    m_files.resize(static_cast<size_t>(files.size()));
    for (qsizetype i = 0; i < files.size(); ++i) {
        File &file = m_files[static_cast<size_t>(i)];
        file.delta = files[i];
        file.isFirst = i == 0;
        file.assumedHeight = (file.isFirst ? 0 : kHeaderHeight) + 12 * m_painter.lineHeight() + kSpaceHeight;
        if (m_threads)
            file.threads = m_threads->threads(file.delta.path());
    }
    m_matches.clear();
    m_foundAt.clear();
    m_match = -1;
    m_caret = {};
    m_anchor = {};
    m_widest = 0;
    m_current = -1;
    m_hover = {};
    updateTops();
    refreshViewed();
    updateTops();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    m_loader.begin(source.gitDirectory, files, m_options);
    loadNear();
    setCurrentFromScroll();
    m_header->setLabels(source);
    viewport()->update();
}

void DiffView::setContentOptions(const ContentOptions &options)
{
    m_options = options;
    const QByteArray current = m_current >= 0 ? file(m_current).path() : QByteArray();
    for (File &file : m_files) {
        file.assumedHeight = file.height();
        file.content.reset();
        dropRows(file);
        file.movedFrom.clear();
        file.movedTo.clear();
        file.expansions.clear();
        file.words.clear();
        file.added = file.removed = -1;
    }
    QList<git::FileDelta> deltas;
    for (const File &file : m_files)
        deltas.append(file.delta);
    m_loader.begin(m_source.gitDirectory, deltas, m_options);
    updateTops();
    loadNear();
    if (const int index = fileIndex(current); index >= 0)
        goToFile(index);
}

void DiffView::setSplit(bool split)
{
    if (m_split == split)
        return;
    m_split = split;
    Anchor anchor(*this);
    updateColumns();
    for (int i = 0; i < fileCount(); ++i)
        rebuild(i);
    updateTops();
    anchor.restore();
    m_header->setSplit(split);
    settle();
}

void DiffView::setWrap(bool wrap)
{
    if (m_wrap == wrap)
        return;
    m_wrap = wrap;
    Anchor anchor(*this);
    for (File &file : m_files)
        measure(file);
    updateTops();
    anchor.restore();
    horizontalScrollBar()->setValue(0);
    settle();
}

void DiffView::setShowWhitespace(bool show)
{
    m_whitespace = show;
    viewport()->update();
}

void DiffView::setTabWidth(int columns)
{
    if (m_tabWidth == columns)
        return;
    m_tabWidth = columns;
    updateFont();
}

void DiffView::updateFont()
{
    Anchor anchor(*this);
    m_painter.setFont(theme::font(theme::TextStyle::Code), m_tabWidth);
    updateColumns();
    for (File &file : m_files)
        measure(file);
    updateTops();
    anchor.restore();
    settle();
}

void DiffView::setThreadSource(ThreadSource *source)
{
    if (m_threads)
        m_threads->disconnect(this);
    m_threads = source;
    if (m_threads)
        connect(m_threads, &ThreadSource::threadsChanged, this, &DiffView::threadsChanged);
    for (int i = 0; i < fileCount(); ++i)
        threadsChanged(m_files[static_cast<size_t>(i)].delta.path());
}

void DiffView::threadsChanged(const QByteArray &path)
{
    const int index = fileIndex(path);
    if (index < 0)
        return;
    File &file = m_files[static_cast<size_t>(index)];
    const QList<ThreadPlace> before = file.threads;
    file.threads = m_threads ? m_threads->threads(path) : QList<ThreadPlace>();
    for (const ThreadPlace &place : before) {
        const bool stays =
            std::ranges::any_of(file.threads, [&](const ThreadPlace &now) { return now.id == place.id; });
        if (!stays) {
            if (QWidget *widget = m_threadWidgets.take(place.id))
                widget->deleteLater();
            m_threadHeights.remove(place.id);
        }
    }
    Anchor anchor(*this);
    rebuild(index);
    updateTops();
    anchor.restore();
    headerChanged();
    settle();
    Q_EMIT threadStateChanged();
}

void DiffView::setViewedQuery(std::function<ViewedState(const git::FileDelta &)> query)
{
    m_viewedQuery = std::move(query);
    refreshViewed();
}

void DiffView::refreshViewed()
{
    Anchor anchor(*this);
    bool changed = false;
    for (int i = 0; i < fileCount(); ++i) {
        File &file = m_files[static_cast<size_t>(i)];
        const ViewedState state =
            m_viewedQuery && m_reviewing ? m_viewedQuery(file.delta) : ViewedState::NotViewed;
        if (state == file.viewed)
            continue;
        file.viewed = state;
        // What was read is folded away, and comes back when it is no longer read.
        file.collapsed = state == ViewedState::Viewed;
        rebuild(i);
        changed = true;
    }
    if (!changed)
        return;
    updateTops();
    anchor.restore();
    headerChanged();
    settle();
}

ViewedState DiffView::viewedState(int file) const { return m_files[static_cast<size_t>(file)].viewed; }

git::LineCounts DiffView::counts(int file) const
{
    const File &entry = m_files[static_cast<size_t>(file)];
    return {entry.added, entry.removed};
}

int DiffView::threadCount(int file, bool *open) const
{
    const QList<ThreadPlace> &threads = m_files[static_cast<size_t>(file)].threads;
    if (open)
        *open = std::ranges::any_of(threads, [](const ThreadPlace &place) { return place.open; });
    return static_cast<int>(threads.size());
}

int DiffView::fileIndex(const QByteArray &path) const
{
    for (size_t i = 0; i < m_files.size(); ++i) {
        if (m_files[i].delta.path() == path)
            return static_cast<int>(i);
    }
    return -1;
}

bool DiffView::isCollapsed(int file) const { return m_files[static_cast<size_t>(file)].collapsed; }

void DiffView::setCollapsed(int index, bool collapsed)
{
    File &file = m_files[static_cast<size_t>(index)];
    if (file.collapsed == collapsed)
        return;
    Anchor anchor(*this);
    file.collapsed = collapsed;
    rebuild(index);
    updateTops();
    anchor.restore();
    settle();
}

std::shared_ptr<const FileContent> DiffView::content(int file) const
{
    return m_files[static_cast<size_t>(file)].content;
}

void DiffView::contentArrived(int index, const std::shared_ptr<const FileContent> &content)
{
    if (index >= fileCount())
        return;
    File &file = m_files[static_cast<size_t>(index)];
    Anchor anchor(*this);
    file.content = content;
    file.facts = fileFacts(file.delta, *content);
    file.added = content->added;
    file.removed = content->removed;
    file.lastUsed = ++m_useCounter;
    const auto colours = [&](const std::shared_ptr<const diff::Text> &text, const QByteArray &path) {
        if (!text || text->lineCount() == 0)
            return std::unique_ptr<HighlightedText>();
        auto highlighted = std::make_unique<HighlightedText>(text, path);
        connect(highlighted.get(), &HighlightedText::highlighted, viewport(), qOverload<>(&QWidget::update));
        return highlighted;
    };
    file.oldColours = colours(content->before, file.delta.oldPath);
    file.newColours = colours(content->after, file.delta.path());
    file.words.clear();
    m_widest =
        std::max(m_widest, static_cast<qreal>(content->widestBytes + (m_tabWidth - 1) * content->widestTabs) *
                               m_painter.charWidth());
    updateColumns();
    rebuild(index);
    updateTops();
    anchor.restore();
    trimCache();
    loadNear();
    placeThreads();
    setCurrentFromScroll();
    resumePending(index);
    viewport()->update();
    m_ruler->invalidate();
    Q_EMIT countsChanged();
    Q_EMIT positionChanged();
}

void DiffView::countsArrived(const QList<FileCounts> &counts)
{
    Anchor anchor(*this);
    for (const FileCounts &found : counts) {
        File &file = m_files[static_cast<size_t>(found.file)];
        file.added = found.added;
        file.removed = found.removed;
        const int rows = m_split ? found.splitRows : found.unifiedRows;
        const int body = found.isText ? std::max(0, rows - 2) * m_painter.lineHeight() : kImageHeight;
        if (file.hasRows())
            continue;
        file.assumedHeight = (file.isFirst ? 0 : kHeaderHeight) + kSpaceHeight + (file.collapsed ? 0 : body);
    }
    updateTops();
    anchor.restore();
    settle();
    Q_EMIT countsChanged();
}

void DiffView::rebuild(int index)
{
    File &file = m_files[static_cast<size_t>(index)];
    if (!file.content && !file.collapsed) {
        dropRows(file);
        return;
    }
    file.rows =
        buildRows(file.content.get(), file.facts, file.threads, file.expansions, {m_split, file.collapsed});
    file.threadRows.clear();
    file.changeRows.clear();
    bool within = false;
    for (size_t i = 0; i < file.rows.size(); ++i) {
        const ViewRow &row = file.rows[i];
        if (row.kind == ViewRow::Kind::Thread)
            file.threadRows.push_back(static_cast<int>(i));
        // A thread within a change does not part it.
        if (row.kind == ViewRow::Kind::Thread)
            continue;
        const bool changed = row.kind == ViewRow::Kind::Line && row.change != diff::Row::Kind::Context;
        if (changed && !within)
            file.changeRows.push_back(static_cast<int>(i));
        within = changed;
    }
    measure(file);
    m_ruler->invalidate();
}

void DiffView::measure(File &file)
{
    if (!file.hasRows())
        return;
    file.tops.resize(file.rows.size() + 1);
    int y = 0;
    for (size_t i = 0; i < file.rows.size(); ++i) {
        file.tops[i] = y;
        y += rowHeight(file, file.rows[i]);
    }
    file.tops.back() = y;
}

int DiffView::rowHeight(File &file, const ViewRow &row)
{
    switch (row.kind) {
    case ViewRow::Kind::Header:
        return file.isFirst ? 0 : kHeaderHeight;
    case ViewRow::Kind::Fact:
        return kFactHeight;
    case ViewRow::Kind::Gap:
        return kGapHeight;
    case ViewRow::Kind::Message:
        return kMessageHeight;
    case ViewRow::Kind::Image:
        return kImageHeight;
    case ViewRow::Kind::Space:
        return kSpaceHeight;
    case ViewRow::Kind::Thread:
        return m_threadHeights.value(file.threads[row.index].id, kThreadGuess) + 2 * 8;
    case ViewRow::Kind::Line:
        break;
    }
    if (!m_wrap || !file.content)
        return m_painter.lineHeight();
    int rows = 1;
    const auto take = [&](const std::shared_ptr<const diff::Text> &text, int line, Side side) {
        if (!text || line < 0 || line >= text->lineCount())
            return;
        const int width = m_columns.textWidth(side, m_split);
        // A line of fewer bytes than columns fits, whatever it says: no need to decode it.
        const QByteArrayView bytes = text->lineBytes(line);
        const auto columns = static_cast<qsizetype>(width / m_painter.charWidth());
        if (bytes.size() * 2 <= columns || (bytes.size() <= columns && !bytes.contains('\t')))
            return;
        rows = std::max(rows, m_painter.rowsOf(text->line(line), width));
    };
    if (m_split || row.newLine < 0)
        take(file.content->before, row.oldLine, Side::Before);
    take(file.content->after, row.newLine, Side::After);
    return rows * m_painter.lineHeight();
}

void DiffView::updateTops()
{
    m_tops.resize(m_files.size() + 1);
    qint64 y = 0;
    for (size_t i = 0; i < m_files.size(); ++i) {
        m_tops[i] = y;
        y += m_files[i].height();
    }
    m_tops.back() = y;
    updateScrollBars();
}

qint64 DiffView::contentHeight() const { return m_tops.empty() ? 0 : m_tops.back(); }

void DiffView::updateScrollBars()
{
    const int height = viewport()->height();
    // Also a short last file can be brought to the top.
    const qint64 last = m_files.size() > 1 ? m_tops[m_files.size() - 1] + kHeaderHeight : 0;
    verticalScrollBar()->setRange(0, static_cast<int>(std::max<qint64>({0, contentHeight() - height, last})));
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setSingleStep(m_painter.lineHeight());
    const int room =
        std::min(m_columns.textWidth(Side::Before, m_split), m_columns.textWidth(Side::After, m_split));
    const int range = m_wrap ? 0 : std::max(0, static_cast<int>(m_widest) + 16 - room);
    horizontalScrollBar()->setRange(0, range);
    horizontalScrollBar()->setPageStep(std::max(1, room));
    horizontalScrollBar()->setSingleStep(static_cast<int>(m_painter.charWidth() * 4));
}

int DiffView::Columns::textLeft(Side side, bool split) const
{
    if (!split)
        return old.left() + 2 * numberWidth + signWidth;
    return (side == Side::Before ? old.left() : fresh.left()) + numberWidth + signWidth;
}

int DiffView::Columns::textWidth(Side side, bool split) const
{
    if (!split)
        return std::max(1, fresh.right() + 1 - textLeft(side, false));
    const QRect &column = side == Side::Before ? old : fresh;
    return std::max(1, column.width() - numberWidth - signWidth);
}

void DiffView::updateColumns()
{
    int lines = 99;
    for (const File &file : m_files) {
        if (!file.content)
            continue;
        for (const auto &text : {file.content->before, file.content->after})
            lines = std::max(lines, text ? text->lineCount() : 0);
    }
    const int digits = static_cast<int>(QString::number(lines).size());
    m_columns.numberWidth = std::max(36, static_cast<int>(m_painter.charWidth() * digits) + 14);
    const int width = viewport()->width();
    const int half = width / 2;
    m_columns.old = QRect(0, 0, m_split ? half : width, 1);
    m_columns.fresh = m_split ? QRect(half + 1, 0, width - half - 1, 1) : QRect(0, 0, width, 1);
    m_header->setColumns(half, width);
}

int DiffView::fileAtY(qint64 y) const
{
    if (m_files.empty())
        return -1;
    const auto it = std::ranges::upper_bound(m_tops, y);
    const auto index = static_cast<int>(it - m_tops.begin()) - 1;
    return std::clamp(index, 0, fileCount() - 1);
}

DiffView::Position DiffView::positionAtY(qint64 y) const
{
    const int index = fileAtY(y);
    if (index < 0)
        return {};
    const File &file = m_files[static_cast<size_t>(index)];
    if (!file.hasRows())
        return {index, -1};
    const int within = static_cast<int>(y - m_tops[static_cast<size_t>(index)]);
    const auto it = std::ranges::upper_bound(file.tops, within);
    const auto row = static_cast<int>(it - file.tops.begin()) - 1;
    return {index, std::clamp(row, 0, static_cast<int>(file.rows.size()) - 1)};
}

int DiffView::top(const Position &position) const
{
    const File &file = m_files[static_cast<size_t>(position.file)];
    const int within = position.row >= 0 && file.hasRows() ? file.tops[static_cast<size_t>(position.row)] : 0;
    return static_cast<int>(m_tops[static_cast<size_t>(position.file)]) + within;
}

void DiffView::loadNear()
{
    if (m_files.empty())
        return;
    const qint64 from = verticalScrollBar()->value() - viewport()->height();
    const qint64 to = verticalScrollBar()->value() + 2LL * viewport()->height();
    const int first = fileAtY(from);
    const int last = fileAtY(to);
    // What is visible comes before what is near.
    const int visible = fileAtY(verticalScrollBar()->value());
    for (int i = visible; i <= last; ++i) {
        if (!m_files[static_cast<size_t>(i)].content && !m_files[static_cast<size_t>(i)].collapsed)
            m_loader.request(i);
    }
    for (int i = visible - 1; i >= first && i >= 0; --i) {
        if (!m_files[static_cast<size_t>(i)].content && !m_files[static_cast<size_t>(i)].collapsed)
            m_loader.request(i);
    }
}

void DiffView::trimCache()
{
    qint64 bytes = 0;
    std::vector<int> loaded;
    for (int i = 0; i < fileCount(); ++i) {
        const File &file = m_files[static_cast<size_t>(i)];
        if (!file.content)
            continue;
        bytes += file.content->cost();
        loaded.push_back(i);
    }
    if (bytes <= kCacheBytes)
        return;
    const int first = fileAtY(verticalScrollBar()->value() - viewport()->height());
    const int last = fileAtY(verticalScrollBar()->value() + 2LL * viewport()->height());
    std::ranges::sort(loaded, {}, [this](int i) { return m_files[static_cast<size_t>(i)].lastUsed; });
    for (const int i : loaded) {
        if (bytes <= kCacheBytes / 2)
            break;
        if (i >= first && i <= last)
            continue;
        File &file = m_files[static_cast<size_t>(i)];
        bytes -= file.content->cost();
        file.assumedHeight = file.height();
        file.content.reset();
        file.oldColours.reset();
        file.newColours.reset();
        file.words.clear();
        if (!file.collapsed) {
            dropRows(file);
        }
    }
}

void DiffView::setCurrentFromScroll()
{
    // A file is current once its own header has gone under the one that stays.
    int now = fileAtY(verticalScrollBar()->value());
    if (now > 0 && verticalScrollBar()->value() < m_tops[static_cast<size_t>(now)] + kHeaderHeight)
        --now;
    if (now != m_current) {
        m_current = now;
        Q_EMIT currentFileChanged(now);
    }
    headerChanged();
}

void DiffView::scrollContentsBy(int, int dy)
{
    if (m_restoring > 0)
        return;
    // After a jump, what was asked for on the way is of no use.
    if (std::abs(dy) > 3 * viewport()->height())
        m_loader.forgetRequests();
    setCurrentFromScroll();
    loadNear();
    placeThreads();
    viewport()->update();
    m_ruler->update();
    Q_EMIT positionChanged();
}

void DiffView::resizeEvent(QResizeEvent *)
{
    const int headerHeight = m_header->sizeHint().height();
    setViewportMargins(0, headerHeight, OverviewRuler::preferredWidth, 0);
    const QRect area = contentsRect();
    m_header->setGeometry(area.left(), area.top(), area.width(), headerHeight);
    const QRect view = viewport()->geometry();
    m_ruler->setGeometry(view.right() + 1, view.top(), OverviewRuler::preferredWidth, view.height());
    Anchor anchor(*this);
    updateColumns();
    if (m_wrap) {
        for (File &file : m_files)
            measure(file);
    }
    updateTops();
    anchor.restore();
    loadNear();
    placeThreads();
    setCurrentFromScroll();
}

void DiffView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateFont();
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
}

QString DiffView::lineText(const File &file, Side side, int line) const
{
    if (!file.content)
        return {};
    const auto &text = side == Side::Before ? file.content->before : file.content->after;
    return text && line >= 0 && line < text->lineCount() ? text->line(line) : QString();
}

FileHeaderInfo DiffView::headerInfo(int index) const
{
    const File &file = m_files[static_cast<size_t>(index)];
    FileHeaderInfo info;
    info.path = file.delta.path();
    info.oldPath = file.delta.oldPath;
    info.letter = statusLetter(file.delta.status);
    info.added = file.added;
    info.removed = file.removed;
    info.comments = static_cast<int>(file.threads.size());
    info.openThreads = std::ranges::any_of(file.threads, [](const ThreadPlace &place) { return place.open; });
    info.reviewing = m_reviewing;
    info.viewed = file.viewed;
    info.collapsed = file.collapsed;
    return info;
}

void DiffView::settle()
{
    loadNear();
    placeThreads();
    setCurrentFromScroll();
    viewport()->update();
    m_ruler->invalidate();
    Q_EMIT positionChanged();
}

void DiffView::dropRows(File &file)
{
    file.rows = {};
    file.tops = {};
    file.threadRows.clear();
    file.changeRows.clear();
}

void DiffView::headerChanged()
{
    if (m_current >= 0 && m_current < fileCount())
        m_header->setInfo(headerInfo(m_current));
    else
        m_header->clear();
}

} // namespace countersign::diffview

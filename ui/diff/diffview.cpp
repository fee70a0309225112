// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/diffview.h"

#include "ui/diff/diffviewaccessible.h"
#include "ui/diff/diffviewanchor.h"
#include "ui/diff/diffviewmetrics.h"
#include "ui/diff/threadsource.h"

#include <QEvent>
#include <QScrollBar>

#include <algorithm>

namespace countersign::diffview {

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
    connect(&m_loader, &ContentLoader::enclosingLoaded, this, &DiffView::enclosingArrived);
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
    m_mostLines = 0;
    m_longLines = {};
    m_lines.clear();
    m_current = -1;
    m_hover = {};
    updateTops();
    refreshViewed();
    updateTops();
    verticalScrollBar()->setValue(0);
    horizontalScrollBar()->setValue(0);
    m_loader.begin(source.gitDirectory, files, m_options);
    loadNear();
    m_loader.countWhenIdle();
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
    m_loader.countWhenIdle();
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
    if (!text || line < 0 || line >= text->lineCount())
        return {};
    return text->lineBytes(line).size() < 50'000 ? text->line(line) : longLineText(*text, side, line);
}

const QString &DiffView::longLineText(const diff::Text &text, Side side, int line) const
{
    LongLine &kept = m_longLines[side == Side::Before ? 0 : 1];
    if (kept.text != &text || kept.line != line)
        kept = {&text, line, text.line(line)};
    return kept.words;
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

void DiffView::headerChanged()
{
    if (m_current >= 0 && m_current < fileCount())
        m_header->setInfo(headerInfo(m_current));
    else
        m_header->clear();
}

} // namespace countersign::diffview

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/diffview.h"

#include "ui/diff/diffviewanchor.h"
#include "ui/diff/diffviewmetrics.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace countersign::diffview {

namespace {

/// Bytes of loaded files that are kept beyond what is visible.
constexpr qint64 kCacheBytes = 96LL * 1024 * 1024;

} // namespace

void DiffView::contentArrived(int index, const std::shared_ptr<const FileContent> &content)
{
    if (index >= fileCount())
        return;
    File &file = m_files[static_cast<size_t>(index)];
    Anchor anchor(*this);
    file.content = content;
    file.stamp = ++m_lastStamp;
    file.enclosing.clear();
    m_longLines = {};
    file.facts = fileFacts(file.delta, *content);
    file.added = content->added;
    file.removed = content->removed;
    file.lastUsed = ++m_useCounter;
    const auto colours = [&](const std::shared_ptr<const diff::Text> &text, Side side) {
        if (!text || text->lineCount() == 0)
            return std::unique_ptr<HighlightedText>();
        const QByteArray &path = side == Side::Before ? file.delta.oldPath : file.delta.path();
        auto highlighted = std::make_unique<HighlightedText>(text, path);
        connect(highlighted.get(), &HighlightedText::highlighted, this,
                [this, index, side](int first, int last) { coloursArrived(index, side, first, last); });
        return highlighted;
    };
    file.oldColours = colours(content->before, Side::Before);
    file.newColours = colours(content->after, Side::After);
    file.words.clear();
    m_widest =
        std::max(m_widest, static_cast<qreal>(content->widestBytes + (m_tabWidth - 1) * content->widestTabs) *
                               m_painter.charWidth());
    for (const auto &text : {content->before, content->after})
        m_mostLines = std::max(m_mostLines, text ? text->lineCount() : 0);
    updateColumns();
    rebuild(index);
    updateTops();
    anchor.restore();
    trimCache();
    measureVisible();
    loadNear();
    placeThreads();
    setCurrentFromScroll();
    resumePending(index);
    viewport()->update();
    m_ruler->invalidate();
    Q_EMIT countsChanged();
    Q_EMIT positionChanged();
}

void DiffView::chooseOptions(int index, const FileOptions &options)
{
    File &file = m_files[static_cast<size_t>(index)];
    if (file.chosen == options)
        return;
    file.chosen = options;
    m_loader.request(index, options);
}

void DiffView::enclosingArrived(int index, const QList<Enclosing> &names)
{
    m_files[static_cast<size_t>(index)].enclosing = names;
    viewport()->update();
}

/// Paints again when one of the lines is in sight.
void DiffView::coloursArrived(int index, Side side, int first, int last)
{
    const File &file = m_files[static_cast<size_t>(index)];
    if (!file.hasRows())
        return;
    const qint64 from = verticalScrollBar()->value() - m_tops[static_cast<size_t>(index)];
    const qint64 to = from + viewport()->height();
    const auto start = std::ranges::upper_bound(file.tops, static_cast<int>(std::max<qint64>(0, from)));
    for (auto row = std::max<qsizetype>(0, start - file.tops.begin() - 1);
         row < static_cast<qsizetype>(file.rows.size()) && file.tops[static_cast<size_t>(row)] < to; ++row) {
        const ViewRow &shown = file.rows[static_cast<size_t>(row)];
        const int line = side == Side::Before ? shown.oldLine : shown.newLine;
        if (shown.kind == ViewRow::Kind::Line && line >= first && line <= last) {
            viewport()->update();
            return;
        }
    }
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
            m_loader.request(i, m_files[static_cast<size_t>(i)].chosen);
    }
    for (int i = visible - 1; i >= first && i >= 0; --i) {
        if (!m_files[static_cast<size_t>(i)].content && !m_files[static_cast<size_t>(i)].collapsed)
            m_loader.request(i, m_files[static_cast<size_t>(i)].chosen);
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
        bytes += file.content->cost;
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
        bytes -= file.content->cost;
        file.assumedHeight = file.height();
        file.content.reset();
        m_longLines = {};
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
    measureVisible();
    setCurrentFromScroll();
    loadNear();
    placeThreads();
    viewport()->update();
    m_ruler->update();
    Q_EMIT positionChanged();
}

void DiffView::settle()
{
    measureVisible();
    loadNear();
    placeThreads();
    setCurrentFromScroll();
    viewport()->update();
    m_ruler->invalidate();
    Q_EMIT positionChanged();
}

} // namespace countersign::diffview

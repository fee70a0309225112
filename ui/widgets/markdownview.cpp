// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/markdownview.h"

#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextFragment>
#include <QTextList>
#include <QWheelEvent>

namespace countersign::ui {

using theme::TextStyle;
using theme::Token;

namespace {

// Beyond this a description is shown as it is: parsing must stay within a frame.
constexpr qsizetype largestMarkdown = 512 * 1024;

bool isAllowed(const QUrl &url)
{
    const QString scheme = url.scheme().toLower();
    return scheme.isEmpty() || scheme == QLatin1StringView("http") || scheme == QLatin1StringView("https") ||
           scheme == QLatin1StringView("mailto") || scheme == QLatin1StringView("pr");
}

// A task's box is painted by us: the document's own looks like no other box here.
constexpr int taskProperty = QTextFormat::UserProperty + 1;
constexpr int codeProperty = QTextFormat::UserProperty + 2;

bool isTask(const QTextBlock &block) { return block.blockFormat().hasProperty(taskProperty); }

bool isDone(const QTextBlock &block) { return block.blockFormat().boolProperty(taskProperty); }

QRect taskBox(const QTextBlock &block, const QRectF &bounds)
{
    return QRect(qRound(block.blockFormat().leftMargin()) - 22, qRound(bounds.top()) + 2, 14, 14);
}

bool isCodeBlock(const QTextBlock &block)
{
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence) ||
           block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage) ||
           block.blockFormat().nonBreakableLines();
}

void styleBlock(QTextCursor cursor, const QTextBlock &block)
{
    QTextBlockFormat format = block.blockFormat();
    cursor.setPosition(block.position());
    const int level = format.headingLevel();
    if (isCodeBlock(block)) {
        const auto isCode = [](const QTextBlock &other) { return other.isValid() && isCodeBlock(other); };
        format.setProperty(codeProperty, true);
        format.clearBackground();
        format.setLeftMargin(12);
        format.setRightMargin(12);
        format.setTopMargin(block.blockNumber() > 0 && isCode(block.previous()) ? 0 : 12);
        format.setBottomMargin(isCode(block.next()) ? 0 : 18);
    } else if (format.marker() != QTextBlockFormat::MarkerType::NoMarker && block.textList()) {
        format.setProperty(taskProperty, format.marker() == QTextBlockFormat::MarkerType::Checked);
        format.setMarker(QTextBlockFormat::MarkerType::NoMarker);
        const int depth = block.textList() ? qMax(1, block.textList()->format().indent()) : 1;
        if (QTextList *list = block.textList())
            list->remove(block);
        format.setObjectIndex(-1);
        format.setIndent(0);
        format.setLeftMargin(22 * depth);
        format.setTopMargin(0);
        format.setBottomMargin(4);
    } else {
        // The importer leaves the marker of a task on the paragraphs after its list.
        format.setMarker(QTextBlockFormat::MarkerType::NoMarker);
        format.setTopMargin(level > 0 ? 8 : 0);
        format.setBottomMargin(block.textList() ? 2 : 8);
        format.setLineHeight(3, QTextBlockFormat::LineDistanceHeight);
    }
    if (format.intProperty(QTextFormat::BlockQuoteLevel) > 0)
        format.setBackground(theme::color(Token::AltBase));
    cursor.setBlockFormat(format);
    if (level > 0 && block.length() > 1) {
        QTextCharFormat heading;
        const QFont face = theme::font(level == 1   ? TextStyle::Display
                                       : level == 2 ? TextStyle::Title
                                                    : TextStyle::Head);
        heading.setFontWeight(QFont::DemiBold);
        heading.setProperty(QTextFormat::FontPixelSize, face.pixelSize());
        heading.clearProperty(QTextFormat::FontSizeAdjustment);
        cursor.setPosition(block.position());
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(heading);
    }
}

struct Span
{
    int from;
    int to;
    QTextCharFormat format;
    /// Not null: the text that replaces an image that cannot be shown.
    QString replacement;
};

void styleSpan(QTextDocument &document, const Span &span)
{
    QTextCursor cursor(&document);
    cursor.setPosition(span.from);
    cursor.setPosition(span.to, QTextCursor::KeepAnchor);
    if (!span.replacement.isNull())
        cursor.insertText(span.replacement, span.format);
    else
        cursor.setCharFormat(span.format);
}

// Overrides of the direction show text as something that it is not.
QString withoutOverrides(QString text)
{
    for (QChar &c : text) {
        if (c.unicode() == 0x202d || c.unicode() == 0x202e)
            c = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

// Calls `visit(line, place of the mark in its box)` for each task in the source, until it returns false.
void forEachTask(QStringList &lines, const std::function<bool(QString &, qsizetype)> &visit)
{
    static const QRegularExpression box(QStringLiteral("^[\\s>]*(?:[-*+]|\\d+[.)])\\s+\\[([ xX])\\]\\s"));
    QString fence;
    for (QString &line : lines) {
        const QString start = line.trimmed().left(3);
        if (start == QLatin1StringView("```") || start == QLatin1StringView("~~~")) {
            if (fence.isEmpty())
                fence = start;
            else if (fence == start)
                fence.clear();
            continue;
        }
        const auto match = fence.isEmpty() ? box.match(line) : QRegularExpressionMatch();
        if (match.hasMatch() && !visit(line, match.capturedStart(1)))
            return;
    }
}

int tasksIn(const QString &markdown)
{
    QStringList lines = markdown.split(QLatin1Char('\n'));
    int count = 0;
    forEachTask(lines, [&count](QString &, qsizetype) { return ++count > 0; });
    return count;
}

QTextCharFormat codeFormat(QTextCharFormat format, bool inBlock)
{
    const QFont code = theme::font(TextStyle::Code);
    format.setFontFamilies(code.families());
    format.setProperty(QTextFormat::FontPixelSize, QFontInfo(code).pixelSize());
    format.setFontFixedPitch(true);
    if (!inBlock)
        format.setBackground(theme::color(Token::Hover));
    return format;
}

} // namespace

MarkdownView::MarkdownView(QWidget *parent)
    : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setReadOnly(true);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    setTabChangesFocus(true);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) {
        if (isAllowed(url))
            Q_EMIT linkActivated(url);
    });
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this, [this] {
        if (!m_rendering)
            updateGeometry();
    });
}

void MarkdownView::setMarkdown(const QString &markdown)
{
    m_markdown = markdown;
    render();
}

void MarkdownView::setTasksEditable(bool editable) { m_tasksEditable = editable; }

void MarkdownView::setImageSource(const std::function<QImage(const QString &)> &source)
{
    m_images = source;
    render();
}

QVariant MarkdownView::loadResource(int type, const QUrl &name)
{
    if (type == QTextDocument::ImageResource && m_images && name.isRelative())
        return m_images(name.path());
    return {};
}

void MarkdownView::render()
{
    m_rendering = true;
    document()->setDefaultFont(theme::font(TextStyle::Body));
    m_tasks = m_tasksDone = 0;
    if (m_markdown.size() > largestMarkdown) {
        setPlainText(m_markdown);
        m_rendering = false;
        updateGeometry();
        return;
    }
    document()->setMarkdown(withoutOverrides(m_markdown),
                            QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                QTextDocument::MarkdownNoHTML);
    static const QRegularExpression number(QStringLiteral("(?<![\\w/#])#(\\d{1,9})\\b"));
    QList<Span> spans;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        styleBlock(QTextCursor(document()), block);
        const bool inCode = isCodeBlock(block);
        if (isTask(block)) {
            ++m_tasks;
            m_tasksDone += isDone(block);
        }
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            QTextCharFormat format = fragment.charFormat();
            const int from = fragment.position();
            const int to = from + fragment.length();
            if (format.isImageFormat()) {
                const QTextImageFormat image = format.toImageFormat();
                const QUrl url(image.name());
                if (!m_images || !url.isRelative() || m_images(url.path()).isNull()) {
                    const QString alternative = image.property(QTextFormat::ImageAltText).toString();
                    QTextCharFormat quiet;
                    quiet.setForeground(theme::color(Token::Muted));
                    spans.append(
                        {from, to, quiet,
                         alternative.isEmpty() ? tr("[image]") : tr("[image: %1]").arg(alternative)});
                }
                continue;
            }
            if (inCode || format.fontFixedPitch()) {
                spans.append({from, to, codeFormat(format, inCode), {}});
                continue;
            }
            if (format.isAnchor()) {
                if (isAllowed(QUrl(format.anchorHref()))) {
                    format.setForeground(theme::color(Token::Accent));
                    format.setFontUnderline(false);
                } else {
                    format.setAnchor(false);
                    format.setAnchorHref({});
                    format.setFontUnderline(false);
                    format.clearForeground();
                }
                spans.append({from, to, format, {}});
                continue;
            }
            for (auto match = number.globalMatch(fragment.text()); match.hasNext();) {
                const auto found = match.next();
                QTextCharFormat link = format;
                link.setAnchor(true);
                link.setAnchorHref(QStringLiteral("pr:") + found.captured(1));
                link.setForeground(theme::color(Token::Accent));
                spans.append({from + int(found.capturedStart()), from + int(found.capturedEnd()), link, {}});
            }
        }
    }
    // From the end, so that a replacement does not move what is still to be done.
    for (qsizetype i = spans.size() - 1; i >= 0; --i)
        styleSpan(*document(), spans[i]);
    QTextCursor end(document());
    end.movePosition(QTextCursor::End);
    QTextBlockFormat last = end.blockFormat();
    // The frame of a code block needs its own.
    last.setBottomMargin(last.boolProperty(codeProperty) ? 10 : 0);
    end.setBlockFormat(last);
    document()->setModified(false);
    m_tasksKnown = tasksIn(m_markdown) == m_tasks;
    m_rendering = false;
    updateGeometry();
}

QSize MarkdownView::sizeHint() const
{
    const int width = viewport()->width() > 0 ? viewport()->width() : 400;
    return QSize(400, heightForWidth(width));
}

QSize MarkdownView::minimumSizeHint() const
{
    return QSize(80, viewport()->width() > 0 ? heightForWidth(viewport()->width()) : 20);
}

int MarkdownView::heightForWidth(int width) const
{
    if (qAbs(document()->textWidth() - width) < 1)
        return qCeil(document()->size().height());
    // Asked for a width that it does not have: measured on a copy, since the layout of this one is on screen.
    const std::unique_ptr<QTextDocument> copy(document()->clone());
    copy->setDefaultFont(document()->defaultFont());
    copy->setDocumentMargin(0);
    copy->setTextWidth(width);
    return qCeil(copy->size().height());
}

void MarkdownView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    document()->setTextWidth(viewport()->width());
    updateGeometry();
}

void MarkdownView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_rendering && !m_markdown.isEmpty())
        render();
}

void MarkdownView::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        const QTextDocument &text = *document();
        QRectF code;
        const auto frame = [&] {
            if (code.isValid())
                theme::paintBox(painter, code.adjusted(0, -8, 0, 8).toAlignedRect(),
                                theme::color(Token::AltBase), theme::color(Token::Border), 4);
            code = QRectF();
        };
        for (QTextBlock block = text.begin(); block.isValid(); block = block.next()) {
            const QRectF bounds = text.documentLayout()->blockBoundingRect(block);
            if (block.blockFormat().boolProperty(codeProperty)) {
                code |= QRectF(0, bounds.top(), viewport()->width(), bounds.height());
                continue;
            }
            frame();
            if (isTask(block)) {
                QStyle::State state = isDone(block) ? QStyle::State_On : QStyle::State_Off;
                state.setFlag(QStyle::State_Enabled);
                theme::paintCheck(painter, taskBox(block, bounds), state);
            }
        }
        frame();
    }
    QTextBrowser::paintEvent(event);
}

void MarkdownView::wheelEvent(QWheelEvent *event)
{
    // The page scrolls.
    event->ignore();
}

int MarkdownView::taskAt(const QPoint &position, bool *done) const
{
    int task = -1;
    const QPointF point =
        QPointF(position) + QPointF(horizontalScrollBar()->value(), verticalScrollBar()->value());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (!isTask(block))
            continue;
        ++task;
        const QRectF bounds = document()->documentLayout()->blockBoundingRect(block);
        if (QRectF(taskBox(block, bounds)).adjusted(-4, -4, 6, 4).contains(point)) {
            *done = isDone(block);
            return task;
        }
    }
    return -1;
}

void MarkdownView::mouseReleaseEvent(QMouseEvent *event)
{
    bool done = false;
    if (const int task = m_tasksEditable && m_tasksKnown && event->button() == Qt::LeftButton
                             ? taskAt(event->position().toPoint(), &done)
                             : -1;
        task >= 0) {
        Q_EMIT taskToggled(task, !done);
        return;
    }
    QTextBrowser::mouseReleaseEvent(event);
}

QString MarkdownView::withTask(const QString &markdown, int task, bool done)
{
    QStringList lines = markdown.split(QLatin1Char('\n'));
    int seen = 0;
    forEachTask(lines, [&](QString &line, qsizetype box) {
        if (seen++ != task)
            return true;
        line[box] = done ? QLatin1Char('x') : QLatin1Char(' ');
        return false;
    });
    return lines.join(QLatin1Char('\n'));
}

} // namespace countersign::ui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/diffviewaccessible.h"

#include "ui/diff/diffview.h"

#include <QScrollBar>

namespace countersign::diffview {

namespace {

/// One change, for going through them as a list. It refers to its place by number: rows come and go.
class ChangeAccessible : public QAccessibleInterface
{
public:
    ChangeAccessible(DiffView *view, int index)
        : m_view(view)
        , m_index(index)
    {
    }
    bool isValid() const override { return m_view && m_index < m_view->changeCount(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text type) const override
    {
        return isValid() && type == QAccessible::Name ? m_view->changeDescription(m_index) : QString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override { return isValid() ? m_view->changeRect(m_index) : QRect(); }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.invisible = !isValid();
        return state;
    }
    int index() const { return m_index; }

private:
    QPointer<DiffView> m_view;
    int m_index;
};

QAccessibleInterface *make(const QString &, QObject *object)
{
    if (auto *view = qobject_cast<DiffView *>(object))
        return new DiffViewAccessible(view);
    return nullptr;
}

} // namespace

void installDiffAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(installed)
}

DiffViewAccessible::DiffViewAccessible(DiffView *view)
    : QAccessibleWidget(view, QAccessible::Document)
{
}

DiffView *DiffViewAccessible::view() const { return static_cast<DiffView *>(widget()); }

void *DiffViewAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QString DiffViewAccessible::text(QAccessible::Text type) const
{
    if (type == QAccessible::Value || type == QAccessible::Description)
        return sentence();
    return QAccessibleWidget::text(type);
}

QString DiffViewAccessible::sentence() const { return view()->caretDescription(); }

int DiffViewAccessible::prefixLength() const { return view()->caretDescriptionPrefix(); }

int DiffViewAccessible::childCount() const { return QAccessibleWidget::childCount() + view()->changeCount(); }

QAccessibleInterface *DiffViewAccessible::child(int index) const
{
    const int widgets = QAccessibleWidget::childCount();
    if (index < widgets)
        return QAccessibleWidget::child(index);
    if (index >= childCount())
        return nullptr;
    return view()->changeAccessible(index - widgets, [this](int change) -> QAccessibleInterface * {
        return new ChangeAccessible(view(), change);
    });
}

int DiffViewAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    if (const auto *change = dynamic_cast<const ChangeAccessible *>(child))
        return QAccessibleWidget::childCount() + change->index();
    return QAccessibleWidget::indexOfChild(child);
}

int DiffViewAccessible::selectionCount() const { return view()->selectedText().isEmpty() ? 0 : 1; }
void DiffViewAccessible::selection(int, int *start, int *end) const
{
    const auto [first, last] = view()->caretLineSelection();
    *start = prefixLength() + first;
    *end = prefixLength() + last;
}
void DiffViewAccessible::addSelection(int, int) {}
void DiffViewAccessible::removeSelection(int) {}
void DiffViewAccessible::setSelection(int, int, int) {}
int DiffViewAccessible::cursorPosition() const { return prefixLength() + view()->caretColumn(); }
void DiffViewAccessible::setCursorPosition(int position)
{
    view()->setCaretColumn(position - prefixLength());
}
QString DiffViewAccessible::text(int start, int end) const { return sentence().mid(start, end - start); }
int DiffViewAccessible::characterCount() const { return static_cast<int>(sentence().size()); }
QRect DiffViewAccessible::characterRect(int offset) const
{
    return view()->caretLineRect(offset - prefixLength());
}
int DiffViewAccessible::offsetAtPoint(const QPoint &) const { return cursorPosition(); }
void DiffViewAccessible::scrollToSubstring(int, int) {}
QString DiffViewAccessible::attributes(int, int *start, int *end) const
{
    *start = 0;
    *end = characterCount();
    return {};
}

// What the accessible objects ask of the view.

QString DiffView::caretDescription() const
{
    if (m_caret.file < 0 || m_caret.file >= fileCount())
        return {};
    const File &file = m_files[static_cast<size_t>(m_caret.file)];
    const QString text = lineText(file, m_caretSide, m_caret.line);
    return linePrefix(m_caret.file, m_caretSide, m_caret.line) + text;
}

QString DiffView::linePrefix(int file, Side side, int line) const
{
    const Position at = rowOfLine(file, side, line);
    if (at.isNull())
        return {};
    const ViewRow &row = m_files[static_cast<size_t>(file)].rows[static_cast<size_t>(at.row)];
    QString state = tr("unchanged");
    const MovedLines &moves = side == Side::Before ? m_files[static_cast<size_t>(file)].movedTo
                                                   : m_files[static_cast<size_t>(file)].movedFrom;
    if (row.change != diff::Row::Kind::Context) {
        if (const MovedLines::Place moved = moves.find(line); moved.file >= 0)
            state = side == Side::After ? tr("moved from line %1").arg(moved.line + 1)
                                        : tr("moved to line %1").arg(moved.line + 1);
        else if (row.change == diff::Row::Kind::Changed)
            state = side == Side::After ? tr("changed, new") : tr("changed, old");
        else
            state = side == Side::After ? tr("added") : tr("removed");
    }
    const QString number = QString::number(line + 1);
    return (side == Side::After ? tr("line %1 new, %2: ") : tr("line %1 old, %2: ")).arg(number, state);
}

int DiffView::caretDescriptionPrefix() const
{
    return m_caret.file < 0 ? 0
                            : static_cast<int>(linePrefix(m_caret.file, m_caretSide, m_caret.line).size());
}

std::pair<int, int> DiffView::caretLineSelection() const
{
    diff::Span span;
    if (m_caret.file < 0 || !isSelected(m_caretSide, m_caret.file, m_caret.line, &span))
        return {m_caret.column, m_caret.column};
    return {span.start, span.start + span.length};
}

void DiffView::setCaretColumn(int column)
{
    if (m_caret.file < 0)
        return;
    const auto size = static_cast<int>(
        lineText(m_files[static_cast<size_t>(m_caret.file)], m_caretSide, m_caret.line).size());
    moveCaret({m_caret.file, m_caret.line, std::clamp(column, 0, size)}, m_caretSide, false);
}

QRect DiffView::caretLineRect(int column) const
{
    const Position at = m_caret.file < 0 ? Position() : rowOfLine(m_caret.file, m_caretSide, m_caret.line);
    if (at.isNull())
        return {};
    const QString text = lineText(m_files[static_cast<size_t>(m_caret.file)], m_caretSide, m_caret.line);
    const QPoint point = m_painter.pointOf(text, std::clamp(column, 0, static_cast<int>(text.size())),
                                           m_wrap ? m_columns.textWidth(m_caretSide, m_split) : 0);
    const QPoint origin(m_columns.textLeft(m_caretSide, m_split) -
                            (m_wrap ? 0 : horizontalScrollBar()->value()),
                        rowArea(at).top());
    return QRect(viewport()->mapToGlobal(origin + point),
                 QSize(static_cast<int>(m_painter.charWidth()), m_painter.lineHeight()));
}

int DiffView::changeCount() const
{
    qsizetype count = 0;
    for (const File &file : m_files)
        count += static_cast<qsizetype>(file.changeRows.size());
    return static_cast<int>(count);
}

DiffView::Position DiffView::changeAt(int index) const
{
    for (int i = 0; i < fileCount(); ++i) {
        const auto &starts = m_files[static_cast<size_t>(i)].changeRows;
        if (index < static_cast<int>(starts.size()))
            return {i, starts[static_cast<size_t>(index)]};
        index -= static_cast<int>(starts.size());
    }
    return {};
}

QString DiffView::changeDescription(int index) const
{
    const Position at = changeAt(index);
    if (at.isNull())
        return {};
    const File &file = m_files[static_cast<size_t>(at.file)];
    const ViewRow &row = file.rows[static_cast<size_t>(at.row)];
    const Side side = row.newLine >= 0 ? Side::After : Side::Before;
    const int line = row.newLine >= 0 ? row.newLine : row.oldLine;
    return tr("%1, %2%3")
        .arg(git::displayPath(file.delta.path()), linePrefix(at.file, side, line),
             lineText(file, side, line));
}

QRect DiffView::changeRect(int index) const
{
    const Position at = changeAt(index);
    if (at.isNull())
        return {};
    const QRect area = rowArea(at);
    return QRect(viewport()->mapToGlobal(area.topLeft()), area.size());
}

QAccessibleInterface *DiffView::changeAccessible(int index,
                                                 const std::function<QAccessibleInterface *(int)> &make) const
{
    auto it = m_changeIds.constFind(index);
    if (it == m_changeIds.constEnd())
        it = m_changeIds.insert(index, QAccessible::registerAccessibleInterface(make(index)));
    return QAccessible::accessibleInterface(*it);
}

void DiffView::caretAnnounced()
{
    if (!QAccessible::isActive())
        return;
    QAccessibleTextCursorEvent event(this, caretDescriptionPrefix() + m_caret.column);
    QAccessible::updateAccessibility(&event);
}

} // namespace countersign::diffview

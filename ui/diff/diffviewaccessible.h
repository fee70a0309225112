// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessibleWidget>

namespace countersign::diffview {

class DiffView;

/// What a screen reader hears of the diff view: the caret's line as a sentence ("line 38 new, added: …"),
/// line by line, and each change as a child. Made by installDiffAccessibility()'s factory, owned by Qt's
/// cache.
class DiffViewAccessible : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit DiffViewAccessible(DiffView *view);

    void *interface_cast(QAccessible::InterfaceType type) override;
    QString text(QAccessible::Text type) const override;

    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;

    void selection(int index, int *start, int *end) const override;
    int selectionCount() const override;
    void addSelection(int start, int end) override;
    void removeSelection(int index) override;
    void setSelection(int index, int start, int end) override;
    int cursorPosition() const override;
    void setCursorPosition(int position) override;
    QString text(int start, int end) const override;
    int characterCount() const override;
    QRect characterRect(int offset) const override;
    int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int start, int end) override;
    QString attributes(int offset, int *start, int *end) const override;

private:
    DiffView *view() const;
    QString sentence() const;
    /// Units before the line's own text in the sentence.
    int prefixLength() const;
};

/// Makes Qt ask us for the accessible objects of our views. Calling it again does nothing.
void installDiffAccessibility();

} // namespace countersign::diffview

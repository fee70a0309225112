// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace countersign::ui {

class IconLabel;

enum class MergeBoxKind { Ready, Missing, Conflicts, Merging, Merged, Closed };

/// The frame of the merge box: a header in the colour of the state, a list of conditions, actions below.
/// What stands in it is the caller's.
class MergeBox : public QFrame
{
    Q_OBJECT
public:
    explicit MergeBox(QWidget *parent = nullptr);

    void setState(MergeBoxKind kind, const QString &title, const QString &meta = {});
    /// Right end of the header.
    void addHeaderWidget(QWidget *widget);
    void clearConditions();
    /// One line: icon in its colour, text (Markdown-free, `strong` part at the end), an action link.
    void addCondition(const QString &icon, bool satisfied, const QString &text, QWidget *trailing = nullptr);
    QHBoxLayout *actions() const { return m_actions; }
    QVBoxLayout *body() const { return m_body; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MergeBoxKind m_kind = MergeBoxKind::Ready;
    QWidget *m_header;
    IconLabel *m_icon;
    QLabel *m_title;
    QLabel *m_meta;
    QHBoxLayout *m_row;
    QVBoxLayout *m_conditions;
    QVBoxLayout *m_body;
    QHBoxLayout *m_actions;
};

} // namespace countersign::ui

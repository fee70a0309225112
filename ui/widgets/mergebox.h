// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

class QBoxLayout;
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
    /// One line: icon in its colour, plain text, what it ends with in strong type or as a chip, who can meet
    /// it in small type, an action link. The box owns the widgets.
    struct Condition
    {
        QString icon;
        bool satisfied = false;
        QString text;
        QString strong;
        QWidget *subject = nullptr;
        QString who;
        QWidget *action = nullptr;
    };
    void addCondition(const Condition &condition);
    /// Right of the conditions, below them where the box is narrow.
    QHBoxLayout *actions() const { return m_actions; }
    /// Below the actions.
    QVBoxLayout *options() const { return m_options; }
    /// Fills the width of its page: lines above and below the header instead of a frame.
    void setFlush(bool flush);
    /// Less than what stands side by side needs: it goes below each other instead.
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    MergeBoxKind m_kind = MergeBoxKind::Ready;
    QWidget *m_header;
    IconLabel *m_icon;
    QLabel *m_title;
    QLabel *m_meta;
    QHBoxLayout *m_row;
    QVBoxLayout *m_conditions;
    QBoxLayout *m_body;
    QHBoxLayout *m_actions;
    QVBoxLayout *m_options;
    bool m_flush = false;
};

} // namespace countersign::ui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QButtonGroup;

namespace countersign::ui {

/// A few choices of which one is on, side by side.
class SegmentedControl : public QWidget
{
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget *parent = nullptr);
    /// The first segment is on until another is chosen. An icon-only segment still needs `text` as its name.
    void addSegment(const QString &id, const QString &text, const QString &icon = {}, bool iconOnly = false);
    void setSegmentText(const QString &id, const QString &text);
    void setCurrent(const QString &id);
    QString current() const;

Q_SIGNALS:
    /// By the user only.
    void chosen(const QString &id);

private:
    QButtonGroup *m_group;
};

} // namespace countersign::ui

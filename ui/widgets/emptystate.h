// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace countersign::ui {

class IconLabel;

/// Nothing to show: what is true, in one sentence, and the next step.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(QWidget *parent = nullptr);
    EmptyState(const QString &icon, const QString &sentence, const QString &detail,
               QWidget *parent = nullptr);

    void setContent(const QString &icon, const QString &sentence, const QString &detail);
    /// The first action is the primary one.
    void addAction(const QString &text, const QString &icon, const std::function<void()> &action);
    void clearActions();

private:
    IconLabel *m_icon;
    QLabel *m_sentence;
    QLabel *m_detail;
    QHBoxLayout *m_actions;
};

} // namespace countersign::ui

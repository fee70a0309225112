// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

#include <functional>

class QLabel;

namespace countersign::ui {

class LinkButton;

/// What is wrong with a field, below it: appears when leaving the field, offers the fix. Also marks the field
/// red. Keeps its place out of the layout while there is nothing to say; a hint may stand there instead.
class FieldError : public QWidget
{
    Q_OBJECT
public:
    explicit FieldError(QWidget *field, QWidget *parent = nullptr);
    /// Muted text while nothing is wrong.
    void setHint(const QString &hint);
    void setError(const QString &error, const QString &fix = {}, const std::function<void()> &applyFix = {});
    void clear() { setError({}); }
    bool hasError() const { return m_wrong; }

private:
    QWidget *m_field;
    QWidget *m_icon;
    QLabel *m_text;
    LinkButton *m_fix;
    QString m_hint;
    std::function<void()> m_apply;
    bool m_wrong = false;
};

} // namespace countersign::ui

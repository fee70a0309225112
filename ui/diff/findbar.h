// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace countersign::ui {
class SearchField;
}

namespace countersign::diffview {

/// The row that finds text in what is shown: a field, "3 of 17", previous, next, match case, close. Hidden
/// until opened.
class FindBar : public QWidget
{
    Q_OBJECT
public:
    explicit FindBar(QWidget *parent = nullptr);
    /// Shows the bar with this text selected, or with the one before.
    void open(const QString &text = {});
    void close();
    QString text() const;
    bool isCaseSensitive() const;
    /// `index` from 0, or -1; `count` -1 while searching.
    /// `limited`: there are more than `count`.
    void setResult(int index, int count, bool limited = false);

Q_SIGNALS:
    void searched(const QString &text, bool caseSensitive);
    void stepped(bool forward);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    ui::SearchField *m_field;
    QLabel *m_result;
    QToolButton *m_case;
};

} // namespace countersign::diffview

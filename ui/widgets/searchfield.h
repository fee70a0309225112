// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QLineEdit>

class QTimer;

namespace countersign::ui {

/// A filter or search field: icon, the key that leads to it as a cap, a cross once there is text. Reports
/// what was typed after 150 ms of rest; Esc clears, then leaves.
class SearchField : public QLineEdit
{
    Q_OBJECT
public:
    enum class Purpose { Search, Filter };
    explicit SearchField(const QString &placeholder, Purpose purpose = Purpose::Filter,
                         QWidget *parent = nullptr);
    /// Only shows the cap; the page's command table makes the key work.
    void setKey(const QKeySequence &key);

Q_SIGNALS:
    void searchChanged(const QString &text);
    /// Down was pressed, or Enter where nobody listens to returnPressed(): focus should go to the list.
    void leftForList();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_icon;
    QString m_key;
    QTimer *m_rest;
};

} // namespace countersign::ui

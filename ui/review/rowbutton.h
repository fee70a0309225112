// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace countersign::reviewui {

/// A row that acts: icon, name over a detail, something muted at the right. The whole width is its target.
class RowButton : public QAbstractButton
{
    Q_OBJECT
public:
    RowButton(const QString &icon, const QString &title, const QString &detail, const QString &trailing,
              QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QString m_detail;
    QString m_trailing;
};

} // namespace countersign::reviewui

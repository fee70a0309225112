// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace countersign::ui {

/// "1 of 2" as segments; the words stand beside it.
class ApprovalSegments : public QWidget
{
    Q_OBJECT
public:
    explicit ApprovalSegments(QWidget *parent = nullptr);
    void setApprovals(int given, int needed);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_given = 0;
    int m_needed = 1;
};

} // namespace countersign::ui

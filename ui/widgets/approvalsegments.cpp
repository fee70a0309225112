// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/approvalsegments.h"

#include "ui/widgets/badgepainter.h"

#include <QPainter>

namespace countersign::ui {

ApprovalSegments::ApprovalSegments(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void ApprovalSegments::setApprovals(int given, int needed)
{
    m_given = given;
    m_needed = needed;
    setAccessibleName(tr("%1 of %2 approvals").arg(given).arg(needed));
    updateGeometry();
    update();
}

QSize ApprovalSegments::sizeHint() const { return QSize(approvalSegmentsWidth(m_needed), 4); }

void ApprovalSegments::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintApprovalSegments(painter, rect(), m_given, m_needed);
}

} // namespace countersign::ui

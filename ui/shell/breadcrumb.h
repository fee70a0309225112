// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/page.h"

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace countersign::shell {

/// The path to what is on screen. Every part is a button; where a part has siblings its arrow lists them.
/// When narrow, middle parts fold into "…"; the last never does.
class Breadcrumb : public QWidget
{
    Q_OBJECT
public:
    explicit Breadcrumb(QWidget *parent = nullptr);
    void setCrumbs(const QList<ui::Crumb> &crumbs);
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void activated(const countersign::ui::Address &address);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fold();

    QList<ui::Crumb> m_crumbs;
    QHBoxLayout *m_row;
    QList<QWidget *> m_parts;
    QList<QWidget *> m_slashes;
    QToolButton *m_folded;
};

} // namespace countersign::shell

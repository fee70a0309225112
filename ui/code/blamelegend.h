// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace countersign::code {

/// What the colours of a blame's ages mean. Owned by the Code page.
class BlameLegend : public QWidget
{
    Q_OBJECT
public:
    explicit BlameLegend(QWidget *parent = nullptr);
};

} // namespace countersign::code

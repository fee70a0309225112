// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace countersign::reviewui {

/// Looks like an empty field with its key at the right, and asks to be one when it is pressed.
class ReplyField : public QAbstractButton
{
    Q_OBJECT
public:
    ReplyField(const QString &text, const QKeySequence &key, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QKeySequence m_key;
};

} // namespace countersign::reviewui

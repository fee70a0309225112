// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QWidget>

namespace countersign::ui {

/// A key in its cap, as hints in bars, fields and menus show it.
class KeyCap : public QWidget
{
    Q_OBJECT
public:
    explicit KeyCap(const QKeySequence &keys = {}, QWidget *parent = nullptr);
    void setKeys(const QKeySequence &keys);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
};

/// A tool tip with its key: name, two spaces, key.
QString toolTipText(const QString &name, const QKeySequence &keys);

} // namespace countersign::ui

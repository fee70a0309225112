// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

namespace countersign::shell {

/// Looks like a search field in the toolbar, and opens the command palette.
class PaletteField : public QToolButton
{
    Q_OBJECT
public:
    explicit PaletteField(QWidget *parent = nullptr);
    void setKey(const QString &key);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_key;
};

} // namespace countersign::shell

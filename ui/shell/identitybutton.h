// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

namespace countersign::shell {

class HubModel;

/// Who acts on the hub on screen: an avatar. Its menu lists the people of a hub where the acting person can
/// be changed (the sample team); elsewhere it only says who.
class IdentityButton : public QToolButton
{
    Q_OBJECT
public:
    explicit IdentityButton(QWidget *parent = nullptr);
    void setHub(HubModel *hub);
    QSize sizeHint() const override { return QSize(36, 28); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void fillMenu();

    HubModel *m_hub = nullptr;
};

} // namespace countersign::shell

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/identitybutton.h"

#include "ui/shell/hubmodel.h"
#include "ui/theme/stylepainting.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"

#include <QMenu>
#include <QPainter>

namespace countersign::shell {

using theme::Token;

namespace {

QIcon avatarIcon(const ui::PersonInfo &person)
{
    QPixmap picture(QSize(32, 32));
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    ui::paintAvatar(painter, QRect(0, 0, 16, 16), person);
    return QIcon(picture);
}

} // namespace

IdentityButton::IdentityButton(QWidget *parent)
    : QToolButton(parent)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(this);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &IdentityButton::fillMenu);
    hide();
}

void IdentityButton::setHub(HubModel *hub)
{
    if (m_hub)
        disconnect(m_hub, nullptr, this, nullptr);
    m_hub = hub;
    if (hub) {
        connect(hub, &HubModel::changed, this, &IdentityButton::refresh);
        connect(hub, &QObject::destroyed, this, [this] {
            m_hub = nullptr;
            hide();
        });
    }
    refresh();
}

void IdentityButton::refresh()
{
    setVisible(m_hub);
    if (!m_hub)
        return;
    const QString name = m_hub->people()->name(m_hub->session()->principal());
    setToolTip(m_hub->canSwitchPerson()
                   ? tr("You act as %1. Choose another person of the sample team.").arg(name)
                   : tr("You are %1 on %2").arg(name, m_hub->name()));
    setAccessibleName(tr("Acting as %1").arg(name));
    update();
}

void IdentityButton::fillMenu()
{
    menu()->clear();
    if (!m_hub)
        return;
    const QString me = m_hub->session()->principal();
    if (!m_hub->canSwitchPerson()) {
        const ui::PersonInfo person = m_hub->people()->person(me);
        menu()->addAction(avatarIcon(person), person.email.isEmpty()
                                                  ? person.name
                                                  : tr("%1 <%2>").arg(person.name, person.email));
        return;
    }
    menu()->addSection(tr("Act as"));
    for (const ui::PersonInfo &person : m_hub->people()->all()) {
        QAction *action = menu()->addAction(person.arn == me ? tr("%1 (now)").arg(person.name) : person.name);
        action->setIcon(avatarIcon(person));
        if (person.arn == me)
            menu()->setDefaultAction(action);
        connect(action, &QAction::triggered, this, [this, arn = person.arn] {
            if (m_hub)
                m_hub->session()->backend().setPrincipal(arn);
        });
    }
}

void IdentityButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (underMouse() || isDown())
        theme::paintBox(painter, rect(), theme::color(isDown() ? Token::Pressed : Token::Hover), {}, 4);
    if (!m_hub)
        return;
    ui::paintAvatar(painter, QRect((width() - 24) / 2, (height() - 24) / 2, 24, 24),
                    m_hub->people()->person(m_hub->session()->principal()));
}

} // namespace countersign::shell

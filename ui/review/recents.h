// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/address.h"

#include <QList>

namespace countersign::accounts {
class Settings;
}

namespace countersign::reviewui {

/// Something that was opened lately, as the inbox lists it. A value.
struct Recent
{
    ui::Address address;
    QString title;
    QString detail;
    QString icon;
    qint64 openedMs = 0;
};
/// The latest first, at most ten, each address once.
QList<Recent> recents(const accounts::Settings *settings);
void noteRecent(accounts::Settings *settings, const Recent &recent);

} // namespace countersign::reviewui

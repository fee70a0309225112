// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/shell/services.h"
#include "ui/widgets/page.h"

namespace countersign::shell {

class CommandRegistry;

/// First start: what can be done at once. Also reachable from the menu.
class WelcomePage : public ui::Page
{
    Q_OBJECT
public:
    WelcomePage(const Services &services, CommandRegistry *commands, QWidget *parent = nullptr);
    void open(const ui::Address &address) override;
    ui::Address address() const override;
};

} // namespace countersign::shell

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/page.h"

class QLabel;

namespace countersign::accounts {

/// What the program is, which versions it runs on, and the licences of what it is made from.
class AboutPage : public ui::Page
{
    Q_OBJECT
public:
    explicit AboutPage(QWidget *parent = nullptr);
    void open(const ui::Address &address) override;
    ui::Address address() const override;

private:
    QLabel *m_git;
    bool m_asked = false;
};

} // namespace countersign::accounts

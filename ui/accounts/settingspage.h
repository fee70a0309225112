// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/command.h"
#include "ui/widgets/page.h"

namespace countersign::accounts {

class KeysPanel;
class Settings;

/// Appearance, defaults of diffs and reviews, keys. Every change holds at once.
class SettingsPage : public ui::Page
{
    Q_OBJECT
public:
    SettingsPage(Settings *settings, ui::ShortcutTable *shortcuts, QWidget *parent = nullptr);
    void open(const ui::Address &address) override;
    ui::Address address() const override;

private:
    QWidget *makeAppearance();
    QWidget *makeChanges();
    QWidget *makeKeys(ui::ShortcutTable *shortcuts);

    Settings *m_settings;
    KeysPanel *m_keys = nullptr;
};

} // namespace countersign::accounts

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/command.h"

#include <QObject>
#include <QPointer>

namespace countersign::accounts {
class Settings;
}

namespace countersign::shell {

/// All that the user can do now, and the keys for it. Watches the keys of the whole program, so that one
/// place decides which command a key means: the one nearest to the focus. Single keys work only when no text
/// field has the focus and no dialog is open. Owned by the main window; screen's thread.
class CommandRegistry : public QObject, public ui::CommandSink, public ui::ShortcutTable
{
    Q_OBJECT
public:
    explicit CommandRegistry(accounts::Settings *settings, QObject *parent = nullptr);

    void add(QObject *owner, const QList<ui::Command> &commands) override;

    /// Every command whose owner is on screen, in the order of registration; one for each id.
    QList<ui::Command> available() const;
    /// Every command that was ever registered here, for the settings and the sheet of keys.
    QList<ui::Command> known() const override { return m_known; }
    const ui::Command *find(const QString &id) const;
    void run(const QString &id);
    /// The keys that hold now: the user's, otherwise the command's own.
    QList<QKeySequence> shortcuts(const ui::Command &command) const override;
    QKeySequence shortcut(const QString &id) const;
    /// Ids of other commands of the same context, or of the global one, that use the key.
    QStringList conflicts(const QString &id, const QKeySequence &key) const override;
    void setShortcut(const QString &id, const QKeySequence &key) override;
    void resetShortcut(const QString &id) override;
    bool isCustom(const QString &id) const override;

    static bool isSingleKey(const QKeySequence &key);

Q_SIGNALS:
    void commandsChanged();
    void shortcutsChanged();
    /// A command could not be run now, and why.
    void refused(const QString &reason);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry
    {
        QPointer<QObject> owner;
        ui::Command command;
    };
    const Entry *match(const QKeySequence &key, QWidget *focus) const;
    static bool isOnScreen(const Entry &entry);

    accounts::Settings *m_settings;
    QList<Entry> m_entries;
    QList<ui::Command> m_known;
};

} // namespace countersign::shell

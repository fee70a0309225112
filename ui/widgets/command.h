// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

namespace countersign::ui {

/// A thing the user can do. Features give tables of these to the shell's registry, from which menus, tool
/// tips, the command palette, the shortcut sheet and the shortcut settings are made.
struct Command
{
    /// Stable id such as "review.approve"; the key of user-chosen shortcuts.
    QString id;
    /// Translated, sentence case, "…" when more input follows.
    QString text;
    QString icon;
    QList<QKeySequence> shortcuts;
    /// Where a single key works: "global", "review", "list", "commits", "code"; the widget with focus
    /// decides.
    QString context = QStringLiteral("global");
    std::function<void()> run;
    /// Empty when it can be run now; otherwise the reason why not, shown beside the disabled entry.
    std::function<QString()> unavailable;
};

/// Where features hand in their commands. Implemented by the shell's registry.
class CommandSink
{
public:
    virtual ~CommandSink() = default;
    /// The commands stay registered until `owner` dies.
    virtual void add(QObject *owner, const QList<Command> &commands) = 0;
};

/// The keys of all commands, for the page of settings and the sheet of keys. Implemented by the shell's
/// registry.
class ShortcutTable
{
public:
    virtual ~ShortcutTable() = default;
    virtual QList<Command> known() const = 0;
    /// The keys that hold now: the user's, otherwise the command's own.
    virtual QList<QKeySequence> shortcuts(const Command &command) const = 0;
    /// Ids of other commands that the key would also run.
    virtual QStringList conflicts(const QString &id, const QKeySequence &key) const = 0;
    virtual bool isCustom(const QString &id) const = 0;
    /// An empty key takes the shortcut away.
    virtual void setShortcut(const QString &id, const QKeySequence &key) = 0;
    virtual void resetShortcut(const QString &id) = 0;
};

} // namespace countersign::ui

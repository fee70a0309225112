// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/commandregistry.h"

#include "core/accounts/settings.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTextEdit>

#include <algorithm>

namespace countersign::shell {

using ui::Command;

namespace {

bool takesText(const QWidget *widget)
{
    if (const auto *line = qobject_cast<const QLineEdit *>(widget))
        return !line->isReadOnly();
    if (const auto *text = qobject_cast<const QTextEdit *>(widget))
        return !text->isReadOnly();
    if (const auto *text = qobject_cast<const QPlainTextEdit *>(widget))
        return !text->isReadOnly();
    const auto *combo = qobject_cast<const QComboBox *>(widget);
    return qobject_cast<const QAbstractSpinBox *>(widget) || (combo && combo->isEditable());
}

// Keys that a focused control needs for itself.
bool belongsToControl(const QWidget *widget, const QKeySequence &key)
{
    const int code = key[0].key();
    if (qobject_cast<const QAbstractButton *>(widget))
        return code == Qt::Key_Space || code == Qt::Key_Return || code == Qt::Key_Enter;
    return qobject_cast<const QComboBox *>(widget) && code != Qt::Key_Escape;
}

QKeySequence sequenceOf(const QKeyEvent &event)
{
    switch (event.key()) {
    case 0:
    case Qt::Key_unknown:
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_Meta:
    case Qt::Key_AltGr:
        return {};
    default:
        break;
    }
    Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    // Signs such as "?" and "/" need Shift on some keyboards and not on others.
    const QString text = event.text();
    if (modifiers == Qt::ShiftModifier && text.size() == 1 && text.at(0).isPrint() &&
        !text.at(0).isLetter() && !text.at(0).isSpace())
        modifiers = Qt::NoModifier;
    return QKeySequence(QKeyCombination(modifiers, static_cast<Qt::Key>(event.key())));
}

} // namespace

CommandRegistry::CommandRegistry(accounts::Settings *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    qApp->installEventFilter(this);
}

bool CommandRegistry::isSingleKey(const QKeySequence &key)
{
    if (key.count() != 1)
        return false;
    const Qt::KeyboardModifiers modifiers = key[0].keyboardModifiers() & ~Qt::ShiftModifier;
    const int code = key[0].key();
    return !modifiers && !(code >= Qt::Key_F1 && code <= Qt::Key_F35);
}

void CommandRegistry::add(QObject *owner, const QList<Command> &commands)
{
    for (const Command &command : commands) {
        m_entries.append({owner, command});
        const auto same = [&](const Command &known) { return known.id == command.id; };
        if (auto it = std::ranges::find_if(m_known, same); it != m_known.end())
            *it = command;
        else
            m_known.append(command);
    }
    connect(owner, &QObject::destroyed, this, [this, owner] {
        m_entries.removeIf([owner](const Entry &entry) { return !entry.owner || entry.owner == owner; });
        Q_EMIT commandsChanged();
    });
    Q_EMIT commandsChanged();
}

bool CommandRegistry::isOnScreen(const Entry &entry)
{
    if (!entry.owner)
        return false;
    const auto *widget = qobject_cast<const QWidget *>(entry.owner.data());
    return !widget || widget->isVisible();
}

QList<Command> CommandRegistry::available() const
{
    QList<Command> commands;
    for (const Entry &entry : m_entries) {
        if (!isOnScreen(entry))
            continue;
        const auto same = [&](const Command &command) { return command.id == entry.command.id; };
        if (std::ranges::none_of(commands, same))
            commands.append(entry.command);
    }
    return commands;
}

const Command *CommandRegistry::find(const QString &id) const
{
    for (auto it = m_entries.crbegin(); it != m_entries.crend(); ++it) {
        if (it->command.id == id && isOnScreen(*it))
            return &it->command;
    }
    return nullptr;
}

void CommandRegistry::run(const QString &id)
{
    const Command *found = find(id);
    if (!found)
        return;
    // A copy: what it does may end the owner.
    const Command command = *found;
    if (command.unavailable) {
        if (const QString reason = command.unavailable(); !reason.isEmpty()) {
            Q_EMIT refused(reason);
            return;
        }
    }
    if (command.run)
        command.run();
}

QList<QKeySequence> CommandRegistry::shortcuts(const Command &command) const
{
    const QString chosen = m_settings->shortcut(command.id);
    if (chosen.isNull())
        return command.shortcuts;
    const QKeySequence key = QKeySequence::fromString(chosen, QKeySequence::PortableText);
    return key.isEmpty() ? QList<QKeySequence>() : QList<QKeySequence>{key};
}

QKeySequence CommandRegistry::shortcut(const QString &id) const
{
    const auto it = std::ranges::find(m_known, id, &Command::id);
    return it == m_known.end() ? QKeySequence() : shortcuts(*it).value(0);
}

QStringList CommandRegistry::conflicts(const QString &id, const QKeySequence &key) const
{
    QStringList ids;
    const auto own = std::ranges::find(m_known, id, &Command::id);
    const QString global = QStringLiteral("global");
    for (const Command &other : m_known) {
        const bool meets = own == m_known.end() || other.context == own->context || other.context == global ||
                           own->context == global;
        if (other.id != id && meets && shortcuts(other).contains(key))
            ids.append(other.id);
    }
    return ids;
}

void CommandRegistry::setShortcut(const QString &id, const QKeySequence &key)
{
    m_settings->setShortcut(id,
                            key.isEmpty() ? QStringLiteral("") : key.toString(QKeySequence::PortableText));
    Q_EMIT shortcutsChanged();
}

void CommandRegistry::resetShortcut(const QString &id)
{
    m_settings->setShortcut(id, QString());
    Q_EMIT shortcutsChanged();
}

bool CommandRegistry::isCustom(const QString &id) const { return !m_settings->shortcut(id).isNull(); }

const CommandRegistry::Entry *CommandRegistry::match(const QKeySequence &key, QWidget *focus) const
{
    // The contexts that the focused widget stands in, as widgets say by a property.
    QStringList contexts;
    for (const QWidget *up = focus; up; up = up->parentWidget()) {
        if (const QVariant context = up->property("commandContext"); context.isValid())
            contexts.append(context.toString());
    }
    const Entry *best = nullptr;
    int bestScore = 0;
    for (const Entry &entry : m_entries) {
        if (!isOnScreen(entry) || !shortcuts(entry.command).contains(key))
            continue;
        const auto *owner = qobject_cast<const QWidget *>(entry.owner.data());
        int score = 0;
        if (contexts.contains(entry.command.context))
            score = 4;
        else if (owner && focus && owner->isAncestorOf(focus) && owner != focus->window())
            score = 3;
        else if (entry.command.context == QLatin1StringView("global"))
            score = 1;
        else if (owner)
            score = 2;
        // Among equals the newest: a page on top of another.
        if (score && score >= bestScore) {
            best = &entry;
            bestScore = score;
        }
    }
    return best;
}

bool CommandRegistry::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    auto *widget = qobject_cast<QWidget *>(watched);
    auto *window = qobject_cast<QWidget *>(parent());
    if (!widget || !window || widget->window() != window || QApplication::activeModalWidget() ||
        QApplication::activePopupWidget())
        return false;
    auto *press = static_cast<QKeyEvent *>(event);
    const QKeySequence key = sequenceOf(*press);
    if (key.isEmpty())
        return false;
    QWidget *focus = QApplication::focusWidget() ? QApplication::focusWidget() : widget;
    // A field may keep keys for itself, such as the one that sends what is written in it.
    if (focus->property("ownKeys").toStringList().contains(key.toString(QKeySequence::PortableText)))
        return false;
    if (isSingleKey(key)) {
        const int code = key[0].key();
        const bool letter = code >= Qt::Key_Space && code <= Qt::Key_AsciiTilde;
        if (takesText(focus) || belongsToControl(focus, key) || (letter && !m_settings->singleKeys()))
            return false;
    }
    const Entry *entry = match(key, focus);
    if (!entry)
        return false;
    if (event->type() == QEvent::ShortcutOverride) {
        // Comes back as a key press, before any QAction sees it.
        event->accept();
        return true;
    }
    run(entry->command.id);
    return true;
}

} // namespace countersign::shell

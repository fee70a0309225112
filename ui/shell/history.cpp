// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/history.h"

namespace countersign::shell {

namespace {
constexpr qsizetype largest = 100;
}

void History::push(const ui::Address &address)
{
    if (m_at >= 0 && m_entries[m_at] == address)
        return;
    m_entries.resize(m_at + 1);
    m_entries.append(address);
    if (m_entries.size() > largest)
        m_entries.removeFirst();
    m_at = m_entries.size() - 1;
}

void History::replace(const ui::Address &address)
{
    if (m_at < 0)
        push(address);
    else
        m_entries[m_at] = address;
}

ui::Address History::back()
{
    if (canGoBack())
        --m_at;
    return current();
}

ui::Address History::forward()
{
    if (canGoForward())
        ++m_at;
    return current();
}

void History::removeHub(const QString &hub)
{
    for (qsizetype i = m_entries.size() - 1; i >= 0; --i) {
        if (m_entries[i].hub != hub)
            continue;
        m_entries.removeAt(i);
        if (i <= m_at)
            --m_at;
    }
    if (m_at < 0 && !m_entries.isEmpty())
        m_at = 0;
}

QStringList History::toStrings() const
{
    QStringList entries;
    for (const ui::Address &address : m_entries)
        entries.append(address.toString());
    return entries;
}

History History::fromStrings(const QStringList &entries, int position)
{
    History history;
    for (const QString &entry : entries.mid(qMax(0, entries.size() - largest)))
        history.m_entries.append(ui::Address::fromString(entry));
    history.m_at = qBound(qsizetype(-1), qsizetype(position), history.m_entries.size() - 1);
    if (history.m_at < 0 && !history.m_entries.isEmpty())
        history.m_at = 0;
    return history;
}

} // namespace countersign::shell

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/address.h"

#include <QList>
#include <QStringList>

namespace countersign::shell {

/// Where the user has been: drives back and forward. A value; at most 100 entries.
class History
{
public:
    /// Goes to a new place: what was ahead is forgotten. The same place again changes nothing.
    void push(const ui::Address &address);
    /// The current entry is now at another place (a selection within the page).
    void replace(const ui::Address &address);
    bool canGoBack() const { return m_at > 0; }
    bool canGoForward() const { return m_at + 1 < m_entries.size(); }
    ui::Address back();
    ui::Address forward();
    ui::Address current() const { return m_at < 0 ? ui::Address() : m_entries[m_at]; }
    bool isEmpty() const { return m_entries.isEmpty(); }
    /// Forgets every entry of a hub that is gone.
    void removeHub(const QString &hub);

    QStringList toStrings() const;
    int position() const { return static_cast<int>(m_at); }
    static History fromStrings(const QStringList &entries, int position);

private:
    QList<ui::Address> m_entries;
    qsizetype m_at = -1;
};

} // namespace countersign::shell

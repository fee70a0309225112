// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/address.h"

#include <QIcon>
#include <QList>
#include <QWidget>

#include <functional>

namespace countersign::ui {

/// One part of the breadcrumb. `siblings` makes its menu; empty for none.
struct Crumb
{
    QString text;
    QString icon;
    Address address;
    QList<Crumb> siblings;
};

/// A full area of the window, or the content of one section tab. Made when first shown, kept while its
/// repository or pull request is open. A page never knows the shell or another feature: it asks by signals.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Shows what the address names. Called on first show, on navigation within the page, and on back and
    /// forward.
    virtual void open(const Address &address) = 0;
    /// Reloads (F5, or the hub changed). Keeps the old content until the new is complete; keeps selection and
    /// scroll.
    virtual void refresh() {}
    /// Where the page is now, with its selection, so that back returns to it.
    virtual Address address() const = 0;
    /// Moves focus to the next or previous pane (F6); false when the page has no further one.
    virtual bool focusPane(bool forward)
    {
        Q_UNUSED(forward);
        return false;
    }

Q_SIGNALS:
    /// Asks the shell to show another page, or this one elsewhere. `newEntry` false replaces the history
    /// entry.
    void navigationRequested(const countersign::ui::Address &address, bool newEntry = true);
    /// Title, counts on tabs or the address changed.
    void stateChanged();
    /// A success banner with Undo for ten seconds; `undo` may be empty.
    void undoOffered(const QString &text, const std::function<void()> &undo);
    /// Something to say at the top of the page that is no error of a field.
    void errorOccurred(const QString &text, const QString &detail);
};

} // namespace countersign::ui

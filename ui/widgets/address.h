// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>

namespace countersign::ui {

/// Where a page is: what back, forward, breadcrumbs, the palette and links navigate by. A value.
/// Text form: "hub/page/repository/item?key=value", stored in the history and in settings.
struct Address
{
    enum class Page {
        Welcome,
        Inbox,
        PullRequests,
        Repository,
        PullRequest,
        NewPullRequest,
        Settings,
        About,
    };
    /// Session::hubId(); empty for pages of the whole console (inbox, settings).
    QString hub;
    Page page = Page::Inbox;
    QString repository;
    /// Pull request id.
    QString item;
    /// Section tab: repository "code", "commits", "branches", "pullrequests", "rules", "settings";
    /// pull request "overview", "changes", "commits", "approvals", "activity".
    QString tab;
    /// Anything more a page needs to come back to: "ref", "path", "line", "view" (code or blame), "commit",
    /// "with", "source", "destination", "file", "thread", "revision", …
    /// Paths and refs stand in it as addressText() writes them.
    QMap<QString, QString> query;

    QString toString() const;
    static Address fromString(const QString &text);
    bool operator==(const Address &) const = default;
};

/// A path or ref name of Git, which may be any bytes, as text in an address: characters stay, bytes that are
/// no UTF-8 and the percent sign become %XX. Nothing is lost: addressBytes() gives the same bytes again.
QString addressText(QByteArrayView bytes);
/// A percent sign that no two hexadecimal digits follow stands for itself.
QByteArray addressBytes(QStringView text);

} // namespace countersign::ui

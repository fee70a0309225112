// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/write.h"
#include "core/service/call.h"

#include <QMap>

namespace countersign::service {

/// RepositoryNameExists or RepositoryLimitExceeded.
Result<void> checkNewName(const Call &call, const QString &name);
/// Tags that a caller may set: none of the system's.
Result<void> checkTags(const Call &call, const QMap<QString, QString> &tags);

/// A repository being made: its folder under incoming/ until publish() puts it in its place and writes its
/// row. Whatever ends before that leaves nothing behind.
class NewRepository
{
public:
    NewRepository(Call &call, const QString &name, const std::optional<QString> &description);
    ~NewRepository();
    NewRepository(const NewRepository &) = delete;
    NewRepository &operator=(const NewRepository &) = delete;

    /// Where it is made.
    QString directory() const;
    /// Makes the empty repository there; to be called once.
    Result<void> init(int idSize = 20);
    store::RepositoryRow row;

    /// `more` runs in the transaction that writes the row.
    Result<store::RepositoryRow> publish(const std::function<Result<void>(store::Connection &)> &more = {});

private:
    Call &m_call;
    bool m_published = false;
};

} // namespace countersign::service

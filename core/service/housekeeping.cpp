// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/housekeeping.h"

#include "core/store/idempotency.h"
#include "core/store/repositories.h"

#include <QDir>
#include <QSet>

using namespace Qt::StringLiterals;

namespace countersign::service {

namespace {

constexpr qint64 dayMs = 24LL * 3600 * 1000;

Result<void> removeUnknown(HubContext &context)
{
    for (const QString &id : context.folder->incomingIds())
        if (auto done = context.folder->removeIncoming(id); !done)
            return done;
    for (const QString &id : context.folder->repositoryIds()) {
        const auto row = store::repositories::byId(context.database->connection(), id);
        if (!row)
            return std::unexpected(row.error());
        // In place, but its row was never written: nobody was told of it.
        const bool neverTold = !*row;
        if (!neverTold && !(*row)->deleted)
            continue;
        if (auto done = context.folder->discard(id); !done)
            return done;
        if (neverTold)
            if (auto done = context.folder->purge(id); !done)
                return done;
    }
    return {};
}

Result<void> sortTrash(HubContext &context, qint64 now)
{
    for (const QString &id : context.folder->trashIds()) {
        const auto row = store::repositories::byId(context.database->connection(), id);
        if (!row)
            return std::unexpected(row.error());
        Result<void> done;
        if (!*row)
            done = context.folder->purge(id);
        else if (!(*row)->deleted)
            done = context.folder->restore(id);
        if (!done)
            return done;
    }
    const auto deleted = store::repositories::deleted(context.database->connection());
    if (!deleted)
        return std::unexpected(deleted.error());
    for (const store::RepositoryRow &row : *deleted) {
        if (*row.deleted + context.settings.trashDays * dayMs > now)
            continue;
        // The row first: without it the folder is unknown, and goes at the next start at the latest.
        auto done = context.database->write(
            [&row](store::Connection &tx) { return store::repositories::remove(tx, row.id); });
        if (!done)
            return done;
        if (auto purged = context.folder->purge(row.id); !purged)
            return purged;
    }
    return {};
}

} // namespace

Result<void> tidy(HubContext &context, qint64 now)
{
    if (auto done = removeUnknown(context); !done)
        return done;
    if (auto done = sortTrash(context, now); !done)
        return done;
    return context.database->write([&](store::Connection &tx) {
        return store::idempotency::expire(tx, now - context.settings.idempotencyHours * 3'600'000LL);
    });
}

} // namespace countersign::service

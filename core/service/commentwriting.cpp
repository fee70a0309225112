// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/commentwriting.h"

#include "core/service/events.h"
#include "core/store/pullrequests.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

Result<store::CommentRow> commentById(const Call &call, const QString &id)
{
    auto row = store::comments::byId(call.db(), id);
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return api::wireFailure("CommentDoesNotExistException", u"The comment %1 does not exist."_s.arg(id));
    if (auto repository = call.repositoryById((*row)->repositoryId); !repository)
        return std::unexpected(repository.error());
    return std::move(**row);
}

Result<void> writeComment(Call &call, store::Connection &tx, const store::CommentRow &row)
{
    if (auto done = store::comments::insert(tx, row); !done)
        return done;
    if (!row.pullRequestId)
        return {};
    if (!row.reviewId)
        if (auto done = recordOwnEvent(tx, *row.pullRequestId, call.now, call.caller.arn, OwnEvent::Comment,
                                       {{u"commentId"_s, row.id}});
            !done)
            return done;
    return store::pullrequests::touch(tx, *row.pullRequestId, call.now);
}

} // namespace countersign::service

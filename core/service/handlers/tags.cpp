// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/handlers/tags.h"

#include "core/api/rules.h"
#include "core/service/newrepository.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

using namespace api;

namespace {

Result<store::RepositoryRow> ofArn(const Call &call, const QString &arn)
{
    const QString name = call.hub.repositoryOfArn(arn);
    if (name.isEmpty())
        return wireFailure("InvalidResourceArnException", u"%1 is no repository of this hub."_s.arg(arn));
    if (const auto violation = rules::repositoryName(name))
        return wireFailure("InvalidRepositoryNameException", rules::sentence(u"resourceArn", *violation));
    return call.repository(name);
}

} // namespace

Result<TagResource::Output> handle(Call &call, const TagResource::Input &input)
{
    const auto row = ofArn(call, input.resourceArn);
    if (!row)
        return std::unexpected(row.error());
    auto done = call.write(row->id, {}, [&](store::Connection &tx) -> Result<void> {
        auto merged = store::repositories::tags(tx, row->id);
        if (!merged)
            return std::unexpected(merged.error());
        for (auto it = input.tags.cbegin(); it != input.tags.cend(); ++it) {
            merged->insert(it.key(), it.value());
            if (auto set = store::repositories::setTag(tx, row->id, it.key(), it.value()); !set)
                return set;
        }
        return checkTags(call, *merged);
    });
    return done.transform([] { return TagResource::Output{}; });
}

Result<UntagResource::Output> handle(Call &call, const UntagResource::Input &input)
{
    const auto row = ofArn(call, input.resourceArn);
    if (!row)
        return std::unexpected(row.error());
    auto done = call.write(row->id, {}, [&](store::Connection &tx) -> Result<void> {
        for (const QString &key : input.tagKeys)
            if (auto removed = store::repositories::removeTag(tx, row->id, key); !removed)
                return removed;
        return {};
    });
    return done.transform([] { return UntagResource::Output{}; });
}

Result<ListTagsForResource::Output> handle(Call &call, const ListTagsForResource::Input &input)
{
    const auto row = ofArn(call, input.resourceArn);
    if (!row)
        return std::unexpected(row.error());
    return store::repositories::tags(call.db(), row->id).transform([](const QMap<QString, QString> &tags) {
        return ListTagsForResource::Output{tags, std::nullopt};
    });
}

} // namespace countersign::service

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/templateassociation.h"

#include "core/api/rules.h"

using namespace Qt::StringLiterals;

namespace countersign::service {

namespace {

Result<store::RepositoryRow> find(const Call &call, const QString &name)
{
    // The batch operations answer a wrong name by itself, after the field rules have let the list pass.
    if (const auto violation = api::rules::repositoryName(name))
        return api::wireFailure("InvalidRepositoryNameException",
                                api::rules::sentence(u"repositoryName", *violation));
    return call.repository(name);
}

QJsonObject detailOf(const store::TemplateRow &row) { return {{u"template"_s, row.name}}; }

} // namespace

Result<store::TemplateRow> templateByName(const Call &call, const QString &name)
{
    auto row = store::templates::byName(call.db(), name);
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return api::wireFailure("ApprovalRuleTemplateDoesNotExistException",
                                u"There is no template %1."_s.arg(name));
    return std::move(**row);
}

Result<void> associate(Call &call, const store::TemplateRow &row, const QString &repositoryName)
{
    const auto repository = find(call, repositoryName);
    if (!repository)
        return std::unexpected(repository.error());
    return call.write(repository->id, detailOf(row), [&](store::Connection &tx) -> Result<void> {
        const auto existing = store::templates::ofRepository(tx, repository->id);
        if (!existing)
            return std::unexpected(existing.error());
        const bool known = std::ranges::any_of(*existing, [&](const auto &t) { return t.id == row.id; });
        if (!known && existing->size() >= call.hub.settings.maximumTemplatesPerRepository)
            return api::wireFailure("MaximumRuleTemplatesAssociatedWithRepositoryException",
                                    u"A repository has at most %1 templates."_s.arg(
                                        call.hub.settings.maximumTemplatesPerRepository));
        return store::templates::associate(tx, row.id, repository->id);
    });
}

Result<void> disassociate(Call &call, const store::TemplateRow &row, const QString &repositoryName)
{
    const auto repository = find(call, repositoryName);
    if (!repository)
        return std::unexpected(repository.error());
    return call.write(repository->id, detailOf(row), [&](store::Connection &tx) {
        return store::templates::disassociate(tx, row.id, repository->id);
    });
}

} // namespace countersign::service

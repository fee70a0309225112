// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/handlers/templates.h"

#include "core/service/approvalstate.h"
#include "core/service/mapping.h"
#include "core/service/paging.h"
#include "core/service/templateassociation.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace countersign::service {

using namespace api;

namespace {

QJsonObject detailOf(const store::TemplateRow &row) { return {{u"template"_s, row.name}}; }

std::unexpected<Error> nameTaken(const QString &name)
{
    return wireFailure("ApprovalRuleTemplateNameAlreadyExistsException",
                       u"There is a template %1 already."_s.arg(name));
}

/// Loads, lets `change` edit the row, and writes it with the caller's name and the time.
template <class Output>
Result<Output> update(Call &call, const QString &name,
                      const std::function<Result<void>(store::TemplateRow &)> &change)
{
    auto row = templateByName(call, name);
    if (!row)
        return std::unexpected(row.error());
    if (auto done = change(*row); !done)
        return std::unexpected(done.error());
    row->modified = call.now;
    row->modifiedBy = call.caller.arn;
    auto written = call.write({}, detailOf(*row),
                              [&](store::Connection &tx) { return store::templates::update(tx, *row); });
    if (!written && written.error().kind == ErrorKind::AlreadyExists)
        return nameTaken(row->name);
    return written.transform([&] { return Output{toTemplate(*row)}; });
}

/// Names after the token's, one more than the page holds.
template <class Output>
Result<Output> listNames(Call &call, const std::optional<QString> &token, const std::optional<int> &wanted,
                         QList<QString> Output::*member,
                         const std::function<Result<QStringList>(const QString &, int)> &read)
{
    const auto position = readToken(call.row, token, 1);
    if (!position)
        return std::unexpected(position.error());
    const int size = pageSize(call.row, wanted);
    auto names = read(*position ? (*position)->first() : QString(), size + 1);
    if (!names)
        return std::unexpected(names.error());
    Output output;
    if (names->size() > size) {
        names->resize(size);
        output.nextToken = makeToken(call.row, {names->last()});
    }
    output.*member = *names;
    return output;
}

} // namespace

Result<CreateApprovalRuleTemplate::Output> handle(Call &call, const CreateApprovalRuleTemplate::Input &input)
{
    if (auto valid = checkTemplateContent(input.approvalRuleTemplateContent); !valid)
        return std::unexpected(valid.error());
    const auto count = store::templates::count(call.db());
    if (!count)
        return std::unexpected(count.error());
    if (*count >= call.hub.settings.maximumTemplates)
        return wireFailure("NumberOfRuleTemplatesExceededException",
                           u"This hub holds at most %1 templates."_s.arg(call.hub.settings.maximumTemplates));
    const store::TemplateRow row{QUuid::createUuid().toString(QUuid::WithoutBraces),
                                 input.approvalRuleTemplateName,
                                 input.approvalRuleTemplateDescription,
                                 input.approvalRuleTemplateContent,
                                 contentHash(input.approvalRuleTemplateContent),
                                 call.now,
                                 call.now,
                                 call.caller.arn};
    auto done = call.write({}, detailOf(row),
                           [&](store::Connection &tx) { return store::templates::insert(tx, row); });
    if (!done && done.error().kind == ErrorKind::AlreadyExists)
        return nameTaken(row.name);
    return done.transform([&] { return CreateApprovalRuleTemplate::Output{toTemplate(row)}; });
}

Result<GetApprovalRuleTemplate::Output> handle(Call &call, const GetApprovalRuleTemplate::Input &input)
{
    return templateByName(call, input.approvalRuleTemplateName).transform([](const store::TemplateRow &row) {
        return GetApprovalRuleTemplate::Output{toTemplate(row)};
    });
}

Result<ListApprovalRuleTemplates::Output> handle(Call &call, const ListApprovalRuleTemplates::Input &input)
{
    using Output = ListApprovalRuleTemplates::Output;
    return listNames<Output>(
        call, input.nextToken, input.maxResults, &Output::approvalRuleTemplateNames,
        [&](const QString &after, int limit) { return store::templates::names(call.db(), after, limit); });
}

Result<UpdateApprovalRuleTemplateName::Output> handle(Call &call,
                                                      const UpdateApprovalRuleTemplateName::Input &input)
{
    return update<UpdateApprovalRuleTemplateName::Output>(call, input.oldApprovalRuleTemplateName,
                                                          [&](store::TemplateRow &row) -> Result<void> {
                                                              row.name = input.newApprovalRuleTemplateName;
                                                              return {};
                                                          });
}

Result<UpdateApprovalRuleTemplateDescription::Output>
handle(Call &call, const UpdateApprovalRuleTemplateDescription::Input &input)
{
    return update<UpdateApprovalRuleTemplateDescription::Output>(
        call, input.approvalRuleTemplateName, [&](store::TemplateRow &row) -> Result<void> {
            row.description = input.approvalRuleTemplateDescription;
            return {};
        });
}

Result<UpdateApprovalRuleTemplateContent::Output>
handle(Call &call, const UpdateApprovalRuleTemplateContent::Input &input)
{
    if (auto valid = checkTemplateContent(input.newRuleContent); !valid)
        return std::unexpected(valid.error());
    return update<UpdateApprovalRuleTemplateContent::Output>(
        call, input.approvalRuleTemplateName, [&](store::TemplateRow &row) -> Result<void> {
            if (input.existingRuleContentSha256 && *input.existingRuleContentSha256 != row.sha256)
                return wireFailure("InvalidRuleContentSha256Exception",
                                   u"The template %1 has changed meanwhile."_s.arg(row.name));
            row.content = input.newRuleContent;
            row.sha256 = contentHash(row.content);
            return {};
        });
}

Result<DeleteApprovalRuleTemplate::Output> handle(Call &call, const DeleteApprovalRuleTemplate::Input &input)
{
    const auto row = store::templates::byName(call.db(), input.approvalRuleTemplateName);
    if (!row)
        return std::unexpected(row.error());
    if (!*row)
        return DeleteApprovalRuleTemplate::Output{};
    auto done = call.write({}, detailOf(**row), [&](store::Connection &tx) -> Result<void> {
        const auto used = store::templates::associations(tx, (*row)->id);
        if (!used)
            return std::unexpected(used.error());
        if (*used > 0)
            return wireFailure(
                "ApprovalRuleTemplateInUseException",
                u"The template %1 is associated with %2 repositories."_s.arg((*row)->name).arg(*used));
        return store::templates::remove(tx, (*row)->id);
    });
    return done.transform([&] { return DeleteApprovalRuleTemplate::Output{(*row)->id}; });
}

Result<AssociateApprovalRuleTemplateWithRepository::Output>
handle(Call &call, const AssociateApprovalRuleTemplateWithRepository::Input &input)
{
    return templateByName(call, input.approvalRuleTemplateName)
        .and_then([&](const store::TemplateRow &row) { return associate(call, row, input.repositoryName); })
        .transform([] { return AssociateApprovalRuleTemplateWithRepository::Output{}; });
}

Result<DisassociateApprovalRuleTemplateFromRepository::Output>
handle(Call &call, const DisassociateApprovalRuleTemplateFromRepository::Input &input)
{
    return templateByName(call, input.approvalRuleTemplateName)
        .and_then(
            [&](const store::TemplateRow &row) { return disassociate(call, row, input.repositoryName); })
        .transform([] { return DisassociateApprovalRuleTemplateFromRepository::Output{}; });
}

Result<BatchAssociateApprovalRuleTemplateWithRepositories::Output>
handle(Call &call, const BatchAssociateApprovalRuleTemplateWithRepositories::Input &input)
{
    const auto row = templateByName(call, input.approvalRuleTemplateName);
    if (!row)
        return std::unexpected(row.error());
    BatchAssociateApprovalRuleTemplateWithRepositories::Output output;
    for (const QString &name : input.repositoryNames) {
        if (auto done = associate(call, *row, name))
            output.associatedRepositoryNames.append(name);
        else
            output.errors.append({name, wireCode(done.error()), done.error().message});
    }
    return output;
}

Result<BatchDisassociateApprovalRuleTemplateFromRepositories::Output>
handle(Call &call, const BatchDisassociateApprovalRuleTemplateFromRepositories::Input &input)
{
    const auto row = templateByName(call, input.approvalRuleTemplateName);
    if (!row)
        return std::unexpected(row.error());
    BatchDisassociateApprovalRuleTemplateFromRepositories::Output output;
    for (const QString &name : input.repositoryNames) {
        if (auto done = disassociate(call, *row, name))
            output.disassociatedRepositoryNames.append(name);
        else
            output.errors.append({name, wireCode(done.error()), done.error().message});
    }
    return output;
}

Result<ListAssociatedApprovalRuleTemplatesForRepository::Output>
handle(Call &call, const ListAssociatedApprovalRuleTemplatesForRepository::Input &input)
{
    const auto repository = call.repository(input.repositoryName);
    if (!repository)
        return std::unexpected(repository.error());
    const auto rows = store::templates::ofRepository(call.db(), repository->id);
    if (!rows)
        return std::unexpected(rows.error());
    ListAssociatedApprovalRuleTemplatesForRepository::Output output;
    for (const store::TemplateRow &row : *rows)
        output.approvalRuleTemplateNames.append(row.name);
    auto next = cutPage(call.row, output.approvalRuleTemplateNames, input.nextToken,
                        pageSize(call.row, input.maxResults));
    if (!next)
        return std::unexpected(next.error());
    output.nextToken = *next;
    return output;
}

Result<ListRepositoriesForApprovalRuleTemplate::Output>
handle(Call &call, const ListRepositoriesForApprovalRuleTemplate::Input &input)
{
    using Output = ListRepositoriesForApprovalRuleTemplate::Output;
    const auto row = templateByName(call, input.approvalRuleTemplateName);
    if (!row)
        return std::unexpected(row.error());
    return listNames<Output>(call, input.nextToken, input.maxResults, &Output::repositoryNames,
                             [&](const QString &after, int limit) {
                                 return store::templates::repositoryNames(call.db(), row->id, after, limit);
                             });
}

} // namespace countersign::service

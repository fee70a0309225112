// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/handlers/approvals.h"

#include "core/api/enums.h"
#include "core/review/evaluation.h"
#include "core/review/lifecycle.h"
#include "core/service/approvalchange.h"
#include "core/service/approvalstate.h"
#include "core/service/events.h"
#include "core/service/pullrequestchange.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace countersign::service {

using namespace api;

namespace {

Result<void> recordRule(Call &call, store::Connection &tx, const store::RuleRow &rule, QLatin1StringView type)
{
    PullRequestEvent event;
    event.pullRequestEventType = type;
    event.actorArn = call.caller.arn;
    event.approvalRuleEventMetadata = ApprovalRuleEventMetadata{rule.name, rule.id, rule.content};
    return recordEvent(tx, rule.pullRequestId, call.now, event).and_then([&] {
        return store::pullrequests::touch(tx, rule.pullRequestId, call.now);
    });
}

const store::RuleRow *ruleOf(const LoadedPullRequest &loaded, const QString &name)
{
    for (const store::RuleRow &rule : loaded.rules)
        if (rule.name == name)
            return &rule;
    return nullptr;
}

} // namespace

Result<CreatePullRequestApprovalRule::Output> handle(Call &call,
                                                     const CreatePullRequestApprovalRule::Input &input)
{
    using Output = CreatePullRequestApprovalRule::Output;
    if (auto valid = checkRuleContent(input.approvalRuleContent); !valid)
        return std::unexpected(valid.error());
    return withPullRequest(call, input.pullRequestId, [&](const LoadedPullRequest &loaded) -> Result<Output> {
        if (auto open = requireOpen(loaded); !open)
            return std::unexpected(open.error());
        if (ruleOf(loaded, input.approvalRuleName))
            return wireFailure("ApprovalRuleNameAlreadyExistsException",
                               u"The pull request has a rule %1 already."_s.arg(input.approvalRuleName));
        if (loaded.rules.size() >= call.hub.settings.maximumRulesPerPullRequest)
            return wireFailure(
                "NumberOfRulesExceededException",
                u"A pull request has at most %1 rules."_s.arg(call.hub.settings.maximumRulesPerPullRequest));
        const store::RuleRow rule{QUuid::createUuid().toString(QUuid::WithoutBraces),
                                  loaded.row.id,
                                  input.approvalRuleName,
                                  input.approvalRuleContent,
                                  contentHash(input.approvalRuleContent),
                                  std::nullopt,
                                  std::nullopt,
                                  call.now,
                                  call.now,
                                  call.caller.arn};
        return call
            .write(loaded.repository.id, pullRequestDetail(loaded),
                   [&](store::Connection &tx) {
                       return store::rules::insert(tx, rule).and_then([&] {
                           return recordRule(call, tx, rule, PullRequestEventType::ApprovalRuleCreated);
                       });
                   })
            .transform([&] { return Output{toRule(rule)}; });
    });
}

Result<UpdatePullRequestApprovalRuleContent::Output>
handle(Call &call, const UpdatePullRequestApprovalRuleContent::Input &input)
{
    using Output = UpdatePullRequestApprovalRuleContent::Output;
    if (auto valid = checkRuleContent(input.newRuleContent); !valid)
        return std::unexpected(valid.error());
    return withPullRequest(call, input.pullRequestId, [&](const LoadedPullRequest &loaded) -> Result<Output> {
        if (auto open = requireOpen(loaded); !open)
            return std::unexpected(open.error());
        const store::RuleRow *found = ruleOf(loaded, input.approvalRuleName);
        if (!found)
            return wireFailure("ApprovalRuleDoesNotExistException",
                               u"The pull request has no rule %1."_s.arg(input.approvalRuleName));
        if (found->templateId)
            return wireFailure("CannotModifyApprovalRuleFromTemplateException",
                               u"The rule %1 comes from a template."_s.arg(found->name));
        if (input.existingRuleContentSha256 && *input.existingRuleContentSha256 != found->sha256)
            return wireFailure("InvalidRuleContentSha256Exception",
                               u"The rule %1 has changed meanwhile."_s.arg(found->name));
        store::RuleRow rule = *found;
        rule.content = input.newRuleContent;
        rule.sha256 = contentHash(rule.content);
        rule.modified = call.now;
        rule.modifiedBy = call.caller.arn;
        return call
            .write(loaded.repository.id, pullRequestDetail(loaded),
                   [&](store::Connection &tx) {
                       return store::rules::setContent(tx, rule.id, rule.content, rule.sha256,
                                                       rule.modifiedBy, call.now)
                           .and_then([&] {
                               return recordRule(call, tx, rule, PullRequestEventType::ApprovalRuleUpdated);
                           });
                   })
            .transform([&] { return Output{toRule(rule)}; });
    });
}

Result<DeletePullRequestApprovalRule::Output> handle(Call &call,
                                                     const DeletePullRequestApprovalRule::Input &input)
{
    using Output = DeletePullRequestApprovalRule::Output;
    return withPullRequest(call, input.pullRequestId, [&](const LoadedPullRequest &loaded) -> Result<Output> {
        if (auto open = requireOpen(loaded); !open)
            return std::unexpected(open.error());
        const store::RuleRow *rule = ruleOf(loaded, input.approvalRuleName);
        if (!rule)
            return Output{};
        if (rule->templateId)
            return wireFailure("CannotDeleteApprovalRuleFromTemplateException",
                               u"The rule %1 comes from a template."_s.arg(rule->name));
        return call
            .write(loaded.repository.id, pullRequestDetail(loaded),
                   [&](store::Connection &tx) {
                       return store::rules::remove(tx, rule->id).and_then([&] {
                           return recordRule(call, tx, *rule, PullRequestEventType::ApprovalRuleDeleted);
                       });
                   })
            .transform([&] { return Output{rule->id}; });
    });
}

Result<EvaluatePullRequestApprovalRules::Output> handle(Call &call,
                                                        const EvaluatePullRequestApprovalRules::Input &input)
{
    const auto loaded = loadPullRequest(call, input.pullRequestId);
    if (!loaded)
        return std::unexpected(loaded.error());
    if (auto current = requireCurrent(*loaded, input.revisionId); !current)
        return std::unexpected(current.error());
    return evaluateNow(call, *loaded).transform([](const Evaluation &evaluation) {
        return EvaluatePullRequestApprovalRules::Output{evaluation};
    });
}

Result<UpdatePullRequestApprovalState::Output> handle(Call &call,
                                                      const UpdatePullRequestApprovalState::Input &input)
{
    using Output = UpdatePullRequestApprovalState::Output;
    return withPullRequest(call, input.pullRequestId, [&](const LoadedPullRequest &loaded) -> Result<Output> {
        if (auto allowed =
                review::checkApproval(loaded.toApi(), call.caller.arn, input.revisionId, input.approvalState);
            !allowed)
            return std::unexpected(allowed.error());
        return call
            .write(loaded.repository.id, pullRequestDetail(loaded),
                   [&](store::Connection &tx) {
                       return input.approvalState == ApprovalState::Approve ? approve(call, tx, loaded)
                                                                            : revoke(call, tx, loaded);
                   })
            .transform([] { return Output{}; });
    });
}

Result<GetPullRequestApprovalStates::Output> handle(Call &call,
                                                    const GetPullRequestApprovalStates::Input &input)
{
    const auto loaded = loadPullRequest(call, input.pullRequestId);
    if (!loaded)
        return std::unexpected(loaded.error());
    const auto rows = store::approvals::ofRevision(call.db(), loaded->row.id, input.revisionId);
    if (!rows)
        return std::unexpected(rows.error());
    GetPullRequestApprovalStates::Output output;
    for (const store::ApprovalRow &row : *rows)
        output.approvals.append({row.userArn, ApprovalState::Approve});
    return output;
}

Result<OverridePullRequestApprovalRules::Output> handle(Call &call,
                                                        const OverridePullRequestApprovalRules::Input &input)
{
    using Output = OverridePullRequestApprovalRules::Output;
    return withPullRequest(call, input.pullRequestId, [&](const LoadedPullRequest &loaded) -> Result<Output> {
        if (auto open = requireOpen(loaded); !open)
            return std::unexpected(open.error());
        if (auto current = requireCurrent(loaded, input.revisionId); !current)
            return std::unexpected(current.error());
        const bool set = input.overrideStatus == OverrideStatus::Override;
        auto done = call.write(
            loaded.repository.id, pullRequestDetail(loaded), [&](store::Connection &tx) -> Result<void> {
                const auto &id = loaded.row.id;
                if (set) {
                    auto added = store::overrides::set(tx, {id, input.revisionId, call.caller.arn, call.now});
                    if (!added)
                        return added;
                } else {
                    const auto was = store::overrides::revoke(tx, id, input.revisionId);
                    if (!was)
                        return std::unexpected(was.error());
                    if (!*was)
                        return {};
                }
                PullRequestEvent event;
                event.pullRequestEventType = PullRequestEventType::ApprovalRuleOverridden;
                event.actorArn = call.caller.arn;
                event.approvalRuleOverriddenEventMetadata =
                    ApprovalRuleOverriddenEventMetadata{input.revisionId, input.overrideStatus};
                return recordEvent(tx, id, call.now, event).and_then([&] {
                    return store::pullrequests::touch(tx, id, call.now);
                });
            });
        if (!done && done.error().kind == ErrorKind::AlreadyExists)
            return wireFailure("OverrideAlreadySetException",
                               u"The rules of this revision are set aside already."_s);
        return done.transform([] { return Output{}; });
    });
}

Result<GetPullRequestOverrideState::Output> handle(Call &call,
                                                   const GetPullRequestOverrideState::Input &input)
{
    const auto loaded = loadPullRequest(call, input.pullRequestId);
    if (!loaded)
        return std::unexpected(loaded.error());
    const auto who = store::overrides::ofRevision(call.db(), loaded->row.id, input.revisionId);
    if (!who)
        return std::unexpected(who.error());
    GetPullRequestOverrideState::Output output;
    output.overridden = who->has_value();
    output.overrider = *who;
    return output;
}

} // namespace countersign::service

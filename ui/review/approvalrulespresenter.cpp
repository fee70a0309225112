// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/approvalrulespresenter.h"

#include "core/client/session.h"

namespace countersign::reviewui {

ApprovalRulesPresenter::ApprovalRulesPresenter(const ui::PageContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
    connect(&context.session->backend(), &client::Backend::repositoryChanged, this,
            [this](const QString &name) {
                if (name == m_state.repository)
                    reload();
            });
}

void ApprovalRulesPresenter::open(const QString &repository)
{
    if (m_state.repository != repository)
        m_state = {};
    m_state.repository = repository;
    reload();
}

void ApprovalRulesPresenter::reload()
{
    if (!m_state.repository.isEmpty())
        loadTemplates(++m_number, {}, {});
}

void ApprovalRulesPresenter::fail(const Error &error)
{
    m_state.error = error;
    Q_EMIT changed();
}

void ApprovalRulesPresenter::loadTemplates(int number, const QString &token, QList<QString> names)
{
    api::ListApprovalRuleTemplates::Input input;
    if (!token.isEmpty())
        input.nextToken = token;
    m_context.session->call<api::ListApprovalRuleTemplates>(
        input, this, [this, number, names](Result<api::ListApprovalRuleTemplates::Output> answer) mutable {
            if (number != m_number)
                return;
            if (!answer)
                return fail(answer.error());
            names += answer->approvalRuleTemplateNames;
            if (answer->nextToken)
                return loadTemplates(number, *answer->nextToken, names);
            std::ranges::sort(names);
            loadTemplate(number, names, {});
        });
}

void ApprovalRulesPresenter::loadTemplate(int number, QList<QString> names,
                                          QList<api::ApprovalRuleTemplate> soFar)
{
    if (names.isEmpty()) {
        m_state.templates = soFar;
        return loadAssociated(number, {}, {});
    }
    const QString name = names.takeFirst();
    m_context.session->call<api::GetApprovalRuleTemplate>(
        {name}, this,
        [this, number, names, soFar](Result<api::GetApprovalRuleTemplate::Output> answer) mutable {
            if (number != m_number)
                return;
            // One that was deleted meanwhile is left out.
            if (answer)
                soFar.append(answer->approvalRuleTemplate);
            else if (answer.error().kind != ErrorKind::NotFound)
                return fail(answer.error());
            loadTemplate(number, names, soFar);
        });
}

void ApprovalRulesPresenter::loadAssociated(int number, const QString &token, QList<QString> names)
{
    api::ListAssociatedApprovalRuleTemplatesForRepository::Input input;
    input.repositoryName = m_state.repository;
    if (!token.isEmpty())
        input.nextToken = token;
    m_context.session->call<api::ListAssociatedApprovalRuleTemplatesForRepository>(
        input, this,
        [this, number,
         names](Result<api::ListAssociatedApprovalRuleTemplatesForRepository::Output> answer) mutable {
            if (number != m_number)
                return;
            if (!answer)
                return fail(answer.error());
            names += answer->approvalRuleTemplateNames;
            if (answer->nextToken)
                return loadAssociated(number, *answer->nextToken, names);
            m_state.associated = names;
            m_state.error.reset();
            m_state.isLoaded = true;
            Q_EMIT changed();
        });
}

void ApprovalRulesPresenter::create(const QString &name, const QString &description, const QString &content,
                                    const Done &done)
{
    api::CreateApprovalRuleTemplate::Input input;
    input.approvalRuleTemplateName = name;
    input.approvalRuleTemplateContent = content;
    if (!description.isEmpty())
        input.approvalRuleTemplateDescription = description;
    m_context.session->call<api::CreateApprovalRuleTemplate>(
        input, this, [this, name, done](Result<api::CreateApprovalRuleTemplate::Output> answer) {
            if (!answer)
                return done(answer.error());
            done(std::nullopt);
            setAssociated(name, true);
        });
}

// Content, description and name are separate operations; each is sent only where it changed, the name last.
void ApprovalRulesPresenter::change(const api::ApprovalRuleTemplate &old, const QString &name,
                                    const QString &description, const QString &content, const Done &done)
{
    const auto rename = [this, old, name, done] {
        if (name == old.approvalRuleTemplateName) {
            done(std::nullopt);
            return reload();
        }
        m_context.session->call<api::UpdateApprovalRuleTemplateName>(
            {old.approvalRuleTemplateName, name}, this,
            [this, done](Result<api::UpdateApprovalRuleTemplateName::Output> answer) {
                done(answer ? std::nullopt : std::optional(answer.error()));
                reload();
            });
    };
    const auto describe = [this, old, description, rename, done] {
        if (description == old.approvalRuleTemplateDescription.value_or(QString()))
            return rename();
        m_context.session->call<api::UpdateApprovalRuleTemplateDescription>(
            {old.approvalRuleTemplateName, description}, this,
            [rename, done](Result<api::UpdateApprovalRuleTemplateDescription::Output> answer) {
                if (!answer)
                    return done(answer.error());
                rename();
            });
    };
    if (content == old.approvalRuleTemplateContent)
        return describe();
    m_context.session->call<api::UpdateApprovalRuleTemplateContent>(
        {old.approvalRuleTemplateName, content, old.ruleContentSha256}, this,
        [describe, done](Result<api::UpdateApprovalRuleTemplateContent::Output> answer) {
            if (!answer)
                return done(answer.error());
            describe();
        });
}

void ApprovalRulesPresenter::remove(const QString &name)
{
    api::ApprovalRuleTemplate old;
    for (const auto &item : std::as_const(m_state.templates)) {
        if (item.approvalRuleTemplateName == name)
            old = item;
    }
    m_context.session->call<api::DeleteApprovalRuleTemplate>(
        {name}, this, [this, old](Result<api::DeleteApprovalRuleTemplate::Output> answer) {
            if (!answer) {
                Q_EMIT failed(tr("The template was not deleted."), answer.error());
                return;
            }
            Q_EMIT announced(tr("Template %1 deleted.").arg(old.approvalRuleTemplateName), [this, old] {
                create(old.approvalRuleTemplateName, old.approvalRuleTemplateDescription.value_or(QString()),
                       old.approvalRuleTemplateContent, [this](const std::optional<Error> &error) {
                           if (error)
                               Q_EMIT failed(tr("The template was not restored."), *error);
                       });
            });
            reload();
        });
}

void ApprovalRulesPresenter::setAssociated(const QString &name, bool associated)
{
    const auto answered = [this](const auto &answer) {
        if (!answer)
            Q_EMIT failed(tr("The template’s repositories were not changed."), answer.error());
        reload();
    };
    if (associated)
        m_context.session->call<api::AssociateApprovalRuleTemplateWithRepository>({name, m_state.repository},
                                                                                  this, answered);
    else
        m_context.session->call<api::DisassociateApprovalRuleTemplateFromRepository>(
            {name, m_state.repository}, this, answered);
}

} // namespace countersign::reviewui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/hosting/createrepositorydialog.h"

#include "core/api/operations.h"
#include "core/api/rules.h"
#include "core/client/session.h"
#include "ui/hosting/namefield.h"
#include "ui/hosting/startfiles.h"
#include "ui/theme/theme.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fielderror.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>

namespace countersign::hosting {

CreateRepositoryDialog::CreateRepositoryDialog(const ui::PageContext &context, QWidget *parent)
    : DialogBase(tr("Create repository"), tr("Create repository"), parent)
    , m_context(context)
    , m_name(new NameField(context.session, {}, this))
    , m_description(new QLineEdit(this))
    , m_branch(new QLineEdit(QStringLiteral("main"), this))
    , m_readme(new QRadioButton(tr("&README and .gitignore for"), this))
    , m_nothing(new QRadioButton(tr("N&othing, I will push an existing repository"), this))
    , m_copy(new QRadioButton(tr("A cop&y of another repository\u2026"), this))
    , m_language(new QComboBox(this))
    , m_template(new QComboBox(this))
{
    resize(660, sizeHint().height());
    ui::FieldError *nameError = addField(tr("&Name"), m_name);
    nameError->setHint(
        tr("Letters, digits, \u201c.\u201d, \u201c-\u201d and \u201c_\u201d; at most 100 characters."));
    m_name->setError(nameError);
    m_descriptionError = addField(tr("&Description"), m_description);
    m_branch->setFont(theme::font(theme::TextStyle::Code));
    m_branchError = addField(tr("Default &branch"), m_branch);

    m_language->addItem(tr("no language"), QString());
    for (const QString &language : startLanguages())
        m_language->addItem(language, language);
    m_language->setAccessibleName(tr("Language of the files to ignore"));
    m_readme->setChecked(true);
    auto *start = new QWidget(this);
    auto *column = new QVBoxLayout(start);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_readme);
    row->addWidget(m_language);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(m_nothing);
    column->addWidget(m_copy);
    start->setFocusProxy(m_readme);
    addField(tr("&Start with"), start);

    m_template->addItem(tr("none"), QString());
    m_template->setAccessibleName(tr("Approval rule template"));
    addField(tr("&Approval rules"), m_template)
        ->setHint(tr("Each pull request starts with the rule of this template."));

    for (QRadioButton *button : {m_readme, m_nothing, m_copy})
        connect(button, &QRadioButton::toggled, this, &CreateRepositoryDialog::updateState);
    connect(m_name, &NameField::judged, this, &CreateRepositoryDialog::updateState);
    for (QLineEdit *edit : {m_description, m_branch})
        connect(edit, &QLineEdit::textChanged, this, &CreateRepositoryDialog::updateState);
    connect(this, &DialogBase::submitted, this, &CreateRepositoryDialog::submit);
    connect(this, &QDialog::rejected, this, [this] {
        // Closing after a half success still leads to what exists.
        if (!m_made.isEmpty())
            Q_EMIT created(m_made);
    });
    loadTemplates({});
    updateState();
    m_name->setFocus();
}

void CreateRepositoryDialog::loadTemplates(const QString &token)
{
    api::ListApprovalRuleTemplates::Input input;
    if (!token.isEmpty())
        input.nextToken = token;
    m_context.session->call<api::ListApprovalRuleTemplates>(
        input, this, [this](const Result<api::ListApprovalRuleTemplates::Output> &page) {
            // Without templates the repository can be made all the same.
            if (!page)
                return;
            for (const QString &name : page->approvalRuleTemplateNames)
                m_template->addItem(name, name);
            if (page->nextToken)
                loadTemplates(*page->nextToken);
        });
}

void CreateRepositoryDialog::updateState()
{
    const bool described = !api::rules::repositoryDescription(m_description->text());
    if (described)
        m_descriptionError->clear();
    else
        m_descriptionError->setError(tr("A description has at most 1000 characters, and no control ones."));
    const bool branched = !m_readme->isChecked() || !api::rules::branchName(m_branch->text().trimmed());
    if (branched)
        m_branchError->clear();
    else
        m_branchError->setError(tr("This is no name for a branch."), tr("Use main"),
                                [this] { m_branch->setText(QStringLiteral("main")); });
    m_branchError->setHint(m_readme->isChecked() ? QString()
                                                 : tr("The first branch that arrives becomes the default."));
    m_branch->setEnabled(m_readme->isChecked());
    m_language->setEnabled(m_readme->isChecked());
    m_template->setEnabled(!m_copy->isChecked());
    setVerb(m_copy->isChecked() ? tr("Continue\u2026") : tr("Create repository"));
    const bool named = m_name->isValid() || m_name->name() == m_made;
    setSubmitEnabled(named && described && branched,
                     named ? tr("Something above is not right yet") : tr("A free name is needed"));
}

void CreateRepositoryDialog::submit()
{
    const QString name = m_name->name();
    if (m_copy->isChecked() && m_made.isEmpty()) {
        Q_EMIT importWanted(name, m_description->text().trimmed());
        accept();
        return;
    }
    setBusy(true);
    if (!m_made.isEmpty()) {
        commitStart();
        return;
    }
    api::CreateRepository::Input input;
    input.repositoryName = name;
    if (!m_description->text().trimmed().isEmpty())
        input.repositoryDescription = m_description->text().trimmed();
    m_context.session->call<api::CreateRepository>(
        input, this, [this, name](const Result<api::CreateRepository::Output> &made) {
            if (!made) {
                setBusy(false);
                if (made.error().code == QLatin1StringView("RepositoryNameExistsException"))
                    m_name->markTaken(name);
                else
                    fail(ui::errorSentence(made.error()), made.error().detail);
                return;
            }
            m_made = name;
            m_name->setOwn(name);
            m_name->edit()->setReadOnly(true);
            commitStart();
        });
}

void CreateRepositoryDialog::commitStart()
{
    if (!m_readme->isChecked() || m_committed) {
        addTemplate();
        return;
    }
    api::CreateCommit::Input input;
    input.repositoryName = m_made;
    input.branchName = m_branch->text().trimmed();
    input.commitMessage = QStringLiteral("Start the repository\n");
    input.putFiles = startFiles(m_made, m_description->text(), m_language->currentData().toString());
    m_context.session->call<api::CreateCommit>(
        input, this, [this](const Result<api::CreateCommit::Output> &done) {
            if (!done) {
                setBusy(false);
                fail(tr("The repository was created, but its first commit was not. %1")
                         .arg(ui::errorSentence(done.error())),
                     done.error().detail);
                return;
            }
            m_committed = true;
            addTemplate();
        });
}

void CreateRepositoryDialog::addTemplate()
{
    const QString chosen = m_template->currentData().toString();
    if (chosen.isEmpty()) {
        finish();
        return;
    }
    m_context.session->call<api::AssociateApprovalRuleTemplateWithRepository>(
        {chosen, m_made}, this,
        [this](const Result<api::AssociateApprovalRuleTemplateWithRepository::Output> &done) {
            if (!done) {
                setBusy(false);
                fail(tr("The repository was created, but it does not use the template yet. %1")
                         .arg(ui::errorSentence(done.error())),
                     done.error().detail);
                return;
            }
            finish();
        });
}

void CreateRepositoryDialog::finish()
{
    setBusy(false);
    Q_EMIT created(m_made);
    accept();
}

} // namespace countersign::hosting

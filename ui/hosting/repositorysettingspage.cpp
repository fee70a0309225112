// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/hosting/repositorysettingspage.h"

#include "core/api/operations.h"
#include "core/api/rules.h"
#include "core/client/session.h"
#include "ui/hosting/deletedrepositoriesdialog.h"
#include "ui/hosting/deleterepositorydialog.h"
#include "ui/hosting/namefield.h"
#include "ui/hosting/tagspanel.h"
#include "ui/theme/style.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fielderror.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/relativetime.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace countersign::hosting {
namespace {

enum Fact { Id, Arn, Http, Ssh, Folder, Created, Changed, FactCount };

QHBoxLayout *fieldWithButton(QWidget *field, QPushButton *button)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(field, 1);
    row->addWidget(button);
    return row;
}

QFormLayout *formIn(ui::Panel *panel)
{
    auto *form = new QFormLayout;
    form->setContentsMargins(16, 12, 16, 12);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setLabelAlignment(Qt::AlignRight);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    panel->body()->addLayout(form);
    return form;
}

} // namespace

RepositorySettingsPage::RepositorySettingsPage(const ui::PageContext &context, QWidget *parent)
    : Page(parent)
    , m_context(context)
    , m_stack(new QStackedWidget(this))
    , m_trouble(new ui::EmptyState(this))
    , m_lane(QStringLiteral("repository-settings"))
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *sheet = new QWidget(scroll);
    sheet->setMaximumWidth(860);
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(16);
    addGeneral(column);
    addBranch(column);
    m_tags = new TagsPanel(context.session, sheet);
    connect(m_tags, &TagsPanel::failed, this, &RepositorySettingsPage::failed);
    column->addWidget(m_tags);
    addFacts(column);
    addDanger(column);
    column->addStretch(1);
    scroll->setWidget(sheet);
    m_stack->addWidget(scroll);
    m_stack->addWidget(m_trouble);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    connect(&context.session->backend(), &client::Backend::repositoryChanged, this,
            [this](const QString &name) {
                if (name == m_address.repository)
                    refresh();
            });
}

RepositorySettingsPage::~RepositorySettingsPage() = default;

void RepositorySettingsPage::addGeneral(QVBoxLayout *column)
{
    auto *panel = new ui::Panel(tr("General"), this);
    QFormLayout *form = formIn(panel);
    m_name = new NameField(m_context.session, {}, panel);
    m_rename = new QPushButton(tr("Rename"), panel);
    form->addRow(tr("&Name"), fieldWithButton(m_name, m_rename));
    auto *nameError = new ui::FieldError(m_name->edit(), panel);
    nameError->setHint(tr("Clones keep working under the new name only; pull requests and comments stay."));
    m_name->setError(nameError);
    form->addRow(QString(), nameError);
    m_description = new QLineEdit(panel);
    m_description->setAccessibleName(tr("Description"));
    m_describe = new QPushButton(tr("Save"), panel);
    m_describe->setAccessibleName(tr("Save the description"));
    form->addRow(tr("&Description"), fieldWithButton(m_description, m_describe));
    m_descriptionError = new ui::FieldError(m_description, panel);
    form->addRow(QString(), m_descriptionError);
    column->addWidget(panel);
    connect(m_name, &NameField::judged, this, &RepositorySettingsPage::updateState);
    connect(m_name->edit(), &QLineEdit::returnPressed, m_rename, &QPushButton::click);
    connect(m_description, &QLineEdit::textChanged, this, &RepositorySettingsPage::updateState);
    connect(m_description, &QLineEdit::returnPressed, m_describe, &QPushButton::click);
    connect(m_rename, &QPushButton::clicked, this, &RepositorySettingsPage::rename);
    connect(m_describe, &QPushButton::clicked, this, &RepositorySettingsPage::describe);
}

void RepositorySettingsPage::addBranch(QVBoxLayout *column)
{
    auto *panel = new ui::Panel(tr("Default branch"), this);
    QFormLayout *form = formIn(panel);
    m_branch = new QComboBox(panel);
    m_branch->setAccessibleName(tr("Default branch"));
    m_setBranch = new QPushButton(tr("Set"), panel);
    m_setBranch->setAccessibleName(tr("Set the default branch"));
    form->addRow(tr("&Branch"), fieldWithButton(m_branch, m_setBranch));
    column->addWidget(panel);
    connect(m_branch, &QComboBox::currentIndexChanged, this, &RepositorySettingsPage::updateState);
    connect(m_setBranch, &QPushButton::clicked, this, &RepositorySettingsPage::setDefaultBranch);
}

void RepositorySettingsPage::addFacts(QVBoxLayout *column)
{
    auto *panel = new ui::Panel(tr("Facts"), this);
    QFormLayout *form = formIn(panel);
    const QStringList names{tr("Repository id"), tr("ARN"),     tr("HTTPS"),       tr("SSH"),
                            tr("Folder"),        tr("Created"), tr("Last changed")};
    for (int i = 0; i < FactCount; ++i) {
        auto *value = new ui::StyledLabel({}, i < Created ? theme::TextStyle::Code : theme::TextStyle::Body,
                                          theme::Token::Text, panel);
        value->setSelectable(true);
        value->setWordWrap(true);
        value->setAccessibleName(names.at(i));
        form->addRow(names.at(i), value);
        m_facts += value;
    }
    column->addWidget(panel);
}

void RepositorySettingsPage::addDanger(QVBoxLayout *column)
{
    auto *panel = new ui::Panel(tr("Deletion"), this);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(8);
    auto *words = new ui::StyledLabel(tr("A deleted repository disappears for everyone."),
                                      theme::TextStyle::Body, theme::Token::Muted, panel);
    words->setWordWrap(true);
    auto *deleted = new QPushButton(tr("Deleted repositories\u2026"), panel);
    deleted->setVisible(m_context.session->supports<api::ListDeletedRepositories>());
    auto *remove = new QPushButton(tr("Delete repository\u2026"), panel);
    theme::setVariant(remove, theme::ButtonVariant::Danger);
    row->addWidget(words, 1);
    row->addWidget(deleted);
    row->addWidget(remove);
    panel->body()->addLayout(row);
    column->addWidget(panel);
    connect(deleted, &QPushButton::clicked, this, &RepositorySettingsPage::showDeleted);
    connect(remove, &QPushButton::clicked, this, &RepositorySettingsPage::remove);
}

void RepositorySettingsPage::open(const ui::Address &address)
{
    if (m_address.repository != address.repository)
        m_shown = {};
    m_address = address;
    refresh();
}

ui::Address RepositorySettingsPage::address() const { return m_address; }

ui::Address RepositorySettingsPage::repositoryAddress(const QString &repository) const
{
    ui::Address address;
    address.hub = m_context.session->hubId();
    address.page = ui::Address::Page::Repository;
    address.repository = repository;
    address.tab = QStringLiteral("settings");
    return address;
}

void RepositorySettingsPage::refresh()
{
    const QString repository = m_address.repository;
    m_context.session->call<api::GetRepository>(
        {repository}, this, [this, repository](const Result<api::GetRepository::Output> &answer) {
            if (repository != m_address.repository)
                return;
            if (answer) {
                show(answer->repositoryMetadata);
                return;
            }
            // What is on the screen stays readable when a reload fails.
            if (!m_shown.repositoryId.isEmpty()) {
                failed(answer.error());
                return;
            }
            m_trouble->setContent(QStringLiteral("dialog-error"), ui::errorText(answer.error()).what,
                                  ui::errorText(answer.error()).remedy);
            m_trouble->clearActions();
            m_trouble->addAction(tr("Try again"), QStringLiteral("view-refresh"), [this] { refresh(); });
            m_stack->setCurrentWidget(m_trouble);
        });
}

void RepositorySettingsPage::show(const api::RepositoryMetadata &metadata)
{
    m_stack->setCurrentIndex(0);
    const bool other = m_shown.repositoryId != metadata.repositoryId;
    if (other || m_name->name() == m_shown.repositoryName) {
        m_name->setOwn(metadata.repositoryName);
        m_name->edit()->setText(metadata.repositoryName);
    }
    const QString description = metadata.repositoryDescription.value_or(QString());
    if (other || m_description->text() == m_shown.repositoryDescription.value_or(QString()))
        m_description->setText(description);
    m_shown = metadata;
    m_tags->setResource(metadata.Arn);
    m_facts.at(Id)->setText(metadata.repositoryId);
    m_facts.at(Arn)->setText(metadata.Arn);
    m_facts.at(Http)->setText(metadata.cloneUrlHttp);
    m_facts.at(Ssh)->setText(metadata.cloneUrlSsh);
    m_facts.at(Created)->setText(ui::fullTime(metadata.creationDate.ms));
    m_facts.at(Changed)->setText(ui::fullTime(metadata.lastModifiedDate.ms));
    client::Backend *backend = &m_context.session->backend();
    onFinished(m_folder = m_lane.run([backend, name = metadata.repositoryName](std::stop_token) {
        return backend->gitDirectory(name);
    }),
               this, [this](const Result<QString> &folder) {
                   m_facts.at(Folder)->setText(folder ? *folder : ui::errorSentence(folder.error()));
               });
    loadBranches(metadata.repositoryName, {}, {});
    updateState();
}

void RepositorySettingsPage::loadBranches(const QString &repository, const QStringList &before,
                                          const QString &token)
{
    api::ListBranches::Input input;
    input.repositoryName = repository;
    if (!token.isEmpty())
        input.nextToken = token;
    m_context.session->call<api::ListBranches>(
        input, this, [this, repository, before](const Result<api::ListBranches::Output> &page) {
            if (repository != m_shown.repositoryName)
                return;
            if (!page) {
                failed(page.error());
                return;
            }
            const QStringList names = before + page->branches;
            if (page->nextToken) {
                loadBranches(repository, names, *page->nextToken);
                return;
            }
            m_branch->clear();
            m_branch->addItems(names);
            m_branch->setCurrentIndex(int(names.indexOf(m_shown.defaultBranch.value_or(QString()))));
            m_branch->setPlaceholderText(names.isEmpty() ? tr("No branch yet") : tr("Choose a branch"));
            m_branch->setEnabled(!names.isEmpty());
            updateState();
        });
}

void RepositorySettingsPage::updateState()
{
    if (!m_setBranch)
        return;
    m_rename->setEnabled(m_name->isValid() && m_name->name() != m_shown.repositoryName);
    const bool fits = !api::rules::repositoryDescription(m_description->text());
    m_descriptionError->setError(
        fits ? QString() : tr("A description has at most 1000 characters, and no control ones."));
    m_describe->setEnabled(fits &&
                           m_description->text() != m_shown.repositoryDescription.value_or(QString()));
    m_setBranch->setEnabled(m_branch->currentIndex() >= 0 &&
                            m_branch->currentText() != m_shown.defaultBranch.value_or(QString()));
}

void RepositorySettingsPage::rename()
{
    const QString before = m_shown.repositoryName;
    const QString after = m_name->name();
    if (!m_name->isValid() || before == after)
        return;
    m_rename->setEnabled(false);
    m_context.session->call<api::UpdateRepositoryName>(
        {before, after}, this, [this, after](const Result<api::UpdateRepositoryName::Output> &done) {
            if (!done) {
                if (done.error().code == QLatin1StringView("RepositoryNameExistsException"))
                    m_name->markTaken(after);
                else
                    failed(done.error());
                updateState();
                return;
            }
            m_shown.repositoryName = after;
            m_name->setOwn(after);
            m_address.repository = after;
            Q_EMIT navigationRequested(repositoryAddress(after), false);
            refresh();
        });
}

void RepositorySettingsPage::describe()
{
    const QString text = m_description->text().trimmed();
    m_describe->setEnabled(false);
    api::UpdateRepositoryDescription::Input input;
    input.repositoryName = m_shown.repositoryName;
    if (!text.isEmpty())
        input.repositoryDescription = text;
    m_context.session->call<api::UpdateRepositoryDescription>(
        input, this, [this, text](const Result<api::UpdateRepositoryDescription::Output> &done) {
            if (!done)
                failed(done.error());
            else {
                m_shown.repositoryDescription = text;
                m_description->setText(text);
                Q_EMIT stateChanged();
            }
            updateState();
        });
}

void RepositorySettingsPage::setDefaultBranch()
{
    const QString branch = m_branch->currentText();
    m_setBranch->setEnabled(false);
    m_context.session->call<api::UpdateDefaultBranch>(
        {m_shown.repositoryName, branch}, this,
        [this, branch](const Result<api::UpdateDefaultBranch::Output> &done) {
            if (done)
                m_shown.defaultBranch = branch;
            else
                failed(done.error());
            updateState();
        });
}

void RepositorySettingsPage::remove()
{
    const QString name = m_shown.repositoryName;
    if (name.isEmpty())
        return;
    auto *dialog = new DeleteRepositoryDialog(m_context, name, this);
    connect(dialog, &DeleteRepositoryDialog::deleted, this, [this, name](const QString &id) {
        client::Session *session = m_context.session;
        if (!id.isEmpty() && session->supports<api::RestoreRepository>())
            Q_EMIT undoOffered(tr("%1 was deleted").arg(name), [session, id] {
                // The page may be gone by then; the hub tells all screens that the repository is back.
                session->call<api::RestoreRepository>({id, {}}, session,
                                                      [](const Result<api::RestoreRepository::Output> &) {});
            });
        Q_EMIT navigationRequested(ui::Address(), false);
    });
    dialog->open();
}

void RepositorySettingsPage::showDeleted()
{
    auto *dialog = new DeletedRepositoriesDialog(m_context, this);
    connect(dialog, &DeletedRepositoriesDialog::restored, this,
            [this](const QString &name) { Q_EMIT navigationRequested(repositoryAddress(name)); });
    dialog->open();
}

void RepositorySettingsPage::failed(const Error &error)
{
    Q_EMIT errorOccurred(ui::errorSentence(error), error.detail);
}

} // namespace countersign::hosting

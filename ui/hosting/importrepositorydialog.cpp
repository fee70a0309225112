// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/hosting/importrepositorydialog.h"

#include "core/api/operations.h"
#include "core/api/rules.h"
#include "core/client/session.h"
#include "ui/hosting/namefield.h"
#include "ui/widgets/backgroundtasks.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fielderror.h"
#include "ui/widgets/linkbutton.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

namespace countersign::hosting {

ImportRepositoryDialog::ImportRepositoryDialog(const ui::PageContext &context, const QString &name,
                                               const QString &description,
                                               const std::function<void(const QString &)> &done,
                                               QWidget *parent)
    : DialogBase(tr("Import repository"), tr("Import"), parent)
    , m_context(context)
    , m_done(done)
    , m_source(new QLineEdit(this))
    , m_name(new NameField(context.session, {}, this))
    , m_description(new QLineEdit(description, this))
    , m_continue(new ui::LinkButton(tr("Continue in the background"), this))
{
    resize(660, sizeHint().height());
    auto *source = new QWidget(this);
    auto *row = new QHBoxLayout(source);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *folder = new QPushButton(tr("Browse\u2026"), source);
    folder->setAutoDefault(false);
    row->addWidget(m_source, 1);
    row->addWidget(folder);
    source->setFocusProxy(m_source);
    m_source->setAccessibleName(tr("Folder or URL"));
    m_source->setPlaceholderText(tr("https://harbour.example/mobile-app.git, or a folder"));
    m_sourceError = addField(tr("&From"), source);
    m_sourceError->setHint(
        tr("Branches and tags are copied with their history. Passwords do not belong into an address."));
    ui::FieldError *nameError = addField(tr("&Name"), m_name);
    m_name->setError(nameError);
    m_name->edit()->setText(name);
    addField(tr("&Description"), m_description);
    setSideWidget(m_continue);
    m_continue->hide();

    connect(folder, &QPushButton::clicked, this, &ImportRepositoryDialog::browse);
    connect(m_source, &QLineEdit::textChanged, this, &ImportRepositoryDialog::sourceChanged);
    connect(m_name, &NameField::judged, this, &ImportRepositoryDialog::updateState);
    connect(m_description, &QLineEdit::textChanged, this, &ImportRepositoryDialog::updateState);
    connect(this, &DialogBase::submitted, this, &ImportRepositoryDialog::submit);
    connect(static_cast<ui::LinkButton *>(m_continue), &QToolButton::clicked, this, &QDialog::accept);
    // Cancel, Escape and the cross stop the import; only "Continue in the background" leaves it running.
    connect(this, &QDialog::rejected, this, [this] { m_stop.request_stop(); });
    updateState();
    m_source->setFocus();
}

void ImportRepositoryDialog::browse()
{
    auto *chooser = new QFileDialog(this, tr("Repository to import"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, m_source, &QLineEdit::setText);
    chooser->open();
}

void ImportRepositoryDialog::sourceChanged()
{
    m_sourceError->clear();
    if (m_name->edit()->text() == m_guessed) {
        m_guessed = suggestedRepositoryName(m_source->text());
        m_name->edit()->setText(m_guessed);
    }
    updateState();
}

void ImportRepositoryDialog::updateState()
{
    const QString source = m_source->text().trimmed();
    const bool sourced = !source.isEmpty() && !api::rules::importSource(source);
    const bool described = !api::rules::repositoryDescription(m_description->text());
    setSubmitEnabled(sourced && m_name->isValid() && described, !sourced ? tr("A folder or URL is needed")
                                                                : !m_name->isValid()
                                                                    ? tr("A free name is needed")
                                                                    : tr("The description is too long"));
}

void ImportRepositoryDialog::submit()
{
    api::ImportRepository::Input input;
    input.repositoryName = m_name->name();
    input.source = m_source->text().trimmed();
    if (!m_description->text().trimmed().isEmpty())
        input.repositoryDescription = m_description->text().trimmed();
    setBusy(true);
    m_continue->show();

    ui::BackgroundTasks *tasks = m_context.tasks;
    QObject *owner = tasks ? static_cast<QObject *>(tasks) : m_context.session;
    const QString name = input.repositoryName;
    // The task's cancel is made before the call whose stop it needs.
    auto stop = std::make_shared<std::stop_source>(std::nostopstate);
    const int task = tasks ? tasks->begin(tr("Import %1").arg(name), [stop] { stop->request_stop(); }) : 0;
    ProgressSink progress;
    if (tasks)
        progress = deliverTo(tasks, [tasks, task](const Progress &now) { tasks->update(task, now); });
    const QPointer<ImportRepositoryDialog> dialog(this);
    *stop = m_context.session->call<api::ImportRepository>(
        input, owner,
        [dialog, tasks, task, name, done = m_done](const Result<api::ImportRepository::Output> &imported) {
            const bool cancelled = !imported && imported.error().kind == ErrorKind::Cancelled;
            if (tasks) {
                const qsizetype skipped = imported ? imported->skippedReferences.size() : 0;
                const QString message =
                    !imported     ? ui::errorSentence(imported.error())
                    : skipped > 0 ? tr("%n reference(s) could not be taken over", nullptr, int(skipped))
                                  : QString();
                tasks->end(task,
                           imported    ? ui::BackgroundTasks::State::Done
                           : cancelled ? ui::BackgroundTasks::State::Cancelled
                                       : ui::BackgroundTasks::State::Failed,
                           message);
            }
            if (imported) {
                if (dialog)
                    dialog->accept();
                if (done)
                    done(name);
                return;
            }
            if (!dialog)
                return;
            dialog->setBusy(false);
            dialog->m_continue->hide();
            if (cancelled)
                return;
            if (imported.error().code == QLatin1StringView("RepositoryNameExistsException"))
                dialog->m_name->markTaken(name);
            else if (imported.error().code == QLatin1StringView("InvalidSourceException"))
                dialog->m_sourceError->setError(ui::errorSentence(imported.error()));
            else
                dialog->fail(ui::errorSentence(imported.error()), imported.error().detail);
        },
        progress);
    m_stop = *stop;
}

} // namespace countersign::hosting

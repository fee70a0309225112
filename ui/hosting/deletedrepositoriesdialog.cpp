// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/hosting/deletedrepositoriesdialog.h"

#include "core/api/operations.h"
#include "core/client/session.h"
#include "ui/hosting/namefield.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fielderror.h"
#include "ui/widgets/people.h"
#include "ui/widgets/relativetime.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTreeView>

namespace countersign::hosting {
namespace {
constexpr int IdRole = Qt::UserRole;
}

DeletedRepositoriesDialog::DeletedRepositoriesDialog(const ui::PageContext &context, QWidget *parent)
    : DialogBase(tr("Deleted repositories"), tr("Restore"), parent)
    , m_context(context)
    , m_model(new QStandardItemModel(0, 4, this))
    , m_list(new QTreeView(this))
    , m_empty(new ui::EmptyState(QStringLiteral("user-trash"), tr("No repository can be restored"),
                                 tr("Deleted repositories stay here for 30 days."), this))
    , m_stack(new QStackedWidget(this))
    , m_name(new QLineEdit(this))
    , m_nameError(nullptr)
{
    resize(720, 420);
    m_model->setHorizontalHeaderLabels({tr("Name"), tr("Deleted"), tr("By"), tr("Goes for good")});
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("Deleted repositories"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_empty);
    content()->addWidget(m_stack, 1);
    m_nameError = addField(tr("Restore &as"), m_name);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) {
                m_name->setText(now.siblingAtColumn(0).data().toString());
                updateState();
            });
    connect(m_name, &QLineEdit::textChanged, this, &DeletedRepositoriesDialog::updateState);
    connect(this, &DialogBase::submitted, this, &DeletedRepositoriesDialog::restore);
    updateState();
    load();
}

void DeletedRepositoriesDialog::load()
{
    m_context.session->call<api::ListDeletedRepositories>(
        {}, this, [this](const Result<api::ListDeletedRepositories::Output> &answer) {
            if (!answer) {
                fail(ui::errorSentence(answer.error()), answer.error().detail);
                return;
            }
            m_model->removeRows(0, m_model->rowCount());
            for (const api::DeletedRepository &gone : answer->deletedRepositories) {
                const qint64 deleted = gone.deletedDate.ms;
                const qint64 purged = gone.purgeDate.ms;
                QList<QStandardItem *> row{
                    new QStandardItem(gone.repositoryName),
                    new QStandardItem(ui::relativeTime(deleted)),
                    new QStandardItem(m_context.people ? m_context.people->name(gone.deletedBy)
                                                       : gone.deletedBy),
                    new QStandardItem(ui::fullTime(purged)),
                };
                row.first()->setData(gone.repositoryId, IdRole);
                row.at(1)->setToolTip(ui::fullTime(deleted));
                m_model->appendRow(row);
            }
            if (m_model->rowCount() > 0)
                m_list->setCurrentIndex(m_model->index(0, 0));
            m_stack->setCurrentWidget(m_model->rowCount() > 0 ? static_cast<QWidget *>(m_list) : m_empty);
            updateState();
        });
}

void DeletedRepositoriesDialog::updateState()
{
    const bool chosen = m_list->currentIndex().isValid();
    const QString problem = chosen ? repositoryNameProblem(m_name->text().trimmed()) : QString();
    m_name->setEnabled(chosen);
    m_nameError->setError(problem);
    setSubmitEnabled(chosen && problem.isEmpty(),
                     chosen ? tr("The name is not right yet") : tr("Nothing is selected"));
}

void DeletedRepositoriesDialog::restore()
{
    const QModelIndex chosen = m_list->currentIndex().siblingAtColumn(0);
    const QString name = m_name->text().trimmed();
    setBusy(true);
    api::RestoreRepository::Input input;
    input.repositoryId = chosen.data(IdRole).toString();
    if (name != chosen.data().toString())
        input.repositoryName = name;
    m_context.session->call<api::RestoreRepository>(
        input, this, [this, name](const Result<api::RestoreRepository::Output> &done) {
            setBusy(false);
            if (!done) {
                if (done.error().code == QLatin1StringView("RepositoryNameExistsException"))
                    m_nameError->setError(tr("A repository of this name exists."),
                                          tr("Use %1-restored").arg(name),
                                          [this, name] { m_name->setText(tr("%1-restored").arg(name)); });
                else
                    fail(ui::errorSentence(done.error()), done.error().detail);
                return;
            }
            Q_EMIT restored(done->repositoryMetadata.repositoryName);
            accept();
        });
}

} // namespace countersign::hosting

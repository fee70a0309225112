// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/hosting/pages.h"

#include "core/client/session.h"
#include "ui/hosting/createrepositorydialog.h"
#include "ui/hosting/deletedrepositoriesdialog.h"
#include "ui/hosting/importrepositorydialog.h"
#include "ui/hosting/repositorysettingspage.h"

#include <QPointer>

namespace countersign::hosting {
namespace {

using Done = std::function<void(const ui::Address &)>;

ui::Address codeOf(const QString &hub, const QString &repository)
{
    ui::Address address;
    address.hub = hub;
    address.page = ui::Address::Page::Repository;
    address.repository = repository;
    address.tab = QStringLiteral("code");
    return address;
}

void openImport(QWidget *parent, const ui::PageContext &context, const QString &name,
                const QString &description, const Done &done)
{
    // An import may end long after the dialog; what opened it may be gone then.
    const QPointer<QWidget> guard(parent);
    const auto imported = [guard, done, hub = context.session->hubId()](const QString &repository) {
        if (guard && done)
            done(codeOf(hub, repository));
    };
    (new ImportRepositoryDialog(context, name, description, imported, parent))->open();
}

} // namespace

ui::Page *makeRepositorySettingsPage(const ui::PageContext &context, QWidget *parent)
{
    return new RepositorySettingsPage(context, parent);
}

void openCreateRepository(QWidget *parent, const ui::PageContext &context, Done done)
{
    auto *dialog = new CreateRepositoryDialog(context, parent);
    QObject::connect(dialog, &CreateRepositoryDialog::created, dialog,
                     [done, hub = context.session->hubId()](const QString &name) {
                         if (done)
                             done(codeOf(hub, name));
                     });
    QObject::connect(dialog, &CreateRepositoryDialog::importWanted, dialog,
                     [parent, context, done](const QString &name, const QString &description) {
                         openImport(parent, context, name, description, done);
                     });
    dialog->open();
}

void openImportRepository(QWidget *parent, const ui::PageContext &context, Done done)
{
    openImport(parent, context, {}, {}, done);
}

void openDeletedRepositories(QWidget *parent, const ui::PageContext &context, Done done)
{
    auto *dialog = new DeletedRepositoriesDialog(context, parent);
    QObject::connect(dialog, &DeletedRepositoriesDialog::restored, dialog,
                     [done, hub = context.session->hubId()](const QString &name) {
                         if (done)
                             done(codeOf(hub, name));
                     });
    dialog->open();
}

} // namespace countersign::hosting

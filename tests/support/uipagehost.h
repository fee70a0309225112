// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/accounts/drafts.h"
#include "core/accounts/settings.h"
#include "core/accounts/viewedmarks.h"
#include "core/client/session.h"
#include "ui/widgets/backgroundtasks.h"
#include "ui/widgets/command.h"
#include "ui/widgets/page.h"
#include "ui/widgets/pagecontext.h"
#include "ui/widgets/people.h"

#include <QHash>
#include <QTemporaryDir>

#include <memory>

namespace countersign::test {

/// A backend over folders: repositories are read where they lie, and no operation is known.
class FolderBackend : public client::Backend
{
public:
    /// Before the session reads.
    void add(const QString &repository, const QString &gitDirectory)
    {
        m_folders.insert(repository, gitDirectory);
    }
    QFuture<Result<QJsonObject>> invoke(const QString &operation, const QJsonObject &input,
                                        const client::CallContext &context) override;
    bool supports(const QString &) const override { return false; }
    Result<QString> gitDirectory(const QString &repository) const override;
    QString principal() const override { return QStringLiteral("arn:aws:iam::123456789012:user/ada"); }
    bool setPrincipal(const QString &) override { return false; }

private:
    QHash<QString, QString> m_folders;
};

/// The commands that pages hand in, by id.
class CommandBook : public ui::CommandSink
{
public:
    void add(QObject *owner, const QList<ui::Command> &commands) override;
    const ui::Command *find(const QString &id) const;
    bool run(const QString &id) const;

private:
    QHash<QString, ui::Command> m_commands;
};

/// What stands around a page in the console: a session, settings in a temporary folder, commands. Shows a
/// page in a window of its own and takes it where it asks to go, as long as that is another place of the
/// same page.
class PageHost : public QObject
{
public:
    /// Over folders; add() repositories first.
    PageHost();
    explicit PageHost(std::unique_ptr<client::Backend> backend);
    ~PageHost() override;

    /// Ends the test when the session is not over folders.
    void add(const QString &repository, const QString &gitDirectory);
    const ui::PageContext &context() const { return m_context; }
    CommandBook &commands() { return m_commands; }
    accounts::Settings &settings() { return *m_settings; }
    ui::BackgroundTasks &tasks() { return m_tasks; }
    /// Shows the page, with the window active; the host takes it over.
    template <class Page>
    Page *show(Page *page, const QSize &size = QSize(1100, 760))
    {
        showPage(page, size);
        return page;
    }
    /// Opens an address of the page.
    void open(const QString &repository, const QString &tab, const QMap<QString, QString> &query = {});
    /// Where the page asked to go last.
    const ui::Address &asked() const { return m_asked; }
    /// The last error that the page reported.
    const QString &error() const { return m_error; }
    /// What "Undo" would do now; empty when nothing is offered.
    const std::function<void()> &undo() const { return m_undo; }

private:
    void showPage(ui::Page *page, const QSize &size);
    void makeContext();

    QTemporaryDir m_folder;
    FolderBackend *m_folders = nullptr;
    std::unique_ptr<client::Session> m_session;
    std::unique_ptr<accounts::Settings> m_settings;
    std::unique_ptr<accounts::Drafts> m_drafts;
    std::unique_ptr<accounts::ViewedMarks> m_viewed;
    ui::BackgroundTasks m_tasks;
    ui::People m_people;
    CommandBook m_commands;
    ui::PageContext m_context;
    std::unique_ptr<ui::Page> m_page;
    ui::Address m_asked;
    QString m_error;
    std::function<void()> m_undo;
};

/// Whether any visible label of the widget shows the text.
bool showsText(const QWidget *widget, const QString &text);

} // namespace countersign::test

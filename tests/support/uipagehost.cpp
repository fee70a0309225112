// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/uipagehost.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QTest>

namespace countersign::test {

QFuture<Result<QJsonObject>> FolderBackend::invoke(const QString &operation, const QJsonObject &,
                                                   const client::CallContext &)
{
    return QtFuture::makeReadyValueFuture(
        Result<QJsonObject>(failure(ErrorKind::Unsupported, QStringLiteral("No %1 here.").arg(operation))));
}

Result<QString> FolderBackend::gitDirectory(const QString &repository) const
{
    const auto found = m_folders.constFind(repository);
    if (found == m_folders.cend())
        return failure(ErrorKind::NotFound, QStringLiteral("There is no repository %1.").arg(repository));
    return *found;
}

void CommandBook::add(QObject *, const QList<ui::Command> &commands)
{
    for (const ui::Command &command : commands)
        m_commands.insert(command.id, command);
}

const ui::Command *CommandBook::find(const QString &id) const
{
    const auto found = m_commands.constFind(id);
    return found == m_commands.cend() ? nullptr : &*found;
}

bool CommandBook::run(const QString &id) const
{
    const ui::Command *command = find(id);
    if (!command || (command->unavailable && !command->unavailable().isEmpty()))
        return false;
    command->run();
    return true;
}

PageHost::PageHost()
{
    auto folders = std::make_unique<FolderBackend>();
    m_folders = folders.get();
    m_session = std::make_unique<client::Session>(QStringLiteral("local"), QStringLiteral("This computer"),
                                                  std::move(folders));
    makeContext();
}

PageHost::PageHost(std::unique_ptr<client::Backend> backend)
{
    m_session = std::make_unique<client::Session>(QStringLiteral("local"), QStringLiteral("This computer"),
                                                  std::move(backend));
    makeContext();
}

PageHost::~PageHost() = default;

void PageHost::makeContext()
{
    theme::Theme::instance().apply();
    m_settings = std::make_unique<accounts::Settings>(m_folder.filePath(QStringLiteral("settings.ini")));
    m_drafts = std::make_unique<accounts::Drafts>(m_folder.filePath(QStringLiteral("drafts")));
    m_viewed = std::make_unique<accounts::ViewedMarks>(m_folder.filePath(QStringLiteral("viewed")));
    m_context = {m_session.get(), m_settings.get(), m_drafts.get(), m_viewed.get(),
                 &m_tasks,        &m_commands,      &m_people};
}

void PageHost::add(const QString &repository, const QString &gitDirectory)
{
    if (!m_folders)
        qFatal("the session is not over folders");
    m_folders->add(repository, gitDirectory);
}

void PageHost::showPage(ui::Page *page, const QSize &size)
{
    m_page.reset(page);
    page->resize(size);
    connect(page, &ui::Page::navigationRequested, this, [this](const ui::Address &address) {
        m_asked = address;
        if (m_page && address.repository == m_page->address().repository &&
            address.tab == m_page->address().tab)
            m_page->open(address);
    });
    connect(page, &ui::Page::errorOccurred, this, [this](const QString &text) { m_error = text; });
    connect(page, &ui::Page::undoOffered, this,
            [this](const QString &, const std::function<void()> &undo) { m_undo = undo; });
    page->show();
    page->activateWindow();
    if (!QTest::qWaitForWindowActive(page))
        qFatal("the page's window does not become active");
}

void PageHost::open(const QString &repository, const QString &tab, const QMap<QString, QString> &query)
{
    ui::Address address;
    address.hub = QStringLiteral("local");
    address.page = ui::Address::Page::Repository;
    address.repository = repository;
    address.tab = tab;
    address.query = query;
    m_page->open(address);
}

bool showsText(const QWidget *widget, const QString &text)
{
    for (const auto *label : widget->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(text))
            return true;
    }
    return false;
}

} // namespace countersign::test

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/mainwindow.h"

#include "core/accounts/drafts.h"
#include "core/accounts/settings.h"
#include "core/accounts/viewedmarks.h"
#include "core/git/values.h"
#include "ui/shell/breadcrumb.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/commandregistry.h"
#include "ui/shell/filefinder.h"
#include "ui/shell/hubmodel.h"
#include "ui/shell/identitybutton.h"
#include "ui/shell/palettefield.h"
#include "ui/shell/paletteitems.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/taskindicator.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/keycap.h"
#include "ui/widgets/sectiontabs.h"
#include "ui/widgets/sidesplitter.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace countersign::shell {

using ui::Address;
using ui::Crumb;

namespace {

constexpr qsizetype keptPages = 8;
constexpr int collapseBelow = 1200;
constexpr int collapsedWidth = 48;

const QString geometryState = QStringLiteral("window/geometry");
const QString historyKey = QStringLiteral("window/history");
const QString positionKey = QStringLiteral("window/position");
const QString sidebarKey = QStringLiteral("window/sidebarHidden");

} // namespace

MainWindow::MainWindow(const Services &services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(services)
    , m_tasks(new ui::BackgroundTasks(this))
    , m_commands(new CommandRegistry(services.settings, this))
    , m_factory(services, m_tasks, m_commands)
    , m_files(std::make_unique<FileFinder>())
{
    setWindowTitle(tr("Countersign"));
    setMinimumSize(720, 480);
    buildToolbar();

    m_splitter =
        new ui::SideSplitter(Qt::Horizontal, QStringLiteral("shell.sidebar"), services.settings, this);
    m_sidebar = new Sidebar(m_splitter);
    auto *content = new QWidget(m_splitter);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_banners = new QVBoxLayout;
    m_banners->setContentsMargins(0, 0, 0, 0);
    m_banners->setSpacing(4);
    column->addLayout(m_banners);
    m_stack = new QStackedWidget(content);
    column->addWidget(m_stack, 1);
    m_splitter->addWidget(m_sidebar);
    m_splitter->addWidget(content);
    m_splitter->setInitialSizes({240, -1});
    m_sidebar->setMinimumWidth(180);
    m_sidebar->setMaximumWidth(360);
    setCentralWidget(m_splitter);

    connect(m_sidebar, &Sidebar::activated, this, [this](const Address &address) { navigate(address); });
    connect(m_sidebar, &Sidebar::createRequested, this, [this](const QString &hub) {
        if (HubModel *model = hubModel(hub))
            createRepository(model);
    });
    connect(m_sidebar, &Sidebar::importRequested, this, [this](const QString &hub) {
        if (HubModel *model = hubModel(hub))
            importRepository(model);
    });
    connect(m_breadcrumb, &Breadcrumb::activated, this,
            [this](const Address &address) { navigate(address); });
    connect(m_commands, &CommandRegistry::refused, this, [this](const QString &reason) {
        auto *banner = new ui::Banner(ui::BannerKind::Info, reason);
        banner->setDismissable();
        banner->closeAfter(6);
        addBanner(banner);
    });
    if (services.drafts)
        connect(services.drafts, &accounts::Drafts::saveFailed, this, [this](const QString &message) {
            showError(tr("A draft could not be saved. It stays here while the window is open."), message);
        });
    registerCommands();
    qApp->installEventFilter(this);

    m_sidebarHidden = services.settings->value(sidebarKey, false).toBool();
    if (!restoreGeometry(services.settings->state(geometryState)))
        resize(1440, 900);
    updateSidebar();
    updateChrome();
}

MainWindow::~MainWindow()
{
    // Pages use the sessions until their end.
    for (const auto &[key, page] : std::as_const(m_pages))
        delete page;
    m_pages.clear();
    m_files.reset();
    qDeleteAll(std::exchange(m_hubs, {}));
}

void MainWindow::buildToolbar()
{
    auto *bar = new QToolBar(tr("Navigation"), this);
    bar->setObjectName(QStringLiteral("toolbar"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setMinimumHeight(40);
    auto *row = new QWidget(bar);
    auto *box = new QHBoxLayout(row);
    box->setContentsMargins(8, 5, 8, 6);
    box->setSpacing(4);
    const auto button = [&](const QString &icon, const QString &name) {
        auto *made = new QToolButton(row);
        made->setAutoRaise(true);
        made->setIcon(theme::Theme::instance().icon(icon));
        made->setAccessibleName(name);
        made->setToolTip(name);
        made->setFocusPolicy(Qt::TabFocus);
        box->addWidget(made);
        return made;
    };
    m_menuButton = button(QStringLiteral("menu"), tr("Menu"));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setMenu(new QMenu(m_menuButton));
    connect(m_menuButton->menu(), &QMenu::aboutToShow, this, &MainWindow::fillMenu);
    m_back = button(QStringLiteral("chevron-left"), tr("Back"));
    m_forward = button(QStringLiteral("chevron-right"), tr("Forward"));
    connect(m_back, &QToolButton::clicked, this, [this] { m_commands->run(QStringLiteral("shell.back")); });
    connect(m_forward, &QToolButton::clicked, this,
            [this] { m_commands->run(QStringLiteral("shell.forward")); });
    m_breadcrumb = new Breadcrumb(row);
    box->addSpacing(8);
    box->addWidget(m_breadcrumb, 1);
    m_indicator = new TaskIndicator(m_tasks, row);
    box->addWidget(m_indicator);
    m_field = new PaletteField(row);
    connect(m_field, &QToolButton::clicked, this, [this] { openPalette(); });
    box->addWidget(m_field);
    m_identity = new IdentityButton(row);
    box->addSpacing(4);
    box->addWidget(m_identity);
    bar->addWidget(row);
    addToolBar(Qt::TopToolBarArea, bar);
}

HubModel *MainWindow::hubModel(const QString &hub) const
{
    const auto it = std::ranges::find_if(m_hubs, [&](const HubModel *model) { return model->id() == hub; });
    return it == m_hubs.end() ? nullptr : *it;
}

HubModel *MainWindow::currentHub() const
{
    if (HubModel *hub = hubModel(m_history.current().hub))
        return hub;
    return m_hubs.isEmpty() ? nullptr : m_hubs.first();
}

void MainWindow::addHub(std::unique_ptr<client::Session> session, const QString &icon)
{
    auto *hub = new HubModel(std::move(session), icon, this);
    m_hubs.append(hub);
    connect(hub, &HubModel::changed, this, &MainWindow::updateChrome);
    client::Backend &backend = hub->session()->backend();
    connect(&backend, &client::Backend::repositoryChanged, this, [this] { m_files->forget(); });
    connect(&backend, &client::Backend::principalChanged, this, [this, id = hub->id()] {
        // What other pages of the hub show was read as someone else.
        const QString shown = PageFactory::key(m_history.current());
        forgetPages(
            [&](const QString &key) { return key != shown && key.startsWith(id + QLatin1Char('/')); });
        if (ui::Page *page = currentPage())
            page->refresh();
    });
    m_sidebar->setHubs(m_hubs);
    // Pages over all hubs are made anew with this one.
    forgetPages([](const QString &key) { return !key.contains(QLatin1Char('/')); });
    if (!m_history.isEmpty())
        showPage(m_history.current());
    updateChrome();
}

void MainWindow::removeHub(const QString &id)
{
    HubModel *hub = hubModel(id);
    if (!hub)
        return;
    m_hubs.removeAll(hub);
    m_sidebar->setHubs(m_hubs);
    m_identity->setHub(nullptr);
    m_history.removeHub(id);
    forgetPages([&](const QString &key) {
        return !key.contains(QLatin1Char('/')) || key.startsWith(id + QLatin1Char('/'));
    });
    m_files->forget();
    delete hub;
    if (m_history.isEmpty())
        m_history.push(
            Address{{}, m_hubs.isEmpty() ? Address::Page::Welcome : Address::Page::Inbox, {}, {}, {}, {}});
    showPage(m_history.current());
}

void MainWindow::forgetPages(const std::function<bool(const QString &)> &which)
{
    for (qsizetype i = m_pages.size() - 1; i >= 0; --i) {
        if (!which(m_pages[i].first))
            continue;
        ui::Page *page = m_pages[i].second;
        m_pages.removeAt(i);
        m_stack->removeWidget(page);
        // Now, not later: its session may be about to go.
        delete page;
    }
}

ui::Page *MainWindow::currentPage() const { return qobject_cast<ui::Page *>(m_stack->currentWidget()); }

Address MainWindow::address() const
{
    const ui::Page *page = currentPage();
    return page ? page->address() : m_history.current();
}

ui::Page *MainWindow::page(const Address &address)
{
    const QString key = PageFactory::key(address);
    const auto known = std::ranges::find(m_pages, key, &std::pair<QString, ui::Page *>::first);
    if (known != m_pages.end()) {
        std::rotate(m_pages.begin(), known, known + 1);
        return m_pages.first().second;
    }
    ui::Page *made = m_factory.make(address, m_hubs);
    if (!made)
        return nullptr;
    connect(made, &ui::Page::navigationRequested, this, &MainWindow::navigate);
    connect(made, &ui::Page::stateChanged, this, [this, made] {
        if (made == currentPage() && !m_navigating) {
            // A selection within the page is where back should lead to.
            if (PageFactory::key(made->address()) == PageFactory::key(m_history.current()))
                m_history.replace(made->address());
            updateChrome();
        }
    });
    connect(made, &ui::Page::undoOffered, this, &MainWindow::showUndo);
    connect(made, &ui::Page::errorOccurred, this, &MainWindow::showError);
    m_stack->addWidget(made);
    m_pages.prepend({key, made});
    while (m_pages.size() > keptPages) {
        auto [oldKey, old] = m_pages.takeLast();
        m_stack->removeWidget(old);
        old->deleteLater();
    }
    return made;
}

void MainWindow::navigate(const Address &address, bool newEntry)
{
    // The place that is left is remembered with its selection.
    if (const ui::Page *page = currentPage();
        page && newEntry && PageFactory::key(page->address()) == PageFactory::key(m_history.current()))
        m_history.replace(page->address());
    if (newEntry)
        m_history.push(address);
    else
        m_history.replace(address);
    showPage(address);
}

void MainWindow::showPage(const Address &address)
{
    ui::Page *shown = page(address);
    if (!shown) {
        showError(tr("This hub is not open."), {});
        return;
    }
    m_navigating = true;
    const bool inside = m_stack->currentWidget() == shown;
    shown->open(address);
    m_stack->setCurrentWidget(shown);
    m_navigating = false;
    if (!inside && (!QApplication::focusWidget() || m_stack->isAncestorOf(QApplication::focusWidget())))
        shown->setFocus(Qt::OtherFocusReason);
    updateChrome();
}

void MainWindow::restorePlace()
{
    const Address saved = History::fromStrings(m_services.settings->value(historyKey).toStringList(),
                                               m_services.settings->value(positionKey, -1).toInt())
                              .current();
    const bool known = !m_services.settings->value(historyKey).toStringList().isEmpty();
    if (m_hubs.isEmpty())
        navigate({{}, Address::Page::Welcome, {}, {}, {}, {}});
    else if (known && (saved.hub.isEmpty() ? saved.page != Address::Page::Welcome : hasHub(saved.hub)))
        navigate(saved);
    else
        navigate({});
}

QList<Crumb> MainWindow::crumbs(const Address &address) const
{
    using Page = Address::Page;
    const auto simple = [](const QString &text, const QString &icon, Page page) {
        return QList<Crumb>{{text, icon, {{}, page, {}, {}, {}, {}}, {}}};
    };
    switch (address.page) {
    case Page::Welcome:
        return simple(tr("Welcome"), QStringLiteral("sample-team"), address.page);
    case Page::Inbox:
        return simple(tr("Inbox"), QStringLiteral("inbox"), address.page);
    case Page::PullRequests:
        return simple(tr("Pull requests"), QStringLiteral("pull-request"), address.page);
    case Page::Settings:
        return simple(tr("Settings"), QStringLiteral("settings"), address.page);
    case Page::About:
        return simple(tr("About Countersign"), QStringLiteral("state-info"), address.page);
    default:
        break;
    }
    const HubModel *hub = hubModel(address.hub);
    if (!hub)
        return {};
    const auto repositoryAt = [&](const QString &name) {
        return Address{hub->id(), Page::Repository, name, {}, QStringLiteral("code"), {}};
    };
    QString repository = address.repository;
    QString title = currentPage() ? currentPage()->windowTitle() : QString();
    for (const auto &summary : hub->openPullRequests()) {
        if (address.page != Page::PullRequest || summary.pullRequest.pullRequestId != address.item)
            continue;
        if (repository.isEmpty() && !summary.pullRequest.pullRequestTargets.isEmpty())
            repository = summary.pullRequest.pullRequestTargets.first().repositoryName;
        if (title.isEmpty())
            title = QStringLiteral("#%1 %2").arg(address.item, summary.pullRequest.title);
    }
    QList<Crumb> result;
    Crumb top{hub->name(), hub->icon(), repositoryAt(hub->repositories().value(0)), {}};
    for (const HubModel *other : m_hubs)
        top.siblings.append({other->name(),
                             other->icon(),
                             Address{other->id(),
                                     Page::Repository,
                                     other->repositories().value(0),
                                     {},
                                     QStringLiteral("code"),
                                     {}},
                             {}});
    if (top.siblings.size() < 2)
        top.siblings.clear();
    result.append(top);
    if (!repository.isEmpty()) {
        Crumb crumb{repository, QStringLiteral("repository"), repositoryAt(repository), {}};
        for (const QString &name : hub->repositories()) {
            Address sibling = repositoryAt(name);
            if (address.page == Page::Repository)
                sibling.tab = address.tab;
            crumb.siblings.append({name, QStringLiteral("repository"), sibling, {}});
        }
        result.append(crumb);
    }
    if (address.page == Page::PullRequest) {
        Crumb crumb{title.isEmpty() ? QStringLiteral("#") + address.item : title, {}, address, {}};
        for (const auto &summary : hub->openPullRequests()) {
            const auto &targets = summary.pullRequest.pullRequestTargets;
            if (!targets.isEmpty() && targets.first().repositoryName == repository &&
                crumb.siblings.size() < 30)
                crumb.siblings.append(
                    {QStringLiteral("#%1 %2").arg(summary.pullRequest.pullRequestId,
                                                  summary.pullRequest.title),
                     QStringLiteral("pull-request"),
                     Address{
                         hub->id(), Page::PullRequest, repository, summary.pullRequest.pullRequestId, {}, {}},
                     {}});
        }
        result.append(crumb);
    } else if (address.page == Page::NewPullRequest) {
        result.append({tr("New pull request"), QStringLiteral("pull-request"), address, {}});
    } else if (address.page == Page::Repository) {
        const QString path = address.query.value(QStringLiteral("path"));
        const QString ref = address.query.value(QStringLiteral("ref"));
        if (address.tab == QLatin1StringView("code") && !path.isEmpty()) {
            if (!ref.isEmpty()) {
                Address at = repositoryAt(repository);
                at.query.insert(QStringLiteral("ref"), ref);
                const QString name = git::displayPath(ui::addressBytes(ref));
                result.append(
                    {name.section(QLatin1Char('/'), name.startsWith(QLatin1StringView("refs/")) ? 2 : 0),
                     QStringLiteral("branch"),
                     at,
                     {}});
            }
            result.append({git::displayPath(ui::addressBytes(path)), {}, address, {}});
        } else if (address.tab != QLatin1StringView("code")) {
            static const QHash<QString, const char *> names{
                {QStringLiteral("commits"), QT_TR_NOOP("Commits")},
                {QStringLiteral("branches"), QT_TR_NOOP("Branches")},
                {QStringLiteral("pullrequests"), QT_TR_NOOP("Pull requests")},
                {QStringLiteral("rules"), QT_TR_NOOP("Approval rules")},
                {QStringLiteral("settings"), QT_TR_NOOP("Settings")}};
            if (const auto it = names.find(address.tab); it != names.end())
                result.append({tr(*it), {}, address, {}});
        }
    }
    return result;
}

void MainWindow::updateChrome()
{
    const Address now = address();
    const QList<Crumb> path = crumbs(now);
    m_breadcrumb->setCrumbs(path);
    setWindowTitle(path.isEmpty() ? tr("Countersign") : tr("%1 – Countersign").arg(path.last().text));
    m_back->setEnabled(m_history.canGoBack());
    m_forward->setEnabled(m_history.canGoForward());
    m_sidebar->setCurrent(now);
    m_identity->setHub(currentHub());
    const auto tip = [this](QWidget *widget, const QString &name, const char *command) {
        widget->setToolTip(ui::toolTipText(name, m_commands->shortcut(QLatin1StringView(command))));
    };
    tip(m_back, tr("Back"), "shell.back");
    tip(m_forward, tr("Forward"), "shell.forward");
    m_field->setKey(m_commands->shortcut(QStringLiteral("shell.palette")).toString(QKeySequence::NativeText));
}

void MainWindow::updateSidebar()
{
    const bool narrow = width() < collapseBelow;
    const bool collapsed = narrow || m_sidebarHidden;
    m_sidebar->setCollapsed(collapsed);
    m_sidebar->setVisible(!(narrow && m_sidebarHidden));
    const int now = m_splitter->sizes().value(0);
    if (collapsed) {
        if (m_sidebar->maximumWidth() != collapsedWidth && now > collapsedWidth)
            m_sidebarWidth = now;
        m_sidebar->setFixedWidth(collapsedWidth);
        m_splitter->setSizes({collapsedWidth, qMax(1, width() - collapsedWidth - 1)});
    } else if (m_sidebar->maximumWidth() == collapsedWidth) {
        m_sidebar->setMinimumWidth(180);
        m_sidebar->setMaximumWidth(360);
        m_splitter->setSizes({m_sidebarWidth, qMax(1, width() - m_sidebarWidth - 1)});
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (m_sidebar)
        updateSidebar();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    // The splitter has just taken the sizes it remembered, which are those of the whole sidebar.
    updateSidebar();
}

void MainWindow::addBanner(ui::Banner *banner)
{
    m_banners->setContentsMargins(8, 8, 8, 8);
    m_banners->addWidget(banner);
    connect(banner, &QObject::destroyed, this, [this] {
        if (m_banners->count() == 0)
            m_banners->setContentsMargins(0, 0, 0, 0);
    });
}

void MainWindow::showError(const QString &text, const QString &detail)
{
    auto *banner = new ui::Banner(ui::BannerKind::Danger, text);
    banner->setOriginalWords(detail);
    banner->setDismissable();
    addBanner(banner);
}

void MainWindow::showUndo(const QString &text, const std::function<void()> &undo)
{
    auto *banner = new ui::Banner(ui::BannerKind::Success, text);
    if (undo) {
        banner->addAction(tr("Undo"), undo);
        m_undos.append(banner);
    }
    banner->closeAfter(undo ? 10 : 5);
    addBanner(banner);
}

void MainWindow::undo()
{
    while (!m_undos.isEmpty()) {
        const QPointer<ui::Banner> banner = m_undos.takeLast();
        if (banner && banner->runFirstAction())
            return;
    }
}

void MainWindow::moveFocus(bool forward)
{
    QWidget *focus = QApplication::focusWidget();
    const bool inSidebar = focus && m_sidebar->isAncestorOf(focus);
    ui::Page *page = currentPage();
    // The ring is asked for: the keyboard is in use.
    setAttribute(Qt::WA_KeyboardFocusChange);
    if (inSidebar && page) {
        if (!page->focusPane(forward))
            page->setFocus(Qt::TabFocusReason);
        // A page without a place for the focus of its own: its first control.
        for (QWidget *next = page->nextInFocusChain();
             m_sidebar->isAncestorOf(QApplication::focusWidget()) && next != page;
             next = next->nextInFocusChain()) {
            if (page->isAncestorOf(next) && next->isVisible() && next->isEnabled() &&
                (next->focusPolicy() & Qt::TabFocus))
                next->setFocus(Qt::TabFocusReason);
        }
    } else if (!page || !page->focusPane(forward)) {
        m_sidebar->focusList();
    }
}

void MainWindow::stepTab(int step)
{
    ui::Page *page = currentPage();
    auto *tabs = page ? page->findChild<ui::SectionTabs *>() : nullptr;
    if (tabs && tabs->isVisible() && tabs->count() > 1)
        tabs->setCurrentIndex((tabs->currentIndex() + step + tabs->count()) % tabs->count());
}

void MainWindow::createRepository(HubModel *hub)
{
    m_factory.createRepository(this, hub, [this](const Address &target) { navigate(target); });
}

void MainWindow::importRepository(HubModel *hub)
{
    m_factory.importRepository(this, hub, [this](const Address &target) { navigate(target); });
}

void MainWindow::withHub(const std::function<void(HubModel *)> &then)
{
    if (HubModel *hub = currentHub(); hub && !m_hubs.isEmpty()) {
        then(hub);
        return;
    }
    if (m_services.openLocalHub)
        m_services.openLocalHub([this, then] {
            if (HubModel *hub = currentHub())
                then(hub);
        });
}

void MainWindow::openPalette(const QString &text)
{
    auto *palette = new CommandPalette(this);
    const Address now = address();
    palette->model()->setItems(
        paletteItems(m_hubs, m_commands, [this](const Address &target) { navigate(target); }));
    const QString path = now.query.value(QStringLiteral("path"));
    if (now.page == Address::Page::Repository && !path.isEmpty())
        palette->model()->setLineJump([this, now](int line) {
            Address target = now;
            target.query.insert(QStringLiteral("line"), QString::number(line));
            navigate(target);
        });
    if (HubModel *hub = hubModel(now.hub); hub && !now.repository.isEmpty()) {
        const QString ref = now.query.value(QStringLiteral("ref"));
        connect(m_files.get(), &FileFinder::found, palette,
                [this, palette, now, ref](const QList<FoundFile> &files) {
                    palette->model()->addItems(
                        paletteFiles(files, now, ref, [this](const Address &target) { navigate(target); }));
                });
        m_files->find(hub, now.repository, ref);
    }
    palette->start(text, now.repository.isEmpty() ? QString() : tr("in %1").arg(now.repository));
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    // The extra buttons of a mouse go back and forward.
    if (event->type() == QEvent::MouseButtonPress) {
        const auto button = static_cast<QMouseEvent *>(event)->button();
        const auto *widget = qobject_cast<QWidget *>(watched);
        if ((button == Qt::BackButton || button == Qt::ForwardButton) && widget && widget->window() == this) {
            m_commands->run(button == Qt::BackButton ? QStringLiteral("shell.back")
                                                     : QStringLiteral("shell.forward"));
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::rememberPlace()
{
    if (const ui::Page *page = currentPage();
        page && PageFactory::key(page->address()) == PageFactory::key(m_history.current()))
        m_history.replace(page->address());
    m_services.settings->setValue(historyKey, m_history.toStrings());
    m_services.settings->setValue(positionKey, m_history.position());
    m_services.settings->setState(geometryState, saveGeometry());
    m_services.settings->setValue(sidebarKey, m_sidebarHidden);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    rememberPlace();
    if (m_services.drafts)
        static_cast<void>(m_services.drafts->flush());
    if (m_services.viewed)
        m_services.viewed->flush();
    Q_EMIT closing();
    QMainWindow::closeEvent(event);
}

} // namespace countersign::shell

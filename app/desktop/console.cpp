// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/console.h"

#include "app/desktop/owner.h"
#include "app/sample/sampleteam.h"
#include "core/client/inprocessbackend.h"
#include "core/client/session.h"
#include "core/service/hub.h"
#include "ui/shell/mainwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/dialogbase.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/labels.h"

#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace countersign::desktop {

using accounts::HubInfo;
using OpenedHub = Result<std::shared_ptr<service::Hub>>;

namespace {

const QString startedKey = QStringLiteral("started");

OpenedHub open(const QString &folder, bool isOwn)
{
    service::HubSettings settings;
    if (isOwn && !QFileInfo::exists(folder))
        settings.firstPerson = ownerOfThisComputer();
    auto hub = service::Hub::open(folder, settings);
    if (!hub)
        return std::unexpected(hub.error());
    return std::shared_ptr<service::Hub>(std::move(*hub));
}

} // namespace

Console::Console(const Options &options)
    : m_options(options)
    , m_hubs(options.dataFolder.isEmpty() ? accounts::Hubs::defaultDataFolder() : options.dataFolder)
    , m_settings(m_hubs.settingsFile())
    , m_drafts(m_hubs.draftsFolder())
    , m_viewed(m_hubs.viewedMarksFolder())
    , m_lane(std::make_unique<Lane>(QStringLiteral("hubs")))
{
    applyAppearance();
    connect(&m_settings, &accounts::Settings::changed, this, &Console::applyAppearance);
    shell::Services services;
    services.settings = &m_settings;
    services.drafts = &m_drafts;
    services.viewed = &m_viewed;
    services.openLocalHub = [this](std::function<void()> then) { openLocalHub(std::move(then)); };
    services.openSampleTeam = [this] { openSampleTeam(); };
    services.hasSampleTeam = [this] { return m_window && m_window->hasHub(m_hubs.sample().id); };
    services.removeSampleTeam = [this] { confirmRemoveSample(); };
    m_window = std::make_unique<shell::MainWindow>(services);
}

Console::~Console()
{
    // The lane first: what it opens would arrive at a window that is gone.
    m_lane.reset();
    m_window.reset();
}

void Console::applyAppearance()
{
    theme::Theme &theme = theme::Theme::instance();
    theme.setCodeFont(m_settings.codeFontFamily(), m_settings.codeFontSize());
    const QString scheme = m_settings.colorScheme();
    theme.setScheme(scheme == QLatin1StringView("dark")    ? theme::Scheme::Dark
                    : scheme == QLatin1StringView("light") ? theme::Scheme::Light
                                                           : theme::Scheme::System);
}

void Console::start()
{
    m_window->show();
    // After the first paint.
    QTimer::singleShot(0, this, &Console::openKnown);
    if (!m_options.picture.isEmpty())
        takePicture(m_options.picture);
}

void Console::openKnown()
{
    const bool firstStart = !m_settings.value(startedKey, false).toBool();
    m_settings.setValue(startedKey, true);
    if (!m_options.hubFolder.isEmpty()) {
        const QFileInfo folder(m_options.hubFolder);
        openHub({folder.fileName().isEmpty() ? QStringLiteral("hub") : folder.fileName(),
                 HubInfo::Kind::Local, folder.absoluteFilePath(), false},
                [this] { settle(); });
        return;
    }
    m_lane->run([hubs = m_hubs](std::stop_token) {
        hubs.cleanUp();
        return true;
    });
    QList<HubInfo> wanted;
    for (const HubInfo &info : m_hubs.known()) {
        if (QFileInfo::exists(info.folder))
            wanted.append(info);
    }
    const bool sample = m_options.sample || (m_options.sampleAtFirstStart && firstStart);
    for (const HubInfo &info : std::as_const(wanted))
        openHub(info, [this] { settle(); });
    if (sample && !m_hubs.hasSample())
        openSampleTeam();
    else if (wanted.isEmpty())
        settle();
}

void Console::settle()
{
    if (m_settled || m_opening > 0)
        return;
    m_settled = true;
    m_window->restorePlace();
    Q_EMIT opened();
}

void Console::openHub(const HubInfo &info, std::function<void()> then)
{
    ++m_opening;
    const bool own = info.kind == HubInfo::Kind::Local;
    auto job = m_lane->run([folder = info.folder, own](std::stop_token) { return open(folder, own); });
    onFinished(job.future, this, [this, info, own, then = std::move(then)](const OpenedHub &hub) {
        --m_opening;
        if (hub) {
            const QString person =
                own ? (*hub)->firstPerson()
                    : m_settings
                          .value(QStringLiteral("sample/person"), (*hub)->userArn(sample::samplePerson()))
                          .toString();
            auto backend = std::make_unique<client::InProcessBackend>(*hub, person, !own);
            if (!own)
                connect(backend.get(), &client::Backend::principalChanged, &m_settings,
                        [this](const QString &arn) {
                            m_settings.setValue(QStringLiteral("sample/person"), arn);
                        });
            m_window->addHub(std::make_unique<client::Session>(
                                 info.id, own ? tr("This computer") : tr("Sample team"), std::move(backend)),
                             own ? QStringLiteral("computer") : QStringLiteral("sample-team"));
        } else {
            const ui::ErrorText text = ui::errorText(hub.error());
            m_window->showError(tr("The hub in %1 could not be opened. %2")
                                    .arg(QDir::toNativeSeparators(info.folder), text.what),
                                text.original);
        }
        then();
    });
}

void Console::openLocalHub(std::function<void()> then)
{
    const HubInfo local = m_hubs.local();
    if (m_window->hasHub(local.id))
        then();
    else
        openHub(local, std::move(then));
}

void Console::openSampleTeam()
{
    const HubInfo info = m_hubs.sample();
    const auto show = [this] {
        settle();
        m_window->navigate({});
    };
    if (m_window->hasHub(info.id)) {
        m_window->navigate({});
        return;
    }
    if (m_makingSample)
        return;
    if (m_hubs.hasSample()) {
        openHub(info, show);
        return;
    }
    m_makingSample = true;
    ++m_opening;
    ui::BackgroundTasks *tasks = m_window->tasks();
    auto cancel = std::make_shared<std::stop_source>();
    const int task = tasks->begin(tr("Making the sample team"), [cancel] { cancel->request_stop(); });
    const ProgressSink progress =
        deliverTo(this, [tasks, task](const Progress &now) { tasks->update(task, now); });
    auto job = m_lane->run([folder = info.folder, progress, cancel](std::stop_token closing) -> Result<void> {
        const std::stop_callback forward(closing, [cancel] { cancel->request_stop(); });
        QDir().mkpath(QFileInfo(folder).path());
        return sample::createSampleTeam(folder, progress, cancel->get_token());
    });
    onFinished(job.future, this, [this, tasks, task, info, show](const Result<void> &made) {
        m_makingSample = false;
        --m_opening;
        if (made) {
            tasks->end(task, ui::BackgroundTasks::State::Done);
            openHub(info, show);
            return;
        }
        const bool stopped = made.error().kind == ErrorKind::Cancelled;
        tasks->end(task, stopped ? ui::BackgroundTasks::State::Cancelled : ui::BackgroundTasks::State::Failed,
                   stopped ? QString() : made.error().message);
        if (!stopped) {
            const ui::ErrorText text = ui::errorText(made.error());
            m_window->showError(tr("The sample team could not be made. %1").arg(text.what), text.original);
        }
        settle();
    });
}

void Console::confirmRemoveSample()
{
    auto *dialog = new ui::DialogBase(tr("Remove the sample team"), tr("Remove"), m_window.get());
    dialog->setVariant(theme::ButtonVariant::Danger);
    auto *text =
        new ui::StyledLabel(tr("The three sample repositories and everything done in them are deleted. "
                               "Your own repositories stay as they are."),
                            theme::TextStyle::Body, theme::Token::Text, dialog);
    text->setWordWrap(true);
    dialog->content()->addWidget(text);
    dialog->setConsequence(tr("It can be made again at any time."));
    connect(dialog, &ui::DialogBase::submitted, this, [this, dialog] {
        dialog->accept();
        removeSample();
    });
    dialog->open();
}

void Console::removeSample()
{
    m_window->removeHub(m_hubs.sample().id);
    auto job = m_lane->run([hubs = m_hubs](std::stop_token) { return hubs.removeSample(); });
    onFinished(job.future, this, [this](const Result<void> &removed) {
        if (!removed)
            m_window->showError(tr("The sample team could not be removed. %1").arg(removed.error().message),
                                removed.error().detail);
    });
}

void Console::takePicture(const QString &file)
{
    // Settled: nothing opens or runs, and pages have had the time to fill.
    auto *timer = new QTimer(this);
    auto quiet = std::make_shared<int>(0);
    connect(timer, &QTimer::timeout, this, [this, timer, quiet, file] {
        *quiet = m_settled && isIdle() && m_window->tasks()->runningCount() == 0 ? *quiet + 1 : 0;
        if (*quiet < 10)
            return;
        timer->deleteLater();
        QDir().mkpath(QFileInfo(file).absolutePath());
        if (!m_window->grab().save(file, "PNG"))
            qWarning("The picture could not be written to %s", qPrintable(file));
    });
    timer->start(200);
}

} // namespace countersign::desktop

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/accounts/drafts.h"
#include "core/accounts/hubs.h"
#include "core/accounts/settings.h"
#include "core/accounts/viewedmarks.h"
#include "core/base/lane.h"

#include <QObject>

#include <functional>
#include <memory>

namespace countersign::shell {
class MainWindow;
}

namespace countersign::desktop {

/// What was asked for on the command line.
struct Options
{
    /// Where hubs, drafts and settings are; empty for the user's data folder.
    QString dataFolder;
    /// A hub's own folder, opened instead of the known ones.
    QString hubFolder;
    /// Open the sample team, making it when it is not there.
    bool sample = false;
    /// The same, but only when the program runs for the first time.
    bool sampleAtFirstStart = false;
    /// A PNG of the window is written here once it has settled.
    QString picture;
};

/// The composition root: puts the embedded hubs, the things kept on this computer and the window together.
/// Screen's thread; hubs are opened and made in lanes, after the first paint.
class Console : public QObject
{
    Q_OBJECT
public:
    explicit Console(const Options &options);
    ~Console() override;

    /// Shows the window at once, then opens what belongs into it.
    void start();
    shell::MainWindow &window() { return *m_window; }
    accounts::Settings &settings() { return m_settings; }
    /// Nothing is being opened or made.
    bool isIdle() const { return m_opening == 0; }

Q_SIGNALS:
    /// The first page stands.
    void opened();

private:
    void openKnown();
    void openHub(const accounts::HubInfo &info, std::function<void()> then);
    void openLocalHub(std::function<void()> then);
    void openSampleTeam();
    void confirmRemoveSample();
    void removeSample();
    void settle();
    void applyAppearance();
    void takePicture(const QString &file);

    Options m_options;
    accounts::Hubs m_hubs;
    accounts::Settings m_settings;
    accounts::Drafts m_drafts;
    accounts::ViewedMarks m_viewed;
    std::unique_ptr<shell::MainWindow> m_window;
    std::unique_ptr<Lane> m_lane;
    int m_opening = 0;
    bool m_settled = false;
    bool m_makingSample = false;
};

} // namespace countersign::desktop

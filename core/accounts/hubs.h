// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace countersign::accounts {

/// A hub known to the console.
struct HubInfo
{
    enum class Kind {
        /// This computer.
        Local,
        /// The sample team.
        Sample,
    };
    /// Used in page addresses and as the name of its folder.
    QString id;
    Kind kind = Kind::Local;
    /// Where an embedded hub keeps everything.
    QString folder;
    /// Whether removing it loses nothing that somebody made for good.
    bool removable = false;

    bool operator==(const HubInfo &) const = default;
};

/// The hubs known to the console and where the console keeps what is its own:
///     <data folder>/hubs/<id>   drafts   viewed   settings.ini
/// A value that only knows the folder; any thread.
class Hubs
{
public:
    /// XDG_DATA_HOME/countersign.
    static QString defaultDataFolder();

    explicit Hubs(QString dataFolder = defaultDataFolder());

    QString dataFolder() const { return m_dataFolder; }
    QString draftsFolder() const { return m_dataFolder + QStringLiteral("/drafts"); }
    QString viewedMarksFolder() const { return m_dataFolder + QStringLiteral("/viewed"); }
    QString settingsFile() const { return m_dataFolder + QStringLiteral("/settings.ini"); }

    /// "local" always; "sample" while it is there.
    QList<HubInfo> known() const;
    HubInfo local() const;
    HubInfo sample() const;
    bool hasSample() const;

    /// A folder to make the sample team in, empty, which known() does not show; finishSample() then gives it
    /// its place at once, so that a sample that was interrupted while it was made is never seen. Blocking.
    Result<QString> prepareSample() const;
    Result<void> finishSample() const;
    /// Deletes the sample hub's folder; its service must have been closed. Blocking; for a lane.
    Result<void> removeSample() const;
    /// Deletes what an interrupted removal or making left behind. Blocking; for the start.
    void cleanUp() const;

private:
    QString hubsFolder() const { return m_dataFolder + QStringLiteral("/hubs"); }

    QString m_dataFolder;
};

} // namespace countersign::accounts

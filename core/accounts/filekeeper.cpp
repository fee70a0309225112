// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/accounts/filekeeper.h"

#include "core/base/async.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace countersign::accounts {

namespace {

constexpr int delayMs = 1500;
const QString ending = QStringLiteral(".json");

} // namespace

FileKeeper::FileKeeper(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_lane(QStringLiteral("files"))
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delayMs);
    connect(&m_timer, &QTimer::timeout, this, &FileKeeper::start);
}

FileKeeper::~FileKeeper()
{
    // The owner's last chance to hear of a failure was its own flush().
    static_cast<void>(flush());
}

QHash<QString, QByteArray> FileKeeper::readAll() const
{
    QHash<QString, QByteArray> files;
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({QLatin1Char('*') + ending}, QDir::Files)) {
        if (QFile file(folder.filePath(name)); file.open(QIODevice::ReadOnly))
            files.insert(name.chopped(ending.size()), file.readAll());
    }
    return files;
}

void FileKeeper::write(const QString &name, const QByteArray &content)
{
    m_waiting.insert(name, content);
    // Not restarted by each key: whoever types without a pause is saved as well.
    if (!m_timer.isActive())
        m_timer.start();
}

void FileKeeper::remove(const QString &name)
{
    m_waiting.insert(name, QByteArray());
    if (!m_timer.isActive())
        m_timer.start();
}

Result<void> FileKeeper::apply(const QString &folder, const Changes &changes)
{
    if (changes.isEmpty())
        return {};
    QDir dir(folder);
    if (!dir.mkpath(QStringLiteral(".")))
        return failure(ErrorKind::Internal, QStringLiteral("The folder %1 could not be made.").arg(folder));
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        const QString path = dir.filePath(it.key() + ending);
        if (it->isNull()) {
            if (QFile::exists(path) && !QFile::remove(path))
                return failure(ErrorKind::Internal, QStringLiteral("%1 could not be removed.").arg(path));
            continue;
        }
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(*it) != it->size() || !file.commit())
            return failure(ErrorKind::Internal, QStringLiteral("%1 could not be written.").arg(path),
                           file.errorString());
    }
    return {};
}

void FileKeeper::start()
{
    const Changes changes = std::exchange(m_waiting, {});
    auto job = m_lane.run([folder = m_folder, changes](std::stop_token) { return apply(folder, changes); });
    onFinished(job.future, this, [this, changes](const Result<void> &result) {
        if (result)
            return;
        // Kept for the next attempt, unless something newer waits already.
        for (auto it = changes.begin(); it != changes.end(); ++it) {
            if (!m_waiting.contains(it.key()))
                m_waiting.insert(it.key(), it.value());
        }
        Q_EMIT failed(result.error().message);
    });
}

Result<void> FileKeeper::flush()
{
    m_timer.stop();
    // Behind what the lane is writing, so that the newest content is the last.
    auto job = m_lane.run([folder = m_folder, changes = std::exchange(m_waiting, {})](std::stop_token) {
        return apply(folder, changes);
    });
    job.future.waitForFinished();
    return job.future.resultCount() > 0 ? job.future.result() : Result<void>();
}

} // namespace countersign::accounts

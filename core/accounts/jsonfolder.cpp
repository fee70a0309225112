// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/accounts/jsonfolder.h"

#include "core/base/async.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

#include <chrono>

namespace countersign::accounts {

namespace {

using namespace std::chrono_literals;

/// From the first change on, so that somebody who never stops typing is saved too.
constexpr auto delay = 1s;
constexpr auto delayAfterFailure = 10s;

bool writeFile(const QString &path, const QByteArray &content, QString &reason)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return true;
    reason = file.errorString();
    return false;
}

void setAside(const QString &path)
{
    for (int i = 1; i < 1000; ++i)
        if (QFile::rename(path, QStringLiteral("%1.damaged-%2").arg(path).arg(i)))
            return;
}

} // namespace

JsonFolder::JsonFolder(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_lane(QStringLiteral("saving"))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        onFinished(start().future, this, [this](const Result<void> &result) {
            if (result)
                return;
            if (!m_timer.isActive())
                m_timer.start(delayAfterFailure);
            Q_EMIT failed(result.error().detail.isEmpty() ? result.error().message : result.error().detail);
        });
    });
}

JsonFolder::~JsonFolder() { std::ignore = flush(); }

QList<QJsonObject> JsonFolder::load() const
{
    QList<QJsonObject> contents;
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const QString path = folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
        file.close();
        if (document.isObject())
            contents.append(document.object());
        else
            setAside(path);
    }
    return contents;
}

void JsonFolder::put(const QString &id, const QJsonObject &content)
{
    m_changes.insert(fileName(id), QJsonDocument(content).toJson(QJsonDocument::Compact));
    schedule();
}

void JsonFolder::remove(const QString &id)
{
    m_changes.insert(fileName(id), std::nullopt);
    schedule();
}

Result<void> JsonFolder::flush()
{
    m_timer.stop();
    const QFuture<Result<void>> future = start().future;
    const Result<void> result = future.result();
    if (!result)
        m_timer.start(delayAfterFailure);
    return result;
}

Result<void> JsonFolder::write(const QString &folder, Changes &changes)
{
    if (changes.isEmpty())
        return {};
    QString reason;
    if (!QFileInfo::exists(folder) && QDir().mkpath(folder))
        QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    Changes left;
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        const QString path = folder + u'/' + it.key();
        const bool done = it.value() ? writeFile(path, *it.value(), reason)
                                     : !QFileInfo::exists(path) || QFile::remove(path);
        if (!done)
            left.insert(it.key(), it.value());
    }
    changes = std::move(left);
    if (!changes.isEmpty())
        return failure(ErrorKind::Internal, QStringLiteral("The files could not be written."), reason);
    return {};
}

QString JsonFolder::fileName(const QString &id) const
{
    // Ids may contain slashes and be of any length.
    const QByteArray hash = QCryptographicHash::hash(id.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(hash.toHex().first(40)) + QStringLiteral(".json");
}

void JsonFolder::schedule()
{
    if (!m_timer.isActive())
        m_timer.start(delay);
}

Job<Result<void>> JsonFolder::start()
{
    return m_lane.run(
        [folder = m_folder, left = m_left, changes = std::exchange(m_changes, {})](const std::stop_token &) {
            for (auto it = changes.begin(); it != changes.end(); ++it)
                left->insert(it.key(), it.value());
            return write(folder, *left);
        });
}

} // namespace countersign::accounts

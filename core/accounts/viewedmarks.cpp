// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/accounts/viewedmarks.h"

#include "core/accounts/jsonfolder.h"

#include <QJsonArray>
#include <QMap>

namespace countersign::accounts {

namespace {

struct Blobs
{
    QByteArray before;
    QByteArray after;
    bool operator==(const Blobs &) const = default;
};

/// What one person has seen of one pull request.
struct Seen
{
    QMap<QByteArray, Blobs> files;
    QString lastReviewedRevision;
};

QJsonObject toJson(const QString &scope, const Seen &seen)
{
    QJsonArray files;
    for (auto it = seen.files.cbegin(); it != seen.files.cend(); ++it)
        // Paths are bytes in any encoding.
        files.append(QJsonObject{{QStringLiteral("path"), QString::fromLatin1(it.key().toBase64())},
                                 {QStringLiteral("before"), QString::fromLatin1(it->before)},
                                 {QStringLiteral("after"), QString::fromLatin1(it->after)}});
    return {{QStringLiteral("format"), 1},
            {QStringLiteral("scope"), scope},
            {QStringLiteral("reviewed"), seen.lastReviewedRevision},
            {QStringLiteral("files"), files}};
}

Seen fromJson(const QJsonObject &json)
{
    const auto bytes = [](const QJsonObject &object, QLatin1StringView member) {
        return object.value(member).toString().toLatin1();
    };
    Seen seen;
    seen.lastReviewedRevision = json.value(QLatin1StringView("reviewed")).toString();
    for (const QJsonValue &value : json.value(QLatin1StringView("files")).toArray()) {
        const QJsonObject file = value.toObject();
        seen.files.insert(
            QByteArray::fromBase64(bytes(file, QLatin1StringView("path"))),
            {bytes(file, QLatin1StringView("before")), bytes(file, QLatin1StringView("after"))});
    }
    return seen;
}

} // namespace

struct ViewedMarks::Store
{
    explicit Store(const QString &folder)
        : files(folder)
    {
    }
    JsonFolder files;
    QMap<QString, Seen> scopes;
};

ViewedMarks::ViewedMarks(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_store(std::make_unique<Store>(folder))
{
    for (const QJsonObject &json : m_store->files.load())
        m_store->scopes.insert(json.value(QLatin1StringView("scope")).toString(), fromJson(json));
}

ViewedMarks::~ViewedMarks() = default;

ViewedMarks::Mark ViewedMarks::mark(const QString &scope, const QByteArray &path, const QByteArray &oldBlob,
                                    const QByteArray &newBlob) const
{
    const auto seen = m_store->scopes.constFind(scope);
    if (seen == m_store->scopes.cend())
        return Mark::None;
    const auto file = seen->files.constFind(path);
    if (file == seen->files.cend())
        return Mark::None;
    return *file == Blobs{oldBlob, newBlob} ? Mark::Viewed : Mark::ChangedSinceViewed;
}

void ViewedMarks::setViewed(const QString &scope, const QByteArray &path, const QByteArray &oldBlob,
                            const QByteArray &newBlob, bool viewed)
{
    if (viewed == (mark(scope, path, oldBlob, newBlob) == Mark::Viewed) &&
        (viewed || mark(scope, path, oldBlob, newBlob) == Mark::None))
        return;
    Seen &seen = m_store->scopes[scope];
    if (viewed)
        seen.files.insert(path, {oldBlob, newBlob});
    else
        seen.files.remove(path);
    m_store->files.put(scope, toJson(scope, seen));
    Q_EMIT changed(scope);
}

QString ViewedMarks::lastReviewedRevision(const QString &scope) const
{
    const auto seen = m_store->scopes.constFind(scope);
    return seen == m_store->scopes.cend() ? QString() : seen->lastReviewedRevision;
}

void ViewedMarks::setLastReviewedRevision(const QString &scope, const QString &revisionId)
{
    if (lastReviewedRevision(scope) == revisionId)
        return;
    Seen &seen = m_store->scopes[scope];
    seen.lastReviewedRevision = revisionId;
    m_store->files.put(scope, toJson(scope, seen));
    Q_EMIT changed(scope);
}

void ViewedMarks::flush() { std::ignore = m_store->files.flush(); }

} // namespace countersign::accounts

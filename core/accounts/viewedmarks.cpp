// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/accounts/viewedmarks.h"

#include "core/accounts/filekeeper.h"

#include <QCryptographicHash>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace countersign::accounts {

namespace {

struct Blobs
{
    QByteArray before;
    QByteArray after;
};

struct Scope
{
    QHash<QByteArray, Blobs> viewed;
    QString lastRevision;
};

QString fileName(const QString &scope)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(scope.toUtf8(), QCryptographicHash::Sha256).toHex().left(40));
}

// Paths are bytes: kept as base 64, since JSON holds only text.
QByteArray encode(const QString &name, const Scope &scope)
{
    QJsonArray files;
    for (auto it = scope.viewed.begin(); it != scope.viewed.end(); ++it)
        files.append(QJsonArray{QString::fromLatin1(it.key().toBase64()), QString::fromLatin1(it->before),
                                QString::fromLatin1(it->after)});
    return QJsonDocument(QJsonObject{{QStringLiteral("scope"), name},
                                     {QStringLiteral("lastRevision"), scope.lastRevision},
                                     {QStringLiteral("viewed"), files}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

struct ViewedMarks::Store
{
    explicit Store(const QString &folder)
        : files(folder)
    {
    }
    void save(const QString &scope) { files.write(fileName(scope), encode(scope, scopes[scope])); }

    FileKeeper files;
    QHash<QString, Scope> scopes;
};

ViewedMarks::ViewedMarks(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_store(std::make_unique<Store>(folder))
{
    const auto files = m_store->files.readAll();
    for (const QByteArray &file : files) {
        const QJsonObject object = QJsonDocument::fromJson(file).object();
        Scope scope;
        scope.lastRevision = object.value(QLatin1StringView("lastRevision")).toString();
        for (const QJsonValue &value : object.value(QLatin1StringView("viewed")).toArray()) {
            const QJsonArray parts = value.toArray();
            scope.viewed.insert(QByteArray::fromBase64(parts.at(0).toString().toLatin1()),
                                {parts.at(1).toString().toLatin1(), parts.at(2).toString().toLatin1()});
        }
        m_store->scopes.insert(object.value(QLatin1StringView("scope")).toString(), scope);
    }
}

ViewedMarks::~ViewedMarks() = default;

ViewedMarks::Mark ViewedMarks::mark(const QString &scope, const QByteArray &path, const QByteArray &oldBlob,
                                    const QByteArray &newBlob) const
{
    const auto known = m_store->scopes.constFind(scope);
    if (known == m_store->scopes.constEnd())
        return Mark::None;
    const auto it = known->viewed.constFind(path);
    if (it == known->viewed.constEnd())
        return Mark::None;
    return it->before == oldBlob && it->after == newBlob ? Mark::Viewed : Mark::ChangedSinceViewed;
}

void ViewedMarks::setViewed(const QString &scope, const QByteArray &path, const QByteArray &oldBlob,
                            const QByteArray &newBlob, bool viewed)
{
    if (viewed)
        m_store->scopes[scope].viewed.insert(path, {oldBlob, newBlob});
    else
        m_store->scopes[scope].viewed.remove(path);
    m_store->save(scope);
    Q_EMIT changed(scope);
}

QString ViewedMarks::lastReviewedRevision(const QString &scope) const
{
    return m_store->scopes.value(scope).lastRevision;
}

void ViewedMarks::setLastReviewedRevision(const QString &scope, const QString &revisionId)
{
    m_store->scopes[scope].lastRevision = revisionId;
    m_store->save(scope);
    Q_EMIT changed(scope);
}

void ViewedMarks::flush()
{
    // Nothing typed is lost when this fails: the mark is set again with one key.
    static_cast<void>(m_store->files.flush());
}

} // namespace countersign::accounts

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/accounts/drafts.h"

#include "core/accounts/filekeeper.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonDocument>
#include <QMap>

namespace countersign::accounts {

using DraftKey = std::pair<QString, QString>;

struct Drafts::Store
{
    explicit Store(const QString &folder)
        : files(folder)
    {
    }

    FileKeeper files;
    QMap<DraftKey, Draft> drafts;
};

namespace {

// Scope and key may hold anything; the file's name holds neither.
QString fileName(const QString &scope, const QString &key)
{
    const QByteArray whole = scope.toUtf8() + '\0' + key.toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex().left(40));
}

} // namespace

Drafts::Drafts(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_store(std::make_unique<Store>(folder))
{
    connect(&m_store->files, &FileKeeper::failed, this, &Drafts::saveFailed);
    const auto files = m_store->files.readAll();
    for (const QByteArray &file : files) {
        const QJsonObject object = QJsonDocument::fromJson(file).object();
        Draft draft{object.value(QLatin1StringView("scope")).toString(),
                    object.value(QLatin1StringView("key")).toString(),
                    object.value(QLatin1StringView("content")).toObject(),
                    object.value(QLatin1StringView("changedMs")).toInteger()};
        if (!draft.scope.isEmpty())
            m_store->drafts.insert({draft.scope, draft.key}, draft);
    }
}

Drafts::~Drafts() = default;

QList<Drafts::Draft> Drafts::drafts(const QString &scope) const
{
    QList<Draft> found;
    for (auto it = m_store->drafts.lowerBound({scope, QString()});
         it != m_store->drafts.end() && it.key().first == scope; ++it)
        found.append(*it);
    return found;
}

std::optional<Drafts::Draft> Drafts::draft(const QString &scope, const QString &key) const
{
    const auto it = m_store->drafts.find({scope, key});
    return it == m_store->drafts.end() ? std::nullopt : std::optional(*it);
}

void Drafts::save(const QString &scope, const QString &key, const QJsonObject &content)
{
    const Draft draft{scope, key, content, QDateTime::currentMSecsSinceEpoch()};
    m_store->drafts.insert({scope, key}, draft);
    const QJsonObject object{{QStringLiteral("scope"), scope},
                             {QStringLiteral("key"), key},
                             {QStringLiteral("content"), content},
                             {QStringLiteral("changedMs"), draft.changedMs}};
    m_store->files.write(fileName(scope, key), QJsonDocument(object).toJson(QJsonDocument::Compact));
    Q_EMIT changed(scope);
}

void Drafts::remove(const QString &scope, const QString &key)
{
    if (!m_store->drafts.remove({scope, key}))
        return;
    m_store->files.remove(fileName(scope, key));
    Q_EMIT changed(scope);
}

void Drafts::removeAll(const QString &scope)
{
    const QList<Draft> all = drafts(scope);
    for (const Draft &draft : all) {
        m_store->drafts.remove({scope, draft.key});
        m_store->files.remove(fileName(scope, draft.key));
    }
    if (!all.isEmpty())
        Q_EMIT changed(scope);
}

Result<void> Drafts::flush() { return m_store->files.flush(); }

} // namespace countersign::accounts

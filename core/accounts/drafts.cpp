// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/accounts/drafts.h"

#include "core/accounts/jsonfolder.h"

#include <QDateTime>
#include <QMap>

namespace countersign::accounts {

namespace {

QString idOf(const QString &scope, const QString &key) { return scope + QChar(0) + key; }

QJsonObject toJson(const Drafts::Draft &draft)
{
    return {{QStringLiteral("format"), 1},
            {QStringLiteral("scope"), draft.scope},
            {QStringLiteral("key"), draft.key},
            {QStringLiteral("changed"), draft.changedMs},
            {QStringLiteral("content"), draft.content}};
}

Drafts::Draft fromJson(const QJsonObject &json)
{
    return {json.value(QLatin1StringView("scope")).toString(),
            json.value(QLatin1StringView("key")).toString(),
            json.value(QLatin1StringView("content")).toObject(),
            json.value(QLatin1StringView("changed")).toInteger()};
}

} // namespace

struct Drafts::Store
{
    explicit Store(const QString &folder)
        : files(folder)
    {
    }
    JsonFolder files;
    QMap<QString, QMap<QString, Draft>> drafts;
};

Drafts::Drafts(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_store(std::make_unique<Store>(folder))
{
    for (const QJsonObject &json : m_store->files.load()) {
        const Draft draft = fromJson(json);
        m_store->drafts[draft.scope].insert(draft.key, draft);
    }
    connect(&m_store->files, &JsonFolder::failed, this, &Drafts::saveFailed);
}

Drafts::~Drafts() = default;

QList<Drafts::Draft> Drafts::drafts(const QString &scope) const
{
    return m_store->drafts.value(scope).values();
}

std::optional<Drafts::Draft> Drafts::draft(const QString &scope, const QString &key) const
{
    const auto inScope = m_store->drafts.constFind(scope);
    if (inScope == m_store->drafts.cend())
        return {};
    const auto found = inScope->constFind(key);
    return found == inScope->cend() ? std::nullopt : std::optional(*found);
}

void Drafts::save(const QString &scope, const QString &key, const QJsonObject &content)
{
    const Draft draft{scope, key, content, QDateTime::currentMSecsSinceEpoch()};
    m_store->drafts[scope].insert(key, draft);
    m_store->files.put(idOf(scope, key), toJson(draft));
    Q_EMIT changed(scope);
}

void Drafts::remove(const QString &scope, const QString &key)
{
    const auto inScope = m_store->drafts.find(scope);
    if (inScope == m_store->drafts.end() || inScope->remove(key) == 0)
        return;
    if (inScope->isEmpty())
        m_store->drafts.erase(inScope);
    m_store->files.remove(idOf(scope, key));
    Q_EMIT changed(scope);
}

void Drafts::removeAll(const QString &scope)
{
    const QMap<QString, Draft> removed = m_store->drafts.take(scope);
    for (const QString &key : removed.keys())
        m_store->files.remove(idOf(scope, key));
    if (!removed.isEmpty())
        Q_EMIT changed(scope);
}

Result<void> Drafts::flush() { return m_store->files.flush(); }

} // namespace countersign::accounts

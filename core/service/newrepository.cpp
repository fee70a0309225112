// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/newrepository.h"

#include "core/store/crashpoint.h"

#include <QFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace countersign::service {

namespace {

std::unexpected<Error> nameExists(const QString &name)
{
    return api::wireFailure("RepositoryNameExistsException",
                            u"Repository named %1 already exists"_s.arg(name));
}

} // namespace

Result<void> checkNewName(const Call &call, const QString &name)
{
    const auto found = store::repositories::byName(call.db(), name);
    if (!found)
        return std::unexpected(found.error());
    if (*found)
        return nameExists(name);
    const auto count = store::repositories::count(call.db());
    if (!count)
        return std::unexpected(count.error());
    if (*count >= call.hub.settings.maximumRepositories)
        return api::wireFailure(
            "RepositoryLimitExceededException",
            u"This hub holds at most %1 repositories."_s.arg(call.hub.settings.maximumRepositories));
    return {};
}

Result<void> checkTags(const Call &call, const QMap<QString, QString> &tags)
{
    for (auto it = tags.cbegin(); it != tags.cend(); ++it)
        if (it.key().startsWith(u"aws:"_s, Qt::CaseInsensitive))
            return api::wireFailure("InvalidSystemTagUsageException",
                                    u"Keys of tags must not begin with aws:."_s);
    if (tags.size() > call.hub.settings.maximumTags)
        return api::wireFailure("TooManyTagsException",
                                u"A repository has at most %1 tags."_s.arg(call.hub.settings.maximumTags));
    return {};
}

NewRepository::NewRepository(Call &call, const QString &name, const std::optional<QString> &description)
    : m_call(call)
{
    row.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    row.name = name;
    row.description = description;
    row.kmsKey = u"alias/aws/codecommit"_s;
    row.created = call.now;
    row.modified = call.now;
}

NewRepository::~NewRepository()
{
    if (!m_published)
        (void)m_call.hub.folder->removeIncoming(row.id);
}

QString NewRepository::directory() const { return m_call.hub.folder->incoming(row.id); }

Result<void> NewRepository::init(int idSize)
{
    if (auto made = git::initBare(directory(), "refs/heads/main", idSize); !made)
        return made;
    if (m_call.hub.settings.durable)
        return {};
    QFile config(directory() + u"/config"_s);
    if (!config.open(QIODevice::Append) || config.write("[core]\n\tfsync = none\n") < 0)
        return failure(ErrorKind::Internal, u"The repository could not be made."_s, config.errorString());
    return {};
}

Result<store::RepositoryRow>
NewRepository::publish(const std::function<Result<void>(store::Connection &)> &more)
{
    if (m_call.hub.settings.durable)
        if (auto synced = store::syncFolder(directory()); !synced)
            return std::unexpected(synced.error());
    if (auto moved = m_call.hub.folder->adopt(row.id); !moved)
        return std::unexpected(moved.error());
    store::crashPoint("create.row.before");
    auto written = m_call.write(row.id, {{u"name"_s, row.name}}, [&](store::Connection &tx) -> Result<void> {
        if (auto inserted = store::repositories::insert(tx, row); !inserted)
            return inserted;
        return more ? more(tx) : Result<void>();
    });
    if (!written) {
        (void)m_call.hub.folder->discard(row.id);
        (void)m_call.hub.folder->purge(row.id);
        if (written.error().kind == ErrorKind::AlreadyExists)
            return nameExists(row.name);
        return std::unexpected(written.error());
    }
    m_published = true;
    m_call.repositoriesChanged();
    return row;
}

} // namespace countersign::service

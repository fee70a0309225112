// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/writepath.h"

#include "core/base/logging.h"
#include "core/service/refeffects.h"
#include "core/store/audit.h"
#include "core/store/crashpoint.h"
#include "core/store/outbox.h"

#include <QDir>
#include <QFile>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace countersign::service {

namespace {

using store::JournalRow;
using store::journal::Outcome;

const QString branchPrefix = u"refs/heads/"_s;

git::Oid oid(const QString &hex)
{
    return isZero(hex) ? git::Oid() : git::Oid::fromHex(QStringView(hex)).value_or(git::Oid());
}

QString text(const git::Oid &id, int size) { return id.isNull() ? zero(size) : id.toString(); }

/// What EventBridge would say of the change.
QJsonObject referenceEvent(const store::RepositoryRow &repository, const JournalRow &row)
{
    const bool isTag = row.ref.startsWith(u"refs/tags/"_s);
    QJsonObject detail{
        {u"repositoryName"_s, repository.name},
        {u"repositoryId"_s, repository.id},
        {u"referenceType"_s, isTag ? u"tag"_s : u"branch"_s},
        {u"referenceName"_s, row.ref.section(u'/', 2)},
        {u"referenceFullName"_s, row.ref},
        {u"callerUserArn"_s, row.actor},
    };
    if (!isZero(row.newValue))
        detail.insert(u"commitId"_s, row.newValue);
    if (!isZero(row.oldValue))
        detail.insert(u"oldCommitId"_s, row.oldValue);
    detail.insert(u"event"_s, isZero(row.oldValue)   ? u"referenceCreated"_s
                              : isZero(row.newValue) ? u"referenceDeleted"_s
                                                     : u"referenceUpdated"_s);
    return detail;
}

Result<void> settleRow(store::Connection &tx, const store::RepositoryRow &repository, const JournalRow &row,
                       qint64 now)
{
    if (auto done = store::journal::appendRefLog(tx, {0, row.repositoryId, row.ref, row.oldValue,
                                                      row.newValue, row.actor, row.reason, row.id, now});
        !done)
        return done;
    const QJsonObject event = referenceEvent(repository, row);
    if (auto done = store::outbox::append(
            tx, {0, row.repositoryId, event.value(u"event"_s).toString(), event, row.id, now});
        !done)
        return done;
    const QJsonObject detail{{u"ref"_s, row.ref}, {u"old"_s, row.oldValue}, {u"new"_s, row.newValue}};
    if (auto done =
            store::audit::append(tx, {now, row.actor, row.operation, row.repositoryId, u"ok"_s, detail});
        !done)
        return done;
    return store::journal::finish(tx, row.id, Outcome::Applied, now);
}

QHash<QString, QString> valuesOf(const QList<git::RefInfo> &refs)
{
    QHash<QString, QString> values;
    for (const git::RefInfo &ref : refs)
        if (ref.kind == git::RefKind::Branch || ref.kind == git::RefKind::Tag)
            values.insert(QString::fromUtf8(ref.name), ref.target.toString());
    return values;
}

/// A dead process's lock files keep git from ever writing again. Nobody else writes: the hub's folder is
/// ours, and our own children ended with us.
void removeLocks(const QString &directory, const QList<JournalRow> &rows)
{
    for (const JournalRow &row : rows)
        QFile::remove(directory + u'/' + row.ref + u".lock"_s);
    for (const auto &name : {u"HEAD.lock"_s, u"packed-refs.lock"_s, u"packed-refs.new"_s})
        QFile::remove(directory + u'/' + name);
}

void removeQuarantines(const QString &directory)
{
    QDir objects(directory + u"/objects"_s);
    for (const QString &name : objects.entryList({u"tmp_objdir-*"_s}, QDir::Dirs))
        QDir(objects.filePath(name)).removeRecursively();
}

} // namespace

WritePath::WritePath(HubContext &context)
    : m_context(context)
{
}

bool WritePath::isBroken(const QString &repositoryId)
{
    const std::lock_guard lock(m_mutex);
    return m_broken.contains(repositoryId);
}

void WritePath::setBroken(const QString &repositoryId, bool broken)
{
    const std::lock_guard lock(m_mutex);
    if (broken)
        m_broken.insert(repositoryId);
    else
        m_broken.remove(repositoryId);
}

Result<void> WritePath::apply(const RepositoryLock &lock, const RefBatch &batch)
{
    if (isBroken(lock.repositoryId()))
        if (auto healed = reconcile(lock, batch.now); !healed)
            return healed;
    store::crashPoint("journal.intent.before");
    const auto rows = intend(batch);
    if (!rows)
        return std::unexpected(rows.error());
    store::crashPoint("journal.intent.after");

    QList<git::RefUpdate> updates;
    for (const RefChange &change : batch.changes)
        updates.append({change.ref, change.from, change.to});
    const auto moved =
        git::updateRefs(m_context.folder->repository(batch.repository.id), updates, batch.reason.toUtf8());
    store::crashPoint("git.update.after");
    if (!moved && moved.error().kind == ErrorKind::Conflict) {
        if (auto done = finish(*rows, Outcome::Aborted, batch.now); !done)
            return done;
        return moved;
    }
    if (!moved) {
        // A child that died may have moved some of the refs: the journal tells which.
        if (auto judged = reconcile(lock, batch.now); !judged)
            return judged;
        return moved;
    }
    auto settled = settle(*rows, batch.now);
    if (!settled)
        setBroken(lock.repositoryId(), true);
    return settled;
}

Result<QList<JournalRow>> WritePath::intend(const RefBatch &batch)
{
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QList<JournalRow> rows;
    for (const RefChange &change : batch.changes) {
        const int size = change.to.isNull() ? change.from.size() : change.to.size();
        JournalRow row;
        row.batch = id;
        row.repositoryId = batch.repository.id;
        row.ref = QString::fromUtf8(change.ref);
        row.oldValue = text(change.from, size);
        row.newValue = text(change.to, size);
        row.actor = batch.actor;
        row.operation = batch.operation;
        row.reason = batch.reason;
        row.effect = change.effect;
        row.created = batch.now;
        rows.append(row);
    }
    return m_context.database->write([&rows](store::Connection &tx) -> Result<QList<JournalRow>> {
        for (JournalRow &row : rows) {
            const auto number = store::journal::intend(tx, row);
            if (!number)
                return std::unexpected(number.error());
            row.id = *number;
        }
        return rows;
    });
}

Result<void> WritePath::settle(const QList<JournalRow> &rows, qint64 now)
{
    if (rows.isEmpty())
        return {};
    const QString repositoryId = rows.first().repositoryId;
    const QString directory = m_context.folder->repository(repositoryId);
    if (m_context.settings.durable)
        if (auto synced = store::syncFolder(directory); !synced)
            return synced;
    store::crashPoint("git.sync.after");

    auto git = git::Repository::open(directory);
    if (!git)
        return std::unexpected(git.error());
    store::Connection &db = m_context.database->connection();
    const auto repository = store::repositories::byId(db, repositoryId);
    if (!repository)
        return std::unexpected(repository.error());
    if (!*repository)
        return failure(ErrorKind::NotFound, u"The repository is gone."_s);
    const auto effects = effectsOf(db, *git, rows, now);
    if (!effects)
        return std::unexpected(effects.error());

    std::optional<QString> firstBranch;
    for (const JournalRow &row : rows)
        if (!firstBranch && !(*repository)->defaultBranch && row.ref.startsWith(branchPrefix) &&
            !isZero(row.newValue))
            firstBranch = row.ref.sliced(branchPrefix.size());

    auto written = m_context.database->write([&](store::Connection &tx) -> Result<void> {
        for (const JournalRow &row : rows)
            if (auto done = settleRow(tx, **repository, row, now); !done)
                return done;
        if (auto done = applyEffects(tx, (*repository)->name, *effects, now); !done)
            return done;
        if (firstBranch)
            return store::repositories::setDefaultBranch(tx, repositoryId, firstBranch, now);
        return store::repositories::touch(tx, repositoryId, now);
    });
    if (!written)
        return written;
    m_context.announce({api::HubChange::Kind::Repository, (*repository)->name, {}});
    for (const PullRequestEffect &effect : *effects)
        m_context.announce(
            {api::HubChange::Kind::PullRequest, (*repository)->name, QString::number(effect.pullRequest.id)});
    if (firstBranch) {
        m_context.announce({api::HubChange::Kind::Repositories, {}, {}});
        store::crashPoint("git.head.before");
        return git::setHead(directory, (branchPrefix + *firstBranch).toUtf8());
    }
    return {};
}

Result<void> WritePath::finish(const QList<JournalRow> &rows, Outcome outcome, qint64 now)
{
    if (rows.isEmpty())
        return {};
    return m_context.database->write([&](store::Connection &tx) -> Result<void> {
        for (const JournalRow &row : rows)
            if (auto done = store::journal::finish(tx, row.id, outcome, now); !done)
                return done;
        return {};
    });
}

Result<void> WritePath::reconcile(const RepositoryLock &lock, qint64 now)
{
    const QString id = lock.repositoryId();
    const QString directory = m_context.folder->repository(id);
    store::Connection &db = m_context.database->connection();
    const auto open = store::journal::open(db, id);
    if (!open)
        return std::unexpected(open.error());
    if (!open->isEmpty()) {
        setBroken(id, true);
        removeLocks(directory, *open);
        const auto refs = git::Repository::open(directory).and_then(
            [](const git::Repository &repository) { return git::refs(repository); });
        if (!refs)
            return std::unexpected(refs.error());
        const QHash<QString, QString> values = valuesOf(*refs);
        QList<JournalRow> happened;
        QList<JournalRow> aborted;
        QList<JournalRow> superseded;
        for (const JournalRow &row : *open) {
            const QString found = values.value(row.ref, QString(row.newValue.size(), u'0'));
            if (found == row.newValue) {
                happened.append(row);
            } else if (found == row.oldValue) {
                aborted.append(row);
            } else {
                const auto explained = store::journal::explains(db, row, found);
                if (!explained)
                    return std::unexpected(explained.error());
                if (!*explained) {
                    qCCritical(log::service) << "repository" << id << "has" << row.ref << "at" << found
                                             << "which no journal row explains";
                    return failure(ErrorKind::Corrupt,
                                   u"A branch of this repository was changed by something unknown. The"
                                   " repository takes no changes until it has been checked."_s,
                                   row.ref);
                }
                superseded.append(row);
            }
        }
        if (auto done = finish(aborted, Outcome::Aborted, now); !done)
            return done;
        if (auto done = finish(superseded, Outcome::Superseded, now); !done)
            return done;
        for (const JournalRow &row : happened)
            if (auto done = settle({row}, now); !done)
                return done;
    }
    setBroken(id, false);
    return {};
}

Result<void> WritePath::absorb(const RepositoryLock &lock, const QString &actor, qint64 now)
{
    store::Connection &db = m_context.database->connection();
    const auto repository = store::repositories::byId(db, lock.repositoryId());
    if (!repository || !*repository)
        return repository ? Result<void>() : std::unexpected(repository.error());
    const auto refs = m_context.open(lock.repositoryId()).and_then([](const git::Repository &git) {
        return git::refs(git);
    });
    if (!refs)
        return std::unexpected(refs.error());
    const auto logged = store::journal::currentRefs(db, lock.repositoryId());
    if (!logged)
        return std::unexpected(logged.error());

    QHash<QString, QString> known;
    for (const store::RefLogRow &row : *logged)
        known.insert(row.ref, row.newValue);
    const QHash<QString, QString> found = valuesOf(*refs);
    RefBatch batch{**repository, {}, actor, u"ExternalChange"_s, u"changed outside of the hub"_s, now};
    for (auto it = found.cbegin(); it != found.cend(); ++it)
        if (known.value(it.key()) != it.value())
            batch.changes.append({it.key().toUtf8(), oid(known.value(it.key())), oid(it.value())});
    for (auto it = known.cbegin(); it != known.cend(); ++it)
        if (!found.contains(it.key()))
            batch.changes.append({it.key().toUtf8(), oid(it.value()), git::Oid()});
    if (batch.changes.isEmpty())
        return {};
    const auto rows = intend(batch);
    if (!rows)
        return std::unexpected(rows.error());
    return settle(*rows, now);
}

Result<void> WritePath::alignHead(const RepositoryLock &lock)
{
    const auto repository = store::repositories::byId(m_context.database->connection(), lock.repositoryId());
    if (!repository)
        return std::unexpected(repository.error());
    if (!*repository || !(*repository)->defaultBranch)
        return {};
    const QByteArray wanted = (branchPrefix + *(*repository)->defaultBranch).toUtf8();
    const auto head = m_context.open(lock.repositoryId()).and_then([](const git::Repository &git) {
        return git::headBranch(git);
    });
    if (head && *head == wanted)
        return {};
    return git::setHead(m_context.folder->repository(lock.repositoryId()), wanted);
}

Result<void> WritePath::setDefaultBranch(const RepositoryLock &lock, const store::RepositoryRow &repository,
                                         const QString &branch, const QString &actor,
                                         const QString &operation, qint64 now)
{
    auto written = m_context.database->write([&](store::Connection &tx) -> Result<void> {
        const QJsonObject detail{{u"ref"_s, u"HEAD"_s},
                                 {u"old"_s, repository.defaultBranch.value_or(QString())},
                                 {u"new"_s, branch}};
        if (auto done = store::audit::append(tx, {now, actor, operation, repository.id, u"ok"_s, detail});
            !done)
            return done;
        return store::repositories::setDefaultBranch(tx, repository.id, branch, now);
    });
    if (!written)
        return written;
    store::crashPoint("git.head.before");
    return alignHead(lock);
}

QStringList WritePath::recover(const QString &actor, qint64 now)
{
    QStringList failed;
    const auto all = store::repositories::page(m_context.database->connection(),
                                               store::repositories::Order::Name, 0, 1'000'000);
    if (!all) {
        qCCritical(log::service) << "the repositories could not be listed:" << all.error().detail;
        return failed;
    }
    for (const store::RepositoryRow &repository : *all) {
        const RepositoryLock lock = m_context.locks.take(repository.id);
        removeQuarantines(m_context.folder->repository(repository.id));
        auto done = reconcile(lock, now).and_then([&] { return absorb(lock, actor, now); }).and_then([&] {
            return alignHead(lock);
        });
        if (!done) {
            qCCritical(log::service) << "repository" << repository.id
                                     << "needs attention:" << done.error().message << done.error().detail;
            setBroken(repository.id, true);
            failed.append(repository.id);
        }
    }
    return failed;
}

} // namespace countersign::service

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/hubfolder.h"

#include "core/store/crashpoint.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <thread>

#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace countersign::store {

namespace {

std::unexpected<Error> systemFailure(const QString &message)
{
    const int code = errno;
    const ErrorKind kind = code == ENOSPC || code == EDQUOT                   ? ErrorKind::LimitExceeded
                           : code == EACCES || code == EPERM || code == EROFS ? ErrorKind::PermissionDenied
                           : code == ENOENT                                   ? ErrorKind::NotFound
                                                                              : ErrorKind::Internal;
    return failure(kind, message, QString::fromLocal8Bit(std::strerror(code)));
}

Result<void> makeFolder(const QString &path)
{
    std::error_code error;
    const std::filesystem::path folder(QFile::encodeName(path).toStdString());
    std::filesystem::create_directories(folder, error);
    if (error) {
        errno = error.value();
        return systemFailure(u"The folder %1 could not be made."_s.arg(path));
    }
    return {};
}

Result<void> syncNames(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return systemFailure(u"The folder %1 could not be opened."_s.arg(folder));
    const int failed = ::fsync(descriptor);
    ::close(descriptor);
    if (failed)
        return systemFailure(u"The folder %1 could not be written to the disk."_s.arg(folder));
    return {};
}

Result<void> move(const QString &from, const QString &to)
{
    const QString target = QFileInfo(to).path();
    if (auto made = makeFolder(target); !made)
        return made;
    crashPoint("folder.rename.before");
    if (::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return systemFailure(u"A repository's folder could not be moved."_s);
    crashPoint("folder.rename.after");
    if (auto synced = syncNames(target); !synced)
        return synced;
    return syncNames(QFileInfo(from).path());
}

Result<void> removeTree(const QString &path)
{
    std::error_code error;
    std::filesystem::remove_all(QFile::encodeName(path).toStdString(), error);
    if (error) {
        errno = error.value();
        return systemFailure(u"The folder %1 could not be removed."_s.arg(path));
    }
    return {};
}

QStringList idsIn(const QString &folder)
{
    QStringList ids;
    for (const QString &name : QDir(folder).entryList({u"*.git"_s}, QDir::Dirs | QDir::NoDotAndDotDot))
        ids.append(name.chopped(4));
    return ids;
}

} // namespace

Result<void> syncFolder(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return systemFailure(u"The folder %1 could not be opened."_s.arg(path));
    const int failed = ::syncfs(descriptor);
    ::close(descriptor);
    if (failed)
        return systemFailure(u"The folder %1 could not be written to the disk."_s.arg(path));
    return {};
}

HubFolder::HubFolder(QString path, int lock)
    : m_path(std::move(path))
    , m_lock(lock)
{
}

HubFolder::~HubFolder() { ::close(m_lock); }

Result<std::unique_ptr<HubFolder>> HubFolder::open(const QString &path)
{
    const QString root = QDir(path).absolutePath();
    const bool isNew = !QFileInfo::exists(root);
    for (const auto &part : {u""_s, u"/repos"_s, u"/incoming"_s, u"/trash"_s})
        if (auto made = makeFolder(root + part); !made)
            return std::unexpected(made.error());
    if (isNew)
        ::chmod(QFile::encodeName(root).constData(), 0700);
    const int lock =
        ::open(QFile::encodeName(root + u"/lock"_s).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0)
        return systemFailure(u"The hub in %1 could not be locked."_s.arg(root));
    // A child that a killed hub was just starting holds the lock until it is a program of its own.
    int tries = 0;
    int refused = ::flock(lock, LOCK_EX | LOCK_NB);
    for (; refused != 0 && errno == EWOULDBLOCK && tries < 100; ++tries) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        refused = ::flock(lock, LOCK_EX | LOCK_NB);
    }
    if (refused != 0) {
        const int code = errno;
        ::close(lock);
        errno = code;
        if (code == EWOULDBLOCK)
            return failure(ErrorKind::Conflict, u"The hub in %1 is open in another program."_s.arg(root));
        return systemFailure(u"The hub in %1 could not be locked."_s.arg(root));
    }
    return std::unique_ptr<HubFolder>(new HubFolder(root, lock));
}

QString HubFolder::repository(const QString &id) const
{
    return m_path + u"/repos/"_s + id.left(2) + u'/' + id.mid(2, 2) + u'/' + id + u".git"_s;
}

QString HubFolder::incoming(const QString &id) const { return m_path + u"/incoming/"_s + id + u".git"_s; }

QString HubFolder::trash(const QString &id) const { return m_path + u"/trash/"_s + id + u".git"_s; }

Result<void> HubFolder::adopt(const QString &id) { return move(incoming(id), repository(id)); }

Result<void> HubFolder::discard(const QString &id) { return move(repository(id), trash(id)); }

Result<void> HubFolder::restore(const QString &id) { return move(trash(id), repository(id)); }

Result<void> HubFolder::removeIncoming(const QString &id) { return removeTree(incoming(id)); }

Result<void> HubFolder::purge(const QString &id) { return removeTree(trash(id)); }

QStringList HubFolder::incomingIds() const { return idsIn(m_path + u"/incoming"_s); }

QStringList HubFolder::trashIds() const { return idsIn(m_path + u"/trash"_s); }

QStringList HubFolder::repositoryIds() const
{
    QStringList ids;
    const QString root = m_path + u"/repos"_s;
    for (const QString &first : QDir(root).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        for (const QString &second : QDir(root + u'/' + first).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            ids += idsIn(root + u'/' + first + u'/' + second);
    return ids;
}

} // namespace countersign::store

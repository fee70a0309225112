// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/shell/filefinder.h"

#include "core/base/async.h"
#include "core/git/repository.h"
#include "ui/shell/hubmodel.h"
#include "ui/widgets/address.h"

namespace countersign::shell {

namespace {

// The palette is for finding by a few letters: in a larger tree the rest is reached by folders.
constexpr qsizetype largest = 200'000;

Result<QList<FoundFile>> readFiles(const Result<QString> &directory, const QByteArray &ref)
{
    if (!directory)
        return std::unexpected(directory.error());
    const auto repository = git::Repository::open(*directory);
    if (!repository)
        return std::unexpected(repository.error());
    const auto commit = git::resolveCommit(*repository, ref.isEmpty() ? QByteArray("HEAD") : ref);
    if (!commit)
        return std::unexpected(commit.error());
    const auto files = git::allFiles(*repository, *commit, largest);
    if (!files)
        return std::unexpected(files.error());
    QList<FoundFile> found;
    found.reserve(files->size());
    for (const git::TreeEntry &entry : *files) {
        const QByteArrayView path = entry.name;
        const qsizetype slash = path.lastIndexOf('/');
        found.append({git::displayPath(path.sliced(slash + 1)),
                      git::displayPath(path.first(std::max<qsizetype>(slash, 0))), ui::addressText(path)});
    }
    return found;
}

} // namespace

FileFinder::FileFinder(QObject *parent)
    : QObject(parent)
    , m_lane(QStringLiteral("palette files"))
{
}

void FileFinder::find(HubModel *hub, const QString &repository, const QString &ref)
{
    const QString key = QStringList{hub->id(), repository, ref}.join(QLatin1Char('\n'));
    if (key == m_key) {
        Q_EMIT found(m_files);
        return;
    }
    const client::Backend *backend = &hub->session()->backend();
    auto future = m_latest = m_lane.run([backend, repository, ref](std::stop_token) {
        return readFiles(backend->gitDirectory(repository), ui::addressBytes(ref));
    });
    onFinished(future, this, [this, key](const Result<QList<FoundFile>> &files) {
        if (!files)
            return;
        m_key = key;
        m_files = *files;
        Q_EMIT found(m_files);
    });
}

} // namespace countersign::shell

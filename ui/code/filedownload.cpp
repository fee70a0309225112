// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/filedownload.h"

#include "core/base/async.h"
#include "ui/widgets/backgroundtasks.h"
#include "ui/widgets/errortext.h"

#include <QFileDialog>
#include <QSaveFile>

namespace countersign::code {

namespace {

Result<void> write(const git::Repository &repository, const git::Oid &commit, const QByteArray &path,
                   const QString &file)
{
    const auto entry = git::entry(repository, commit, path);
    if (!entry)
        return std::unexpected(entry.error());
    const auto bytes = git::blob(repository, entry->id);
    if (!bytes)
        return std::unexpected(bytes.error());
    QSaveFile save(file);
    if (!save.open(QIODevice::WriteOnly) || save.write(*bytes) != bytes->size() || !save.commit())
        return failure(ErrorKind::Internal, QStringLiteral("The file could not be written."),
                       save.errorString());
    return {};
}

} // namespace

FileDownload::FileDownload(const ui::PageContext &context, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_reader(context.session, QStringLiteral("download"))
    , m_page(page)
{
}

void FileDownload::ask(const git::Oid &commit, const QByteArray &path)
{
    const bool whole = path.isEmpty();
    const QString suggested =
        whole ? QStringLiteral("%1-%2.zip").arg(m_reader.repositoryName(), commit.shortString())
              : git::displayPath(path.mid(path.lastIndexOf('/') + 1));
    auto *dialog = new QFileDialog(m_page, whole ? tr("Download files as an archive") : tr("Download file"),
                                   QString(), whole ? tr("Archives (*.zip *.tar.gz)") : QString());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggested);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, commit, path](const QString &file) { save(commit, path, file); });
    dialog->open();
}

void FileDownload::save(const git::Oid &commit, const QByteArray &path, const QString &file)
{
    auto stop = std::make_shared<std::stop_source>();
    const int task = m_context.tasks ? m_context.tasks->begin(tr("Downloading to %1").arg(file),
                                                              [stop] { stop->request_stop(); })
                                     : 0;
    const auto job = m_reader.run(
        [commit, path, file, token = stop->get_token()](const git::Repository &repository, std::stop_token) {
            return path.isEmpty() ? git::archive(repository, commit, file, token)
                                  : write(repository, commit, path, file);
        });
    onFinished(job.future, this, [this, task](const Result<void> &done) {
        const bool stopped = !done && done.error().kind == ErrorKind::Cancelled;
        if (!done && !stopped)
            Q_EMIT failed(done.error());
        if (!m_context.tasks)
            return;
        if (done)
            m_context.tasks->end(task, ui::BackgroundTasks::State::Done);
        else if (stopped)
            m_context.tasks->end(task, ui::BackgroundTasks::State::Cancelled);
        else
            m_context.tasks->end(task, ui::BackgroundTasks::State::Failed, ui::errorSentence(done.error()));
    });
}

} // namespace countersign::code

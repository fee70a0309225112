// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/code/repositoryreader.h"
#include "ui/widgets/pagecontext.h"

#include <QObject>

class QWidget;

namespace countersign::code {

/// Saves one file, or all files of a commit as an archive, where the user says; the writing is a background
/// task that can be stopped. Owned by the Code page; screen's thread.
class FileDownload : public QObject
{
    Q_OBJECT
public:
    FileDownload(const ui::PageContext &context, QWidget *page);

    void setRepository(const QString &name) { m_reader.setRepository(name); }
    /// Asks where to; `path` empty for all files.
    void ask(const git::Oid &commit, const QByteArray &path);
    /// Saves to `file`, replacing what is there only when all is written.
    void save(const git::Oid &commit, const QByteArray &path, const QString &file);

Q_SIGNALS:
    void failed(const countersign::Error &error);

private:
    ui::PageContext m_context;
    RepositoryReader m_reader;
    QWidget *m_page;
};

} // namespace countersign::code

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/repository.h"
#include "ui/code/repositoryreader.h"
#include "ui/widgets/panel.h"

#include <QHash>
#include <QImage>

namespace countersign::ui {
class MarkdownView;
}

namespace countersign::code {

/// The README of a folder, rendered, with the pictures that lie beside it. Owned by the Code page; screen's
/// thread.
class ReadmePanel : public ui::Panel
{
    Q_OBJECT
public:
    explicit ReadmePanel(client::Session *session, QWidget *parent = nullptr);

    void setRepository(const QString &name) { m_reader.setRepository(name); }
    /// `file`: the README as an entry of `folder`.
    void show(const git::Oid &commit, const QByteArray &folder, const git::TreeEntry &file);
    void clear();
    static bool isReadme(const QByteArray &name);
    /// The path that a link in a file of `folder` leads to; nullopt where it leads out of the repository.
    static std::optional<QByteArray> linkedPath(const QByteArray &folder, const QUrl &link);

Q_SIGNALS:
    void pathRequested(const QByteArray &path);
    void pullRequestRequested(const QString &id);

private:
    struct Readme
    {
        QString text;
        QHash<QString, QImage> pictures;
    };
    static Result<Readme> read(const git::Repository &repository, const git::Oid &commit,
                               const QByteArray &folder, const git::Oid &id, const std::stop_token &stop);
    void followLink(const QUrl &url);

    RepositoryReader m_reader;
    Latest<Result<Readme>> m_load;
    ui::MarkdownView *m_view;
    QByteArray m_folder;
    QByteArray m_name;
    /// What the view holds: commit, folder and content.
    QByteArray m_shown;
};

} // namespace countersign::code

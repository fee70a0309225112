// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/repository.h"
#include "ui/code/repositoryreader.h"
#include "ui/widgets/page.h"
#include "ui/widgets/pagecontext.h"

class QStackedWidget;

namespace countersign::ui {
class EmptyState;
class StyledLabel;
} // namespace countersign::ui

namespace countersign::code {

class FileDownload;
class FilePanel;
class FilesPanel;
class LatestCommitBar;
class ReadmePanel;

/// The files of a branch, tag or commit: tree, file with blame, README, edit and download. Screen's thread.
class CodePage : public ui::Page
{
    Q_OBJECT
public:
    explicit CodePage(const ui::PageContext &context, QWidget *parent = nullptr);
    ~CodePage() override;

    void open(const ui::Address &address) override;
    void refresh() override;
    ui::Address address() const override;
    bool focusPane(bool forward) override;

private:
    struct Head
    {
        QList<git::RefInfo> refs;
        QByteArray defaultBranch;
        git::Oid commit;
        bool empty = false;
    };
    static Result<Head> readHead(const git::Repository &repository, const QByteArray &specifier);
    QWidget *buildContentSide();
    QWidget *buildStatusRow();
    void connectFilePanel();
    void registerCommands();
    void loadHead();
    void showHead(const Head &head);
    void showEmptyRepository();
    void showAddress(const ui::Address &address);
    void showPath(const QByteArray &path, int line, bool blame);
    void showFolder(const QByteArray &path);
    void showFile(const QByteArray &path, const std::optional<git::TreeEntry> &entry, int line, bool blame);
    void editFile(bool newFile);
    void navigate(const QByteArray &path);
    void openHistory();
    void openCommit(const QString &id);
    void report(const Error &error);
    QString branchName() const;

    ui::PageContext m_context;
    ui::Address m_address;
    RepositoryReader m_reader;
    QByteArray m_specifier;
    QByteArray m_defaultBranch;
    git::Oid m_commit;
    QByteArray m_path;
    bool m_showsFile = false;
    Latest<Result<Head>> m_headLoad;
    Latest<Result<QList<git::TreeEntry>>> m_folderLoad;

    QStackedWidget *m_stack;
    ui::EmptyState *m_empty;
    FilesPanel *m_files;
    LatestCommitBar *m_latest;
    FilePanel *m_file;
    ReadmePanel *m_readme;
    FileDownload *m_download;
    ui::StyledLabel *m_position;
    ui::StyledLabel *m_facts;
    QWidget *m_legend;
};

} // namespace countersign::code

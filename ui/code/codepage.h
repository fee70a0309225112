// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/repository.h"
#include "ui/code/repositoryreader.h"
#include "ui/widgets/page.h"
#include "ui/widgets/pagecontext.h"

class QListWidget;
class QSplitter;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace countersign::ui {
class Avatar;
class Chip;
class CommitIdLabel;
class ElidedLabel;
class EmptyState;
class MarkdownView;
class Panel;
class SearchField;
class StyledLabel;
} // namespace countersign::ui

namespace countersign::code {

class FilePanel;
class RefChooser;
class TreeModel;

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
    QWidget *buildTreeSide();
    QWidget *buildContentSide();
    void registerCommands();
    void loadHead();
    void showHead(const Head &head);
    void showPath(const QByteArray &path, int line, bool blame);
    void showFolder(const QByteArray &path);
    void showReadme(const QByteArray &folder, const git::TreeEntry &entry);
    void showLatest(const QByteArray &path);
    void goToFile(const QString &typed);
    void editFile(bool newFile);
    void download(const QByteArray &path);
    void navigate(const QByteArray &path, int line = -1);
    QString branchName() const;

    ui::PageContext m_context;
    ui::Address m_address;
    RepositoryReader m_reader;
    RepositoryReader m_latestReader;
    RepositoryReader m_downloads;
    QByteArray m_specifier;
    QByteArray m_defaultBranch;
    git::Oid m_commit;
    QByteArray m_path;
    QList<QByteArray> m_allPaths;
    git::Oid m_allPathsOf;
    Latest<Result<Head>> m_headLoad;

    QSplitter *m_splitter;
    QStackedWidget *m_stack;
    ui::EmptyState *m_empty;
    RefChooser *m_ref;
    ui::StyledLabel *m_counts;
    ui::SearchField *m_goTo;
    QStackedWidget *m_left;
    QTreeView *m_tree;
    QListWidget *m_found;
    TreeModel *m_model;
    QWidget *m_latest;
    ui::Avatar *m_latestAvatar;
    ui::StyledLabel *m_latestAuthor;
    ui::ElidedLabel *m_latestSubject;
    ui::Chip *m_latestSigned;
    ui::CommitIdLabel *m_latestId;
    ui::StyledLabel *m_latestWhen;
    FilePanel *m_file;
    ui::Panel *m_readmePanel;
    ui::MarkdownView *m_readme;
    ui::StyledLabel *m_position;
    ui::StyledLabel *m_facts;
    QWidget *m_legend;
};

} // namespace countersign::code

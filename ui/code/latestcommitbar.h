// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/repository.h"
#include "ui/code/repositoryreader.h"

#include <QWidget>

namespace countersign::ui {
class Avatar;
class Chip;
class CommitIdLabel;
class ElidedLabel;
class People;
class StyledLabel;
} // namespace countersign::ui

namespace countersign::code {

/// The commit that last changed what the Code page shows, and the way to its history. Owned by the page;
/// screen's thread.
class LatestCommitBar : public QWidget
{
    Q_OBJECT
public:
    LatestCommitBar(client::Session *session, ui::People *people, QWidget *parent = nullptr);

    void setRepository(const QString &name) { m_reader.setRepository(name); }
    /// Finds the last commit up to `commit` that touched `path`; empty for the whole tree.
    void show(const git::Oid &commit, const QByteArray &path);

Q_SIGNALS:
    void commitRequested(const QString &id);
    void historyRequested();

private:
    void display(const git::CommitInfo &commit);

    RepositoryReader m_reader;
    Latest<Result<git::CommitInfo>> m_load;
    ui::People *m_people;
    ui::Avatar *m_avatar;
    ui::StyledLabel *m_author;
    ui::ElidedLabel *m_subject;
    ui::Chip *m_signed;
    ui::CommitIdLabel *m_id;
    ui::StyledLabel *m_when;
};

} // namespace countersign::code

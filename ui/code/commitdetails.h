// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/values.h"
#include "ui/widgets/pagecontext.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace countersign::ui {
class Avatar;
class Chip;
class CommitIdLabel;
class StyledLabel;
} // namespace countersign::ui

namespace countersign::code {

/// The head of a commit: subject, body, people, ids, parents. Owned by the Commits page; screen's thread.
class CommitDetails : public QWidget
{
    Q_OBJECT
public:
    explicit CommitDetails(ui::People *people, QWidget *parent = nullptr);

    void setCommit(const git::CommitInfo &commit);
    /// For two commits that are compared.
    void setComparison(const git::CommitInfo &before, const git::CommitInfo &after);
    void clear();

Q_SIGNALS:
    void commitRequested(const QString &id);

private:
    void setParents(const QList<git::Oid> &parents);

    ui::People *m_people;
    ui::StyledLabel *m_subject;
    ui::Chip *m_signed;
    ui::StyledLabel *m_body;
    ui::Avatar *m_avatar;
    ui::StyledLabel *m_author;
    ui::StyledLabel *m_when;
    ui::StyledLabel *m_committer;
    ui::CommitIdLabel *m_id;
    QHBoxLayout *m_parents;
};

} // namespace countersign::code

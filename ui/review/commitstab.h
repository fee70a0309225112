// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/lane.h"
#include "core/git/values.h"
#include "ui/review/pullrequestpresenter.h"

#include <QWidget>

class QListView;
class QStandardItemModel;

namespace countersign::reviewui {

/// Commits reachable from `head` and not from `base`, the newest first. Blocking.
Result<QList<git::CommitInfo>> commitsBetween(const QString &gitDirectory, const QString &base,
                                              const QString &head, std::stop_token stop = {});

/// One commit of a pull request, and the revision that brought it.
struct BroughtCommit
{
    git::CommitInfo commit;
    int revision = 0;
};
/// Commits of the newest revision that its base lacks, the newest first. A commit belongs to the first
/// revision that has it. Blocking.
Result<QList<BroughtCommit>> commitsOf(const QString &gitDirectory, const QList<api::Revision> &revisions,
                                       std::stop_token stop = {});

/// The commits that a pull request brings, the newest first, under the revision that brought them, with the
/// lines they change. Owned by the page.
class CommitsTab : public QWidget
{
    Q_OBJECT
public:
    explicit CommitsTab(PullRequestPresenter *presenter, QWidget *parent = nullptr);

Q_SIGNALS:
    void commitAsked(const QString &commitId);

private:
    void update();
    void show(const QList<BroughtCommit> &commits);
    void addHeader(int revision);
    void updateHeaders();
    void count(const QString &commit, const QString &parent);

    PullRequestPresenter *m_presenter;
    QStandardItemModel *m_model;
    QListView *m_view;
    QWidget *m_message;
    Latest<Result<QList<BroughtCommit>>> m_loading;
    Lane m_counting;
    QString m_shownFor;
};

} // namespace countersign::reviewui

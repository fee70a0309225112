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

/// The commits that a pull request brings, the newest first. Owned by the page.
class CommitsTab : public QWidget
{
    Q_OBJECT
public:
    explicit CommitsTab(PullRequestPresenter *presenter, QWidget *parent = nullptr);

Q_SIGNALS:
    void commitAsked(const QString &commitId);

private:
    void update();
    void show(const QList<git::CommitInfo> &commits);

    PullRequestPresenter *m_presenter;
    QStandardItemModel *m_model;
    QListView *m_view;
    QWidget *m_message;
    Latest<Result<QList<git::CommitInfo>>> m_loading;
    QString m_shownFor;
};

/// Commits reachable from `head` and not from `base`, the newest first. Blocking.
Result<QList<git::CommitInfo>> commitsBetween(const QString &gitDirectory, const QString &base,
                                              const QString &head, std::stop_token stop = {});

} // namespace countersign::reviewui

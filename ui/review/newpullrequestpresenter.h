// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations.h"
#include "core/base/lane.h"
#include "core/git/values.h"
#include "ui/widgets/pagecontext.h"
#include "ui/widgets/people.h"

#include <QObject>

#include <memory>

namespace countersign::reviewui {

/// What a new pull request would be, while it is filled in. Owned by its page; screen's thread. The form is
/// kept as a draft of the person and the repository until it is created.
class NewPullRequestPresenter : public QObject
{
    Q_OBJECT
public:
    struct State
    {
        QString repository;
        QList<QString> repositories;
        QList<QString> branches;
        QString source;
        QString destination;
        QString title;
        QString description;
        QList<QString> reviewers;
        std::optional<api::PreviewPullRequest::Output> preview;
        QList<git::CommitInfo> commits;
        QString gitDirectory;
        std::optional<Error> error;
        bool isPreviewing = false;
        bool isCreating = false;
        /// The person wrote the title or the description: they are not proposed any more.
        bool titleTouched = false;
        bool descriptionTouched = false;
    };
    explicit NewPullRequestPresenter(const ui::PageContext &context, QObject *parent = nullptr);

    /// Empty values are taken from the draft, then from the repository.
    void open(const QString &repository, const QString &source, const QString &destination);
    const State &state() const { return m_state; }
    void setRepository(const QString &repository);
    void setBranches(const QString &source, const QString &destination);
    void setTitle(const QString &title);
    void setDescription(const QString &description);
    void addReviewer(const QString &arn);
    void removeReviewer(const QString &arn);
    /// Why it cannot be created now; empty when it can.
    QString unavailable() const;
    void create();
    void discard();

Q_SIGNALS:
    void changed();
    void created(const QString &pullRequestId);
    void failed(const QString &text, const countersign::Error &error);

private:
    QString scope() const;
    void loadRepositories();
    void loadBranches(const QString &token);
    void chooseBranches();
    void preview();
    void loadCommits();
    void propose();
    void saveDraft();

    ui::PageContext m_context;
    State m_state;
    Lane m_lane;
    Latest<Result<std::pair<QString, QList<git::CommitInfo>>>> m_commits;
    QString m_token;
    int m_previewNumber = 0;
    QList<QString> m_branchesSoFar;
};

} // namespace countersign::reviewui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations.h"
#include "core/base/lane.h"
#include "ui/review/mergeorder.h"
#include "ui/review/reviewdrafts.h"
#include "ui/review/suggestions.h"
#include "ui/widgets/pagecontext.h"
#include "ui/widgets/people.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>

namespace countersign::reviewui {

class RevisionCounts;

/// Owns the calls of one pull request's page and holds what the page shows. Owned by the page; screen's
/// thread. A revision that arrives while somebody reads waits in `waiting` until loadWaiting().
class PullRequestPresenter : public QObject
{
    Q_OBJECT
public:
    using Review = api::GetPullRequestReview::Output;
    struct State
    {
        QString pullRequestId;
        bool isLoaded = false;
        bool isLoading = false;
        /// Of the last load; what was loaded before stays.
        std::optional<Error> error;
        Review review;
        std::optional<Review> waiting;
        QList<api::Thread> threads;
        QList<api::ActivityEntry> activity;
        /// What is under way, so that its button is off.
        bool isSubmitting = false;
        bool isMerging = false;
        bool isPosting = false;
        bool isApplying = false;
        /// Suggestions that are to be applied in one commit.
        QList<Suggestion> batch;
        /// Files of the last merge that the hub refused for conflicts.
        QList<QString> mergeConflicts;

        const api::PullRequest &pullRequest() const { return review.summary.pullRequest; }
        QString repository() const;
        const api::PullRequestTarget *target() const;
        const api::Revision *revision(int number) const;
        const api::Thread *thread(const QString &id) const;
    };
    explicit PullRequestPresenter(const ui::PageContext &context, QObject *parent = nullptr);
    ~PullRequestPresenter() override;

    void open(const QString &pullRequestId);
    void reload();
    void loadWaiting();
    const State &state() const { return m_state; }
    const ui::PageContext &context() const { return m_context; }
    QString me() const;
    bool isAuthor() const;
    /// Null until a pull request is open.
    ReviewDrafts *drafts() const { return m_drafts.get(); }
    Lane &lane() { return *m_lane; }
    RevisionCounts *counts() const { return m_counts; }
    ui::PersonInfo person(const QString &arn) const;

    /// Why the verdict cannot be given now; empty when it can.
    QString verdictUnavailable(const QString &verdict) const;

    // Each starts its work at once; the answer comes as changed() and announced(), or as failed().
    void postGeneralComment(const QString &text);
    /// Sends one comment by itself, now.
    void postComment(const PendingComment &comment);
    void editComment(const QString &commentId, const QString &text);
    void deleteComment(const QString &commentId);
    void setResolved(const QString &threadId, bool resolved);
    /// Sends the verdict and every comment that was added to the review. When the source moved meanwhile,
    /// nothing is sent and revisionMoved() tells; `acceptNewRevision` sends nevertheless.
    void submitReview(const QString &verdict, const QString &summary, bool acceptNewRevision = false);
    void discardReview();
    void revokeApproval();
    void setTitle(const QString &title);
    void setDescription(const QString &description);
    void closePullRequest();
    void updateReviewers(const QList<QString> &add, const QList<QString> &remove);
    void setOverridden(bool overridden);
    void merge(const QString &option, const QString &message, bool deleteSource);
    /// Merges once nothing is missing, while this console runs; see MergeWhenReady.
    void mergeWhenReady(const QString &option, const QString &message, bool deleteSource);
    void cancelMergeWhenReady();
    std::optional<MergeOrder> waitingMerge() const;
    /// Posts the text, and asks those for a review who are not asked yet, so that it is in their inbox.
    void remind(const QString &text, const QList<QString> &arns);
    /// Why no suggestion can be applied now; empty when one can.
    QString applyUnavailable() const;
    bool isInBatch(const QString &suggestionId) const;
    void setInBatch(const Suggestion &suggestion, bool in);
    /// Commits them to the source branch, with who wrote them as co-authors, and resolves their threads. All
    /// or none.
    void applySuggestions(const QList<Suggestion> &suggestions);
    void applyBatch();
    void createRule(const QString &name, const QString &content);
    void updateRule(const QString &name, const QString &content, const QString &sha256);
    void deleteRule(const QString &name);

Q_SIGNALS:
    void changed();
    void draftsChanged();
    /// Done, with a way back; `undo` may be empty.
    void announced(const QString &text, const std::function<void()> &undo);
    void failed(const QString &text, const countersign::Error &error);
    /// The author pushed since this revision was opened; nothing was sent.
    void revisionMoved(const QString &verdict, const QString &summary, int newRevision);
    /// By the draft's key: "general", a comment's, or the one of a reply.
    void commentPosted(const QString &key);
    void postFailed(const QString &key);
    void reviewSubmitted();
    void reminded();

private:
    void load();
    void loadActivity(const std::shared_ptr<struct PullRequestLoad> &load, const QString &token);
    void finishLoad(const std::shared_ptr<struct PullRequestLoad> &load);
    bool isOwn(const Review &review) const;
    void report(const QString &text, const Error &error);
    void send(const QString &verdict, const QString &summary, const QString &revisionId);
    void refused(const Error &error, const QString &verdict, const QString &summary);
    void deleteSourceBranch();
    MergeOrder orderFor(const QString &option, const QString &message, bool deleteSource) const;
    void replaceThread(const api::Thread &thread);
    QString applyMessage(const QList<Suggestion> &suggestions, const QString &verb) const;
    void commitSuggestions(const QList<Suggestion> &suggestions, const QList<SuggestedFile> &files,
                           const QString &parent);
    void commitFiles(const QList<api::PutFileEntry> &files, const QString &parent, const QString &message,
                     const QString &failure, const std::function<void(const QString &commit)> &done);
    void setAllResolved(const QSet<QString> &threads, bool resolved);
    template <class Op>
    void act(const typename Op::Input &input, const QString &failure, const std::function<void()> &done = {});

    ui::PageContext m_context;
    State m_state;
    std::unique_ptr<ReviewDrafts> m_drafts;
    std::unique_ptr<Lane> m_lane;
    RevisionCounts *m_counts;
    QTimer m_reload;
    int m_loadNumber = 0;
    bool m_reloadAgain = false;
    /// A commit that this person made from here.
    QString m_ownCommit;
};

} // namespace countersign::reviewui

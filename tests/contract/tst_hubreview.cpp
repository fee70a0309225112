// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/operations_approvals.h"
#include "core/api/operations_comments.h"
#include "core/api/operations_pullrequests.h"
#include "core/api/operations_repositories.h"
#include "core/api/operations_review.h"
#include "core/service/hubcontext.h"
#include "tests/support/scratchhub.h"

#include <QTest>

using namespace countersign;
using namespace countersign::api;
using namespace Qt::StringLiterals;
using countersign::test::ScratchHub;

class TestHubReview : public QObject
{
    Q_OBJECT

private:
    struct Scene
    {
        ScratchHub hub;
        QString base;
        QString tip;
        QString id;

        Scene()
        {
            hub.addPerson(u"grace"_s);
            hub.addPerson(u"tomas"_s);
            hub.createRepository(u"r"_s);
            base = hub.commit(u"r"_s, u"main"_s, {{u"a"_s, "1\n2\n3\n"}, {u"gone"_s, "x\n"}});
            hub.createBranch(u"r"_s, u"feature"_s, base);
            tip = hub.commit(u"r"_s, u"feature"_s, {{u"a"_s, "1\ntwo\n3"}, {u"b"_s, "b\n"}});
            id = hub.openPullRequest(u"r"_s, u"feature"_s);
        }
        PostCommentForPullRequest::Input comment(const QString &content) const
        {
            PostCommentForPullRequest::Input input;
            input.pullRequestId = id;
            input.repositoryName = u"r"_s;
            input.beforeCommitId = base;
            input.afterCommitId = tip;
            input.content = content;
            return input;
        }
        SubmitPullRequestReview::Input review(const QString &verdict, const QString &token)
        {
            SubmitPullRequestReview::Input input;
            input.pullRequestId = id;
            input.revisionId = hub.revisionId(id);
            input.verdict = verdict;
            input.clientRequestToken = token;
            return input;
        }
        QStringList kinds()
        {
            QStringList list;
            for (const auto &entry : hub.must<ListPullRequestActivity>({id, {}, {}}).entries)
                list.append(entry.kind);
            return list;
        }
    };

private Q_SLOTS:
    void postsAndReplies()
    {
        Scene s;
        auto input = s.comment(u"Why words?"_s);
        input.location = Location{u"a"_s, 2, u"AFTER"_s};
        input.clientRequestToken = u"t1"_s;
        const auto posted = s.hub.mustAs<PostCommentForPullRequest>(u"grace"_s, input);
        QVERIFY(posted.beforeBlobId && posted.afterBlobId);
        QCOMPARE(s.hub.mustAs<PostCommentForPullRequest>(u"grace"_s, input).comment.commentId,
                 posted.comment.commentId);
        input.content = u"Other"_s;
        QCOMPARE(s.hub.error<PostCommentForPullRequest>(input, u"grace"_s),
                 u"IdempotencyParameterMismatchException"_s);
        const QString root = posted.comment.commentId;
        const auto reply = s.hub.must<PostCommentReply>({root, {}, u"They read better"_s}).comment;
        QCOMPARE(reply.inReplyTo, root);
        const auto threads = s.hub.must<ListPullRequestThreads>({s.id}).threads;
        QCOMPARE(threads.size(), 1);
        QCOMPARE(threads.first().comments.size(), 2);
        QCOMPARE(threads.first().location->filePosition, 2);
        QCOMPARE(threads.first().revisionNumber, 1);
        const auto groups = s.hub.must<GetCommentsForPullRequest>({s.id, {}, {}, {}, {}, {}});
        QCOMPARE(groups.commentsForPullRequestData.size(), 1);
        QCOMPARE(groups.commentsForPullRequestData.first().comments.size(), 2);
        const auto page = s.hub.must<GetCommentsForPullRequest>({s.id, {}, {}, {}, {}, 1});
        QVERIFY(page.nextToken);
        QCOMPARE(s.hub.error<GetCommentsForPullRequest>({s.id, u"r"_s, {}, {}, {}, {}}),
                 u"CommitIdRequiredException"_s);
        QCOMPARE(s.hub.must<GetCommentsForPullRequest>({s.id, u"r"_s, s.base, s.tip, {}, {}})
                     .commentsForPullRequestData.size(),
                 1);
    }

    void commentErrors_data()
    {
        QTest::addColumn<std::function<void(PostCommentForPullRequest::Input &)>>("change");
        QTest::addColumn<QString>("code");
        using Change = std::function<void(PostCommentForPullRequest::Input &)>;
        const auto row = [](const char *name, Change change, const char *code) {
            QTest::newRow(name) << change << QString::fromLatin1(code) + u"Exception"_s;
        };
        row("empty", [](auto &i) { i.content.clear(); }, "CommentContentRequired");
        row("long", [](auto &i) { i.content = QString(10'241, u'x'); }, "CommentContentSizeLimitExceeded");
        row(
            "same commits", [](auto &i) { i.beforeCommitId = i.afterCommitId; },
            "BeforeCommitIdAndAfterCommitIdAreSame");
        row("no commit", [](auto &i) { i.afterCommitId.clear(); }, "CommitIdRequired");
        row("bad commit", [](auto &i) { i.afterCommitId = u"abc"_s; }, "InvalidCommitId");
        row("unknown commit", [](auto &i) { i.afterCommitId = QString(40, u'1'); }, "CommitDoesNotExist");
        row(
            "unknown path", [](auto &i) { i.location = Location{u"nowhere"_s, 1, u"AFTER"_s}; },
            "PathDoesNotExist");
        row("wrong side", [](auto &i) { i.location = Location{u"b"_s, 1, u"BEFORE"_s}; }, "PathDoesNotExist");
        row("no path", [](auto &i) { i.location = Location{{}, 1, u"AFTER"_s}; }, "PathRequired");
        row("line 0", [](auto &i) { i.location = Location{u"a"_s, 0, u"AFTER"_s}; }, "InvalidFilePosition");
        row("line 4", [](auto &i) { i.location = Location{u"a"_s, 4, u"AFTER"_s}; }, "InvalidFilePosition");
        row(
            "side", [](auto &i) { i.location = Location{u"a"_s, 1, u"MIDDLE"_s}; },
            "InvalidRelativeFileVersionEnum");
        row(
            "other repository", [](auto &i) { i.repositoryName = u"q"_s; },
            "RepositoryNotAssociatedWithPullRequest");
        row("absent repository", [](auto &i) { i.repositoryName = u"nowhere"_s; }, "RepositoryDoesNotExist");
    }
    void commentErrors()
    {
        Scene s;
        s.hub.createRepository(u"q"_s);
        QFETCH(std::function<void(PostCommentForPullRequest::Input &)>, change);
        QFETCH(QString, code);
        auto input = s.comment(u"Text"_s);
        change(input);
        QCOMPARE(s.hub.error<PostCommentForPullRequest>(input), code);
    }

    void lastLineWithoutEndCounts()
    {
        Scene s;
        auto input = s.comment(u"The last line"_s);
        input.location = Location{u"a"_s, 3, u"AFTER"_s};
        s.hub.must<PostCommentForPullRequest>(input);
    }

    void editsAndDeletes()
    {
        Scene s;
        const QString id =
            s.hub.mustAs<PostCommentForPullRequest>(u"grace"_s, s.comment(u"First"_s)).comment.commentId;
        QCOMPARE(s.hub.error<UpdateComment>({id, u"x"_s}), u"CommentNotCreatedByCallerException"_s);
        QCOMPARE(s.hub.mustAs<UpdateComment>(u"grace"_s, {id, u"Second"_s}).comment.content, u"Second"_s);
        QCOMPARE(s.hub.must<GetComment>({id}).comment.content, u"Second"_s);
        const auto deleted = s.hub.must<DeleteCommentContent>({id}).comment;
        QVERIFY(deleted.deleted && !deleted.content);
        QCOMPARE(s.hub.error<DeleteCommentContent>({id}), u"CommentDeletedException"_s);
        QCOMPARE(s.hub.error<UpdateComment>({id, u"x"_s}, u"grace"_s), u"CommentDeletedException"_s);
        QCOMPARE(s.hub.error<GetComment>({id}), u"CommentDeletedException"_s);
        QCOMPARE(s.hub.error<GetComment>({u"nowhere"_s}), u"CommentDoesNotExistException"_s);
        QCOMPARE(s.hub.error<GetComment>({{}}), u"CommentIdRequiredException"_s);
        QVERIFY(s.hub.must<ListPullRequestThreads>({s.id}).threads.first().comments.first().deleted);
    }

    void comparedCommits()
    {
        Scene s;
        PostCommentForComparedCommit::Input input;
        input.repositoryName = u"r"_s;
        input.afterCommitId = s.tip;
        input.content = u"Nice"_s;
        QCOMPARE(s.hub.error<PostCommentForComparedCommit>(input), u"CommitIdRequiredException"_s);
        input.beforeCommitId = s.base;
        const auto posted = s.hub.must<PostCommentForComparedCommit>(input);
        s.hub.must<PostCommentReply>({posted.comment.commentId, {}, u"Thanks"_s});
        const auto list = s.hub.must<GetCommentsForComparedCommit>({u"r"_s, s.base, s.tip, {}, {}});
        QCOMPARE(list.commentsForComparedCommitData.first().comments.size(), 2);
        QVERIFY(s.hub.must<ListPullRequestThreads>({s.id}).threads.isEmpty());
        QCOMPARE(s.hub.error<UpdateThreadState>({posted.comment.commentId, true}),
                 u"ThreadDoesNotExistException"_s);
    }

    void resolvesThreads()
    {
        Scene s;
        auto input = s.comment(u"Open question"_s);
        input.location = Location{u"a"_s, 1, u"AFTER"_s};
        const QString thread = s.hub.mustAs<PostCommentForPullRequest>(u"grace"_s, input).comment.commentId;
        const auto summary = [&] {
            return s.hub.must<ListPullRequestSummaries>({u"r"_s, {}, {}, {}, {}}).summaries.first();
        };
        QCOMPARE(summary().openThreadCount, 1);
        const Thread done = s.hub.must<UpdateThreadState>({thread, true}).thread;
        QVERIFY(done.resolved);
        QCOMPARE(done.resolvedBy, s.hub.arn(u"ada"_s));
        s.hub.must<UpdateThreadState>({thread, true});
        QCOMPARE(summary().openThreadCount, 0);
        QVERIFY(!s.hub.must<UpdateThreadState>({thread, false}).thread.resolved);
        QCOMPARE(s.hub.error<UpdateThreadState>({u"nowhere"_s, true}), u"ThreadDoesNotExistException"_s);
        QCOMPARE(s.kinds(), (QStringList{u"CREATED"_s, u"COMMENT"_s, u"THREAD"_s, u"THREAD"_s}));
    }

    void submitsAReviewAsOne()
    {
        Scene s;
        auto input = s.comment(u"Before"_s);
        input.location = Location{u"gone"_s, 1, u"BEFORE"_s};
        const QString old = s.hub.must<PostCommentForPullRequest>(input).comment.commentId;
        auto review = s.review(u"APPROVE"_s, u"r1"_s);
        review.content = u"Good"_s;
        ReviewComment fresh;
        fresh.location = Location{u"b"_s, 1, u"AFTER"_s};
        fresh.content = u"New file"_s;
        ReviewComment reply;
        reply.inReplyTo = old;
        reply.content = u"Agreed"_s;
        review.comments = {fresh, reply};
        const auto done = s.hub.mustAs<SubmitPullRequestReview>(u"grace"_s, review);
        QCOMPARE(done.review.verdict, u"APPROVE"_s);
        QCOMPARE(done.threads.size(), 2);
        QCOMPARE(done.threads.last().comments.size(), 2);
        QCOMPARE(s.hub.mustAs<SubmitPullRequestReview>(u"grace"_s, review).review.reviewId,
                 done.review.reviewId);
        QCOMPARE(s.hub.must<GetPullRequestApprovalStates>({s.id, review.revisionId}).approvals.size(), 1);
        const auto reviewers =
            s.hub.must<ListPullRequestSummaries>({{}, {}, {}, {}, {}}).summaries.first().reviewers;
        QCOMPARE(reviewers.size(), 1);
        QCOMPARE(reviewers.first().verdict, u"APPROVED"_s);
        QCOMPARE(s.kinds(), (QStringList{u"CREATED"_s, u"COMMENT"_s, u"REVIEW"_s, u"APPROVED"_s}));

        auto back = s.review(u"RETURN"_s, u"r2"_s);
        back.content = u"On second thought"_s;
        s.hub.mustAs<SubmitPullRequestReview>(u"grace"_s, back);
        QVERIFY(s.hub.must<GetPullRequestApprovalStates>({s.id, review.revisionId}).approvals.isEmpty());
        QCOMPARE(s.hub.must<GetPullRequestReview>({s.id}).summary.reviewers.first().verdict, u"RETURNED"_s);
        QCOMPARE(s.kinds().last(), u"APPROVAL_REVOKED"_s);
    }

    void reviewErrorsLeaveNothing()
    {
        Scene s;
        auto review = s.review(u"APPROVE"_s, u"r1"_s);
        QCOMPARE(s.hub.error<SubmitPullRequestReview>(review),
                 u"PullRequestCannotBeApprovedByAuthorException"_s);
        review.verdict = u"RETURN"_s;
        QCOMPARE(s.hub.error<SubmitPullRequestReview>(review),
                 u"PullRequestCannotBeReturnedByAuthorException"_s);
        review.verdict = u"SHRUG"_s;
        QCOMPARE(s.hub.error<SubmitPullRequestReview>(review), u"InvalidVerdictException"_s);
        review.verdict = u"COMMENT"_s;
        QCOMPARE(s.hub.error<SubmitPullRequestReview>(review), u"CommentContentRequiredException"_s);
        ReviewComment good;
        good.content = u"General"_s;
        ReviewComment bad;
        bad.content = u"Nowhere"_s;
        bad.location = Location{u"nowhere"_s, 1, u"AFTER"_s};
        review.comments = {good, bad};
        QCOMPARE(s.hub.error<SubmitPullRequestReview>(review, u"grace"_s), u"PathDoesNotExistException"_s);
        QVERIFY(s.hub.must<ListPullRequestThreads>({s.id}).threads.isEmpty());
        QCOMPARE(s.kinds(), QStringList{u"CREATED"_s});
        review.comments = {good};
        s.hub.must<SubmitPullRequestReview>(review);
        auto late = s.review(u"APPROVE"_s, u"r3"_s);
        s.hub.commit(u"r"_s, u"feature"_s, {{u"c"_s, "c\n"}});
        QCOMPARE(s.hub.error<SubmitPullRequestReview>(late, u"grace"_s), u"RevisionNotCurrentException"_s);
    }

    void activityPagesAndSurvivesRestart()
    {
        Scene s;
        s.hub.commit(u"r"_s, u"feature"_s, {{u"c"_s, "c\n"}}, u"tomas"_s);
        s.hub.must<UpdatePullRequestReviewers>({s.id, {s.hub.arn(u"grace"_s)}, {}});
        s.hub.must<UpdatePullRequestReviewers>({s.id, {}, {s.hub.arn(u"grace"_s)}});
        s.hub.reopen();
        const auto first = s.hub.must<ListPullRequestActivity>({s.id, {}, 2});
        QCOMPARE(first.entries.size(), 2);
        QCOMPARE(first.entries.at(1).kind, u"REVISION"_s);
        QCOMPARE(first.entries.at(1).revision->number, 2);
        const auto rest = s.hub.must<ListPullRequestActivity>({s.id, first.nextToken, 2});
        QCOMPARE(rest.entries.first().reviewersAdded, QStringList{s.hub.arn(u"grace"_s)});
        QCOMPARE(rest.entries.last().reviewersRemoved, QStringList{s.hub.arn(u"grace"_s)});
        QVERIFY(!rest.nextToken);
    }

    void commentsLiveOnAfterClosing()
    {
        Scene s;
        s.hub.must<UpdatePullRequestStatus>({s.id, u"CLOSED"_s});
        s.hub.must<PostCommentForPullRequest>(s.comment(u"For the record"_s));
        s.hub.must<DeleteRepository>({u"r"_s});
        QCOMPARE(s.hub.error<GetPullRequest>({s.id}), u"PullRequestDoesNotExistException"_s);
    }

    /// Listing is a fixed number of statements and one look at the refs, however many there are.
    void listsManyPullRequests()
    {
        Scene s;
        for (int i = 0; i < 101; ++i)
            s.hub.openPullRequest(u"r"_s, u"feature"_s);
        const auto page = s.hub.must<ListPullRequestSummaries>({{}, u"OPEN"_s, {}, {}, 100});
        QCOMPARE(page.summaries.size(), 100);
        QCOMPARE(
            s.hub.must<ListPullRequestSummaries>({{}, u"OPEN"_s, {}, page.nextToken, 100}).summaries.size(),
            2);
    }
};

QTEST_GUILESS_MAIN(TestHubReview)
#include "tst_hubreview.moc"

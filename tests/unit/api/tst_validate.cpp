// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/errors.h"
#include "core/api/operations.h"
#include "core/api/validate.h"

#include <QTest>

using namespace countersign;
using namespace countersign::api;

namespace {

/// What a caller could send for a member, as JSON.
QList<QJsonValue> hostileValues()
{
    QList<QJsonValue> values{QJsonValue(),
                             QJsonValue(true),
                             0,
                             -1,
                             1.5,
                             1e300,
                             QString(),
                             QStringLiteral(" "),
                             QStringLiteral("../../etc/passwd"),
                             QStringLiteral("-x"),
                             QString(QChar(0)),
                             QString(QChar(0xd800)),
                             QString(20000, u'x'),
                             QString(300000, u'é'),
                             QString(4, QChar(0x202e)),
                             QJsonArray(),
                             QJsonObject()};
    QJsonArray many;
    for (int i = 0; i < 2000; ++i)
        many.append(QStringLiteral("x%1").arg(i));
    values.append(many);
    QJsonArray objects;
    for (int i = 0; i < 2000; ++i)
        objects.append(QJsonObject());
    values.append(objects);
    values.append(QJsonArray{1, QJsonObject(), QJsonArray()});
    values.append(QJsonObject{{QStringLiteral("aws:x"), QStringLiteral("y")}});
    values.append(QJsonObject{{QStringLiteral("filePath"), QStringLiteral("/..")}, {QStringLiteral("x"), 1}});
    return values;
}

template <class Op>
QStringList memberNames()
{
    QStringList names;
    typename Op::Input input;
    Op::Input::fields(input, [&names](const char *name, auto &) { names.append(QString::fromLatin1(name)); });
    return names;
}

template <class Op>
QString codeOf(const QJsonObject &input)
{
    const auto decoded = decode<typename Op::Input>(input);
    if (!decoded)
        return decoded.error().code;
    const auto checked = validate<Op>(*decoded);
    return checked ? QString() : checked.error().code;
}

} // namespace

class TestValidate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    /// Every member of every operation with everything hostile: an answer that the operation declares.
    void anythingGetsADeclaredAnswer()
    {
        const QList<QJsonValue> values = hostileValues();
        Operations::forEach([&values]<class Op>() {
            QStringList allowed = declaredErrors(Op::row);
            allowed << QString() << QStringLiteral("SerializationException");
            for (const QString &member : memberNames<Op>()) {
                for (const QJsonValue &value : values) {
                    const QString code = codeOf<Op>({{member, value}});
                    QVERIFY2(allowed.contains(code),
                             qPrintable(Op::name() + u'.' + member + QStringLiteral(" answers ") + code));
                }
            }
        });
    }

    /// Absent members that the operation calls required are answered, whatever the operation.
    void whatIsRequiredIsAskedFor()
    {
        Operations::forEach([]<class Op>() {
            typename Op::Input input;
            bool asks = false;
            Op::Input::fields(input, [&asks](const char *name, auto &field) {
                const FieldRule *rule = findFieldRule(Op::row, {}, QLatin1StringView(name));
                using T = std::remove_cvref_t<decltype(field)>;
                if constexpr (!detail::IsOptional<T>::value)
                    asks |= rule && rule->missing;
            });
            const QString code = codeOf<Op>({});
            QVERIFY2(code.isEmpty() != asks, qPrintable(Op::name() + u' ' + code));
        });
    }

    /// No member is left without a rule, except those that any value suits.
    void everyMemberHasARule()
    {
        static constexpr QLatin1StringView free[] = {
            QLatin1StringView("keepEmptyFolders"),   QLatin1StringView("isMove"),
            QLatin1StringView("resolved"),           QLatin1StringView("location"),
            QLatin1StringView("conflictResolution"), QLatin1StringView("sourceFile")};
        Operations::forEach([]<class Op>() {
            for (const QString &member : memberNames<Op>()) {
                const QByteArray name = member.toLatin1();
                const bool known = findFieldRule(Op::row, {}, QLatin1StringView(name)) ||
                                   std::ranges::find(free, QLatin1StringView(name)) != std::end(free);
                QVERIFY2(known, qPrintable(Op::name() + u'.' + member));
            }
        });
    }

    void errorsOfRulesAreInTheTable()
    {
        for (const FieldRule &rule : fieldRules())
            for (const char *error : {rule.missing, rule.invalid, rule.tooLarge})
                QVERIFY2(!error || findError(QString::fromLatin1(error) + QStringLiteral("Exception")),
                         error);
    }

    void exactErrors_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *what, const QString &code, const char *expected) {
            QTest::newRow(what) << code
                                << (*expected ? QLatin1StringView(expected) + QLatin1StringView("Exception")
                                              : QString());
        };
        using O = QJsonObject;
        const auto s = [](const char *text) { return QString::fromUtf8(text); };
        const QString id(40, u'a');
        const QString digest(64, u'a');
        row("no name", codeOf<GetRepository>({}), "RepositoryNameRequired");
        row("bad name", codeOf<GetRepository>(O{{s("repositoryName"), s("a b")}}), "InvalidRepositoryName");
        row("good name", codeOf<GetRepository>(O{{s("repositoryName"), s("a")}}), "");
        row("missing before invalid",
            codeOf<GetBranch>(O{{s("repositoryName"), s("a b")}, {s("branchName"), s("")}}),
            "BranchNameRequired");
        row("two errors, first member first",
            codeOf<GetBranch>(O{{s("repositoryName"), s("a b")}, {s("branchName"), s("a b")}}),
            "InvalidRepositoryName");
        row("batch of none", codeOf<BatchGetRepositories>({}), "RepositoryNamesRequired");
        QJsonArray many;
        for (int i = 0; i < 101; ++i)
            many.append(QStringLiteral("r%1").arg(i));
        row("batch of 101", codeOf<BatchGetRepositories>(O{{s("repositoryNames"), many}}),
            "MaximumRepositoryNamesExceeded");
        row("bad name in batch",
            codeOf<BatchGetRepositories>(O{{s("repositoryNames"), QJsonArray{s("a/b")}}}),
            "InvalidRepositoryName");
        row("bad name in association",
            codeOf<BatchAssociateApprovalRuleTemplateWithRepositories>(
                O{{s("approvalRuleTemplateName"), s("t")}, {s("repositoryNames"), QJsonArray{s("a/b")}}}),
            "");
        row("empty file",
            codeOf<PutFile>(
                O{{s("repositoryName"), s("a")}, {s("branchName"), s("b")}, {s("filePath"), s("f")}}),
            "FileContentRequired");
        row("large file",
            codeOf<PutFile>(O{{s("repositoryName"), s("a")},
                              {s("branchName"), s("b")},
                              {s("filePath"), s("f")},
                              {s("fileContent"), QString::fromLatin1(QByteArray(6291457, 'x').toBase64())}}),
            "FileContentSizeLimitExceeded");
        row("mode missing",
            codeOf<CreateCommit>(O{{s("repositoryName"), s("a")},
                                   {s("branchName"), s("b")},
                                   {s("setFileModes"), QJsonArray{O{{s("filePath"), s("f")}}}}}),
            "FileModeRequired");
        row("mode unknown",
            codeOf<CreateCommit>(
                O{{s("repositoryName"), s("a")},
                  {s("branchName"), s("b")},
                  {s("putFiles"), QJsonArray{O{{s("filePath"), s("f")}, {s("fileMode"), s("777")}}}}}),
            "InvalidFileMode");
        row("page of none", codeOf<ListPullRequests>(O{{s("repositoryName"), s("a")}, {s("maxResults"), 0}}),
            "InvalidMaxResults");
        row("page too large",
            codeOf<ListPullRequests>(O{{s("repositoryName"), s("a")}, {s("maxResults"), 101}}),
            "InvalidMaxResults");
        row("page", codeOf<ListPullRequests>(O{{s("repositoryName"), s("a")}, {s("maxResults"), 100}}), "");
        row("comments page",
            codeOf<GetCommentsForPullRequest>(O{{s("pullRequestId"), s("1")}, {s("maxResults"), 500}}), "");
        row("merged is no status",
            codeOf<ListPullRequests>(O{{s("repositoryName"), s("a")}, {s("pullRequestStatus"), s("MERGED")}}),
            "InvalidPullRequestStatus");
        row("merged is a filter", codeOf<ListPullRequestSummaries>(O{{s("pullRequestStatus"), s("MERGED")}}),
            "");
        row("long comment",
            codeOf<PostCommentReply>(O{{s("inReplyTo"), s("c")}, {s("content"), QString(10241, u'x')}}),
            "CommentContentSizeLimitExceeded");
        row("empty token",
            codeOf<PostCommentReply>(
                O{{s("inReplyTo"), s("c")}, {s("content"), s("x")}, {s("clientRequestToken"), s("")}}),
            "ClientRequestTokenRequired");
        row("no token is fine", codeOf<PostCommentReply>(O{{s("inReplyTo"), s("c")}, {s("content"), s("x")}}),
            "");
        row("line 0",
            codeOf<PostCommentForPullRequest>(
                O{{s("pullRequestId"), s("1")},
                  {s("repositoryName"), s("a")},
                  {s("beforeCommitId"), id},
                  {s("afterCommitId"), id},
                  {s("content"), s("x")},
                  {s("location"), O{{s("filePath"), s("f")}, {s("filePosition"), 0}}}}),
            "InvalidFilePosition");
        row("location without path",
            codeOf<PostCommentForPullRequest>(O{{s("pullRequestId"), s("1")},
                                                {s("repositoryName"), s("a")},
                                                {s("beforeCommitId"), id},
                                                {s("afterCommitId"), id},
                                                {s("content"), s("x")},
                                                {s("location"), O{}}}),
            "PathRequired");
        row("empty comment in a review",
            codeOf<SubmitPullRequestReview>(O{{s("pullRequestId"), s("1")},
                                              {s("revisionId"), digest},
                                              {s("verdict"), s("COMMENT")},
                                              {s("clientRequestToken"), s("t")},
                                              {s("comments"), QJsonArray{O{{s("content"), s(" ")}}}}}),
            "CommentContentRequired");
        row("verdict alone",
            codeOf<SubmitPullRequestReview>(O{{s("pullRequestId"), s("1")},
                                              {s("revisionId"), digest},
                                              {s("verdict"), s("APPROVE")},
                                              {s("clientRequestToken"), s("t")}}),
            "");
        row("system tag",
            codeOf<TagResource>(O{{s("resourceArn"), s("arn:aws:codecommit:local:000000000000:a")},
                                  {s("tags"), O{{s("aws:a"), s("b")}}}}),
            "InvalidSystemTagUsage");
        row("no tags",
            codeOf<TagResource>(O{{s("resourceArn"), s("arn:aws:codecommit:local:000000000000:a")}}),
            "TagsMapRequired");
        row("template content",
            codeOf<UpdateApprovalRuleTemplateContent>(O{{s("approvalRuleTemplateName"), s("t")}}),
            "ApprovalRuleTemplateContentRequired");
        row("merge conflict specifier",
            codeOf<GetMergeConflicts>(O{{s("repositoryName"), s("a")},
                                        {s("mergeOption"), s("SQUASH_MERGE")},
                                        {s("sourceCommitSpecifier"), s("a..b")},
                                        {s("destinationCommitSpecifier"), s("main")}}),
            "InvalidSourceCommitSpecifier");
    }
    void exactErrors()
    {
        QFETCH(QString, code);
        QFETCH(QString, expected);
        QCOMPARE(code, expected);
    }
};

QTEST_GUILESS_MAIN(TestValidate)
#include "tst_validate.moc"

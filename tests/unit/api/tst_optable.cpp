// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/enums.h"
#include "core/api/errors.h"
#include "core/api/optable.h"

#include <QSet>
#include <QTest>

using namespace countersign;
using namespace countersign::api;

class TestOptable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRowIsComplete()
    {
        QSet<QString> names;
        for (const OperationRow &row : operationTable()) {
            const QString name = QString::fromLatin1(row.name);
            QVERIFY2(!names.contains(name), row.name);
            names.insert(name);
            QVERIFY2(QLatin1StringView(row.summary).endsWith(QLatin1Char('.')), row.name);
            QCOMPARE(findOperation(name), &row);
            const bool reads = name.startsWith(QLatin1StringView("Get")) ||
                               name.startsWith(QLatin1StringView("List")) ||
                               name.startsWith(QLatin1StringView("BatchGet")) ||
                               name.startsWith(QLatin1StringView("Describe")) ||
                               name.startsWith(QLatin1StringView("Evaluate")) ||
                               name.startsWith(QLatin1StringView("Preview"));
            QVERIFY2(reads == (row.effect == Effect::Read), row.name);
        }
        QCOMPARE(names.size(), 68 + 15);
        QVERIFY(!findOperation(u"getbranch"));
        QVERIFY(!findOperation(u""));
    }

    void everyDeclaredErrorIsInTheTable()
    {
        for (const OperationRow &row : operationTable())
            for (const QString &code : declaredErrors(row))
                QVERIFY2(findError(code), qPrintable(QLatin1StringView(row.name) + u' ' + code));
    }

    void groupsAreExpanded()
    {
        const QStringList codes = declaredErrors(*findOperation(u"GetBranch"));
        QVERIFY(codes.contains(QStringLiteral("RepositoryDoesNotExistException")));
        QVERIFY(codes.contains(QStringLiteral("BranchDoesNotExistException")));
        QVERIFY(codes.contains(QStringLiteral("EncryptionKeyDisabledException")));
        QCOMPARE(codes.size(), 3 + 2 + 1 + 5);
    }

    void errorsAreInOrderAndUnique()
    {
        const auto table = errorTable();
        for (size_t i = 1; i < table.size(); ++i)
            QVERIFY2(QLatin1StringView(table[i - 1].code) < QLatin1StringView(table[i].code), table[i].code);
        for (const ErrorRow &row : table)
            QCOMPARE(findError(QString::fromLatin1(row.code)), &row);
    }

    void errorsHaveKindsAndStatus_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("status");
        const auto row = [](const char *code, ErrorKind kind, int status) {
            QTest::newRow(code) << QString::fromLatin1(code) << kind << status;
        };
        row("BranchDoesNotExistException", ErrorKind::NotFound, 400);
        row("BranchNameExistsException", ErrorKind::AlreadyExists, 400);
        row("ParentCommitIdOutdatedException", ErrorKind::Conflict, 400);
        row("FileTooLargeException", ErrorKind::LimitExceeded, 400);
        row("NameLengthExceededException", ErrorKind::InvalidInput, 400);
        row("EncryptionIntegrityChecksFailedException", ErrorKind::Corrupt, 500);
        row("AccessDeniedException", ErrorKind::PermissionDenied, 400);
        row("InternalFailure", ErrorKind::Internal, 500);
        row("SomethingNewException", ErrorKind::Internal, 500);
    }
    void errorsHaveKindsAndStatus()
    {
        QFETCH(QString, code);
        QFETCH(ErrorKind, kind);
        QFETCH(int, status);
        const Error error = wireError(code, QStringLiteral("A sentence."));
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.code, code);
        QCOMPARE(httpStatus(error), status);
    }

    void errorsWithoutACodeGetTheCommonOne()
    {
        QCOMPARE(wireCode({ErrorKind::PermissionDenied, {}, {}, {}}),
                 QStringLiteral("AccessDeniedException"));
        QCOMPARE(wireCode({ErrorKind::Corrupt, {}, {}, {}}), QStringLiteral("InternalFailure"));
        QCOMPARE(httpStatus({ErrorKind::Internal, {}, {}, {}}), 500);
    }

    void namesOnTheWire()
    {
        QCOMPARE(targetPrefix(Family::CodeCommit), QStringLiteral("CodeCommit_20150413"));
        QCOMPARE(targetPrefix(Family::Countersign), QStringLiteral("Countersign_20261125"));
        QCOMPARE(iamAction(*findOperation(u"GetBranch")), QStringLiteral("codecommit:GetBranch"));
        QCOMPARE(iamAction(*findOperation(u"ImportRepository")),
                 QStringLiteral("countersign:ImportRepository"));
        QCOMPARE(QString(MergeOption::FastForward), QStringLiteral("FAST_FORWARD_MERGE"));
        QCOMPARE(PullRequestEventType::all.size(), size_t(9));
    }
};

QTEST_GUILESS_MAIN(TestOptable)
#include "tst_optable.moc"

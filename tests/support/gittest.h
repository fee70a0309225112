// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/oid.h"

#include <QByteArray>
#include <QStringList>
#include <QTest>

/// As QVERIFY for a Result, printing its error.
#define GIT_VERIFY(...)                                                                         \
    do {                                                                                        \
        const auto &gitVerified = __VA_ARGS__;                                                  \
        QVERIFY2(gitVerified.has_value(),                                                       \
                 qPrintable(gitVerified ? QString()                                             \
                                        : gitVerified.error().message + QStringLiteral(" | ") + \
                                              gitVerified.error().detail));                     \
    } while (false)

namespace countersign::test {

/// The id for hexadecimal digits that git printed; ends the test for anything else.
inline git::Oid idOf(const QByteArray &hex)
{
    const auto id = git::Oid::fromHex(QByteArrayView(hex.trimmed()));
    if (!id)
        qFatal("no id: %s", hex.constData());
    return *id;
}

/// Rows for tests that must give the same answer from libgit2 and from the git program: a column
/// `initArguments` for ScratchRepository.
inline void addReaderColumn()
{
    QTest::addColumn<QStringList>("initArguments");
    QTest::newRow("library") << QStringList();
    QTest::newRow("SHA-256") << QStringList{QStringLiteral("--object-format=sha256")};
    QTest::newRow("reftable") << QStringList{QStringLiteral("--ref-format=reftable")};
}

} // namespace countersign::test

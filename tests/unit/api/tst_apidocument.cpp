// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/errors.h"
#include "core/api/operations.h"
#include "core/api/optable.h"
#include "core/api/validate.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace countersign::api;

namespace {

constexpr const char *introduction =
    "# The operations of a hub\n\n"
    "Made from the operation table (`core/api/operations.h`) and the field rules "
    "(`core/api/ruletable.cpp`);\n"
    "`COUNTERSIGN_UPDATE_GOLDEN=1 ./dev test -R tst_apidocument` writes it anew.\n\n"
    "Operations with the prefix `CodeCommit_20150413` are those of AWS CodeCommit, name by name and member "
    "by\n"
    "member. Those with `Countersign_20261125` are this hub's own. A member with `?` may be absent, `[T]` is "
    "a\n"
    "list, `{T}` a map from text. `Timestamp` is a number of seconds since 1970, `Blob` is base64. On the "
    "wire\n"
    "the names of errors end in `Exception`. Besides those listed, every operation may answer\n"
    "`AccessDeniedException`, `SerializationException`, `ThrottlingException` and `InternalFailure`.\n";

template <class T>
QString typeName()
{
    using namespace detail;
    if constexpr (std::is_same_v<T, QString>)
        return QStringLiteral("String");
    else if constexpr (std::is_same_v<T, bool>)
        return QStringLiteral("Boolean");
    else if constexpr (std::is_same_v<T, int> || std::is_same_v<T, qint64>)
        return QStringLiteral("Integer");
    else if constexpr (std::is_same_v<T, QByteArray>)
        return QStringLiteral("Blob");
    else if constexpr (std::is_same_v<T, Timestamp>)
        return QStringLiteral("Timestamp");
    else if constexpr (IsOptional<T>::value)
        return typeName<typename T::value_type>();
    else if constexpr (IsList<T>::value)
        return u'[' + typeName<typename T::value_type>() + u']';
    else if constexpr (IsMap<T>::value)
        return u'{' + typeName<typename T::mapped_type>() + u'}';
    else {
        // "… [with T = countersign::api::Comment; QString = …]": the compiler knows the name.
        const QString function = QString::fromLatin1(__PRETTY_FUNCTION__);
        const qsizetype from = function.indexOf(QStringLiteral("T = ")) + 4;
        const qsizetype to = function.indexOf(QRegularExpression(QStringLiteral("[;\\]]")), from);
        return function.mid(from, to - from).section(QStringLiteral("::"), -1);
    }
}

/// The value types used, each with its members.
using Types = QMap<QString, QString>;

template <class T>
QString members(Types &types);

template <class T>
void collect(Types &types)
{
    using namespace detail;
    if constexpr (IsOptional<T>::value || IsList<T>::value) {
        collect<typename T::value_type>(types);
    } else if constexpr (Struct<T>) {
        const QString name = typeName<T>();
        if (types.contains(name))
            return;
        types.insert(name, {});
        types.insert(name, members<T>(types));
    }
}

template <class T>
QString members(Types &types)
{
    QStringList list;
    T value{};
    T::fields(value, [&]<class M>(const char *name, M &) {
        collect<M>(types);
        list.append(QStringLiteral("`%1%2` %3")
                        .arg(QLatin1StringView(name),
                             detail::IsOptional<M>::value ? QStringLiteral("?") : QString(), typeName<M>()));
    });
    return list.isEmpty() ? QStringLiteral("nothing") : list.join(QStringLiteral(", "));
}

QString effectName(Effect effect)
{
    switch (effect) {
    case Effect::Read:
        return QStringLiteral("reads");
    case Effect::Idempotent:
        return QStringLiteral("writes; may be sent again");
    case Effect::Write:
        break;
    }
    return QStringLiteral("writes");
}

template <class Op>
QString operationText(Types &types)
{
    const OperationRow &row = Op::row;
    QString text = QStringLiteral("\n### %1\n\n%2\n\n").arg(Op::name(), QLatin1StringView(row.summary));
    text += QStringLiteral("- Target `%1.%2`, action `%3`, %4%5\n")
                .arg(targetPrefix(row.family), Op::name(), iamAction(row), effectName(row.effect),
                     row.duration == Duration::Long ? QStringLiteral("; long, with progress") : QString());
    text += QStringLiteral("- In: %1\n").arg(members<typename Op::Input>(types));
    text += QStringLiteral("- Out: %1\n").arg(members<typename Op::Output>(types));
    if (row.paging.token) {
        text += QStringLiteral("- Pages by `%1`").arg(QLatin1StringView(row.paging.token));
        text += row.paging.size ? QStringLiteral(" and `%1` (%2 unless told, at most %3)\n")
                                      .arg(QLatin1StringView(row.paging.size))
                                      .arg(row.paging.defaultSize)
                                      .arg(row.paging.maximumSize)
                                : QStringLiteral(", %1 at a time\n").arg(row.paging.defaultSize);
    }
    QStringList errors = declaredErrors(row);
    for (QString &error : errors)
        error.chop(int(qstrlen("Exception")));
    text +=
        QStringLiteral("- Errors: %1\n")
            .arg(errors.isEmpty() ? QStringLiteral("none of its own") : errors.join(QStringLiteral(", ")));
    return text;
}

template <class... Ops>
QString areaText(const char *title, OperationList<Ops...>, Types &types)
{
    QString text = QStringLiteral("\n## %1\n").arg(QLatin1StringView(title));
    ((text += operationText<Ops>(types)), ...);
    return text;
}

QString rulesText()
{
    QString text = QStringLiteral("\n## Field rules\n\n| member | operations | must be |\n|---|---|---|\n");
    for (const FieldRule &rule : fieldRules())
        text +=
            QStringLiteral("| `%1` | %2 | %3 |\n")
                .arg(QLatin1StringView(rule.member),
                     rule.operations ? QString::fromLatin1(rule.operations) : QStringLiteral("all others"),
                     QString::fromUtf8(rule.words));
    return text;
}

QString document()
{
    Types types;
    QString text = QString::fromLatin1(introduction);
    text += areaText("Repositories", RepositoryOperations(), types);
    text += areaText("Branches", BranchOperations(), types);
    text += areaText("Files", FileOperations(), types);
    text += areaText("Commits", CommitOperations(), types);
    text += areaText("Merges", BranchMergeOperations(), types);
    text += areaText("Pull requests", PullRequestOperations(), types);
    text += areaText("Approvals", ApprovalOperations(), types);
    text += areaText("Approval rule templates", TemplateOperations(), types);
    text += areaText("Comments", CommentOperations(), types);
    text += areaText("Tags", TagOperations(), types);
    text += areaText("Hosting", HostingOperations(), types);
    text += areaText("Review", ReviewOperations(), types);
    text += QStringLiteral("\n## Structures\n\n");
    for (auto it = types.cbegin(); it != types.cend(); ++it)
        text += QStringLiteral("- `%1`: %2\n").arg(it.key(), it.value());
    return text + rulesText();
}

} // namespace

class TestApiDocument : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWhatTheTableSays()
    {
        const QByteArray text = document().toUtf8();
        QFile file(QStringLiteral(COUNTERSIGN_SOURCE_DIR "/docs/api.md"));
        if (qEnvironmentVariableIsSet("COUNTERSIGN_UPDATE_GOLDEN")) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
            return;
        }
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> actual = file.readAll().split('\n');
        const QList<QByteArray> expected = text.split('\n');
        for (qsizetype i = 0; i < qMax(actual.size(), expected.size()); ++i)
            QVERIFY2(actual.value(i) == expected.value(i),
                     qPrintable(QStringLiteral("docs/api.md:%1 should read: %2")
                                    .arg(i + 1)
                                    .arg(QString::fromUtf8(expected.value(i)))));
    }

    void everyOperationHasASection()
    {
        const QString text = document();
        for (const OperationRow &row : operationTable())
            QVERIFY2(text.contains(QStringLiteral("\n### %1\n").arg(QLatin1StringView(row.name))), row.name);
    }
};

QTEST_GUILESS_MAIN(TestApiDocument)
#include "tst_apidocument.moc"

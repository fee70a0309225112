// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/codec.h"
#include "core/api/errors.h"
#include "core/service/hub.h"

#include <QJsonObject>
#include <QTemporaryDir>

#include <atomic>
#include <memory>

namespace countersign::test {

/// A hub in a temporary folder with a clock that the test sets, people named by user name, and typed calls.
/// A hub that does not open ends the test.
class ScratchHub
{
public:
    /// `directory`: an existing place to keep the hub instead of a temporary one.
    explicit ScratchHub(service::HubSettings settings = defaults(), const QString &directory = {});
    static service::HubSettings defaults();

    service::Hub &hub() { return *m_hub; }
    std::shared_ptr<service::Hub> shared() { return m_hub; }
    QString directory() const { return m_directory; }
    /// Closes the hub and opens it again.
    void reopen();
    void close() { m_hub.reset(); }

    /// Milliseconds since 1970; every call is a second after the one before.
    std::atomic<qint64> now = 1'767'268'800'000;
    QString arn(const QString &userName) const;
    /// Adds a person; the hub begins with "ada".
    void addPerson(const QString &userName);

    template <class Op>
    Result<typename Op::Output> call(const QString &userName, const typename Op::Input &input)
    {
        auto answer = invoke(userName, Op::name(), api::encode(input));
        if (!answer)
            return std::unexpected(answer.error());
        return api::decode<typename Op::Output>(*answer);
    }
    /// As Ada; a failing call ends the test.
    template <class Op>
    typename Op::Output must(const typename Op::Input &input)
    {
        return mustAs<Op>(QStringLiteral("ada"), input);
    }
    template <class Op>
    typename Op::Output mustAs(const QString &userName, const typename Op::Input &input)
    {
        auto answer = call<Op>(userName, input);
        if (!answer)
            qFatal("%s: %s %s %s", qPrintable(Op::name()), qPrintable(answer.error().code),
                   qPrintable(answer.error().message), qPrintable(answer.error().detail));
        return std::move(*answer);
    }
    /// The wire name of the error; empty when the call succeeds.
    template <class Op>
    QString error(const typename Op::Input &input, const QString &userName = QStringLiteral("ada"))
    {
        const auto answer = call<Op>(userName, input);
        return answer ? QString() : api::wireCode(answer.error());
    }
    Result<QJsonObject> invoke(const QString &userName, const QString &operation, const QJsonObject &input);

    /// Shortcuts: a repository; a commit of files on a branch (made at `from` when missing), its id.
    void createRepository(const QString &name);
    QString commit(const QString &repository, const QString &branch, const QMap<QString, QByteArray> &files,
                   const QString &userName = QStringLiteral("ada"));
    void createBranch(const QString &repository, const QString &branch, const QString &commit);
    QString tip(const QString &repository, const QString &branch);
    /// The id of a new pull request into main.
    QString openPullRequest(const QString &repository, const QString &source,
                            const QString &userName = QStringLiteral("ada"));
    QString revisionId(const QString &pullRequestId);
    QString gitDirectory(const QString &repository);

private:
    QTemporaryDir m_folder;
    QString m_directory;
    service::HubSettings m_settings;
    std::shared_ptr<service::Hub> m_hub;
};

} // namespace countersign::test

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/accounts/drafts.h"
#include "core/accounts/settings.h"
#include "core/accounts/viewedmarks.h"
#include "core/client/inprocessbackend.h"
#include "core/client/session.h"
#include "tests/support/scratchhub.h"
#include "ui/widgets/backgroundtasks.h"
#include "ui/widgets/pagecontext.h"
#include "ui/widgets/people.h"

#include <QPromise>

#include <memory>
#include <vector>

namespace countersign::test {

/// A hub behind a bad line: the answers of operations that are named are lost, after the hub has done them.
class LossyBackend : public client::InProcessBackend
{
public:
    using client::InProcessBackend::InProcessBackend;
    /// How many of the next answers of the operation do not arrive.
    QHash<QString, int> lost;
    /// Errors instead of answers, the operation not done; "*" for all.
    QHash<QString, Error> refused;
    /// Nothing is answered.
    bool holdsAnswers = false;
    /// The request tokens that were sent, by operation.
    QHash<QString, QStringList> tokens;

    QFuture<Result<QJsonObject>> invoke(const QString &operation, const QJsonObject &input,
                                        const client::CallContext &context) override
    {
        if (const QString token = input.value(QStringLiteral("clientRequestToken")).toString();
            !token.isEmpty())
            tokens[operation].append(token);
        if (holdsAnswers) {
            m_held.push_back(std::make_unique<QPromise<Result<QJsonObject>>>());
            m_held.back()->start();
            return m_held.back()->future();
        }
        for (const QString &name : {operation, QStringLiteral("*")}) {
            if (const auto it = refused.constFind(name); it != refused.cend())
                return QtFuture::makeReadyValueFuture(Result<QJsonObject>(std::unexpected(*it)));
        }
        auto future = InProcessBackend::invoke(operation, input, context);
        if (lost.value(operation) <= 0)
            return future;
        --lost[operation];
        return future.then([](const Result<QJsonObject> &) {
            return Result<QJsonObject>(failure(ErrorKind::Unreachable, QStringLiteral("The line was cut.")));
        });
    }

private:
    std::vector<std::unique_ptr<QPromise<Result<QJsonObject>>>> m_held;
};

/// A console of one person on a hub, without windows.
struct ReviewConsole
{
    ReviewConsole(ScratchHub &hub, const QString &user, const QString &folder)
        : backend(new LossyBackend(hub.shared(), hub.arn(user), true))
        , session(QStringLiteral("local"), QStringLiteral("This computer"),
                  std::unique_ptr<client::Backend>(backend))
        , settings(folder + QStringLiteral("/settings.ini"))
        , drafts(folder + QStringLiteral("/drafts"))
        , viewed(folder + QStringLiteral("/viewed"))
    {
        QList<ui::PersonInfo> known;
        for (const char *name : {"ada", "grace", "henrik", "mirela"}) {
            const QString account = QString::fromLatin1(name);
            QString full = account;
            full[0] = full[0].toUpper();
            known.append({hub.arn(account), account, full, account + QStringLiteral("@harbour.example"), {}});
        }
        people.setPeople(known);
        context.session = &session;
        context.settings = &settings;
        context.drafts = &drafts;
        context.viewed = &viewed;
        context.tasks = &tasks;
        context.people = &people;
    }
    /// Owned by the session.
    LossyBackend *backend;
    client::Session session;
    accounts::Settings settings;
    accounts::Drafts drafts;
    accounts::ViewedMarks viewed;
    ui::BackgroundTasks tasks;
    ui::People people;
    ui::PageContext context;
};

} // namespace countersign::test

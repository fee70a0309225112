// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/sample/story.h"
#include "core/api/codec.h"
#include "core/api/types_comments.h"
#include "core/api/types_pullrequests.h"

#include <QHash>
#include <QJsonObject>

#include <functional>

namespace countersign::sample {

/// Performs one operation of a hub as a person at a time: how the player reaches a hub.
/// `person` is a user name; `atMs` the time that the hub's clock shows meanwhile.
using Invoke = std::function<Result<QJsonObject>(const QString &person, qint64 atMs, const QString &operation,
                                                 const QJsonObject &input)>;

/// Plays stories into a hub: people, repositories, commits and reviews become operations, each at its own
/// time in the past. Blocking; one thread; lives for one sample team.
class Player
{
public:
    /// `nowMs` is the moment that the ages in the stories count back from.
    Player(Invoke invoke, qint64 nowMs);

    /// Plays one story. Errors name the line that could not be played.
    Result<void> play(const QList<Step> &steps);

private:
    struct PullRequestHandle
    {
        QString id;
        QString repository;
        QString source;
        QString author;
    };
    struct PersonHandle
    {
        QString arn;
        QString displayName;
        QString email;
    };

    template <class Op>
    Result<typename Op::Output> call(const QString &person, qint64 atMs, const typename Op::Input &input)
    {
        return m_invoke(person, atMs, Op::name(), api::encode(input)).and_then([](const QJsonObject &answer) {
            return api::decode<typename Op::Output>(answer);
        });
    }
    static QString trimmedText(const QByteArray &body) { return QString::fromUtf8(body).trimmed(); }
    Result<qint64> timeOf(const QString &age) const;
    Result<void> playStep(const QList<Step> &steps, qsizetype &at);

    Result<void> person(const Step &step);
    Result<void> approvalTemplate(const Step &step);
    Result<void> repository(const Step &step);
    Result<void> associate(const Step &step);
    Result<void> branch(const Step &step);
    Result<void> tag(const Step &step);
    /// A commit takes the steps below it that say what changes.
    Result<void> commit(const QList<Step> &steps, qsizetype &at);
    Result<void> open(const Step &step);
    Result<void> reviewers(const Step &step);
    Result<void> thread(const Step &step);
    Result<void> reply(const Step &step);
    Result<void> resolve(const Step &step);
    Result<void> comment(const Step &step);
    /// A review takes the steps below it that say which threads go with it.
    Result<void> review(const QList<Step> &steps, qsizetype &at);
    Result<void> approve(const Step &step);
    Result<void> overrideRules(const Step &step);
    /// Of a person about the newest revision; `Op` takes the pull request, its revision and the decision.
    template <class Op>
    Result<void> decide(const Step &step, const QString &decision);
    Result<void> merge(const Step &step);
    Result<void> close(const Step &step);

    /// The pull request that the step's first word names, as its person finds it.
    Result<api::PullRequest> pullRequestAt(const Step &step, qint64 time);
    Result<api::Location> locate(const QString &repository, const api::PullRequestTarget &target,
                                 const QStringList &words);
    Result<QByteArray> file(const QString &repository, const QString &specifier, const QString &path);
    Result<QString> tip(const QString &branch);

    Invoke m_invoke;
    qint64 m_nowMs = 0;
    /// Who does what the story gives to nobody: the first person.
    QString m_first;
    QString m_repository;
    QHash<QString, PersonHandle> m_people;
    QHash<QString, PullRequestHandle> m_pullRequests;
    /// Root comment ids by the labels that stories give to threads.
    QHash<QString, QString> m_threads;
    int m_tokens = 0;
};

} // namespace countersign::sample

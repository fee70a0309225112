// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/service/refeffects.h"

#include "core/api/enums.h"
#include "core/review/revision.h"
#include "core/service/events.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace countersign::service {

namespace {

using store::JournalRow;
using Kind = PullRequestEffect::Kind;

const QString mergedKey = u"pullRequestId"_s;
const QString optionKey = u"mergeOption"_s;

const JournalRow *changeOf(const QList<JournalRow> &changes, const QString &ref)
{
    for (const JournalRow &row : changes)
        if (row.ref == ref)
            return &row;
    return nullptr;
}

const JournalRow *mergeOf(const QList<JournalRow> &changes, qint64 pullRequestId)
{
    for (const JournalRow &row : changes)
        if (row.effect.value(mergedKey).toString() == QString::number(pullRequestId))
            return &row;
    return nullptr;
}

git::Oid oid(const QString &hex) { return git::Oid::fromHex(QStringView(hex)).value_or(git::Oid()); }

Result<bool> contains(const git::Repository &repository, const git::Oid &tip, const git::Oid &commit)
{
    if (tip == commit)
        return true;
    const auto base = git::mergeBase(repository, tip, commit);
    if (!base)
        return std::unexpected(base.error());
    return *base == commit;
}

/// The destination has come to contain the source, which it did not before.
Result<bool> mergedElsewhere(const git::Repository &repository, const JournalRow &destination,
                             const git::Oid &source)
{
    const auto now = contains(repository, oid(destination.newValue), source);
    if (!now || !*now || isZero(destination.oldValue))
        return now && *now && isZero(destination.oldValue) ? Result<bool>(false) : now;
    return contains(repository, oid(destination.oldValue), source).transform([](bool before) {
        return !before;
    });
}

Result<std::optional<PullRequestEffect>> effectOn(const git::Repository &repository,
                                                  const store::PullRequestRow &pullRequest,
                                                  const store::RevisionRow &current,
                                                  const QList<JournalRow> &changes, qint64 now)
{
    PullRequestEffect effect;
    effect.pullRequest = pullRequest;
    const auto by = [&effect](const JournalRow &row) {
        effect.actor = row.actor;
        effect.operation = row.operation;
    };
    if (const JournalRow *merge = mergeOf(changes, pullRequest.id)) {
        by(*merge);
        effect.kind = Kind::Merged;
        effect.mergeCommit = merge->newValue;
        effect.mergeOption = merge->effect.value(optionKey).toString();
        return effect;
    }
    const JournalRow *source = changeOf(changes, pullRequest.sourceRef);
    const JournalRow *destination = changeOf(changes, pullRequest.destinationRef);
    for (const JournalRow *row : {source, destination}) {
        if (row && isZero(row->newValue)) {
            by(*row);
            effect.kind = Kind::Closed;
            return effect;
        }
    }
    const QString tip = source ? source->newValue : current.sourceCommit;
    if (destination) {
        const auto merged = mergedElsewhere(repository, *destination, oid(tip));
        if (!merged)
            return std::unexpected(merged.error());
        if (*merged) {
            by(*destination);
            effect.kind = Kind::Merged;
            effect.mergeCommit = destination->newValue;
            effect.mergeOption =
                destination->newValue == tip ? api::MergeOption::FastForward : api::MergeOption::ThreeWay;
            return effect;
        }
    }
    if (!source || tip == current.sourceCommit)
        return std::nullopt;
    const QString destinationTip = destination
                                       ? destination->newValue
                                       : git::resolveCommit(repository, pullRequest.destinationRef.toUtf8())
                                             .transform([](const git::Oid &id) { return id.toString(); })
                                             .value_or(current.destinationCommit);
    auto revision = makeRevision(repository, pullRequest.id, pullRequest.revision + 1, oid(tip),
                                 oid(destinationTip), pullRequest.destinationRef, source->actor, now);
    if (!revision)
        return std::unexpected(revision.error());
    by(*source);
    effect.kind = Kind::NewRevision;
    effect.revision = *revision;
    effect.sourceBefore = current.sourceCommit;
    return effect;
}

Result<void> applyRevision(store::Connection &tx, const QString &repositoryName,
                           const PullRequestEffect &effect, qint64 now)
{
    if (auto done = store::revisions::insert(tx, effect.revision); !done)
        return done;
    if (auto done = store::pullrequests::setRevision(tx, effect.pullRequest.id, effect.revision.number, now);
        !done)
        return done;
    api::PullRequestEvent event;
    event.pullRequestEventType = api::PullRequestEventType::SourceReferenceUpdated;
    event.actorArn = effect.actor;
    event.pullRequestSourceReferenceUpdatedEventMetadata =
        api::PullRequestSourceReferenceUpdatedEventMetadata{
            repositoryName, effect.sourceBefore, effect.revision.sourceCommit, effect.revision.mergeBase};
    return recordEvent(tx, effect.pullRequest.id, now, event);
}

Result<void> applyClosed(store::Connection &tx, const PullRequestEffect &effect, qint64 now)
{
    if (auto done = store::pullrequests::close(tx, effect.pullRequest.id, now); !done)
        return done;
    api::PullRequestEvent event;
    event.pullRequestEventType = api::PullRequestEventType::StatusChanged;
    event.actorArn = effect.actor;
    event.pullRequestStatusChangedEventMetadata =
        api::PullRequestStatusChangedEventMetadata{api::PullRequestStatus::Closed};
    return recordEvent(tx, effect.pullRequest.id, now, event);
}

Result<void> applyMerged(store::Connection &tx, const QString &repositoryName,
                         const PullRequestEffect &effect, qint64 now)
{
    if (auto done = store::pullrequests::closeMerged(tx, effect.pullRequest.id, effect.actor,
                                                     effect.mergeCommit, effect.mergeOption, now);
        !done)
        return done;
    api::PullRequestEvent event;
    event.pullRequestEventType = api::PullRequestEventType::MergeStateChanged;
    event.actorArn = effect.actor;
    event.pullRequestMergedStateChangedEventMetadata = api::PullRequestMergedStateChangedEventMetadata{
        repositoryName, effect.pullRequest.destinationRef,
        api::MergeMetadata{true, effect.actor, effect.mergeCommit, effect.mergeOption}};
    return recordEvent(tx, effect.pullRequest.id, now, event);
}

} // namespace

bool isZero(const QString &value)
{
    return std::all_of(value.cbegin(), value.cend(), [](QChar c) { return c == u'0'; });
}

QString zero(int idSize) { return QString(2 * idSize, u'0'); }

QJsonObject mergeEffect(qint64 pullRequestId, const QString &mergeOption)
{
    return {{mergedKey, QString::number(pullRequestId)}, {optionKey, mergeOption}};
}

Result<store::RevisionRow> makeRevision(const git::Repository &repository, qint64 pullRequestId,
                                        qint64 number, const git::Oid &source, const git::Oid &destination,
                                        const QString &destinationRef, const QString &actor, qint64 now)
{
    const auto base = git::mergeBase(repository, source, destination);
    if (!base)
        return std::unexpected(base.error());
    const auto distance = git::aheadBehind(repository, source, destination);
    if (!distance)
        return std::unexpected(distance.error());
    store::RevisionRow row;
    row.pullRequestId = pullRequestId;
    row.number = number;
    row.sourceCommit = source.toString();
    row.destinationCommit = destination.toString();
    row.mergeBase = *base ? (*base)->toString() : QString();
    row.commitCount = distance->ahead;
    row.author = actor;
    row.date = now;
    row.revisionId = revisionIdOf(row, destinationRef);
    return row;
}

QString revisionIdOf(const store::RevisionRow &row, const QString &destinationRef)
{
    // The number keeps a branch that was moved back from getting its old approvals again.
    const QString identity =
        u"%1 %2 %3"_s.arg(review::revisionId(row.sourceCommit, destinationRef, row.mergeBase),
                          QString::number(row.pullRequestId), QString::number(row.number));
    return QString::fromLatin1(
        QCryptographicHash::hash(identity.toUtf8(), QCryptographicHash::Sha256).toHex());
}

Result<QList<PullRequestEffect>> effectsOf(store::Connection &db, const git::Repository &repository,
                                           const QList<JournalRow> &changes, qint64 now)
{
    QList<PullRequestEffect> effects;
    QSet<qint64> seen;
    for (const JournalRow &row : changes) {
        const auto affected = store::pullrequests::openWithRef(db, row.repositoryId, row.ref);
        if (!affected)
            return std::unexpected(affected.error());
        for (const store::PullRequestRow &pullRequest : *affected) {
            if (seen.contains(pullRequest.id))
                continue;
            seen.insert(pullRequest.id);
            const auto current = store::revisions::byNumber(db, pullRequest.id, pullRequest.revision);
            if (!current)
                return std::unexpected(current.error());
            if (!*current)
                return failure(ErrorKind::Corrupt, u"A pull request has no current revision."_s);
            auto effect = effectOn(repository, pullRequest, **current, changes, now);
            if (!effect)
                return std::unexpected(effect.error());
            if (*effect)
                effects.append(**effect);
        }
    }
    return effects;
}

Result<void> applyEffects(store::Connection &tx, const QString &repositoryName,
                          const QList<PullRequestEffect> &effects, qint64 now)
{
    for (const PullRequestEffect &effect : effects) {
        Result<void> done;
        switch (effect.kind) {
        case Kind::NewRevision:
            done = applyRevision(tx, repositoryName, effect, now);
            break;
        case Kind::Closed:
            done = applyClosed(tx, effect, now);
            break;
        case Kind::Merged:
            done = applyMerged(tx, repositoryName, effect, now);
            break;
        }
        if (!done)
            return done;
    }
    return {};
}

} // namespace countersign::service

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_review.h"

/// What stands between a pull request and its merge. Pure; safe from any thread.
namespace countersign::review {

/// Whether unresolved threads hold a merge back. CodeCommit knows no such rule: they are shown, and a hub may
/// decide more.
enum class ThreadPolicy { Advisory, Blocking };

struct Condition
{
    enum class Kind {
        /// The pull request is open.
        Open,
        SourceExists,
        DestinationExists,
        /// The source has commits that the destination lacks.
        HasChanges,
        NoConflicts,
        /// One approval rule; `subject` is its name.
        Rule,
        ThreadsResolved,
    };
    enum class State {
        Met,
        /// Not met, but set aside by an override.
        Overridden,
        /// Not met, and only to be seen.
        Advisory,
        Blocking,
        /// Not known, such as conflicts with a branch that is gone.
        Unknown,
    };
    Kind kind = Kind::Open;
    State state = State::Met;
    QString subject;
    /// For Rule: approvals so far and needed. For ThreadsResolved: `have` is the open threads. For
    /// NoConflicts: `have` is the files in conflict.
    int have = 0;
    int needed = 0;
    /// ARNs of who can meet it: the eligible approvers of a rule, the author for conflicts. Empty when
    /// anybody can or nobody has to.
    QList<QString> people;

    bool operator==(const Condition &) const = default;
};

/// What the conditions are made of.
struct MergeFacts
{
    api::PullRequest pullRequest;
    QList<api::RuleState> rules;
    bool overridden = false;
    int openThreads = 0;
    bool sourceExists = true;
    bool destinationExists = true;
    /// The destination contains the source already.
    bool upToDate = false;
    bool fastForward = false;
    /// Absent when the merge could not be tried.
    std::optional<QList<QString>> conflicts;
};

/// All of them, met or not, in the order in which a person meets them.
QList<Condition> mergeConditions(const MergeFacts &facts, ThreadPolicy threads = ThreadPolicy::Advisory);
/// Whether nothing blocks.
bool canMerge(const QList<Condition> &conditions);

/// One state for each merge option, in the order fast-forward, squash, three-way. The first reason that
/// applies is given.
QList<api::StrategyState> mergeStrategies(const MergeFacts &facts);
/// MERGEABLE, CONFLICTS or UNKNOWN.
QString mergeability(const MergeFacts &facts);

} // namespace countersign::review

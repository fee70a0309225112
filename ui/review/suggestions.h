// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_review.h"
#include "core/base/result.h"
#include "core/git/values.h"

#include <QList>
#include <QStringList>

#include <stop_token>

namespace countersign::reviewui {

/// A ```suggestion block of a comment: lines of the new side, and what they should become.
struct Suggestion
{
    QString threadId;
    QString commentId;
    /// Which block of the comment, from 0.
    int index = 0;
    QString authorArn;
    QString path;
    bool isBefore = false;
    /// From 1, in `commitId`; 0 where the thread is on the whole file.
    int first = 0;
    int last = 0;
    QString commitId;
    /// Empty: the lines are to go.
    QStringList lines;

    QString id() const { return commentId + QLatin1Char('#') + QString::number(index); }
    bool operator==(const Suggestion &) const = default;
};
/// Splits Markdown at its ```suggestion blocks: text and suggestion in turns, the first is text.
QStringList splitSuggestions(const QString &markdown);
/// Of all comments of a thread that are not deleted.
QList<Suggestion> suggestionsOf(const api::Thread &thread);

/// What can be done with a suggestion on the commit that is current.
struct SuggestionFit
{
    enum class Kind {
        Applicable,
        /// The lines are already as suggested.
        Applied,
        /// The lines changed since, or are gone.
        Outdated,
        /// Written on the old side, whose lines are no longer in the file.
        OldSide,
        /// Written on the file as a whole.
        NoLines,
    };
    Kind kind = Kind::Outdated;
    /// Where the lines are now, from 0.
    QByteArray path;
    int first = 0;
    int count = 0;

    bool operator==(const SuggestionFit &) const = default;
};
/// One for each. Blocking.
Result<QList<SuggestionFit>> fitSuggestions(const QString &gitDirectory, const QList<Suggestion> &suggestions,
                                            const git::Oid &current, std::stop_token stop = {});

/// A file as it will be, and as it was.
struct SuggestedFile
{
    QByteArray path;
    git::FileMode mode = git::FileMode::None;
    QByteArray content;
    QByteArray before;
};
/// The files of `current` with all suggestions in them. Line ends, the state of the last line and the
/// encoding stay those of the file. Conflict, and nothing at all, where one cannot be applied, two are about
/// the same lines, or the encoding lacks a character. Blocking.
Result<QList<SuggestedFile>> applySuggestions(const QString &gitDirectory,
                                              const QList<Suggestion> &suggestions, const git::Oid &current,
                                              std::stop_token stop = {});

} // namespace countersign::reviewui

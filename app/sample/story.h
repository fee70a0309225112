// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace countersign::sample {

/// One directive of a story: a line that begins with "%%% ", and the lines up to the next one.
struct Step
{
    /// Line of the story, from 1, for errors.
    int line = 0;
    QString verb;
    /// The words after the verb, separated by spaces.
    QStringList words;
    /// The lines below, each with its LF.
    QByteArray body;

    /// The words from `index` on as one text.
    QString rest(int index) const { return words.mid(index).join(u' '); }
};

/// Cuts a story into steps. A story is UTF-8 text; whatever stands before the first directive is an error.
Result<QList<Step>> parseStory(const QByteArray &story);

/// Milliseconds that a time such as "-2d3h" or "-52m" lies before now (days, hours, minutes); InvalidInput
/// otherwise.
Result<qint64> parseAge(const QString &text);

/// `content` with the one occurrence of `before` replaced; InvalidInput when it does not occur exactly once.
Result<QByteArray> replaceOnce(const QByteArray &content, const QByteArray &before, const QByteArray &after);

/// The number, from 1, of the first line that holds `text`; NotFound otherwise.
Result<qint64> lineOf(const QByteArray &content, const QByteArray &text);

} // namespace countersign::sample

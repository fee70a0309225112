// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "app/sample/story.h"

#include <QRegularExpression>

namespace countersign::sample {

Result<QList<Step>> parseStory(const QByteArray &story)
{
    QList<Step> steps;
    int number = 0;
    for (qsizetype start = 0; start < story.size();) {
        const qsizetype end = story.indexOf('\n', start);
        const QByteArray line = story.mid(start, end < 0 ? -1 : end + 1 - start);
        start += line.size();
        ++number;
        if (line.startsWith("%%% ")) {
            QStringList words = QString::fromUtf8(line.mid(4)).split(u' ', Qt::SkipEmptyParts);
            for (QString &word : words)
                word = word.trimmed();
            Step step;
            step.line = number;
            step.verb = words.takeFirst();
            step.words = words;
            steps.append(step);
        } else if (steps.isEmpty()) {
            return failure(ErrorKind::InvalidInput,
                           QStringLiteral("Line %1 stands before the first directive.").arg(number));
        } else {
            steps.last().body += line;
        }
    }
    return steps;
}

Result<qint64> parseAge(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^-(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch() || text.size() < 2)
        return failure(ErrorKind::InvalidInput, QStringLiteral("\"%1\" is no time such as -2d3h.").arg(text));
    const qint64 minutes = match.captured(1).toLongLong() * 24 * 60 + match.captured(2).toLongLong() * 60 +
                           match.captured(3).toLongLong();
    return minutes * 60 * 1000;
}

Result<QByteArray> replaceOnce(const QByteArray &content, const QByteArray &before, const QByteArray &after)
{
    const qsizetype at = content.indexOf(before);
    if (before.isEmpty() || at < 0 || content.indexOf(before, at + 1) >= 0)
        return failure(ErrorKind::InvalidInput,
                       QStringLiteral("The text to replace does not occur exactly once."),
                       QString::fromUtf8(before));
    QByteArray result = content;
    return result.replace(at, before.size(), after);
}

Result<qint64> lineOf(const QByteArray &content, const QByteArray &text)
{
    const qsizetype at = content.indexOf(text);
    if (at < 0)
        return failure(ErrorKind::NotFound,
                       QStringLiteral("No line holds \"%1\".").arg(QString::fromUtf8(text)));
    return content.left(at).count('\n') + 1;
}

} // namespace countersign::sample

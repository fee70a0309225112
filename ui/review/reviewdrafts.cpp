// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/reviewdrafts.h"

#include "core/accounts/drafts.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>

namespace countersign::reviewui {

namespace {

const QString kindKey = QStringLiteral("kind");
const QString commentKind = QStringLiteral("comment");
const QString textKey = QStringLiteral("text");
const QString tokenDraft = QStringLiteral("token:");
const QString submissionDraft = QStringLiteral("submission");

QJsonObject toJson(const PendingComment &comment, qint64 begun)
{
    QJsonObject json{{kindKey, commentKind},
                     {textKey, comment.text},
                     {QStringLiteral("begun"), begun},
                     {QStringLiteral("pending"), comment.isPending},
                     {QStringLiteral("first"), comment.firstLine},
                     {QStringLiteral("before"), comment.beforeCommitId},
                     {QStringLiteral("after"), comment.afterCommitId},
                     {QStringLiteral("revision"), comment.revisionNumber}};
    if (comment.inReplyTo)
        json.insert(QStringLiteral("inReplyTo"), *comment.inReplyTo);
    if (comment.location)
        json.insert(QStringLiteral("location"), api::encode(*comment.location));
    return json;
}

PendingComment fromJson(const QString &key, const QJsonObject &json)
{
    PendingComment comment;
    comment.key = key;
    comment.text = json.value(textKey).toString();
    comment.isPending = json.value(QStringLiteral("pending")).toBool();
    comment.firstLine = json.value(QStringLiteral("first")).toInt();
    comment.beforeCommitId = json.value(QStringLiteral("before")).toString();
    comment.afterCommitId = json.value(QStringLiteral("after")).toString();
    comment.revisionNumber = json.value(QStringLiteral("revision")).toInt();
    if (json.contains(QStringLiteral("inReplyTo")))
        comment.inReplyTo = json.value(QStringLiteral("inReplyTo")).toString();
    if (json.contains(QStringLiteral("location"))) {
        if (auto location = api::decode<api::Location>(json.value(QStringLiteral("location")).toObject()))
            comment.location = *location;
    }
    return comment;
}

} // namespace

ReviewDrafts::ReviewDrafts(accounts::Drafts *drafts, const QString &scope, QObject *parent)
    : QObject(parent)
    , m_drafts(drafts)
    , m_scope(scope)
{
    connect(drafts, &accounts::Drafts::changed, this, [this](const QString &scope) {
        if (scope == m_scope)
            Q_EMIT changed();
    });
}

QList<PendingComment> ReviewDrafts::comments() const
{
    QList<std::pair<qint64, PendingComment>> found;
    for (const auto &draft : m_drafts->drafts(m_scope)) {
        if (draft.content.value(kindKey) == commentKind)
            found.append({draft.content.value(QStringLiteral("begun")).toInteger(),
                          fromJson(draft.key, draft.content)});
    }
    std::ranges::sort(found, [](const auto &a, const auto &b) {
        return std::tie(a.first, a.second.key) < std::tie(b.first, b.second.key);
    });
    QList<PendingComment> comments;
    for (auto &item : found)
        comments.append(std::move(item.second));
    return comments;
}

std::optional<PendingComment> ReviewDrafts::comment(const QString &key) const
{
    const auto draft = m_drafts->draft(m_scope, key);
    if (!draft || draft->content.value(kindKey) != commentKind)
        return std::nullopt;
    return fromJson(key, draft->content);
}

int ReviewDrafts::pendingCount() const
{
    return static_cast<int>(std::ranges::count(comments(), true, &PendingComment::isPending));
}

int ReviewDrafts::countIn(const accounts::Drafts *drafts, const QString &scope)
{
    if (!drafts)
        return 0;
    return static_cast<int>(
        std::ranges::count_if(drafts->drafts(scope), [](const accounts::Drafts::Draft &draft) {
            return draft.content.value(kindKey) == commentKind &&
                   !draft.content.value(textKey).toString().trimmed().isEmpty();
        }));
}

QString ReviewDrafts::newKey() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

void ReviewDrafts::save(const PendingComment &comment)
{
    qint64 begun = QDateTime::currentMSecsSinceEpoch();
    if (const auto old = m_drafts->draft(m_scope, comment.key))
        begun = old->content.value(QStringLiteral("begun")).toInteger(begun);
    m_drafts->save(m_scope, comment.key, toJson(comment, begun));
}

void ReviewDrafts::remove(const QString &key) { m_drafts->remove(m_scope, key); }

QList<PendingComment> ReviewDrafts::takeAll()
{
    const QList<PendingComment> all = comments();
    for (const auto &comment : all)
        m_drafts->remove(m_scope, comment.key);
    return all;
}

void ReviewDrafts::restore(const QList<PendingComment> &comments)
{
    for (const auto &comment : comments)
        save(comment);
}

QString ReviewDrafts::text(const QString &name) const
{
    const auto draft = m_drafts->draft(m_scope, name);
    return draft ? draft->content.value(textKey).toString() : QString();
}

void ReviewDrafts::setText(const QString &name, const QString &text)
{
    if (text.isEmpty())
        m_drafts->remove(m_scope, name);
    else
        m_drafts->save(m_scope, name, {{kindKey, QStringLiteral("text")}, {textKey, text}});
}

QString ReviewDrafts::token(const QString &name)
{
    QString token = text(tokenDraft + name);
    if (token.isEmpty()) {
        token = newKey();
        setText(tokenDraft + name, token);
    }
    return token;
}

void ReviewDrafts::forgetToken(const QString &name) { m_drafts->remove(m_scope, tokenDraft + name); }

QString ReviewDrafts::beginSubmission(const QList<PendingComment> &comments, const QString &summary)
{
    if (const auto begun = m_drafts->draft(m_scope, submissionDraft))
        return begun->content.value(textKey).toString();
    QJsonObject texts;
    for (const auto &comment : comments)
        texts.insert(comment.key, comment.text);
    const QString token = newKey();
    m_drafts->save(m_scope, submissionDraft,
                   {{kindKey, QStringLiteral("submission")},
                    {textKey, token},
                    {QStringLiteral("comments"), texts},
                    {QStringLiteral("summary"), summary}});
    return token;
}

void ReviewDrafts::finishSubmission(const QList<PendingComment> &comments, const QString &summary)
{
    for (const auto &sent : comments) {
        if (const auto now = comment(sent.key); now && now->text == sent.text)
            remove(sent.key);
    }
    if (text(QStringLiteral("summary")) == summary)
        setText(QStringLiteral("summary"), {});
    forgetSubmission();
}

void ReviewDrafts::finishFirstSubmission()
{
    const auto begun = m_drafts->draft(m_scope, submissionDraft);
    if (!begun)
        return;
    QList<PendingComment> sent;
    const QJsonObject texts = begun->content.value(QStringLiteral("comments")).toObject();
    for (auto it = texts.begin(); it != texts.end(); ++it) {
        PendingComment comment;
        comment.key = it.key();
        comment.text = it.value().toString();
        sent.append(comment);
    }
    finishSubmission(sent, begun->content.value(QStringLiteral("summary")).toString());
}

void ReviewDrafts::forgetSubmission() { m_drafts->remove(m_scope, submissionDraft); }

QString withRange(const QString &text, int firstLine, int lastLine)
{
    if (firstLine <= 0 || firstLine >= lastLine)
        return text;
    return QStringLiteral("Lines %1–%2:\n\n%3").arg(firstLine).arg(lastLine).arg(text);
}

LineRange lineRange(const QString &text, int lastLine)
{
    static const QRegularExpression start(QStringLiteral("^Lines (\\d{1,9})[–-](\\d{1,9}):\\s+"));
    LineRange range{lastLine, lastLine, text};
    const auto match = start.match(text);
    if (match.hasMatch() && match.captured(2).toInt() == lastLine && match.captured(1).toInt() > 0 &&
        match.captured(1).toInt() < lastLine) {
        range.first = match.captured(1).toInt();
        range.text = text.mid(match.capturedEnd());
    }
    return range;
}

} // namespace countersign::reviewui

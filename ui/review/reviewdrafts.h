// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_review.h"

#include <QJsonObject>
#include <QObject>

namespace countersign::accounts {
class Drafts;
}

namespace countersign::reviewui {

/// A comment that was written and not submitted. Only its author sees it, and only here.
struct PendingComment
{
    /// Identifies the draft.
    QString key;
    QString text;
    /// Added to the review; otherwise it is still being written.
    bool isPending = false;
    /// A reply to a thread; location and commits are then the thread's.
    std::optional<QString> inReplyTo;
    /// Absent for a comment on the whole pull request.
    std::optional<api::Location> location;
    /// First line of a range that ends at the location; 0 for one line.
    int firstLine = 0;
    QString beforeCommitId;
    QString afterCommitId;
    int revisionNumber = 0;

    bool operator==(const PendingComment &) const = default;
};

/// The drafts of one person's review of one pull request. Owned by the presenter of the page; all is kept in
/// accounts::Drafts, which writes it to disk while the person types.
class ReviewDrafts : public QObject
{
    Q_OBJECT
public:
    ReviewDrafts(accounts::Drafts *drafts, const QString &scope, QObject *parent = nullptr);
    QString scope() const { return m_scope; }

    /// By the time they were begun.
    QList<PendingComment> comments() const;
    std::optional<PendingComment> comment(const QString &key) const;
    int pendingCount() const;
    /// Comments with text among the drafts of a scope, pending or half written. A half-written title or
    /// description is no review.
    static int countIn(const accounts::Drafts *drafts, const QString &scope);
    static QString newKey();
    void save(const PendingComment &comment);
    void remove(const QString &key);
    /// Takes all comments of the review away and gives them back for an undo.
    QList<PendingComment> takeAll();
    void restore(const QList<PendingComment> &comments);

    /// Other texts by their name: "summary", "general", "title", "description", "edit:<comment>".
    QString text(const QString &name) const;
    void setText(const QString &name, const QString &text);

    /// The request token of something that is sent by itself, by the draft's name or key. It stays the same,
    /// also over a restart, until it is forgotten: another try after a lost answer then posts nothing twice.
    QString token(const QString &name);
    void forgetToken(const QString &name);
    /// The token of the review being sent, and what goes with it. The same until finishSubmission() or
    /// forgetSubmission(), so that a second press cannot submit twice.
    QString beginSubmission(const QList<PendingComment> &comments, const QString &summary);
    /// It arrived: removes what went with it, unless it was changed since.
    void finishSubmission(const QList<PendingComment> &comments, const QString &summary);
    /// It arrived as it was when the token was made.
    void finishFirstSubmission();
    /// It was refused: the next one is another.
    void forgetSubmission();

Q_SIGNALS:
    void changed();

private:
    accounts::Drafts *m_drafts;
    QString m_scope;
};

/// Text of a comment on several lines begins with the lines, since the wire knows only the last of them. The
/// same words in every language: other consoles read them.
QString withRange(const QString &text, int firstLine, int lastLine);
/// The reverse: lines from 1, and the text without them.
struct LineRange
{
    int first = 0;
    int last = 0;
    QString text;
};
LineRange lineRange(const QString &text, int lastLine);

} // namespace countersign::reviewui

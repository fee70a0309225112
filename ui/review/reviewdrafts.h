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
    static QString newKey();
    void save(const PendingComment &comment);
    void remove(const QString &key);
    /// Takes all comments of the review away and gives them back for an undo.
    QList<PendingComment> takeAll();
    void restore(const QList<PendingComment> &comments);

    /// Other texts by their name: "summary", "general", "title", "description", "edit:<comment>".
    QString text(const QString &name) const;
    void setText(const QString &name, const QString &text);

    /// The token of the review being sent. It stays the same until the review has arrived, so that a second
    /// press, or another try after a lost answer, cannot submit twice.
    QString submissionToken();
    void forgetSubmission();

Q_SIGNALS:
    void changed();

private:
    accounts::Drafts *m_drafts;
    QString m_scope;
};

/// Text of a comment on several lines begins with the lines, since the wire knows only the last of them.
QString withRange(const QString &text, int firstLine, int lastLine);

} // namespace countersign::reviewui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/operations_review.h"
#include "ui/review/mergeorder.h"

#include <QHash>
#include <QTimer>

#include <optional>

namespace countersign::reviewui {

/// Merges that wait for what is missing. No hub offers this, so the console keeps the orders while it runs:
/// it looks whenever the hub tells of a change, and merges once every condition holds, open threads included.
/// An order is for the revision that the person saw: another push ends it, and so does a refused merge. An
/// order acts only for the person who gave it. Child of the hub's session, made when first asked for;
/// screen's thread.
class MergeWhenReady : public QObject
{
    Q_OBJECT
public:
    static MergeWhenReady *of(const ui::PageContext &context);

    std::optional<MergeOrder> order(const QString &pullRequestId) const;
    void start(const MergeOrder &order);
    void cancel(const QString &pullRequestId);

Q_SIGNALS:
    /// An order was given, taken back, or is done.
    void changed(const QString &pullRequestId);
    /// Looked at, and something is still missing.
    void lookedAt(const QString &pullRequestId);
    /// Merged, or why not; nothing waits any more.
    void ended(const QString &pullRequestId, bool merged, const QString &text);

private:
    explicit MergeWhenReady(const ui::PageContext &context);
    void look();
    void judge(const QString &pullRequestId, const api::GetPullRequestReview::Output &review);
    void end(const QString &pullRequestId, bool merged, const QString &text);

    struct Waiting
    {
        MergeOrder order;
        QString arn;
        bool isMerging = false;
    };
    ui::PageContext m_context;
    QHash<QString, Waiting> m_waiting;
    QTimer m_look;
};

} // namespace countersign::reviewui

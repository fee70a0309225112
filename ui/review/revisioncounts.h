// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_review.h"
#include "core/base/lane.h"
#include "core/base/result.h"
#include "core/git/values.h"
#include "ui/widgets/pagecontext.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace countersign::reviewui {

/// Added and removed lines of all files between two commits; "" as `before` is the empty tree. nullopt where
/// there are too many files to count them all. Blocking.
Result<std::optional<git::LineCounts>> countLines(const QString &gitDirectory, const QString &before,
                                                  const QString &after, std::stop_token stop = {});

/// Changed lines of each revision against its base, counted in the background in a lane of its own, newest
/// first. Owned by the presenter; screen's thread.
class RevisionCounts : public QObject
{
    Q_OBJECT
public:
    explicit RevisionCounts(const ui::PageContext &context, QObject *parent = nullptr);
    void setRevisions(const QString &repository, const QList<api::Revision> &revisions);
    /// nullopt while it is not known, or where it is too much to count.
    std::optional<git::LineCounts> counts(const QString &revisionId) const;
    /// "+171 −74"; empty where it is not known.
    QString text(const QString &revisionId) const;

Q_SIGNALS:
    void counted(int revision);

private:
    ui::PageContext m_context;
    QHash<QString, std::optional<git::LineCounts>> m_counts;
    Lane m_lane;
};

} // namespace countersign::reviewui

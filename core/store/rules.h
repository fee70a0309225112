// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

#include <QHash>

/// Approval rules of pull requests.
namespace countersign::store {

struct RuleRow
{
    QString id;
    qint64 pullRequestId = 0;
    QString name;
    /// Exactly as it was sent.
    QString content;
    /// Lower-case hexadecimal SHA-256 of `content`.
    QString sha256;
    /// Both or none: the template that the rule was copied from.
    std::optional<QString> templateId;
    std::optional<QString> templateName;
    qint64 created = 0;
    qint64 modified = 0;
    QString modifiedBy;
};

namespace rules {

/// AlreadyExists when the name is taken in the pull request.
Result<void> insert(Connection &, const RuleRow &);
Result<std::optional<RuleRow>> byName(Connection &, qint64 pullRequestId, const QString &name);
/// In the order in which they were made.
Result<QList<RuleRow>> all(Connection &, qint64 pullRequestId);
Result<QHash<qint64, QList<RuleRow>>> ofPullRequests(Connection &, const QList<qint64> &pullRequestIds);
Result<void> setContent(Connection &, const QString &id, const QString &content, const QString &sha256,
                        const QString &by, qint64 now);
Result<void> remove(Connection &, const QString &id);

} // namespace rules
} // namespace countersign::store

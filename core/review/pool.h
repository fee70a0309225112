// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

/// Approval pools. Pure; safe from any thread.
namespace countersign::review {

/// Whether the text has one of the forms of a pool member: CodeCommitApprovers:ACCOUNT:NAME or an ARN, both
/// with * and, in an ARN, ?.
bool isPoolMember(QStringView text);

/// CodeCommitApprovers:ACCOUNT:NAME matches the user NAME (the last part of its path) and the federated user
/// NAME; against a session of a role it is compared with ROLE/SESSION, so that NAME alone never matches one.
/// An ARN is compared as a whole; one that names a role without a session matches each of its sessions.
bool poolMemberMatches(QStringView member, const QString &principalArn);

/// Whether the principal is in the pool; an empty pool contains everybody.
bool poolContains(const QList<QString> &members, const QString &principalArn);

} // namespace countersign::review

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/database.h"

/// The people of the hub.
namespace countersign::store {

struct PersonRow
{
    QString arn;
    QString userName;
    QString displayName;
    QString email;
    bool active = true;
    qint64 created = 0;
};

namespace people {

/// AlreadyExists when the ARN or the user name is taken.
Result<void> insert(Connection &, const PersonRow &);
Result<std::optional<PersonRow>> byArn(Connection &, const QString &arn);
/// By user name.
Result<QList<PersonRow>> all(Connection &);

} // namespace people
} // namespace countersign::store

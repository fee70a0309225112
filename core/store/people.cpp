// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/store/people.h"

#include "core/store/values.h"

using namespace Qt::StringLiterals;

namespace countersign::store::people {

namespace {

const QString columns = u"arn, user_name, display_name, email, active, created"_s;

PersonRow read(const Row &row)
{
    return {row.text(0), row.text(1), row.text(2), row.text(3), row.flag(4), row.number(5)};
}

} // namespace

Result<void> insert(Connection &tx, const PersonRow &p)
{
    return done(tx.run(u"INSERT INTO people (arn, user_name, display_name, email, active, created)"
                       " VALUES (?, ?, ?, ?, ?, ?)"_s,
                       {p.arn, p.userName, p.displayName, p.email, p.active ? 1 : 0, p.created}));
}

Result<std::optional<PersonRow>> byArn(Connection &tx, const QString &arn)
{
    return tx.first(u"SELECT "_s + columns + u" FROM people WHERE arn = ?"_s, {arn}, read);
}

Result<QList<PersonRow>> all(Connection &tx)
{
    return tx.all(u"SELECT "_s + columns + u" FROM people ORDER BY user_name"_s, {}, read);
}

} // namespace countersign::store::people

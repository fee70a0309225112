// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/widgets/people.h"

namespace countersign::ui {

QString PersonInfo::firstName() const { return name.section(QLatin1Char(' '), 0, 0); }

QString PersonInfo::initials() const
{
    const QStringList words = name.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty())
        return QStringLiteral("?");
    // Whole code points: a name may begin outside the basic plane.
    const auto first = [](const QString &word) {
        return word.left(word.at(0).isHighSurrogate() && word.size() > 1 ? 2 : 1).toUpper();
    };
    return words.size() > 1 ? first(words.first()) + first(words.last()) : first(words.first());
}

void People::setPeople(const QList<PersonInfo> &people)
{
    m_people = people;
    m_byArn.clear();
    m_byEmail.clear();
    for (qsizetype i = 0; i < people.size(); ++i) {
        m_byArn.insert(people[i].arn, i);
        if (!people[i].email.isEmpty())
            m_byEmail.insert(people[i].email.toLower(), i);
    }
    Q_EMIT changed();
}

PersonInfo People::person(const QString &arn) const
{
    if (const auto it = m_byArn.find(arn); it != m_byArn.end())
        return m_people[*it];
    PersonInfo unknown;
    unknown.arn = arn;
    unknown.account = arn.section(QLatin1Char('/'), -1);
    unknown.name = unknown.account;
    return unknown;
}

PersonInfo People::byEmail(const QString &email, const QString &name) const
{
    if (const auto it = m_byEmail.find(email.toLower()); it != m_byEmail.end())
        return m_people[*it];
    PersonInfo unknown;
    unknown.arn = email.toLower();
    unknown.name = name.isEmpty() ? email : name;
    unknown.email = email;
    return unknown;
}

} // namespace countersign::ui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QImage>
#include <QList>
#include <QObject>

namespace countersign::ui {

/// A person as the screens show one. A value.
struct PersonInfo
{
    /// The account's ARN; the avatar's colour comes from it.
    QString arn;
    /// Account name, such as "grace".
    QString account;
    /// Full name, such as "Grace Okafor"; the account name where a hub knows no more.
    QString name;
    QString email;
    QImage picture;

    /// First name, as events use it.
    QString firstName() const;
    /// At most two letters for the avatar.
    QString initials() const;
};

/// Who is behind an ARN, for one hub. Filled by the shell; screen's thread.
class People : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    void setPeople(const QList<PersonInfo> &people);
    QList<PersonInfo> all() const { return m_people; }
    /// Someone unknown gets the last part of the ARN as name.
    PersonInfo person(const QString &arn) const;
    QString name(const QString &arn) const { return person(arn).name; }
    /// The person that writes commits with this address, or one with just the given name.
    PersonInfo byEmail(const QString &email, const QString &name) const;

Q_SIGNALS:
    void changed();

private:
    QList<PersonInfo> m_people;
    QHash<QString, qsizetype> m_byArn;
    QHash<QString, qsizetype> m_byEmail;
};

} // namespace countersign::ui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

/// Names of people and things as AWS writes them. Pure; safe from any thread.
namespace countersign::access {

/// arn:partition:service:region:account:resource.
struct Arn
{
    QString partition;
    QString service;
    QString region;
    QString account;
    /// May contain further colons and slashes.
    QString resource;

    bool operator==(const Arn &) const = default;
};

std::optional<Arn> parseArn(QStringView text);
QString toString(const Arn &arn);

/// arn:aws:iam::ACCOUNT:user/NAME.
QString userArn(const QString &account, const QString &userName);
/// arn:aws:codecommit:REGION:ACCOUNT:NAME.
QString repositoryArn(const QString &region, const QString &account, const QString &repositoryName);
/// The repository's name when `text` is the ARN of one, of whichever region and account.
std::optional<QString> repositoryOfArn(QStringView text);

/// What a person sees of a principal: the last part, such as "grace" or a session's name. The whole text
/// when it is no ARN.
QString principalName(const QString &arn);

} // namespace countersign::access

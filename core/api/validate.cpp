// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/api/validate.h"

#include "core/api/errors.h"

namespace countersign::api {

namespace {

bool isFor(const FieldRule &rule, const OperationRow &row)
{
    if (!rule.operations)
        return true;
    for (const QLatin1StringView name : QLatin1StringView(rule.operations).tokenize(QLatin1Char(' ')))
        if (name == QLatin1StringView(row.name))
            return true;
    return false;
}

bool isMember(const FieldRule &rule, QLatin1StringView parent, QLatin1StringView member)
{
    const QLatin1StringView name(rule.member);
    const qsizetype dot = name.indexOf(QLatin1Char('.'));
    return dot < 0 ? name == member : name.first(dot) == parent && name.sliced(dot + 1) == member;
}

qint64 maximumOf(const FieldRule &rule, const OperationRow &row, QLatin1StringView member)
{
    const bool pages = row.paging.size && member == QLatin1StringView(row.paging.size);
    return pages ? row.paging.maximumSize : rule.maximum;
}

} // namespace

const FieldRule *findFieldRule(const OperationRow &row, QLatin1StringView parent, QLatin1StringView member)
{
    for (const FieldRule &rule : fieldRules())
        if (isMember(rule, parent, member) && isFor(rule, row))
            return &rule;
    return nullptr;
}

Result<void> Validator::result() const
{
    if (m_missing)
        return std::unexpected(*m_missing);
    if (m_invalid)
        return std::unexpected(*m_invalid);
    return {};
}

void Validator::text(const char *name, const QString &value, bool required)
{
    const FieldRule *rule = findFieldRule(m_row, m_parent, QLatin1StringView(name));
    if (!rule || !rule->text)
        return;
    const rules::Check violation = rule->text(value);
    if (!violation)
        return;
    if (violation->problem == rules::Problem::Missing && required && !rule->missing)
        return;
    keep(name, *rule, *violation);
}

void Validator::content(const char *name, const QByteArray &value, bool required)
{
    const FieldRule *rule = findFieldRule(m_row, m_parent, QLatin1StringView(name));
    if (!rule)
        return;
    if (value.isEmpty() && required && rule->missing)
        keep(name, *rule, {rules::Problem::Missing, 0, {}});
    else if (rule->maximum > 0 && value.size() > rule->maximum)
        keep(name, *rule, {rules::Problem::TooLong, rule->maximum, {}});
}

void Validator::number(const char *name, qint64 value)
{
    const FieldRule *rule = findFieldRule(m_row, m_parent, QLatin1StringView(name));
    if (!rule)
        return;
    const qint64 maximum = maximumOf(*rule, m_row, QLatin1StringView(name));
    if (value < 1 || value > maximum)
        keep(name, *rule, {rules::Problem::OutOfRange, maximum, {}});
}

void Validator::count(const char *name, qsizetype size)
{
    const FieldRule *rule = findFieldRule(m_row, m_parent, QLatin1StringView(name));
    if (!rule)
        return;
    if (size == 0 && rule->missing)
        keep(name, *rule, {rules::Problem::Missing, 0, {}});
    else if (rule->maximum > 0 && size > rule->maximum)
        keep(name, *rule, {rules::Problem::TooMany, rule->maximum, {}});
}

void Validator::list(const char *name, const QList<QString> &value)
{
    count(name, value.size());
    const FieldRule *rule = findFieldRule(m_row, m_parent, QLatin1StringView(name));
    if (!rule || !rule->text)
        return;
    for (const QString &item : value) {
        if (rules::Check violation = rule->text(item)) {
            // An empty item is a wrong item, not an absent list.
            if (violation->problem == rules::Problem::Missing)
                violation->problem = rules::Problem::Malformed;
            if (violation->problem == rules::Problem::TooLong)
                violation->problem = rules::Problem::Malformed;
            keep(name, *rule, *violation);
            return;
        }
    }
}

void Validator::map(const char *name, const QMap<QString, QString> &value)
{
    count(name, value.size());
    const FieldRule *rule = findFieldRule(m_row, m_parent, QLatin1StringView(name));
    if (!rule || !rule->text)
        return;
    for (auto it = value.cbegin(); it != value.cend(); ++it) {
        rules::Check violation = rule->text(it.key());
        if (!violation)
            violation = rules::tagValue(it.value());
        if (violation) {
            if (violation->problem != rules::Problem::ForbiddenPart)
                violation->problem = rules::Problem::Malformed;
            keep(name, *rule, *violation);
            return;
        }
    }
}

void Validator::keep(const char *member, const FieldRule &rule, const rules::Violation &violation)
{
    const bool isMissing = violation.problem == rules::Problem::Missing;
    std::optional<Error> &slot = isMissing ? m_missing : m_invalid;
    if (slot)
        return;
    const bool isTooLarge =
        violation.problem == rules::Problem::TooLong || violation.problem == rules::Problem::TooMany;
    const bool isSystemTag =
        violation.problem == rules::Problem::ForbiddenPart && violation.subject == u"aws:";
    QStringList candidates;
    if (isMissing)
        candidates.append(QString::fromLatin1(rule.missing));
    if (isTooLarge)
        candidates.append(QString::fromLatin1(rule.tooLarge));
    if (isSystemTag)
        candidates.append(QStringLiteral("InvalidSystemTagUsage"));
    candidates.append(QString::fromLatin1(rule.invalid));
    // Where an operation does not declare the exact error, AWS's general one is the answer.
    QString code = QStringLiteral("ValidationException");
    const QStringList declared = declaredErrors(m_row);
    for (const QString &candidate : candidates) {
        const QString wire = candidate + QLatin1StringView("Exception");
        if (!candidate.isEmpty() && declared.contains(wire)) {
            code = wire;
            break;
        }
    }
    slot = wireError(code, rules::sentence(QString::fromLatin1(member), violation));
}

} // namespace countersign::api

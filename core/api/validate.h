// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/codec.h"
#include "core/api/operation.h"
#include "core/api/rules.h"

#include <span>

/// The field rules as one table, and the check of a whole input against it. Safe from any thread.
namespace countersign::api {

/// What one member must be, and the wire's errors for it. Names of errors without "Exception".
struct FieldRule
{
    /// "repositoryName", or "putFiles.fileMode" for a member of a member.
    const char *member;
    /// Null for every operation; otherwise the names of those it is for, with spaces between. A row for an
    /// operation stands before the row for all.
    const char *operations = nullptr;
    /// For what is absent, null or empty; null when that is allowed.
    const char *missing = nullptr;
    const char *invalid = nullptr;
    /// For what is too long or too many; null for the same as `invalid`.
    const char *tooLarge = nullptr;
    /// For texts, and for each item of a list of texts or key of a map.
    rules::Check (*text)(QStringView) = nullptr;
    /// For numbers, at least 1; for lists and maps the number of items, for contents the bytes. 0: see
    /// Paging.
    qint64 maximum = 0;
    /// For docs/api.md.
    const char *words = "";
};

std::span<const FieldRule> fieldRules();
/// The rule of a member of an operation's input; `parent` is "" at the top. Null when there is none.
const FieldRule *findFieldRule(const OperationRow &row, QLatin1StringView parent, QLatin1StringView member);

/// Visits the fields of an input and keeps the first thing that is wrong, a missing member before others.
class Validator
{
public:
    explicit Validator(const OperationRow &row)
        : m_row(row)
    {
    }

    void operator()(const char *name, const QString &value) { text(name, value, true); }
    void operator()(const char *name, const QByteArray &value) { content(name, value, true); }
    void operator()(const char *name, const QList<QString> &value) { list(name, value); }
    void operator()(const char *name, const QMap<QString, QString> &value) { map(name, value); }
    void operator()(const char *name, int value) { number(name, value); }
    void operator()(const char *name, qint64 value) { number(name, value); }
    void operator()(const char *, bool) {}
    void operator()(const char *name, const std::optional<QString> &value)
    {
        if (value)
            text(name, *value, false);
    }
    void operator()(const char *name, const std::optional<QByteArray> &value)
    {
        if (value)
            content(name, *value, false);
    }
    template <class T>
    void operator()(const char *name, const std::optional<T> &value)
    {
        if (value)
            (*this)(name, *value);
    }
    template <Struct T>
    void operator()(const char *name, const QList<T> &value)
    {
        count(name, value.size());
        for (const T &item : value)
            (*this)(name, item);
    }
    template <Struct T>
    void operator()(const char *name, const T &value)
    {
        const QLatin1StringView outer = std::exchange(m_parent, QLatin1StringView(name));
        T::fields(value, *this);
        m_parent = outer;
    }

    Result<void> result() const;

private:
    void text(const char *name, const QString &value, bool required);
    void content(const char *name, const QByteArray &value, bool required);
    void number(const char *name, qint64 value);
    void list(const char *name, const QList<QString> &value);
    void map(const char *name, const QMap<QString, QString> &value);
    void count(const char *name, qsizetype size);
    void keep(const char *member, const FieldRule &rule, const rules::Violation &violation);

    const OperationRow &m_row;
    QLatin1StringView m_parent;
    std::optional<Error> m_missing;
    std::optional<Error> m_invalid;
};

/// Checks every field of an operation's input. The error is one that the operation declares.
template <class Op>
Result<void> validate(const typename Op::Input &input)
{
    Validator validator(Op::row);
    Op::Input::fields(input, validator);
    return validator.result();
}

} // namespace countersign::api

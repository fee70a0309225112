// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <expected>

namespace countersign {

/// What a caller can do about an error. Screens, HTTP answers and retry switch on this and nothing else.
enum class ErrorKind {
    NotFound,
    AlreadyExists,
    InvalidInput,
    Conflict,
    PermissionDenied,
    AuthenticationRequired,
    Unreachable,
    Cancelled,
    LimitExceeded,
    Unsupported,
    Corrupt,
    Internal,
};

/// Why an operation failed. A value; made where the failure is seen, shown and translated only by the
/// screens.
struct Error
{
    ErrorKind kind = ErrorKind::Internal;
    /// The wire name where one exists, such as "BranchDoesNotExistException"; otherwise empty.
    QString code;
    /// One English sentence for people and logs; never a secret.
    QString message;
    /// The original words of git, SQLite or the system, for the collapsible part of an error; may be empty.
    QString detail;

    bool operator==(const Error &) const = default;
};

/// The outcome of every blocking function in core: a value or an Error. No exception leaves core.
template <class T>
using Result = std::expected<T, Error>;

/// Shortens `return std::unexpected(Error{…})`.
inline std::unexpected<Error> failure(ErrorKind kind, QString message, QString detail = {})
{
    return std::unexpected(Error{kind, {}, std::move(message), std::move(detail)});
}

/// The answer of a function that noticed its stop token.
inline std::unexpected<Error> cancelled()
{
    return failure(ErrorKind::Cancelled, QStringLiteral("The work was cancelled."));
}

} // namespace countersign

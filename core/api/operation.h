// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <utility>

/// What a row of the operation table says besides its input and output. An operation is a struct with `row`,
/// `name()`, `Input` and `Output`; core/api/operations.h lists them all.
namespace countersign::api {

/// Whose operation it is: decides the target prefix on the wire and the service of the IAM action.
enum class Family { CodeCommit, Countersign };

/// Read changes nothing. Idempotent may be sent again after a lost answer. Write may not.
enum class Effect { Read, Idempotent, Write };

/// Long operations report progress and get a lane of their own.
enum class Duration { Short, Long };

/// The members that page through the answer; null when there is none.
struct Paging
{
    const char *token = nullptr;
    const char *size = nullptr;
    int defaultSize = 0;
    int maximumSize = 0;
};

struct OperationRow
{
    const char *name = nullptr;
    Family family = Family::CodeCommit;
    Effect effect = Effect::Read;
    Paging paging;
    /// Names without the suffix "Exception"; @GROUP stands for a group of core/api/errors.h.
    const char *errors = "";
    const char *summary = "";
    Duration duration = Duration::Short;
};

template <class... Ops>
struct OperationList
{
    static constexpr int size = int(sizeof...(Ops));

    /// Calls `f.template operator()<Op>()` for each operation in turn.
    template <class F>
    static constexpr void forEach(F &&f)
    {
        (f.template operator()<Ops>(), ...);
    }
};

} // namespace countersign::api

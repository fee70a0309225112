// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/service/gitlookup.h"

namespace countersign::service {

/// The two branches of a pull request to be, full names and tips.
struct BranchPair
{
    QString sourceRef;
    QString destinationRef;
    git::Oid source;
    git::Oid destination;
};

/// ReferenceTypeNotSupported, ReferenceDoesNotExist, SourceAndDestinationAreSame. An absent destination is
/// the default branch.
Result<BranchPair> branchPair(const store::RepositoryRow &, const git::Repository &, const QString &source,
                              const std::optional<QString> &destination);

} // namespace countersign::service

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_pullrequests.h"
#include "core/base/result.h"
#include "ui/widgets/pagecontext.h"

#include <QObject>

#include <functional>

namespace countersign::reviewui {

/// A merge as somebody asked for it.
struct MergeOrder
{
    QString pullRequestId;
    QString repository;
    /// What the person saw is what is merged: the hub refuses when the source moved.
    QString sourceCommit;
    QString sourceBranch;
    QString destinationBranch;
    /// One of api::MergeOption.
    QString option;
    /// Empty for the hub's own.
    QString message;
    bool deleteSource = false;

    bool operator==(const MergeOrder &) const = default;
};

/// Merges now, as a background task; `finished` runs on the receiver's thread, not after its death.
void mergeNow(const ui::PageContext &context, const MergeOrder &order, QObject *receiver,
              const std::function<void(const Result<api::PullRequest> &)> &finished);

} // namespace countersign::reviewui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/statelook.h"

#include "core/api/enums.h"

namespace countersign::reviewui {

using theme::Token;

StateLook queueLook(const QueueEntry &entry)
{
    switch (stateOf(entry.summary.pullRequest)) {
    case PullRequestState::Merged:
        return {QStringLiteral("pull-request-merged"), Token::ApprovalText, Look::tr("Merged")};
    case PullRequestState::Closed:
        return {QStringLiteral("cross"), Token::Muted, Look::tr("Closed")};
    case PullRequestState::Open:
        break;
    }
    switch (entry.group) {
    case QueueGroup::Returned:
        return {QStringLiteral("state-returned"), Token::WarningText, Look::tr("Returned")};
    case QueueGroup::Waiting:
        return {QStringLiteral("state-waiting"), Token::Muted, Look::tr("Waiting")};
    case QueueGroup::Ready:
        return {QStringLiteral("state-ready"), Token::ApprovalText, Look::tr("Ready to merge")};
    case QueueGroup::NeedsReview:
    case QueueGroup::None:
        break;
    }
    return {QStringLiteral("pull-request"), Token::Accent, Look::tr("Open")};
}

StateLook verdictLook(const QString &verdict)
{
    if (verdict == api::ReviewerVerdict::Approved)
        return {QStringLiteral("approval"), Token::ApprovalText, Look::tr("Approved")};
    if (verdict == api::ReviewerVerdict::Returned)
        return {QStringLiteral("state-returned"), Token::WarningText, Look::tr("Returned")};
    if (verdict == api::ReviewerVerdict::Commented)
        return {QStringLiteral("comment"), Token::Muted, Look::tr("Commented")};
    return {QStringLiteral("state-waiting"), Token::Muted, Look::tr("Not reviewed yet")};
}

ui::ChipContent stateChip(PullRequestState state)
{
    switch (state) {
    case PullRequestState::Merged:
        return {Look::tr("Merged"), QStringLiteral("pull-request-merged"), ui::ChipKind::Approval, false};
    case PullRequestState::Closed:
        return {Look::tr("Closed"), QStringLiteral("cross"), ui::ChipKind::Neutral, false};
    case PullRequestState::Open:
        break;
    }
    return {Look::tr("Open"), QStringLiteral("pull-request"), ui::ChipKind::Accent, false};
}

ui::ChipContent verdictChip(const QString &verdict)
{
    if (verdict == api::ReviewVerdict::Approve || verdict == api::ReviewerVerdict::Approved)
        return {Look::tr("Approved"), QStringLiteral("approval"), ui::ChipKind::Approval, false};
    if (verdict == api::ReviewVerdict::Return || verdict == api::ReviewerVerdict::Returned)
        return {Look::tr("Returned"), QStringLiteral("state-returned"), ui::ChipKind::Warning, false};
    return {Look::tr("Commented"), QStringLiteral("comment"), ui::ChipKind::Quiet, false};
}

} // namespace countersign::reviewui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/mergeconditions.h"
#include "ui/review/pullrequestpresenter.h"

namespace countersign::reviewui {

/// Asks whom to remind of an approval that is missing, and with which words. A hub knows no reminders: it is
/// a comment that names them, and who was not asked yet is asked for a review.
void openRemindDialog(PullRequestPresenter *presenter, const MergeCondition &condition, QWidget *parent);

} // namespace countersign::reviewui

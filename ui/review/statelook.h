// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/queuerules.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chippainter.h"

#include <QCoreApplication>

/// How states of reviews look: each has a shape, a word and then a colour.
namespace countersign::reviewui {

struct Look
{
    Q_DECLARE_TR_FUNCTIONS(countersign::reviewui::Look)
};

struct StateLook
{
    QString icon;
    theme::Token token = theme::Token::Muted;
    QString word;
};

StateLook queueLook(const QueueEntry &entry);
/// Of a reviewer: "Approved", "Returned", "Commented", "Not reviewed yet".
StateLook verdictLook(const QString &verdict);
ui::ChipContent stateChip(PullRequestState state);
ui::ChipContent verdictChip(const QString &verdict);

} // namespace countersign::reviewui

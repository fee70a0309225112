// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/pullrequestpresenter.h"

#include <QWidget>

namespace countersign::reviewui {

/// The buttons at a suggestion: Apply and Add to batch, or why neither can be done. Owned by the suggestion.
class SuggestionActions : public QWidget
{
    Q_OBJECT
public:
    SuggestionActions(PullRequestPresenter *presenter, const Suggestion &suggestion, const SuggestionFit &fit,
                      QWidget *parent = nullptr);
};

} // namespace countersign::reviewui

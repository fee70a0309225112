// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/suggestionactions.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

namespace {

struct Told
{
    QString icon;
    QString text;
    QString why;
    Token token = Token::Muted;
};

// Of one that cannot be applied; no text where it can.
Told tell(SuggestionFit::Kind kind)
{
    using Kind = SuggestionFit::Kind;
    switch (kind) {
    case Kind::Applied:
        return {QStringLiteral("state-passed"), SuggestionActions::tr("Applied"),
                SuggestionActions::tr("The lines are as suggested"), Token::ApprovalText};
    case Kind::Outdated:
        return {QStringLiteral("state-waiting"), SuggestionActions::tr("Outdated"),
                SuggestionActions::tr("The lines have changed since; it can no longer be applied"),
                Token::Muted};
    case Kind::OldSide:
        return {QStringLiteral("state-info"), SuggestionActions::tr("On the old version"),
                SuggestionActions::tr("Only lines of the new version can be replaced"), Token::Muted};
    case Kind::NoLines:
        return {QStringLiteral("state-info"), SuggestionActions::tr("No lines"),
                SuggestionActions::tr("It is about the file as a whole"), Token::Muted};
    case Kind::Applicable:
        break;
    }
    return {};
}

} // namespace

SuggestionActions::SuggestionActions(PullRequestPresenter *presenter, const Suggestion &suggestion,
                                     const SuggestionFit &fit, QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    if (const Told told = tell(fit.kind); !told.text.isEmpty()) {
        row->addWidget(new ui::IconLabel(told.icon, told.token, 16, this));
        auto *label = new ui::StyledLabel(told.text, TextStyle::Small, told.token, this);
        label->setToolTip(told.why);
        row->addWidget(label);
        return;
    }
    const QString reason = presenter->applyUnavailable();
    const bool inBatch = presenter->isInBatch(suggestion.id());
    auto *batch = new QPushButton(inBatch ? tr("Remove from batch") : tr("Add to batch"), this);
    theme::setVariant(batch, theme::ButtonVariant::Flat);
    auto *apply = new QPushButton(theme::Theme::instance().icon(QStringLiteral("check")), tr("Apply"), this);
    for (QPushButton *button : {batch, apply}) {
        theme::setCompact(button);
        button->setEnabled(reason.isEmpty());
        button->setToolTip(reason);
        row->addWidget(button);
    }
    if (reason.isEmpty()) {
        batch->setToolTip(tr("Several suggestions become one commit"));
        apply->setToolTip(tr("Commits it to the source branch and resolves the thread"));
    }
    // Queued: the thread is built anew by what they do, these buttons too.
    connect(
        batch, &QPushButton::clicked, presenter,
        [presenter, suggestion, inBatch] { presenter->setInBatch(suggestion, !inBatch); },
        Qt::QueuedConnection);
    connect(
        apply, &QPushButton::clicked, presenter,
        [presenter, suggestion] { presenter->applySuggestions({suggestion}); }, Qt::QueuedConnection);
}

} // namespace countersign::reviewui

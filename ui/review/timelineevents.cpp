// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
// What happened to a pull request besides words, a line each.
#include "ui/review/timeline.h"

#include "core/api/enums.h"
#include "ui/review/revisioncounts.h"
#include "ui/review/statelook.h"
#include "ui/review/timelinecard.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/commitid.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/people.h"

#include <QToolButton>

namespace countersign::reviewui {

using theme::Token;

QWidget *Timeline::eventRow(const api::ActivityEntry &entry)
{
    using Kind = api::ActivityKind;
    const auto row = [&](const QString &icon, Token token) {
        auto *event =
            new TimelineEvent(icon, static_cast<int>(token), m_presenter->person(entry.actorArn), widget());
        return event;
    };
    const auto finish = [&](TimelineEvent *event) {
        event->setTime(entry.date.ms);
        return static_cast<QWidget *>(event);
    };
    const auto ruleName = [&] {
        return entry.event && entry.event->approvalRuleEventMetadata
                   ? entry.event->approvalRuleEventMetadata->approvalRuleName
                   : QString();
    };
    const auto ruleChip = [](const QString &name) {
        return ui::ChipContent{name, QStringLiteral("people"), ui::ChipKind::Quiet, false};
    };
    if (entry.kind == Kind::Revision && entry.revision) {
        auto *event = row(QStringLiteral("push"), Token::Muted);
        const int number = entry.revision->number;
        event->addText(tr("pushed revision %1").arg(number));
        // Filled in when it is counted.
        auto *lines = new ui::StyledLabel({}, theme::TextStyle::Body, Token::Muted, event);
        const auto fill = [this, lines, id = entry.revision->revisionId] {
            lines->setText(m_presenter->counts()->text(id));
        };
        connect(m_presenter->counts(), &RevisionCounts::counted, lines, fill);
        fill();
        auto *id = new ui::CommitIdLabel(event);
        id->setId(entry.revision->sourceCommit);
        connect(id, &ui::CommitIdLabel::opened, this, &Timeline::commitAsked);
        event->addWidget(id);
        event->addWidget(lines);
        auto *compare = new ui::LinkButton(tr("Compare with revision %1").arg(number - 1), event);
        connect(compare, &QToolButton::clicked, this,
                [this, number] { Q_EMIT revisionAsked(number - 1, number); });
        event->addWidget(compare);
        return finish(event);
    }
    if (entry.kind == Kind::Review && entry.review) {
        const StateLook look = verdictLook(
            entry.review->verdict == api::ReviewVerdict::Approve  ? QString(api::ReviewerVerdict::Approved)
            : entry.review->verdict == api::ReviewVerdict::Return ? QString(api::ReviewerVerdict::Returned)
                                                                  : QString(api::ReviewerVerdict::Commented));
        auto *event = row(look.icon, look.token);
        event->addText(entry.review->verdict == api::ReviewVerdict::Approve
                           ? tr("approved revision %1").arg(entry.review->revisionNumber)
                       : entry.review->verdict == api::ReviewVerdict::Return
                           ? tr("returned revision %1").arg(entry.review->revisionNumber)
                           : tr("reviewed revision %1").arg(entry.review->revisionNumber));
        return finish(event);
    }
    if (entry.kind == Kind::Approved) {
        auto *event = row(QStringLiteral("approval"), Token::ApprovalText);
        event->addText(tr("approved"));
        for (const auto &rule : m_presenter->state().review.summary.rules) {
            if (rule.approvals.contains(entry.actorArn) && !rule.poolDescription.isEmpty()) {
                event->addText(tr("for"), true);
                event->addWidget(new ui::Chip(ruleChip(rule.approvalRuleName), event));
            }
        }
        return finish(event);
    }
    if (entry.kind == Kind::ApprovalRevoked) {
        auto *event = row(QStringLiteral("approval"), Token::Muted);
        event->addText(tr("took the approval back"));
        return finish(event);
    }
    if (entry.kind == Kind::RuleCreated || entry.kind == Kind::RuleUpdated ||
        entry.kind == Kind::RuleDeleted) {
        auto *event = row(QStringLiteral("people"), Token::Muted);
        event->addText(entry.kind == Kind::RuleCreated   ? tr("added the approval rule")
                       : entry.kind == Kind::RuleUpdated ? tr("changed the approval rule")
                                                         : tr("deleted the approval rule"));
        event->addWidget(new ui::Chip(ruleChip(ruleName()), event));
        return finish(event);
    }
    if (entry.kind == Kind::Overridden || entry.kind == Kind::OverrideRevoked) {
        auto *event = row(QStringLiteral("state-warning"), Token::WarningText);
        event->addText(entry.kind == Kind::Overridden ? tr("overrode the approval rules")
                                                      : tr("took the override of the approval rules back"));
        return finish(event);
    }
    if (entry.kind == Kind::Merged) {
        auto *event = row(QStringLiteral("pull-request-merged"), Token::ApprovalText);
        const auto *target = m_presenter->state().target();
        event->addText(tr("merged into"));
        if (target) {
            event->addWidget(new ui::Chip(ui::refChip(shortRef(target->destinationReference)), event));
            if (target->mergeMetadata.mergeCommitId) {
                auto *id = new ui::CommitIdLabel(event);
                id->setId(*target->mergeMetadata.mergeCommitId);
                connect(id, &ui::CommitIdLabel::opened, this, &Timeline::commitAsked);
                event->addWidget(id);
            }
        }
        return finish(event);
    }
    if (entry.kind == Kind::Status) {
        auto *event = row(QStringLiteral("cross"), Token::Muted);
        event->addText(tr("closed the pull request"));
        return finish(event);
    }
    if (entry.kind == Kind::Reviewers) {
        auto *event = row(QStringLiteral("person"), Token::Muted);
        QStringList added;
        QStringList removed;
        for (const QString &arn : entry.reviewersAdded)
            added.append(m_presenter->person(arn).name);
        for (const QString &arn : entry.reviewersRemoved)
            removed.append(m_presenter->person(arn).name);
        if (!added.isEmpty())
            event->addText(tr("asked %1 for a review").arg(added.join(QStringLiteral(", "))));
        if (!removed.isEmpty())
            event->addText(tr("no longer asks %1").arg(removed.join(QStringLiteral(", "))));
        return finish(event);
    }
    auto *event = row(QStringLiteral("state-info"), Token::Muted);
    event->addText(entry.kind.toLower());
    return finish(event);
}

} // namespace countersign::reviewui

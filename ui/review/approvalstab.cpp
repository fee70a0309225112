// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/approvalstab.h"

#include "core/api/enums.h"
#include "ui/review/queuerules.h"
#include "ui/review/ruledialog.h"
#include "ui/review/rulespanel.h"
#include "ui/review/statelook.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/relativetime.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QPushButton>
#include <QToolButton>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

ApprovalsTab::ApprovalsTab(PullRequestPresenter *presenter, QWidget *parent)
    : QScrollArea(parent)
    , m_presenter(presenter)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto *page = new QWidget(this);
    m_column = new QVBoxLayout(page);
    m_column->setContentsMargins(16, 16, 16, 16);
    m_column->setSpacing(12);
    m_column->addStretch(1);
    setWidget(page);
    connect(presenter, &PullRequestPresenter::changed, this, &ApprovalsTab::update);
    update();
}

void ApprovalsTab::update()
{
    const auto &state = m_presenter->state();
    if (!state.isLoaded)
        return;
    const QByteArray signature = QJsonDocument(api::encode(state.review.summary)).toJson() +
                                 m_presenter->me().toUtf8() + QByteArray::number(state.activity.size());
    if (signature == m_signature)
        return;
    m_signature = signature;
    while (m_column->count() > 1) {
        auto *item = m_column->takeAt(0);
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_column->insertWidget(0, rulesPanel());
    m_column->insertWidget(1, approvalsPanel());
}

QWidget *ApprovalsTab::rulesPanel()
{
    const auto &state = m_presenter->state();
    const auto &summary = state.review.summary;
    const bool open = stateOf(summary.pullRequest) == PullRequestState::Open;
    const PersonOfArn personOf = [this](const QString &arn) { return m_presenter->person(arn); };
    auto *panel = new ui::Panel(tr("Rules"), widget());
    const auto satisfied = std::ranges::count(summary.rules, true, &api::RuleState::satisfied);
    panel->setTitle(tr("Rules"), tr("%1 of %2 satisfied").arg(satisfied).arg(summary.rules.size()));
    panel->body()->setContentsMargins(0, 0, 0, 0);
    if (open) {
        auto *add = new QPushButton(theme::Theme::instance().icon(QStringLiteral("list-add")),
                                    tr("Add rule…"), panel);
        theme::setCompact(add);
        connect(add, &QPushButton::clicked, this, &ApprovalsTab::addRule);
        panel->addHeaderWidget(add);
    }
    for (const auto &rule : summary.rules) {
        auto *holder = new QWidget(panel);
        auto *row = new QHBoxLayout(holder);
        row->setContentsMargins(0, 0, 8, 0);
        row->addWidget(new RuleRow(rule, summary.overridden, summary.revisionNumber, personOf, holder), 1);
        if (rule.fromTemplate) {
            auto *chip = new ui::Chip({tr("from template"), {}, ui::ChipKind::Quiet, false}, holder);
            chip->setToolTip(tr("Made by the template “%1”: it can be overridden, not changed here")
                                 .arg(*rule.fromTemplate));
            row->addWidget(chip);
        } else if (open) {
            const auto tool = [&](const QString &icon, const QString &name) {
                auto *button = new QToolButton(holder);
                button->setAutoRaise(true);
                button->setIcon(theme::Theme::instance().icon(icon));
                button->setAccessibleName(name);
                button->setToolTip(name);
                row->addWidget(button);
                return button;
            };
            connect(tool(QStringLiteral("document-edit"), tr("Edit the rule %1").arg(rule.approvalRuleName)),
                    &QToolButton::clicked, this, [this, name = rule.approvalRuleName] { editRule(name); });
            connect(tool(QStringLiteral("edit-delete"), tr("Delete the rule %1").arg(rule.approvalRuleName)),
                    &QToolButton::clicked, this,
                    [this, name = rule.approvalRuleName] { m_presenter->deleteRule(name); });
        }
        panel->body()->addWidget(holder);
    }
    if (summary.rules.isEmpty()) {
        auto *none = new ui::StyledLabel(tr("No approval rule applies: anybody who may merge can merge."),
                                         TextStyle::Body, Token::Muted, panel);
        none->setContentsMargins(12, 10, 12, 10);
        panel->body()->addWidget(none);
    }
    if (summary.overridden) {
        auto *line = new QWidget(panel);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(12, 8, 12, 8);
        row->addWidget(new ui::IconLabel(QStringLiteral("state-warning"), Token::WarningText, 16, line));
        row->addWidget(new ui::StyledLabel(
            tr("Overridden by %1").arg(m_presenter->person(summary.overrider.value_or(QString())).name),
            TextStyle::Body, Token::WarningText, line));
        row->addStretch(1);
        if (open) {
            auto *undo = new QPushButton(tr("Take the override back"), line);
            theme::setCompact(undo);
            connect(undo, &QPushButton::clicked, this, [this] { m_presenter->setOverridden(false); });
            row->addWidget(undo);
        }
        panel->body()->addWidget(line);
    }
    return panel;
}

QWidget *ApprovalsTab::approvalsPanel()
{
    const auto &state = m_presenter->state();
    const auto &summary = state.review.summary;
    auto *panel = new ui::Panel(tr("Verdicts by revision"), widget());
    panel->body()->setContentsMargins(0, 4, 0, 4);
    panel->body()->setSpacing(0);
    for (auto revision = state.review.revisions.rbegin(); revision != state.review.revisions.rend();
         ++revision) {
        const bool current = revision->number == summary.revisionNumber;
        auto *title = new ui::StyledLabel(
            current ? tr("Revision %1, current").arg(revision->number)
                    : tr("Revision %1, its approvals no longer count").arg(revision->number),
            TextStyle::CaptionStrong, Token::Muted, panel);
        title->setContentsMargins(12, 8, 12, 4);
        panel->body()->addWidget(title);
        int rows = 0;
        for (const auto &entry : state.activity) {
            if (entry.kind != api::ActivityKind::Review || !entry.review ||
                entry.review->revisionNumber != revision->number)
                continue;
            ++rows;
            auto *line = new QWidget(panel);
            auto *row = new QHBoxLayout(line);
            row->setContentsMargins(12, 2, 12, 2);
            row->setSpacing(8);
            auto *avatar = new ui::Avatar(20, line);
            avatar->setPerson(m_presenter->person(entry.actorArn));
            row->addWidget(avatar);
            row->addWidget(new ui::StyledLabel(m_presenter->person(entry.actorArn).name, TextStyle::Body,
                                               Token::Text, line));
            row->addWidget(new ui::Chip(verdictChip(entry.review->verdict), line));
            const bool mine = entry.actorArn == m_presenter->me() && current &&
                              entry.review->verdict == api::ReviewVerdict::Approve;
            row->addStretch(1);
            if (mine && stateOf(summary.pullRequest) == PullRequestState::Open) {
                auto *revoke = new QPushButton(tr("Take my approval back"), line);
                theme::setCompact(revoke);
                connect(revoke, &QPushButton::clicked, m_presenter, &PullRequestPresenter::revokeApproval);
                row->addWidget(revoke);
            }
            row->addWidget(
                new ui::StyledLabel(ui::relativeTime(entry.date.ms), TextStyle::Small, Token::Muted, line));
            panel->body()->addWidget(line);
        }
        if (rows == 0) {
            auto *none = new ui::StyledLabel(tr("Nobody reviewed it."), TextStyle::Body, Token::Muted, panel);
            none->setContentsMargins(12, 2, 12, 6);
            panel->body()->addWidget(none);
        }
    }
    return panel;
}

void ApprovalsTab::addRule()
{
    const auto people =
        m_presenter->context().people ? m_presenter->context().people->all() : QList<ui::PersonInfo>();
    auto *dialog = new RuleDialog(RuleDialog::Owner::PullRequest, people,
                                  m_presenter->state().pullRequest().authorArn, window());
    QStringList taken;
    for (const auto &rule : m_presenter->state().review.summary.rules)
        taken.append(rule.approvalRuleName);
    dialog->setTakenNames(taken);
    connect(dialog, &ui::DialogBase::submitted, this, [this, dialog] {
        m_presenter->createRule(dialog->name(), dialog->content());
        dialog->accept();
    });
    dialog->open();
}

void ApprovalsTab::editRule(const QString &name)
{
    for (const auto &rule : m_presenter->state().pullRequest().approvalRules) {
        if (rule.approvalRuleName != name)
            continue;
        const auto people =
            m_presenter->context().people ? m_presenter->context().people->all() : QList<ui::PersonInfo>();
        auto *dialog = new RuleDialog(RuleDialog::Owner::PullRequest, people,
                                      m_presenter->state().pullRequest().authorArn, window());
        dialog->setRule(name, rule.approvalRuleContent, false);
        connect(dialog, &ui::DialogBase::submitted, this, [this, dialog, name, sha = rule.ruleContentSha256] {
            m_presenter->updateRule(name, dialog->content(), sha);
            dialog->accept();
        });
        dialog->open();
        return;
    }
}

} // namespace countersign::reviewui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/mergepanel.h"

#include "core/api/enums.h"
#include "ui/review/reminddialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/dialogbase.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/mergebox.h"
#include "ui/widgets/reasonmenu.h"
#include "ui/widgets/relativetime.h"
#include "ui/widgets/splitbutton.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

MergePanel::MergePanel(PullRequestPresenter *presenter, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_box(new ui::MergeBox(this))
    , m_override(new ui::LinkButton(tr("Override rules…"), this))
    , m_merge(new ui::SplitButton(tr("Merge"), QStringLiteral("pull-request-merged"),
                                  theme::ButtonVariant::Primary, this))
    , m_menu(new QMenu(this))
    , m_delete(new QCheckBox(this))
    , m_useTitle(new QCheckBox(tr("Use title and description as message"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_box);
    m_box->addHeaderWidget(m_override);
    connect(m_override, &QToolButton::clicked, this, &MergePanel::askOverride);
    m_merge->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &MergePanel::fillMenu);
    connect(m_merge, &ui::SplitButton::triggeredMain, this, &MergePanel::merge);
    m_delete->setChecked(true);
    m_useTitle->setChecked(true);
    m_later = new QPushButton(theme::Theme::instance().icon(QStringLiteral("state-waiting")),
                              tr("Merge when ready"), this);
    m_note = new ui::StyledLabel({}, TextStyle::Small, Token::Muted, this);
    m_note->setWordWrap(true);
    m_box->setFlush(true);
    m_box->actions()->addStretch(1);
    m_box->actions()->addWidget(m_later);
    m_box->actions()->addWidget(m_merge);
    m_choices = new QWidget(this);
    auto *choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(6);
    auto *branch = new QHBoxLayout;
    branch->setSpacing(4);
    m_branch = new ui::Chip({}, this);
    m_branch->setMaximumWidth(240);
    branch->addWidget(m_delete);
    branch->addWidget(m_branch);
    branch->addStretch(1);
    choices->addLayout(branch);
    choices->addWidget(m_useTitle);
    m_box->options()->addWidget(m_choices);
    m_box->options()->addWidget(m_note);
    connect(m_later, &QPushButton::clicked, this, [this] {
        if (m_presenter->waitingMerge())
            m_presenter->cancelMergeWhenReady();
        else
            m_presenter->mergeWhenReady(m_option, message(), deletesSource());
    });
    connect(m_useTitle, &QCheckBox::clicked, this, [this](bool on) {
        if (on)
            m_message.clear();
        else
            editMessage();
    });
    connect(presenter, &PullRequestPresenter::changed, this, &MergePanel::update);
    update();
}

void MergePanel::update()
{
    const auto &state = m_presenter->state();
    setVisible(state.isLoaded);
    if (!state.isLoaded || !state.target())
        return;
    if (m_shownFor != state.pullRequestId) {
        m_shownFor = state.pullRequestId;
        m_option.clear();
        m_message.clear();
    }
    const auto &summary = state.review.summary;
    const auto *target = state.target();
    const PullRequestState stage = stateOf(summary.pullRequest);
    m_box->clearConditions();
    m_override->hide();
    m_choices->hide();
    m_merge->hide();
    m_later->hide();
    m_note->hide();
    const QString destination = shortRef(target->destinationReference);
    if (stage == PullRequestState::Merged) {
        const QString by = target->mergeMetadata.mergedBy
                               ? m_presenter->person(*target->mergeMetadata.mergedBy).name
                               : QString();
        m_box->setState(ui::MergeBoxKind::Merged, tr("Merged into %1").arg(destination),
                        by.isEmpty() ? QString() : tr("by %1").arg(by));
        return;
    }
    if (stage == PullRequestState::Closed) {
        m_box->setState(ui::MergeBoxKind::Closed, tr("Closed without a merge"),
                        tr("A closed pull request cannot be opened again"));
        return;
    }
    const auto conditions = mergeConditions(state.review);
    const int missing = missingCount(conditions);
    const QString missingText = tr("%n thing(s) missing", nullptr, missing);
    if (state.isMerging)
        m_box->setState(ui::MergeBoxKind::Merging, tr("Merging into %1…").arg(destination));
    else if (m_presenter->waitingMerge())
        m_box->setState(ui::MergeBoxKind::Missing, tr("Merges when ready"), missingText);
    else if (summary.mergeability == api::Mergeability::Conflicts)
        m_box->setState(ui::MergeBoxKind::Conflicts, tr("Conflicts with %1").arg(destination),
                        tr("%n file(s)", nullptr, static_cast<int>(state.review.conflicts.size())));
    else if (isBlocked(conditions))
        m_box->setState(ui::MergeBoxKind::Missing, tr("Not ready to merge"), missingText);
    else
        m_box->setState(ui::MergeBoxKind::Ready, tr("Ready to merge"),
                        summary.fastForwardPossible ? tr("fast-forward possible") : QString());
    for (const auto &condition : conditions)
        addCondition(condition);
    const bool rulesMissing = std::ranges::any_of(conditions, [](const MergeCondition &condition) {
        return condition.kind == MergeCondition::Kind::Rule && !condition.isSatisfied;
    });
    m_override->setVisible(rulesMissing && !state.isMerging);
    m_choices->show();
    m_merge->show();
    updateButtons(state);
}

void MergePanel::addCondition(const MergeCondition &condition)
{
    const auto &summary = m_presenter->state().review.summary;
    ui::MergeBox::Condition line;
    line.icon = condition.icon;
    line.satisfied = condition.isSatisfied;
    line.text = condition.text;
    line.strong = condition.strong;
    const auto link = [this](const QString &text, const std::function<void()> &run) {
        auto *button = new ui::LinkButton(text, this);
        // Queued: what it does makes the lines anew, this one too.
        connect(button, &QToolButton::clicked, this, run, Qt::QueuedConnection);
        return button;
    };
    const auto names = [this](const QList<QString> &arns) {
        QStringList shown;
        for (const QString &arn : arns.mid(0, 4))
            shown.append(m_presenter->person(arn).name);
        if (arns.size() > 4)
            shown.append(tr("%1 more").arg(arns.size() - 4));
        return shown.join(QStringLiteral(", "));
    };
    using Kind = MergeCondition::Kind;
    switch (condition.kind) {
    case Kind::Threads:
        line.action = link(tr("Show"), [this] { Q_EMIT openThreadAsked(); });
        break;
    case Kind::Override:
        if (summary.overrider)
            line.strong = m_presenter->person(*summary.overrider).name;
        line.action = link(tr("Take back"), [this] { m_presenter->setOverridden(false); });
        break;
    case Kind::Rule:
        line.who = names(condition.who);
        if (!condition.isSatisfied && std::ranges::any_of(condition.who, [this](const QString &arn) {
                return arn != m_presenter->me();
            }))
            line.action =
                link(tr("Remind"), [this, condition] { openRemindDialog(m_presenter, condition, window()); });
        break;
    case Kind::Conflicts:
    case Kind::Branch:
    case Kind::Nothing:
        line.strong.clear();
        line.subject = new ui::Chip(ui::refChip(condition.strong), this);
        if (!condition.isSatisfied) {
            line.who = condition.files.mid(0, 4).join(QStringLiteral(", "));
            line.subject->setToolTip(condition.files.join(QLatin1Char('\n')));
        }
        break;
    }
    m_box->addCondition(line);
}

bool MergePanel::deletesSource() const
{
    return m_presenter->state().review.canDeleteSource && m_delete->isChecked();
}

void MergePanel::updateButtons(const PullRequestPresenter::State &state)
{
    const auto choices = strategyChoices(state.review);
    const StrategyChoice *chosen = nullptr;
    for (const auto &choice : choices) {
        if (choice.option == m_option)
            chosen = &choice;
    }
    for (const auto &choice : choices) {
        if (!chosen && choice.isDefault)
            chosen = &choice;
    }
    m_option = chosen->option;
    m_merge->setText(mergeVerb(m_option));
    const auto conditions = mergeConditions(state.review);
    QString reason;
    for (const auto &condition : conditions) {
        if (condition.blocks && !condition.isSatisfied && reason.isEmpty())
            reason = condition.text + condition.strong;
    }
    if (reason.isEmpty() && !chosen->isPossible)
        reason = chosen->detail;
    if (state.isMerging)
        reason = tr("The merge is under way");
    if (state.waiting)
        reason = tr("Revision %1 was pushed while you read: load it first")
                     .arg(state.waiting->summary.revisionNumber);
    m_merge->setMainEnabled(reason.isEmpty(), reason);
    const auto order = m_presenter->waitingMerge();
    const bool missing = missingCount(conditions) > 0;
    m_later->setVisible(!state.isMerging && (order || (missing && !state.waiting)));
    m_later->setText(order ? tr("Cancel merge when ready") : tr("Merge when ready"));
    m_later->setEnabled(order || chosen->isPossible ||
                        state.review.summary.mergeability == api::Mergeability::Conflicts);
    m_later->setToolTip(order ? QString()
                              : tr("This console merges it once nothing is missing, while it is open"));
    m_merge->setVisible(!order);
    m_choices->setEnabled(!order);
    m_note->setVisible(order.has_value());
    if (order)
        m_note->setText(tr("%1, as soon as nothing is missing. This console does it while it is open; "
                           "a new revision ends it.")
                            .arg(mergeVerb(order->option)));
    const auto *target = state.target();
    m_delete->setText(tr("Delete"));
    m_delete->setAccessibleName(tr("Delete %1").arg(shortRef(target->sourceReference)));
    m_branch->setContent(ui::refChip(shortRef(target->sourceReference)));
    m_delete->setVisible(state.review.canDeleteSource);
    m_branch->setVisible(state.review.canDeleteSource);
    m_useTitle->setVisible(m_option != api::MergeOption::FastForward);
    m_useTitle->setChecked(m_message.isEmpty());
}

void MergePanel::fillMenu()
{
    m_menu->clear();
    const auto &state = m_presenter->state();
    for (const auto &choice : strategyChoices(state.review)) {
        ui::MenuRow row;
        row.text = choice.text;
        row.detail = choice.detail;
        row.trailing = choice.isDefault ? tr("default") : QString();
        row.checkable = true;
        row.checked = choice.option == m_option;
        row.enabled = choice.isPossible;
        ui::addMenuRow(m_menu, row, [this, option = choice.option] {
            m_option = option;
            m_message.clear();
            updateButtons(m_presenter->state());
        });
    }
    m_menu->addSeparator();
    ui::MenuRow edit;
    edit.text = tr("Edit commit message…");
    edit.icon = QStringLiteral("document-edit");
    edit.trailing = QKeySequence(Qt::CTRL | Qt::Key_E).toString(QKeySequence::NativeText);
    edit.enabled = m_option != api::MergeOption::FastForward;
    if (!edit.enabled)
        edit.detail = tr("A fast-forward makes no commit");
    ui::addMenuRow(m_menu, edit, [this] { editMessage(); });
}

QString MergePanel::message() const
{
    return m_message.isEmpty() ? proposedMessage(m_option, m_presenter->state().pullRequest()) : m_message;
}

void MergePanel::editMessage()
{
    if (m_option == api::MergeOption::FastForward || !m_presenter->state().isLoaded)
        return;
    auto *dialog = new ui::DialogBase(tr("Commit message"), tr("Use this message"), this);
    auto *edit = new QPlainTextEdit(dialog);
    edit->setFont(theme::font(TextStyle::Code));
    edit->setAccessibleName(tr("Commit message"));
    edit->setPlainText(message());
    edit->setMinimumSize(600, 280);
    edit->setTabChangesFocus(true);
    dialog->content()->addWidget(edit);
    dialog->setConsequence(tr("The first line is the subject, at most 72 characters read well."));
    connect(edit, &QPlainTextEdit::textChanged, dialog, [dialog, edit] {
        dialog->setSubmitEnabled(!edit->toPlainText().trimmed().isEmpty(),
                                 MergePanel::tr("A message is needed"));
    });
    connect(dialog, &ui::DialogBase::submitted, this, [this, dialog, edit] {
        m_message = edit->toPlainText();
        m_useTitle->setChecked(false);
        dialog->accept();
    });
    connect(dialog, &QDialog::rejected, this, [this] { m_useTitle->setChecked(m_message.isEmpty()); });
    dialog->open();
    edit->setFocus();
}

void MergePanel::merge() { m_presenter->merge(m_option, message(), deletesSource()); }

void MergePanel::askOverride()
{
    auto *dialog = new ui::DialogBase(tr("Override approval rules"), tr("Override rules"), this);
    dialog->setVariant(theme::ButtonVariant::Danger);
    const auto &state = m_presenter->state();
    auto *text =
        new ui::StyledLabel(tr("Pull request #%1 could then be merged into %2 without the missing approvals. "
                               "Everybody sees that you "
                               "overrode the rules, and the audit log keeps it.")
                                .arg(state.pullRequestId, shortRef(state.target()->destinationReference)),
                            TextStyle::Body, Token::Text, dialog);
    text->setWordWrap(true);
    text->setMinimumWidth(440);
    dialog->content()->addWidget(text);
    connect(dialog, &ui::DialogBase::submitted, this, [this, dialog] {
        m_presenter->setOverridden(true);
        dialog->accept();
    });
    dialog->open();
}

} // namespace countersign::reviewui

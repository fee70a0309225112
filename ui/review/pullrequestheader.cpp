// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/pullrequestheader.h"

#include "ui/review/queuerules.h"
#include "ui/review/statelook.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/labels.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

namespace {

// A name may be long; a short one is never cut.
void fitChip(ui::Chip *chip, int widest)
{
    chip->setMaximumWidth(widest);
    chip->setMinimumWidth(std::min(chip->sizeHint().width(), 110));
}

} // namespace

PullRequestHeader::PullRequestHeader(QWidget *parent)
    : PageHeader(parent)
    , m_avatar(new ui::Avatar(20, this))
    , m_author(new ui::StyledLabel({}, TextStyle::Body, Token::Muted, this))
    , m_source(new ui::Chip({}, this))
    , m_into(new QWidget(this))
    , m_destination(new ui::Chip({}, this))
    , m_approvals(new ui::Chip({}, this))
    , m_action(new QPushButton(this))
{
    auto *into = new QHBoxLayout(m_into);
    into->setContentsMargins(0, 0, 0, 0);
    into->setSpacing(8);
    into->addWidget(new ui::StyledLabel(tr("into"), TextStyle::Body, Token::Muted, m_into));
    into->addWidget(m_destination);
    m_source->setClickable(true);
    m_destination->setClickable(true);
    m_approvals->setClickable(true);
    theme::setVariant(m_action, theme::ButtonVariant::Primary);
    m_action->setIcon(theme::Theme::instance().icon(QStringLiteral("pull-request")));
    addMetaWidget(m_avatar);
    addMetaWidget(m_author, 3);
    addMetaWidget(m_source);
    addMetaWidget(m_into, 1);
    addAction(m_approvals, 2);
    addAction(m_action);
    connect(m_source, &ui::Chip::clicked, this, [this] { Q_EMIT branchAsked(true); });
    connect(m_destination, &ui::Chip::clicked, this, [this] { Q_EMIT branchAsked(false); });
    connect(m_approvals, &ui::Chip::clicked, this, &PullRequestHeader::approvalsAsked);
    connect(m_action, &QPushButton::clicked, this, &PullRequestHeader::changesAsked);
}

void PullRequestHeader::setUnknown(const QString &pullRequestId)
{
    setState({});
    setTitle(pullRequestId.isEmpty() ? QString() : tr("Pull request"),
             pullRequestId.isEmpty() ? QString() : QLatin1Char('#') + pullRequestId);
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_avatar, m_author, m_source, m_into, m_approvals, m_action})
        widget->hide();
}

void PullRequestHeader::setPullRequest(const PullRequestPresenter &presenter, const QString &tab)
{
    const auto &summary = presenter.state().review.summary;
    const auto &pullRequest = summary.pullRequest;
    const PullRequestState stage = stateOf(pullRequest);
    setState(stateChip(stage));
    setTitle(pullRequest.title.simplified(), QLatin1Char('#') + pullRequest.pullRequestId);
    const ui::PersonInfo author = presenter.person(pullRequest.authorArn);
    m_avatar->setPerson(author);
    m_author->setText(author.name);
    m_avatar->show();
    m_author->show();
    if (const auto *target = presenter.state().target()) {
        const QString source = shortRef(target->sourceReference);
        const QString destination = shortRef(target->destinationReference);
        m_source->setContent(ui::refChip(source));
        m_source->setAccessibleName(tr("From branch %1").arg(source));
        m_source->setToolTip(source);
        fitChip(m_source, 240);
        m_destination->setContent(ui::refChip(destination));
        m_destination->setAccessibleName(tr("Into branch %1").arg(destination));
        m_destination->setToolTip(destination);
        fitChip(m_destination, 160);
    }
    m_into->show();
    const ApprovalCount approvals = approvalCount(summary.rules);
    m_approvals->setContent(
        {summary.overridden ? tr("Rules overridden")
                            : tr("%1 of %n approval(s)", nullptr, approvals.needed).arg(approvals.given),
         QStringLiteral("approval"),
         approvals.isSatisfied() && !summary.overridden ? ui::ChipKind::Approval : ui::ChipKind::Warning,
         false});
    m_approvals->setMinimumWidth(m_approvals->sizeHint().width());
    m_approvals->setVisible(approvals.needed > 0 && tab != QStringLiteral("overview") &&
                            tab != QStringLiteral("approvals"));
    m_action->setVisible(tab != QStringLiteral("changes"));
    m_action->setText(stage == PullRequestState::Open && !presenter.isAuthor() ? tr("Review changes")
                                                                               : tr("Show changes"));
}

} // namespace countersign::reviewui

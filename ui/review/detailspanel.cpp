// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/review/detailspanel.h"

#include "ui/review/queuerules.h"
#include "ui/theme/theme.h"
#include "ui/widgets/commitid.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/relativetime.h"

#include <QApplication>
#include <QClipboard>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

DetailsPanel::DetailsPanel(QWidget *parent)
    : Panel(tr("Details"), parent, true)
{
    body()->setContentsMargins(12, 6, 12, 8);
    auto *copy = addHeaderAction(QStringLiteral("edit-copy"), tr("Copy the details"));
    connect(copy, &QToolButton::clicked, this, [this] { QApplication::clipboard()->setText(m_copied); });
}

void DetailsPanel::setReview(const QString &hubName, const api::GetPullRequestReview::Output &review)
{
    const auto &pullRequest = review.summary.pullRequest;
    if (pullRequest.pullRequestTargets.isEmpty())
        return;
    const auto &target = pullRequest.pullRequestTargets.first();
    if (m_content) {
        body()->removeWidget(m_content);
        m_content->deleteLater();
    }
    m_content = new QWidget(this);
    auto *form = new QFormLayout(m_content);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(0);
    form->setLabelAlignment(Qt::AlignLeading);
    const int height = std::max(25, m_content->fontMetrics().height() + 8);
    const auto label = [this, height](const QString &text) {
        auto *caption = new ui::StyledLabel(text, TextStyle::Body, Token::Muted, m_content);
        caption->setMinimumSize(92, height);
        return caption;
    };
    const auto text = [this, height](const QString &value) {
        auto *shown = new ui::StyledLabel(value, TextStyle::Body, Token::Text, m_content);
        shown->setSelectable(true);
        shown->setMinimumHeight(height);
        return shown;
    };
    const auto commit = [this, height](const QString &id, const QString &note = {}) {
        auto *holder = new QWidget(m_content);
        holder->setFixedHeight(height);
        auto *row = new QHBoxLayout(holder);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(6);
        auto *shown = new ui::CommitIdLabel(holder);
        shown->setId(id);
        connect(shown, &ui::CommitIdLabel::opened, this, &DetailsPanel::commitAsked);
        row->addWidget(shown);
        row->addWidget(new ui::StyledLabel(note, TextStyle::Small, Token::Muted, holder));
        row->addStretch(1);
        return holder;
    };
    form->addRow(label(tr("Hub")), text(hubName));
    form->addRow(label(tr("Repository")), text(target.repositoryName));
    form->addRow(label(tr("Source")),
                 commit(target.sourceCommit, review.sourceBranchExists ? QString() : tr("branch is gone")));
    if (target.mergeBase) {
        const QString ahead = review.aheadOfMergeBase > 0
                                  ? tr("%1 is %n commit(s) ahead", nullptr, review.aheadOfMergeBase)
                                        .arg(shortRef(target.destinationReference))
                                  : QString();
        form->addRow(label(tr("Merge base")), commit(*target.mergeBase, ahead));
    } else {
        form->addRow(label(tr("Merge base")), text(tr("none: unrelated histories")));
    }
    if (target.mergeMetadata.mergeCommitId)
        form->addRow(label(tr("Merged as")), commit(*target.mergeMetadata.mergeCommitId));
    auto *created = text(ui::relativeTime(pullRequest.creationDate.ms));
    created->setToolTip(ui::fullTime(pullRequest.creationDate.ms));
    form->addRow(label(tr("Created")), created);
    body()->addWidget(m_content);
    m_copied = tr("#%1 %2\nRepository: %3\nSource: %4 %5\nDestination: %6\nMerge base: %7\nRevision: %8")
                   .arg(pullRequest.pullRequestId, pullRequest.title, target.repositoryName,
                        target.sourceReference, target.sourceCommit, target.destinationReference,
                        target.mergeBase.value_or(QString()), pullRequest.revisionId);
}

} // namespace countersign::reviewui

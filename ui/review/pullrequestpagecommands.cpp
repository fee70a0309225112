// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
// What can be done from the menu, the palette and the keyboard of a pull request's page.
#include "ui/review/pullrequestpage.h"

#include "core/api/enums.h"
#include "ui/review/approvalstab.h"
#include "ui/review/mergepanel.h"
#include "ui/review/overviewtab.h"
#include "ui/review/queuerules.h"
#include "ui/review/reviewbar.h"
#include "ui/review/timeline.h"
#include "ui/theme/theme.h"
#include "ui/widgets/command.h"
#include "ui/widgets/dialogbase.h"
#include "ui/widgets/fielderror.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

namespace countersign::reviewui {

using theme::TextStyle;
using theme::Token;

namespace {
constexpr int longestTitle = 150;
} // namespace

void PullRequestPage::fillMenu()
{
    m_menu->clear();
    const auto &state = m_presenter->state();
    if (!state.isLoaded)
        return;
    const bool open = stateOf(state.pullRequest()) == PullRequestState::Open;
    if (open) {
        m_menu->addAction(tr("Edit title…"), this, &PullRequestPage::editTitle);
        m_menu->addAction(tr("Edit description"), this, [this] {
            ask([](ui::Address &address) { address.tab = QStringLiteral("overview"); });
            if (m_overview)
                m_overview->timeline()->editDescription();
        });
    }
    m_menu->addAction(tr("Copy number and title"), this, [this] {
        const auto &pullRequest = m_presenter->state().pullRequest();
        QApplication::clipboard()->setText(
            QStringLiteral("#%1 %2").arg(pullRequest.pullRequestId, pullRequest.title));
    });
    m_menu->addAction(tr("Refresh"), QKeySequence(QKeySequence::Refresh), this, &PullRequestPage::refresh);
    if (open) {
        m_menu->addSeparator();
        m_menu->addAction(tr("Close without merging…"), this, &PullRequestPage::askClose);
    }
}

void PullRequestPage::editTitle()
{
    auto *dialog = new ui::DialogBase(tr("Edit title"), tr("Save"), window());
    auto *edit = new QLineEdit(dialog);
    const QString draft = m_presenter->drafts()->text(QStringLiteral("title"));
    edit->setText(draft.isEmpty() ? m_presenter->state().pullRequest().title : draft);
    edit->setMinimumWidth(480);
    edit->setMaxLength(longestTitle);
    auto *error = dialog->addField(tr("&Title"), edit);
    connect(edit, &QLineEdit::textChanged, dialog, [this, dialog, error](const QString &text) {
        const bool empty = text.trimmed().isEmpty();
        empty ? error->setError(tr("A title is needed.")) : error->clear();
        dialog->setSubmitEnabled(!empty, tr("A title is needed"));
        m_presenter->drafts()->setText(QStringLiteral("title"), text);
    });
    connect(dialog, &QDialog::rejected, this,
            [this] { m_presenter->drafts()->setText(QStringLiteral("title"), {}); });
    connect(dialog, &ui::DialogBase::submitted, this, [this, dialog, edit] {
        m_presenter->setTitle(edit->text().trimmed());
        dialog->accept();
    });
    dialog->open();
    edit->selectAll();
    edit->setFocus();
}

void PullRequestPage::askClose()
{
    auto *dialog = new ui::DialogBase(tr("Close pull request #%1").arg(m_presenter->state().pullRequestId),
                                      tr("Close pull request"), window());
    dialog->setVariant(theme::ButtonVariant::Danger);
    auto *text =
        new ui::StyledLabel(tr("Nothing is merged, and a closed pull request cannot be opened again. Its "
                               "branch, comments and reviews stay."),
                            TextStyle::Body, Token::Text, dialog);
    text->setWordWrap(true);
    text->setMinimumWidth(420);
    dialog->content()->addWidget(text);
    connect(dialog, &ui::DialogBase::submitted, this, [this, dialog] {
        m_presenter->closePullRequest();
        dialog->accept();
    });
    dialog->open();
}

void PullRequestPage::registerCommands()
{
    if (!m_context.commands)
        return;
    const auto here = [this] {
        return !isVisible() || !m_presenter->state().isLoaded ? tr("No pull request is open") : QString();
    };
    const auto verdict = [this, here](const QString &what) {
        return [this, here, what] {
            const QString reason = here();
            return reason.isEmpty() ? m_presenter->verdictUnavailable(what) : reason;
        };
    };
    const QString review = QStringLiteral("review");
    m_context.commands->add(
        this,
        {{QStringLiteral("review.approve"),
          tr("Approve this revision"),
          QStringLiteral("approval"),
          {QKeySequence(Qt::SHIFT | Qt::Key_A)},
          review,
          [this] { openSubmitDialog(m_presenter, api::ReviewVerdict::Approve, window()); },
          verdict(api::ReviewVerdict::Approve)},
         {QStringLiteral("review.return"),
          tr("Return to the author…"),
          QStringLiteral("state-returned"),
          {QKeySequence(Qt::SHIFT | Qt::Key_R)},
          review,
          [this] { openSubmitDialog(m_presenter, api::ReviewVerdict::Return, window()); },
          verdict(api::ReviewVerdict::Return)},
         {QStringLiteral("review.submit"),
          tr("Submit review…"),
          QStringLiteral("comment"),
          {QKeySequence(Qt::CTRL | Qt::Key_Return)},
          review,
          [this] { openSubmitDialog(m_presenter, api::ReviewVerdict::Comment, window()); },
          verdict(api::ReviewVerdict::Comment)},
         {QStringLiteral("review.editMessage"),
          tr("Edit the merge’s commit message…"),
          QStringLiteral("document-edit"),
          {QKeySequence(Qt::CTRL | Qt::Key_E)},
          review,
          [this] {
              if (m_overview)
                  m_overview->mergePanel()->editMessage();
          },
          [this, here] {
              const QString reason = here();
              return !reason.isEmpty() ? reason : m_overview ? QString() : tr("Open the overview first");
          }},
         {QStringLiteral("review.addRule"),
          tr("Add approval rule…"),
          QStringLiteral("people"),
          {},
          review,
          [this] { static_cast<ApprovalsTab *>(tab(QStringLiteral("approvals")))->addRule(); },
          here},
         {QStringLiteral("review.editTitle"),
          tr("Edit title…"),
          QStringLiteral("document-edit"),
          {},
          review,
          [this] { editTitle(); },
          here},
         {QStringLiteral("review.close"),
          tr("Close pull request without merging…"),
          QStringLiteral("cross"),
          {},
          review,
          [this] { askClose(); },
          here}});
}

} // namespace countersign::reviewui

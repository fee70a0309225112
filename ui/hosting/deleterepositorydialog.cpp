// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/hosting/deleterepositorydialog.h"

#include "core/api/operations.h"
#include "core/client/session.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/labels.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace countersign::hosting {

DeleteRepositoryDialog::DeleteRepositoryDialog(const ui::PageContext &context, const QString &name,
                                               QWidget *parent)
    : DialogBase(tr("Delete repository"), tr("Delete repository"), parent)
    , m_context(context)
    , m_name(name)
{
    resize(560, sizeHint().height());
    setVariant(theme::ButtonVariant::Danger);
    auto *words = new ui::StyledLabel(
        context.session->supports<api::RestoreRepository>()
            ? tr("%1 disappears for everyone, with its branches, pull requests and comments. It can be "
                 "restored for 30 days.")
                  .arg(name)
            : tr("%1 disappears for everyone, with its branches, pull requests and comments. This cannot be "
                 "undone.")
                  .arg(name),
        theme::TextStyle::Body, theme::Token::Text, this);
    words->setWordWrap(true);
    content()->addWidget(words);
    auto *typed = new QLineEdit(this);
    typed->setPlaceholderText(name);
    addField(tr("Type its &name"), typed);
    setSubmitEnabled(false, tr("Type the name to confirm"));
    connect(typed, &QLineEdit::textChanged, this, [this](const QString &text) {
        setSubmitEnabled(text == m_name, tr("Type the name to confirm"));
    });
    connect(this, &DialogBase::submitted, this, &DeleteRepositoryDialog::submit);
    typed->setFocus();
}

void DeleteRepositoryDialog::submit()
{
    setBusy(true);
    m_context.session->call<api::DeleteRepository>(
        {m_name}, this, [this](const Result<api::DeleteRepository::Output> &done) {
            setBusy(false);
            if (!done) {
                fail(ui::errorSentence(done.error()), done.error().detail);
                return;
            }
            Q_EMIT deleted(done->repositoryId.value_or(QString()));
            accept();
        });
}

} // namespace countersign::hosting

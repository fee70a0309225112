// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/newrefdialog.h"

#include "core/api/operations.h"
#include "core/client/session.h"
#include "ui/code/refchooser.h"
#include "ui/code/repositoryreader.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fielderror.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace countersign::code {

NewRefDialog::NewRefDialog(Kind kind, client::Session *session, RepositoryReader *reader,
                           const QList<git::RefInfo> &refs, const QByteArray &defaultBranch,
                           const QByteArray &from, QWidget *parent)
    : DialogBase(kind == Kind::Tag ? tr("New tag") : tr("New branch"),
                 kind == Kind::Tag ? tr("Create tag") : tr("Create branch"), parent)
    , m_kind(kind)
    , m_session(session)
    , m_reader(reader)
    , m_name(new QLineEdit(this))
    , m_from(new RefChooser(this))
{
    m_from->setReader(reader);
    m_from->setRefs(refs, defaultBranch);
    m_from->setCurrent(from.isEmpty() ? defaultBranch : from);
    m_nameError = addField(tr("&Name"), m_name);
    addField(tr("&From"), m_from);
    if (kind == Kind::Tag) {
        m_message = new QPlainTextEdit(this);
        m_message->setPlaceholderText(tr("With a message the tag is annotated, without one it is light"));
        m_message->setMaximumHeight(96);
        m_message->setTabChangesFocus(true);
        addField(tr("&Message"), m_message);
    }
    setSubmitEnabled(false);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_nameError->clear();
        setSubmitEnabled(!text.trimmed().isEmpty());
    });
    connect(this, &DialogBase::submitted, this, &NewRefDialog::submit);
    m_name->setFocus();
}

void NewRefDialog::submit()
{
    setBusy(true);
    const auto job =
        m_reader->run([specifier = m_from->current()](const git::Repository &repository, std::stop_token) {
            return git::resolveCommit(repository, specifier);
        });
    onFinished(job.future, this, [this](const Result<git::Oid> &commit) {
        if (commit)
            create(*commit);
        else
            finish(commit);
    });
}

void NewRefDialog::create(const git::Oid &commit)
{
    const QString name = m_name->text().trimmed();
    const QString repository = m_reader->repositoryName();
    if (m_kind == Kind::Branch) {
        m_session->call<api::CreateBranch>({repository, name, commit.toString()}, this,
                                           [this](const auto &made) { finish(made); });
        return;
    }
    const QString message = m_message->toPlainText().trimmed();
    m_session->call<api::CreateTag>(
        {repository, name, commit.toString(), message.isEmpty() ? std::nullopt : std::optional(message)},
        this, [this](const auto &made) { finish(made); });
}

template <class Output>
void NewRefDialog::finish(const Result<Output> &made)
{
    setBusy(false);
    if (!made) {
        m_nameError->setError(ui::errorText(made.error()).what);
        return;
    }
    Q_EMIT created();
    accept();
}

} // namespace countersign::code

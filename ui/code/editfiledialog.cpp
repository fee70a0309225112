// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/code/editfiledialog.h"

#include "core/accounts/drafts.h"
#include "core/api/operations.h"
#include "core/client/session.h"
#include "ui/theme/theme.h"
#include "ui/widgets/errortext.h"
#include "ui/widgets/fielderror.h"

#include <QFormLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStringEncoder>

namespace countersign::code {

EditFileDialog::EditFileDialog(const ui::PageContext &context, const Target &target, QWidget *parent)
    : DialogBase(target.path.isEmpty() ? tr("New file") : tr("Edit %1").arg(git::displayPath(target.path)),
                 tr("Commit"), parent)
    , m_context(context)
    , m_target(target)
    , m_path(new QLineEdit(git::displayPath(target.path), this))
    , m_text(new QPlainTextEdit(this))
    , m_message(new QLineEdit(this))
    , m_branch(new QLineEdit(target.branch.isEmpty() ? QStringLiteral("main") : target.branch, this))
{
    resize(820, 620);
    m_text->setFont(theme::font(theme::TextStyle::Code));
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setMinimumHeight(300);
    m_text->setAccessibleName(tr("Content"));
    m_path->setReadOnly(!target.path.isEmpty());
    m_pathError = addField(tr("&Path"), m_path);
    addField(tr("&Content"), m_text);
    addField(tr("&Message"), m_message);
    m_branchError = addField(tr("&Branch"), m_branch);
    m_branchError->setHint(tr("Another name creates a branch from %1")
                               .arg(target.branch.isEmpty() ? tr("nothing") : target.branch));
    m_message->setPlaceholderText(target.path.isEmpty() ? tr("Add a file")
                                                        : tr("Update %1").arg(git::displayPath(target.path)));

    QString content;
    if (target.text) {
        for (int i = 0; i < target.text->lineCount(); ++i) {
            content += target.text->line(i);
            if (i + 1 < target.text->lineCount() || target.text->hasFinalNewline())
                content += u'\n';
        }
    }
    m_original = content;
    if (m_context.drafts) {
        if (const auto draft = m_context.drafts->draft(draftScope(), git::displayPath(target.path))) {
            content = draft->content.value(QStringLiteral("text")).toString();
            m_message->setText(draft->content.value(QStringLiteral("message")).toString());
            setConsequence(tr("Your unsaved text from before is here again"));
        }
    }
    m_text->setPlainText(content);
    connect(m_text, &QPlainTextEdit::textChanged, this, &EditFileDialog::saveDraft);
    connect(m_message, &QLineEdit::textChanged, this, &EditFileDialog::saveDraft);
    connect(this, &DialogBase::submitted, this, &EditFileDialog::submit);
}

QString EditFileDialog::draftScope() const
{
    return QStringLiteral("%1/%2/edit/%3")
        .arg(m_context.session->hubId(), m_context.session->principal(), m_target.repository);
}

void EditFileDialog::saveDraft()
{
    if (!m_context.drafts)
        return;
    const QString text = m_text->toPlainText();
    if (text == m_original && m_message->text().isEmpty())
        m_context.drafts->remove(draftScope(), git::displayPath(m_target.path));
    else
        m_context.drafts->save(
            draftScope(), git::displayPath(m_target.path),
            {{QStringLiteral("text"), text}, {QStringLiteral("message"), m_message->text()}});
}

std::optional<QByteArray> EditFileDialog::bytes() const
{
    QString text = m_text->toPlainText();
    // A new text file ends with a line feed; an edited one as it did before.
    if (!m_target.text && !text.isEmpty() && !text.endsWith(u'\n'))
        text += u'\n';
    if (m_target.text && m_target.text->lineEnds() == diff::LineEnds::CrLf)
        text.replace(u'\n', QStringLiteral("\r\n"));
    if (!m_target.text)
        return text.toUtf8();
    const QByteArray encoding = m_target.text->encoding();
    QStringEncoder encoder(encoding.constData(), m_target.text->hasBom() ? QStringConverter::Flag::WriteBom
                                                                         : QStringConverter::Flag::Default);
    if (!encoder.isValid())
        return std::nullopt;
    const QByteArray result = encoder.encode(text);
    return encoder.hasError() ? std::nullopt : std::optional(result);
}

void EditFileDialog::submit()
{
    const QString path = m_path->text().trimmed();
    if (path.isEmpty()) {
        m_pathError->setError(tr("A path is needed, such as docs/notes.md."));
        return;
    }
    const auto content = bytes();
    if (!content) {
        fail(tr("%1 cannot hold all of these characters.")
                 .arg(QString::fromLatin1(m_target.text->encoding())));
        return;
    }
    setBusy(true);
    const QString branch = m_branch->text().trimmed();
    const auto put = [this, branch, path, content = *content] {
        api::PutFile::Input input;
        input.repositoryName = m_target.repository;
        input.branchName = branch;
        input.fileContent = content;
        input.filePath = path;
        if (m_target.mode == git::FileMode::Executable)
            input.fileMode = QStringLiteral("EXECUTABLE");
        if (!m_target.parent.isNull())
            input.parentCommitId = m_target.parent.toString();
        input.commitMessage =
            (m_message->text().isEmpty() ? m_message->placeholderText() : m_message->text()) + u'\n';
        m_context.session->call<
            api::PutFile>(input, this, [this, branch, path](const Result<api::PutFile::Output> &done) {
            setBusy(false);
            if (!done) {
                if (done.error().code == QLatin1StringView("ParentCommitIdOutdatedException"))
                    m_branchError->setError(
                        tr("Somebody committed to %1 meanwhile. Commit to a new branch and merge it there.")
                            .arg(branch));
                else
                    fail(ui::errorText(done.error()).what, done.error().detail);
                return;
            }
            if (m_context.drafts)
                m_context.drafts->remove(draftScope(), git::displayPath(m_target.path));
            Q_EMIT committed(branch, path.toUtf8(), done->commitId);
            accept();
        });
    };
    if (branch == m_target.branch || m_target.parent.isNull()) {
        put();
        return;
    }
    m_context.session->call<api::CreateBranch>(
        {m_target.repository, branch, m_target.parent.toString()}, this,
        [this, put](const Result<api::CreateBranch::Output> &made) {
            if (!made) {
                setBusy(false);
                m_branchError->setError(ui::errorText(made.error()).what);
                return;
            }
            // A second attempt commits to the branch that now exists.
            m_target.branch = m_branch->text().trimmed();
            put();
        });
}

} // namespace countersign::code

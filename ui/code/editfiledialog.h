// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/diff/text.h"
#include "core/git/values.h"
#include "ui/widgets/dialogbase.h"
#include "ui/widgets/pagecontext.h"

#include <memory>

class QLineEdit;
class QPlainTextEdit;

namespace countersign::ui {
class FieldError;
}

namespace countersign::code {

/// Edits a file, or writes a new one, and commits it to a branch through the hub. The file's encoding, line
/// ends and missing final newline are kept. What is typed is kept as a draft until it is committed. Deletes
/// itself when closed.
class EditFileDialog : public ui::DialogBase
{
    Q_OBJECT
public:
    struct Target
    {
        QString repository;
        /// Short name; empty in an empty repository.
        QString branch;
        /// The commit the file was read from; null in an empty repository.
        git::Oid parent;
        /// Empty for a new file.
        QByteArray path;
        git::FileMode mode = git::FileMode::Normal;
        std::shared_ptr<const diff::Text> text;
    };
    EditFileDialog(const ui::PageContext &context, const Target &target, QWidget *parent);

Q_SIGNALS:
    void committed(const QString &branch, const QByteArray &path, const QString &commitId);

private:
    void submit();
    /// The text in the file's own bytes; nullopt when the encoding cannot hold it.
    std::optional<QByteArray> bytes() const;
    QString draftScope() const;
    void saveDraft();

    ui::PageContext m_context;
    Target m_target;
    QLineEdit *m_path;
    QPlainTextEdit *m_text;
    QLineEdit *m_message;
    QLineEdit *m_branch;
    ui::FieldError *m_pathError;
    ui::FieldError *m_branchError;
    QString m_original;
};

} // namespace countersign::code

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/dialogbase.h"
#include "ui/widgets/pagecontext.h"

#include <stop_token>

class QLineEdit;

namespace countersign::hosting {

class NameField;

/// A copy of a repository from a folder or URL. The import is a background task: it may go on after the
/// dialog closed, and Cancel stops it with nothing left behind. Deletes itself when closed.
class ImportRepositoryDialog : public ui::DialogBase
{
    Q_OBJECT
public:
    /// `done` is called with the name of the new repository, also after the dialog closed.
    ImportRepositoryDialog(const ui::PageContext &context, const QString &name, const QString &description,
                           const std::function<void(const QString &)> &done, QWidget *parent);

private:
    void browse();
    void sourceChanged();
    void updateState();
    void submit();

    ui::PageContext m_context;
    std::function<void(const QString &)> m_done;
    QLineEdit *m_source;
    NameField *m_name;
    QLineEdit *m_description;
    ui::FieldError *m_sourceError;
    QWidget *m_continue;
    std::stop_source m_stop{std::nostopstate};
    /// The name follows the source until the user types one.
    QString m_guessed;
};

} // namespace countersign::hosting

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/dialogbase.h"
#include "ui/widgets/pagecontext.h"

class QComboBox;
class QLineEdit;
class QRadioButton;

namespace countersign::hosting {

class NameField;

/// A new repository on the hub, with a first commit and an approval rule template where wished. When a later
/// step fails, what was made stays, and submitting again goes on from there. Deletes itself when closed.
class CreateRepositoryDialog : public ui::DialogBase
{
    Q_OBJECT
public:
    CreateRepositoryDialog(const ui::PageContext &context, QWidget *parent);

Q_SIGNALS:
    void created(const QString &name);
    /// The user wants a copy of another repository instead.
    void importWanted(const QString &name, const QString &description);

private:
    void loadTemplates(const QString &token);
    void updateState();
    void submit();
    void commitStart();
    void addTemplate();
    void finish();

    ui::PageContext m_context;
    NameField *m_name;
    QLineEdit *m_description;
    QLineEdit *m_branch;
    QRadioButton *m_readme;
    QRadioButton *m_nothing;
    QRadioButton *m_copy;
    QComboBox *m_language;
    QComboBox *m_template;
    ui::FieldError *m_descriptionError;
    ui::FieldError *m_branchError;
    QString m_made;
    bool m_committed = false;
};

} // namespace countersign::hosting

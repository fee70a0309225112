// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/rules.h"

#include <QSet>
#include <QWidget>

class QLineEdit;

namespace countersign::client {
class Session;
}
namespace countersign::ui {
class FieldError;
class StyledLabel;
} // namespace countersign::ui

namespace countersign::hosting {

/// What is wrong with a repository's name, in the user's words; empty when it is fine.
QString repositoryNameProblem(const QString &name);
/// A name the hub accepts, made from any text: "My App.git" becomes "My-App".
QString suggestedRepositoryName(const QString &text);

/// A repository's name, judged while it is typed: its grammar at once, and whether it is free among the
/// names of the hub. Screen's thread; owned by its dialog or page.
class NameField : public QWidget
{
    Q_OBJECT
public:
    /// `own` is a name that counts as free: the repository's present one.
    NameField(client::Session *session, const QString &own, QWidget *parent);

    /// Names the FieldError that stands below.
    void setError(ui::FieldError *error) { m_error = error; }
    void setOwn(const QString &own);
    QLineEdit *edit() const { return m_edit; }
    QString name() const;
    bool isValid() const;
    /// For a name the hub refused although it looked free.
    void markTaken(const QString &name);

Q_SIGNALS:
    void judged();

private:
    void load(const QString &token);
    void judge();

    client::Session *m_session;
    QString m_own;
    QLineEdit *m_edit;
    ui::StyledLabel *m_state;
    ui::FieldError *m_error = nullptr;
    QSet<QString> m_taken;
    bool m_known = false;
};

} // namespace countersign::hosting

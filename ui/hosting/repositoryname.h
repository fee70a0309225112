// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/pagecontext.h"

#include <QObject>

#include <optional>
#include <stop_token>

class QLineEdit;

namespace countersign::ui {
class FieldError;
}

namespace countersign::hosting {

/// Checks a repository name while it is typed: first its form, then whether the hub has it already. Owned by its dialog.
class RepositoryNameCheck : public QObject
{
    Q_OBJECT
public:
    RepositoryNameCheck(const ui::PageContext &context, QLineEdit *field, ui::FieldError *error, QObject *parent);

    /// A name that is allowed although it exists: the repository's own.
    void setOwnName(const QString &name) { m_own = name; }
    bool isGood() const { return m_good; }

    /// What is wrong with the form of a name, in words; nothing when it is good.
    static std::optional<QString> wrongForm(const QString &name);
    /// A name that is allowed, made of a folder or URL; empty when nothing can be made of it.
    static QString suggestion(const QString &source);

Q_SIGNALS:
    void changed(bool good);

private:
    void check();
    void set(bool good);

    ui::PageContext m_context;
    QLineEdit *m_field;
    ui::FieldError *m_error;
    QString m_own;
    std::stop_source m_asking;
    bool m_good = false;
};

} // namespace countersign::hosting

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "core/git/values.h"
#include "ui/widgets/dialogbase.h"

class QLineEdit;
class QPlainTextEdit;

namespace countersign::client {
class Session;
}
namespace countersign::ui {
class FieldError;
}

namespace countersign::code {

class RefChooser;
class RepositoryReader;

/// Asks for the name of a new branch or tag and where it begins, and creates it through the hub. Owned by its
/// page until closed; screen's thread.
class NewRefDialog : public ui::DialogBase
{
    Q_OBJECT
public:
    enum class Kind { Branch, Tag };
    /// `from`: the ref or full id that is offered first. `reader` is the page's, of the repository meant.
    NewRefDialog(Kind kind, client::Session *session, RepositoryReader *reader,
                 const QList<git::RefInfo> &refs, const QByteArray &defaultBranch, const QByteArray &from,
                 QWidget *parent);

Q_SIGNALS:
    void created();

private:
    void submit();
    void create(const git::Oid &commit);
    template <class Output>
    void finish(const Result<Output> &made);

    Kind m_kind;
    client::Session *m_session;
    RepositoryReader *m_reader;
    QLineEdit *m_name;
    RefChooser *m_from;
    QPlainTextEdit *m_message = nullptr;
    ui::FieldError *m_nameError;
};

} // namespace countersign::code

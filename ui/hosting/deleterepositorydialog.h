// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/dialogbase.h"
#include "ui/widgets/pagecontext.h"

namespace countersign::hosting {

/// Asks for the name of the repository that is about to go. Deletes itself when closed.
class DeleteRepositoryDialog : public ui::DialogBase
{
    Q_OBJECT
public:
    DeleteRepositoryDialog(const ui::PageContext &context, const QString &name, QWidget *parent);

Q_SIGNALS:
    /// The id is what restores it.
    void deleted(const QString &repositoryId);

private:
    void submit();

    ui::PageContext m_context;
    QString m_name;
};

} // namespace countersign::hosting

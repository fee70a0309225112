// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/dialogbase.h"
#include "ui/widgets/pagecontext.h"

class QLineEdit;
class QStackedWidget;
class QStandardItemModel;
class QTreeView;

namespace countersign::ui {
class EmptyState;
}

namespace countersign::hosting {

/// What was deleted and can still be restored, with the day it goes for good. Deletes itself when closed.
class DeletedRepositoriesDialog : public ui::DialogBase
{
    Q_OBJECT
public:
    DeletedRepositoriesDialog(const ui::PageContext &context, QWidget *parent);

Q_SIGNALS:
    void restored(const QString &name);

private:
    void load();
    void updateState();
    void restore();

    ui::PageContext m_context;
    QStandardItemModel *m_model;
    QTreeView *m_list;
    ui::EmptyState *m_empty;
    QStackedWidget *m_stack;
    QLineEdit *m_name;
    ui::FieldError *m_nameError;
};

} // namespace countersign::hosting

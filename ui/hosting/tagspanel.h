// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/result.h"
#include "ui/widgets/panel.h"

class QLineEdit;
class QPushButton;
class QStandardItemModel;
class QTreeView;

namespace countersign::client {
class Session;
}

namespace countersign::hosting {

/// The tags of a resource: keys and values that people and scripts sort by. Screen's thread.
class TagsPanel : public ui::Panel
{
    Q_OBJECT
public:
    TagsPanel(client::Session *session, QWidget *parent);
    void setResource(const QString &arn);

Q_SIGNALS:
    void failed(const countersign::Error &error);

private:
    void load(const QMap<QString, QString> &before, const QString &token);
    void add();
    void remove();
    void updateState();

    client::Session *m_session;
    QString m_arn;
    QStandardItemModel *m_model;
    QTreeView *m_list;
    QLineEdit *m_key;
    QLineEdit *m_value;
    QPushButton *m_add;
    QPushButton *m_remove;
};

} // namespace countersign::hosting

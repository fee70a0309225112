// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/hosting/tagspanel.h"

#include "core/api/operations.h"
#include "core/api/rules.h"
#include "core/client/session.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace countersign::hosting {

TagsPanel::TagsPanel(client::Session *session, QWidget *parent)
    : Panel(tr("Tags"), parent)
    , m_session(session)
    , m_model(new QStandardItemModel(0, 2, this))
    , m_list(new QTreeView(this))
    , m_key(new QLineEdit(this))
    , m_value(new QLineEdit(this))
    , m_add(new QPushButton(tr("Add"), this))
    , m_remove(new QPushButton(tr("Remove"), this))
{
    m_model->setHorizontalHeaderLabels({tr("Key"), tr("Value")});
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedHeight(136);
    m_list->header()->resizeSection(0, 260);
    m_list->setAccessibleName(tr("Tags of the repository"));
    m_key->setPlaceholderText(tr("Key"));
    m_key->setAccessibleName(tr("Key of the new tag"));
    m_value->setPlaceholderText(tr("Value"));
    m_value->setAccessibleName(tr("Value of the new tag"));
    body()->addWidget(m_list);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(16, 8, 16, 12);
    row->setSpacing(8);
    row->addWidget(m_key, 1);
    row->addWidget(m_value, 1);
    row->addWidget(m_add);
    row->addWidget(m_remove);
    body()->addLayout(row);

    auto *shortcut = new QShortcut(QKeySequence::Delete, m_list);
    shortcut->setContext(Qt::WidgetShortcut);
    connect(shortcut, &QShortcut::activated, this, &TagsPanel::remove);
    connect(m_key, &QLineEdit::textChanged, this, &TagsPanel::updateState);
    connect(m_value, &QLineEdit::textChanged, this, &TagsPanel::updateState);
    connect(m_value, &QLineEdit::returnPressed, m_add, &QPushButton::click);
    connect(m_add, &QPushButton::clicked, this, &TagsPanel::add);
    connect(m_remove, &QPushButton::clicked, this, &TagsPanel::remove);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TagsPanel::updateState);
    updateState();
}

void TagsPanel::setResource(const QString &arn)
{
    m_arn = arn;
    load({}, {});
}

void TagsPanel::load(const QMap<QString, QString> &before, const QString &token)
{
    api::ListTagsForResource::Input input;
    input.resourceArn = m_arn;
    if (!token.isEmpty())
        input.nextToken = token;
    m_session->call<api::ListTagsForResource>(
        input, this, [this, before, arn = m_arn](const Result<api::ListTagsForResource::Output> &page) {
            if (arn != m_arn)
                return;
            if (!page) {
                Q_EMIT failed(page.error());
                return;
            }
            QMap<QString, QString> tags = before;
            tags.insert(page->tags);
            if (page->nextToken) {
                load(tags, *page->nextToken);
                return;
            }
            m_model->removeRows(0, m_model->rowCount());
            for (const auto &[key, value] : tags.asKeyValueRange())
                m_model->appendRow({new QStandardItem(key), new QStandardItem(value)});
            updateState();
        });
}

void TagsPanel::updateState()
{
    const bool valid = !api::rules::tagKey(m_key->text()) && !api::rules::tagValue(m_value->text());
    m_add->setEnabled(valid && m_model->rowCount() < api::rules::maxTags);
    m_add->setToolTip(m_model->rowCount() < api::rules::maxTags ? QString()
                                                                : tr("A repository has at most 50 tags"));
    m_remove->setEnabled(m_list->currentIndex().isValid());
}

void TagsPanel::add()
{
    if (!m_add->isEnabled())
        return;
    api::TagResource::Input input;
    input.resourceArn = m_arn;
    input.tags.insert(m_key->text(), m_value->text());
    m_session->call<api::TagResource>(input, this, [this](const Result<api::TagResource::Output> &done) {
        if (!done) {
            Q_EMIT failed(done.error());
            return;
        }
        m_key->clear();
        m_value->clear();
        m_key->setFocus();
        load({}, {});
    });
}

void TagsPanel::remove()
{
    const QModelIndex chosen = m_list->currentIndex();
    if (!chosen.isValid())
        return;
    m_session->call<api::UntagResource>({m_arn, {chosen.siblingAtColumn(0).data().toString()}}, this,
                                        [this](const Result<api::UntagResource::Output> &done) {
                                            if (!done)
                                                Q_EMIT failed(done.error());
                                            else
                                                load({}, {});
                                        });
}

} // namespace countersign::hosting

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/accounts/keyspanel.h"

#include "ui/accounts/keysmodel.h"
#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/rowpainting.h"
#include "ui/widgets/searchfield.h"

#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>

namespace countersign::accounts {

using theme::TextStyle;
using theme::Token;

KeysPanel::KeysPanel(ui::ShortcutTable *table, QWidget *parent)
    : QWidget(parent)
    , m_table(table)
    , m_model(new KeysModel(table, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_view(new QTableView(this))
    , m_key(new QKeySequenceEdit(this))
    , m_set(new QPushButton(tr("Use this key"), this))
    , m_clear(new QPushButton(tr("Take away"), this))
    , m_reset(new QPushButton(tr("Reset"), this))
    , m_conflict(new ui::StyledLabel({}, TextStyle::Small, Token::WarningText, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto *filter =
        new ui::SearchField(tr("Filter commands and keys"), ui::SearchField::Purpose::Filter, this);
    column->addWidget(filter);
    m_sorted->setSourceModel(m_model);
    m_sorted->setFilterRole(KeysModel::SearchRole);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_view->setModel(m_sorted);
    m_view->setShowGrid(false);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(KeysModel::CommandColumn, Qt::AscendingOrder);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(ui::rowHeight(26));
    m_view->horizontalHeader()->setSectionResizeMode(KeysModel::CommandColumn, QHeaderView::Stretch);
    m_view->horizontalHeader()->resizeSection(KeysModel::AreaColumn, 120);
    m_view->horizontalHeader()->resizeSection(KeysModel::KeyColumn, 180);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->setMinimumHeight(320);
    m_view->setAccessibleName(tr("Commands and their keys"));
    column->addWidget(m_view, 1);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_key->setMaximumSequenceLength(1);
    m_key->setAccessibleName(tr("New key"));
    m_key->setMinimumWidth(160);
    row->addWidget(m_key);
    row->addWidget(m_set);
    row->addWidget(m_clear);
    row->addWidget(m_reset);
    row->addStretch(1);
    column->addLayout(row);
    m_conflict->setWordWrap(true);
    column->addWidget(m_conflict);

    connect(filter, &ui::SearchField::searchChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &KeysPanel::showCurrent);
    connect(m_view, &QTableView::activated, m_key, [this] { m_key->setFocus(); });
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &KeysPanel::tryKey);
    connect(m_set, &QPushButton::clicked, this, [this] { apply(true); });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        m_table->setShortcut(currentId(), {});
        reload();
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_table->resetShortcut(currentId());
        reload();
    });
    showCurrent();
}

QString KeysPanel::currentId() const { return m_view->currentIndex().data(KeysModel::IdRole).toString(); }

void KeysPanel::reload()
{
    m_model->reload();
    showCurrent();
}

void KeysPanel::showCurrent()
{
    const QString id = currentId();
    m_key->clear();
    m_key->setEnabled(!id.isEmpty());
    m_set->setEnabled(false);
    m_clear->setEnabled(
        !id.isEmpty() &&
        !m_view->currentIndex().siblingAtColumn(KeysModel::KeyColumn).data().toString().isEmpty());
    m_reset->setEnabled(!id.isEmpty() && m_view->currentIndex().data(KeysModel::CustomRole).toBool());
    m_conflict->setText(id.isEmpty() ? tr("Choose a command to change its key.") : QString());
    static_cast<ui::StyledLabel *>(m_conflict)->setStyle(TextStyle::Small, Token::Muted);
}

void KeysPanel::tryKey()
{
    const QKeySequence key = m_key->keySequence();
    m_set->setEnabled(!key.isEmpty() && !currentId().isEmpty());
    const QStringList others = key.isEmpty() ? QStringList() : m_table->conflicts(currentId(), key);
    QStringList names;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (others.contains(m_model->id(row)))
            names.append(m_model->text(row));
    }
    static_cast<ui::StyledLabel *>(m_conflict)
        ->setStyle(TextStyle::Small, names.isEmpty() ? Token::Muted : Token::WarningText);
    m_conflict->setText(names.isEmpty() ? QString()
                                        : tr("%1 is the key of “%2”. Using it here takes it away there.")
                                              .arg(key.toString(QKeySequence::NativeText),
                                                   names.join(QStringLiteral("”, “"))));
    m_set->setText(names.isEmpty() ? tr("Use this key") : tr("Take over"));
}

void KeysPanel::apply(bool takeOver)
{
    const QKeySequence key = m_key->keySequence();
    const QString id = currentId();
    if (takeOver) {
        for (const QString &other : m_table->conflicts(id, key))
            m_table->setShortcut(other, {});
    }
    m_table->setShortcut(id, key);
    reload();
}

} // namespace countersign::accounts

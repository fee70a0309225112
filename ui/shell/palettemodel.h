// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/address.h"

#include <QAbstractListModel>
#include <QKeySequence>

#include <functional>

namespace countersign::shell {

/// One thing the palette can find. A value.
struct PaletteItem
{
    enum class Kind { Command, Repository, PullRequest, Person, File };
    Kind kind = Kind::Command;
    QString text;
    /// Muted, after the text.
    QString detail;
    /// Muted, at the right, where there is no key.
    QString trailing;
    QString icon;
    QKeySequence key;
    /// Not empty: shown disabled with this reason.
    QString reason;
    std::function<void()> run;
};

/// How well `query` matches `text`, and where: letters in order, better at word starts and in one piece.
/// Negative for no match.
int matchScore(const QString &query, const QString &text, QList<int> *positions = nullptr);

/// What the palette shows for the text typed so far: groups with their best matches. Prefixes narrow it:
/// > commands, @ people, # pull requests, / paths. Screen's thread.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT
public:
    enum Role { ItemRole = Qt::UserRole + 1, GroupRole, PositionsRole };
    using QAbstractListModel::QAbstractListModel;

    void setItems(const QList<PaletteItem> &items);
    /// Files come later, from a lane.
    void addItems(const QList<PaletteItem> &items);
    void setQuery(const QString &query);
    /// Makes ":120" go to a line of the file on screen.
    void setLineJump(const std::function<void(int line)> &jump) { m_lineJump = jump; }
    const PaletteItem *item(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    static QString groupName(PaletteItem::Kind kind);

private:
    struct Row
    {
        /// -1 for a group label, -2 for the line to go to.
        int item = -1;
        PaletteItem::Kind kind = PaletteItem::Kind::Command;
        QList<int> positions;
    };
    void rebuild();

    QList<PaletteItem> m_items;
    std::function<void(int)> m_lineJump;
    PaletteItem m_line;
    QString m_query;
    QList<Row> m_rows;
};

} // namespace countersign::shell

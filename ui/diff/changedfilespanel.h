// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/diff/changedfilesmodel.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QCheckBox;
class QLabel;
class QToolButton;
class QTreeView;

namespace countersign::ui {
class SearchField;
class ThinProgress;
} // namespace countersign::ui

namespace countersign::diffview {

/// Which files of a comparison the list shows.
class ChangedFilesFilter : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    enum class Show { All, NotViewed, Commented };
    explicit ChangedFilesFilter(QObject *parent = nullptr);
    void setShow(Show show);
    Show show() const { return m_show; }
    /// Part of the path, any case.
    void setText(const QString &text);
    void setHideViewed(bool hide);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    void refresh();

    Show m_show = Show::All;
    QString m_text;
    bool m_hideViewed = false;
};

/// The list of changed files beside the differences. Dumb: it shows what it is given and says what the user
/// does.
class ChangedFilesPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ChangedFilesPanel(bool reviewing, QWidget *parent = nullptr);

    void setFiles(const QList<git::FileDelta> &files);
    ChangedFilesModel *model() const { return m_model; }
    QTreeView *tree() const { return m_tree; }
    void setCurrent(int file);
    void setTotals(int added, int removed);
    void refreshProgress();
    void setTree(bool tree);
    void focusFilter();

Q_SIGNALS:
    void fileChosen(int file);
    void viewedToggled(int file, bool viewed);
    void treeToggled(bool tree);
    /// A file's context menu.
    void menuRequested(int file, const QPoint &global);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeFilterRow();
    QWidget *makeFooter();
    int fileAt(const QModelIndex &index) const;

    bool m_reviewing;
    int m_added = 0;
    int m_removed = 0;
    bool m_following = false;
    QList<ViewedState> m_viewed;
    ChangedFilesModel *m_model;
    ChangedFilesFilter *m_filter;
    QTreeView *m_tree;
    QWidget *m_counts = nullptr;
    QToolButton *m_treeButton = nullptr;
    QToolButton *m_listButton = nullptr;
    QToolButton *m_show = nullptr;
    ui::SearchField *m_field = nullptr;
    QLabel *m_progressText = nullptr;
    ui::ThinProgress *m_progress = nullptr;
    QCheckBox *m_hide = nullptr;
    QWidget *m_footer = nullptr;
};

} // namespace countersign::diffview

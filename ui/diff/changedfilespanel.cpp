// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/changedfilespanel.h"

#include "ui/theme/style.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badgepainter.h"
#include "ui/widgets/filedelegate.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/numbers.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/thinprogress.h"
#include "ui/widgets/toolrow.h"

#include <QActionGroup>
#include <QCheckBox>
#include <QKeyEvent>

namespace countersign::diffview {

using theme::TextStyle;
using theme::Token;

ChangedFilesFilter::ChangedFilesFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void ChangedFilesFilter::refresh() { invalidateFilter(); }

void ChangedFilesFilter::setShow(Show show)
{
    m_show = show;
    refresh();
}

void ChangedFilesFilter::setText(const QString &text)
{
    m_text = text;
    refresh();
}

void ChangedFilesFilter::setHideViewed(bool hide)
{
    m_hideViewed = hide;
    refresh();
}

bool ChangedFilesFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (index.data(ChangedFilesModel::FileRole).toInt() < 0)
        return false;
    if (!m_text.isEmpty() && !git::displayPath(index.data(ChangedFilesModel::PathRole).toByteArray())
                                  .contains(m_text, Qt::CaseInsensitive))
        return false;
    const bool viewed = index.data(ui::FileDelegate::ViewedRole).toBool();
    if (viewed && (m_hideViewed || m_show == Show::NotViewed))
        return false;
    return m_show != Show::Commented || index.data(ui::FileDelegate::CommentsRole).toInt() > 0;
}

namespace {

/// "Files", their number and the changed lines, painted in one piece.
class FilesTitle : public QWidget
{
public:
    explicit FilesTitle(QWidget *parent)
        : QWidget(parent)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    }
    void set(int files, int added, int removed)
    {
        m_files = files;
        m_added = added;
        m_removed = removed;
        setAccessibleName(ChangedFilesPanel::tr("%n file(s)", nullptr, files));
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setFont(theme::font(TextStyle::BodyStrong));
        painter.setPen(theme::color(Token::Text));
        const QString title = ChangedFilesPanel::tr("Files");
        painter.drawText(rect(), Qt::AlignLeft | Qt::AlignVCenter, title);
        int x = painter.fontMetrics().horizontalAdvance(title) + 8;
        x = ui::paintCountBadge(painter, rect().adjusted(x, 0, 0, 0), ui::groupedNumber(m_files),
                                ui::BadgeKind::Neutral, true)
                .right() +
            9;
        if (x + ui::lineCountsWidth(m_added, m_removed) <= width())
            ui::paintLineCounts(painter, rect().adjusted(x, 0, 0, 0), m_added, m_removed, true);
    }

private:
    int m_files = 0;
    int m_added = 0;
    int m_removed = 0;
};

/// A tree whose selected row is filled from edge to edge, also below the twisties.
class FilesTree : public QTreeView
{
public:
    using QTreeView::QTreeView;

protected:
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override
    {
        if (selectionModel()->isSelected(index))
            painter->fillRect(option.rect, theme::color(hasFocus() ? Token::AccentSoft : Token::SelectIdle));
        QTreeView::drawRow(painter, option, index);
    }
};

} // namespace

ChangedFilesPanel::ChangedFilesPanel(bool reviewing, QWidget *parent)
    : QWidget(parent)
    , m_reviewing(reviewing)
    , m_model(new ChangedFilesModel(this))
    , m_filter(new ChangedFilesFilter(this))
    , m_tree(new FilesTree(this))
{
    m_model->setCheckable(reviewing);
    m_filter->setSourceModel(m_model);
    m_tree->setModel(m_filter);
    m_tree->setItemDelegate(new ui::FileDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(12);
    m_tree->setRootIsDecorated(true);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setMouseTracking(true);
    m_tree->setAccessibleName(tr("Changed files"));
    m_tree->installEventFilter(this);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(makeFilterRow());
    column->addWidget(m_tree, 1);
    m_footer = makeFooter();
    column->addWidget(m_footer);
    m_footer->setVisible(reviewing);

    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                const int file = fileAt(index);
                if (file >= 0 && !m_following)
                    Q_EMIT fileChosen(file);
            });
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (const int file = fileAt(index); file >= 0)
            Q_EMIT fileChosen(file);
    });
    connect(m_tree, &QWidget::customContextMenuRequested, this, [this](const QPoint &point) {
        const int file = fileAt(m_tree->indexAt(point));
        if (file >= 0)
            Q_EMIT menuRequested(file, m_tree->viewport()->mapToGlobal(point));
    });
    connect(m_model, &ChangedFilesModel::viewedToggled, this, &ChangedFilesPanel::viewedToggled);
}

QWidget *ChangedFilesPanel::makeHeader()
{
    auto *header = new QWidget(this);
    header->setFixedHeight(40);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(12, 4, 8, 5);
    row->setSpacing(4);
    m_counts = new FilesTitle(header);
    row->addWidget(m_counts, 1);
    m_treeButton = ui::ToolRow::toolButton(QStringLiteral("tree"), tr("Files as a tree"), header);
    m_listButton = ui::ToolRow::toolButton(QStringLiteral("list"), tr("Files as a list"), header);
    QToolButton *collapse =
        ui::ToolRow::toolButton(QStringLiteral("collapse-all"), tr("Close all folders"), header);
    for (QToolButton *button : {m_treeButton, m_listButton})
        button->setCheckable(true);
    m_treeButton->setChecked(true);
    row->addWidget(m_treeButton);
    row->addWidget(m_listButton);
    row->addWidget(collapse);
    connect(m_treeButton, &QToolButton::clicked, this, [this] {
        setTree(true);
        Q_EMIT treeToggled(true);
    });
    connect(m_listButton, &QToolButton::clicked, this, [this] {
        setTree(false);
        Q_EMIT treeToggled(false);
    });
    connect(collapse, &QToolButton::clicked, this, [this] {
        // A second click opens them again.
        bool open = false;
        for (int row = 0; row < m_filter->rowCount(); ++row)
            open = open || m_tree->isExpanded(m_filter->index(row, 0));
        if (open)
            m_tree->collapseAll();
        else
            m_tree->expandAll();
    });
    return header;
}

QWidget *ChangedFilesPanel::makeFilterRow()
{
    auto *area = new QWidget(this);
    area->setAutoFillBackground(true);
    area->setBackgroundRole(QPalette::Base);
    auto *row = new QHBoxLayout(area);
    row->setContentsMargins(8, 8, 8, 6);
    row->setSpacing(6);
    m_field = new ui::SearchField(tr("Filter files"), ui::SearchField::Purpose::Filter, area);
    m_field->setKey(QKeySequence(Qt::Key_Slash));
    theme::setCompact(m_field);
    row->addWidget(m_field, 1);
    m_show = new QToolButton(area);
    m_show->setText(tr("All"));
    m_show->setAccessibleName(tr("Which files are listed"));
    m_show->setPopupMode(QToolButton::InstantPopup);
    m_show->setToolButtonStyle(Qt::ToolButtonTextOnly);
    auto *menu = new QMenu(m_show);
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &text, ChangedFilesFilter::Show show) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(show == ChangedFilesFilter::Show::All);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, show, text] {
            m_filter->setShow(show);
            m_show->setText(text);
            m_tree->expandAll();
        });
    };
    add(tr("All"), ChangedFilesFilter::Show::All);
    if (m_reviewing)
        add(tr("Not viewed"), ChangedFilesFilter::Show::NotViewed);
    add(tr("Commented"), ChangedFilesFilter::Show::Commented);
    m_show->setMenu(menu);
    row->addWidget(m_show);
    m_show->setVisible(m_reviewing);
    connect(m_field, &ui::SearchField::searchChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        m_tree->expandAll();
    });
    connect(m_field, &ui::SearchField::leftForList, this, [this] {
        m_tree->setFocus();
        if (!m_tree->currentIndex().isValid())
            m_tree->setCurrentIndex(m_filter->index(0, 0));
    });
    return area;
}

QWidget *ChangedFilesPanel::makeFooter()
{
    auto *footer = new QWidget(this);
    footer->setFixedHeight(36);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(12, 1, 8, 0);
    row->setSpacing(8);
    m_progressText = new ui::StyledLabel({}, TextStyle::Small, Token::Text, footer);
    m_progress = new ui::ThinProgress(footer);
    m_progress->setApproval(true);
    m_hide = new QCheckBox(tr("Hide viewed"), footer);
    row->addWidget(m_progressText);
    row->addWidget(m_progress, 1);
    row->addWidget(m_hide);
    connect(m_hide, &QCheckBox::toggled, m_filter, &ChangedFilesFilter::setHideViewed);
    return footer;
}

void ChangedFilesPanel::setFiles(const QList<git::FileDelta> &files)
{
    m_following = true;
    m_model->setFiles(files);
    m_tree->expandAll();
    m_following = false;
    setTotals(0, 0);
    refreshProgress();
}

void ChangedFilesPanel::setTree(bool tree)
{
    m_treeButton->setChecked(tree);
    m_listButton->setChecked(!tree);
    m_following = true;
    m_tree->setRootIsDecorated(tree);
    m_model->setTree(tree);
    m_tree->expandAll();
    m_following = false;
}

void ChangedFilesPanel::focusFilter()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void ChangedFilesPanel::setCurrent(int file)
{
    const QModelIndex index = m_filter->mapFromSource(m_model->indexOf(file));
    if (!index.isValid())
        return;
    m_following = true;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    m_following = false;
}

void ChangedFilesPanel::setTotals(int added, int removed)
{
    m_added = added;
    m_removed = removed;
    int files = 0;
    while (m_model->indexOf(files).isValid())
        ++files;
    static_cast<FilesTitle *>(m_counts)->set(files, added, removed);
}

void ChangedFilesPanel::refreshProgress()
{
    int files = 0;
    int viewed = 0;
    for (QModelIndex index = m_model->indexOf(0); index.isValid(); index = m_model->indexOf(++files))
        viewed += index.data(ui::FileDelegate::ViewedRole).toBool() ? 1 : 0;
    m_progressText->setText(tr("%1 of %2 viewed").arg(viewed).arg(files));
    Progress progress;
    progress.done = viewed;
    progress.total = std::max(1, files);
    m_progress->setProgress(progress);
}

int ChangedFilesPanel::fileAt(const QModelIndex &index) const
{
    return index.isValid() ? index.data(ChangedFilesModel::FileRole).toInt() : -1;
}

bool ChangedFilesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_tree && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int file = fileAt(m_tree->currentIndex());
        if (key->key() == Qt::Key_Space && m_reviewing && file >= 0) {
            Q_EMIT viewedToggled(file, !m_tree->currentIndex().data(ui::FileDelegate::ViewedRole).toBool());
            return true;
        }
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && file >= 0) {
            Q_EMIT fileChosen(file);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ChangedFilesPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme::color(Token::Window));
    painter.fillRect(QRect(0, 39, width(), 1), theme::color(Token::Border));
    if (m_reviewing)
        painter.fillRect(QRect(0, m_footer->y(), width(), 1), theme::color(Token::Border));
}

} // namespace countersign::diffview

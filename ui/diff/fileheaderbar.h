// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/git/values.h"
#include "ui/diff/changesource.h"

#include <QRect>
#include <QWidget>

class QCheckBox;
class QToolButton;

namespace countersign::ui {
class KeyCap;
}

namespace countersign::diffview {

/// The letter of a file's status: A M D R C T.
QChar statusLetter(git::DeltaStatus status);

/// What a file's header shows. A value.
struct FileHeaderInfo
{
    QByteArray path;
    QByteArray oldPath;
    QChar letter = u'M';
    /// -1 while they are not known.
    int added = -1;
    int removed = -1;
    int comments = 0;
    bool openThreads = false;
    /// With the "Viewed" check.
    bool reviewing = false;
    ViewedState viewed = ViewedState::NotViewed;
    bool collapsed = false;
    bool operator==(const FileHeaderInfo &) const = default;
};

enum class HeaderPart { None, Title, Fold, Copy, Viewed, Menu };

/// One painter for the header of a file between others and for the one that stays at the top. `controls`
/// false leaves room for real controls at the right.
void paintFileHeader(QPainter &painter, const QRect &area, const FileHeaderInfo &info, bool controls);
/// What stands at `point`, in the same geometry.
HeaderPart headerPartAt(const QRect &area, const FileHeaderInfo &info, const QPoint &point);
constexpr int fileHeaderHeight = 32;

/// The current file at the top of the diff view, and the names of the two sides above their columns. Owned by
/// the view.
class FileHeaderBar : public QWidget
{
    Q_OBJECT
public:
    explicit FileHeaderBar(QWidget *parent = nullptr);

    void setInfo(const FileHeaderInfo &info);
    /// No file: nothing is drawn but the labels.
    void clear();
    void setLabels(const ChangeSource &source);
    /// `divider`: x of the line between the sides; `right`: where the columns end.
    void setColumns(int divider, int right);
    void setSplit(bool split);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return QSize(200, sizeHint().height()); }

Q_SIGNALS:
    void viewedToggled(bool viewed);
    void menuRequested(const QPoint &global);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();

    FileHeaderInfo m_info;
    ChangeSource m_source;
    QToolButton *m_copy;
    QCheckBox *m_viewed;
    ui::KeyCap *m_key;
    QToolButton *m_menu;
    int m_divider = 0;
    int m_columnsRight = 0;
    bool m_split = true;
    bool m_hasFile = false;
    /// The controls no longer show what was set.
    bool m_stale = false;
};

} // namespace countersign::diffview

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/lane.h"
#include "core/diff/linediff.h"
#include "core/git/repository.h"
#include "ui/diff/changesource.h"
#include "ui/widgets/command.h"

#include <QTimer>
#include <QWidget>

#include <functional>

namespace countersign::accounts {
class Settings;
}
namespace countersign::ui {
class EmptyState;
class ToolRow;
class SegmentedControl;
} // namespace countersign::ui
class QLabel;
class QMenu;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace countersign::diffview {

class ChangedFilesPanel;
class DiffView;
class FindBar;
class ThreadSource;

/// A whole change to read: the files on the left, the tool row, and all differences in one scroll. Used by
/// the Changes tab of a pull request, commit details, comparisons and the page that creates a pull request.
/// Screen's thread.
class ChangesPanel : public QWidget
{
    Q_OBJECT
public:
    enum class Role {
        /// With viewed marks, comment buttons and threads.
        Review,
        /// Reading only.
        Details,
    };
    ChangesPanel(Role role, accounts::Settings *settings, QWidget *parent = nullptr);
    ~ChangesPanel() override;

    /// Shows a comparison; the old one stays until the new one's files are known. Same source: nothing
    /// happens.
    void setSource(const ChangeSource &source);
    /// Empties the panel and says why, such as "Nothing changed between the two".
    void setMessage(const QString &title, const QString &text);
    /// A widget for the middle of the tool row: the revision selector. The panel takes it over.
    void setSelector(QWidget *selector);
    /// Hides the list of files, for narrow places.
    void setFilesVisible(bool visible);

    /// Null for none. Not owned.
    void setThreadSource(ThreadSource *source);
    /// Asked for each file whenever it is shown: whether the reviewer has viewed it. Call refreshViewed() on
    /// changes.
    void setViewedQuery(std::function<ViewedState(const git::FileDelta &)> query);
    void refreshViewed();

    DiffView *view() const { return m_view; }
    /// The commands of a review (next file, next change, comment, viewed …), for the page's CommandSink.
    QList<ui::Command> commands();

    /// The current file's path, for the address of a page; empty when there is none.
    QByteArray currentPath() const;
    /// Scrolls to a file, and to a line (from 0) of one side if given. Remembered until the files are known.
    void reveal(const QByteArray &path, Side side = Side::After, int line = -1);
    void revealThread(const QByteArray &path, const QString &threadId);
    /// Files whose tree entry differs; empty while loading.
    QList<git::FileDelta> files() const;

Q_SIGNALS:
    /// Files are known; counts follow.
    void loaded(int files);
    void failed(const QString &message, const QString &detail);
    /// Added and removed lines of the whole change.
    void totalsChanged(int added, int removed);
    /// The user wants to write about lines `first` to `last` (from 0) of a side, or about the file (-1, -1).
    void commentRequested(const QByteArray &path, countersign::diffview::Side side, int first, int last);
    /// The user marked a file as viewed, or took the mark back.
    void viewedToggled(const countersign::git::FileDelta &file, bool viewed);
    void currentFileChanged(const QByteArray &path);
    /// The history or the whole file was asked for from a file's menu.
    void fileRequested(const QByteArray &path, const QString &what);

private:
    void buildToolRow();
    void buildOptionsMenu();
    void connectView();
    void applySettings();
    void showFiles(const QList<git::FileDelta> &files, bool renamesLimited);
    void updatePosition();
    void updateCounts();
    void updateComments();
    void toggleViewed();
    void setWhitespace(diff::Whitespace mode);
    void setAlgorithm(diff::Algorithm algorithm);
    void setSplit(bool split);
    void setWrap(bool wrap);
    void zoom(int steps);
    void showFileMenu(int file, const QPoint &global);
    void addEncodings(QMenu *menu, int file);
    void showTextMenu(const QPoint &global);
    void openFind();
    void requestComment();
    void showPage(QWidget *page);

    Role m_role;
    accounts::Settings *m_settings;
    ChangeSource m_source;
    QSplitter *m_splitter = nullptr;
    ChangedFilesPanel *m_files = nullptr;
    DiffView *m_view = nullptr;
    FindBar *m_find = nullptr;
    ui::ToolRow *m_tools = nullptr;
    ui::SegmentedControl *m_mode = nullptr;
    QToolButton *m_whitespace = nullptr;
    QToolButton *m_wrap = nullptr;
    QToolButton *m_options = nullptr;
    QWidget *m_selector = nullptr;
    QLabel *m_position = nullptr;
    QTimer m_positionTimer;
    QStackedWidget *m_stack = nullptr;
    ui::EmptyState *m_empty = nullptr;
    QWidget *m_limited = nullptr;
    Lane m_lane;
    Latest<Result<git::Deltas>> m_load;
    ThreadSource *m_threads = nullptr;
    bool m_ready = false;
    /// What to show as soon as the files are known.
    struct Wanted
    {
        QByteArray path;
        Side side = Side::After;
        int line = -1;
        QString thread;
    };
    Wanted m_wanted;
    std::function<ViewedState(const git::FileDelta &)> m_viewed;
};

} // namespace countersign::diffview

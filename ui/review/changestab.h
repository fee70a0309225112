// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/lane.h"
#include "ui/diff/changesource.h"
#include "ui/review/comparison.h"
#include "ui/review/pullrequestpresenter.h"
#include "ui/widgets/command.h"

#include <QWidget>

namespace countersign::diffview {
class ChangesPanel;
}

namespace countersign::reviewui {

class ReviewBar;
class ReviewThreads;
class RevisionSelector;
class ThreadView;

/// Changes of a pull request: the diff with its threads, the choice of revisions, and the bar that submits
/// the review. Owned by the page.
class ChangesTab : public QWidget
{
    Q_OBJECT
public:
    explicit ChangesTab(PullRequestPresenter *presenter, QWidget *parent = nullptr);
    ~ChangesTab() override;
    /// `from` 0 is the base, `to` 0 the newest revision.
    void compare(int from, int to);
    void revealThread(const QString &threadId);
    void revealFile(const QByteArray &path);
    QByteArray currentFile() const;
    int from() const { return m_from; }
    int to() const { return m_to; }
    void submit(const QString &verdict);
    QList<ui::Command> commands();

Q_SIGNALS:
    void filesCounted(int files);
    void linkActivated(const QUrl &url);
    void fileAsked(const QByteArray &path, const QString &what);
    void failed(const QString &text, const countersign::Error &error);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void update();
    void load();
    void startComment(const QByteArray &path, diffview::Side side, int first, int last);
    int reviewedRevision() const;
    /// The one with the focus, otherwise the one that was gone to last.
    ThreadView *currentThread() const;

    PullRequestPresenter *m_presenter;
    diffview::ChangesPanel *m_panel;
    ReviewThreads *m_threads;
    RevisionSelector *m_selector;
    ReviewBar *m_bar;
    Latest<Result<Comparison>> m_loading;
    Comparison m_shown;
    QString m_shownFor;
    QString m_waitingThread;
    QString m_current;
    /// Asked for before the revisions were known.
    std::optional<std::pair<int, int>> m_wanted;
    int m_from = 0;
    int m_to = 0;
    bool m_dirty = true;
};

} // namespace countersign::reviewui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/pullrequestpresenter.h"
#include "ui/review/threadquotes.h"

#include <QFrame>

class QVBoxLayout;

namespace countersign::reviewui {

class CommentEditor;

/// A thread between lines of code, or in the timeline: open, resolved (one line that unfolds), outdated, with
/// pending replies. Owned by the view that shows it; acts through the presenter.
class ThreadView : public QFrame
{
    Q_OBJECT
public:
    ThreadView(PullRequestPresenter *presenter, const QString &threadId, QWidget *parent = nullptr);
    QString threadId() const { return m_threadId; }

    /// The line it was written on is gone: dashed, with a link to the revision that has it.
    void setOutdated(bool outdated);
    /// "1 of 3" with the ways to the neighbours.
    void setPosition(int number, int count);
    /// Shows what the presenter has now; a reply that is being written stays.
    void refresh();
    void startReply(const QString &quoted = {});
    void toggleResolved();

Q_SIGNALS:
    void neighbourAsked(bool next);
    void revisionAsked(int revision);
    void linkActivated(const QUrl &url);
    /// The lines it is about were read.
    void quoted(const countersign::reviewui::ThreadQuote &quote);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void loadQuote();
    QStringList suggestible() const;
    QString suggestionActions(const api::Thread &thread) const;
    void buildHeader(const api::Thread &thread);
    void buildFolded(const api::Thread &thread);
    void buildComments(const api::Thread &thread);
    void buildReply();
    void finishReply(bool now);
    void closeReply();
    QString replyKey() const { return QStringLiteral("reply:") + m_threadId; }

    PullRequestPresenter *m_presenter;
    QString m_threadId;
    std::optional<api::Thread> m_shown;
    QList<PendingComment> m_shownReplies;
    /// What the buttons of its suggestions depend on.
    QString m_shownActions;
    ThreadQuote m_quote;
    QString m_quotedFor;
    int m_number = 0;
    int m_count = 0;
    bool m_outdated = false;
    bool m_unfolded = false;
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
    QWidget *m_replyRow = nullptr;
    CommentEditor *m_reply = nullptr;
};

/// A comment on lines that was not submitted: being written, or pending. Owned by the view that shows it.
class DraftView : public QFrame
{
    Q_OBJECT
public:
    DraftView(PullRequestPresenter *presenter, const QString &key, QWidget *parent = nullptr);
    void refresh();
    void focusText();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void loadLines();

    PullRequestPresenter *m_presenter;
    QString m_key;
    QStringList m_oldLines;
    std::optional<PendingComment> m_shown;
    QVBoxLayout *m_column;
    QWidget *m_content = nullptr;
    CommentEditor *m_editor = nullptr;
};

/// "line 38", "lines 34–38", "the file".
QString locationText(const std::optional<api::Location> &location, int firstLine = 0);

} // namespace countersign::reviewui

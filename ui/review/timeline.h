// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/pullrequestpresenter.h"
#include "ui/review/quotedlines.h"

#include <QHash>
#include <QScrollArea>

class QVBoxLayout;

namespace countersign::reviewui {

class CommentEditor;

/// What happened to a pull request, from its description to now, and the box to comment. Owned by the
/// overview. New entries are added to what is there; nothing that is being read or written moves away.
class Timeline : public QScrollArea
{
    Q_OBJECT
public:
    explicit Timeline(PullRequestPresenter *presenter, QWidget *parent = nullptr);
    void revealThread(const QString &threadId);
    void revealFirstOpenThread();
    void editDescription();
    void focusComment();

Q_SIGNALS:
    /// Show revision `to` compared with `from` (0: the base).
    void revisionAsked(int from, int to);
    void commitAsked(const QString &commitId);
    void threadAsked(const QString &threadId);
    void pullRequestAsked(const QString &pullRequestId);

private:
    struct Item
    {
        QString key;
        QByteArray signature;
        std::function<QWidget *()> make;
    };
    void update();
    QList<Item> items();
    QWidget *descriptionCard();
    QWidget *reviewCard(const api::ActivityEntry &entry);
    QWidget *commentCard(const api::Comment &comment);
    QWidget *threadItem(const api::ActivityEntry &entry, const QString &threadId);
    QWidget *eventRow(const api::ActivityEntry &entry);
    void followLink(const QUrl &url);
    void loadQuotes(const QString &threadId, QuotedLines *lines, class ThreadView *view);

    PullRequestPresenter *m_presenter;
    QVBoxLayout *m_column;
    QHash<QString, QWidget *> m_widgets;
    QHash<QString, QByteArray> m_signatures;
    QStringList m_order;
    CommentEditor *m_comment;
    QWidget *m_commentRow;
    QString m_commentFor;
    bool m_editing = false;
};

} // namespace countersign::reviewui

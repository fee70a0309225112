// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/review/pullrequestpresenter.h"
#include "ui/review/quotedlines.h"

#include <QHash>
#include <QPointer>
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
    QHash<qsizetype, QList<QString>> threadsOfReviews() const;
    QWidget *reviewCard(const api::ActivityEntry &entry, const QList<QString> &threads);
    QWidget *threadBlock(const QString &threadId, QWidget *parent);
    int resolvedIn(const api::Thread &thread) const;
    QWidget *commentCard(const api::Comment &comment);
    QWidget *threadItem(const api::ActivityEntry &entry, const QString &threadId);
    QWidget *eventRow(const api::ActivityEntry &entry);
    void followLink(const QUrl &url);

    PullRequestPresenter *m_presenter;
    QVBoxLayout *m_column;
    QHash<QString, QWidget *> m_widgets;
    QHash<QString, QByteArray> m_signatures;
    QStringList m_order;
    QHash<QString, QPointer<QWidget>> m_blocks;
    /// A thread to go to when it is there.
    QString m_asked;
    CommentEditor *m_comment;
    QWidget *m_commentRow;
    QString m_commentFor;
    bool m_editing = false;
};

} // namespace countersign::reviewui

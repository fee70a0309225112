// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/diff/threadsource.h"
#include "ui/review/comparison.h"
#include "ui/review/pullrequestpresenter.h"
#include "ui/review/threadanchors.h"

#include <QHash>
#include <QSet>

namespace countersign::reviewui {

/// The threads and drafts of a pull request for the diff view: where each stands in the comparison that is
/// shown, and its widget. Owned by the Changes tab; outlives the view.
class ReviewThreads : public diffview::ThreadSource
{
    Q_OBJECT
public:
    explicit ReviewThreads(PullRequestPresenter *presenter, QObject *parent = nullptr);
    void setComparison(const Comparison &comparison);

    QList<diffview::ThreadPlace> threads(const QByteArray &path) const override;
    QWidget *createThread(const QString &id, QWidget *parent) override;

    /// Where a thread stands; nullopt while it is not known, or where its file is not part of it.
    std::optional<Placement> placement(const QString &id) const;
    /// The draft that is to have the focus when its widget is made.
    void focusWhenMade(const QString &id) { m_focus = id; }
    /// Open threads in the order of files and lines.
    QList<QString> openThreads() const;

Q_SIGNALS:
    void revisionAsked(int revision);
    void neighbourAsked(const QString &id, bool next);
    void linkActivated(const QUrl &url);
    /// Places are known for the present comparison.
    void placed();

private:
    struct Known
    {
        QString id;
        Anchor anchor;
        Placement placement;
        bool isDraft = false;
        bool open = true;
        bool pending = false;
    };
    void update();

    PullRequestPresenter *m_presenter;
    Comparison m_comparison;
    Latest<Result<QList<Placement>>> m_placing;
    QList<Known> m_known;
    QString m_focus;
};

} // namespace countersign::reviewui

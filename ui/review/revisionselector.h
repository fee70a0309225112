// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_review.h"

#include <QToolButton>

#include <functional>

class QMenu;

namespace countersign::reviewui {

/// Which two states of the source branch are compared: the base (0) or an earlier revision, and a later one.
/// Owned by the Changes tab.
class RevisionSelector : public QToolButton
{
    Q_OBJECT
public:
    explicit RevisionSelector(QWidget *parent = nullptr);
    /// `reviewed`: the revision that the person reviewed last; 0 for none.
    void setRevisions(const QList<api::Revision> &revisions, int reviewed);
    /// Gives "+171 −74" for a revision's id, or nothing.
    void setCounts(const std::function<QString(const QString &revisionId)> &counts);
    void setComparison(int from, int to);

Q_SIGNALS:
    void chosen(int from, int to);

protected:
    QSize sizeHint() const override;

private:
    void fillMenu();
    QString describe(int from, int to) const;

    QList<api::Revision> m_revisions;
    std::function<QString(const QString &)> m_counts;
    int m_reviewed = 0;
    int m_from = 0;
    int m_to = 0;
    QMenu *m_menu;
};

} // namespace countersign::reviewui

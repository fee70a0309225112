// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

class QPainter;

namespace countersign::ui {

/// The first seven characters.
QString shortCommitId(const QString &id);
/// The one look of a commit id: code font, faint, at the left of `area`.
QRect paintCommitId(QPainter &painter, const QRect &area, const QString &id, const QColor &ink = {});
int commitIdWidth();

/// A commit id that opens its commit; the context menu copies the full id.
class CommitIdLabel : public QToolButton
{
    Q_OBJECT
public:
    explicit CommitIdLabel(QWidget *parent = nullptr);
    void setId(const QString &id);
    QString id() const { return m_id; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void opened(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    QString m_id;
};

} // namespace countersign::ui

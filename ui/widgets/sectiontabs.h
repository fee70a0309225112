// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QTabBar>

namespace countersign::ui {

/// The section tabs of a repository or a pull request: 34 px, 2 px accent line, counts as badges. Chosen by
/// id. Meta text may stand at the right end.
class SectionTabs : public QTabBar
{
    Q_OBJECT
public:
    explicit SectionTabs(QWidget *parent = nullptr);

    void addSection(const QString &id, const QString &text);
    /// An empty text takes the badge away; `bad` is for failed checks and the like.
    void setBadge(const QString &id, const QString &text, bool bad = false);
    void setCurrentId(const QString &id);
    QString currentId() const;
    void setMeta(const QString &meta);

Q_SIGNALS:
    /// By the user only.
    void chosen(const QString &id);

protected:
    QSize tabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Badge
    {
        QString text;
        bool bad = false;
    };
    QHash<QString, Badge> m_badges;
    QString m_meta;
    bool m_quiet = false;
};

} // namespace countersign::ui

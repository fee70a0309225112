// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

namespace countersign::reviewui {

/// One line of a small diff.
struct QuotedLine
{
    enum class Kind { Context, Removed, Added };
    Kind kind = Kind::Context;
    /// From 1.
    int number = 0;
    QString text;
    bool operator==(const QuotedLine &) const = default;
};

/// The lines that a thread is about, at most eight, or a suggestion, whole, as a small diff with word
/// changes.
class QuotedLines : public QWidget
{
    Q_OBJECT
public:
    explicit QuotedLines(QWidget *parent = nullptr);
    void setTitle(const QString &title, const QString &where = {});
    /// At the right of the title.
    void setTrailing(QWidget *widget);
    void setLines(const QList<QuotedLine> &lines);
    void setSuggestion(const QStringList &before, const QStringList &after, int firstLine);
    bool hasLines() const { return !m_lines.isEmpty(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int headHeight() const;
    int lineHeight() const;
    void show(const QList<QuotedLine> &lines, qsizetype most);
    /// The line that this one replaces or is replaced by; -1 for none.
    qsizetype partner(qsizetype line) const;

    QString m_title;
    QString m_where;
    QWidget *m_trailing = nullptr;
    QList<QuotedLine> m_lines;
    /// Lines that are not shown.
    int m_hidden = 0;
};

} // namespace countersign::reviewui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTextBrowser>

#include <functional>

namespace countersign::ui {

/// Markdown as people write it in descriptions, comments and READMEs: GitHub's dialect without raw HTML.
/// Nothing is ever loaded from outside; a link with a scheme other than http, https or mailto is plain text.
/// "#42" becomes a link "pr:42". Grows with its text, so the page scrolls, not the view.
class MarkdownView : public QTextBrowser
{
    Q_OBJECT
public:
    explicit MarkdownView(QWidget *parent = nullptr);

    void setMarkdown(const QString &markdown);
    QString markdown() const { return m_markdown; }
    /// Whether the task boxes can be clicked.
    void setTasksEditable(bool editable);
    /// Gives pictures that belong to the text (a README's own files); without it their alternative text is
    /// shown.
    void setImageSource(const std::function<QImage(const QString &path)> &source);
    /// How many task boxes there are, and how many are checked.
    int taskCount() const { return m_tasks; }
    int tasksDone() const { return m_tasksDone; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

    /// The text with its n-th task box (from 0) set.
    static QString withTask(const QString &markdown, int task, bool done);

Q_SIGNALS:
    /// An allowed link, "pr:42", or a path relative to the text.
    void linkActivated(const QUrl &url);
    void taskToggled(int task, bool done);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void render();
    int taskAt(const QPoint &position, bool *done) const;

    QString m_markdown;
    bool m_tasksEditable = false;
    /// Every box on screen was found in the source, so a click changes the right one.
    bool m_tasksKnown = true;
    std::function<QImage(const QString &)> m_images;
    int m_tasks = 0;
    int m_tasksDone = 0;
    bool m_rendering = false;
};

} // namespace countersign::ui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/api/types_review.h"
#include "ui/widgets/people.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QVBoxLayout;
class QMenu;

namespace countersign::ui {
class MarkdownView;
}

namespace countersign::reviewui {

class CommentEditor;

/// What a suggestion stands on: the lines it is about, a place such as "retry_policy.cpp:38", and the
/// buttons for the n-th one of the comment.
struct SuggestionContext
{
    QStringList oldLines;
    int firstLine = 0;
    QString where;
    std::function<QWidget *(int index)> actions;
};

/// Text of a comment: Markdown, with ```suggestion blocks as small diffs against the lines they are about.
class CommentText : public QWidget
{
    Q_OBJECT
public:
    explicit CommentText(QWidget *parent = nullptr);
    void setText(const QString &text, const SuggestionContext &suggestions = {});

Q_SIGNALS:
    void linkActivated(const QUrl &url);

private:
    void addMarkdown(const QString &text);
    QVBoxLayout *m_column;
};

/// One comment in a thread: avatar, name, time, text, and what its author can do with it. Owned by the
/// thread.
class CommentView : public QWidget
{
    Q_OBJECT
public:
    CommentView(const ui::PersonInfo &author, bool isMine, QWidget *parent = nullptr);
    /// `text`: the comment's own, without what is shown elsewhere.
    void setComment(const api::Comment &comment, const QString &text,
                    const SuggestionContext &suggestions = {});
    /// One that was not submitted yet.
    void setPending(const QString &text);
    void startEditing(const QString &draft = {});

Q_SIGNALS:
    void edited(const QString &text);
    /// While the new text is being written.
    void draftChanged(const QString &text);
    void deleteAsked();
    void quoteAsked(const QString &text);
    void linkActivated(const QUrl &url);

private:
    void fillMenu();
    void stopEditing();

    QString m_text;
    bool m_isMine;
    bool m_isPending = false;
    bool m_isDeleted = false;
    QHBoxLayout *m_head;
    QVBoxLayout *m_column;
    CommentText *m_body;
    CommentEditor *m_editor = nullptr;
    QMenu *m_menu;
};

} // namespace countersign::reviewui

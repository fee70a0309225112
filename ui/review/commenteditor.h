// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme/style.h"

#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QStackedWidget;
class QToolButton;

namespace countersign::ui {
class MarkdownView;
}

namespace countersign::reviewui {

/// Longest text of a comment or description that a hub takes, in characters.
constexpr qsizetype longestComment = 10240;

/// Where comments and descriptions are written: Markdown with a preview, buttons below. Grows with its text
/// to 240 px. Ctrl+Enter runs the last button, Esc the first one where it is a Cancel.
class CommentEditor : public QFrame
{
    Q_OBJECT
public:
    explicit CommentEditor(const QString &placeholder, QWidget *parent = nullptr);

    void setText(const QString &text);
    QString text() const;
    /// Buttons from left to right; the last one is the default.
    void addButton(const QString &text, theme::ButtonVariant variant, const std::function<void()> &run,
                   bool needsText = true);
    void setCancel(const std::function<void()> &cancel);
    /// Offers to insert a ```suggestion block with these lines; off while there are none.
    void setSuggestible(const QStringList &lines);
    /// Buttons only show once there is text or focus, as in the box below the timeline.
    void setQuietUntilUsed();
    void setBusy(bool busy);
    void focusText();

Q_SIGNALS:
    void edited(const QString &text);

protected:
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void update();
    void grow();
    void insertSuggestion();

    struct Button
    {
        QAbstractButton *widget;
        std::function<void()> run;
        bool needsText;
    };
    QStackedWidget *m_stack;
    QPlainTextEdit *m_edit;
    ui::MarkdownView *m_preview;
    QWidget *m_bar;
    QHBoxLayout *m_buttonsRow;
    QToolButton *m_previewButton;
    QToolButton *m_suggest;
    QStringList m_suggestible;
    QLabel *m_limit;
    QList<Button> m_buttons;
    std::function<void()> m_cancel;
    bool m_quiet = false;
    bool m_busy = false;
    bool m_setting = false;
};

} // namespace countersign::reviewui

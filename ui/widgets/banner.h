// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBasicTimer>
#include <QFrame>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace countersign::ui {

enum class BannerKind { Info, Warning, Danger, Success };

/// A line at the top of a page: icon, strong text, muted detail, actions at the right. Content moves down
/// once; nothing is covered.
class Banner : public QFrame
{
    Q_OBJECT
public:
    Banner(BannerKind kind, const QString &text, const QString &detail = {}, QWidget *parent = nullptr);

    void setText(const QString &text, const QString &detail = {});
    void addAction(const QString &text, const std::function<void()> &action);
    /// A "Details" link that unfolds the original words, which can be selected.
    void setOriginalWords(const QString &words);
    /// A cross that closes the banner.
    void setDismissable();
    /// Counts down beside the actions and closes at zero; used with an Undo action.
    void closeAfter(int seconds);
    /// Undo by Ctrl+Z: runs the first action. False when there is none.
    bool runFirstAction();

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;

private:
    void close();

    BannerKind m_kind;
    QLabel *m_text;
    QLabel *m_detail;
    QLabel *m_countDown;
    QHBoxLayout *m_actions;
    QWidget *m_words = nullptr;
    std::function<void()> m_first;
    QBasicTimer m_timer;
    int m_seconds = 0;
    bool m_closing = false;
};

} // namespace countersign::ui

// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/lane.h"
#include "core/diff/text.h"
#include "ui/theme/theme.h"

#include <QObject>

#include <memory>
#include <span>
#include <vector>

namespace countersign::diffview {

/// Lines longer than this (in units) stay plain: colouring them would hold up everything behind them.
constexpr int longestHighlightedLine = 10'000;

/// A run of UTF-16 units of a line in one syntax colour. Small, since a long file has a million of them.
class FormatSpan
{
public:
    FormatSpan(int start, int length, theme::Token token, bool italic)
        : m_start(static_cast<quint16>(start))
        , m_length(static_cast<quint16>(length))
        , m_token(static_cast<quint8>(token))
        , m_italic(italic)
    {
    }
    int start() const { return m_start; }
    int length() const { return m_length; }
    theme::Token token() const { return static_cast<theme::Token>(m_token); }
    bool italic() const { return m_italic; }

private:
    static_assert(longestHighlightedLine <= 0xFFFF);
    quint16 m_start;
    quint16 m_length;
    quint8 m_token;
    bool m_italic;
};

/// The syntax colours of one text. They are computed line after line in the one highlighting lane of the
/// application (a line's colours depend on all lines above it) and arrive in parts; until then lines are
/// plain. Screen's thread.
class HighlightedText : public QObject
{
    Q_OBJECT
public:
    HighlightedText(std::shared_ptr<const diff::Text> text, const QByteArray &path,
                    QObject *parent = nullptr);
    ~HighlightedText() override;

    /// Spans of a line in order; empty while they are not there yet.
    std::span<const FormatSpan> spans(int line) const;
    /// Asks for colours down to `line`; nothing happens when they are there or under way.
    void require(int line);
    /// The language's name, such as "C++"; empty for plain text.
    QString language() const { return m_language; }

Q_SIGNALS:
    /// Lines `first` to `last` have their colours.
    void highlighted(int first, int last);

private:
    struct Progress;
    /// The colours of some lines in one piece.
    struct Part
    {
        int first = 0;
        /// Where each line's spans end in `spans`.
        std::vector<quint32> ends;
        std::vector<FormatSpan> spans;
    };
    void start(int upTo);

    std::shared_ptr<const diff::Text> m_text;
    QString m_language;
    std::vector<std::shared_ptr<const Part>> m_parts;
    int m_wanted = 0;
    int m_done = 0;
    bool m_running = false;
    std::shared_ptr<Progress> m_progress;
    std::stop_source m_stop;
};

} // namespace countersign::diffview

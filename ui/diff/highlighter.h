// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/base/lane.h"
#include "core/diff/text.h"
#include "ui/theme/theme.h"

#include <QObject>

#include <memory>
#include <vector>

namespace countersign::diffview {

/// A run of UTF-16 units of a line in one syntax colour.
struct FormatSpan
{
    int start = 0;
    int length = 0;
    theme::Token token = theme::Token::Text;
    bool bold = false;
    bool italic = false;
};

/// Lines longer than this (in units) stay plain: colouring them would hold up everything behind them.
constexpr int longestHighlightedLine = 10'000;

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
    const std::vector<FormatSpan> &spans(int line) const;
    /// Asks for colours down to `line`; nothing happens when they are there or under way.
    void require(int line);
    /// The language's name, such as "C++"; empty for plain text.
    QString language() const { return m_language; }

Q_SIGNALS:
    /// Lines `first` to `last` have their colours.
    void highlighted(int first, int last);

private:
    struct Progress;
    void start(int upTo);

    std::shared_ptr<const diff::Text> m_text;
    QString m_language;
    std::vector<std::vector<FormatSpan>> m_spans;
    int m_wanted = 0;
    int m_done = 0;
    bool m_running = false;
    std::shared_ptr<Progress> m_progress;
    std::stop_source m_stop;
};

} // namespace countersign::diffview

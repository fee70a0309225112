// SPDX-FileCopyrightText: Countersign contributors
// SPDX-License-Identifier: Apache-2.0

#include "ui/diff/highlighter.h"

#include "core/base/async.h"
#include "core/git/values.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

#include <algorithm>
#include <iterator>

namespace countersign::diffview {

namespace {

using SyntaxTheme = KSyntaxHighlighting::Theme;

/// One lane for all highlighting: the repository of definitions belongs to its thread.
Lane &highlightLane()
{
    static Lane lane(QStringLiteral("highlight"));
    return lane;
}

KSyntaxHighlighting::Repository &repository()
{
    static KSyntaxHighlighting::Repository definitions;
    return definitions;
}

/// Our token for one of the library's text styles; Text for what stays in the text colour.
theme::Token tokenOf(SyntaxTheme::TextStyle style)
{
    using theme::Token;
    switch (style) {
    case SyntaxTheme::Keyword:
    case SyntaxTheme::ControlFlow:
        return Token::SyntaxKeyword;
    case SyntaxTheme::DataType:
    case SyntaxTheme::BuiltIn:
    case SyntaxTheme::Extension:
        return Token::SyntaxType;
    case SyntaxTheme::Function:
        return Token::SyntaxFunction;
    case SyntaxTheme::String:
    case SyntaxTheme::Char:
    case SyntaxTheme::SpecialChar:
    case SyntaxTheme::VerbatimString:
    case SyntaxTheme::SpecialString:
        return Token::SyntaxString;
    case SyntaxTheme::DecVal:
    case SyntaxTheme::BaseN:
    case SyntaxTheme::Float:
    case SyntaxTheme::Constant:
        return Token::SyntaxNumber;
    case SyntaxTheme::Comment:
    case SyntaxTheme::Documentation:
    case SyntaxTheme::CommentVar:
    case SyntaxTheme::Information:
        return Token::SyntaxComment;
    case SyntaxTheme::Preprocessor:
    case SyntaxTheme::Import:
    case SyntaxTheme::Attribute:
    case SyntaxTheme::Annotation:
        return Token::SyntaxDirective;
    default:
        return Token::Text;
    }
}

class LineHighlighter : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    using AbstractHighlighter::AbstractHighlighter;

    /// Appends the colours of the next line.
    void line(const QString &text, std::vector<FormatSpan> &spans)
    {
        m_spans = &spans;
        if (text.size() <= longestHighlightedLine)
            m_state = highlightLine(text, m_state);
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        const theme::Token token = tokenOf(format.textStyle());
        if (length == 0 || (token == theme::Token::Text && format.textStyle() == SyntaxTheme::Normal))
            return;
        const bool comment = token == theme::Token::SyntaxComment;
        if (token != theme::Token::Text)
            m_spans->push_back(FormatSpan(offset, length, token, comment));
    }

private:
    KSyntaxHighlighting::State m_state;
    std::vector<FormatSpan> *m_spans = nullptr;
};

KSyntaxHighlighting::Definition definitionOf(const QByteArray &path)
{
    return repository().definitionForFileName(git::displayPath(path));
}

} // namespace

/// What goes on between the parts of one text; touched in the lane only.
struct HighlightedText::Progress
{
    std::shared_ptr<const diff::Text> text;
    QByteArray path;
    std::unique_ptr<LineHighlighter> highlighter;
    bool hasLanguage = false;
    int next = 0;
};

HighlightedText::HighlightedText(std::shared_ptr<const diff::Text> text, const QByteArray &path,
                                 QObject *parent)
    : QObject(parent)
    , m_text(std::move(text))
    , m_progress(std::make_shared<Progress>())
{
    m_progress->text = m_text;
    m_progress->path = path;
}

HighlightedText::~HighlightedText()
{
    m_stop.request_stop();
    // The highlighter refers to definitions of the lane's thread and must end there.
    highlightLane().run([progress = std::move(m_progress)](std::stop_token) mutable {
        progress.reset();
        return true;
    });
}

std::span<const FormatSpan> HighlightedText::spans(int line) const
{
    if (line < 0 || line >= m_done)
        return {};
    const auto next =
        std::ranges::upper_bound(m_parts, line, {}, [](const auto &part) { return part->first; });
    const Part &part = **std::prev(next);
    const auto at = static_cast<size_t>(line - part.first);
    const size_t from = at == 0 ? 0 : part.ends[at - 1];
    return std::span(part.spans).subspan(from, part.ends[at] - from);
}

void HighlightedText::require(int line)
{
    m_wanted = std::max(m_wanted, std::min(line + 1, m_text->lineCount()));
    if (!m_running && m_wanted > m_done)
        start(m_wanted + 500);
}

void HighlightedText::start(int upTo)
{
    m_running = true;
    const auto deliver =
        deliverTo(this, [this](const std::shared_ptr<const Part> &part, const QString &language, bool last) {
            m_language = language;
            m_done = part->first + static_cast<int>(part->ends.size());
            m_parts.push_back(part);
            if (last)
                m_running = false;
            if (!part->ends.empty())
                Q_EMIT highlighted(part->first, m_done - 1);
            if (last && m_wanted > m_done)
                start(m_wanted + 500);
        });
    // In portions, so that a long file does not hold up another one that comes into sight.
    const int end = std::min({upTo, m_text->lineCount(), m_done + 4000});
    highlightLane().run([progress = m_progress, deliver, end, stop = m_stop.get_token()](std::stop_token) {
        if (!progress->highlighter) {
            const auto definition = definitionOf(progress->path);
            progress->highlighter = std::make_unique<LineHighlighter>();
            progress->highlighter->setDefinition(definition);
            progress->hasLanguage = definition.isValid();
        }
        while (progress->next < end && !stop.stop_requested()) {
            auto part = std::make_shared<Part>();
            part->first = progress->next;
            const int until = std::min(end, progress->next + 400);
            for (; progress->next < until; ++progress->next) {
                if (progress->hasLanguage)
                    progress->highlighter->line(progress->text->line(progress->next), part->spans);
                part->ends.push_back(static_cast<quint32>(part->spans.size()));
            }
            part->spans.shrink_to_fit();
            deliver(std::shared_ptr<const Part>(part),
                    progress->hasLanguage ? progress->highlighter->definition().translatedName() : QString(),
                    progress->next >= end);
        }
        return true;
    });
}

} // namespace countersign::diffview

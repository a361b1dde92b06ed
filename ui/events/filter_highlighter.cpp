#include "ui/events/filter_highlighter.h"

#include "backend/audit/event_query.h"
#include "ui/look/tokens.h"
#include "ui/words/text_helpers.h"

#include <QTextCharFormat>

#include <algorithm>

namespace sallyport::ui {
namespace {

/// Wide enough for the padding of two chips and the gap between them.
constexpr double extraSpace = 10;

int utf16Position(std::string_view bytes, std::size_t position)
{
    return static_cast<int>(toQString(bytes.substr(0, std::min(position, bytes.size()))).size());
}

UtcTime systemNow()
{
    return std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now());
}

} // namespace

std::vector<FilterSpan> filterSpans(const QString& text)
{
    const std::string bytes = toUtf8(text);
    std::vector<FilterSpan> spans;
    for (const audit::FilterToken& token : audit::tokenizeFilter(bytes)) {
        FilterSpan span;
        span.start = utf16Position(bytes, token.position);
        span.end = utf16Position(bytes, token.position + token.length);
        span.keyed = !token.key.empty();
        span.negated = token.negated;
        span.valueStart = span.start;
        if (span.keyed) {
            const auto colon = bytes.find(':', token.position);
            span.valueStart = std::min(span.end, utf16Position(bytes, colon) + 1);
        }
        spans.push_back(span);
    }
    return spans;
}

std::vector<FilterProblem> filterProblems(const QString& text)
{
    const std::string bytes = toUtf8(text);
    std::vector<FilterProblem> problems;
    for (const audit::FilterMistake& mistake : audit::filterMistakes(bytes, systemNow())) {
        FilterProblem problem;
        problem.start = utf16Position(bytes, mistake.position);
        problem.length = std::max(1, utf16Position(bytes, mistake.position + mistake.length) - problem.start);
        problem.message = filterMistakeText(mistake.message);
        if (!mistake.suggestion.empty())
            problem.message += u' ' + suggestionText(mistake.suggestion);
        problems.push_back(problem);
    }
    return problems;
}

FilterHighlighter::FilterHighlighter(QTextDocument* document) : QSyntaxHighlighter(document) {}

void FilterHighlighter::highlightBlock(const QString& text)
{
    QTextCharFormat space;
    space.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    space.setFontLetterSpacing(extraSpace);
    QTextCharFormat key;
    key.setForeground(color(Token::Accent));
    QTextCharFormat value;
    value.setForeground(color(Token::Text));

    const auto spans = filterSpans(text);
    int last = 0;
    for (const FilterSpan& span : spans) {
        // Only the first space between two tokens is wide, and none at the start.
        if (span.start > last && last > 0)
            setFormat(last, 1, space);
        setFormat(span.start, span.valueStart - span.start, key);
        setFormat(span.valueStart, span.end - span.valueStart, value);
        last = span.end;
    }
    if (last > 0 && last < text.size())
        setFormat(last, 1, space);
    for (const FilterProblem& problem : filterProblems(text)) {
        const int end = std::min(static_cast<int>(text.size()), problem.start + problem.length);
        for (int i = problem.start; i < end; ++i) {
            QTextCharFormat marked = format(i);
            marked.setUnderlineStyle(QTextCharFormat::WaveUnderline);
            marked.setUnderlineColor(color(Token::Danger));
            setFormat(i, 1, marked);
        }
    }
}

} // namespace sallyport::ui

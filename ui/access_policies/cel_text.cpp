#include "ui/access_policies/cel_text.h"

#include "backend/access/cel/functions.h"
#include "backend/access/cel/lexer.h"
#include "backend/access/policies/attributes.h"
#include "ui/words/access_text.h"
#include "ui/words/failure_words.h"
#include "ui/words/text_helpers.h"

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using CelToken = access::cel::Token;

namespace {

int utf16At(std::string_view bytes, std::size_t offset)
{
    return static_cast<int>(toQString(bytes.substr(0, std::min(offset, bytes.size()))).size());
}

/// In the language of the window; an evaluation that fails whatever the request is says why in its own words.
QString messageOf(const access::cel::Problem& problem)
{
    const QString said = toQString(problem.message);
    if (!namesItsPlace(said))
        return conditionProblemText(problem);
    const QString cause = failureCause(said); // the place is shown beside it
    return cause.left(1).toUpper() + cause.mid(1) + u'.';
}

bool isNamePart(QChar letter)
{
    return letter.isLetterOrNumber() || letter == u'_' || letter == u'.';
}

template <typename Each>
void forEachToken(const std::string& bytes, Each each)
{
    access::cel::Lexer lexer(bytes);
    for (CelToken token = lexer.next(); token.kind != CelToken::Kind::End; token = lexer.next())
        each(token);
}

/// Functions that stand by themselves: `cidr`, `duration`; each name once.
std::vector<std::string_view> plainFunctions()
{
    std::vector<std::string_view> names{"has"};
    for (const access::cel::Overload& overload : access::cel::overloads())
        if (!overload.onReceiver && std::ranges::find(names, overload.name) == names.end())
            names.push_back(overload.name);
    return names;
}

} // namespace

std::vector<CelMark> celMarks(const QString& text, const access::cel::Problems& problems)
{
    const std::string bytes = toUtf8(text);
    std::vector<CelMark> marks;
    for (const access::cel::Problem& problem : problems) {
        CelMark mark;
        mark.start = utf16At(bytes, problem.place.offset);
        mark.length = std::max(1, utf16At(bytes, problem.place.offset + problem.place.length) - mark.start);
        mark.line = static_cast<int>(problem.position.line);
        mark.message = messageOf(problem);
        marks.push_back(std::move(mark));
    }
    return marks;
}

std::vector<CelSpan> celSpans(const QString& text)
{
    const std::string bytes = toUtf8(text);
    std::vector<CelSpan> spans;
    std::size_t before = 0; // where the span before it ends, in bytes and in the editor
    int at = 0;
    const auto place = [&](std::size_t offset) {
        at += static_cast<int>(toQString(std::string_view(bytes).substr(before, offset - before)).size());
        before = offset;
        return at;
    };
    forEachToken(bytes, [&](const CelToken& token) {
        std::optional<CelSpan::Kind> kind;
        const std::size_t end = token.place.offset + token.place.length;
        switch (token.kind) {
        case CelToken::Kind::String:
        case CelToken::Kind::Bytes: kind = CelSpan::Kind::Text; break;
        case CelToken::Kind::Int:
        case CelToken::Kind::Uint:
        case CelToken::Kind::Double: kind = CelSpan::Kind::Number; break;
        case CelToken::Kind::Identifier:
            if (token.text == "true" || token.text == "false" || token.text == "null" || token.text == "in")
                kind = CelSpan::Kind::Word;
            else if (end < bytes.size() && bytes[end] == '(' && (token.place.offset == 0 || bytes[token.place.offset - 1] != '.'))
                kind = CelSpan::Kind::Function;
            break;
        default: break;
        }
        if (!kind)
            return;
        const int start = place(token.place.offset);
        spans.push_back({start, place(end) - start, *kind});
    });
    return spans;
}

FilterPart celPartAt(const QString& text, int caret)
{
    FilterPart part{caret, caret, {}};
    const std::string before = toUtf8(text.left(caret));
    access::cel::Lexer lexer(before);
    while (lexer.next().kind != CelToken::Kind::End) {
    }
    if (lexer.problem() && lexer.problem()->message == "this text has no end")
        return part;
    const auto lineStart = text.lastIndexOf(u'\n', caret - 1) + 1;
    if (caret > 0 && QStringView(text).mid(lineStart, caret - lineStart).contains(u"//"_s))
        return part;
    while (part.start > 0 && isNamePart(text[part.start - 1]))
        --part.start;
    while (part.end < text.size() && isNamePart(text[part.end]))
        ++part.end;
    part.text = text.mid(part.start, caret - part.start);
    return part;
}

std::vector<FilterSuggestion> celSuggestions(const QString& text, int caret, bool all, int limit)
{
    const FilterPart part = celPartAt(text, caret);
    std::vector<FilterSuggestion> found;
    if (part.text.isEmpty() ? !all : part.text[0].isDigit())
        return found;
    const auto add = [&](const QString& insert, const QString& explanation) {
        if (static_cast<int>(found.size()) < limit && insert != text.mid(part.start, part.end - part.start))
            found.push_back({insert, explanation, 0, true});
    };
    const auto attributes = access::policies::attributes();
    for (const bool begins : {true, false}) // then what has it behind the dot
        for (const auto& attribute : attributes) {
            const QString name = toQString(attribute.name);
            const bool starts = name.startsWith(part.text, Qt::CaseInsensitive);
            const bool within = !part.text.contains(u'.') && name.contains(u'.' + part.text, Qt::CaseInsensitive);
            if (begins ? starts : !starts && within)
                add(name, attributeMeaning(attribute));
        }
    if (!part.text.isEmpty())
        for (const std::string_view function : plainFunctions())
            if (const QString name = toQString(function); name.startsWith(part.text, Qt::CaseInsensitive))
                add(name + u'(', {});
    return found;
}

} // namespace sallyport::ui

#include "backend/access/cel/library.h"
#include "backend/access/cel/values/code_points.h"

#include <algorithm>
#include <limits>
#include <new>

namespace sallyport::access::cel {
namespace {

/// How many at most: a negative limit is none.
std::uint64_t limitOf(const Call& call, std::size_t number)
{
    constexpr auto none = std::numeric_limits<std::uint64_t>::max();
    return number >= call.count() || call[number].asInt() < 0 ? none : call[number].asUint();
}

/// The next place of `part` from `from` on; an empty one is between all code points.
std::size_t nextPlace(std::string_view text, std::string_view part, std::size_t from)
{
    return part.empty() ? from : findText(text, part, from);
}

Value replace(const Call& call)
{
    if (!call.takes(1, Kind::String) || !call.takes(2, Kind::String) || (call.count() == 4 && !call.takes(3, Kind::Int)))
        return call.noOverload();
    const std::string_view text = call[0].asText(), part = call[1].asText(), by = call[2].asText();
    std::uint64_t left = limitOf(call, 3);
    TextBuilder builder(call);
    std::size_t from = 0;
    for (bool more = true; more && left > 0; --left) {
        const std::size_t found = nextPlace(text, part, from);
        if (found == text.npos)
            break;
        if (!call.scratch.charge(1) || !builder.add(text.substr(from, found - from)) || !builder.add(by))
            return builder.finish();
        from = found + part.size();
        if (part.empty()) { // the code point behind it stays
            more = from < text.size();
            const std::string_view rest = text.substr(from);
            const std::string_view kept = rest.empty() ? rest : rest.substr(0, firstLength(rest));
            builder.add(kept);
            from += kept.size();
        }
    }
    builder.add(text.substr(from));
    return builder.finish();
}

/// How many parts split() makes.
std::size_t countParts(std::string_view text, std::string_view by, std::uint64_t most)
{
    if (by.empty())
        return static_cast<std::size_t>(std::min<std::uint64_t>(countCodePoints(text), most));
    std::size_t parts = 1;
    for (std::size_t at = findText(text, by); at != text.npos && parts < most; at = findText(text, by, at + by.size()))
        ++parts;
    return parts;
}

Value split(const Call& call)
{
    if (!call.takes(1, Kind::String) || (call.count() == 3 && !call.takes(2, Kind::Int)))
        return call.noOverload();
    std::string_view text = call[0].asText();
    const std::string_view by = call[1].asText();
    const std::uint64_t most = limitOf(call, 2);
    const std::size_t parts = most == 0 ? 0 : countParts(text, by, most);
    if (!call.scratch.charge(parts))
        return call.fail(Failure::Steps);
    Value* const items = call.scratch.array<Value>(parts);
    if (items == nullptr)
        return call.fail(Failure::Memory);
    for (std::size_t i = 0; i < parts; ++i) {
        const bool isLast = i + 1 == parts;
        const std::size_t length = isLast ? text.size() : by.empty() ? firstLength(text) : findText(text, by);
        new (items + i) Value(Value::string(text.substr(0, length)));
        text.remove_prefix(isLast ? text.size() : length + by.size());
    }
    return Value::list({items, parts});
}

Value join(const Call& call)
{
    if (!call.takes(0, Kind::List) || (call.count() == 2 && !call.takes(1, Kind::String)))
        return call.noOverload();
    const std::string_view between = call.count() == 2 ? call[1].asText() : std::string_view();
    TextBuilder builder(call);
    bool first = true;
    for (const Value& item : call[0].asList()) {
        if (!item.is(Kind::String))
            return call.noOverload();
        if (!call.scratch.charge(1) || (!first && !builder.add(between)) || !builder.add(item.asText()))
            break;
        first = false;
    }
    return builder.finish();
}

Value withCase(const Call& call, char from, char to)
{
    std::string text(call[0].asText());
    for (char& c : text)
        if (c >= from && c <= from + 25)
            c = static_cast<char>(c - from + to);
    return call.text(text);
}

Value reverse(const Call& call)
{
    const std::string_view text = call[0].asText();
    std::string reversed(text.size(), '\0');
    std::size_t end = text.size();
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t length = firstLength(rest);
        end -= length;
        std::copy_n(rest.begin(), length, reversed.begin() + static_cast<std::ptrdiff_t>(end));
        rest.remove_prefix(length);
    }
    return call.text(reversed);
}

/// As a literal in double quotes.
Value quote(const Call& call)
{
    constexpr std::string_view meant = "\a\b\f\n\r\t\v\\\"", written = "abfnrtv\\\"";
    std::string text = "\"";
    for (const char c : call[0].asText()) {
        const std::size_t known = meant.find(c);
        if (known != meant.npos)
            text += '\\';
        text += known != meant.npos ? written[known] : c;
    }
    return call.text(text + '"');
}

} // namespace

/// Those that make a text or a list of texts.
Value editText(FunctionId function, const Call& call)
{
    if (function == FunctionId::Join)
        return join(call);
    if (!call.takes(0, Kind::String))
        return call.noOverload();
    const std::size_t size = call[0].asText().size();
    if (!call.scratch.chargeBytes(size) || (size > call.scratch.room() && !call.scratch.refuseMemory()))
        return call.fail(Failure::Memory);
    switch (function) {
    case FunctionId::LowerAscii: return withCase(call, 'A', 'a');
    case FunctionId::UpperAscii: return withCase(call, 'a', 'A');
    case FunctionId::Quote: return quote(call);
    case FunctionId::Replace: return replace(call);
    case FunctionId::Reverse: return reverse(call);
    case FunctionId::Split: return split(call);
    case FunctionId::Trim: return Value::string(trimmed(call[0].asText()));
    default: return call.noOverload();
    }
}

} // namespace sallyport::access::cel

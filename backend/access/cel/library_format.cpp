#include "backend/access/cel/library.h"
#include "backend/access/cel/values/value_text.h"

#include "backend/base/code_point.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

namespace sallyport::access::cel {
namespace {

constexpr int usualPrecision = 6;
constexpr int mostPrecision = 100; // digits; more are no double's

/// One `%.3f`.
struct Clause {
    char letter = '\0';
    int precision = usualPrecision;
};

/// Reads what stands behind a percent sign and leaves the rest in `text`.
std::optional<Clause> takeClause(std::string_view& text)
{
    Clause clause;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), clause.precision);
        if (failure != std::errc() || clause.precision < 0 || clause.precision > mostPrecision)
            return {};
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    }
    if (text.empty())
        return {};
    clause.letter = text[0];
    text.remove_prefix(1);
    return clause;
}

/// Ill-formed bytes become one U+FFFD for each run of them.
std::string readable(std::string_view bytes)
{
    std::string text;
    bool inRun = false;
    while (!bytes.empty()) {
        const CodePoint point = firstCodePoint(bytes);
        if (point.length == 0 && !inRun)
            text += "\xef\xbf\xbd";
        inRun = point.length == 0;
        const std::size_t length = std::max<std::size_t>(point.length, 1);
        if (!inRun)
            text += bytes.substr(0, length);
        bytes.remove_prefix(length);
    }
    return text;
}

/// What %s writes. Recurses as deep as the value is. False without room or for a value that it doesn't take.
class Shown {
public:
    explicit Shown(const Call& call) : m_call(call) {}

    bool add(const Value& value, std::string& out)
    {
        switch (value.kind()) {
        case Kind::Null: return put(out, "null");
        case Kind::Bytes: return room(value.asText().size()) && put(out, readable(value.asText()));
        case Kind::Type: return put(out, kindName(value.asType()));
        case Kind::List: return addList(value.asList(), out);
        case Kind::Map: return addMap(value.asMap(), out);
        default: {
            const std::optional<std::string> text = textOf(value);
            return text && put(out, *text);
        }
        }
    }

private:
    /// Nothing that is being put together is larger than what the scratch still has.
    bool room(std::size_t bytes)
    {
        m_size += bytes;
        return (m_size <= m_call.scratch.room() || m_call.scratch.refuseMemory()) && m_call.scratch.chargeBytes(bytes);
    }
    bool put(std::string& out, std::string_view text)
    {
        if (!room(text.size()) || !m_call.scratch.charge(1))
            return false;
        out += text;
        return true;
    }
    bool addList(std::span<const Value> items, std::string& out)
    {
        bool good = put(out, "[");
        for (std::size_t i = 0; i < items.size() && good; ++i)
            good = (i == 0 || put(out, ", ")) && add(items[i], out);
        return good && put(out, "]");
    }
    bool addMap(const MapData& map, std::string& out)
    {
        std::vector<std::pair<std::string, std::string>> entries;
        bool good = true;
        for (const MapEntry& entry : map.entries()) {
            std::pair<std::string, std::string> texts;
            good = good && add(entry.key, texts.first) && add(entry.value, texts.second);
            entries.push_back(std::move(texts));
        }
        std::ranges::sort(entries);
        good = good && put(out, "{");
        for (std::size_t i = 0; i < entries.size() && good; ++i)
            good = (i == 0 || put(out, ", ")) && put(out, entries[i].first) && put(out, ": ") && put(out, entries[i].second);
        return good && put(out, "}");
    }

    const Call& m_call;
    std::size_t m_size = 0;
};

std::optional<std::string> inBase(const Value& value, int base, bool upper)
{
    std::array<char, 80> digits;
    char* end = nullptr;
    if (value.is(Kind::Int))
        end = std::to_chars(digits.data(), digits.data() + digits.size(), value.asInt(), base).ptr;
    else if (value.is(Kind::Uint))
        end = std::to_chars(digits.data(), digits.data() + digits.size(), value.asUint(), base).ptr;
    else
        return {};
    std::string text(digits.data(), end);
    if (upper)
        std::ranges::transform(text, text.begin(),
                               [](char c) { return c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

std::optional<std::string> asHex(const Value& value, bool upper)
{
    if (!value.isText())
        return inBase(value, 16, upper);
    const std::string_view digits = upper ? "0123456789ABCDEF" : "0123456789abcdef";
    std::string text;
    for (const char c : value.asText()) {
        text += digits[static_cast<unsigned char>(c) >> 4U];
        text += digits[static_cast<unsigned char>(c) & 15U];
    }
    return text;
}

std::optional<std::string> asReal(const Value& value, int precision, std::chars_format form)
{
    if (!value.isNumber())
        return {};
    const double number = value.is(Kind::Double) ? value.asDouble()
                          : value.is(Kind::Int)  ? static_cast<double>(value.asInt())
                                                 : static_cast<double>(value.asUint());
    if (!std::isfinite(number))
        return doubleText(number);
    std::array<char, 512> text; // 309 digits of the largest, a sign, a point and the precision
    const auto [end, failure] = std::to_chars(text.data(), text.data() + text.size(), number, form, precision);
    return failure == std::errc() ? std::optional(std::string(text.data(), end)) : std::nullopt;
}

std::optional<std::string> formatted(const Call& call, const Clause& clause, const Value& value)
{
    switch (clause.letter) {
    case 's': {
        std::string text;
        return Shown(call).add(value, text) ? std::optional(text) : std::nullopt;
    }
    case 'd':
        if (value.is(Kind::Double))
            return doubleText(value.asDouble());
        return inBase(value, 10, false);
    case 'f': return asReal(value, clause.precision, std::chars_format::fixed);
    case 'e': return asReal(value, clause.precision, std::chars_format::scientific);
    case 'x':
    case 'X':
        if (value.isText() && value.asText().size() * 2 > call.scratch.room()) {
            call.scratch.refuseMemory();
            return {};
        }
        return asHex(value, clause.letter == 'X');
    case 'o': return inBase(value, 8, false);
    case 'b':
        if (value.is(Kind::Bool))
            return value.asBool() ? "1" : "0";
        return inBase(value, 2, false);
    default: return {};
    }
}

} // namespace

Value formatText(const Call& call)
{
    if (!call.takes(0, Kind::String) || !call.takes(1, Kind::List))
        return call.noOverload();
    std::string_view rest = call[0].asText();
    const std::span<const Value> values = call[1].asList();
    std::size_t used = 0;
    TextBuilder builder(call);
    for (std::size_t percent = rest.find('%'); percent != rest.npos; percent = rest.find('%')) {
        if (!builder.add(rest.substr(0, percent)) || !call.scratch.charge(1))
            return builder.finish();
        rest.remove_prefix(percent + 1);
        if (rest.starts_with('%')) {
            builder.add("%");
            rest.remove_prefix(1);
            continue;
        }
        const std::optional<Clause> clause = takeClause(rest);
        if (!clause)
            return call.fail(Failure::InvalidText, "a clause of format() is not finished");
        if (std::string_view("sdfexXob").find(clause->letter) == std::string_view::npos)
            return call.fail(Failure::InvalidText, "format() has the clauses %s %d %f %e %x %X %o %b and %%");
        if (used >= values.size())
            return call.fail(Failure::IndexOutOfRange, "format() has more clauses than values");
        const std::optional<std::string> text = formatted(call, *clause, values[used++]);
        if (!text)
            return call.fail(Failure::NoSuchOverload, "a clause of format() does not take this value");
        if (!builder.add(*text))
            return builder.finish();
    }
    builder.add(rest);
    return builder.finish();
}

} // namespace sallyport::access::cel

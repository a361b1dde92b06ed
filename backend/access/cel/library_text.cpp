#include "backend/access/cel/library.h"
#include "backend/access/cel/values/code_points.h"

namespace sallyport::access::cel {
namespace {

Value matches(const Call& call)
{
    if (!call.takes(0, Kind::String) || !call.takes(1, Kind::String))
        return call.noOverload();
    const std::string_view text = call[0].asText();
    constexpr std::size_t bytesPerStep = 8; // it looks longer at each of them than others do
    if (!call.scratch.charge(text.size() / bytesPerStep))
        return call.fail(Failure::Steps);
    if (call.node.b != 0)
        return Value::boolean(call.program.pattern(call.node.b - 1).matches(text));
    constexpr std::uint64_t making = 1000; // a pattern that isn't written in the expression
    if (!call.scratch.charge(making + call[1].asText().size()))
        return call.fail(Failure::Steps);
    std::string reason;
    const std::unique_ptr<Pattern> pattern = Pattern::make(call[1].asText(), &reason);
    return pattern ? Value::boolean(pattern->matches(text))
                   : call.failWith(Failure::InvalidText, "no regular expression: " + reason);
}

/// indexOf() and lastIndexOf(): of code points.
Value indexOf(const Call& call, bool last)
{
    if (!call.takes(1, Kind::String) || (call.count() == 3 && !call.takes(2, Kind::Int)))
        return call.noOverload();
    const std::string_view text = call[0].asText(), part = call[1].asText();
    const auto size = static_cast<std::int64_t>(countCodePoints(text));
    std::size_t from = last ? text.size() : 0;
    if (call.count() == 3) {
        const std::int64_t start = call[2].asInt();
        if (start < 0 || start > size || (start == size && !part.empty()))
            return call.fail(Failure::IndexOutOfRange);
        from = byteOf(text, static_cast<std::size_t>(start));
    }
    if (part.size() > text.size())
        return Value::integer(-1);
    std::size_t found = text.npos;
    if (!last) {
        found = findText(text, part, from);
    } else if (call.scratch.charge(text.size() * (1 + part.size() / Scratch::bytesPerStep) / Scratch::bytesPerStep)) {
        found = text.rfind(part, from);
    }
    return Value::integer(found == text.npos ? -1 : static_cast<std::int64_t>(countCodePoints(text.substr(0, found))));
}

Value charAt(const Call& call)
{
    if (!call.takes(1, Kind::Int))
        return call.noOverload();
    const std::string_view text = call[0].asText();
    const std::int64_t number = call[1].asInt();
    if (number < 0 || number > static_cast<std::int64_t>(countCodePoints(text)))
        return call.fail(Failure::IndexOutOfRange);
    const std::string_view rest = text.substr(byteOf(text, static_cast<std::size_t>(number)));
    return Value::string(rest.empty() ? rest : rest.substr(0, firstLength(rest)));
}

Value substring(const Call& call)
{
    if (!call.takes(1, Kind::Int) || (call.count() == 3 && !call.takes(2, Kind::Int)))
        return call.noOverload();
    const std::string_view text = call[0].asText();
    const auto size = static_cast<std::int64_t>(countCodePoints(text));
    const std::int64_t start = call[1].asInt(), end = call.count() == 3 ? call[2].asInt() : size;
    if (start < 0 || start > size || end < 0 || end > size || start > end)
        return call.fail(Failure::IndexOutOfRange);
    const std::size_t first = byteOf(text, static_cast<std::size_t>(start));
    return Value::string(text.substr(first, byteOf(text, static_cast<std::size_t>(end)) - first));
}

} // namespace

/// Those that give nothing new: a number, a bool or a part.
Value textFunction(FunctionId function, const Call& call)
{
    if (function == FunctionId::Matches)
        return matches(call);
    if (!call.takes(0, Kind::String))
        return call.noOverload();
    const std::string_view text = call[0].asText();
    if (!call.scratch.chargeBytes(text.size()))
        return call.fail(Failure::Steps);
    switch (function) {
    case FunctionId::Size: return Value::integer(static_cast<std::int64_t>(countCodePoints(text)));
    case FunctionId::IndexOf: return indexOf(call, false);
    case FunctionId::LastIndexOf: return indexOf(call, true);
    case FunctionId::CharAt: return charAt(call);
    case FunctionId::Substring: return substring(call);
    default: break;
    }
    if (!call.takes(1, Kind::String))
        return call.noOverload();
    const std::string_view part = call[1].asText();
    switch (function) {
    case FunctionId::Contains: return Value::boolean(findText(text, part) != text.npos);
    case FunctionId::StartsWith: return Value::boolean(text.starts_with(part));
    case FunctionId::EndsWith: return Value::boolean(text.ends_with(part));
    default: return call.noOverload();
    }
}

} // namespace sallyport::access::cel

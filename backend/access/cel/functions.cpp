#include "backend/access/cel/functions.h"

#include <algorithm>
#include <array>

namespace sallyport::access::cel {
namespace {

constexpr bool free = false, onReceiver = true;

using Named = FunctionId;
constexpr std::array<Overload, 108> allOverloads{{
    {"bool", Named::Bool, free, "b", 'b'},
    {"bool", Named::Bool, free, "s", 'b'},
    {"bytes", Named::Bytes, free, "y", 'y'},
    {"bytes", Named::Bytes, free, "s", 'y'},
    {"double", Named::Double, free, "d", 'd'},
    {"double", Named::Double, free, "i", 'd'},
    {"double", Named::Double, free, "u", 'd'},
    {"double", Named::Double, free, "s", 'd'},
    {"duration", Named::Duration, free, "n", 'n'},
    {"duration", Named::Duration, free, "s", 'n'},
    {"dyn", Named::Dyn, free, "A", '*'},
    {"int", Named::Int, free, "i", 'i'},
    {"int", Named::Int, free, "u", 'i'},
    {"int", Named::Int, free, "d", 'i'},
    {"int", Named::Int, free, "s", 'i'},
    {"int", Named::Int, free, "t", 'i'},
    {"string", Named::String, free, "s", 's'},
    {"string", Named::String, free, "b", 's'},
    {"string", Named::String, free, "i", 's'},
    {"string", Named::String, free, "u", 's'},
    {"string", Named::String, free, "d", 's'},
    {"string", Named::String, free, "y", 's'},
    {"string", Named::String, free, "t", 's'},
    {"string", Named::String, free, "n", 's'},
    {"string", Named::String, free, "a", 's'},
    {"string", Named::String, free, "c", 's'},
    {"timestamp", Named::Timestamp, free, "t", 't'},
    {"timestamp", Named::Timestamp, free, "s", 't'},
    {"timestamp", Named::Timestamp, free, "i", 't'},
    {"type", Named::Type, free, "A", 'T'},
    {"uint", Named::Uint, free, "u", 'u'},
    {"uint", Named::Uint, free, "i", 'u'},
    {"uint", Named::Uint, free, "d", 'u'},
    {"uint", Named::Uint, free, "s", 'u'},
    {"size", Named::Size, free, "s", 'i'},
    {"size", Named::Size, free, "y", 'i'},
    {"size", Named::Size, free, "l", 'i'},
    {"size", Named::Size, free, "m", 'i'},
    {"size", Named::Size, onReceiver, "s", 'i'},
    {"size", Named::Size, onReceiver, "y", 'i'},
    {"size", Named::Size, onReceiver, "l", 'i'},
    {"size", Named::Size, onReceiver, "m", 'i'},
    {"contains", Named::Contains, onReceiver, "ss", 'b'},
    {"endsWith", Named::EndsWith, onReceiver, "ss", 'b'},
    {"matches", Named::Matches, free, "ss", 'b'},
    {"matches", Named::Matches, onReceiver, "ss", 'b'},
    {"startsWith", Named::StartsWith, onReceiver, "ss", 'b'},
    {"getDate", Named::GetDate, onReceiver, "t", 'i'},
    {"getDate", Named::GetDate, onReceiver, "ts", 'i'},
    {"getDayOfMonth", Named::GetDayOfMonth, onReceiver, "t", 'i'},
    {"getDayOfMonth", Named::GetDayOfMonth, onReceiver, "ts", 'i'},
    {"getDayOfWeek", Named::GetDayOfWeek, onReceiver, "t", 'i'},
    {"getDayOfWeek", Named::GetDayOfWeek, onReceiver, "ts", 'i'},
    {"getDayOfYear", Named::GetDayOfYear, onReceiver, "t", 'i'},
    {"getDayOfYear", Named::GetDayOfYear, onReceiver, "ts", 'i'},
    {"getFullYear", Named::GetFullYear, onReceiver, "t", 'i'},
    {"getFullYear", Named::GetFullYear, onReceiver, "ts", 'i'},
    {"getHours", Named::GetHours, onReceiver, "t", 'i'},
    {"getHours", Named::GetHours, onReceiver, "ts", 'i'},
    {"getHours", Named::GetHours, onReceiver, "n", 'i'},
    {"getMilliseconds", Named::GetMilliseconds, onReceiver, "t", 'i'},
    {"getMilliseconds", Named::GetMilliseconds, onReceiver, "ts", 'i'},
    {"getMilliseconds", Named::GetMilliseconds, onReceiver, "n", 'i'},
    {"getMinutes", Named::GetMinutes, onReceiver, "t", 'i'},
    {"getMinutes", Named::GetMinutes, onReceiver, "ts", 'i'},
    {"getMinutes", Named::GetMinutes, onReceiver, "n", 'i'},
    {"getMonth", Named::GetMonth, onReceiver, "t", 'i'},
    {"getMonth", Named::GetMonth, onReceiver, "ts", 'i'},
    {"getSeconds", Named::GetSeconds, onReceiver, "t", 'i'},
    {"getSeconds", Named::GetSeconds, onReceiver, "ts", 'i'},
    {"getSeconds", Named::GetSeconds, onReceiver, "n", 'i'},
    {"charAt", Named::CharAt, onReceiver, "si", 's'},
    {"format", Named::Format, onReceiver, "sD", 's'},
    {"indexOf", Named::IndexOf, onReceiver, "ss", 'i'},
    {"indexOf", Named::IndexOf, onReceiver, "ssi", 'i'},
    {"join", Named::Join, onReceiver, "S", 's'},
    {"join", Named::Join, onReceiver, "Ss", 's'},
    {"lastIndexOf", Named::LastIndexOf, onReceiver, "ss", 'i'},
    {"lastIndexOf", Named::LastIndexOf, onReceiver, "ssi", 'i'},
    {"lowerAscii", Named::LowerAscii, onReceiver, "s", 's'},
    {"strings.quote", Named::Quote, free, "s", 's'},
    {"replace", Named::Replace, onReceiver, "sss", 's'},
    {"replace", Named::Replace, onReceiver, "sssi", 's'},
    {"reverse", Named::Reverse, onReceiver, "s", 's'},
    {"split", Named::Split, onReceiver, "ss", 'S'},
    {"split", Named::Split, onReceiver, "ssi", 'S'},
    {"substring", Named::Substring, onReceiver, "si", 's'},
    {"substring", Named::Substring, onReceiver, "sii", 's'},
    {"trim", Named::Trim, onReceiver, "s", 's'},
    {"upperAscii", Named::UpperAscii, onReceiver, "s", 's'},
    {"ip", Named::Ip, free, "s", 'a'},
    {"ip", Named::IpOf, onReceiver, "c", 'a'},
    {"isIP", Named::IsIp, free, "s", 'b'},
    {"ip.isCanonical", Named::IsCanonical, free, "s", 'b'},
    {"cidr", Named::Cidr, free, "s", 'c'},
    {"isCIDR", Named::IsCidr, free, "s", 'b'},
    {"family", Named::Family, onReceiver, "a", 'i'},
    {"isUnspecified", Named::IsUnspecified, onReceiver, "a", 'b'},
    {"isLoopback", Named::IsLoopback, onReceiver, "a", 'b'},
    {"isGlobalUnicast", Named::IsGlobalUnicast, onReceiver, "a", 'b'},
    {"isLinkLocalMulticast", Named::IsLinkLocalMulticast, onReceiver, "a", 'b'},
    {"isLinkLocalUnicast", Named::IsLinkLocalUnicast, onReceiver, "a", 'b'},
    {"containsIP", Named::ContainsIp, onReceiver, "ca", 'b'},
    {"containsIP", Named::ContainsIp, onReceiver, "cs", 'b'},
    {"containsCIDR", Named::ContainsCidr, onReceiver, "cc", 'b'},
    {"containsCIDR", Named::ContainsCidr, onReceiver, "cs", 'b'},
    {"masked", Named::Masked, onReceiver, "c", 'c'},
    {"prefixLength", Named::PrefixLength, onReceiver, "c", 'i'},
}};

} // namespace

std::span<const Overload> overloads() noexcept
{
    return allOverloads;
}

FoundFunction findFunction(std::string_view name, bool receiver, std::size_t count) noexcept
{
    FoundFunction found;
    for (const Overload& overload : allOverloads) {
        if (overload.name != name || overload.onReceiver != receiver)
            continue;
        found.known = true;
        if (overload.takes.size() == count)
            found.function = overload.function;
    }
    return found;
}

std::string_view functionName(FunctionId function) noexcept
{
    return std::ranges::find(allOverloads, function, &Overload::function)->name;
}

} // namespace sallyport::access::cel

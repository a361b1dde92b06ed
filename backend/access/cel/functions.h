#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace sallyport::access::cel {

/// The functions of the language and of its extensions for strings and networks. One for each name, whatever it takes.
enum class FunctionId : std::uint8_t {
    Bool,
    Bytes,
    Double,
    Duration,
    Dyn,
    Int,
    String,
    Timestamp,
    Type,
    Uint,
    Size,
    Contains,
    EndsWith,
    Matches,
    StartsWith,
    GetDate,
    GetDayOfMonth,
    GetDayOfWeek,
    GetDayOfYear,
    GetFullYear,
    GetHours,
    GetMilliseconds,
    GetMinutes,
    GetMonth,
    GetSeconds,
    CharAt,
    Format,
    IndexOf,
    Join,
    LastIndexOf,
    LowerAscii,
    Quote,
    Replace,
    Reverse,
    Split,
    Substring,
    Trim,
    UpperAscii,
    Ip,
    IpOf,
    IsIp,
    IsCanonical,
    Cidr,
    IsCidr,
    Family,
    IsUnspecified,
    IsLoopback,
    IsGlobalUnicast,
    IsLinkLocalMulticast,
    IsLinkLocalUnicast,
    ContainsIp,
    ContainsCidr,
    Masked,
    PrefixLength,
    Count,
};

/// What a function takes and gives. A letter for each value, a receiver first: b(ool), i(nt), u(int), d(ouble), s(tring), y
/// (bytes), t(imestamp), n (duration), a(ddress), c(idr); A any, T its type, * dyn, l list(A), m map(A, B), S list(string), D
/// list(dyn).
struct Overload {
    std::string_view name; ///< as it is called: `ip.isCanonical` for one in a namespace
    FunctionId function;
    bool onReceiver;
    std::string_view takes;
    char gives;
};
/// All of them; those of one function stand together.
std::span<const Overload> overloads() noexcept;

/// The function of that name and call style that takes so many values, a receiver among them.
struct FoundFunction {
    std::optional<FunctionId> function;
    bool known = false; ///< there is one of that name and style, with another number of values
};
FoundFunction findFunction(std::string_view name, bool onReceiver, std::size_t count) noexcept;
/// `substring`.
std::string_view functionName(FunctionId function) noexcept;

} // namespace sallyport::access::cel

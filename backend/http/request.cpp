#include "backend/http/request.h"

#include <array>
#include <utility>

namespace sallyport::http {
namespace {

constexpr std::array<std::pair<Method, std::string_view>, 9> methods{{
    {Method::Get, "GET"},
    {Method::Head, "HEAD"},
    {Method::Post, "POST"},
    {Method::Put, "PUT"},
    {Method::Patch, "PATCH"},
    {Method::Delete, "DELETE"},
    {Method::Options, "OPTIONS"},
    {Method::Trace, "TRACE"},
    {Method::Connect, "CONNECT"},
}};

constexpr char lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

} // namespace

std::string_view methodName(Method method) noexcept
{
    for (const auto& [value, name] : methods) {
        if (value == method)
            return name;
    }
    return {};
}

Method methodFromText(std::string_view text) noexcept
{
    for (const auto& [value, name] : methods) {
        if (name == text)
            return value;
    }
    return Method::Unknown;
}

bool equalsIgnoreCase(std::string_view a, std::string_view b) noexcept
{
    if (a.size() != b.size())
        return false;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (lower(a[i]) != lower(b[i]))
            return false;
    }
    return true;
}

std::optional<std::string_view> RequestHead::header(std::string_view name) const noexcept
{
    for (const HeaderField& field : fields) {
        if (equalsIgnoreCase(field.name, name))
            return field.value;
    }
    return std::nullopt;
}

std::size_t RequestHead::headerCount(std::string_view name) const noexcept
{
    std::size_t count = 0;
    for (const HeaderField& field : fields)
        count += equalsIgnoreCase(field.name, name) ? 1 : 0;
    return count;
}

} // namespace sallyport::http

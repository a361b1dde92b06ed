#include "backend/api/metrics/metrics_text.h"

#include <array>
#include <cstdio>

namespace sallyport::api {

namespace {

void appendEscaped(std::string& to, std::string_view value)
{
    for (const char c : value) {
        if (c == '\n') {
            to += "\\n";
            continue;
        }
        if (c == '"' || c == '\\')
            to += '\\';
        to += c;
    }
}

} // namespace

MetricsText& MetricsText::family(std::string_view name, std::string_view help, std::string_view type)
{
    m_name = name;
    m_text.append("# HELP ").append(name).append(" ").append(help).append("\n");
    m_text.append("# TYPE ").append(name).append(" ").append(type).append("\n");
    return *this;
}

MetricsText& MetricsText::sample(std::string_view suffix, Labels labels, std::string_view value)
{
    m_text.append(m_name).append(suffix);
    std::string_view before = "{";
    for (const auto& [name, word] : labels) {
        m_text.append(std::exchange(before, ",")).append(name).append("=\"");
        appendEscaped(m_text, word);
        m_text += '"';
    }
    m_text.append(labels.size() > 0 ? "} " : " ").append(value).append("\n");
    return *this;
}

MetricsText& MetricsText::seconds(Labels labels, std::uint64_t nanoseconds, std::string_view suffix)
{
    constexpr std::uint64_t second = 1'000'000'000;
    std::array<char, 40> digits{};
    const int length =
        std::snprintf(digits.data(), digits.size(), "%llu.%09llu", static_cast<unsigned long long>(nanoseconds / second),
                      static_cast<unsigned long long>(nanoseconds % second));
    return sample(suffix, labels, {digits.data(), static_cast<std::size_t>(length)});
}

} // namespace sallyport::api

#include "backend/audit/details.h"

namespace sallyport::audit {

namespace {

void appendUnicodeEscape(std::string& to, unsigned value)
{
    constexpr char digits[] = "0123456789abcdef";
    to += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        to += digits[(value >> shift) & 0xf];
}

/// Length of the UTF-8 sequence at `at` if it must not reach a terminal or a line-based reader raw: C1 controls
/// (U+0080..9F), U+2028, U+2029 and the bidirectional controls; 0 otherwise.
std::size_t unsafeSequence(std::string_view text, std::size_t at, unsigned& value)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(i < text.size() ? text[i] : 0); };
    if (byte(at) == 0xc2 && byte(at + 1) >= 0x80 && byte(at + 1) < 0xa0) {
        value = byte(at + 1);
        return 2;
    }
    if (byte(at) != 0xe2 || (byte(at + 1) != 0x80 && byte(at + 1) != 0x81))
        return 0;
    value = 0x2000u | (byte(at + 1) & 0x3fu) << 6 | (byte(at + 2) & 0x3fu);
    const bool unsafe = (value >= 0x2028 && value <= 0x202e) || (value >= 0x2066 && value <= 0x2069);
    return unsafe ? 3 : 0;
}

} // namespace

void appendJsonString(std::string& to, std::string_view text)
{
    to += '"';
    std::size_t plain = 0; // where the run of what needs no escape began
    const auto takePlain = [&](std::size_t end) { to.append(text, plain, end - plain); };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        unsigned value = 0;
        if (c == '"' || c == '\\') {
            takePlain(i);
            to += '\\';
            plain = i;
        } else if (c < 0x20 || c == 0x7f) {
            takePlain(i);
            appendUnicodeEscape(to, c);
            plain = i + 1;
        } else if (const std::size_t length = c < 0x80 ? 0 : unsafeSequence(text, i, value)) {
            takePlain(i);
            appendUnicodeEscape(to, value);
            i += length - 1;
            plain = i + 1;
        }
    }
    takePlain(text.size());
    to += '"';
}

void Details::key(std::string& to, std::string_view name)
{
    if (!to.empty())
        to += ',';
    appendJsonString(to, name);
    to += ':';
}

Details& Details::text(std::string_view name, std::string_view value)
{
    key(m_members, name);
    appendJsonString(m_members, value);
    return *this;
}

Details& Details::number(std::string_view name, std::int64_t value)
{
    key(m_members, name);
    m_members += std::to_string(value);
    return *this;
}

Details& Details::flag(std::string_view name, bool value)
{
    key(m_members, name);
    m_members += value ? "true" : "false";
    return *this;
}

Details& Details::change(std::string_view field, std::string_view oldValue, std::string_view newValue)
{
    if (oldValue == newValue)
        return *this;
    if (!m_changes.empty())
        m_changes += ',';
    m_changes += "{\"field\":";
    appendJsonString(m_changes, field);
    m_changes += ",\"old\":";
    appendJsonString(m_changes, oldValue);
    m_changes += ",\"new\":";
    appendJsonString(m_changes, newValue);
    m_changes += '}';
    return *this;
}

std::string Details::json() const
{
    if (empty())
        return {};
    std::string result = "{";
    if (!m_changes.empty())
        result += "\"changes\":[" + m_changes + "]";
    if (!m_changes.empty() && !m_members.empty())
        result += ',';
    result += m_members;
    result += '}';
    return result;
}

} // namespace sallyport::audit

#include "backend/audit/details.h"

#include "backend/base/shown_text.h"

namespace sallyport::audit {

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

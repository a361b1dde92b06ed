#pragma once

#include "backend/base/shown_text.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sallyport::audit {

/// Appends the members of one JSON object, in the order of the calls; its end closes the object. Objects and lists in it
/// must end before the next call.
class JsonMembers {
public:
    explicit JsonMembers(std::string& to) : m_to(to) { m_to += '{'; }
    ~JsonMembers() { m_to += '}'; }
    JsonMembers(const JsonMembers&) = delete;
    JsonMembers& operator=(const JsonMembers&) = delete;

    /// An empty one is left out.
    void text(std::string_view name, std::string_view value)
    {
        if (value.empty())
            return;
        key(name);
        appendJsonString(m_to, value);
    }
    void number(std::string_view name, std::int64_t value)
    {
        key(name);
        m_to += std::to_string(value);
    }
    /// `json` is JSON already.
    void raw(std::string_view name, std::string_view json)
    {
        key(name);
        m_to += json;
    }
    JsonMembers object(std::string_view name)
    {
        key(name);
        return JsonMembers(m_to);
    }

private:
    void key(std::string_view name)
    {
        if (m_to.back() != '{')
            m_to += ',';
        m_to += '"';
        m_to += name;
        m_to += "\":";
    }
    std::string& m_to;
};

} // namespace sallyport::audit

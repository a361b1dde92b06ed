#pragma once

#include "backend/base/time_zone.h"
#include "backend/identity/core/user.h"

#include <boost/json/object.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sallyport::identity {

/// A user as the API tells of one: no secret in it, and no member that whoever asked may not see.
boost::json::object userJson(const User& user);

/// Users as a file, piece by piece. CSV is RFC 4180, formula-safe as the journal's, each record ended by CRLF; an import takes
/// it back, its times are in `zone`, and it may begin with a byte order mark. JSON is `{"data": [..]}` with the API's members.
class UserFileText {
public:
    enum class Format : std::uint8_t { Csv, Json };
    static std::optional<Format> formatOf(std::string_view word) noexcept; ///< `csv` | `json`

    explicit UserFileText(Format format, const TimeZone& zone = {}, bool byteOrderMark = false)
        : m_format(format), m_zone(zone), m_mark(byteOrderMark)
    {
    }

    void begin(std::string& to) const;
    void add(std::string& to, const User& user);
    void end(std::string& to) const;

private:
    Format m_format;
    TimeZone m_zone;
    bool m_mark;
    bool m_first = true;
};

} // namespace sallyport::identity

#include "backend/identity/users/user_file.h"

#include "backend/base/csv_field.h"
#include "backend/base/shown_text.h"
#include "backend/base/time_format.h"
#include "backend/identity/core/user_rows.h"

#include <boost/json.hpp>

#include <utility>

namespace sallyport::identity {

namespace {

boost::json::value timeOrNull(std::optional<UtcTime> time)
{
    return time ? boost::json::value(toRfc3339(*time)) : boost::json::value(nullptr);
}

void addCsv(std::string& to, const User& user, const TimeZone& zone)
{
    std::string roles;
    for (const std::string& role : user.roles)
        roles.append(roles.empty() ? "" : " ").append(role);
    const auto field = [&to](std::string_view text, char end = ',') {
        appendCsvField(to, text);
        to += end;
    };
    field(user.name);
    field(user.email);
    field(user.age ? std::to_string(*user.age) : std::string());
    field(user.department);
    field(roles);
    field(statusWord(user.status));
    field(!user.signInFacts ? "" : user.mfaEnabled ? "on" : "off");
    field(user.lastSignInAt ? zone.rfc3339(*user.lastSignInAt) : std::string());
    field(zone.rfc3339(user.createdAt));
    field(user.id.text(), '\r');
    to += '\n';
}

} // namespace

boost::json::object userJson(const User& user)
{
    boost::json::object object;
    object.reserve(23);
    object["id"] = user.id.text();
    object["name"] = user.name;
    object["email"] = user.email;
    object["age"] = user.age ? boost::json::value(*user.age) : boost::json::value(nullptr);
    object["department"] = user.department;
    object["roles"] = boost::json::value_from(user.roles);
    boost::json::array assignments;
    for (const RoleAssignment& one : user.assignments)
        assignments.push_back(boost::json::object{{"role", one.role},
                                                  {"expires_at", timeOrNull(one.until)},
                                                  {"assigned_at", timeOrNull(one.since)},
                                                  {"assigned_by", one.by}});
    object["role_assignments"] = std::move(assignments);
    object["status"] = statusWord(user.status);
    if (user.signInFacts) {
        object["mfa_enabled"] = user.mfaEnabled;
        object["authenticator_app"] = user.authenticatorApp;
        object["passkeys"] = user.passkeys;
        object["recovery_codes_left"] = user.recoveryCodesLeft;
        object["mfa_required_since"] = timeOrNull(user.mfaRequiredSince);
        object["locked_until"] = timeOrNull(user.lockedUntil);
        object["last_sign_in_at"] = timeOrNull(user.lastSignInAt);
        object["last_sign_in_address"] = user.lastSignInAddress;
        object["password_changed_at"] = timeOrNull(user.passwordChangedAt);
    }
    object["created_at"] = timeOrNull(user.createdAt);
    object["created_by"] = user.createdBy;
    object["updated_at"] = timeOrNull(user.updatedAt);
    object["version"] = user.version;
    return object;
}

std::optional<UserFileText::Format> UserFileText::formatOf(std::string_view word) noexcept
{
    if (word == "csv")
        return Format::Csv;
    if (word == "json")
        return Format::Json;
    return std::nullopt;
}

void UserFileText::begin(std::string& to) const
{
    if (m_mark && m_format == Format::Csv)
        to += byteOrderMark;
    to +=
        m_format == Format::Csv ? "name,email,age,department,roles,status,mfa,last_sign_in_at,created_at,id\r\n" : "{\"data\":[";
}

void UserFileText::add(std::string& to, const User& user)
{
    if (m_format == Format::Csv) {
        addCsv(to, user, m_zone);
    } else {
        to += std::exchange(m_first, false) ? "\n" : ",\n";
        appendJsonText(to, boost::json::serialize(userJson(user)));
    }
}

void UserFileText::end(std::string& to) const
{
    if (m_format == Format::Json)
        to += "\n]}\n";
}

} // namespace sallyport::identity

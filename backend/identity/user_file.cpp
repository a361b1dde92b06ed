#include "backend/identity/user_file.h"

#include "backend/audit/event_csv.h"
#include "backend/base/time_format.h"
#include "backend/identity/user_rows.h"

namespace sallyport::identity {

void appendUserCsvHead(std::string& to)
{
    to += "name,email,age,department,roles,status,mfa,last_sign_in_at,created_at,id\r\n";
}

void appendUserCsv(std::string& to, const User& user)
{
    std::string roles;
    for (const std::string& role : user.roles)
        roles.append(roles.empty() ? "" : " ").append(role);
    const auto field = [&to](std::string_view text, char end = ',') {
        audit::appendCsvField(to, text);
        to += end;
    };
    field(user.name);
    field(user.email);
    field(user.age ? std::to_string(*user.age) : std::string());
    field(user.department);
    field(roles);
    field(statusWord(user.status));
    field(user.mfaEnabled ? "on" : "off");
    field(user.lastSignInAt ? toRfc3339(*user.lastSignInAt) : std::string());
    field(toRfc3339(user.createdAt));
    field(user.id.text(), '\r');
    to += '\n';
}

} // namespace sallyport::identity

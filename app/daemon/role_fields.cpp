#include "app/daemon/role_fields.h"

#include "app/daemon/shown_time.h"
#include "backend/base/time_format.h"

#include <vector>

namespace sallyport::daemon {

std::string shownRoles(const identity::User& user)
{
    std::string text;
    for (const identity::RoleAssignment& one : user.assignments) {
        text += (text.empty() ? "" : ",") + one.role;
        if (one.until)
            text += " until " + shownTime(*one.until);
    }
    return text;
}

Field roleEndsField(const identity::User& user)
{
    std::vector<std::string> ends;
    for (const identity::RoleAssignment& one : user.assignments)
        if (one.until)
            ends.push_back(one.role + ' ' + toRfc3339(*one.until));
    return wordsField("role_ends", ends).jsonOnly();
}

} // namespace sallyport::daemon

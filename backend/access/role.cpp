#include "backend/access/role.h"

#include "backend/access/role_limits.h"

namespace sallyport::access {

bool isRoleName(std::string_view text) noexcept
{
    return !text.empty() && text.size() <= roleNameBytes && text.front() >= 'a' && text.front() <= 'z' &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-") == text.npos;
}

} // namespace sallyport::access

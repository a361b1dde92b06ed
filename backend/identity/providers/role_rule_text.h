#pragma once

#include "backend/identity/providers/identity_providers.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

// Role rules as people write them, in the window, on the command line and in the journal: `claim = value : role`, one a line
// or with commas between. The claim ends at the first `=`, the role begins behind the last `:`, and a comma ends a rule only
// once its role has begun, so that `groups = cn=ops,ou=groups : editor` needs nothing more. Where a character is meant that
// would end something, or a space at either end, a backslash stands before it: `\=`, `\:`, `\,`, `\ `, `\\`. A backslash before
// anything else is one (`CORP\writers`).

/// What roleRulesFrom() reads to the same rules, with `between` (a line end, or `, `) between them.
std::string roleRulesText(const std::vector<RoleRule>& rules, std::string_view between);

/// Nothing if one of them is no rule: without a claim, a value or a role. Whether the role exists is not asked.
std::optional<std::vector<RoleRule>> roleRulesFrom(std::string_view text);

} // namespace sallyport::identity

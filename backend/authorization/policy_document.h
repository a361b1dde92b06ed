#pragma once

#include "backend/authorization/policies.h"
#include "backend/base/result.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::authorization {

/// A policy as a document of policies says it, in words that nobody has checked yet.
struct DocumentPolicy {
    std::optional<std::string> id;
    NewPolicy words;
    bool hasState = false;                        ///< false: the document says none
    std::optional<std::vector<PolicyTest>> tests; ///< nothing: the document says none
    std::vector<FieldError> mistakes;             ///< what isn't even a text or a list, and members that there are not
};

/// What policies of a vault are carried in: `{"format": "sallyport-policies", "version": 1, "policies": [...]}`, a line for each
/// policy, always the same for the same policies. `tests` by the id of their policy.
std::string policyDocument(const std::vector<access::Policy>& policies,
                           const std::map<std::string, std::vector<PolicyTest>>& tests);
/// ValidationFailed or BadRequest for what is no such document, is of another version or has too many policies.
[[nodiscard]] Result<std::vector<DocumentPolicy>> readPolicyDocument(std::string_view text);

/// Whether both ask the same and expect the same, by value; one of the document without a time is asked at the stored one's.
bool asksTheSame(const PolicyTest& ofDocument, const PolicyTest& stored);

} // namespace sallyport::authorization

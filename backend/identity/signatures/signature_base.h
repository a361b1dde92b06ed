#pragma once

#include "backend/identity/signatures/message.h"
#include "backend/identity/signatures/structured_fields.h"

#include <string>

namespace sallyport::identity {

/// The signature base of a request (RFC 9421 §2.5) for the covered components and parameters of `covered`. Knows the
/// derived components @method, @authority, @scheme, @target-uri, @request-target, @path, @query and @query-param, and
/// fields without parameters. BadRequest names the component that is missing, double or unknown.
[[nodiscard]] Result<std::string> signatureBase(const SignedMessage& message, const sf::InnerList& covered);

/// The value of one component, or why there is none.
[[nodiscard]] Result<std::string> componentValue(const SignedMessage& message, const sf::Item& component);

} // namespace sallyport::identity

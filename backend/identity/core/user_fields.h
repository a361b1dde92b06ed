#pragma once

#include "backend/base/error.h"
#include "backend/base/result.h"
#include "backend/identity/core/limits.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

/// Each adds to `errors` what is wrong with the field; the value itself is never part of it. Names and departments are brought
/// into their one form (base/name_text.h).
void checkName(std::string& name, std::vector<FieldError>& errors);
void checkEmail(std::string_view email, std::vector<FieldError>& errors);
void checkAge(std::optional<int> age, std::vector<FieldError>& errors);
void checkDepartment(std::string& department, std::vector<FieldError>& errors);

/// A mailbox as RFC 5321 writes it in its dot-string form, without quoted local parts and address literals. The domain may be
/// an internationalised one (RFC 5890), in either form; the part before `@` is ASCII.
bool isMailbox(std::string_view email);

/// The rule of a field that held a password which was looked at and was not the right one: a try like any other.
inline constexpr std::string_view wrongSecretRule = "wrong";

/// ValidationFailed with the fields.
Error validationError(std::vector<FieldError> errors);

} // namespace sallyport::identity

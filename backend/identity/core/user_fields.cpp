#include "backend/identity/core/user_fields.h"

#include "backend/base/composed.h"
#include "backend/base/name_text.h"
#include "backend/base/utf8.h"
#include "backend/identity/core/email_address.h"

namespace sallyport::identity {

namespace {

constexpr std::size_t localPartLimit = 64; // RFC 5321 §4.5.3.1.1
constexpr std::size_t labelLimit = 63;     // RFC 1035 §2.3.4

bool isAlphanumeric(char c) noexcept
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// RFC 5322 §3.2.3.
bool isAtomCharacter(char c) noexcept
{
    return isAlphanumeric(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool isDotString(std::string_view local) noexcept
{
    bool dotAllowed = false;
    for (const char c : local) {
        if (c == '.' ? !dotAllowed : !isAtomCharacter(c))
            return false;
        dotAllowed = c != '.';
    }
    return dotAllowed;
}

bool isHostName(std::string_view domain) noexcept
{
    while (true) {
        const std::size_t dot = domain.find('.');
        const std::string_view label = domain.substr(0, dot);
        if (label.empty() || label.size() > labelLimit || label.front() == '-' || label.back() == '-')
            return false;
        for (const char c : label)
            if (!isAlphanumeric(c) && c != '-')
                return false;
        if (dot == std::string_view::npos)
            return true;
        domain.remove_prefix(dot + 1);
    }
}

} // namespace

void checkName(std::string& name, std::vector<FieldError>& errors)
{
    tidyName("name", name, 1, nameLimit, errors);
}

void checkDepartment(std::string& department, std::vector<FieldError>& errors)
{
    tidyName("department", department, 0, departmentLimit, errors);
    department = composed(department); // policies compare it byte by byte, whatever keyboard it came from
}

void checkAge(std::optional<int> age, std::vector<FieldError>& errors)
{
    if (!age)
        return;
    if (*age < minimumAge)
        errors.push_back({"age", "At least " + std::to_string(minimumAge) + ".", "minimum"});
    else if (*age > maximumAge)
        errors.push_back({"age", "At most " + std::to_string(maximumAge) + ".", "maximum"});
}

bool isMailbox(std::string_view email)
{
    if (isLongerThan(email, emailLimit))
        return false;
    const std::size_t at = email.rfind('@');
    if (at == std::string_view::npos || at == 0 || at > localPartLimit || !isDotString(email.substr(0, at)))
        return false;
    const std::string domain = asciiDomain(email.substr(at + 1));
    return at + 1 + domain.size() <= emailLimit && isHostName(domain);
}

void checkEmail(std::string_view email, std::vector<FieldError>& errors)
{
    if (email.empty())
        errors.push_back({"email", "Must not be empty.", "minLength"});
    else if (isLongerThan(email, emailLimit))
        errors.push_back({"email", "At most " + std::to_string(emailLimit) + " characters.", "maxLength"});
    else if (!isMailbox(email))
        errors.push_back({"email", "Not an e-mail address.", "format"});
}

Error validationError(std::vector<FieldError> errors)
{
    Error error(ErrorCode::ValidationFailed, "Validation failed");
    error.fields = std::move(errors);
    return error;
}

} // namespace sallyport::identity

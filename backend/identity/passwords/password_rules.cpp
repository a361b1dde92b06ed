#include "backend/identity/passwords/password_rules.h"

#include "backend/base/composed.h"
#include "backend/base/utf8.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

constexpr std::string_view unreadRule = "breachListUnreadable";

/// What a list of breached passwords says. One that can't be read refuses every password: none is taken unchecked.
void rateByList(const SecretBytes& password, const Result<std::shared_ptr<const BreachList>>& list, PasswordStrength& strength)
{
    const Result<bool> found = list ? (*list)->contains(password) : Result<bool>(breachListUnreadable());
    if (found && !*found)
        return;
    if (found) {
        strength.score = 0;
        strength.advice.insert(strength.advice.begin(), "breached");
        strength.broken.push_back({"password", "This password is in a list of passwords that got out.", "breached"});
    } else {
        strength.advice.insert(strength.advice.begin(), "unchecked");
        strength.broken.push_back({"password", found.error().detail, std::string(unreadRule)});
    }
}

} // namespace

PasswordStrength PasswordRules::rate(const SecretBytes& password, const PasswordOwner& owner) const
{
    const auto values = m_core.settings.values();
    PasswordContext context;
    context.name = owner.name;
    context.email = owner.email;
    context.minimumLength = owner.secondFactor ? values->passwordsMinLengthMfa : values->passwordsMinLength;
    context.organisation = values->vaultName;
    context.forbidden = values->passwordsForbiddenWords;
    PasswordStrength strength = identity::rate(password, context);
    if (!values->passwordsBreachList.empty() && !password.empty() && !isLongerThan(password.view(), passwordLimit))
        rateByList(composedSecret(password), m_breachLists.at(values->passwordsBreachList), strength);
    return strength;
}

crypto::PasswordCost PasswordRules::settingsCost() const
{
    const auto values = m_core.settings.values();
    return {values->passwordsArgon2Memory, values->passwordsArgon2Passes, values->passwordsArgon2Lanes};
}

Result<void> PasswordRules::check(const SecretBytes& password, const PasswordOwner& owner) const
{
    PasswordStrength strength = rate(password, owner);
    if (strength.broken.empty())
        return {};
    const bool unread = std::ranges::find(strength.broken, unreadRule, &FieldError::rule) != strength.broken.end();
    Error error = unread ? breachListUnreadable() : Error(ErrorCode::PasswordTooWeak, "The password is too weak.");
    error.fields = std::move(strength.broken);
    return error;
}

bool PasswordRules::isShort(const SecretBytes& password) const
{
    return codePointCount(composedSecret(password).view()).value_or(0) < m_core.settings.values()->passwordsMinLength;
}

Result<void> PasswordRules::openBreachList(const std::string& file) const
{
    SALLYPORT_TRY(m_breachLists.open(file));
    return {};
}

} // namespace sallyport::identity

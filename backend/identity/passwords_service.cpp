#include "backend/identity/passwords_service.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

constexpr int acceptableTries = 50;  ///< a forbidden word may come out by chance

Error recipeTooWeak(std::string_view field, std::string message, std::string_view rule)
{
    Error error(ErrorCode::InvalidArgument, message);
    error.fields.push_back({std::string(field), std::move(message), std::string(rule)});
    return error;
}

} // namespace

Result<GeneratedPassword> PasswordsService::generate(const PasswordRecipe& recipe, const PasswordOwner& owner) const
{
    const auto values = m_core.settings.values();
    const std::uint32_t least = owner.secondFactor ? values->passwordsMinLengthMfa : values->passwordsMinLength;
    PasswordRecipe wanted = recipe;
    if (wanted.length == 0)
        wanted.length = std::max(usualGenerated, least);
    if (wanted.length < least)
        return recipeTooWeak("length", "Must be at least " + std::to_string(least) + " characters here.", "minimum");
    for (int tries = 0; tries < acceptableTries; ++tries) {
        SALLYPORT_ASSIGN(GeneratedPassword made, generatePassword(wanted, m_core.random));
        const auto accepted = m_core.checkPassword(made.text, owner);
        if (accepted)
            return made;
        if (accepted.error().code != ErrorCode::PasswordTooWeak)
            return accepted.error();
    }
    return recipeTooWeak("kinds", "Passwords of these kinds and this length are too easy to guess.", "tooWeak");
}

} // namespace sallyport::identity

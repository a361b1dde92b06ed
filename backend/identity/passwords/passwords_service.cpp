#include "backend/identity/passwords/passwords_service.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

constexpr int acceptableTries = 50; ///< a forbidden word may come out by chance

Error passwordArgument(std::string_view field, std::string message, std::string_view rule)
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
        return passwordArgument("length", "Must be at least " + std::to_string(least) + " characters here.", "minimum");
    for (int tries = 0; tries < acceptableTries; ++tries) {
        SALLYPORT_ASSIGN(GeneratedPassword made, generatePassword(wanted, m_core.random));
        const auto accepted = m_rules.check(made.text, owner);
        if (accepted)
            return made;
        if (accepted.error().code != ErrorCode::PasswordTooWeak)
            return accepted.error();
    }
    return passwordArgument("kinds", "Passwords of these kinds and this length are too easy to guess.", "tooWeak");
}

Result<CostMeasurement> PasswordsService::measure(const access::Actor& actor, std::chrono::milliseconds target,
                                                  const audit::Progress& progress) const
{
    SALLYPORT_TRY(m_core.authorize(actor, access::Permission::SettingsUpdate));
    if (target < shortestHashTime || target > longestHashTime)
        return passwordArgument("target_ms", "Must be from 20 to 1000 milliseconds.",
                                target < shortestHashTime ? "minimum" : "maximum");
    // Two at once would measure each other.
    const std::unique_lock alone(m_measuring, std::try_to_lock);
    if (!alone)
        return makeError(ErrorCode::Conflict, "The machine is being measured already.");
    return measureCosts(m_rules.hashes().cost(), target, timeHash, progress);
}

} // namespace sallyport::identity

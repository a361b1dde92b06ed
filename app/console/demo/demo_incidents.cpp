#include "app/console/demo/demo_incidents.h"

#include "app/console/demo/demo_totp.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

using namespace std::chrono_literals;

namespace sallyport::app {

using identity::UserAction;

namespace {

/// Addresses of RFC 5737, which belong to nobody.
identity::ClientContext clientAt(std::uint32_t address, const char* program)
{
    identity::ClientContext client;
    client.address = IpAddress::v4(address);
    client.userAgent = program;
    return client;
}

/// One hour of the clinic. Each function is one thing that happens, at a time before `today`.
class Incidents {
public:
    Incidents(Services& services, const access::Actor& admin, std::vector<DemoAccount>& accounts, DemoClock& clock, UtcTime today)
        : m_services(services), m_admin(admin), m_accounts(accounts), m_clock(clock), m_today(today)
    {
    }

    void at(std::chrono::seconds before) { m_clock.holdAt(m_today - before); }

    DemoAccount* named(std::string_view name)
    {
        const auto found =
            std::ranges::find(m_accounts, name, [](const DemoAccount& account) { return std::string_view(account.person.name); });
        return found == m_accounts.end() ? nullptr : &*found;
    }

    /// The password is wrong, or nobody looks at it because the guesser is held back.
    void guess(std::string_view name) { login(name, "Password2026!", m_stranger); }
    void mistypePassword(std::string_view name) { login(name, "northgate-2026-ward", m_ward); }

    void mistypeCode(std::string_view name)
    {
        if (auto pending = signIn(name))
            if (const auto* mfa = std::get_if<identity::MfaPending>(&*pending))
                static_cast<void>(m_services.signIn.completeMfa(mfa->mfaToken, "000000", m_ward));
    }

    Result<void> changeRoles(std::string_view name, const std::vector<identity::WantedRole>& roles)
    {
        DemoAccount* account = named(name);
        if (!account)
            return {};
        SALLYPORT_TRY(m_services.users.setRoles(m_admin, account->id, roles));
        return {};
    }

    Result<void> losePhone(std::string_view name)
    {
        DemoAccount* account = named(name);
        if (!account)
            return {};
        return m_services.users.apply(m_admin, account->id, UserAction::ResetMfa);
    }

    Result<void> setUpPhone(std::string_view name)
    {
        DemoAccount* account = named(name);
        if (!account)
            return {};
        SALLYPORT_ASSIGN(auto enrolment, m_services.mfa.begin(m_admin, account->id));
        SALLYPORT_TRY(m_services.mfa.confirm(m_admin, account->id, demoCode(enrolment.secret, m_clock.now())));
        account->totpSecret = std::move(enrolment.secret);
        return {};
    }

    /// A refresh token is exchanged on the ward, and comes a second time from elsewhere: the session ends.
    void refreshTwice(std::string_view name, std::chrono::seconds before)
    {
        auto first = signIn(name);
        auto* pending = first ? std::get_if<identity::MfaPending>(&*first) : nullptr;
        if (!pending)
            return;
        const auto tokens =
            m_services.signIn.completeMfa(pending->mfaToken, demoCode(named(name)->totpSecret, m_clock.now()), m_ward);
        if (!tokens)
            return;
        at(before);
        if (m_services.signIn.refresh(tokens->refreshToken, m_ward))
            static_cast<void>(m_services.signIn.refresh(tokens->refreshToken, m_stranger));
    }

private:
    void login(std::string_view name, std::string_view password, const identity::ClientContext& client)
    {
        if (const DemoAccount* account = named(name))
            static_cast<void>(m_services.signIn.login(account->person.email, SecretBytes::fromText(password), client));
    }
    std::optional<identity::SignInResult> signIn(std::string_view name)
    {
        const DemoAccount* account = named(name);
        if (!account)
            return {};
        auto answer = m_services.signIn.login(account->person.email, account->password, m_ward);
        return answer ? std::optional(std::move(*answer)) : std::nullopt;
    }

    Services& m_services;
    const access::Actor& m_admin;
    std::vector<DemoAccount>& m_accounts;
    DemoClock& m_clock;
    const UtcTime m_today;
    const identity::ClientContext m_stranger = clientAt(0xCB007142U, "python-requests/2.31"); // 203.0.113.66
    const identity::ClientContext m_ward = clientAt(0xC6336417U, "Northgate Ward App/4.2");   // 198.51.100.23
};

} // namespace

Result<void> makeDemoIncidents(Services& services, const access::Actor& admin, std::vector<DemoAccount>& accounts,
                               DemoClock& clock, UtcTime today)
{
    constexpr std::string_view victim = "Kavya Raghunathan";
    Incidents hour(services, admin, accounts, clock, today);
    // The fifth failure holds the guesser back for half a minute; each third after it twice as long.
    for (int tries = 0; tries < 6; ++tries) {
        hour.at(58min - std::chrono::seconds(tries * 4));
        hour.guess(victim);
    }
    const auto guessThrice = [&](std::chrono::minutes before) {
        for (int tries = 0; tries < 3; ++tries) {
            hour.at(before - std::chrono::seconds(tries * 4));
            hour.guess(victim);
        }
    };
    for (const auto later : {57min, 55min, 52min, 47min, 38min})
        guessThrice(later);
    hour.at(33min);
    hour.mistypeCode("Mateo Fernández");
    hour.at(29min);
    SALLYPORT_TRY(hour.changeRoles("Leilani Kahale", {"editor"}));
    for (const auto later : {21min, 20min}) {
        hour.at(later);
        hour.guess(victim);
    }
    hour.at(19min);
    SALLYPORT_TRY(hour.losePhone("Giulia Moretti"));
    hour.at(17min);
    SALLYPORT_TRY(hour.setUpPhone("Giulia Moretti"));
    hour.at(13min);
    hour.refreshTwice("Dae-jung Park", 12min);
    hour.at(8min);
    hour.mistypePassword("Farid Rahmani");
    for (const auto later : {2min, 1min}) { // the third since: held back while the demo is looked at
        hour.at(later);
        hour.guess(victim);
    }
    return {};
}

} // namespace sallyport::app

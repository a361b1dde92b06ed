#include "app/console/demo/demo_history.h"

#include "app/console/demo/demo_hits.h"
#include "app/console/demo/demo_incidents.h"
#include "app/console/demo/demo_totp.h"

#include <algorithm>
#include <array>

using namespace std::chrono_literals;

namespace sallyport::app {

using identity::UserAction;

namespace {

constexpr std::size_t signInsPerDay = 26;

identity::ClientContext clientOf(RandomSource& random, std::size_t account)
{
    static constexpr std::array<const char*, 4> programs{"Northgate Ward App/4.2", "Northgate Ward App/4.1", "Lab Gateway/2.0",
                                                         "curl/7.88.1"};
    identity::ClientContext client;
    // 198.51.100.0/24 is for documentation (RFC 5737): it belongs to nobody.
    client.address = IpAddress::v4(0xC6336400U + static_cast<std::uint32_t>(account * 3 % 250 + 2));
    client.userAgent = programs[uniformBelow(random, 100) < 90 ? account % 2 : 2 + account % 2];
    return client;
}

Result<void> enrol(Services& services, const access::Actor& admin, DemoAccount& account, const DemoClock& clock)
{
    SALLYPORT_ASSIGN(auto enrolment, services.mfa.begin(admin, account.id));
    SALLYPORT_TRY(services.mfa.confirm(admin, account.id, demoCode(enrolment.secret, clock.now())));
    account.totpSecret = std::move(enrolment.secret);
    return {};
}

/// A whole sign-in; a refused one is history too.
void signIn(Services& services, DemoAccount& account, const identity::ClientContext& client, const DemoClock& clock,
            bool mistypes, bool signsOut)
{
    if (mistypes)
        static_cast<void>(services.signIn.login(account.person.email, SecretBytes::fromText("northgate-2026-ward"), client));
    auto answer = services.signIn.login(account.person.email, account.password, client);
    if (!answer)
        return;
    const auto* pending = std::get_if<identity::MfaPending>(&*answer);
    Result<identity::Tokens> tokens = makeError(ErrorCode::Unauthenticated, {});
    if (pending)
        tokens = services.signIn.completeMfa(pending->mfaToken, demoCode(account.totpSecret, clock.now()), client);
    else
        tokens = std::move(std::get<identity::Tokens>(*answer));
    if (!tokens || !signsOut)
        return;
    if (const auto principal = services.signIn.authenticate(tokens->accessToken.view()))
        static_cast<void>(services.signIn.logout((*principal)->actor));
}

DemoAccount* find(std::vector<DemoAccount>& accounts, DemoPerson::State state, std::size_t nth)
{
    for (auto& account : accounts)
        if (account.person.state == state && nth-- == 0)
            return &account;
    return nullptr;
}

} // namespace

Result<void> makeDemoHistory(Services& services, const access::Actor& admin, std::vector<DemoAccount>& accounts,
                             DemoRecords& records, DemoClock& clock, UtcTime today, int days, RandomSource& random)
{
    const auto begin = today - std::chrono::hours(24 * days);
    auto at = begin;
    for (auto& account : accounts) {
        if (!account.person.mfa || account.person.state == DemoPerson::State::Disabled)
            continue;
        clock.holdAt(at += 41min);
        SALLYPORT_TRY(enrol(services, admin, account, clock));
    }
    std::size_t disabled = 0;
    const auto perStep = (today - at) / static_cast<std::int64_t>(signInsPerDay * static_cast<std::size_t>(days));
    for (std::size_t number = 0; at + perStep < today - incidentsBegin; ++number) {
        clock.holdAt(at += perStep);
        if (number % 2 == 1)
            SALLYPORT_TRY(records.goOn(number / 2));
        if (number % 8 == 4)
            makeDemoHit(services, accounts, number / 8);
        auto& account = accounts[uniformBelow(random, static_cast<std::uint32_t>(accounts.size()))];
        if (account.person.mfa && account.totpSecret.empty())
            continue;
        signIn(services, account, clientOf(random, number), clock, uniformBelow(random, 9) == 0, uniformBelow(random, 3) == 0);
        if (number % 60 == 30)
            if (auto* leaver = find(accounts, DemoPerson::State::Disabled, disabled++))
                SALLYPORT_TRY(services.users.apply(admin, leaver->id, UserAction::Disable));
    }
    for (auto* leaver = find(accounts, DemoPerson::State::Disabled, disabled); leaver;
         leaver = find(accounts, DemoPerson::State::Disabled, ++disabled))
        SALLYPORT_TRY(services.users.apply(admin, leaver->id, UserAction::Disable));
    return makeDemoIncidents(services, admin, accounts, clock, today);
}

} // namespace sallyport::app

#include "app/console/demo/demo_vault.h"

#include "app/console/demo/demo_history.h"
#include "app/console/demo/demo_keys.h"
#include "app/console/demo/demo_records.h"
#include "app/console/demo/demo_requests.h"
#include "backend/base/encoding.h"

namespace sallyport::app {

using identity::UserAction;

namespace {

constexpr std::size_t passwordBytes = 24;
constexpr int historyDays = 14;
Result<SecretBytes> randomPassword(RandomSource& random)
{
    SecretBytes bytes(passwordBytes);
    if (!random.fill(bytes.bytes()))
        return makeError(ErrorCode::CryptoFailure, "no randomness");
    return SecretBytes::fromText(toBase64Url(bytes.bytes()));
}

Result<DemoAccount> addPerson(Services& services, const access::Actor& admin, DemoPerson person, RandomSource& random)
{
    DemoAccount account;
    const bool invited = person.state == DemoPerson::State::Invited;
    identity::NewUser user;
    user.name = person.name;
    user.email = person.email;
    user.department = person.department;
    user.roles = {person.role};
    if (!invited) {
        SALLYPORT_ASSIGN(account.password, randomPassword(random));
        user.password = account.password.clone();
    }
    SALLYPORT_ASSIGN(const auto created, services.users.create(admin, std::move(user)));
    account.id = created.user.id;
    account.person = std::move(person);
    return account;
}

/// What makes the sign-in limits fit one address that plays a whole clinic.
std::vector<std::pair<std::string, std::string>> demoSettings()
{
    return {{"rate_limits.auth", "120/60"},        {"rate_limits.api_read", "20000/3600"}, {"rate_limits.api_write", "5000/3600"},
            {"rate_limits.address", "50000/3600"}, {"slow_down.after", "50000/900"},       {"console.auto_lock", "0"},
            {"keys.stale_after", "864000"},        {"mfa.required_roles", "editor"},       {"mfa.grace_days", "21"}};
}

} // namespace

Result<DemoVault> makeDemoVault(const std::filesystem::path& directory, DemoClock& clock, RandomSource& random)
{
    const auto today = clock.now();
    clock.holdAt(today - std::chrono::hours(24 * (historyDays + 7)));
    Platform platform{clock, random, {}, demoCost};
    NewVault vault;
    vault.dataDirectory = directory;
    vault.name = demoVaultName;
    vault.passphrase = SecretBytes::fromText(demoPassphrase);
    vault.adminName = demoOperatorName;
    vault.adminEmail = demoEmail(demoOperatorName);
    SALLYPORT_ASSIGN(vault.adminPassword, randomPassword(random));
    auto operatorPassword = vault.adminPassword.clone();
    vault.kdfCost = demoCost;
    SALLYPORT_ASSIGN(auto created, createVault(std::move(vault), platform));

    DemoVault demo;
    auto& services = created.backend->services();
    // Sessions end within a day and the history takes weeks: its hand is the system's, under the operator's name.
    auto admin = access::Actor::system(demoOperatorName);
    admin.id = created.administrator.id;
    admin.email = created.administrator.email;
    SALLYPORT_TRY(services.settings.change(admin, demoSettings()));
    std::size_t number = 0;
    for (auto& person : demoPeople()) {
        // Twenty new colleagues a day, in the first week.
        clock.holdAt(today - std::chrono::hours(24 * (historyDays + 7)) + std::chrono::minutes(72 * ++number));
        SALLYPORT_ASSIGN(auto account, addPerson(services, admin, std::move(person), random));
        if (account.person.state == DemoPerson::State::Invited)
            continue;
        demo.accounts.push_back(std::move(account));
    }
    DemoRecords records(services, admin, demo.accounts);
    SALLYPORT_TRY(records.add(clock, today - std::chrono::hours(24 * (historyDays + 1))));
    SALLYPORT_ASSIGN(demo.keys, makeDemoKeys(services, admin, demo.accounts));
    SALLYPORT_TRY(makeDemoHistory(services, admin, demo.accounts, records, clock, today, historyDays, random));
    clock.holdAt(today - std::chrono::minutes(1));
    SALLYPORT_TRY(ageDemoKeys(services, admin, demo.keys));
    // All that took some seconds, and the minute that just passed shall have its requests too.
    clock.release();
    makeDemoRequests(services.traffic, clock, random);
    std::erase_if(demo.accounts, [](const auto& account) { return account.person.state != DemoPerson::State::Active; });
    demo.operatorPassword = std::move(operatorPassword);
    demo.opened.backend = std::move(created.backend);
    SALLYPORT_ASSIGN(demo.opened.actor, services.signIn.operatorSignIn(demoEmail(demoOperatorName), demo.operatorPassword, {}));
    return demo;
}

} // namespace sallyport::app

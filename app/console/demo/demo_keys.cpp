#include "app/console/demo/demo_keys.h"

#include <algorithm>
#include <array>

using namespace std::chrono_literals;

namespace sallyport::app {

namespace {

constexpr auto demoDay = 24h;

struct SampleAccount {
    const char* name;
    const char* description;
    const char* role;
};
constexpr std::array<SampleAccount, 6> sampleAccounts{{
    {"Build runner", "Builds and deploys the ward application", "editor"},
    {"Lab gateway", "Brings laboratory results in", "editor"},
    {"Pharmacy sync", "Keeps the stock of the pharmacy up to date", "editor"},
    {"Reminders", "Texts patients before an appointment", "viewer"},
    {"Research extract", "Reads records for the spring study", "editor"},
    {"Ward displays", "Shows free beds on the wards", "viewer"},
}};

struct SampleKey {
    const char* name;
    const char* owner; ///< a service account, or somebody of the staff
    std::vector<std::string> scopes;
    std::chrono::hours lifetime;
    bool signing = false;
    bool revoked = false;
    bool atWork = true; ///< the sample traffic uses it
};

std::vector<SampleKey> sampleKeys()
{
    return {{"Bed board", "Ward displays", {"records:read", "users:read"}, 90 * demoDay},
            {"CI deploy", "Build runner", {"records:read", "records:update"}, 18 * demoDay},
            {"CI deploy, last year", "Build runner", {"records:read"}, 10 * demoDay, false, false, false},
            {"Appointment texts", "Reminders", {"records:read"}, 180 * demoDay},
            {"Results import", "Lab gateway", {"records:create", "records:read", "users:read"}, 90 * demoDay, true},
            {"Stock update", "Pharmacy sync", {"records:read", "records:update"}, 90 * demoDay},
            {"Pen test, October", "Pharmacy sync", {"records:read"}, 60 * demoDay, false, true, false},
            {"Spring study", "Research extract", {"records:create", "records:read"}, 60 * demoDay, false, false, false}};
}

Result<void> addProvider(Services& services, const access::Actor& admin)
{
    identity::NewProvider provider;
    provider.fields.name = "northgate";
    provider.fields.title = "Northgate sign-in";
    provider.fields.issuer = "https://login.northgate.example";
    provider.fields.clientId = "sallyport";
    provider.clientSecret = SecretBytes::fromText("only for the demo");
    SALLYPORT_TRY(services.identityProviders.create(admin, std::move(provider)));
    return {};
}

} // namespace

Result<std::vector<DemoKey>> makeDemoKeys(Services& services, const access::Actor& admin,
                                          const std::vector<DemoAccount>& accounts)
{
    std::vector<identity::ServiceAccount> owners;
    for (const SampleAccount& sample : sampleAccounts) {
        SALLYPORT_ASSIGN(auto owner, services.serviceAccounts.create(admin, {sample.name, sample.description, {sample.role}}));
        owners.push_back(std::move(owner));
    }
    std::vector<DemoKey> keys;
    for (const SampleKey& sample : sampleKeys()) {
        identity::NewApiKey key;
        key.name = sample.name;
        key.owner = std::ranges::find(owners, sample.owner, &identity::ServiceAccount::name)->id;
        key.scopes = sample.scopes;
        key.expiresIn = sample.lifetime;
        key.signing = sample.signing;
        SALLYPORT_ASSIGN(auto issued, services.apiKeys.create(admin, std::move(key)));
        if (sample.revoked)
            SALLYPORT_TRY(services.apiKeys.revoke(admin, issued.key.id));
        if (sample.atWork)
            keys.push_back({issued.key.id, sample.owner, std::move(issued.text), std::move(issued.signingSecret)});
    }
    // Its owner lost the permission to add records since: the key may more than its owner.
    identity::ServiceAccountPatch narrower;
    narrower.roles = {"viewer"};
    const auto research = std::ranges::find(owners, "Research extract", &identity::ServiceAccount::name);
    SALLYPORT_TRY(services.serviceAccounts.change(admin, research->id, narrower));
    // People have keys too.
    const auto somebody = std::ranges::find_if(accounts, [](const DemoAccount& account) {
        return account.person.state == DemoPerson::State::Active && account.person.role == "editor";
    });
    if (somebody != accounts.end()) {
        identity::NewApiKey key;
        key.name = "Quality report";
        key.owner = somebody->id;
        key.scopes = {"records:read"};
        SALLYPORT_TRY(services.apiKeys.create(admin, std::move(key)));
    }
    SALLYPORT_TRY(addProvider(services, admin));
    return keys;
}

Result<void> ageDemoKeys(Services& services, const access::Actor& admin, std::vector<DemoKey>& keys)
{
    for (DemoKey& key : keys) {
        if (key.owner != "Pharmacy sync")
            continue;
        SALLYPORT_ASSIGN(auto issued, services.apiKeys.rotate(admin, key.id, 48h));
        key.text = std::move(issued.text);
    }
    return {};
}

} // namespace sallyport::app

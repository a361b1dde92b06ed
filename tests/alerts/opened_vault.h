#pragma once

#include "backend/alerts/alerts.h"
#include "backend/audit/event_kinds.h"
#include "backend/crypto/system_random.h"
#include "backend/identity/identity.h"
#include "backend/protection/lists/address_rules_service.h"
#include "backend/storage/files.h"

#include <filesystem>
#include <memory>

namespace sallyport::test {

/// All that alerts stand on, in a folder. Free of Qt: a process of its own uses it, too.
struct OpenedVault {
    static Result<std::unique_ptr<OpenedVault>> open(const std::filesystem::path& folder, bool create)
    {
        auto made = std::make_unique<OpenedVault>();
        storage::StoreOptions options;
        options.file = storage::databaseFile(folder);
        options.backups = storage::backupsDirectory(folder);
        options.create = create;
        options.clock = &made->clock;
        SALLYPORT_ASSIGN(made->store, storage::openStore(options, secret(0x2a)));
        SALLYPORT_ASSIGN(made->journal, audit::Journal::open(*made->store, secret(7), folder / "audit.head"));
        SALLYPORT_ASSIGN(made->roles, access::Roles::open(*made->store));
        SALLYPORT_ASSIGN(made->settings, settings::Settings::open(*made->store, *made->journal));
        identity::IdentityKeys keys{secret(1), secret(2), secret(3), secret(4), secret(5)};
        SALLYPORT_ASSIGN(made->identity,
                         identity::openIdentity(*made->store, *made->journal, *made->roles, *made->settings, std::move(keys),
                                                made->clock, made->random, storage::KdfCost{8, 1, 1}));
        const auto now = [raw = made->identity.get()](const access::Actor& actor) { return raw->now(actor); };
        SALLYPORT_ASSIGN(made->lists, protection::AddressRulesService::open({.store = *made->store,
                                                                             .journal = *made->journal,
                                                                             .settings = *made->settings,
                                                                             .clock = made->clock,
                                                                             .random = made->random,
                                                                             .now = now}));
        SALLYPORT_ASSIGN(made->alerts, alerts::openAlerts({.store = *made->store,
                                                           .journal = *made->journal,
                                                           .settings = *made->settings,
                                                           .roles = *made->roles,
                                                           .users = made->identity->users(),
                                                           .userActions = made->identity->joinedUserActions(),
                                                           .apiKeys = made->identity->apiKeys(),
                                                           .addressRules = *made->lists,
                                                           .clock = made->clock,
                                                           .random = made->random,
                                                           .now = now}));
        return made;
    }
    static SecretBytes secret(int byte) { return SecretBytes(Bytes(32, static_cast<std::byte>(byte))); }

    ManualClock clock{UtcTime(std::chrono::seconds(1'790'000'000))};
    crypto::SystemRandom random;
    std::unique_ptr<storage::Store> store;
    std::unique_ptr<audit::Journal> journal;
    std::unique_ptr<access::Roles> roles;
    std::unique_ptr<settings::Settings> settings;
    std::unique_ptr<identity::Identity> identity;
    std::unique_ptr<protection::AddressRulesService> lists;
    std::unique_ptr<alerts::Alerts> alerts;
};

/// Somebody's refresh token was used twice: a rule that comes with the product fires at once.
inline audit::Event tokenReused(std::int64_t number)
{
    audit::Event event;
    event.kind = audit::kind::refreshReused;
    event.severity = audit::Severity::Critical;
    event.actor = {"user", "U" + std::to_string(number), "Somebody " + std::to_string(number)};
    return event;
}

/// In the order of their ids: all that there are.
inline std::vector<UserId> accountsOf(OpenedVault& vault)
{
    const auto read = vault.store->read([](storage::Transaction& transaction) -> Result<std::vector<UserId>> {
        SALLYPORT_ASSIGN(auto found, transaction.prepare("SELECT id FROM users ORDER BY id"));
        std::vector<UserId> all;
        for (;;) {
            SALLYPORT_ASSIGN(const bool another, found.step());
            if (!another)
                return all;
            all.emplace_back(found.text());
        }
    });
    return read ? *read : std::vector<UserId>();
}

} // namespace sallyport::test

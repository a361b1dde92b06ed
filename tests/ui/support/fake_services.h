#pragma once

#include "backend/crypto/system_random.h"
#include "backend/journal/evidence.h"
#include "backend/journal/saved_searches.h"
#include "backend/outputs/destinations.h"
#include "backend/reports/reports.h"
#include "backend/vault/vault.h"
#include "tests/ui/support/failures.h"
#include "tests/ui/support/fake_access_review.h"
#include "tests/ui/support/fake_address_rules.h"
#include "tests/ui/support/fake_alerts.h"
#include "tests/ui/support/fake_attachments.h"
#include "tests/ui/support/fake_authorization.h"
#include "tests/ui/support/fake_certificate_imports.h"
#include "tests/ui/support/fake_changes.h"
#include "tests/ui/support/fake_decision_log.h"
#include "tests/ui/support/fake_destinations.h"
#include "tests/ui/support/fake_detection_rules.h"
#include "tests/ui/support/fake_drills.h"
#include "tests/ui/support/fake_evidence.h"
#include "tests/ui/support/fake_history.h"
#include "tests/ui/support/fake_keys.h"
#include "tests/ui/support/fake_leak_scan.h"
#include "tests/ui/support/fake_notices.h"
#include "tests/ui/support/fake_passkeys.h"
#include "tests/ui/support/fake_policies.h"
#include "tests/ui/support/fake_providers.h"
#include "tests/ui/support/fake_rate_limits.h"
#include "tests/ui/support/fake_records.h"
#include "tests/ui/support/fake_reports.h"
#include "tests/ui/support/fake_retention.h"
#include "tests/ui/support/fake_searches.h"
#include "tests/ui/support/fake_signature_lab.h"
#include "tests/ui/support/fake_threats.h"
#include "tests/ui/support/fake_tokens.h"
#include "tests/ui/support/fake_user_transfer.h"
#include "tests/ui/support/gate.h"

#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>

/// Services held in memory, for tests of panels alone: believable rows, no disk, no threads, failures on demand. The
/// whole window is driven on the real ones in tst_console_walk.
namespace sallyport::tests {

class FakeUsers final : public identity::Users {
public:
    explicit FakeUsers(Clock& clock, std::size_t count);

    Result<identity::UserPage> list(const access::Actor& actor, const identity::UserQuery& query) override;
    Result<identity::User> read(const access::Actor& actor, const UserId& id) override;
    Result<std::vector<identity::HeldPermission>> permissions(const access::Actor&, const UserId&) override
    {
        return std::vector<identity::HeldPermission>();
    }
    Result<identity::UserStatistics> statistics(const access::Actor& actor) override;
    Result<Created> create(const access::Actor& actor, identity::NewUser user) override;
    Result<identity::User> update(const access::Actor& actor, const UserId& id, const identity::UserPatch& patch) override;
    Result<identity::User> setRoles(const access::Actor& actor, const UserId& id,
                                    const std::vector<identity::WantedRole>& roles) override;
    Result<bool> changeRole(const access::Actor& actor, const UserId& id, const identity::WantedRole& role,
                            identity::RoleChange change) override;
    Result<void> apply(const access::Actor& actor, const UserId& id, identity::UserAction action) override;
    Result<identity::OneTimeLink> resetPassword(const access::Actor& actor, const UserId& id) override;

    /// For FakeMfa and tests.
    identity::User* find(const UserId& id);
    UserId idOf(const std::string& name);
    std::vector<std::pair<UserId, identity::UserAction>> applied();

    Failures failures, applyFailures;
    std::set<std::string> refusedIds; ///< apply() answers Conflict for these (last administrator)
    std::mutex mutex;
    std::vector<identity::User> users;
    std::uint64_t listCalls = 0;

private:
    Clock& m_clock;
    std::vector<std::pair<UserId, identity::UserAction>> m_applied;
};

class FakeSessions final : public identity::Sessions {
public:
    explicit FakeSessions(Clock& clock) : m_clock(clock) {}
    Result<std::vector<identity::Session>> list(const access::Actor& actor, const UserId& user) override;
    Result<identity::SessionPage> listAll(const access::Actor& actor, const identity::SessionQuery& query) override;
    Result<void> end(const access::Actor& actor, const SessionId& id) override;
    Result<std::int64_t> endMany(const access::Actor& actor, std::span<const SessionId> ids) override;
    Result<std::int64_t> endEverybodys(const access::Actor& actor) override;
    Failures failures;
    std::size_t count = 214; ///< of everybody's

private:
    identity::Session sessionAt(std::size_t index) const;
    Clock& m_clock;
    std::mutex m_mutex;
    std::set<std::string> m_ended;
};

/// Knows one operator: ingrid.solheim@northgate.example, `correct horse battery staple`, code 492371 if asked for.
class FakeSignIn final : public identity::SignIn {
public:
    explicit FakeSignIn(Clock& clock) : m_clock(clock) {}
    Result<identity::SignInResult> login(const std::string&, const SecretBytes&, const identity::ClientContext&) override;
    Result<identity::Tokens> completeMfa(const SecretBytes&, std::string_view, const identity::ClientContext&) override;
    Result<identity::Tokens> refresh(const SecretBytes&, const identity::ClientContext&) override;
    Result<void> logout(const access::Actor&) override { return {}; }
    Result<void> logoutAll(const access::Actor&) override { return {}; }
    Result<void> changePassword(const access::Actor&, const SecretBytes& current, SecretBytes next) override
    {
        if (current.view() != ownPassword) {
            Error error(ErrorCode::ValidationFailed, "The current password is wrong.");
            error.fields.push_back({"current_password", "The current password is wrong.", "wrong"});
            return error;
        }
        ownPassword = next.view();
        return {};
    }
    std::string ownPassword = "lanterns beside a winter harbour";
    Result<void> setPasswordByLink(const SecretBytes&, SecretBytes, const identity::ClientContext&) override { return {}; }
    Result<access::Actor> operatorSignIn(const std::string& email, const SecretBytes& password, std::string_view code) override;
    Result<void> operatorSignOut(const access::Actor&) override { return {}; }
    Result<std::shared_ptr<const identity::Principal>> authenticate(std::string_view) override;
    Result<identity::Tokens> stepUp(const access::Actor&, std::string_view) override { return identity::Tokens{}; }
    Result<identity::Tokens> finishEnrolment(const access::Actor&) override { return identity::Tokens{}; }
    Result<access::Actor> operatorNow(const access::Actor& actor) const override { return actor; }
    std::shared_ptr<const identity::KeyDocument> jwks() const override { return std::make_shared<identity::KeyDocument>(); }
    identity::TokenChecks tokenChecks() const override { return {}; }
    /// Ends 24 h after the sign-in, by the house's clock.
    Result<void> operatorSession(const access::Actor& actor) const override;
    bool askForCode = false;
    Failures failures;

private:
    Clock& m_clock;
};

/// Its secret is always JBQX2UKZ4MTW7H3NSC5LRV6EDPGA3OYF; the code is always 492371.
class FakeMfa final : public identity::Mfa {
public:
    FakeMfa(Clock& clock, FakeUsers& users) : m_clock(clock), m_users(users) {}
    static constexpr const char* rightCode = "492371";
    Result<identity::MfaEnrolment> begin(const access::Actor& actor, const UserId& id) override;
    Result<std::vector<SecretBytes>> confirm(const access::Actor& actor, const UserId& id, std::string_view code) override;
    Result<void> abandon(const access::Actor& actor, const UserId& id) override;
    Result<void> disable(const access::Actor&, std::string_view) override { return {}; }
    Result<std::vector<SecretBytes>> renewRecoveryCodes(const access::Actor&, std::string_view) override;
    Result<UtcTime> stepUp(const access::Actor&, std::string_view code) override
    {
        if (auto error = stepUpFailures.take())
            return *error;
        if (code != rightCode)
            return makeError(ErrorCode::MfaInvalid, "wrong code");
        return m_clock.now();
    }
    Result<identity::MfaCoverage> coverage(const access::Actor& actor) override;
    Result<std::vector<identity::TrustedDevice>> trustedDevices(const access::Actor&, const UserId&) override
    {
        return std::vector<identity::TrustedDevice>();
    }
    Result<void> forgetDevice(const access::Actor&, const DeviceId&) override { return {}; }
    Failures coverageFailures, stepUpFailures;
    std::atomic<int> begun = 0, confirmed = 0, abandoned = 0;
    identity::QrMatrix qr; ///< set by the test; otherwise a pattern that looks like one
    Failures failures;

private:
    Clock& m_clock;
    FakeUsers& m_users;
    std::map<std::string, int> m_tries;
};

class FakeRoles final : public access::Roles {
public:
    FakeRoles();
    Result<std::vector<access::Role>> list(const access::Actor& actor) override;
    Result<access::Role> read(const access::Actor& actor, std::string_view idOrName) override;
    std::shared_ptr<const std::vector<access::Role>> table() const override
    {
        const std::lock_guard guard(m_mutex);
        return std::make_shared<const std::vector<access::Role>>(m_roles);
    }
    access::PermissionSet permissionsOf(const std::vector<std::string>& roleNames) const override;
    bool exists(std::string_view roleName) const override;
    Result<void> reload() override { return {}; }
    /// For FakeRoleChanges and tests: changes the table with `edit`, and works out what follows.
    void set(const std::function<void(std::vector<access::Role>&)>& edit);
    Failures failures;

private:
    mutable std::mutex m_mutex;
    std::vector<access::Role> m_roles;
};

/// Changes FakeRoles without asking who it is.
class FakeRoleChanges final : public identity::RoleChanges {
public:
    FakeRoleChanges(FakeRoles& roles, FakeUsers& users) : m_roles(roles), m_users(users) {}
    Result<access::Role> create(const access::Actor& actor, identity::NewRole role) override;
    Result<access::Role> change(const access::Actor& actor, std::string_view role, const identity::RolePatch& patch) override;
    Result<void> remove(const access::Actor& actor, std::string_view role) override;
    Result<identity::RoleImpact> preview(const access::Actor& actor, std::string_view role,
                                         const identity::RolePatch& patch) override;
    Result<identity::RoleImpact> previewRemoval(const access::Actor&, std::string_view) override
    {
        return identity::RoleImpact();
    }
    Failures failures;

private:
    FakeRoles& m_roles;
    FakeUsers& m_users;
};

class FakeSettings final : public settings::Settings {
public:
    FakeSettings() : m_values(std::make_shared<settings::Values>()) {}
    std::shared_ptr<const settings::Values> values() const override;
    /// Knows what its definitions say if backend/settings is linked; tells every listener.
    Result<void> change(const access::Actor& actor, const std::vector<std::pair<std::string, std::string>>& changes) override;
    Subscription onChange(std::function<void(std::shared_ptr<const settings::Values>)> listener) override;
    Result<void> reload() override { return {}; }
    /// Changes a copy of the values with `edit` and tells every listener.
    void set(const std::function<void(settings::Values&)>& edit);
    Failures failures;

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<const settings::Values> m_values;
    std::vector<std::weak_ptr<std::function<void(std::shared_ptr<const settings::Values>)>>> m_listeners;
};

/// A day of believable events, newest last; `emit` adds one and tells the listeners, as the journal's writer would.
class FakeEvents final : public journal::Events {
public:
    FakeEvents(Clock& clock, FakeUsers& users, std::size_t count);
    Result<journal::EventPage> list(const access::Actor& actor, const audit::EventQuery& query, std::uint32_t limit,
                                    const std::string& cursor, bool oldestFirst) override;
    Result<audit::Event> read(const access::Actor& actor, std::int64_t sequence) override;
    Result<audit::Event> readById(const access::Actor& actor, std::string_view id) override;
    Result<journal::EventsAfter> after(const access::Actor& actor, const audit::EventPlace& place, std::uint32_t limit) override;
    Result<std::int64_t> count(const access::Actor& actor, const audit::EventQuery& query) override;
    Result<journal::TopLists> top(const access::Actor& actor, const audit::EventQuery& query, std::uint32_t most) override;
    Result<std::vector<journal::EventColumn>> histogram(const access::Actor& actor, const audit::EventQuery& query,
                                                        int columns) override;
    Result<void> mayListen(const access::Actor& actor) const override;
    Result<audit::Journal::Subscription> subscribe(const access::Actor& actor, Listener listener,
                                                   std::function<void()> refused) override;
    Result<audit::ChainReport> verify(const access::Actor& actor, const audit::Progress& progress) override;
    audit::ChainHead head() const override;
    std::optional<audit::ChainDamage> damage() const override
    {
        return intact ? std::optional<audit::ChainDamage>() : audit::ChainDamage{audit::ChainProblem::Changed, 0, 1000};
    }
    Result<std::vector<audit::AcceptedDamage>> acceptDamage(const access::Actor& actor, const std::string& why,
                                                            const audit::Progress&) override
    {
        accepted.push_back({101, 150, audit::ChainProblem::Missing, m_clock.now(), actor.name, why});
        intact = true;
        return accepted;
    }
    Result<audit::ReportResult> exportTo(const access::Actor& actor, const audit::ReportRequest& request, const Sink& sink,
                                         const audit::Progress& progress) override;
    Result<audit::ReportResult> exportToFile(const access::Actor& actor, const audit::ReportRequest& request,
                                             const std::filesystem::path& file, const audit::Progress& progress,
                                             journal::ExistingFile existing) override;
    void emitEvents(std::vector<audit::Event> events);
    Failures failures;
    bool intact = true;                          ///< what verify() finds
    std::vector<audit::AcceptedDamage> accepted; ///< and what it tells besides
    std::atomic<bool> mayHear = true;            ///< false: nobody may listen any more
    mutable std::atomic<bool> asked = false;     ///< and somebody was told so

private:
    bool matches(const audit::Event& event, const audit::EventQuery& query) const;
    Clock& m_clock;
    mutable std::mutex m_mutex;
    std::vector<audit::Event> m_events;
    struct Hearer {
        Listener listener;
        std::function<void()> refused;
        bool over = false;
    };
    std::vector<std::weak_ptr<Hearer>> m_listeners;
};

class FakeServerControl final : public ServerControl {
public:
    explicit FakeServerControl(Clock& clock);
    Result<void> start(const access::Actor& actor) override;
    Result<void> stop(const access::Actor& actor) override;
    ServerStatus status() const override;
    Result<void> reload(const access::Actor&) override { return {}; }
    void set(const std::function<void(ServerStatus&)>& edit);
    Failures failures;

private:
    Clock& m_clock;
    mutable std::mutex m_mutex;
    ServerStatus m_status;
};

/// Rates by the settings as the service does.
class FakePasswords final : public identity::Passwords {
public:
    explicit FakePasswords(const settings::Settings& settings) : m_settings(settings) {}
    identity::PasswordStrength rate(const SecretBytes& password, const identity::PasswordOwner& owner) const override
    {
        const auto values = m_settings.values();
        return identity::rate(password, {owner.name, owner.email,
                                         owner.secondFactor ? values->passwordsMinLengthMfa : values->passwordsMinLength,
                                         values->vaultName, values->passwordsForbiddenWords});
    }
    Result<identity::GeneratedPassword> generate(const identity::PasswordRecipe& recipe,
                                                 const identity::PasswordOwner&) const override
    {
        if (auto error = failures.take())
            return *error;
        crypto::SystemRandom random;
        return identity::generatePassword(recipe, random);
    }
    Result<identity::CostMeasurement> measure(const access::Actor&, std::chrono::milliseconds target,
                                              const audit::Progress& progress) const override
    {
        if (auto error = failures.take())
            return *error;
        // As a machine that goes over 100 MiB in 50 ms, at once.
        return identity::measureCosts(
            {}, target,
            [](const crypto::PasswordCost& cost) -> Result<std::chrono::microseconds> {
                return std::chrono::microseconds(std::uint64_t{cost.memoryKib} * cost.passes / 2);
            },
            progress);
    }
    mutable Failures failures;

private:
    const settings::Settings& m_settings;
};

/// All is well, until a test says otherwise.
class FakeUpkeep final : public audit::Upkeep {
public:
    std::vector<audit::DutyState> states() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_states;
    }
    void set(std::vector<audit::DutyState> states)
    {
        const std::lock_guard lock(m_mutex);
        m_states = std::move(states);
    }

private:
    mutable std::mutex m_mutex;
    std::vector<audit::DutyState> m_states;
};

/// What stays reachable after the Console has taken the Backend over.
struct FakeHouse {
    explicit FakeHouse(std::size_t userCount = 1284, std::size_t eventCount = 2410);
    Gate gate;         ///< before the services: made on the window's thread
    ManualClock clock; ///< stands at 2026-11-24 14:33:05 UTC
    FakeUsers users;
    FakeSessions sessions;
    FakeSignIn signIn;
    FakeMfa mfa;
    FakeRoles roles;
    FakeSettings settings;
    FakeEvents events;
    FakeServerControl server;
    protection::Traffic traffic;
    FakeApiKeys apiKeys;
    FakeServiceAccounts serviceAccounts;
    FakeRoleChanges roleChanges{roles, users};
    FakeSignatureLab signatureLab;
    FakeIssuedTokens issuedTokens;
    FakePasskeys passkeys;
    FakeLeakScan leakScan;
    FakePasswords passwords{settings};
    FakeIdentityProviders identityProviders;
    FakeOutsideSignIn outsideSignIn;
    FakeNotices notices{clock};
    FakeUserTransfer userTransfer;
    FakeUpkeep upkeep;
    FakePolicies policies{clock};
    FakeDecisions decisions;
    FakeDecisionLog decisionLog{clock};
    FakeAccessChecks accessChecks;
    FakeRecords records{clock, users};
    FakeComments comments{clock};
    FakeFiles files{clock};
    FakeAccessReview accessReview{clock};
    FakeChanges provisionalChanges{clock};
    FakeCertificateImports certificateImports;
    FakeDrills drills{clock};
    FakeRateLimits rateLimits{clock};
    FakeAddressRules addressRules{clock};
    FakeThreats threats{clock};
    FakeDetectionRules detectionRules{clock};
    FakeEvidence evidence{clock};
    FakeSearches savedSearches{clock};
    FakeAlertRules alertRules{clock};
    FakeIncidents incidents{clock};
    FakeDestinations destinations{clock};
    FakeRetention retention{clock};
    FakeReports reports{clock};
    FakeHistory history{clock};
    Services services{
        .users = users,
        .sessions = sessions,
        .signIn = signIn,
        .mfa = mfa,
        .roles = roles,
        .settings = settings,
        .events = events,
        .server = server,
        .traffic = traffic,
        .clock = clock,
        .apiKeys = apiKeys,
        .serviceAccounts = serviceAccounts,
        .roleChanges = roleChanges,
        .signatureLab = signatureLab,
        .issuedTokens = issuedTokens,
        .passkeys = passkeys,
        .leakScan = leakScan,
        .passwords = passwords,
        .identityProviders = identityProviders,
        .outsideSignIn = outsideSignIn,
        .notices = notices,
        .userTransfer = userTransfer,
        .upkeep = upkeep,
        .policies = policies,
        .decisions = decisions,
        .decisionLog = decisionLog,
        .accessChecks = accessChecks,
        .records = records,
        .comments = comments,
        .files = files,
        .accessReview = accessReview,
        .provisionalChanges = provisionalChanges,
        .certificateImports = certificateImports,
        .drills = drills,
        .rateLimits = rateLimits,
        .addressRules = addressRules,
        .threats = threats,
        .detectionRules = detectionRules,
        .evidence = evidence,
        .savedSearches = savedSearches,
        .alertRules = alertRules,
        .incidents = incidents,
        .destinations = destinations,
        .retention = retention,
        .history = history,
        .reports = reports,
    };
    void noteFault(const Fault& fault)
    {
        const std::lock_guard lock(faultMutex);
        faults.push_back(fault);
    }
    std::mutex faultMutex;
    std::vector<Fault> faults; ///< what calls threw, under `faultMutex`
    /// Ingrid Solheim, who may do everything.
    access::Actor administrator() const;
    /// Hana Suzuki, with this role.
    access::Actor with(const std::string& role) const;
    /// Somebody who may only read users.
    access::Actor reader() const;
};

/// A Backend around a house that outlives it.
class FakeBackend final : public Backend {
public:
    explicit FakeBackend(FakeHouse& house) : m_house(house) {}
    Services& services() override
    {
        m_house.gate.pass();
        return m_house.services;
    }
    std::string vaultName() const override { return "Northgate Clinic"; }
    void noteOpenedBy(const std::string&) override {}
    void noteFault(const Fault& fault) override { m_house.noteFault(fault); }
    Result<VaultAbout> about(const access::Actor&) override
    {
        m_house.gate.pass();
        return VaultAbout{"SQLCipher",
                          "4.5.6 community",
                          "SQLite 3.44.2",
                          "AES-256-CBC, HMAC-SHA512",
                          "/srv/sallyport/sallyport.db",
                          4096,
                          18'350'080,
                          61};
    }
    Result<void> changePassphrase(const access::Actor&, const SecretBytes&, const SecretBytes&) override { return {}; }

private:
    FakeHouse& m_house;
};

} // namespace sallyport::tests

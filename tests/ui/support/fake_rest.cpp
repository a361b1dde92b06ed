#include "tests/ui/support/fake_services.h"

#include "backend/identity/core/manage.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace sallyport::tests {

using identity::MfaEnrolment;

Result<std::vector<identity::Session>> FakeSessions::list(const access::Actor& actor, const UserId& user)
{
    if (auto error = failures.take())
        return *error;
    static_cast<void>(actor);
    const auto now = m_clock.now();
    std::vector<identity::Session> sessions;
    const std::lock_guard guard(m_mutex);
    for (int at = 0; at < 2; ++at) {
        identity::Session session;
        session.id = SessionId("01JDSESSION" + std::to_string(at) + user.text().substr(user.text().size() - 6));
        session.user = user;
        session.createdAt = now - std::chrono::minutes(31 + 200 * at);
        session.lastUsedAt = now - std::chrono::minutes(2 + 40 * at);
        session.expiresAt = now + std::chrono::hours(20);
        session.address = at == 0 ? "198.51.100.24" : "2001:db8:40::1a";
        session.userAgent = at == 0 ? "Northgate Ward App/4.2" : "curl/7.88.1";
        session.mfa = at == 0;
        if (!m_ended.contains(session.id.text()))
            sessions.push_back(std::move(session));
    }
    return sessions;
}

Result<void> FakeSessions::end(const access::Actor&, const SessionId& id)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    m_ended.insert(id.text());
    return {};
}

Result<identity::SignInResult> FakeSignIn::login(const std::string&, const SecretBytes&, const identity::ClientContext&)
{
    return makeError(ErrorCode::Unauthenticated, "the fake knows operators only");
}
Result<identity::Tokens> FakeSignIn::completeMfa(const SecretBytes&, std::string_view, const identity::ClientContext&)
{
    return makeError(ErrorCode::Unauthenticated, "the fake knows operators only");
}
Result<identity::Tokens> FakeSignIn::refresh(const SecretBytes&, const identity::ClientContext&)
{
    return makeError(ErrorCode::TokenInvalid, "the fake knows operators only");
}
Result<std::shared_ptr<const identity::Principal>> FakeSignIn::authenticate(std::string_view)
{
    return makeError(ErrorCode::TokenInvalid, "the fake knows operators only");
}

Result<access::Actor> FakeSignIn::operatorSignIn(const std::string& email, const SecretBytes& password, std::string_view code)
{
    if (auto error = failures.take())
        return *error;
    if (email != "ingrid.solheim@northgate.example" || password.view() != "correct horse battery staple")
        return makeError(ErrorCode::Unauthenticated, "e-mail or password is wrong");
    if (askForCode && code.empty())
        return makeError(ErrorCode::MfaRequired, "a code is needed");
    if (askForCode && code != FakeMfa::rightCode)
        return makeError(ErrorCode::MfaInvalid, "wrong code");
    access::Actor actor;
    actor.kind = access::Actor::Kind::Operator;
    actor.name = "Ingrid Solheim";
    actor.email = email;
    actor.roles = {"admin"};
    actor.permissions = access::PermissionSet::all();
    actor.signedInAt = m_clock.now();
    return actor;
}

Result<void> FakeSignIn::operatorSession(const access::Actor& actor) const
{
    if (m_clock.now() - actor.signedInAt >= std::chrono::hours(24))
        return makeError(ErrorCode::TokenInvalid, "the session has ended");
    return {};
}

Result<MfaEnrolment> FakeMfa::begin(const access::Actor&, const UserId& id)
{
    if (auto error = failures.take())
        return *error;
    ++begun;
    m_tries[id.text()] = 0;
    MfaEnrolment enrolment;
    enrolment.secret = SecretBytes::fromText("JBQX2UKZ4MTW7H3NSC5LRV6EDPGA3OYF");
    enrolment.manualKey = SecretBytes::fromText("JBQX 2UKZ 4MTW 7H3N SC5L RV6E DPGA 3OYF");
    enrolment.issuer = "Northgate";
    enrolment.account = "jonas.weber@northgate.example";
    enrolment.otpauthUrl = SecretBytes::fromText("otpauth://totp/Sallyport:jonas.weber%40northgate.example?secret="
                                                 "JBQX2UKZ4MTW7H3NSC5LRV6EDPGA3OYF&issuer=Sallyport");
    enrolment.expiresAt = m_clock.now() + std::chrono::minutes(10);
    enrolment.qr = qr;
    if (enrolment.qr.size == 0) {
        enrolment.qr.size = 41;
        enrolment.qr.dark.resize(41 * 41);
        for (std::size_t at = 0; at < enrolment.qr.dark.size(); ++at)
            enrolment.qr.dark[at] = (at * 2654435761U >> 7) % 2 == 0;
    }
    return enrolment;
}

Result<std::vector<SecretBytes>> FakeMfa::confirm(const access::Actor&, const UserId& id, std::string_view code)
{
    if (auto error = failures.take())
        return *error;
    if (code != rightCode) {
        const int tries = ++m_tries[id.text()];
        return makeError(tries >= 5 ? ErrorCode::NotFound : ErrorCode::MfaInvalid, "wrong code");
    }
    ++confirmed;
    {
        const std::lock_guard guard(m_users.mutex);
        if (auto* user = m_users.find(id)) {
            user->mfaEnabled = true;
            user->recoveryCodesLeft = 10;
        }
    }
    return renewRecoveryCodes({}, {});
}

Result<void> FakeMfa::abandon(const access::Actor&, const UserId&)
{
    ++abandoned;
    return {};
}

Result<std::vector<SecretBytes>> FakeMfa::renewRecoveryCodes(const access::Actor&, std::string_view)
{
    std::vector<SecretBytes> codes;
    for (int at = 0; at < 10; ++at)
        codes.push_back(SecretBytes::fromText("7KQ" + std::to_string(at) + "-MX4T-9VNB-" + std::to_string(2300 + at * 7)));
    return codes;
}

Result<identity::MfaCoverage> FakeMfa::coverage(const access::Actor&)
{
    if (auto error = coverageFailures.take())
        return *error;
    identity::MfaCoverage counted;
    counted.countedAt = m_clock.now();
    for (const auto& [role, title] : {std::pair("admin", "Administrator"), {"editor", "Editor"}, {"viewer", "Viewer"}}) {
        identity::RoleCoverage& one = counted.roles.emplace_back();
        one.role = role;
        one.title = title;
        one.required = one.role != "viewer";
    }
    const std::lock_guard guard(m_users.mutex);
    for (const identity::User& user : m_users.users) {
        if (user.status != identity::UserStatus::Active)
            continue;
        const bool late = user.mfaRequiredSince && m_clock.now() - *user.mfaRequiredSince >= std::chrono::days(14);
        const auto add = [&](identity::MfaFigures& figures) {
            ++figures.users;
            figures.withFactor += user.mfaEnabled ? 1 : 0;
            figures.overdue += !user.mfaEnabled && late ? 1 : 0;
            figures.inGrace += !user.mfaEnabled && user.mfaRequiredSince && !late ? 1 : 0;
            figures.fewCodes += user.mfaEnabled && user.recoveryCodesLeft < identity::fewRecoveryCodes ? 1 : 0;
        };
        add(counted.all);
        if (!user.mfaEnabled && identity::isAdministrator(user.roles)) {
            ++counted.administratorsMissing;
            counted.administratorsNotRequired += user.mfaRequiredSince ? 0 : 1;
        }
        for (identity::RoleCoverage& one : counted.roles)
            if (std::ranges::find(user.roles, one.role) != user.roles.end())
                add(one.figures);
    }
    return counted;
}

std::shared_ptr<const settings::Values> FakeSettings::values() const
{
    const std::lock_guard guard(m_mutex);
    return m_values;
}

void FakeSettings::set(const std::function<void(settings::Values&)>& edit)
{
    std::vector<std::shared_ptr<std::function<void(std::shared_ptr<const settings::Values>)>>> listeners;
    std::shared_ptr<const settings::Values> now;
    {
        const std::lock_guard guard(m_mutex);
        auto next = std::make_shared<settings::Values>(*m_values);
        edit(*next);
        m_values = now = next;
        for (const auto& weak : m_listeners)
            if (auto strong = weak.lock())
                listeners.push_back(std::move(strong));
    }
    for (const auto& listener : listeners)
        (*listener)(now);
}

Result<void> FakeSettings::change(const access::Actor&, const std::vector<std::pair<std::string, std::string>>& changes)
{
    if (auto error = failures.take())
        return *error;
    auto next = std::make_shared<settings::Values>(*values());
    Error bad(ErrorCode::InvalidArgument, "not acceptable");
    for (const auto& [key, text] : changes) {
        const auto* definition = settings::findDefinition(key);
        const auto result =
            definition ? definition->set(*next, text) : Result<void>(makeError(ErrorCode::InvalidArgument, "unknown"));
        if (!result)
            bad.fields.push_back({key, result.error().detail, "format"});
    }
    if (!bad.fields.empty())
        return bad;
    set([&](settings::Values& values) { values = *next; });
    return {};
}

settings::Settings::Subscription FakeSettings::onChange(std::function<void(std::shared_ptr<const settings::Values>)> listener)
{
    auto held = std::make_shared<std::function<void(std::shared_ptr<const settings::Values>)>>(std::move(listener));
    const std::lock_guard guard(m_mutex);
    m_listeners.push_back(held);
    return held;
}

FakeServerControl::FakeServerControl(Clock& clock) : m_clock(clock)
{
    m_status.state = ServerStatus::State::Running;
    m_status.url = "https://127.0.0.1:8443";
    m_status.fingerprint = "7C:41:0D:52:A9:33:18:EF:60:4B:9D:77:C2:05:8E:1A:"
                           "B6:D4:29:F3:0C:81:5E:A7:44:92:3B:E8:16:6F:9E:B2";
    m_status.certificateExpiresAt = clock.now() + std::chrono::hours(24 * 388);
    m_status.startedAt = clock.now() - std::chrono::hours(6);
    m_status.connections = 37;
    m_status.requestsPerSecond = 42.6;
}

Result<void> FakeServerControl::start(const access::Actor&)
{
    auto error = failures.take();
    const std::lock_guard guard(m_mutex);
    if (error) {
        m_status.state = ServerStatus::State::Failed;
        m_status.problem = error->detail;
        m_status.problemCode = error->code;
        return *error;
    }
    m_status.state = ServerStatus::State::Running;
    m_status.startedAt = m_clock.now();
    return {};
}

Result<void> FakeServerControl::stop(const access::Actor&)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard guard(m_mutex);
    m_status.state = ServerStatus::State::Stopped;
    m_status.connections = 0;
    m_status.requestsPerSecond = 0;
    return {};
}

ServerStatus FakeServerControl::status() const
{
    const std::lock_guard guard(m_mutex);
    return m_status;
}

void FakeServerControl::set(const std::function<void(ServerStatus&)>& edit)
{
    const std::lock_guard guard(m_mutex);
    edit(m_status);
}

FakeHouse::FakeHouse(std::size_t userCount, std::size_t eventCount)
    : clock(UtcTime(std::chrono::seconds(1795530785))), users(clock, userCount), sessions(clock), signIn(clock),
      mfa(clock, users), events(clock, users, eventCount), server(clock), traffic(clock), apiKeys(clock), serviceAccounts(clock),
      issuedTokens(clock), identityProviders(clock)
{
    // The keys of people belong to the people of the list.
    constexpr std::ptrdiff_t named = 200;
    const auto people = std::span(users.users).first(static_cast<std::size_t>(std::min(named, std::ssize(users.users))));
    for (auto& key : apiKeys.keys)
        if (const auto owner = std::ranges::find(people, key.owner.name, &identity::User::name);
            !key.owner.service && owner != people.end())
            key.owner.id = owner->id;
}

access::Actor FakeHouse::administrator() const
{
    access::Actor actor;
    actor.kind = access::Actor::Kind::Operator;
    actor.id = users.users.size() > 10 ? users.users[10].id : UserId("01JDFAKE000000000000000010");
    actor.name = "Ingrid Solheim";
    actor.email = "ingrid.solheim@northgate.example";
    actor.roles = {"admin"};
    actor.permissions = access::PermissionSet::all();
    actor.signedInAt = clock.now();
    return actor;
}

access::Actor FakeHouse::with(const std::string& role) const
{
    access::Actor actor = administrator();
    actor.name = "Hana Suzuki";
    actor.email = "hana.suzuki@northgate.example";
    actor.id = UserId("01JDFAKE0000000000000000HS");
    actor.roles = {role};
    actor.permissions = roles.permissionsOf({role});
    return actor;
}

access::Actor FakeHouse::reader() const
{
    auto actor = administrator();
    actor.name = "Nadia Benali";
    actor.permissions = {};
    actor.permissions.add(access::Permission::UsersRead);
    actor.permissions.add(access::Permission::SettingsRead);
    return actor;
}

} // namespace sallyport::tests

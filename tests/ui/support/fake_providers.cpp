#include "tests/ui/support/fake_providers.h"

namespace sallyport::tests {

using namespace identity;

FakeIdentityProviders::FakeIdentityProviders(Clock& clock) : m_clock(clock)
{
    const auto add = [&](const char* id, const char* name, const char* title, const char* issuer, bool enabled,
                         std::int64_t links) {
        IdentityProvider provider;
        provider.id = ProviderId(id);
        provider.fields.name = name;
        provider.fields.title = title;
        provider.fields.issuer = issuer;
        provider.fields.clientId = "sallyport-console";
        provider.fields.scopes = {"email", "openid", "profile"};
        provider.fields.algorithms = {"ES256", "RS256"};
        provider.fields.roles = {"viewer"};
        provider.enabled = enabled;
        provider.hasSecret = true;
        provider.redirectUri = std::string("https://127.0.0.1:8443/auth/") + name + "/callback";
        provider.links = links;
        provider.createdAt = provider.updatedAt = m_clock.now() - std::chrono::hours(24 * 40);
        provider.createdBy = "Ingrid Solheim";
        if (links > 0)
            provider.lastUsedAt = m_clock.now() - std::chrono::minutes(42);
        providers.push_back(std::move(provider));
    };
    add("00000000000000000000000P01", "northgate", "Northgate ID", "https://id.northgate.example/realms/staff", true, 2);
    add("00000000000000000000000P02", "google", "Google", "https://accounts.google.com", true, 1);
    add("00000000000000000000000P03", "partners", "Partners", "https://login.partners.example", false, 0);
    providers[0].fields.firstLogin = FirstLogin::Create;
    providers[0].fields.roleRules = {{"groups", "clinicians", "editor"}, {"realm_access.roles", "sallyport-admin", "admin"}};
    providers[0].fields.acceptedAmr = {"otp"};
    const auto linked = [&](const char* id, std::size_t provider, const char* subject, const char* label, const char* user) {
        OutsideLink link;
        link.id = OutsideLinkId(id);
        link.provider = providers[provider].id;
        link.providerTitle = providers[provider].fields.title;
        link.issuer = providers[provider].fields.issuer;
        link.subject = subject;
        link.label = label;
        link.user = UserId(id);
        link.userName = user;
        link.createdAt = m_clock.now() - std::chrono::hours(24 * 30);
        link.createdBy = "Ingrid Solheim";
        link.lastUsedAt = m_clock.now() - std::chrono::minutes(42);
        allLinks.push_back(std::move(link));
    };
    linked("00000000000000000000000L01", 0, "248289761001", "mira.okafor@northgate.example", "Mira Okafor");
    linked("00000000000000000000000L02", 0, "248289761007", "jonas.weber@northgate.example", "Jonas Weber");
    linked("00000000000000000000000L03", 1, "110169484474386276334", "elif.yildiz@northgate.example", "Elif Yıldız");
}

IdentityProvider* FakeIdentityProviders::find(const ProviderId& id)
{
    const auto found = std::ranges::find(providers, id, &IdentityProvider::id);
    return found == providers.end() ? nullptr : &*found;
}

Result<std::vector<IdentityProvider>> FakeIdentityProviders::list(const access::Actor&, const std::string& text)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(mutex);
    std::vector<IdentityProvider> found;
    for (const IdentityProvider& provider : providers) {
        if (provider.fields.title.find(text) != std::string::npos)
            found.push_back(provider);
    }
    return found;
}

Result<IdentityProvider> FakeIdentityProviders::read(const access::Actor&, const ProviderId& id)
{
    const std::lock_guard lock(mutex);
    const IdentityProvider* provider = find(id);
    if (provider == nullptr)
        return makeError(ErrorCode::NotFound, "none");
    return *provider;
}

Result<IdentityProvider> FakeIdentityProviders::create(const access::Actor&, NewProvider wanted)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(mutex);
    IdentityProvider provider;
    provider.id = ProviderId("00000000000000000000000P" + std::to_string(10 + providers.size()));
    provider.fields = std::move(wanted.fields);
    provider.hasSecret = wanted.clientSecret.has_value();
    lastSecret = wanted.clientSecret ? std::string(wanted.clientSecret->view()) : std::string();
    provider.redirectUri = "https://127.0.0.1:8443/auth/" + provider.fields.name + "/callback";
    provider.createdAt = provider.updatedAt = m_clock.now();
    provider.createdBy = "Ingrid Solheim";
    providers.push_back(provider);
    return provider;
}

Result<IdentityProvider> FakeIdentityProviders::change(const access::Actor&, const ProviderId& id, ProviderPatch patch)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(mutex);
    IdentityProvider* provider = find(id);
    if (provider == nullptr)
        return makeError(ErrorCode::NotFound, "none");
    if (patch.fields)
        provider->fields = std::move(*patch.fields);
    if (patch.clientSecret)
        lastSecret = std::string(patch.clientSecret->view());
    provider->enabled = patch.enabled.value_or(provider->enabled);
    ++provider->version;
    return *provider;
}

Result<void> FakeIdentityProviders::remove(const access::Actor&, const ProviderId& id)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(mutex);
    std::erase_if(providers, [&](const IdentityProvider& provider) { return provider.id == id; });
    return {};
}

Result<OutsideLinkPage> FakeIdentityProviders::links(const access::Actor&, const OutsideLinkQuery& query)
{
    const std::lock_guard lock(mutex);
    OutsideLinkPage page;
    for (const OutsideLink& link : allLinks) {
        if ((!query.provider || link.provider == *query.provider) && (!query.user || link.user == *query.user))
            page.links.push_back(link);
    }
    page.total = static_cast<std::int64_t>(page.links.size());
    return page;
}

Result<OutsideLink> FakeIdentityProviders::link(const access::Actor&, const ProviderId& provider, const std::string& subject,
                                                const UserId& user)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(mutex);
    OutsideLink made;
    made.id = OutsideLinkId("00000000000000000000000L" + std::to_string(10 + allLinks.size()));
    made.provider = provider;
    made.subject = subject;
    made.user = user;
    made.userName = "Somebody linked";
    made.createdAt = m_clock.now();
    if (IdentityProvider* known = find(provider)) {
        made.providerTitle = known->fields.title;
        ++known->links;
    }
    allLinks.push_back(made);
    return made;
}

Result<void> FakeIdentityProviders::unlink(const access::Actor&, const OutsideLinkId& id)
{
    const std::lock_guard lock(mutex);
    std::erase_if(allLinks, [&](const OutsideLink& link) { return link.id == id; });
    return {};
}

Result<LoginTest> FakeIdentityProviders::startTest(const access::Actor&, const ProviderId& id)
{
    if (auto error = failures.take())
        return *error;
    const std::lock_guard lock(mutex);
    m_asked = 0;
    m_test = {};
    m_test.id = "00000000000000000000000T01";
    m_test.provider = id;
    m_test.url = "https://127.0.0.1:8443/auth/northgate?test=x";
    m_test.steps = {{"description", TestStep::State::Passed, {}, "https://id.northgate.example/realms/staff/authorize"},
                    {"keys", TestStep::State::Passed, {}, "2"},
                    {"browser", TestStep::State::Waiting, {}, {}}};
    return m_test;
}

Result<LoginTest> FakeIdentityProviders::testState(const access::Actor&, const std::string&)
{
    const std::lock_guard lock(mutex);
    if (m_asked++ == 0) {
        m_test.steps.back() = {"browser", TestStep::State::Passed, {}, {}};
        m_test.steps.push_back({"answer", TestStep::State::Passed, {}, {}});
        if (failTests) {
            m_test.steps.push_back(
                {"token", TestStep::State::Failed, "client_refused", "The provider does not know this client."});
        } else {
            m_test.steps.push_back({"token", TestStep::State::Passed, {}, {}});
            m_test.steps.push_back({"claims", TestStep::State::Passed, {}, "mira.okafor@northgate.example (248289761001)"});
            m_test.steps.push_back({"account", TestStep::State::Passed, "signs_in", "Mira Okafor"});
        }
        m_test.over = true;
    }
    return m_test;
}

} // namespace sallyport::tests

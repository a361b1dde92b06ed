#pragma once

#include "backend/access/actor.h"
#include "backend/base/clock.h"
#include "backend/base/limits.h"
#include "backend/base/secret_bytes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

using OutsideLinkId = Id<struct OutsideLinkTag>;

// Code points, and for lists how many; titles have the nameLimit of core/limits.h. What others choose is as long as theirs are.
inline constexpr std::size_t providerNameLimit = 32, issuerLimit = 500, clientIdLimit = 255, returnUrlLimit = 500;
inline constexpr std::size_t clientSecretLimit = limits::secretText;
/// Scopes, amr, acr (return URLs: as many). A scope of Amazon Cognito may have 513: 256 for the server, 256 for its name.
inline constexpr std::size_t providerWordLimit = 600, providerWordsLimit = 20;
/// Claims and values: names that are URLs, groups by their path or their distinguished name.
inline constexpr std::size_t roleRuleLimit = 1000, roleRulesLimit = 50;
/// Of the page that a login returns to: libraries that seal what they want to remember need 1,500 and more.
inline constexpr std::size_t clientStateLimit = 2048;

enum class ProviderKind { OpenIdConnect, GitHub };
/// How the token endpoint is told who asks (RFC 6749 §2.3.1). None: a public client, PKCE alone.
enum class ClientAuthentication { Basic, Post, None };
/// What happens when somebody comes who is linked to no user.
enum class FirstLogin {
    Refuse,
    Create,         ///< a new user with the provider's roles
    CreateDisabled, ///< the same, disabled until an administrator enables it
};

std::string_view kindWord(ProviderKind kind) noexcept;                  ///< `oidc` | `github`
std::string_view authenticationWord(ClientAuthentication how) noexcept; ///< `basic` | `post` | `none`
std::string_view firstLoginWord(FirstLogin rule) noexcept;              ///< `refuse` | `create` | `create_disabled`
std::optional<ProviderKind> providerKind(std::string_view word) noexcept;
std::optional<ClientAuthentication> clientAuthentication(std::string_view word) noexcept;
std::optional<FirstLogin> firstLogin(std::string_view word) noexcept;

/// Who says this in their token gets that role.
struct RoleRule {
    std::string claim; ///< `groups`, or a path `realm_access.roles`, `/realm_access/roles` (openid/claims.h)
    std::string value; ///< `engineering`
    std::string role;
    bool operator==(const RoleRule&) const = default;
};

/// What can be configured of a provider.
struct ProviderFields {
    std::string name;  ///< in the URL of its login: 1..32 of a-z, 0-9, -
    std::string title; ///< 1..100 printable characters
    ProviderKind kind = ProviderKind::OpenIdConnect;
    std::string issuer; ///< https, without query and fragment; compared to the letter
    std::string clientId;
    ClientAuthentication authentication = ClientAuthentication::Basic;
    std::vector<std::string> scopes;     ///< `openid` is always among those of OpenID Connect
    std::vector<std::string> algorithms; ///< of ID tokens; HS256 only alone
    FirstLogin firstLogin = FirstLogin::Refuse;
    std::vector<std::string> roles;       ///< of new users
    std::vector<RoleRule> roleRules;      ///< at most 50
    bool rolesEachTime = false;           ///< the rules give and take roles at each sign-in, not only at the first
    bool trustEmail = false;              ///< the provider sends no `email_verified`, and its addresses count all the same
    std::vector<std::string> acceptedAmr; ///< one of these in `amr` stands for our second factor; empty: never
    std::vector<std::string> acceptedAcr; ///< the same for `acr`
    std::vector<std::string> returnUrls;  ///< where a login may end, to the letter; https, or http on this machine
    bool operator==(const ProviderFields&) const = default;
};

struct IdentityProvider {
    ProviderId id;
    ProviderFields fields;
    bool enabled = true;
    bool hasSecret = false;  ///< the secret itself is never given out
    std::string redirectUri; ///< to register at the provider
    std::int64_t links = 0;
    std::optional<UtcTime> lastUsedAt;
    UtcTime createdAt;
    std::string createdBy;
    UtcTime updatedAt;
    std::int64_t version = 1;
};

struct NewProvider {
    ProviderFields fields;
    std::optional<SecretBytes> clientSecret;
    bool enabled = true;
};

/// Everything that is set changes; `fields` as a whole.
struct ProviderPatch {
    std::optional<ProviderFields> fields;
    std::optional<SecretBytes> clientSecret; ///< an empty one takes it away
    std::optional<bool> enabled;
    std::optional<std::int64_t> expectedVersion;
};

/// Somebody at a provider who is a user here.
struct OutsideLink {
    OutsideLinkId id;
    ProviderId provider;
    std::string providerTitle;
    std::string issuer;
    std::string subject;
    std::string label; ///< what the provider called them, for people; nothing is decided by it
    UserId user;
    std::string userName;
    UtcTime createdAt;
    std::string createdBy;
    std::optional<UtcTime> lastUsedAt;
};

struct OutsideLinkQuery {
    std::optional<ProviderId> provider;
    std::optional<UserId> user;
    std::uint32_t limit = 50; ///< 1..200
    std::string cursor;
    std::string text; ///< part of the provider's title, the user's name, the label or the subject, without regard to case
    bool newestFirst = false;
};

struct OutsideLinkPage {
    std::vector<OutsideLink> links; ///< the oldest first unless asked otherwise
    std::int64_t total = 0;
    std::string nextCursor;
};

/// One step of a test of a login.
struct TestStep {
    enum class State { Passed, Failed, Waiting };
    std::string_view step; ///< `description` | `keys` | `browser` | `answer` | `token` | `claims` | `account`
    State state = State::Waiting;
    std::string word;   ///< of a failure (outside/failure.h, outbound/client.h); of `account`: what would happen
    std::string detail; ///< English, or a name, an address, a number; of `keys`: `3` or `3 (2 left out)`
};

std::string_view testStateWord(TestStep::State state) noexcept; ///< `passed` | `failed` | `waiting`

struct LoginTest {
    std::string id;
    ProviderId provider;
    std::vector<TestStep> steps;
    bool over = false;
    std::string url; ///< to open in the browser; it works once
};

/// Outside providers and who is linked. providers:read, :create, :update, :delete; links need users:link and every
/// permission of the user. Blocks; workers only. Thread-safe.
class IdentityProviders {
public:
    virtual ~IdentityProviders() = default;

    /// By title; there are at most 100.
    [[nodiscard]] virtual Result<std::vector<IdentityProvider>> list(const access::Actor& actor,
                                                                     const std::string& text = {}) = 0;
    [[nodiscard]] virtual Result<IdentityProvider> read(const access::Actor& actor, const ProviderId& id) = 0;
    /// ValidationFailed with fields; Conflict for a name that is taken; who names roles must hold what they allow.
    [[nodiscard]] virtual Result<IdentityProvider> create(const access::Actor& actor, NewProvider provider) = 0;
    /// Another issuer is refused while there are links: they would belong to nobody.
    [[nodiscard]] virtual Result<IdentityProvider> change(const access::Actor& actor, const ProviderId& id,
                                                          ProviderPatch patch) = 0;
    /// With its links.
    [[nodiscard]] virtual Result<void> remove(const access::Actor& actor, const ProviderId& id) = 0;

    /// Needs providers:read.
    [[nodiscard]] virtual Result<OutsideLinkPage> links(const access::Actor& actor, const OutsideLinkQuery& query) = 0;
    /// Conflict if this subject is linked already.
    [[nodiscard]] virtual Result<OutsideLink> link(const access::Actor& actor, const ProviderId& provider,
                                                   const std::string& subject, const UserId& user) = 0;
    /// Ends the user's sessions.
    [[nodiscard]] virtual Result<void> unlink(const access::Actor& actor, const OutsideLinkId& id) = 0;

    /// Needs providers:update. Asks the provider for its description and keys (up to 20 s), and prepares a login that
    /// signs nobody in: open `url` in a browser.
    [[nodiscard]] virtual Result<LoginTest> startTest(const access::Actor& actor, const ProviderId& id) = 0;
    /// How far it is. NotFound ten minutes after it began.
    [[nodiscard]] virtual Result<LoginTest> testState(const access::Actor& actor, const std::string& id) = 0;
};

} // namespace sallyport::identity

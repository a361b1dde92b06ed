#pragma once

#include "backend/crypto/aead.h"
#include "backend/identity/core/core.h"
#include "backend/identity/openid/jwk_set.h"
#include "backend/identity/openid/metadata.h"
#include "backend/identity/providers/identity_providers.h"
#include "backend/outbound/client.h"

#include <boost/json/value.hpp>

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace sallyport::identity {

/// Seals the client secrets of identity providers.
using ProviderCipher = crypto::Cipher<struct ProviderPurpose>;

/// Who somebody is at a provider, once everything was verified.
struct OutsideIdentity {
    std::string issuer;
    std::string subject;
    std::string label; ///< for people: e-mail, or the name they have there
    std::string name;
    std::string email;
    bool emailVerified = false;
    boost::json::object claims;   ///< of the ID token, and what only the user info says
    boost::json::object userInfo; ///< all of it that counts, for paths that lead into what both have
};

/// What the token endpoint answers.
struct OutsideTokens {
    SecretBytes accessToken;
    std::string idToken;
};

/// Everything that providers are asked: description, keys, tokens, who somebody is. Descriptions and keys are kept for an
/// hour; a key that isn't among them is looked for anew, once a minute at most (RFC 8725 §3.10: whoever forges key ids must
/// not make us call out at will). Blocks for the length of a call. Thread-safe.
class ProviderDirectory {
public:
    ProviderDirectory(Core& core, ProviderCipher cipher, outbound::Client& client)
        : m_core(core), m_cipher(std::move(cipher)), m_client(client)
    {
    }

    /// What opens and seals the providers' client secrets.
    const ProviderCipher& cipher() const { return m_cipher; }

    [[nodiscard]] Result<outside::Metadata> metadata(const ProviderFields& provider, bool anew = false);
    [[nodiscard]] Result<std::shared_ptr<const outside::JwkSet>> keys(const outside::Metadata& metadata, bool anew = false);
    /// Redeems a code (RFC 6749 §4.1.3 with RFC 7636 §4.5).
    [[nodiscard]] Result<OutsideTokens> redeem(const ProviderFields& provider, const outside::Metadata& metadata,
                                               const SecretBytes& secret, const std::string& code, const std::string& verifier,
                                               const std::string& redirectUri);
    /// Verifies what came back and asks who it is.
    [[nodiscard]] Result<OutsideIdentity> identify(const ProviderFields& provider, const outside::Metadata& metadata,
                                                   const SecretBytes& secret, const OutsideTokens& tokens,
                                                   const std::string& nonce);

private:
    template <typename T>
    struct Kept {
        T value;
        SteadyTime fetched;
    };
    static constexpr std::size_t mostKept = 256;
    static constexpr std::chrono::hours keptFor{1};
    static constexpr std::chrono::minutes betweenKeySearches{1};

    outbound::Policy policy() const;
    /// The body of a 200 answer that is JSON; otherwise an error with the word.
    Result<std::string> get(const std::string& url, const SecretBytes* bearer, std::string_view word);
    Result<boost::json::object> verified(const ProviderFields& provider, const outside::Metadata& metadata,
                                         const SecretBytes& secret, const OutsideTokens& tokens, const std::string& nonce);
    /// Asks the user info if the ID token leaves something open that is needed.
    Result<void> addUserInfo(const ProviderFields& provider, const outside::Metadata& metadata, const OutsideTokens& tokens,
                             OutsideIdentity& who);
    Result<OutsideIdentity> identifyAtGitHub(const ProviderFields& provider, const outside::Metadata& metadata,
                                             const OutsideTokens& tokens);

    Core& m_core;
    const ProviderCipher m_cipher;
    outbound::Client& m_client;
    std::mutex m_mutex;
    std::unordered_map<std::string, Kept<outside::Metadata>> m_metadata;                  ///< by issuer
    std::unordered_map<std::string, Kept<std::shared_ptr<const outside::JwkSet>>> m_keys; ///< by URL
    std::unordered_map<std::string, SteadyTime> m_searched;                               ///< by URL
};

} // namespace sallyport::identity

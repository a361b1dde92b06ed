#pragma once

#include "backend/base/clock.h"
#include "backend/base/ip_address.h"
#include "backend/crypto/digest.h"
#include "backend/identity/providers/identity_providers.h"
#include "backend/identity/sign_in/accepted_outside.h"

#include <array>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

namespace sallyport::identity {

inline constexpr std::chrono::seconds outsideLoginLifetime{600};
inline constexpr std::chrono::seconds exchangeCodeLifetime{60};
inline constexpr std::chrono::seconds loginTestLifetime{600};

/// The same, before it went to the provider.
struct WaitingLinking {
    ProviderId provider;
    OwnLinking own;
    SteadyTime expires;
};

/// A login that went to a provider and hasn't come back.
struct PendingOutside {
    ProviderId provider;
    std::string providerName;
    std::string issuer;
    std::string clientId;
    std::string nonce;
    std::string verifier;
    crypto::Sha256Digest browser{}; ///< of the cookie
    std::string redirectUri;
    std::string returnTo;
    std::string clientState;
    std::string challenge;
    std::string test;                  ///< id of the test that it is
    std::optional<OwnLinking> linking; ///< nobody is signed in: the account becomes this user's
    IpAddress network;
    SteadyTime expires;
    std::uint64_t number = 0; ///< in the order in which they were begun
};

/// Logins under way, in memory only: a restart ends them, and nothing of them is worth keeping. Everything is looked up by
/// the hash of a secret of 256 bits, works once, ends by itself, and is bounded in all and by network. Thread-safe.
class OutsideFlows {
public:
    static constexpr std::size_t mostPending = 4096, mostPendingOfNetwork = 32, mostAccepted = 4096, mostTests = 64,
                                 mostLinkings = 1024;

    explicit OutsideFlows(const Clock& clock) : m_clock(clock) {}

    /// Unavailable if there are too many. Of one network the oldest goes.
    [[nodiscard]] Result<void> add(std::string_view state, PendingOutside pending);
    std::optional<PendingOutside> take(std::string_view state);

    [[nodiscard]] Result<void> add(std::string_view code, AcceptedOutside accepted);
    std::optional<AcceptedOutside> takeAccepted(std::string_view code);

    /// One a user: the one before is forgotten. Unavailable if there are too many.
    [[nodiscard]] Result<void> addLinking(std::string_view secret, WaitingLinking linking);
    std::optional<WaitingLinking> takeLinking(std::string_view secret);

    /// A test and the secret that starts it in a browser; the oldest goes if there are too many.
    void addTest(std::string_view secret, LoginTest test);
    /// The test that the secret starts; works once.
    std::optional<LoginTest> startTest(std::string_view secret);
    std::optional<LoginTest> findTest(const std::string& id);
    /// Takes the place of the step of the same name, or comes after the others. A failure ends the test.
    void setStep(const std::string& id, TestStep step, bool over = false);

private:
    using Digest = crypto::Sha256Digest;
    struct Test {
        LoginTest test;
        Digest secret{};
        bool started = false;
        SteadyTime expires;
    };

    void forgetOld(SteadyTime now);

    const Clock& m_clock;
    std::mutex m_mutex;
    std::uint64_t m_begun = 0;
    std::map<Digest, PendingOutside> m_pending;
    std::map<Digest, AcceptedOutside> m_accepted;
    std::map<Digest, WaitingLinking> m_linkings;
    std::map<std::string, Test> m_tests;
};

} // namespace sallyport::identity

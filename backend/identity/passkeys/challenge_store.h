#pragma once

#include "backend/base/clock.h"
#include "backend/base/encoding.h"
#include "backend/base/id.h"
#include "backend/crypto/digest.h"

#include <chrono>
#include <cstddef>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace sallyport::identity {

/// Challenges that wait for their answer: each for one ceremony of one user, for a short time and for one answer. Bounded;
/// the oldest goes first, and of one user's only a few stay, so that nobody can push the others' out. Thread-safe.
class ChallengeStore {
public:
    enum class Ceremony { Registration, SignIn, StepUp };
    struct Waiting {
        Ceremony ceremony = Ceremony::Registration;
        UserId user;
        std::string bound; ///< the session or the pending sign-in that it belongs to
        UtcTime expiresAt;
    };

    ChallengeStore(std::size_t limit, std::size_t perUser) : m_limit(limit), m_perUser(perUser) {}

    void put(std::span<const std::byte> challenge, Waiting waiting);
    /// Takes it out: nobody gets it twice. Nothing if it isn't there, is over, or belongs to something else (it is gone then
    /// all the same).
    bool take(std::span<const std::byte> challenge, Ceremony ceremony, const UserId& user, const std::string& bound, UtcTime now);
    std::size_t size() const;

private:
    using Key = crypto::Sha256Digest;
    void dropOldestOf(const UserId& user);

    const std::size_t m_limit, m_perUser;
    mutable std::mutex m_mutex;
    std::map<Key, Waiting> m_waiting;
    std::deque<Key> m_order; ///< oldest first; may name what is gone
};

} // namespace sallyport::identity

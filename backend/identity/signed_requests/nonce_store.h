#pragma once

#include "backend/base/clock.h"
#include "backend/base/secret_bytes.h"
#include "backend/crypto/hmac_key.h"
#include "backend/identity/signed_requests/nonce_file.h"

#include <chrono>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace sallyport::identity {

/// The widest signature window that can be set. Nonces are kept for twice as long: a signature may be made up to a window
/// ahead of the server's clock and is then accepted until a window behind it.
inline constexpr std::chrono::seconds maximumSignatureWindow{300};

struct NonceOptions {
    std::size_t capacity = 512 * 1024; ///< nonces of all keys; about 40 MiB when full, 870 requests a second for ever
    std::size_t perKey = 256 * 1024;   ///< nonces of one key, so that it cannot shut out the others
    std::string bootId = systemBootId();
    bool used = true; ///< false for a vault in which no key ever signed
    /// What was over then is not taken over from the file (audit::SeenTime::believed); nothing: by the clock.
    std::optional<UtcTime> deletable = {};
    /// Told when the file can no longer be written, and when it can again. Any thread; must not block.
    std::function<void(const Result<void>&)> watcher = {};
};

enum class NonceOutcome {
    Taken, ///< was not seen before, and is remembered from now on
    Seen,
    Full,     ///< cannot be remembered: refuse the request
    TooEarly, ///< made at a time whose nonces were lost with the machine: refuse until later
};

struct NonceAnswer {
    NonceOutcome outcome = NonceOutcome::Full;
    std::chrono::seconds retryAfter{0}; ///< for Full and TooEarly
};

/// The nonces that were seen, by key: bounded, and on disk before `take` returns as far as the end of this process is
/// concerned (nonce_file.h). Only keyed hashes are kept. Thread-safe; never waits for the disk.
class NonceStore {
public:
    /// `secret` keys the hashes, so that the file tells nothing. The clock must outlive the store.
    [[nodiscard]] static Result<std::unique_ptr<NonceStore>> open(const std::filesystem::path& file, const SecretBytes& secret,
                                                                  const Clock& clock, NonceOptions options = {});

    /// Atomic: of any number of calls with the same key and nonce, one is told Taken. Call it last, for signatures that
    /// hold: who cannot sign must not be able to fill it. `created` is when the signature was made, Unix seconds.
    [[nodiscard]] NonceAnswer take(std::string_view key, std::string_view nonce, std::int64_t created);

    std::size_t size() const;

private:
    struct TagHash {
        std::size_t operator()(const NonceTag& tag) const noexcept;
    };
    struct Kept {
        NonceTag tag;
        std::size_t* ofKey; ///< how many its key has; null if from before the start
        SteadyTime until;
    };

    NonceStore(crypto::HmacKey key, const Clock& clock, NonceOptions options, NonceFile::Opened opened);
    void forgetOld(SteadyTime now);
    NonceAnswer takeLocked(std::string_view key, const NonceTag& tag, std::int64_t created);
    NonceTag tagOf(std::string_view key, std::string_view nonce) const;

    const crypto::HmacKey m_hashKey;
    const Clock& m_clock;
    const NonceOptions m_options;
    mutable std::mutex m_mutex;
    std::unique_ptr<NonceFile> m_file;
    bool m_fileFails = false;
    std::int64_t m_floor;
    std::unordered_set<NonceTag, TagHash> m_seen;
    std::deque<Kept> m_order;                              ///< oldest first
    std::unordered_map<std::string, std::size_t> m_perKey; ///< bounded by the keys that signed in the last minutes
};

} // namespace sallyport::identity

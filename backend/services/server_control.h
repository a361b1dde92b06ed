#pragma once

#include "backend/access/actor.h"

#include <memory>
#include <string>

namespace sallyport {

struct ServerStatus {
    enum class State { Stopped, Starting, Running, Stopping, Failed };
    State state = State::Stopped;
    std::string url;         ///< `https://127.0.0.1:8443`, the configured one while stopped
    std::string fingerprint; ///< SHA-256 of the certificate, `7C:41:..`; empty before the first start
    UtcTime certificateExpiresAt;
    UtcTime startedAt;
    std::uint32_t connections = 0;
    double requestsPerSecond = 0;
    std::string problem; ///< why it failed, English
    ErrorCode problemCode = ErrorCode::Internal;
};

/// The embedded server, as the console and the daemon command it. Calls block: workers only. Thread-safe.
class ServerControl {
public:
    virtual ~ServerControl() = default;
    /// server:control. Starts with the current settings. AddressInUse, AddressNotAllowed, CertificateInvalid.
    [[nodiscard]] virtual Result<void> start(const access::Actor& actor) = 0;
    /// server:control. Drains, then closes.
    [[nodiscard]] virtual Result<void> stop(const access::Actor& actor) = 0;
    /// Cheap, any thread.
    virtual ServerStatus status() const = 0;
    /// Certificate and limits from disk and settings again (SIGHUP).
    [[nodiscard]] virtual Result<void> reload(const access::Actor& actor) = 0;
};

} // namespace sallyport

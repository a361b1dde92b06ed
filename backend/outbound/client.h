#pragma once

#include "backend/base/ip_address.h"
#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"
#include "backend/outbound/address_rules.h"

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sallyport::outbound {

/// Bounds of one call. All of them hold whatever the other side does.
struct Limits {
    std::chrono::milliseconds connect{5'000}; ///< name, TCP and TLS
    std::chrono::milliseconds total{10'000};  ///< from the call to the last byte
    std::size_t headerBytes = 16 * 1024;
    std::size_t bodyBytes = 512 * 1024;
};

/// How the product may call out at all; from the settings.
struct Policy {
    AddressRules rules;
    std::string caFile; ///< PEM of further authorities; the system's count always
    Limits limits;
};

struct Request {
    std::string method = "GET";
    std::string url; ///< https; http only to a loopback address that the policy allows
    std::vector<std::pair<std::string, std::string>> headers;
    SecretBytes body;
    std::string contentType; ///< of the body
};

struct Response {
    int status = 0;
    std::string mediaType; ///< lower case, without parameters
    std::string body;
    IpAddress address;                              ///< that was connected to
    std::optional<std::chrono::seconds> retryAfter; ///< Retry-After in seconds, an hour at most
};

/// What a failed call is told by, in Error::word.
namespace failure {
inline constexpr std::string_view badUrl = "outbound_bad_url";
inline constexpr std::string_view plainHttp = "outbound_plain_http";
inline constexpr std::string_view noSuchHost = "outbound_no_such_host";
inline constexpr std::string_view addressRefused = "outbound_address_refused";
inline constexpr std::string_view unreachable = "outbound_unreachable";
inline constexpr std::string_view untrusted = "outbound_untrusted";          ///< TLS: certificate or handshake
inline constexpr std::string_view clientRefused = "outbound_client_refused"; ///< TLS: the other side, of our certificate
inline constexpr std::string_view timedOut = "outbound_timed_out";
inline constexpr std::string_view tooLarge = "outbound_too_large";
inline constexpr std::string_view malformed = "outbound_malformed";
inline constexpr std::string_view redirected = "outbound_redirected";
inline constexpr std::string_view stopped = "outbound_stopped";
} // namespace failure

/// Every HTTPS call that the product makes. Resolves a name once and connects to the address that was checked, so that
/// a second answer of the name server changes nothing; follows no redirect; keeps no connection. Blocks for
/// `Limits::total` at most: threads of their own only, never a loop, never the GUI. Thread-safe.
class Client {
public:
    virtual ~Client() = default;

    /// Unavailable (AddressNotAllowed for an address that the rules refuse) with one of `failure` as its word. A status
    /// other than 2xx is an answer, not an error; 3xx is Redirected.
    [[nodiscard]] virtual Result<Response> send(const Request& request, const Policy& policy) = 0;
    /// What runs ends at once with Stopped, and so does every later call. Any thread.
    virtual void stop() = 0;
};

/// Unavailable if the system has no descriptor left.
[[nodiscard]] Result<std::unique_ptr<Client>> makeClient();

} // namespace sallyport::outbound

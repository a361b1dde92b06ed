#pragma once

#include "backend/access/permission.h"
#include "backend/audit/event.h"
#include "backend/base/id.h"
#include "backend/base/ip_address.h"
#include "backend/base/result.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace sallyport::access {

/// The HTTP request by which an actor asks; empty where there is none: the console, the command line, the product itself.
struct RequestFacts {
    std::string method; ///< `GET`
    std::string path;   ///< without what follows `?`
    bool isSigned = false;
    std::string clientCertificate; ///< SHA-256 in hex; empty: none was shown
    std::string origin;            ///< of the page that sent it, as the browser says; empty: no page
};

/// Who asks a service for something, and from where. Made by the api pipeline from a verified credential, by the
/// console from the signed-in operator, or `system()` for what the product does by itself.
struct Actor {
    enum class Kind { Anonymous, User, Operator, System, Service };
    Kind kind = Kind::Anonymous;
    UserId id;
    std::string name;
    std::string email;
    std::string department; ///< empty: none
    std::vector<std::string> roles;
    PermissionSet permissions;
    SessionId session;
    KeyId key; ///< set if an API key speaks for `id`: never a person at a keyboard, and never more than its scopes
    /// Which of the key's texts was shown, as its SHA-256: what a rotation replaced goes when its overlap does.
    std::optional<std::array<std::byte, 32>> keyProof;
    PermissionSet keyScopes; ///< what the key was made for; `permissions` is what is left of it
    IpAddress address;
    std::string userAgent;
    RequestId request;
    RequestFacts http;
    UtcTime signedInAt;
    bool hasFactor = false;       ///< has set up a second factor
    bool enrolmentOnly = false;   ///< must set up a second factor before anything else
    std::optional<UtcTime> mfaAt; ///< when a second factor was last shown in this session
    /// One of the roles ends then: what is decided later is decided anew.
    std::optional<UtcTime> rolesUntil;

    /// Takes over from where and with which request `other` asks.
    void askAs(const Actor& other);
    static Actor system(std::string name = "Sallyport");
};

/// What the actor is called where a record says who did something.
std::string nameOf(const Actor& actor);

/// PermissionDenied with `required`, or nothing. Every service call starts with it.
[[nodiscard]] Result<void> require(const Actor& actor, Permission permission);

/// An event with who, where and request id filled in from the actor and severity from its kind.
audit::Event eventBy(const Actor& actor, std::string_view kind, audit::Outcome outcome = audit::Outcome::Success);

} // namespace sallyport::access

#pragma once

#include "backend/access/actor.h"
#include "backend/storage/store.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sallyport::access {

/// So long a change that cuts its caller off waits to be confirmed.
inline constexpr std::chrono::seconds provisionalTime{60};

/// What a change that waits to be confirmed is about, and who knows how to take it back.
enum class ProvisionalKind : std::uint8_t {
    UserRoles,      ///< roles of the caller's own account
    Role,           ///< what a role allows that the caller has
    RoleRemoval,    ///< such a role is gone
    Listening,      ///< where the server listens
    Certificate,    ///< what the server shows who it is with
    AddressRule,    ///< which addresses are kept out
    Browsers,       ///< which pages may send requests and read answers
    ServiceAccount, ///< the service account whose key the caller shows
    ApiKey,         ///< the key that the caller shows
};

/// `user_roles` | `role` | `role_removal` | `listening` | `certificate` | `address_rule` | `cors` |
/// `service_account` | `api_key`: stable, for the database, records and the API.
std::string_view provisionalWord(ProvisionalKind kind) noexcept;
std::optional<ProvisionalKind> provisionalKindOf(std::string_view word) noexcept;

/// A change that would cut off its caller.
struct CutOff {
    ProvisionalKind kind{};
    std::string objectId, objectName; ///< what was changed
    std::string undo;                 ///< what it takes to take it back, in the JSON of who knows how
};

/// Where those who make such changes enter them, in the transaction of the change itself: it is taken back unless it is
/// confirmed. Thread-safe.
class ChangeBook {
public:
    virtual ~ChangeBook() = default;
    /// Answers the change's id. The event of it is appended here.
    [[nodiscard]] virtual Result<std::string> note(storage::Transaction& transaction, const Actor& by, CutOff change) = 0;
    /// True for who comes by the server itself: where it listens and what it shows cuts them off, and nobody else.
    virtual bool comesByServer(const Actor& actor) const = 0;
};

/// True if an actor who may `after` this no more than that would lose something: nobody gives what they don't hold, so they
/// couldn't take it back. Nobody cuts the product or its command line off.
bool losesAccess(const Actor& actor, const PermissionSet& after);

} // namespace sallyport::access

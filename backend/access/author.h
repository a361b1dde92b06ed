#pragma once

#include "backend/access/actor.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace sallyport::access {

/// Who answers for what goes on without them: a rule, a plan, a destination. It may do no more than they may at that moment.
struct Author {
    enum class Kind : std::uint8_t {
        Product, ///< came with it, or nobody knows any more
        System,  ///< the command line
        User
    };
    Kind kind = Kind::Product;
    std::string id;  ///< of the user or the service account
    std::string key; ///< id of the API key by which it was said
    std::string name;
    bool operator==(const Author&) const = default;
};

Author authorOf(const Actor& actor);

std::string_view authorWord(Author::Kind kind) noexcept;   ///< `product` | `system` | `user`
Author::Kind authorKindOf(std::string_view word) noexcept; ///< Product for what nobody knows any more

/// Nothing if `maker` asks, else whether the actor holds what it takes to destroy what others have made: retention:update.
[[nodiscard]] Result<void> requireMaker(const Actor& actor, const UserId& maker);

} // namespace sallyport::access

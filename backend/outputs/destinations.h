#pragma once

#include "backend/access/actor.h"
#include "backend/base/result.h"
#include "backend/outputs/destination.h"

#include <string>
#include <vector>

namespace sallyport::outputs {

/// Where events go besides the journal. outputs:read and outputs:update. Blocks; workers only. Thread-safe.
class Destinations {
public:
    virtual ~Destinations() = default;

    /// outputs:read. By name; there are at most 16.
    [[nodiscard]] virtual Result<std::vector<Destination>> list(const access::Actor& actor) = 0;
    /// outputs:read. NotFound.
    [[nodiscard]] virtual Result<Destination> read(const access::Actor& actor, const DestinationId& id) = 0;
    /// outputs:update and events:export, which its author keeps or nothing goes there. ValidationFailed with fields; Conflict for
    /// a name (`name_taken`) or a file (`file_taken`) that is taken; LimitReached.
    [[nodiscard]] virtual Result<Destination> create(const access::Actor& actor, NewDestination destination) = 0;
    /// The same; whoever saves it is its author then, also if nothing changes. To switch it off outputs:update is enough. Who
    /// aims it elsewhere says the secret anew. PreconditionFailed for another version.
    [[nodiscard]] virtual Result<Destination> change(const access::Actor& actor, const DestinationId& id,
                                                     DestinationPatch patch) = 0;
    /// outputs:update. With what waits for it.
    [[nodiscard]] virtual Result<void> remove(const access::Actor& actor, const DestinationId& id) = 0;
    /// outputs:update. Sends one event there, now, past everything that waits (up to 15 s). Recorded.
    [[nodiscard]] virtual Result<DestinationTest> test(const access::Actor& actor, const DestinationId& id) = 0;

    /// A message of the product's own, kept until the destination has taken it: before events, at least once. `json` is an
    /// object or empty. NotFound; LimitReached if a thousand wait already.
    [[nodiscard]] virtual Result<void> send(const DestinationId& id, const std::string& subject, const std::string& text,
                                            const std::string& json) = 0;
};

} // namespace sallyport::outputs

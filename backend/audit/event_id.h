#pragma once

#include "backend/audit/event.h"
#include "backend/base/result.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sallyport::audit {

/// Where an event stands and which it is. Only the journal reckons with it; to everybody outside an event's id is text.
struct EventPlace {
    std::int64_t sequence = 0;
    /// How the event's hash begins, so that the id of a history that was replaced by a backup isn't taken for one of this.
    /// Nothing in ids of before: then the number was the id.
    std::optional<std::array<std::byte, 6>> mark;

    bool marks(std::string_view hash) const; ///< `hash` in hex
};

/// `evt_` and 19 letters and digits, `-` and `_`. Empty if the event has no hash, as one that was never recorded.
std::string eventId(const Event& event);
std::string eventId(std::int64_t sequence, std::string_view hash);
/// InvalidArgument. Takes the numbers that were ids once, too.
[[nodiscard]] Result<EventPlace> placeOf(std::string_view id);

/// Which chain the event stands in, beside its id: one a node, and there is one today. Empty of one that was never recorded.
std::string_view chainOf(const Event& event) noexcept;

/// True if nothing of the journal lies between the two.
bool follows(const Event& event, std::int64_t before);

} // namespace sallyport::audit

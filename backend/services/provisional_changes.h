#pragma once

#include "backend/access/change_book.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport {

/// A change that would cut off whoever made it: in force, and taken back unless it is confirmed in time.
struct ProvisionalChange {
    enum class State { Waiting, Kept, TakenBack };
    std::string id;
    access::ProvisionalKind kind{};
    State state = State::Waiting;
    std::string object; ///< the name of what was changed
    UserId maker;
    KeyId makerKey; ///< set if an API key made it
    std::string makerName;
    UtcTime madeAt, until;
    std::optional<UtcTime> endedAt;   ///< kept or taken back
    std::chrono::milliseconds left{}; ///< measured, not by the clock; zero when it has ended
};

/// Changes that would cut off whoever makes them: they act at once and are taken back unless they are confirmed by the same
/// person, or the same API key, which shows that they can still get in. The command line may see, confirm and take back all.
/// What others have changed meanwhile stays when one is taken back. Blocks but for madeBy; workers only. Thread-safe.
class ProvisionalChanges {
public:
    virtual ~ProvisionalChanges() = default;

    /// Own ones that wait, the oldest first. What is overdue is taken back before.
    [[nodiscard]] virtual Result<std::vector<ProvisionalChange>> list(const access::Actor& actor) = 0;
    /// One's own, for a day after it has ended, too. NotFound.
    [[nodiscard]] virtual Result<ProvisionalChange> read(const access::Actor& actor, std::string_view id) = 0;
    /// It stays. Needs nothing but to be the one who made it; of one that is kept already as well. NotFound; Conflict (word
    /// `change_taken_back`) if it is too late.
    [[nodiscard]] virtual Result<ProvisionalChange> confirm(const access::Actor& actor, std::string_view id) = 0;
    /// It is taken back now. NotFound; Conflict (word `change_kept`) if it was confirmed.
    [[nodiscard]] virtual Result<ProvisionalChange> takeBack(const access::Actor& actor, std::string_view id) = 0;
    /// The one that this very request has made, if it waits. Memory only.
    virtual std::optional<ProvisionalChange> madeBy(const access::Actor& actor) const = 0;
    /// Runs `work`: what it changes of where the server listens and what it shows waits to be confirmed, whoever makes it.
    /// Answers that change, if there was one. For the command line, which nothing cuts off.
    [[nodiscard]] virtual Result<std::optional<ProvisionalChange>> provisionally(const std::function<Result<void>()>& work) = 0;
};

/// `waiting` | `kept` | `taken_back`
constexpr std::string_view provisionalStateWord(ProvisionalChange::State state) noexcept
{
    using State = ProvisionalChange::State;
    return state == State::Waiting ? "waiting" : state == State::Kept ? "kept" : "taken_back";
}

} // namespace sallyport

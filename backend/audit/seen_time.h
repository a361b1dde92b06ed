#pragma once

#include "backend/audit/boot_time.h"
#include "backend/audit/event.h"
#include "backend/base/result.h"

#include <chrono>
#include <memory>
#include <optional>

namespace sallyport::storage {
class Store;
}

namespace sallyport::audit {

class Journal;

/// More than this between two looks at the clock, and it is asked whether it is right before anything is deleted.
inline constexpr std::chrono::hours clockJumpLimit{24};
/// How long the vault was off over another boot only the clock can tell. That adds up, and each hour that the vault runs takes so
/// many hours of it away: more than clockJumpLimit of it are a jump too. Who runs the vault for an hour a day is never asked; a
/// clock that goes ahead from boot to boot is, before the second day.
inline constexpr int unseenForgottenPerSeen = 23;
/// By so much a clock may be set and still runs calmly.
inline constexpr std::chrono::minutes calmTolerance{5};
/// So long the vault runs on after a jump until the clock is believed. Also when who operates it is told that it waits.
inline constexpr std::chrono::hours clockJumpWait{72};

/// The clock has gone ahead further than this vault has run: deletion waits.
struct ClockJump {
    UtcTime from; ///< what the clock should have said, by what the vault has seen of time
    UtcTime to;   ///< what it said; of several jumps the last
    std::chrono::microseconds left{};
    bool overdue = false; ///< it has waited for three days by the clock, and the vault didn't run for so long
};

/// Time as this vault has seen it pass, kept in the database. What has expired by the clock is refused by those who look at
/// it; what is *deleted* asks here: a clock that is wrong, once or again and again, must not cost anything that can't be had
/// back. What passes is measured by the steady clock, and over restarts by the time since the boot: where somebody sets the
/// clock, none does. Only a time without either (the machine was off) is taken from the clock, and taken back if that goes back.
/// By how much the clock is ahead of all this is believed once the vault has run for three days without its being set. More than
/// clockJumpLimit of it, and nothing is deleted until then, until an operator agrees, or until the clock is back where it was.
/// `clock.jumped` and `clock.trusted` tell of it. Thread-safe.
class SeenTime {
public:
    /// Looks at the clock. `keeps`: this process is the one that has the vault open; a command beside it (false) only
    /// notices that the clock has jumped or has come back, and doesn't count its own time.
    /// `bootClock` may be empty: what passed between two processes is then the clock's word.
    static Result<std::unique_ptr<SeenTime>> open(storage::Store& store, Journal& journal, const Clock& clock, bool keeps,
                                                  BootClock bootClock = {});
    virtual ~SeenTime() = default;

    /// Looks at the clock, now and then. What was over by the time that it gives may be deleted; the epoch while deletion
    /// waits. Blocks: workers only.
    [[nodiscard]] virtual Result<UtcTime> deletable() = 0;
    /// The last time that is believed: now, or what has passed since the clock was right. Cheap.
    virtual UtcTime believed() const = 0;
    /// The furthest time that the vault has seen pass, by the last look: ahead of the clock where that was set back. What was
    /// made later than this was made by a clock that is not believed. Cheap.
    virtual UtcTime passed() const = 0;
    /// What deletion waits for, if it does. Reads the database.
    [[nodiscard]] virtual Result<std::optional<ClockJump>> jump() = 0;
    /// `by` (kind `clock.trusted`) says that the clock is right: deletion goes on. Conflict if none waits.
    [[nodiscard]] virtual Result<void> agree(Event by) = 0;
};

} // namespace sallyport::audit

#pragma once

#include "backend/access/actor.h"
#include "backend/base/clock.h"
#include "backend/base/result.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sallyport {

struct Services;

/// What one kind of attack, or the honest traffic beside them, came to in a drill.
struct DrillCheck {
    std::string id;      ///< `stuffing`; stable
    std::string group;   ///< `sign_in` | `rights` | `input` | `floods` | `transport` | `honest`
    std::string title;   ///< English; the window translates it (context "DrillCheck")
    std::string setting; ///< key of the setting that decides most about it; empty: it can't be switched off
    bool honest = false; ///< nothing of it is an attack: what was refused was refused wrongly
    std::uint32_t tried = 0;
    std::uint32_t caught = 0; ///< refused as it should be; of honest traffic: answered as it should be
    /// What was seen, or the first that went wrong, English (context "DrillNote"); `%1` stands for `number`.
    std::string note;
    std::int64_t number = -1;
    int status = -1; ///< of the answer that was wrong; 0: none came; -1: the note says it all
    /// Attacks that were let through, or honest requests that were refused.
    std::uint32_t missed() const noexcept { return tried - caught; }
    /// `note` with what belongs to it, English; empty if nothing was noted.
    std::string noteText() const
    {
        std::string text = note;
        if (const std::size_t place = text.find("%1"); place != std::string::npos)
            text.replace(place, 2, std::to_string(number));
        if (!text.empty() && status >= 0)
            text += status == 0 ? ": no answer" : ": " + std::to_string(status);
        return text;
    }
};

struct DrillReport {
    std::string id; ///< of the event that holds it
    UtcTime startedAt;
    std::chrono::milliseconds took{0};
    std::string by; ///< who had it run
    std::vector<DrillCheck> checks;

    std::uint32_t attacks() const noexcept;
    std::uint32_t caught() const noexcept;
    std::uint32_t honest() const noexcept;
    std::uint32_t wronglyBlocked() const noexcept;
};

/// What a sandbox takes over of the server that it stands for. None of its data.
struct ServerShape {
    std::vector<std::pair<std::string, std::string>> settings; ///< all of them, as text
    /// Puts what is no setting (own limits, rules of detection) into the sandbox; may be empty.
    std::function<Result<void>(Services& sandbox)> furnish;
    std::string group; ///< of DrillCheck, the only one that is tried; empty: all
};

/// A built-in attacker against a copy of this server, with its settings and none of its data. Thread-safe; calls block.
class Drills {
public:
    virtual ~Drills() = default;
    /// How far it is, `done` of `total` checks; false stops it (Cancelled).
    using Progress = std::function<bool(std::size_t done, std::size_t total, std::string_view title)>;
    /// protection:update. Half a minute. One at a time (Conflict). What came of it is in the journal as `drill.finished`.
    /// Unavailable where this program can't open a server beside its own.
    [[nodiscard]] virtual Result<DrillReport> run(const access::Actor& actor, const Progress& progress) = 0;
    /// protection:read. The last ones, newest first, at most `limit` (1..100).
    [[nodiscard]] virtual Result<std::vector<DrillReport>> list(const access::Actor& actor, std::uint32_t limit) = 0;
};

inline std::uint32_t DrillReport::attacks() const noexcept
{
    std::uint32_t sum = 0;
    for (const DrillCheck& check : checks)
        sum += check.honest ? 0 : check.tried;
    return sum;
}

inline std::uint32_t DrillReport::caught() const noexcept
{
    std::uint32_t sum = 0;
    for (const DrillCheck& check : checks)
        sum += check.honest ? 0 : check.caught;
    return sum;
}

inline std::uint32_t DrillReport::honest() const noexcept
{
    std::uint32_t sum = 0;
    for (const DrillCheck& check : checks)
        sum += check.honest ? check.tried : 0;
    return sum;
}

inline std::uint32_t DrillReport::wronglyBlocked() const noexcept
{
    std::uint32_t sum = 0;
    for (const DrillCheck& check : checks)
        sum += check.honest ? check.missed() : 0;
    return sum;
}

} // namespace sallyport

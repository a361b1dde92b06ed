#pragma once

#include "backend/base/clock.h"
#include "backend/base/error.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::audit {

/// What the product does by itself, now and then, and nobody waits for.
enum class Duty : std::uint8_t {
    SigningKey,   ///< a new key signs tokens in time
    Expiry,       ///< what is over goes: sessions, links, pending sign-ins, ended keys
    Retention,    ///< events older than they are kept go
    KeyUse,       ///< how often API keys were used comes to the database
    Anchor,       ///< the file that shows a journal cut off
    Nonces,       ///< the file of the nonces that signed requests have used
    TakeOver,     ///< what another process has changed
    Clock,        ///< the clock is believed, so that what has expired can be deleted (SeenTime)
    Traffic,      ///< how many requests were answered and refused comes to the database
    Sealing,      ///< sensitive members of records are sealed under the present data key
    RoleEnds,     ///< roles that end are told of in advance, and go
    Held,         ///< what was taken away while the disk was full is recorded when there is room (Store::takeAway)
    Certificate,  ///< a new certificate of our own takes the place of one that ends
    Files,        ///< what lies in the folder of files and no row names goes
    AddressRules, ///< address rules that have ended go, and how often rules were asked for comes to the database
    TakingBack,   ///< a change that may have cut off its maker and that nobody confirmed in time is taken back
    Heads,        ///< the journal's tree has a signed head, beside the database too
    Alerts,       ///< events are held against the alert rules
    Outputs,      ///< events reach the destinations that they are meant for
    Reports,      ///< reports are made when they are due
};
inline constexpr std::size_t dutyCount = 20;

/// `signing_key`: stable, for records and the API.
std::string_view dutyWord(Duty duty) noexcept;
/// `Rotation of the signing key`, English; the window translates it (context "Duty").
std::string_view dutyTitle(Duty duty) noexcept;
/// All, in their order.
std::span<const Duty> duties() noexcept;

/// How one of them goes.
struct DutyState {
    Duty duty = Duty::SigningKey;
    bool failing = false;
    std::optional<UtcTime> lastSuccess;  ///< as far as this process knows
    std::optional<UtcTime> lastFailure;  ///< the latest
    std::optional<UtcTime> failingSince; ///< while it fails
    std::int64_t failures = 0;           ///< since it last worked
    ErrorCode code = ErrorCode::Internal;
    std::string why; ///< of the latest failure, English
};

/// Whether the product keeps itself in order. Cheap; any thread.
class Upkeep {
public:
    virtual ~Upkeep() = default;
    /// Every duty, in the order of `duties()`.
    virtual std::vector<DutyState> states() const = 0;
    /// Only those that fail.
    std::vector<DutyState> failing() const;
};

} // namespace sallyport::audit

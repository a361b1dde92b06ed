#pragma once

#include "backend/base/clock.h"
#include "backend/settings/settings.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection {

/// How requests are counted.
enum class RateAlgorithm : std::uint8_t {
    Gcra,    ///< even pace: what was used comes back bit by bit, as much at once as the limit
    Sliding, ///< never more than the limit within any window
    Fixed,   ///< a window begins with a caller's first request and ends as a whole
};

/// Whose requests are counted together. IPv6 addresses by their /64.
enum class RateSubject : std::uint8_t {
    Address,
    AddressAndAccount, ///< an account as it is tried from one address: sign-ins
    Principal,         ///< user or service account; an API key with a limit of its own by itself
    User,              ///< user or service account, with all its keys
    Key,               ///< each API key; who comes without one isn't counted
};

/// Words of API, command line and vault: `gcra`, `sliding`, `fixed`.
std::string_view rateAlgorithmWord(RateAlgorithm algorithm) noexcept;
std::optional<RateAlgorithm> rateAlgorithmOf(std::string_view word) noexcept;
/// `address`, `address_account`, `principal`, `user`, `key`.
std::string_view rateSubjectWord(RateSubject subject) noexcept;
std::optional<RateSubject> rateSubjectOf(std::string_view word) noexcept;
/// `off`, `observe`, `enforce`.
std::string_view rateModeWord(settings::ControlMode mode) noexcept;
std::optional<settings::ControlMode> rateModeOf(std::string_view word) noexcept;

inline constexpr std::size_t ownRulesMost = 64;   ///< own rules
inline constexpr std::size_t rateNameLimit = 100; ///< code points of an own rule's name
inline constexpr std::size_t ratePathLimit = 200; ///< bytes of its path
inline constexpr std::uint32_t rateCostLimit = 1'000;

/// Which requests an own rule is for: those that match everything that is said. At least one thing must be said.
struct RateScope {
    /// A route as the OpenAPI document writes it, `/api/users/{id}`; with `/*` at its end whatever is below, `/api/data/*`, which
    /// is for `/api/data` too. Empty: any.
    std::string path;
    std::vector<std::string> methods; ///< `GET`, ...; empty: any. HEAD counts as GET
    std::string permission;           ///< of routes that ask for it, `records:create`; empty: any
    bool operator==(const RateScope&) const = default;
};

/// What is counted how, of a class or an own rule.
struct RateNumbers {
    std::uint32_t requests = 0;     ///< 1 to settings::rateRequestsLimit
    std::chrono::seconds window{0}; ///< 1 s to settings::rateWindowLimit
    RateAlgorithm algorithm = RateAlgorithm::Sliding;
    bool operator==(const RateNumbers&) const = default;
};

/// A rule as it is set.
struct RateSetting {
    std::string id;       ///< the class's word (`api_write`), or 26 characters
    bool builtIn = false; ///< a class: every route belongs to one; own rules count on top of it
    std::string name; ///< English title of a class, which the window translates by its id; the operator's words of an own rule
    RateScope scope;  ///< of own rules
    RateNumbers numbers;
    RateSubject subject = RateSubject::Address;
    settings::ControlMode mode = settings::ControlMode::Enforce;
    std::uint32_t cost = 1; ///< of an own rule that isn't off: for how many requests of its class one counts, 1 to rateCostLimit
    std::optional<UtcTime> changedAt; ///< nothing: as it came
    std::string changedBy;            ///< name
};

/// The six classes in the order in which they are shown: `address`, `auth`, `api_read`, `api_write`, `file_upload`, `admin`.
std::span<const std::string_view> rateClassIds() noexcept;
/// By whom a rule may be counted: `address` by addresses alone, `auth` by account and address, the other classes by principal or
/// user, own rules by address, principal, user or key. The first is how it comes.
std::span<const RateSubject> subjectsOf(std::string_view id) noexcept;

} // namespace sallyport::protection

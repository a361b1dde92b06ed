#pragma once

#include "backend/access/actor.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

using NoticeId = Id<struct NoticeTag>;

/// What somebody must be told about their own account (ASVS 6.3.5, 6.3.7).
struct Notice {
    NoticeId id;
    std::string kind; ///< noticeKinds()
    UtcTime at;
    std::optional<UtcTime> readAt;
    std::string address; ///< where it came from; `console` at the window, empty for what the product does
    std::string userAgent;
    std::string by;            ///< who did it, if somebody else
    std::string detail;        ///< a key's, passkey's or provider's name, the new e-mail address, a role with its end (RFC 3339)
    std::int64_t failures = 0; ///< before a sign-in
};

/// A kind of notice: its stable word and its English title.
struct NoticeKind {
    std::string_view word;  ///< `sign_in.new_device`, `password.changed`
    std::string_view title; ///< the window translates it (context "Notice")
};
std::span<const NoticeKind> noticeKinds() noexcept;
/// The kind itself if it is unknown.
std::string_view noticeTitle(std::string_view kind) noexcept;

inline constexpr std::int64_t noticesPerUser = 50; ///< the oldest go first
inline constexpr std::chrono::days noticesKept{180};
inline constexpr std::int64_t failuresToTell = 3; ///< failed tries before a sign-in that are worth a notice

/// What users are told about their accounts. Blocks; workers only. Thread-safe.
class Notices {
public:
    virtual ~Notices() = default;

    /// Newest first, at most noticesPerUser. Oneself, or users:read.
    [[nodiscard]] virtual Result<std::vector<Notice>> list(const access::Actor& actor, const UserId& user) = 0;
    /// How many of one's own are unread.
    [[nodiscard]] virtual Result<std::int64_t> unread(const access::Actor& actor) = 0;
    /// One's own; all of them if `ids` is empty. How many are unread after it. Ids of others' are as unknown.
    [[nodiscard]] virtual Result<std::int64_t> markRead(const access::Actor& actor, std::span<const NoticeId> ids) = 0;
};

} // namespace sallyport::identity

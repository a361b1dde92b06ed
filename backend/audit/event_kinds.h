#pragma once

#include "backend/audit/event.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace sallyport::audit {

/// One kind of event, a row of event_kinds.def.
struct EventKind {
    std::string_view word;   ///< stable
    Severity severity;       ///< that it usually has
    std::string_view title;  ///< `Sign-in failed`; window and PDF report translate it (context "EventKind")
    std::string_view owasp;  ///< its name in OWASP's logging vocabulary, or empty
    std::uint16_t ocsfClass; ///< its class in OCSF, or 0
};

/// All kinds, sorted by word. The journal refuses a kind that isn't here.
std::span<const EventKind> eventKinds() noexcept;
/// Nullptr if unknown.
const EventKind* findEventKind(std::string_view word) noexcept;

/// Their words: `kind::SignInFailed`.
namespace kind {
#define EVENT_KIND(constant, word, severity, title, owasp, ocsfClass) inline constexpr std::string_view constant = word;
#include "backend/audit/event_kinds.def"
} // namespace kind

} // namespace sallyport::audit

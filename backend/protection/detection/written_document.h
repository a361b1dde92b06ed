#pragma once

#include "backend/protection/detection/attack_class.h"
#include "backend/protection/detection/findings.h"

#include <cstdint>
#include <string_view>

namespace sallyport::protection::detection {

/// What somebody writes about commands, paths and addresses: a ticket, a page of a manual, a review. Whoever means to attack a
/// shell, a file or another machine has the value be that command, path or address; a sentence around it breaks it.
enum class Written : std::uint8_t {
    Value,    ///< may be the payload itself
    Document, ///< lines of a file or a log: several, each with words
    Prose,    ///< sentences around what was found
};

/// How a text was written. Only where people write (a JSON member, a plain text); everything else is `Value`. Reads at most the
/// first 16 KiB once; any thread, no allocation.
Written writtenAs(const Text& text) noexcept;

/// Whether a finding of a class means less in such a text: what it needs is to be the value, or its beginning.
bool isOnlyMentioned(AttackClass attackClass, std::string_view ruleId, const Finding& finding, std::string_view text,
                     Written written) noexcept;

} // namespace sallyport::protection::detection

#pragma once

#include "backend/base/clock.h"

#include <string>
#include <string_view>
#include <vector>

namespace sallyport::outputs {

/// A mail as it goes out: header fields and a body of UTF-8 text in base64, lines end with CRLF. No text of others can begin a
/// field: what isn't plain ASCII of the subject is an encoded word (RFC 2047), unseen characters are shown as escapes.
struct Mail {
    std::string from;
    std::vector<std::string> to;
    std::string subject, text;
    std::string id; ///< left part of Message-ID
    UtcTime at;
};

std::string mailText(const Mail& mail);

} // namespace sallyport::outputs

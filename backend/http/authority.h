#pragma once

#include <string_view>

namespace sallyport::http {

/// RFC 9110 §7.2: `uri-host [ ":" port ]`, not empty, no user information. An address in brackets is an IPv6 address; a
/// percent stands before two hexadecimal digits, and never hides a control character or a mark that would end the name.
bool isValidHost(std::string_view host);

/// The two parts of a text that isValidHost() takes.
struct Authority {
    std::string_view host; ///< without brackets
    std::string_view port; ///< may be empty
};
Authority splitAuthority(std::string_view text) noexcept;

/// The port as a number; without one that of https.
unsigned portOf(const Authority& authority) noexcept;

/// True if both name the same place for https (RFC 9110 §4.2.3): case does not count, nor how an IPv6 address is written,
/// nor whether the scheme's own port is named. Both are valid.
bool isSameAuthority(std::string_view a, std::string_view b);

} // namespace sallyport::http

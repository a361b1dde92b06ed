#pragma once

#include <string>
#include <string_view>

namespace sallyport::identity {

// E-mail addresses in the forms that are compared. A domain may have letters of any script (IDN): `a@bücher.example` and
// `a@xn--bcher-kva.example` are one address, and so is either in capitals.

/// As it is kept and shown: without blanks around it, composed (NFC); a domain with letters beyond ASCII as IDNA maps it, so that
/// nothing invisible stays in it. Otherwise as it was written.
std::string plainEmail(std::string_view email);

/// What is unique, looked up, sorted and searched (textKey() of the address with its domain as people read it). Takes what
/// somebody typed; what is no address has a key too.
std::string emailKey(std::string_view email);

/// Whether both are one address.
bool isSameEmail(std::string_view a, std::string_view b);

/// The domain as DNS has it, lower case, `xn--` where it must be; empty if it is no domain name.
std::string asciiDomain(std::string_view domain);

/// A text that is searched for, with each `xn--` label as people read it: so are the keys.
std::string emailSearchText(std::string_view text);

} // namespace sallyport::identity

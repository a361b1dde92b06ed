#pragma once

#include <string_view>

namespace sallyport::protection {

/// A member that holds a password, a code, a token or a key, by its name: it is never looked at (a good password looks like an
/// attack, and an excerpt of it must not be kept). `member` is as in detection::Hit: names joined with dots, the last one counts.
bool isSecretMember(std::string_view member) noexcept;
/// A member that is looked at, but of which nothing is kept: it is sealed where it is stored.
bool isSealedMember(std::string_view member) noexcept;
/// A header that carries a credential, or that the transport reads itself; any case. Only what a log would run of it is looked
/// at.
bool isUnseenHeader(std::string_view name) noexcept;

} // namespace sallyport::protection

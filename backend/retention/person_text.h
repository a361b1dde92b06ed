#pragma once

#include "backend/base/ip_address.h"

#include <string>
#include <string_view>
#include <vector>

namespace sallyport::retention {

// Finds a person in a text however it is written: capitals or not, letters composed or not, behind the percent signs of a URL
// (`ada%40example.org`) and the escapes of JSON.

/// The text with the e-mail replaced where it is not a part of a longer one.
std::string withoutEmail(std::string text, std::string_view email, std::string_view with);
/// The text with the name replaced where it stands as whole words: a name of several words in capitals or not, a single one as it
/// is written, since it may be a word of the language.
std::string withoutName(std::string text, std::string_view name, std::string_view with);
/// The text without addresses and networks: those in which one of `of` is, or all if it is empty.
std::string withoutAddresses(std::string text, const std::vector<IpAddress>& of, std::string_view with);

/// The e-mail with its domain as people read it and as DNS has it (`xn--`): it stands as either.
std::vector<std::string> emailSpellings(const std::string& email);
/// Whether it has several words, so that it is hardly anything but a name.
bool hasSeveralWords(std::string_view name);
/// The longest part that every way to write it has in common but for escapes: for a first look with SQL.
std::string plainPart(std::string_view text);

} // namespace sallyport::retention

#pragma once

#include "backend/base/encoding.h"
#include "backend/base/secret_bytes.h"

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::identity {

// What the texts of password hashes are made of.

/// The parts between the characters `between`, empty ones too.
std::vector<std::string_view> hashParts(std::string_view text, char between);

/// A whole number without sign; nothing for anything else.
std::optional<std::uint32_t> hashNumber(std::string_view text);

/// `name=number`
std::optional<std::uint32_t> hashParameter(std::string_view text, std::string_view name);

/// Base 64 with or without padding, with `.` for `+` as passlib writes it. Nothing for what is none.
std::optional<Bytes> hashBytes(std::string_view text);
/// Without padding.
std::string hashBase64(std::span<const std::byte> bytes);

} // namespace sallyport::identity

#pragma once

#include "backend/base/result.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sallyport::identity::webauthn {

/// Maps and arrays inside each other at most, and items in all: far above any attestation that we accept.
inline constexpr std::size_t cborDepthLimit = 4;
inline constexpr std::size_t cborItemLimit = 128;

struct CborMember;

/// One data item (RFC 8949). Bytes and texts point into what was read.
struct CborValue {
    using Array = std::vector<CborValue>;
    using Map = std::vector<CborMember>;
    std::variant<std::monostate, bool, std::int64_t, std::span<const std::byte>, std::string_view, Array, Map> value;

    /// The value under a key of a map; null if this is no map or has no such key.
    const CborValue* find(std::int64_t key) const noexcept;
    const CborValue* find(std::string_view key) const noexcept;
    std::optional<std::int64_t> integer() const noexcept;
    std::optional<std::span<const std::byte>> bytes() const noexcept;
    std::optional<std::string_view> text() const noexcept;
    const Map* map() const noexcept { return std::get_if<Map>(&value); }
};

struct CborMember {
    CborValue key; ///< an integer or a text
    CborValue value;
};

/// Reads one item from the front of `bytes` and says how many bytes it took. Only what CTAP2's canonical form has:
/// integers in 64 bits and in their shortest form, definite lengths, keys that are integers or texts and no key twice,
/// texts in UTF-8, false, true and null; no tags and no floating point. BadRequest names the rule that was broken.
Result<std::pair<CborValue, std::size_t>> readCbor(std::span<const std::byte> bytes);

/// The same when nothing may follow.
Result<CborValue> readWholeCbor(std::span<const std::byte> bytes);

} // namespace sallyport::identity::webauthn

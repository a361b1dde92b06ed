#pragma once

#include "backend/base/encoding.h"
#include "backend/base/result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Structured Field Values (RFC 9651 without Date and Display String), strict and bounded.
namespace sallyport::identity::sf {

inline constexpr std::size_t textLimit = 8 * 1024; ///< bytes of a field, all its lines joined
inline constexpr std::size_t memberLimit = 32;     ///< members of a dictionary, items of an inner list, parameters

struct Token {
    std::string text;
    bool operator==(const Token&) const = default;
};
struct Decimal {
    std::int64_t thousandths = 0;
    bool operator==(const Decimal&) const = default;
};
using BareItem = std::variant<std::int64_t, Decimal, std::string, Token, Bytes, bool>;

struct Parameter {
    std::string key;
    BareItem value;
    bool operator==(const Parameter&) const = default;
};
using Parameters = std::vector<Parameter>;

struct Item {
    BareItem value;
    Parameters parameters;
    bool operator==(const Item&) const = default;
};
struct InnerList {
    std::vector<Item> items;
    Parameters parameters;
    bool operator==(const InnerList&) const = default;
};
struct Member {
    std::string key;
    std::variant<Item, InnerList> value;
    bool operator==(const Member&) const = default;
};
using Dictionary = std::vector<Member>;

/// RFC 9651 §4.2.2. Stricter than it in one point: a key that comes twice is refused instead of the last one winning,
/// so that no two readers can see different signatures (ASVS 1.5.3). BadRequest says what is wrong, without the text.
[[nodiscard]] Result<Dictionary> parseDictionary(std::string_view text);

/// RFC 9651 §4.1: the one form of a value.
std::string serialize(const Dictionary& dictionary);
std::string serialize(const InnerList& list);
std::string serialize(const Item& item);

const BareItem* find(const Parameters& parameters, std::string_view key) noexcept;
const Member* find(const Dictionary& dictionary, std::string_view key) noexcept;

} // namespace sallyport::identity::sf

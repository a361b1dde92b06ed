#pragma once

#include "backend/access/cel/type.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sallyport::access::cel {

/// One name that expressions may use.
struct Declared {
    std::string name; ///< qualified: `subject.department`
    Type type = Type::dynamic();
    /// Bytes of a text, elements of a list or map at most, by which costs are estimated.
    std::uint32_t largest = 256;
};

/// The names that expressions may use. The place of a name among them, its slot, is where its value stands at run time. Built
/// once, read by any thread.
class Declarations {
public:
    /// The next slot; a name that is declared already keeps its first.
    std::uint32_t add(Declared declared);

    std::size_t size() const noexcept { return m_all.size(); }
    const Declared& operator[](std::uint32_t slot) const { return m_all[slot]; }
    std::optional<std::uint32_t> find(std::string_view name) const;
    /// Some declared name goes on behind it: `subject` if there is `subject.id`.
    bool isPrefix(std::string_view name) const;
    /// The nearest name that is declared, or empty.
    std::string nearest(std::string_view name) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
    };
    std::vector<Declared> m_all;
    std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_slots;
    std::unordered_map<std::string, bool, Hash, std::equal_to<>> m_prefixes;
};

} // namespace sallyport::access::cel

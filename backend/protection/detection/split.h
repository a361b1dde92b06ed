#pragma once

#include "backend/protection/detection/detector.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sallyport::protection::detection {

/// Names of the members around a value of a JSON document, outermost first; beyond `most` they are left out.
struct MemberPath {
    static constexpr std::size_t most = 32;
    std::array<std::string_view, most> names;
    std::size_t depth = 0;
};

/// One value of a part, still as received.
struct Value {
    PartKind part = PartKind::Text;
    std::string_view raw;
    std::size_t offset = 0;           ///< of `raw` in the part's bytes
    std::string_view name;            ///< of the parameter, header, cookie or field
    const MemberPath* path = nullptr; ///< of JSON
    bool inName = false;              ///< `raw` is the name itself
    bool segment = false;             ///< a segment of a path, beside the whole
    std::uint32_t kinds = 0;          ///< `kindsOf(raw)`
    char separator = ',';             ///< as `Part::separator`

    std::string member() const; ///< as `Hit::member`
};

class ValueTaker {
public:
    virtual ~ValueTaker() = default;
    virtual void take(const Value& value) = 0;
};

/// Takes a part into its values, in their order. Linear, no allocation, no recursion; what is no JSON is taken as it stands.
void split(const Part& part, ValueTaker& taker);

} // namespace sallyport::protection::detection

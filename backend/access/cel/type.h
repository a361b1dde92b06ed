#pragma once

#include "backend/access/cel/values/value.h"

#include <memory>
#include <string>
#include <vector>

namespace sallyport::access::cel {

/// The type of an attribute, as the checker sees it: `string`, `list(string)`, `map(string, dyn)`. A value.
class Type {
public:
    /// Any type, known only at run time.
    static Type dynamic() { return Type(); }
    /// A kind without parts: not List, Map, Absent or Error.
    static Type of(Kind kind) { return Type(kind, {}); }
    static Type list(Type element) { return Type(Kind::List, {std::move(element)}); }
    static Type map(Type key, Type value) { return Type(Kind::Map, {std::move(key), std::move(value)}); }
    /// The type of a value that is there.
    static Type ofValue(const Value& value);
    /// The same type, or null.
    Type orNull() const;

    bool isDynamic() const noexcept { return m_kind == Kind::Absent; }
    Kind kind() const noexcept { return m_kind; }
    bool nullable() const noexcept { return m_nullable; }
    const std::vector<Type>& parts() const noexcept { return m_parts; }
    std::string text() const;
    bool operator==(const Type&) const = default;

private:
    Type() = default;
    Type(Kind kind, std::vector<Type> parts) : m_kind(kind), m_parts(std::move(parts)) {}

    Kind m_kind = Kind::Absent; ///< Absent: dyn
    bool m_nullable = false;
    std::vector<Type> m_parts;
};

} // namespace sallyport::access::cel

#include "backend/access/cel/type.h"

namespace sallyport::access::cel {
namespace {

/// The type of both, or dyn.
Type common(const std::vector<Type>& types)
{
    for (const Type& type : types)
        if (type != types.front())
            return Type::dynamic();
    return types.empty() ? Type::dynamic() : types.front();
}

} // namespace

Type Type::ofValue(const Value& value)
{
    std::vector<Type> first, second;
    if (value.is(Kind::List)) {
        for (const Value& item : value.asList())
            first.push_back(ofValue(item));
        return list(common(first));
    }
    if (value.is(Kind::Map)) {
        for (const MapEntry& entry : value.asMap().entries()) {
            first.push_back(ofValue(entry.key));
            second.push_back(ofValue(entry.value));
        }
        return map(common(first), common(second));
    }
    return of(value.kind());
}

Type Type::orNull() const
{
    Type type = *this;
    type.m_nullable = !isDynamic() && m_kind != Kind::Null;
    return type;
}

std::string Type::text() const
{
    if (isDynamic())
        return "dyn";
    if (m_nullable) {
        Type plain = *this;
        plain.m_nullable = false;
        return plain.text() + " or null";
    }
    std::string text(kindName(m_kind));
    if (!m_parts.empty()) {
        text += '(' + m_parts[0].text();
        for (std::size_t i = 1; i < m_parts.size(); ++i)
            text += ", " + m_parts[i].text();
        text += ')';
    }
    return text;
}

} // namespace sallyport::access::cel

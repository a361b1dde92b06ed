#include "backend/access/cel/type_table.h"

namespace sallyport::access::cel {

TypeTable::TypeTable()
{
    // The kinds stand at their own numbers; Absent is dyn.
    for (std::uint8_t kind = 0; kind <= static_cast<std::uint8_t>(Kind::Type); ++kind)
        make({static_cast<Kind>(kind), false, false, dynamic, dynamic});
}

TypeTable::Id TypeTable::make(Entry entry)
{
    m_entries.push_back(entry);
    return static_cast<Id>(m_entries.size() - 1);
}

TypeTable::Id TypeTable::list(Id element)
{
    return make({Kind::List, false, false, element, dynamic});
}

TypeTable::Id TypeTable::map(Id key, Id value)
{
    return make({Kind::Map, false, false, key, value});
}

TypeTable::Id TypeTable::orNull(Id type)
{
    Entry entry = m_entries[resolved(type)];
    entry.nullable = true;
    return make(entry);
}

TypeTable::Id TypeTable::variable()
{
    const Id id = make({Kind::Absent, false, true, dynamic, dynamic});
    m_entries[id].first = id;
    return id;
}

TypeTable::Id TypeTable::add(const Type& type)
{
    Id id = of(type.kind());
    if (type.kind() == Kind::List)
        id = list(add(type.parts()[0]));
    else if (type.kind() == Kind::Map)
        id = map(add(type.parts()[0]), add(type.parts()[1]));
    return type.nullable() ? orNull(id) : id;
}

TypeTable::Id TypeTable::resolved(Id id) const noexcept
{
    while (m_entries[id].isVariable && m_entries[id].first != id)
        id = m_entries[id].first;
    return id;
}

TypeTable::Id TypeTable::withoutNull(Id id) const noexcept
{
    id = resolved(id);
    return m_entries[id].nullable && m_entries[id].kind != Kind::List && m_entries[id].kind != Kind::Map ? of(m_entries[id].kind)
                                                                                                         : id;
}

void TypeTable::bind(Id variable, Id meaning)
{
    m_entries[variable].first = meaning;
    m_trail.push_back(variable);
}

void TypeTable::backTo(std::size_t mark)
{
    for (; m_trail.size() > mark; m_trail.pop_back())
        m_entries[m_trail.back()].first = m_trail.back();
}

bool TypeTable::occurs(Id variable, Id in) const
{
    in = resolved(in);
    const Entry& entry = m_entries[in];
    if (in == variable)
        return true;
    return (entry.kind == Kind::List || entry.kind == Kind::Map) &&
           (occurs(variable, entry.first) || occurs(variable, entry.second));
}

bool TypeTable::hasDynamic(Id id) const
{
    id = resolved(id);
    const Entry& entry = m_entries[id];
    if (entry.kind == Kind::List)
        return hasDynamic(entry.first);
    if (entry.kind == Kind::Map)
        return hasDynamic(entry.first) || hasDynamic(entry.second);
    return id == dynamic;
}

bool TypeTable::unify(Id a, Id b)
{
    a = resolved(a);
    b = resolved(b);
    if (a == b || a == dynamic || b == dynamic)
        return true;
    if (m_entries[a].isVariable || m_entries[b].isVariable) {
        const Id variable = m_entries[a].isVariable ? a : b, meaning = variable == a ? b : a;
        if (occurs(variable, meaning))
            return false;
        bind(variable, meaning);
        return true;
    }
    const Entry first = m_entries[a], second = m_entries[b];
    if (first.kind == Kind::Null || second.kind == Kind::Null)
        return first.kind == second.kind || first.nullable || second.nullable;
    if (first.kind != second.kind)
        return false;
    if (first.kind == Kind::List)
        return unify(first.first, second.first);
    return first.kind != Kind::Map || (unify(first.first, second.first) && unify(first.second, second.second));
}

TypeTable::Id TypeTable::common(Id a, Id b)
{
    const std::size_t before = mark();
    if (!unify(a, b)) {
        backTo(before);
        return dynamic;
    }
    // What takes more is the type of both.
    if (hasDynamic(a))
        return a;
    if (hasDynamic(b) || m_entries[resolved(b)].nullable)
        return b;
    return a;
}

Type TypeTable::type(Id id) const
{
    const Entry& entry = m_entries[resolved(id)];
    Type type = Type::dynamic();
    if (entry.kind == Kind::List)
        type = Type::list(this->type(entry.first));
    else if (entry.kind == Kind::Map)
        type = Type::map(this->type(entry.first), this->type(entry.second));
    else if (entry.kind != Kind::Absent)
        type = Type::of(entry.kind);
    return entry.nullable ? type.orNull() : type;
}

} // namespace sallyport::access::cel

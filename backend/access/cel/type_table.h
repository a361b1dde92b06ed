#pragma once

#include "backend/access/cel/type.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sallyport::access::cel {

/// Types of one check, with variables that get their meaning on the way: the element of `[]`, the A of an overload.
class TypeTable {
public:
    using Id = std::uint32_t;
    static constexpr Id dynamic = 0;

    TypeTable();
    /// A kind without parts.
    static constexpr Id of(Kind kind) noexcept { return static_cast<Id>(kind); }
    Id list(Id element);
    Id map(Id key, Id value);
    Id orNull(Id type);
    Id variable();
    Id add(const Type& type);

    /// What a variable stands for, if that is known.
    Id resolved(Id id) const noexcept;
    /// Of what `resolved` gives; Absent of dyn and of variables that are open.
    Kind kind(Id id) const noexcept { return m_entries[resolved(id)].kind; }
    bool isOpen(Id id) const noexcept { return m_entries[resolved(id)].isVariable; }
    Id first(Id id) const noexcept { return m_entries[resolved(id)].first; }
    Id second(Id id) const noexcept { return m_entries[resolved(id)].second; }
    /// The type itself of one that may be null.
    Id withoutNull(Id id) const noexcept;

    /// Values of one may be values of the other; variables in them get their meaning.
    bool unify(Id a, Id b);
    /// One type for both, or dyn.
    Id common(Id a, Id b);
    /// To take back what unify() has given variables since.
    std::size_t mark() const noexcept { return m_trail.size(); }
    void backTo(std::size_t mark);

    /// Open variables are dyn.
    Type type(Id id) const;

private:
    struct Entry {
        Kind kind = Kind::Absent;
        bool nullable = false;
        bool isVariable = false;
        Id first = 0, second = 0; ///< parts; of a variable `first` is its meaning, itself while it is open
    };
    Id make(Entry entry);
    bool occurs(Id variable, Id in) const;
    bool hasDynamic(Id id) const;
    void bind(Id variable, Id meaning);

    std::vector<Entry> m_entries;
    std::vector<Id> m_trail;
};

} // namespace sallyport::access::cel

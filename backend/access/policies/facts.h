#pragma once

#include "backend/access/actor.h"
#include "backend/access/policies/attributes.h"
#include "backend/access/resource.h"

#include <array>
#include <span>
#include <string>

namespace sallyport::access::policies {

/// The values of one decision, in the order of the table. What it is given must outlive it: texts aren't copied. Only what
/// `wanted` names is put together. Not to be copied: values point into it.
class Facts {
public:
    explicit Facts(const AttributeSet& wanted);
    Facts(const Facts&) = delete;
    Facts& operator=(const Facts&) = delete;

    void setSubject(const Actor& actor);
    void setAction(Permission action);
    void setResource(const Resource& resource);
    /// What is asked for is a kind, nothing of it.
    void setResourceKind(ResourceKind kind);
    void setContext(const Actor& actor, UtcTime now);
    /// For who checks: over what was set before; Absent takes it away.
    void set(Attribute attribute, const cel::Value& value) { m_values[slotOf(attribute)] = value; }
    const cel::Value& get(Attribute attribute) const { return m_values[slotOf(attribute)]; }

    std::span<const cel::Value> values() const { return m_values; }

private:
    bool wants(Attribute attribute) const { return m_wanted.test(slotOf(attribute)); }
    void setText(Attribute attribute, std::string_view text, bool isThere);

    const AttributeSet m_wanted;
    std::array<cel::Value, attributeCount> m_values;
    std::vector<cel::Value> m_roles, m_permissions, m_scopes;
    std::string m_address;
};

/// As CEL has it.
cel::Value timeValue(UtcTime time);

} // namespace sallyport::access::policies

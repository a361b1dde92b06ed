#include "backend/access/policies/facts.h"

namespace sallyport::access::policies {
namespace {

using cel::Value;

const Value emptyMap = Value::map(*[] {
    static const cel::MapData none({}, nullptr);
    return &none;
}());

std::string_view kindOf(const Actor& actor) noexcept
{
    switch (actor.kind) {
    case Actor::Kind::User: return "user";
    case Actor::Kind::Operator: return "operator";
    case Actor::Kind::System: return "system";
    case Actor::Kind::Service: return "service";
    case Actor::Kind::Anonymous: break;
    }
    return "anonymous";
}

void putWords(std::vector<Value>& to, const PermissionSet& set)
{
    to.clear();
    for (const PermissionInfo& permission : permissions())
        if (set.has(permission.permission))
            to.push_back(Value::string(permission.word));
}

} // namespace

Value timeValue(UtcTime time)
{
    const auto seconds = std::chrono::floor<std::chrono::seconds>(time);
    return Value::timestamp(seconds.time_since_epoch().count(),
                            static_cast<std::uint32_t>(std::chrono::nanoseconds(time - seconds).count()));
}

Facts::Facts(const AttributeSet& wanted) : m_wanted(wanted)
{
    set(Attribute::SubjectAttr, emptyMap);
    set(Attribute::ResourceAttr, emptyMap);
    set(Attribute::ContextAttr, emptyMap);
}

void Facts::setText(Attribute attribute, std::string_view text, bool isThere)
{
    set(attribute, isThere ? Value::string(text) : Value());
}

void Facts::setSubject(const Actor& actor)
{
    setText(Attribute::SubjectId, actor.id.text(), !actor.id.empty());
    setText(Attribute::SubjectKind, kindOf(actor), true);
    setText(Attribute::SubjectName, actor.name, !actor.name.empty());
    setText(Attribute::SubjectEmail, actor.email, !actor.email.empty());
    setText(Attribute::SubjectDepartment, actor.department, !actor.department.empty());
    setText(Attribute::SubjectKey, actor.key.text(), !actor.key.empty());
    set(Attribute::SubjectMfa, Value::boolean(actor.hasFactor));
    set(Attribute::SubjectSignedInAt, actor.session.empty() ? Value() : timeValue(actor.signedInAt));
    if (wants(Attribute::SubjectRoles)) {
        m_roles.clear();
        for (const std::string& role : actor.roles)
            m_roles.push_back(Value::string(role));
        set(Attribute::SubjectRoles, Value::list(m_roles));
    }
    if (wants(Attribute::SubjectPermissions)) {
        putWords(m_permissions, actor.permissions);
        set(Attribute::SubjectPermissions, Value::list(m_permissions));
    }
    if (wants(Attribute::SubjectKeyScopes)) {
        putWords(m_scopes, actor.keyScopes);
        set(Attribute::SubjectKeyScopes, actor.key.empty() ? Value() : Value::list(m_scopes));
    }
}

void Facts::setAction(Permission action)
{
    setText(Attribute::Action, access::info(action).word, true);
}

void Facts::setResource(const Resource& resource)
{
    const auto optional = [&](Attribute attribute, const std::optional<std::string>& text) {
        setText(attribute, text ? std::string_view(*text) : std::string_view(), text.has_value());
    };
    const auto time = [&](Attribute attribute, const std::optional<UtcTime>& at) {
        set(attribute, at ? timeValue(*at) : Value());
    };
    setResourceKind(resource.kind);
    setText(Attribute::ResourceId, resource.id, !resource.id.empty());
    optional(Attribute::ResourceOwnerId, resource.ownerId);
    optional(Attribute::ResourceDepartment, resource.department);
    optional(Attribute::ResourceClassification, resource.classification);
    optional(Attribute::ResourceRecordId, resource.recordId);
    time(Attribute::ResourceCreatedAt, resource.createdAt);
    time(Attribute::ResourceChangedAt, resource.changedAt);
}

void Facts::setResourceKind(access::ResourceKind kind)
{
    setText(Attribute::ResourceKind, resourceWord(kind), true);
}

void Facts::setContext(const Actor& actor, UtcTime now)
{
    set(Attribute::ContextTime, timeValue(now));
    set(Attribute::Now, timeValue(now));
    if (wants(Attribute::ContextIp)) {
        m_address = actor.address.isUnspecified() ? std::string() : actor.address.text();
        setText(Attribute::ContextIp, m_address, !m_address.empty());
    }
    setText(Attribute::ContextMethod, actor.http.method, !actor.http.method.empty());
    setText(Attribute::ContextPath, actor.http.path, !actor.http.path.empty());
    setText(Attribute::ContextUserAgent, actor.userAgent, !actor.userAgent.empty());
    set(Attribute::ContextSigned, Value::boolean(actor.http.isSigned));
    setText(Attribute::ContextClientCertificate, actor.http.clientCertificate, !actor.http.clientCertificate.empty());
    set(Attribute::ContextMfaAge,
        actor.mfaAt && *actor.mfaAt <= now ? Value::duration(std::chrono::nanoseconds(now - *actor.mfaAt).count()) : Value());
}

} // namespace sallyport::access::policies

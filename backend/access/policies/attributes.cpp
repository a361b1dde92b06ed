#include "backend/access/policies/attributes.h"

#include "backend/access/permission.h"

#include <array>

namespace sallyport::access::policies {
namespace {

using cel::Kind;
using cel::Type;

constexpr std::uint32_t idBytes = 64, nameBytes = 400, addressBytes = 64, pathBytes = 2048, mapEntries = 64, mostRoles = 16;

std::array<AttributeInfo, attributeCount> makeTable()
{
    const Type text = Type::of(Kind::String), flag = Type::of(Kind::Bool), time = Type::of(Kind::Timestamp);
    const Type texts = Type::list(text), map = Type::map(text, Type::dynamic());
    return {{
        {Attribute::SubjectId, "subject.id", text, idBytes, "Id of the user or service account that asks.",
         "nobody is signed in"},
        {Attribute::SubjectKind, "subject.kind", text, idBytes,
         "`user`, `operator` (signed in at the console), `service`, `system` (the product or its command line) or `anonymous`.",
         ""},
        {Attribute::SubjectName, "subject.name", text, nameBytes, "Name.", "there is none"},
        {Attribute::SubjectEmail, "subject.email", text, nameBytes, "E-mail address.", "a service account has none"},
        {Attribute::SubjectRoles, "subject.roles", texts, mostRoles, "Names of the roles that were given.", ""},
        {Attribute::SubjectPermissions, "subject.permissions", texts, permissionCount,
         "All that the roles allow; with an API key what its scopes leave of that.", ""},
        {Attribute::SubjectDepartment, "subject.department", text, nameBytes, "Department of the user.", "the user has none"},
        {Attribute::SubjectMfa, "subject.mfa", flag, 0, "Whether the user has set up a second factor.", ""},
        {Attribute::SubjectSignedInAt, "subject.signed_in_at", time, 0, "When this session was signed in.",
         "the request has no session"},
        {Attribute::SubjectKey, "subject.key", text, idBytes, "Public part of the API key.", "the request has no key"},
        {Attribute::SubjectKeyScopes, "subject.key_scopes", texts, permissionCount, "What the API key was made for.",
         "the request has no key"},
        {Attribute::SubjectAttr, "subject.attr", map, mapEntries,
         "What whoever checks or simulates says about the subject; empty for requests.", ""},
        {Attribute::Action, "action", text, idBytes, "The permission that is used: `records:read`.", ""},
        {Attribute::ResourceKind, "resource.kind", text, idBytes, "`record`, `comment` or `file`.", ""},
        {Attribute::ResourceId, "resource.id", text, idBytes, "Id of the object.", "the object is only about to be made"},
        {Attribute::ResourceOwnerId, "resource.owner_id", text, idBytes, "Id of the owner.", "the object has no owner"},
        {Attribute::ResourceDepartment, "resource.department", text, nameBytes, "Department of the object.", "it has none"},
        {Attribute::ResourceClassification, "resource.classification", text, idBytes,
         "`public`, `internal`, `confidential` or `restricted`.", "it has none"},
        {Attribute::ResourceRecordId, "resource.record_id", text, idBytes, "Record to which a comment or file belongs.",
         "it belongs to none"},
        {Attribute::ResourceCreatedAt, "resource.created_at", time, 0, "When the object was made.",
         "the object is only about to be made"},
        {Attribute::ResourceChangedAt, "resource.changed_at", time, 0, "When the object was last changed.",
         "the object is only about to be made"},
        {Attribute::ResourceAttr, "resource.attr", map, mapEntries,
         "What whoever checks or simulates says about the object; empty for requests.", ""},
        {Attribute::ContextTime, "context.time", time, 0, "Now.", ""},
        {Attribute::Now, "now", time, 0, "The same, in short.", ""},
        {Attribute::ContextIp, "context.ip", text, addressBytes, "Address from which the request comes.",
         "the console or the command line asks"},
        {Attribute::ContextMethod, "context.method", text, idBytes, "`GET`, `POST` and so on.", "it is no HTTP request"},
        {Attribute::ContextPath, "context.path", text, pathBytes, "Path of the request, without what follows `?`.",
         "it is no HTTP request"},
        {Attribute::ContextUserAgent, "context.user_agent", text, pathBytes, "Program, as it calls itself.", "it says nothing"},
        {Attribute::ContextSigned, "context.signed", flag, 0, "Whether the request is signed.", ""},
        {Attribute::ContextClientCertificate, "context.client_certificate", text, nameBytes,
         "SHA-256 of the client's certificate in hex.", "the client has shown none"},
        {Attribute::ContextMfaAge, "context.mfa_age", Type::of(Kind::Duration), 0,
         "How long ago a second factor was shown, in this session or with this request.", "none was shown"},
        {Attribute::ContextAttr, "context.attr", map, mapEntries,
         "What whoever checks or simulates says about the circumstances; empty for requests.", ""},
    }};
}

const std::array<AttributeInfo, attributeCount>& table()
{
    static const std::array<AttributeInfo, attributeCount> rows = makeTable();
    return rows;
}

cel::Declarations makeDeclarations()
{
    cel::Declarations made;
    for (const AttributeInfo& row : table())
        made.add({std::string(row.name), row.type, row.largest});
    return made;
}

} // namespace

std::span<const AttributeInfo> attributes()
{
    return table();
}

const AttributeInfo& info(Attribute attribute)
{
    return table()[slotOf(attribute)];
}

const cel::Declarations& declarations()
{
    static const cel::Declarations made = makeDeclarations();
    return made;
}

} // namespace sallyport::access::policies

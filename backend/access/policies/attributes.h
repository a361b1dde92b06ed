#pragma once

#include "backend/access/cel/declarations.h"

#include <bitset>
#include <cstdint>
#include <span>
#include <string_view>

namespace sallyport::access::policies {

/// What conditions may name, in the order of the table: the slot of each in cel::Declarations.
enum class Attribute : std::uint8_t {
    SubjectId,
    SubjectKind,
    SubjectName,
    SubjectEmail,
    SubjectRoles,
    SubjectPermissions,
    SubjectDepartment,
    SubjectMfa,
    SubjectSignedInAt,
    SubjectKey,
    SubjectKeyScopes,
    SubjectAttr,
    Action,
    ResourceKind,
    ResourceId,
    ResourceOwnerId,
    ResourceDepartment,
    ResourceClassification,
    ResourceRecordId,
    ResourceCreatedAt,
    ResourceChangedAt,
    ResourceAttr,
    ContextTime,
    Now,
    ContextIp,
    ContextMethod,
    ContextPath,
    ContextUserAgent,
    ContextSigned,
    ContextClientCertificate,
    ContextMfaAge,
    ContextAttr,
    Count_
};
inline constexpr std::size_t attributeCount = static_cast<std::size_t>(Attribute::Count_);
using AttributeSet = std::bitset<attributeCount>;

constexpr std::uint32_t slotOf(Attribute attribute) noexcept
{
    return static_cast<std::uint32_t>(attribute);
}

/// One row: the checker, the API, the documentation and the completion of the window read the same table.
struct AttributeInfo {
    Attribute attribute;
    std::string_view name;    ///< `subject.department`
    cel::Type type;           ///< as CEL has it
    std::uint32_t largest;    ///< bytes or elements, for the estimate of costs
    std::string_view meaning; ///< one sentence in English
    std::string_view absent;  ///< when it isn't set; empty: it always is
};

std::span<const AttributeInfo> attributes();
const AttributeInfo& info(Attribute attribute);
/// The same for the compiler.
const cel::Declarations& declarations();

} // namespace sallyport::access::policies

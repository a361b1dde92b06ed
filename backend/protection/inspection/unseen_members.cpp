#include "backend/protection/inspection/unseen_members.h"

#include "backend/base/utf8.h"
#include "backend/protection/detection/bytes.h"

#include <algorithm>
#include <array>

namespace sallyport::protection {
namespace {

// Sorted. Whatever a schema calls `writeOnly` is here (tests/api/tst_detection_api walks the document).
constexpr auto secretMembers = std::to_array<std::string_view>({
    "access_token",
    "assertion",
    "attestation",
    "attestationObject",
    "authenticatorData",
    "client_assertion",
    "client_secret",
    "clientDataJSON",
    "code",
    "code_verifier",
    "current_password",
    "device_token",
    "enrolment_token",
    "id_token",
    "key",
    "mfa_token",
    "new_password",
    "nonce",
    "passphrase",
    "password",
    "password_hash",
    "pin",
    "private_key",
    "public_key",
    "publicKey",
    "recovery_code",
    "refresh_token",
    "secret",
    "signature",
    "signing_secret",
    "state",
    "token",
    "userHandle",
});

constexpr auto unseenHeaders = std::to_array<std::string_view>({
    "authorization",     "connection",    "content-digest",      "content-length", "digest",    "expect",          "host",
    "if-match",          "if-none-match", "proxy-authorization", "range",          "signature", "signature-input", "te",
    "transfer-encoding", "upgrade",       "x-api-key",           "x-mfa-token",    "x-nonce",   "x-signature",     "x-timestamp",
});

std::string_view lastName(std::string_view member) noexcept
{
    const std::size_t dot = member.rfind('.');
    return dot == std::string_view::npos ? member : member.substr(dot + 1);
}

} // namespace

bool isSecretMember(std::string_view member) noexcept
{
    const std::string_view name = lastName(member);
    return std::ranges::find(secretMembers, name) != secretMembers.end();
}

bool isSealedMember(std::string_view member) noexcept
{
    return member == "sensitive" || member.starts_with("sensitive.");
}

bool isUnseenHeader(std::string_view name) noexcept
{
    // By its length first: each request asks this of each of its fields, and most are told by that alone.
    return std::ranges::any_of(unseenHeaders, [name](std::string_view unseen) {
        return unseen.size() == name.size() && detection::equalsFolded(name, unseen);
    });
}

} // namespace sallyport::protection

#include "backend/protection/inspection/unseen_members.h"

#include "backend/base/utf8.h"

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
    constexpr std::size_t longest = 19;
    if (name.size() > longest)
        return false;
    std::array<char, longest> lower{};
    std::ranges::transform(name, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return std::ranges::find(unseenHeaders, std::string_view(lower.data(), name.size())) != unseenHeaders.end();
}

} // namespace sallyport::protection

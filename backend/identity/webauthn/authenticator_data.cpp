#include "backend/identity/webauthn/authenticator_data.h"

#include "backend/identity/webauthn/cbor.h"

namespace sallyport::identity::webauthn {

namespace {

constexpr std::size_t hashSize = 32, headSize = 37, aaguidSize = 16, lengthSize = 2;
constexpr unsigned flagPresent = 0x01, flagVerified = 0x04, flagEligible = 0x08, flagBackedUp = 0x10, flagCredential = 0x40,
                   flagExtensions = 0x80;

Error malformed(std::string_view why)
{
    return Error(ErrorCode::BadRequest, "Authenticator data: " + std::string(why) + ".");
}

std::uint32_t bigEndian(std::span<const std::byte> bytes)
{
    std::uint32_t number = 0;
    for (const std::byte byte : bytes)
        number = (number << 8) | std::to_integer<std::uint32_t>(byte);
    return number;
}

/// The credential at the front of `rest`, which then begins after it.
Result<AttestedCredential> readCredential(std::span<const std::byte>& rest)
{
    if (rest.size() < aaguidSize + lengthSize)
        return malformed("it ends too early");
    AttestedCredential credential;
    credential.aaguid = rest.first(aaguidSize);
    const std::size_t length = bigEndian(rest.subspan(aaguidSize, lengthSize));
    rest = rest.subspan(aaguidSize + lengthSize);
    if (length == 0 || length > credentialIdLimit || length > rest.size())
        return malformed("a credential id of a wrong length");
    credential.id = rest.first(length);
    rest = rest.subspan(length);
    SALLYPORT_ASSIGN(const auto key, readCbor(rest));
    credential.publicKey = rest.first(key.second);
    rest = rest.subspan(key.second);
    return credential;
}

} // namespace

Result<AuthenticatorData> readAuthenticatorData(std::span<const std::byte> bytes)
{
    if (bytes.size() < headSize || bytes.size() > authenticatorDataLimit)
        return malformed("a wrong size");
    AuthenticatorData data;
    data.rpIdHash = bytes.first(hashSize);
    const auto flags = std::to_integer<unsigned>(bytes[hashSize]);
    data.userPresent = (flags & flagPresent) != 0;
    data.userVerified = (flags & flagVerified) != 0;
    data.backupEligible = (flags & flagEligible) != 0;
    data.backedUp = (flags & flagBackedUp) != 0;
    if (data.backedUp && !data.backupEligible)
        return malformed("backed up but not eligible for it");
    data.signCount = bigEndian(bytes.subspan(hashSize + 1, 4));
    std::span<const std::byte> rest = bytes.subspan(headSize);
    if ((flags & flagCredential) != 0) {
        SALLYPORT_ASSIGN(data.credential, readCredential(rest));
    }
    if ((flags & flagExtensions) != 0) {
        SALLYPORT_ASSIGN(const auto extensions, readCbor(rest));
        if (!extensions.first.map())
            return malformed("extensions that are no map");
        rest = rest.subspan(extensions.second);
    }
    if (!rest.empty())
        return malformed("something follows");
    return data;
}

} // namespace sallyport::identity::webauthn

// What an authenticator and its browser send: whatever is read is bounded and points into what was sent.
#include "backend/identity/webauthn/authenticator_data.h"
#include "backend/identity/webauthn/cbor.h"
#include "backend/identity/webauthn/ceremony.h"
#include "backend/identity/webauthn/cose_key.h"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace sallyport;
using namespace sallyport::identity::webauthn;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

std::size_t itemsOf(const CborValue& value)
{
    std::size_t items = 1;
    if (const auto* elements = std::get_if<CborValue::Array>(&value.value))
        for (const CborValue& element : *elements)
            items += itemsOf(element);
    if (const auto* members = value.map())
        for (const CborMember& member : *members)
            items += itemsOf(member.key) + itemsOf(member.value);
    return items;
}

bool inside(std::span<const std::byte> part, std::span<const std::byte> whole)
{
    return part.empty() || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto bytes = std::as_bytes(std::span(data, size));
    if (const auto read = readCbor(bytes))
        require(read->second <= size && itemsOf(read->first) <= cborItemLimit);
    (void) CoseKey::read(bytes);
    if (const auto read = readAuthenticatorData(bytes)) {
        require(read->rpIdHash.size() == 32 && inside(read->rpIdHash, bytes));
        if (read->credential)
            require(inside(read->credential->id, bytes) && inside(read->credential->publicKey, bytes));
    }
    const Bytes all(bytes.begin(), bytes.end());
    const Bytes challenge(32, std::byte{1});
    const RelyingParty party{"example.com", {"https://example.com"}};
    // Nobody guesses a challenge, so nothing of this is ever accepted.
    require(!verifyRegistration(party, challenge, {all, all, all}));
    const std::size_t half = size / 2;
    const std::string client =
        R"({"type":"webauthn.create","challenge":")" + toBase64Url(challenge) + R"(","origin":"https://example.com"})";
    const auto text = asBytes(client);
    (void) verifyRegistration(
        party, challenge,
        {Bytes(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(half)), Bytes(text.begin(), text.end()), all});
    require(!verifyAssertion(party, challenge, {all, all, 0, false}, {all, all, all, all}));
    return 0;
}

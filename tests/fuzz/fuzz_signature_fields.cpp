// The fields of a signed request: whatever can be read is bounded, has one written form, and can be explained.
#include "backend/identity/signatures/content_digest.h"
#include "backend/identity/signatures/verify.h"

#include <array>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace sallyport;
using namespace sallyport::identity;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void checkDictionary(std::string_view text)
{
    const auto parsed = sf::parseDictionary(text);
    if (!parsed) {
        require(parsed.error().code == ErrorCode::BadRequest);
        return;
    }
    require(text.size() <= sf::textLimit && parsed->size() <= sf::memberLimit);
    const std::string written = sf::serialize(*parsed);
    const auto again = sf::parseDictionary(written);
    // A decimal like 0.500 is written 0.5: never longer than what was read.
    require(again.has_value() && *again == *parsed && sf::serialize(*again) == written);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    checkDictionary(text);
    (void) checkContentDigest(text, "body");
    const std::size_t half = std::min(text.find('\n'), text.size());
    const std::string_view first = text.substr(0, half);
    const std::string_view second = half < text.size() ? text.substr(half + 1) : std::string_view();
    const std::array<MessageField, 4> rfc{{{"Signature-Input", first}, {"Signature", second}, {"Date", "x"}, {"Date", "y"}}};
    const std::array<MessageField, 4> guide{
        {{"X-API-Key", "k"}, {"X-Timestamp", first}, {"X-Nonce", second}, {"X-Signature", second}}};
    static const std::array<SignatureKey, 1> keys{*SignatureKey::fromSecret("secret")};
    for (const auto& fields : {rfc, guide}) {
        const SignedMessage message{"GET", "/a?b=c&d", "/a", "b=c&d", "example.com", fields, ""};
        const auto read = readSignature(message);
        if (const auto* claim = std::get_if<ClaimedSignature>(&read)) {
            require(!claim->nonce.empty() && claim->nonce.size() <= nonceLimit);
            (void) canonicalText(message, *claim);
            require(
                verifySignature(message, *claim, keys, UtcTime(std::chrono::seconds(claim->created)), std::chrono::seconds(300))
                    .has_value());
        }
    }
    return 0;
}

#include "backend/identity/tokens/refresh_token.h"

#include "backend/base/encoding.h"
#include "backend/crypto/mac.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

constexpr std::size_t sessionLength = 26; // newIdText
constexpr std::size_t generationLength = 4;
constexpr std::size_t secretLength = 32;
constexpr std::size_t tagLength = 16;
constexpr std::size_t bodyLength = sessionLength + generationLength + secretLength;
constexpr std::size_t refreshTextLimit = 256;

/// One letter for the purpose and the body: what tag and next secret are computed over.
SecretBytes message(char purpose, const RefreshToken& token)
{
    SecretBytes bytes(1 + bodyLength);
    std::byte* at = bytes.data();
    *at++ = static_cast<std::byte>(purpose);
    at = std::ranges::copy(asBytes(token.session.text()), at).out;
    for (std::size_t i = 0; i < generationLength; ++i)
        *at++ = static_cast<std::byte>(token.generation >> (8 * (generationLength - 1 - i)));
    std::ranges::copy(token.secret.bytes(), at);
    return bytes;
}

bool isComplete(const RefreshToken& token) noexcept
{
    return token.session.text().size() == sessionLength && token.secret.size() == secretLength;
}

} // namespace

Result<SecretBytes> RefreshToken::encode(std::span<const std::byte> key) const
{
    if (!isComplete(*this))
        return makeError(ErrorCode::Internal, "An incomplete refresh token.");
    const SecretBytes body = message('t', *this);
    SALLYPORT_ASSIGN(const auto tag, crypto::hmacSha256(key, body.bytes()));
    SecretBytes bytes(bodyLength + tagLength);
    const auto end = std::ranges::copy(body.bytes().subspan(1), bytes.data()).out;
    std::ranges::copy(std::span(tag).first(tagLength), end);
    std::string text = toBase64Url(bytes.bytes());
    SecretBytes encoded = SecretBytes::fromText(text);
    wipe(text);
    return encoded;
}

Result<RefreshToken> RefreshToken::next(std::span<const std::byte> key) const
{
    if (!isComplete(*this) || generation == UINT32_MAX)
        return makeError(ErrorCode::Internal, "An incomplete refresh token.");
    const SecretBytes body = message('n', *this);
    SALLYPORT_ASSIGN(auto secretOfNext, crypto::hmacSha256(key, body.bytes()));
    RefreshToken token{session, generation + 1, SecretBytes(secretOfNext)};
    wipe(secretOfNext);
    return token;
}

std::optional<RefreshToken> RefreshToken::decode(std::string_view text, std::span<const std::byte> key)
{
    if (text.size() > refreshTextLimit)
        return std::nullopt;
    auto decoded = fromBase64Url(text);
    if (!decoded || decoded->size() != bodyLength + tagLength)
        return std::nullopt;
    const std::span<const std::byte> bytes(*decoded);
    RefreshToken token;
    token.session = SessionId(std::string(reinterpret_cast<const char*>(bytes.data()), sessionLength));
    for (const std::byte byte : bytes.subspan(sessionLength, generationLength))
        token.generation = token.generation << 8 | std::to_integer<std::uint32_t>(byte);
    token.secret = SecretBytes(bytes.subspan(sessionLength + generationLength, secretLength));
    const auto tag = crypto::hmacSha256(key, message('t', token).bytes());
    const bool ours =
        tag && equalConstantTime(std::span(*tag).first(tagLength), bytes.last(tagLength)) && isIdText(token.session.text());
    wipe(*decoded);
    if (!ours)
        return std::nullopt;
    return token;
}

} // namespace sallyport::identity

#include "backend/identity/core/secrets.h"

#include "backend/identity/core/limits.h"
namespace sallyport::identity {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t groupLength = 4;

} // namespace

Result<SecretBytes> randomSecret(RandomSource& random, std::size_t size)
{
    SecretBytes bytes(size);
    if (!random.fill(bytes.bytes()))
        return makeError(ErrorCode::CryptoFailure, "No randomness.");
    return bytes;
}

Result<SecretBytes> newOpaqueToken(RandomSource& random)
{
    SALLYPORT_ASSIGN(const SecretBytes bytes, randomSecret(random, opaqueTokenBytes));
    std::string text = toBase64Url(bytes.bytes());
    SecretBytes token = SecretBytes::fromText(text);
    wipe(text);
    return token;
}

crypto::Sha256Digest hashOfSecret(std::string_view secret)
{
    return crypto::sha256(asBytes(secret));
}

Result<std::vector<SecretBytes>> newRecoveryCodes(RandomSource& random)
{
    std::vector<SecretBytes> codes;
    for (std::size_t i = 0; i < recoveryCodeCount; ++i) {
        // 32 characters divide 256 evenly: the low five bits of a byte are uniform.
        SALLYPORT_ASSIGN(const SecretBytes bytes, randomSecret(random, recoveryCodeCharacters));
        SecretBytes code(recoveryCodeCharacters + recoveryCodeCharacters / groupLength - 1);
        std::size_t at = 0;
        for (std::size_t c = 0; c < recoveryCodeCharacters; ++c) {
            if (c > 0 && c % groupLength == 0)
                code.data()[at++] = std::byte{'-'};
            const auto index = std::to_integer<std::size_t>(bytes.data()[c]) % alphabet.size();
            code.data()[at++] = static_cast<std::byte>(alphabet[index]);
        }
        codes.push_back(std::move(code));
    }
    return codes;
}

std::optional<SecretBytes> normalizedRecoveryCode(std::string_view typed)
{
    if (typed.size() > typedCodeLimit)
        return std::nullopt;
    SecretBytes code(recoveryCodeCharacters);
    std::size_t count = 0;
    for (char c : typed) {
        if (c == '-' || c == ' ')
            continue;
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
        if (c == 'O')
            c = '0';
        if (c == 'I' || c == 'L')
            c = '1';
        if (alphabet.find(c) == std::string_view::npos || count == recoveryCodeCharacters)
            return std::nullopt;
        code.data()[count++] = static_cast<std::byte>(c);
    }
    if (count != recoveryCodeCharacters)
        return std::nullopt;
    return code;
}

} // namespace sallyport::identity

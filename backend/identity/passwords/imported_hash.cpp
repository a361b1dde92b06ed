#include "backend/identity/passwords/imported_hash.h"

#include "backend/base/strict_json.h"
#include "backend/base/utf8.h"
#include "backend/identity/passwords/hash_text.h"

#include <boost/json.hpp>

#include <algorithm>

namespace sallyport::identity {

namespace {

namespace json = boost::json;

Bytes bytesOf(std::string_view text)
{
    const auto bytes = asBytes(text);
    return {bytes.begin(), bytes.end()};
}

/// `pbkdf2_sha256$iterations$salt$hash`, `scrypt$n$salt$r$p$hash`, `argon2$argon2id$..`, `bcrypt$$2b$..`: the salt is the text.
std::optional<ForeignHash> readDjango(std::string_view text)
{
    for (const std::string_view prefix : {"argon2$", "bcrypt$"})
        if (text.starts_with(prefix))
            return readForeignHash((prefix == "argon2$" ? "$" : "") + std::string(text.substr(prefix.size())));
    const auto parts = hashParts(text, '$');
    auto bytes = hashBytes(parts.back());
    if (parts.size() == 4 && (parts[0] == "pbkdf2_sha256" || parts[0] == "pbkdf2_sha1")) {
        const auto iterations = hashNumber(parts[1]);
        if (!iterations || !bytes)
            return std::nullopt;
        const auto digest = parts[0] == "pbkdf2_sha1" ? crypto::Pbkdf2Digest::Sha1 : crypto::Pbkdf2Digest::Sha256;
        return ForeignHash(ForeignPbkdf2{digest, *iterations, bytesOf(parts[2]), std::move(*bytes)});
    }
    if (parts.size() == 6 && parts[0] == "scrypt") {
        const auto n = hashNumber(parts[1]), r = hashNumber(parts[3]), p = hashNumber(parts[4]);
        if (!n || !r || !p || !bytes)
            return std::nullopt;
        return ForeignHash(ForeignScrypt{{*n, *r, *p}, bytesOf(parts[2]), std::move(*bytes)});
    }
    return std::nullopt;
}

std::uint32_t bigEndian(std::span<const std::byte> bytes)
{
    std::uint32_t number = 0;
    for (const std::byte byte : bytes.first(4))
        number = number << 8 | std::to_integer<std::uint32_t>(byte);
    return number;
}

Bytes part(const Bytes& all, std::size_t begin, std::size_t size)
{
    const auto first = all.begin() + static_cast<std::ptrdiff_t>(begin);
    return {first, first + static_cast<std::ptrdiff_t>(size)};
}

/// One blob: a version byte; version 2 is 16 bytes of salt and 32 of PBKDF2-HMAC-SHA1 with 1,000 iterations; version 3 is
/// three big-endian numbers (function, iterations, size of the salt), salt and hash.
std::optional<ForeignHash> readAspNet(std::string_view text)
{
    constexpr std::size_t saltSize2 = 16, hashSize2 = 32, headSize3 = 13;
    const auto blob = fromBase64(text);
    if (!blob || blob->empty())
        return std::nullopt;
    if ((*blob)[0] == std::byte{0} && blob->size() == 1 + saltSize2 + hashSize2)
        return ForeignHash(
            ForeignPbkdf2{crypto::Pbkdf2Digest::Sha1, 1000, part(*blob, 1, saltSize2), part(*blob, 1 + saltSize2, hashSize2)});
    if ((*blob)[0] != std::byte{1} || blob->size() <= headSize3)
        return std::nullopt;
    const std::span<const std::byte> bytes(*blob);
    const std::uint32_t function = bigEndian(bytes.subspan(1)), iterations = bigEndian(bytes.subspan(5));
    const std::size_t saltSize = bigEndian(bytes.subspan(9)), rest = blob->size() - headSize3;
    if (function > 2 || saltSize >= rest)
        return std::nullopt;
    return ForeignHash(ForeignPbkdf2{static_cast<crypto::Pbkdf2Digest>(function), iterations, part(*blob, headSize3, saltSize),
                                     part(*blob, headSize3 + saltSize, rest - saltSize)});
}

/// A member that is an object, or its text.
std::optional<json::object> objectAt(const json::object& in, std::string_view name)
{
    const json::value* const found = in.if_contains(name);
    if (found == nullptr)
        return std::nullopt;
    if (found->is_object())
        return found->get_object();
    if (!found->is_string())
        return std::nullopt;
    const auto parsed = parseStrictJson(found->get_string(), importedHashBytes);
    return parsed && parsed->is_object() ? std::optional(parsed->get_object()) : std::nullopt;
}

std::string_view textAt(const json::object& in, std::string_view name)
{
    const json::value* found = in.if_contains(name);
    if (found != nullptr && found->is_array() && found->get_array().size() == 1) // Keycloak's additional parameters are lists
        found = &found->get_array()[0];
    return found != nullptr && found->is_string() ? std::string_view(found->get_string()) : std::string_view();
}

std::optional<std::uint32_t> numberAt(const json::object& in, std::string_view name)
{
    const json::value* const found = in.if_contains(name);
    if (found != nullptr && found->is_int64() && found->get_int64() >= 0 && found->get_int64() <= UINT32_MAX)
        return static_cast<std::uint32_t>(found->get_int64());
    return hashNumber(textAt(in, name));
}

std::optional<ForeignHash> readKeycloakArgon2(const json::object& costs, std::uint32_t iterations, Bytes salt, Bytes bytes)
{
    const auto parameters = objectAt(costs, "additionalParameters");
    const auto memory = parameters ? numberAt(*parameters, "memory") : std::nullopt;
    const auto lanes = parameters ? numberAt(*parameters, "parallelism") : std::nullopt;
    if (!memory || !lanes)
        return std::nullopt;
    const std::string_view kind = textAt(*parameters, "type"), version = textAt(*parameters, "version");
    ForeignArgon2 hash;
    if ((kind != "id" && kind != "i" && kind != "d") || (version != "1.3" && version != "1.0"))
        return std::nullopt;
    hash.kind = kind == "id" ? crypto::Argon2Kind::Id : kind == "i" ? crypto::Argon2Kind::I : crypto::Argon2Kind::D;
    hash.version = version == "1.3" ? crypto::Argon2Version::V13 : crypto::Argon2Version::V10;
    hash.cost = {*memory, iterations, *lanes};
    hash.salt = std::move(salt);
    hash.hash = std::move(bytes);
    return ForeignHash(std::move(hash));
}

/// `{"secretData": "{\"value\":..,\"salt\":..}", "credentialData": "{\"hashIterations\":..,\"algorithm\":..}"}` and more.
std::optional<ForeignHash> readKeycloak(std::string_view text)
{
    const auto credential = parseStrictJson(text, importedHashBytes);
    if (!credential || !credential->is_object())
        return std::nullopt;
    const auto secret = objectAt(credential->get_object(), "secretData");
    const auto costs = objectAt(credential->get_object(), "credentialData");
    if (!secret || !costs)
        return std::nullopt;
    auto bytes = fromBase64(textAt(*secret, "value"));
    auto salt = fromBase64(textAt(*secret, "salt"));
    const auto iterations = numberAt(*costs, "hashIterations");
    const std::string_view algorithm = textAt(*costs, "algorithm");
    if (!bytes || !salt || !iterations)
        return std::nullopt;
    if (algorithm == "argon2")
        return readKeycloakArgon2(*costs, *iterations, std::move(*salt), std::move(*bytes));
    const auto digest = algorithm == "pbkdf2"          ? std::optional(crypto::Pbkdf2Digest::Sha1)
                        : algorithm == "pbkdf2-sha256" ? std::optional(crypto::Pbkdf2Digest::Sha256)
                        : algorithm == "pbkdf2-sha512" ? std::optional(crypto::Pbkdf2Digest::Sha512)
                                                       : std::nullopt;
    if (!digest)
        return std::nullopt;
    return ForeignHash(ForeignPbkdf2{*digest, *iterations, std::move(*salt), std::move(*bytes)});
}

} // namespace

Result<ForeignHash> readImportedHash(std::string_view text)
{
    text = trimAscii(text);
    std::optional<ForeignHash> hash;
    if (text.size() <= importedHashBytes) {
        hash = text.starts_with('{') ? readKeycloak(text) : readForeignHash(text);
        if (!hash)
            hash = readDjango(text);
        if (!hash)
            hash = readAspNet(text);
    }
    if (!hash)
        return makeError(ErrorCode::InvalidArgument,
                         "Not a password hash that is known here: bcrypt, or Argon2, PBKDF2 or scrypt "
                         "as Django, ASP.NET Core Identity, Keycloak or a PHC string writes it.");
    SALLYPORT_TRY(checkForeignCost(*hash));
    return std::move(*hash);
}

} // namespace sallyport::identity

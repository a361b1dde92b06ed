#include "backend/identity/passwords/foreign_hash.h"

#include "backend/crypto/digest.h"
#include "backend/identity/passwords/hash_text.h"

#include <crypt.h>

#include <algorithm>
#include <array>
#include <bit>
#include <memory>
#include <utility>

namespace sallyport::identity {

namespace {

// The bounds: what follows each figure was measured on the two cores of a small machine.
constexpr std::uint64_t mostArgon2Kib = 256 * 1024;
constexpr std::uint64_t mostArgon2Work = 1024 * 1024; ///< KiB times passes: 1.7 s
constexpr std::uint32_t mostLanes = 16;
constexpr std::uint64_t mostPbkdf2Work = 3'000'000; ///< iterations times blocks of output: 1.5 s
constexpr std::uint64_t mostScryptBytes = 256ULL * 1024 * 1024;
constexpr std::uint64_t mostScryptWork = 1ULL << 22;        ///< n times r times p: 1.6 s
constexpr int lowestBcryptCost = 4, highestBcryptCost = 14; ///< 1 s
constexpr std::size_t longestSalt = 256, shortestHash = 16, longestHash = 128;

constexpr std::size_t bcryptLength = 60;
constexpr std::size_t bcryptPasswordLimit = 72; // bytes that bcrypt looks at
constexpr std::string_view djangoBcrypt = "bcrypt_sha256$";

Error tooCostly(std::string_view what)
{
    return makeError(ErrorCode::InvalidArgument, "This hash costs more than a sign-in may take here: " + std::string(what));
}

Result<void> checkSizes(const Bytes& salt, const Bytes& hash, std::size_t shortestSalt)
{
    if (salt.size() < shortestSalt || salt.size() > longestSalt || hash.size() < shortestHash || hash.size() > longestHash)
        return makeError(ErrorCode::InvalidArgument, "The salt or the hash is too short or too long.");
    return {};
}

Result<void> check(const ForeignArgon2& hash)
{
    const auto& cost = hash.cost;
    if (cost.memoryKib > mostArgon2Kib || std::uint64_t{cost.memoryKib} * cost.passes > mostArgon2Work || cost.lanes > mostLanes)
        return tooCostly("Argon2 with at most 256 MiB, 1 GiB in all passes together and 16 lanes.");
    if (cost.passes == 0 || cost.lanes == 0 || cost.memoryKib < 8 * cost.lanes)
        return makeError(ErrorCode::InvalidArgument, "Argon2 takes at least one pass, one lane and 8 KiB a lane.");
    constexpr std::size_t shortestArgon2Salt = 8;
    return checkSizes(hash.salt, hash.hash, shortestArgon2Salt);
}

Result<void> check(const ForeignPbkdf2& hash)
{
    SALLYPORT_TRY(checkSizes(hash.salt, hash.hash, 1));
    const std::size_t block = hash.digest == crypto::Pbkdf2Digest::Sha1     ? 20
                              : hash.digest == crypto::Pbkdf2Digest::Sha256 ? 32
                                                                            : 64;
    const std::size_t blocks = (hash.hash.size() + block - 1) / block;
    if (hash.iterations == 0)
        return makeError(ErrorCode::InvalidArgument, "PBKDF2 takes at least one iteration.");
    if (std::uint64_t{hash.iterations} * blocks > mostPbkdf2Work)
        return tooCostly("PBKDF2 with at most 3,000,000 iterations for each block of its output.");
    return {};
}

Result<void> check(const ForeignScrypt& hash)
{
    const auto& [n, r, p] = hash.cost;
    if (n < 2 || !std::has_single_bit(n) || r == 0 || p == 0)
        return makeError(ErrorCode::InvalidArgument, "scrypt takes a power of two and two numbers above zero.");
    if (n > mostScryptWork || std::uint64_t{r} * p > mostScryptWork / n || r > mostScryptBytes / 128 / n)
        return tooCostly("scrypt with at most 256 MiB and n * r * p up to 4,194,304.");
    return checkSizes(hash.salt, hash.hash, 1);
}

Result<void> check(const ForeignBcrypt& hash)
{
    const auto cost = hashNumber(std::string_view(hash.text).substr(4, 2));
    const auto isDigit = [](char c) {
        return c == '.' || c == '/' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
    const bool shaped = hash.text.size() == bcryptLength && hash.text[3] == '$' && hash.text[6] == '$' &&
                        std::ranges::all_of(std::string_view(hash.text).substr(7), isDigit);
    if (!shaped || !cost || static_cast<int>(*cost) < lowestBcryptCost)
        return makeError(ErrorCode::InvalidArgument, "This is not a whole bcrypt hash: $2b$, two digits, $ and 53 characters.");
    if (static_cast<int>(*cost) > highestBcryptCost)
        return tooCostly("bcrypt with a cost of at most 14.");
    return {};
}

bool startsBcrypt(std::string_view text) noexcept
{
    return text.size() >= 7 && (text.starts_with("$2a$") || text.starts_with("$2b$") || text.starts_with("$2y$"));
}

/// Longer passwords, and such with a NUL, are refused: bcrypt would cut them silently (standards.md §4, row 27).
Result<bool> verify(const SecretBytes& typed, const ForeignBcrypt& hash)
{
    SecretBytes password = typed.clone();
    if (hash.ofSha256) {
        std::string hex = toHex(crypto::sha256(typed.bytes()));
        password = SecretBytes::fromText(hex);
        wipe(hex);
    }
    if (password.empty() || password.size() > bcryptPasswordLimit ||
        std::ranges::find(password.bytes(), std::byte{0}) != password.bytes().end())
        return false;
    auto data = std::make_unique<crypt_data>();
    std::string phrase(password.view());
    const char* made = crypt_r(phrase.c_str(), hash.text.c_str(), data.get());
    wipe(phrase);
    const bool readable = made != nullptr && made[0] != '*';
    const bool same = readable && equalConstantTime(asBytes(made), asBytes(hash.text));
    wipe(std::as_writable_bytes(std::span(data.get(), 1)));
    if (!readable)
        return makeError(ErrorCode::CryptoFailure, "The stored password hash is unreadable.");
    return same;
}

Result<bool> verify(const SecretBytes& password, const ForeignArgon2& hash)
{
    SALLYPORT_ASSIGN(const SecretBytes made,
                     crypto::argon2(hash.kind, hash.version, {password.bytes(), hash.salt, {}, {}}, hash.cost, hash.hash.size()));
    return equalConstantTime(made.bytes(), hash.hash);
}

Result<bool> verify(const SecretBytes& password, const ForeignPbkdf2& hash)
{
    SALLYPORT_ASSIGN(const SecretBytes made, crypto::pbkdf2(hash.digest, password, hash.salt, hash.iterations, hash.hash.size()));
    return equalConstantTime(made.bytes(), hash.hash);
}

Result<bool> verify(const SecretBytes& password, const ForeignScrypt& hash)
{
    SALLYPORT_ASSIGN(const SecretBytes made, crypto::scrypt(password, hash.salt, hash.cost, hash.hash.size()));
    return equalConstantTime(made.bytes(), hash.hash);
}

constexpr std::array<std::string_view, 3> argon2Names{"argon2d", "argon2i", "argon2id"};
constexpr std::array<std::string_view, 3> pbkdf2Names{"pbkdf2-sha1", "pbkdf2-sha256", "pbkdf2-sha512"};

std::string textOf(const ForeignArgon2& hash)
{
    return "$" + std::string(argon2Names[static_cast<std::size_t>(hash.kind)]) +
           (hash.version == crypto::Argon2Version::V13 ? "$v=19$m=" : "$v=16$m=") + std::to_string(hash.cost.memoryKib) +
           ",t=" + std::to_string(hash.cost.passes) + ",p=" + std::to_string(hash.cost.lanes) + '$' + hashBase64(hash.salt) +
           '$' + hashBase64(hash.hash);
}

std::string textOf(const ForeignPbkdf2& hash)
{
    return "$" + std::string(pbkdf2Names[static_cast<std::size_t>(hash.digest)]) + "$i=" + std::to_string(hash.iterations) + '$' +
           hashBase64(hash.salt) + '$' + hashBase64(hash.hash);
}

std::string textOf(const ForeignScrypt& hash)
{
    return "$scrypt$ln=" + std::to_string(std::countr_zero(hash.cost.n)) + ",r=" + std::to_string(hash.cost.r) +
           ",p=" + std::to_string(hash.cost.p) + '$' + hashBase64(hash.salt) + '$' + hashBase64(hash.hash);
}

std::string textOf(const ForeignBcrypt& hash)
{
    return (hash.ofSha256 ? std::string(djangoBcrypt) : std::string()) + hash.text;
}

/// `$name[$v=19]$parameters$salt$hash`, cut at its dollars; the first part is empty.
std::optional<ForeignHash> readArgon2(const std::vector<std::string_view>& parts, crypto::Argon2Kind kind)
{
    ForeignArgon2 hash;
    hash.kind = kind;
    const bool versioned = parts.size() == 6;
    if (!versioned && parts.size() != 5) // without one it is from before there were two
        return std::nullopt;
    const auto version = versioned ? hashParameter(parts[2], "v") : std::optional<std::uint32_t>(16);
    const auto costs = hashParts(parts[versioned ? 3 : 2], ',');
    const auto salt = hashBytes(parts[versioned ? 4 : 3]);
    const auto bytes = hashBytes(parts.back());
    if ((version != 16U && version != 19U) || costs.size() != 3 || !salt || !bytes)
        return std::nullopt;
    hash.version = version == 19U ? crypto::Argon2Version::V13 : crypto::Argon2Version::V10;
    const auto memory = hashParameter(costs[0], "m"), passes = hashParameter(costs[1], "t"), lanes = hashParameter(costs[2], "p");
    if (!memory || !passes || !lanes)
        return std::nullopt;
    hash.cost = {*memory, *passes, *lanes};
    hash.salt = *salt;
    hash.hash = *bytes;
    return ForeignHash(std::move(hash));
}

/// `$name$i=600000[,l=32]$salt$hash`, or passlib's `$name$600000$salt$hash`.
std::optional<ForeignHash> readPbkdf2(const std::vector<std::string_view>& parts, crypto::Pbkdf2Digest digest)
{
    if (parts.size() != 5)
        return std::nullopt;
    const std::string_view first = hashParts(parts[2], ',').front();
    const auto named = hashParameter(first, "i");
    const auto iterations = named ? named : hashNumber(parts[2]);
    auto salt = hashBytes(parts[3]), bytes = hashBytes(parts[4]);
    if (!iterations || !salt || !bytes)
        return std::nullopt;
    return ForeignHash(ForeignPbkdf2{digest, *iterations, std::move(*salt), std::move(*bytes)});
}

/// `$scrypt$ln=15,r=8,p=1$salt$hash`
std::optional<ForeignHash> readScrypt(const std::vector<std::string_view>& parts)
{
    const auto costs = parts.size() == 5 ? hashParts(parts[2], ',') : std::vector<std::string_view>();
    if (costs.size() != 3)
        return std::nullopt;
    const auto power = hashParameter(costs[0], "ln"), r = hashParameter(costs[1], "r"), p = hashParameter(costs[2], "p");
    auto salt = hashBytes(parts[3]), bytes = hashBytes(parts[4]);
    constexpr std::uint32_t highestPower = 40;
    if (!power || *power > highestPower || !r || !p || !salt || !bytes)
        return std::nullopt;
    return ForeignHash(ForeignScrypt{{std::uint64_t{1} << *power, *r, *p}, std::move(*salt), std::move(*bytes)});
}

} // namespace

Result<void> checkForeignCost(const ForeignHash& hash)
{
    return std::visit([](const auto& known) { return check(known); }, hash);
}

std::string foreignHashText(const ForeignHash& hash)
{
    return std::visit([](const auto& known) { return textOf(known); }, hash);
}

std::optional<ForeignHash> readForeignHash(std::string_view text)
{
    if (startsBcrypt(text))
        return ForeignHash(ForeignBcrypt{std::string(text), false});
    if (text.starts_with(djangoBcrypt) && startsBcrypt(text.substr(djangoBcrypt.size())))
        return ForeignHash(ForeignBcrypt{std::string(text.substr(djangoBcrypt.size())), true});
    const auto parts = hashParts(text, '$');
    if (parts.size() < 5 || !parts.front().empty())
        return std::nullopt;
    for (std::size_t i = 0; i < argon2Names.size(); ++i)
        if (parts[1] == argon2Names[i])
            return readArgon2(parts, static_cast<crypto::Argon2Kind>(i));
    for (std::size_t i = 0; i < pbkdf2Names.size(); ++i)
        if (parts[1] == pbkdf2Names[i])
            return readPbkdf2(parts, static_cast<crypto::Pbkdf2Digest>(i));
    if (parts[1] == "pbkdf2") // passlib's name for the first
        return readPbkdf2(parts, crypto::Pbkdf2Digest::Sha1);
    return parts[1] == "scrypt" ? readScrypt(parts) : std::nullopt;
}

std::string_view foreignHashName(const ForeignHash& hash) noexcept
{
    constexpr std::array<std::string_view, 4> names{"argon2", "pbkdf2", "scrypt", "bcrypt"};
    return names[hash.index()];
}

Result<bool> verifyForeign(const SecretBytes& password, const ForeignHash& hash)
{
    if (const auto bounded = checkForeignCost(hash); !bounded)
        return makeError(ErrorCode::CryptoFailure, bounded.error().detail);
    return std::visit([&](const auto& known) { return verify(password, known); }, hash);
}

} // namespace sallyport::identity

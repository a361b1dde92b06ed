#include "backend/crypto/password_hash.h"

#include "backend/base/encoding.h"

#include <argon2.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <latch>
#include <limits>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

namespace sallyport::crypto {
namespace {

constexpr std::size_t saltSize = 16; // RFC 9106 §3.1
constexpr std::size_t hashSize = 32;
constexpr PasswordCost highestCost{1024 * 1024, 64, 16};

struct Phc {
    PasswordCost cost;
    Bytes salt;
    Bytes hash;
};

/// libargon2 takes non-const pointers and only reads them (no ARGON2_FLAG_CLEAR_* is set).
std::uint8_t* pointer(std::span<const std::byte> bytes)
{
    return reinterpret_cast<std::uint8_t*>(const_cast<std::byte*>(bytes.data()));
}

std::string unpadded(std::span<const std::byte> bytes)
{
    std::string text = toBase64(bytes);
    while (text.ends_with('='))
        text.pop_back();
    return text;
}

std::optional<Bytes> fromUnpadded(std::string_view text)
{
    if (text.find('=') != text.npos)
        return std::nullopt;
    std::string padded(text);
    while (padded.size() % 4 != 0)
        padded += '=';
    auto bytes = fromBase64(padded);
    return bytes ? std::optional(std::move(*bytes)) : std::nullopt;
}

/// The text before `delimiter`, which is taken off `rest` with it; nothing without one.
std::optional<std::string_view> takeUntil(std::string_view& rest, char delimiter)
{
    const std::size_t at = rest.find(delimiter);
    if (at == rest.npos)
        return std::nullopt;
    const std::string_view part = rest.substr(0, at);
    rest.remove_prefix(at + 1);
    return part;
}

std::optional<std::uint32_t> parameter(std::optional<std::string_view> text, std::string_view name, std::uint32_t highest)
{
    if (!text || !text->starts_with(name))
        return std::nullopt;
    text->remove_prefix(name.size());
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (error != std::errc() || end != text->data() + text->size() || value == 0 || value > highest)
        return std::nullopt;
    return value;
}

std::optional<Phc> parsePhc(std::string_view rest)
{
    constexpr std::string_view prefix = "$argon2id$v=19$";
    constexpr std::size_t longest = 256;
    if (rest.size() > longest || !rest.starts_with(prefix))
        return std::nullopt;
    rest.remove_prefix(prefix.size());
    const auto memory = parameter(takeUntil(rest, ','), "m=", highestCost.memoryKib);
    const auto passes = parameter(takeUntil(rest, ','), "t=", highestCost.passes);
    const auto lanes = parameter(takeUntil(rest, '$'), "p=", highestCost.lanes);
    const auto saltText = takeUntil(rest, '$');
    if (!memory || !passes || !lanes || !saltText)
        return std::nullopt;
    auto salt = fromUnpadded(*saltText);
    auto hash = fromUnpadded(rest);
    if (!salt || salt->size() < 8 || !hash || hash->size() < 16)
        return std::nullopt;
    return Phc{{*memory, *passes, *lanes}, std::move(*salt), std::move(*hash)};
}

/// Whether the system gives so many threads at once, some 30 microseconds each.
bool threadsToSpare(std::uint32_t count)
{
    std::vector<std::thread> threads;
    std::latch all(1);
    bool enough = true;
    try {
        threads.reserve(count);
        while (threads.size() < count)
            threads.emplace_back([&all] { all.wait(); });
    } catch (const std::exception&) { // no more threads, or no memory for them
        enough = false;
    }
    all.count_down();
    for (std::thread& thread : threads)
        thread.join();
    return enough;
}

/// Of the hash that is made on this thread.
struct Argon2Run {
    std::uint32_t threads = 1;
    bool threadsMissing = false;
};
thread_local Argon2Run t_run;

/// libargon2 frees the memory of a run whose next thread can't be started while those before it still write there: such a run
/// must not begin. It asks here for its memory, and only then starts them.
int allocateForArgon2(std::uint8_t** memory, std::size_t size)
{
    *memory = static_cast<std::uint8_t*>(std::malloc(size));
    if (*memory == nullptr || t_run.threads == 1 || threadsToSpare(t_run.threads))
        return ARGON2_OK;
    std::free(*memory);
    *memory = nullptr; // what it looks at
    t_run.threadsMissing = true;
    return ARGON2_MEMORY_ALLOCATION_ERROR;
}

void freeForArgon2(std::uint8_t* memory, std::size_t)
{
    std::free(memory);
}

} // namespace

Result<SecretBytes> argon2id(const Argon2Input& input, const PasswordCost& cost, std::size_t size)
{
    return argon2(Argon2Kind::Id, Argon2Version::V13, input, cost, size);
}

Result<SecretBytes> argon2(Argon2Kind kind, Argon2Version version, const Argon2Input& input, const PasswordCost& cost,
                           std::size_t size)
{
    const argon2_type type = kind == Argon2Kind::D ? Argon2_d : kind == Argon2Kind::I ? Argon2_i : Argon2_id;
    constexpr std::size_t largest = std::numeric_limits<std::uint32_t>::max();
    if (input.password.size() > largest || input.salt.size() > largest || input.secret.size() > largest ||
        input.associatedData.size() > largest || size > largest)
        return makeError(ErrorCode::CryptoFailure, "Argon2: an input is too large");
    SecretBytes output(size);
    argon2_context context{};
    context.out = pointer(output.bytes());
    context.outlen = static_cast<std::uint32_t>(size);
    context.pwd = pointer(input.password);
    context.pwdlen = static_cast<std::uint32_t>(input.password.size());
    context.salt = pointer(input.salt);
    context.saltlen = static_cast<std::uint32_t>(input.salt.size());
    context.secret = pointer(input.secret);
    context.secretlen = static_cast<std::uint32_t>(input.secret.size());
    context.ad = pointer(input.associatedData);
    context.adlen = static_cast<std::uint32_t>(input.associatedData.size());
    context.t_cost = cost.passes;
    context.m_cost = cost.memoryKib;
    context.lanes = cost.lanes;
    context.threads = cost.lanes; // how many work on the lanes; the hash is the same
    context.allocate_cbk = allocateForArgon2;
    context.free_cbk = freeForArgon2;
    context.version = version == Argon2Version::V10 ? ARGON2_VERSION_10 : ARGON2_VERSION_13;
    context.flags = ARGON2_DEFAULT_FLAGS;
    t_run = {context.threads};
    int status = argon2_ctx(&context, type);
    if (status != ARGON2_OK && t_run.threadsMissing) {
        t_run = {};
        context.threads = 1;
        status = argon2_ctx(&context, type);
    }
    if (status != ARGON2_OK)
        return makeError(ErrorCode::CryptoFailure, std::string("Argon2: ") + argon2_error_message(status));
    return output;
}

Result<std::string> PasswordHasher::hash(const SecretBytes& password, RandomSource& random) const
{
    std::array<std::byte, saltSize> salt;
    if (!random.fill(salt))
        return makeError(ErrorCode::CryptoFailure, "no randomness for a salt");
    SALLYPORT_ASSIGN(const SecretBytes hash, argon2id({password.bytes(), salt, {}, {}}, m_cost, hashSize));
    return "$argon2id$v=19$m=" + std::to_string(m_cost.memoryKib) + ",t=" + std::to_string(m_cost.passes) +
           ",p=" + std::to_string(m_cost.lanes) + '$' + unpadded(salt) + '$' + unpadded(hash.bytes());
}

Result<bool> PasswordHasher::verify(const SecretBytes& password, std::string_view phc) const
{
    const std::optional<Phc> stored = parsePhc(phc);
    if (!stored)
        return makeError(ErrorCode::CryptoFailure, "a stored password hash is unreadable");
    SALLYPORT_ASSIGN(const SecretBytes hash,
                     argon2id({password.bytes(), stored->salt, {}, {}}, stored->cost, stored->hash.size()));
    return equalConstantTime(hash.bytes(), stored->hash);
}

bool PasswordHasher::needsRehash(std::string_view phc) const
{
    const std::optional<Phc> stored = parsePhc(phc);
    return !stored || stored->cost != m_cost || stored->salt.size() != saltSize || stored->hash.size() != hashSize;
}

void PasswordHasher::dummyVerify(const SecretBytes& password) const
{
    static constexpr std::array<std::byte, saltSize> salt{};
    const auto unused = argon2id({password.bytes(), salt, {}, {}}, m_cost, hashSize);
    static_cast<void>(unused);
}

} // namespace sallyport::crypto

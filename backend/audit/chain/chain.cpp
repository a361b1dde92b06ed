#include "backend/audit/chain/chain.h"

#include "backend/base/encoding.h"
#include "backend/base/time_format.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <endian.h>
#include <mutex>
#include <vector>

namespace sallyport::audit {

namespace {

constexpr std::string_view eventLabel = "sallyport event 1";
constexpr std::string_view sealLabel = "sallyport anchor 1";

struct FreeContext {
    void operator()(EVP_MAC_CTX* context) const noexcept { EVP_MAC_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MAC_CTX, FreeContext>;

void put(std::string& to, std::int64_t number)
{
    std::array<char, 8> bytes;
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(static_cast<std::uint64_t>(number) >> (56 - 8 * i) & 0xff);
    to.append(bytes.data(), bytes.size());
}

void put(std::string& to, std::string_view text)
{
    put(to, static_cast<std::int64_t>(text.size()));
    to += text;
}

std::string_view characters(const ChainHash& hash)
{
    return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

/// Writes into room that is there; appending each of an event's two dozen pieces costs more than hashing them.
class PieceWriter {
public:
    explicit PieceWriter(char* at) noexcept : m_at(at) {}
    void put(std::int64_t number) noexcept
    {
        const std::uint64_t bigEndian = htobe64(static_cast<std::uint64_t>(number));
        std::memcpy(m_at, &bigEndian, sizeof bigEndian);
        m_at += sizeof bigEndian;
    }
    void put(std::string_view text) noexcept
    {
        put(static_cast<std::int64_t>(text.size()));
        m_at = std::ranges::copy(text, m_at).out;
    }

private:
    char* m_at;
};

} // namespace

void appendCanonical(std::string& to, std::string_view text)
{
    put(to, text);
}

void appendCanonical(std::string& to, const Event& event)
{
    const std::array numbers{event.sequence, toMicros(event.time), static_cast<std::int64_t>(event.severity),
                             static_cast<std::int64_t>(event.outcome), std::int64_t{event.status}};
    const std::array texts{&event.kind,         &event.actor.kind,  &event.actor.id,  &event.actor.name,
                           &event.actor.email,  &event.object.kind, &event.object.id, &event.object.name,
                           &event.object.email, &event.address,     &event.userAgent, &event.requestId,
                           &event.method,       &event.path,        &event.reason,    &event.detailsJson};
    std::size_t size = sizeof(std::int64_t) * (numbers.size() + texts.size());
    for (const std::string* text : texts)
        size += text->size();
    const std::size_t before = to.size();
    to.resize(before + size);
    PieceWriter writer(to.data() + before);
    for (const std::int64_t number : numbers)
        writer.put(number);
    for (const std::string* text : texts)
        writer.put(std::string_view(*text));
}

/// A context that has the key costs more to copy than an event to hash: those that were used wait for the next.
struct Chain::Keyed {
    static constexpr std::size_t kept = 8;

    Context take()
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_idle.empty()) {
                Context idle = std::move(m_idle.back());
                m_idle.pop_back();
                return idle;
            }
        }
        return Context(EVP_MAC_CTX_dup(context.get()));
    }
    void giveBack(Context used)
    {
        // Without a key it begins anew with the one it has.
        if (EVP_MAC_init(used.get(), nullptr, 0, nullptr) != 1)
            return;
        const std::lock_guard lock(m_mutex);
        if (m_idle.size() < kept)
            m_idle.push_back(std::move(used));
    }

    Context context;

private:
    std::mutex m_mutex;
    std::vector<Context> m_idle;
};

Chain::Chain(std::unique_ptr<Keyed> keyed) : m_keyed(std::move(keyed)) {}
Chain::~Chain() = default;

Result<std::shared_ptr<const Chain>> Chain::make(const SecretBytes& key)
{
    if (key.size() < 32)
        return makeError(ErrorCode::InvalidArgument, "The key of the audit chain is too short.");
    EVP_MAC* const mac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    auto keyed = std::make_unique<Keyed>();
    keyed->context.reset(mac ? EVP_MAC_CTX_new(mac) : nullptr);
    EVP_MAC_free(mac);
    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                                     OSSL_PARAM_construct_end()};
    if (!keyed->context ||
        EVP_MAC_init(keyed->context.get(), reinterpret_cast<const unsigned char*>(key.data()), key.size(), parameters) != 1)
        return makeError(ErrorCode::CryptoFailure, "HMAC-SHA256 is not available.");
    return std::shared_ptr<const Chain>(new Chain(std::move(keyed)));
}

Result<ChainHash> Chain::mac(std::string_view begin, std::string_view rest) const
{
    Context context = m_keyed->take();
    ChainHash hash;
    std::size_t length = 0;
    const auto update = [&context](std::string_view part) {
        return EVP_MAC_update(context.get(), reinterpret_cast<const unsigned char*>(part.data()), part.size()) == 1;
    };
    if (!context || !update(begin) || !update(rest) ||
        EVP_MAC_final(context.get(), reinterpret_cast<unsigned char*>(hash.data()), &length, hash.size()) != 1 ||
        length != hash.size())
        return makeError(ErrorCode::CryptoFailure, "HMAC-SHA256 failed.");
    m_keyed->giveBack(std::move(context));
    return hash;
}

Result<ChainHash> Chain::next(const ChainHash& previous, const Event& event) const
{
    std::string canonical;
    appendCanonical(canonical, event);
    return next(previous, canonical);
}

Result<ChainHash> Chain::next(const ChainHash& previous, std::string_view canonical) const
{
    std::array<char, 2 * sizeof(std::int64_t) + eventLabel.size() + std::tuple_size_v<ChainHash>> begin;
    PieceWriter writer(begin.data());
    writer.put(eventLabel);
    writer.put(characters(previous));
    return mac({begin.data(), begin.size()}, canonical);
}

Result<ChainHash> Chain::seal(std::string_view text) const
{
    std::string message;
    put(message, sealLabel);
    put(message, text);
    return mac(message, {});
}

std::string hexOf(const ChainHash& hash)
{
    return toHex(hash);
}

Result<ChainHash> hashFromHex(std::string_view text)
{
    SALLYPORT_ASSIGN(const Bytes bytes, fromHex(text));
    ChainHash hash;
    if (bytes.size() != hash.size())
        return makeError(ErrorCode::InvalidArgument, "Not a SHA-256 value.");
    std::ranges::copy(bytes, hash.begin());
    return hash;
}

} // namespace sallyport::audit

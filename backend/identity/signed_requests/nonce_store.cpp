#include "backend/identity/signed_requests/nonce_store.h"

#include <algorithm>
#include <cstring>

namespace sallyport::identity {

namespace {

constexpr std::chrono::seconds keptFor = 2 * maximumSignatureWindow + std::chrono::seconds(1);

std::int64_t unixSecondsOf(UtcTime time)
{
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

} // namespace

std::size_t NonceStore::TagHash::operator()(const NonceTag& tag) const noexcept
{
    std::size_t hash = 0; // a tag is random already
    std::memcpy(&hash, tag.data(), sizeof hash);
    return hash;
}

Result<std::unique_ptr<NonceStore>> NonceStore::open(const std::filesystem::path& file, const SecretBytes& secret,
                                                     const Clock& clock, NonceOptions options)
{
    SALLYPORT_ASSIGN(crypto::HmacKey key, crypto::HmacKey::create(secret.bytes()));
    SALLYPORT_ASSIGN(NonceFile::Opened opened,
                     NonceFile::open(file, options.capacity, options.bootId, options.used,
                                     {clock.now(), options.deletable.value_or(clock.now())}, maximumSignatureWindow));
    return std::unique_ptr<NonceStore>(new NonceStore(std::move(key), clock, std::move(options), std::move(opened)));
}

NonceStore::NonceStore(crypto::HmacKey key, const Clock& clock, NonceOptions options, NonceFile::Opened opened)
    : m_hashKey(std::move(key)), m_clock(clock), m_options(std::move(options)), m_file(std::move(opened.file)),
      m_floor(opened.floor)
{
    const std::int64_t now = unixSecondsOf(clock.now());
    for (const NonceRecord& record : opened.records) {
        m_seen.insert(record.tag);
        // Over by a clock that may be wrong: once more its time, by the steady clock.
        const auto left = record.until > now ? std::min(std::chrono::seconds(record.until - now), keptFor) : keptFor;
        m_order.push_back({record.tag, nullptr, clock.steady() + left});
    }
}

NonceTag NonceStore::tagOf(std::string_view key, std::string_view nonce) const
{
    std::string text;
    text.reserve(key.size() + 1 + nonce.size());
    text.append(key).append("\n").append(nonce);
    NonceTag tag{};
    if (const auto mac = m_hashKey.mac(asBytes(text)))
        std::copy_n(mac->begin(), tag.size(), tag.begin());
    return tag;
}

void NonceStore::forgetOld(SteadyTime now)
{
    while (!m_order.empty() && m_order.front().until <= now) {
        const Kept& oldest = m_order.front();
        m_seen.erase(oldest.tag);
        if (oldest.ofKey != nullptr)
            --*oldest.ofKey;
        m_order.pop_front();
    }
    if (m_order.empty() && !m_perKey.empty())
        m_perKey.clear();
}

NonceAnswer NonceStore::take(std::string_view key, std::string_view nonce, std::int64_t created)
{
    const NonceTag tag = tagOf(key, nonce);
    bool before = false, after = false;
    NonceAnswer answer;
    {
        const std::lock_guard lock(m_mutex);
        before = m_fileFails;
        answer = takeLocked(key, tag, created);
        after = m_fileFails;
    }
    if (before != after && m_options.watcher)
        m_options.watcher(after ? Result<void>(makeError(ErrorCode::DiskFull, "The file of nonces cannot grow"))
                                : Result<void>());
    return answer;
}

NonceAnswer NonceStore::takeLocked(std::string_view key, const NonceTag& tag, std::int64_t created)
{
    const SteadyTime steady = m_clock.steady();
    forgetOld(steady);
    const std::int64_t now = unixSecondsOf(m_clock.now());
    if (created <= m_floor)
        return {NonceOutcome::TooEarly,
                std::chrono::seconds(std::clamp<std::int64_t>(m_floor + 1 - now, 1, maximumSignatureWindow.count() + 1))};
    if (m_seen.contains(tag))
        return {NonceOutcome::Seen, {}};
    const auto until = [&] {
        const auto wait =
            m_order.empty() ? std::chrono::seconds(1) : std::chrono::ceil<std::chrono::seconds>(m_order.front().until - steady);
        return std::max(wait, std::chrono::seconds(1));
    };
    if (m_order.size() >= m_options.capacity)
        return {NonceOutcome::Full, until()};
    std::size_t& ofKey = m_perKey[std::string(key)];
    if (ofKey >= m_options.perKey)
        return {NonceOutcome::Full, until()};
    m_fileFails = !m_file->append({tag, static_cast<std::uint32_t>(now + keptFor.count())});
    if (m_fileFails)
        return {NonceOutcome::Full, std::chrono::seconds(60)}; // the disk is full
    m_seen.insert(tag);
    m_order.push_back({tag, &ofKey, steady + keptFor});
    ++ofKey;
    return {NonceOutcome::Taken, {}};
}

std::size_t NonceStore::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_order.size();
}

} // namespace sallyport::identity

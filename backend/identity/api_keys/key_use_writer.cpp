#include "backend/identity/api_keys/key_use_writer.h"

#include "backend/base/fault.h"
#include "backend/base/thread_pool.h"
#include "backend/identity/api_keys/key_rows.h"

#include <utility>

namespace sallyport::identity {

namespace {

constexpr std::chrono::seconds interval{2};

} // namespace

KeyUseWriter::~KeyUseWriter()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    (void) flush(); // a full disk must not keep the vault open
}

void KeyUseWriter::count(const LiveKeys::KeyPointer& key, UtcTime now, const IpAddress& client)
{
    if (!key->countUse(now, client))
        return;
    const std::lock_guard lock(m_mutex);
    m_dirty.push_back(key);
    if (m_stopping)
        return;
    if (!m_thread.joinable())
        contained({}, {}, [this] { m_thread = std::thread([this] { run(); }); }); // no thread left: the next use tries again
    if (m_dirty.size() == 1)
        m_changed.notify_one();
}

Result<void> KeyUseWriter::flush()
{
    const std::lock_guard oneAtATime(m_flushing);
    std::vector<LiveKeys::KeyPointer> keys;
    {
        const std::lock_guard lock(m_mutex);
        keys.swap(m_dirty);
    }
    if (keys.empty())
        return {};
    Result<void> written = makeError(ErrorCode::Internal, "the use of API keys could not be written");
    contained({}, {}, [&] { written = write(keys); });
    if (written)
        return {};
    const std::lock_guard lock(m_mutex);
    // A key that was used meanwhile is in the list already; twice does no harm: the second time there is nothing to take.
    m_dirty.insert(m_dirty.end(), keys.begin(), keys.end());
    return written;
}

Result<void> KeyUseWriter::write(const std::vector<LiveKeys::KeyPointer>& keys)
{
    std::vector<std::pair<KeyId, KeyUse>> uses;
    uses.reserve(keys.size());
    for (const auto& key : keys)
        uses.emplace_back(key->record()->id, key->takeUnwritten());
    Result<void> written = makeError(ErrorCode::Internal, "the use of API keys could not be written");
    contained({}, {}, [&] {
        written =
            m_store.write([&](storage::Transaction& transaction) -> Result<void> { return rows::addKeyUses(transaction, uses); });
    });
    if (!written) {
        for (std::size_t i = 0; i < keys.size(); ++i)
            keys[i]->giveBack(uses[i].second.unwritten);
    }
    return written;
}

void KeyUseWriter::watch(std::function<void(const Result<void>&)> watcher)
{
    const std::lock_guard lock(m_watching);
    m_watcher = std::move(watcher);
}

void KeyUseWriter::run()
{
    setThreadName("key-use");
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_changed.wait(lock, [this] { return m_stopping || !m_dirty.empty(); });
        if (m_changed.wait_for(lock, interval, [this] { return m_stopping; }))
            return;
        lock.unlock();
        const Result<void> written = flush(); // what failed is tried again in two seconds
        {
            const std::lock_guard watching(m_watching);
            if (m_watcher)
                contained({}, {}, [&] { m_watcher(written); });
        }
        lock.lock();
    }
}

} // namespace sallyport::identity

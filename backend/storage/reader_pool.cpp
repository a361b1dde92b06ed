#include "backend/storage/reader_pool.h"

#include "backend/storage/connection.h"

#include <algorithm>
#include <utility>

namespace sallyport::storage {

ReaderPool::ReaderPool(std::filesystem::path file, SecretBytes key, std::size_t size)
    : m_file(std::move(file))
    , m_key(std::move(key))
    , m_size(std::max<std::size_t>(size, 1))
{
}

ReaderPool::~ReaderPool() = default;

ReaderPool::Lease::Lease(ReaderPool& pool, std::unique_ptr<Connection> connection)
    : m_pool(&pool)
    , m_connection(std::move(connection))
{
}

ReaderPool::Lease::Lease(Lease&& other) noexcept
    : m_pool(other.m_pool)
    , m_connection(std::move(other.m_connection))
{
}

ReaderPool::Lease::~Lease()
{
    if (m_connection != nullptr)
        m_pool->giveBack(std::move(m_connection));
}

Result<ReaderPool::Lease> ReaderPool::borrow()
{
    {
        std::unique_lock lock(m_mutex);
        m_freed.wait(lock, [this] { return !m_idle.empty() || m_open < m_size; });
        if (!m_idle.empty()) {
            std::unique_ptr<Connection> connection = std::move(m_idle.back());
            m_idle.pop_back();
            return Lease(*this, std::move(connection));
        }
        ++m_open;
    }
    Result<std::unique_ptr<Connection>> opened = Connection::open(m_file, m_key, Connection::Mode::ReadOnly);
    if (opened)
        return Lease(*this, std::move(*opened));
    {
        const std::lock_guard lock(m_mutex);
        --m_open;
    }
    m_freed.notify_one();
    return opened.error();
}

void ReaderPool::giveBack(std::unique_ptr<Connection> connection)
{
    {
        const std::lock_guard lock(m_mutex);
        m_idle.push_back(std::move(connection));
    }
    m_freed.notify_one();
}

} // namespace sallyport::storage

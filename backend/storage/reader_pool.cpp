#include "backend/storage/reader_pool.h"

#include "backend/storage/connection.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace sallyport::storage {
namespace {

constexpr std::chrono::milliseconds patience(1000);

} // namespace

ReaderPool::ReaderPool(std::filesystem::path file, SecretBytes key, std::size_t size)
    : m_file(std::move(file)), m_key(std::move(key)), m_size(std::max<std::size_t>(size, 1))
{
    m_idle.reserve(m_size); // so that giving back never fails
}

ReaderPool::~ReaderPool() = default;

ReaderPool::Lease::Lease(ReaderPool& pool, std::unique_ptr<Connection> connection)
    : m_pool(&pool), m_connection(std::move(connection))
{
}

ReaderPool::Lease::Lease(Lease&& other) noexcept : m_pool(other.m_pool), m_connection(std::move(other.m_connection)) {}

ReaderPool::Lease::~Lease()
{
    if (m_connection != nullptr)
        m_pool->giveBack(std::move(m_connection));
}

Result<ReaderPool::Lease> ReaderPool::borrow()
{
    {
        std::unique_lock lock(m_mutex);
        // Beyond that time one more is opened: those who hold the others may be waiting for us (a read inside a read).
        m_freed.wait_for(lock, patience, [this] { return !m_idle.empty() || m_open < m_size; });
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
        if (m_open <= m_size)
            m_idle.push_back(std::move(connection));
        else
            --m_open; // closed when it leaves this function, without the lock
    }
    m_freed.notify_one();
}

} // namespace sallyport::storage

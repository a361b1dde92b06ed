#pragma once

#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"

#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

namespace sallyport::storage {

class Connection;

/// Read-only connections, opened when first needed, about `size` of them. Thread-safe.
class ReaderPool {
public:
    ReaderPool(std::filesystem::path file, SecretBytes key, std::size_t size);
    ~ReaderPool();

    /// Borrowed until it goes.
    class Lease {
    public:
        Lease(ReaderPool& pool, std::unique_ptr<Connection> connection);
        Lease(Lease&& other) noexcept;
        Lease& operator=(Lease&&) = delete;
        ~Lease();
        Connection& connection() const { return *m_connection; }

    private:
        ReaderPool* m_pool;
        std::unique_ptr<Connection> m_connection;
    };

    /// Waits until one is free, for a second; then opens another beyond the size, which does not stay.
    Result<Lease> borrow();

private:
    void giveBack(std::unique_ptr<Connection> connection);

    const std::filesystem::path m_file;
    const SecretBytes m_key;
    const std::size_t m_size;
    std::mutex m_mutex;
    std::condition_variable m_freed;
    std::vector<std::unique_ptr<Connection>> m_idle;
    std::size_t m_open = 0;
};

} // namespace sallyport::storage

#pragma once

#include "backend/base/encoding.h"
#include "backend/storage/files.h"
#include "backend/storage/store.h"

#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>
#include <memory>

namespace sallyport::test {

/// A real, encrypted store in a temporary directory, for tests of whatever stands on it.
class TestStore {
public:
    /// `clock`: what the store says that time it is; the system's if null.
    explicit TestStore(const Clock* clock = nullptr) : m_clock(clock) { open(true); }

    storage::Store& store() { return *m_store; }
    storage::Store& operator*() { return *m_store; }
    storage::Store* operator->() { return m_store.get(); }
    std::filesystem::path directory() const { return m_directory.path().toStdString(); }
    std::filesystem::path file() const { return storage::databaseFile(directory()); }
    static SecretBytes key() { return SecretBytes(Bytes(32, std::byte{0x2a})); }

    /// Closes (which empties the -wal) and, for `reopen`, opens what is there.
    void close() { m_store.reset(); }
    void reopen()
    {
        close();
        open(false);
    }

private:
    void open(bool create)
    {
        storage::StoreOptions options;
        options.file = file();
        options.backups = storage::backupsDirectory(directory());
        options.create = create;
        options.clock = m_clock;
        auto store = storage::openStore(options, key());
        if (!store)
            qFatal("the test store does not open: %s", store.error().detail.c_str());
        m_store = std::move(*store);
    }

    const Clock* const m_clock;
    QTemporaryDir m_directory;
    std::unique_ptr<storage::Store> m_store;
};

} // namespace sallyport::test

#pragma once

#include "backend/storage/store.h"

#include <QtTest>

#include <string_view>

namespace sallyport::test {

/// While it lives, every transaction that records an event runs to its end and then cannot be committed, as on a disk that
/// breaks in that moment: a deferred constraint is looked at by COMMIT only.
class FailingCommits {
public:
    explicit FailingCommits(storage::Store& store) : m_store(store)
    {
        run("CREATE TABLE IF NOT EXISTS never_there (id BIGINT PRIMARY KEY)");
        run("CREATE TABLE IF NOT EXISTS in_the_way (id BIGINT REFERENCES never_there (id) DEFERRABLE INITIALLY DEFERRED)");
        run("CREATE TRIGGER no_commit AFTER INSERT ON events BEGIN INSERT INTO in_the_way (id) VALUES (1); END");
    }
    ~FailingCommits() { run("DROP TRIGGER no_commit"); }
    FailingCommits(const FailingCommits&) = delete;
    FailingCommits& operator=(const FailingCommits&) = delete;

private:
    void run(std::string_view sql)
    {
        const auto done = m_store.write([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(auto statement, transaction.prepare(sql));
            return statement.run();
        });
        if (!done)
            qFatal("%s", done.error().detail.c_str());
    }

    storage::Store& m_store;
};

} // namespace sallyport::test

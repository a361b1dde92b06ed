#pragma once

#include "backend/audit/event_kinds.h"
#include "backend/audit/journal.h"
#include "backend/base/time_format.h"
#include "tests/support/test_store.h"

namespace sallyport::test {

inline UtcTime at(const char* rfc3339)
{
    return *fromRfc3339(rfc3339);
}

/// A store with its journal, and a clock that stands at 2026-11-24 12:00 UTC.
class TestJournal {
public:
    TestJournal() { open(); }

    storage::Store& store() { return m_store.store(); }
    audit::Journal& journal() { return *m_journal; }
    audit::Journal* operator->() { return m_journal.get(); }
    std::filesystem::path directory() const { return m_store.directory(); }
    std::filesystem::path anchor() const { return directory() / "audit.head"; }

    void close()
    {
        m_journal.reset();
        m_store.close();
    }
    void reopen()
    {
        close();
        m_store.reopen();
        open();
    }
    /// Another journal on the same store, as if after a restart, without closing this one.
    std::unique_ptr<audit::Journal> second()
    {
        auto journal = audit::Journal::open(store(), key(), anchor());
        if (!journal)
            qFatal("the journal does not open: %s", journal.error().detail.c_str());
        return std::move(*journal);
    }
    static SecretBytes key() { return SecretBytes(Bytes(32, std::byte{0x07})); }

    /// Runs SQL as somebody would who holds the database's key but not the chain's.
    bool tamper(std::string_view sql)
    {
        const auto done = store().write([&](storage::Transaction& transaction) -> Result<void> {
            SALLYPORT_ASSIGN(auto statement, transaction.prepare(sql));
            return statement.run();
        });
        return done.has_value();
    }

    ManualClock clock{at("2026-11-24T12:00:00Z")};

private:
    void open() { m_journal = second(); }
    TestStore m_store{&clock};
    std::unique_ptr<audit::Journal> m_journal;
};

/// A sign-in of `name` from `address`.
inline audit::Event sampleEvent(std::string_view kind = audit::kind::signInSucceeded, std::string name = "Mei Tanaka",
                                std::string address = "198.51.100.24")
{
    audit::Event result;
    result.kind = kind;
    if (const auto* known = audit::findEventKind(kind))
        result.severity = known->severity;
    result.actor = {"user", "01J0000000000000000000MEI0", std::move(name)};
    result.address = std::move(address);
    return result;
}

} // namespace sallyport::test

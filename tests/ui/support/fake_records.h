#pragma once

#include "backend/base/clock.h"
#include "backend/records/records.h"
#include "tests/ui/support/failures.h"

#include <atomic>
#include <map>
#include <mutex>

namespace sallyport::tests {

class FakeUsers;

/// The records of the picture look/records-light.png, then as many like them as wanted, one changed every 17 minutes back from
/// now. They are made when first asked for. A value is "NAME of TITLE" unless somebody gave another one.
class FakeRecords final : public records::Records {
public:
    using RecordId = records::RecordId;
    FakeRecords(Clock& clock, FakeUsers& users) : m_clock(clock), m_users(users) {}

    Result<records::RecordPage> list(const access::Actor& actor, const records::RecordQuery& query) override;
    Result<records::Record> read(const access::Actor& actor, const RecordId& id) override;
    Result<records::ShownRecord> unmask(const access::Actor& actor, const RecordId& id) override;
    Result<records::Record> create(const access::Actor& actor, records::NewRecord record) override;
    Result<records::Record> change(const access::Actor& actor, const RecordId& id, records::RecordPatch patch) override;
    Result<void> remove(const access::Actor& actor, const RecordId& id) override;
    Result<std::int64_t> exportRecords(const access::Actor& actor, records::RecordQuery query, std::string_view format,
                                       const std::function<bool(const records::Record&)>& record) override;
    Result<records::EncryptionState> encryption(const access::Actor& actor) override;
    Result<records::EncryptionState> rotateKey(const access::Actor& actor) override;
    Result<records::EncryptionState> encryptAnew(const access::Actor& actor,
                                                 const std::function<bool(std::int64_t, std::int64_t)>& progress) override;
    Result<std::vector<RecordId>> findDamaged(const access::Actor&) override { return std::vector<RecordId>(); }

    RecordId idOf(const std::string& title);
    /// As it is now, for tests.
    records::Record of(const std::string& title);
    /// The value as it is now.
    std::string valueOf(const std::string& title, const std::string& member);
    /// Changes the record behind the back of whoever shows it.
    void changeElsewhere(const std::string& title, const std::function<void(records::Record&)>& edit);

    std::size_t count = 240; ///< before the first question
    bool about = false;      ///< nobody counts so far
    Failures failures, unmaskFailures, changeFailures;
    std::atomic<int> unmasked = 0;
    /// What encryptAnew waits for before each step; nothing: it doesn't.
    std::function<void()> beforeStep;

private:
    void fill();
    records::Record* find(const RecordId& id);
    std::string value(const records::Record& record, const std::string& member) const;
    static Error none() { return makeError(ErrorCode::NotFound, "There is no such record."); }

    Clock& m_clock;
    FakeUsers& m_users;
    std::mutex m_mutex;
    bool m_filled = false;
    std::vector<records::Record> m_records; ///< the newest change first
    std::map<std::string, std::map<std::string, std::string>> m_values;
    std::int64_t m_key = 3, m_waiting = 0;
    int m_next = 0;
};

} // namespace sallyport::tests

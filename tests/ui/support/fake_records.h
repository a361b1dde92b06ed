#pragma once

#include "backend/records/records.h"

namespace sallyport::tests {

/// A vault without records.
class FakeRecords final : public records::Records {
public:
    Result<records::RecordPage> list(const access::Actor& actor, const records::RecordQuery&) override
    {
        SALLYPORT_TRY(access::require(actor, access::Permission::RecordsRead));
        return records::RecordPage();
    }
    Result<records::Record> read(const access::Actor&, const records::RecordId&) override { return none(); }
    Result<records::ShownRecord> unmask(const access::Actor&, const records::RecordId&) override { return none(); }
    Result<records::Record> create(const access::Actor&, records::NewRecord) override { return none(); }
    Result<records::Record> change(const access::Actor&, const records::RecordId&, records::RecordPatch) override
    {
        return none();
    }
    Result<void> remove(const access::Actor&, const records::RecordId&) override { return none(); }
    Result<std::int64_t> exportRecords(const access::Actor&, records::RecordQuery, std::string_view,
                                       const std::function<bool(const records::Record&)>&) override
    {
        return std::int64_t{0};
    }
    Result<records::EncryptionState> encryption(const access::Actor&) override { return records::EncryptionState(); }
    Result<records::EncryptionState> rotateKey(const access::Actor&) override { return records::EncryptionState(); }
    Result<records::EncryptionState> encryptAnew(const access::Actor&,
                                                 const std::function<bool(std::int64_t, std::int64_t)>&) override
    {
        return records::EncryptionState();
    }
    Result<std::vector<records::RecordId>> findDamaged(const access::Actor&) override { return std::vector<records::RecordId>(); }

private:
    static Error none() { return makeError(ErrorCode::NotFound, "There is no such record."); }
};

} // namespace sallyport::tests

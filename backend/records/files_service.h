#pragma once

#include "backend/audit/journal.h"
#include "backend/records/attachment_access.h"
#include "backend/records/field_keys.h"
#include "backend/records/file_rows.h"
#include "backend/records/files.h"
#include "backend/records/upload/file_store.h"
#include "backend/settings/settings.h"
#include "backend/storage/store.h"
#include "backend/storage/store_clock.h"

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::records {

/// What files are kept with. Everything outlives them.
struct FilesParts {
    storage::Store& store;
    audit::Journal& journal;
    access::Decisions& decisions;
    settings::Settings& settings;
    Clock& clock;
    RandomSource& random;
    FieldKeys& keys; ///< those of sensitive members: they seal the keys of files, too
    AttachmentAccess::Now now;
};

inline constexpr int uploadsAtOnce = 32; ///< on their way in one process; each holds some 300 KiB

/// The one implementation of Files. What happens to a file on its way is in stored_upload.h.
class FilesService final : public Files {
public:
    FilesService(FilesParts parts, std::unique_ptr<FileStore> folder);

    Result<FilePage> list(const access::Actor& actor, const FileQuery& query) override;
    Result<std::map<std::string, std::int64_t>> countByRecord(const access::Actor& actor,
                                                              const std::vector<RecordId>& records) override;
    Result<StoredFile> read(const access::Actor& actor, const FileId& id) override;
    Result<OpenedFile> open(const access::Actor& actor, const FileId& id) override;
    Result<std::unique_ptr<FileUpload>> begin(const access::Actor& actor, const NewFile& file) override;
    Result<void> remove(const access::Actor& actor, const FileId& id) override;
    FileRules rules() const override;
    Result<std::vector<FileId>> findDamaged(const access::Actor& actor) override;

    /// What decisions know of a file; nothing for an id that none has. Asks nobody. Blocks.
    [[nodiscard]] Result<std::optional<access::Resource>> find(const std::string& id);
    /// The name of a file; empty for an id that none has. Asks nobody. Blocks.
    [[nodiscard]] Result<std::string> nameOf(const std::string& id);
    /// Takes what lies in the folder and no row names, such as what a crash has left; how many there were. At any time. Blocks.
    [[nodiscard]] Result<std::size_t> sweep();
    /// FileStore::copyTo.
    [[nodiscard]] Result<std::size_t> copyContents(const std::filesystem::path& target) const { return m_folder->copyTo(target); }
    /// The rows of these are gone. What can't be removed now is swept another time. Blocks.
    void removeContents(const std::vector<std::string>& ids);

private:
    friend class StoredUpload;

    /// The row of one that the actor may read.
    Result<FileRow> visible(const access::Actor& current, const FileId& id);
    Result<FileOpener> openContent(const FileRow& row);
    Error damaged(const access::Actor& actor, const FileId& id);
    /// Puts what has been uploaded and kept under its row.
    Result<StoredFile> store(const access::Actor& actor, FileRow row, const SecretBytes& key);
    Result<StoredFile> insert(storage::Transaction& transaction, const access::Actor& current, FileRow row);
    Result<void> requireRoom(storage::Transaction& transaction, const RecordId& recordId, std::uint64_t more);
    Result<void> tell(storage::Transaction& transaction, const access::Actor& actor, const StoredFile& file,
                      std::string_view kind);
    /// What is refused because of what it is, or pretends to be, is recorded.
    Error refused(const access::Actor& actor, std::string_view extension, Error error);

    const FilesParts m_parts;
    const storage::StoreClock m_clock;
    const AttachmentAccess m_access;
    const std::unique_ptr<FileStore> m_folder;
    std::atomic<int> m_uploads{0};
};

} // namespace sallyport::records

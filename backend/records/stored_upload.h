#pragma once

#include "backend/crypto/digest.h"
#include "backend/records/files_service.h"
#include "backend/records/upload/file_name.h"
#include "backend/records/upload/file_type.h"
#include "backend/records/upload/picture_filter.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sallyport::records {

/// A file on its way into the vault: looked at, filtered, hashed and encrypted piece by piece.
class StoredUpload final : public FileUpload {
public:
    struct Parts {
        FileName name;
        FileTypeCheck type;
        std::unique_ptr<IncomingFile> file;
        SecretBytes key;
        FileId id;
        std::uint64_t maxSize = 0;
        std::optional<RecordId> recordId;
    };
    /// Counted already in `files`, and not any more when it goes.
    StoredUpload(FilesService& files, access::Actor actor, Parts parts);
    ~StoredUpload() override;

    Result<void> add(std::string_view bytes) override;
    Result<void> attach(const RecordId& recordId) override;
    Result<StoredFile> finish() override;

private:
    Result<void> take(std::string_view bytes);
    /// What only shows when all of it is there.
    Result<void> lookAtWhole();
    /// Nothing is taken any more, and nothing stays.
    Error over(Error error);

    FilesService& m_files;
    const access::Actor m_actor;
    Parts m_parts;
    const std::unique_ptr<PictureFilter> m_filter;
    crypto::Sha256 m_digest;
    std::string m_filtered; ///< a piece of it
    std::uint64_t m_sent = 0;
};

} // namespace sallyport::records

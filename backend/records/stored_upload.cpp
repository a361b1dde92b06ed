#include "backend/records/stored_upload.h"

#include "backend/base/encoding.h"
#include "backend/records/upload/archive_check.h"

#include <utility>

namespace sallyport::records {

namespace {

Error uploadIsOver()
{
    return makeError(ErrorCode::Internal, "The upload is over.");
}

} // namespace

StoredUpload::StoredUpload(FilesService& files, access::Actor actor, Parts parts)
    : m_files(files), m_actor(std::move(actor)), m_parts(std::move(parts)),
      m_filter(PictureFilter::create(m_parts.type.type().mediaType))
{
}

StoredUpload::~StoredUpload()
{
    m_parts.file.reset();
    --m_files.m_uploads;
}

Error StoredUpload::over(Error error)
{
    m_parts.file.reset();
    return m_files.refused(m_actor, m_parts.name.extension, std::move(error));
}

Result<void> StoredUpload::add(std::string_view bytes)
{
    if (!m_parts.file)
        return uploadIsOver();
    Result<void> taken = take(bytes);
    return taken ? taken : over(std::move(taken).error());
}

Result<void> StoredUpload::take(std::string_view bytes)
{
    if (bytes.size() > m_parts.maxSize - m_sent)
        return makeError(ErrorCode::PayloadTooLarge, "A file has at most " + std::to_string(m_parts.maxSize) + " bytes.");
    m_sent += bytes.size();
    m_parts.type.add(bytes);
    m_filtered.clear();
    SALLYPORT_TRY(m_filter->add(bytes, m_filtered));
    m_digest.update(asBytes(m_filtered));
    return m_parts.file->add(asBytes(m_filtered));
}

Result<void> StoredUpload::attach(const RecordId& recordId)
{
    if (!m_parts.file)
        return uploadIsOver();
    const Result<access::Resource> record = m_files.m_parts.store.read(
        [&](storage::Transaction& transaction) { return m_files.m_access.visibleRecord(transaction, m_actor, recordId); });
    if (!record)
        return over(record.error());
    m_parts.recordId = recordId;
    return {};
}

Result<void> StoredUpload::lookAtWhole()
{
    if (m_sent == 0) {
        Error error(ErrorCode::InvalidArgument, "the file is empty");
        error.fields.push_back({"file", error.detail, "minLength"});
        return error;
    }
    SALLYPORT_TRY(m_parts.type.finish());
    SALLYPORT_TRY(m_filter->finish());
    SALLYPORT_TRY(m_parts.file->seal());
    if (!m_parts.type.type().archive)
        return {};
    SALLYPORT_ASSIGN(const FileOpener opener, m_parts.file->opener());
    SecretBytes piece;
    const ArchiveFile archive{opener.size(), [&](std::uint64_t at) -> Result<std::string_view> {
                                  SALLYPORT_ASSIGN(piece, opener.chunk(at / sealedChunk));
                                  return piece.view().substr(static_cast<std::size_t>(at % sealedChunk));
                              }};
    return checkArchive(m_parts.type.type().mediaType, archive);
}

Result<StoredFile> StoredUpload::finish()
{
    if (!m_parts.file)
        return uploadIsOver();
    if (Result<void> fine = lookAtWhole(); !fine)
        return over(std::move(fine).error());
    FileRow row;
    row.file.id = m_parts.id;
    row.file.recordId = m_parts.recordId.value_or(RecordId());
    row.file.name = m_parts.name.name;
    row.file.mediaType = m_parts.type.type().mediaType;
    row.file.size = m_parts.file->size();
    row.file.sha256 = toHex(m_digest.finish());
    if (Result<void> kept = m_parts.file->keep(); !kept)
        return over(std::move(kept).error());
    // While this object has the file open nobody sweeps it away.
    Result<StoredFile> stored = m_files.store(m_actor, std::move(row), m_parts.key);
    if (!stored)
        m_files.removeContents({m_parts.id.text()});
    m_parts.file.reset();
    return stored;
}

} // namespace sallyport::records

#include "backend/records/file_transfer.h"

#include "backend/base/descriptor.h"
#include "backend/journal/report_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

namespace sallyport::records {

namespace {

constexpr std::size_t transferPiece = 64 * 1024; // bytes read at once

Error stopped()
{
    return makeError(ErrorCode::Cancelled, "The transfer was stopped.");
}

} // namespace

Result<StoredFile> uploadFile(Files& files, const access::Actor& actor, const std::filesystem::path& from,
                              const std::optional<RecordId>& recordId, const TransferProgress& progress)
{
    SALLYPORT_ASSIGN(const Descriptor file, openToRead(from));
    struct stat about {};
    if (::fstat(file.get(), &about) != 0)
        return openError(errno, from);
    const auto all = static_cast<std::uint64_t>(about.st_size);
    if (const std::uint64_t most = files.rules().maxSize; all > most)
        return makeError(ErrorCode::PayloadTooLarge, "A file has at most " + std::to_string(most) + " bytes.");
    SALLYPORT_ASSIGN(const std::unique_ptr<FileUpload> upload, files.begin(actor, {from.filename().string(), {}, recordId}));
    std::array<char, transferPiece> piece{};
    std::uint64_t done = 0;
    for (;;) {
        if (progress && !progress(done, all))
            return stopped();
        const ssize_t got = ::read(file.get(), piece.data(), piece.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return makeError(ErrorCode::Unavailable, "The file cannot be read on: " + std::generic_category().message(errno));
        if (got == 0)
            return upload->finish();
        SALLYPORT_TRY(upload->add({piece.data(), static_cast<std::size_t>(got)}));
        done += static_cast<std::uint64_t>(got);
    }
}

Result<StoredFile> downloadFile(Files& files, const access::Actor& actor, const FileId& id, const std::filesystem::path& to,
                                bool replace, const TransferProgress& progress)
{
    SALLYPORT_ASSIGN(const OpenedFile opened, files.open(actor, id));
    SALLYPORT_ASSIGN(journal::ReportFile target,
                     journal::ReportFile::create(to, replace ? journal::ExistingFile::Replace : journal::ExistingFile::Refuse));
    const std::uint64_t all = opened.file.size;
    std::uint64_t done = 0;
    SALLYPORT_TRY(opened.range(0, all, [&](std::span<const std::byte> bytes) -> Result<void> {
        if (progress && !progress(done, all))
            return stopped();
        done += bytes.size();
        return target.write({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
    }));
    SALLYPORT_TRY(target.publish());
    return opened.file;
}

} // namespace sallyport::records

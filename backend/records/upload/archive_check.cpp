#include "backend/records/upload/archive_check.h"

#include "backend/base/utf8.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <string>

namespace sallyport::records {

namespace {

Error refusedArchive(std::string message)
{
    Error error(ErrorCode::InvalidArgument, message);
    error.fields.push_back({"file", std::move(message), "archive"});
    return error;
}

/// What libarchive reads from. It knows no exceptions and no Result: an error waits here.
struct Source {
    const ArchiveFile& file;
    std::uint64_t at = 0;
    std::optional<Error> error = {};
};

la_ssize_t readSource(archive* reader, void* data, const void** buffer)
{
    Source& source = *static_cast<Source*>(data);
    if (source.at >= source.file.size)
        return 0;
    Result<std::string_view> piece = source.file.read(source.at);
    if (!piece) {
        source.error = std::move(piece).error();
        archive_set_error(reader, ARCHIVE_FATAL, "not read");
        return -1;
    }
    source.at += piece->size();
    *buffer = piece->data();
    return static_cast<la_ssize_t>(piece->size());
}

la_int64_t skipSource(archive*, void* data, la_int64_t bytes)
{
    Source& source = *static_cast<Source*>(data);
    const std::uint64_t skipped =
        std::min(static_cast<std::uint64_t>(std::max<la_int64_t>(bytes, 0)), source.file.size - source.at);
    source.at += skipped;
    return static_cast<la_int64_t>(skipped);
}

la_int64_t seekSource(archive*, void* data, la_int64_t offset, int whence)
{
    Source& source = *static_cast<Source*>(data);
    const auto size = static_cast<la_int64_t>(source.file.size);
    const la_int64_t base = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? static_cast<la_int64_t>(source.at) : size;
    if (offset < -base || offset > size - base)
        return ARCHIVE_FATAL;
    source.at = static_cast<std::uint64_t>(base + offset);
    return base + offset;
}

bool isArchiveName(std::string_view lower) noexcept
{
    for (const std::string_view end :
         {".zip", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".7z", ".rar", ".zst", ".jar", ".cab", ".iso", ".lz4"})
        if (lower.size() >= end.size() && lower.substr(lower.size() - end.size()) == end)
            return true;
    return false;
}

/// Nothing if the path is one that stays where it is unpacked.
std::optional<std::string> wrongPath(std::string_view path, const ArchiveBounds& bounds)
{
    if (path.empty() || path.size() > bounds.nameBytes || path.find('\0') != std::string_view::npos)
        return "a name in the archive is empty or too long";
    if (path.front() == '/' || path.find('\\') != std::string_view::npos || path.find(':') != std::string_view::npos)
        return "a path in the archive leads out of it";
    std::size_t depth = 0;
    for (std::size_t from = 0; from <= path.size(); ++depth) {
        const std::size_t end = std::min(path.find('/', from), path.size());
        if (path.substr(from, end - from) == "..")
            return "a path in the archive leads out of it";
        from = end + 1;
    }
    if (depth > bounds.depth)
        return "the archive has too many folders within folders";
    return std::nullopt;
}

/// What a document's archive must have in it; empty: no document.
std::string_view documentPart(std::string_view mediaType) noexcept
{
    if (mediaType.find("wordprocessingml") != std::string_view::npos)
        return "word/document.xml";
    if (mediaType.find("spreadsheetml") != std::string_view::npos)
        return "xl/workbook.xml";
    if (mediaType.find("presentationml") != std::string_view::npos)
        return "ppt/presentation.xml";
    return mediaType.find("opendocument") != std::string_view::npos ? "content.xml" : "";
}

/// What a pass through the file looks for.
enum class Pass { ZipEntries, ZipDirectory, Tar, Unpacked, TarInGzip };

class Check {
public:
    Check(Pass pass, std::string_view part, const ArchiveFile& file, const ArchiveBounds& bounds)
        : m_pass(pass), m_bounds(bounds), m_source{file}, m_part(part)
    {
    }

    Result<void> run()
    {
        m_reader.reset(archive_read_new());
        if (!m_reader)
            return makeError(ErrorCode::Unavailable, "no memory to look into the archive");
        if (m_pass == Pass::Unpacked || m_pass == Pass::TarInGzip)
            archive_read_support_filter_gzip(m_reader.get());
        if (m_pass == Pass::ZipEntries)
            archive_read_support_format_zip_streamable(m_reader.get());
        else if (m_pass == Pass::ZipDirectory)
            archive_read_support_format_zip_seekable(m_reader.get());
        else if (m_pass == Pass::Unpacked)
            archive_read_support_format_raw(m_reader.get());
        else
            archive_read_support_format_tar(m_reader.get());
        archive_read_set_read_callback(m_reader.get(), &readSource);
        archive_read_set_skip_callback(m_reader.get(), &skipSource);
        archive_read_set_seek_callback(m_reader.get(), &seekSource);
        archive_read_set_callback_data(m_reader.get(), &m_source);
        if (archive_read_open1(m_reader.get()) != ARCHIVE_OK) {
            if (m_pass == Pass::TarInGzip && !m_source.error)
                return {}; // one file, of whatever kind
            return broken();
        }
        while (true) {
            archive_entry* entry = nullptr;
            const int status = archive_read_next_header(m_reader.get(), &entry);
            if (status == ARCHIVE_EOF)
                break;
            if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
                return broken();
            SALLYPORT_TRY(look(entry));
        }
        if (m_entries == 0 && m_pass != Pass::TarInGzip)
            return refusedArchive("the archive is empty");
        if (!m_part.empty() && !m_hasPart)
            return refusedArchive("the document has not what such documents have");
        return {};
    }

    std::uint64_t entries() const noexcept { return m_entries; }
    std::uint64_t unpacked() const noexcept { return m_unpacked; }

private:
    Error broken() { return m_source.error ? *m_source.error : refusedArchive("the archive is broken"); }

    Result<void> look(archive_entry* entry)
    {
        if (++m_entries > m_bounds.entries)
            return refusedArchive("the archive has more than " + std::to_string(m_bounds.entries) + " entries");
        if (archive_entry_is_encrypted(entry) != 0)
            return refusedArchive("the archive is encrypted: nobody can look into it");
        if (m_pass != Pass::Unpacked) {
            const char* const path = archive_entry_pathname(entry);
            const std::string_view name = path ? path : "";
            if (std::optional<std::string> wrong = wrongPath(name, m_bounds))
                return refusedArchive(std::move(*wrong));
            const auto kind = archive_entry_filetype(entry);
            if (archive_entry_hardlink(entry) || (kind != AE_IFREG && kind != AE_IFDIR))
                return refusedArchive("the archive has links or devices in it");
            const std::string lower = toLowerAscii(name);
            if (isArchiveName(lower))
                return refusedArchive("the archive has an archive in it");
            if (!m_part.empty() && lower.find("vbaproject") != std::string::npos)
                return refusedArchive("the document has macros in it");
            m_hasPart = m_hasPart || lower == m_part;
        }
        return unpack();
    }

    Result<void> unpack()
    {
        while (true) {
            const void* data = nullptr;
            std::size_t size = 0;
            la_int64_t at = 0;
            const int status = archive_read_data_block(m_reader.get(), &data, &size, &at);
            if (status == ARCHIVE_EOF)
                return {};
            if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
                return broken();
            // Holes count, too: where the next byte stands is how long the file would be.
            m_unpacked += size;
            const std::uint64_t reach = at > 0 ? static_cast<std::uint64_t>(at) : 0;
            const std::uint64_t most = std::max(m_unpacked, reach);
            if (most > m_bounds.bytes || (most > m_bounds.free && most / m_bounds.ratio > m_source.file.size))
                return refusedArchive("the archive unpacks to more than is taken");
        }
    }

    struct Free {
        void operator()(archive* reader) const noexcept { archive_read_free(reader); }
    };
    const Pass m_pass;
    const ArchiveBounds m_bounds;
    Source m_source;
    const std::string_view m_part;
    std::unique_ptr<archive, Free> m_reader;
    std::uint64_t m_entries = 0, m_unpacked = 0;
    bool m_hasPart = false;
};

} // namespace

Result<void> checkArchive(std::string_view mediaType, const ArchiveFile& file, const ArchiveBounds& bounds)
{
    const std::string_view part = documentPart(mediaType);
    if (mediaType == "application/x-tar")
        return Check(Pass::Tar, part, file, bounds).run();
    if (mediaType == "application/gzip") {
        // First all that gzip would write, for a tar may end before that does.
        SALLYPORT_TRY(Check(Pass::Unpacked, part, file, bounds).run());
        return Check(Pass::TarInGzip, part, file, bounds).run();
    }
    // Some programs go by the entries, most by the directory behind them: both must be harmless, and the same.
    Check entries(Pass::ZipEntries, part, file, bounds), directory(Pass::ZipDirectory, part, file, bounds);
    SALLYPORT_TRY(entries.run());
    SALLYPORT_TRY(directory.run());
    if (entries.entries() != directory.entries() || entries.unpacked() != directory.unpacked())
        return refusedArchive("the archive's directory says other things than its entries");
    return {};
}

} // namespace sallyport::records

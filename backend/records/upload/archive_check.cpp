#include "backend/records/upload/archive_check.h"

#include "backend/base/utf8.h"
#include "backend/records/upload/archive_member.h"
#include "backend/records/upload/zip_directory.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace sallyport::records {

namespace {

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

constexpr std::string_view openDocumentPart = "content.xml";

/// What a document's archive must have in it; empty: no document.
std::string_view documentPart(std::string_view mediaType) noexcept
{
    if (mediaType.find("wordprocessingml") != std::string_view::npos)
        return "word/document.xml";
    if (mediaType.find("spreadsheetml") != std::string_view::npos)
        return "xl/workbook.xml";
    if (mediaType.find("presentationml") != std::string_view::npos)
        return "ppt/presentation.xml";
    return mediaType.find("opendocument") != std::string_view::npos ? openDocumentPart : "";
}

/// What a pass through the file looks for.
enum class Pass { Zip, Tar, Unpacked, TarInGzip };

class Check {
public:
    Check(Pass pass, std::string_view part, const ArchiveFile& file, const ArchiveBounds& bounds,
          std::span<const ZipEntry> listed = {})
        : m_pass(pass), m_bounds(bounds), m_source{file}, m_part(part), m_listed(listed)
    {
    }

    Result<void> run()
    {
        m_reader.reset(archive_read_new());
        if (!m_reader)
            return makeError(ErrorCode::Unavailable, "no memory to look into the archive");
        if (m_pass == Pass::Unpacked || m_pass == Pass::TarInGzip)
            archive_read_support_filter_gzip(m_reader.get());
        if (m_pass == Pass::Zip)
            archive_read_support_format_zip_streamable(m_reader.get());
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
        constexpr int oneFilter = 2; // and the file itself: libarchive unpacks gzip in gzip at once
        if (m_pass == Pass::Unpacked && archive_filter_count(m_reader.get()) > oneFilter)
            return refusedArchive("the archive has an archive in it");
        while (true) {
            archive_entry* entry = nullptr;
            const int status = archive_read_next_header(m_reader.get(), &entry);
            if (status == ARCHIVE_EOF)
                break;
            if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
                return broken();
            SALLYPORT_TRY(look(entry));
        }
        if (m_pass == Pass::Zip && m_entries != m_listed.size())
            return unlikeListed();
        if (m_entries == 0 && (m_pass == Pass::Tar || m_pass == Pass::Unpacked))
            return refusedArchive("the archive is empty");
        if (!m_part.empty() && !m_hasPart)
            return refusedArchive("the document has not what such documents have");
        return m_pass == Pass::Tar || m_pass == Pass::Unpacked ? nothingBehind() : Result<void>();
    }

private:
    Error broken() { return m_source.error ? *m_source.error : refusedArchive("the archive is broken"); }
    static Error unlikeListed() { return refusedArchive("the archive's directory says other things than its entries"); }

    /// What was read is all there is, but for what tapes are filled up with.
    Result<void> nothingBehind()
    {
        constexpr int ofFile = -1;
        for (auto at = static_cast<std::uint64_t>(archive_filter_bytes(m_reader.get(), ofFile)); at < m_source.file.size;) {
            SALLYPORT_ASSIGN(const std::string_view piece, m_source.file.read(at));
            if (piece.find_first_not_of('\0') != std::string_view::npos)
                return refusedArchive("something stands behind the archive's end");
            at += piece.size();
        }
        return {};
    }

    Result<void> look(archive_entry* entry)
    {
        if (++m_entries > m_bounds.entries)
            return refusedArchive("the archive has more than " + std::to_string(m_bounds.entries) + " entries");
        if (archive_entry_is_encrypted(entry) != 0)
            return refusedArchive("the archive is encrypted: nobody can look into it");
        if (m_pass == Pass::Unpacked)
            return unpack(MemberContent(MemberContent::In::Gzip, ""));
        const auto kind = archive_entry_filetype(entry);
        if (archive_entry_hardlink(entry) || (kind != AE_IFREG && kind != AE_IFDIR))
            return refusedArchive("the archive has links or devices in it");
        // Where libarchive finds an entry, and what it unpacks there, is what was listed: nothing else is hidden between.
        const ZipEntry* const listed = m_pass == Pass::Zip && m_entries <= m_listed.size() ? &m_listed[m_entries - 1] : nullptr;
        if (m_pass == Pass::Zip && (!listed || !isAt(*listed)))
            return unlikeListed();
        const std::string name = listed ? listed->name : nameOf(entry);
        SALLYPORT_TRY(checkMemberName(name, m_bounds));
        m_hasPart = m_hasPart || toLowerAscii(name) == m_part;
        const std::uint64_t before = m_unpacked;
        SALLYPORT_TRY(unpack(MemberContent(within(), name)));
        return listed && m_unpacked - before != listed->size ? Result<void>(unlikeListed()) : Result<void>();
    }

    static std::string nameOf(archive_entry* entry)
    {
        const char* name = archive_entry_pathname(entry);
        if (!name) // one that the process's locale hasn't
            name = archive_entry_pathname_utf8(entry);
        return name ? name : "";
    }

    bool isAt(const ZipEntry& listed) const
    {
        const auto at = static_cast<std::uint64_t>(archive_read_header_position(m_reader.get()));
        // Of a folder libarchive doesn't read what stands behind its data; that is looked at already.
        return at == listed.at || (m_entries > 1 && m_listed[m_entries - 2].isFolder() && at == m_listed[m_entries - 2].dataEnd);
    }

    MemberContent::In within() const noexcept
    {
        if (m_part.empty())
            return MemberContent::In::Archive;
        return m_part == openDocumentPart ? MemberContent::In::OpenDocument : MemberContent::In::Document;
    }

    Result<void> unpack(MemberContent content)
    {
        while (true) {
            const void* data = nullptr;
            std::size_t size = 0;
            la_int64_t at = 0;
            const int status = archive_read_data_block(m_reader.get(), &data, &size, &at);
            if (status == ARCHIVE_EOF)
                return content.finish();
            if (status != ARCHIVE_OK && status != ARCHIVE_WARN)
                return broken();
            // Holes count, too: where the next byte stands is how long the file would be.
            m_unpacked += size;
            const std::uint64_t reach = at > 0 ? static_cast<std::uint64_t>(at) : 0;
            if (m_bounds.exceededBy(std::max(m_unpacked, reach), m_source.file.size))
                return refusedArchive("the archive unpacks to more than is taken");
            content.add(reach, {static_cast<const char*>(data), size});
        }
    }

    struct Free {
        void operator()(archive* reader) const noexcept { archive_read_free(reader); }
    };
    const Pass m_pass;
    const ArchiveBounds m_bounds;
    Source m_source;
    const std::string_view m_part;
    const std::span<const ZipEntry> m_listed; ///< in a zip's directory
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
    // Most programs go by the directory, some by the entries: both must say the same, and be harmless.
    SALLYPORT_ASSIGN(const std::vector<ZipEntry> listed, readZipDirectory(file, bounds));
    return Check(Pass::Zip, part, file, bounds, listed).run();
}

} // namespace sallyport::records

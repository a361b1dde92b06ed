#include "backend/records/upload/zip_directory.h"

#include "backend/base/utf8.h"
#include "backend/records/upload/archive_member.h"
#include "backend/records/upload/byte_numbers.h"
#include "backend/records/upload/member_names.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace sallyport::records {

namespace {

// APPNOTE.TXT 4.3: signatures, and the bytes of what has a fixed length.
constexpr std::string_view localMark = "PK\x03\x04", descriptorMark = "PK\x07\x08", entryMark = "PK\x01\x02",
                           endMark = "PK\x05\x06", end64Mark = "PK\x06\x06", locatorMark = "PK\x06\x07";
constexpr std::size_t localSize = 30, entrySize = 46, endSize = 22, end64Size = 56, locatorSize = 20, longestComment = 0xffff;
constexpr std::uint64_t in64 = 0xffffffff; ///< the number stands in the Zip64 field
constexpr unsigned encrypted = 1u | 1u << 6 | 1u << 13, describedBehind = 1u << 3, inUtf8 = 1u << 11;
constexpr std::uint64_t zip64Field = 0x0001, unicodePathField = 0x7075;

Error brokenZip()
{
    return refusedArchive("the archive is broken");
}
Error unlikeZip()
{
    return refusedArchive("the archive's directory says other things than its entries");
}

std::uint64_t lowFirst(std::string_view bytes, std::size_t at, std::size_t size) noexcept
{
    return numberAt(bytes, at, size, false);
}

/// A place in the file that mostly moves forwards: what was read is kept, so that each piece is decrypted once.
class ZipCursor {
public:
    explicit ZipCursor(const ArchiveFile& file) : m_file(file) {}

    /// Exactly `size` bytes; they stay valid until the next call.
    Result<std::string_view> take(std::uint64_t at, std::size_t size)
    {
        if (at > m_file.size || size > m_file.size - at)
            return brokenZip();
        if (at < m_at || at > m_at + m_bytes.size()) {
            m_bytes.clear();
            m_at = at;
        }
        if (size > m_at + m_bytes.size() - at) {
            m_bytes.erase(0, static_cast<std::size_t>(at - m_at));
            m_at = at;
            while (m_bytes.size() < size) {
                SALLYPORT_ASSIGN(const std::string_view piece, m_file.read(m_at + m_bytes.size()));
                m_bytes += piece;
            }
        }
        return std::string_view(m_bytes).substr(static_cast<std::size_t>(at - m_at), size);
    }

private:
    const ArchiveFile& m_file;
    std::uint64_t m_at = 0;
    std::string m_bytes;
};

/// Where the directory lies.
struct ZipEnd {
    std::uint64_t count = 0, at = 0, end = 0;
};

/// What the Zip64 record says, if there is one before `endAt`; `end` is where that record begins then.
Result<std::optional<ZipEnd>> readEnd64(ZipCursor& cursor, std::uint64_t endAt)
{
    if (endAt < locatorSize + end64Size)
        return std::optional<ZipEnd>();
    SALLYPORT_ASSIGN(const std::string_view locator, cursor.take(endAt - locatorSize, locatorSize));
    if (locator.substr(0, 4) != locatorMark)
        return std::optional<ZipEnd>();
    ZipEnd end;
    end.end = endAt - locatorSize - end64Size;
    if (lowFirst(locator, 4, 4) != 0 || lowFirst(locator, 8, 8) != end.end || lowFirst(locator, 16, 4) > 1)
        return brokenZip();
    SALLYPORT_ASSIGN(const std::string_view record, cursor.take(end.end, end64Size));
    end.count = lowFirst(record, 32, 8);
    end.at = lowFirst(record, 48, 8);
    if (record.substr(0, 4) != end64Mark || lowFirst(record, 4, 8) != end64Size - 12 || lowFirst(record, 16, 8) != 0 ||
        lowFirst(record, 24, 8) != end.count || end.at > end.end || end.end - end.at != lowFirst(record, 40, 8))
        return brokenZip();
    return std::optional(end);
}

Result<ZipEnd> readEnd(ZipCursor& cursor, std::uint64_t fileSize)
{
    const auto tailSize = static_cast<std::size_t>(std::min<std::uint64_t>(fileSize, endSize + longestComment));
    SALLYPORT_ASSIGN(const std::string_view tail, cursor.take(fileSize - tailSize, tailSize));
    const std::size_t found = tail.rfind(endMark);
    if (found == std::string_view::npos || tail.size() - found < endSize)
        return brokenZip();
    const std::string_view behind = tail.substr(found + endSize);
    const auto commentSize = static_cast<std::size_t>(lowFirst(tail, found + 20, 2));
    // Nothing but what blocks are filled up with.
    if (behind.size() < commentSize || behind.find_first_not_of('\0', commentSize) != std::string_view::npos)
        return refusedArchive("something stands behind the archive's end");
    const std::uint64_t endAt = fileSize - tailSize + found;
    const std::uint64_t disks = lowFirst(tail, found + 4, 4), onDisk = lowFirst(tail, found + 8, 2);
    const std::uint64_t count = lowFirst(tail, found + 10, 2), size = lowFirst(tail, found + 12, 4);
    const std::uint64_t at = lowFirst(tail, found + 16, 4);
    SALLYPORT_ASSIGN(const std::optional<ZipEnd> end64, readEnd64(cursor, endAt));
    const ZipEnd end = end64.value_or(ZipEnd{count, at, endAt});
    // Each number stands here, or in the Zip64 record alone.
    const auto agrees = [&](std::uint64_t number, std::uint64_t is, std::uint64_t none) {
        return number == is || (end64 && number == none);
    };
    if ((disks != 0 && !(end64 && disks == in64)) || onDisk != count || !agrees(count, end.count, 0xffff))
        return brokenZip();
    if (end.at > end.end || !agrees(at, end.at, in64) || !agrees(size, end.end - end.at, in64))
        return refusedArchive("something stands before or behind the archive's directory");
    return end;
}

/// What is of interest in a header's extra fields.
struct ZipExtra {
    std::optional<std::string_view> zip64, unicodePath;
};

Result<ZipExtra> readExtra(std::string_view bytes)
{
    ZipExtra extra;
    while (bytes.size() >= 4) { // some writers fill up with less
        const auto id = lowFirst(bytes, 0, 2);
        const auto size = static_cast<std::size_t>(lowFirst(bytes, 2, 2));
        if (size > bytes.size() - 4)
            return brokenZip();
        std::optional<std::string_view>* const kept = id == zip64Field         ? &extra.zip64
                                                      : id == unicodePathField ? &extra.unicodePath
                                                                               : nullptr;
        if (kept && *kept)
            return brokenZip(); // programs would differ by which they take
        if (kept)
            *kept = bytes.substr(4, size);
        bytes.remove_prefix(4 + size);
    }
    return extra;
}

/// An entry, as the directory or its own header has it.
struct ZipHeader {
    std::uint64_t at = 0, method = 0, crc = 0, packed = 0, size = 0;
    std::uint64_t flags = 0;
    std::string_view name;
    std::string path; ///< of the Unicode path field (Info-ZIP), which some programs go by; mostly empty
};

/// Numbers that have no room in the header.
Result<void> readNumbers64(std::string_view field, std::initializer_list<std::uint64_t*> numbers)
{
    for (std::uint64_t* const number : numbers) {
        if (*number != in64)
            continue;
        if (field.size() < 8)
            return brokenZip();
        *number = lowFirst(field, 0, 8);
        field.remove_prefix(8);
    }
    return {};
}

/// What both kinds of headers have, of which `at` is where the flags stand in `bytes` and `head` how long they are before the
/// name.
Result<ZipHeader> readHeader(std::string_view bytes, std::size_t at, std::size_t head, std::uint64_t offset,
                             const ArchiveBounds& bounds)
{
    ZipHeader header;
    header.at = offset;
    header.flags = lowFirst(bytes, at, 2);
    header.method = lowFirst(bytes, at + 2, 2);
    header.crc = lowFirst(bytes, at + 8, 4);
    header.packed = lowFirst(bytes, at + 12, 4);
    header.size = lowFirst(bytes, at + 16, 4);
    const auto nameSize = static_cast<std::size_t>(lowFirst(bytes, at + 20, 2));
    header.name = bytes.substr(head, nameSize);
    SALLYPORT_ASSIGN(const ZipExtra extra,
                     readExtra(bytes.substr(head + nameSize, static_cast<std::size_t>(lowFirst(bytes, at + 22, 2)))));
    SALLYPORT_TRY(readNumbers64(extra.zip64.value_or(""), {&header.size, &header.packed, &header.at}));
    if ((header.flags & encrypted) != 0)
        return refusedArchive("the archive is encrypted: nobody can look into it");
    SALLYPORT_TRY(checkMemberName(header.name, bounds));
    if (extra.unicodePath) { // version, checksum of the name, path
        header.path = extra.unicodePath->substr(std::min<std::size_t>(extra.unicodePath->size(), 5));
        SALLYPORT_TRY(checkMemberName(header.path, bounds));
        // It is there for names in the code page of some machine. Where the name says itself what it is, nothing else is named.
        const bool told = (header.flags & inUtf8) != 0 || codePointCount(header.name);
        if (told && header.path != header.name && !isEscapedName(header.name, header.path))
            return refusedArchive("an entry of the archive has two names");
    }
    return header;
}

/// What an entry needs of the file.
struct ZipExtent {
    ZipEntry entry;
    std::uint64_t packed = 0, crc = 0;
    bool described = false; ///< behind its data, too
};

class ZipDirectory {
public:
    ZipDirectory(const ArchiveFile& file, const ArchiveBounds& bounds)
        : m_file(file), m_bounds(bounds), m_directory(file), m_entries(file)
    {
    }

    Result<std::vector<ZipEntry>> read()
    {
        SALLYPORT_ASSIGN(const ZipEnd end, readEnd(m_directory, m_file.size));
        if (end.count > m_bounds.entries)
            return refusedArchive("the archive has more than " + std::to_string(m_bounds.entries) + " entries");
        std::uint64_t at = end.at;
        for (std::uint64_t i = 0; i < end.count; ++i)
            SALLYPORT_TRY(readEntry(at, end.end));
        if (at != end.end)
            return unlikeZip();
        SALLYPORT_ASSIGN(std::vector<ZipEntry> entries, inOrder(end.at));
        SALLYPORT_TRY(m_names.check());
        return entries;
    }

private:
    /// The one at `at`, which is moved to the next.
    Result<void> readEntry(std::uint64_t& at, std::uint64_t end)
    {
        if (end - at < entrySize)
            return brokenZip();
        SALLYPORT_ASSIGN(std::string_view bytes, m_directory.take(at, entrySize));
        const std::uint64_t whole = entrySize + lowFirst(bytes, 28, 2) + lowFirst(bytes, 30, 2) + lowFirst(bytes, 32, 2);
        if (bytes.substr(0, 4) != entryMark || whole > end - at)
            return brokenZip();
        SALLYPORT_ASSIGN(bytes, m_directory.take(at, static_cast<std::size_t>(whole)));
        at += whole;
        SALLYPORT_ASSIGN(const ZipHeader header, readHeader(bytes, 8, entrySize, lowFirst(bytes, 42, 4), m_bounds));
        const std::uint64_t disk = lowFirst(bytes, 34, 2);
        if (disk != 0 && disk != 0xffff)
            return brokenZip();
        constexpr std::uint64_t kindBits = 0170000, file = 0100000, folder = 0040000; // of Unix
        const std::uint64_t kind = lowFirst(bytes, 40, 2) & kindBits;
        if (kind != 0 && kind != file && kind != folder)
            return refusedArchive("the archive has links or devices in it");
        m_unpacked += std::min(header.size, m_bounds.bytes + 1);
        if (m_bounds.exceededBy(m_unpacked, m_file.size))
            return refusedArchive("the archive unpacks to more than is taken");
        return readLocal(header);
    }

    /// The entry's own header, which says the same.
    Result<void> readLocal(const ZipHeader& listed)
    {
        SALLYPORT_ASSIGN(std::string_view bytes, m_entries.take(listed.at, localSize));
        const std::uint64_t whole = localSize + lowFirst(bytes, 26, 2) + lowFirst(bytes, 28, 2);
        if (bytes.substr(0, 4) != localMark)
            return unlikeZip();
        SALLYPORT_ASSIGN(bytes, m_entries.take(listed.at, static_cast<std::size_t>(whole)));
        SALLYPORT_ASSIGN(const ZipHeader local, readHeader(bytes, 6, localSize, 0, m_bounds));
        const bool described = (local.flags & describedBehind) != 0;
        const auto same = [&](std::uint64_t own, std::uint64_t in) { return own == in || (described && own == 0); };
        if (local.name != listed.name || local.method != listed.method || !same(local.crc, listed.crc) ||
            !same(local.packed, listed.packed) || !same(local.size, listed.size) ||
            (!local.path.empty() && !listed.path.empty() && local.path != listed.path))
            return unlikeZip();
        m_names.add(listed.name);
        if (!listed.path.empty() && listed.path != listed.name)
            m_names.add(listed.path);
        const std::uint64_t data = listed.at + whole;
        if (listed.packed > m_file.size - data)
            return brokenZip();
        m_extents.push_back(
            {{listed.at, data + listed.packed, listed.size, std::string(listed.name)}, listed.packed, listed.crc, described});
        if (m_extents.back().entry.isFolder() && (listed.size != 0 || listed.crc != 0))
            return refusedArchive("a folder in the archive has something in it that is no file");
        return {};
    }

    /// One behind the other, from the file's start to the directory.
    Result<std::vector<ZipEntry>> inOrder(std::uint64_t end)
    {
        std::sort(m_extents.begin(), m_extents.end(),
                  [](const ZipExtent& a, const ZipExtent& b) { return a.entry.at < b.entry.at; });
        std::vector<ZipEntry> entries;
        entries.reserve(m_extents.size());
        if ((m_extents.empty() ? end : m_extents.front().entry.at) != 0)
            return refusedArchive("something stands before the archive");
        for (std::size_t i = 0; i < m_extents.size(); ++i) {
            ZipExtent& one = m_extents[i];
            const std::uint64_t next = i + 1 < m_extents.size() ? m_extents[i + 1].entry.at : end;
            if (next < one.entry.dataEnd)
                return refusedArchive("the archive's entries lie over one another");
            SALLYPORT_TRY(checkBehind(one, next - one.entry.dataEnd));
            entries.push_back(std::move(one.entry));
        }
        return entries;
    }

    /// What lies behind an entry's data: nothing, or its checksum and sizes, with or without a mark, in 4 or 8 bytes each.
    Result<void> checkBehind(const ZipExtent& one, std::uint64_t size)
    {
        if (size == 0 && !one.described)
            return {};
        const std::size_t mark = size == 16 || size == 24 ? descriptorMark.size() : 0;
        const std::size_t each = size >= 20 ? 8 : 4;
        if (!one.described || size != mark + 4 + 2 * each)
            return refusedArchive("something stands between the archive's entries");
        SALLYPORT_ASSIGN(const std::string_view bytes, m_entries.take(one.entry.dataEnd, static_cast<std::size_t>(size)));
        if (bytes.substr(0, mark) != descriptorMark.substr(0, mark) || lowFirst(bytes, mark, 4) != one.crc ||
            lowFirst(bytes, mark + 4, each) != one.packed || lowFirst(bytes, mark + 4 + each, each) != one.entry.size)
            return unlikeZip();
        return {};
    }

    const ArchiveFile& m_file;
    const ArchiveBounds& m_bounds;
    ZipCursor m_directory, m_entries;
    std::vector<ZipExtent> m_extents;
    MemberNames m_names;
    std::uint64_t m_unpacked = 0;
};

} // namespace

Result<std::vector<ZipEntry>> readZipDirectory(const ArchiveFile& file, const ArchiveBounds& bounds)
{
    return ZipDirectory(file, bounds).read();
}

} // namespace sallyport::records

#include "backend/records/upload/archive_member.h"

#include "backend/base/utf8.h"
#include "backend/records/upload/file_type.h"

#include <algorithm>
#include <array>
#include <optional>

namespace sallyport::records {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t memberStartBytes = 512;
constexpr std::string_view zipStart = "PK\x03\x04";
constexpr std::string_view compoundStart = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// The stream that every project of macros has (MS-OVBA 2.3.4.1), as a compound file's directory writes its name.
constexpr std::string_view projectStream = "_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0"sv;

constexpr std::array<std::string_view, 10> packedStarts{zipStart,
                                                        "PK\x05\x06",
                                                        "PK\x07\x08",
                                                        "\x1f\x8b\x08",
                                                        "\xfd"
                                                        "7zXZ\0"sv,
                                                        "\x28\xb5\x2f\xfd",
                                                        "\x04\x22\x4d\x18",
                                                        "7z\xbc\xaf\x27\x1c",
                                                        "Rar!\x1a\x07",
                                                        "MSCF\0\0\0\0"sv};

bool beginsAsPacked(std::string_view start) noexcept
{
    if (start.substr(0, 3) == "BZh" && start.size() > 4 && start.substr(4, 6) == "1AY&SY")
        return true;
    return std::any_of(packedStarts.begin(), packedStarts.end(),
                       [&](std::string_view packed) { return start.substr(0, packed.size()) == packed; });
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

/// By the name of its first entry, which has its length at 26 and stands at 30.
bool beginsAsDocument(std::string_view start) noexcept
{
    if (start.substr(0, zipStart.size()) != zipStart || start.size() < 31)
        return false;
    const std::string_view first = start.substr(30, static_cast<unsigned char>(start[26]));
    for (const std::string_view part :
         {"[Content_Types].xml", "_rels/", "docProps/", "customXml/", "word/", "xl/", "ppt/", "mimetype"})
        if (first.substr(0, part.size()) == part)
            return true;
    return false;
}

bool isDocumentName(std::string_view lower) noexcept
{
    const std::size_t dot = lower.rfind('.');
    const FileType* const type = dot == std::string_view::npos ? nullptr : findFileType(lower.substr(dot + 1));
    return type && type->mediaType.substr(0, 16) == "application/vnd.";
}

} // namespace

Error refusedArchive(std::string message)
{
    Error error(ErrorCode::InvalidArgument, message);
    error.fields.push_back({"file", std::move(message), "archive"});
    return error;
}

Result<void> checkMemberName(std::string_view name, const ArchiveBounds& bounds)
{
    if (std::optional<std::string> wrong = wrongPath(name, bounds))
        return refusedArchive(std::move(*wrong));
    if (isArchiveName(toLowerAscii(name)))
        return refusedArchive("the archive has an archive in it");
    return {};
}

bool beginsAsTar(std::string_view start) noexcept
{
    constexpr std::size_t header = 512, field = 148, fieldEnd = 156;
    if (start.size() < header)
        return false;
    unsigned long written = 0, sum = 0;
    std::size_t at = field, digits = 0;
    while (at < fieldEnd && (start[at] == ' ' || start[at] == '0')) {
        digits += start[at] == '0';
        ++at;
    }
    for (; at < fieldEnd && start[at] >= '0' && start[at] <= '7'; ++at, ++digits)
        written = written * 8 + static_cast<unsigned long>(start[at] - '0');
    for (std::size_t i = 0; i < header; ++i)
        sum += i >= field && i < fieldEnd ? static_cast<unsigned char>(' ') : static_cast<unsigned char>(start[i]);
    return digits > 0 && start.front() != '\0' && written == sum;
}

MemberContent::MemberContent(In in, std::string_view name) : m_in(in), m_name(toLowerAscii(name)) {}

bool MemberContent::isCompound() const noexcept
{
    return m_start.compare(0, compoundStart.size(), compoundStart) == 0;
}

void MemberContent::add(std::uint64_t at, std::string_view bytes)
{
    if (at > m_start.size() && m_start.size() < memberStartBytes)
        m_start.resize(static_cast<std::size_t>(std::min<std::uint64_t>(at, memberStartBytes)), '\0');
    m_start += bytes.substr(0, memberStartBytes - std::min(memberStartBytes, m_start.size()));
    if (!isCompound() || m_hasProject || (m_in != In::Document && m_in != In::OpenDocument))
        return;
    m_seam += bytes.substr(0, projectStream.size());
    m_hasProject = m_seam.find(projectStream) != std::string::npos || bytes.find(projectStream) != std::string_view::npos;
    m_seam += bytes.substr(std::min(bytes.size(), projectStream.size()));
    m_seam.erase(0, m_seam.size() - std::min(m_seam.size(), projectStream.size()));
}

Result<void> MemberContent::finish() const
{
    const bool document = m_in != In::Gzip && isDocumentName(m_name) && beginsAsDocument(m_start);
    if ((beginsAsPacked(m_start) && !document) || (m_in != In::Gzip && beginsAsTar(m_start)))
        return refusedArchive("the archive has an archive in it");
    const bool macros = m_name.find("vbaproject") != std::string::npos || m_hasProject ||
                        (m_in == In::Document && isCompound() && m_name.find("/embeddings/") == std::string::npos);
    if (macros && (m_in == In::Document || m_in == In::OpenDocument))
        return refusedArchive("the document has macros in it");
    return {};
}

} // namespace sallyport::records

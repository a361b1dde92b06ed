#pragma once

#include "backend/records/upload/archive_file.h"

#include <string>

namespace sallyport::records {

/// InvalidArgument (`file`, rule `archive`).
Error refusedArchive(std::string message);

/// A name in an archive: one that stays where it is unpacked, and not that of an archive. InvalidArgument (`file`, rule
/// `archive`).
Result<void> checkMemberName(std::string_view name, const ArchiveBounds& bounds);

/// Whether a tar begins so, of whatever age (v7, ustar, pax, GNU): by the checksum of its first header, 512 bytes.
bool beginsAsTar(std::string_view start) noexcept;

/// Looks at what is in a member of an archive while it is unpacked: no archive, whatever it is called. A document of a kind that
/// is taken by itself may be in it. Keeps 512 bytes.
class MemberContent {
public:
    /// What an archive is, beside an archive.
    enum class In {
        Archive,
        Gzip,         ///< a tar may be in it
        Document,     ///< Office Open XML: compound files (OLE) are embedded objects in their folder, or nothing
        OpenDocument, ///< embedded objects have no folder
    };
    MemberContent(In in, std::string_view name);

    /// Bytes at `at`; what was left out before them are zeros.
    void add(std::uint64_t at, std::string_view bytes);
    /// InvalidArgument (`file`, rule `archive`) for an archive in the archive, macros in a document.
    Result<void> finish() const;

private:
    bool isCompound() const noexcept;

    In m_in;
    std::string m_name;  ///< lower case
    std::string m_start; ///< of the content
    std::string m_seam;  ///< the end of the piece before
    bool m_hasProject = false;
};

} // namespace sallyport::records

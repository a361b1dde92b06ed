#pragma once

#include "backend/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::records {

/// One row of what may be uploaded.
struct FileType {
    std::string_view extension; ///< lower case
    std::string_view mediaType; ///< that answers have
    bool archive = false;       ///< looked into, ArchiveCheck
};

/// In the order in which the documentation lists them.
std::span<const FileType> fileTypes() noexcept;
/// Nothing: no file with that extension may be uploaded.
const FileType* findFileType(std::string_view extension) noexcept;

/// Looks at a file while it comes and says whether its name, what was declared and what it is are of one kind. Own rules first
/// (where it must begin and end, no markup in what is no text, no archive behind a picture), then libmagic's opinion of the
/// start. Keeps the start and the end of the file, not more. On one thread.
class FileTypeCheck {
public:
    static constexpr std::size_t startBytes = 16 * 1024;
    static constexpr std::size_t endBytes = 66 * 1024; ///< an archive's directory may end as far before the end of the file

    /// InvalidArgument (`file`, rule `extension` or `mediaType`) if nothing of that name may be uploaded, or something else was
    /// declared; `declared` may be empty or application/octet-stream.
    static Result<FileTypeCheck> create(std::string_view extension, std::string_view declared);

    void add(std::string_view bytes);
    /// InvalidArgument (`file`, rule `content`), with what it looks like.
    Result<void> finish() const;

    const FileType& type() const noexcept { return *m_type; }

private:
    explicit FileTypeCheck(const FileType& type) : m_type(&type) {}
    static constexpr std::size_t firstTextBytes = 4 * 1024;
    void addText(std::string_view bytes);

    const FileType* m_type;
    std::string m_start, m_end;
    std::string m_firstText; ///< the start without the blanks before it, however many they are
    std::string m_partial;   ///< of a character that two pieces share
    bool m_plainText = true, m_utf8 = true;
};

/// libmagic's media type of the start of a file (`image/png`), within its limits; empty if it doesn't know or can't be asked.
std::string magicType(std::string_view start);

} // namespace sallyport::records

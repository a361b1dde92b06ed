#pragma once

#include "backend/base/result.h"

#include <filesystem>
#include <string_view>

namespace sallyport::journal {

/// What becomes of a file that has the report's name already.
enum class ExistingFile { Replace, Refuse };

/// A file (0600) that appears under its name only when it is complete; until then it is written beside it, and removed
/// again if this object goes before `publish`.
class ReportFile {
public:
    /// AlreadyExists at once if what is there, a link too, is not to be replaced.
    static Result<ReportFile> create(const std::filesystem::path& target, ExistingFile existing);
    ReportFile(ReportFile&& other) noexcept;
    ReportFile& operator=(ReportFile&&) = delete;
    ~ReportFile();

    /// NotWritable, DiskFull.
    Result<void> write(std::string_view chunk);
    /// On disk and under its name. Replaces a file if it may, never a folder or what a link points to. AlreadyExists if a
    /// file came meanwhile.
    Result<void> publish();

private:
    ReportFile(int handle, std::filesystem::path target, std::filesystem::path beside, ExistingFile existing);
    Result<void> putInPlace() const;

    int m_handle;
    std::filesystem::path m_target, m_beside;
    ExistingFile m_existing;
};

} // namespace sallyport::journal

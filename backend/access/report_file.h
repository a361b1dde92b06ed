#pragma once

#include "backend/base/result.h"

#include <filesystem>
#include <string_view>

namespace sallyport {

/// A file (0600) that appears under its name only when it is complete; until then it is written beside it, and removed
/// again if this object goes before `publish`.
class ReportFile {
public:
    static Result<ReportFile> create(const std::filesystem::path& target);
    ReportFile(ReportFile&& other) noexcept;
    ReportFile& operator=(ReportFile&&) = delete;
    ~ReportFile();

    /// NotWritable, DiskFull.
    Result<void> write(std::string_view chunk);
    /// On disk and under its name. Replaces a file, never a folder or what a link points to.
    Result<void> publish();

private:
    ReportFile(int handle, std::filesystem::path target, std::filesystem::path beside);
    int m_handle;
    std::filesystem::path m_target, m_beside;
};

} // namespace sallyport

#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

namespace sallyport::test {

inline std::string fileBytes(const std::filesystem::path& file)
{
    std::ifstream stream(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

inline void setFileBytes(const std::filesystem::path& file, const std::string& bytes)
{
    std::ofstream stream(file, std::ios::binary | std::ios::trunc);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// Every file below a directory with its bytes and permissions, to prove that nothing was touched.
inline std::map<std::string, std::string> snapshot(const std::filesystem::path& directory)
{
    std::map<std::string, std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
        const auto mode = std::to_string(static_cast<unsigned>(entry.status().permissions()));
        files[entry.path().string()] =
            mode + ':' + (entry.is_regular_file() ? fileBytes(entry.path()) : std::string("directory"));
    }
    return files;
}

} // namespace sallyport::test

#include "backend/identity/leak_scan/git_layout.h"

#include "backend/base/descriptor.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace sallyport::identity {

namespace {

constexpr std::size_t sha1Rest = 38, sha256Rest = 62; // hexadecimal digits behind the two that name a folder

bool isHex(std::string_view text, std::size_t length)
{
    return text.size() == length &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// Calls `take` with the folder and each name in it until it is false.
template <typename Take>
void eachName(int folder, const char* name, bool followLink, const Take& take)
{
    Descriptor opened(::openat(folder, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (followLink ? 0 : O_NOFOLLOW)));
    DIR* const raw = opened.get() < 0 ? nullptr : ::fdopendir(opened.get());
    if (raw == nullptr)
        return;
    opened.release();
    const std::unique_ptr<DIR, int (*)(DIR*)> entries(raw, ::closedir);
    while (const dirent* const entry = ::readdir(raw))
        if (!take(::dirfd(raw), entry->d_name))
            return;
}

} // namespace

GitObjectFolder GitObjectFolder::look(int folder, const char* name, bool followLink)
{
    GitObjectFolder found;
    // Other programs keep files in folders of two digits, too (those of LFS lie one folder deeper): the name of the file decides.
    const auto takeObject = [&](int, std::string_view file) {
        found.holds = found.holds || isHex(file, sha1Rest) || isHex(file, sha256Rest);
        return !found.holds;
    };
    const auto takePack = [&](int, std::string_view file) {
        if (file.starts_with("pack-")) {
            found.holds = found.holds || file.ends_with(".pack") || file.ends_with(".idx");
            found.partial = found.partial || file.ends_with(".promisor");
        }
        return true;
    };
    eachName(folder, name, followLink, [&](int objects, const char* below) {
        struct stat about {};
        if (std::string_view(below) == "pack")
            eachName(objects, below, true, takePack); // git follows these links
        else if (std::string_view(below) == "info")
            found.holds = found.holds || ::fstatat(objects, "info/alternates", &about, 0) == 0;
        else if (!found.holds && isHex(below, 2))
            eachName(objects, below, true, takeObject);
        return true;
    });
    return found;
}

} // namespace sallyport::identity

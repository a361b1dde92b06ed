#include "backend/base/descriptor.h"
#include "backend/base/secret_bytes.h"
#include "backend/identity/leak_scan/git_layout.h"
#include "backend/identity/leak_scan/git_objects.h"
#include "backend/identity/leak_scan/key_finder.h"
#include "backend/identity/leak_scan/leak_collector.h"
#include "backend/storage/files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <memory>
#include <utility>

namespace sallyport::identity {

namespace {

namespace fs = std::filesystem;

constexpr int folderDepthLimit = 128; // folders inside each other; each holds a descriptor open
constexpr std::size_t leakPiece = 256 * 1024;
constexpr std::size_t commitLimit = 500'000;
constexpr std::size_t linkBytes = 4096; // PATH_MAX

/// What begins with one of these holds its content packed, where nothing is found by looking.
bool isPacked(std::string_view begin)
{
    using namespace std::string_view_literals;
    for (const std::string_view mark : {"PK\x03\x04"sv, "\x1f\x8b"sv,
                                        "\xfd"
                                        "7zXZ\x00"sv,
                                        "\x28\xb5\x2f\xfd"sv, "BZh"sv, "7z\xbc\xaf\x27\x1c"sv})
        if (begin.starts_with(mark))
            return true;
    return false;
}

/// What git writes with names that leave out what they begin with like the one before: an index of version 4, a table of
/// references.
bool hasShortenedNames(std::string_view begin)
{
    using namespace std::string_view_literals;
    return begin.starts_with("DIRC\0\0\0\x04"sv) || begin.starts_with("REFT"sv);
}

void searchFile(LeakCollector& collector, int file, const std::string& path)
{
    KeyFinder finder([&](std::string_view text, std::int64_t line) {
        collector.hit({.place = path, .repository = {}, .line = line, .prefix = {}, .key = {}}, text);
    });
    std::string buffer(leakPiece, '\0');
    bool first = true;
    while (collector.goOn()) {
        const ssize_t length = ::read(file, buffer.data(), buffer.size());
        if (length < 0 && errno == EINTR)
            continue;
        if (length < 0)
            collector.gap(path, std::strerror(errno));
        if (length <= 0)
            break;
        const std::string_view piece(buffer.data(), static_cast<std::size_t>(length));
        if (std::exchange(first, false)) {
            if (isPacked(piece))
                collector.gap(path, "packed: only its bytes were searched, not what is packed in it");
            if (hasShortenedNames(piece))
                collector.gap(path, "names in it are shortened: only its bytes were searched");
        }
        collector.read(piece.size());
        finder.feed(piece);
    }
    ++collector.report.files;
    wipe(buffer);
}

bool exists(int folder, const char* name)
{
    struct stat about {};
    return ::fstatat(folder, name, &about, AT_SYMLINK_NOFOLLOW) == 0;
}

/// The last name in a path, which may end with a slash.
std::string nameOf(const std::string& path)
{
    const fs::path whole(path);
    return (whole.has_filename() ? whole : whole.parent_path()).filename();
}

/// A repository by everything but its objects: its folder's name, or the files that git keeps beside them. The folder of a
/// further working tree (`commondir`) has none of its own.
bool looksLikeRepository(int folder, const std::string& path)
{
    return nameOf(path) == ".git" ||
           (exists(folder, "HEAD") && exists(folder, "refs") && exists(folder, "config") && !exists(folder, "commondir"));
}

/// A branch, a tag or a list of them stands there: objects that it names should be there, too.
bool namesObjects(const std::string& path)
{
    std::error_code failure;
    if (fs::exists(fs::path(path) / "packed-refs", failure))
        return true;
    for (auto at = fs::recursive_directory_iterator(fs::path(path) / "refs", failure);
         !failure && at != fs::recursive_directory_iterator(); at.increment(failure))
        if (at->is_regular_file(failure))
            return true;
    return false;
}

/// A git repository is searched or told of: by its objects, whatever else of it is gone. `top`: `path` is what was named.
void lookForRepository(LeakCollector& collector, int folder, const std::string& path, bool histories, bool top)
{
    const auto withoutObjects = [&] {
        if (histories)
            collector.gap(path, "this git repository has no objects here (a broken copy?): there is no history to search");
        else
            collector.leaveHistory(path);
    };
    struct stat about {};
    if (::fstatat(folder, "objects", &about, AT_SYMLINK_NOFOLLOW) == 0) {
        const bool link = S_ISLNK(about.st_mode);
        const auto objects = GitObjectFolder::look(folder, "objects", true);
        const bool files = exists(folder, "HEAD") && (link || (S_ISDIR(about.st_mode) && exists(folder, "refs")));
        if (!objects.holds && !files) {
            if (looksLikeRepository(folder, path))
                withoutObjects();
            return;
        }
        const auto read = [&] { return std::pair(collector.report.objects, collector.report.failedCount); };
        const auto before = read();
        if (!histories)
            collector.leaveHistory(path);
        else if (link)
            collector.gap(path, "parts of this git repository are links, which are not followed");
        else
            searchHistory(collector, path);
        if (histories && read() == before && collector.goOn() && namesObjects(path))
            withoutObjects();
        if (histories && objects.partial)
            collector.gap(path, "this copy of the repository is partial: what it leaves out isn't in it");
        return;
    }
    if (looksLikeRepository(folder, path))
        withoutObjects();
    // Objects without the folder that a repository has around them: named by themselves, or moved away.
    const std::string name = nameOf(path);
    if ((top || name != "objects") && GitObjectFolder::look(folder, ".", false).holds) {
        if (histories)
            collector.gap(path, "objects of a git repository outside of its folder, which are packed");
        else
            collector.leaveHistory(path);
    }
}

/// Whether `target` lies in what is searched, where it is met.
bool isInside(const LeakCollector& collector, const fs::path& target)
{
    std::error_code failure;
    const fs::path root = fs::canonical(collector.root, failure);
    return !failure && std::mismatch(root.begin(), root.end(), target.begin(), target.end()).first == root.end();
}

/// Where the objects of this repository lie: elsewhere, if it is a further working tree of one (gitrepository-layout, commondir).
fs::path withObjects(const fs::path& repository)
{
    constexpr std::size_t longestPath = 8192;
    const auto text = storage::readSmallFile((repository / "commondir").string(), longestPath);
    if (!text)
        return repository;
    const fs::path common = text->substr(0, text->find_last_not_of("\r\n") + 1);
    return common.is_absolute() ? common : repository / common;
}

/// A working tree's `.git` that is a file or a link: a repository inside of what is searched is met there, as those of
/// submodules are.
void lookForElsewhere(LeakCollector& collector, const std::string& folder, const std::string& file, bool link, bool histories)
{
    constexpr std::string_view mark = "gitdir: ";
    constexpr std::size_t longestPath = 8192;
    std::error_code failure;
    fs::path named;
    if (link) {
        named = file;
    } else if (const auto text = storage::readSmallFile(file, longestPath); text && text->starts_with(mark)) {
        named = text->substr(mark.size(), text->find_last_not_of("\r\n") + 1 - mark.size());
        named = named.is_absolute() ? named : fs::path(folder) / named;
    }
    const fs::path target = named.empty() ? named : fs::canonical(named, failure);
    // A link to such a file leads on from there.
    if (!target.empty() && !failure && fs::is_directory(target, failure) && isInside(collector, target)) {
        const fs::path objects = fs::canonical(withObjects(target) / "objects", failure);
        if (!failure && isInside(collector, objects))
            return;
    }
    if (histories)
        collector.gap(file, "names a repository that lies elsewhere, which was not searched by this");
    else
        collector.leaveHistory(file);
}

/// Where it leads is what a link says.
void searchLink(LeakCollector& collector, int folder, const char* name, const std::string& path)
{
    std::string target(linkBytes, '\0');
    const ssize_t length = ::readlinkat(folder, name, target.data(), target.size());
    if (length < 0)
        return collector.gap(path, std::strerror(errno));
    collector.name(path, std::string_view(target).substr(0, static_cast<std::size_t>(length)));
    wipe(target);
}

/// `folder` is closed by this.
void searchFolder(LeakCollector& collector, int folder, const std::string& path, bool histories, int depth)
{
    DIR* const raw = ::fdopendir(folder);
    if (raw == nullptr) {
        ::close(folder);
        return collector.gap(path, std::strerror(errno));
    }
    const std::unique_ptr<DIR, int (*)(DIR*)> entries(raw, ::closedir);
    lookForRepository(collector, folder, path, histories, depth == 0);
    for (;;) {
        errno = 0;
        const dirent* const entry = ::readdir(raw);
        if (entry == nullptr) {
            if (errno != 0)
                collector.gap(path, std::strerror(errno));
            return;
        }
        const std::string_view name = entry->d_name;
        if (name == "." || name == "..")
            continue;
        if (!collector.goOn())
            return;
        const std::string below = path + (path.ends_with('/') ? "" : "/") + std::string(name);
        collector.name(below, name); // a reference of git is a file of its name
        struct stat about {};
        if (::fstatat(folder, entry->d_name, &about, AT_SYMLINK_NOFOLLOW) != 0) {
            collector.gap(below, std::strerror(errno));
            continue;
        }
        if (S_ISLNK(about.st_mode)) {
            ++collector.report.links;
            searchLink(collector, folder, entry->d_name, below);
            if (name == ".git")
                lookForElsewhere(collector, path, below, true, histories);
            continue;
        }
        if (!S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode)) {
            collector.leave(below, "neither a file nor a folder"); // nothing is kept in it
            continue;
        }
        if (S_ISDIR(about.st_mode) && depth >= folderDepthLimit) {
            collector.gap(below, "too deep");
            continue;
        }
        if (name == ".git" && S_ISREG(about.st_mode))
            lookForElsewhere(collector, path, below, false, histories);
        Descriptor opened(::openat(folder, entry->d_name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
        struct stat now {};
        if (opened.get() < 0 || ::fstat(opened.get(), &now) != 0)
            collector.gap(below, std::strerror(errno));
        else if (S_ISDIR(now.st_mode))
            searchFolder(collector, opened.release(), below, histories, depth + 1);
        else if (S_ISREG(now.st_mode))
            searchFile(collector, opened.get(), below);
        else
            collector.gap(below, "changed while it was opened");
    }
}

} // namespace

void searchPath(LeakCollector& collector, const std::string& path, bool histories)
{
    collector.root = path;
    collector.name(path, path);
    Descriptor opened(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    struct stat about {};
    if (opened.get() < 0 || ::fstat(opened.get(), &about) != 0)
        collector.gap(path, std::strerror(errno));
    else if (S_ISDIR(about.st_mode))
        searchFolder(collector, opened.release(), path, histories, 0);
    else if (S_ISREG(about.st_mode))
        searchFile(collector, opened.get(), path);
    else
        collector.gap(path, "neither a file nor a folder");
}

void searchHistory(LeakCollector& collector, const std::string& folder)
{
    if (::access((folder + "/objects/info/alternates").c_str(), F_OK) == 0)
        collector.leave(folder, "objects of another repository belong to this one; they were searched too");
    if (::access((folder + "/shallow").c_str(), F_OK) == 0)
        collector.gap(folder, "this copy of the repository is shallow: older history isn't in it");
    struct Found {
        std::string text;
        std::int64_t line = 0;
    };
    std::map<std::string, std::vector<Found>> inBlobs;
    std::vector<std::string> commits;
    std::string object, kind;
    std::size_t held = 0;
    KeyFinder finder([&](std::string_view text, std::int64_t line) {
        if (kind != "blob")
            return collector.hit({.place = kind + " " + object, .repository = folder, .line = line, .prefix = {}, .key = {}},
                                 text);
        if (held++ < leakHitLimit)
            inBlobs[object].push_back({std::string(text), line});
        else
            collector.gap(folder, "more keys and secrets than a report holds");
    });
    const auto read = GitObjects::read(
        folder,
        [&](const std::string& id, std::string_view what, std::string_view piece, bool begins) {
            if (begins) {
                object = id;
                kind = what;
                finder.restart();
                ++collector.report.objects;
                if (what == "commit" && commits.size() < commitLimit)
                    commits.push_back(id);
            }
            collector.read(piece.size());
            finder.feed(piece);
            return collector.goOn();
        },
        [&] { return collector.goOn(); });
    // Ctrl-C at a terminal reaches git as well: what it didn't read then is no gap, the search was stopped.
    if (!read && collector.goOn() && read.error().code != ErrorCode::Cancelled)
        collector.gap(folder, "history: " + read.error().detail);
    if (inBlobs.empty())
        return;
    std::vector<std::string> objects;
    for (const auto& [id, found] : inBlobs)
        objects.push_back(id);
    std::map<std::string, std::string> places;
    if (const auto found = GitObjects::places(folder, objects, commits, [&] { return collector.goOn(); }))
        for (const auto& place : *found)
            places[place.object] = place.commit + ":" + place.path;
    for (auto& [id, found] : inBlobs) {
        const auto place = places.find(id);
        for (Found& one : found) {
            collector.hit({.place = place == places.end() ? "object " + id : place->second,
                           .repository = folder,
                           .line = one.line,
                           .prefix = {},
                           .key = {}},
                          one.text);
            wipe(one.text);
        }
    }
}

} // namespace sallyport::identity

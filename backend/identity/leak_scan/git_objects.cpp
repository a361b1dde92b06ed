#include "backend/identity/leak_scan/git_objects.h"

#include "backend/base/child_process.h"
#include "backend/base/descriptor.h"
#include "backend/storage/files.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <utility>

namespace sallyport::identity {

namespace {

constexpr std::size_t gitPiece = 64 * 1024;
constexpr int gitLook = 200; // milliseconds between looks at whether to stop

/// An empty bare repository of ours, for as long as git runs.
class EmptyRepository {
public:
    EmptyRepository(const EmptyRepository&) = delete;
    EmptyRepository& operator=(const EmptyRepository&) = delete;
    EmptyRepository() = default;
    ~EmptyRepository()
    {
        std::error_code ignored;
        if (!path.empty())
            std::filesystem::remove_all(path, ignored);
    }

    Result<void> make(const std::filesystem::path& folder)
    {
        std::string name = (std::filesystem::temp_directory_path() / "sallyport-scan-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr)
            return makeError(ErrorCode::NotWritable, "No temporary folder can be made.");
        path = name;
        std::error_code error;
        std::filesystem::create_directory(path / "objects", error);
        std::filesystem::create_directory(path / "refs", error);
        // The kind of hash is the only word of the repository's configuration that matters, and is looked for as a word.
        const auto config = storage::readSmallFile(folder / "config", 256 * 1024);
        std::string lower = config ? *config : std::string();
        std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        const std::size_t at = lower.find("objectformat");
        const bool sha256 = at != lower.npos && lower.substr(at, 40).find("sha256") != lower.npos;
        std::ofstream(path / "HEAD") << "ref: refs/heads/none\n";
        std::ofstream(path / "config")
            << "[core]\n\trepositoryformatversion = " << (sha256 ? 1 : 0)
            << "\n\tbare = true\n\tbigFileThreshold = 8m\n\tdeltaBaseCacheLimit = 32m\n\tquotePath = false\n"
            << (sha256 ? "[extensions]\n\tobjectFormat = sha256\n" : "");
        // Where a shallow copy ends.
        if (const auto shallow = storage::readSmallFile(folder / "shallow", 16 * 1024 * 1024))
            std::ofstream(path / "shallow") << *shallow;
        return error ? Result<void>(makeError(ErrorCode::NotWritable, "No temporary folder can be made.")) : Result<void>();
    }

    std::filesystem::path path;
};

/// Runs git and hands its output on; `input` is a file or empty.
Result<void> runGit(const EmptyRepository& repository, const std::string& folder, const std::vector<std::string>& words,
                    const std::string& input, const std::function<bool(std::string_view)>& take,
                    const std::function<bool()>& goOn)
{
    const std::string git = GitObjects::program();
    if (git.empty())
        return makeError(ErrorCode::NotFound, "git is not installed");
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return makeError(ErrorCode::Unavailable, "too many open files");
    Descriptor ours(ends[0]), theirs(ends[1]);
    const std::string home = repository.path.string();
    ChildSetup setup;
    setup.program = git;
    setup.environment = {"PATH=/usr/bin:/bin",    "LC_ALL=C",
                         "HOME=" + home,          "XDG_CONFIG_HOME=" + home,
                         "GIT_DIR=" + home,       "GIT_OBJECT_DIRECTORY=" + folder + "/objects",
                         "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null",
                         "GIT_ATTR_NOSYSTEM=1",   "GIT_NO_REPLACE_OBJECTS=1",
                         "GIT_NO_LAZY_FETCH=1",   "GIT_ALLOW_PROTOCOL=none",
                         "GIT_TERMINAL_PROMPT=0", "GIT_OPTIONAL_LOCKS=0",
                         "GIT_PAGER=cat"};
    setup.arguments = {"--no-pager", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"};
    setup.arguments.insert(setup.arguments.end(), words.begin(), words.end());
    setup.inputFile = input;
    setup.output = theirs.get();
    setup.folder = home;
    Result<ChildProcess> process = ChildProcess::start(setup);
    theirs.close();
    if (!process)
        return makeError(ErrorCode::Unavailable, "git cannot be started");
    std::string buffer(gitPiece, '\0');
    bool stopped = false;
    for (;;) {
        pollfd file{ours.get(), POLLIN, 0};
        const int ready = ::poll(&file, 1, gitLook);
        stopped = !goOn();
        if (stopped)
            break;
        if (ready <= 0)
            continue;
        const ssize_t length = ::read(ours.get(), buffer.data(), buffer.size());
        if (length < 0 && errno == EINTR)
            continue;
        if (length <= 0)
            break;
        stopped = !take(std::string_view(buffer.data(), static_cast<std::size_t>(length)));
        if (stopped)
            break;
    }
    ours.close();
    if (stopped)
        process->kill();
    const ChildEnd end = process->wait();
    if (stopped)
        return makeError(ErrorCode::Cancelled, "stopped");
    if (!end.succeeded())
        return makeError(ErrorCode::Unavailable, "git could read only a part of the history");
    return {};
}

/// The output of `cat-file --batch`: `ID KIND SIZE`, a line feed, so many bytes, a line feed.
class Batch {
public:
    explicit Batch(const GitObjects::Sink& sink) : m_sink(sink) {}

    bool take(std::string_view piece)
    {
        while (!piece.empty()) {
            if (!m_inside) {
                const std::size_t end = piece.find('\n');
                m_head.append(piece.substr(0, end));
                if (end == piece.npos)
                    return m_head.size() < 512;
                piece.remove_prefix(end + 1);
                if (!readHead())
                    return false;
                continue;
            }
            const auto some = piece.substr(0, static_cast<std::size_t>(std::min<std::uint64_t>(piece.size(), m_left)));
            if (m_left > 0 && !m_sink(m_object, m_kind, some, std::exchange(m_begins, false)))
                return false;
            m_left -= some.size();
            piece.remove_prefix(some.size());
            if (m_left == 0 && !piece.empty()) {
                piece.remove_prefix(1); // the line feed after the content
                m_inside = false;
            }
        }
        return true;
    }

private:
    bool readHead()
    {
        const std::string head = std::exchange(m_head, {});
        const std::size_t first = head.find(' ');
        const std::size_t second = first == head.npos ? first : head.find(' ', first + 1);
        if (second == head.npos)
            return first != head.npos; // `ID missing`
        m_object = head.substr(0, first);
        m_kind = head.substr(first + 1, second - first - 1);
        const char* const end = head.data() + head.size();
        if (std::from_chars(head.data() + second + 1, end, m_left).ptr != end)
            return false;
        m_inside = m_begins = true;
        if (m_left == 0)
            return m_sink(m_object, m_kind, {}, std::exchange(m_begins, false));
        return true;
    }

    const GitObjects::Sink& m_sink;
    std::string m_head, m_object, m_kind;
    std::uint64_t m_left = 0;
    bool m_inside = false, m_begins = false;
};

} // namespace

std::string GitObjects::program()
{
    for (const char* candidate : {"/usr/bin/git", "/usr/local/bin/git", "/bin/git"})
        if (::access(candidate, X_OK) == 0)
            return candidate;
    return {};
}

Result<void> GitObjects::read(const std::string& folder, const Sink& sink, const std::function<bool()>& goOn)
{
    EmptyRepository repository;
    SALLYPORT_TRY(repository.make(folder));
    Batch batch(sink);
    return runGit(
        repository, folder, {"cat-file", "--batch-all-objects", "--unordered", "--batch"}, {},
        [&](std::string_view piece) { return batch.take(piece); }, goOn);
}

Result<std::vector<GitObjects::Place>> GitObjects::places(const std::string& folder, const std::vector<std::string>& objects,
                                                          const std::vector<std::string>& commits,
                                                          const std::function<bool()>& goOn)
{
    EmptyRepository repository;
    SALLYPORT_TRY(repository.make(folder));
    const std::string list = (repository.path / "commits").string();
    {
        std::ofstream file(list);
        for (const std::string& commit : commits)
            file << commit << '\n';
    }
    struct Best {
        std::int64_t time = 0;
        std::string commit, path;
    };
    const std::set<std::string> wanted(objects.begin(), objects.end());
    std::map<std::string, Best> best;
    std::string line, commit;
    std::int64_t time = 0;
    const auto takeLine = [&] {
        if (line.starts_with("c ")) {
            const std::size_t space = line.find(' ', 2);
            commit = line.substr(2, space - 2);
            time = std::strtoll(line.c_str() + std::min(space, line.size()), nullptr, 10);
        } else if (line.starts_with(':')) {
            // :mode mode old new status TAB path
            const std::size_t tab = line.find('\t');
            std::size_t at = line.find(' ', line.find(' ', line.find(' ') + 1) + 1);
            if (tab != line.npos && at < tab) {
                const std::string object = line.substr(at + 1, line.find(' ', at + 1) - at - 1);
                const auto known = best.find(object);
                if (wanted.contains(object) && (known == best.end() || time < known->second.time))
                    best[object] = {time, commit, line.substr(tab + 1)};
            }
        }
        line.clear();
    };
    const std::vector<std::string> words{
        "log", "--no-walk=unsorted", "--stdin",      "--format=c %H %ct",   "--raw",         "-r",           "--root",
        "-m",  "--no-abbrev",        "--no-renames", "--no-show-signature", "--no-ext-diff", "--no-textconv"};
    const Result<void> done = runGit(
        repository, folder, words, list,
        [&](std::string_view piece) {
            for (const char c : piece) {
                if (c == '\n')
                    takeLine();
                else if (line.size() < 16 * 1024)
                    line += c;
            }
            return true;
        },
        goOn);
    if (!done && done.error().code == ErrorCode::Cancelled)
        return done.error();
    std::vector<Place> found;
    for (auto& [object, one] : best)
        found.push_back({object, one.commit, one.path});
    return found;
}

} // namespace sallyport::identity

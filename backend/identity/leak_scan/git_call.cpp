#include "backend/identity/leak_scan/git_call.h"

#include "backend/base/child_process.h"
#include "backend/base/descriptor.h"
#include "backend/identity/leak_scan/git_objects.h"
#include "backend/storage/files.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <utility>

namespace sallyport::identity {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t gitPiece = 64 * 1024;
constexpr std::size_t longestComplaint = 400; // of what may be megabytes; the first one tells most
constexpr int gitLook = 200;                  // milliseconds between looks at whether to stop
constexpr std::size_t longestWord = 256;

Error noFolder()
{
    return makeError(ErrorCode::NotWritable, "No temporary folder can be made.");
}

/// The first line of what git said.
std::string firstLine(std::string_view text)
{
    return std::string(text.substr(0, text.find('\n')));
}

} // namespace

GitCall::~GitCall()
{
    std::error_code ignored;
    if (!m_home.empty())
        fs::remove_all(m_home, ignored);
}

Result<void> GitCall::prepare(const std::string& folder, const std::function<bool()>& goOn)
{
    if (GitObjects::program().empty())
        return makeError(ErrorCode::NotFound, "git is not installed");
    std::error_code failure;
    const fs::path place = fs::absolute(folder, failure);
    const fs::path temporary = failure ? fs::path() : fs::absolute(fs::temp_directory_path(failure), failure);
    std::string name = (temporary / "sallyport-scan-XXXXXX").string();
    if (failure || ::mkdtemp(name.data()) == nullptr)
        return noFolder();
    m_home = name;
    m_objects = (place / "objects").string();
    fs::create_directory(m_home / "objects", failure);
    if (!failure)
        fs::create_directory(m_home / "refs", failure);
    if (failure)
        return noFolder();
    std::ofstream(m_home / "HEAD") << "ref: refs/heads/none\n";
    const auto write = [this](const std::string& hash) {
        std::ofstream(m_home / "config") << "[core]\n\trepositoryformatversion = " << (hash.empty() ? 0 : 1)
                                         << "\n\tbare = true\n\tbigFileThreshold = 8m\n\tdeltaBaseCacheLimit = 32m\n"
                                         << "\tquotePath = false\n"
                                         << (hash.empty() ? "" : "[extensions]\n\tobjectFormat = " + hash + "\n");
    };
    write({});
    SALLYPORT_ASSIGN(const std::string hash, hashOf(place.string(), goOn));
    if (!hash.empty() && hash != "sha1")
        write(hash);
    // Where a shallow copy ends.
    if (fs::is_regular_file(place / "shallow", failure)) {
        if (const auto shallow = storage::readSmallFile(place / "shallow", 16 * 1024 * 1024))
            std::ofstream(m_home / "shallow") << *shallow;
    }
    failure.clear(); // most repositories have none
    // git reads this one by itself.
    const fs::path others = place / "objects/info/alternates";
    if (fs::exists(others, failure) && !fs::is_regular_file(others, failure))
        return makeError(ErrorCode::Unavailable, "what names the repositories whose objects belong to it is no file");
    failure.clear();
    return {};
}

Result<std::string> GitCall::hashOf(const std::string& folder, const std::function<bool()>& goOn) const
{
    // git reads the file as a file: no includes, and nothing in it is in force.
    const std::string config = folder + "/config";
    std::error_code failure;
    if (!fs::exists(config, failure) && !failure)
        return std::string();                  // as git has it: all is as usual
    if (!fs::is_regular_file(config, failure)) // a pipe would keep git waiting
        return makeError(ErrorCode::Unavailable, "the repository's configuration is no file");
    std::string said;
    const Result<void> asked = run(
        {"config", "--file", config, "--no-includes", "--default", "sha1", "--get", "extensions.objectFormat"}, {},
        [&said](std::string_view piece) {
            said.append(piece);
            return said.size() < longestWord;
        },
        goOn);
    if (!asked && asked.error().code == ErrorCode::Cancelled && said.size() < longestWord)
        return asked.error();
    said = firstLine(said);
    if (!asked)
        return makeError(ErrorCode::Unavailable, "git could not read the repository's configuration");
    if (said != "sha1" && said != "sha256") // the others' name would become a line of our configuration
        return makeError(ErrorCode::Unavailable, "the repository's objects have a kind of hash that is unknown here");
    return said;
}

Result<void> GitCall::run(const std::vector<std::string>& words, const std::string& input,
                          const std::function<bool(std::string_view)>& take, const std::function<bool()>& goOn) const
{
    int ends[2], sides[2];
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return makeError(ErrorCode::Unavailable, "too many open files");
    Descriptor output(ends[0]), outputEnd(ends[1]);
    if (::pipe2(sides, O_CLOEXEC) != 0)
        return makeError(ErrorCode::Unavailable, "too many open files");
    Descriptor complaints(sides[0]), complaintsEnd(sides[1]);
    ChildSetup setup;
    setup.program = GitObjects::program();
    setup.environment = {"PATH=/usr/bin:/bin",
                         "LC_ALL=C",
                         "HOME=" + m_home.string(),
                         "XDG_CONFIG_HOME=" + m_home.string(),
                         "GIT_DIR=" + m_home.string(),
                         "GIT_OBJECT_DIRECTORY=" + m_objects,
                         "GIT_CONFIG_NOSYSTEM=1",
                         "GIT_CONFIG_GLOBAL=/dev/null",
                         "GIT_ATTR_NOSYSTEM=1",
                         "GIT_NO_REPLACE_OBJECTS=1",
                         "GIT_NO_LAZY_FETCH=1",
                         "GIT_ALLOW_PROTOCOL=none",
                         "GIT_TERMINAL_PROMPT=0",
                         "GIT_OPTIONAL_LOCKS=0",
                         "GIT_PAGER=cat"};
    setup.arguments = {"--no-pager", "-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false"};
    setup.arguments.insert(setup.arguments.end(), words.begin(), words.end());
    setup.inputFile = input;
    setup.output = outputEnd.get();
    setup.complaints = complaintsEnd.get();
    setup.folder = m_home.string();
    Result<ChildProcess> process = ChildProcess::start(setup);
    outputEnd.close();
    complaintsEnd.close();
    if (!process)
        return makeError(ErrorCode::Unavailable, "git cannot be started");
    std::string buffer(gitPiece, '\0'), complaint;
    bool stopped = false;
    std::array<pollfd, 2> files{{{output.get(), POLLIN, 0}, {complaints.get(), POLLIN, 0}}};
    while (!stopped && (files[0].fd >= 0 || files[1].fd >= 0)) {
        const int ready = ::poll(files.data(), files.size(), gitLook);
        stopped = !goOn();
        for (pollfd& file : files) {
            if (stopped || ready <= 0 || file.fd < 0 || file.revents == 0)
                continue;
            const ssize_t length = ::read(file.fd, buffer.data(), buffer.size());
            if (length < 0 && errno == EINTR)
                continue;
            const std::string_view piece(buffer.data(), static_cast<std::size_t>(length > 0 ? length : 0));
            if (length <= 0)
                file.fd = -1; // poll passes it over
            else if (&file == &files[0])
                stopped = !take(piece);
            else
                complaint.append(piece.substr(0, longestComplaint - std::min(longestComplaint, complaint.size())));
        }
    }
    if (stopped)
        process->kill();
    output.close();
    complaints.close();
    const ChildEnd end = process->wait();
    if (stopped)
        return makeError(ErrorCode::Cancelled, "stopped");
    if (end.succeeded() && complaint.empty())
        return {};
    return makeError(ErrorCode::Unavailable, "git could read only a part of the history" +
                                                 (complaint.empty() ? std::string() : " (" + firstLine(complaint) + ")"));
}

} // namespace sallyport::identity

#include "backend/audit/chain/anchor.h"

#include "backend/base/descriptor.h"
#include "backend/base/secret_bytes.h"
#include "backend/storage/owner.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <utility>

namespace sallyport::audit {

namespace {

constexpr std::string_view title = "sallyport audit head 1\n";
constexpr std::size_t fileLimit = 512; ///< bytes; the text has 200 or so

Error failure(const std::string& what)
{
    const int number = errno;
    const ErrorCode code = number == ENOSPC || number == EDQUOT ? ErrorCode::DiskFull : ErrorCode::NotWritable;
    return makeError(code, what + ": " + std::strerror(number) + ".");
}

/// Cuts `key value\n` off the front.
std::optional<std::string_view> line(std::string_view& text, std::string_view key)
{
    if (!text.starts_with(key) || text.size() <= key.size() || text[key.size()] != ' ')
        return std::nullopt;
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos)
        return std::nullopt;
    const std::string_view value = text.substr(key.size() + 1, end - key.size() - 1);
    text.remove_prefix(end + 1);
    return value;
}

std::optional<std::int64_t> numberLine(std::string_view& text, std::string_view key)
{
    const auto value = line(text, key);
    std::int64_t number = 0;
    if (!value || value->empty())
        return std::nullopt;
    const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), number);
    if (error != std::errc{} || end != value->data() + value->size() || number < 0)
        return std::nullopt;
    return number;
}

std::string body(const Anchor& anchor)
{
    std::string content = std::string(title) + "sequence " + std::to_string(anchor.sequence) + "\nhash " + hexOf(anchor.hash) +
                          "\nbroken " + std::to_string(anchor.brokenAt) + "\n";
    if (anchor.problem != ChainProblem::None)
        content.append("problem ").append(problemWord(anchor.problem)).append("\n");
    if (anchor.headsTold > 0)
        content.append("heads ").append(std::to_string(anchor.headsTold)).append("\n");
    return content;
}

/// True if `path` still names the file that is open: another process may have moved it away while we waited.
bool isStill(int handle, const std::filesystem::path& path)
{
    struct stat open {
    }, named{};
    return ::fstat(handle, &open) == 0 && ::lstat(path.c_str(), &named) == 0 && open.st_ino == named.st_ino &&
           open.st_dev == named.st_dev;
}

Result<void> writeAll(int handle, std::string_view text)
{
    if (::ftruncate(handle, 0) != 0)
        return failure("The audit anchor cannot be written");
    while (!text.empty()) {
        const ssize_t written = ::write(handle, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return failure("The audit anchor cannot be written");
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(handle) != 0)
        return failure("The audit anchor cannot be written");
    return {};
}

} // namespace

void Anchor::learn(const Anchor& other)
{
    if (other.brokenAt > brokenAt) {
        brokenAt = other.brokenAt;
        problem = other.problem;
    }
    headsTold = std::max(headsTold, other.headsTold);
}

Result<std::string> AnchorFile::text(const Anchor& anchor) const
{
    std::string content = body(anchor);
    SALLYPORT_ASSIGN(const ChainHash seal, m_chain->seal(content));
    return content + "seal " + hexOf(seal) + "\n";
}

Result<Anchor> AnchorFile::read() const
{
    const Descriptor file = openFile(m_file, O_RDONLY | O_NOFOLLOW);
    if (!file.valid() && errno == ENOENT)
        return makeError(ErrorCode::NotFound, "The audit anchor is missing.");
    char buffer[fileLimit];
    const ssize_t length = file.valid() ? ::read(file.get(), buffer, sizeof buffer) : -1;
    // A link, a pipe or a directory in its place is somebody's doing. Whoever may not read it, or cannot now, knows nothing.
    if (length < 0 && errno != ELOOP && errno != EISDIR && errno != ENXIO)
        return makeError(ErrorCode::NotWritable, m_file.string() + " cannot be read: " + std::strerror(errno));
    if (length < 0)
        return makeError(ErrorCode::DatabaseDamaged, "The audit anchor is no file.");
    const std::string_view content(buffer, static_cast<std::size_t>(length));
    const Error damaged = makeError(ErrorCode::DatabaseDamaged, "The audit anchor is damaged.");
    if (!content.starts_with(title))
        return damaged;
    std::string_view rest = content.substr(title.size());
    const auto sequence = numberLine(rest, "sequence");
    const auto hash = line(rest, "hash");
    const auto broken = numberLine(rest, "broken");
    if (!sequence || !hash || !broken)
        return damaged;
    const auto parsed = hashFromHex(*hash);
    if (!parsed)
        return damaged;
    // Neither stands there where there is nothing to say.
    const auto problem = line(rest, "problem");
    const auto heads = numberLine(rest, "heads");
    const Anchor anchor{.sequence = *sequence,
                        .hash = *parsed,
                        .brokenAt = *broken,
                        .problem = problemOfWord(problem.value_or("")).value_or(ChainProblem::None),
                        .headsTold = heads.value_or(0)};
    SALLYPORT_ASSIGN(const std::string expected, text(anchor));
    if (!equalConstantTime(asBytes(expected), asBytes(content)))
        return damaged;
    return anchor;
}

Result<void> AnchorFile::replace(const Anchor& anchor, bool always) const
{
    std::filesystem::path next = m_file;
    next += ".new";
    bool cleared = false;
    for (;;) {
        const Descriptor file = openFile(next, O_RDWR | O_CREAT | O_NOFOLLOW);
        // Left by another user, who has written here once: the directory is ours, so its name is free to take.
        if (!file.valid() && errno == EACCES && !std::exchange(cleared, true) && ::unlink(next.c_str()) == 0)
            continue;
        if (!file.valid() && errno == ENXIO)
            return makeError(ErrorCode::NotWritable, "The audit anchor cannot be written: " + next.string() + " is no file.");
        if (!file.valid() || ::flock(file.get(), LOCK_EX) != 0)
            return failure("The audit anchor cannot be written");
        SALLYPORT_TRY(storage::giveToOwner(file.get(), m_file.parent_path()));
        if (!isStill(file.get(), next))
            continue;
        Anchor newest = anchor;
        const auto present = read();
        if (!present && present.error().code == ErrorCode::NotWritable)
            return present.error(); // it may be further than what we know
        if (present) {
            if (present->sequence >= anchor.sequence) {
                if (present->brokenAt >= anchor.brokenAt && present->headsTold >= anchor.headsTold && !always)
                    return {};
                newest = *present;
                newest.learn(anchor);
            } else {
                newest.learn(*present); // another process may know of damage that this one does not
            }
        }
        SALLYPORT_ASSIGN(const std::string content, text(newest));
        SALLYPORT_TRY(writeAll(file.get(), content));
        if (::rename(next.c_str(), m_file.c_str()) != 0)
            return failure("The audit anchor cannot be replaced");
        const Descriptor directory(::open(m_file.parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (directory.valid())
            ::fsync(directory.get());
        return {};
    }
}

} // namespace sallyport::audit

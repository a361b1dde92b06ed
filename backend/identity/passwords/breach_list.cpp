#include "backend/identity/passwords/breach_list.h"

#include "backend/base/descriptor.h"
#include "backend/crypto/digest.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <string>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sallyport::identity {

namespace {

constexpr std::size_t breachBlock = 4096;   ///< bytes read at once: about 80 lines
constexpr std::size_t breachLineLimit = 64; ///< 40 hex digits, ':', a count, CR LF
constexpr std::size_t breachDigits = 40;
constexpr int breachGuesses = 6;    ///< by interpolation; then halving, which always ends
constexpr int breachReadLimit = 80; ///< halving ends before; more means that the file changes below us
constexpr std::uint64_t breachSamples = 64;

using BreachDigest = crypto::Sha1Digest;

int breachNibble(char c) noexcept
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = static_cast<char>(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// The hash of a line without its end; nothing if the line is none.
std::optional<BreachDigest> breachDigestOfLine(std::string_view line) noexcept
{
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    if (line.size() < breachDigits || line.size() > breachLineLimit)
        return std::nullopt;
    BreachDigest hash;
    for (std::size_t i = 0; i < hash.size(); ++i) {
        const int high = breachNibble(line[2 * i]), low = breachNibble(line[2 * i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        hash[i] = static_cast<std::byte>(high << 4 | low);
    }
    const std::string_view rest = line.substr(breachDigits);
    const bool counted = rest.size() > 1 && rest.front() == ':' &&
                         std::ranges::all_of(rest.substr(1), [](char c) { return c >= '0' && c <= '9'; });
    return rest.empty() || counted ? std::optional(hash) : std::nullopt;
}

/// Where a hash stands among all of them, from 0 to 1: they are spread evenly.
double breachPlaceOf(const BreachDigest& hash) noexcept
{
    double place = 0;
    for (std::size_t i = 6; i-- > 0;)
        place = (place + std::to_integer<int>(hash[i])) / 256;
    return place;
}

/// The whole lines of one block of the file.
struct BreachLines {
    std::uint64_t begin = 0, end = 0; ///< where in the file the first starts and the last ends (with its line end)
    std::string_view text;            ///< into the buffer of who asked
};

/// The lines that lie wholly in `from` .. `from + block`, and in one end of the file also without a line end. At least one,
/// unless `from` is at the end.
std::optional<BreachLines> readBreachLines(int file, std::uint64_t size, std::uint64_t from,
                                           std::span<char, breachBlock + 1> buffer)
{
    // One byte earlier, to see whether a line starts at `from`.
    const std::uint64_t start = from == 0 ? 0 : from - 1;
    const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(buffer.size(), size - start));
    std::size_t got = 0;
    while (got < wanted) {
        const ssize_t read = ::pread(file, buffer.data() + got, wanted - got, static_cast<off_t>(start + got));
        if (read < 0 && errno == EINTR)
            continue;
        if (read <= 0) // shorter than it was
            return std::nullopt;
        got += static_cast<std::size_t>(read);
    }
    std::string_view text(buffer.data(), got);
    std::size_t skipped = 0;
    if (from > 0) {
        const std::size_t before = text.find('\n');
        skipped = before == std::string_view::npos ? text.size() : before + 1;
    }
    text.remove_prefix(skipped);
    if (start + got < size) {
        const std::size_t last = text.rfind('\n');
        text = text.substr(0, last == std::string_view::npos ? 0 : last + 1);
    }
    return BreachLines{start + skipped, start + skipped + text.size(), text};
}

/// The line at the front, taken off.
std::string_view takeBreachLine(std::string_view& text) noexcept
{
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    return line;
}

Error wrongBreachList(std::string message, std::string_view rule)
{
    Error error(ErrorCode::InvalidArgument, "passwords.breach_list: " + message);
    error.fields.push_back({"passwords.breach_list", std::move(message), std::string(rule)});
    return error;
}

/// Looks at samples over the whole file: lines are hashes, in order.
Result<void> checkBreachSamples(int file, std::uint64_t size)
{
    std::array<char, breachBlock + 1> buffer;
    std::optional<BreachDigest> before;
    for (std::uint64_t sample = 0; sample <= breachSamples; ++sample) {
        const std::uint64_t last = size > breachBlock ? size - breachBlock : 0;
        const std::uint64_t from = sample == breachSamples ? last : last / breachSamples * sample;
        const auto lines = readBreachLines(file, size, from, buffer);
        if (!lines)
            return wrongBreachList("It can't be read.", "fileUnreadable");
        std::string_view rest = lines->text;
        if (rest.empty())
            return wrongBreachList("It must have a SHA-1 in hex on each line, and then a count or nothing.", "fileFormat");
        // Samples of a small file overlap.
        std::optional<BreachDigest> inside;
        while (!rest.empty()) {
            const auto hash = breachDigestOfLine(takeBreachLine(rest));
            if (!hash)
                return wrongBreachList("It must have a SHA-1 in hex on each line, and then a count or nothing.", "fileFormat");
            if (inside ? *hash < *inside : before && *hash < *before)
                return wrongBreachList("Its lines must be sorted by their SHA-1.", "fileUnsorted");
            if (!inside)
                before = hash;
            inside = hash;
        }
    }
    return {};
}

} // namespace

Error breachListUnreadable()
{
    Error error(ErrorCode::Unavailable, "The list of breached passwords can't be read: tell an administrator.");
    error.word = "breach_list_unreadable";
    return error;
}

Result<std::shared_ptr<const BreachList>> BreachList::open(const std::filesystem::path& file)
{
    Descriptor opened = openFile(file);
    if (!opened.valid() && (errno == EISDIR || errno == ENXIO))
        return wrongBreachList("It is no file.", "fileUnreadable");
    if (!opened.valid()) {
        const bool missing = errno == ENOENT || errno == ENOTDIR;
        return missing ? wrongBreachList("There is no such file.", "fileMissing")
                       : wrongBreachList("It can't be opened.", "fileUnreadable");
    }
    struct stat about {};
    if (::fstat(opened.get(), &about) != 0)
        return wrongBreachList("It can't be opened.", "fileUnreadable");
    if (about.st_size == 0)
        return wrongBreachList("It is empty.", "fileFormat");
    ::posix_fadvise(opened.get(), 0, 0, POSIX_FADV_RANDOM);
    const auto size = static_cast<std::uint64_t>(about.st_size);
    SALLYPORT_TRY(checkBreachSamples(opened.get(), size));
    return std::shared_ptr<const BreachList>(new BreachList(std::move(opened), size));
}

Result<bool> BreachList::contains(const SecretBytes& password) const
{
    return containsDigest(crypto::sha1(password.bytes()));
}

Result<bool> BreachList::containsDigest(std::span<const std::byte, 20> digest) const
{
    BreachDigest wanted;
    std::ranges::copy(digest, wanted.begin());
    std::array<char, breachBlock + 1> buffer;
    // The line is within [low, high); `low` is where a line starts. The places are those of the hashes there.
    std::uint64_t low = 0, high = m_size;
    double lowPlace = 0, highPlace = 1;
    const double place = breachPlaceOf(wanted);
    for (int read = 0; low < high; ++read) {
        if (read == breachReadLimit)
            return breachListUnreadable();
        std::uint64_t from = low;
        if (high - low > breachBlock) {
            const double span = highPlace - lowPlace;
            const double part = read < breachGuesses && span > 0 ? std::clamp((place - lowPlace) / span, 0.0, 1.0) : 0.5;
            const auto guess = static_cast<std::uint64_t>(part * static_cast<double>(high - low));
            // So that what is looked for is in the middle of what is read.
            from = low + std::min(guess - std::min<std::uint64_t>(guess, breachBlock / 2), high - low - breachBlock / 2);
        }
        const auto lines = readBreachLines(m_file.get(), m_size, from, buffer);
        if (!lines)
            return breachListUnreadable();
        if (lines->text.empty())
            return breachListUnreadable();
        std::string_view rest = lines->text;
        std::optional<BreachDigest> first, last;
        while (!rest.empty()) {
            const auto hash = breachDigestOfLine(takeBreachLine(rest));
            if (!hash || (last && *hash < *last))
                return breachListUnreadable();
            if (*hash == wanted)
                return true;
            if (!first)
                first = hash;
            last = hash;
        }
        if (wanted < *first) {
            // Nothing is between `low` and the first line: it isn't there.
            if (lines->begin <= low)
                return false;
            // The part of a line before the first was skipped: it is still open.
            high = lines->begin;
            highPlace = breachPlaceOf(*first);
        } else if (*last < wanted) {
            low = lines->end;
            lowPlace = breachPlaceOf(*last);
        } else {
            return false;
        }
    }
    return false;
}

} // namespace sallyport::identity

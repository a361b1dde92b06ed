#include "backend/audit/tree/head_file.h"

#include "backend/base/descriptor.h"
#include "backend/base/encoding.h"
#include "backend/base/strict_json.h"
#include "backend/base/time_format.h"
#include "backend/storage/owner.h"

#include <boost/json.hpp>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace sallyport::audit {
namespace {

constexpr off_t headFileLimit = 4 << 20;    ///< bytes; a line has 400 or so
constexpr std::size_t headLinesKept = 1000; ///< lines that the file begins anew with
constexpr std::size_t headLineLimit = 1024; ///< bytes

bool writeHeadText(int handle, std::string_view text)
{
    while (!text.empty()) {
        const ssize_t written = ::write(handle, text.data(), text.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

Result<std::string> readHeadText(int handle, const std::filesystem::path& file)
{
    std::string text;
    char piece[65536];
    for (;;) {
        const ssize_t got = ::pread(handle, piece, sizeof piece, static_cast<off_t>(text.size()));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return openError(errno, file);
        if (got == 0 || text.size() > 2 * static_cast<std::size_t>(headFileLimit))
            return text;
        text.append(piece, static_cast<std::size_t>(got));
    }
}

template <std::size_t size>
bool readHeadHex(const boost::json::object& line, std::string_view name, std::array<std::byte, size>& to)
{
    const auto* const value = line.if_contains(name);
    if (value == nullptr || !value->is_string())
        return false;
    const auto bytes = fromHex(std::string_view(value->get_string()));
    if (!bytes || bytes->size() != size)
        return false;
    std::ranges::copy(*bytes, to.begin());
    return true;
}

bool readHeadLine(std::string_view text, SignedHead& head)
{
    const auto parsed = parseStrictJson(text, headLineLimit);
    if (!parsed || !parsed->is_object())
        return false;
    const auto& line = parsed->get_object();
    const auto* const size = line.if_contains("size");
    const auto* const time = line.if_contains("time");
    if (size == nullptr || !size->is_int64() || time == nullptr || !time->is_string())
        return false;
    const auto at = fromRfc3339(std::string_view(time->get_string()));
    if (!at)
        return false;
    head.size = size->get_int64();
    head.time = *at;
    return readHeadHex(line, "root", head.root) && readHeadHex(line, "signature", head.signature);
}

} // namespace

std::string headJson(const SignedHead& head, const crypto::Ed25519PublicKey& key)
{
    return R"({"size":)" + std::to_string(head.size) + R"(,"root":")" + toHex(head.root) + R"(","time":")" +
           toRfc3339(head.time) + R"(","signature":")" + toHex(head.signature) + R"(","public_key":")" + toHex(key.raw()) + "\"}";
}

Result<void> HeadFile::add(const SignedHead& head, const crypto::Ed25519PublicKey& key) const
{
    const Descriptor file = openFile(m_file, O_RDWR | O_CREAT | O_NOFOLLOW);
    if (!file.valid() || ::flock(file.get(), LOCK_EX) != 0)
        return openError(errno, m_file);
    SALLYPORT_TRY(storage::giveToOwner(file.get(), m_file.parent_path()));
    SALLYPORT_ASSIGN(std::string text, readHeadText(file.get(), m_file));
    const std::size_t whole = text.rfind('\n') == text.npos ? 0 : text.rfind('\n') + 1;
    std::string_view kept = std::string_view(text).substr(0, whole); // what a crash has left unfinished goes
    if (kept.size() > static_cast<std::size_t>(headFileLimit)) {
        std::size_t from = kept.size();
        for (std::size_t lines = 0; lines <= headLinesKept && from > 0; ++lines)
            from = kept.rfind('\n', from - 1) == kept.npos ? 0 : kept.rfind('\n', from - 1);
        kept.remove_prefix(from == 0 ? 0 : from + 1);
    }
    const std::string line = headJson(head, key) + '\n';
    const bool anew = kept.size() != whole;
    if (anew) {
        std::filesystem::path next = m_file;
        next += ".new";
        const Descriptor beside = openFile(next, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW);
        if (!beside.valid() || !writeHeadText(beside.get(), kept) || !writeHeadText(beside.get(), line) ||
            ::fsync(beside.get()) != 0 || ::rename(next.c_str(), m_file.c_str()) != 0)
            return openError(errno, next);
        return storage::giveToOwner(m_file);
    }
    if (::ftruncate(file.get(), static_cast<off_t>(whole)) != 0 || ::lseek(file.get(), 0, SEEK_END) < 0 ||
        !writeHeadText(file.get(), line) || ::fsync(file.get()) != 0)
        return openError(errno, m_file);
    return {};
}

Result<std::vector<HeadFile::Line>> HeadFile::read(std::size_t most) const
{
    std::vector<Line> lines;
    const Descriptor file = openFile(m_file, O_RDONLY | O_NOFOLLOW);
    if (!file.valid() && errno == ENOENT)
        return lines;
    if (!file.valid())
        return openError(errno, m_file);
    SALLYPORT_ASSIGN(const std::string text, readHeadText(file.get(), m_file));
    const auto count = static_cast<std::size_t>(std::ranges::count(text, '\n'));
    std::string_view rest = text;
    for (std::size_t number = 1; number <= count; ++number) {
        const std::size_t end = rest.find('\n');
        if (number + most > count || most >= count) {
            Line& line = lines.emplace_back();
            line.number = static_cast<std::int64_t>(number);
            line.readable = readHeadLine(rest.substr(0, end), line.head);
        }
        rest.remove_prefix(end + 1);
    }
    return lines;
}

} // namespace sallyport::audit

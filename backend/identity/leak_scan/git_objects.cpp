#include "backend/identity/leak_scan/git_objects.h"

#include "backend/identity/leak_scan/git_call.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <utility>

namespace sallyport::identity {

namespace {

/// The output of `cat-file --batch`: `ID KIND SIZE`, a line feed, so many bytes, a line feed.
class Batch {
public:
    explicit Batch(const GitObjects::Sink& sink) : m_sink(sink) {}

    /// False if git's output can't be understood, or the sink wants no more.
    bool take(std::string_view piece)
    {
        while (!piece.empty()) {
            if (!m_inside) {
                const std::size_t end = piece.find('\n');
                m_head.append(piece.substr(0, end));
                if (end == piece.npos)
                    return m_head.size() < 512 || broken();
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

    /// git's output was something else.
    bool isBroken() const { return m_broken; }
    /// After all of it: whether an object is missing, or the last one isn't whole.
    bool lacks() const { return m_missing > 0 || m_inside; }

private:
    bool broken()
    {
        m_broken = true;
        return false;
    }
    bool readHead()
    {
        const std::string head = std::exchange(m_head, {});
        const std::size_t first = head.find(' ');
        const std::size_t second = first == head.npos ? first : head.find(' ', first + 1);
        if (second == head.npos) { // `ID missing`
            ++m_missing;
            return first != head.npos || broken();
        }
        m_object = head.substr(0, first);
        m_kind = head.substr(first + 1, second - first - 1);
        const char* const end = head.data() + head.size();
        if (std::from_chars(head.data() + second + 1, end, m_left).ptr != end)
            return broken();
        m_inside = m_begins = true;
        if (m_left == 0)
            return m_sink(m_object, m_kind, {}, std::exchange(m_begins, false));
        return true;
    }

    const GitObjects::Sink& m_sink;
    std::string m_head, m_object, m_kind;
    std::uint64_t m_left = 0, m_missing = 0;
    bool m_inside = false, m_begins = false, m_broken = false;
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
    GitCall git;
    SALLYPORT_TRY(git.prepare(folder, goOn));
    Batch batch(sink);
    const Result<void> read = git.run(
        {"cat-file", "--batch-all-objects", "--unordered", "--batch"}, {},
        [&](std::string_view piece) { return batch.take(piece); }, goOn);
    if (batch.isBroken())
        return makeError(ErrorCode::Unavailable, "what git said of its objects could not be understood");
    SALLYPORT_TRY(read);
    if (batch.lacks())
        return makeError(ErrorCode::Unavailable, "git could not read every object");
    // An empty answer is no proof: git passes over packs without an index and objects of another kind of hash, and says so here.
    return git.run(
        {"count-objects", "-v"}, {}, [](std::string_view) { return true; }, goOn);
}

Result<std::vector<GitObjects::Place>> GitObjects::places(const std::string& folder, const std::vector<std::string>& objects,
                                                          const std::vector<std::string>& commits,
                                                          const std::function<bool()>& goOn)
{
    GitCall git;
    SALLYPORT_TRY(git.prepare(folder, goOn));
    const std::string list = (git.home() / "commits").string();
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
    const Result<void> done = git.run(
        words, list,
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

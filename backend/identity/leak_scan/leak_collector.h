#pragma once

#include "backend/identity/api_keys/api_keys.h"
#include "backend/identity/leak_scan/leak_scan.h"

#include <utility>

namespace sallyport::identity {

inline constexpr std::size_t leakHitLimit = 10'000;
inline constexpr std::size_t leakGapLimit = 1'000;

/// Gathers what a scan finds: whose text it is, and what of it is still worth something.
class LeakCollector {
public:
    LeakCollector(ApiKeys& keys, const access::Actor& actor, const LeakProgress& progress)
        : m_keys(keys), m_actor(actor), m_progress(progress)
    {
    }

    void hit(LeakHit where, std::string_view text);
    /// The name of a file or folder, or where a link leads, is looked through, too. `path`: whose name.
    void name(const std::string& path, std::string_view text);
    /// Something could not be searched.
    void gap(std::string place, std::string reason) { note({std::move(place), std::move(reason), true}); }
    /// Something was left out rightly, which is told all the same.
    void leave(std::string place, std::string reason) { note({std::move(place), std::move(reason), false}); }
    /// The same of a git history, which would have been searched if it had been asked for.
    void leaveHistory(std::string place)
    {
        ++report.notAskedCount;
        leave(std::move(place), "the history of this git repository was not asked for");
    }
    void read(std::size_t bytes) { report.bytes += static_cast<std::int64_t>(bytes); }
    /// False once the scan is to stop.
    bool goOn();

    /// A place as it may be told: of a key text in it only the prefix.
    static std::string shown(std::string place);

    LeakReport report;
    std::string root; ///< the place that is searched now, as it was named

private:
    void note(LeakGap gap);

    ApiKeys& m_keys;
    const access::Actor& m_actor;
    const LeakProgress& m_progress;
};

/// Searches a file, or a folder with everything in it; follows no link on the way.
void searchPath(LeakCollector& collector, const std::string& path, bool histories);
/// Searches all objects of the repository in this folder.
void searchHistory(LeakCollector& collector, const std::string& folder);

} // namespace sallyport::identity

#pragma once

#include "backend/services/drills.h"
#include "tests/ui/support/failures.h"

#include <atomic>
#include <mutex>
#include <thread>

namespace sallyport::tests {

/// A drill that takes no time: nine of ten attacks caught, one honest comment refused.
class FakeDrills final : public Drills {
public:
    explicit FakeDrills(const Clock& clock) : m_clock(clock) {}

    Result<DrillReport> run(const access::Actor& actor, const Progress& progress) override
    {
        SALLYPORT_TRY(access::require(actor, access::Permission::ProtectionUpdate));
        if (auto failure = failures.take())
            return *failure;
        DrillReport report;
        report.id = "drill-" + std::to_string(reports.size() + 1);
        report.startedAt = m_clock.now();
        report.by = actor.name;
        report.took = std::chrono::milliseconds(31'400);
        const auto add = [&](DrillCheck check, std::string_view note, std::int64_t number, int status) {
            check.note = note;
            check.number = number;
            check.status = status;
            report.checks.push_back(std::move(check));
        };
        add(check("prose", "honest", "Comments that look dangerous", "detection.strictness", 10, 9), "comment %1", 3, 403);
        add(check("work", "honest", "A morning's work", "rate_limits.api_write", 20, 20), {}, -1, -1);
        add(check("guessing", "sign_in", "Many passwords for one account", "rate_limits.auth", 20, 20),
            "%1 guesses were looked at", 5, -1);
        add(check("injections", "input", "Injections, seventeen classes", "detection.mode", 60, 54), "ldap in a query", -1, 200);
        add(check("smuggling", "transport", "Requests that can be read in two ways", "", 8, 8), {}, -1, -1);
        add(check("scanner", "floods", "A scanner for forgotten files", "protection.mode", 3, 3), "stopped after %1 paths", 14,
            -1);
        for (std::size_t i = 0; i < report.checks.size(); ++i) {
            if (!progress(i, report.checks.size(), report.checks[i].title))
                return makeError(ErrorCode::Cancelled, "The drill was stopped");
        }
        while (busy) {
            if (!progress(2, report.checks.size(), report.checks[2].title))
                return makeError(ErrorCode::Cancelled, "The drill was stopped");
            std::this_thread::yield();
        }
        const std::lock_guard lock(mutex);
        reports.insert(reports.begin(), report);
        return report;
    }

    Result<std::vector<DrillReport>> list(const access::Actor& actor, std::uint32_t limit) override
    {
        SALLYPORT_TRY(access::require(actor, access::Permission::ProtectionRead));
        if (auto failure = failures.take())
            return *failure;
        const std::lock_guard lock(mutex);
        return std::vector<DrillReport>(reports.begin(), reports.begin() + std::min<std::ptrdiff_t>(limit, std::ssize(reports)));
    }

    Failures failures;
    std::atomic<bool> busy = false; ///< runs until it is false, for pictures
    std::mutex mutex;
    std::vector<DrillReport> reports;

private:
    static DrillCheck check(std::string_view id, std::string_view group, std::string_view title, std::string_view setting,
                            std::uint32_t tried, std::uint32_t right)
    {
        DrillCheck made;
        made.id = id;
        made.group = group;
        made.title = title;
        made.setting = setting;
        made.honest = group == "honest";
        made.tried = tried;
        made.caught = right;
        return made;
    }

    const Clock& m_clock;
};

} // namespace sallyport::tests

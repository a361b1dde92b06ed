#include "backend/drill/run_drill.h"

#include "backend/drill/check.h"

#include <algorithm>
#include <csignal>
#include <ctime>

namespace sallyport::drill {
namespace {

/// A server that closes on an attacker is what a drill is for, no reason for this thread to die.
class WithoutPipeSignal {
public:
    WithoutPipeSignal()
    {
        sigemptyset(&m_pipe);
        sigaddset(&m_pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &m_pipe, &m_before);
    }
    ~WithoutPipeSignal()
    {
        const timespec now{};
        while (sigtimedwait(&m_pipe, nullptr, &now) > 0) {
        }
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    WithoutPipeSignal(const WithoutPipeSignal&) = delete;
    WithoutPipeSignal& operator=(const WithoutPipeSignal&) = delete;

private:
    sigset_t m_pipe{}, m_before{};
};

DrillCheck described(const Check& check)
{
    DrillCheck result;
    result.id = check.id;
    result.group = check.group;
    result.title = check.title;
    result.setting = check.setting;
    result.honest = check.honest;
    return result;
}

DrillCheck leftOut(const Check& check)
{
    DrillCheck result = described(check);
    result.note = "not run, the drill's time was over";
    return result;
}

Error stopped()
{
    return makeError(ErrorCode::Cancelled, "The drill was stopped");
}

} // namespace

Result<DrillReport> runDrill(const ServerShape& shape, const Platform& platform, const Drills::Progress& progress)
{
    return runDrillWithin(longestDrill, shape, platform, progress);
}

Result<DrillReport> runDrillWithin(std::chrono::milliseconds limit, const ServerShape& shape, const Platform& platform,
                                   const Drills::Progress& progress)
{
    const WithoutPipeSignal quiet;
    const auto begin = std::chrono::steady_clock::now();
    std::vector<Check> all;
    for (const auto& checks : {honestChecks(), signInChecks(), rightsChecks(), inputChecks(), transportChecks(), floodChecks()})
        std::ranges::copy_if(checks, std::back_inserter(all),
                             [&](const Check& check) { return shape.group.empty() || check.group == shape.group; });
    DrillReport report;
    std::string_view title;
    Leash leash([&] { return progress(report.checks.empty() ? 0 : report.checks.size() - 1, all.size(), title); }, limit);
    if (!leash.holds() && leash.cancelled())
        return stopped();
    auto sandbox = Sandbox::open(shape, platform, leash);
    if (leash.cancelled())
        return stopped();
    if (!sandbox && leash.holds())
        return sandbox.error();
    for (const Check& check : all) {
        title = check.title;
        DrillCheck& result = report.checks.emplace_back(described(check));
        if (leash.holdsNow() && sandbox) {
            Scene scene(**sandbox, result, static_cast<unsigned>(report.checks.size()));
            check.run(scene);
        }
        // What was tried after the leash was cut, nobody has answered: that says nothing.
        if (!leash.holds())
            result = leftOut(check);
        if (leash.cancelled())
            return stopped();
    }
    report.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    return report;
}

} // namespace sallyport::drill

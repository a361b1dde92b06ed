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

} // namespace

Result<DrillReport> runDrill(const ServerShape& shape, const Platform& platform, const Drills::Progress& progress)
{
    const WithoutPipeSignal quiet;
    const auto begin = std::chrono::steady_clock::now();
    std::vector<Check> all;
    for (const auto& checks : {honestChecks(), signInChecks(), rightsChecks(), inputChecks(), transportChecks(), floodChecks()})
        std::ranges::copy_if(checks, std::back_inserter(all),
                             [&](const Check& check) { return shape.group.empty() || check.group == shape.group; });
    if (!progress(0, all.size(), {}))
        return makeError(ErrorCode::Cancelled, "The drill was stopped");
    SALLYPORT_ASSIGN(const std::unique_ptr<Sandbox> sandbox, Sandbox::open(shape, platform));
    DrillReport report;
    unsigned number = 0;
    for (const Check& check : all) {
        if (!progress(number, all.size(), check.title))
            return makeError(ErrorCode::Cancelled, "The drill was stopped");
        DrillCheck& result = report.checks.emplace_back();
        result.id = check.id;
        result.group = check.group;
        result.title = check.title;
        result.setting = check.setting;
        result.honest = check.honest;
        Scene scene(*sandbox, result, ++number);
        check.run(scene);
    }
    report.took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begin);
    return report;
}

} // namespace sallyport::drill

#pragma once

#include "backend/identity/leak_scan/leak_scan.h"
#include "tests/ui/support/failures.h"

#include <atomic>
#include <chrono>
#include <thread>

namespace sallyport::tests {

/// Answers every search with `report`; while `busy` it goes on until somebody stops it.
class FakeLeakScan final : public identity::LeakScan {
public:
    Result<identity::LeakReport> scan(const access::Actor&, const identity::LeakScanRequest& request,
                                      const identity::LeakProgress& progress) override
    {
        {
            const std::lock_guard guard(mutex);
            asked = request;
        }
        if (auto error = failures.take())
            return *error;
        identity::LeakReport answer = report;
        for (std::int64_t files = 1; busy; ++files) {
            if (progress && !progress(files, files * 4096)) {
                answer.cancelled = true;
                break;
            }
            std::this_thread::yield();
        }
        return answer;
    }
    Result<identity::LeakReport> scanText(const access::Actor&, std::string_view) override { return report; }

    identity::LeakReport report;
    std::atomic<bool> busy = false;
    Failures failures;
    std::mutex mutex;
    identity::LeakScanRequest asked; ///< with the last search
};

} // namespace sallyport::tests

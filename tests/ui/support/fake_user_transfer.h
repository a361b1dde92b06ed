#pragma once

#include "backend/identity/users/user_transfer.h"
#include "tests/ui/support/failures.h"

#include <atomic>
#include <future>

namespace sallyport::tests {

/// Reads the file to its end and tells the rows and the report that it was given.
class FakeUserTransfer final : public identity::UserTransfer {
public:
    Result<identity::ImportReport> importCsv(const access::Actor&, const identity::ImportSource& source,
                                             const identity::ImportOptions& options, const identity::ImportRows& told,
                                             const identity::ImportProgress& progress) override
    {
        if (auto error = failures.take())
            return *error;
        text.clear();
        for (;;) {
            auto piece = source();
            if (!piece)
                return piece.error();
            if (piece->empty())
                break;
            text += *piece;
        }
        for (const identity::ImportRow& row : rows) {
            identity::ImportRow copy;
            copy.line = row.line;
            copy.outcome = row.outcome;
            copy.id = row.id;
            copy.fields = row.fields;
            told(copy);
        }
        if (gate.valid() && !options.dryRun)
            gate.wait();
        identity::ImportReport answer = report;
        answer.dryRun = options.dryRun;
        if (progress)
            answer.cancelled = !progress(answer);
        ++(options.dryRun ? dryRuns : runs);
        return answer;
    }
    Result<std::int64_t> exportUsers(const access::Actor&, identity::UserQuery, std::string_view,
                                     const std::function<bool(const identity::User&)>& user) override
    {
        if (auto error = failures.take())
            return *error;
        for (const identity::User& one : exported)
            if (!user(one))
                return makeError(ErrorCode::Cancelled, "stopped");
        return static_cast<std::int64_t>(exported.size());
    }

    Failures failures;
    std::vector<identity::ImportRow> rows;
    identity::ImportReport report;
    std::vector<identity::User> exported;
    std::string text;
    std::shared_future<void> gate; ///< an import waits for it
    std::atomic<int> dryRuns = 0, runs = 0;
};

} // namespace sallyport::tests

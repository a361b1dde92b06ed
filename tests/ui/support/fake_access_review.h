#pragma once

#include "backend/authorization/access_review.h"
#include "backend/base/case_fold.h"
#include "tests/ui/support/failures.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <string>
#include <vector>

namespace sallyport::tests {

/// Who has what, held in memory: people with roles, some of which end, a service account, and keys. Knows the filters that the
/// panel has.
class FakeAccessReview final : public authorization::AccessReview {
public:
    explicit FakeAccessReview(const Clock& clock, std::size_t people = 60)
    {
        using namespace std::chrono;
        const UtcTime now = clock.now();
        constexpr std::array given{"Ingrid Solheim", "Marco Ruiz"};
        constexpr std::array first{"Elif", "Noor", "Tomas", "Grace", "Henrik", "Amara"};
        constexpr std::array family{"Yildiz", "Haddad", "Novak", "Okafor", "Lund", "Diallo", "Moreau"};
        for (std::size_t i = 0; i < people; ++i) {
            authorization::HeldAccess held;
            held.holder = UserId("01J0000000000000000000" + std::to_string(1000 + i));
            held.name = std::string(first[i % first.size()]) + ' ' + family[i % family.size()];
            held.email = "person" + std::to_string(i) + "@northgate.example";
            held.status = i % 11 == 10 ? "disabled" : "active";
            held.item = i % 5 == 0 ? "editor" : i % 7 == 3 ? "duty_physician" : "viewer";
            held.title = i % 5 == 0 ? "Editor" : i % 7 == 3 ? "Duty physician" : "Viewer";
            if (held.item == "duty_physician")
                held.inherits = {"viewer"};
            held.since = now - days(20 + 9 * static_cast<int>(i));
            held.by = given[i % given.size()];
            if (i % 9 == 4)
                held.until = now + days(2 + static_cast<int>(i));
            if (i % 8 != 6)
                held.activeAt = now - hours(5 * static_cast<int>(i * i));
            rows.push_back(std::move(held));
        }
        authorization::HeldAccess robot;
        robot.holder = UserId("01J00000000000000000002000");
        robot.service = true;
        robot.name = "Nightly import";
        robot.status = "active";
        robot.item = "viewer";
        robot.title = "Viewer";
        robot.since = now - days(200);
        robot.by = given[0];
        robot.activeAt = now - hours(7);
        rows.push_back(robot);
        robot.kind = authorization::HeldAccess::Kind::Key;
        robot.item = "7QK3M2XA";
        robot.prefix = "spk_7QK3M2XA";
        robot.title = "Warehouse";
        robot.scopes = {"records:create", "records:read", "records:update"};
        robot.until = now + days(40);
        rows.push_back(robot);
    }

    Result<authorization::AccessReviewPage> list(const access::Actor&, const authorization::AccessReviewQuery& query) override
    {
        if (auto error = failures.take())
            return *error;
        const std::lock_guard guard(mutex);
        last = query;
        authorization::AccessReviewPage page;
        for (const authorization::HeldAccess& held : rows)
            if (matches(held, query)) {
                if (page.total >= static_cast<std::int64_t>(query.offset) && page.rows.size() < query.limit)
                    page.rows.push_back(held);
                ++page.total;
            }
        return page;
    }
    Result<authorization::AccessReviewWritten> exportTo(const access::Actor&, const authorization::AccessReviewReport&,
                                                        const Sink& sink, const Progress&) override
    {
        sink("holder_kind,holder\r\n");
        return authorization::AccessReviewWritten{static_cast<std::int64_t>(rows.size()), 20};
    }
    Result<authorization::AccessReviewWritten> exportToFile(const access::Actor&, const authorization::AccessReviewReport& report,
                                                            const std::filesystem::path& file, const Progress& progress,
                                                            journal::ExistingFile) override
    {
        if (auto error = exportFailures.take())
            return *error;
        const std::lock_guard guard(mutex);
        exported = report;
        exportedFile = file;
        if (progress && !progress(static_cast<std::int64_t>(rows.size()), static_cast<std::int64_t>(rows.size())))
            return makeError(ErrorCode::Cancelled, "stopped");
        return authorization::AccessReviewWritten{static_cast<std::int64_t>(rows.size()), 20};
    }

    Failures failures, exportFailures;
    std::mutex mutex;
    std::vector<authorization::HeldAccess> rows;
    authorization::AccessReviewQuery last;
    authorization::AccessReviewReport exported;
    std::filesystem::path exportedFile;

private:
    static bool matches(const authorization::HeldAccess& held, const authorization::AccessReviewQuery& query)
    {
        const std::string text = searchKey(held.name + ' ' + held.email + ' ' + held.title);
        return (query.text.empty() || text.find(searchKey(query.text)) != std::string::npos) &&
               (!query.kind || *query.kind == held.kind) && (query.role.empty() || query.role == held.item) &&
               (query.holder.empty() || query.holder == held.holder.text()) && (!query.unusedDays || !held.activeAt) &&
               (!query.endsDays || (held.until && held.kind == authorization::HeldAccess::Kind::Role));
    }
};

} // namespace sallyport::tests

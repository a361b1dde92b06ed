#pragma once

#include "backend/authorization/access_checks.h"
#include "backend/authorization/policies.h"
#include "backend/base/clock.h"
#include "tests/ui/support/failures.h"

#include <mutex>
#include <string>
#include <vector>

namespace sallyport::tests {

/// A clinic's policies in memory. Conditions are compiled as the service does; versions and tests are kept.
class FakePolicies final : public authorization::Policies {
public:
    using Policy = access::Policy;
    explicit FakePolicies(Clock& clock);

    Result<authorization::PolicyPage> list(const access::Actor&, const authorization::PolicyQuery& query) override;
    Result<Policy> read(const access::Actor&, std::string_view idOrName) override;
    Result<Policy> create(const access::Actor& actor, const authorization::NewPolicy& policy) override;
    Result<Policy> change(const access::Actor& actor, std::string_view idOrName,
                          const authorization::PolicyPatch& patch) override;
    Result<Policy> publish(const access::Actor& actor, std::string_view idOrName, access::PolicyState state) override;
    Result<void> remove(const access::Actor&, std::string_view idOrName) override;
    Result<std::vector<Policy>> versions(const access::Actor&, std::string_view idOrName) override;
    Result<std::vector<authorization::PolicyTest>> tests(const access::Actor&, std::string_view idOrName) override;
    Result<std::vector<authorization::PolicyTest>> setTests(const access::Actor&, std::string_view idOrName,
                                                            std::vector<authorization::PolicyTest> tests) override;
    Result<std::vector<authorization::PolicyTestResult>> runTests(const access::Actor&, std::string_view idOrName) override;
    Result<std::string> exportDocument(const access::Actor&, const authorization::PolicyExport& wanted) override;
    /// Tells of `importSamples`, whatever the document says, and changes nothing.
    Result<authorization::PolicyImportResult> importDocument(const access::Actor&,
                                                             const authorization::PolicyImport& import) override;

    /// All of them, as they are now.
    std::vector<Policy> all() const;
    /// Puts others in their place.
    void set(std::vector<Policy> policies);
    /// The last import that was asked for.
    authorization::PolicyImport imported() const;
    /// One of each outcome; the refused one isn't there once the states are taken over.
    static std::vector<authorization::ImportedPolicy> importSamples();
    Failures failures;

private:
    struct Kept {
        Policy policy;
        std::vector<Policy> versions; ///< the newest first
        std::vector<authorization::PolicyTest> tests;
    };
    Kept* find(std::string_view idOrName);
    Result<Policy> store(const access::Actor& actor, Kept& kept, const authorization::NewPolicy& words);

    Clock& m_clock;
    mutable std::mutex m_mutex;
    std::vector<Kept> m_all; ///< by name
    authorization::PolicyImport m_imported;
    int m_made = 0;
};

/// Reading is allowed and everything else refused by “Same department only”; a few people may, a few things may be done, and two
/// recorded decisions of each day would flip.
class FakeAccessChecks final : public authorization::AccessChecks {
public:
    Result<authorization::CheckAnswer> check(const access::Actor&, const boost::json::object& question,
                                             const authorization::CheckOptions& options) override;
    Result<std::vector<authorization::CheckAnswer>> checkMany(const access::Actor& actor, const boost::json::array& questions,
                                                              const authorization::CheckOptions& options) override;
    Result<authorization::WhoMay> who(const access::Actor&, const boost::json::object& question) override;
    Result<std::vector<authorization::MayDo>> what(const access::Actor&, const boost::json::object& question) override;
    Result<authorization::Replay> replay(const access::Actor&, const std::string& policy, const authorization::PolicyPatch& draft,
                                         UtcTime since, UtcTime until) override;

    /// The last question, as JSON, and the condition of its first draft.
    std::string asked() const;
    std::string askedDraft() const;
    int replays() const;
    Failures failures;

private:
    mutable std::mutex m_mutex;
    std::string m_asked, m_draft;
    int m_replays = 0;
};

} // namespace sallyport::tests

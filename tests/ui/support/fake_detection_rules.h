#pragma once

#include "backend/base/clock.h"
#include "backend/protection/inspection/detection_rules.h"
#include "tests/ui/support/failures.h"

#include <mutex>

namespace sallyport::tests {

/// A week of hits as a clinic's server would have them; the tester is told in words what it finds.
class FakeDetectionRules final : public protection::DetectionRules {
public:
    explicit FakeDetectionRules(Clock& clock);

    Result<protection::DetectionOverview> overview(const access::Actor&) override;
    Result<protection::RulePage> rules(const access::Actor&, const protection::RuleQuery& query) override;
    Result<protection::DetectionRule> rule(const access::Actor&, std::string_view id) override;
    Result<void> change(const access::Actor&, std::string_view id, const protection::RulePatch& patch) override;
    Result<protection::DetectionRule> addRule(const access::Actor&, protection::detection::OwnRule rule,
                                              settings::ControlMode mode) override;
    Result<void> removeRule(const access::Actor&, std::string_view id) override;
    Result<std::vector<protection::DetectionExclusion>> exclusions(const access::Actor&) override;
    Result<protection::ExclusionPreview> preview(const access::Actor&, const protection::NewExclusion& exclusion) override;
    Result<protection::DetectionExclusion> exclude(const access::Actor&, protection::NewExclusion exclusion) override;
    Result<void> removeExclusion(const access::Actor&, std::string_view id) override;
    Result<protection::HitPage> hits(const access::Actor&, const protection::HitQuery& query) override;
    Result<protection::DetectionHit> hit(const access::Actor&, std::string_view id) override;
    Result<std::vector<protection::HitDay>> days(const access::Actor&,
                                                 std::optional<protection::detection::AttackClass> attackClass) override;
    Result<protection::DryRun> dryRun(const access::Actor&, const protection::DetectionDraft& draft) override;
    Result<protection::TestedRequest> test(const access::Actor&, std::string_view request) override;
    const std::vector<std::string>& routes() const override { return m_routes; }
    Totals totals() const noexcept override { return {}; }
    std::shared_ptr<const protection::Inspection> inspection() const noexcept override { return nullptr; }
    void record(protection::DetectionHit, audit::Event, Recorded done) override { done({}); }

    Failures failures;
    bool empty = false; ///< nothing was ever hit
    std::vector<std::pair<std::string, settings::ControlMode>> changed;
    std::vector<protection::DetectionExclusion> added; ///< beside the two that there are
    std::vector<protection::detection::OwnRule> ownRules;

private:
    std::vector<protection::DetectionHit> all() const;
    Clock& m_clock;
    std::mutex m_mutex;
    std::vector<std::string> m_routes{"GET /api/data", "GET /api/users", "POST /api/comments", "POST /api/data"};
};

} // namespace sallyport::tests

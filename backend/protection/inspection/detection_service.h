#pragma once

#include "backend/audit/journal.h"
#include "backend/base/id.h"
#include "backend/base/ip_address.h"
#include "backend/protection/inspection/detection_rules.h"
#include "backend/protection/inspection/hit_flood.h"
#include "backend/protection/inspection/inspection.h"
#include "backend/protection/inspection/rule_rows.h"
#include "backend/storage/store.h"

#include <array>
#include <atomic>
#include <mutex>

namespace sallyport::protection {

/// All that operators have decided about detection: what one says may depend on another, so they are told of together.
inline constexpr storage::Topic<rows::Decided> detectionTopic{"detection"};

/// Made by name; all of them outlive the service.
struct DetectionParts {
    storage::Store& store;
    audit::Journal& journal;
    settings::Settings& settings;
    const Clock& clock;
    RandomSource& random;
    std::function<Result<access::Actor>(const access::Actor&)> now; ///< identity::Identity::now
    std::vector<std::string> routes;                                ///< `POST /api/comments`
    /// Told of every hit, also of those that aren't written down, on the thread that looked. Must not block. Optional.
    std::function<void(const IpAddress& address, detection::AttackClass attackClass, detection::Severity severity, bool blocked)>
        onHit = {};
};

inline constexpr std::size_t exclusionsMost = 1'000;
inline constexpr std::size_t exclusionReason = 500; ///< characters
inline constexpr std::size_t ruleTitle = 80;        ///< characters
inline constexpr std::size_t ruleTests = 50;
inline constexpr std::size_t ruleTestBytes = 2'000;

/// The one implementation of DetectionRules.
class DetectionService final : public DetectionRules {
public:
    [[nodiscard]] static Result<std::unique_ptr<DetectionService>> open(DetectionParts parts);

    Result<DetectionOverview> overview(const access::Actor& actor) override;
    Result<RulePage> rules(const access::Actor& actor, const RuleQuery& query) override;
    Result<DetectionRule> rule(const access::Actor& actor, std::string_view id) override;
    Result<void> change(const access::Actor& actor, std::string_view id, const RulePatch& patch) override;
    Result<DetectionRule> addRule(const access::Actor& actor, detection::OwnRule rule, settings::ControlMode mode) override;
    Result<void> removeRule(const access::Actor& actor, std::string_view id) override;
    Result<std::vector<DetectionExclusion>> exclusions(const access::Actor& actor) override;
    Result<ExclusionPreview> preview(const access::Actor& actor, const NewExclusion& exclusion) override;
    Result<DetectionExclusion> exclude(const access::Actor& actor, NewExclusion exclusion) override;
    Result<void> removeExclusion(const access::Actor& actor, std::string_view id) override;
    Result<HitPage> hits(const access::Actor& actor, const HitQuery& query) override;
    Result<DetectionHit> hit(const access::Actor& actor, std::string_view id) override;
    Result<std::vector<HitDay>> days(const access::Actor& actor, std::optional<detection::AttackClass> attackClass) override;
    Result<DryRun> dryRun(const access::Actor& actor, const DetectionDraft& draft) override;
    Result<TestedRequest> test(const access::Actor& actor, std::string_view request) override;
    const std::vector<std::string>& routes() const override { return m_parts.routes; }
    Totals totals() const noexcept override;
    std::shared_ptr<const Inspection> inspection() const noexcept override { return m_inspection.load(); }
    void record(DetectionHit hit, audit::Event event, Recorded done) override;

    /// Reads the rows again (another process changed them). Blocks.
    [[nodiscard]] Result<void> reload();
    /// Those that are older than hitsKept at `deletable`, and the oldest above hitsMost. Blocks.
    [[nodiscard]] Result<void> removeExpired(UtcTime deletable);

private:
    explicit DetectionService(DetectionParts parts);
    Result<access::Actor> authorize(const access::Actor& actor, access::Permission permission) const;
    void take(const rows::Decided& decided);
    /// Again, with what is decided and the settings of now.
    void compile();
    UtcTime weekStart() const;
    std::string freeRuleId(const rows::Decided& all, std::string_view title) const;
    /// `work` changes what is decided in one transaction and says what the event tells.
    Result<void> decide(const std::function<Result<audit::Event>(storage::Transaction&, const rows::Decided&)>& work);
    Result<void> changeClass(const access::Actor& actor, std::string_view id, const RulePatch& patch);
    Result<void> changeRule(const access::Actor& actor, std::string_view id, const RulePatch& patch);
    void checkExclusion(NewExclusion& exclusion, const rows::Decided& all, std::vector<FieldError>& errors) const;
    void checkRoutes(const std::vector<RouteStrictness>& routes, std::vector<FieldError>& errors) const;

    const DetectionParts m_parts;
    IdStock m_ids;
    HitFlood m_flood;
    std::array<std::atomic<std::uint64_t>, detection::classCount> m_blocked{}, m_observed{};
    std::atomic<std::size_t> m_waiting{0};
    std::mutex m_making; ///< of what stands below
    rows::Decided m_decided;
    std::vector<detection::OwnRule> m_detectorRules;
    std::shared_ptr<const detection::Detector> m_detector;
    std::string m_lastIncident;
    std::atomic<std::shared_ptr<const Inspection>> m_inspection;
    settings::Settings::Subscription m_onSettings;
    storage::ChangeFeed::Subscription m_subscription; ///< goes first
};

} // namespace sallyport::protection

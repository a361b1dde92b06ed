#pragma once

#include "backend/protection/detection/detector.h"
#include "backend/protection/inspection/detection_rules.h"

#include <array>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sallyport::protection {

/// All that says how requests are looked at.
struct InspectionPlan {
    settings::ControlMode mode = settings::ControlMode::Enforce;
    std::uint32_t threshold = 5;
    std::uint8_t strictness = 2;
    std::array<settings::ControlMode, detection::classCount> modes; ///< made all Enforce by whoever fills it
    std::array<std::uint8_t, detection::classCount> classStrictness{};
    /// By class, the last is of all classes.
    std::array<std::vector<RouteStrictness>, detection::classCount + 1> routes;
    std::map<std::string, settings::ControlMode, std::less<>> ruleModes; ///< those that aren't Enforce
    std::vector<NewExclusion> exclusions;                                ///< with those of the product
};

/// What the detector says about a request, and what follows.
struct Judged {
    detection::Verdict verdict;
    Fate fate = Fate::Passes;
    std::uint32_t threshold = 0;
};

/// How requests are looked at, compiled: immutable, replaced as a whole when something changes. Any thread, no lock.
class Inspection {
public:
    static std::shared_ptr<const Inspection> make(std::shared_ptr<const detection::Detector> detector, InspectionPlan plan);

    bool isOff() const noexcept { return m_plan.mode == settings::ControlMode::Off; }
    const InspectionPlan& plan() const noexcept { return m_plan; }

    /// `method` and `pattern` are the route's; both empty: there is no such route.
    Judged inspect(std::string_view method, std::string_view pattern, std::span<const detection::Part> parts) const;
    /// The same with every step on the way; `threshold`, `strictness` as they hold there.
    detection::Explanation explain(std::string_view method, std::string_view pattern,
                                   std::span<const detection::Part> parts) const;
    std::uint8_t strictnessAt(std::string_view method, std::string_view pattern) const;
    /// The mode that a rule has in effect.
    settings::ControlMode modeOf(std::string_view rule, detection::AttackClass attackClass) const;

private:
    struct Route {
        detection::Options options; ///< its spans are into the other two and the whole's
        std::vector<detection::Exclusion> exclusions;
        bool richText = false; ///< its body has a member that is sanitised
    };
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
    };
    using ByMethod = std::vector<std::pair<std::string, std::unique_ptr<Route>>>;

    Inspection(std::shared_ptr<const detection::Detector> detector, InspectionPlan plan);
    std::unique_ptr<Route> compile(std::string_view route) const;
    const Route& routeOf(std::string_view method, std::string_view pattern) const;
    detection::Verdict look(const Route& route, std::span<const detection::Part> parts) const;

    const std::shared_ptr<const detection::Detector> m_detector;
    const InspectionPlan m_plan;
    std::vector<std::string> m_disabledTexts, m_observedTexts;
    std::vector<std::string_view> m_disabled, m_disabledAndObserved;
    std::unordered_map<std::string, ByMethod, TextHash, std::equal_to<>> m_routes;
    std::unique_ptr<Route> m_other;
};

/// What is written down of a request that was hit: all but who sent it, when, and what it asked. `parts` are those that were
/// looked at.
DetectionHit hitOf(const Judged& judged, std::span<const detection::Part> parts);

} // namespace sallyport::protection

#pragma once

#include "backend/audit/event.h"
#include "backend/base/clock.h"
#include "backend/base/result.h"

#include <string>
#include <vector>

namespace sallyport::alerts {

/// What is told of an incident outside: no details of events.
struct IncidentSummary {
    std::string id, rule, group;
    audit::Severity severity = audit::Severity::Warning;
    UtcTime firstAt, lastAt;
    std::int64_t count = 0;
};

/// Tells destinations of incidents; backend/outputs writes it. Thread-safe.
class Notifier {
public:
    virtual ~Notifier() = default;
    /// False: there is none, and no rule may name one.
    virtual bool offered() const noexcept = 0;
    /// True if there is a destination of this id. May read the database.
    virtual bool knows(const std::string& destination) const = 0;
    /// Hands it over and returns; the destination spools it and tries again by itself. NotFound, LimitReached.
    [[nodiscard]] virtual Result<void> send(const std::string& destination, const IncidentSummary& incident) = 0;
};

/// Where there are no destinations.
class NoNotifier final : public Notifier {
public:
    bool offered() const noexcept override { return false; }
    bool knows(const std::string&) const override { return false; }
    Result<void> send(const std::string&, const IncidentSummary&) override
    {
        return makeError(ErrorCode::NotFound, "There are no destinations.");
    }
};

} // namespace sallyport::alerts

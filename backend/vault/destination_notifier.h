#pragma once

#include "backend/alerts/notifier.h"
#include "backend/outputs/destinations.h"

namespace sallyport {

/// Tells destinations of events about incidents, too. Thread-safe; `send` and `knows` read the database.
class DestinationNotifier final : public alerts::Notifier {
public:
    /// The destinations outlive it.
    explicit DestinationNotifier(outputs::Destinations& destinations) : m_destinations(destinations) {}

    bool offered() const noexcept override { return true; }
    bool knows(const std::string& destination) const override;
    Result<void> send(const std::string& destination, const alerts::IncidentSummary& incident) override;

private:
    outputs::Destinations& m_destinations;
};

} // namespace sallyport

#include "backend/alerts/incident.h"

namespace sallyport::alerts {

std::string_view incidentStateWord(IncidentState state) noexcept
{
    switch (state) {
    case IncidentState::Open: return "open";
    case IncidentState::Acknowledged: return "acknowledged";
    case IncidentState::Closed: return "closed";
    }
    return "open";
}

std::optional<IncidentState> findIncidentState(std::string_view word) noexcept
{
    for (const auto state : {IncidentState::Open, IncidentState::Acknowledged, IncidentState::Closed}) {
        if (incidentStateWord(state) == word)
            return state;
    }
    return std::nullopt;
}

std::string_view actionStateWord(ActionState state) noexcept
{
    switch (state) {
    case ActionState::Pending: return "pending";
    case ActionState::Done: return "done";
    case ActionState::Failed: return "failed";
    case ActionState::Undone: return "undone";
    }
    return "pending";
}

} // namespace sallyport::alerts

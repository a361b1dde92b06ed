#pragma once

#include "backend/api/stage.h"

namespace sallyport::api {

/// Has this address done too much of what attackers do? Its score grows by what it asks for here and by what it is answered later
/// (`threat_note.h`); who comes to the threshold is banned, this request being the first that is refused. Who asks for much waits
/// (slow-down): how long is found out here, the pipeline lets the time pass. Finds the route, since probes are neither scored nor
/// slowed.
class ThreatStage final : public Stage {
public:
    explicit ThreatStage(const Router& router) : m_router(router) {}
    std::string_view name() const noexcept override { return "threat_score"; }
    protection::TrafficStage counter() const noexcept override { return protection::TrafficStage::Threat; }
    std::string_view eventKind(const Error& refusal) const noexcept override;
    std::optional<Error> check(Call& call) const override;
    std::string saw(const Call& call) const override;
    Fact fact(const Call& call) const override;

private:
    const Router& m_router;
};

} // namespace sallyport::api

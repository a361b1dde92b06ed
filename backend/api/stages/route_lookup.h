#pragma once

#include "backend/api/stage.h"

namespace sallyport::api {

/// Is there such a route, and does it take this method? ThreatStage has looked.
class RouteStage final : public Stage {
public:
    std::string_view name() const noexcept override { return "route"; }
    protection::TrafficStage counter() const noexcept override { return protection::TrafficStage::Route; }
    std::string_view eventKind(const Error& refusal) const noexcept override;
    std::optional<Error> check(Call& call) const override;
    std::string saw(const Call& call) const override;
    Fact fact(const Call& call) const override;
};

} // namespace sallyport::api

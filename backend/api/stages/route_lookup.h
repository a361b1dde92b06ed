#pragma once

#include "backend/api/stage.h"

namespace sallyport::api {

/// Is there such a route, and does it take this method?
class RouteStage final : public Stage {
public:
    explicit RouteStage(const Router& router) : m_router(router) {}
    std::string_view name() const noexcept override { return "route"; }
    protection::TrafficStage counter() const noexcept override { return protection::TrafficStage::Route; }
    std::string_view eventKind(const Error& refusal) const noexcept override;
    std::optional<Error> check(Call& call) const override;
    std::string saw(const Call& call) const override;
    Fact fact(const Call& call) const override;

private:
    const Router& m_router;
};

} // namespace sallyport::api

#pragma once

#include "backend/api/stage.h"

namespace sallyport::api {

/// A browser asks so before a page's request and shows the page nothing of the answer: counting it would halve everybody's quota.
bool isPreflight(const http::Request& request);

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

#pragma once

#include "backend/api/stage.h"

namespace sallyport::api {

/// May this principal do what the route does? Roles only; what concerns the object is the service's to ask.
class PermissionStage final : public Stage {
public:
    std::string_view name() const noexcept override { return "permission"; }
    protection::TrafficStage counter() const noexcept override { return protection::TrafficStage::Permission; }
    std::string_view eventKind(const Error& refusal) const noexcept override;
    std::optional<Error> check(Call& call) const override;
    std::string saw(const Call& call) const override;
    Fact fact(const Call& call) const override;
};

} // namespace sallyport::api

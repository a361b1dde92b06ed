#pragma once

#include "backend/api/stage.h"

namespace sallyport::api {

/// Does a role of the caller require a second factor that is still missing when its time is over? Then only the routes
/// that set one up are open, and none to an API key.
class EnrolmentStage final : public Stage {
public:
    std::string_view name() const noexcept override { return "enrolment"; }
    protection::TrafficStage counter() const noexcept override { return protection::TrafficStage::StepUp; }
    std::string_view eventKind(const Error& refusal) const noexcept override;
    std::optional<Error> check(Call& call) const override;
    std::string saw(const Call& call) const override;
    Fact fact(const Call& call) const override;
};

} // namespace sallyport::api

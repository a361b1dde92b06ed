#pragma once

#include "backend/api/stage.h"

namespace sallyport::api {

/// Was a second factor shown recently enough? By the code in `X-MFA-Token`, or earlier in this session. Checking a code
/// writes to the database: workers only.
class StepUpStage final : public Stage {
public:
    std::string_view name() const noexcept override { return "step_up"; }
    protection::TrafficStage counter() const noexcept override { return protection::TrafficStage::StepUp; }
    std::string_view eventKind(const Error& refusal) const noexcept override;
    std::optional<Error> check(Call& call) const override;
    std::string saw(const Call& call) const override;
    Fact fact(const Call& call) const override;
};

} // namespace sallyport::api

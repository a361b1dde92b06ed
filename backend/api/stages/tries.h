#pragma once

#include "backend/api/stage.h"

namespace sallyport::api {

/// Has this account been tried too often from this address? Asked on routes that take a password or code in their body; the
/// account is known by now. Codes in X-MFA-Token are counted where they are looked at.
class TriesStage final : public Stage {
public:
    std::string_view name() const noexcept override { return "rate_tries"; }
    protection::TrafficStage counter() const noexcept override { return protection::TrafficStage::RateLimit; }
    std::string_view eventKind(const Error& refusal) const noexcept override;
    std::optional<Error> check(Call& call) const override;
    std::string saw(const Call& call) const override;
    Fact fact(const Call& call) const override;
};

} // namespace sallyport::api

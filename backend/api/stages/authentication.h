#pragma once

#include "backend/api/stage.h"

namespace sallyport::api {

/// Who asks? One credential in the header: `Authorization: Bearer`, `X-API-Key`, or a signature with an API key's secret
/// (`X-Signature` or RFC 9421's `Signature`). Two kinds at once or one in the URL are refused.
class AuthenticationStage final : public Stage {
public:
    std::string_view name() const noexcept override { return "authentication"; }
    protection::TrafficStage counter() const noexcept override { return protection::TrafficStage::Authentication; }
    std::string_view eventKind(const Error& refusal) const noexcept override;
    std::optional<Error> check(Call& call) const override;
    std::string saw(const Call& call) const override;
    Fact fact(const Call& call) const override;
};

} // namespace sallyport::api

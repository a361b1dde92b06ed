#pragma once

#include "backend/api/stage.h"

namespace sallyport::api {

/// Who is at the other end? The socket's address: no forwarding field is believed, since there is no list of trusted
/// proxies in this version.
class ClientAddressStage final : public Stage {
public:
    std::string_view name() const noexcept override { return "address"; }
    protection::TrafficStage counter() const noexcept override { return protection::TrafficStage::Address; }
    std::string_view eventKind(const Error& refusal) const noexcept override;
    std::optional<Error> check(Call& call) const override;
    std::string saw(const Call& call) const override;
    Fact fact(const Call& call) const override;
};

} // namespace sallyport::api

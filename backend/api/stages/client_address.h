#pragma once

#include "backend/api/stage.h"

namespace sallyport::api {

/// Who is at the other end? The socket's address, or what a trusted proxy at the socket says
/// (protection/lists/trusted_proxies.h). Everything after it, records, limits, sessions and policies, goes by this address.
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

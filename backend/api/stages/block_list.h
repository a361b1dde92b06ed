#pragma once

#include "backend/api/stage.h"

namespace sallyport::api {

/// Is this address kept out? Before anything else is looked at, probes included, on connections that are open already as well.
/// What an allow rule covers passes.
class BlockListStage final : public Stage {
public:
    std::string_view name() const noexcept override { return "block_list"; }
    protection::TrafficStage counter() const noexcept override { return protection::TrafficStage::Blocklist; }
    std::string_view eventKind(const Error& refusal) const noexcept override;
    std::optional<Error> check(Call& call) const override;
    std::string saw(const Call& call) const override;
    Fact fact(const Call& call) const override;
};

} // namespace sallyport::api

#pragma once

#include "backend/api/stage.h"

namespace sallyport::api {

/// Has this address sent too much? Every request but that to a probe counts against the address's own limit, one to an `auth`
/// route also against that class: nobody is known yet, so nothing that a client can choose is the key.
class AddressLimitStage final : public Stage {
public:
    std::string_view name() const noexcept override { return "rate_address"; }
    protection::TrafficStage counter() const noexcept override { return protection::TrafficStage::RateLimit; }
    std::string_view eventKind(const Error& refusal) const noexcept override;
    std::optional<Error> check(Call& call) const override;
    std::string saw(const Call& call) const override;
    Fact fact(const Call& call) const override;
};

/// Has this principal sent too much of this class? A probe counts against a key's own rate alone. On public routes the address
/// stands for the principal.
class PrincipalLimitStage final : public Stage {
public:
    std::string_view name() const noexcept override { return "rate_principal"; }
    protection::TrafficStage counter() const noexcept override { return protection::TrafficStage::RateLimit; }
    std::string_view eventKind(const Error& refusal) const noexcept override;
    std::optional<Error> check(Call& call) const override;
    std::string saw(const Call& call) const override;
    Fact fact(const Call& call) const override;
};

} // namespace sallyport::api

#pragma once

#include "backend/api/stage.h"

#include <span>

namespace sallyport::api {

/// Has this address sent too much? Every request but that to a probe counts against the address's own limit and the own rules by
/// address that are for its route; one to an `auth` route also against what all accounts together may be tried from there: nobody
/// is known yet, so nothing that a client can choose is the key. Networks that are exempt aren't counted.
class AddressLimitStage final : public Stage {
public:
    /// `routes`: the table that a call's route is in, whose order the limiter knows.
    explicit AddressLimitStage(std::span<const Route> routes = {}) : m_routes(routes) {}
    std::string_view name() const noexcept override { return "rate_address"; }
    protection::TrafficStage counter() const noexcept override { return protection::TrafficStage::RateLimit; }
    std::string_view eventKind(const Error& refusal) const noexcept override;
    std::optional<Error> check(Call& call) const override;
    std::string saw(const Call& call) const override;
    Fact fact(const Call& call) const override;

private:
    const std::span<const Route> m_routes;
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

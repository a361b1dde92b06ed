#pragma once

#include "backend/api/stage.h"

namespace sallyport::api {

/// Does it look like an attack? Path, query, what a client chooses of the headers, and the body, unless that is long. Asked
/// before anybody is known; on a hit it is looked who the credential names, for the record.
class DetectionStage : public Stage {
public:
    std::string_view name() const noexcept override { return "detection"; }
    protection::TrafficStage counter() const noexcept override { return protection::TrafficStage::Detection; }
    std::string_view eventKind(const Error& refusal) const noexcept override;
    std::optional<Error> check(Call& call) const override;
    std::string saw(const Call& call) const override;
    Fact fact(const Call& call) const override;

    /// Longer bodies are looked at on a worker: a loop serves others, too.
    static constexpr std::size_t loopBytes = 32 * 1024;
};

/// The same question about a body that was too long for the loop.
class LongBodyStage final : public DetectionStage {
public:
    std::string_view name() const noexcept override { return "detection_body"; }
    std::optional<Error> check(Call& call) const override;
    std::string saw(const Call& call) const override;
    Fact fact(const Call& call) const override;
};

} // namespace sallyport::api

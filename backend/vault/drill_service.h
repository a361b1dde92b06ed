#pragma once

#include "backend/vault/vault.h"

#include <atomic>

namespace sallyport {

/// Gives a drill the shape of this server and writes into the journal what came of it; the journal is where past drills are
/// read from, too.
class DrillService final : public Drills {
public:
    struct Parts {
        audit::Journal& journal;
        journal::Events& events;
        settings::Settings& settings;
        const Platform& platform;
        /// The actor as of this moment, or why they may do nothing any more.
        std::function<Result<access::Actor>(const access::Actor& actor)> now;
        protection::RateLimits& limits;
        protection::DetectionRules& detection;
    };
    explicit DrillService(Parts parts) : m_parts(std::move(parts)) {}

    /// No drill runs any more, and none begins: the vault closes. Whoever waits for one has Cancelled within a second.
    void stop() noexcept { m_stopping = true; }
    Result<DrillReport> run(const access::Actor& actor, const Progress& progress) override;
    Result<std::vector<DrillReport>> list(const access::Actor& actor, std::uint32_t limit) override;

private:
    const Parts m_parts;
    std::atomic_flag m_running;
    std::atomic<bool> m_stopping = false;
};

} // namespace sallyport

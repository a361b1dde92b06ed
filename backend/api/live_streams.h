#pragma once

#include "backend/api/api_context.h"
#include "backend/audit/event_id.h"
#include "backend/audit/event_query.h"
#include "backend/http/response.h"
#include "backend/identity/sign_in/sign_in.h"

#include <memory>
#include <optional>

namespace sallyport::api {

/// The server-sent event streams that are open: each gets the journal's live feed through a bounded queue, or from the
/// database what doesn't fit or was missed, a heartbeat, and an end when the right behind it goes: whoever listens is asked again
/// before each delivery. Thread-safe.
class LiveStreams {
public:
    explicit LiveStreams(const ApiContext& api);
    ~LiveStreams();
    LiveStreams(const LiveStreams&) = delete;
    LiveStreams& operator=(const LiveStreams&) = delete;

    /// A body that streams what matches `query`, after what came since `lastSeen`. `accessToken` is what a session's actor
    /// showed. LimitReached when too many are open; PermissionDenied. Blocks: workers only.
    [[nodiscard]] Result<std::unique_ptr<http::BodySource>>
    open(const access::Actor& actor, SecretBytes accessToken, audit::EventQuery query, std::optional<audit::EventPlace> lastSeen);
    void endAll();

private:
    struct State;
    std::shared_ptr<State> m_state;
};

} // namespace sallyport::api

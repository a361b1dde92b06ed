#pragma once

#include "backend/base/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::audit {

enum class Severity { Info, Notice, Warning, Critical };
enum class Outcome {
    Success, ///< done
    Failure, ///< tried and failed (wrong password)
    Refused, ///< not allowed (permission, limit, expired token)
    Blocked, ///< stopped by protection (block list, detection)
};

std::string_view severityWord(Severity severity) noexcept; ///< `info` | `notice` | `warning` | `critical`
std::string_view outcomeWord(Outcome outcome) noexcept;    ///< `success` | `failure` | `refused` | `blocked`
std::optional<Severity> findSeverity(std::string_view word) noexcept;
std::optional<Outcome> findOutcome(std::string_view word) noexcept;

/// Who did it: a name that stays readable after the object is gone, and the id.
struct EventActor {
    std::string kind;    ///< `user` | `operator` | `service` | `api_key` | `system` | `anonymous`
    std::string id;      ///< of an API key if it was one
    std::string name;    ///< as claimed if anonymous (an e-mail that tried to sign in)
    std::string email{}; ///< if known, so that events can be found by it
};

/// What it was done to.
struct EventObject {
    std::string kind; ///< `user` | `role` | `session` | `setting` | `server` | `report` | `vault` | `route`...
    std::string id;
    std::string name;
    std::string email{}; ///< of a user, so that events can be found by it
};

/// One entry of the journal. Text fields are truncated to fixed limits when appended; none may hold a secret.
struct Event {
    std::int64_t sequence = 0; ///< 1, 2, 3.. without gaps; given by the journal
    UtcTime time;              ///< given by the journal if not set
    std::string kind;          ///< `auth.login`, `user.created`...: see event_kinds.h
    Severity severity = Severity::Info;
    Outcome outcome = Outcome::Success;
    EventActor actor;
    EventObject object;
    std::string address;
    std::string userAgent;
    std::string requestId;
    std::string method;
    std::string path;
    int status = 0;          ///< HTTP status of the answer, 0 if there was none
    std::string reason;      ///< machine word of an error (`token_expired`), or empty
    std::string detailsJson; ///< a JSON object with the rest: `changes` old/new, `stages` of a refusal... or empty
    std::string hash;        ///< hex, given by the journal
};

/// What `details.stages` of a refused request holds, in pipeline order. Written by api/, drawn by ui/events.
struct StageTrace {
    std::string stage;  ///< `address`, `block_list`, `route`, `rate_address`, `authentication`, `permission`...
    std::string result; ///< `passed` | `refused` | `not_reached`
    std::string text;   ///< what it saw, English, without secrets: `37 of 1,000 this hour`
    double micros = 0;
};

} // namespace sallyport::audit

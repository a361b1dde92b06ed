#include "tests/ui/support/scene_events.h"

#include "backend/audit/event_kinds.h"

#include <array>
#include <string>

using namespace std::chrono_literals;

namespace sallyport::tests {

using audit::Event;
using audit::Outcome;
using audit::Severity;

namespace {

struct Party {
    const char* name;
    const char* id;
    const char* address;
};

constexpr std::array<Party, 6> people{
    Party{"Jonas Weber", "u-1", "198.51.100.24"},    Party{"Lab gateway", "u-2", "192.0.2.61"},
    Party{"Billing import", "u-3", "192.0.2.18"},    Party{"Farid Rahmani", "u-4", "198.51.100.90"},
    Party{"Giulia Moretti", "u-5", "198.51.100.31"}, Party{"Mei Tanaka", "u-6", "198.51.100.47"}};

constexpr auto guesser = "203.0.113.47";

Event make(UtcTime time, std::string_view kind, Severity severity, Outcome outcome, const Party* who, std::string_view reason)
{
    Event event;
    event.time = time;
    event.kind = kind;
    event.severity = severity;
    event.outcome = outcome;
    event.reason = reason;
    event.address = who ? who->address : guesser;
    if (who)
        event.actor = {"user", who->id, who->name, {}};
    else
        event.actor.kind = "anonymous";
    event.userAgent = "Northgate Ward App/4.2";
    event.requestId = "01JDA7Q2M" + std::to_string(10'000'000'000'000'000 + time.time_since_epoch().count() % 1'000'000);
    event.hash = "9f3c71aa40d2" + std::to_string(time.time_since_epoch().count() % 1'000'000'000);
    return event;
}

/// Kinds as they come in an ordinary hour, the common ones more than once.
Event ordinary(UtcTime time, std::uint32_t dice)
{
    const Party& who = people[dice / 7 % people.size()];
    Event event;
    switch (dice % 9) {
    case 0:
        event = make(time, audit::kind::tokenRefused, Severity::Notice, Outcome::Refused, &who, "token_expired");
        event.status = 401;
        break;
    case 1:
        event = make(time, audit::kind::limitReached, Severity::Warning, Outcome::Refused, &who, "rate_limited");
        event.object = {"limit", "api_write", "api_write", {}};
        event.status = 429;
        break;
    case 2:
        event = make(time, audit::kind::validationFailed, Severity::Notice, Outcome::Refused, &who, "validation_failed");
        event.status = 400;
        break;
    case 3:
    case 4:
        event = make(time, audit::kind::signInSucceeded, Severity::Info, Outcome::Success, &who, "");
        event.status = 200;
        break;
    default:
        event = make(time, audit::kind::tokenRefreshed, Severity::Info, Outcome::Success, &who, "");
        event.status = 200;
        break;
    }
    event.method = "POST";
    event.path = "/api/data";
    return event;
}

} // namespace

Event refusedEvent(UtcTime now)
{
    Event event = make(now - 73s + 418ms, audit::kind::permissionDenied, Severity::Warning, Outcome::Refused, &people[0],
                       "permission_denied");
    event.method = "DELETE";
    event.path = "/api/users/01JD8Z6Q4V7M2K9T3XBYW5NHRC";
    event.status = 403;
    event.object = {"route", {}, "DELETE /api/users/{id}", {}};
    event.requestId = "01JDA7Q2MK4T9XB0000000000Q";
    event.detailsJson =
        R"({"required":"users:delete","stages":[)"
        R"({"stage":"address","result":"passed","text":"198.51.100.24, the socket's address","fact":"direct_address","values":["198.51.100.24"],"micros":0.4},)"
        R"({"stage":"route","result":"passed","text":"DELETE /api/users/{id}","fact":"route","values":["DELETE /api/users/{id}"],"micros":0.3},)"
        R"({"stage":"rate_address","result":"passed","text":"address: 963 of 1000 left in 3600 s","fact":"rate_left","values":["address","963","1000","3600"],"micros":0.7},)"
        R"({"stage":"authentication","result":"passed","text":"bearer token of Jonas Weber","fact":"principal","values":["Jonas Weber"],"micros":41.9},)"
        R"({"stage":"rate_principal","result":"passed","text":"api_write: 88 of 100 left in 60 s","fact":"rate_left","values":["api_write","88","100","60"],"micros":0.7},)"
        R"({"stage":"permission","result":"refused","text":"A permission is missing","fact":"permission","values":["users:delete","editor"],"micros":2.4},)"
        R"({"stage":"step_up","result":"not_reached","text":"","micros":0},)"
        R"({"stage":"schema","result":"not_reached","text":"","micros":0},)"
        R"({"stage":"endpoint","result":"not_reached","text":"","micros":0}]})";
    return event;
}

std::vector<Event> sceneEvents(UtcTime now)
{
    std::vector<Event> events;
    std::uint32_t dice = 2026;
    const auto roll = [&dice] { return dice = dice * 1'664'525U + 1'013'904'223U, dice >> 8U; };
    for (auto time = now - 23h; time < now - 1h; time += 7min)
        events.push_back(ordinary(time, roll()));
    const UtcTime attack = now - 12min;
    for (auto time = now - 1h; time < now - 90s; time += 11s) {
        events.push_back(ordinary(time, roll()));
        if (time < attack || time > attack + 4min)
            continue;
        for (int i = 0; i < 3; ++i) {
            Event event = make(time + 1s * i, audit::kind::signInFailed, i == 0 ? Severity::Notice : Severity::Warning,
                               Outcome::Failure, nullptr, i == 1 ? "unknown_user" : "unauthenticated");
            event.actor.name = i == 1 ? "admin@northgate.example" : "kavya.raghunathan@northgate.example";
            if (i != 1)
                event.object = {"user", "u-9", "Kavya Raghunathan", "kavya.raghunathan@northgate.example"};
            event.method = "POST";
            event.path = "/api/auth/login";
            event.status = 401;
            events.push_back(event);
        }
    }
    Event reused = make(now - 80s, audit::kind::refreshReused, Severity::Critical, Outcome::Refused, &people[4], "token_invalid");
    reused.status = 401;
    events.push_back(reused);
    events.push_back(refusedEvent(now));
    events.push_back(make(now - 44s, audit::kind::signInSucceeded, Severity::Info, Outcome::Success, &people[5], ""));
    return events;
}

void sceneTraffic(FakeHouse& house)
{
    const UtcTime now = house.clock.now();
    house.traffic.setCountedSince(now - 24h * 30);
    std::uint32_t dice = 7;
    for (auto time = now - 24h; time < now - 30s; time += 1min) {
        house.clock.set(time);
        dice = dice * 1'664'525U + 1'013'904'223U;
        const auto age = std::chrono::duration_cast<std::chrono::minutes>(now - time).count();
        const std::uint32_t requests = (age < 60 ? 2200 : 600) + (dice >> 24U) * 2;
        for (std::uint32_t i = 0; i < requests; ++i)
            house.traffic.count(protection::TrafficOutcome::Answered);
        const std::uint32_t bad = age <= 12 && age >= 7 ? 120 : 4;
        for (std::uint32_t i = 0; i < bad; ++i)
            house.traffic.count(protection::TrafficOutcome::Refused,
                                static_cast<protection::TrafficStage>((dice >> 8U) % 7 == 0 ? 1 + i % 7 : 3 + i % 2));
    }
    for (int second = 5; second >= 1; --second) {
        house.clock.set(now - 1s * second);
        for (int i = 0; i < 42; ++i)
            house.traffic.count(protection::TrafficOutcome::Answered);
    }
    house.clock.set(now);
}

} // namespace sallyport::tests

#pragma once

#include "backend/retention/retention.h"
#include "tests/ui/support/failures.h"

#include <mutex>

namespace sallyport::tests {

/// Rules, holds and what goes next, held in memory.
class FakeRetention final : public retention::Retention {
public:
    explicit FakeRetention(Clock& clock) : m_clock(clock)
    {
        using namespace std::chrono;
        const UtcTime now = clock.now();
        state_.rules = {400, {{"auth.*", 180}, {"record.unmasked", 90}, {"role.*", 3'650}}, 5'000'000};
        state_.holds = {{"H1",
                         "kind:auth.* user:\"Jonas Weber\"",
                         {},
                         {},
                         {},
                         "Case 2026-114, until the court has decided",
                         "Ingrid Solheim",
                         now - hours(24 * 40)},
                        {"H2",
                         {},
                         UserId("U7"),
                         "Mei Tanaka",
                         "mei.tanaka@clinic.example",
                         "Complaint of a patient",
                         "Ingrid Solheim",
                         now - hours(24 * 3)}};
        state_.next = {12'345, now - hours(24 * 210), now - hours(24 * 180), {{"auth.login", 9'870}, {"auth.logout", 2'475}}, 31,
                       false};
        state_.lastRun = now - minutes(24);
        state_.lastRemoved = 412;
        state_.stored = 1'204'833;
        state_.storedBytes = 731'000'000;
        state_.removed = 88'120;
        state_.replaced = 214;
    }

    Result<retention::RetentionState> state(const access::Actor&) override
    {
        const std::lock_guard guard(mutex);
        if (auto error = failures.take())
            return *error;
        return state_;
    }
    Result<retention::PurgedEvents> purged(const access::Actor&) override
    {
        const std::lock_guard guard(mutex);
        return retention::PurgedEvents{state_.removed, state_.replaced};
    }
    Result<retention::DueEvents> preview(const access::Actor&, const retention::RetentionRules& rules) override
    {
        const std::lock_guard guard(mutex);
        if (auto error = failures.take())
            return *error;
        retention::DueEvents due = state_.next;
        due.events = rules.days < state_.rules.days ? 99'000 : due.events;
        return due;
    }
    Result<void> change(const access::Actor&, const retention::RetentionRules& rules) override
    {
        const std::lock_guard guard(mutex);
        if (auto error = failures.take())
            return *error;
        state_.rules = rules;
        return {};
    }
    Result<std::vector<retention::LegalHold>> holds(const access::Actor&) override
    {
        const std::lock_guard guard(mutex);
        return state_.holds;
    }
    Result<retention::LegalHold> placeHold(const access::Actor& actor, const retention::NewHold& hold) override
    {
        const std::lock_guard guard(mutex);
        if (auto error = failures.take())
            return *error;
        retention::LegalHold placed{"H" + std::to_string(state_.holds.size() + 1),
                                    hold.filter,
                                    hold.person,
                                    hold.person.empty() ? "" : "Mei Tanaka",
                                    {},
                                    hold.reason,
                                    actor.name,
                                    m_clock.now()};
        state_.holds.insert(state_.holds.begin(), placed);
        return placed;
    }
    Result<void> liftHold(const access::Actor&, const std::string& id) override
    {
        const std::lock_guard guard(mutex);
        if (auto error = failures.take())
            return *error;
        if (std::erase_if(state_.holds, [&](const retention::LegalHold& hold) { return hold.id == id; }) == 0)
            return makeError(ErrorCode::NotFound, "There is no such hold");
        return {};
    }
    Result<retention::Erasure> erase(const access::Actor&, const UserId& person) override
    {
        const std::lock_guard guard(mutex);
        if (auto error = failures.take())
            return *error;
        erased.push_back(person);
        return retention::Erasure{person, "Erased person 0a1b2c3d4e5f", true, 41};
    }

    std::mutex mutex;
    Failures failures; ///< under `mutex`
    retention::RetentionState state_;
    std::vector<UserId> erased;

private:
    Clock& m_clock;
};

} // namespace sallyport::tests

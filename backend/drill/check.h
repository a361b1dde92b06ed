#pragma once

#include "backend/drill/sandbox.h"
#include "backend/services/drills.h"

#include <initializer_list>
#include <span>
#include <string_view>

namespace sallyport::drill {

/// What a check has at hand: the sandbox, addresses of its own and its tally.
class Scene {
public:
    Scene(Sandbox& sandbox, DrillCheck& check, unsigned number) : m_sandbox(sandbox), m_check(check), m_number(number) {}

    Sandbox& sandbox() { return m_sandbox; }
    /// A client at an address that no other check uses; `host` 1 to 250.
    AttackClient from(unsigned host) const;
    Headers bearer(const Person& person) const { return {{"Authorization", "Bearer " + person.token}}; }

    /// One attack, or one honest request; `what` (with `number` for its `%1`) is told of the first that went wrong.
    void count(bool right, std::string_view what, std::int64_t number = -1);
    /// An answer is right if its status is one of these.
    void expect(const Answer& answer, std::initializer_list<int> right, std::string_view what, std::int64_t number = -1);
    /// What was seen if nothing went wrong.
    void note(std::string_view what, std::int64_t number);
    /// True once something went wrong.
    bool wrong() const { return m_check.missed() > 0; }

private:
    Sandbox& m_sandbox;
    DrillCheck& m_check;
    unsigned m_number;
};

/// One kind of attack.
struct Check {
    std::string_view id, group, title, setting;
    bool honest;
    void (*run)(Scene& scene);
};

/// By file.
std::span<const Check> signInChecks() noexcept;
std::span<const Check> rightsChecks() noexcept;
std::span<const Check> inputChecks() noexcept;
std::span<const Check> transportChecks() noexcept;
std::span<const Check> floodChecks() noexcept;
std::span<const Check> honestChecks() noexcept;

/// The sandbox's time in seconds since 1970.
std::int64_t unixTimeOf(Scene& scene);

/// `X-Signature` and its companions over a request, as the guide has it.
Headers signedHeaders(const Sandbox& sandbox, std::string_view method, std::string_view target, std::string_view body,
                      std::int64_t unixTime, std::string_view nonce);

} // namespace sallyport::drill

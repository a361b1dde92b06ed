#include "backend/identity/providers/outside_flows.h"

#include "backend/identity/core/secrets.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

Error tooManyLogins()
{
    Error error(ErrorCode::Unavailable, "Too many sign-ins are under way; try again shortly.");
    error.retryAfter = std::chrono::seconds(30);
    return error;
}

} // namespace

void OutsideFlows::forgetOld(SteadyTime now)
{
    const auto isOver = [now](const auto& entry) { return now >= entry.second.expires; };
    std::erase_if(m_pending, isOver);
    std::erase_if(m_accepted, isOver);
    std::erase_if(m_linkings, isOver);
    std::erase_if(m_tests, isOver);
}

Result<void> OutsideFlows::add(std::string_view state, PendingOutside pending)
{
    const SteadyTime now = m_clock.steady();
    const std::lock_guard lock(m_mutex);
    forgetOld(now);
    std::size_t ofNetwork = 0;
    auto oldest = m_pending.end();
    for (auto entry = m_pending.begin(); entry != m_pending.end(); ++entry) {
        if (entry->second.network != pending.network)
            continue;
        ++ofNetwork;
        if (oldest == m_pending.end() || entry->second.number < oldest->second.number)
            oldest = entry;
    }
    if (ofNetwork >= mostPendingOfNetwork)
        m_pending.erase(oldest);
    else if (m_pending.size() >= mostPending)
        return tooManyLogins();
    pending.expires = now + outsideLoginLifetime;
    pending.number = ++m_begun;
    m_pending.insert_or_assign(hashOfSecret(state), std::move(pending));
    return {};
}

std::optional<PendingOutside> OutsideFlows::take(std::string_view state)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_pending.find(hashOfSecret(state));
    if (found == m_pending.end())
        return std::nullopt;
    PendingOutside pending = std::move(found->second);
    m_pending.erase(found);
    return m_clock.steady() < pending.expires ? std::optional(std::move(pending)) : std::nullopt;
}

Result<void> OutsideFlows::add(std::string_view code, AcceptedOutside accepted)
{
    const SteadyTime now = m_clock.steady();
    const std::lock_guard lock(m_mutex);
    forgetOld(now);
    if (m_accepted.size() >= mostAccepted)
        return tooManyLogins();
    accepted.expires = now + exchangeCodeLifetime;
    m_accepted.insert_or_assign(hashOfSecret(code), std::move(accepted));
    return {};
}

std::optional<AcceptedOutside> OutsideFlows::takeAccepted(std::string_view code)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_accepted.find(hashOfSecret(code));
    if (found == m_accepted.end())
        return std::nullopt;
    AcceptedOutside accepted = std::move(found->second);
    m_accepted.erase(found);
    return m_clock.steady() < accepted.expires ? std::optional(std::move(accepted)) : std::nullopt;
}

Result<void> OutsideFlows::addLinking(std::string_view secret, WaitingLinking linking)
{
    const SteadyTime now = m_clock.steady();
    const std::lock_guard lock(m_mutex);
    forgetOld(now);
    std::erase_if(m_linkings, [&](const auto& entry) { return entry.second.own.user == linking.own.user; });
    if (m_linkings.size() >= mostLinkings)
        return tooManyLogins();
    linking.expires = now + outsideLoginLifetime;
    m_linkings.insert_or_assign(hashOfSecret(secret), std::move(linking));
    return {};
}

std::optional<WaitingLinking> OutsideFlows::takeLinking(std::string_view secret)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_linkings.find(hashOfSecret(secret));
    if (found == m_linkings.end())
        return std::nullopt;
    WaitingLinking linking = std::move(found->second);
    m_linkings.erase(found);
    return m_clock.steady() < linking.expires ? std::optional(std::move(linking)) : std::nullopt;
}

void OutsideFlows::addTest(std::string_view secret, LoginTest test)
{
    const SteadyTime now = m_clock.steady();
    const std::lock_guard lock(m_mutex);
    forgetOld(now);
    if (m_tests.size() >= mostTests)
        m_tests.erase(std::ranges::min_element(m_tests, {}, [](const auto& entry) { return entry.second.expires; }));
    const std::string id = test.id;
    m_tests.insert_or_assign(id, Test{std::move(test), hashOfSecret(secret), false, now + loginTestLifetime});
}

std::optional<LoginTest> OutsideFlows::startTest(std::string_view secret)
{
    const Digest digest = hashOfSecret(secret);
    const std::lock_guard lock(m_mutex);
    const auto found = std::ranges::find_if(m_tests, [&](const auto& entry) { return entry.second.secret == digest; });
    if (found == m_tests.end() || found->second.started || m_clock.steady() >= found->second.expires)
        return std::nullopt;
    found->second.started = true;
    return found->second.test;
}

std::optional<LoginTest> OutsideFlows::findTest(const std::string& id)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_tests.find(id);
    if (found == m_tests.end() || m_clock.steady() >= found->second.expires)
        return std::nullopt;
    return found->second.test;
}

void OutsideFlows::setStep(const std::string& id, TestStep step, bool over)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_tests.find(id);
    if (found == m_tests.end())
        return;
    LoginTest& test = found->second.test;
    test.over = over || step.state == TestStep::State::Failed;
    const auto known = std::ranges::find(test.steps, step.step, &TestStep::step);
    if (known != test.steps.end())
        *known = std::move(step);
    else
        test.steps.push_back(std::move(step));
}

} // namespace sallyport::identity

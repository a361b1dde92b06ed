#include "backend/identity/passkeys/challenge_store.h"

#include <algorithm>

namespace sallyport::identity {

void ChallengeStore::dropOldestOf(const UserId& user)
{
    const auto oldest = std::ranges::find_if(m_order, [&](const Key& key) {
        const auto found = m_waiting.find(key);
        return found != m_waiting.end() && found->second.user == user;
    });
    if (oldest == m_order.end())
        return;
    m_waiting.erase(*oldest);
    m_order.erase(oldest);
}

void ChallengeStore::put(std::span<const std::byte> challenge, Waiting waiting)
{
    const std::lock_guard lock(m_mutex);
    const auto mine = std::ranges::count_if(m_waiting, [&](const auto& known) { return known.second.user == waiting.user; });
    if (static_cast<std::size_t>(mine) >= m_perUser)
        dropOldestOf(waiting.user);
    while (m_order.size() >= m_limit) {
        m_waiting.erase(m_order.front());
        m_order.pop_front();
    }
    const Key key = crypto::sha256(challenge);
    m_waiting[key] = std::move(waiting);
    m_order.push_back(key);
}

bool ChallengeStore::take(std::span<const std::byte> challenge, Ceremony ceremony, const UserId& user, const std::string& bound,
                          UtcTime now)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_waiting.find(crypto::sha256(challenge));
    if (found == m_waiting.end())
        return false;
    const Waiting waiting = std::move(found->second);
    std::erase(m_order, found->first);
    m_waiting.erase(found);
    return waiting.ceremony == ceremony && waiting.user == user && waiting.bound == bound && now < waiting.expiresAt;
}

std::size_t ChallengeStore::size() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting.size();
}

} // namespace sallyport::identity

#include "backend/identity/api_keys/key_bounds.h"

#include <algorithm>
#include <string>

namespace sallyport::identity {

namespace {

/// An empty list is the whole network.
bool within(const std::vector<Cidr>& inner, const std::vector<Cidr>& outer)
{
    const auto covered = [&](const Cidr& one) {
        return std::ranges::any_of(outer, [&](const Cidr& network) { return network.contains(one); });
    };
    return outer.empty() || (!inner.empty() && std::ranges::all_of(inner, covered));
}

/// No more at once, and no more in the long run. None is no limit.
bool within(const std::optional<settings::RateLimit>& inner, const std::optional<settings::RateLimit>& outer)
{
    if (!outer)
        return true;
    return inner && inner->requests <= outer->requests &&
           std::int64_t{inner->requests} * outer->window.count() <= std::int64_t{outer->requests} * inner->window.count();
}

Error beyond(std::string_view what)
{
    Error error(ErrorCode::PermissionDenied, "An API key can't give a key more than it has itself: " + std::string(what) + ".");
    error.word = "key_bounds";
    return error;
}

} // namespace

bool onlyRestricts(const KeyRecord& before, const KeyRecord& after)
{
    const bool narrower = before.scopes.covers(after.scopes) && within(after.addresses, before.addresses) &&
                          within(after.rate, before.rate) && after.expiresAt <= before.expiresAt;
    const bool differs = !after.scopes.covers(before.scopes) || after.addresses != before.addresses ||
                         after.rate != before.rate || after.expiresAt != before.expiresAt;
    return narrower && differs;
}

Result<KeyBounds> KeyBounds::of(const Core& core, const access::Actor& actor)
{
    KeyBounds bounds;
    if (actor.key.empty())
        return bounds;
    const auto acting = core.liveKeys.find(actor.key);
    if (!acting)
        return makeError(ErrorCode::TokenInvalid, "The API key has ended.");
    bounds.m_acting = acting->record();
    bounds.m_permissions = actor.permissions;
    return bounds;
}

bool KeyBounds::siblings(const KeyRecord& key) const
{
    return key.owner == m_acting->owner;
}

UtcTime KeyBounds::end(UtcTime wanted, const KeyRecord& before) const
{
    if (!m_acting)
        return wanted;
    const UtcTime latest = std::min(wanted, m_acting->expiresAt);
    return siblings(before) ? std::min(latest, before.expiresAt) : latest;
}

Result<void> KeyBounds::restrict(KeyRecord& made) const
{
    if (!m_acting)
        return {};
    if (made.addresses.empty())
        made.addresses = m_acting->addresses;
    if (!made.rate)
        made.rate = m_acting->rate;
    made.lifetime = std::min(made.lifetime, m_acting->lifetime);
    made.expiresAt = std::min(made.expiresAt, m_acting->expiresAt);
    return admit(made);
}

Result<void> KeyBounds::admit(KeyRecord& key) const
{
    if (!m_acting || key.id == m_acting->id)
        return {};
    SALLYPORT_TRY(covers(key));
    return shareBuckets(key);
}

Result<void> KeyBounds::shareBuckets(KeyRecord& key) const
{
    std::vector<KeyBucket> shared = m_acting->makers;
    // Whose bucket a narrower one lies in already needs none of its own.
    if (m_acting->rate && (shared.empty() || shared.front().limit != *m_acting->rate))
        shared.insert(shared.begin(), KeyBucket{m_acting->id, *m_acting->rate});
    for (const KeyBucket& bucket : shared)
        if (bucket.key != key.id && std::ranges::find(key.makers, bucket.key, &KeyBucket::key) == key.makers.end())
            key.makers.push_back(bucket);
    return key.makers.size() <= keyMakerLimit ? Result<void>() : beyond("rate, over so many keys");
}

Result<void> KeyBounds::covers(const KeyRecord& key) const
{
    if (!within(key.addresses, m_acting->addresses))
        return beyond("addresses");
    if (!within(key.rate, m_acting->rate))
        return beyond("rate");
    // Also what its owner doesn't hold now and may be given one day.
    if (!m_acting->scopes.covers(key.scopes))
        return beyond("scopes");
    return {};
}

Result<void> KeyBounds::permitChange(const KeyRecord& before, KeyRecord& after) const
{
    if (!m_acting)
        return {};
    const bool sibling = siblings(before);
    if (after.expiresAt != before.expiresAt)
        after.expiresAt = end(after.expiresAt, before);
    if (after.lifetime != before.lifetime)
        after.lifetime = std::min({after.lifetime, m_acting->lifetime, sibling ? before.lifetime : after.lifetime});
    if (after.addresses != before.addresses &&
        !(within(after.addresses, m_acting->addresses) && (!sibling || within(after.addresses, before.addresses))))
        return beyond("addresses");
    if (after.rate != before.rate && !(within(after.rate, m_acting->rate) && (!sibling || within(after.rate, before.rate))))
        return beyond("rate");
    access::PermissionSet allowed = before.scopes;
    if (!sibling)
        allowed.add(m_permissions);
    if (!allowed.covers(after.scopes))
        return beyond("scopes");
    return {};
}

} // namespace sallyport::identity

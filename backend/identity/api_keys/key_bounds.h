#pragma once

#include "backend/identity/core/core.h"
#include "backend/identity/core/live_keys.h"

#include <memory>

namespace sallyport::identity {

/// True if the key opens less in some way, and more in none: scopes, addresses, rate, end.
bool onlyRestricts(const KeyRecord& before, const KeyRecord& after);

/// What an API key that acts may do to API keys, its own kind: whatever restricts it restricts what it makes and changes, so
/// that a leaked key is worth no more than it says. Nothing bounds a person who is signed in, or the system. Scopes that the
/// key doesn't hold, and owners that may more, are refused elsewhere, as for people.
class KeyBounds {
public:
    /// TokenInvalid if the acting key has ended.
    static Result<KeyBounds> of(const Core& core, const access::Actor& actor);

    /// For a key that is made: what isn't said is taken over, and it never outlives the key that makes it. PermissionDenied
    /// (`key_bounds`) for wider addresses or a higher rate.
    Result<void> restrict(KeyRecord& made) const;
    /// For a key whose text is told to whoever acts: it must be as narrow, and draws on the bucket of the key that acts from now
    /// on. PermissionDenied.
    Result<void> admit(KeyRecord& key) const;
    /// For a change: nothing of a key of the same owner becomes looser, and what changes on others' is as narrow as the key
    /// that changes it. Ends are brought in. PermissionDenied.
    Result<void> permitChange(const KeyRecord& before, KeyRecord& after) const;
    /// The end of what is renewed: never after the key that acts, and of a key of the same owner never later than it was.
    UtcTime end(UtcTime wanted, const KeyRecord& before) const;

private:
    Result<void> covers(const KeyRecord& key) const;
    Result<void> shareBuckets(KeyRecord& key) const;
    bool siblings(const KeyRecord& key) const;

    std::shared_ptr<const KeyRecord> m_acting; ///< null: nothing bounds
    access::PermissionSet m_permissions;       ///< what the acting key may now
};

} // namespace sallyport::identity

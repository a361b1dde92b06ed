#pragma once

#include "backend/base/clock.h"
#include "backend/base/encoding.h"
#include "backend/storage/store.h"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What an older state of a vault would bring back, and what of it may not come back.
namespace sallyport {

/// One thing that lets somebody in, or keeps somebody out: `key`, `ci deploy`.
struct RestoredThing {
    std::string_view kind; ///< a word of this program: key, user, password, authenticator, passkey, role, ...
    std::string id;
    std::string name; ///< of the key, of the user, the address
};

/// What is in force in a database. Things are told apart by their ids and by a mark that changes with their secret, so that an
/// earlier password is another thing than the one of now.
struct InForce {
    using Things = std::map<std::pair<std::string, std::string>, std::string>; ///< id and mark, name
    std::map<std::string_view, Things> letIn;
    std::map<std::string_view, Things> keepOut;
    std::set<std::pair<std::string, std::string>> recoveryCodes; ///< user, hash in hex

    struct ServerKey {
        std::string fingerprint;
        Bytes sealed;
        UtcTime createdAt;
    };
    std::vector<ServerKey> serverKeys;
};
Result<InForce> readInForce(storage::Transaction& transaction, UtcTime now);

/// What lets somebody in again that `replaced` did not let in any more.
std::vector<RestoredThing> cameBack(const InForce& restored, const InForce& replaced);
/// What has kept somebody out in `replaced` and does so no more.
std::vector<RestoredThing> keepsOutNoMore(const InForce& restored, const InForce& replaced);

/// What was ended, since whoever has the other half of it may have used it up or lost it since then.
struct EndedByRestore {
    std::int64_t sessions = 0, signIns = 0, links = 0, devices = 0, recoveryCodes = 0, signingKeys = 0;
};
/// Sessions with their refresh tokens, sign-ins that wait for a second factor, one-time links, trusted devices, the keys that
/// sign access tokens, codes of authenticator apps up to the next half minute, and recovery codes that `replaced` has not (all
/// of them if nobody knows what it had).
Result<EndedByRestore> endWhatWasOpen(storage::Transaction& transaction, const InForce* replaced, UtcTime now);
/// Keys of certificates that the server has made since: clients that know the certificate go on knowing it.
Result<void> keepServerKeys(storage::Transaction& transaction, const InForce& replaced);

} // namespace sallyport

#pragma once

#include "backend/audit/event_kinds.h"
#include "backend/crypto/system_random.h"
#include "backend/identity/api_keys/key_text.h"
#include "tests/identity/identity_fixture.h"

namespace sallyport::test {

using namespace identity;
using namespace std::chrono_literals;

inline const IpAddress here = *IpAddress::parse("203.0.113.7");

/// A vault with an administrator, an editor and a viewer who act, and short ways to make keys.
struct Keys : IdentityFixture {
    Keys()
    {
        addUser("ada@x.example", {"admin"}, "Ada");
        editor = addUser("ed@x.example", {"editor"}, "Ed");
        viewer = addUser("vi@x.example", {"viewer"}, "Vi");
        adaActor = actor(tokens("ada@x.example"));
        edActor = actor(tokens("ed@x.example"));
        viActor = actor(tokens("vi@x.example"));
    }

    static NewApiKey named(std::string name, std::vector<std::string> scopes = {"users:read"})
    {
        NewApiKey key;
        key.name = std::move(name);
        key.scopes = std::move(scopes);
        return key;
    }

    ApiKeys& keys() { return identity->apiKeys(); }
    std::string word(std::string_view text, const IpAddress& from = here)
    {
        const KeyVerdict verdict = keys().authenticate(text, from);
        return verdict.principal ? "ok" : verdict.refusal->recordedWord;
    }
    bool works(std::string_view text) { return word(text) == "ok"; }

    User editor, viewer;
    access::Actor adaActor, edActor, viActor;
};

} // namespace sallyport::test

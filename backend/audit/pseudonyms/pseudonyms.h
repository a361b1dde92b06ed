#pragma once

#include "backend/audit/chain/chain.h"
#include "backend/audit/event.h"
#include "backend/audit/pseudonyms/email_owners.h"

namespace sallyport::audit {

/// Takes out of events who they are about, so that a report can be given away: the same person has the same pseudonym as long as
/// this object lives, and nobody can tell whose it is, since the key goes with it. One thread.
class Pseudonyms {
public:
    /// With a key of its own. CryptoFailure. A person is known by their id, else by whose `owners` say an e-mail is.
    [[nodiscard]] static Result<Pseudonyms> make(EmailOwners owners = {});

    /// Names, e-mails, addresses and ids, also in paths, become pseudonyms, but for names of what the product itself names
    /// (settings, routes, duties); browsers, query texts and words in details that somebody may have written go. Kinds, times,
    /// outcomes, numbers, what the product does by itself and the event's hash stay.
    [[nodiscard]] Result<void> apply(Event& event) const;
    /// What stands for the name of a thing of this kind.
    [[nodiscard]] Result<std::string> hiddenName(const std::string& kind, const std::string& id, const std::string& name) const;

private:
    Pseudonyms(std::shared_ptr<const Chain> keyed, EmailOwners owners) : m_keyed(std::move(keyed)), m_owners(std::move(owners)) {}
    Result<std::string> word(std::string_view prefix, std::string_view of, std::size_t characters) const;
    std::string personOf(const std::string& ownId, const std::string& name, const std::string& email) const;
    Result<void> hidePerson(const std::string& known, std::string& id, std::string& name, std::string& email) const;
    Result<void> hideThing(EventObject& object) const;
    Result<std::string> hiddenId(const std::string& id) const;
    Result<std::string> hiddenAddress(const std::string& address) const;
    Result<std::string> hiddenPath(const std::string& path) const;

    std::shared_ptr<const Chain> m_keyed;
    EmailOwners m_owners;
};

} // namespace sallyport::audit

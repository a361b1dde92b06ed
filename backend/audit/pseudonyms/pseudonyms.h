#pragma once

#include "backend/audit/chain/chain.h"
#include "backend/audit/event.h"

namespace sallyport::audit {

/// Takes out of events who they are about, so that a report can be given away: the same person has the same pseudonym as long as
/// this object lives, and nobody can tell whose it is, since the key goes with it. One thread.
class Pseudonyms {
public:
    /// With a key of its own. CryptoFailure.
    [[nodiscard]] static Result<Pseudonyms> make();

    /// Names, e-mails, ids of people, addresses and ids in paths become pseudonyms; browsers, query texts and words in details
    /// go. Kinds, times, outcomes, numbers, what the product does by itself and the event's hash stay.
    [[nodiscard]] Result<void> apply(Event& event) const;

private:
    explicit Pseudonyms(std::shared_ptr<const Chain> keyed) : m_keyed(std::move(keyed)) {}
    Result<std::string> word(std::string_view prefix, std::string_view of, std::size_t characters) const;
    Result<void> hidePerson(std::string& id, std::string& name, std::string& email) const;
    Result<std::string> hiddenAddress(const std::string& address) const;
    Result<std::string> hiddenPath(const std::string& path) const;

    std::shared_ptr<const Chain> m_keyed;
};

} // namespace sallyport::audit

#pragma once

#include "backend/audit/chain/chain.h"
#include "backend/audit/event.h"
#include "backend/audit/pseudonyms/known_paths.h"

#include <functional>

namespace sallyport::audit {

/// Takes out of events who they are about, so that a report can be given away: the same person has the same pseudonym as long as
/// this object lives, and nobody can tell whose it is, since the key goes with it. One thread.
class Pseudonyms {
public:
    /// The id of the account that an e-mail in small letters belongs to, or nothing.
    using WhoseEmail = std::function<Result<std::string>(const std::string& mail)>;

    /// With a key of its own. CryptoFailure. A person is known by their id, else by whose an e-mail is. Of a path stays what is a
    /// word of `paths` at its place.
    [[nodiscard]] static Result<Pseudonyms> make(WhoseEmail whose = {}, KnownPaths paths = {});

    /// Names, e-mails, addresses and ids, also in paths, become pseudonyms, but for names of what the product itself names
    /// (settings, routes, duties); browsers, query texts, methods that are none and words in details that somebody may have
    /// written go. Kinds, times, outcomes, numbers, what the product does by itself and the event's hash stay.
    [[nodiscard]] Result<void> apply(Event& event) const;
    /// What stands for the name of a thing of this kind.
    [[nodiscard]] Result<std::string> hiddenName(const std::string& kind, const std::string& id, const std::string& name) const;

private:
    Pseudonyms(std::shared_ptr<const Chain> keyed, WhoseEmail whose, KnownPaths paths)
        : m_keyed(std::move(keyed)), m_whose(std::move(whose)), m_paths(std::move(paths))
    {
    }
    Result<std::string> word(std::string_view prefix, std::string_view of, std::size_t characters) const;
    Result<std::string> personOf(const std::string& ownId, const std::string& name, const std::string& email) const;
    Result<void> hidePerson(const std::string& known, std::string& id, std::string& name, std::string& email) const;
    Result<void> hideThing(EventObject& object) const;
    Result<void> hideSystem(EventActor& actor) const;
    Result<std::string> hiddenId(const std::string& id) const;
    Result<std::string> hiddenAddress(const std::string& address) const;
    Result<std::string> hiddenSegment(std::string_view segment, bool word) const;
    Result<std::string> hiddenPath(const std::string& path) const;

    std::shared_ptr<const Chain> m_keyed;
    WhoseEmail m_whose;
    KnownPaths m_paths;
};

} // namespace sallyport::audit

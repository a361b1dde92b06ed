#pragma once

#include "backend/audit/event.h"
#include "backend/base/result.h"
#include "backend/retention/person_text.h"
#include "backend/storage/store.h"

#include <boost/json/fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace sallyport::retention {

/// How a pseudonym begins.
inline constexpr std::string_view erasedMark = "Erased person ";

/// What somebody is known by.
struct ErasedPerson {
    std::string id;
    std::vector<std::string> names, emails; ///< now and before
    std::vector<std::string> incidents;     ///< ids of those that are about them, ascending
    std::vector<std::string> longNames;     ///< of several words, and nobody else's: they are meant wherever one stands in a path
    std::string pseudonym;                  ///< under which they stand already, in part at least
};

/// Whether a name or an e-mail of `all` is the whole text, in capitals or not.
bool isOneOf(const std::vector<std::string>& all, std::string_view text);
/// Adds what the event calls the person by whose id it is.
void noteNames(ErasedPerson& person, const audit::Event& event);

/// Puts the pseudonym in place of name, e-mail, address and browser where the event is by the person or about them, and wherever
/// else it names them: an e-mail anywhere, a name as whole words where the event has to do with them, and one of several words in
/// any path. Of what they did themselves, stages of a refusal and excerpts of a request tell no address and no text any more. The
/// id stays: it says nothing of anybody, and shows which events belong together. False if nothing was there to change.
bool pseudonymiseEvent(audit::Event& event, const ErasedPerson& person, const std::string& pseudonym);

/// The text without the person's e-mails, and without their names.
std::string withoutEmails(std::string text, const ErasedPerson& person, const std::string& pseudonym);
std::string withoutNames(std::string text, const ErasedPerson& person, const std::string& pseudonym);

/// What tells where somebody is and with which program, without their name.
struct Traces {
    std::vector<IpAddress> addresses;
    std::vector<std::string> programs;
};
/// Takes them out of each text of a JSON document: addresses, networks around them and names of programs.
void replaceTraces(boost::json::value& value, const Traces& traces, const std::string& pseudonym);

/// Names that nobody else's account has, no service account and not the product: theirs alone. E-mails are among them.
Result<std::vector<std::string>> namesOfThemAlone(storage::Transaction& transaction, const ErasedPerson& person);

/// Reads which incidents are about them, since their names stand in the events of these, and which names are theirs alone.
Result<void> noteIncidents(storage::Transaction& transaction, ErasedPerson& person);

/// Events from `first` to `last` in whose texts an e-mail of the person stands or may stand behind escapes, whose details have
/// their id, and those of incidents about them.
Result<std::vector<audit::Event>> eventsNaming(storage::Transaction& transaction, const ErasedPerson& person, std::int64_t first,
                                               std::int64_t last);

} // namespace sallyport::retention

#pragma once

#include "backend/audit/event.h"
#include "backend/base/result.h"
#include "backend/storage/store.h"

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
    std::string pseudonym;                  ///< under which they stand already, in part at least
};

/// The text with the e-mail replaced where it is not a part of a longer one, in capitals or not.
std::string withoutEmail(std::string text, std::string_view email, std::string_view with);
/// The text with the name replaced where it stands as whole words.
std::string withoutName(std::string text, std::string_view name, std::string_view with);

/// Adds what the event calls the person by whose id it is.
void noteNames(ErasedPerson& person, const audit::Event& event);

/// Puts the pseudonym in place of name, e-mail, address and browser where the event is by the person or about them, and wherever
/// else it names them: an e-mail anywhere, a name as whole words where the event has to do with them. The id stays: it says
/// nothing of anybody, and shows which events belong together. False if nothing was there to change.
bool pseudonymiseEvent(audit::Event& event, const ErasedPerson& person, const std::string& pseudonym);

/// Reads which incidents are about them: their names stand in the events of these.
Result<void> noteIncidents(storage::Transaction& transaction, ErasedPerson& person);

/// Events from `first` to `last` whose details, path or reason have an e-mail of the person, whose details have their id, and
/// those of incidents about them.
Result<std::vector<audit::Event>> eventsNaming(storage::Transaction& transaction, const ErasedPerson& person, std::int64_t first,
                                               std::int64_t last);

} // namespace sallyport::retention

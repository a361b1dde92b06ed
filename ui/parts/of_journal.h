#pragma once

#include "ui/console/console.h"

namespace sallyport::ui {

/// What was made from the journal, and whether that is known to be damaged: the window says so beside it.
template <typename T>
struct OfJournal {
    T made;
    bool damaged = false;
};

/// On a worker, when it is made.
template <typename T>
Result<OfJournal<T>> ofJournal(Services& services, Result<T> made)
{
    if (!made)
        return made.error();
    return OfJournal<T>{std::move(*made), services.events.damage().has_value()};
}

} // namespace sallyport::ui

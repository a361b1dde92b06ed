#pragma once

#include "backend/audit/event.h"
#include "tests/ui/support/fake_services.h"

#include <vector>

namespace sallyport::tests {

/// The hour of the pictures, oldest first: quiet traffic, a password guesser at 14:21, refusals with their traces, and
/// one that Jonas Weber got for deleting without the permission.
std::vector<audit::Event> sceneEvents(UtcTime now);

/// That last one.
audit::Event refusedEvent(UtcTime now);

/// A day of requests, so that charts have something to show. The clock stands where it stood.
void sceneTraffic(FakeHouse& house);

} // namespace sallyport::tests

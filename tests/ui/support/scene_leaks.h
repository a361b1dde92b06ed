#pragma once

#include "tests/ui/support/fake_services.h"

namespace sallyport::tests {

/// The next search finds a key in two places, one that was revoked and one of no key here; one file cannot be read.
void sceneLeaks(FakeHouse& house);

} // namespace sallyport::tests

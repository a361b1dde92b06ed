#pragma once

#include "tests/ui/support/fake_services.h"

namespace sallyport::tests {

/// A clinic's own roles beside the built-in ones, and people who have them, some for a time.
void addOwnRoles(FakeHouse& house);

} // namespace sallyport::tests

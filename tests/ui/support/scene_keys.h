#pragma once

#include "tests/ui/support/fake_services.h"

namespace sallyport::tests {

/// The fourteen keys of look/api-keys-dark.png but the one that is made in the pictures; each service account counts its own.
void sceneKeys(FakeHouse& house);

} // namespace sallyport::tests

#pragma once

namespace sallyport::tests {

struct FakeHouse;

/// What the picture look/records-light.png has beside its list: files, comments and the last read of its record.
void sceneRecords(FakeHouse& house);

} // namespace sallyport::tests

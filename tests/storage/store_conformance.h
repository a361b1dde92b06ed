#pragma once

#include "backend/storage/store.h"

#include <memory>
#include <span>

namespace sallyport::test {

/// A store that the conformance cases run on: an implementation of Store brings one of these. Empty when it is made, but for
/// the migrations.
class StoreUnderTest {
public:
    virtual ~StoreUnderTest() = default;
    virtual storage::Store& store() = 0;
    /// Closes it and opens the same data again.
    virtual void reopen() = 0;
    /// The same data a second time, as another process has it.
    virtual std::unique_ptr<storage::Store> openBeside() = 0;
};

/// One thing that everybody may rely on, whatever keeps the data. Run it in a test function: it reports by Qt Test.
struct ConformanceCase {
    const char* name;
    void (*run)(StoreUnderTest& under);
};

std::span<const ConformanceCase> storeConformance();

} // namespace sallyport::test

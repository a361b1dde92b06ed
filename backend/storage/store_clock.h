#pragma once

#include "backend/base/clock.h"
#include "backend/storage/store.h"

namespace sallyport::storage {

/// The clock of those who write to a store and compare with what is written there: `now` is the store's, which several nodes
/// have in common, and `steady` this machine's. Both outlive it. Thread-safe.
class StoreClock final : public Clock {
public:
    StoreClock(const Store& store, const Clock& machine) noexcept : m_store(store), m_machine(machine) {}
    UtcTime now() const override { return m_store.now(); }
    SteadyTime steady() const override { return m_machine.steady(); }

private:
    const Store& m_store;
    const Clock& m_machine;
};

} // namespace sallyport::storage

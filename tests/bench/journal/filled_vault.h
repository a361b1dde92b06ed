#pragma once

#include "backend/audit/event.h"
#include "backend/base/secret_bytes.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace sallyport::bench {

/// The key of stores that are only measured.
SecretBytes benchKey();
/// Event number `i` of a house with 1,000 people and 50,000 addresses: five of seven are everyday ones.
audit::Event sampleEvent(std::int64_t i, UtcTime time);
/// When the first one happened; they come three seconds apart.
UtcTime firstTime();
UtcTime timeOf(std::int64_t i);

/// Makes an encrypted store of `count` events in `folder`, quickly: without chain (verification finds no hash right), without
/// waiting for the disk, indexes at the end. Ends the program if it can't.
void fillVault(const std::filesystem::path& folder, std::int64_t count);

[[noreturn]] void fail(const std::string& text);

} // namespace sallyport::bench

#pragma once

#include "backend/outputs/destination.h"
#include "backend/storage/store.h"

#include <optional>
#include <string>
#include <vector>

namespace sallyport::outputs {

/// A destination with its sealed secret and its place in the journal.
struct DestinationRow {
    Destination destination;
    Bytes sealedSecret; ///< empty: none
    std::int64_t secretNumber = 0;
    std::int64_t position = 0; ///< the last event that was taken, or that the filter leaves out
    bool told = false;         ///< output.failed is recorded, output.recovered not yet
};

/// A message that waits.
struct Message {
    std::string id;
    std::string subject, text, json;
    UtcTime at;
};

namespace rows {

/// NotFound.
Result<DestinationRow> destination(storage::Transaction& transaction, const DestinationId& id);
/// By name. What waits is counted.
Result<std::vector<DestinationRow>> destinations(storage::Transaction& transaction);
Result<std::int64_t> countDestinations(storage::Transaction& transaction);
/// The id of who has this name.
Result<std::optional<DestinationId>> destinationNamed(storage::Transaction& transaction, std::string_view name);
/// With its state, which begins at `row.position`.
Result<void> insertDestination(storage::Transaction& transaction, const DestinationRow& row);
/// Fields, secret, enabled; adds one to the version. What is known of its failures is forgotten.
Result<void> updateDestination(storage::Transaction& transaction, const DestinationRow& row, UtcTime now);
Result<void> deleteDestination(storage::Transaction& transaction, const DestinationId& id);

/// Position, counts and failures. Nothing if it is gone.
Result<void> saveState(storage::Transaction& transaction, const DestinationRow& row);

Result<void> insertMessage(storage::Transaction& transaction, const DestinationId& id, const Message& message);
Result<std::int64_t> countMessages(storage::Transaction& transaction, const DestinationId& id);
/// The oldest, if there is one.
Result<std::optional<Message>> nextMessage(storage::Transaction& transaction, const DestinationId& id);
Result<void> deleteMessage(storage::Transaction& transaction, const std::string& id);

} // namespace rows

/// What binds a sealed secret to its place.
std::string outputSecretAad(const DestinationId& id, std::int64_t number);

} // namespace sallyport::outputs

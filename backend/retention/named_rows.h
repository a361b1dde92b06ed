#pragma once

#include "backend/base/result.h"
#include "backend/retention/erased_event.h"
#include "backend/storage/transaction.h"

#include <cstdint>

namespace sallyport::retention {

/// Puts the person's pseudonym where tables other than the journal hold copies of their name: by their id, or where only a name
/// stands by the name, unless another account has it, too. Their e-mails go out of reasons and notes likewise.
Result<void> pseudonymiseRows(storage::Transaction& transaction, const ErasedPerson& person);

/// What an erasure doesn't reach, because what is signed or sealed as a whole can't be changed: whoever erases is told.
struct KeptCopies {
    std::int64_t reports = 0, evidencePacks = 0;
};
Result<KeptCopies> countKeptCopies(storage::Transaction& transaction);

} // namespace sallyport::retention

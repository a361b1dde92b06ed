#pragma once

#include "backend/identity/user.h"

#include <string>

namespace sallyport::identity {

/// RFC 4180, formula-safe as the journal's: the head, then one record a user, each ended by CRLF. Its first five columns are
/// those that an import reads.
void appendUserCsvHead(std::string& to);
void appendUserCsv(std::string& to, const User& user);

} // namespace sallyport::identity

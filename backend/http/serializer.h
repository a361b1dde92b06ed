#pragma once

#include "backend/http/response.h"

#include <string>

namespace sallyport::http {

/// How an answer goes on the wire, decided by the request it answers.
struct Envelope {
    bool head = false;   ///< HEAD: the fields of the answer without its body
    bool http10 = false; ///< no chunked coding
    bool close = false;  ///< announce the end of the connection
};

/// Appends status line, fields and, unless it streams, the body (RFC 9112 §4, §6).
void serialize(Response& response, const Envelope& envelope, const std::string& date, std::string& out);

/// Appends one chunk (RFC 9112 §7.1). `bytes` must not be empty: that would be the last chunk.
void appendChunk(std::string_view bytes, std::string& out);

} // namespace sallyport::http

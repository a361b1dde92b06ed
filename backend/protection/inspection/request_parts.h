#pragma once

#include "backend/protection/detection/detector.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection {

struct RequestHeader {
    std::string_view name, value;
};

/// A request as it came. The views must live as long as what is made of them.
struct RequestText {
    std::string_view path;  ///< still encoded, without `?`
    std::string_view query; ///< likewise
    std::span<const RequestHeader> headers;
    std::string_view mediaType; ///< Content-Type; empty: none
    std::string_view body;      ///< empty: none, or it comes later
};

/// What of a head the detector looks at: path, query and what a client chooses of its headers.
void addHeadParts(const RequestText& request, std::vector<detection::Part>& parts);
/// The body, by what it is said to be; what isn't said, or is said of nothing that is known, by how it begins.
void addBodyPart(const RequestText& request, std::vector<detection::Part>& parts);
/// Both: which bytes are looked at, wherever that is asked. They are views into the request.
std::vector<detection::Part> partsOf(const RequestText& request);

} // namespace sallyport::protection

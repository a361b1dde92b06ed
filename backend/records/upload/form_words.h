#pragma once

#include "backend/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sallyport::records {

/// `form-data; name="file"; filename="a.png"`: a first word and parameters.
struct ParameterList {
    std::string word;                                            ///< lower case
    std::vector<std::pair<std::string, std::string>> parameters; ///< names in lower case, each once

    const std::string* find(std::string_view name) const noexcept;
};

/// The value of a Content-Type or Content-Disposition line. In quotes `\"` is a quote and `\\` a backslash; other backslashes are
/// themselves, as browsers send them. Nothing if it is none, or names a parameter twice.
std::optional<ParameterList> readParameters(std::string_view value);

/// RFC 8187 of UTF-8 (`UTF-8''na%C3%AFve.txt`); nothing if it is another character set or wrong.
std::optional<std::string> readExtendedValue(std::string_view value);

/// `%22`, `%0D` and `%0A` of what browsers may not write in quotes.
std::string withoutFormEscapes(std::string_view text);

} // namespace sallyport::records

#include "backend/storage/search_pattern.h"

#include "backend/base/case_fold.h"

namespace sallyport::storage {

std::string searchPattern(std::string_view text)
{
    std::string pattern = "%";
    for (const char c : searchKey(text)) {
        if (c == '%' || c == '_' || c == '\\')
            pattern += '\\';
        pattern += c;
    }
    return pattern + '%';
}

} // namespace sallyport::storage

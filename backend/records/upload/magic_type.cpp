#include "backend/records/upload/file_type.h"

#include <magic.h>

#include <memory>
#include <utility>

namespace sallyport::records {

std::string magicType(std::string_view start)
{
    // One for each question: it isn't thread-safe. Nothing is unpacked, no structure followed, no language guessed.
    constexpr int flags = MAGIC_MIME_TYPE | MAGIC_ERROR | MAGIC_NO_CHECK_COMPRESS | MAGIC_NO_CHECK_TAR | MAGIC_NO_CHECK_CDF |
                          MAGIC_NO_CHECK_ELF | MAGIC_NO_CHECK_APPTYPE | MAGIC_NO_CHECK_TOKENS;
    struct Close {
        void operator()(magic_set* set) const noexcept { magic_close(set); }
    };
    const std::unique_ptr<magic_set, Close> magic(magic_open(flags));
    if (!magic)
        return {};
    for (const auto& [parameter, most] : {std::pair<int, std::size_t>{MAGIC_PARAM_INDIR_MAX, 4},
                                          {MAGIC_PARAM_NAME_MAX, 30},
                                          {MAGIC_PARAM_REGEX_MAX, 4096},
                                          {MAGIC_PARAM_BYTES_MAX, FileTypeCheck::startBytes}})
        if (magic_setparam(magic.get(), parameter, &most) != 0)
            return {};
    if (magic_load(magic.get(), nullptr) != 0)
        return {};
    const char* const type = magic_buffer(magic.get(), start.data(), start.size());
    return type ? type : "";
}

} // namespace sallyport::records

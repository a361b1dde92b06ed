#pragma once

#include <string>
#include <string_view>

namespace sallyport::records {

/// What somebody wrote, so that a parser of HTML loses none of it: an `&` that begins no reference with its semicolon is written
/// out (`?a=1&copy=3` has no © in it, nor has `&copyright;`), and so is a `<` whose tag or comment never ends (to the end of the
/// text everything would belong to it), or of a comparison that looks like a tag (`a <b and c > d`). Control characters are left
/// out. It needn't be right about where tags begin: the parser decides what is markup, afterwards.
std::string readableSource(std::string_view html);

} // namespace sallyport::records

#pragma once

#include "backend/audit/event_query.h"

#include <string_view>
#include <vector>

namespace sallyport::audit {

/// A token with what only the parser needs.
struct RawToken {
    FilterToken token;
    std::size_t valuePosition = 0; ///< where the value begins, for the mark
    bool unterminated = false;     ///< its quotation mark has no partner
    bool quoted = false;
};

/// Terms are separated by white space. A term is `key:value`, `key:"quoted value"`, either with more values behind commas, a word
/// or `"several words"`, each with an optional `-` before it; a comma between quotation marks is one of the value; inside quotes
/// `\"` and `\\` stand for themselves. A key is ASCII letters and `_`, so that an IPv6 address is a word; `scheme://` is a word
/// too.
std::vector<RawToken> rawTokens(std::string_view text);

} // namespace sallyport::audit

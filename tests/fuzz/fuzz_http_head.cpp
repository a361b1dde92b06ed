// Any bytes as a request: the strict check must give one verdict however they are split, whatever it lets through must
// be read the same way by Beast, and chunked bodies must decode the same at any split.
#include "backend/http/characters.h"
#include "backend/http/chunk_decoder.h"
#include "backend/http/head_check.h"
#include "backend/http/head_parser.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace sallyport::http;

namespace {

void require(bool condition)
{
    if (!condition)
        std::abort();
}

/// Feeds `bytes` in two parts.
HeadCheck checkSplit(std::string_view bytes, std::size_t at, HeadCheck::Outcome& outcome)
{
    HeadCheck check{HeadLimits()};
    const std::string first(bytes.substr(0, at));
    outcome = check.feed(first);
    if (outcome == HeadCheck::Outcome::NeedMore) {
        const std::string all(bytes);
        outcome = check.feed(all);
    }
    return check;
}

void checkHead(std::string_view bytes, std::size_t at)
{
    auto whole = HeadCheck::Outcome::NeedMore;
    auto split = whole;
    const HeadCheck a = checkSplit(bytes, bytes.size(), whole);
    const HeadCheck b = checkSplit(bytes, at, split);
    require(whole == split && a.status() == b.status() && a.rule() == b.rule());
    if (whole != HeadCheck::Outcome::Complete)
        return;
    require(a.headEnd() == b.headEnd() && a.headEnd() <= bytes.size() && a.headEnd() <= HeadLimits().headBytes);

    const std::string head(bytes.substr(a.headStart(), a.headEnd() - a.headStart()));
    RequestHead parsed;
    const std::string_view broken = parseHead(head, a.framing(), HeadLimits(), parsed);
    require(broken.empty() || broken == "host_differs_from_target" || broken == "parser_refused");
    if (!broken.empty())
        return;
    require(!(parsed.chunked && parsed.contentLength > 0));
    require(parsed.http10 || parsed.headerCount("Host") == 1);
    require(parsed.headerCount("Content-Length") + parsed.headerCount("Transfer-Encoding") <= 1);
    for (const HeaderField& field : parsed.fields) {
        require(!field.name.empty() && std::ranges::all_of(field.name, isTokenChar));
        require(std::ranges::all_of(field.value, isValueChar));
    }
    require(std::ranges::all_of(parsed.target, isTargetChar));
}

void checkChunks(std::string_view bytes, std::size_t at)
{
    constexpr std::uint64_t limit = 4096;
    ChunkDecoder whole;
    ChunkDecoder split;
    std::string wholeBody;
    std::string splitBody;
    std::size_t used = 0;
    const auto outcome = whole.feed(bytes, limit, wholeBody, used);
    std::size_t first = 0;
    std::size_t second = 0;
    auto other = split.feed(bytes.substr(0, at), limit, splitBody, first);
    if (other == ChunkDecoder::Outcome::NeedMore)
        other = split.feed(bytes.substr(at), limit, splitBody, second);
    require(outcome == other && wholeBody == splitBody && wholeBody.size() <= limit);
    require(outcome == ChunkDecoder::Outcome::Refused || used == first + second);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::size_t position = static_cast<std::size_t>(data[0]) * 256 + data[1];
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 2, size - 2);
    const std::size_t at = bytes.empty() ? 0 : position % bytes.size();
    checkHead(bytes, at);
    checkChunks(bytes, at);
    return 0;
}

#include "backend/identity/signatures/usual_mistakes.h"

#include "backend/base/encoding.h"
#include "backend/base/secret_bytes.h"
#include "backend/base/utf8.h"
#include "backend/crypto/digest.h"
#include "backend/identity/signatures/guide_canonical.h"
#include "backend/identity/signatures/signature_base.h"

#include <algorithm>

namespace sallyport::identity {

namespace {

/// Collects texts that are neither the right one nor there already.
class Collector {
public:
    explicit Collector(std::string right) : m_right(std::move(right)) {}
    void add(std::string_view word, std::string text)
    {
        if (text != m_right && std::ranges::find(found, text, &MistakenText::text) == found.end())
            found.push_back({word, std::move(text)});
    }
    std::vector<MistakenText> found;

private:
    const std::string m_right;
};

std::string hashHex(std::string_view body)
{
    return toHex(crypto::sha256(asBytes(body)));
}

std::string upper(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

/// The body without the white space between its JSON tokens: what JSON.stringify makes of it if numbers and escapes stay.
std::string compactJson(std::string_view body)
{
    std::string text;
    bool inString = false, escaped = false;
    for (const char c : body) {
        const bool white = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (inString || !white)
            text += c;
        if (inString && escaped)
            escaped = false;
        else if (inString && c == '\\')
            escaped = true;
        else if (c == '"')
            inString = !inString;
    }
    return text;
}

std::string percentDecoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = text[i] == '%' && i + 2 < text.size() ? fromHex(text.substr(i + 1, 2)) : Result<Bytes>(Bytes());
        if (byte && byte->size() == 1) {
            decoded += static_cast<char>(byte->front());
            i += 2;
        } else {
            decoded += text[i];
        }
    }
    return decoded;
}

std::string sortedQuery(std::string_view path, std::string_view query)
{
    std::vector<std::string_view> pairs;
    while (!query.empty()) {
        const std::size_t end = std::min(query.find('&'), query.size());
        pairs.push_back(query.substr(0, end));
        query.remove_prefix(std::min(end + 1, query.size()));
    }
    std::ranges::sort(pairs);
    std::string text(path);
    for (std::size_t i = 0; i < pairs.size(); ++i)
        text.append(i == 0 ? "?" : "&").append(pairs[i]);
    return text;
}

std::vector<MistakenText> guideMistakes(const SignedMessage& message, const ClaimedSignature& claim)
{
    Collector all(guideCanonical(message, claim.timestamp, claim.nonce));
    const std::string method(message.method), target(message.pathAndQuery()), path(message.path);
    const std::string hash = message.body.empty() ? std::string() : hashHex(message.body);
    const auto text = [&](const std::string& m, const std::string& t, const std::string& h) {
        return m + "\n" + t + "\n" + claim.timestamp + "\n" + claim.nonce + "\n" + h;
    };
    all.add("no_query", text(method, path, hash));
    all.add("decoded_target", text(method, percentDecoded(target), hash));
    all.add("sorted_query", text(method, sortedQuery(message.path, message.query), hash));
    for (const char* scheme : {"https://", "http://"})
        all.add("whole_url", text(method, scheme + std::string(message.authority) + target, hash));
    all.add("trailing_slash", text(method, path + "/" + target.substr(path.size()), hash));
    all.add("lower_method", text(toLowerAscii(method), target, hash));
    if (message.body.empty()) {
        all.add("hash_of_nothing", text(method, target, hashHex("")));
        all.add("hash_of_empty_object", text(method, target, hashHex("{}")));
        std::string four = text(method, target, "");
        four.pop_back();
        all.add("no_last_line", std::move(four));
    } else {
        all.add("body_without_hash", text(method, target, std::string(message.body)));
        all.add("no_body_hash", text(method, target, ""));
        all.add("upper_hash", text(method, target, upper(hash)));
        all.add("base64_hash", text(method, target, toBase64(crypto::sha256(asBytes(message.body)))));
        all.add("compact_body", text(method, target, hashHex(compactJson(message.body))));
        all.add("body_line_feed", text(method, target, hashHex(std::string(message.body) + "\n")));
        if (message.body.ends_with('\n'))
            all.add("body_line_feed", text(method, target, hashHex(message.body.substr(0, message.body.size() - 1))));
    }
    all.add("line_feed_at_end", text(method, target, hash) + "\n");
    const std::string right = text(method, target, hash);
    std::string crlf, joined;
    for (const char c : right) {
        crlf.append(c == '\n' ? "\r\n" : std::string(1, c));
        joined.append(c == '\n' ? "" : std::string(1, c));
    }
    all.add("crlf", std::move(crlf));
    all.add("no_line_feeds", std::move(joined));
    return std::move(all.found);
}

std::vector<MistakenText> rfcMistakes(const SignedMessage& message, const ClaimedSignature& claim)
{
    const auto right = signatureBase(message, claim.covered);
    if (!right)
        return {};
    Collector all(*right);
    const auto replaced = [&](std::string_view component, const std::string& value) {
        const std::string mark = "\"" + std::string(component) + "\": ";
        const std::size_t begin = right->find(mark);
        if (begin == right->npos)
            return *right;
        const std::size_t end = right->find('\n', begin);
        return right->substr(0, begin + mark.size()) + value + right->substr(end);
    };
    const std::string authority = toLowerAscii(message.authority);
    all.add("no_port", replaced("@authority", authority.substr(0, authority.rfind(':'))));
    all.add("default_port", replaced("@authority", authority.ends_with(":443") ? authority : authority + ":443"));
    all.add("path_with_query", replaced("@path", std::string(message.pathAndQuery())));
    all.add("query_without_mark", replaced("@query", std::string(message.query)));
    all.add("lower_method", replaced("@method", toLowerAscii(message.method)));
    all.add("line_feed_at_end", *right + "\n");
    const std::size_t last = right->rfind('\n');
    if (last != right->npos)
        all.add("no_signature_params", right->substr(0, last));
    std::string crlf;
    for (const char c : *right)
        crlf.append(c == '\n' ? "\r\n" : std::string(1, c));
    all.add("crlf", std::move(crlf));
    return std::move(all.found);
}

} // namespace

std::vector<MistakenText> usualMistakes(const SignedMessage& message, const ClaimedSignature& claim)
{
    return claim.scheme == SignatureScheme::Guide ? guideMistakes(message, claim) : rfcMistakes(message, claim);
}

} // namespace sallyport::identity

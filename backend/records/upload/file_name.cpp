#include "backend/records/upload/file_name.h"

#include "backend/base/code_point.h"
#include "backend/base/composed.h"
#include "backend/base/name_text.h"
#include "backend/base/utf8.h"

#include <algorithm>
#include <array>

namespace sallyport::records {

namespace {

/// What is run by a web server, an office suite or a desktop when somebody isn't careful. Not `com`: example.com.pdf is a name.
constexpr std::array<std::string_view, 58> dangerous{
    "php",  "php3",  "php4",  "php5", "php7", "php8", "phtml", "phar",    "phps",     "pht",     "asp", "aspx",
    "ashx", "asmx",  "asa",   "jsp",  "jspx", "jsw",  "cfm",   "cgi",     "pl",       "py",      "rb",  "sh",
    "bash", "zsh",   "exe",   "bat",  "cmd",  "scr",  "pif",   "msi",     "dll",      "cpl",     "hta", "vbs",
    "vbe",  "js",    "jse",   "mjs",  "wsf",  "wsh",  "ps1",   "psm1",    "lnk",      "jar",     "reg", "htm",
    "html", "xhtml", "shtml", "svg",  "svgz", "xsl",  "swf",   "desktop", "appimage", "htaccess"};

constexpr std::array<std::string_view, 8> devices{"con", "prn", "aux", "nul", "conin$", "conout$", "clock$", "config$"};

Error wrongName(std::string message, std::string_view rule)
{
    Error error(ErrorCode::InvalidArgument, message);
    error.fields.push_back({"file", std::move(message), std::string(rule)});
    return error;
}

bool isDevice(std::string_view stem) noexcept
{
    if (std::find(devices.begin(), devices.end(), stem) != devices.end())
        return true;
    const std::string_view port = stem.substr(0, 3);
    if (port != "com" && port != "lpt")
        return false;
    const std::string_view number = stem.substr(3);
    return (number.size() == 1 && number[0] >= '0' && number[0] <= '9') || number == "\xc2\xb9" || number == "\xc2\xb2" ||
           number == "\xc2\xb3"; // superscript digits count there, too
}

bool isAsciiWord(std::string_view text) noexcept
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '$'; });
}

/// The stem is cut, between characters, so that the whole has `maxFileName` bytes.
std::string shortened(const std::string& name, std::size_t dot)
{
    if (name.size() <= maxFileName)
        return name;
    const std::string end = dot == std::string::npos || name.size() - dot > 16 ? std::string() : name.substr(dot);
    std::string stem = name.substr(0, name.size() - end.size());
    for (std::size_t points = maxFileName; stem.size() + end.size() > maxFileName && points > 0; --points)
        stem = truncateCharacters(stem, points);
    return stem + end;
}

} // namespace

Result<FileName> checkFileName(std::string_view sent)
{
    if (!codePointCount(sent))
        return wrongName("the name of a file must be UTF-8", "format");
    const std::string lower = toLowerAscii(sent);
    if (sent.find('\0') != std::string_view::npos || lower.find("%00") != std::string::npos)
        return wrongName("the name of a file has no NUL in it", "path");
    if (sent.find_first_of("/\\") != std::string_view::npos || lower.find("%2f") != std::string::npos ||
        lower.find("%5c") != std::string::npos)
        return wrongName("the name of a file is no path", "path");
    std::string name = nameFromOutside(composed(sent), 1024);
    while (!name.empty() && (name.back() == '.' || name.back() == ' ')) // Windows leaves them out
        name.pop_back();
    if (name.empty())
        return wrongName("the file has no name", "minLength");
    if (name.front() == '.')
        return wrongName("the name of a file doesn't begin with a dot", "hidden");
    std::replace(name.begin(), name.end(), ':', '_'); // another stream of the file, on Windows
    const std::string plain = toLowerAscii(name);
    std::string_view stem = std::string_view(plain).substr(0, plain.find('.'));
    while (!stem.empty() && stem.back() == ' ')
        stem.remove_suffix(1);
    if (isDevice(stem))
        return wrongName("Windows has a device of this name", "reserved");
    const std::size_t dot = plain.rfind('.');
    std::size_t from = plain.find('.');
    while (from != std::string::npos && from < dot) {
        const std::size_t end = plain.find('.', from + 1);
        std::string_view inner = trimAscii(std::string_view(plain).substr(from + 1, end - from - 1));
        inner = inner.substr(0, inner.find_first_of(";%?#")); // where some server ends it: x.asp;.png
        if (std::find(dangerous.begin(), dangerous.end(), inner) != dangerous.end())
            return wrongName("the name has an extension before its last that programs are run by", "extension");
        from = end;
    }
    FileName checked;
    checked.extension = dot == std::string::npos ? std::string() : plain.substr(dot + 1);
    if (!isAsciiWord(checked.extension))
        checked.extension.clear(); // none that we know, whatever it looks like
    checked.name = shortened(name, dot);
    return checked;
}

std::string attachmentOf(std::string_view name)
{
    std::string plain, encoded;
    for (std::size_t at = 0; at < name.size();) {
        const CodePoint point = firstCodePoint(name.substr(at));
        const std::size_t length = point.length == 0 ? 1 : point.length;
        const char c = name[at];
        const bool safe = length == 1 && static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7f;
        plain += safe && std::string_view("\"\\%;").find(c) == std::string_view::npos ? c : '_';
        for (std::size_t i = 0; i < length; ++i) {
            const char byte = name[at + i];
            const bool bare = (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                              (byte != '\0' && std::string_view("!#$&+-.^_`|~").find(byte) != std::string_view::npos);
            if (bare) {
                encoded += byte;
                continue;
            }
            constexpr std::string_view digits = "0123456789ABCDEF";
            encoded += '%';
            encoded += digits[static_cast<unsigned char>(byte) >> 4];
            encoded += digits[static_cast<unsigned char>(byte) & 15];
        }
        at += length;
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
}

} // namespace sallyport::records

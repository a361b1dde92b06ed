#include "backend/records/upload/file_type.h"

#include "backend/base/code_point.h"
#include "backend/base/utf8.h"
#include "backend/records/upload/archive_member.h"

#include <algorithm>
#include <array>

namespace sallyport::records {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr std::string_view sheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
constexpr std::string_view slidesType = "application/vnd.openxmlformats-officedocument.presentationml.presentation";

constexpr std::array<FileType, 19> types{{
    {"png", "image/png"},
    {"jpg", "image/jpeg"},
    {"jpeg", "image/jpeg"},
    {"gif", "image/gif"},
    {"webp", "image/webp"},
    {"pdf", "application/pdf"},
    {"txt", "text/plain"},
    {"log", "text/plain"},
    {"md", "text/markdown"},
    {"csv", "text/csv"},
    {"json", "application/json"},
    {"zip", "application/zip", true},
    {"gz", "application/gzip", true},
    {"tgz", "application/gzip", true},
    {"tar", "application/x-tar", true},
    {"docx", wordType, true},
    {"xlsx", sheetType, true},
    {"pptx", slidesType, true},
    {"odt", "application/vnd.oasis.opendocument.text", true},
}};

/// Other names that clients have for a type.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> alsoDeclared{{
    {"image/jpeg", "image/jpg"},
    {"image/jpeg", "image/pjpeg"},
    {"image/png", "image/x-png"},
    {"application/pdf", "application/x-pdf"},
    {"text/markdown", "text/plain"},
    {"text/markdown", "text/x-markdown"},
    {"text/csv", "text/plain"},
    {"text/csv", "application/csv"},
    {"text/csv", "application/vnd.ms-excel"}, // Windows, where Excel is installed
    {"text/plain", "text/x-log"},
    {"application/json", "text/plain"},
    {"application/json", "text/json"},
    {"application/zip", "application/x-zip-compressed"},
    {"application/gzip", "application/x-gzip"},
    {"application/gzip", "application/x-compressed-tar"},
    {"application/x-tar", "application/tar"},
}};

/// How a type begins and, where it has an end, ends.
struct Shape {
    std::string_view mediaType, start;
    std::size_t at = 0; ///< where `start` stands
};
constexpr std::array<Shape, 13> shapes{{
    {"image/png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"sv},
    {"image/jpeg", "\xff\xd8\xff"},
    {"image/gif", "GIF89a"},
    {"image/gif", "GIF87a"},
    {"image/webp", "WEBPVP8", 8},
    {"application/pdf", "%PDF-"},
    {"application/zip", "PK\x03\x04"},
    {"application/zip", "PK\x05\x06"}, // nothing in it
    {wordType, "PK\x03\x04"},
    {sheetType, "PK\x03\x04"},
    {slidesType, "PK\x03\x04"},
    {"application/vnd.oasis.opendocument.text", "PK\x03\x04"},
    {"application/gzip", "\x1f\x8b\x08"},
}};

bool isText(std::string_view mediaType) noexcept
{
    return mediaType.substr(0, 5) == "text/" || mediaType == "application/json";
}
bool isZip(std::string_view mediaType) noexcept
{
    const std::string_view office = "application/vnd.";
    return mediaType == "application/zip" || mediaType.substr(0, office.size()) == office;
}

Error wrongType(std::string message, std::string_view rule)
{
    Error error(ErrorCode::InvalidArgument, message);
    error.fields.push_back({"file", std::move(message), std::string(rule)});
    return error;
}

/// What some reader would take for a page or a program, somewhere in the start of what should be none.
bool hasMarkup(std::string_view start)
{
    const std::string lower = toLowerAscii(start);
    for (const std::string_view mark :
         {"<script", "<html", "<svg", "<!doctype", "<?php", "<iframe", "<body", "<%@", "<?xml-stylesheet"})
        if (lower.find(mark) != std::string::npos)
            return true;
    return false;
}

constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";

/// A page, a drawing or a document of markup, whatever stands before its first element.
bool beginsAsMarkup(std::string_view start)
{
    if (start.substr(0, byteOrderMark.size()) == byteOrderMark)
        start.remove_prefix(byteOrderMark.size());
    const std::string lower = toLowerAscii(trimAscii(start));
    for (const std::string_view mark :
         {"<?xml", "<!doctype", "<!entity", "<html", "<svg", "<head", "<body", "<script", "<?php", "<!--"})
        if (lower.compare(0, mark.size(), mark) == 0)
            return true;
    return lower.find("<svg") < 1024 || lower.find("<script") < 1024;
}

bool beginsAs(std::string_view mediaType, std::string_view start)
{
    return std::any_of(shapes.begin(), shapes.end(), [&](const Shape& shape) {
        return shape.mediaType == mediaType && start.size() >= shape.at &&
               start.substr(shape.at, shape.start.size()) == shape.start;
    });
}

bool endsWell(std::string_view mediaType, std::string_view end)
{
    if (mediaType == "image/png")
        return end.size() >= 12 && end.substr(end.size() - 12) == "\0\0\0\0IEND\xae\x42\x60\x82"sv;
    if (mediaType == "image/gif")
        return !end.empty() && end.back() == ';';
    if (mediaType == "image/jpeg")
        return end.find("\xff\xd9"sv) != std::string_view::npos; // cameras write more behind it
    if (mediaType == "application/pdf")
        return end.rfind("%%EOF") != std::string_view::npos;
    return true;
}

/// libmagic may know more or less than we ask.
bool magicAgrees(std::string_view mediaType, std::string_view magic)
{
    if (magic.empty() || magic == "application/octet-stream" || magic == mediaType)
        return true;
    if (isText(mediaType)) // whatever language it is taken for: it is text
        return magic != "text/html" && magic != "text/xml" && magic != "image/svg+xml";
    if (isZip(mediaType))
        return magic == "application/zip" || (mediaType != "application/zip" && magic == mediaType);
    if (mediaType == "application/gzip")
        return magic == "application/x-gzip";
    return mediaType == "application/x-tar" && (magic == "application/x-gtar" || magic == "application/x-ustar"); // GNU, POSIX
}

} // namespace

std::span<const FileType> fileTypes() noexcept
{
    return types;
}

const FileType* findFileType(std::string_view extension) noexcept
{
    const auto found = std::find_if(types.begin(), types.end(), [&](const FileType& one) { return one.extension == extension; });
    return found == types.end() ? nullptr : &*found;
}

Result<FileTypeCheck> FileTypeCheck::create(std::string_view extension, std::string_view declared)
{
    const FileType* const type = findFileType(extension);
    if (!type)
        return wrongType("files of this kind are not taken", "extension");
    const bool agrees =
        declared.empty() || declared == "application/octet-stream" || declared == type->mediaType ||
        std::find(alsoDeclared.begin(), alsoDeclared.end(), std::pair(type->mediaType, declared)) != alsoDeclared.end();
    if (!agrees)
        return wrongType("the declared type is not that of the file's name", "mediaType");
    return FileTypeCheck(*type);
}

void FileTypeCheck::add(std::string_view bytes)
{
    m_start += bytes.substr(0, startBytes - std::min(startBytes, m_start.size()));
    m_end += bytes.substr(bytes.size() - std::min(bytes.size(), endBytes));
    if (m_end.size() > endBytes)
        m_end.erase(0, m_end.size() - endBytes);
    if (isText(m_type->mediaType))
        addText(bytes);
}

void FileTypeCheck::addText(std::string_view bytes)
{
    for (std::size_t i = 0; i < bytes.size() && m_firstText.size() < firstTextBytes; ++i)
        if (" \t\n\r\f"sv.find(bytes[i]) == std::string_view::npos || (!m_firstText.empty() && m_firstText != byteOrderMark))
            m_firstText += bytes[i];
    // Terminals' colours are in logs.
    m_plainText = m_plainText && std::none_of(bytes.begin(), bytes.end(), [](char c) {
                      return static_cast<unsigned char>(c) < 0x20 && "\t\n\r\f\x1b"sv.find(c) == std::string_view::npos;
                  });
    if (!m_utf8)
        return;
    std::string joined;
    if (!m_partial.empty()) {
        joined = m_partial;
        joined += bytes;
        bytes = joined;
        m_partial.clear();
    }
    while (!bytes.empty()) {
        const CodePoint point = firstCodePoint(bytes);
        if (point.length == 0) {
            m_utf8 = bytes.size() < 4; // perhaps the rest comes
            m_partial = bytes.substr(0, 4);
            return;
        }
        bytes.remove_prefix(point.length);
    }
}

Result<void> FileTypeCheck::finish() const
{
    const std::string_view mediaType = m_type->mediaType;
    if (isText(mediaType)) {
        if (!m_plainText)
            return wrongType("the file is no text", "content");
        if (mediaType == "application/json" && (!m_utf8 || !m_partial.empty()))
            return wrongType("the file is no text in UTF-8", "content"); // RFC 8259; others come as spreadsheets write them
        if (beginsAsMarkup(m_firstText))
            return wrongType("the file is a page or a drawing, not what its name says", "content");
    } else {
        const bool begins = mediaType == "application/x-tar" ? beginsAsTar(m_start) : beginsAs(mediaType, m_start);
        if (!begins || !endsWell(mediaType, m_end))
            return wrongType("the file doesn't begin and end as what its name says", "content");
        if (!m_type->archive && hasMarkup(m_start))
            return wrongType("the file is a page, too", "content");
        if (!isZip(mediaType) && m_end.find("PK\x05\x06") != std::string::npos)
            return wrongType("the file is an archive, too", "content");
    }
    const std::string magic = magicType(m_start);
    if (!magicAgrees(mediaType, magic))
        return wrongType("the file looks like " + magic + ", not what its name says", "content");
    return {};
}

} // namespace sallyport::records

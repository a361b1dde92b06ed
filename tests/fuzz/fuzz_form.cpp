// multipart/form-data: in two pieces as in one; names that are taken are safe to show and to send.
#include "backend/base/utf8.h"
#include "backend/records/upload/file_name.h"
#include "backend/records/upload/file_type.h"
#include "backend/records/upload/form_reader.h"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using namespace sallyport;
using namespace sallyport::records;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

class Seen : public FormSink {
public:
    std::string text;
    Result<void> begin(const FormPart& part) override
    {
        text += "[" + part.name + "|" + part.fileName.value_or("-") + "|" + part.mediaType + "]";
        if (!part.fileName)
            return {};
        if (const auto name = checkFileName(*part.fileName)) {
            require(!name->name.empty() && name->name.size() <= maxFileName && codePointCount(name->name).has_value());
            require(name->name.find_first_of("/\\:") == std::string::npos && name->name.front() != '.');
            const auto again = checkFileName(name->name);
            require(again.has_value() && again->name == name->name);
            const std::string header = attachmentOf(name->name);
            for (const char c : header)
                require(static_cast<unsigned char>(c) >= 0x20 && static_cast<unsigned char>(c) < 0x7f);
        }
        return {};
    }
    Result<void> content(std::string_view bytes) override
    {
        require(!bytes.empty());
        text += bytes;
        return {};
    }
    Result<void> end() override
    {
        text += ";";
        return {};
    }
};

std::string read(std::string_view body, std::size_t piece)
{
    Seen seen;
    auto reader = FormReader::create("multipart/form-data; boundary=X", seen);
    for (std::size_t at = 0; at < body.size(); at += piece)
        if (!reader->add(body.substr(at, piece)))
            return "refused";
    return reader->finish() ? seen.text : "refused";
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view body(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::string whole = read(body, body.size() + 1);
    require(read(body, data[0] % 16 + 1u) == whole);
    for (const char* extension : {"txt", "png"}) {
        auto check = FileTypeCheck::create(extension, "");
        auto pieces = FileTypeCheck::create(extension, "");
        check->add(body);
        for (std::size_t at = 0; at < body.size(); at += data[0] + 1u)
            pieces->add(body.substr(at, data[0] + 1u));
        if (extension == std::string_view("txt"))
            require(check->finish().has_value() == pieces->finish().has_value());
    }
    return 0;
}

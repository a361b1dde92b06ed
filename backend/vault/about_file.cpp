#include "backend/vault/about_file.h"

#include "backend/base/secret_bytes.h"
#include "backend/base/strict_json.h"
#include "backend/base/time_format.h"
#include "backend/storage/files.h"
#include "backend/storage/json_member.h"

#include <boost/json.hpp>

namespace sallyport {
namespace {

constexpr std::size_t bytes = 4096;

} // namespace

AboutFile readAbout(const std::filesystem::path& dataDirectory)
{
    AboutFile about;
    const auto text = storage::readSmallFile(dataDirectory / "about.json", bytes);
    if (!text)
        return about;
    const auto document = parseStrictJson(*text, bytes);
    if (!document || !document->is_object())
        return about;
    const boost::json::object& object = document->get_object();
    about.lastOpenedBy = jsonText(object, "last_opened_by");
    about.url = jsonText(object, "url");
    if (const auto time = fromRfc3339(jsonText(object, "last_opened_at")))
        about.lastOpenedAt = *time;
    return about;
}

Result<void> writeAbout(const std::filesystem::path& dataDirectory, const AboutFile& about)
{
    boost::json::object object;
    if (about.lastOpenedAt)
        object["last_opened_at"] = toRfc3339(*about.lastOpenedAt);
    object["last_opened_by"] = about.lastOpenedBy;
    object["url"] = about.url;
    const std::string text = boost::json::serialize(object);
    return storage::writeFileAtomically(dataDirectory / "about.json", asBytes(text), storage::Replace::Always);
}

} // namespace sallyport

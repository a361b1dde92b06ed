// A CSV file of users: whatever is read is bounded, and alike however the text is cut.
#include "backend/base/csv_reader.h"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace sallyport;
using namespace sallyport::identity;

void require(bool holds)
{
    if (!holds)
        std::abort();
}

struct Read {
    std::vector<std::pair<std::int64_t, std::vector<std::string>>> records;
    bool whole = true;
    bool operator==(const Read&) const = default;
};

Read readCsv(std::string_view text, std::size_t piece)
{
    Read read;
    CsvReader reader([&](CsvReader::Record&& record) -> Result<void> {
        std::size_t bytes = 0;
        for (const std::string& field : record.fields)
            bytes += field.size();
        require(record.fields.size() <= 32 && bytes <= 16 * 1024);
        read.records.emplace_back(record.line, std::move(record.fields));
        return {};
    });
    for (std::size_t at = 0; read.whole && at < text.size(); at += piece)
        read.whole = reader.feed(text.substr(at, piece)).has_value();
    read.whole = read.whole && reader.finish().has_value();
    return read;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0)
        return 0;
    const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
    const Read whole = readCsv(text, text.size() + 1);
    require(readCsv(text, 1 + data[0] % 7U) == whole);
    return 0;
}

// The sealed member of a record as the database may hold it: whatever is there, it opens as what was sealed in its place or not
// at all, and nobody reads behind its end.
#include "backend/records/field_blob.h"

#include <cstdint>
#include <cstdlib>

namespace {

using namespace sallyport;

class NoRandom final : public RandomSource {
public:
    [[nodiscard]] bool fill(std::span<std::byte> out) override
    {
        for (std::byte& byte : out)
            byte = std::byte{0x11};
        return true;
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const SecretBytes key(Bytes(32, std::byte{0x42}));
    constexpr std::string_view place = "record_members|value|01ARZ3NDEKTSV4RRFFQ69G5FAV|a";
    const auto bytes = std::as_bytes(std::span(data, size));
    const auto id = records::blob::keyIdOf(bytes);
    const auto opened = records::blob::open(key, id.value_or(7), bytes, place);
    if (opened && (!id || opened->size() + records::blob::overhead != size))
        std::abort();
    // What is sealed comes back, and not in another place.
    NoRandom random;
    const auto sealed = records::blob::seal(key, 7, bytes, place, random);
    if (!sealed || records::blob::open(key, 7, *sealed, "elsewhere"))
        std::abort();
    const auto back = records::blob::open(key, 7, *sealed, place);
    if (!back || back->view() != std::string_view(reinterpret_cast<const char*>(data), size))
        std::abort();
    return 0;
}

#pragma once

#include "backend/protection/detection/detector.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::protection::detection {

/// A text on its way through the decoders and, where it is asked for, where each of its bytes came from.
struct Decoded {
    std::string text;
    std::vector<std::uint32_t> origin; ///< offset of the byte in the value as received; empty if not asked for
};

/// What tells a caller of a step of decoding; only the tester listens.
class StageListener {
public:
    virtual ~StageListener() = default;
    virtual void changed(StageKind kind, const Decoded& now) = 0;
};

/// Whole passes over the text that are made at most, so that nothing is decoded for ever.
inline constexpr int decodeRounds = 4;

/// What the server itself decodes: percent and plus of paths, queries and forms, the escapes of JSON. False, and `out` untouched,
/// if there is nothing to decode.
bool decodeAsServer(PartKind kind, std::string_view raw, std::uint32_t kinds, bool withOrigin, Decoded& out,
                    StageListener* listener);

/// The text of a CSV as if its fields stood apart by commas: what separates them is none of a shell's or of SQL's. Inside
/// quotation marks it is the field's own. False, and `out` untouched, if there is nothing to change.
bool decodeFields(std::string_view csv, char separator, bool withOrigin, Decoded& out);

/// What something behind the server may decode once more: percent, `%uXXXX`, escapes of scripts, entities of HTML, forms of
/// Unicode that become ASCII, overlong UTF-8; again and again until nothing changes, `decodeRounds` times at most. False if
/// nothing changes.
bool decodeDeeper(std::string_view text, std::uint32_t kinds, bool withOrigin, Decoded& inOut, StageListener* listener);

/// The text that a value is the Base64 of, if all of it is and the text is one that can be read. At least 12 bytes, or 8 of whole
/// groups of four.
bool decodeBase64(std::string_view text, std::uint32_t kinds, std::string& out);

/// True for a byte pair that only an overlong (forbidden) form of ASCII begins with.
bool hasOverlong(std::string_view text) noexcept;

} // namespace sallyport::protection::detection

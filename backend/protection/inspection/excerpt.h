#pragma once

#include "backend/protection/detection/detector.h"
#include "backend/protection/inspection/detection_hit.h"

#include <string_view>

namespace sallyport::protection {

/// Puts what may be kept of a hit's place into it: what matched, long numbers in it masked, and the word before and after. Of a
/// member that is sealed nothing. `bytes` is the part that it stood in.
void putExcerpt(DetectionHit& hit, const detection::Hit& found, std::string_view bytes);

/// `…… dose ' or 1=1 per day ……`, for a line of text; the dots have one length whatever is behind them.
std::string excerptText(const DetectionHit& hit);

} // namespace sallyport::protection

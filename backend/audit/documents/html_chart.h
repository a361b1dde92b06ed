#pragma once

#include "backend/audit/documents/document.h"

#include <string>

namespace sallyport::audit {

/// A chart as SVG that says in words what it shows (`<title>`, `<desc>`); `number` tells it from others of the page. Fixed
/// colours, readable on white.
std::string chartSvg(const Chart& chart, int number, const Translate& translate);

} // namespace sallyport::audit

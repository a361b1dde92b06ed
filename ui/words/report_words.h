#pragma once

#include <span>

namespace sallyport::ui {

/// Every text that a report may hold, English, by context "Report"; those of the templates' titles stand in report_text.cpp.
std::span<const char* const> reportWords();

} // namespace sallyport::ui

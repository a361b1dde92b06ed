#pragma once

#include <QString>

#include <span>
#include <string>

namespace sallyport::ui {

/// What a rule of the product's detector finds, in the reader's language; what isn't one of these texts stays as it is: the
/// operator's own words.
QString detectionRuleText(const std::string& title);
/// English, all that backend/protection/detection/rules.txt has; a test compares the two.
std::span<const char* const> detectionRuleTexts() noexcept;

} // namespace sallyport::ui

#pragma once

#include "backend/base/error.h"
#include "backend/outputs/destination.h"
#include "ui/words/user_text.h"

namespace sallyport::ui {

/// `Syslog`, `Webhook`, `Mail`, `File`.
QString outputKindText(outputs::DestinationKind kind);
QStringList outputKindWords();
Icon outputKindIcon(outputs::DestinationKind kind);
/// `Structured data (RFC 5424)`...
QString outputFormatText(outputs::EventFormat format);
/// Enabled, Disabled, or that it fails.
Mark outputState(const outputs::Destination& destination);
QStringList outputStateWords();
/// The line under a field that was refused.
QString outputFieldText(const FieldError& error);
/// What is wrong and what helps, after a test that failed.
QString outputAdvice(const outputs::DestinationTest& test);

} // namespace sallyport::ui

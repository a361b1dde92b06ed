#pragma once

#include "backend/base/error.h"
#include "backend/services/certificate_imports.h"

#include <QString>

namespace sallyport::ui {

/// Where the certificate comes from, in the operator's words.
QString certificateSource(PresentedCertificate::Source source);

/// Why a certificate can't be shown or wasn't taken, in the operator's words: by the rule that its error names.
QString certificateProblem(const Error& error);

} // namespace sallyport::ui

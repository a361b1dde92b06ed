#pragma once

#include "backend/base/error.h"

#include <QString>

namespace sallyport::ui {

/// What went wrong in the operator's words: a fact without blame, and what to do about it.
struct ErrorText {
    QString what; ///< `Wrong passphrase`
    QString why;  ///< what it means and what helps; may be empty
};

/// The translated text of an error, by its code. Never contains Error::detail.
ErrorText errorText(const Error& error);

/// One line for under a field or in a toast.
QString errorLine(const Error& error);

/// For "Copy details": code, detail and incident, in English, to be sent to somebody who helps.
QString errorDetails(const Error& error);

} // namespace sallyport::ui

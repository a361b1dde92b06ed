#pragma once

#include "backend/base/error.h"
#include "backend/records/record.h"
#include "ui/words/user_text.h"

namespace sallyport::ui {

/// Public, Internal, Confidential or Restricted.
Mark classificationMark(records::Classification classification);
/// Every word that it knows, the least secret first.
QStringList classificationWords();
/// Whose it is, in words also if it is nobody's.
QString recordOwner(const records::Record& record);
/// What whenText gives, for the middle of a sentence: `today 13:58`.
QString inSentence(const QString& when);
/// The line under a field of a record that was refused.
QString recordFieldText(const FieldError& error);
/// Why a file was refused, or what else went wrong with it.
QString fileRefusalText(const Error& error);
/// `184 kB`.
QString sizeText(qint64 bytes);

} // namespace sallyport::ui

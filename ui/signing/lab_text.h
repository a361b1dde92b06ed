#pragma once

#include "backend/identity/signed_requests/signature_lab.h"

#include <QString>

namespace sallyport::ui {

/// `Time`, `Signature`: what a check asks about.
QString labStepTitle(identity::LabStep step);
/// What a check found: why it failed, or that it holds.
QString labCheckText(const identity::LabCheck& check, identity::SignatureScheme scheme);
/// What the client did instead: `The query string was left out of the path.` Empty for an unknown word.
QString labMistakeText(const QString& word);

} // namespace sallyport::ui

#pragma once

#include "backend/base/error.h"
#include "backend/identity/providers/identity_providers.h"
#include "ui/words/user_text.h"

namespace sallyport::ui {

/// On, Off.
Mark providerState(const identity::IdentityProvider& provider);
/// Every word that it knows.
QStringList providerStateWords();
/// `Add a user`...
QString firstLoginText(identity::FirstLogin rule);
QStringList firstLoginWords();
/// The line under a field that was refused.
QString providerFieldText(const FieldError& error);

/// `Description found`: what a step of a test is.
QString testStepTitle(std::string_view step);
/// What the step says: what was found, or what is wrong and what helps.
QString testStepNote(const identity::TestStep& step);

/// Rules as lines `claim = value : role`, and back; nothing for a line that is none (providers/role_rule_text.h).
QString rulesToLines(const std::vector<identity::RoleRule>& rules);
std::optional<std::vector<identity::RoleRule>> rulesFromLines(const QString& lines);
/// Words between spaces, commas and line ends.
std::vector<std::string> wordsFrom(const QString& text);
QString wordsTo(const std::vector<std::string>& words, QChar between);

} // namespace sallyport::ui

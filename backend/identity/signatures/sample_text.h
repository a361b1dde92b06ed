#pragma once

#include "backend/identity/signatures/samples.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

/// How a request becomes data in a program's source. For samples*.cpp only.
namespace sallyport::identity::samples {

enum class Escape { Unicode, Octal }; // of control characters: Python and JavaScript, C++

/// A string literal in double quotes. Everything above ASCII stays as it is: the sample is UTF-8.
std::string quoted(std::string_view text, Escape escape);
std::string shellQuoted(std::string_view text);

using Values = std::initializer_list<std::pair<std::string_view, std::string>>;
/// Replaces each `@NAME@`; what was put in is not looked at again.
std::string filled(std::string_view sample, const Values& values);

/// False: the body is read from the file body.bin.
bool isText(std::string_view body);
/// On one line: it stands in a comment.
std::string commentWord(std::string_view text);

/// ` --cacert 'FILE'`, or nothing.
std::string certificateOption(const SampleRequest& request);
std::string scriptCertificate(const SampleRequest& request, bool python);
/// The body's bytes as an expression.
std::string scriptBody(const SampleRequest& request, bool python);
std::string cppBody(const SampleRequest& request);
/// curl's options for the body, in a comment.
std::string commentSend(const SampleRequest& request);

/// The program of a request whose signature is not the guide's.
std::string rfc9421Sample(SampleLanguage language, const SampleRequest& request);

} // namespace sallyport::identity::samples

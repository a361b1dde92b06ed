#pragma once

#include "backend/base/result.h"
#include "backend/base/secret_bytes.h"
#include "backend/base/time_format.h"

#include <unistd.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::daemon {

/// One value that a command prints, under its name.
struct Field {
    std::string name;        ///< the member in JSON; empty: plain text only
    std::string text;        ///< in plain text, escaped when it is printed
    std::string json;        ///< in JSON, finished
    bool inPlainText = true; ///< false: a member of JSON only
    Field jsonOnly() &&;
    /// `-` in plain text if there is nothing to show.
    Field orDash() &&;
    /// Other words for it in plain text.
    Field shownAs(std::string plain) &&;
};
using Fields = std::vector<Field>;

Field textField(std::string_view name, std::string_view value);
/// `-` in plain text and null in JSON if there is none.
Field orDash(std::string_view name, std::string_view value);
Field numberField(std::string_view name, std::int64_t value);
Field decimalField(std::string_view name, double value, int digits);
/// `1 event`, `2 events`, `0 events`: a number in a line for people.
std::string counted(std::int64_t count, std::string_view one, std::string_view many);
Field flagField(std::string_view name, bool value, std::string_view yes, std::string_view no);
Field timeField(std::string_view name, UtcTime time);
/// `none` in plain text and null in JSON if there is no time.
Field timeField(std::string_view name, const std::optional<UtcTime>& time, std::string_view none = "-");
/// `a,b` in plain text, a list in JSON.
Field wordsField(std::string_view name, const std::vector<std::string>& words);
/// A word that stands in plain text only.
Field mark(std::string_view text);

/// What a command prints on standard output: lines with tabs for people and scripts, or with `--json` one JSON document on one
/// line. Values of both are escaped by the one rule of backend/base/shown_text.h, so that nothing speaks to the terminal.
/// What could not be written is known: `finish` fails, and so does the command.
class Output {
public:
    enum class Form { Text, Json };
    explicit Output(Form form, int descriptor = STDOUT_FILENO) : m_form(form), m_descriptor(descriptor) {}
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;
    ~Output();

    bool json() const noexcept { return m_form == Form::Json; }
    /// False once something could not be written; long lists end there.
    bool good() const noexcept { return m_failure == 0; }
    bool begun() const noexcept { return m_begun; }

    /// A line of values with tabs between; in JSON an object in the list `list`. Rows of one list stand together.
    void row(const Fields& fields, std::string_view list = "data");
    /// That there is such a list, with rows or without.
    void beginList(std::string_view list = "data");
    /// The same line for the one thing that the command is about; in JSON members of the document.
    void record(const Fields& fields);
    /// A line each: name, tab, value (`recovery-codes-left<TAB>3`); members of the document.
    void facts(const Fields& fields);
    /// A line for people, whose figures are members of the document.
    void say(std::string_view line, const Fields& fields = {});
    /// `before`, the secret and `after` on a line; a member `name` of the document, or, if `inList`, one more of the list `name`.
    /// What held it here is wiped.
    void secret(std::string_view name, std::string_view before, const SecretBytes& secret, std::string_view after = {},
                bool inList = false);
    /// Bytes of a file that is printed as it is, whatever the form; nothing else is printed then. False if they are lost.
    bool raw(std::string_view bytes);

    /// Writes what waits, for whoever reads along.
    Result<void> flush();
    /// Ends the document and writes everything. NotWritable if anything is lost, every time it is asked.
    Result<void> finish();

private:
    void put(std::string_view text);
    void member(std::string_view name);
    void members(const Fields& fields);
    void closeList();
    void send();
    void line(const Fields& fields);

    const Form m_form;
    const int m_descriptor;
    std::string m_waiting;
    std::string m_list;                         ///< of JSON, that is open
    int m_failure = 0;                          ///< errno
    std::set<std::string, std::less<>> m_names; ///< of members: each stands once, whatever is asked for twice
    bool m_begun = false, m_raw = false, m_finished = false;
    bool m_firstMember = true, m_firstElement = true;
};

/// `finish`, and if what was made can't be shown, `takeBack`, whose answer says what has become of it and ends the error's line.
Result<void> finishOr(Output& output, const std::function<std::string()>& takeBack);

} // namespace sallyport::daemon

#pragma once

#include "backend/access/permission.h"
#include "backend/audit/documents/html_options.h"
#include "backend/base/id.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sallyport::reports {

using ReportId = Id<struct ReportTag>;
using PlanId = Id<struct ReportPlanTag>;

/// What a report is about.
enum class Template : std::uint8_t { Activity, AccessReview, Authentication, ApiKeys, Configuration, Detection, Compliance };
inline constexpr std::size_t templateCount = 7;

struct TemplateInfo {
    Template report;
    std::string_view word;  ///< `access_review`: stable
    std::string_view title; ///< English, translated by context "Report"
    std::string_view about; ///< one sentence, likewise
    /// What one must hold, beside events:export.
    std::span<const access::Permission> needs;
    bool hasPeriod = false; ///< since and until restrict it; others are of the moment
    bool hasFilter = false; ///< takes the filter language of events
    /// Says something of the whole journal: all of it is checked before, as the period of those that have one.
    bool judgesJournal = false;
};
std::span<const TemplateInfo> templates() noexcept;
const TemplateInfo& info(Template report) noexcept;
std::optional<Template> findTemplate(std::string_view word) noexcept;

enum class Format : std::uint8_t { Csv, JsonLines, Html, Pdf };
std::string_view formatWord(Format format) noexcept; ///< `csv` | `jsonl` | `html` | `pdf`; the ending of a file's name, too
std::optional<Format> findFormat(std::string_view word) noexcept;
std::string_view formatMedia(Format format) noexcept; ///< `text/csv; charset=utf-8`

/// What a report takes in.
struct ReportQuery {
    Template report = Template::Activity;
    std::optional<UtcTime> since, until;
    std::string filter; ///< the filter language of events; InvalidArgument with fields where it is wrong
    Format format = Format::Pdf;
    std::string language = "en"; ///< of a PDF: `en` | `de` | `fr`
    bool byteOrderMark = false;  ///< before a CSV
    audit::HtmlOptions html = {};
};

inline constexpr std::size_t keptReports = 500; ///< of a vault; a further one needs the deletion of another
inline constexpr std::size_t planLimit = 50;
inline constexpr std::size_t planNameLimit = 100; ///< code points
inline constexpr int planKeepMost = 100;

struct ReportDone {
    std::int64_t rows = 0, bytes = 0;
    std::string damage = {}; ///< what was known to be wrong with the journal that it was made from, as ChainReport::problem
};

/// A report that lies in the vault's directory, encrypted under a key that only the database has.
struct MadeReport {
    ReportId id;
    Template report = Template::Activity;
    Format format = Format::Pdf;
    std::string language;
    std::optional<UtcTime> since, until;
    std::string filter;
    UtcTime madeAt;
    std::string madeBy; ///< a name as it was then
    PlanId plan;        ///< empty: made by hand
    std::int64_t rows = 0, size = 0;
    std::string sha256; ///< of its bytes, hex
    std::string fileName() const;
};

enum class Period : std::uint8_t { Day, Week, Month };          ///< the last whole ones
enum class Frequency : std::uint8_t { Daily, Weekly, Monthly }; ///< weekly: on Mondays; monthly: on the first
std::string_view periodWord(Period period) noexcept;            ///< `day` | `week` | `month`
std::string_view frequencyWord(Frequency frequency) noexcept;   ///< `daily` | `weekly` | `monthly`
std::optional<Period> findPeriod(std::string_view word) noexcept;
std::optional<Frequency> findFrequency(std::string_view word) noexcept;

/// What shall be made again and again.
struct PlanFields {
    std::string name; ///< 1..100 printable characters
    Template report = Template::Activity;
    Period period = Period::Week;
    std::string filter;
    Format format = Format::Pdf;
    std::string language = "en";
    Frequency frequency = Frequency::Weekly;
    int hour = 6;  ///< 0..23, in the zone of the vault
    int keep = 12; ///< 1..100: older reports of the plan go
    bool enabled = true;
};

struct Plan {
    PlanId id;
    PlanFields fields;
    std::string author; ///< whose rights it has, by name
    UtcTime createdAt;
    std::optional<UtcTime> nextAt; ///< nothing: it is switched off
    std::optional<UtcTime> lastAt; ///< when one was last tried
    std::string lastProblem;       ///< why that failed, English; empty: it didn't
    std::int64_t version = 1;
};

/// Only what is set changes.
struct PlanPatch {
    std::optional<std::string> name, filter, language;
    std::optional<Period> period;
    std::optional<Format> format;
    std::optional<Frequency> frequency;
    std::optional<int> hour, keep;
    std::optional<bool> enabled;
    std::optional<std::int64_t> expectedVersion; ///< PreconditionFailed if the plan has another
};

} // namespace sallyport::reports

#pragma once

#include "backend/base/result.h"
#include "backend/base/time_zone.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace sallyport::audit {

/// A text of the product: English with `%1`, `%2`, ... for `values`. Whoever shows it may translate `source` first, by `context`.
struct Phrase {
    Phrase() = default;
    Phrase(const char* text, std::vector<std::string> with = {}) : source(text), values(std::move(with)) {}
    Phrase(std::string_view text, std::string_view of) : source(text), context(of) {}

    std::string source;
    std::vector<std::string> values;
    std::string context = "Report";
    bool operator==(const Phrase&) const = default;
};

/// Context and source in, the reader's words out; an empty function leaves the English.
using Translate = std::function<std::string(std::string_view context, std::string_view source)>;
/// The text with its values in place.
std::string textOf(const Phrase& words, const Translate& translate = {});

/// What stands in one place of a table, or is a key figure: nothing, a text from elsewhere, a number, a moment, or the product's
/// words.
using Cell = std::variant<std::monostate, std::string, std::int64_t, UtcTime, Phrase>;
Cell cellOf(std::optional<UtcTime> time);
/// Nothing for an empty text.
Cell cellOf(std::string_view text);

enum class CellType : std::uint8_t { Text, Number, Time, Phrase };
enum class Tone : std::uint8_t { Plain, Good, Attention, Bad };
std::string_view toneWord(Tone tone) noexcept; ///< `plain` | `good` | `attention` | `bad`

/// What stands on the first page.
struct DocumentHead {
    Phrase title;
    std::string report; ///< machine word: `api_keys`
    std::string vault, operatorName;
    UtcTime generatedAt;
    TimeZone zone; ///< of all times
    std::optional<UtcTime> since, until;
    std::string filter;          ///< as it was asked for; empty: everything
    std::string language = "en"; ///< of whoever shows it
    std::string damage;          ///< of the journal, as ChainReport::problem; empty: none is known
};

struct KeyFigure {
    Phrase label;
    Cell value;
    Tone tone = Tone::Plain;
};

/// A chart as data. `summary` says in words what it shows, for who doesn't see it.
struct Chart {
    enum class Kind : std::uint8_t { Columns, Bars };
    struct Point {
        Phrase label;
        std::vector<std::int64_t> values; ///< one a series, stacked
    };
    Phrase title, summary;
    Kind kind = Kind::Columns;
    std::vector<Phrase> series;
    std::vector<Tone> tones; ///< of the series
    std::vector<Point> points;
};

struct TableColumn {
    std::string_view id; ///< stable: the head of a CSV, the member of a line
    Phrase title;
    CellType type = CellType::Text;
    int share = 10; ///< of the width
};

struct Table {
    std::string_view id;
    Phrase caption;
    std::vector<TableColumn> columns;
    std::int64_t rows = 0; ///< about as many will come
    bool main = false;     ///< the one of the document that a CSV holds
    bool isLong = false;   ///< rows of one height on pages, whatever stands in them; the document's last
    int lines = 1;         ///< of such a row: 1 or 2
};

/// Takes a document from front to back, so that it never is in memory as a whole. All may fail with Cancelled, or why what takes
/// the bytes does.
class DocumentWriter {
public:
    virtual ~DocumentWriter() = default;

    [[nodiscard]] virtual Result<void> begin(const DocumentHead& head) = 0;
    [[nodiscard]] virtual Result<void> section(const Phrase& title) = 0;
    [[nodiscard]] virtual Result<void> note(const Phrase& text, Tone tone = Tone::Plain) = 0;
    [[nodiscard]] virtual Result<void> figures(const std::vector<KeyFigure>& figures) = 0;
    [[nodiscard]] virtual Result<void> chart(const Chart& chart) = 0;
    [[nodiscard]] virtual Result<void> beginTable(const Table& table) = 0;
    /// As many cells as the table has columns.
    [[nodiscard]] virtual Result<void> row(const std::vector<Cell>& cells) = 0;
    [[nodiscard]] virtual Result<void> endTable() = 0;
    [[nodiscard]] virtual Result<void> finish() = 0;

    /// False: the rest of the table's rows would not be shown, and needn't be read.
    virtual bool wantsRows() const { return true; }
};

} // namespace sallyport::audit

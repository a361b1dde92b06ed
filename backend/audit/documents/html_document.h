#pragma once

#include "backend/audit/documents/html_options.h"
#include "backend/audit/documents/outlet.h"

namespace sallyport::audit {

/// A document as one page of HTML that needs nothing else: no script, no address that leads anywhere, everything written out.
/// Headings in order, tables with captions and scopes, charts with their words.
class HtmlDocument final : public DocumentWriter {
public:
    explicit HtmlDocument(Outlet::Sink sink, HtmlOptions options = {}) : m_out(std::move(sink)), m_options(std::move(options)) {}

    Result<void> begin(const DocumentHead& head) override;
    Result<void> section(const Phrase& title) override;
    Result<void> note(const Phrase& text, Tone tone) override;
    Result<void> figures(const std::vector<KeyFigure>& figures) override;
    Result<void> chart(const Chart& chart) override;
    Result<void> beginTable(const Table& table) override;
    Result<void> row(const std::vector<Cell>& cells) override;
    Result<void> endTable() override;
    Result<void> finish() override;
    bool wantsRows() const override { return m_options.mostRows == 0 || m_rows < m_options.mostRows; }

private:
    std::string words(const Phrase& words) const;
    void fact(const Phrase& label, const std::string& html);
    void cell(const Cell& cell, CellType type);
    std::string timeHtml(UtcTime time) const;

    Outlet m_out;
    const HtmlOptions m_options;
    TimeZone m_zone;
    std::vector<CellType> m_types;
    std::int64_t m_rows = 0, m_expected = 0;
    int m_charts = 0;
    bool m_inSection = false;
};

} // namespace sallyport::audit

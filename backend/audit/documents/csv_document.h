#pragma once

#include "backend/audit/documents/outlet.h"

#include "backend/audit/documents/document.h"

namespace sallyport::audit {

/// The main table of a document as CSV: RFC 4180, formula-safe as the journal's, UTF-8, each record ended by CRLF. English; times
/// are RFC 3339 in the document's zone. One column more, `journal_damage`, if the document's head knows of any.
class CsvDocument final : public DocumentWriter {
public:
    explicit CsvDocument(Outlet::Sink sink, bool byteOrderMark = false) : m_out(std::move(sink)), m_mark(byteOrderMark) {}

    Result<void> begin(const DocumentHead& head) override;
    Result<void> section(const Phrase&) override { return {}; }
    Result<void> note(const Phrase&, Tone) override { return {}; }
    Result<void> figures(const std::vector<KeyFigure>&) override { return {}; }
    Result<void> chart(const Chart&) override { return {}; }
    Result<void> beginTable(const Table& table) override;
    Result<void> row(const std::vector<Cell>& cells) override;
    Result<void> endTable() override;
    Result<void> finish() override { return m_out.flush(); }
    bool wantsRows() const override { return m_inMain; }

private:
    Outlet m_out;
    const bool m_mark;
    TimeZone m_zone;
    std::string m_damage;
    bool m_inMain = false;
};

} // namespace sallyport::audit

#pragma once

#include "backend/audit/documents/outlet.h"

#include "backend/audit/documents/document.h"

namespace sallyport::audit {

/// A document as JSON Lines: each line an object whose `type` says what it is (`report`, `section`, `note`, `figure`, `chart`,
/// `row`). For programs: English, times in UTC. The columns of a row are its members; what is empty is left out.
class JsonDocument final : public DocumentWriter {
public:
    explicit JsonDocument(Outlet::Sink sink) : m_out(std::move(sink)) {}

    Result<void> begin(const DocumentHead& head) override;
    Result<void> section(const Phrase& title) override;
    Result<void> note(const Phrase& text, Tone tone) override;
    Result<void> figures(const std::vector<KeyFigure>& figures) override;
    Result<void> chart(const Chart& chart) override;
    Result<void> beginTable(const Table& table) override;
    Result<void> row(const std::vector<Cell>& cells) override;
    Result<void> endTable() override { return m_out.settle(); }
    Result<void> finish() override { return m_out.flush(); }

private:
    Outlet m_out;
    std::string m_rowStart;
    std::vector<std::string> m_names; ///< `,"name":`
};

/// A document as `sallyport-report` draws it: words as objects that it translates, cells in the order of the columns, times in
/// the document's zone.
class DrawnDocument final : public DocumentWriter {
public:
    using Write = std::function<Result<void>(std::string_view)>;
    explicit DrawnDocument(Write write) : m_write(std::move(write)) {}

    Result<void> begin(const DocumentHead& head) override;
    Result<void> section(const Phrase& title) override;
    Result<void> note(const Phrase& text, Tone tone) override;
    Result<void> figures(const std::vector<KeyFigure>& figures) override;
    Result<void> chart(const Chart& chart) override;
    Result<void> beginTable(const Table& table) override;
    Result<void> row(const std::vector<Cell>& cells) override;
    Result<void> endTable() override;
    Result<void> finish() override;

private:
    Result<void> settle();

    Write m_write;
    std::string m_waiting;
    TimeZone m_zone;
};

} // namespace sallyport::audit

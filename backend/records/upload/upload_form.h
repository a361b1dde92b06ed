#pragma once

#include "backend/records/upload/form_reader.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace sallyport::records {

/// What an upload's form has: one part `file` with a name and something in it, and `record_id` at the most.
class UploadForm : public FormSink {
public:
    /// Of the file, as it comes.
    using Content = std::function<Result<void>(std::string_view bytes)>;
    /// When the file begins, with its name as it was sent, whatever that is (checkFileName); an error refuses it before anything
    /// of it is kept.
    using Begin = std::function<Result<void>(const std::string& sentName, const std::string& mediaType)>;

    /// `maxSize`: bytes of the file.
    UploadForm(std::uint64_t maxSize, Begin beginFile, Content content)
        : m_maxSize(maxSize), m_beginFile(std::move(beginFile)), m_content(std::move(content))
    {
    }

    Result<void> begin(const FormPart& part) override;
    Result<void> content(std::string_view bytes) override;
    Result<void> end() override;
    /// After FormReader::finish(): InvalidArgument if there was no file.
    Result<void> complete() const;

    const std::string& mediaType() const noexcept { return m_mediaType; } ///< as declared; may be empty
    const std::string& recordId() const noexcept { return m_recordId; }   ///< empty if the form has none
    std::uint64_t size() const noexcept { return m_size; }

private:
    const std::uint64_t m_maxSize;
    const Begin m_beginFile;
    const Content m_content;
    std::string m_mediaType, m_recordId;
    std::uint64_t m_size = 0;
    bool m_hasFile = false, m_hasRecord = false, m_inFile = false;
};

} // namespace sallyport::records

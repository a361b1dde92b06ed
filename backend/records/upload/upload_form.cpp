#include "backend/records/upload/upload_form.h"

#include "backend/base/id.h"

namespace sallyport::records {

namespace {

constexpr std::size_t maxRecordId = 26;

Error wrongForm(std::string field, std::string message, std::string rule)
{
    Error error(ErrorCode::InvalidArgument, message);
    error.fields.push_back({std::move(field), std::move(message), std::move(rule)});
    return error;
}

} // namespace

Result<void> UploadForm::begin(const FormPart& part)
{
    m_inFile = part.name == "file";
    if (m_inFile) {
        if (m_hasFile)
            return wrongForm("file", "one file at a time: the form has two", "maxItems");
        if (!part.fileName || part.fileName->empty())
            return wrongForm("file", "the part \"file\" has no filename", "minLength");
        m_mediaType = part.mediaType;
        m_hasFile = true;
        return m_beginFile(*part.fileName, m_mediaType);
    }
    if (part.name != "record_id" || part.fileName)
        return wrongForm(part.name == "record_id" ? "record_id" : "", "the form has a part that isn't known: file, record_id",
                         "additionalProperties");
    if (m_hasRecord)
        return wrongForm("record_id", "the form names two records", "maxItems");
    m_hasRecord = true;
    return {};
}

Result<void> UploadForm::content(std::string_view bytes)
{
    if (!m_inFile) {
        if (m_recordId.size() + bytes.size() > maxRecordId)
            return wrongForm("record_id", "no such id", "format");
        m_recordId += bytes;
        return {};
    }
    if (bytes.size() > m_maxSize - m_size)
        return makeError(ErrorCode::PayloadTooLarge, "a file has at most " + std::to_string(m_maxSize) + " bytes");
    m_size += bytes.size();
    return m_content(bytes);
}

Result<void> UploadForm::end()
{
    if (m_inFile && m_size == 0)
        return wrongForm("file", "the file is empty", "minLength");
    if (!m_inFile && !m_recordId.empty() && !isIdText(m_recordId))
        return wrongForm("record_id", "no such id", "format");
    return {};
}

Result<void> UploadForm::complete() const
{
    if (!m_hasFile)
        return wrongForm("file", "the form has no part \"file\"", "required");
    return {};
}

} // namespace sallyport::records

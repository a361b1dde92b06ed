#include "ui/words/record_text.h"

#include "ui/widgets/error_text.h"
#include "ui/words/field_text.h"

#include <QCoreApplication>
#include <QLocale>

namespace sallyport::ui {

namespace {

using records::Classification;

struct RecordTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::RecordText)
};

} // namespace

Mark classificationMark(Classification classification)
{
    switch (classification) {
    case Classification::Public: return {RecordTexts::tr("Public"), Icon::Globe, Tone::Muted, Tone::Muted};
    case Classification::Internal: return {RecordTexts::tr("Internal"), Icon::Users, Tone::Muted, Tone::Muted};
    case Classification::Confidential: return {RecordTexts::tr("Confidential"), Icon::Shield, Tone::Muted, Tone::Muted};
    case Classification::Restricted: break;
    }
    return {RecordTexts::tr("Restricted"), Icon::Lock, Tone::Warning, Tone::Warning};
}

QString recordOwner(const records::Record& record)
{
    if (!record.owner.empty())
        return text(record.owner);
    return record.ownerId.empty() ? RecordTexts::tr("Nobody") : RecordTexts::tr("Somebody who is gone");
}

QString inSentence(const QString& when)
{
    return when.isEmpty() ? when : QLocale().toLower(when.left(1)) + when.mid(1);
}

QStringList classificationWords()
{
    QStringList words;
    for (const auto one :
         {Classification::Public, Classification::Internal, Classification::Confidential, Classification::Restricted})
        words << classificationMark(one).text;
    return words;
}

QString recordFieldText(const FieldError& error)
{
    if (error.field == "owner_id" && error.rule == "exists")
        return RecordTexts::tr("There is no such person any more");
    if (error.rule == "unique")
        return RecordTexts::tr("Two values have the same name");
    return fieldErrorText(error);
}

QString fileRefusalText(const Error& error)
{
    if (error.code == ErrorCode::PayloadTooLarge)
        return RecordTexts::tr("It is larger than a file may be");
    if (error.code == ErrorCode::LimitReached)
        return RecordTexts::tr("There are as many files as may be");
    const std::string_view rule = error.fields.empty() ? std::string_view() : std::string_view(error.fields.front().rule);
    if (rule == "extension")
        return RecordTexts::tr("Files of this kind may not be uploaded");
    if (rule == "content" || rule == "mediaType")
        return RecordTexts::tr("It isn’t what its name says");
    if (rule == "archive")
        return RecordTexts::tr("It is an archive that can’t be looked through, or becomes too large");
    if (rule == "minLength" && error.code == ErrorCode::InvalidArgument)
        return RecordTexts::tr("It is empty, or its name is");
    if (!rule.empty())
        return RecordTexts::tr("A file may not be called so");
    return errorLine(error);
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1'000'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

} // namespace sallyport::ui

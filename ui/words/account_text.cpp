#include "ui/words/account_text.h"

#include "ui/words/field_text.h"

#include <QCoreApplication>

namespace sallyport::ui {

namespace {

struct AccountTexts {
    Q_DECLARE_TR_FUNCTIONS(sallyport::ui::AccountText)
};

} // namespace

Mark accountState(const identity::ServiceAccount& account)
{
    if (!account.enabled)
        return {AccountTexts::tr("Disabled"), Icon::OffCircle, Tone::Muted, Tone::Muted};
    return {AccountTexts::tr("Active"), Icon::CheckCircle, Tone::Normal, Tone::Muted};
}

QStringList accountStateWords()
{
    identity::ServiceAccount account;
    account.enabled = false;
    QStringList words{accountState(account).text};
    account.enabled = true;
    return words << accountState(account).text;
}

QString accountFieldText(const FieldError& error)
{
    return error.rule == "unique" ? AccountTexts::tr("Another service account has this name") : fieldErrorText(error);
}

} // namespace sallyport::ui

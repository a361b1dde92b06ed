#include "ui/limits/override_dialog.h"

#include "backend/settings/limits.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/words/address_rule_text.h"
#include "ui/words/rate_rule_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using protection::RateOverride;

namespace {

constexpr int subjectLength = 254; // an e-mail address
constexpr std::array<qint64, 5> overrideWindows{60, 900, 3'600, 86'400, 604'800};

} // namespace

OverrideDialog::OverrideDialog(Console& console, protection::RateSetting rule, QWidget* parent)
    : RuleFrame(console, u"rate_override"_s, parent), m_rule(std::move(rule)), m_subject(new QLineEdit(this)),
      m_requests(new QSpinBox(this)), m_window(new QComboBox(this)), m_time(new QComboBox(this))
{
    m_subject->setObjectName(u"rate_override.subject"_s);
    m_subject->setMaxLength(subjectLength);
    m_requests->setObjectName(u"rate_override.requests"_s);
    m_requests->setRange(1, static_cast<int>(settings::rateRequestsLimit));
    m_requests->setValue(static_cast<int>(m_rule.numbers.requests));
    m_window->setObjectName(u"rate_override.window"_s);
    m_time->setObjectName(u"rate_override.time"_s);
    m_subjectField = new Field(m_subject, this);
    m_requestsField = new Field(m_requests, this);
    m_windowField = new Field(m_window, this);
    m_timeField = new Field(m_time, this);
    auto* numbers = new QHBoxLayout;
    numbers->setSpacing(12);
    numbers->addWidget(m_requestsField, 1, Qt::AlignTop);
    numbers->addWidget(m_windowField, 1, Qt::AlignTop);
    body()->addWidget(m_subjectField);
    body()->addLayout(numbers);
    body()->addWidget(m_timeField);
    connect(m_subject, &QLineEdit::textEdited, this, [this] {
        m_subjectField->setError({});
        updateState();
    });
    onRetranslate(this, [this] { setTexts(); });
    updateState();
    m_subject->setFocus();
}

void OverrideDialog::setTexts()
{
    setTitle(tr("Own numbers in %1").arg(rateRuleName(m_rule)));
    m_subjectField->setLabel(tr("Who"));
    m_subject->setPlaceholderText(u"jonas.weber@northgate.example"_s);
    m_subjectField->setHint(tr("The e-mail address or id of a user, the id of a service account or key. A key is counted by "
                               "itself then."));
    m_requestsField->setLabel(tr("Requests"));
    m_windowField->setLabel(tr("In", "so many requests in a time"));
    m_timeField->setLabel(tr("How long"));
    setSaveText(tr("Save"));
    const auto fill = [](QComboBox* box, const QList<qint64>& values, qint64 first, QString (*textOf)(qint64)) {
        const qint64 chosen = box->count() > 0 ? box->currentData().toLongLong() : first;
        box->clear();
        for (const qint64 value : values)
            box->addItem(textOf(value), value);
        box->setCurrentIndex(std::max(0, box->findData(chosen)));
    };
    QList<qint64> windows(overrideWindows.begin(), overrideWindows.end());
    const auto own = static_cast<qint64>(m_rule.numbers.window.count());
    if (!windows.contains(own))
        windows << own;
    std::ranges::sort(windows);
    fill(m_window, windows, own, [](qint64 seconds) { return rateWindowText(std::chrono::seconds(seconds)); });
    fill(m_time, addressRuleTimes(), 0, addressRuleTimeText);
}

void OverrideDialog::updateState()
{
    allow(saveButton(), lacks(console(), access::Permission::ProtectionUpdate),
          !isButtonBusy(saveButton()) && !m_subject->text().trimmed().isEmpty(), {},
          isButtonBusy(saveButton()) ? waitReason() : incompleteReason());
}

void OverrideDialog::submit()
{
    protection::NewRateOverride wanted;
    wanted.subject = m_subject->text().trimmed().toStdString();
    wanted.numbers = {static_cast<std::uint32_t>(m_requests->value()),
                      std::chrono::seconds(m_window->currentData().toLongLong())};
    if (const qint64 seconds = m_time->currentData().toLongLong(); seconds > 0)
        wanted.expiresIn = std::chrono::seconds(seconds);
    save([wanted, id = m_rule.id](Services& services,
                                  const access::Actor& actor) { return services.rateLimits.setOverride(actor, id, wanted); },
         [this](const RateOverride& made) { Q_EMIT saved(made); });
}

void OverrideDialog::showFailure(const Error& error)
{
    if (error.code == ErrorCode::NotFound)
        return m_subjectField->setError(tr("Nobody whom this rule counts is called that."));
    bool placed = false;
    for (const FieldError& failed : error.fields) {
        Field* field = failed.field == "subject"    ? m_subjectField
                       : failed.field == "requests" ? m_requestsField
                       : failed.field == "seconds"  ? m_windowField
                                                    : nullptr;
        if (field)
            field->setError(failed.field == "subject" ? tr("This rule counts addresses: exempt a network instead.")
                                                      : rateFieldErrorText(failed));
        placed = placed || field;
    }
    if (!placed)
        failure()->showError(error);
}

} // namespace sallyport::ui

#include "ui/limits/exempt_dialog.h"

#include "backend/protection/limits/rate_limits.h"
#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/words/rate_rule_text.h"
#include "ui/words/user_text.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using Networks = std::vector<std::string>;

namespace {

constexpr int networksHeight = 160;

Networks linesOf(const QString& typed)
{
    Networks networks;
    const auto lines = typed.split(u'\n');
    for (const QString& line : lines)
        if (const QString network = line.trimmed(); !network.isEmpty())
            networks.push_back(network.toStdString());
    return networks;
}

QString textOf(const Networks& networks)
{
    QStringList lines;
    for (const std::string& network : networks)
        lines << text(network);
    return lines.join(u'\n');
}

} // namespace

ExemptDialog::ExemptDialog(Console& console, QWidget* parent)
    : DialogFrame(u"exempt"_s, parent), m_console(console), m_networks(new QPlainTextEdit(this)),
      m_failure(new Banner(u"exempt.failure"_s, this)), m_cancel(makeButton(ButtonKind::Secondary, u"exempt.cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"exempt.save"_s, this))
{
    m_networks->setObjectName(u"exempt.networks"_s);
    m_networks->setFont(textFont(TextStyle::Mono));
    m_networks->setTabChangesFocus(true);
    m_networks->setFixedHeight(scaled(networksHeight, this));
    m_field = new Field(m_networks, this);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    body()->addWidget(m_failure);
    body()->addWidget(m_field);
    addButton(m_cancel);
    addButton(m_save);
    connect(m_networks, &QPlainTextEdit::textChanged, this, [this] {
        m_field->setError({});
        updateState();
    });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ExemptDialog::submit);
    onRetranslate(this, [this] { setTexts(); });
    updateState();
    m_networks->setFocus();
    read();
}

void ExemptDialog::setTexts()
{
    setTitle(tr("Exempt addresses"));
    m_field->setLabel(tr("Addresses and networks, one a line"));
    m_networks->setPlaceholderText(u"10.20.0.0/16\n2001:db8::/32"_s);
    m_field->setHint(
        tr("No limit by address holds for them: a monitoring system, a gateway with many people behind it. Whoever signs in "
           "from there is limited as anywhere else."));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Save"));
}

void ExemptDialog::read()
{
    m_console.run(
        this, [](Services& services, const access::Actor& actor) { return services.rateLimits.exempt(actor); },
        [this](const Result<Networks>& networks) {
            if (!networks)
                return showFailure(networks.error());
            m_known = true;
            m_before = textOf(*networks);
            if (m_networks->toPlainText().isEmpty())
                m_networks->setPlainText(m_before);
            updateState();
        });
}

void ExemptDialog::updateState()
{
    const QString reason = lacks(m_console, Permission::ProtectionUpdate);
    readOnlyOr(m_networks, reason);
    allow(m_save, reason, m_known && !isButtonBusy(m_save) && linesOf(m_networks->toPlainText()) != linesOf(m_before), {},
          isButtonBusy(m_save) || !m_known ? waitReason() : noChangeReason());
}

void ExemptDialog::submit()
{
    m_failure->hide();
    setButtonBusy(m_save, true);
    m_console.run(
        this,
        [networks = linesOf(m_networks->toPlainText())](Services& services, const access::Actor& actor) {
            return services.rateLimits.setExempt(actor, networks);
        },
        [this](const Result<Networks>& networks) {
            setButtonBusy(m_save, false);
            updateState();
            if (!networks && wantsStepUp(networks.error()))
                return askStepUp(m_console, this, [this] { submit(); });
            if (!networks)
                return showFailure(networks.error());
            accept();
            Q_EMIT saved(static_cast<int>(networks->size()));
        });
}

void ExemptDialog::showFailure(const Error& error)
{
    for (const FieldError& failed : error.fields)
        if (failed.field == "exempt")
            return m_field->setError(rateFieldErrorText(failed));
    m_failure->showError(error);
}

} // namespace sallyport::ui

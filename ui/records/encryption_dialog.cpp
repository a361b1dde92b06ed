#include "ui/records/encryption_dialog.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/progress_row.h"
#include "ui/words/user_text.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using records::EncryptionState;

EncryptionDialog::EncryptionDialog(Console& console, QWidget* parent)
    : DialogFrame(u"encryption"_s, parent, 560), m_console(console), m_what(makeLabel(TextStyle::Body, Tone::Muted, this)),
      m_facts(new KeyValueGrid(this)), m_key(m_facts->addRow(u"key"_s)), m_uses(m_facts->addRow(u"uses"_s)),
      m_members(m_facts->addRow(u"members"_s)), m_waiting(m_facts->addRow(u"waiting"_s)),
      m_progress(new ProgressRow(u"encryption.progress"_s, this)), m_failure(new Banner(u"encryption.failure"_s, this)),
      m_close(makeButton(ButtonKind::Primary, u"encryption.done"_s, this)),
      m_seal(makeButton(ButtonKind::Secondary, u"encryption.seal"_s, this)),
      m_rotate(makeButton(ButtonKind::Secondary, u"encryption.rotate"_s, this))
{
    build();
    onRetranslate(this, [this] { setTexts(); });
    load();
}

void EncryptionDialog::build()
{
    m_what->setWordWrap(true);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_progress->hide();
    for (QWidget* part : std::initializer_list<QWidget*>{m_failure, m_what, m_facts, m_progress})
        body()->addWidget(part);
    addLeadingButton(m_seal);
    addButton(m_rotate);
    addButton(m_close); // what Enter does: a key isn't made by habit
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_rotate, &QPushButton::clicked, this, &EncryptionDialog::rotate);
    connect(m_seal, &QPushButton::clicked, this, &EncryptionDialog::sealAnew);
    connect(m_progress, &ProgressRow::cancelRequested, &m_work, &WatchedWork::cancel);
    connect(&m_work, &WatchedWork::advanced, this, &EncryptionDialog::showProgress);
}

void EncryptionDialog::setTexts()
{
    setTitle(tr("Encryption of sensitive values"));
    m_what->setText(
        tr("Each value is encrypted by itself (AES-256-GCM) and bound to its record and name. Another key takes over by "
           "itself long before one has been used too often."));
    m_facts->setRowName(u"key"_s, tr("Key that seals"));
    m_facts->setRowName(u"uses"_s, tr("Used"));
    m_facts->setRowName(u"members"_s, tr("Values"));
    m_facts->setRowName(u"waiting"_s, tr("Under earlier keys"));
    m_close->setText(tr("Close"));
    m_seal->setText(tr("Seal them anew"));
    m_rotate->setText(tr("New key"));
    showState();
}

void EncryptionDialog::load()
{
    m_console.run(
        this, [](Services& services, const access::Actor& actor) { return services.records.encryption(actor); },
        [this](const Result<EncryptionState>& state) { take(state); });
}

void EncryptionDialog::take(const Result<EncryptionState>& state)
{
    if (state)
        m_state = *state;
    else if (state.error().code != ErrorCode::Cancelled)
        m_failure->showError(state.error());
    showState();
}

void EncryptionDialog::showState()
{
    const QString mayNot = lacks(m_console, Permission::SettingsUpdate);
    const bool idle = m_state && !m_busy;
    allow(m_rotate, mayNot, idle);
    allow(m_seal, mayNot, idle && m_state->waiting > 0, {}, idle ? tr("Nothing waits for it") : waitReason());
    m_seal->setVisible(m_state && (m_state->waiting > 0 || m_busy));
    if (!m_state)
        return;
    const QLocale locale;
    const auto* clock = m_console.clock();
    if (m_state->keyId == 0)
        m_key->setText(tr("None was needed yet"));
    else if (!m_state->keySince)
        m_key->setText(tr("No. %1").arg(locale.toString(qint64{m_state->keyId})));
    else
        m_key->setText(tr("No. %1, since %2")
                           .arg(locale.toString(qint64{m_state->keyId}),
                                clock ? daysAgoText(*m_state->keySince, clock->now()) : dayText(*m_state->keySince)));
    m_uses->setText(
        tr("%1 of %2 times at the most").arg(locale.toString(qint64{m_state->uses}), locale.toString(qint64{m_state->usesMay})));
    m_facts->setRowVisible(u"uses"_s, m_state->keyId != 0);
    m_members->setText(locale.toString(qint64{m_state->members}));
    m_waiting->setText(m_state->waiting == 0 ? tr("None") : locale.toString(qint64{m_state->waiting}));
}

void EncryptionDialog::rotate()
{
    m_busy = true;
    m_failure->hide();
    setButtonBusy(m_rotate, true);
    showState();
    m_console.run(
        this, [](Services& services, const access::Actor& actor) { return services.records.rotateKey(actor); },
        [this](const Result<EncryptionState>& state) {
            m_busy = false;
            setButtonBusy(m_rotate, false);
            take(state);
            if (state && state->waiting > 0)
                sealAnew();
        });
}

void EncryptionDialog::sealAnew()
{
    m_busy = true;
    m_failure->hide();
    auto shared = m_work.begin();
    shared->total = m_state->waiting;
    showProgress();
    m_progress->show();
    showState();
    m_console.run(
        this,
        [shared](Services& services, const access::Actor& actor, const CancelFlag& locking) {
            return services.records.encryptAnew(actor, [&](std::int64_t done, std::int64_t total) {
                shared->done = done;
                shared->total = total;
                return shared->goesOn(locking);
            });
        },
        [this](const Result<EncryptionState>& state) {
            m_busy = false;
            m_work.end();
            m_progress->hide();
            take(state);
            if (!state)
                load(); // how far it came
        });
}

void EncryptionDialog::showProgress()
{
    const qint64 total = m_work.total();
    const double share = total > 0 ? static_cast<double>(m_work.done()) / static_cast<double>(total) : 0;
    const QLocale locale;
    m_progress->setProgress(share, m_work.wasCancelled()
                                       ? tr("Stopping…")
                                       : tr("%1 of %2 sealed anew").arg(locale.toString(m_work.done()), locale.toString(total)));
}

} // namespace sallyport::ui

#include "ui/integrity/pack_form.h"

#include "backend/audit/event_query.h"
#include "backend/audit/filter_time.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_text.h"
#include "ui/widgets/field.h"
#include "ui/widgets/progress_row.h"
#include "ui/words/record_text.h"
#include "ui/words/text_helpers.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

QLineEdit* makeEdit(const QString& name, std::size_t most, QWidget* parent)
{
    auto* edit = new QLineEdit(parent);
    edit->setObjectName(name);
    edit->setMaxLength(static_cast<int>(most));
    return edit;
}

Error badField(std::string field)
{
    Error error(ErrorCode::InvalidArgument, "The evidence pack can't be made of this");
    error.fields.push_back({std::move(field), {}, "format"});
    return error;
}

/// On a worker, where the vault's zone and clock are.
Result<journal::PackRequest> packRequest(Services& services, const std::string& since, const std::string& until,
                                         const std::string& filter)
{
    const TimeZone zone = services.settings.values()->timesZone;
    journal::PackRequest request;
    request.filter = filter;
    const auto query = audit::parseFilter(filter, services.clock.now(), zone);
    if (!query)
        return badField("q");
    request.query = *query;
    for (const auto& [name, text, place] :
         {std::tuple("since", &since, &request.query.since), std::tuple("until", &until, &request.query.until)}) {
        if (text->empty())
            continue;
        *place = audit::parseFilterTime(*text, services.clock.now(), zone);
        if (!*place)
            return badField(name);
    }
    if (request.query.since && request.query.until && *request.query.since > *request.query.until)
        return badField("until");
    return request;
}

} // namespace

PackForm::PackForm(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_since(makeEdit(u"integrity.since"_s, audit::filterTimeLimit, this)),
      m_until(makeEdit(u"integrity.until"_s, audit::filterTimeLimit, this)),
      m_filter(makeEdit(u"integrity.filter"_s, audit::filterTextLimit, this)), m_sinceField(new Field(m_since, this)),
      m_untilField(new Field(m_until, this)), m_filterField(new Field(m_filter, this)),
      m_make(makeButton(ButtonKind::Primary, u"integrity.make"_s, this, Icon::ShieldCheck)),
      m_progress(new ProgressRow(u"integrity.progress"_s, this)), m_result(new Banner(u"integrity.result"_s, this))
{
    setObjectName(u"integrity.form"_s);
    build();
    m_since->setText(u"7d"_s);
    connect(m_make, &QPushButton::clicked, this, &PackForm::make);
    connect(m_progress, &ProgressRow::cancelRequested, &m_work, &LongWork::cancel);
    connect(&m_work, &LongWork::advanced, this, &PackForm::showWork);
    for (QLineEdit* edit : {m_since, m_until, m_filter}) {
        connect(edit, &QLineEdit::returnPressed, this, &PackForm::make);
        connect(edit, &QLineEdit::textEdited, this, [this] {
            for (Field* field : {m_sinceField, m_untilField, m_filterField})
                field->setError({});
        });
    }
    onRetranslate(this, [this] { setTexts(); });
    showWork();
}

void PackForm::build()
{
    m_progress->setCancelVisible(true);
    m_result->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_sinceField, 2, Qt::AlignTop);
    row->addWidget(m_untilField, 2, Qt::AlignTop);
    row->addWidget(m_filterField, 3, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(10);
    column->addLayout(row);
    column->addWidget(m_make, 0, Qt::AlignLeading);
    column->addWidget(m_progress);
    column->addWidget(m_result);
}

void PackForm::setTexts()
{
    m_sinceField->setLabel(tr("From"));
    m_sinceField->setHint(tr("7d, today, 2026-11-24"));
    m_untilField->setLabel(tr("To"));
    m_untilField->setHint(tr("Empty: now"));
    m_filterField->setLabel(tr("Filter"));
    m_filterField->setHint(tr("As in Live events; empty: everything"));
    m_make->setText(tr("Make evidence pack"));
    if (m_resultTexts)
        m_resultTexts();
}

void PackForm::refresh()
{
    allow(m_make, lacks(m_console, access::Permission::EventsExport), !isRunning());
}

void PackForm::make()
{
    if (isRunning() || !m_make->isEnabled())
        return;
    m_result->hide();
    m_resultTexts = {};
    m_console.run(
        this,
        [progress = m_work.begin(), since = m_since->text().trimmed().toStdString(),
         until = m_until->text().trimmed().toStdString(), filter = m_filter->text().trimmed().toStdString()](
            Services& services, const access::Actor& actor, const CancelFlag& locking) -> Result<journal::EvidencePack> {
            SALLYPORT_ASSIGN(const journal::PackRequest request, packRequest(services, since, until, filter));
            return services.evidence.create(actor, request, progress(locking));
        },
        [this](const Result<journal::EvidencePack>& pack) { take(pack); });
    showWork();
}

void PackForm::showWork()
{
    m_progress->setVisible(isRunning());
    if (isRunning())
        m_progress->setProgress(m_work.share(), m_work.text());
    refresh();
}

void PackForm::take(const Result<journal::EvidencePack>& pack)
{
    m_work.end();
    showWork();
    if (!pack && pack.error().fields.size() == 1 && pack.error().detail == badField({}).detail) {
        const std::string field = pack.error().fields.front().field;
        if (field == "q")
            m_filterField->setError(tr("This is no filter"));
        else
            (field == "since" ? m_sinceField : m_untilField)->setError(tr("This is no time, or not after the begin"));
        return;
    }
    m_resultTexts = [this, pack] {
        if (pack) {
            const bool whole = pack->damage.empty();
            m_result->setTone(whole ? Tone::Success : Tone::Danger, whole ? Icon::CheckCircle : Icon::Critical);
            m_result->setTitle(whole ? tr("The evidence pack is made")
                                     : tr("The evidence pack is made, and says that the journal is damaged"));
            m_result->setText(tr("%1 events, %2. Save it below, and tell whoever checks it the fingerprint.")
                                  .arg(QLocale().toString(static_cast<qlonglong>(pack->records)), sizeText(pack->bytes)));
        } else if (pack.error().code == ErrorCode::Cancelled) {
            m_result->setTone(Tone::Info, Icon::Info);
            m_result->setTitle(tr("Stopped"));
            m_result->setText(tr("Nothing of the pack was kept."));
        } else {
            m_result->setTone(Tone::Danger, Icon::Error);
            m_result->setTitle(tr("The evidence pack could not be made"));
            m_result->setText(errorLine(pack.error()));
        }
    };
    m_resultTexts();
    m_result->show();
    if (pack)
        Q_EMIT made(toQString(pack->id));
}

} // namespace sallyport::ui

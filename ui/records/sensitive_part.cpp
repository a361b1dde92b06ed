#include "ui/records/sensitive_part.h"

#include "ui/console/console.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/details_pane.h"
#include "ui/widgets/tab_order.h"
#include "ui/words/user_text.h"

#include <QLocale>
#include <QVBoxLayout>

#include <memory>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

/// As many for every value: their number tells nothing.
const QString maskDots(10, QChar(u'•'));

} // namespace

SensitivePart::SensitivePart(Console& console, PaneSection* section)
    : QWidget(section), m_console(console), m_section(section),
      m_button(makeButton(ButtonKind::Secondary, u"records.details.show"_s, section, Icon::Lock, ButtonSize::Tool)),
      m_column(new QVBoxLayout(this))
{
    section->addTool(m_button);
    section->setContent(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_second.setInterval(std::chrono::seconds(1));
    connect(&m_second, &QTimer::timeout, this, &SensitivePart::tick);
    connect(m_button, &QPushButton::clicked, this, [this] {
        if (isShown())
            mask();
        else
            reveal();
    });
    // Whatever takes the operator away takes the values away, whether this goes at the same moment or later.
    connect(&m_console, &Console::locked, this, &SensitivePart::mask);
    connect(&m_console, &Console::operatorChanged, this, &SensitivePart::mask);
    connect(&m_console, &Console::sessionEnded, this, &SensitivePart::mask);
    onRetranslate(this, [this] { setTexts(); });
}

SensitivePart::~SensitivePart()
{
    forget();
}

void SensitivePart::hideEvent(QHideEvent* event)
{
    mask();
    QWidget::hideEvent(event);
}

void SensitivePart::setTexts()
{
    m_section->setTitle(tr("Sensitive"));
    showState();
}

void SensitivePart::showState()
{
    m_section->setCount(QLocale().toString(static_cast<int>(m_names.size())));
    m_button->setText(isShown() ? tr("Hide") : tr("Show with your code"));
    setButtonIcon(m_button, isShown() ? Icon::EyeOff : Icon::Lock);
    allow(m_button, lacks(m_console, access::Permission::RecordsUnmask), !m_busy);
    if (m_note)
        m_note->setText(isShown() ? tr("Hidden again in %Ln s.", nullptr, m_left)
                                  : tr("Shown for %Ln s. Each showing is recorded.", nullptr, shownSeconds));
}

void SensitivePart::setRecord(const records::Record& record)
{
    if (m_id == record.id && m_version == record.version)
        return;
    m_id = record.id;
    m_version = record.version;
    m_names = record.sensitive;
    mask();
    showMembers(nullptr);
}

void SensitivePart::forget()
{
    for (ElideLabel* value : m_values)
        value->setText({});
    m_values.clear();
}

void SensitivePart::showMembers(const records::ShownRecord* shown)
{
    rebuildAround(this, [this, shown] {
        forget();      // the widgets that held values go with them
        delete m_grid; // nothing in it leads here
        m_grid = new KeyValueGrid(this);
        for (std::size_t at = 0; at < m_names.size(); ++at) {
            const QString name = text(m_names[at]);
            ElideLabel* value = m_grid->addRow(name);
            value->setObjectName(u"records.details.value.%1"_s.arg(at));
            m_grid->setRowName(name, name);
            if (!shown) {
                value->setText(maskDots);
                value->setTone(Tone::Muted);
                value->setAccessibleName(tr("%1: hidden").arg(name));
                continue;
            }
            const std::string_view secret = shown->sensitive[at].value.view();
            value->setText(QString::fromUtf8(secret.data(), static_cast<qsizetype>(secret.size())));
            m_values.push_back(value);
            QPushButton* copy = m_grid->addLink(name, u"records.details.copy.%1"_s.arg(at));
            copy->setText(tr("Copy"));
            copy->setToolTip(tr("It stays on the clipboard for 30 s"));
            connect(copy, &QPushButton::clicked, this, [this, value] { m_clipboard.copySecret(value->text()); });
        }
        m_note = m_grid->addNote(u"records.details.sensitive_note"_s);
        m_column->addWidget(m_grid);
        m_grid->show();
    });
    showState();
}

void SensitivePart::mask()
{
    ++m_asked;
    m_busy = false;
    const bool shown = isShown();
    m_left = 0;
    m_second.stop();
    if (shown)
        showMembers(nullptr);
    else
        showState();
}

void SensitivePart::reveal()
{
    if (m_busy || !m_id)
        return;
    m_busy = true;
    showState();
    using Shared = std::shared_ptr<records::ShownRecord>; // of which an answer can't be copied
    m_console.run(
        this,
        [id = *m_id](Services& services, const access::Actor& actor) -> Result<Shared> {
            SALLYPORT_ASSIGN(records::ShownRecord shown, services.records.unmask(actor, id));
            return std::make_shared<records::ShownRecord>(std::move(shown));
        },
        [this, asked = ++m_asked](const Result<Shared>& shown) {
            if (asked != m_asked)
                return; // another record by now, or nobody to see it
            m_busy = false;
            showState();
            if (shown)
                show(**shown);
            else if (wantsStepUp(shown.error()))
                askStepUp(m_console, this, [this] { reveal(); });
            else
                Q_EMIT failed(shown.error());
        });
}

void SensitivePart::show(const records::ShownRecord& shown)
{
    m_names.clear();
    for (const records::ShownMember& member : shown.sensitive)
        m_names.push_back(member.name);
    m_version = shown.record.version;
    m_left = shownSeconds;
    showMembers(&shown);
    m_second.start();
}

void SensitivePart::tick()
{
    if (m_left > 1) {
        --m_left;
        return showState();
    }
    mask();
}

} // namespace sallyport::ui

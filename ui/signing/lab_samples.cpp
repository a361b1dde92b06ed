#include "ui/signing/lab_samples.h"

#include "ui/events/text_helpers.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/text_style.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int sampleHeight = 260;

} // namespace

LabSamples::LabSamples(QWidget* parent)
    : QWidget(parent)
    , m_caption(makeLabel(TextStyle::Heading, Tone::Normal, this))
    , m_hint(makeLabel(TextStyle::Small, Tone::Muted, this))
    , m_language(new SegmentedControl(QStringLiteral("signing.language"), this))
    , m_copy(makeButton(ButtonKind::Secondary, QStringLiteral("signing.copySample"), this, Icon::Copy, ButtonSize::Tool))
    , m_sample(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("signing.samples"));
    for (const char* name : {"shell", "python", "javascript", "cpp"})
        m_language->addSegment(QLatin1StringView(name));
    m_hint->setWordWrap(true);
    m_sample->setObjectName(QStringLiteral("signing.sample"));
    m_sample->setReadOnly(true);
    m_sample->setTabChangesFocus(true);
    m_sample->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_sample->setFont(textFont(TextStyle::Mono));
    m_sample->setMinimumHeight(scaled(sampleHeight, this));
    auto* row = new QHBoxLayout;
    row->addWidget(m_language);
    row->addStretch(1);
    row->addWidget(m_copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_caption);
    column->addWidget(m_hint);
    column->addLayout(row);
    column->addWidget(m_sample, 1);
    connect(m_language, &SegmentedControl::currentChanged, this, &LabSamples::showSample);
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(text()); });
    onRetranslate(this, [this] { setTexts(); });
}

void LabSamples::setRequest(identity::SampleRequest request)
{
    m_request = std::move(request);
    showSample();
}

QString LabSamples::text() const
{
    return m_sample->toPlainText();
}

void LabSamples::setTexts()
{
    m_caption->setText(tr("Sign it right"));
    m_hint->setText(tr("A program that sends this request. It takes the signing secret from the variable SALLYPORT_SECRET."));
    for (int i = 0; i < m_language->count(); ++i)
        m_language->setSegmentText(i, toQString(identity::sampleTitle(identity::sampleLanguages[static_cast<std::size_t>(i)])));
    m_copy->setText(tr("Copy"));
    m_sample->setAccessibleName(tr("Sample program"));
    showSample();
}

void LabSamples::showSample()
{
    m_sample->setPlainText(toQString(
        identity::signatureSample(identity::sampleLanguages[static_cast<std::size_t>(m_language->current())], m_request)));
}

} // namespace sallyport::ui

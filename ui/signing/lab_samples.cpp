#include "ui/signing/lab_samples.h"

#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/segmented_control.h"
#include "ui/words/text_helpers.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int sampleHeight = 260;

} // namespace

LabSamples::LabSamples(QWidget* parent)
    : QWidget(parent), m_caption(makeLabel(TextStyle::Heading, Tone::Normal, this)),
      m_hint(makeLabel(TextStyle::Small, Tone::Muted, this)), m_form(new SegmentedControl(QStringLiteral("signing.form"), this)),
      m_language(new SegmentedControl(QStringLiteral("signing.language"), this)),
      m_copy(makeButton(ButtonKind::Secondary, QStringLiteral("signing.copySample"), this, Icon::Copy, ButtonSize::Tool)),
      m_sample(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("signing.samples"));
    for (const char* name : {"shell", "python", "javascript", "cpp"})
        m_language->addSegment(QLatin1StringView(name));
    for (const char* name : {"guide", "rfc9421"})
        m_form->addSegment(QLatin1StringView(name));
    m_hint->setWordWrap(true);
    m_sample->setObjectName(QStringLiteral("signing.sample"));
    m_sample->setReadOnly(true);
    m_sample->setTabChangesFocus(true);
    m_sample->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_sample->setFont(textFont(TextStyle::Mono));
    m_sample->setMinimumHeight(scaled(sampleHeight, this));
    auto* forms = new QHBoxLayout;
    forms->addWidget(m_form);
    forms->addStretch(1);
    auto* row = new QHBoxLayout;
    row->addWidget(m_language);
    row->addStretch(1);
    row->addWidget(m_copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_caption);
    column->addWidget(m_hint);
    column->addLayout(forms);
    column->addLayout(row);
    column->addWidget(m_sample, 1);
    connect(m_language, &SegmentedControl::currentChanged, this, &LabSamples::showSample);
    connect(m_form, &SegmentedControl::currentChanged, this, &LabSamples::showSample);
    connect(m_copy, &QPushButton::clicked, this, [this] { Q_EMIT copyRequested(text()); });
    onRetranslate(this, [this] { setTexts(); });
}

void LabSamples::setRequest(identity::SampleRequest request)
{
    m_request = std::move(request);
    showSample();
}

void LabSamples::preferRfc9421(bool rfc9421)
{
    m_form->setCurrent(rfc9421 ? 1 : 0);
    showSample();
}

identity::SampleSignature LabSamples::signature() const
{
    using enum identity::SampleSignature;
    if (m_request.signature == Ed25519 || m_request.signature == EcdsaP256Sha256)
        return m_request.signature;
    return m_form->current() == 1 ? HmacSha256 : Guide;
}

QString LabSamples::text() const
{
    return m_sample->toPlainText();
}

void LabSamples::setTexts()
{
    m_caption->setText(tr("Sign it right"));
    m_form->setSegmentText(0, tr("Four headers"));
    m_form->setSegmentText(1, QStringLiteral("RFC 9421"));
    for (int i = 0; i < m_language->count(); ++i)
        m_language->setSegmentText(i, toQString(identity::sampleTitle(identity::sampleLanguages[static_cast<std::size_t>(i)])));
    m_copy->setText(tr("Copy"));
    m_sample->setAccessibleName(tr("Sample program"));
    showSample();
}

void LabSamples::showSample()
{
    identity::SampleRequest request = m_request;
    request.signature = signature();
    const bool pair = request.signature == identity::SampleSignature::Ed25519 ||
                      request.signature == identity::SampleSignature::EcdsaP256Sha256;
    m_form->setVisible(!pair);
    m_hint->setText(
        pair ? tr("A program that sends this request, signed after RFC 9421. It takes the private key from the PEM file that the "
                  "variable SALLYPORT_PRIVATE_KEY names.")
             : tr("A program that sends this request. It takes the signing secret from the variable SALLYPORT_SECRET."));
    m_sample->setPlainText(toQString(
        identity::signatureSample(identity::sampleLanguages[static_cast<std::size_t>(m_language->current())], request)));
}

} // namespace sallyport::ui

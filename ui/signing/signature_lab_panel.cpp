#include "ui/signing/signature_lab_panel.h"

#include "backend/identity/signatures/pasted_request.h"
#include "backend/identity/signed_requests/signature_lab.h"
#include "ui/look/retranslate.h"
#include "ui/look/surface.h"
#include "ui/look/text_style.h"
#include "ui/signing/lab_result.h"
#include "ui/signing/lab_samples.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/error_state.h"
#include "ui/widgets/field.h"
#include "ui/widgets/overlay_scroll.h"
#include "ui/widgets/page_header.h"
#include "ui/widgets/toast.h"
#include "ui/words/text_helpers.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace sallyport::ui {

namespace {

constexpr int inputWidth = 420;
constexpr int requestHeight = 340;
constexpr int clientTextHeight = 120;

} // namespace

SignatureLabPanel::SignatureLabPanel(Console& console, QWidget* parent)
    : Panel(console, parent), m_header(new PageHeader(this)), m_request(new QPlainTextEdit(this)),
      m_clientText(new QPlainTextEdit(this)),
      m_explain(makeButton(ButtonKind::Primary, QStringLiteral("signing.explain"), this, Icon::ScanSearch)),
      m_result(new LabResult(this)), m_samples(new LabSamples(this)),
      m_error(new ErrorState(QStringLiteral("signing.error"), this, {})), m_toast(new Toast(this))
{
    setObjectName(QStringLiteral("signing"));
    auto* page = new Surface(Token::Surface, this);
    auto* pageColumn = new QVBoxLayout(page);
    pageColumn->setContentsMargins(24, 20, 24, 24);
    pageColumn->setSpacing(24);
    pageColumn->addWidget(m_error);
    pageColumn->addWidget(m_result);
    pageColumn->addWidget(m_samples, 1);
    m_error->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(makeInput());
    row->addWidget(makeScrollArea(page, this, QStringLiteral("signing.page")), 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(row, 1);

    connect(m_explain, &QPushButton::clicked, this, &SignatureLabPanel::explain);
    connect(m_request, &QPlainTextEdit::textChanged, this, [this] {
        m_requestField->setError({});
        showState();
    });
    connect(m_result, &LabResult::copyRequested, this, &SignatureLabPanel::copy);
    connect(m_samples, &LabSamples::copyRequested, this, &SignatureLabPanel::copy);
    connect(m_error, &ErrorState::retryRequested, this, &SignatureLabPanel::explain);
    connect(m_error, &ErrorState::copyRequested, this, &SignatureLabPanel::copy);
    showState();
    onRetranslate(this, [this] { setTexts(); });
    updateSamples({});
}

SignatureLabPanel::~SignatureLabPanel() = default;

QWidget* SignatureLabPanel::makeInput()
{
    auto* side = new Surface(Token::Surface, this);
    side->setHairlines(Qt::RightEdge);
    side->setFixedWidth(scaled(inputWidth, this));
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(24, 20, 24, 24);
    column->setSpacing(16);
    m_request->setObjectName(QStringLiteral("signing.request"));
    m_clientText->setObjectName(QStringLiteral("signing.clientText"));
    for (QPlainTextEdit* edit : {m_request, m_clientText}) {
        edit->setFont(textFont(TextStyle::Mono));
        edit->setTabChangesFocus(true);
        edit->setLineWrapMode(QPlainTextEdit::WidgetWidth);
        edit->setWordWrapMode(QTextOption::WrapAnywhere);
    }
    m_request->setFixedHeight(scaled(requestHeight, this));
    m_clientText->setFixedHeight(scaled(clientTextHeight, this));
    m_requestField = new Field(m_request, side);
    m_clientField = new Field(m_clientText, side);
    column->addWidget(m_requestField);
    column->addWidget(m_clientField);
    column->addWidget(m_explain, 0, Qt::AlignLeading);
    column->addStretch(1);
    return side;
}

void SignatureLabPanel::showState()
{
    enableOr(m_explain, m_request->document()->isEmpty() ? tr("Paste a request first") : QString());
}

void SignatureLabPanel::setTexts()
{
    showState();
    m_header->setTitle(tr("Signature lab"));
    m_requestField->setLabel(tr("Request, as it was sent"));
    m_requestField->setHint(tr("Paste it from curl -v or a log: first line, headers, an empty line, the body"));
    m_request->setPlaceholderText(QStringLiteral("GET /api/signed HTTP/1.1\nHost: 127.0.0.1:8443\nX-API-Key: spk_7QK3M2XA\n"
                                                 "X-Timestamp: 1764000000\nX-Nonce: 5f0c2f1e\nX-Signature: 9b1c…"));
    m_clientField->setLabel(tr("What the client signed"));
    m_clientField->setHint(tr("If you know it: it is compared line by line"));
    m_explain->setText(tr("Explain"));
}

void SignatureLabPanel::activate(const QString& argument)
{
    if (!argument.isEmpty())
        m_request->setPlainText(argument);
    m_request->setFocus();
}

void SignatureLabPanel::explain()
{
    if (m_request->document()->isEmpty())
        return;
    setButtonBusy(m_explain, true);
    console().run(
        this,
        [request = toUtf8(m_request->toPlainText()), text = toUtf8(m_clientText->toPlainText())](
            Services& services, const access::Actor& actor) { return services.signatureLab.explain(actor, request, text); },
        [this](const Result<identity::LabReport>& report) {
            setButtonBusy(m_explain, false);
            const bool unreadable = !report && report.error().code == ErrorCode::InvalidArgument;
            m_requestField->setError(
                unreadable ? tr("That is no HTTP request: the first line must be like GET /api/signed HTTP/1.1") : QString());
            m_error->setVisible(!report && !unreadable);
            m_result->setVisible(report.has_value());
            if (report) {
                m_result->setReport(*report);
                updateSamples(*report);
                // Unreadable ones have no form of their own: what was chosen stays.
                if (!report->checks.empty() && report->checks.front().outcome == identity::LabOutcome::Passed)
                    m_samples->preferRfc9421(report->scheme == identity::SignatureScheme::Rfc9421);
            } else if (!unreadable) {
                m_error->setError(report.error(), tr("Nothing was let in or changed."));
            }
            Q_EMIT explained();
        });
}

void SignatureLabPanel::updateSamples(const identity::LabReport& report)
{
    identity::SampleRequest sample;
    sample.url = console().serverStatus().url.empty() ? "https://127.0.0.1:8443" : console().serverStatus().url;
    sample.certificate = "certificate.pem";
    sample.keyPrefix = report.keyPrefix.empty() ? "spk_7QK3M2XA" : report.keyPrefix;
    sample.signature = identity::sampleSignature(report.keyAlgorithm).value_or(identity::SampleSignature::Guide);
    if (const auto pasted = identity::PastedRequest::read(toUtf8(m_request->toPlainText()))) {
        sample.method = pasted->method;
        sample.target = pasted->target;
        sample.body = pasted->body;
    }
    m_samples->setRequest(std::move(sample));
}

void SignatureLabPanel::copy(const QString& text)
{
    QGuiApplication::clipboard()->setText(text);
    m_toast->say(Tone::Success, tr("Copied"));
}

} // namespace sallyport::ui

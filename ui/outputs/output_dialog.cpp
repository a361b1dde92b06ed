#include "ui/outputs/output_dialog.h"

#include "backend/audit/event_query.h"
#include "ui/console/console.h"
#include "ui/console/local_file.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/password_field.h"
#include "ui/words/field_text.h"
#include "ui/words/output_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using outputs::DestinationKind;
using outputs::EventFormat;

namespace {

constexpr std::int64_t mebibyte = 1024 * 1024;
constexpr qint64 pemBytes = 64 * 1024;

template <typename Widget>
Widget* outputInput(Widget* widget, const QString& name)
{
    widget->setObjectName(name);
    return widget;
}

std::vector<std::string> addressesOf(const QString& typed)
{
    static const QRegularExpression between(u"[\\s,;]+"_s);
    std::vector<std::string> addresses;
    for (const QString& address : typed.split(between, Qt::SkipEmptyParts))
        addresses.push_back(address.toStdString());
    return addresses;
}

/// What a file holds; the service says what is wrong with it.
Result<std::string> pemIn(const QString& path)
{
    QFile file;
    if (!openLocalFile(file, path, QIODevice::ReadOnly)) {
        Error error(ErrorCode::InvalidArgument, "the file cannot be read");
        error.fields.push_back({"certificate", error.detail, "no_file"});
        return error;
    }
    QByteArray bytes = file.read(pemBytes);
    std::string pem = bytes.toStdString();
    bytes.fill('\0'); // its key is among it
    return pem;
}

} // namespace

OutputDialog::OutputDialog(Console& console, std::optional<outputs::Destination> destination, QWidget* parent)
    : DialogFrame(u"output"_s, parent, 560), m_console(console), m_destination(std::move(destination)),
      m_failure(new Banner(u"output.failure"_s, this)), m_kind(outputInput(new QComboBox(this), u"output.kind"_s)),
      m_name(outputInput(new QLineEdit(this), u"output.name"_s)), m_target(outputInput(new QLineEdit(this), u"output.target"_s)),
      m_filter(outputInput(new QLineEdit(this), u"output.filter"_s)),
      m_format(outputInput(new QComboBox(this), u"output.format"_s)),
      m_sender(outputInput(new QLineEdit(this), u"output.sender"_s)),
      m_recipients(outputInput(new QLineEdit(this), u"output.recipients"_s)),
      m_account(outputInput(new QLineEdit(this), u"output.account"_s)), m_secret(new PasswordField(u"output.secret"_s, this)),
      m_certificate(outputInput(new QLineEdit(this), u"output.certificate"_s)),
      m_choose(makeButton(ButtonKind::Secondary, u"output.certificate.choose"_s, this)),
      m_bare(outputInput(new QCheckBox(this), u"output.bare"_s)), m_size(outputInput(new QSpinBox(this), u"output.size"_s)),
      m_keep(outputInput(new QSpinBox(this), u"output.keep"_s)),
      m_beginning(outputInput(new QCheckBox(this), u"output.beginning"_s)),
      m_cancel(makeButton(ButtonKind::Secondary, u"output.cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"output.save"_s, this))
{
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_name->setMaxLength(static_cast<int>(outputs::destinationNameLimit));
    m_target->setMaxLength(static_cast<int>(outputs::targetLimit));
    m_filter->setMaxLength(static_cast<int>(audit::filterTextLimit));
    m_sender->setMaxLength(static_cast<int>(outputs::mailAddressLimit));
    m_account->setMaxLength(static_cast<int>(outputs::mailAddressLimit));
    m_secret->setMaxLength(static_cast<int>(outputs::destinationSecretLimit));
    m_target->setFont(textFont(TextStyle::Mono));
    m_filter->setFont(textFont(TextStyle::Mono));
    m_size->setRange(1, static_cast<int>(outputs::rotateMaximum / mebibyte));
    m_keep->setRange(1, static_cast<int>(outputs::keepFilesMaximum));
    m_kind->addItems(outputKindWords());
    build();
    fill();
    setTexts();
    connectFields();
    onRetranslate(this, [this] {
        setTexts();
        updateState();
    });
    updateState();
    (m_destination ? static_cast<QWidget*>(m_name) : m_kind)->setFocus();
}

void OutputDialog::build()
{
    m_kindField = new Field(m_kind, this);
    m_nameField = new Field(m_name, this);
    m_targetField = new Field(m_target, this);
    m_filterField = new Field(m_filter, this);
    m_formatField = new Field(m_format, this);
    m_senderField = new Field(m_sender, this);
    m_recipientsField = new Field(m_recipients, this);
    m_accountField = new Field(m_account, this);
    m_secretField = new Field(m_secret, this);
    auto* file = new QWidget(this);
    auto* inFile = new QHBoxLayout(file);
    inFile->setContentsMargins(0, 0, 0, 0);
    inFile->setSpacing(8);
    inFile->addWidget(m_certificate, 1);
    inFile->addWidget(m_choose);
    file->setFocusProxy(m_certificate);
    m_certificateField = new Field(file, this);
    m_sizeField = new Field(m_size, this);
    m_keepField = new Field(m_keep, this);
    const auto row = [this](QWidget* left, QWidget* right) {
        auto* line = new QHBoxLayout;
        line->setSpacing(12);
        line->addWidget(left, 1, Qt::AlignTop);
        line->addWidget(right, 1, Qt::AlignTop);
        body()->addLayout(line);
    };
    body()->setSpacing(12);
    body()->addWidget(m_failure);
    row(m_kindField, m_nameField);
    body()->addWidget(m_targetField);
    body()->addWidget(m_filterField);
    body()->addWidget(m_formatField);
    body()->addWidget(m_certificateField);
    body()->addWidget(m_bare);
    row(m_senderField, m_recipientsField);
    row(m_accountField, m_secretField);
    row(m_sizeField, m_keepField);
    body()->addWidget(m_beginning);
    addButton(m_cancel);
    addButton(m_save);
}

void OutputDialog::fill()
{
    const outputs::DestinationFields fields = m_destination ? m_destination->fields : outputs::DestinationFields{};
    m_kind->setCurrentIndex(static_cast<int>(fields.kind));
    enableOr(m_kind, m_destination ? tr("A destination keeps its kind: add another") : QString());
    m_beginning->setVisible(!m_destination);
    m_name->setText(text(fields.name));
    m_target->setText(text(fields.target));
    m_filter->setText(text(fields.filter));
    m_sender->setText(text(fields.sender));
    m_account->setText(text(fields.account));
    m_size->setValue(static_cast<int>(std::max<std::int64_t>(1, fields.rotateBytes / mebibyte)));
    m_keep->setValue(static_cast<int>(fields.keepFiles));
    QStringList recipients;
    for (const std::string& address : fields.recipients)
        recipients << text(address);
    m_recipients->setText(recipients.join(u", "_s));
    fillFormats();
    if (m_destination)
        m_format->setCurrentIndex(m_format->findData(static_cast<int>(fields.format)));
}

DestinationKind OutputDialog::kind() const
{
    return static_cast<DestinationKind>(std::max(0, m_kind->currentIndex()));
}

void OutputDialog::fillFormats()
{
    m_format->clear();
    for (const auto format : {EventFormat::Rfc5424, EventFormat::JsonLines, EventFormat::Ocsf, EventFormat::Cef,
                              EventFormat::Text, EventFormat::Otlp}) {
        if (outputs::takes(kind(), format))
            m_format->addItem(outputFormatText(format), static_cast<int>(format));
    }
    m_format->setCurrentIndex(m_format->findData(static_cast<int>(outputs::usualFormat(kind()))));
}

void OutputDialog::setTexts()
{
    setTitle(m_destination ? tr("Edit %1").arg(text(m_destination->fields.name)) : tr("Add destination"));
    m_kindField->setLabel(tr("Kind"));
    const QStringList kinds = outputKindWords();
    for (int i = 0; i < kinds.size(); ++i)
        m_kind->setItemText(i, kinds[i]);
    m_nameField->setLabel(tr("Name"));
    m_filterField->setLabel(tr("Filter"));
    m_filterField->setHint(tr("Written as in Live events, without a period; empty takes everything"));
    m_formatField->setLabel(tr("Format"));
    for (int i = 0; i < m_format->count(); ++i)
        m_format->setItemText(i, outputFormatText(static_cast<EventFormat>(m_format->itemData(i).toInt())));
    m_senderField->setLabel(tr("Sender"));
    m_recipientsField->setLabel(tr("Recipients"));
    m_recipientsField->setHint(tr("Addresses with commas between"));
    m_accountField->setLabel(tr("Account"));
    m_accountField->setHint(tr("Empty: nobody signs in"));
    m_certificateField->setLabel(tr("Certificate of this side"));
    m_certificateField->setHint(tr("A PEM file with its key, for a server that asks for one; the key is kept sealed"));
    m_certificate->setAccessibleName(tr("Certificate of this side"));
    m_choose->setText(tr("Choose…"));
    m_choose->setAccessibleName(tr("Choose the certificate of this side"));
    m_bare->setText(tr("Show no certificate any more"));
    m_sizeField->setLabel(tr("Next file after"));
    m_size->setSuffix(tr(" MiB"));
    m_keepField->setLabel(tr("Files kept"));
    m_beginning->setText(tr("Also send what the journal holds already"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(m_destination ? tr("Save") : tr("Add destination"));
    setKindTexts();
}

/// What depends on the kind: which fields there are, and what they want.
void OutputDialog::setKindTexts()
{
    const bool mail = kind() == DestinationKind::Mail, file = kind() == DestinationKind::File,
               otlp = kind() == DestinationKind::Otlp, syslog = kind() == DestinationKind::Syslog;
    const bool hasCertificate = m_destination && !m_destination->fields.certificate.empty();
    m_certificateField->setVisible(syslog);
    m_bare->setVisible(syslog && hasCertificate);
    for (Field* field : {m_senderField, m_recipientsField, m_accountField})
        field->setVisible(mail);
    for (Field* field : {m_sizeField, m_keepField})
        field->setVisible(file);
    m_secretField->setVisible(mail || otlp || kind() == DestinationKind::Webhook);
    m_formatField->setVisible(!mail && !otlp);
    m_secretField->setLabel(mail ? tr("Password") : otlp ? tr("Token") : tr("Secret"));
    m_secretField->setHint(mail   ? QString()
                           : otlp ? tr("Goes with each call, if the receiver wants one")
                                  : tr("Signs each call; the receiver knows it, too"));
    switch (kind()) {
    case DestinationKind::Syslog:
        m_targetField->setLabel(tr("Host and port"));
        m_targetField->setHint(tr("Syslog over TLS (RFC 5425), usually port 6514"));
        m_target->setPlaceholderText(u"logs.example.org:6514"_s);
        break;
    case DestinationKind::Webhook:
        m_targetField->setLabel(tr("Address"));
        m_targetField->setHint(tr("Takes POST over https"));
        m_target->setPlaceholderText(u"https://hooks.example.org/events"_s);
        break;
    case DestinationKind::Otlp:
        m_targetField->setLabel(tr("Address"));
        m_targetField->setHint(tr("Takes OTLP logs over https, in JSON"));
        m_target->setPlaceholderText(u"https://otel.example.org:4318/v1/logs"_s);
        break;
    case DestinationKind::Mail:
        m_targetField->setLabel(tr("Mail server"));
        m_targetField->setHint(tr("smtps:// begins with TLS, smtp:// with STARTTLS; never without"));
        m_target->setPlaceholderText(u"smtps://mail.example.org:465"_s);
        break;
    case DestinationKind::File:
        m_targetField->setLabel(tr("File name"));
        m_targetField->setHint(tr("In the folder outputs of the data directory, without an ending"));
        m_target->setPlaceholderText(u"events"_s);
        break;
    }
}

void OutputDialog::takeKind()
{
    fillFormats();
    setKindTexts();
    for (Field* field : {m_targetField, m_senderField, m_recipientsField, m_accountField, m_secretField})
        field->setError({});
    adjustSize();
    updateState();
}

void OutputDialog::connectFields()
{
    connect(m_kind, &QComboBox::activated, this, &OutputDialog::takeKind);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &OutputDialog::submit);
    connect(m_choose, &QPushButton::clicked, this, &OutputDialog::chooseCertificate);
    connect(m_certificate, &QLineEdit::textChanged, this, [this] {
        m_certificateField->setError({});
        m_bare->setChecked(m_bare->isChecked() && m_certificate->text().isEmpty());
        updateState();
    });
    connect(m_bare, &QCheckBox::toggled, this, &OutputDialog::updateState);
    for (auto* field :
         {m_nameField, m_targetField, m_filterField, m_senderField, m_recipientsField, m_accountField, m_secretField})
        connect(qobject_cast<QLineEdit*>(field->input()), &QLineEdit::textChanged, this, [this, field] {
            field->setError({});
            updateState();
        });
}

/// Another server or account doesn't get what is stored for this one.
bool OutputDialog::wantsSecretAnew() const
{
    if (!m_destination || !m_destination->hasSecret)
        return false;
    const outputs::DestinationFields wanted = fields();
    const bool signsIn = wanted.kind != DestinationKind::Mail || !wanted.account.empty();
    return signsIn && outputs::aimsElsewhere(m_destination->fields, wanted);
}

void OutputDialog::updateState()
{
    const bool mail = kind() == DestinationKind::Mail, hook = kind() == DestinationKind::Webhook;
    const bool stored = m_destination && m_destination->hasSecret, anew = wantsSecretAnew();
    const bool secret = !m_secret->text().isEmpty() || (stored && !anew);
    const bool pair = !anew || !m_certificate->text().trimmed().isEmpty() || m_bare->isChecked();
    const bool said = kind() == DestinationKind::Syslog ? pair : !anew || secret;
    m_secret->setPlaceholderText(anew     ? tr("Needed again: it goes elsewhere now")
                                 : stored ? tr("Stored; enter another one to change it")
                                          : QString());
    const bool hasCertificate = m_destination && !m_destination->fields.certificate.empty();
    m_certificate->setPlaceholderText(!hasCertificate ? QString()
                                      : anew          ? tr("Needed again: it goes elsewhere now")
                                                      : tr("Stored; choose another one to change it"));
    const bool addresses = !m_sender->text().trimmed().isEmpty() && !m_recipients->text().trimmed().isEmpty();
    const bool complete = !nameText(m_name->text()).isEmpty() && !m_target->text().trimmed().isEmpty() && (!hook || secret) &&
                          (!mail || addresses) && said;
    enableOr(m_save, isButtonBusy(m_save) ? waitReason() : complete ? QString() : incompleteReason());
}

outputs::DestinationFields OutputDialog::fields() const
{
    outputs::DestinationFields fields = m_destination ? m_destination->fields : outputs::DestinationFields{};
    fields.kind = kind();
    fields.name = nameText(m_name->text()).toStdString();
    fields.target = m_target->text().trimmed().toStdString();
    fields.filter = m_filter->text().trimmed().toStdString();
    fields.format = static_cast<EventFormat>(m_format->currentData().toInt());
    if (fields.kind == DestinationKind::Mail) {
        fields.sender = m_sender->text().trimmed().toStdString();
        fields.recipients = addressesOf(m_recipients->text());
        fields.account = m_account->text().trimmed().toStdString();
    }
    // A size that isn't whole mebibytes stays as it is until somebody chooses another.
    if (fields.kind == DestinationKind::File &&
        m_size->value() != static_cast<int>(std::max<std::int64_t>(1, fields.rotateBytes / mebibyte)))
        fields.rotateBytes = m_size->value() * mebibyte;
    if (fields.kind == DestinationKind::File)
        fields.keepFiles = m_keep->value();
    return fields;
}

void OutputDialog::chooseCertificate()
{
    auto* dialog = new QFileDialog(this, tr("Choose a certificate"));
    dialog->setObjectName(u"output.certificate_file"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_certificate, &QLineEdit::setText);
    dialog->open();
}

void OutputDialog::submit()
{
    m_failure->hide();
    setButtonBusy(m_save, true);
    std::string typed = m_secretField->isVisibleTo(this) ? m_secret->text().toStdString() : std::string();
    auto secret = std::make_shared<SecretBytes>(SecretBytes::fromText(typed));
    wipe(typed);
    m_console.run(
        this,
        [destination = m_destination, wanted = fields(), secret,
         file = m_certificateField->isVisibleTo(this) ? m_certificate->text().trimmed() : QString(), bare = m_bare->isChecked(),
         beginning = m_beginning->isChecked()](Services& services,
                                               const access::Actor& actor) mutable -> Result<outputs::Destination> {
            if (bare)
                wanted.certificate.clear();
            if (!file.isEmpty()) {
                SALLYPORT_ASSIGN(wanted.certificate, pemIn(file));
            }
            std::optional<SecretBytes> given;
            if (!secret->empty())
                given = std::move(*secret);
            // A mailbox without an account has no password either.
            else if (destination && destination->hasSecret && wanted.kind == DestinationKind::Mail && wanted.account.empty())
                given = SecretBytes();
            if (!destination)
                return services.destinations.create(actor, {wanted, std::move(given), true, beginning});
            outputs::DestinationPatch patch;
            patch.fields = wanted;
            patch.secret = std::move(given);
            patch.expectedVersion = destination->version;
            return services.destinations.change(actor, destination->id, std::move(patch));
        },
        [this](const Result<outputs::Destination>& destination) {
            setButtonBusy(m_save, false);
            updateState();
            if (!destination)
                return showFailure(destination.error());
            m_secret->wipe();
            accept();
            Q_EMIT saved(*destination);
        });
}

void OutputDialog::showFailure(const Error& error)
{
    Field* const secret = kind() == DestinationKind::Syslog ? m_certificateField : m_secretField; // its key comes with it
    const std::pair<std::string_view, Field*> places[] = {{"name", m_nameField},
                                                          {"target", m_targetField},
                                                          {"filter", m_filterField},
                                                          {"format", m_formatField},
                                                          {"sender", m_senderField},
                                                          {"recipients", m_recipientsField},
                                                          {"account", m_accountField},
                                                          {"secret", secret},
                                                          {"rotate_bytes", m_sizeField},
                                                          {"keep_files", m_keepField},
                                                          {"certificate", m_certificateField}};
    bool placed = !error.fields.empty();
    for (const auto& failed : error.fields) {
        Field* field = nullptr;
        for (const auto& [name, place] : places)
            if (failed.field == name || failed.field.starts_with(std::string(name) + "."))
                field = place;
        placed = placed && field && field->isVisibleTo(this);
        if (field)
            field->setError(outputFieldText(failed));
    }
    if (!placed)
        m_failure->showError(error);
}

} // namespace sallyport::ui

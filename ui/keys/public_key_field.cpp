#include "ui/keys/public_key_field.h"

#include "ui/console/local_file.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"

#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

/// Twice what the largest key that is taken needs.
constexpr qint64 publicKeyBytes = 8'192;
constexpr int publicKeyLines = 4;

} // namespace

PublicKeyField::PublicKeyField(const QString& objectName, QWidget* parent)
    : QWidget(parent), m_text(new QPlainTextEdit(this)),
      m_open(makeButton(ButtonKind::Link, objectName + u".open"_s, this, Icon::Folder))
{
    setObjectName(objectName + u".box"_s);
    setAcceptDrops(true);
    m_text->setObjectName(objectName);
    m_field = new Field(m_text, this);
    m_text->setFont(textFont(TextStyle::Mono));
    m_text->setTabChangesFocus(true);
    m_text->setAcceptDrops(false);
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * publicKeyLines + 18);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_field);
    column->addWidget(m_open, 0, Qt::AlignLeading);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_field->setError({});
        Q_EMIT changed();
    });
    connect(m_open, &QPushButton::clicked, this, &PublicKeyField::choose);
    onRetranslate(this, [this] {
        m_text->setPlaceholderText(u"-----BEGIN PUBLIC KEY-----"_s);
        m_field->setHint(tr("Ed25519 or ECDSA P-256, as PEM or JWK. The private key stays with the program."));
        m_open->setText(tr("Open a file"));
    });
}

std::string PublicKeyField::key() const
{
    return m_text->toPlainText().trimmed().toStdString();
}

void PublicKeyField::setLabel(const QString& label)
{
    m_field->setLabel(label);
}

void PublicKeyField::refuse()
{
    m_field->setError(tr("This is no public key of these kinds"));
}

void PublicKeyField::choose()
{
    auto* dialog = new QFileDialog(window(), tr("Open a public key"));
    dialog->setObjectName(u"public_key.open_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PublicKeyField::readFile);
    dialog->open();
}

void PublicKeyField::readFile(const QString& path)
{
    QFile file;
    if (!openLocalFile(file, path, QIODevice::ReadOnly) || file.size() > publicKeyBytes)
        return refuse();
    m_text->setPlainText(QString::fromUtf8(file.read(publicKeyBytes)));
}

void PublicKeyField::dragEnterEvent(QDragEnterEvent* event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void PublicKeyField::dropEvent(QDropEvent* event)
{
    if (const auto urls = event->mimeData()->urls(); !urls.isEmpty() && urls.front().isLocalFile())
        readFile(urls.front().toLocalFile());
}

} // namespace sallyport::ui

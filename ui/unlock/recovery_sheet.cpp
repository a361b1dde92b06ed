#include "ui/unlock/recovery_sheet.h"

#include "ui/console/local_file.h"
#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/clipboard_guard.h"

#include <QCheckBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <memory>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

/// The raised box with the key.
class KeyBox final : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        drawBox(&painter, rect(), color(Token::Raised), color(Token::Border));
    }
};

} // namespace

RecoverySheet::RecoverySheet(const QString& objectName, QWidget* parent)
    : QWidget(parent), m_keyLabel(makeLabel(TextStyle::Mono, Tone::Normal)), m_stored(new QCheckBox(this)),
      m_note(new Banner(objectName + u".note"_s, this))
{
    setObjectName(objectName);
    auto* box = new KeyBox(this);
    auto* boxRow = new QHBoxLayout(box);
    boxRow->setContentsMargins(13, 12, 13, 12);
    m_keyLabel->setObjectName(objectName + u".key"_s);
    m_keyLabel->setWordWrap(true);
    m_keyLabel->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QFont large = textFont(TextStyle::Mono);
    large.setPointSizeF(14 * 0.75);
    m_keyLabel->setFont(large);
    m_keyLabel->setLayoutDirection(Qt::LeftToRight);
    boxRow->addWidget(m_keyLabel, 1);

    auto* copy = makeButton(ButtonKind::Secondary, objectName + u".copy"_s, this, Icon::Copy);
    auto* save = makeButton(ButtonKind::Secondary, objectName + u".save"_s, this, Icon::Download);
    auto* print = makeButton(ButtonKind::Secondary, objectName + u".print"_s, this, Icon::Print);
    auto* actions = new QHBoxLayout;
    actions->setSpacing(8);
    actions->addWidget(print);
    actions->addWidget(save);
    actions->addWidget(copy);
    actions->addStretch(1);
    m_stored->setObjectName(objectName + u".stored"_s);
    m_note->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(box);
    column->addLayout(actions);
    column->addWidget(m_note);
    column->addWidget(m_stored);

    connect(copy, &QPushButton::clicked, this, [this] {
        if (!m_clipboard)
            return;
        m_clipboard->copySecret(m_key);
        note(true, tr("Copied. The clipboard is cleared after 30 s."));
    });
    connect(save, &QPushButton::clicked, this, &RecoverySheet::save);
    connect(print, &QPushButton::clicked, this, &RecoverySheet::print);
    connect(m_stored, &QCheckBox::toggled, this, &RecoverySheet::storedChanged);
    onRetranslate(this, [this, copy, save, print] {
        copy->setText(tr("Copy"));
        save->setText(tr("Save to file"));
        print->setText(tr("Print"));
        m_stored->setText(tr("I have stored the recovery key in a safe place"));
        m_keyLabel->setAccessibleName(tr("Recovery key"));
    });
}

void RecoverySheet::setKey(const QString& vaultName, const QString& key)
{
    m_vault = vaultName;
    m_key = key;
    // A zero-width space lets a line break between groups.
    m_keyLabel->setText(QString(key).replace(u'-', u"-\u200b"_s));
}

bool RecoverySheet::isStored() const
{
    return m_stored->isChecked();
}

void RecoverySheet::wipe()
{
    m_keyLabel->clear();
    m_key.fill(u'\0');
    m_key.clear();
}

void RecoverySheet::note(bool good, const QString& text)
{
    m_note->setTone(good ? Tone::Success : Tone::Danger, good ? Icon::CheckCircle : Icon::Error);
    m_note->setTitle(text);
    m_note->show();
}

QString RecoverySheet::sheetText() const
{
    return tr("Recovery key of the Sallyport vault “%1”").arg(m_vault) + u"\n\n"_s + m_key + u"\n\n"_s +
           tr("Whoever has this key can open the vault without its passphrase. Keep it apart from the computer.") + u'\n';
}

bool RecoverySheet::saveTo(const QString& path) const
{
    QFile file;
    // Private from the first byte: the file is made empty, closed to others, and only then written.
    if (!openLocalFile(file, path, QIODevice::WriteOnly))
        return false;
    if (!file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return false;
    const QByteArray bytes = sheetText().toUtf8();
    return file.write(bytes) == bytes.size() && file.flush();
}

void RecoverySheet::save()
{
    auto* dialog = new QFileDialog(window(), tr("Save the recovery key"));
    dialog->setObjectName(objectName() + u".save_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->selectFile(u"sallyport-recovery-key.txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        if (saveTo(path))
            note(true, tr("Saved. Move the file off this computer."));
        else
            note(false, tr("The file could not be written. Choose another place."));
    });
    dialog->open();
}

void RecoverySheet::print()
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(tr("Recovery key"));
    auto* dialog = new QPrintDialog(printer.get(), window());
    dialog->setObjectName(objectName() + u".print_dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QAbstractPrintDialog::PrintToFile, true);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        paintSheet(printer.get());
        note(true, tr("Sent to the printer"));
    });
    dialog->open();
}

void RecoverySheet::paintSheet(QPrinter* printer) const
{
    QPainter painter(printer);
    const double inch = printer->resolution();
    const QRectF page = printer->pageLayout().paintRectPixels(printer->resolution());
    double y = page.y() + inch * 0.4;
    const auto text = [&](const QString& shown, QFont font, double points, double gap) {
        font.setPointSizeF(points);
        painter.setFont(font);
        const QRectF room(inch * 0.4, y, page.width() - inch * 0.8, page.height() - y);
        QRectF used;
        painter.drawText(room, Qt::TextWordWrap | Qt::AlignLeading | Qt::AlignTop, shown, &used);
        y = used.bottom() + inch * gap;
    };
    painter.setPen(Qt::black);
    text(u"Sallyport"_s, textFont(TextStyle::Heading), 20, 0.1);
    text(tr("Recovery key of the vault “%1”").arg(m_vault), textFont(TextStyle::Body), 12, 0.4);
    text(m_key, textFont(TextStyle::Mono), 15, 0.4);
    text(tr("Whoever has this key can open the vault without its passphrase. Keep it apart from the computer."),
         textFont(TextStyle::Body), 11, 0.3);
}

} // namespace sallyport::ui

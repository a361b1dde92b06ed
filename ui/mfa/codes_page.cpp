#include "ui/mfa/codes_page.h"

#include "ui/console/local_file.h"
#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/words/relative_time.h"

#include <QCheckBox>
#include <QDate>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QVBoxLayout>

#include <memory>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 2;

class CodesBox final : public QWidget {
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

CodesPage::CodesPage(QString userName, QString email, QWidget* parent)
    : QWidget(parent), m_userName(std::move(userName)), m_email(std::move(email)),
      m_title(makeLabel(TextStyle::Heading, Tone::Normal, this)), m_why(makeLabel(TextStyle::Body, Tone::Muted, this)),
      m_box(new CodesBox(this)), m_grid(new QGridLayout(m_box)),
      m_copy(makeButton(ButtonKind::Secondary, u"mfa.codes.copy"_s, this, Icon::Copy)),
      m_print(makeButton(ButtonKind::Secondary, u"mfa.codes.print"_s, this, Icon::Print)),
      m_save(makeButton(ButtonKind::Secondary, u"mfa.codes.save"_s, this, Icon::Save)), m_stored(new QCheckBox(this)),
      m_line(makeLabel(TextStyle::Small, Tone::Muted, this))
{
    m_stored->setObjectName(u"mfa.codes.stored"_s);
    for (QPushButton* button : {m_copy, m_print, m_save})
        button->setAutoDefault(true); // Enter does what has the focus
    m_why->setWordWrap(true);
    m_line->setWordWrap(true);
    m_line->setObjectName(u"mfa.codes.message"_s);
    m_grid->setContentsMargins(16, 12, 16, 12);
    m_grid->setHorizontalSpacing(32);
    m_grid->setVerticalSpacing(4);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_print);
    buttons->addWidget(m_save);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addSpacing(4);
    column->addWidget(m_why);
    column->addSpacing(16);
    column->addWidget(m_box);
    column->addSpacing(16);
    column->addLayout(buttons);
    column->addSpacing(8);
    column->addWidget(m_line);
    column->addSpacing(8);
    column->addWidget(m_stored);
    column->addStretch(1);
    connect(m_stored, &QCheckBox::toggled, this, &CodesPage::storedChanged);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        m_clipboard.copySecret(sheet());
        m_line->setText(tr("Copied. The clipboard is cleared after 30 s."));
        Q_EMIT copied();
    });
    connect(m_print, &QPushButton::clicked, this, &CodesPage::print);
    connect(m_save, &QPushButton::clicked, this, &CodesPage::save);
    onRetranslate(this, [this] { setTexts(); });
}

void CodesPage::setTexts()
{
    m_title->setText(tr("Recovery codes of %1").arg(m_userName));
    m_why->setText(tr("Without the phone each of them opens the account once. They are shown only now: store them "
                      "where the phone is not."));
    m_copy->setText(tr("Copy"));
    m_print->setText(tr("Print…"));
    m_save->setText(tr("Save…"));
    m_stored->setText(tr("I have stored the codes"));
}

bool CodesPage::isStored() const
{
    return m_stored->isChecked();
}

QWidget* CodesPage::firstField() const
{
    return m_copy;
}

void CodesPage::show(const std::vector<SecretBytes>& codes)
{
    wipe();
    m_stored->setChecked(false);
    const int rows = (static_cast<int>(codes.size()) + columns - 1) / columns;
    for (std::size_t at = 0; at < codes.size(); ++at) {
        const auto code = QString::fromUtf8(codes[at].view().data(), static_cast<qsizetype>(codes[at].size()));
        m_codes << code;
        auto* label = makeLabel(code, TextStyle::Mono, Tone::Normal, m_box);
        label->setObjectName(u"mfa.codes.%1"_s.arg(at + 1));
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(label, static_cast<int>(at) % rows, static_cast<int>(at) / rows);
    }
}

void CodesPage::wipe()
{
    for (auto& code : m_codes)
        code.fill(u'\0');
    m_codes.clear();
    while (auto* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QString CodesPage::sheet() const
{
    QString text = tr("Sallyport recovery codes") + u'\n' + m_userName + u" <"_s + m_email + u">\n"_s +
                   QLocale().toString(localTime(QDateTime::currentDateTimeUtc()).date(), QLocale::LongFormat) + u"\n\n"_s;
    for (const auto& code : m_codes)
        text += code + u'\n';
    return text + u'\n' + tr("Each code works once.") + u'\n';
}

void CodesPage::print()
{
    auto printer = std::make_shared<QPrinter>();
    printer->setDocName(tr("Sallyport recovery codes"));
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        QPainter painter;
        if (!painter.begin(printer.get())) {
            m_line->setText(tr("The printer did not take it. Save the codes instead."));
            return;
        }
        painter.setFont(textFont(TextStyle::Mono));
        painter.drawText(printer->pageLayout().paintRectPixels(printer->resolution()), Qt::AlignTop | Qt::AlignLeft, sheet());
        m_line->setText(tr("Sent to the printer."));
    });
    // Keeps the printer alive as long as the dialog that points to it.
    connect(dialog, &QObject::destroyed, this, [printer] {});
    dialog->open();
}

void CodesPage::save()
{
    auto* dialog = new QFileDialog(this, tr("Save recovery codes"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"txt"_s);
    dialog->selectFile(u"sallyport-recovery-codes.txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &CodesPage::write);
    dialog->open();
}

void CodesPage::write(const QString& name)
{
    QSaveFile file(name);
    const auto text = sheet().toUtf8();
    const bool written = isFileOrFree(name) && file.open(QIODevice::WriteOnly) &&
                         file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) &&
                         file.write(text) == text.size() && file.commit();
    m_line->setText(written ? tr("Saved to %1").arg(name) : tr("%1 could not be written").arg(name));
}

} // namespace sallyport::ui

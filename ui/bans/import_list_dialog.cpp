#include "ui/bans/import_list_dialog.h"

#include "backend/protection/lists/address_rules.h"
#include "ui/console/console.h"
#include "ui/console/local_file.h"
#include "ui/console/permit.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/lines_list.h"
#include "ui/parts/step_up_dialog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/segmented_control.h"
#include "ui/words/address_rule_text.h"
#include "ui/words/user_text.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;
using access::Permission;
using protection::AddressImportResult;

namespace {

constexpr qint64 fileMost = 8 * 1024 * 1024;
constexpr int tryAfter = 300; // ms after the last key
constexpr int wrongShown = 4;

/// On a worker. PayloadTooLarge, NotFound.
Result<std::string> readList(const QString& path)
{
    QFile file;
    if (!openLocalFile(file, path, QIODevice::ReadOnly))
        return makeError(ErrorCode::NotFound, "The file cannot be read.");
    const QByteArray bytes = file.read(fileMost + 1);
    if (bytes.size() > fileMost)
        return makeError(ErrorCode::PayloadTooLarge, "A list has at most 8 MiB.");
    return bytes.toStdString();
}

} // namespace

ImportListDialog::ImportListDialog(Console& console, QWidget* parent)
    : DialogFrame(u"import_list"_s, parent, 600), m_console(console),
      m_action(new SegmentedControl(u"import_list.action"_s, this)), m_text(new QPlainTextEdit(this)),
      m_file(makeButton(ButtonKind::Secondary, u"import_list.file"_s, this, Icon::Folder)), m_reason(new QLineEdit(this)),
      m_time(new QComboBox(this)), m_told(makeLabel(TextStyle::Body, Tone::Muted, this)),
      m_wrong(new LinesList(u"import_list.wrong"_s, this)), m_failure(new Banner(u"import_list.failure"_s, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"import_list.cancel"_s, this)),
      m_save(makeButton(ButtonKind::Primary, u"import_list.save"_s, this))
{
    build();
    onRetranslate(this, [this] { setTexts(); });
    updateState();
    m_text->setFocus();
}

void ImportListDialog::build()
{
    m_action->addSegment(u"block"_s);
    m_action->addSegment(u"allow"_s);
    m_text->setObjectName(u"import_list.text"_s);
    m_text->setTabChangesFocus(true);
    m_text->setFixedHeight(scaled(120, this));
    m_text->setFont(textFont(TextStyle::Mono));
    m_reason->setObjectName(u"import_list.reason"_s);
    m_reason->setMaxLength(static_cast<int>(protection::addressReasonLimit));
    m_time->setObjectName(u"import_list.time"_s);
    m_told->setObjectName(u"import_list.told"_s);
    m_told->setWordWrap(true);
    m_textField = new Field(m_text, this);
    m_reasonField = new Field(m_reason, this);
    m_timeField = new Field(m_time, this);
    m_failure->setTone(Tone::Danger, Icon::Error);
    m_failure->hide();
    m_wrong->hide();
    auto* choice = new QHBoxLayout;
    choice->addWidget(m_action);
    choice->addStretch(1);
    choice->addWidget(m_file);
    auto* how = new QHBoxLayout;
    how->setSpacing(12);
    how->addWidget(m_reasonField, 2);
    how->addWidget(m_timeField, 1);
    body()->addWidget(m_failure);
    body()->addLayout(choice);
    body()->addWidget(m_textField);
    body()->addLayout(how);
    body()->addWidget(m_told);
    body()->addWidget(m_wrong);
    addButton(m_cancel);
    addButton(m_save);
    m_wait.setSingleShot(true);
    m_wait.setInterval(tryAfter);
    connect(&m_wait, &QTimer::timeout, this, &ImportListDialog::tryNow);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_fileText.clear();
        m_fileName.clear();
        tryLater();
    });
    connect(m_action, &SegmentedControl::currentChanged, this, [this] {
        setTexts();
        tryLater();
    });
    connect(m_file, &QPushButton::clicked, this, &ImportListDialog::chooseFile);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ImportListDialog::submit);
}

void ImportListDialog::setTexts()
{
    setTitle(tr("Import a list"));
    m_action->setAccessibleName(tr("What the rules do"));
    m_action->setSegmentText(0, tr("Block"));
    m_action->setSegmentText(1, tr("Allow", "an address rule"));
    m_file->setText(tr("Choose file…"));
    m_textField->setLabel(tr("Addresses and ranges, one a line"));
    m_text->setPlaceholderText(u"203.0.113.7\n198.51.100.0/24 # "_s + tr("reason"));
    m_textField->setHint(m_fileName.isEmpty() ? tr("# and ; begin a comment; behind an address it is its reason.")
                                              : tr("From %1. What is typed here takes its place.").arg(m_fileName));
    m_reasonField->setLabel(tr("Reason of lines without one"));
    m_reason->setPlaceholderText(tr("Optional"));
    m_timeField->setLabel(tr("How long"));
    const QVariant chosen = m_time->count() > 0 ? m_time->currentData() : QVariant(qint64{0});
    m_time->clear();
    for (const qint64 seconds : addressRuleTimes())
        m_time->addItem(addressRuleTimeText(seconds), seconds);
    m_time->setCurrentIndex(m_time->findData(chosen));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(tr("Import"));
    showTried();
}

void ImportListDialog::chooseFile()
{
    auto* dialog = new QFileDialog(window(), tr("Import a list"));
    dialog->setObjectName(u"import_list.choose"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Lists as text (*.txt *.list *.csv *.netset *.ipset)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ImportListDialog::takeFile);
    dialog->open();
}

void ImportListDialog::takeFile(const QString& path)
{
    m_console.runAside(
        this, [path] { return readList(path); },
        [this, name = QFileInfo(path).fileName()](Result<std::string> list) {
            if (!list)
                return m_failure->showError(list.error());
            m_failure->hide();
            m_text->clear();
            m_fileText = std::move(*list);
            m_fileName = name;
            setTexts();
            tryNow();
        });
}

std::string ImportListDialog::listText() const
{
    return m_fileName.isEmpty() ? m_text->toPlainText().toStdString() : m_fileText;
}

protection::AddressImport ImportListDialog::question(bool tryOnly) const
{
    protection::AddressImport import;
    import.text = listText();
    import.action = m_action->current() == 1 ? "allow" : "block";
    import.reason = m_reason->text().trimmed().toStdString();
    if (const qint64 seconds = m_time->currentData().toLongLong(); seconds > 0)
        import.expiresIn = std::chrono::seconds(seconds);
    import.tryOnly = tryOnly;
    return import;
}

void ImportListDialog::tryLater()
{
    m_tried.reset();
    showTried();
    m_wait.start();
}

void ImportListDialog::tryNow()
{
    m_wait.stop();
    m_tried.reset();
    const int asked = ++m_asked;
    if (listText().empty() || !lacks(m_console, Permission::BansCreate).isEmpty())
        return showTried();
    m_console.run(
        this,
        [import = question(true)](Services& services, const access::Actor& actor) {
            return services.addressRules.import(actor, import);
        },
        [this, asked](const Result<AddressImportResult>& tried) {
            if (asked != m_asked)
                return;
            if (tried)
                m_tried = *tried;
            else
                m_failure->showError(tried.error());
            showTried();
        });
}

void ImportListDialog::showTried()
{
    updateState();
    m_wrong->setVisible(m_tried && !m_tried->lines.empty());
    if (!m_tried)
        return m_told->setText(tr("What an import would do is said here before it does it."));
    const QLocale locale;
    QStringList told{tr("%Ln rules would be added", nullptr, static_cast<int>(m_tried->added))};
    if (m_tried->known > 0)
        told << tr("%Ln are on the list already", nullptr, static_cast<int>(m_tried->known));
    if (m_tried->wrong > 0)
        told << tr("%Ln lines are left out", nullptr, static_cast<int>(m_tried->wrong));
    if (m_tried->tooMany > 0)
        told << tr("%Ln have no room", nullptr, static_cast<int>(m_tried->tooMany));
    m_told->setText(told.join(u"; "_s) + u'.');
    QList<LinesList::Line> lines;
    for (std::size_t i = 0; i < m_tried->lines.size() && i < wrongShown; ++i) {
        LinesList::Line line;
        line.icon = Icon::Warning;
        line.tone = Tone::Warning;
        line.text = tr("Line %1").arg(locale.toString(static_cast<qulonglong>(m_tried->lines[i].number)));
        line.note = tr("No address and no range, or one that may not be blocked");
        line.toolTip = text(m_tried->lines[i].why);
        lines << line;
    }
    m_wrong->setLines(lines);
}

void ImportListDialog::updateState()
{
    QString reason = lacks(m_console, Permission::BansCreate);
    if (reason.isEmpty() && m_action->current() == 1)
        reason = lacks(m_console, Permission::BansDelete);
    allow(m_save, reason, !isButtonBusy(m_save) && m_tried && m_tried->added > 0, {},
          m_tried && !isButtonBusy(m_save) ? tr("There is nothing new in it") : QString());
}

void ImportListDialog::submit()
{
    m_failure->hide();
    setButtonBusy(m_save, true);
    m_console.run(
        this,
        [import = question(false)](Services& services, const access::Actor& actor) {
            return services.addressRules.import(actor, import);
        },
        [this](const Result<AddressImportResult>& done) {
            setButtonBusy(m_save, false);
            updateState();
            if (!done && wantsStepUp(done.error()))
                return askStepUp(m_console, this, [this] { submit(); });
            if (!done)
                return m_failure->showError(done.error());
            accept();
            Q_EMIT imported(static_cast<qint64>(done->added));
        });
}

} // namespace sallyport::ui

#include "ui/keys/new_key_banner.h"

#include "ui/console/local_file.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/small_parts.h"
#include "ui/words/key_text.h"

#include <QFile>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSide = 20;
constexpr int fieldWidth = 560;
constexpr int dots = 44;

/// `1:48`.
QString clockText(int seconds)
{
    return QString::number(seconds / 60) + u':' + QString::number(seconds % 60).rightJustified(2, u'0');
}

QString textOf(const SecretBytes& secret)
{
    return QString::fromUtf8(secret.view().data(), static_cast<qsizetype>(secret.size()));
}

} // namespace

NewKeyBanner::NewKeyBanner(identity::IssuedKey issued, bool rotated, ClipboardGuard& clipboard, SaveChooser chooser,
                           QWidget* parent)
    : QWidget(parent), m_issued(std::move(issued)), m_rotated(rotated), m_clipboard(clipboard), m_chooser(std::move(chooser)),
      m_title(makeLabel(TextStyle::Heading, Tone::Normal, this)), m_timerIcon(new IconLabel(Icon::Timer, Tone::Muted, 14, this)),
      m_countdown(new ElideLabel(TextStyle::Small, Tone::Muted, this)),
      m_show(makeButton(ButtonKind::Link, u"keys.new.show"_s, this)),
      m_save(makeButton(ButtonKind::Secondary, u"keys.new.save"_s, this, Icon::Download)),
      m_stored(makeButton(ButtonKind::Secondary, u"keys.new.stored"_s, this, Icon::Check)),
      m_note(makeLabel(TextStyle::Small, Tone::Muted, this))
{
    setObjectName(u"keys.new"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_title->setWordWrap(true);
    m_note->setWordWrap(true);
    m_countdown->setObjectName(u"keys.new.countdown"_s);
    m_show->hide();

    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_timerIcon);
    head->addWidget(m_countdown);
    head->addWidget(m_show);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addLayout(head);
    column->addSpacing(10);
    m_lines << makeLine(u"keys.new.key"_s, m_issued.text, true);
    if (!m_issued.signingSecret.empty())
        m_lines << makeLine(u"keys.new.signing"_s, m_issued.signingSecret, false);
    for (int i = 0; i < m_lines.size(); ++i) {
        auto* row = new QHBoxLayout;
        row->setSpacing(8);
        if (m_lines.size() > 1) {
            m_lines[i].name = makeLabel(TextStyle::Small, Tone::Muted, this);
            column->addWidget(m_lines[i].name);
            column->addSpacing(2);
        }
        // As wide as the text of a key; what is left over goes to the empty room.
        row->addWidget(m_lines[i].field, 100);
        row->addWidget(m_lines[i].copy);
        if (i == 0)
            row->addWidget(m_save);
        row->addStretch(1);
        if (i == 0)
            row->addWidget(m_stored);
        column->addLayout(row);
        column->addSpacing(8);
    }
    column->addWidget(m_note);

    auto* all = new QHBoxLayout(this);
    setLeadingMargins(this, {19, 15, 17, 15});
    all->setSpacing(12);
    auto* icon = new QVBoxLayout;
    icon->addSpacing(2);
    icon->addWidget(new IconLabel(Icon::Key, Tone::Success, iconSide, this));
    icon->addStretch(1);
    all->addLayout(icon);
    all->addLayout(column, 1);

    connect(m_show, &QPushButton::clicked, this, &NewKeyBanner::showText);
    connect(m_stored, &QPushButton::clicked, this, &NewKeyBanner::stored);
    connect(m_save, &QPushButton::clicked, this, [this] {
        m_chooser(this, text(m_issued.key.prefix) + u".txt"_s, [this](const QString& path) {
            if (!saveTo(path))
                return Q_EMIT saveFailed();
            m_save->setText(tr("Saved"));
        });
    });
    connect(&m_clipboard, &ClipboardGuard::expired, this, [this] {
        m_copied = -1;
        setTexts();
    });
    m_tick.setInterval(std::chrono::seconds(1));
    connect(&m_tick, &QTimer::timeout, this, &NewKeyBanner::tick);
    onRetranslate(this, [this] { setTexts(); });
    showText();
}

NewKeyBanner::~NewKeyBanner()
{
    for (const auto& line : m_lines)
        line.field->clear();
}

NewKeyBanner::Line NewKeyBanner::makeLine(const QString& objectName, const SecretBytes& secret, bool primary)
{
    Line line;
    line.text = &secret;
    line.field = new QLineEdit(this);
    line.field->setObjectName(objectName);
    line.field->setFont(textFont(TextStyle::Mono));
    line.field->setReadOnly(true);
    line.field->setLayoutDirection(Qt::LeftToRight);
    line.field->setMaximumWidth(scaled(fieldWidth, this));
    line.field->setMinimumWidth(scaled(160, this));
    line.copy = makeButton(primary ? ButtonKind::Primary : ButtonKind::Secondary, objectName + u".copy"_s, this, Icon::Copy);
    const int index = static_cast<int>(m_lines.size());
    connect(line.copy, &QPushButton::clicked, this, [this, index] {
        m_clipboard.copySecret(textOf(*m_lines.at(index).text));
        m_copied = index;
        setTexts();
    });
    return line;
}

void NewKeyBanner::setTexts()
{
    const auto name = text(m_issued.key.name);
    const auto title = m_rotated ? tr("“%1” has a new key. Copy it now: it is shown only once.").arg(name)
                                 : tr("“%1” is ready. Copy its key now: it is shown only once.").arg(name);
    m_title->setText(title);
    setAccessibleName(title);
    const QStringList names{tr("API key"), tr("Signing secret")};
    for (int i = 0; i < m_lines.size(); ++i) {
        m_lines[i].field->setAccessibleName(names.value(i));
        if (m_lines[i].name)
            m_lines[i].name->setText(names.value(i));
        m_lines[i].copy->setText(m_copied == i ? tr("Copied") : tr("Copy"));
        m_lines[i].copy->setAccessibleName(i == 0 ? tr("Copy the API key") : tr("Copy the signing secret"));
    }
    m_save->setText(tr("Save to file"));
    m_stored->setText(tr("I have stored it"));
    m_show->setText(tr("Show again"));
    const auto& key = m_issued.key;
    auto note = tr("Only its fingerprint is kept here. The clipboard is cleared 30 s after copying. Expires %1.")
                    .arg(dayText(key.expiresAt));
    if (m_rotated && key.previousUntil)
        note += u' ' + tr("The old key works until %1.").arg(exactText(*key.previousUntil));
    else if (m_rotated)
        note += u' ' + tr("The old key has stopped.");
    m_note->setText(note);
    fillFields();
}

void NewKeyBanner::fillFields()
{
    const bool shown = m_left > 0;
    for (const auto& line : m_lines) {
        line.field->setText(shown ? textOf(*line.text) : QString(dots, u'•'));
        line.field->setCursorPosition(0);
    }
    m_timerIcon->setVisible(shown);
    m_countdown->setVisible(shown);
    m_show->setVisible(!shown);
    m_countdown->setText(tr("Hidden in %1").arg(clockText(m_left)));
}

void NewKeyBanner::showText()
{
    m_left = static_cast<int>(shownFor.count());
    m_tick.start();
    fillFields();
}

QString NewKeyBanner::unsavedWork() const
{
    //: %1: a key's name
    return tr("The new key of “%1”, shown only once").arg(QString::fromStdString(m_issued.key.name));
}

void NewKeyBanner::hideText()
{
    m_left = 0;
    m_tick.stop();
    fillFields();
}

void NewKeyBanner::tick()
{
    if (--m_left <= 0)
        return hideText();
    m_countdown->setText(tr("Hidden in %1").arg(clockText(m_left)));
}

void NewKeyBanner::focusCopy()
{
    m_lines.front().copy->setFocus();
}

bool NewKeyBanner::saveTo(const QString& path) const
{
    QFile file;
    // Private from the first byte: the file is made empty, closed to others, and only then written.
    if (!openLocalFile(file, path, QIODevice::WriteOnly))
        return false;
    if (!file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return false;
    for (const auto& line : m_lines) {
        const auto size = static_cast<qint64>(line.text->size());
        if (file.write(line.text->view().data(), size) != size || !file.putChar('\n'))
            return false;
    }
    return file.flush();
}

void NewKeyBanner::paintEvent(QPaintEvent*)
{
    paintPinned(this, Tone::Success);
}

} // namespace sallyport::ui

#include "ui/simulator/question_form.h"

#include "ui/console/console.h"
#include "ui/look/margins.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/parts/whole_edit.h"
#include "ui/simulator/facts_dialog.h"
#include "ui/simulator/name_picker.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/words/access_text.h"
#include "ui/words/relative_time.h"

#include "backend/access/policies/policy.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::uint32_t namesOffered = 8;
constexpr std::array<int, 6> usualAges{0, 300, 900, 3600, 8 * 3600, 24 * 3600}; // seconds
constexpr std::array<const char*, 4> objectClasses{"public", "internal", "confidential", "restricted"};

std::vector<NameChoice> people(Services& services, const access::Actor& actor, const std::string& typed)
{
    std::vector<NameChoice> found;
    identity::UserQuery users;
    users.text = typed;
    users.limit = namesOffered;
    if (const auto page = services.users.list(actor, users))
        for (const identity::User& user : page->users)
            found.push_back({user.id.text(), text(user.name), text(user.department)});
    identity::ServiceAccountQuery accounts;
    accounts.text = typed;
    accounts.limit = namesOffered;
    if (const auto page = services.serviceAccounts.list(actor, accounts))
        for (const identity::ServiceAccount& account : page->accounts)
            if (found.size() < namesOffered + namesOffered / 2)
                found.push_back({account.id.text(), text(account.name), text(account.description)});
    return found;
}

/// Who may ask, and with what: keys are within what they were made for.
std::vector<NameChoice> askers(Services& services, const access::Actor& actor, const std::string& typed)
{
    std::vector<NameChoice> found = people(services, actor, typed);
    identity::ApiKeyQuery keys;
    keys.text = typed;
    keys.limit = namesOffered;
    keys.filter = identity::ApiKeyQuery::Filter::Usable;
    if (const auto page = services.apiKeys.list(actor, keys))
        for (const identity::ApiKey& key : page->keys)
            if (found.size() < 2 * namesOffered)
                //: %1: the name of who owns an API key
                found.push_back({key.id.text(), text(key.name), QuestionForm::tr("API key of %1").arg(text(key.owner.name))});
    return found;
}

std::vector<NameChoice> recordsFor(Services& services, const access::Actor& actor, const std::string& typed)
{
    std::vector<NameChoice> found;
    records::RecordQuery query;
    query.text = typed;
    query.limit = namesOffered;
    query.bodies = false;
    if (const auto page = services.records.list(actor, query))
        for (const records::Record& record : page->records)
            found.push_back({record.id.text(), text(record.title), text(record.department.value_or(std::string()))});
    return found;
}

/// Asks a worker for names.
template <typename Look>
NamePicker::Ask asking(Console& console, QObject* context, Look look)
{
    return [&console, context, look](const QString& typed, NamePicker::Found found) {
        console.run(
            context,
            [look, typed = typed.toStdString()](Services& services, const access::Actor& actor)
                -> Result<std::vector<NameChoice>> { return look(services, actor, typed); },
            [found = std::move(found)](const Result<std::vector<NameChoice>>& names) {
                found(names ? *names : std::vector<NameChoice>());
            });
    };
}

} // namespace

QuestionForm::QuestionForm(Console& console, const QString& name, Lies lies, QWidget* parent)
    : QWidget(parent), m_console(console), m_name(name),
      m_who(new NamePicker(name + u".who"_s, asking(console, this, askers), this)), m_does(new QComboBox(this)),
      m_on(new NamePicker(name + u".on"_s, asking(console, this, recordsFor), this)), m_time(new WholeEdit<QDateTimeEdit>(this)),
      m_address(new QLineEdit(this)), m_mfa(new QComboBox(this)), m_classification(new QComboBox(this)),
      m_department(new QLineEdit(this)), m_more(makeIconButton(Icon::Plus, name + u".more"_s, this, ButtonSize::Normal))
{
    build(lies);
    connectParts();
    onRetranslate(this, [this] { setTexts(); });
    begin();
}

void QuestionForm::build(Lies lies)
{
    m_does->setObjectName(m_name + u".does"_s);
    m_time->setObjectName(m_name + u".time"_s);
    m_address->setObjectName(m_name + u".address"_s);
    m_mfa->setObjectName(m_name + u".mfa"_s);
    m_classification->setObjectName(m_name + u".classification"_s);
    m_department->setObjectName(m_name + u".department"_s);
    m_address->setFont(textFont(TextStyle::Mono));
    m_time->setCalendarPopup(true);
    for (QComboBox* box : {m_does, m_mfa, m_classification}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(4);
    }
    for (const access::PermissionInfo& info : access::permissions())
        if (access::isPolicyAction(info.permission))
            m_does->addItem(QString(), QVariant(text(std::string(info.word))));
    const QList<QWidget*> inputs{m_who, m_does, m_on, m_department, m_classification, m_time, m_address, m_mfa};
    const QList<int> shares{4, 5, 4, 3, 3, 6, 3, 3};
    for (QWidget* input : inputs)
        m_fields << new Field(input, this);
    if (lies == Lies::Across) {
        auto* row = new QHBoxLayout(this);
        setLeadingMargins(this, {24, 8, 16, 8});
        row->setSpacing(8);
        for (qsizetype at = 0; at < m_fields.size(); ++at)
            row->addWidget(m_fields[at], shares[at], Qt::AlignTop);
        auto* below = new QVBoxLayout; // as far down as the inputs beside it
        below->setSpacing(6);
        below->addSpacing(lineHeight(TextStyle::Small));
        below->addWidget(m_more);
        below->addStretch(1);
        row->addLayout(below);
        return;
    }
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 8, 16, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->addWidget(m_fields[0], 0, 0);
    grid->addWidget(m_fields[1], 0, 1);
    grid->addWidget(m_fields[2], 1, 0, 1, 2);
    grid->addWidget(m_fields[3], 2, 0);
    grid->addWidget(m_fields[4], 2, 1);
    grid->addWidget(m_fields[5], 3, 0, 1, 2);
    grid->addWidget(m_fields[6], 4, 0);
    grid->addWidget(m_fields[7], 4, 1);
    grid->addWidget(m_more, 5, 0, 1, 2, Qt::AlignLeading);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
}

void QuestionForm::connectParts()
{
    const auto told = [this](auto change) {
        return [this, change] {
            if (m_quiet)
                return;
            change();
            Q_EMIT edited();
        };
    };
    connect(m_who, &NamePicker::chosen, this, told([this] {
                const auto& choice = m_who->choice();
                m_question.setSubject(choice ? choice->id : m_console.actor().id.text(),
                                      choice ? choice->name : text(m_console.actor().name));
                showQuestion();
            }));
    connect(m_does, &QComboBox::currentIndexChanged, this, told([this] {
                m_question.setAction(m_does->currentData().toString().toStdString());
                showQuestion();
            }));
    connect(m_on, &NamePicker::chosen, this, told([this] {
                const auto& choice = m_on->choice();
                m_question.setObject(choice ? choice->id : std::string(), choice ? choice->name : QString());
                showQuestion();
            }));
    connect(m_more, &QPushButton::clicked, this, &QuestionForm::askMore);
    connect(m_department, &QLineEdit::textEdited, this, told([this] { describe(); }));
    connect(m_classification, &QComboBox::currentIndexChanged, this, told([this] { describe(); }));
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, told([this] {
                // What is shown is the clock of the vault's zone.
                m_question.setTime(startOfDay(m_time->date()) + std::chrono::milliseconds(m_time->time().msecsSinceStartOfDay()));
            }));
    connect(m_address, &QLineEdit::editingFinished, this, told([this] { m_question.setAddress(m_address->text().trimmed()); }));
    connect(m_mfa, &QComboBox::currentIndexChanged, this, told([this] {
                const QVariant age = m_mfa->currentData();
                m_question.setMfaAge(age.isValid() ? std::optional(std::chrono::seconds(age.toInt())) : std::nullopt);
            }));
}

/// An object that is told by what is known of it, in place of one there is.
void QuestionForm::describe()
{
    m_question.describeObject(m_department->text().trimmed().toStdString(),
                              m_classification->currentData().toString().toStdString(), m_question.ownerId(), {});
    m_on->setChoice(std::nullopt);
}

void QuestionForm::askMore()
{
    auto* dialog = new FactsDialog(m_question, m_ownerName, asking(m_console, this, people), this);
    connect(dialog, &FactsDialog::taken, this, [this](const QuestionDraft& question, const QString& owner) {
        m_question = question;
        m_ownerName = owner;
        showQuestion();
        Q_EMIT edited();
    });
    dialog->open();
}

void QuestionForm::setTexts()
{
    m_quiet = true;
    const QStringList labels{tr("Who"),  tr("Does"),    tr("On"),       tr("Department"), tr("Classification"),
                             tr("Time"), tr("Address"), tr("MFA check")};
    for (qsizetype at = 0; at < m_fields.size(); ++at)
        m_fields[at]->setLabel(labels[at]);
    setIconButtonText(m_more, tr("More facts"));
    m_who->setPlaceholderText(tr("Name"));
    m_address->setPlaceholderText(tr("None"));
    m_department->setPlaceholderText(tr("As it is"));
    for (int at = 0; at < m_does->count(); ++at)
        m_does->setItemText(at, actionText(m_does->itemData(at).toString().toStdString()));
    m_time->setDisplayFormat(shortDateFormat() + u" HH:mm"_s);
    m_time->setToolTip(shownZoneName());
    m_classification->clear();
    m_classification->addItem(tr("As it is"));
    for (const char* word : objectClasses)
        m_classification->addItem(classificationText(word), QString::fromLatin1(word));
    m_quiet = false;
    showQuestion();
}

void QuestionForm::showAges()
{
    const auto age = m_question.mfaAge();
    m_mfa->clear();
    m_mfa->addItem(tr("None"));
    const auto add = [this](int seconds) {
        m_mfa->addItem(seconds == 0 ? tr("Just now") : tr("%1 ago", "a length of time").arg(durationText(seconds)), seconds);
    };
    for (const int seconds : usualAges)
        add(seconds);
    if (age && std::ranges::find(usualAges, static_cast<int>(age->count())) == usualAges.end())
        add(static_cast<int>(age->count()));
    m_mfa->setCurrentIndex(age ? m_mfa->findData(static_cast<int>(age->count())) : 0);
}

void QuestionForm::showQuestion()
{
    m_quiet = true;
    m_who->setChoice(m_question.subjectName().isEmpty()
                         ? std::nullopt
                         : std::optional(NameChoice{m_question.subjectId(), m_question.subjectName(), {}}));
    m_does->setCurrentIndex(m_does->findData(text(m_question.action())));
    const bool records = m_question.kind() == "record";
    m_on->setEnabled(records);
    m_on->setPlaceholderText(records ? tr("Any record") : m_question.kind() == "comment" ? tr("Any comment") : tr("Any file"));
    m_on->setChoice(m_question.objectTitle().isEmpty()
                        ? std::nullopt
                        : std::optional(NameChoice{m_question.objectId(), m_question.objectTitle(), {}}));
    if (!m_question.objectId().empty()) {
        m_department->clear();
        m_classification->setCurrentIndex(0);
    }
    if (const auto time = m_question.time())
        m_time->setDateTime(localTime(*time));
    m_address->setText(m_question.address());
    showAges();
    m_quiet = false;
}

void QuestionForm::setQuestion(const QuestionDraft& question)
{
    m_question = question;
    showQuestion();
}

void QuestionForm::begin()
{
    QuestionDraft question;
    question.setSubject(m_console.actor().id.text(), text(m_console.actor().name));
    if (m_console.clock())
        question.setTime(m_console.clock()->now());
    setQuestion(question);
}

void QuestionForm::focusFirst()
{
    m_who->setFocus();
    m_who->selectAll();
}

} // namespace sallyport::ui

#include "ui/simulator/facts_dialog.h"

#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<const char*, 3> factsOf{"resource", "subject", "context"};
constexpr int longestFacts = 4096;

} // namespace

FactsDialog::FactsDialog(const QuestionDraft& question, const QString& owner, NamePicker::Ask people, QWidget* parent)
    : DialogFrame(u"facts"_s, parent, 520), m_question(question),
      m_owner(new NamePicker(u"facts.owner"_s, std::move(people), this)), m_ownerField(new Field(m_owner, this)),
      m_cancel(makeButton(ButtonKind::Secondary, u"facts.cancel"_s, this)),
      m_take(makeButton(ButtonKind::Primary, u"facts.take"_s, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    body()->setSpacing(16);
    body()->addWidget(m_ownerField);
    if (const std::string id = m_question.ownerId(); !id.empty())
        m_owner->setChoice(NameChoice{id, owner.isEmpty() ? QString::fromStdString(id) : owner, {}});
    for (std::size_t at = 0; at < factsOf.size(); ++at) {
        auto* line = new QLineEdit(this);
        line->setObjectName(u"facts."_s + QLatin1StringView(factsOf[at]));
        line->setFont(textFont(TextStyle::Mono));
        line->setMaxLength(longestFacts);
        line->setText(QString::fromStdString(m_question.attributes(factsOf[at])));
        line->setCursorPosition(0);
        m_attributes[at] = line;
        m_attributeFields[at] = new Field(line, this);
        body()->addWidget(m_attributeFields[at]);
        connect(line, &QLineEdit::textEdited, this, [this, at] { m_attributeFields[at]->setError({}); });
    }
    addButton(m_cancel);
    addButton(m_take);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, &FactsDialog::take);
    onRetranslate(this, [this] { setTexts(); });
}

void FactsDialog::setTexts()
{
    setTitle(tr("More facts"));
    m_ownerField->setLabel(tr("Owner of the object"));
    m_ownerField->setHint(tr("In place of an object there is: what is known of it is told here."));
    m_owner->setPlaceholderText(tr("As it is"));
    const QStringList labels{tr("Attributes of the object"), tr("Attributes of who asks"), tr("Attributes of the circumstances")};
    for (std::size_t at = 0; at < factsOf.size(); ++at) {
        m_attributeFields[at]->setLabel(labels[static_cast<qsizetype>(at)]);
        //: %1: a name of policies such as resource.attr
        m_attributeFields[at]->setHint(tr("As JSON; conditions read it as %1").arg(QLatin1StringView(factsOf[at]) + u".attr"_s));
        m_attributes[at]->setPlaceholderText(at == 0 ? u"{\"ward\": \"B2\"}"_s : QString());
    }
    m_cancel->setText(tr("Cancel"));
    m_take->setText(tr("Take over"));
}

void FactsDialog::take()
{
    bool right = true;
    for (std::size_t at = factsOf.size(); at-- > 0;)
        if (!m_question.setAttributes(factsOf[at], m_attributes[at]->text().trimmed().toStdString())) {
            m_attributeFields[at]->setError(tr("This is no JSON object: {\"name\": \"value\"}"));
            m_attributes[at]->setFocus(Qt::OtherFocusReason);
            right = false;
        }
    if (!right)
        return;
    const auto& owner = m_owner->choice();
    if ((owner ? owner->id : std::string()) != m_question.ownerId())
        m_question.setOwner(owner ? owner->id : std::string());
    Q_EMIT taken(m_question, owner ? owner->name : QString());
    accept();
}

} // namespace sallyport::ui

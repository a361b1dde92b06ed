#include "ui/settings/roles_input.h"

#include "ui/console/console.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/widgets/flow_layout.h"
#include "ui/words/user_text.h"

#include <QCheckBox>

#include <algorithm>

namespace sallyport::ui {

RolesInput::RolesInput(Console& console, const QString& objectName, QWidget* parent)
    : SettingInput(parent), m_console(console), m_name(objectName), m_flow(new FlowLayout(this, 16))
{
    setObjectName(objectName);
    onRetranslate(this, [this] {
        for (QCheckBox* box : m_boxes)
            box->setText(roleTitle(box->property("role").toString().toStdString()));
    });
    load();
}

void RolesInput::load()
{
    m_console.run(
        this, [](Services& services, const access::Actor& actor) { return services.roles.list(actor); },
        [this](const Result<std::vector<access::Role>>& roles) {
            if (!roles)
                return; // what is chosen is shown all the same
            QStringList names;
            for (const access::Role& role : *roles)
                names << QString::fromStdString(role.name);
            if (names == m_known)
                return;
            m_known = names;
            showBoxes();
        });
}

QString RolesInput::value() const
{
    QStringList names;
    for (const QCheckBox* box : m_boxes)
        if (box->isChecked())
            names << box->property("role").toString();
    names.sort();
    return names.join(u',');
}

void RolesInput::setValue(const QString& value)
{
    if (value == this->value())
        return;
    m_chosen.clear();
    for (const QString& name : value.split(u',', Qt::SkipEmptyParts))
        m_chosen << name.trimmed();
    showBoxes();
}

void RolesInput::showBoxes()
{
    QStringList names = m_known;
    for (const QString& name : m_chosen)
        if (!names.contains(name))
            names << name;
    QStringList shown;
    for (const QCheckBox* box : m_boxes)
        shown << box->property("role").toString();
    if (names != shown) {
        m_boxes.clear();
        m_flow->clear();
        for (const QString& name : names) {
            auto* box = new QCheckBox(roleTitle(name.toStdString()), this);
            box->setObjectName(m_name + u'.' + name);
            box->setProperty("role", name);
            box->setEnabled(!m_readOnly);
            connect(box, &QCheckBox::clicked, this, [this] {
                m_chosen = value().split(u',', Qt::SkipEmptyParts);
                Q_EMIT edited();
            });
            m_flow->addWidget(box);
            box->show();
            m_boxes << box;
        }
        setFocusProxy(m_boxes.isEmpty() ? nullptr : m_boxes.front());
        updateGeometry();
    }
    for (QCheckBox* box : m_boxes)
        box->setChecked(m_chosen.contains(box->property("role").toString()));
}

void RolesInput::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    for (QCheckBox* box : m_boxes)
        box->setEnabled(!readOnly);
}

QWidget* RolesInput::editor() const
{
    return const_cast<RolesInput*>(this); // hands the focus on to the first box
}

} // namespace sallyport::ui

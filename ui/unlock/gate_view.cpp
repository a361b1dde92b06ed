#include "ui/unlock/gate_view.h"

#include "ui/look/margins.h"
#include "ui/look/paint.h"
#include "ui/look/retranslate.h"
#include "ui/look/text_style.h"
#include "ui/shell/language.h"
#include "ui/widgets/buttons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QScrollArea>
#include <QVBoxLayout>

#include <array>

namespace sallyport::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int topHeight = 56;
constexpr int innerArch = 512; ///< width of the innermost arch
constexpr int archStep = 96;   ///< each further one is so much wider
constexpr int archAbove = 54;  ///< from the innermost arch's top to the content's

/// The gate over the heading.
class LogoMark final : public QWidget {
public:
    explicit LogoMark(int width, QWidget* parent) : QWidget(parent) { setFixedSize(width, width * 43 / 40 + 1); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        drawLogo(&painter, rect(), color(Token::Accent));
    }
};

} // namespace

// LinkRow

LinkRow::LinkRow(Icon icon, const QString& objectName, QWidget* parent) : QAbstractButton(parent), m_icon(icon)
{
    setObjectName(objectName);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setProperty("ringRoom", 6); // its icons stand at its edges, flush with the fields above
}

void LinkRow::setIcon(Icon icon)
{
    m_icon = icon;
    update();
}

QSize LinkRow::sizeHint() const
{
    return {200, std::max(36, QFontMetrics(textFont(TextStyle::Body)).height() + 16)};
}

void LinkRow::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    if (underMouse() && isEnabled())
        drawBox(&painter, rect(), color(Token::Hover), QColor());
    const Token ink = isEnabled() ? Token::Text : Token::Control;
    drawIcon(&painter, m_icon, mirrored(this, rect(), QRect(0, 0, 16, height())), color(Token::TextMuted));
    drawLine(&painter, mirrored(this, rect(), QRect(26, 0, width() - 56, height())), text(), textFont(TextStyle::Body),
             color(ink));
    drawIcon(&painter, isRightToLeft() ? Icon::ChevronLeft : Icon::ChevronRight,
             mirrored(this, rect(), QRect(width() - 15, 0, 16, height())), color(Token::TextMuted));
}

// GateView

GateView::GateView(const QString& objectName, int columnWidth, QWidget* parent)
    : QWidget(parent), m_columnWidget(new QWidget), m_column(new QVBoxLayout(m_columnWidget)), m_area(new QScrollArea(this)),
      m_version(makeLabel(TextStyle::Small, Tone::Muted, this)),
      m_languageButton(makeButton(ButtonKind::Ghost, objectName + u".language"_s, this, Icon::Language, ButtonSize::Tool)),
      m_help(makeButton(ButtonKind::Ghost, objectName + u".help"_s, this, Icon::Help, ButtonSize::Tool)), m_top(new QWidget(this))
{
    setObjectName(objectName);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_columnWidget->setFixedWidth(scaled(columnWidth, this));
    m_columnWidget->installEventFilter(this);

    auto* inner = new QWidget(m_area);
    auto* middle = new QVBoxLayout(inner);
    middle->setContentsMargins(16, 12, 16, 24);
    middle->addStretch(1);
    // Between stretches, not aligned: only so does the height of wrapped texts follow the column's own width.
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_columnWidget);
    row->addStretch(1);
    middle->addLayout(row);
    middle->addStretch(1);
    m_area->setWidget(inner);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // The arches shine through.
    m_area->viewport()->setAutoFillBackground(false);
    inner->setAutoFillBackground(false);

    auto* logo = new LogoMark(14, m_top);
    auto* top = new QHBoxLayout(m_top);
    top->setContentsMargins(leadingMargins(25, 0, 16, 0));
    top->setSpacing(4);
    top->addWidget(logo);
    top->addSpacing(5);
    top->addWidget(m_version);
    top->addStretch(1);
    top->addWidget(m_languageButton);
    top->addWidget(m_help);
    m_languageButton->hide();
    connect(m_help, &QPushButton::clicked, this, &GateView::helpRequested);
    connect(m_languageButton, &QPushButton::clicked, this, &GateView::openLanguageMenu);
    onRetranslate(this, [this] {
        m_help->setText(tr("Help"));
        if (m_language)
            setLanguage(m_language);
    });
}

void GateView::setVersion(const QString& version)
{
    m_version->setText(version);
}

void GateView::setLanguage(Language* language)
{
    m_language = language;
    const QList<Language::Choice> choices = Language::choices();
    for (const Language::Choice& choice : choices)
        if (choice.code == language->current())
            m_languageButton->setText(choice.name);
    m_languageButton->setAccessibleName(tr("Language: %1").arg(m_languageButton->text()));
    m_languageButton->show();
}

void GateView::openLanguageMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QList<Language::Choice> choices = Language::choices();
    for (const Language::Choice& choice : choices) {
        QAction* action = menu->addAction(choice.name);
        action->setCheckable(true);
        action->setChecked(choice.code == m_language->current());
        connect(action, &QAction::triggered, m_language, [this, code = choice.code] { m_language->set(code); });
    }
    menu->popup(m_languageButton->mapToGlobal(QPoint(0, m_languageButton->height() + 4)));
}

void GateView::anchorTop(int px)
{
    auto* middle = static_cast<QVBoxLayout*>(m_area->widget()->layout());
    delete middle->takeAt(0);
    middle->insertSpacing(0, px);
}

void GateView::addHeading()
{
    m_title = makeLabel(TextStyle::Display, Tone::Normal, m_columnWidget);
    m_title->setObjectName(objectName() + u".title"_s);
    m_title->setAlignment(Qt::AlignHCenter);
    m_title->setWordWrap(true);
    m_note = makeLabel(TextStyle::Small, Tone::Muted, m_columnWidget);
    m_note->setAlignment(Qt::AlignHCenter);
    m_note->setWordWrap(true);
    m_column->addWidget(new LogoMark(40, m_columnWidget), 0, Qt::AlignHCenter);
    m_column->addSpacing(18);
    m_column->addWidget(m_title);
    m_column->addSpacing(6);
    m_column->addWidget(m_note);
    m_lostNote = makeLabel(TextStyle::Small, Tone::Warning, m_columnWidget);
    m_lostNote->setObjectName(objectName() + u".lost"_s);
    m_lostNote->setAlignment(Qt::AlignHCenter);
    m_lostNote->setWordWrap(true);
    m_lostNote->hide();
    m_column->addWidget(m_lostNote);
    onRetranslate(m_lostNote, [this] { setLost(m_lost); });
}

void GateView::setLost(const QStringList& panels)
{
    m_lost = panels;
    if (!m_lostNote)
        return;
    m_lostNote->setVisible(!panels.isEmpty());
    //: %1: panels: “Roles, Settings”
    m_lostNote->setText(panels.isEmpty() ? QString() : tr("What was not saved is gone: %1").arg(panels.join(u", "_s)));
}

void GateView::setHeading(const QString& title, const QString& note)
{
    m_title->setText(title);
    m_note->setText(note);
    setAccessibleName(title);
}

void GateView::paintArches(QPainter* painter) const
{
    struct Band {
        double fill;
        double line;
    };
    // From outside to inside, lighter towards the middle.
    static constexpr std::array<Band, 3> bands{{{0.33, 0.58}, {0.67, 0.80}, {1.0, 1.0}}};
    const QColor window = color(Token::Window);
    const int contentTop = m_columnWidget->mapTo(this, QPoint(0, 0)).y();
    const double bottom = height() + 2;
    painter->setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const double outward = static_cast<double>(bands.size() - 1 - i);
        const double span = scaled(innerArch, this) + outward * archStep - 1;
        const double top = contentTop - archAbove - outward * archStep / 2 + 0.5;
        const double left = (width() - span - 1) / 2 + 0.5;
        QPainterPath arch;
        arch.moveTo(left, bottom);
        arch.lineTo(left, top + span / 2);
        arch.arcTo(QRectF(left, top, span, span), 180, -180);
        arch.lineTo(left + span, bottom);
        painter->setBrush(mixed(window, color(Token::Surface), bands[i].fill));
        painter->setPen(QPen(mixed(window, color(Token::Border), bands[i].line), 1));
        painter->drawPath(arch);
    }
}

void GateView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Window));
    paintArches(&painter);
}

bool GateView::eventFilter(QObject* watched, QEvent* event)
{
    // An error under the field moves the column, and the arches hang on it: all of them, not what the move has uncovered.
    if (watched == m_columnWidget && event->type() == QEvent::Move)
        update();
    return QWidget::eventFilter(watched, event);
}

void GateView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_top->setGeometry(0, 0, width(), topHeight);
    m_area->setGeometry(0, 0, width(), height());
    m_top->raise();
    update();
}

} // namespace sallyport::ui

#include "tests/support/test_main.h"
#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/tokens.h"

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

namespace tst_theme {

using namespace sallyport::ui;
using namespace Qt::StringLiterals;

namespace {

QColor at(Scheme scheme, Token token)
{
    return tokenTable(scheme)[static_cast<std::size_t>(token)];
}

double lowest(Scheme scheme, Token ink, std::initializer_list<Token> grounds)
{
    double least = 21;
    for (const Token ground : grounds)
        least = std::min(least, contrastRatio(at(scheme, ink), at(scheme, ground)));
    return least;
}

/// The promised figures are rounded to a tenth.
constexpr double rounding = 0.05;

} // namespace

class tst_theme : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contrastRatio_blackOnWhite_is21()
    {
        QVERIFY(qAbs(contrastRatio(Qt::black, Qt::white) - 21.0) < 0.01);
        QVERIFY(qAbs(contrastRatio(Qt::white, Qt::white) - 1.0) < 0.01);
    }

    void contrast_onSurfaces_isAsPromised_data()
    {
        QTest::addColumn<int>("ink");
        QTest::addColumn<double>("light");
        QTest::addColumn<double>("dark");
        QTest::newRow("text") << int(Token::Text) << 14.0 << 10.8;
        QTest::newRow("muted") << int(Token::TextMuted) << 5.2 << 5.2;
        QTest::newRow("accent") << int(Token::Accent) << 5.4 << 5.3;
        QTest::newRow("success") << int(Token::Success) << 5.7 << 6.3;
        QTest::newRow("warning") << int(Token::Warning) << 5.6 << 6.7;
        QTest::newRow("danger") << int(Token::Danger) << 5.5 << 5.7;
        QTest::newRow("info") << int(Token::Info) << 5.9 << 6.2;
    }
    void contrast_onSurfaces_isAsPromised()
    {
        QFETCH(int, ink);
        QFETCH(double, light);
        QFETCH(double, dark);
        const auto grounds = {Token::Window, Token::Surface, Token::Raised, Token::Hover, Token::Selection};
        QCOMPARE_GE(lowest(Scheme::Light, static_cast<Token>(ink), grounds), light - rounding);
        QCOMPARE_GE(lowest(Scheme::Dark, static_cast<Token>(ink), grounds), dark - rounding);
    }

    void contrast_onOwnTint_isAsPromised_data()
    {
        QTest::addColumn<int>("ink");
        QTest::addColumn<int>("tint");
        QTest::newRow("success") << int(Token::Success) << int(Token::SuccessTint);
        QTest::newRow("warning") << int(Token::Warning) << int(Token::WarningTint);
        QTest::newRow("danger") << int(Token::Danger) << int(Token::DangerTint);
        QTest::newRow("info") << int(Token::Info) << int(Token::InfoTint);
    }
    void contrast_onOwnTint_isAsPromised()
    {
        QFETCH(int, ink);
        QFETCH(int, tint);
        const auto own = {static_cast<Token>(tint)};
        QCOMPARE_GE(lowest(Scheme::Light, static_cast<Token>(ink), own), 5.6 - rounding);
        QCOMPARE_GE(lowest(Scheme::Dark, static_cast<Token>(ink), own), 6.5 - rounding);
        for (const Token plain : {Token::Text, Token::TextMuted, Token::Accent}) {
            QCOMPARE_GE(lowest(Scheme::Light, plain, own), 5.3 - rounding);
            QCOMPARE_GE(lowest(Scheme::Dark, plain, own), 5.5 - rounding);
        }
    }

    void contrast_ofSmallParts_isAsPromised_data()
    {
        QTest::addColumn<int>("ink");
        QTest::addColumn<int>("ground");
        QTest::addColumn<double>("light");
        QTest::addColumn<double>("dark");
        const auto row = [](const char* name, Token ink, Token ground, double light, double dark) {
            QTest::newRow(name) << int(ink) << int(ground) << light << dark;
        };
        row("muted on pill", Token::TextMuted, Token::NeutralPill, 5.4, 5.3);
        row("muted on avatar", Token::TextMuted, Token::Avatar, 5.0, 4.7);
        row("accent text on accent", Token::AccentText, Token::Accent, 6.5, 7.4);
        row("accent text on danger", Token::AccentText, Token::Danger, 6.6, 8.0);
        row("control", Token::Control, Token::Surface, 3.3, 3.3);
        row("chart normal", Token::ChartNormal, Token::Surface, 3.3, 3.3);
        row("chart other", Token::ChartOther, Token::Surface, 3.3, 3.3);
        row("chart refused", Token::ChartRefused, Token::Surface, 3.3, 3.3);
        row("chart blocked", Token::ChartBlocked, Token::Surface, 3.3, 3.3);
    }
    void contrast_ofSmallParts_isAsPromised()
    {
        QFETCH(int, ink);
        QFETCH(int, ground);
        QFETCH(double, light);
        QFETCH(double, dark);
        QCOMPARE_GE(lowest(Scheme::Light, static_cast<Token>(ink), {static_cast<Token>(ground)}), light - rounding);
        QCOMPARE_GE(lowest(Scheme::Dark, static_cast<Token>(ink), {static_cast<Token>(ground)}), dark - rounding);
    }

    void theme_modes_setPaletteAndTokens()
    {
        Theme theme;
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setMode(ThemeMode::Dark);
        QCOMPARE(color(Token::Surface), at(Scheme::Dark, Token::Surface));
        QCOMPARE(QApplication::palette().color(QPalette::Base), at(Scheme::Dark, Token::Surface));
        theme.setMode(ThemeMode::Light);
        QCOMPARE(QApplication::palette().color(QPalette::Text), at(Scheme::Light, Token::Text));
        QCOMPARE(changed.count(), 2);
    }

    void theme_followsTheSystem_onlyInSystemMode()
    {
        Theme theme;
        theme.setSystemScheme(Scheme::Dark);
        QVERIFY(isDark());
        theme.setSystemScheme(Scheme::Light);
        QVERIFY(!isDark());
        theme.setMode(ThemeMode::Light);
        theme.setSystemScheme(Scheme::Dark);
        QVERIFY(!isDark());
        theme.setMode(ThemeMode::System);
        QVERIFY(isDark());
    }

    void theme_highContrast_usesSystemColours()
    {
        Theme theme;
        theme.setHighContrast(true);
        QVERIFY(isHighContrast());
        QCOMPARE(color(Token::Border), color(Token::TextMuted));
        theme.setHighContrast(false);
        QVERIFY(!isHighContrast());
    }

    void highContrast_isAtLeastSevenToOne_andNeverLessThanWithout_data()
    {
        QTest::addColumn<QColor>("base");
        QTest::addColumn<QColor>("highlight");
        QTest::newRow("a light desktop") << QColor(Qt::white) << QColor(0x30, 0x8c, 0xc6);
        QTest::newRow("a light desktop in yellow") << QColor(0xfa, 0xfa, 0xfa) << QColor(0xff, 0xe0, 0x40);
        QTest::newRow("a dark desktop") << QColor(0x23, 0x26, 0x29) << QColor(0x3d, 0xae, 0xe9);
        QTest::newRow("a dark desktop in navy") << QColor(Qt::black) << QColor(0, 0, 0x60);
    }
    void highContrast_isAtLeastSevenToOne_andNeverLessThanWithout()
    {
        QFETCH(QColor, base);
        QFETCH(QColor, highlight);
        QPalette desktop;
        desktop.setColor(QPalette::Base, base);
        desktop.setColor(QPalette::Highlight, highlight);
        desktop.setColor(QPalette::Text, QColor(0x80, 0x80, 0x80)); // no desktop is trusted
        const TokenTable high = highContrastTable(desktop);
        const TokenTable& usual = tokenTable(base.lightness() < 128 ? Scheme::Dark : Scheme::Light);
        const auto check = [&](Token front, Token back) {
            const auto at = [](const TokenTable& table, Token token) { return table[static_cast<std::size_t>(token)]; };
            const double now = contrastRatio(at(high, front), at(high, back));
            const double before = contrastRatio(at(usual, front), at(usual, back));
            QVERIFY2(now >= 7 && now >= before,
                     qPrintable(QStringLiteral("%1 on %2: %3, without high contrast %4")
                                    .arg(tokenName(front), tokenName(back), QString::number(now), QString::number(before))));
        };
        const QList<Token> surfaces{Token::Window, Token::Surface, Token::Raised, Token::Hover, Token::Selection};
        const QList<Token> tints{Token::SuccessTint, Token::WarningTint, Token::DangerTint,
                                 Token::InfoTint,    Token::NeutralPill, Token::Avatar};
        const QList<Token> words{Token::Text,    Token::TextMuted, Token::Accent, Token::Success,
                                 Token::Warning, Token::Danger,    Token::Info};
        for (const Token word : words)
            for (const Token back : surfaces + tints)
                check(word, back);
        for (const Token line : {Token::Border, Token::BorderStrong, Token::Control, Token::ChartNormal, Token::ChartOther,
                                 Token::ChartRefused, Token::ChartBlocked})
            for (const Token back : {Token::Window, Token::Surface, Token::Raised})
                check(line, back);
        check(Token::AccentText, Token::Accent);
        check(Token::AccentText, Token::Danger);
    }

    void highContrast_chartColoursStayApart()
    {
        for (const QColor& base : {QColor(Qt::white), QColor(Qt::black)}) {
            QPalette desktop;
            desktop.setColor(QPalette::Base, base);
            const TokenTable high = highContrastTable(desktop);
            const QList<Token> charts{Token::ChartNormal, Token::ChartOther, Token::ChartRefused, Token::ChartBlocked};
            for (int a = 0; a < charts.size(); ++a)
                for (int b = a + 1; b < charts.size(); ++b) {
                    const QColor one = high[static_cast<std::size_t>(charts[a])], two = high[static_cast<std::size_t>(charts[b])];
                    const int apart =
                        std::abs(one.red() - two.red()) + std::abs(one.green() - two.green()) + std::abs(one.blue() - two.blue());
                    QVERIFY2(apart >= 120, qPrintable(one.name() + u' ' + two.name()));
                }
        }
    }

    void template_hasNoUnknownPlaceholder()
    {
        Theme theme;
        QVERIFY(!qApp->styleSheet().isEmpty());
        QVERIFY2(!qApp->styleSheet().contains(u'@'), "a placeholder that is no token");
    }

    void icons_all_areThereAndDraw()
    {
        for (int i = 1; i <= iconCount(); ++i) {
            const auto which = static_cast<Icon>(i);
            QImage image(32, 32, QImage::Format_ARGB32);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            drawIcon(&painter, which, QRectF(0, 0, 32, 32), Qt::red, 32);
            painter.end();
            int painted = 0;
            for (int y = 0; y < 32; ++y)
                for (int x = 0; x < 32; ++x)
                    painted += qAlpha(image.pixel(x, y)) > 100 ? 1 : 0;
            QVERIFY2(painted > 8, QByteArray(iconName(which).data()));
        }
        QVERIFY(QFile::exists(u":/sallyport/icons/users.svg"_s));
    }
};

SALLYPORT_GUI_TEST(tst_theme)

} // namespace tst_theme
#include "tst_theme.moc"

#include "backend/access/permission.h"
#include "backend/audit/event_kinds.h"
#include "backend/audit/event_query.h"
#include "backend/audit/upkeep.h"
#include "backend/identity/notices/notices.h"
#include "backend/settings/settings.h"
#include "tests/support/test_main.h"
#include "ui/events/filter_highlighter.h"
#include "ui/translations/translations.h"
#include "ui/words/notice_text.h"
#include "ui/words/setting_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QMap>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

namespace tst_translations {

// SALLYPORT_SOURCE_DIR and SALLYPORT_LUPDATE come from CMake.

namespace {

using namespace sallyport;
using namespace Qt::StringLiterals;

struct Message {
    QString context, source, type;
    QStringList translations;
    bool numerus = false;
    QString key() const { return context + u" | "_s + source; }
};

QStringList readForms(QXmlStreamReader& xml)
{
    QStringList forms;
    QString text;
    while (!(xml.readNext() == QXmlStreamReader::EndElement && xml.name() == u"translation")) {
        if (xml.atEnd())
            break;
        if (xml.isStartElement() && xml.name() == u"numerusform")
            forms << xml.readElementText();
        else if (xml.isCharacters())
            text += xml.text();
    }
    return forms.isEmpty() ? QStringList{text} : forms;
}

QList<Message> readMessages(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    Message message;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == u"message")
            messages << message;
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            message = {context, {}, {}, {}, xml.attributes().value(u"numerus"_s) == u"yes"};
        } else if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            message.type = xml.attributes().value(u"type"_s).toString();
            message.translations = readForms(xml);
        }
    }
    return messages;
}

QString tsFile(const QString& language)
{
    return QStringLiteral(SALLYPORT_SOURCE_DIR "/translations/sallyport_") + language + u".ts"_s;
}

QSet<QString> placesIn(const QString& text)
{
    static const QRegularExpression places(u"%(\\d|L\\d)"_s);
    QSet<QString> found;
    for (auto match = places.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured());
    return found;
}

QSet<QString> keysOf(const QList<Message>& messages)
{
    QSet<QString> keys;
    for (const Message& message : messages)
        keys.insert(message.key());
    return keys;
}

QString listOf(const QSet<QString>& keys)
{
    QStringList sorted(keys.begin(), keys.end());
    sorted.sort();
    return sorted.join(u'\n');
}

class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ui::initTranslations();
        QVERIFY(m_folder.isValid());
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(SALLYPORT_SOURCE_DIR));
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LUPDATE"_s, QStringLiteral(SALLYPORT_LUPDATE));
        lupdate.setProcessEnvironment(environment);
        lupdate.start(u"/bin/sh"_s, {u"translations/update.sh"_s, m_folder.path()});
        QVERIFY2(lupdate.waitForFinished(120'000), "lupdate did not finish");
        QCOMPARE(lupdate.exitCode(), 0);
    }

    void languages_data()
    {
        QTest::addColumn<QString>("language");
        for (const char* language : {"de", "fr", "en"})
            QTest::newRow(language) << QString::fromLatin1(language);
    }

    void file_eachText_isTranslated_data() { languages_data(); }
    void file_eachText_isTranslated()
    {
        QFETCH(QString, language);
        const auto messages = readMessages(tsFile(language));
        QVERIFY(!messages.isEmpty());
        QStringList open;
        for (const Message& message : messages) {
            const bool empty = message.translations.isEmpty() || message.translations.contains(QString());
            const bool forms = message.numerus && message.translations.size() != 2;
            if (!message.type.isEmpty() || empty || forms)
                open << message.key() + u' ' + message.type;
        }
        QVERIFY2(open.isEmpty(), qPrintable(u"unfinished, obsolete or empty:\n"_s + open.join(u'\n')));
    }

    void file_placeholders_areKept_data() { languages_data(); }
    void file_placeholders_areKept()
    {
        QFETCH(QString, language);
        QStringList wrong;
        for (const Message& message : readMessages(tsFile(language))) {
            for (const QString& translation : message.translations) {
                if (placesIn(translation) != placesIn(message.source))
                    wrong << message.key();
            }
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void file_lupdate_findsNothingNewAndNothingUnused_data() { languages_data(); }
    void file_lupdate_findsNothingNewAndNothingUnused()
    {
        QFETCH(QString, language);
        const auto found = keysOf(readMessages(m_folder.filePath(u"sallyport_"_s + language + u".ts"_s)));
        const auto kept = keysOf(readMessages(tsFile(language)));
        QVERIFY(!found.isEmpty());
        QVERIFY2((found - kept).isEmpty(), qPrintable(u"not in the file, run update_translations:\n"_s + listOf(found - kept)));
        QVERIFY2((kept - found).isEmpty(), qPrintable(u"used nowhere:\n"_s + listOf(kept - found)));
    }

    void backend_eachEnglishText_hasAnEntry()
    {
        const auto entries = keysOf(readMessages(tsFile(u"de"_s)));
        QStringList missing;
        const auto need = [&](const QString& context, std::string_view text) {
            const QString key = context + u" | "_s + QString::fromUtf8(text.data(), qsizetype(text.size()));
            if (!entries.contains(key))
                missing << key;
        };
        for (const audit::EventKind& kind : audit::eventKinds())
            need(u"EventKind"_s, kind.title);
        for (const audit::Duty duty : audit::duties())
            need(u"Duty"_s, audit::dutyTitle(duty));
        for (const settings::Definition& definition : settings::definitions())
            need(u"Setting"_s, definition.description);
        for (const access::PermissionInfo& permission : access::permissions())
            need(u"Permission"_s, permission.title);
        for (const identity::NoticeKind& notice : identity::noticeKinds())
            need(u"Notice"_s, notice.title);
        for (const char* wrong : {"outcome:x", "severity:x", "kind:x", "since:x", "address:x", "user:", "user:\"a", "x:y",
                                  "since:1h since:2h", "-since:1h", "since:1h until:2h"}) {
            for (const audit::FilterMistake& mistake : audit::filterMistakes(wrong, UtcTime(std::chrono::hours(24 * 20000))))
                need(u"EventFilter"_s, mistake.message);
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void backend_tables_holdNothingElse()
    {
        QCOMPARE(ui::translatableSettingDescriptions().size(), qsizetype(settings::definitions().size()));
        QCOMPARE(ui::translatableNoticeTitles().size(), qsizetype(identity::noticeKinds().size()));
    }

    void compiled_translations_areEmbedded()
    {
        QTranslator german;
        QVERIFY(german.load(u":/i18n/sallyport_de.qm"_s));
        QCOMPARE(german.translate("EventKind", "Sign-in failed"), u"Anmeldung fehlgeschlagen"_s);
        QTranslator french;
        QVERIFY(french.load(u":/i18n/sallyport_fr.qm"_s));
        QCOMPARE(french.translate("EventKind", "Sign-in failed"), u"Échec de connexion"_s);
        QTranslator english;
        QVERIFY(english.load(u":/i18n/sallyport_en.qm"_s));
        QCOMPARE(english.translate("Duration", "%Ln day(s)", nullptr, 1), u"%Ln day"_s);
        QCOMPARE(english.translate("Duration", "%Ln day(s)", nullptr, 2), u"%Ln days"_s);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

SALLYPORT_GUILESS_TEST(TestTranslations)

} // namespace tst_translations
#include "tst_translations.moc"

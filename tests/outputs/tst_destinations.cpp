#include "backend/audit/event_kinds.h"
#include "backend/outputs/destination_fields.h"
#include "tests/outputs/support/output_stage.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_destinations {

using namespace sallyport;
using namespace sallyport::outputs;
using namespace Qt::StringLiterals;
using test::OutputStage;

namespace {

DestinationFields hook()
{
    return OutputStage::fields(DestinationKind::Webhook, "https://127.0.0.1:1/events");
}

NewDestination wanted(DestinationFields fields, const char* secret = "a secret of some length")
{
    NewDestination destination;
    destination.fields = std::move(fields);
    if (*secret != '\0')
        destination.secret = SecretBytes::fromText(secret);
    destination.enabled = false;
    return destination;
}

template <typename T>
std::string fieldOf(const Result<T>& result)
{
    return result || result.error().fields.empty() ? std::string() : result.error().fields.front().field;
}

} // namespace

/// What can be said of a destination, who may say it, and what becomes of the secret.
class TestDestinations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void mistakes_areNamedByField_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("filter");
        QTest::addColumn<QString>("field");
        const auto row = [](const char* name, const char* kind, const char* target, const char* filter, const char* field) {
            QTest::newRow(name) << QString::fromLatin1(kind) << QString::fromLatin1(target) << QString::fromLatin1(filter)
                                << QString::fromLatin1(field);
        };
        row("syslog", "syslog", "logs.example.org:6514", "", "");
        row("syslog, usual port", "syslog", "logs.example.org", "severity:>=warning", "");
        row("syslog by IPv6", "syslog", "[2001:db8::1]:6514", "", "");
        row("syslog with a path", "syslog", "logs.example.org:6514/x", "", "target");
        row("syslog with a user", "syslog", "me@logs.example.org", "", "target");
        row("syslog to port 0", "syslog", "logs.example.org:0", "", "target");
        row("syslog with a line end", "syslog", "logs.example.org\r\nX", "", "target");
        row("syslog to nowhere", "syslog", "", "", "target");
        row("clear text", "webhook", "http://hooks.example.org/", "", "target");
        row("clear text here", "webhook", "http://127.0.0.1:9/", "", "");
        row("clear text here by name", "webhook", "http://localhost/x", "", "");
        row("telemetry in clear text here", "otlp", "http://[::1]:4318/v1/logs", "", "");
        row("telemetry in clear text", "otlp", "http://otel.example.org:4318/v1/logs", "", "target");
        row("clear text to a neighbour", "webhook", "http://localhost.example.org/x", "", "target");
        row("other scheme", "webhook", "file:///etc/passwd", "", "target");
        row("mail", "mail", "smtps://mail.example.org", "", "");
        row("mail that begins TLS", "mail", "smtp://mail.example.org:587/", "", "");
        row("mail with a path", "mail", "smtp://mail.example.org/x", "", "target");
        row("mail with a user", "mail", "smtp://a:b@mail.example.org", "", "target");
        row("file", "file", "events-2", "", "");
        row("file elsewhere", "file", "../events", "", "target");
        row("file with an ending", "file", "events.txt", "", "target");
        row("file with a path", "file", "a/b", "", "target");
        row("bad filter", "file", "events", "severity:loud", "filter");
        row("a period", "file", "events", "since:1h", "filter");
    }
    void mistakes_areNamedByField()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, target);
        QFETCH(const QString, filter);
        QFETCH(const QString, field);
        DestinationFields fields = OutputStage::fields(*destinationKind(kind.toStdString()), target.toStdString());
        fields.filter = filter.toStdString();
        const auto mistakes = destinationMistakes(fields, test::at("2026-11-24T12:00:00Z"));
        QCOMPARE(mistakes.empty() ? std::string() : mistakes.front().field, field.toStdString());
    }

    void asvs_1_3_11_mailAddresses_cannotLeaveTheirPlace()
    {
        for (const char* address : {"", "nobody", "a@b>\r\nRCPT TO:<x@y", "a b@c", "a@b@c", "<a@b>", "a@b,c@d", "\"a\"@b"}) {
            DestinationFields fields = OutputStage::fields(DestinationKind::Mail, "smtps://mail.example.org");
            fields.recipients = {address};
            QVERIFY2(!destinationMistakes(fields, {}).empty(), address);
            fields.recipients = {"a@b"};
            fields.sender = address;
            QVERIFY2(!destinationMistakes(fields, {}).empty(), address);
        }
    }

    void format_mustFitTheKind()
    {
        OutputStage stage;
        DestinationFields fields = hook();
        fields.format = EventFormat::Rfc5424;
        QCOMPARE(fieldOf(stage.service().create(OutputStage::somebody(), wanted(fields))), std::string("format"));
        fields.format = EventFormat::Ocsf;
        QVERIFY(stage.service().create(OutputStage::somebody(), wanted(fields)));
    }

    void secret_isNeededBounded_andNeverGivenOut()
    {
        OutputStage stage;
        auto& service = stage.service();
        const auto actor = OutputStage::somebody();
        QCOMPARE(fieldOf(service.create(actor, wanted(hook(), ""))), std::string("secret"));
        QCOMPARE(fieldOf(service.create(actor, wanted(hook(), "short"))), std::string("secret"));
        const auto made = service.create(actor, wanted(hook(), "the secret nobody reads"));
        QVERIFY(made && made->hasSecret);
        for (const audit::Event& event : stage.events("output."))
            QVERIFY(event.detailsJson.find("nobody reads") == std::string::npos);
        // Sealed, and for its place: the blob says nothing.
        const auto blob = stage.journal().store().read([&](storage::Transaction& transaction) -> Result<Bytes> {
            SALLYPORT_ASSIGN(auto row, transaction.prepare("SELECT secret FROM outputs"));
            SALLYPORT_TRY(row.step());
            return row.blob();
        });
        QVERIFY(blob && blob->size() > 30);
        QVERIFY(std::string(reinterpret_cast<const char*>(blob->data()), blob->size()).find("nobody") == std::string::npos);
        // Fields without a secret keep it, an empty one is refused for a webhook.
        DestinationPatch patch;
        patch.fields = made->fields;
        patch.fields->name = "Elsewhere";
        patch.expectedVersion = made->version;
        const auto changed = service.change(actor, made->id, std::move(patch));
        QVERIFY(changed && changed->hasSecret);
        QCOMPARE(changed->version, made->version + 1);
        DestinationPatch without;
        without.secret = SecretBytes();
        QCOMPARE(fieldOf(service.change(actor, made->id, std::move(without))), std::string("secret"));
        DestinationPatch old;
        old.enabled = true;
        old.expectedVersion = made->version;
        const auto refused = service.change(actor, made->id, std::move(old));
        QVERIFY(!refused && refused.error().code == ErrorCode::PreconditionFailed);
    }

    void kind_staysWhatItIs()
    {
        OutputStage stage;
        const auto made = stage.service().create(OutputStage::somebody(), wanted(hook()));
        DestinationPatch patch;
        patch.fields = OutputStage::fields(DestinationKind::File, "events");
        QVERIFY(!stage.service().change(OutputStage::somebody(), made->id, std::move(patch)));
    }

    void names_areTakenOnce_andThereAreSixteen()
    {
        OutputStage stage;
        const auto actor = OutputStage::somebody();
        DestinationFields fields = hook();
        for (int i = 0; i < destinationsLimit; ++i) {
            fields.name = "Hook " + std::to_string(i);
            QVERIFY(stage.service().create(actor, wanted(fields)));
        }
        fields.name = "hOOK 3";
        QCOMPARE(stage.service().create(actor, wanted(fields)).error().code, ErrorCode::Conflict);
        fields.name = "One more";
        QCOMPARE(stage.service().create(actor, wanted(fields)).error().code, ErrorCode::LimitReached);
        const auto all = stage.service().list(actor);
        QCOMPARE(all->size(), std::size_t{16});
        QCOMPARE(all->front().fields.name, std::string("Hook 0"));
    }

    void rights_areAskedOfEveryCall()
    {
        OutputStage stage;
        access::Actor reader = OutputStage::somebody();
        reader.permissions = {};
        reader.permissions.add(access::Permission::OutputsRead);
        const auto made = stage.service().create(OutputStage::somebody(), wanted(hook()));
        const auto denied = [](const auto& result) { return !result && result.error().code == ErrorCode::PermissionDenied; };
        QVERIFY(stage.service().list(reader) && stage.service().read(reader, made->id));
        QVERIFY(denied(stage.service().create(reader, wanted(hook()))));
        QVERIFY(denied(stage.service().change(reader, made->id, {})));
        QVERIFY(denied(stage.service().remove(reader, made->id)));
        QVERIFY(denied(stage.service().test(reader, made->id)));
        const access::Actor nobody;
        QVERIFY(denied(stage.service().list(nobody)) && denied(stage.service().read(nobody, made->id)));
    }

    void asvs_13_3_2_otherTarget_wantsTheSecretAnew()
    {
        OutputStage stage;
        const auto actor = OutputStage::somebody();
        const auto made = stage.service().create(actor, wanted(hook()));
        const auto moved = [&](const char* secret) {
            DestinationPatch patch;
            patch.fields = made->fields;
            patch.fields->target = "https://127.0.0.1:2/events";
            if (*secret != '\0')
                patch.secret = SecretBytes::fromText(secret);
            return stage.service().change(actor, made->id, std::move(patch));
        };
        QCOMPARE(fieldOf(moved("")), std::string("secret"));
        QVERIFY(moved("a secret of some length"));
        DestinationFields mail = OutputStage::fields(DestinationKind::Mail, "smtps://mail.example.org");
        DestinationFields other = mail;
        other.target = "smtps://mail.example.org:465";
        QVERIFY(!aimsElsewhere(mail, other));
        other.target = "smtp://mail.example.org:465";
        QVERIFY(aimsElsewhere(mail, other));
        other = mail;
        other.account = "somebody";
        QVERIFY(aimsElsewhere(mail, other));
    }

    void export_isNeededToSayWhereEventsGo_notToSwitchOff()
    {
        OutputStage stage;
        const auto made = stage.service().create(OutputStage::somebody(), wanted(hook()));
        access::Actor updater = OutputStage::somebody();
        updater.permissions = {};
        updater.permissions.add(access::Permission::OutputsRead);
        updater.permissions.add(access::Permission::OutputsUpdate);
        const auto denied = [](const auto& result) { return !result && result.error().code == ErrorCode::PermissionDenied; };
        QVERIFY(denied(stage.service().create(updater, wanted(hook()))));
        DestinationPatch on;
        on.enabled = true;
        QVERIFY(denied(stage.service().change(updater, made->id, std::move(on))));
        DestinationPatch wider;
        wider.fields = made->fields;
        wider.fields->filter.clear();
        QVERIFY(denied(stage.service().change(updater, made->id, std::move(wider))));
        DestinationPatch off;
        off.enabled = false;
        QVERIFY(stage.service().change(updater, made->id, std::move(off)));
    }

    void changes_areRecorded()
    {
        OutputStage stage;
        const auto actor = OutputStage::somebody();
        const auto made = stage.service().create(actor, wanted(hook()));
        DestinationPatch patch;
        patch.fields = made->fields;
        patch.fields->filter = "severity:critical";
        QVERIFY(stage.service().change(actor, made->id, std::move(patch)));
        QVERIFY(stage.service().remove(actor, made->id));
        QCOMPARE(stage.service().read(actor, made->id).error().code, ErrorCode::NotFound);
        QCOMPARE(stage.events(audit::kind::outputCreated).size(), std::size_t{1});
        const auto changed = stage.events(audit::kind::outputChanged);
        QCOMPARE(changed.size(), std::size_t{1});
        QVERIFY(changed.front().detailsJson.find("severity:critical") != std::string::npos);
        QCOMPARE(changed.front().object.name, std::string("Somewhere"));
        QCOMPARE(stage.events(audit::kind::outputDeleted).size(), std::size_t{1});
    }

    void test_toNowhere_saysWhy_andIsRecorded()
    {
        OutputStage stage;
        const auto made = stage.service().create(OutputStage::somebody(), wanted(hook()));
        const auto tested = stage.service().test(OutputStage::somebody(), made->id);
        QVERIFY(tested && !tested->passed);
        QVERIFY2(QString::fromStdString(tested->detail).contains(u"cannot be reached"_s), tested->detail.c_str());
        const auto events = stage.events(audit::kind::outputTested);
        QCOMPARE(events.size(), std::size_t{1});
        QVERIFY(events.front().outcome == audit::Outcome::Failure);
        QCOMPARE(events.front().reason, std::string("outbound_unreachable"));
    }

    void asvs_13_2_4_privateAddress_isRefused_untilTheSettingAllowsIt_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("target");
        QTest::newRow("syslog") << u"syslog"_s << u"127.0.0.1:1"_s;
        QTest::newRow("webhook") << u"webhook"_s << u"https://127.0.0.1:1/"_s;
        QTest::newRow("mail") << u"mail"_s << u"smtps://127.0.0.1:1"_s;
        QTest::newRow("mail by a name") << u"mail"_s << u"smtp://localhost:1"_s;
    }
    void asvs_13_2_4_privateAddress_isRefused_untilTheSettingAllowsIt()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, target);
        OutputStage stage;
        stage.set("outbound.networks", "");
        const auto fields = OutputStage::fields(*destinationKind(kind.toStdString()), target.toStdString());
        const auto made =
            stage.service().create(OutputStage::somebody(), wanted(fields, kind == u"webhook" ? "a secret of some length" : ""));
        QVERIFY(made);
        const auto refused = stage.service().test(OutputStage::somebody(), made->id);
        QVERIFY2(refused && refused->detail.find("outbound.networks") != std::string::npos, refused->detail.c_str());
        stage.set("outbound.networks", "127.0.0.0/8 ::1");
        const auto tried = stage.service().test(OutputStage::somebody(), made->id);
        QVERIFY2(tried && !tried->passed && tried->detail.find("outbound.networks") == std::string::npos, tried->detail.c_str());
    }

    void messages_areBounded()
    {
        OutputStage stage;
        const auto made = stage.service().create(OutputStage::somebody(), wanted(hook()));
        QVERIFY(!stage.service().send(made->id, "Alert", "text", "[1]"));
        QVERIFY(!stage.service().send(DestinationId("01J00000000000000000000000"), "Alert", "text", ""));
        for (std::int64_t i = 0; i < waitingMessagesLimit; ++i)
            QVERIFY(stage.service().send(made->id, "Alert", "text", R"({"n":1})"));
        QCOMPARE(stage.service().send(made->id, "Alert", "text", "").error().code, ErrorCode::LimitReached);
        QVERIFY(stage.read(made->id).state.waiting >= waitingMessagesLimit);
    }
};

SALLYPORT_GUILESS_TEST(TestDestinations)

} // namespace tst_destinations
#include "tst_destinations.moc"

#include "tests/detection/matrix.h"
#include "tests/support/test_main.h"

#include <QtTest>

namespace tst_matrix {

using namespace sallyport::test::matrix;

/// Every payload in every disguise at every place of a request: what slips through is a decoder that is missing at one place.
class TstMatrix : public QObject {
    Q_OBJECT

    /// Nobody decodes Base64 in a member's name or inside of a longer text: docs/detection.md says so.
    static bool isLeftOut(Place place, Encoder encoder)
    {
        return (place == Place::Name || place == Place::GraphQl) &&
               (encoder == Encoder::Base64 || encoder == Encoder::Base64Flat);
    }

private Q_SLOTS:
    void everyDisguiseAtEveryPlace_isFound_data()
    {
        QTest::addColumn<int>("place");
        QTest::addColumn<int>("encoder");
        for (std::size_t place = 0; place < placeWords.size(); ++place) {
            for (std::size_t encoder = 0; encoder < encoderWords.size(); ++encoder)
                QTest::addRow("%s %s", placeWords[place].data(), encoderWords[encoder].data())
                    << static_cast<int>(place) << static_cast<int>(encoder);
        }
    }

    void everyDisguiseAtEveryPlace_isFound()
    {
        QFETCH(int, place);
        QFETCH(int, encoder);
        const auto where = static_cast<Place>(place);
        const auto how = static_cast<Encoder>(encoder);
        if (isLeftOut(where, how))
            return;
        const detection::Detector detector;
        const detection::Options options;
        std::vector<std::string> store;
        std::string missed;
        std::size_t count = 0;
        for (const auto& payload : payloads) {
            if (!carries(where, how, payload.text))
                continue;
            const auto parts = partsOf(where, encoded(payload.text, how), store);
            if (!detector.inspect(parts, options).blocked) {
                ++count;
                missed += std::string(" [") + std::string(payload.text) + "]";
            }
        }
        // One of 36: what a place makes of a payload may be none any more.
        QVERIFY2(count <= 1, missed.c_str());
    }

    /// The same disguises and places do no harm to what is none.
    void harmlessTexts_inEveryDisguise_areLetThrough()
    {
        const detection::Detector detector;
        const detection::Options options;
        std::vector<std::string> store;
        std::string blocked;
        for (const std::string_view text : {"Jean O'Brien & sons", "Please select a plan from our list",
                                            "3 < 5 and 7 > 2, says Ann", "plum; fig; a pear (ripe)"}) {
            for (std::size_t place = 0; place < placeWords.size(); ++place) {
                for (std::size_t encoder = 0; encoder < encoderWords.size(); ++encoder) {
                    const auto parts = partsOf(static_cast<Place>(place), encoded(text, static_cast<Encoder>(encoder)), store);
                    if (detector.inspect(parts, options).blocked)
                        blocked += std::string(" ") + placeWords[place].data() + "/" + encoderWords[encoder].data() + " [" +
                                   text.data() + "]";
                }
            }
        }
        QVERIFY2(blocked.empty(), blocked.c_str());
    }
};

SALLYPORT_TEST(TstMatrix)

} // namespace tst_matrix

#include "tst_matrix.moc"

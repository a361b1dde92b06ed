#pragma once

#include "ui/widgets/dialog_frame.h"

#include "backend/base/error.h" // below Qt: moc 6.4 stumbles over <compare> before <string>
#include "backend/identity/core/api_key.h"

class QLabel;

namespace sallyport::ui {

class Banner;
class Console;
class Field;
class PublicKeyField;
class SegmentedControl;

/// Asks how long a key's old text works beside the new one, and rotates it. With a key pair: for the next public key too.
class RotateDialog final : public DialogFrame {
    Q_OBJECT

public:
    RotateDialog(Console& console, identity::ApiKey key, QWidget* parent);

Q_SIGNALS:
    /// It may be moved from.
    void rotated(sallyport::identity::IssuedKey& issued);

private:
    void setTexts();
    void submit();

    Console& m_console;
    identity::ApiKey m_key;
    QLabel* m_what;
    PublicKeyField* m_publicKey = nullptr; ///< of a key that signs with its owner's key pair
    SegmentedControl* m_overlap;
    Field* m_overlapField;
    Banner* m_failure;
    QPushButton* m_cancel;
    QPushButton* m_rotate;
};

} // namespace sallyport::ui

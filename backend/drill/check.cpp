#include "backend/drill/check.h"

#include "backend/base/encoding.h"
#include "backend/base/secret_bytes.h"
#include "backend/crypto/digest.h"
#include "backend/crypto/mac.h"

#include <algorithm>

namespace sallyport::drill {

AttackClient Scene::from(unsigned host) const
{
    return AttackClient("127.88." + std::to_string(m_number) + "." + std::to_string(host), m_sandbox.target());
}

void Scene::count(bool right, std::string_view what, std::int64_t number)
{
    ++m_check.tried;
    if (right) {
        ++m_check.caught;
    } else if (m_check.missed() == 1) {
        m_check.note = what;
        m_check.number = number;
    }
}

void Scene::expect(const Answer& answer, std::initializer_list<int> right, std::string_view what, std::int64_t number)
{
    const bool first = !wrong();
    count(std::ranges::find(right, answer.status) != right.end(), what, number);
    if (first && wrong())
        m_check.status = answer.status;
}

void Scene::note(std::string_view what, std::int64_t number)
{
    if (wrong())
        return;
    m_check.note = what;
    m_check.number = number;
}

std::int64_t unixTimeOf(Scene& scene)
{
    return toMicros(scene.sandbox().services().clock.now()) / 1'000'000;
}

Headers signedHeaders(const Sandbox& sandbox, std::string_view method, std::string_view target, std::string_view body,
                      std::int64_t unixTime, std::string_view nonce)
{
    const std::string time = std::to_string(unixTime);
    std::string text;
    text.append(method).append("\n").append(target).append("\n").append(time).append("\n").append(nonce).append("\n");
    if (!body.empty())
        text += toHex(crypto::sha256(asBytes(body)));
    const auto mac = crypto::hmacSha256(asBytes(sandbox.signingSecret()), asBytes(text));
    return {{"X-API-Key", sandbox.key()},
            {"X-Timestamp", time},
            {"X-Nonce", std::string(nonce)},
            {"X-Signature", mac ? toHex(*mac) : std::string()}};
}

} // namespace sallyport::drill

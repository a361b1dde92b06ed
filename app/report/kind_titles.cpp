#include "app/report/kind_titles.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace sallyport::report {

namespace {

struct Title {
    std::u16string_view kind, german, french;
};

// Sorted by kind.
constexpr Title titles[] = {
    {u"access.denied", u"Berechtigung fehlt", u"Autorisation manquante"},
    {u"access.step_up_missing", u"Zweiter Faktor fehlt", u"Second facteur manquant"},
    {u"audit.damaged", u"Prüfprotokoll beschädigt", u"Journal d’audit endommagé"},
    {u"audit.events_dropped", u"Ereignisse verworfen", u"Événements abandonnés"},
    {u"audit.events_expired", u"Alte Ereignisse entfernt", u"Anciens événements supprimés"},
    {u"audit.verified", u"Prüfkette geprüft", u"Chaîne d’audit vérifiée"},
    {u"auth.login", u"Angemeldet", u"Connexion"},
    {u"auth.login_failed", u"Anmeldung fehlgeschlagen", u"Échec de connexion"},
    {u"auth.logout", u"Abgemeldet", u"Déconnexion"},
    {u"auth.mfa_failed", u"Zweiter Faktor fehlgeschlagen", u"Échec du second facteur"},
    {u"auth.mfa_pending", u"Passwort richtig, zweiter Faktor verlangt", u"Mot de passe accepté, second facteur demandé"},
    {u"auth.outside_failed", u"Fremde Anmeldung fehlgeschlagen", u"Échec de connexion externe"},
    {u"auth.recovery_code_used", u"Wiederherstellungscode benutzt", u"Code de récupération utilisé"},
    {u"auth.refresh", u"Token erneuert", u"Jeton renouvelé"},
    {u"auth.refresh_reused", u"Erneuerungstoken zweimal benutzt", u"Jeton de renouvellement utilisé deux fois"},
    {u"auth.signing_key_rotated", u"Neuer Schlüssel signiert Token", u"Une nouvelle clé signe les jetons"},
    {u"auth.stepped_up", u"Zweiter Faktor erneut gezeigt", u"Second facteur présenté de nouveau"},
    {u"auth.throttled", u"Anmeldung gebremst", u"Connexion retardée"},
    {u"auth.token_refused", u"Token abgelehnt", u"Jeton refusé"},
    {u"console.login", u"Bediener angemeldet", u"Opérateur connecté"},
    {u"console.login_failed", u"Anmeldung des Bedieners fehlgeschlagen", u"Échec de connexion de l’opérateur"},
    {u"console.logout", u"Bediener abgemeldet", u"Opérateur déconnecté"},
    {u"key.changed", u"API-Schlüssel geändert", u"Clé d’API modifiée"},
    {u"key.created", u"API-Schlüssel erstellt", u"Clé d’API créée"},
    {u"key.leaked", u"API-Schlüssel in Dateien gefunden", u"Clé d’API trouvée dans des fichiers"},
    {u"key.refused", u"API-Schlüssel abgelehnt", u"Clé d’API refusée"},
    {u"key.revoked", u"API-Schlüssel widerrufen", u"Clé d’API révoquée"},
    {u"key.rotated", u"API-Schlüssel erneuert", u"Clé d’API renouvelée"},
    {u"key.scanned", u"Dateien nach API-Schlüsseln durchsucht", u"Fichiers analysés à la recherche de clés d’API"},
    {u"limit.reached", u"Anfragegrenze erreicht", u"Limite de requêtes atteinte"},
    {u"mfa.device_forgotten", u"Gerät nicht mehr vertraut", u"Appareil plus de confiance"},
    {u"mfa.device_trusted", u"Gerät vertraut", u"Appareil de confiance"},
    {u"mfa.disabled", u"Zweiter Faktor ausgeschaltet", u"Second facteur désactivé"},
    {u"mfa.enabled", u"Zweiter Faktor eingerichtet", u"Second facteur configuré"},
    {u"mfa.enrol_started", u"Einrichtung des zweiten Faktors begonnen", u"Configuration du second facteur commencée"},
    {u"mfa.overdue", u"Zweiter Faktor überfällig", u"Second facteur en retard"},
    {u"mfa.recovery_codes_renewed", u"Wiederherstellungscodes erneuert", u"Codes de récupération renouvelés"},
    {u"mfa.reset", u"Zweiter Faktor zurückgesetzt", u"Second facteur réinitialisé"},
    {u"notice.new_device", u"Anmeldung von neuem Gerät", u"Connexion depuis un nouvel appareil"},
    {u"notice.success_after_failures", u"Anmeldung nach Fehlversuchen", u"Connexion après des échecs"},
    {u"passkey.added", u"Passkey hinzugefügt", u"Clé d’accès ajoutée"},
    {u"passkey.copied", u"Passkey womöglich kopiert", u"Clé d’accès peut-être copiée"},
    {u"passkey.removed", u"Passkey entfernt", u"Clé d’accès retirée"},
    {u"passkey.renamed", u"Passkey umbenannt", u"Clé d’accès renommée"},
    {u"password.changed", u"Passwort geändert", u"Mot de passe modifié"},
    {u"password.reset_started", u"Passwort-Zurücksetzung begonnen", u"Réinitialisation du mot de passe commencée"},
    {u"provider.changed", u"Identitätsanbieter geändert", u"Fournisseur d’identité modifié"},
    {u"provider.created", u"Identitätsanbieter angelegt", u"Fournisseur d’identité ajouté"},
    {u"provider.deleted", u"Identitätsanbieter gelöscht", u"Fournisseur d’identité supprimé"},
    {u"provider.tested", u"Identitätsanbieter geprüft", u"Fournisseur d’identité testé"},
    {u"report.exported", u"Prüfbericht exportiert", u"Rapport d’audit exporté"},
    {u"request.invalid", u"Anfrage mit ungültigem Inhalt", u"Requête au contenu invalide"},
    {u"request.malformed", u"Fehlerhafte Anfrage", u"Requête malformée"},
    {u"server.certificate_changed", u"Zertifikat gewechselt", u"Certificat changé"},
    {u"server.certificate_created", u"Zertifikat erstellt", u"Certificat créé"},
    {u"server.failed", u"Server gescheitert", u"Panne du serveur"},
    {u"server.fault", u"Unerwartete Störung", u"Défaillance inattendue"},
    {u"server.internal_error", u"Interner Fehler", u"Erreur interne"},
    {u"server.reload_failed", u"Neu laden gescheitert", u"Rechargement échoué"},
    {u"server.started", u"Server gestartet", u"Serveur démarré"},
    {u"server.stopped", u"Server angehalten", u"Serveur arrêté"},
    {u"service_account.changed", u"Dienstkonto geändert", u"Compte de service modifié"},
    {u"service_account.created", u"Dienstkonto angelegt", u"Compte de service ajouté"},
    {u"service_account.deleted", u"Dienstkonto gelöscht", u"Compte de service supprimé"},
    {u"session.revoked", u"Sitzungen beendet", u"Sessions terminées"},
    {u"setting.changed", u"Einstellung geändert", u"Réglage modifié"},
    {u"tls.handshake_failed", u"TLS-Handshake fehlgeschlagen", u"Échec de la négociation TLS"},
    {u"upkeep.failed", u"Instandhaltung gescheitert", u"Entretien échoué"},
    {u"upkeep.recovered", u"Instandhaltung läuft wieder", u"L’entretien fonctionne à nouveau"},
    {u"user.changed", u"Benutzer geändert", u"Utilisateur modifié"},
    {u"user.created", u"Benutzer angelegt", u"Utilisateur ajouté"},
    {u"user.deleted", u"Benutzer gelöscht", u"Utilisateur supprimé"},
    {u"user.disabled", u"Benutzer deaktiviert", u"Utilisateur désactivé"},
    {u"user.enabled", u"Benutzer aktiviert", u"Utilisateur activé"},
    {u"user.exported", u"Benutzer in eine Datei ausgegeben", u"Utilisateurs exportés vers un fichier"},
    {u"user.imported", u"Benutzer aus einer Datei übernommen", u"Utilisateurs importés d’un fichier"},
    {u"user.invited", u"Benutzer eingeladen", u"Utilisateur invité"},
    {u"user.linked", u"Benutzer mit fremder Anmeldung verknüpft", u"Utilisateur lié à une connexion externe"},
    {u"user.roles_changed", u"Rollen des Benutzers geändert", u"Rôles de l’utilisateur modifiés"},
    {u"user.unlinked", u"Fremde Anmeldung vom Benutzer gelöst", u"Connexion externe de l’utilisateur retirée"},
    {u"user.unlocked", u"Benutzer entsperrt", u"Utilisateur déverrouillé"},
    {u"vault.created", u"Tresor angelegt", u"Coffre créé"},
    {u"vault.locked", u"Tresor verriegelt", u"Coffre verrouillé"},
    {u"vault.passphrase_changed", u"Passphrase geändert", u"Phrase secrète modifiée"},
    {u"vault.unlocked", u"Tresor entriegelt", u"Coffre déverrouillé"},
};

} // namespace

QString kindTitle(const QString& language, const QString& kind)
{
    const bool german = language.startsWith(QLatin1StringView("de"));
    if (!german && !language.startsWith(QLatin1StringView("fr")))
        return {};
    const std::u16string_view word(kind.utf16() ? reinterpret_cast<const char16_t*>(kind.utf16()) : u"",
                                   static_cast<std::size_t>(kind.size()));
    const auto* const found =
        std::lower_bound(std::begin(titles), std::end(titles), word,
                         [](const Title& title, std::u16string_view wanted) { return title.kind < wanted; });
    if (found == std::end(titles) || found->kind != word)
        return {};
    const std::u16string_view title = german ? found->german : found->french;
    return QString::fromUtf16(title.data(), static_cast<qsizetype>(title.size()));
}

} // namespace sallyport::report

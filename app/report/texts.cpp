#include "app/report/texts.h"

namespace sallyport::report {

namespace {

constexpr Texts english{
    .auditReport = u"Audit report",
    .zone = u"Times in",
    .period = u"Period",
    .allTime = u"Everything up to this report",
    .fromOn = u"From %1",
    .upTo = u"Up to %1",
    .preparedBy = u"Prepared by",
    .generated = u"Prepared on",
    .selection = u"Selection",
    .allEvents = u"All events of the period",
    .filtered = u"Events that match a filter",
    .vault = u"Vault",
    .events = u"Events",
    .success = u"Succeeded",
    .failure = u"Failed",
    .refused = u"Refused",
    .blocked = u"Blocked",
    .serious = u"Warning or critical",
    .eventsByDay = u"Events by day",
    .eventsByWeek = u"Events by week",
    .eventsByMonth = u"Events by month",
    .eventsByYear = u"Events by year",
    .mostFrequent = u"Most frequent events",
    .others = u"%1 more kinds",
    .noEvents = u"No events were recorded in this period.",
    .number = u"No.",
    .time = u"Time",
    .event = u"Event",
    .who = u"Who",
    .address = u"Address",
    .outcome = u"Outcome",
    .oneSuccess = u"Success",
    .oneFailure = u"Failed",
    .oneRefused = u"Refused",
    .oneBlocked = u"Blocked",
    .chainTitle = u"Chain and verification",
    .chainIntact = u"The chain is intact",
    .chainBroken = u"The chain is broken at event %1: %2",
    .chainAccepted = u"The chain is intact, but for damage that was accepted",
    .acceptedDamage = u"Damage accepted: %1. The latest: events %2 to %3, accepted on %4 by %5: %6",
    .changed = u"its content was changed",
    .missing = u"it is missing",
    .reordered = u"it stands in another's place",
    .truncated = u"the end of the journal was cut off",
    .anchorDamaged = u"the anchor file was lost or changed",
    .treeChanged = u"the tree does not hold what the journal holds",
    .headChanged = u"the tree does not fit its signed heads",
    .rolledBack = u"the database was put back to an older state",
    .eventsChecked = u"Events checked",
    .lastChecked = u"Last event checked",
    .recordedAt = u"Recorded on",
    .chainHash = u"Chain hash",
    .explainChain = u"Every event carries an HMAC-SHA256 over its content and the hash of the event before it. "
                    u"Whoever changes, removes or reorders an event without the vault's key breaks the chain from "
                    u"there on; a separately kept anchor shows when the end was cut off.",
    .explainVerify = u"To check it again, compare this hash with the event of this number in the console under Live "
                     u"events, or run “sallyportd verify” on the vault's data directory.",
    .accessReview = u"Access review",
    .allAccess = u"All roles in force and all keys that open something",
    .rolesOfUsers = u"Roles of users",
    .rolesOfAccounts = u"Roles of service accounts",
    .apiKeys = u"API keys",
    .holder = u"Who",
    .serviceAccount = u"Service account",
    .has = u"Has",
    .apiKey = u"API key",
    .since = u"Since",
    .givenBy = u"Given by",
    .ends = u"Ends",
    .lastUsed = u"Last used",
    .never = u"Never",
    .disabled = u"disabled",
    .invited = u"invited",
    .noAccess = u"Nobody has what was asked for.",
    .keysLeftOut = u"API keys are left out: whoever made this report may not see them.",
    .accountsLeftOut = u"Service accounts are left out: whoever made this report may not see them.",
    .explainUse =
        u"“Last used” is measured: of an API key it is its last use; of a role it is when its holder last signed in or used "
        u"a session (to an hour) or a key, which is the latest that the role can have been used.",
    .notDrawn =
        u"Not drawn: this machine has no font for %1 of the characters in this report, which stand as boxes: %2; the same "
        u"report as CSV or JSON Lines has them; a PDF does once such a font is installed.",
    .contents = u"Contents",
    .overview = u"Overview",
    .page = u"Page %1 of %2",
    .date = u"d MMMM yyyy",
    .shortDate = u"d MMM",
};

constexpr Texts german{
    .auditReport = u"Prüfbericht",
    .zone = u"Zeiten in",
    .period = u"Zeitraum",
    .allTime = u"Alles bis zu diesem Bericht",
    .fromOn = u"Ab %1",
    .upTo = u"Bis %1",
    .preparedBy = u"Erstellt von",
    .generated = u"Erstellt am",
    .selection = u"Auswahl",
    .allEvents = u"Alle Ereignisse des Zeitraums",
    .filtered = u"Ereignisse, auf die ein Filter passt",
    .vault = u"Tresor",
    .events = u"Ereignisse",
    .success = u"Gelungen",
    .failure = u"Fehlgeschlagen",
    .refused = u"Abgelehnt",
    .blocked = u"Gesperrt",
    .serious = u"Warnend oder kritisch",
    .eventsByDay = u"Ereignisse nach Tag",
    .eventsByWeek = u"Ereignisse nach Woche",
    .eventsByMonth = u"Ereignisse nach Monat",
    .eventsByYear = u"Ereignisse nach Jahr",
    .mostFrequent = u"Häufigste Ereignisse",
    .others = u"%1 weitere Arten",
    .noEvents = u"In diesem Zeitraum wurden keine Ereignisse aufgezeichnet.",
    .number = u"Nr.",
    .time = u"Zeit",
    .event = u"Ereignis",
    .who = u"Wer",
    .address = u"Adresse",
    .outcome = u"Ergebnis",
    .oneSuccess = u"Erfolg",
    .oneFailure = u"Fehlschlag",
    .oneRefused = u"Abgelehnt",
    .oneBlocked = u"Gesperrt",
    .chainTitle = u"Kette und Prüfung",
    .chainIntact = u"Die Kette ist unversehrt",
    .chainBroken = u"Die Kette ist bei Ereignis %1 gebrochen: %2",
    .chainAccepted = u"Die Kette ist unversehrt bis auf anerkannten Schaden",
    .acceptedDamage = u"Anerkannter Schaden: %1. Der jüngste: Ereignisse %2 bis %3, anerkannt am %4 von %5: %6",
    .changed = u"sein Inhalt wurde verändert",
    .missing = u"es fehlt",
    .reordered = u"es steht an der Stelle eines anderen",
    .truncated = u"das Ende des Protokolls wurde abgeschnitten",
    .anchorDamaged = u"die Ankerdatei ging verloren oder wurde verändert",
    .treeChanged = u"der Baum enthält nicht, was das Protokoll enthält",
    .headChanged = u"der Baum passt nicht zu seinen signierten Köpfen",
    .rolledBack = u"die Datenbank wurde auf einen älteren Stand zurückgesetzt",
    .eventsChecked = u"Geprüfte Ereignisse",
    .lastChecked = u"Letztes geprüftes Ereignis",
    .recordedAt = u"Aufgezeichnet am",
    .chainHash = u"Hash der Kette",
    .explainChain = u"Jedes Ereignis trägt einen HMAC-SHA256 über seinen Inhalt und den Hash des Ereignisses davor. "
                    u"Wer ohne den Schlüssel des Tresors ein Ereignis ändert, entfernt oder umstellt, bricht die Kette "
                    u"ab dort; ein getrennt aufbewahrter Anker zeigt, ob das Ende abgeschnitten wurde.",
    .explainVerify = u"Zum erneuten Prüfen vergleichen Sie diesen Hash in der Konsole unter Live-Ereignisse mit dem "
                     u"Ereignis dieser Nummer oder rufen Sie „sallyportd verify“ für das Datenverzeichnis des Tresors "
                     u"auf.",
    .accessReview = u"Zugriffsprüfung",
    .allAccess = u"Alle geltenden Rollen und alle Schlüssel, die etwas öffnen",
    .rolesOfUsers = u"Rollen von Benutzern",
    .rolesOfAccounts = u"Rollen von Dienstkonten",
    .apiKeys = u"API-Schlüssel",
    .holder = u"Wer",
    .serviceAccount = u"Dienstkonto",
    .has = u"Hat",
    .apiKey = u"API-Schlüssel",
    .since = u"Seit",
    .givenBy = u"Vergeben von",
    .ends = u"Endet",
    .lastUsed = u"Zuletzt benutzt",
    .never = u"Nie",
    .disabled = u"deaktiviert",
    .invited = u"eingeladen",
    .noAccess = u"Niemand hat, wonach gefragt wurde.",
    .keysLeftOut = u"API-Schlüssel fehlen: Wer diesen Bericht erstellt hat, darf sie nicht sehen.",
    .accountsLeftOut = u"Dienstkonten fehlen: Wer diesen Bericht erstellt hat, darf sie nicht sehen.",
    .explainUse =
        u"„Zuletzt benutzt“ ist gemessen: bei einem API-Schlüssel seine letzte Benutzung; bei einer Rolle, wann ihr Inhaber "
        u"sich zuletzt anmeldete oder eine Sitzung (auf eine Stunde genau) oder einen Schlüssel benutzte. Später kann die "
        u"Rolle nicht benutzt worden sein.",
    .notDrawn =
        u"Nicht gezeichnet: Für %1 der Zeichen in diesem Bericht hat dieser Rechner keine Schrift; sie stehen als Kästchen da: "
        u"%2; derselbe Bericht als CSV oder JSON Lines enthält sie; ein PDF, sobald eine solche Schrift installiert ist.",
    .contents = u"Inhalt",
    .overview = u"Überblick",
    .page = u"Seite %1 von %2",
    .date = u"d. MMMM yyyy",
    .shortDate = u"d. MMM",
};

constexpr Texts french{
    .auditReport = u"Rapport d’audit",
    .zone = u"Heures de",
    .period = u"Période",
    .allTime = u"Tout jusqu’à ce rapport",
    .fromOn = u"À partir du %1",
    .upTo = u"Jusqu’au %1",
    .preparedBy = u"Établi par",
    .generated = u"Établi le",
    .selection = u"Sélection",
    .allEvents = u"Tous les événements de la période",
    .filtered = u"Événements retenus par un filtre",
    .vault = u"Coffre",
    .events = u"Événements",
    .success = u"Réussis",
    .failure = u"Échoués",
    .refused = u"Refusés",
    .blocked = u"Bloqués",
    .serious = u"Avertissement ou critique",
    .eventsByDay = u"Événements par jour",
    .eventsByWeek = u"Événements par semaine",
    .eventsByMonth = u"Événements par mois",
    .eventsByYear = u"Événements par année",
    .mostFrequent = u"Événements les plus fréquents",
    .others = u"%1 autres types",
    .noEvents = u"Aucun événement n’a été enregistré pendant cette période.",
    .number = u"N°",
    .time = u"Heure",
    .event = u"Événement",
    .who = u"Qui",
    .address = u"Adresse",
    .outcome = u"Résultat",
    .oneSuccess = u"Réussi",
    .oneFailure = u"Échoué",
    .oneRefused = u"Refusé",
    .oneBlocked = u"Bloqué",
    .chainTitle = u"Chaîne et vérification",
    .chainIntact = u"La chaîne est intacte",
    .chainBroken = u"La chaîne est rompue à l’événement %1 : %2",
    .chainAccepted = u"La chaîne est intacte, hormis des dommages acceptés",
    .acceptedDamage = u"Dommages acceptés : %1. Le dernier : événements %2 à %3, accepté le %4 par %5 : %6",
    .changed = u"son contenu a été modifié",
    .missing = u"il manque",
    .reordered = u"il se trouve à la place d’un autre",
    .truncated = u"la fin du journal a été coupée",
    .anchorDamaged = u"le fichier d’ancrage a été perdu ou modifié",
    .treeChanged = u"l’arbre ne contient pas ce que contient le journal",
    .headChanged = u"l’arbre ne correspond pas à ses têtes signées",
    .rolledBack = u"la base de données a été remise à un état antérieur",
    .eventsChecked = u"Événements vérifiés",
    .lastChecked = u"Dernier événement vérifié",
    .recordedAt = u"Enregistré le",
    .chainHash = u"Empreinte de la chaîne",
    .explainChain = u"Chaque événement porte un HMAC-SHA256 sur son contenu et sur l’empreinte de l’événement "
                    u"précédent. Modifier, supprimer ou déplacer un événement sans la clé du coffre rompt la chaîne à "
                    u"partir de là ; une ancre conservée à part montre si la fin a été coupée.",
    .explainVerify = u"Pour vérifier à nouveau, comparez cette empreinte à l’événement de ce numéro dans la console, "
                     u"sous Événements en direct, ou lancez « sallyportd verify » sur le dossier de données du coffre.",
    .accessReview = u"Revue des accès",
    .allAccess = u"Tous les rôles en vigueur et toutes les clés qui ouvrent quelque chose",
    .rolesOfUsers = u"Rôles d’utilisateurs",
    .rolesOfAccounts = u"Rôles de comptes de service",
    .apiKeys = u"Clés d’API",
    .holder = u"Qui",
    .serviceAccount = u"Compte de service",
    .has = u"Possède",
    .apiKey = u"Clé d’API",
    .since = u"Depuis",
    .givenBy = u"Donné par",
    .ends = u"Fin",
    .lastUsed = u"Dernier usage",
    .never = u"Jamais",
    .disabled = u"désactivé",
    .invited = u"invité",
    .noAccess = u"Personne ne possède ce qui a été demandé.",
    .keysLeftOut = u"Les clés d’API manquent : l’auteur de ce rapport ne peut pas les voir.",
    .accountsLeftOut = u"Les comptes de service manquent : l’auteur de ce rapport ne peut pas les voir.",
    .explainUse =
        u"« Dernier usage » est mesuré : pour une clé d’API, son dernier usage ; pour un rôle, le moment où son détenteur s’est "
        u"connecté ou a utilisé une session (à une heure près) ou une clé pour la dernière fois. Le rôle n’a pas pu servir "
        u"après.",
    .notDrawn =
        u"Non dessinés : cette machine n’a pas de police pour %1 des caractères de ce rapport, remplacés par des carrés : %2 ; "
        u"le même rapport en CSV ou en JSON Lines les contient ; un PDF aussi, dès qu’une telle police est installée.",
    .contents = u"Sommaire",
    .overview = u"Vue d’ensemble",
    .page = u"Page %1 sur %2",
    .date = u"d MMMM yyyy",
    .shortDate = u"d MMM",
};

} // namespace

const Texts& textsFor(const QString& language)
{
    if (language.startsWith(QLatin1StringView("de")))
        return german;
    if (language.startsWith(QLatin1StringView("fr")))
        return french;
    return english;
}

QLocale localeFor(const QString& language)
{
    if (language.startsWith(QLatin1StringView("de")))
        return QLocale(QLocale::German, QLocale::Germany);
    if (language.startsWith(QLatin1StringView("fr")))
        return QLocale(QLocale::French, QLocale::France);
    return QLocale(QLocale::English, QLocale::UnitedKingdom);
}

} // namespace sallyport::report

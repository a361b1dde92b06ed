<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AcceptDamage</name>
    <message>
        <source>Accept the damage?</source>
        <translation>Schaden anerkennen?</translation>
    </message>
    <message>
        <source>What is wrong with the journal now is no alarm any more. It is recorded with your name and your reason, and stays a note in every verification and report.</source>
        <translation>Was jetzt am Journal nicht stimmt, ist kein Alarm mehr. Es wird mit Ihrem Namen und Ihrem Grund aufgezeichnet und bleibt als Vermerk in jeder Prüfung und jedem Bericht.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>For example: backup of Sunday put back after a failed disk</source>
        <translation>Zum Beispiel: Sicherung vom Sonntag nach defekter Platte zurückgespielt</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Anerkennen</translation>
    </message>
</context>
<context>
    <name>Attribute</name>
    <message>
        <source>Id of the user or service account that asks.</source>
        <translation>ID des Benutzers oder Dienstkontos, das fragt.</translation>
    </message>
    <message>
        <source>`user`, `operator` (signed in at the console), `service`, `system` (the product or its command line) or `anonymous`.</source>
        <translation>`user`, `operator` (an der Konsole angemeldet), `service`, `system` (das Produkt oder seine Befehlszeile) oder `anonymous`.</translation>
    </message>
    <message>
        <source>Name.</source>
        <translation>Name.</translation>
    </message>
    <message>
        <source>E-mail address.</source>
        <translation>E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Names of the roles that were given.</source>
        <translation>Namen der Rollen, die gegeben wurden.</translation>
    </message>
    <message>
        <source>All that the roles allow; with an API key what its scopes leave of that.</source>
        <translation>Alles, was die Rollen erlauben; mit einem API-Schlüssel, was dessen Bereiche davon übrig lassen.</translation>
    </message>
    <message>
        <source>Department of the user.</source>
        <translation>Abteilung des Benutzers.</translation>
    </message>
    <message>
        <source>Whether the user has set up a second factor.</source>
        <translation>Ob der Benutzer einen zweiten Faktor eingerichtet hat.</translation>
    </message>
    <message>
        <source>When this session was signed in.</source>
        <translation>Wann diese Sitzung angemeldet wurde.</translation>
    </message>
    <message>
        <source>Public part of the API key.</source>
        <translation>Öffentlicher Teil des API-Schlüssels.</translation>
    </message>
    <message>
        <source>What the API key was made for.</source>
        <translation>Wofür der API-Schlüssel gemacht wurde.</translation>
    </message>
    <message>
        <source>What whoever checks or simulates says about the subject; empty for requests.</source>
        <translation>Was jemand beim Prüfen oder Simulieren über den Fragenden sagt; bei Anfragen leer.</translation>
    </message>
    <message>
        <source>The permission that is used: `records:read`.</source>
        <translation>Die Berechtigung, die benutzt wird: `records:read`.</translation>
    </message>
    <message>
        <source>`record`, `comment` or `file`.</source>
        <translation>`record`, `comment` oder `file`.</translation>
    </message>
    <message>
        <source>Id of the object.</source>
        <translation>ID des Objekts.</translation>
    </message>
    <message>
        <source>Id of the owner.</source>
        <translation>ID des Eigentümers.</translation>
    </message>
    <message>
        <source>Department of the object.</source>
        <translation>Abteilung des Objekts.</translation>
    </message>
    <message>
        <source>`public`, `internal`, `confidential` or `restricted`.</source>
        <translation>`public`, `internal`, `confidential` oder `restricted`.</translation>
    </message>
    <message>
        <source>Record to which a comment or file belongs.</source>
        <translation>Datensatz, zu dem ein Kommentar oder eine Datei gehört.</translation>
    </message>
    <message>
        <source>When the object was made.</source>
        <translation>Wann das Objekt angelegt wurde.</translation>
    </message>
    <message>
        <source>When the object was last changed.</source>
        <translation>Wann das Objekt zuletzt geändert wurde.</translation>
    </message>
    <message>
        <source>What whoever checks or simulates says about the object; empty for requests.</source>
        <translation>Was jemand beim Prüfen oder Simulieren über das Objekt sagt; bei Anfragen leer.</translation>
    </message>
    <message>
        <source>Now.</source>
        <translation>Jetzt.</translation>
    </message>
    <message>
        <source>The same, in short.</source>
        <translation>Dasselbe, kurz.</translation>
    </message>
    <message>
        <source>Address from which the request comes.</source>
        <translation>Adresse, von der die Anfrage kommt.</translation>
    </message>
    <message>
        <source>`GET`, `POST` and so on.</source>
        <translation>`GET`, `POST` und so weiter.</translation>
    </message>
    <message>
        <source>Path of the request, without what follows `?`.</source>
        <translation>Pfad der Anfrage, ohne was auf `?` folgt.</translation>
    </message>
    <message>
        <source>Program, as it calls itself.</source>
        <translation>Programm, wie es sich selbst nennt.</translation>
    </message>
    <message>
        <source>Whether the request is signed.</source>
        <translation>Ob die Anfrage signiert ist.</translation>
    </message>
    <message>
        <source>SHA-256 of the client&apos;s certificate in hex.</source>
        <translation>SHA-256 des Zertifikats des Clients, hexadezimal.</translation>
    </message>
    <message>
        <source>How long ago a second factor was shown, in this session or with this request.</source>
        <translation>Wie lange es her ist, dass ein zweiter Faktor gezeigt wurde, in dieser Sitzung oder mit dieser Anfrage.</translation>
    </message>
    <message>
        <source>What whoever checks or simulates says about the circumstances; empty for requests.</source>
        <translation>Was jemand beim Prüfen oder Simulieren über die Umstände sagt; bei Anfragen leer.</translation>
    </message>
</context>
<context>
    <name>CertificateText</name>
    <message>
        <source>The file is too large to be a certificate.</source>
        <translation>Die Datei ist zu groß für ein Zertifikat.</translation>
    </message>
    <message>
        <source>There are more certificates than a chain has.</source>
        <translation>Es sind mehr Zertifikate, als eine Kette hat.</translation>
    </message>
    <message>
        <source>There is no certificate in the file: PEM and PKCS#12 are read.</source>
        <translation>In der Datei ist kein Zertifikat: gelesen werden PEM und PKCS#12.</translation>
    </message>
    <message>
        <source>One of the certificates is damaged.</source>
        <translation>Eines der Zertifikate ist beschädigt.</translation>
    </message>
    <message>
        <source>Its private key is missing: choose the file that has it.</source>
        <translation>Der private Schlüssel fehlt: die Datei wählen, in der er steht.</translation>
    </message>
    <message>
        <source>The key belongs to another certificate.</source>
        <translation>Der Schlüssel gehört zu einem anderen Zertifikat.</translation>
    </message>
    <message>
        <source>The key is encrypted: its passphrase is needed.</source>
        <translation>Der Schlüssel ist verschlüsselt: seine Passphrase wird gebraucht.</translation>
    </message>
    <message>
        <source>The passphrase of the key is wrong.</source>
        <translation>Die Passphrase des Schlüssels ist falsch.</translation>
    </message>
    <message>
        <source>The chain is broken: one of the certificates didn’t issue the one before it.</source>
        <translation>Die Kette ist unterbrochen: eines der Zertifikate hat das davor nicht ausgestellt.</translation>
    </message>
    <message>
        <source>The chain has a certificate that may not issue others.</source>
        <translation>In der Kette ist ein Zertifikat, das keine anderen ausstellen darf.</translation>
    </message>
    <message>
        <source>The certificate isn’t made for servers.</source>
        <translation>Das Zertifikat ist nicht für Server gemacht.</translation>
    </message>
    <message>
        <source>A certificate of the chain has expired.</source>
        <translation>Ein Zertifikat der Kette ist abgelaufen.</translation>
    </message>
    <message>
        <source>A certificate of the chain isn’t valid yet.</source>
        <translation>Ein Zertifikat der Kette gilt noch nicht.</translation>
    </message>
    <message>
        <source>A key of the chain is too weak: RSA has at least 2,048 bits.</source>
        <translation>Ein Schlüssel der Kette ist zu schwach: RSA hat mindestens 2.048 Bit.</translation>
    </message>
    <message>
        <source>A certificate of the chain is signed with an algorithm that is too weak.</source>
        <translation>Ein Zertifikat der Kette ist mit einem zu schwachen Verfahren unterschrieben.</translation>
    </message>
    <message>
        <source>Clients don’t take this kind of key: use RSA, or ECDSA with P-256, P-384 or P-521.</source>
        <translation>Diese Art Schlüssel nehmen Clients nicht an: RSA verwenden, oder ECDSA mit P-256, P-384 oder P-521.</translation>
    </message>
    <message>
        <source>Made by Sallyport itself, its key in the vault</source>
        <translation>Von Sallyport selbst gemacht, der Schlüssel im Tresor</translation>
    </message>
    <message>
        <source>Yours, from the folder tls</source>
        <translation>Ihres, aus dem Ordner tls</translation>
    </message>
    <message>
        <source>Imported, with its key in the vault</source>
        <translation>Importiert, mit dem Schlüssel im Tresor</translation>
    </message>
    <message>
        <source>There is no certificate before this one.</source>
        <translation>Vor diesem gibt es kein Zertifikat.</translation>
    </message>
</context>
<context>
    <name>ChainProblem</name>
    <message>
        <source>Event %1 was changed after it was recorded.</source>
        <translation>Ereignis %1 wurde nach der Aufzeichnung geändert.</translation>
    </message>
    <message>
        <source>Event %1 is missing.</source>
        <translation>Ereignis %1 fehlt.</translation>
    </message>
    <message>
        <source>From event %1 on, the order was changed.</source>
        <translation>Ab Ereignis %1 wurde die Reihenfolge geändert.</translation>
    </message>
    <message>
        <source>The end of the journal was cut off after event %1.</source>
        <translation>Das Ende des Protokolls wurde nach Ereignis %1 abgeschnitten.</translation>
    </message>
    <message>
        <source>The anchor file beside the database is damaged.</source>
        <translation>Die Ankerdatei neben der Datenbank ist beschädigt.</translation>
    </message>
    <message>
        <source>The chain breaks at event %1.</source>
        <translation>Die Kette bricht bei Ereignis %1.</translation>
    </message>
    <message>
        <source>The anchor did not fit at event %1</source>
        <translation>Der Anker passte bei Ereignis %1 nicht</translation>
    </message>
    <message>
        <source>Events %1 to %2 are missing</source>
        <translation>Ereignisse %1 bis %2 fehlen</translation>
    </message>
    <message>
        <source>Event %1 was changed</source>
        <translation>Ereignis %1 wurde geändert</translation>
    </message>
    <message>
        <source>%1; accepted %2 by %3: %4</source>
        <extracomment>%1: what is wrong, %2: when it was accepted, %3: by whom, %4: why</extracomment>
        <translation>%1; anerkannt %2 von %3: %4</translation>
    </message>
    <message>
        <source>From event %1 on, the tree does not hold what the journal holds.</source>
        <translation>Ab Ereignis %1 enthält der Baum nicht, was das Journal enthält.</translation>
    </message>
    <message>
        <source>From event %1 on, the tree does not fit its signed heads.</source>
        <translation>Ab Ereignis %1 passt der Baum nicht zu seinen signierten Köpfen.</translation>
    </message>
    <message>
        <source>The database was put back to an older state: events from %1 on are others than those that were signed.</source>
        <translation>Die Datenbank wurde auf einen älteren Stand zurückgesetzt: Ereignisse ab %1 sind andere als die signierten.</translation>
    </message>
    <message>
        <source>The database was put back to an older state from event %1 on</source>
        <translation>Die Datenbank wurde ab Ereignis %1 auf einen älteren Stand zurückgesetzt</translation>
    </message>
    <message>
        <source>Tree and heads did not fit from event %1 on</source>
        <translation>Baum und Köpfe passten ab Ereignis %1 nicht</translation>
    </message>
    <message>
        <source>Somebody has put event %1 into the journal.</source>
        <translation>Jemand hat Ereignis %1 in das Protokoll gesetzt.</translation>
    </message>
    <message>
        <source>An index was changed: filters did not find event %1. It is whole, and the index is mended.</source>
        <translation>Ein Index wurde geändert: Filter fanden Ereignis %1 nicht. Es ist unversehrt, und der Index ist wiederhergestellt.</translation>
    </message>
    <message>
        <source>Event %1 was put in</source>
        <translation>Ereignis %1 wurde eingefügt</translation>
    </message>
    <message>
        <source>The file heads.jsonl beside the database was gone. The events are whole.</source>
        <translation>Die Datei heads.jsonl neben der Datenbank war weg. Die Ereignisse sind vollständig.</translation>
    </message>
    <message>
        <source>Signed heads from event %1 on were gone from heads.jsonl. The events are whole.</source>
        <translation>In heads.jsonl fehlten signierte Köpfe ab Ereignis %1. Die Ereignisse sind vollständig.</translation>
    </message>
    <message>
        <source>An index did not have event %1</source>
        <translation>In einem Index fehlte Ereignis %1</translation>
    </message>
    <message>
        <source>The file heads.jsonl was gone</source>
        <translation>Die Datei heads.jsonl war weg</translation>
    </message>
    <message>
        <source>Signed heads from event %1 on were gone from heads.jsonl</source>
        <translation>In heads.jsonl fehlten signierte Köpfe ab Ereignis %1</translation>
    </message>
</context>
<context>
    <name>Detection</name>
    <message>
        <source>SQL injection</source>
        <translation>SQL-Injection</translation>
    </message>
    <message>
        <source>NoSQL injection</source>
        <translation>NoSQL-Injection</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Skript</translation>
    </message>
    <message>
        <source>Traversal</source>
        <translation>Pfadwechsel</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>XML entities</source>
        <translation>XML-Entitäten</translation>
    </message>
    <message>
        <source>LDAP and XPath</source>
        <translation>LDAP und XPath</translation>
    </message>
    <message>
        <source>Server-side requests</source>
        <translation>Anfragen des Servers</translation>
    </message>
    <message>
        <source>Header splitting</source>
        <translation>Kopfzeilen-Teilung</translation>
    </message>
    <message>
        <source>Log4Shell</source>
        <translation>Log4Shell</translation>
    </message>
    <message>
        <source>Shellshock</source>
        <translation>Shellshock</translation>
    </message>
    <message>
        <source>Prototype pollution</source>
        <translation>Prototypen</translation>
    </message>
    <message>
        <source>Server-side includes</source>
        <translation>Server-Einbindungen</translation>
    </message>
    <message>
        <source>Scanner agents</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Own rules</source>
        <translation>Eigene Regeln</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Observe</source>
        <translation>Zusehen</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>As received</source>
        <translation>Wie empfangen</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Prozent</translation>
    </message>
    <message>
        <source>Plus signs</source>
        <translation>Pluszeichen</translation>
    </message>
    <message>
        <source>JSON escape</source>
        <translation>JSON-Maskierung</translation>
    </message>
    <message>
        <source>HTML entities</source>
        <translation>HTML-Entitäten</translation>
    </message>
    <message>
        <source>Base64</source>
        <translation>Base64</translation>
    </message>
    <message>
        <source>Unicode forms</source>
        <translation>Unicode-Formen</translation>
    </message>
    <message>
        <source>Backslash escape</source>
        <translation>Rückstrich</translation>
    </message>
    <message>
        <source>SQL comment</source>
        <translation>SQL-Kommentar</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Schreibung</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Einfach</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Operator</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>Schlüsselwort</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Closes text</source>
        <translation>Beendet Text</translation>
    </message>
    <message>
        <source>Joins</source>
        <translation>Verknüpft</translation>
    </message>
    <message>
        <source>Always true</source>
        <translation>Immer wahr</translation>
    </message>
    <message>
        <source>Cuts the rest</source>
        <translation>Schneidet Rest ab</translation>
    </message>
    <message>
        <source>Opens a tag</source>
        <translation>Öffnet Element</translation>
    </message>
    <message>
        <source>Event handler</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Script address</source>
        <translation>Skriptadresse</translation>
    </message>
    <message>
        <source>Climbs up</source>
        <translation>Steigt auf</translation>
    </message>
    <message>
        <source>Sensitive file</source>
        <translation>Heikle Datei</translation>
    </message>
    <message>
        <source>Opens an expression</source>
        <translation>Öffnet Ausdruck</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
</context>
<context>
    <name>DetectionRule</name>
    <message>
        <source>Added condition</source>
        <translation>Hinzugefügte Bedingung</translation>
    </message>
    <message>
        <source>Address inside</source>
        <translation>Adresse im Innern</translation>
    </message>
    <message>
        <source>Address of a script</source>
        <translation>Adresse eines Skripts</translation>
    </message>
    <message>
        <source>Address without domain</source>
        <translation>Adresse ohne Domain</translation>
    </message>
    <message>
        <source>Always true</source>
        <translation>Immer wahr</translation>
    </message>
    <message>
        <source>Another statement</source>
        <translation>Weitere Anweisung</translation>
    </message>
    <message>
        <source>Call of a script</source>
        <translation>Aufruf eines Skripts</translation>
    </message>
    <message>
        <source>Call of dangerous code</source>
        <translation>Aufruf gefährlichen Codes</translation>
    </message>
    <message>
        <source>Chained command</source>
        <translation>Angehängter Befehl</translation>
    </message>
    <message>
        <source>Climbs up</source>
        <translation>Steigt auf</translation>
    </message>
    <message>
        <source>Command in a command</source>
        <translation>Befehl im Befehl</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>Comment of SQL</source>
        <translation>Kommentar in SQL</translation>
    </message>
    <message>
        <source>Cut off by NUL</source>
        <translation>Durch NUL abgeschnitten</translation>
    </message>
    <message>
        <source>Cuts the rest</source>
        <translation>Schneidet den Rest ab</translation>
    </message>
    <message>
        <source>Data of a cloud machine</source>
        <translation>Daten einer Cloud-Maschine</translation>
    </message>
    <message>
        <source>Directive of a template</source>
        <translation>Anweisung einer Vorlage</translation>
    </message>
    <message>
        <source>Directive of the server</source>
        <translation>Anweisung des Servers</translation>
    </message>
    <message>
        <source>Disguised address</source>
        <translation>Getarnte Adresse</translation>
    </message>
    <message>
        <source>Disguised command</source>
        <translation>Getarnter Befehl</translation>
    </message>
    <message>
        <source>Disguised keyword</source>
        <translation>Getarntes Schlüsselwort</translation>
    </message>
    <message>
        <source>Disguised step up</source>
        <translation>Getarnter Aufstieg</translation>
    </message>
    <message>
        <source>Entity of a document</source>
        <translation>Entität eines Dokuments</translation>
    </message>
    <message>
        <source>Event handler</source>
        <translation>Ereignisbehandlung</translation>
    </message>
    <message>
        <source>Expression of a template</source>
        <translation>Ausdruck einer Vorlage</translation>
    </message>
    <message>
        <source>File of the system</source>
        <translation>Datei des Systems</translation>
    </message>
    <message>
        <source>File that nobody asks for</source>
        <translation>Datei, nach der niemand fragt</translation>
    </message>
    <message>
        <source>Filter of a directory</source>
        <translation>Filter eines Verzeichnisses</translation>
    </message>
    <message>
        <source>Forbidden UTF-8</source>
        <translation>Verbotenes UTF-8</translation>
    </message>
    <message>
        <source>Function in a variable</source>
        <translation>Funktion in einer Variablen</translation>
    </message>
    <message>
        <source>Function of a database</source>
        <translation>Funktion einer Datenbank</translation>
    </message>
    <message>
        <source>Hidden or private file</source>
        <translation>Versteckte oder private Datei</translation>
    </message>
    <message>
        <source>Inclusion into a document</source>
        <translation>Einbindung in ein Dokument</translation>
    </message>
    <message>
        <source>Java</source>
        <translation>Java</translation>
    </message>
    <message>
        <source>JavaScript of a server</source>
        <translation>JavaScript eines Servers</translation>
    </message>
    <message>
        <source>Leaves the text</source>
        <translation>Verlässt den Text</translation>
    </message>
    <message>
        <source>Line of a header</source>
        <translation>Zeile eines Headers</translation>
    </message>
    <message>
        <source>Lookup of a log</source>
        <translation>Nachschlagen im Log</translation>
    </message>
    <message>
        <source>Mark of a shell</source>
        <translation>Zeichen einer Shell</translation>
    </message>
    <message>
        <source>Mark of a template</source>
        <translation>Zeichen einer Vorlage</translation>
    </message>
    <message>
        <source>Markup</source>
        <translation>Auszeichnung</translation>
    </message>
    <message>
        <source>Operator between quotes</source>
        <translation>Operator zwischen Anführungszeichen</translation>
    </message>
    <message>
        <source>Operator of a query</source>
        <translation>Operator einer Abfrage</translation>
    </message>
    <message>
        <source>Operator on JSON</source>
        <translation>Operator auf JSON</translation>
    </message>
    <message>
        <source>PHP</source>
        <translation>PHP</translation>
    </message>
    <message>
        <source>Path of a program</source>
        <translation>Pfad eines Programms</translation>
    </message>
    <message>
        <source>Phrase of SQL</source>
        <translation>Wendung in SQL</translation>
    </message>
    <message>
        <source>Probes the columns</source>
        <translation>Probiert die Spalten</translation>
    </message>
    <message>
        <source>Program of a shell</source>
        <translation>Programm einer Shell</translation>
    </message>
    <message>
        <source>Prototype of all objects</source>
        <translation>Prototyp aller Objekte</translation>
    </message>
    <message>
        <source>Python, Perl, Ruby and others</source>
        <translation>Python, Perl, Ruby und andere</translation>
    </message>
    <message>
        <source>Reaches into the page</source>
        <translation>Greift in die Seite</translation>
    </message>
    <message>
        <source>Request inside of a request</source>
        <translation>Anfrage in der Anfrage</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Script from elsewhere</source>
        <translation>Skript von anderswo</translation>
    </message>
    <message>
        <source>Script in a query</source>
        <translation>Skript in einer Abfrage</translation>
    </message>
    <message>
        <source>Script of a Windows server</source>
        <translation>Skript eines Windows-Servers</translation>
    </message>
    <message>
        <source>Script tag</source>
        <translation>Skript-Element</translation>
    </message>
    <message>
        <source>Serialised object</source>
        <translation>Serialisiertes Objekt</translation>
    </message>
    <message>
        <source>Step up</source>
        <translation>Schritt nach oben</translation>
    </message>
    <message>
        <source>Style that runs something</source>
        <translation>Stil, der etwas ausführt</translation>
    </message>
    <message>
        <source>Tables of the database itself</source>
        <translation>Tabellen der Datenbank selbst</translation>
    </message>
    <message>
        <source>Tag that loads or runs something</source>
        <translation>Element, das etwas lädt oder ausführt</translation>
    </message>
    <message>
        <source>This machine by its name</source>
        <translation>Diese Maschine beim Namen</translation>
    </message>
    <message>
        <source>Union of queries</source>
        <translation>Vereinigung von Abfragen</translation>
    </message>
    <message>
        <source>Unusual scheme of an address</source>
        <translation>Ungewöhnliches Adressschema</translation>
    </message>
    <message>
        <source>Waits in the database</source>
        <translation>Wartet in der Datenbank</translation>
    </message>
    <message>
        <source>Whole statement</source>
        <translation>Ganze Anweisung</translation>
    </message>
    <message>
        <source>Word of a prototype</source>
        <translation>Wort eines Prototyps</translation>
    </message>
    <message>
        <source>Words of a directory</source>
        <translation>Wörter eines Verzeichnisses</translation>
    </message>
    <message>
        <source>Words of a script</source>
        <translation>Wörter eines Skripts</translation>
    </message>
    <message>
        <source>Wrapper of a file</source>
        <translation>Hülle einer Datei</translation>
    </message>
    <message>
        <source>XPath</source>
        <translation>XPath</translation>
    </message>
</context>
<context>
    <name>DrillCheck</name>
    <message>
        <source>Requests without credentials</source>
        <translation>Anfragen ohne Anmeldung</translation>
    </message>
    <message>
        <source>Forged and changed tokens</source>
        <translation>Gefälschte und veränderte Token</translation>
    </message>
    <message>
        <source>Invented API keys</source>
        <translation>Erfundene API-Schlüssel</translation>
    </message>
    <message>
        <source>Many passwords for one account</source>
        <translation>Viele Passwörter für ein Konto</translation>
    </message>
    <message>
        <source>Stolen passwords for many accounts</source>
        <translation>Gestohlene Passwörter für viele Konten</translation>
    </message>
    <message>
        <source>One account, guessed from many addresses</source>
        <translation>Ein Konto, von vielen Adressen geraten</translation>
    </message>
    <message>
        <source>Finding out which accounts exist</source>
        <translation>Herausfinden, welche Konten es gibt</translation>
    </message>
    <message>
        <source>Replayed and changed signatures</source>
        <translation>Wiederholte und veränderte Signaturen</translation>
    </message>
    <message>
        <source>What a role doesn&apos;t allow</source>
        <translation>Was eine Rolle nicht erlaubt</translation>
    </message>
    <message>
        <source>Members that a client may not set</source>
        <translation>Felder, die ein Client nicht setzen darf</translation>
    </message>
    <message>
        <source>Guessed ids of others&apos; objects</source>
        <translation>Geratene IDs fremder Objekte</translation>
    </message>
    <message>
        <source>Injections, seventeen classes</source>
        <translation>Injektionen, siebzehn Klassen</translation>
    </message>
    <message>
        <source>Queries that try to be more</source>
        <translation>Abfragen, die mehr sein wollen</translation>
    </message>
    <message>
        <source>Scripts in comments</source>
        <translation>Skripte in Kommentaren</translation>
    </message>
    <message>
        <source>Documents that break the rules</source>
        <translation>Dokumente, die Regeln brechen</translation>
    </message>
    <message>
        <source>Files that aren&apos;t what they say</source>
        <translation>Dateien, die nicht sind, was sie sagen</translation>
    </message>
    <message>
        <source>Requests without TLS</source>
        <translation>Anfragen ohne TLS</translation>
    </message>
    <message>
        <source>Requests that can be read in two ways</source>
        <translation>Anfragen, die sich zweierlei lesen lassen</translation>
    </message>
    <message>
        <source>Heads and bodies beyond all bounds</source>
        <translation>Köpfe und Inhalte über alle Grenzen</translation>
    </message>
    <message>
        <source>Ways out of the path</source>
        <translation>Wege aus dem Pfad heraus</translation>
    </message>
    <message>
        <source>Methods that nobody needs</source>
        <translation>Methoden, die niemand braucht</translation>
    </message>
    <message>
        <source>Headers that browsers need</source>
        <translation>Header, die Browser brauchen</translation>
    </message>
    <message>
        <source>Pages of other origins</source>
        <translation>Seiten anderer Herkunft</translation>
    </message>
    <message>
        <source>Connections without end</source>
        <translation>Verbindungen ohne Ende</translation>
    </message>
    <message>
        <source>Requests that never end</source>
        <translation>Anfragen, die nie enden</translation>
    </message>
    <message>
        <source>Many requests from one address</source>
        <translation>Viele Anfragen von einer Adresse</translation>
    </message>
    <message>
        <source>One caller beyond the limit</source>
        <translation>Ein Aufrufer über dem Limit</translation>
    </message>
    <message>
        <source>A scanner for forgotten files</source>
        <translation>Ein Scanner nach vergessenen Dateien</translation>
    </message>
    <message>
        <source>Comments that look dangerous</source>
        <translation>Kommentare, die gefährlich aussehen</translation>
    </message>
    <message>
        <source>A morning&apos;s work</source>
        <translation>Die Arbeit eines Vormittags</translation>
    </message>
    <message>
        <source>Programs with keys and signatures</source>
        <translation>Programme mit Schlüsseln und Signaturen</translation>
    </message>
    <message>
        <source>Fifteen sign-ins behind one address</source>
        <translation>Fünfzehn Anmeldungen hinter einer Adresse</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>Zustandsabfragen</translation>
    </message>
</context>
<context>
    <name>DrillGroup</name>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Floods</source>
        <translation>Fluten</translation>
    </message>
    <message>
        <source>Honest traffic</source>
        <translation>Ehrlicher Verkehr</translation>
    </message>
</context>
<context>
    <name>DrillNote</name>
    <message>
        <source>%1 guesses were looked at</source>
        <translation>%1 Versuche wurden geprüft</translation>
    </message>
    <message>
        <source>guess %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>account %1</source>
        <translation>Konto %1</translation>
    </message>
    <message>
        <source>address %1</source>
        <translation>Adresse %1</translation>
    </message>
    <message>
        <source>comment %1</source>
        <translation>Kommentar %1</translation>
    </message>
    <message>
        <source>refused after %1 reads</source>
        <translation>nach %1 Lesezugriffen abgelehnt</translation>
    </message>
    <message>
        <source>%1 reads were answered</source>
        <translation>%1 Lesezugriffe wurden beantwortet</translation>
    </message>
    <message>
        <source>the limit allows %1 reads, more than a drill sends</source>
        <translation>das Limit erlaubt %1 Lesezugriffe, mehr als eine Übung schickt</translation>
    </message>
    <message>
        <source>nobody is slowed down before %1 requests</source>
        <translation>vor %1 Anfragen wird niemand gebremst</translation>
    </message>
    <message>
        <source>the longest wait was %1 ms</source>
        <translation>die längste Wartezeit war %1 ms</translation>
    </message>
    <message>
        <source>waited up to %1 ms</source>
        <translation>bis zu %1 ms gewartet</translation>
    </message>
    <message>
        <source>stopped after %1 paths</source>
        <translation>nach %1 Pfaden gestoppt</translation>
    </message>
    <message>
        <source>80 paths were answered</source>
        <translation>80 Pfade wurden beantwortet</translation>
    </message>
    <message>
        <source>one address may have %1 connections</source>
        <translation>eine Adresse darf %1 Verbindungen haben</translation>
    </message>
    <message>
        <source>one address got %1 connections</source>
        <translation>eine Adresse bekam %1 Verbindungen</translation>
    </message>
    <message>
        <source>a right password</source>
        <translation>ein richtiges Passwort</translation>
    </message>
    <message>
        <source>a probe</source>
        <translation>eine Zustandsabfrage</translation>
    </message>
    <message>
        <source>an API key</source>
        <translation>ein API-Schlüssel</translation>
    </message>
    <message>
        <source>a signed request</source>
        <translation>eine signierte Anfrage</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a record</source>
        <translation>ein Datensatz</translation>
    </message>
    <message>
        <source>the record again</source>
        <translation>der Datensatz noch einmal</translation>
    </message>
    <message>
        <source>a change</source>
        <translation>eine Änderung</translation>
    </message>
    <message>
        <source>a script was kept</source>
        <translation>ein Skript blieb erhalten</translation>
    </message>
    <message>
        <source>a broken document</source>
        <translation>ein fehlerhaftes Dokument</translation>
    </message>
    <message>
        <source>a head held its place for 25 s</source>
        <translation>ein Kopf hielt seinen Platz 25 s lang</translation>
    </message>
    <message>
        <source>a body held its place for 25 s</source>
        <translation>ein Inhalt hielt seinen Platz 25 s lang</translation>
    </message>
    <message>
        <source>nobody else was served meanwhile</source>
        <translation>niemand sonst wurde währenddessen bedient</translation>
    </message>
    <message>
        <source>somebody else meanwhile</source>
        <translation>jemand anderes währenddessen</translation>
    </message>
    <message>
        <source>nobody says when to come back</source>
        <translation>niemand sagt, wann man wiederkommen soll</translation>
    </message>
    <message>
        <source>a forged token</source>
        <translation>ein gefälschtes Token</translation>
    </message>
    <message>
        <source>an invented key</source>
        <translation>ein erfundener Schlüssel</translation>
    </message>
    <message>
        <source>%1: no answer</source>
        <translation>%1: keine Antwort</translation>
    </message>
    <message>
        <source>%1: answered with %2</source>
        <translation>%1: mit %2 beantwortet</translation>
    </message>
    <message>
        <source>not run, the drill&apos;s time was over</source>
        <translation>nicht ausgeführt, die Zeit der Übung war um</translation>
    </message>
</context>
<context>
    <name>DrillVerdict</name>
    <message>
        <source>Served</source>
        <translation>Bedient</translation>
    </message>
    <message>
        <source>Caught</source>
        <translation>Abgefangen</translation>
    </message>
    <message>
        <source>Wrongly refused</source>
        <translation>Zu Unrecht abgelehnt</translation>
    </message>
    <message>
        <source>Came through</source>
        <translation>Durchgekommen</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Nicht ausgeführt</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln Sekunde</numerusform>
            <numerusform>%Ln Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln Stunde</numerusform>
            <numerusform>%Ln Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln Minute</numerusform>
            <numerusform>%Ln Minuten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Duty</name>
    <message>
        <source>Rotation of the signing key</source>
        <translation>Wechsel des Signierschlüssels</translation>
    </message>
    <message>
        <source>Removal of what has expired</source>
        <translation>Entfernen des Abgelaufenen</translation>
    </message>
    <message>
        <source>Removal of old events</source>
        <translation>Entfernen alter Ereignisse</translation>
    </message>
    <message>
        <source>Counts of the use of API keys</source>
        <translation>Zählung der Nutzung von API-Schlüsseln</translation>
    </message>
    <message>
        <source>Anchor of the journal</source>
        <translation>Anker des Protokolls</translation>
    </message>
    <message>
        <source>Nonces of signed requests</source>
        <translation>Nonces signierter Anfragen</translation>
    </message>
    <message>
        <source>Changes from the command line</source>
        <translation>Änderungen von der Befehlszeile</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a task such as “Removal of old events”, %2: why it fails</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Clock that deletion goes by</source>
        <translation>Uhr, nach der gelöscht wird</translation>
    </message>
    <message>
        <source>The clock went ahead by days. Nothing that has expired is deleted until somebody says that it is right</source>
        <translation>Die Uhr ist um Tage vorgegangen. Nichts Abgelaufenes wird gelöscht, bis jemand sagt, dass sie richtig geht</translation>
    </message>
    <message>
        <source>Counts of requests</source>
        <translation>Zähler der Anfragen</translation>
    </message>
    <message>
        <source>Sealing of sensitive values under the present key</source>
        <translation>Verschlüsselung vertraulicher Werte mit dem jetzigen Schlüssel</translation>
    </message>
    <message>
        <source>Removal of roles that have ended</source>
        <translation>Entfernen von Rollen, die geendet haben</translation>
    </message>
    <message>
        <source>Renewal of the server&apos;s certificate</source>
        <translation>Erneuerung des Zertifikats des Servers</translation>
    </message>
    <message>
        <source>Record of changes that a full disk held back</source>
        <translation>Aufzeichnung von Änderungen, die eine volle Festplatte zurückhielt</translation>
    </message>
    <message>
        <source>Something that was taken away while the disk was full could not be recorded and is not in force any more: look at it again</source>
        <translation>Etwas, das bei voller Festplatte entzogen wurde, konnte nicht aufgezeichnet werden und gilt nicht mehr: Sehen Sie es noch einmal an</translation>
    </message>
    <message>
        <source>Removal of files that nothing names</source>
        <translation>Entfernen von Dateien, die nichts nennt</translation>
    </message>
    <message>
        <source>Removal of address rules that have ended</source>
        <translation>Löschen abgelaufener Adressregeln</translation>
    </message>
    <message>
        <source>Taking back of changes that nobody confirmed</source>
        <translation>Zurücknehmen unbestätigter Änderungen</translation>
    </message>
    <message>
        <source>Signed heads of the journal</source>
        <translation>Signierte Köpfe des Journals</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Alarmregeln</translation>
    </message>
    <message>
        <source>Delivery to destinations</source>
        <translation>Zustellung an Ziele</translation>
    </message>
    <message>
        <source>Planned reports</source>
        <translation>Geplante Berichte</translation>
    </message>
</context>
<context>
    <name>EventField</name>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
</context>
<context>
    <name>EventFilter</name>
    <message>
        <source>Did you mean %1?</source>
        <extracomment>%1: a word that may stand there, such as auth.login</extracomment>
        <translation>Meinten Sie %1?</translation>
    </message>
    <message>
        <source>The filter is longer than 1,000 characters.</source>
        <translation>Der Filter ist länger als 1.000 Zeichen.</translation>
    </message>
    <message>
        <source>A filter has at most 32 terms.</source>
        <translation>Ein Filter hat höchstens 32 Begriffe.</translation>
    </message>
    <message>
        <source>There is no such filter. Put quotation marks around text with a colon.</source>
        <translation>Diesen Filter gibt es nicht. Setzen Sie Text mit Doppelpunkt in Anführungszeichen.</translation>
    </message>
    <message>
        <source>A value is missing after the colon.</source>
        <translation>Nach dem Doppelpunkt fehlt ein Wert.</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation>Das schließende Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>This can be given only once.</source>
        <translation>Das kann nur einmal angegeben werden.</translation>
    </message>
    <message>
        <source>This cannot be excluded with a minus sign.</source>
        <translation>Das lässt sich nicht mit einem Minus ausschließen.</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>Der Zeitraum endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>Must be success, failure, refused or blocked.</source>
        <translation>Möglich sind success, failure, refused und blocked.</translation>
    </message>
    <message>
        <source>Must be info, notice, warning or critical, with or without &gt;=.</source>
        <translation>Möglich sind info, notice, warning und critical, mit oder ohne &gt;=.</translation>
    </message>
    <message>
        <source>There is no such kind of event.</source>
        <translation>Diese Art von Ereignis gibt es nicht.</translation>
    </message>
    <message>
        <source>Not an address or network, like 203.0.113.7 or 203.0.113.0/24.</source>
        <translation>Keine Adresse und kein Netz wie 203.0.113.7 oder 203.0.113.0/24.</translation>
    </message>
    <message>
        <source>Text must be well-formed UTF-8.</source>
        <translation>Der Text muss gültiges UTF-8 sein.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recent</source>
        <translation>
            <numerusform>%Ln neulich</numerusform>
            <numerusform>%Ln neulich</numerusform>
        </translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Start: 15m, 1h, 7d or a time</source>
        <translation>Beginn: 15m, 1h, 7d oder eine Zeit</translation>
    </message>
    <message>
        <source>End: 15m, 1h, 7d ago or a time</source>
        <translation>Ende: vor 15m, 1h, 7d oder eine Zeit</translation>
    </message>
    <message>
        <source>At least this severe: &gt;=warning</source>
        <translation>Mindestens so schwer: &gt;=warning</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Wie es ausging</translation>
    </message>
    <message>
        <source>What happened, or a family as auth.</source>
        <translation>Was geschah, oder eine Gruppe wie auth.</translation>
    </message>
    <message>
        <source>Name, quoted if it has spaces</source>
        <translation>Name, mit Leerzeichen in Anführungszeichen</translation>
    </message>
    <message>
        <source>Address or network</source>
        <translation>Adresse oder Netz</translation>
    </message>
    <message>
        <source>Beginning of the path</source>
        <translation>Anfang des Pfads</translation>
    </message>
    <message>
        <source>Request id from an answer</source>
        <translation>Anfrage-ID aus einer Antwort</translation>
    </message>
    <message>
        <source>The last 15 minutes</source>
        <translation>Die letzten 15 Minuten</translation>
    </message>
    <message>
        <source>The last hour</source>
        <translation>Die letzte Stunde</translation>
    </message>
    <message>
        <source>The last 24 hours</source>
        <translation>Die letzten 24 Stunden</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Die letzten 7 Tage</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Die letzten 30 Tage</translation>
    </message>
    <message>
        <source>Up to an hour ago</source>
        <translation>Bis vor einer Stunde</translation>
    </message>
    <message>
        <source>Up to a day ago</source>
        <translation>Bis vor einem Tag</translation>
    </message>
    <message>
        <source>Notice and worse</source>
        <translation>Hinweis und schwerer</translation>
    </message>
    <message>
        <source>Warning and worse</source>
        <translation>Warnung und schwerer</translation>
    </message>
    <message>
        <source>Critical only</source>
        <translation>Nur kritisch</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Tried and failed</source>
        <translation>Versucht und fehlgeschlagen</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Nicht erlaubt</translation>
    </message>
    <message>
        <source>Stopped by protection</source>
        <translation>Vom Schutz gestoppt</translation>
    </message>
    <message>
        <source>Not a time. Use 30m, 1h, 7d, today, 2026-11-24 or 2026-11-24T14:00.</source>
        <translation>Keine Zeitangabe. Möglich sind 30m, 1h, 7d, today, 2026-11-24 oder 2026-11-24T14:00.</translation>
    </message>
    <message>
        <source>Not the id of a session: it has 26 letters and digits.</source>
        <translation>Keine Kennung einer Sitzung: Sie hat 26 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>Id of a session</source>
        <translation>Kennung einer Sitzung</translation>
    </message>
    <message>
        <source>Word of the reason: wrong_password</source>
        <translation>Wort des Grundes: wrong_password</translation>
    </message>
</context>
<context>
    <name>EventHelp</name>
    <message>
        <source>renewing the token before its time was over.</source>
        <translation>das Token vor Ablauf zu erneuern.</translation>
    </message>
    <message>
        <source>a token of this server that is still valid.</source>
        <translation>ein noch gültiges Token dieses Servers.</translation>
    </message>
    <message>
        <source>signing in first and sending the token.</source>
        <translation>sich zuerst anzumelden und das Token mitzusenden.</translation>
    </message>
    <message>
        <source>a role that holds this permission.</source>
        <translation>eine Rolle mit dieser Berechtigung.</translation>
    </message>
    <message>
        <source>waiting as long as the answer said, or a higher limit.</source>
        <translation>so lange zu warten, wie die Antwort sagte, oder ein höheres Limit.</translation>
    </message>
    <message>
        <source>a fresh code from the authenticator with the request.</source>
        <translation>ein frischer Code aus der Authenticator-App in der Anfrage.</translation>
    </message>
    <message>
        <source>the code from the authenticator.</source>
        <translation>der Code aus der Authenticator-App.</translation>
    </message>
    <message>
        <source>the code that the authenticator shows now, used once.</source>
        <translation>der Code, den die Authenticator-App jetzt zeigt, einmal verwendet.</translation>
    </message>
    <message>
        <source>a body as the API description asks for.</source>
        <translation>ein Inhalt, wie ihn die API-Beschreibung verlangt.</translation>
    </message>
    <message>
        <source>waiting, or unlocking the account.</source>
        <translation>zu warten oder das Konto zu entsperren.</translation>
    </message>
    <message>
        <source>enabling the account.</source>
        <translation>das Konto zu aktivieren.</translation>
    </message>
    <message>
        <source>a smaller body.</source>
        <translation>ein kleinerer Inhalt.</translation>
    </message>
    <message>
        <source>a method from the answer’s Allow header.</source>
        <translation>eine Methode aus dem Allow-Kopf der Antwort.</translation>
    </message>
    <message>
        <source>Open setting</source>
        <translation>Einstellung öffnen</translation>
    </message>
    <message>
        <source>Open user</source>
        <translation>Benutzer öffnen</translation>
    </message>
    <message>
        <source>Show this address</source>
        <translation>Diese Adresse zeigen</translation>
    </message>
    <message>
        <source>an address that the key allows.</source>
        <translation>eine Adresse, die der Schlüssel erlaubt.</translation>
    </message>
    <message>
        <source>rotating the key before its end.</source>
        <translation>den Schlüssel vor seinem Ende zu erneuern.</translation>
    </message>
    <message>
        <source>enabling the key’s owner.</source>
        <translation>den Besitzer des Schlüssels zu aktivieren.</translation>
    </message>
    <message>
        <source>the key’s text of after the rotation.</source>
        <translation>der Text des Schlüssels nach der Erneuerung.</translation>
    </message>
    <message>
        <source>signing in as a person.</source>
        <translation>sich als Person anzumelden.</translation>
    </message>
    <message>
        <source>setting the client’s clock, and signing right before sending.</source>
        <translation>die Uhr des Clients zu stellen und erst unmittelbar vor dem Senden zu signieren.</translation>
    </message>
    <message>
        <source>signing method, host, path, query and, with a body, its digest.</source>
        <translation>Methode, Host, Pfad, Abfrage und bei einem Inhalt dessen Prüfsumme zu signieren.</translation>
    </message>
    <message>
        <source>a digest over exactly the bytes that are sent.</source>
        <translation>eine Prüfsumme über genau die gesendeten Bytes.</translation>
    </message>
    <message>
        <source>signing path, query and body exactly as they are sent.</source>
        <translation>Pfad, Abfrage und Inhalt genau so zu signieren, wie sie gesendet werden.</translation>
    </message>
    <message>
        <source>a new nonce and a new signature for each request, repeated ones too.</source>
        <translation>eine neue Nonce und eine neue Signatur für jede Anfrage, auch für wiederholte.</translation>
    </message>
    <message>
        <source>waiting as long as the answer said, then signing anew.</source>
        <translation>so lange zu warten, wie die Antwort sagte, und dann neu zu signieren.</translation>
    </message>
    <message>
        <source>a signature with an API key that has a signing secret.</source>
        <translation>eine Signatur mit einem API-Schlüssel, der ein Signaturgeheimnis hat.</translation>
    </message>
    <message>
        <source>a second factor, set up before its time was over.</source>
        <translation>ein zweiter Faktor, vor Ablauf der Frist eingerichtet.</translation>
    </message>
    <message>
        <source>signing in again right before.</source>
        <translation>sich unmittelbar davor neu anzumelden.</translation>
    </message>
    <message>
        <source>Open policy</source>
        <translation>Richtlinie öffnen</translation>
    </message>
    <message>
        <source>Open decision</source>
        <translation>Entscheidung öffnen</translation>
    </message>
    <message>
        <source>taking the address off the block list, or allowing it.</source>
        <translation>die Adresse von der Sperrliste zu nehmen oder zuzulassen.</translation>
    </message>
    <message>
        <source>waiting for the end of the ban, or lifting it.</source>
        <translation>das Ende der Sperre abzuwarten oder sie aufzuheben.</translation>
    </message>
    <message>
        <source>lifting the ban, or allowing the address.</source>
        <translation>die Sperre aufzuheben oder die Adresse zu erlauben.</translation>
    </message>
    <message>
        <source>sending fewer requests at a time.</source>
        <translation>weniger Anfragen gleichzeitig zu senden.</translation>
    </message>
    <message>
        <source>allowing the rule at this place, if it was no attack.</source>
        <translation>die Regel an dieser Stelle zu erlauben, falls es kein Angriff war.</translation>
    </message>
    <message>
        <source>Open hit</source>
        <translation>Treffer öffnen</translation>
    </message>
    <message>
        <source>a proxy that sends one of the two fields and removes the other.</source>
        <translation>ein Proxy, der eines der beiden Felder sendet und das andere entfernt.</translation>
    </message>
</context>
<context>
    <name>EventKind</name>
    <message>
        <source>Permission missing</source>
        <translation>Berechtigung fehlt</translation>
    </message>
    <message>
        <source>Second factor missing</source>
        <translation>Zweiter Faktor fehlt</translation>
    </message>
    <message>
        <source>Audit journal damaged</source>
        <translation>Prüfprotokoll beschädigt</translation>
    </message>
    <message>
        <source>Events dropped</source>
        <translation>Ereignisse verworfen</translation>
    </message>
    <message>
        <source>Audit chain verified</source>
        <translation>Prüfkette bestätigt</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>Anmeldung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Second factor failed</source>
        <translation>Zweiter Faktor fehlgeschlagen</translation>
    </message>
    <message>
        <source>Password accepted, second factor asked</source>
        <translation>Passwort richtig, zweiter Faktor verlangt</translation>
    </message>
    <message>
        <source>Recovery code used</source>
        <translation>Wiederherstellungscode verwendet</translation>
    </message>
    <message>
        <source>Token renewed</source>
        <translation>Token erneuert</translation>
    </message>
    <message>
        <source>Refresh token used twice</source>
        <translation>Refresh-Token doppelt</translation>
    </message>
    <message>
        <source>Sign-in held back</source>
        <translation>Anmeldung zurückgehalten</translation>
    </message>
    <message>
        <source>Token refused</source>
        <translation>Token abgelehnt</translation>
    </message>
    <message>
        <source>Operator signed in</source>
        <translation>Operator angemeldet</translation>
    </message>
    <message>
        <source>Operator sign-in failed</source>
        <translation>Anmeldung des Operators fehlgeschlagen</translation>
    </message>
    <message>
        <source>Operator signed out</source>
        <translation>Operator abgemeldet</translation>
    </message>
    <message>
        <source>Rate limit reached</source>
        <translation>Ratenlimit erreicht</translation>
    </message>
    <message>
        <source>Second factor switched off</source>
        <translation>Zweiter Faktor ausgeschaltet</translation>
    </message>
    <message>
        <source>Second factor set up</source>
        <translation>Zweiter Faktor eingerichtet</translation>
    </message>
    <message>
        <source>Second factor setup started</source>
        <translation>Einrichtung des zweiten Faktors begonnen</translation>
    </message>
    <message>
        <source>Recovery codes renewed</source>
        <translation>Wiederherstellungscodes erneuert</translation>
    </message>
    <message>
        <source>Second factor reset</source>
        <translation>Zweiter Faktor zurückgesetzt</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>Passwort geändert</translation>
    </message>
    <message>
        <source>Password reset started</source>
        <translation>Zurücksetzen des Passworts begonnen</translation>
    </message>
    <message>
        <source>Audit report exported</source>
        <translation>Prüfbericht exportiert</translation>
    </message>
    <message>
        <source>Request with invalid content</source>
        <translation>Inhalt ungültig</translation>
    </message>
    <message>
        <source>Malformed request</source>
        <translation>Fehlerhafte Anfrage</translation>
    </message>
    <message>
        <source>Certificate created</source>
        <translation>Zertifikat erstellt</translation>
    </message>
    <message>
        <source>Server failed</source>
        <translation>Server ausgefallen</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Interner Fehler</translation>
    </message>
    <message>
        <source>Server started</source>
        <translation>Server gestartet</translation>
    </message>
    <message>
        <source>Server stopped</source>
        <translation>Server gestoppt</translation>
    </message>
    <message>
        <source>Sessions ended</source>
        <translation>Sitzungen beendet</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Einstellung geändert</translation>
    </message>
    <message>
        <source>TLS handshake failed</source>
        <translation>TLS-Handshake fehlgeschlagen</translation>
    </message>
    <message>
        <source>User changed</source>
        <translation>Benutzer geändert</translation>
    </message>
    <message>
        <source>User added</source>
        <translation>Benutzer hinzugefügt</translation>
    </message>
    <message>
        <source>User deleted</source>
        <translation>Benutzer gelöscht</translation>
    </message>
    <message>
        <source>User disabled</source>
        <translation>Benutzer deaktiviert</translation>
    </message>
    <message>
        <source>User enabled</source>
        <translation>Benutzer aktiviert</translation>
    </message>
    <message>
        <source>User invited</source>
        <translation>Benutzer eingeladen</translation>
    </message>
    <message>
        <source>Roles of user changed</source>
        <translation>Rollen des Benutzers geändert</translation>
    </message>
    <message>
        <source>User unlocked</source>
        <translation>Benutzer entsperrt</translation>
    </message>
    <message>
        <source>Vault created</source>
        <translation>Tresor erstellt</translation>
    </message>
    <message>
        <source>Vault locked</source>
        <translation>Tresor gesperrt</translation>
    </message>
    <message>
        <source>Passphrase changed</source>
        <translation>Passphrase geändert</translation>
    </message>
    <message>
        <source>Vault unlocked</source>
        <translation>Tresor entsperrt</translation>
    </message>
    <message>
        <source>Old events removed</source>
        <translation>Alte Ereignisse entfernt</translation>
    </message>
    <message>
        <source>API key changed</source>
        <translation>API-Schlüssel geändert</translation>
    </message>
    <message>
        <source>API key created</source>
        <translation>API-Schlüssel erstellt</translation>
    </message>
    <message>
        <source>API key found in files</source>
        <translation>API-Schlüssel in Dateien gefunden</translation>
    </message>
    <message>
        <source>API key refused</source>
        <translation>API-Schlüssel abgelehnt</translation>
    </message>
    <message>
        <source>API key revoked</source>
        <translation>API-Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>API key rotated</source>
        <translation>API-Schlüssel erneuert</translation>
    </message>
    <message>
        <source>Files searched for API keys</source>
        <translation>Dateien nach API-Schlüsseln durchsucht</translation>
    </message>
    <message>
        <source>Service account changed</source>
        <translation>Dienstkonto geändert</translation>
    </message>
    <message>
        <source>Service account added</source>
        <translation>Dienstkonto angelegt</translation>
    </message>
    <message>
        <source>Service account deleted</source>
        <translation>Dienstkonto gelöscht</translation>
    </message>
    <message>
        <source>New key signs tokens</source>
        <translation>Neuer Schlüssel signiert Token</translation>
    </message>
    <message>
        <source>Second factor overdue</source>
        <translation>Zweiter Faktor überfällig</translation>
    </message>
    <message>
        <source>Second factor shown again</source>
        <translation>Zweiter Faktor erneut gezeigt</translation>
    </message>
    <message>
        <source>Device no longer trusted</source>
        <translation>Gerät nicht mehr vertraut</translation>
    </message>
    <message>
        <source>Device trusted</source>
        <translation>Gerät vertraut</translation>
    </message>
    <message>
        <source>Passkey added</source>
        <translation>Passkey hinzugefügt</translation>
    </message>
    <message>
        <source>Passkey may have been copied</source>
        <translation>Passkey womöglich kopiert</translation>
    </message>
    <message>
        <source>Passkey removed</source>
        <translation>Passkey entfernt</translation>
    </message>
    <message>
        <source>Passkey renamed</source>
        <translation>Passkey umbenannt</translation>
    </message>
    <message>
        <source>Outside sign-in failed</source>
        <translation>Fremde Anmeldung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Identity provider changed</source>
        <translation>Identitätsanbieter geändert</translation>
    </message>
    <message>
        <source>Identity provider added</source>
        <translation>Identitätsanbieter angelegt</translation>
    </message>
    <message>
        <source>Identity provider deleted</source>
        <translation>Identitätsanbieter gelöscht</translation>
    </message>
    <message>
        <source>Identity provider tested</source>
        <translation>Identitätsanbieter geprüft</translation>
    </message>
    <message>
        <source>User linked to an outside login</source>
        <translation>Benutzer mit fremder Anmeldung verknüpft</translation>
    </message>
    <message>
        <source>Outside login of user removed</source>
        <translation>Fremde Anmeldung vom Benutzer gelöst</translation>
    </message>
    <message>
        <source>Sign-in from a new device</source>
        <translation>Anmeldung von einem neuen Gerät</translation>
    </message>
    <message>
        <source>Sign-in after failed tries</source>
        <translation>Anmeldung nach Fehlversuchen</translation>
    </message>
    <message>
        <source>Users exported to a file</source>
        <translation>Benutzer in eine Datei ausgegeben</translation>
    </message>
    <message>
        <source>Users imported from a file</source>
        <translation>Benutzer aus einer Datei übernommen</translation>
    </message>
    <message>
        <source>Certificate changed</source>
        <translation>Zertifikat gewechselt</translation>
    </message>
    <message>
        <source>Reload failed</source>
        <translation>Neu laden gescheitert</translation>
    </message>
    <message>
        <source>Unexpected fault</source>
        <translation>Unerwartete Störung</translation>
    </message>
    <message>
        <source>Upkeep failed</source>
        <translation>Instandhaltung gescheitert</translation>
    </message>
    <message>
        <source>Upkeep works again</source>
        <translation>Instandhaltung läuft wieder</translation>
    </message>
    <message>
        <source>Damage of the journal accepted</source>
        <translation>Schaden am Journal anerkannt</translation>
    </message>
    <message>
        <source>Clock jumped ahead</source>
        <translation>Uhr vorgesprungen</translation>
    </message>
    <message>
        <source>Clock was set back</source>
        <translation>Uhr wurde zurückgestellt</translation>
    </message>
    <message>
        <source>Clock is trusted again</source>
        <translation>Der Uhr wird wieder vertraut</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>Rolle geändert</translation>
    </message>
    <message>
        <source>Role added</source>
        <translation>Rolle angelegt</translation>
    </message>
    <message>
        <source>Role deleted</source>
        <translation>Rolle gelöscht</translation>
    </message>
    <message>
        <source>Change in force could not be kept</source>
        <translation>Geltende Änderung nicht haltbar</translation>
    </message>
    <message>
        <source>Policy changed</source>
        <translation>Richtlinie geändert</translation>
    </message>
    <message>
        <source>Policy added</source>
        <translation>Richtlinie angelegt</translation>
    </message>
    <message>
        <source>Policy deleted</source>
        <translation>Richtlinie gelöscht</translation>
    </message>
    <message>
        <source>Denied by a policy</source>
        <translation>Von einer Richtlinie verweigert</translation>
    </message>
    <message>
        <source>Policy published</source>
        <translation>Richtlinie veröffentlicht</translation>
    </message>
    <message>
        <source>Record changed</source>
        <translation>Datensatz geändert</translation>
    </message>
    <message>
        <source>Record added</source>
        <translation>Datensatz angelegt</translation>
    </message>
    <message>
        <source>Sensitive value does not open</source>
        <translation>Vertraulicher Wert lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Record deleted</source>
        <translation>Datensatz gelöscht</translation>
    </message>
    <message>
        <source>Sensitive values sealed anew</source>
        <translation>Vertrauliche Werte neu verschlüsselt</translation>
    </message>
    <message>
        <source>Records exported to a file</source>
        <translation>Datensätze in eine Datei ausgegeben</translation>
    </message>
    <message>
        <source>New key seals sensitive values</source>
        <translation>Neuer Schlüssel für vertrauliche Werte</translation>
    </message>
    <message>
        <source>Sensitive values shown</source>
        <translation>Vertrauliche Werte angezeigt</translation>
    </message>
    <message>
        <source>Role of user ended</source>
        <translation>Rolle eines Benutzers hat geendet</translation>
    </message>
    <message>
        <source>Role of user ends soon</source>
        <translation>Rolle eines Benutzers endet bald</translation>
    </message>
    <message>
        <source>Comment changed</source>
        <translation>Kommentar geändert</translation>
    </message>
    <message>
        <source>Comment added</source>
        <translation>Kommentar geschrieben</translation>
    </message>
    <message>
        <source>Comment deleted</source>
        <translation>Kommentar gelöscht</translation>
    </message>
    <message>
        <source>File is not what was stored</source>
        <translation>Datei ist nicht, was gespeichert wurde</translation>
    </message>
    <message>
        <source>File deleted</source>
        <translation>Datei gelöscht</translation>
    </message>
    <message>
        <source>File downloaded</source>
        <translation>Datei heruntergeladen</translation>
    </message>
    <message>
        <source>File refused</source>
        <translation>Datei abgelehnt</translation>
    </message>
    <message>
        <source>File uploaded</source>
        <translation>Datei hochgeladen</translation>
    </message>
    <message>
        <source>Change confirmed</source>
        <translation>Änderung bestätigt</translation>
    </message>
    <message>
        <source>Change waits to be confirmed</source>
        <translation>Änderung wartet auf Bestätigung</translation>
    </message>
    <message>
        <source>Change taken back</source>
        <translation>Änderung zurückgenommen</translation>
    </message>
    <message>
        <source>Server listens elsewhere</source>
        <translation>Server lauscht an anderer Stelle</translation>
    </message>
    <message>
        <source>Access review exported</source>
        <translation>Zugriffsprüfung exportiert</translation>
    </message>
    <message>
        <source>Drill finished</source>
        <translation>Übung beendet</translation>
    </message>
    <message>
        <source>Address banned</source>
        <translation>Adresse gesperrt</translation>
    </message>
    <message>
        <source>Request of a blocked address refused</source>
        <translation>Anfrage einer gesperrten Adresse abgelehnt</translation>
    </message>
    <message>
        <source>Address rule added</source>
        <translation>Adressregel hinzugefügt</translation>
    </message>
    <message>
        <source>Address rule changed</source>
        <translation>Adressregel geändert</translation>
    </message>
    <message>
        <source>Address rule ended</source>
        <translation>Adressregel abgelaufen</translation>
    </message>
    <message>
        <source>Address rule removed</source>
        <translation>Adressregel entfernt</translation>
    </message>
    <message>
        <source>Address rules exported</source>
        <translation>Adressregeln exportiert</translation>
    </message>
    <message>
        <source>Address rules imported</source>
        <translation>Adressregeln importiert</translation>
    </message>
    <message>
        <source>Address rules removed</source>
        <translation>Adressregeln entfernt</translation>
    </message>
    <message>
        <source>Threat score forgotten</source>
        <translation>Gefahrenwert vergessen</translation>
    </message>
    <message>
        <source>Address would have been banned</source>
        <translation>Adresse wäre gesperrt worden</translation>
    </message>
    <message>
        <source>Threat weights changed</source>
        <translation>Gewichte der Gefahrenwerte geändert</translation>
    </message>
    <message>
        <source>Attack blocked</source>
        <translation>Angriff blockiert</translation>
    </message>
    <message>
        <source>Detection excluded at a place</source>
        <translation>Erkennung an einer Stelle ausgenommen</translation>
    </message>
    <message>
        <source>Exclusion of detection removed</source>
        <translation>Ausnahme der Erkennung entfernt</translation>
    </message>
    <message>
        <source>Attack noticed, let pass</source>
        <translation>Angriff bemerkt, durchgelassen</translation>
    </message>
    <message>
        <source>Detection changed</source>
        <translation>Erkennung geändert</translation>
    </message>
    <message>
        <source>Detection rule added</source>
        <translation>Erkennungsregel hinzugefügt</translation>
    </message>
    <message>
        <source>Detection rule deleted</source>
        <translation>Erkennungsregel gelöscht</translation>
    </message>
    <message>
        <source>Rate limit would have refused</source>
        <translation>Ratenbegrenzung hätte abgelehnt</translation>
    </message>
    <message>
        <source>Rate limit reset for a caller</source>
        <translation>Ratenbegrenzung für einen Aufrufer zurückgesetzt</translation>
    </message>
    <message>
        <source>Rate limit changed</source>
        <translation>Ratenbegrenzung geändert</translation>
    </message>
    <message>
        <source>Rate limit added</source>
        <translation>Ratenbegrenzung hinzugefügt</translation>
    </message>
    <message>
        <source>Rate limit deleted</source>
        <translation>Ratenbegrenzung gelöscht</translation>
    </message>
    <message>
        <source>Alert acted</source>
        <translation>Alarm hat gehandelt</translation>
    </message>
    <message>
        <source>Action of an alert failed</source>
        <translation>Aktion eines Alarms fehlgeschlagen</translation>
    </message>
    <message>
        <source>Action of an alert undone</source>
        <translation>Aktion eines Alarms zurückgenommen</translation>
    </message>
    <message>
        <source>Alert rule changed</source>
        <translation>Alarmregel geändert</translation>
    </message>
    <message>
        <source>Alert rule added</source>
        <translation>Alarmregel hinzugefügt</translation>
    </message>
    <message>
        <source>Alert rule deleted</source>
        <translation>Alarmregel gelöscht</translation>
    </message>
    <message>
        <source>Contents of events removed</source>
        <translation>Inhalte von Ereignissen entfernt</translation>
    </message>
    <message>
        <source>Evidence pack made</source>
        <translation>Beweispaket erstellt</translation>
    </message>
    <message>
        <source>Evidence pack deleted</source>
        <translation>Beweispaket gelöscht</translation>
    </message>
    <message>
        <source>Evidence pack downloaded</source>
        <translation>Beweispaket heruntergeladen</translation>
    </message>
    <message>
        <source>Head of the journal signed</source>
        <translation>Kopf des Journals signiert</translation>
    </message>
    <message>
        <source>Earlier configuration restored</source>
        <translation>Frühere Konfiguration wiederhergestellt</translation>
    </message>
    <message>
        <source>Incident changed</source>
        <translation>Vorfall geändert</translation>
    </message>
    <message>
        <source>Incident opened</source>
        <translation>Vorfall eröffnet</translation>
    </message>
    <message>
        <source>Rate limit of a caller removed</source>
        <translation>Ratenlimit eines Aufrufers entfernt</translation>
    </message>
    <message>
        <source>Rate limit of a caller set</source>
        <translation>Ratenlimit eines Aufrufers gesetzt</translation>
    </message>
    <message>
        <source>Destination changed</source>
        <translation>Ziel geändert</translation>
    </message>
    <message>
        <source>Destination added</source>
        <translation>Ziel hinzugefügt</translation>
    </message>
    <message>
        <source>Destination deleted</source>
        <translation>Ziel gelöscht</translation>
    </message>
    <message>
        <source>Events for a destination dropped</source>
        <translation>Ereignisse für ein Ziel verworfen</translation>
    </message>
    <message>
        <source>Destination cannot be reached</source>
        <translation>Ziel nicht erreichbar</translation>
    </message>
    <message>
        <source>Destination is reached again</source>
        <translation>Ziel wieder erreichbar</translation>
    </message>
    <message>
        <source>Destination tested</source>
        <translation>Ziel geprüft</translation>
    </message>
    <message>
        <source>Planned report failed</source>
        <translation>Geplanter Bericht fehlgeschlagen</translation>
    </message>
    <message>
        <source>Planned report made</source>
        <translation>Geplanter Bericht erstellt</translation>
    </message>
    <message>
        <source>Report plan changed</source>
        <translation>Berichtsplan geändert</translation>
    </message>
    <message>
        <source>Report plan added</source>
        <translation>Berichtsplan hinzugefügt</translation>
    </message>
    <message>
        <source>Report plan deleted</source>
        <translation>Berichtsplan gelöscht</translation>
    </message>
    <message>
        <source>Request would have been refused as invalid</source>
        <translation>Anfrage wäre als ungültig abgelehnt worden</translation>
    </message>
    <message>
        <source>Retention changed</source>
        <translation>Aufbewahrung geändert</translation>
    </message>
    <message>
        <source>Legal hold lifted</source>
        <translation>Aufbewahrungspflicht aufgehoben</translation>
    </message>
    <message>
        <source>Legal hold placed</source>
        <translation>Aufbewahrungspflicht gesetzt</translation>
    </message>
    <message>
        <source>Saved search deleted</source>
        <translation>Gespeicherte Suche gelöscht</translation>
    </message>
    <message>
        <source>Search saved</source>
        <translation>Suche gespeichert</translation>
    </message>
    <message>
        <source>Data of a person erased</source>
        <translation>Daten einer Person gelöscht</translation>
    </message>
    <message>
        <source>Kept report deleted</source>
        <translation>Bericht gelöscht</translation>
    </message>
    <message>
        <source>Events read</source>
        <translation>Ereignisse gelesen</translation>
    </message>
    <message>
        <source>Policies exported</source>
        <translation>Richtlinien exportiert</translation>
    </message>
    <message>
        <source>Policies imported</source>
        <translation>Richtlinien importiert</translation>
    </message>
    <message>
        <source>Vault put back from a backup</source>
        <translation>Tresor aus einer Sicherung zurückgeholt</translation>
    </message>
</context>
<context>
    <name>EventOutcome</name>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
</context>
<context>
    <name>EventReason</name>
    <message>
        <source>The account is disabled</source>
        <translation>Das Konto ist deaktiviert</translation>
    </message>
    <message>
        <source>Too many failed sign-ins; the account waits</source>
        <translation>Zu viele fehlgeschlagene Anmeldungen; das Konto wartet</translation>
    </message>
    <message>
        <source>The request breaks the rules of HTTP</source>
        <translation>Die Anfrage verletzt die Regeln von HTTP</translation>
    </message>
    <message>
        <source>A protection rule stopped it</source>
        <translation>Eine Schutzregel hat sie gestoppt</translation>
    </message>
    <message>
        <source>The present state forbids it</source>
        <translation>Der jetzige Zustand lässt es nicht zu</translation>
    </message>
    <message>
        <source>The headers are larger than allowed</source>
        <translation>Die Kopfzeilen sind größer als erlaubt</translation>
    </message>
    <message>
        <source>An unexpected failure inside the server</source>
        <translation>Ein unerwarteter Fehler im Server</translation>
    </message>
    <message>
        <source>A value is not acceptable</source>
        <translation>Ein Wert ist nicht zulässig</translation>
    </message>
    <message>
        <source>A fixed count is used up</source>
        <translation>Eine feste Anzahl ist aufgebraucht</translation>
    </message>
    <message>
        <source>The route doesn’t take this method</source>
        <translation>Die Route nimmt diese Methode nicht an</translation>
    </message>
    <message>
        <source>A second factor must be set up first</source>
        <translation>Zuerst muss ein zweiter Faktor eingerichtet werden</translation>
    </message>
    <message>
        <source>The code is wrong or was used already</source>
        <translation>Der Code ist falsch oder wurde schon verwendet</translation>
    </message>
    <message>
        <source>A second factor is needed</source>
        <translation>Ein zweiter Faktor ist nötig</translation>
    </message>
    <message>
        <source>There is no such object</source>
        <translation>Dieses Objekt gibt es nicht</translation>
    </message>
    <message>
        <source>The password is too weak</source>
        <translation>Das Passwort ist zu schwach</translation>
    </message>
    <message>
        <source>The body is larger than allowed</source>
        <translation>Der Inhalt ist größer als erlaubt</translation>
    </message>
    <message>
        <source>The role doesn’t allow it</source>
        <translation>Die Rolle erlaubt es nicht</translation>
    </message>
    <message>
        <source>A policy denies it</source>
        <translation>Eine Richtlinie verbietet es</translation>
    </message>
    <message>
        <source>More requests than the limit allows</source>
        <translation>Mehr Anfragen, als das Limit erlaubt</translation>
    </message>
    <message>
        <source>The request took too long to arrive</source>
        <translation>Die Anfrage kam zu langsam an</translation>
    </message>
    <message>
        <source>The MFA check is too long ago for this</source>
        <translation>Die MFA-Prüfung liegt dafür zu lange zurück</translation>
    </message>
    <message>
        <source>The token’s time is over</source>
        <translation>Das Token ist abgelaufen</translation>
    </message>
    <message>
        <source>The token is malformed, revoked or not ours</source>
        <translation>Das Token ist fehlerhaft, widerrufen oder nicht von uns</translation>
    </message>
    <message>
        <source>No valid credential was shown</source>
        <translation>Es wurde kein gültiger Nachweis gezeigt</translation>
    </message>
    <message>
        <source>The server was too busy</source>
        <translation>Der Server war zu stark belastet</translation>
    </message>
    <message>
        <source>There is no such account</source>
        <translation>Dieses Konto gibt es nicht</translation>
    </message>
    <message>
        <source>The body’s type isn’t taken here</source>
        <translation>Dieser Inhaltstyp wird hier nicht angenommen</translation>
    </message>
    <message>
        <source>The address line is longer than allowed</source>
        <translation>Die Adresszeile ist länger als erlaubt</translation>
    </message>
    <message>
        <source>The body breaks the rules of this route</source>
        <translation>Der Inhalt verletzt die Regeln dieser Route</translation>
    </message>
    <message>
        <source>The password is wrong</source>
        <translation>Das Passwort ist falsch</translation>
    </message>
    <message>
        <source>The single-use code is used up or too old</source>
        <translation>Der Einmalcode ist verbraucht oder zu alt</translation>
    </message>
    <message>
        <source>The account has no password yet</source>
        <translation>Das Konto hat noch kein Passwort</translation>
    </message>
    <message>
        <source>The password was changed meanwhile</source>
        <translation>Das Passwort wurde inzwischen geändert</translation>
    </message>
    <message>
        <source>The sign-in took too long; it starts again</source>
        <translation>Die Anmeldung dauerte zu lange; sie beginnt von vorn</translation>
    </message>
    <message>
        <source>A credential stood in the address line</source>
        <translation>Ein Nachweis stand in der Adresszeile</translation>
    </message>
    <message>
        <source>The Authorization field holds no token</source>
        <translation>Das Feld Authorization enthält kein Token</translation>
    </message>
    <message>
        <source>No token came with the request</source>
        <translation>Mit der Anfrage kam kein Token</translation>
    </message>
    <message>
        <source>This kind of credential isn’t taken here</source>
        <translation>Diese Art von Nachweis gilt hier nicht</translation>
    </message>
    <message>
        <source>More than one credential came with the request</source>
        <translation>Mit der Anfrage kam mehr als ein Nachweis</translation>
    </message>
    <message>
        <source>The body is no valid JSON</source>
        <translation>Der Inhalt ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>The session’s time is over</source>
        <translation>Die Zeit der Sitzung ist um</translation>
    </message>
    <message>
        <source>The key may not be used from this address</source>
        <translation>Der Schlüssel darf von dieser Adresse nicht benutzt werden</translation>
    </message>
    <message>
        <source>The key’s time is over</source>
        <translation>Die Zeit des Schlüssels ist um</translation>
    </message>
    <message>
        <source>The key opens nothing</source>
        <translation>Der Schlüssel öffnet nichts</translation>
    </message>
    <message>
        <source>That is no API key: its form or checksum is wrong</source>
        <translation>Das ist kein API-Schlüssel: Form oder Prüfsumme stimmt nicht</translation>
    </message>
    <message>
        <source>The key’s owner is disabled</source>
        <translation>Der Besitzer des Schlüssels ist deaktiviert</translation>
    </message>
    <message>
        <source>The key was revoked</source>
        <translation>Der Schlüssel wurde widerrufen</translation>
    </message>
    <message>
        <source>The key was rotated and its overlap is over</source>
        <translation>Der Schlüssel wurde erneuert, die Übergangszeit ist um</translation>
    </message>
    <message>
        <source>There is no such key</source>
        <translation>Diesen Schlüssel gibt es nicht</translation>
    </message>
    <message>
        <source>The key has no secret for signed requests</source>
        <translation>Der Schlüssel hat kein Geheimnis für signierte Anfragen</translation>
    </message>
    <message>
        <source>The key exists, but its secret is another</source>
        <translation>Den Schlüssel gibt es, aber mit einem anderen Geheimnis</translation>
    </message>
    <message>
        <source>Only a signed-in person may do this, no key</source>
        <translation>Das darf nur eine angemeldete Person, kein Schlüssel</translation>
    </message>
    <message>
        <source>Its time is too far from the server’s clock</source>
        <translation>Ihre Zeit liegt zu weit von der Uhr des Servers entfernt</translation>
    </message>
    <message>
        <source>A part that must be signed is not</source>
        <translation>Ein Teil, der signiert sein muss, ist es nicht</translation>
    </message>
    <message>
        <source>The body is not the one that Content-Digest names</source>
        <translation>Der Inhalt ist nicht der, den Content-Digest nennt</translation>
    </message>
    <message>
        <source>A field of the signature is missing or can’t be read</source>
        <translation>Ein Feld der Signatur fehlt oder ist nicht lesbar</translation>
    </message>
    <message>
        <source>It doesn’t fit the request that arrived, or the secret is another</source>
        <translation>Sie passt nicht zur angekommenen Anfrage, oder das Geheimnis ist ein anderes</translation>
    </message>
    <message>
        <source>This nonce was used before: the same request again</source>
        <translation>Diese Nonce wurde schon benutzt: dieselbe Anfrage noch einmal</translation>
    </message>
    <message>
        <source>Nonces can’t be remembered at the moment</source>
        <translation>Nonces können gerade nicht gemerkt werden</translation>
    </message>
    <message>
        <source>Only a signed request may do this</source>
        <translation>Das darf nur eine signierte Anfrage</translation>
    </message>
    <message>
        <source>The body is no valid form</source>
        <translation>Der Inhalt ist kein gültiges Formular</translation>
    </message>
    <message>
        <source>The sign-in is too long ago for this</source>
        <translation>Die Anmeldung liegt dafür zu lange zurück</translation>
    </message>
    <message>
        <source>The passkey’s attestation is of a kind that isn’t accepted</source>
        <translation>Die Bescheinigung des Passkeys ist von einer Art, die nicht angenommen wird</translation>
    </message>
    <message>
        <source>The passkey’s kind of backup changed</source>
        <translation>Die Art der Sicherung des Passkeys hat sich geändert</translation>
    </message>
    <message>
        <source>The passkey’s answer is about no challenge that waits</source>
        <translation>Die Antwort des Passkeys gehört zu keiner wartenden Anfrage</translation>
    </message>
    <message>
        <source>The passkey’s counter went back: its key may have been copied</source>
        <translation>Der Zähler des Passkeys ging zurück: Sein Schlüssel wurde womöglich kopiert</translation>
    </message>
    <message>
        <source>The passkey is of somebody else, or unknown</source>
        <translation>Der Passkey gehört jemand anderem oder ist unbekannt</translation>
    </message>
    <message>
        <source>The passkey’s public key can’t be used</source>
        <translation>Der öffentliche Schlüssel des Passkeys ist nicht verwendbar</translation>
    </message>
    <message>
        <source>The passkey’s answer can’t be read</source>
        <translation>Die Antwort des Passkeys ist nicht lesbar</translation>
    </message>
    <message>
        <source>The passkey was asked for by a page of another origin</source>
        <translation>Der Passkey wurde von einer Seite anderer Herkunft verlangt</translation>
    </message>
    <message>
        <source>Nobody touched the authenticator</source>
        <translation>Niemand hat den Authenticator berührt</translation>
    </message>
    <message>
        <source>The passkey signed for another site</source>
        <translation>Der Passkey hat für eine andere Website unterschrieben</translation>
    </message>
    <message>
        <source>The passkey’s signature doesn’t fit</source>
        <translation>Die Signatur des Passkeys passt nicht</translation>
    </message>
    <message>
        <source>The passkey’s answer is of another kind of ceremony</source>
        <translation>Die Antwort des Passkeys gehört zu einem anderen Vorgang</translation>
    </message>
    <message>
        <source>A part of the program gave up unexpectedly</source>
        <translation>Ein Teil des Programms hat unerwartet aufgegeben</translation>
    </message>
    <message>
        <source>The address is banned for a time</source>
        <translation>Die Adresse ist für eine Zeit gesperrt</translation>
    </message>
    <message>
        <source>The address is on the block list</source>
        <translation>Die Adresse steht auf der Sperrliste</translation>
    </message>
    <message>
        <source>Somebody can do all that an administrator can, as of this</source>
        <translation>Damit kann jemand alles, was ein Administrator kann</translation>
    </message>
    <message>
        <source>Somebody can no longer do all that an administrator can</source>
        <translation>Jemand kann nicht mehr alles, was ein Administrator kann</translation>
    </message>
    <message>
        <source>The end of a role was changed</source>
        <translation>Das Ende einer Rolle wurde geändert</translation>
    </message>
    <message>
        <source>Roles were given</source>
        <translation>Rollen wurden vergeben</translation>
    </message>
    <message>
        <source>Roles were given and taken away</source>
        <translation>Rollen wurden vergeben und entzogen</translation>
    </message>
    <message>
        <source>Roles were taken away</source>
        <translation>Rollen wurden entzogen</translation>
    </message>
    <message>
        <source>The proxy’s two fields name different clients</source>
        <translation>Die beiden Felder des Proxys nennen verschiedene Clients</translation>
    </message>
</context>
<context>
    <name>EventSeverity</name>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
</context>
<context>
    <name>EventStage</name>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Block list</source>
        <translation>Sperrliste</translation>
    </message>
    <message>
        <source>Threat score</source>
        <translation>Bedrohungswert</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Rate, address</source>
        <translation>Rate, Adresse</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Rate, user</source>
        <translation>Rate, Benutzer</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Step-up MFA</source>
        <translation>Erneute MFA</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>Second factor due</source>
        <translation>Zweiter Faktor fällig</translation>
    </message>
    <message>
        <source>Detection, long body</source>
        <translation>Erkennung, langer Inhalt</translation>
    </message>
    <message>
        <source>Rate, sign-in</source>
        <translation>Rate, Anmeldung</translation>
    </message>
</context>
<context>
    <name>EventTitle</name>
    <message>
        <source>Token expired</source>
        <translation>Token abgelaufen</translation>
    </message>
    <message>
        <source>Token not valid</source>
        <translation>Token ungültig</translation>
    </message>
    <message>
        <source>Sign-in held back</source>
        <translation>Anmeldung zurückgehalten</translation>
    </message>
    <message>
        <source>Sign-in to a disabled account</source>
        <translation>Anmeldung an einem deaktivierten Konto</translation>
    </message>
    <message>
        <source>Sign-in failed, no such user</source>
        <translation>Anmeldung fehlgeschlagen, kein solcher Benutzer</translation>
    </message>
    <message>
        <source>Address line too long</source>
        <translation>Adresszeile zu lang</translation>
    </message>
    <message>
        <source>Headers too large</source>
        <translation>Kopfzeilen zu groß</translation>
    </message>
    <message>
        <source>Body too large</source>
        <translation>Inhalt zu groß</translation>
    </message>
    <message>
        <source>Request too slow</source>
        <translation>Anfrage zu langsam</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: what happened (“User created”), %2: to whom or what</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>A name in quotation marks</extracomment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: a date, %2: a time of day</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Signed at another time</source>
        <translation>Zu anderer Zeit signiert</translation>
    </message>
    <message>
        <source>Signature covers too little</source>
        <translation>Signatur umfasst zu wenig</translation>
    </message>
    <message>
        <source>Digest doesn’t fit the body</source>
        <translation>Prüfsumme passt nicht zum Inhalt</translation>
    </message>
    <message>
        <source>Signature not readable</source>
        <translation>Signatur nicht lesbar</translation>
    </message>
    <message>
        <source>Signature doesn’t fit</source>
        <translation>Signatur passt nicht</translation>
    </message>
    <message>
        <source>Signed request sent again</source>
        <translation>Signierte Anfrage wiederholt</translation>
    </message>
    <message>
        <source>Signed request held back</source>
        <translation>Signierte Anfrage zurückgehalten</translation>
    </message>
</context>
<context>
    <name>HeaderCheck</name>
    <message>
        <source>The server answers otherwise than it is set. Start it again; if that doesn’t help, report it.</source>
        <translation>Der Server antwortet anders als eingestellt. Starten Sie ihn neu; hilft das nicht, melden Sie es.</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Browsers forget to use HTTPS alone. Set a year unless that is what you want.</source>
        <translation>Browser vergessen, nur HTTPS zu verwenden. Stellen Sie ein Jahr ein, wenn das nicht gewollt ist.</translation>
    </message>
    <message>
        <source>Browsers forget it soon. Set at least 180 days.</source>
        <translation>Browser vergessen es bald. Stellen Sie mindestens 180 Tage ein.</translation>
    </message>
    <message>
        <source>Answers of an API need nothing: default-src &apos;none&apos; is enough unless a page shows them.</source>
        <translation>Antworten einer API brauchen nichts: default-src &apos;none&apos; genügt, wenn keine Seite sie zeigt.</translation>
    </message>
    <message>
        <source>Nothing is allowed</source>
        <translation>Nichts ist erlaubt</translation>
    </message>
    <message>
        <source>Any page can read answers. Stop the server and look at what stands before it.</source>
        <translation>Jede Seite kann Antworten lesen. Halten Sie den Server an und prüfen Sie, was vor ihm steht.</translation>
    </message>
    <message>
        <source>%1 asks</source>
        <extracomment>%1: an origin, https://app.example.com</extracomment>
        <translation>%1 fragt</translation>
    </message>
    <message>
        <source>Browsers send client certificates for these pages. Switch that off unless you need it.</source>
        <translation>Browser senden für diese Seiten Client-Zertifikate. Schalten Sie das aus, wenn Sie es nicht brauchen.</translation>
    </message>
    <message>
        <source>%1 reads</source>
        <extracomment>%1: an origin, https://app.example.com</extracomment>
        <translation>%1 liest</translation>
    </message>
    <message>
        <source>Whoever is on the way can change this page. Serve it over HTTPS.</source>
        <translation>Wer dazwischen sitzt, kann diese Seite ändern. Liefern Sie sie über HTTPS aus.</translation>
    </message>
    <message>
        <source>A page that isn’t allowed asks</source>
        <translation>Eine nicht erlaubte Seite fragt</translation>
    </message>
    <message>
        <source>A page that isn’t allowed reads</source>
        <translation>Eine nicht erlaubte Seite liest</translation>
    </message>
    <message>
        <source>Scripts are allowed: add base-uri &apos;none&apos;, so that no page sends them elsewhere.</source>
        <translation>Skripte sind erlaubt: Ergänzen Sie base-uri &apos;none&apos;, damit keine Seite sie umlenkt.</translation>
    </message>
</context>
<context>
    <name>HeaderGrade</name>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation>Verbesserbar</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Sign-in from a new device</source>
        <translation>Anmeldung von einem neuen Gerät</translation>
    </message>
    <message>
        <source>Sign-in after failed tries</source>
        <translation>Anmeldung nach Fehlversuchen</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>Passwort geändert</translation>
    </message>
    <message>
        <source>Link for a new password made</source>
        <translation>Link für ein neues Passwort erstellt</translation>
    </message>
    <message>
        <source>E-mail address changed</source>
        <translation>E-Mail-Adresse geändert</translation>
    </message>
    <message>
        <source>Authenticator app set up</source>
        <translation>Authenticator-App eingerichtet</translation>
    </message>
    <message>
        <source>Second factor switched off</source>
        <translation>Zweiter Faktor ausgeschaltet</translation>
    </message>
    <message>
        <source>Second factor reset</source>
        <translation>Zweiter Faktor zurückgesetzt</translation>
    </message>
    <message>
        <source>Passkey added</source>
        <translation>Passkey hinzugefügt</translation>
    </message>
    <message>
        <source>Passkey removed</source>
        <translation>Passkey entfernt</translation>
    </message>
    <message>
        <source>Recovery codes renewed</source>
        <translation>Wiederherstellungscodes erneuert</translation>
    </message>
    <message>
        <source>Recovery code used</source>
        <translation>Wiederherstellungscode verwendet</translation>
    </message>
    <message>
        <source>Device trusted</source>
        <translation>Gerät vertraut</translation>
    </message>
    <message>
        <source>Device no longer trusted</source>
        <translation>Gerät nicht mehr vertraut</translation>
    </message>
    <message>
        <source>Outside login linked</source>
        <translation>Fremde Anmeldung verknüpft</translation>
    </message>
    <message>
        <source>Outside login removed</source>
        <translation>Fremde Anmeldung entfernt</translation>
    </message>
    <message>
        <source>API key created</source>
        <translation>API-Schlüssel erstellt</translation>
    </message>
    <message>
        <source>API key changed</source>
        <translation>API-Schlüssel geändert</translation>
    </message>
    <message>
        <source>API key rotated</source>
        <translation>API-Schlüssel erneuert</translation>
    </message>
    <message>
        <source>API key revoked</source>
        <translation>API-Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Role ends soon</source>
        <translation>Rolle endet bald</translation>
    </message>
    <message>
        <source>Role ended</source>
        <translation>Rolle hat geendet</translation>
    </message>
</context>
<context>
    <name>Permission</name>
    <message>
        <source>Read users</source>
        <translation>Benutzer lesen</translation>
    </message>
    <message>
        <source>Add users</source>
        <translation>Benutzer hinzufügen</translation>
    </message>
    <message>
        <source>Change users</source>
        <translation>Benutzer ändern</translation>
    </message>
    <message>
        <source>Delete users</source>
        <translation>Benutzer löschen</translation>
    </message>
    <message>
        <source>Reset second factors</source>
        <translation>Zweite Faktoren zurücksetzen</translation>
    </message>
    <message>
        <source>Reset passwords</source>
        <translation>Passwörter zurücksetzen</translation>
    </message>
    <message>
        <source>End sessions of others</source>
        <translation>Sitzungen anderer beenden</translation>
    </message>
    <message>
        <source>Read roles</source>
        <translation>Rollen lesen</translation>
    </message>
    <message>
        <source>Assign roles</source>
        <translation>Rollen zuweisen</translation>
    </message>
    <message>
        <source>Read security events</source>
        <translation>Sicherheitsereignisse lesen</translation>
    </message>
    <message>
        <source>Export audit reports</source>
        <translation>Prüfberichte exportieren</translation>
    </message>
    <message>
        <source>Verify the audit chain</source>
        <translation>Prüfkette prüfen</translation>
    </message>
    <message>
        <source>Read settings</source>
        <translation>Einstellungen lesen</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>Start and stop the server</source>
        <translation>Server starten und stoppen</translation>
    </message>
    <message>
        <source>Read metrics</source>
        <translation>Messwerte lesen</translation>
    </message>
    <message>
        <source>Read records</source>
        <translation>Datensätze lesen</translation>
    </message>
    <message>
        <source>Add records</source>
        <translation>Datensätze hinzufügen</translation>
    </message>
    <message>
        <source>Change records</source>
        <translation>Datensätze ändern</translation>
    </message>
    <message>
        <source>Delete records</source>
        <translation>Datensätze löschen</translation>
    </message>
    <message>
        <source>Manage own API keys</source>
        <translation>Eigene API-Schlüssel verwalten</translation>
    </message>
    <message>
        <source>Read all API keys</source>
        <translation>Alle API-Schlüssel lesen</translation>
    </message>
    <message>
        <source>Create API keys for others</source>
        <translation>API-Schlüssel für andere erstellen</translation>
    </message>
    <message>
        <source>Change all API keys</source>
        <translation>Alle API-Schlüssel ändern</translation>
    </message>
    <message>
        <source>Revoke all API keys</source>
        <translation>Alle API-Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Read service accounts</source>
        <translation>Dienstkonten lesen</translation>
    </message>
    <message>
        <source>Add service accounts</source>
        <translation>Dienstkonten anlegen</translation>
    </message>
    <message>
        <source>Change service accounts</source>
        <translation>Dienstkonten ändern</translation>
    </message>
    <message>
        <source>Delete service accounts</source>
        <translation>Dienstkonten löschen</translation>
    </message>
    <message>
        <source>Check tokens of others</source>
        <translation>Token anderer prüfen</translation>
    </message>
    <message>
        <source>Read identity providers</source>
        <translation>Identitätsanbieter lesen</translation>
    </message>
    <message>
        <source>Add identity providers</source>
        <translation>Identitätsanbieter anlegen</translation>
    </message>
    <message>
        <source>Change identity providers</source>
        <translation>Identitätsanbieter ändern</translation>
    </message>
    <message>
        <source>Delete identity providers</source>
        <translation>Identitätsanbieter löschen</translation>
    </message>
    <message>
        <source>Link users to outside logins</source>
        <translation>Benutzer mit fremden Anmeldungen verknüpfen</translation>
    </message>
    <message>
        <source>Read everybody&apos;s sessions</source>
        <translation>Sitzungen aller lesen</translation>
    </message>
    <message>
        <source>Use the console</source>
        <translation>Konsole benutzen</translation>
    </message>
    <message>
        <source>Add roles</source>
        <translation>Rollen anlegen</translation>
    </message>
    <message>
        <source>Change roles</source>
        <translation>Rollen ändern</translation>
    </message>
    <message>
        <source>Delete roles</source>
        <translation>Rollen löschen</translation>
    </message>
    <message>
        <source>Show sensitive values of records</source>
        <translation>Vertrauliche Werte zeigen</translation>
    </message>
    <message>
        <source>Read comments</source>
        <translation>Kommentare lesen</translation>
    </message>
    <message>
        <source>Write comments</source>
        <translation>Kommentare schreiben</translation>
    </message>
    <message>
        <source>Change comments</source>
        <translation>Kommentare ändern</translation>
    </message>
    <message>
        <source>Delete comments</source>
        <translation>Kommentare löschen</translation>
    </message>
    <message>
        <source>Read files</source>
        <translation>Dateien lesen</translation>
    </message>
    <message>
        <source>Upload files</source>
        <translation>Dateien hochladen</translation>
    </message>
    <message>
        <source>Delete files</source>
        <translation>Dateien löschen</translation>
    </message>
    <message>
        <source>Read policies and simulate</source>
        <translation>Richtlinien lesen und simulieren</translation>
    </message>
    <message>
        <source>Add policies</source>
        <translation>Richtlinien anlegen</translation>
    </message>
    <message>
        <source>Change and publish policies</source>
        <translation>Richtlinien ändern und veröffentlichen</translation>
    </message>
    <message>
        <source>Delete policies</source>
        <translation>Richtlinien löschen</translation>
    </message>
    <message>
        <source>Read decisions</source>
        <translation>Entscheidungen lesen</translation>
    </message>
    <message>
        <source>Read limits, scores and detection</source>
        <translation>Limits, Werte und Erkennung lesen</translation>
    </message>
    <message>
        <source>Change limits, scores and detection</source>
        <translation>Limits, Werte und Erkennung ändern</translation>
    </message>
    <message>
        <source>Read bans and address lists</source>
        <translation>Sperren und Adresslisten lesen</translation>
    </message>
    <message>
        <source>Ban and allow addresses</source>
        <translation>Adressen sperren und zulassen</translation>
    </message>
    <message>
        <source>Lift bans</source>
        <translation>Sperren aufheben</translation>
    </message>
    <message>
        <source>Erase the data of people</source>
        <translation>Daten von Personen löschen</translation>
    </message>
    <message>
        <source>Read incidents</source>
        <translation>Vorfälle lesen</translation>
    </message>
    <message>
        <source>Work on incidents</source>
        <translation>Vorfälle bearbeiten</translation>
    </message>
    <message>
        <source>Read alert rules</source>
        <translation>Alarmregeln lesen</translation>
    </message>
    <message>
        <source>Change alert rules</source>
        <translation>Alarmregeln ändern</translation>
    </message>
    <message>
        <source>Read destinations of events</source>
        <translation>Ziele von Ereignissen lesen</translation>
    </message>
    <message>
        <source>Change destinations of events</source>
        <translation>Ziele von Ereignissen ändern</translation>
    </message>
    <message>
        <source>Read what is kept how long</source>
        <translation>Aufbewahrung lesen</translation>
    </message>
    <message>
        <source>Change what is kept how long</source>
        <translation>Aufbewahrung ändern</translation>
    </message>
    <message>
        <source>Read the history of the configuration</source>
        <translation>Verlauf der Konfiguration lesen</translation>
    </message>
</context>
<context>
    <name>PermissionGroup</name>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Manage users</source>
        <translation>Benutzer verwalten</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
</context>
<context>
    <name>PermissionObject</name>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Messwerte</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Service accounts</source>
        <translation>Dienstkonten</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Identity providers</source>
        <translation>Identitätsanbieter</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Bans</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Wait until this is done</source>
        <translation>Warten Sie, bis das fertig ist</translation>
    </message>
    <message>
        <source>Fill in what is missing first</source>
        <translation>Füllen Sie zuerst aus, was fehlt</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Noch wurde nichts geändert</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>What happened in a period, and that the journal of it is whole.</source>
        <translation>Was in einem Zeitraum geschah, und dass das Journal davon vollständig ist.</translation>
    </message>
    <message>
        <source>Access review</source>
        <translation>Zugriffsprüfung</translation>
    </message>
    <message>
        <source>Who has what, since when, by whom, and when it was last used.</source>
        <translation>Wer was hat, seit wann, durch wen und wann zuletzt benutzt.</translation>
    </message>
    <message>
        <source>Authentication and MFA</source>
        <translation>Anmeldung und MFA</translation>
    </message>
    <message>
        <source>Who signs in how, who has a second factor and who should.</source>
        <translation>Wer sich wie anmeldet, wer einen zweiten Faktor hat und wer einen haben sollte.</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Every key: whose it is, what it opens, when it ends and was last used.</source>
        <translation>Jeder Schlüssel: wem er gehört, was er öffnet, wann er endet und zuletzt benutzt wurde.</translation>
    </message>
    <message>
        <source>Configuration changes</source>
        <translation>Konfigurationsänderungen</translation>
    </message>
    <message>
        <source>Who changed what of settings, roles, users, keys and rules.</source>
        <translation>Wer was an Einstellungen, Rollen, Benutzern, Schlüsseln und Regeln geändert hat.</translation>
    </message>
    <message>
        <source>Detection and bans</source>
        <translation>Erkennung und Sperren</translation>
    </message>
    <message>
        <source>What was blocked and noticed, and who is kept out.</source>
        <translation>Was blockiert und bemerkt wurde und wer ausgesperrt ist.</translation>
    </message>
    <message>
        <source>Compliance</source>
        <translation>Konformität</translation>
    </message>
    <message>
        <source>The security checklist, each control with its state as it is now.</source>
        <translation>Die Sicherheits-Checkliste, jede Maßnahme mit ihrem Zustand von jetzt.</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Letzter Monat</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Every Monday</source>
        <translation>Jeden Montag</translation>
    </message>
    <message>
        <source>Every first of the month</source>
        <translation>Jeden Monatsersten</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Vergeben von</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Eingeladen</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Roles of users</source>
        <translation>Rollen von Benutzern</translation>
    </message>
    <message>
        <source>Roles of service accounts</source>
        <translation>Rollen von Dienstkonten</translation>
    </message>
    <message>
        <source>API keys are left out: who made this report may not see them.</source>
        <translation>API-Schlüssel fehlen: Wer diesen Bericht erstellt hat, darf sie nicht sehen.</translation>
    </message>
    <message>
        <source>Service accounts are left out: who made this report may not see them.</source>
        <translation>Dienstkonten fehlen: Wer diesen Bericht erstellt hat, darf sie nicht sehen.</translation>
    </message>
    <message>
        <source>Last used is measured: of a key its last use; of a role when its holder last signed in or used a session (to an hour) or a key.</source>
        <translation>„Zuletzt benutzt“ ist gemessen: bei einem Schlüssel seine letzte Benutzung; bei einer Rolle, wann ihr Inhaber sich zuletzt anmeldete oder eine Sitzung (auf eine Stunde genau) oder einen Schlüssel benutzte.</translation>
    </message>
    <message>
        <source>Who has what</source>
        <translation>Wer was hat</translation>
    </message>
    <message>
        <source>Roles in force and keys that open something</source>
        <translation>Gültige Rollen und Schlüssel, die etwas öffnen</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>Active users</source>
        <translation>Aktive Benutzer</translation>
    </message>
    <message>
        <source>With a second factor</source>
        <translation>Mit zweitem Faktor</translation>
    </message>
    <message>
        <source>Covered, per cent</source>
        <translation>Abgedeckt, Prozent</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Administrators without</source>
        <translation>Administratoren ohne</translation>
    </message>
    <message>
        <source>Second factor by role</source>
        <translation>Zweiter Faktor nach Rolle</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Ohne</translation>
    </message>
    <message>
        <source>%1 of %2 active users have a second factor</source>
        <translation>%1 von %2 aktiven Benutzern haben einen zweiten Faktor</translation>
    </message>
    <message>
        <source>Coverage by role</source>
        <translation>Abdeckung nach Rolle</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Verlangt</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>In der Frist</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Gelungen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Second factor failed</source>
        <translation>Zweiter Faktor falsch</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Sign-in events over time</source>
        <translation>Anmeldeereignisse im Lauf der Zeit</translation>
    </message>
    <message>
        <source>App and passkey</source>
        <translation>App und Passkey</translation>
    </message>
    <message>
        <source>Passkey</source>
        <translation>Passkey</translation>
    </message>
    <message>
        <source>Authenticator app</source>
        <translation>Authenticator-App</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
    </message>
    <message>
        <source>Users by name</source>
        <translation>Benutzer nach Namen</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Codes left</source>
        <translation>Codes übrig</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Zu beachten</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Authentication and authorization</source>
        <translation>Authentifizierung und Berechtigung</translation>
    </message>
    <message>
        <source>Implement proper authentication mechanism</source>
        <translation>Richtige Authentifizierung</translation>
    </message>
    <message>
        <source>%1 active users; every route that isn&apos;t public takes a credential</source>
        <translation>%1 aktive Benutzer; jede nicht öffentliche Route verlangt einen Nachweis</translation>
    </message>
    <message>
        <source>Use strong password policies</source>
        <translation>Starke Passwortregeln</translation>
    </message>
    <message>
        <source>At least %1 characters, %2 beside a second factor; list of breached passwords: %3</source>
        <translation>Mindestens %1 Zeichen, %2 neben einem zweiten Faktor; Liste geleakter Passwörter: %3</translation>
    </message>
    <message>
        <source>Enable multi-factor authentication for sensitive operations</source>
        <translation>Mehrfaktor-Authentifizierung für Heikles</translation>
    </message>
    <message>
        <source>%1 of %2 active users have a second factor; administrators without: %3; roles that must have one: %4</source>
        <translation>%1 von %2 aktiven Benutzern haben einen zweiten Faktor; Administratoren ohne: %3; Rollen, die einen haben müssen: %4</translation>
    </message>
    <message>
        <source>Implement proper session management</source>
        <translation>Richtige Verwaltung von Sitzungen</translation>
    </message>
    <message>
        <source>Sessions end after %1 min without use and %2 h in any case</source>
        <translation>Sitzungen enden nach %1 min ohne Benutzung und jedenfalls nach %2 h</translation>
    </message>
    <message>
        <source>Use secure token storage and transmission</source>
        <translation>Sichere Tokens</translation>
    </message>
    <message>
        <source>Access tokens last %1 s and are signed with %2; refresh tokens work once</source>
        <translation>Zugriffstokens gelten %1 s und sind mit %2 signiert; Erneuerungstokens gelten einmal</translation>
    </message>
    <message>
        <source>Input validation</source>
        <translation>Prüfung von Eingaben</translation>
    </message>
    <message>
        <source>Validate all inputs on server side</source>
        <translation>Alle Eingaben im Server prüfen</translation>
    </message>
    <message>
        <source>Every body is held against the schema of its route; unknown parameters are refused</source>
        <translation>Jeder Inhalt wird am Schema seiner Route gemessen; unbekannte Parameter werden abgelehnt</translation>
    </message>
    <message>
        <source>Sanitize data to prevent XSS</source>
        <translation>Daten gegen XSS bereinigen</translation>
    </message>
    <message>
        <source>Rich text goes through an allow-list</source>
        <translation>Formatierter Text geht durch eine Positivliste</translation>
    </message>
    <message>
        <source>Use parameterized queries to prevent SQL injection</source>
        <translation>Gebundene Parameter gegen SQL-Injection</translation>
    </message>
    <message>
        <source>Every value is bound</source>
        <translation>Jeder Wert ist gebunden</translation>
    </message>
    <message>
        <source>Implement proper file upload validation</source>
        <translation>Hochgeladene Dateien prüfen</translation>
    </message>
    <message>
        <source>Type by content and name; at most %1 MiB a file</source>
        <translation>Typ nach Inhalt und Name; höchstens %1 MiB je Datei</translation>
    </message>
    <message>
        <source>Set appropriate request size limits</source>
        <translation>Größe von Anfragen begrenzen</translation>
    </message>
    <message>
        <source>Each route has a limit of its own</source>
        <translation>Jede Route hat ihre eigene Grenze</translation>
    </message>
    <message>
        <source>Communication security</source>
        <translation>Sicherheit der Übertragung</translation>
    </message>
    <message>
        <source>Use HTTPS everywhere</source>
        <translation>Überall HTTPS</translation>
    </message>
    <message>
        <source>There is no port without TLS</source>
        <translation>Es gibt keinen Port ohne TLS</translation>
    </message>
    <message>
        <source>Implement proper TLS configuration</source>
        <translation>TLS richtig einstellen</translation>
    </message>
    <message>
        <source>TLS 1.2 and 1.3 only</source>
        <translation>Nur TLS 1.2 und 1.3</translation>
    </message>
    <message>
        <source>Add security headers</source>
        <translation>Sicherheitsheader</translation>
    </message>
    <message>
        <source>HSTS for %1 days; origins that may read answers: %2</source>
        <translation>HSTS für %1 Tage; Ursprünge, die Antworten lesen dürfen: %2</translation>
    </message>
    <message>
        <source>Verify SSL certificates</source>
        <translation>Zertifikate prüfen</translation>
    </message>
    <message>
        <source>Outgoing calls check the other&apos;s certificate and name</source>
        <translation>Ausgehende Aufrufe prüfen Zertifikat und Namen der Gegenseite</translation>
    </message>
    <message>
        <source>Implement request signing for sensitive operations</source>
        <translation>Signierte Anfragen für Heikles</translation>
    </message>
    <message>
        <source>Signed requests count once, within %1 s</source>
        <translation>Signierte Anfragen gelten einmal, innerhalb von %1 s</translation>
    </message>
    <message>
        <source>Rate limiting and DDoS</source>
        <translation>Ratenbegrenzung und DDoS</translation>
    </message>
    <message>
        <source>Implement rate limiting per endpoint</source>
        <translation>Ratenbegrenzung je Endpunkt</translation>
    </message>
    <message>
        <source>Sign-ins: %1 in %2 s; reading: %3 in %4 s; writing: %5 in %6 s</source>
        <translation>Anmeldungen: %1 in %2 s; Lesen: %3 in %4 s; Schreiben: %5 in %6 s</translation>
    </message>
    <message>
        <source>Add progressive delays for suspicious activity</source>
        <translation>Wachsende Wartezeit bei Verdächtigem</translation>
    </message>
    <message>
        <source>After %1 requests in %2 s each waits %3 ms more</source>
        <translation>Nach %1 Anfragen in %2 s wartet jede %3 ms länger</translation>
    </message>
    <message>
        <source>Monitor for attack patterns</source>
        <translation>Angriffsmuster beobachten</translation>
    </message>
    <message>
        <source>In the last 7 days %1 blocked, %2 noticed; exclusions: %3</source>
        <translation>In den letzten 7 Tagen %1 blockiert, %2 bemerkt; Ausnahmen: %3</translation>
    </message>
    <message>
        <source>Implement IP blocking for malicious actors</source>
        <translation>IP-Sperren für Angreifer</translation>
    </message>
    <message>
        <source>Banned from a score of %1 on; kept out now: %2</source>
        <translation>Gesperrt ab einem Wert von %1; jetzt ausgesperrt: %2</translation>
    </message>
    <message>
        <source>Data protection</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Encrypt sensitive data at rest</source>
        <translation>Gespeichertes verschlüsseln</translation>
    </message>
    <message>
        <source>The database, its files and kept reports are encrypted; sensitive members once more, each by itself</source>
        <translation>Datenbank, Dateien und aufbewahrte Berichte sind verschlüsselt; sensible Felder noch einmal, jedes für sich</translation>
    </message>
    <message>
        <source>Use secure password hashing</source>
        <translation>Passwörter sicher hashen</translation>
    </message>
    <message>
        <source>Argon2id with %1 KiB, %2 passes, %3 lanes</source>
        <translation>Argon2id mit %1 KiB, %2 Durchgängen, %3 Bahnen</translation>
    </message>
    <message>
        <source>Implement proper key management</source>
        <translation>Schlüssel richtig verwalten</translation>
    </message>
    <message>
        <source>%1 usable API keys; unused for long: %2; with more than their owner: %3</source>
        <translation>%1 benutzbare API-Schlüssel; lange unbenutzt: %2; mit mehr als ihr Besitzer: %3</translation>
    </message>
    <message>
        <source>Follow data minimization principles</source>
        <translation>Daten sparsam halten</translation>
    </message>
    <message>
        <source>An answer leaves out what its reader may not know; sensitive members are masked</source>
        <translation>Eine Antwort lässt weg, was ihr Leser nicht wissen darf; sensible Felder sind maskiert</translation>
    </message>
    <message>
        <source>Implement secure data deletion</source>
        <translation>Daten sicher löschen</translation>
    </message>
    <message>
        <source>What is deleted is overwritten; events are kept for %1 days</source>
        <translation>Gelöschtes wird überschrieben; Ereignisse bleiben %1 Tage</translation>
    </message>
    <message>
        <source>Monitoring and logging</source>
        <translation>Überwachung und Protokoll</translation>
    </message>
    <message>
        <source>Log security events</source>
        <translation>Sicherheitsereignisse aufzeichnen</translation>
    </message>
    <message>
        <source>%1 events in the journal</source>
        <translation>%1 Ereignisse im Journal</translation>
    </message>
    <message>
        <source>Monitor for intrusion attempts</source>
        <translation>Einbruchsversuche beobachten</translation>
    </message>
    <message>
        <source>%1 classes of attacks are looked for</source>
        <translation>Nach %1 Klassen von Angriffen wird gesucht</translation>
    </message>
    <message>
        <source>Set up alerts for suspicious activity</source>
        <translation>Alarme für Verdächtiges</translation>
    </message>
    <message>
        <source>Implement audit trails</source>
        <translation>Nachvollziehbarkeit</translation>
    </message>
    <message>
        <source>The journal is damaged: %1</source>
        <translation>Das Journal ist beschädigt: %1</translation>
    </message>
    <message>
        <source>The chain of the journal has no damage that is known</source>
        <translation>An der Kette des Journals ist kein Schaden bekannt</translation>
    </message>
    <message>
        <source>Regular security assessments</source>
        <translation>Regelmäßige Sicherheitsprüfungen</translation>
    </message>
    <message>
        <source>Drills in the last 90 days: %1</source>
        <translation>Übungen in den letzten 90 Tagen: %1</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Maßnahmen</translation>
    </message>
    <message>
        <source>The controls are those of the security checklist. Each state was read from this vault when the report was made. Built in is what can&apos;t be switched off; the rows of OWASP ASVS 5.0.0 name the tests that show it (docs/asvs.md).</source>
        <translation>Die Maßnahmen sind die der Sicherheits-Checkliste. Jeder Zustand wurde aus diesem Tresor gelesen, als der Bericht entstand. „Eingebaut“ lässt sich nicht abschalten; die Zeilen von OWASP ASVS 5.0.0 nennen die Tests dazu (docs/asvs.md).</translation>
    </message>
    <message>
        <source>Security checklist</source>
        <translation>Sicherheits-Checkliste</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Maßnahme</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Bereich</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>Was gelesen wurde</translation>
    </message>
    <message>
        <source>ASVS</source>
        <translation>ASVS</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Users and roles</source>
        <translation>Benutzer und Rollen</translation>
    </message>
    <message>
        <source>Keys and accounts</source>
        <translation>Schlüssel und Konten</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Alerts and outputs</source>
        <translation>Alarme und Ausgaben</translation>
    </message>
    <message>
        <source>Changes by area</source>
        <translation>Änderungen nach Bereich</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>%1 changes in %2 areas</source>
        <translation>%1 Änderungen in %2 Bereichen</translation>
    </message>
    <message>
        <source>Secrets never stand in the journal; a change of one says only that it was changed.</source>
        <translation>Geheimnisse stehen nie im Journal; von ihrer Änderung steht nur da, dass es sie gab.</translation>
    </message>
    <message>
        <source>Changes, oldest first</source>
        <translation>Änderungen, die ältesten zuerst</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Blocked, last 7 days</source>
        <translation>Blockiert, 7 Tage</translation>
    </message>
    <message>
        <source>Noticed, last 7 days</source>
        <translation>Bemerkt, 7 Tage</translation>
    </message>
    <message>
        <source>Exclusions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Own rules</source>
        <translation>Eigene Regeln</translation>
    </message>
    <message>
        <source>Classes of attacks, last 7 days</source>
        <translation>Klassen von Angriffen, letzte 7 Tage</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Bemerkt</translation>
    </message>
    <message>
        <source>Kept out</source>
        <translation>Ausgesperrt</translation>
    </message>
    <message>
        <source>Addresses that are kept out now, the newest first</source>
        <translation>Adressen, die jetzt ausgesperrt sind, die neuesten zuerst</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>Threat scores</source>
        <translation>Bedrohungswerte</translation>
    </message>
    <message>
        <source>Addresses with the highest scores now</source>
        <translation>Adressen mit den höchsten Werten</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>Wegen</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Observes</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Enforces</source>
        <translation>Setzt durch</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Attacks and refusals over time</source>
        <translation>Angriffe und Ablehnungen im Lauf der Zeit</translation>
    </message>
    <message>
        <source>Attacks and refusals, oldest first</source>
        <translation>Angriffe und Ablehnungen, die ältesten zuerst</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Info or notice</source>
        <translation>Info oder Hinweis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Kritisch</translation>
    </message>
    <message>
        <source>There were no such events.</source>
        <translation>Es gab keine solchen Ereignisse.</translation>
    </message>
    <message>
        <source>%1 events, most from %2 on: %3</source>
        <translation>%1 Ereignisse, die meisten ab %2: %3</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Owner disabled</source>
        <translation>Besitzer deaktiviert</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation>Endet bald</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Unbenutzt</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In Benutzung</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>Benutzbar</translation>
    </message>
    <message>
        <source>End soon</source>
        <translation>Enden bald</translation>
    </message>
    <message>
        <source>Unused for long</source>
        <translation>Lange unbenutzt</translation>
    </message>
    <message>
        <source>More than their owner has</source>
        <translation>Mehr als ihr Besitzer</translation>
    </message>
    <message>
        <source>Keys by state</source>
        <translation>Schlüssel nach Zustand</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>%1 usable keys, %2 of them end soon, %3 were not used for long; %4 have ended</source>
        <translation>%1 benutzbare Schlüssel, %2 davon enden bald, %3 wurden lange nicht benutzt; %4 sind beendet</translation>
    </message>
    <message>
        <source>Keys by name; none of them shows its text</source>
        <translation>Schlüssel nach Namen; keiner zeigt seinen Text</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Umfang</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Benutzungen</translation>
    </message>
    <message>
        <source>Events by day</source>
        <translation>Ereignisse nach Tag</translation>
    </message>
    <message>
        <source>Events by %1 days</source>
        <translation>Ereignisse je %1 Tage</translation>
    </message>
    <message>
        <source>%1 events from %2 to %3, most on %4: %5</source>
        <translation>%1 Ereignisse von %2 bis %3, die meisten am %4: %5</translation>
    </message>
    <message>
        <source>Most frequent events</source>
        <translation>Häufigste Ereignisse</translation>
    </message>
    <message>
        <source>%1 kinds; the most frequent: %2, %3 times</source>
        <translation>%1 Arten; die häufigste: %2, %3-mal</translation>
    </message>
    <message>
        <source>Chain and verification</source>
        <translation>Kette und Prüfung</translation>
    </message>
    <message>
        <source>The chain is broken at event %1: %2</source>
        <translation>Die Kette ist bei Ereignis %1 gebrochen: %2</translation>
    </message>
    <message>
        <source>The chain is intact</source>
        <translation>Die Kette ist unversehrt</translation>
    </message>
    <message>
        <source>The chain is intact but for damage that was accepted</source>
        <translation>Die Kette ist unversehrt bis auf akzeptierte Schäden</translation>
    </message>
    <message>
        <source>Accepted damage, events %1 to %2, by %3: %4</source>
        <translation>Akzeptierter Schaden, Ereignisse %1 bis %2, von %3: %4</translation>
    </message>
    <message>
        <source>Events checked</source>
        <translation>Geprüfte Ereignisse</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Letztes Ereignis</translation>
    </message>
    <message>
        <source>Hash of the chain: %1</source>
        <translation>Prüfwert der Kette: %1</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Audit report</source>
        <translation>Prüfbericht</translation>
    </message>
    <message>
        <source>Warning or critical</source>
        <translation>Warnung oder kritisch</translation>
    </message>
    <message>
        <source>Events of the period, oldest first</source>
        <translation>Ereignisse des Zeitraums, die ältesten zuerst</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>Tresor</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Times of</source>
        <translation>Zeiten von</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Erstellt von</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Erstellt am</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>Es gibt nichts zu zeigen.</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows are shown.</source>
        <translation>Die ersten %1 von %2 Zeilen sind gezeigt.</translation>
    </message>
    <message>
        <source>%1 of %2 alert rules are on</source>
        <translation>%1 von %2 Alarmregeln sind eingeschaltet</translation>
    </message>
    <message>
        <source>DAMAGED: the audit journal of this vault is not whole. What this report says may be incomplete</source>
        <translation>BESCHÄDIGT: Das Prüfprotokoll dieses Tresors ist nicht vollständig. Was dieser Bericht sagt, kann unvollständig sein</translation>
    </message>
</context>
<context>
    <name>ReportPlanDialog</name>
    <message>
        <source>New plan</source>
        <translation>Neuer Plan</translation>
    </message>
    <message>
        <source>%1 as %2, with the filter of the form. It is made with your rights as they are then.</source>
        <translation>%1 als %2, mit dem Filter des Formulars. Erstellt wird er mit Ihren Rechten von dann.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Hour of the day</source>
        <translation>Stunde des Tages</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Reports kept</source>
        <translation>Aufbewahrte Berichte</translation>
    </message>
    <message>
        <source>Add plan</source>
        <translation>Plan anlegen</translation>
    </message>
</context>
<context>
    <name>ReportPreview</name>
    <message>
        <source>Preview of the report</source>
        <translation>Vorschau des Berichts</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>RetentionText</name>
    <message>
        <source>Nothing, until the clock is believed</source>
        <translation>Nichts, bis der Uhr geglaubt wird</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events, %1 to %2</source>
        <translation>
            <numerusform>%Ln Ereignis, %1 bis %2</numerusform>
            <numerusform>%Ln Ereignisse, %1 bis %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything of %1</source>
        <translation>Alles von %1</translation>
    </message>
    <message>
        <source>%1 beyond the cap</source>
        <translation>%1 über der Grenze</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <extracomment>%1: what goes by its age, %2: what goes for want of room</extracomment>
        <translation>%1; %2</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Everything: users, settings, server, audit</source>
        <translation>Alles: Benutzer, Einstellungen, Server, Prüfung</translation>
    </message>
    <message>
        <source>Reads, adds and changes records</source>
        <translation>Liest, ergänzt und ändert Datensätze</translation>
    </message>
    <message>
        <source>Reads records</source>
        <translation>Liest Datensätze</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Bearbeiter</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>Everything, as an admin: for who answers for the console</source>
        <translation>Alles, wie ein Admin: für wen, der die Konsole verantwortet</translation>
    </message>
    <message>
        <source>Works in the console: users, sessions, keys, the server; no settings</source>
        <translation>Arbeitet an der Konsole: Benutzer, Sitzungen, Schlüssel, Server; keine Einstellungen</translation>
    </message>
    <message>
        <source>Reads everything in the console, exports and verifies; changes nothing</source>
        <translation>Liest an der Konsole alles, exportiert und prüft; ändert nichts</translation>
    </message>
    <message>
        <source>Sees the dashboard, users and events in the console</source>
        <translation>Sieht an der Konsole Übersicht, Benutzer und Ereignisse</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>Console viewer</source>
        <translation>Betrachter der Konsole</translation>
    </message>
</context>
<context>
    <name>RuleAuthors</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>ScopeGroup</name>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Sessions and tokens</source>
        <translation>Sitzungen und Token</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Service accounts</source>
        <translation>Dienstkonten</translation>
    </message>
    <message>
        <source>Identity providers</source>
        <translation>Identitätsanbieter</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Server and settings</source>
        <translation>Server und Einstellungen</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
</context>
<context>
    <name>ScrollArea</name>
    <message>
        <source>Content</source>
        <translation>Inhalt</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Days that security events are kept.</source>
        <translation>So viele Tage bleiben Sicherheitsereignisse erhalten.</translation>
    </message>
    <message>
        <source>Seconds after which an unused connection is closed.</source>
        <translation>Nach dieser Zeit wird eine ungenutzte Verbindung geschlossen.</translation>
    </message>
    <message>
        <source>Connections from one address at a time.</source>
        <translation>Gleichzeitige Verbindungen von einer Adresse.</translation>
    </message>
    <message>
        <source>Connections from all addresses at a time.</source>
        <translation>Gleichzeitige Verbindungen von allen Adressen.</translation>
    </message>
    <message>
        <source>Seconds without input after which the window locks; 0 for never.</source>
        <translation>So lange ohne Eingabe, bis das Fenster sperrt; 0 für nie.</translation>
    </message>
    <message>
        <source>Language of the window.</source>
        <translation>Sprache des Fensters.</translation>
    </message>
    <message>
        <source>Light or dark window.</source>
        <translation>Helles oder dunkles Fenster.</translation>
    </message>
    <message>
        <source>Characters of a password at least, without a second factor.</source>
        <translation>Mindestlänge eines Passworts ohne zweiten Faktor.</translation>
    </message>
    <message>
        <source>Requests from one address, of all kinds.</source>
        <translation>Anfragen jeder Art von einer Adresse.</translation>
    </message>
    <message>
        <source>Requests that administer users, roles and settings.</source>
        <translation>Anfragen, die Benutzer, Rollen und Einstellungen verwalten.</translation>
    </message>
    <message>
        <source>Requests that read.</source>
        <translation>Anfragen, die lesen.</translation>
    </message>
    <message>
        <source>Requests that change something.</source>
        <translation>Anfragen, die etwas ändern.</translation>
    </message>
    <message>
        <source>Sign-in attempts.</source>
        <translation>Anmeldeversuche.</translation>
    </message>
    <message>
        <source>Files sent.</source>
        <translation>Gesendete Dateien.</translation>
    </message>
    <message>
        <source>Address that the server listens on.</source>
        <translation>Adresse, an der der Server lauscht.</translation>
    </message>
    <message>
        <source>Issuer named in access tokens; empty for the server&apos;s own URL.</source>
        <translation>Aussteller in Zugriffstoken; leer für die eigene URL des Servers.</translation>
    </message>
    <message>
        <source>Port that the server listens on; 0 lets the system choose.</source>
        <translation>Port, an dem der Server lauscht; bei 0 wählt das System.</translation>
    </message>
    <message>
        <source>Start the server when the vault is unlocked.</source>
        <translation>Den Server starten, wenn der Tresor entsperrt wird.</translation>
    </message>
    <message>
        <source>Threads that serve connections; 0 for one a core.</source>
        <translation>Threads für Verbindungen; 0 für einen je Kern.</translation>
    </message>
    <message>
        <source>Seconds after which a session ends in any case.</source>
        <translation>Nach dieser Zeit endet eine Sitzung in jedem Fall.</translation>
    </message>
    <message>
        <source>Seconds without use after which a session ends.</source>
        <translation>So lange ungenutzt, bis eine Sitzung endet.</translation>
    </message>
    <message>
        <source>Seconds for which a second factor counts for sensitive actions.</source>
        <translation>So lange gilt ein zweiter Faktor für heikle Aktionen.</translation>
    </message>
    <message>
        <source>Seconds for which an access token is valid.</source>
        <translation>So lange gilt ein Zugriffstoken.</translation>
    </message>
    <message>
        <source>Whether an administrator may set a new user&apos;s first password.</source>
        <translation>Ob ein Administrator das erste Passwort eines neuen Benutzers setzen darf.</translation>
    </message>
    <message>
        <source>Name of this vault.</source>
        <translation>Name dieses Tresors.</translation>
    </message>
    <message>
        <source>Seconds for which a new API key is valid unless it says otherwise.</source>
        <translation>Sekunden, die ein neuer API-Schlüssel gilt, wenn nichts anderes verlangt wird.</translation>
    </message>
    <message>
        <source>Seconds before its end from which an API key is reported as expiring.</source>
        <translation>Sekunden vor seinem Ende, ab denen ein API-Schlüssel als ablaufend gemeldet wird.</translation>
    </message>
    <message>
        <source>Seconds for which an API key is valid at most.</source>
        <translation>Sekunden, die ein API-Schlüssel höchstens gilt.</translation>
    </message>
    <message>
        <source>API keys of one user or service account at most.</source>
        <translation>API-Schlüssel eines Benutzers oder Dienstkontos höchstens.</translation>
    </message>
    <message>
        <source>Seconds without use after which an API key is reported as stale.</source>
        <translation>Sekunden ohne Benutzung, nach denen ein API-Schlüssel als unbenutzt gemeldet wird.</translation>
    </message>
    <message>
        <source>Seconds that the time of a signed request may differ from the server&apos;s clock.</source>
        <translation>Sekunden, um die die Zeit einer signierten Anfrage von der Uhr des Servers abweichen darf.</translation>
    </message>
    <message>
        <source>Days in which a user must set up a second factor once the role requires it.</source>
        <translation>Tage, in denen ein Benutzer einen zweiten Faktor einrichten muss, sobald die Rolle ihn verlangt.</translation>
    </message>
    <message>
        <source>Roles that require a second factor, separated by commas; empty for none.</source>
        <translation>Rollen, die einen zweiten Faktor verlangen, durch Kommas getrennt; leer für keine.</translation>
    </message>
    <message>
        <source>Seconds for which a sign-in counts for changing how one signs in.</source>
        <translation>Sekunden, die eine Anmeldung für Änderungen an der eigenen Anmeldung zählt.</translation>
    </message>
    <message>
        <source>Days for which a trusted device is not asked for the second factor; 0 for never.</source>
        <translation>Tage, in denen ein vertrautes Gerät nicht nach dem zweiten Faktor gefragt wird; 0 für nie.</translation>
    </message>
    <message>
        <source>Domain that passkeys are made for; empty for no passkeys.</source>
        <translation>Domäne, für die Passkeys gemacht werden; leer für keine Passkeys.</translation>
    </message>
    <message>
        <source>Pages that may use passkeys, separated by commas; empty for the domain itself.</source>
        <translation>Seiten, die Passkeys verwenden dürfen, durch Kommas getrennt; leer für die Domäne selbst.</translation>
    </message>
    <message>
        <source>Words that no password may contain, such as names of the organisation and its products.</source>
        <translation>Wörter, die kein Passwort enthalten darf, etwa Namen der Organisation und ihrer Produkte.</translation>
    </message>
    <message>
        <source>Characters of a password at least, while a second factor is on.</source>
        <translation>Mindestlänge eines Passworts, solange ein zweiter Faktor eingeschaltet ist.</translation>
    </message>
    <message>
        <source>File on the server&apos;s machine with the SHA-1 of breached passwords, sorted; empty for none.</source>
        <translation>Datei auf dem Rechner des Servers mit den SHA-1 bekannt gewordener Passwörter, sortiert; leer für keine.</translation>
    </message>
    <message>
        <source>Threads that hashing one password uses.</source>
        <translation>Threads, die das Hashen eines Passworts verwendet.</translation>
    </message>
    <message>
        <source>KiB of memory that hashing one password uses.</source>
        <translation>KiB Speicher, die das Hashen eines Passworts verwendet.</translation>
    </message>
    <message>
        <source>Times that hashing one password goes over its memory.</source>
        <translation>Wie oft das Hashen eines Passworts seinen Speicher durchläuft.</translation>
    </message>
    <message>
        <source>File of certificate authorities that outgoing calls trust besides the system&apos;s.</source>
        <translation>Datei mit Zertifizierungsstellen, denen ausgehende Aufrufe neben denen des Systems vertrauen.</translation>
    </message>
    <message>
        <source>Networks that outgoing calls may reach though they are not public, such as 127.0.0.0/8.</source>
        <translation>Netze, die ausgehende Aufrufe erreichen dürfen, obwohl sie nicht öffentlich sind, etwa 127.0.0.0/8.</translation>
    </message>
    <message>
        <source>Signature of access tokens; a change makes a new signing key.</source>
        <translation>Signatur der Zugriffstoken; eine Änderung erzeugt einen neuen Signaturschlüssel.</translation>
    </message>
    <message>
        <source>Zone of all times that are shown, and of those that are typed without one: UTC, system, or one such as Europe/Berlin.</source>
        <translation>Zeitzone aller angezeigten Zeiten und derer, die ohne Zone eingegeben werden: UTC, system oder eine wie Europe/Berlin.</translation>
    </message>
    <message>
        <source>Of a hundred decisions that allow something, so many are recorded; refusals all are.</source>
        <translation>Von hundert Entscheidungen, die etwas erlauben, werden so viele aufgezeichnet; Verweigerungen alle.</translation>
    </message>
    <message>
        <source>Days that decisions are kept.</source>
        <translation>Tage, die Entscheidungen aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Ask clients for a certificate; policies can require one by its SHA-256.</source>
        <translation>Clients nach einem Zertifikat fragen; Richtlinien können eines anhand seines SHA-256 verlangen.</translation>
    </message>
    <message>
        <source>Comments on one record at most.</source>
        <translation>Höchstzahl der Kommentare zu einem Datensatz.</translation>
    </message>
    <message>
        <source>MiB of an uploaded file at most.</source>
        <translation>Höchstens so viele MiB hat eine hochgeladene Datei.</translation>
    </message>
    <message>
        <source>Files of one record at most.</source>
        <translation>Höchstzahl der Dateien eines Datensatzes.</translation>
    </message>
    <message>
        <source>MiB of all uploaded files together at most.</source>
        <translation>Höchstens so viele MiB haben alle hochgeladenen Dateien zusammen.</translation>
    </message>
    <message>
        <source>Extensions of the files that may be uploaded, separated by commas, of those that are known; empty for all of them.</source>
        <translation>Endungen der Dateien, die hochgeladen werden dürfen, durch Kommas getrennt, von den bekannten; leer für alle.</translation>
    </message>
    <message>
        <source>Decisions that are kept at most; the oldest go first.</source>
        <translation>Höchstens so viele Entscheidungen werden aufbewahrt; die ältesten gehen zuerst.</translation>
    </message>
    <message>
        <source>File in MaxMind&apos;s format that tells the country of an address; empty for none.</source>
        <translation>Datei im Format von MaxMind, die das Land einer Adresse nennt; leer für keine.</translation>
    </message>
    <message>
        <source>File in MaxMind&apos;s format that tells the network operator of an address; empty for none.</source>
        <translation>Datei im Format von MaxMind, die den Netzbetreiber einer Adresse nennt; leer für keine.</translation>
    </message>
    <message>
        <source>Connections of trusted proxies begin with PROXY protocol version 2.</source>
        <translation>Verbindungen vertrauter Proxys beginnen mit dem PROXY-Protokoll, Version 2.</translation>
    </message>
    <message>
        <source>Networks of proxies whose word about the client&apos;s address is believed; empty for none.</source>
        <translation>Netze der Proxys, denen die Adresse des Clients geglaubt wird; leer für keine.</translation>
    </message>
    <message>
        <source>Unfinished TLS handshakes of one address at a time.</source>
        <translation>Unfertige TLS-Handshakes einer Adresse zur gleichen Zeit.</translation>
    </message>
    <message>
        <source>Seconds in which a request&apos;s head must have come.</source>
        <translation>Sekunden, in denen der Kopf einer Anfrage da sein muss.</translation>
    </message>
    <message>
        <source>Bytes a second with which a request must come at least; 0 for any.</source>
        <translation>Byte je Sekunde, mit denen eine Anfrage mindestens kommen muss; 0 für beliebig.</translation>
    </message>
    <message>
        <source>Seconds for which an address is banned the first time; each further ban is longer.</source>
        <translation>Sekunden, für die eine Adresse beim ersten Mal gesperrt wird; jede weitere Sperre ist länger.</translation>
    </message>
    <message>
        <source>Seconds after a ban was lifted in which the score does not ban that address.</source>
        <translation>Sekunden nach dem Aufheben einer Sperre, in denen der Gefahrenwert diese Adresse nicht sperrt.</translation>
    </message>
    <message>
        <source>Seconds in which a threat score halves.</source>
        <translation>Sekunden, in denen ein Gefahrenwert auf die Hälfte fällt.</translation>
    </message>
    <message>
        <source>Seconds for which an address is banned at most.</source>
        <translation>Sekunden, für die eine Adresse höchstens gesperrt wird.</translation>
    </message>
    <message>
        <source>What a threat score that reaches the threshold leads to.</source>
        <translation>Wozu ein Gefahrenwert führt, der die Schwelle erreicht.</translation>
    </message>
    <message>
        <source>Threat score from which an address is banned.</source>
        <translation>Gefahrenwert, ab dem eine Adresse gesperrt wird.</translation>
    </message>
    <message>
        <source>Requests of one address at full speed; each further one has to wait.</source>
        <translation>Anfragen einer Adresse bei voller Geschwindigkeit; jede weitere muss warten.</translation>
    </message>
    <message>
        <source>Whether requests of an address that sends very many have to wait.</source>
        <translation>Ob Anfragen einer Adresse, die sehr viele sendet, warten müssen.</translation>
    </message>
    <message>
        <source>Milliseconds that a request waits at most.</source>
        <translation>Millisekunden, die eine Anfrage höchstens wartet.</translation>
    </message>
    <message>
        <source>Milliseconds that each further request waits longer.</source>
        <translation>Millisekunden, die jede weitere Anfrage länger wartet.</translation>
    </message>
    <message>
        <source>How strictly attacks are looked for: 1 only what is certain, 4 whatever is odd.</source>
        <translation>Wie streng nach Angriffen gesucht wird: 1 nur, was sicher ist, 4 alles, was seltsam ist.</translation>
    </message>
    <message>
        <source>Score from which a request counts as an attack.</source>
        <translation>Punktzahl, ab der eine Anfrage als Angriff zählt.</translation>
    </message>
    <message>
        <source>What is done with requests that look like an attack.</source>
        <translation>Was mit Anfragen geschieht, die wie ein Angriff aussehen.</translation>
    </message>
    <message>
        <source>Tell browsers that pages of the allowed origins may send what they keep by themselves, such as client certificates.</source>
        <translation>Browsern sagen, dass Seiten der erlaubten Ursprünge senden dürfen, was Browser von sich aus aufbewahren, etwa Client-Zertifikate.</translation>
    </message>
    <message>
        <source>Header fields that pages of the allowed origins may send, separated by commas.</source>
        <translation>Kopffelder, die Seiten der erlaubten Ursprünge senden dürfen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Seconds for which a browser may keep the answer to its question.</source>
        <translation>Sekunden, für die ein Browser die Antwort auf seine Frage behalten darf.</translation>
    </message>
    <message>
        <source>Methods that pages of the allowed origins may use, separated by commas.</source>
        <translation>Methoden, die Seiten der erlaubten Ursprünge verwenden dürfen, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>Exact origins whose pages may read answers, separated by commas; empty for none.</source>
        <translation>Genaue Ursprünge, deren Seiten Antworten lesen dürfen, durch Kommas getrennt; leer für keine.</translation>
    </message>
    <message>
        <source>Content-Security-Policy of every answer; empty for the product&apos;s own, which allows nothing.</source>
        <translation>Content-Security-Policy jeder Antwort; leer für die eigene des Produkts, die nichts erlaubt.</translation>
    </message>
    <message>
        <source>Seconds for which browsers use HTTPS alone for this server; 0 makes them forget it.</source>
        <translation>Sekunden, für die Browser bei diesem Server nur HTTPS verwenden; bei 0 vergessen sie es.</translation>
    </message>
    <message>
        <source>Let that hold for all domains below the server&apos;s as well.</source>
        <translation>Das auch für alle Domains unter der des Servers gelten lassen.</translation>
    </message>
    <message>
        <source>Let programs on the server&apos;s machine read /metrics without a credential.</source>
        <translation>Programme auf dem Rechner des Servers /metrics ohne Zugangsdaten lesen lassen.</translation>
    </message>
    <message>
        <source>Networks that no limit by address holds for, separated by commas, such as 10.1.0.0/16.</source>
        <translation>Netze, für die kein Limit nach Adresse gilt, durch Kommas getrennt, etwa 10.1.0.0/16.</translation>
    </message>
    <message>
        <source>Tell clients their limits in X-RateLimit-Limit, -Remaining and -Reset.</source>
        <translation>Clients ihre Limits in X-RateLimit-Limit, -Remaining und -Reset nennen.</translation>
    </message>
    <message>
        <source>Percent that a suggested limit has above what is usual.</source>
        <translation>Prozent, die eine vorgeschlagene Grenze über dem Üblichen liegt.</translation>
    </message>
    <message>
        <source>Tell clients their limits in RateLimit and RateLimit-Policy.</source>
        <translation>Clients ihre Limits in RateLimit und RateLimit-Policy nennen.</translation>
    </message>
    <message>
        <source>An icon in the system&apos;s tray, and a card when an address is refused.</source>
        <translation>Ein Symbol in der Taskleiste, und eine Karte, wenn eine Adresse abgelehnt wird.</translation>
    </message>
    <message>
        <source>Routes, POST /api/comments, where parameters and members that they don&apos;t know are left out and told instead of refused.</source>
        <translation>Routen, POST /api/comments, bei denen unbekannte Parameter und Felder weggelassen und gemeldet statt abgelehnt werden.</translation>
    </message>
</context>
<context>
    <name>SettingChoice</name>
    <message>
        <source>Set by an administrator</source>
        <translation>Vom Administrator gesetzt</translation>
    </message>
    <message>
        <source>By invitation only</source>
        <translation>Nur per Einladung</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>ES256, the curve P-256</source>
        <translation>ES256, die Kurve P-256</translation>
    </message>
    <message>
        <source>EdDSA, the curve Ed25519</source>
        <translation>EdDSA, die Kurve Ed25519</translation>
    </message>
    <message>
        <source>As the system’s clock</source>
        <translation>Wie die Uhr des Systems</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Observe</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Enforce</source>
        <translation>Durchsetzen</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Blockieren</translation>
    </message>
</context>
<context>
    <name>SettingGroup</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Where the API listens. Changes count from the next start.</source>
        <translation>Wo die API lauscht. Änderungen gelten ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>How much one caller may ask for. More is refused with a time to come back.</source>
        <translation>Wie viel ein Aufrufer verlangen darf. Mehr wird abgelehnt, mit einer Zeit zum Wiederkommen.</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>How long the journal keeps what happened.</source>
        <translation>Wie lange das Protokoll aufbewahrt, was geschah.</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>This window. Changes count at once.</source>
        <translation>Dieses Fenster. Änderungen gelten sofort.</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>Tresor</translation>
    </message>
    <message>
        <source>The encrypted database with everything in it.</source>
        <translation>Die verschlüsselte Datenbank mit allem darin.</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>How long the keys of programs live, and when they are reported.</source>
        <translation>Wie lange Schlüssel von Programmen gelten und wann sie gemeldet werden.</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>Who must show more than a password, and passkeys. Passwords and sessions have a page of their own.</source>
        <translation>Wer mehr als ein Passwort zeigen muss, und Passkeys. Passwörter und Sitzungen haben eine eigene Seite.</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Passwörter</translation>
    </message>
    <message>
        <source>What a new password must be. Those that are in use stay until they are changed.</source>
        <translation>Was ein neues Passwort sein muss. Benutzte Passwörter bleiben, bis sie geändert werden.</translation>
    </message>
    <message>
        <source>How passwords are kept</source>
        <translation>Wie Passwörter aufbewahrt werden</translation>
    </message>
    <message>
        <source>As hashes by Argon2id: the more memory and passes, the dearer each guess. Changed values count for each user from the next sign-in.</source>
        <translation>Als Hashes mit Argon2id: je mehr Speicher und Durchläufe, desto teurer jeder Versuch. Geänderte Werte gelten für jeden Benutzer ab der nächsten Anmeldung.</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>How long a sign-in counts, and for what.</source>
        <translation>Wie lange eine Anmeldung gilt und wofür.</translation>
    </message>
    <message>
        <source>Outgoing calls</source>
        <translation>Ausgehende Aufrufe</translation>
    </message>
    <message>
        <source>What the server may reach when it asks identity providers. Public addresses always.</source>
        <translation>Was der Server erreichen darf, wenn er Identitätsanbieter fragt. Öffentliche Adressen immer.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>One zone for this window, filters, tables, reports and the command line. JSON is always in UTC.</source>
        <translation>Eine Zeitzone für dieses Fenster, Filter, Tabellen, Berichte und die Kommandozeile. JSON ist immer in UTC.</translation>
    </message>
    <message>
        <source>Comments and files</source>
        <translation>Kommentare und Dateien</translation>
    </message>
    <message>
        <source>How much may hang on a record, and what may be uploaded.</source>
        <translation>Wie viel an einem Datensatz hängen darf und was hochgeladen werden darf.</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Who is believed about where clients are, and what is known of an address.</source>
        <translation>Wem geglaubt wird, woher Clients kommen, und was von einer Adresse bekannt ist.</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Who attacks is banned, who asks for very much has to wait. Both by address.</source>
        <translation>Wer angreift, wird gesperrt, wer sehr viel verlangt, muss warten. Beides nach Adresse.</translation>
    </message>
    <message>
        <source>Intrusion detection</source>
        <translation>Angriffserkennung</translation>
    </message>
    <message>
        <source>What is done with requests that look like an attack. Rules and hits have a page of their own.</source>
        <translation>Was mit Anfragen geschieht, die wie ein Angriff aussehen. Regeln und Treffer haben eine eigene Seite.</translation>
    </message>
    <message>
        <source>Browsers</source>
        <translation>Browser</translation>
    </message>
    <message>
        <source>What answers tell browsers, and which other pages may read them.</source>
        <translation>Was Antworten Browsern sagen und welche anderen Seiten sie lesen dürfen.</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>What doesn’t match a route’s schema is refused. Here are the exceptions.</source>
        <translation>Was nicht zum Schema einer Route passt, wird abgelehnt. Hier stehen die Ausnahmen.</translation>
    </message>
</context>
<context>
    <name>SettingHelp</name>
    <message>
        <source>Older events are deleted for good; what was exported stays.</source>
        <translation>Ältere Ereignisse werden endgültig gelöscht; Exportiertes bleibt.</translation>
    </message>
    <message>
        <source>A client that has nothing to ask connects again later.</source>
        <translation>Wer nichts fragt, verbindet sich später neu.</translation>
    </message>
    <message>
        <source>Programs behind one proxy share them.</source>
        <translation>Programme hinter einem Proxy teilen sie sich.</translation>
    </message>
    <message>
        <source>Whoever asks; further ones are closed at once.</source>
        <translation>Von wem auch immer; weitere werden sofort geschlossen.</translation>
    </message>
    <message>
        <source>Without mouse and keyboard. 0 for never.</source>
        <translation>Ohne Maus und Tastatur. 0 für nie.</translation>
    </message>
    <message>
        <source>Of this window only; the API answers in English.</source>
        <translation>Nur dieses Fensters; die API antwortet auf Englisch.</translation>
    </message>
    <message>
        <source>“As the desktop” follows it when it changes.</source>
        <translation>„Wie der Desktop“ folgt ihm, wenn er wechselt.</translation>
    </message>
    <message>
        <source>Unless whoever creates it says otherwise.</source>
        <translation>Wenn beim Anlegen nichts anderes gesagt wird.</translation>
    </message>
    <message>
        <source>In the list of keys and on the dashboard.</source>
        <translation>In der Liste der Schlüssel und in der Übersicht.</translation>
    </message>
    <message>
        <source>Longer ones are refused; keys that there are stay as they are.</source>
        <translation>Längere werden abgelehnt; vorhandene Schlüssel bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>A user or a service account; ended keys don’t count.</source>
        <translation>Eines Benutzers oder Dienstkontos; beendete zählen nicht.</translation>
    </message>
    <message>
        <source>A key that nobody uses is one that can be stolen unseen.</source>
        <translation>Ein Schlüssel, den niemand nutzt, kann unbemerkt gestohlen werden.</translation>
    </message>
    <message>
        <source>From when a role first asks for one; after that nothing else opens.</source>
        <translation>Ab dem Tag, an dem eine Rolle ihn verlangt; danach geht nichts anderes mehr.</translation>
    </message>
    <message>
        <source>Their members set one up in the time below.</source>
        <translation>Ihre Mitglieder richten in der Frist unten einen ein.</translation>
    </message>
    <message>
        <source>So long it isn’t asked for again at sign-in. 0 for never.</source>
        <translation>So lange wird er beim Anmelden nicht erneut verlangt. 0 für nie.</translation>
    </message>
    <message>
        <source>A PEM file that counts besides the system’s, on the server’s machine.</source>
        <translation>Eine PEM-Datei auf dem Rechner des Servers, die neben denen des Systems zählt.</translation>
    </message>
    <message>
        <source>Private ones, separated by commas, such as 10.20.0.0/16.</source>
        <translation>Private, durch Kommas getrennt, etwa 10.20.0.0/16.</translation>
    </message>
    <message>
        <source>They work side by side and share the memory.</source>
        <translation>Sie arbeiten nebeneinander und teilen sich den Speicher.</translation>
    </message>
    <message>
        <source>What makes each guess dear. Every sign-in needs it for a moment.</source>
        <translation>Was jedes Raten teuer macht. Jede Anmeldung braucht ihn einen Moment.</translation>
    </message>
    <message>
        <source>With more passes less memory is allowed.</source>
        <translation>Mit mehr Durchgängen ist weniger Speicher erlaubt.</translation>
    </message>
    <message>
        <source>A file on the server’s machine with sorted SHA-1 lines. Empty for none.</source>
        <translation>Eine Datei auf dem Rechner des Servers mit sortierten SHA-1-Zeilen. Leer für keine.</translation>
    </message>
    <message>
        <source>Names of your organisation and its products, separated by commas.</source>
        <translation>Namen Ihrer Organisation und ihrer Produkte, durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>For accounts without a second factor.</source>
        <translation>Für Konten ohne zweiten Faktor.</translation>
    </message>
    <message>
        <source>While the account’s second factor is on.</source>
        <translation>Solange der zweite Faktor des Kontos an ist.</translation>
    </message>
    <message>
        <source>Of all kinds and of everybody behind it.</source>
        <translation>Jeder Art und von allen dahinter.</translation>
    </message>
    <message>
        <source>Users, roles, keys and settings.</source>
        <translation>Benutzer, Rollen, Schlüssel und Einstellungen.</translation>
    </message>
    <message>
        <source>Every request that changes nothing.</source>
        <translation>Jede Anfrage, die nichts ändert.</translation>
    </message>
    <message>
        <source>Every request that changes something.</source>
        <translation>Jede Anfrage, die etwas ändert.</translation>
    </message>
    <message>
        <source>However large they are.</source>
        <translation>Wie groß sie auch sind.</translation>
    </message>
    <message>
        <source>127.0.0.1 is reached from this machine only, 0.0.0.0 from all others too.</source>
        <translation>127.0.0.1 erreicht nur dieser Rechner, 0.0.0.0 auch alle anderen.</translation>
    </message>
    <message>
        <source>Whom access tokens name. Empty for the server’s own address.</source>
        <translation>Wen Zugriffstoken nennen. Leer für die eigene Adresse des Servers.</translation>
    </message>
    <message>
        <source>0 lets the system choose one.</source>
        <translation>Bei 0 wählt das System einen.</translation>
    </message>
    <message>
        <source>As soon as the vault is unlocked.</source>
        <translation>Sobald der Tresor entsperrt ist.</translation>
    </message>
    <message>
        <source>0 for one a core.</source>
        <translation>0 für einen je Kern.</translation>
    </message>
    <message>
        <source>Used or not: then everybody signs in anew.</source>
        <translation>Benutzt oder nicht: Danach meldet sich jeder neu an.</translation>
    </message>
    <message>
        <source>Counted from the last request.</source>
        <translation>Gerechnet ab der letzten Anfrage.</translation>
    </message>
    <message>
        <source>Password, second factor, passkeys; later one signs in again first.</source>
        <translation>Passwort, zweiter Faktor, Passkeys; später meldet man sich erst neu an.</translation>
    </message>
    <message>
        <source>For sensitive actions; later the code is asked for again.</source>
        <translation>Für heikle Aktionen; später wird der Code erneut verlangt.</translation>
    </message>
    <message>
        <source>From the server’s clock, either way.</source>
        <translation>Von der Uhr des Servers, nach beiden Seiten.</translation>
    </message>
    <message>
        <source>Then clients get a new one by themselves, while the session lasts.</source>
        <translation>Danach holen sich Clients selbst ein neues, solange die Sitzung gilt.</translation>
    </message>
    <message>
        <source>Another one makes a new signing key.</source>
        <translation>Ein anderes Verfahren macht einen neuen Signaturschlüssel.</translation>
    </message>
    <message>
        <source>By invitation, nobody but the user ever knows it.</source>
        <translation>Bei Einladung kennt es nie jemand außer dem Benutzer.</translation>
    </message>
    <message>
        <source>In the corner of this window and on reports.</source>
        <translation>In der Ecke dieses Fensters und auf Berichten.</translation>
    </message>
    <message>
        <source>Separated by commas. Empty for the domain itself.</source>
        <translation>Durch Kommas getrennt. Leer für die Domain selbst.</translation>
    </message>
    <message>
        <source>Passkeys stay bound to it. Empty for no passkeys.</source>
        <translation>Passkeys bleiben daran gebunden. Leer für keine Passkeys.</translation>
    </message>
    <message>
        <source>Of every time that is shown or typed here; the API keeps to UTC.</source>
        <translation>Gilt für alle Zeiten, die hier gezeigt oder eingegeben werden; die API bleibt bei UTC.</translation>
    </message>
    <message>
        <source>Of a hundred, so many. Refusals are all recorded. What is recorded can be replayed.</source>
        <translation>Von hundert so viele. Verweigerungen werden alle aufgezeichnet. Was aufgezeichnet ist, kann erneut durchgespielt werden.</translation>
    </message>
    <message>
        <source>A decision that an answer named can be opened so long.</source>
        <translation>So lange lässt sich eine Entscheidung öffnen, die eine Antwort genannt hat.</translation>
    </message>
    <message>
        <source>Clients are asked for one, browsers ask whoever sits there. Nobody needs one until a policy says so.</source>
        <translation>Clients werden danach gefragt, Browser fragen, wer davor sitzt. Niemand braucht eines, bis eine Richtlinie es verlangt.</translation>
    </message>
    <message>
        <source>Those that there are stay.</source>
        <translation>Was es schon gibt, bleibt.</translation>
    </message>
    <message>
        <source>A larger one is refused before it has been sent.</source>
        <translation>Eine größere wird abgelehnt, bevor sie gesendet ist.</translation>
    </message>
    <message>
        <source>On the disk of the vault, encrypted.</source>
        <translation>Auf der Platte des Tresors, verschlüsselt.</translation>
    </message>
    <message>
        <source>Such as jpg,pdf, of those that are known. Empty for all of these.</source>
        <translation>Etwa jpg,pdf, von den bekannten. Leer für alle.</translation>
    </message>
    <message>
        <source>Looked at every hour. One takes up to a kilobyte.</source>
        <translation>Wird stündlich geprüft. Eine braucht bis zu ein Kilobyte.</translation>
    </message>
    <message>
        <source>Your own, in MaxMind’s format (.mmdb). Empty for none.</source>
        <translation>Eine eigene im Format von MaxMind (.mmdb). Leer für keine.</translation>
    </message>
    <message>
        <source>Each connection of a trusted proxy must then begin with it, version 2.</source>
        <translation>Jede Verbindung eines vertrauten Proxys muss dann damit beginnen, Version 2.</translation>
    </message>
    <message>
        <source>Whoever is in these networks may say who the client is. Empty for none.</source>
        <translation>Wer in diesen Netzen ist, darf sagen, wer der Client ist. Leer für keine.</translation>
    </message>
    <message>
        <source>Whoever sends it drop by drop is cut off.</source>
        <translation>Wer ihn tropfenweise sendet, wird getrennt.</translation>
    </message>
    <message>
        <source>While one of them hangs, no more are let in than so many.</source>
        <translation>Solange einer davon hängt, werden nicht mehr als so viele zugelassen.</translation>
    </message>
    <message>
        <source>After ten seconds’ grace; slower ones are cut off. 0 for any.</source>
        <translation>Nach zehn Sekunden Schonfrist; Langsamere werden getrennt. 0 für beliebig.</translation>
    </message>
    <message>
        <source>Each further ban of the same address is longer.</source>
        <translation>Jede weitere Sperre derselben Adresse ist länger.</translation>
    </message>
    <message>
        <source>So long the score doesn’t ban that address again.</source>
        <translation>So lange sperrt der Gefahrenwert diese Adresse nicht wieder.</translation>
    </message>
    <message>
        <source>What was done long ago counts for less and less.</source>
        <translation>Was lange her ist, zählt immer weniger.</translation>
    </message>
    <message>
        <source>However often an address was banned before.</source>
        <translation>Wie oft eine Adresse vorher auch gesperrt war.</translation>
    </message>
    <message>
        <source>Observe writes down who would have been banned, and lets them in.</source>
        <translation>Beobachten schreibt auf, wer gesperrt worden wäre, und lässt ihn ein.</translation>
    </message>
    <message>
        <source>The panel Threats shows who would have come so far.</source>
        <translation>Der Bereich Bedrohungen zeigt, wer so weit gekommen wäre.</translation>
    </message>
    <message>
        <source>Of one address, everybody behind it together. Probes don’t count.</source>
        <translation>Einer Adresse, alle dahinter zusammen. Proben zählen nicht.</translation>
    </message>
    <message>
        <source>Observe only says in the record how long a request would have waited.</source>
        <translation>Beobachten sagt nur im Protokoll, wie lange eine Anfrage gewartet hätte.</translation>
    </message>
    <message>
        <source>In milliseconds. Nobody waits for longer.</source>
        <translation>In Millisekunden. Länger wartet niemand.</translation>
    </message>
    <message>
        <source>In milliseconds. The second of them waits twice as long, and so on.</source>
        <translation>In Millisekunden. Die zweite wartet doppelt so lange und so weiter.</translation>
    </message>
    <message>
        <source>Observing writes hits down and lets them pass.</source>
        <translation>Beobachten schreibt Treffer auf und lässt sie durch.</translation>
    </message>
    <message>
        <source>1: only what is certain. 4: whatever is odd, with false alarms.</source>
        <translation>1: nur, was sicher ist. 4: alles, was seltsam ist, mit Fehlalarmen.</translation>
    </message>
    <message>
        <source>Points of what was found in a request, added up.</source>
        <translation>Punkte dessen, was in einer Anfrage gefunden wurde, zusammengezählt.</translation>
    </message>
    <message>
        <source>Separated by commas.</source>
        <translation>Durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>So long a browser keeps the answer to what a page may do.</source>
        <translation>So lange behält ein Browser die Antwort darauf, was eine Seite darf.</translation>
    </message>
    <message>
        <source>Separated by commas: GET, HEAD, POST, PUT, PATCH, DELETE.</source>
        <translation>Durch Kommas getrennt: GET, HEAD, POST, PUT, PATCH, DELETE.</translation>
    </message>
    <message>
        <source>Exact, as https://app.example.com, separated by commas. Empty for none.</source>
        <translation>Genau, wie https://app.example.com, durch Kommas getrennt. Leer für keine.</translation>
    </message>
    <message>
        <source>Empty for the product&apos;s own, which allows a page nothing at all.</source>
        <translation>Leer für die eigene des Produkts, die einer Seite gar nichts erlaubt.</translation>
    </message>
    <message>
        <source>Counted from each answer. 0 makes browsers forget it.</source>
        <translation>Gerechnet ab jeder Antwort. Bei 0 vergessen Browser es.</translation>
    </message>
    <message>
        <source>Only if every one of them answers over HTTPS.</source>
        <translation>Nur wenn jede von ihnen über HTTPS antwortet.</translation>
    </message>
    <message>
        <source>And what else browsers send by themselves. No credential of this server is among it.</source>
        <translation>Und was Browser sonst von sich aus senden. Keine Zugangsdaten dieses Servers gehören dazu.</translation>
    </message>
    <message>
        <source>Wrong passwords and codes for one account from one address.</source>
        <translation>Falsche Passwörter und Codes für ein Konto von einer Adresse.</translation>
    </message>
    <message>
        <source>No limit by address holds for them; those by user and key do. Separated by commas.</source>
        <translation>Für sie gilt keine Begrenzung nach Adresse; die nach Benutzer und Schlüssel gelten. Durch Kommas getrennt.</translation>
    </message>
    <message>
        <source>For older clients: X-RateLimit-Limit, -Remaining and -Reset in answers.</source>
        <translation>Für ältere Clients: X-RateLimit-Limit, -Remaining und -Reset in Antworten.</translation>
    </message>
    <message>
        <source>As the IETF’s draft has them: RateLimit and RateLimit-Policy in answers.</source>
        <translation>Wie im Entwurf der IETF: RateLimit und RateLimit-Policy in Antworten.</translation>
    </message>
    <message>
        <source>More than what 95 of 100 minutes needed: the panel Rate limits proposes it.</source>
        <translation>Mehr, als 95 von 100 Minuten brauchten: Die Seite Ratenlimits schlägt es vor.</translation>
    </message>
    <message>
        <source>While the window is behind others, a card tells of each address that is refused.</source>
        <translation>Liegt das Fenster hinter anderen, meldet eine Karte jede abgelehnte Adresse.</translation>
    </message>
    <message>
        <source>As POST /api/comments, separated by commas. They are left out and told in the events; whatever else is wrong is refused.</source>
        <translation>Wie POST /api/comments, durch Kommas getrennt. Unbekanntes wird weggelassen und in den Ereignissen gemeldet; alles andere Falsche wird abgelehnt.</translation>
    </message>
    <message>
        <source>Programs here read /metrics; everybody else needs the permission “Read metrics”.</source>
        <translation>Programme hier lesen /metrics; alle anderen brauchen das Recht „Messwerte lesen“.</translation>
    </message>
</context>
<context>
    <name>SettingProblem</name>
    <message>
        <source>Must not be more than “%1”</source>
        <translation>Darf nicht mehr sein als „%1“</translation>
    </message>
    <message>
        <source>Enter a whole number from %1 to %2</source>
        <translation>Geben Sie eine ganze Zahl von %1 bis %2 ein</translation>
    </message>
    <message>
        <source>Enter a time from %1 to %2</source>
        <translation>Geben Sie eine Dauer von %1 bis %2 ein</translation>
    </message>
    <message>
        <source>Enter 1 to 10,000,000 requests in 1 second to 31 days</source>
        <translation>Geben Sie 1 bis 10.000.000 Anfragen in 1 Sekunde bis 31 Tagen ein</translation>
    </message>
    <message>
        <source>Enter an address, for example 127.0.0.1 or ::1</source>
        <translation>Geben Sie eine Adresse ein, zum Beispiel 127.0.0.1 oder ::1</translation>
    </message>
    <message>
        <source>Enter an https address without ? and #, or nothing</source>
        <translation>Geben Sie eine https-Adresse ohne ? und # ein oder nichts</translation>
    </message>
    <message>
        <source>Enter 1 to 100 printable characters</source>
        <translation>Geben Sie 1 bis 100 druckbare Zeichen ein</translation>
    </message>
    <message>
        <source>Separate words by commas: at most 400, each of 3 to 64 characters</source>
        <translation>Trennen Sie Wörter durch Kommas: höchstens 400 mit je 3 bis 64 Zeichen</translation>
    </message>
    <message>
        <source>There is no such file on this machine</source>
        <translation>Diese Datei gibt es auf diesem Rechner nicht</translation>
    </message>
    <message>
        <source>Each line must be a SHA-1 in hexadecimal, with or without a count</source>
        <translation>Jede Zeile muss ein SHA-1 in Hexadezimal sein, mit oder ohne Anzahl</translation>
    </message>
    <message>
        <source>The lines must be sorted by their SHA-1</source>
        <translation>Die Zeilen müssen nach ihrem SHA-1 sortiert sein</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Die Datei lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>Enter the full path of a file, or nothing</source>
        <translation>Geben Sie den vollständigen Pfad einer Datei ein oder nichts</translation>
    </message>
    <message>
        <source>At least %1 with 1 pass, %2 with 2, %3 with 3, %4 with 4, %5 with more</source>
        <translation>Mindestens %1 bei 1 Durchlauf, %2 bei 2, %3 bei 3, %4 bei 4, %5 bei mehr</translation>
    </message>
    <message>
        <source>Enter networks such as 127.0.0.0/8, 10.20.0.0/16, or nothing</source>
        <translation>Geben Sie Netze wie 127.0.0.0/8, 10.20.0.0/16 oder nichts ein</translation>
    </message>
    <message>
        <source>Enter the whole path of a file, or nothing</source>
        <translation>Geben Sie den ganzen Pfad einer Datei oder nichts ein</translation>
    </message>
</context>
<context>
    <name>SettingTitle</name>
    <message>
        <source>Keep events for</source>
        <translation>Ereignisse aufbewahren</translation>
    </message>
    <message>
        <source>Close unused connections after</source>
        <translation>Ungenutzte Verbindungen schließen nach</translation>
    </message>
    <message>
        <source>Connections from one address</source>
        <translation>Verbindungen von einer Adresse</translation>
    </message>
    <message>
        <source>Connections in all</source>
        <translation>Verbindungen insgesamt</translation>
    </message>
    <message>
        <source>Lock by itself after</source>
        <translation>Von selbst sperren nach</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Shortest password</source>
        <translation>Kürzestes Passwort</translation>
    </message>
    <message>
        <source>Shortest password with MFA</source>
        <translation>Kürzestes Passwort mit MFA</translation>
    </message>
    <message>
        <source>One address, all requests</source>
        <translation>Eine Adresse, alle Anfragen</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>File upload</source>
        <translation>Datei-Upload</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Token issuer</source>
        <translation>Aussteller der Token</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Start with the console</source>
        <translation>Mit der Konsole starten</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>End every session after</source>
        <translation>Jede Sitzung beenden nach</translation>
    </message>
    <message>
        <source>End unused sessions after</source>
        <translation>Ungenutzte Sitzungen beenden nach</translation>
    </message>
    <message>
        <source>An MFA check counts for</source>
        <translation>Eine MFA-Prüfung gilt</translation>
    </message>
    <message>
        <source>Access tokens live for</source>
        <translation>Zugriffstoken gelten</translation>
    </message>
    <message>
        <source>First password of a user</source>
        <translation>Erstes Passwort eines Benutzers</translation>
    </message>
    <message>
        <source>Name of the vault</source>
        <translation>Name des Tresors</translation>
    </message>
    <message>
        <source>A new key is valid for</source>
        <translation>Ein neuer Schlüssel gilt</translation>
    </message>
    <message>
        <source>Report as expiring before</source>
        <translation>Ablauf melden vor</translation>
    </message>
    <message>
        <source>A key is valid at most for</source>
        <translation>Ein Schlüssel gilt höchstens</translation>
    </message>
    <message>
        <source>Keys of one owner</source>
        <translation>Schlüssel eines Besitzers</translation>
    </message>
    <message>
        <source>Report as unused after</source>
        <translation>Als unbenutzt melden nach</translation>
    </message>
    <message>
        <source>A signed request’s time may be off by</source>
        <translation>Zeit signierter Anfragen darf abweichen um</translation>
    </message>
    <message>
        <source>Time to set up a second factor</source>
        <translation>Frist zum Einrichten eines zweiten Faktors</translation>
    </message>
    <message>
        <source>Roles that require a second factor</source>
        <translation>Rollen, die einen zweiten Faktor verlangen</translation>
    </message>
    <message>
        <source>A sign-in counts for changing it for</source>
        <translation>Eine Anmeldung zählt für ihre Änderung</translation>
    </message>
    <message>
        <source>A device is trusted for</source>
        <translation>Einem Gerät wird vertraut für</translation>
    </message>
    <message>
        <source>Pages that may use passkeys</source>
        <translation>Seiten, die Passkeys verwenden dürfen</translation>
    </message>
    <message>
        <source>Domain of passkeys</source>
        <translation>Domäne der Passkeys</translation>
    </message>
    <message>
        <source>Forbidden words</source>
        <translation>Verbotene Wörter</translation>
    </message>
    <message>
        <source>List of breached passwords</source>
        <translation>Liste bekannt gewordener Passwörter</translation>
    </message>
    <message>
        <source>Threads of a hash</source>
        <translation>Threads je Hash</translation>
    </message>
    <message>
        <source>Memory of a hash</source>
        <translation>Speicher je Hash</translation>
    </message>
    <message>
        <source>Passes of a hash</source>
        <translation>Durchläufe je Hash</translation>
    </message>
    <message>
        <source>Further authorities</source>
        <translation>Weitere Zertifizierungsstellen</translation>
    </message>
    <message>
        <source>Reachable networks</source>
        <translation>Erreichbare Netze</translation>
    </message>
    <message>
        <source>Signature of access tokens</source>
        <translation>Signatur der Zugriffstoken</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Record decisions that allow</source>
        <translation>Erlaubende Entscheidungen aufzeichnen</translation>
    </message>
    <message>
        <source>Keep decisions for</source>
        <translation>Entscheidungen aufbewahren</translation>
    </message>
    <message>
        <source>Client certificates</source>
        <translation>Client-Zertifikate</translation>
    </message>
    <message>
        <source>Comments of a record</source>
        <translation>Kommentare eines Datensatzes</translation>
    </message>
    <message>
        <source>Largest file</source>
        <translation>Größte Datei</translation>
    </message>
    <message>
        <source>Files of a record</source>
        <translation>Dateien eines Datensatzes</translation>
    </message>
    <message>
        <source>All files together</source>
        <translation>Alle Dateien zusammen</translation>
    </message>
    <message>
        <source>Types of files</source>
        <translation>Arten von Dateien</translation>
    </message>
    <message>
        <source>Keep at most so many decisions</source>
        <translation>Höchstens so viele Entscheidungen</translation>
    </message>
    <message>
        <source>File of countries</source>
        <translation>Datei der Länder</translation>
    </message>
    <message>
        <source>File of network operators</source>
        <translation>Datei der Netzbetreiber</translation>
    </message>
    <message>
        <source>PROXY protocol</source>
        <translation>PROXY-Protokoll</translation>
    </message>
    <message>
        <source>Trusted proxies</source>
        <translation>Vertraute Proxys</translation>
    </message>
    <message>
        <source>Handshakes of one address</source>
        <translation>Handshakes einer Adresse</translation>
    </message>
    <message>
        <source>Time for a request’s head</source>
        <translation>Zeit für den Kopf einer Anfrage</translation>
    </message>
    <message>
        <source>Slowest request</source>
        <translation>Langsamste Anfrage</translation>
    </message>
    <message>
        <source>Ban an address first for</source>
        <translation>Eine Adresse zuerst sperren für</translation>
    </message>
    <message>
        <source>Grace after a lifted ban</source>
        <translation>Schonfrist nach aufgehobener Sperre</translation>
    </message>
    <message>
        <source>Scores halve every</source>
        <translation>Gefahrenwerte halbieren sich alle</translation>
    </message>
    <message>
        <source>Longest ban</source>
        <translation>Längste Sperre</translation>
    </message>
    <message>
        <source>Ban by threat score</source>
        <translation>Nach Gefahrenwert sperren</translation>
    </message>
    <message>
        <source>Ban from a score of</source>
        <translation>Sperren ab einem Wert von</translation>
    </message>
    <message>
        <source>Full speed for</source>
        <translation>Volle Geschwindigkeit für</translation>
    </message>
    <message>
        <source>Slow down</source>
        <translation>Verlangsamen</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Längste Wartezeit</translation>
    </message>
    <message>
        <source>Each further request waits longer by</source>
        <translation>Jede weitere Anfrage wartet länger um</translation>
    </message>
    <message>
        <source>Requests that look like an attack</source>
        <translation>Anfragen, die wie ein Angriff aussehen</translation>
    </message>
    <message>
        <source>Strictness of detection</source>
        <translation>Strenge der Erkennung</translation>
    </message>
    <message>
        <source>An attack from a score of</source>
        <translation>Ein Angriff ab der Punktzahl</translation>
    </message>
    <message>
        <source>Pages may send client certificates</source>
        <translation>Seiten dürfen Client-Zertifikate senden</translation>
    </message>
    <message>
        <source>Header fields that pages may send</source>
        <translation>Kopffelder, die Seiten senden dürfen</translation>
    </message>
    <message>
        <source>Browsers ask again after</source>
        <translation>Browser fragen neu nach</translation>
    </message>
    <message>
        <source>Methods that pages may use</source>
        <translation>Methoden, die Seiten verwenden dürfen</translation>
    </message>
    <message>
        <source>Origins whose pages may read</source>
        <translation>Ursprünge, deren Seiten lesen dürfen</translation>
    </message>
    <message>
        <source>Content security policy</source>
        <translation>Content Security Policy</translation>
    </message>
    <message>
        <source>Browsers use HTTPS alone for</source>
        <translation>Browser verwenden nur HTTPS für</translation>
    </message>
    <message>
        <source>HTTPS alone for subdomains as well</source>
        <translation>Nur HTTPS auch für Subdomains</translation>
    </message>
    <message>
        <source>Metrics for this machine without a key</source>
        <translation>Metriken für diesen Rechner ohne Schlüssel</translation>
    </message>
    <message>
        <source>Exempt networks</source>
        <translation>Ausgenommene Netze</translation>
    </message>
    <message>
        <source>X-RateLimit fields</source>
        <translation>X-RateLimit-Felder</translation>
    </message>
    <message>
        <source>Room of a suggestion</source>
        <translation>Spielraum eines Vorschlags</translation>
    </message>
    <message>
        <source>RateLimit fields</source>
        <translation>RateLimit-Felder</translation>
    </message>
    <message>
        <source>Icon in the system’s tray, with cards</source>
        <translation>Symbol in der Taskleiste, mit Karten</translation>
    </message>
    <message>
        <source>Routes that only tell of unknown members</source>
        <translation>Routen, die Unbekanntes nur melden</translation>
    </message>
</context>
<context>
    <name>ShippedAlert</name>
    <message>
        <source>Password guessing</source>
        <translation>Erraten von Passwörtern</translation>
    </message>
    <message>
        <source>Many accounts tried</source>
        <translation>Viele Konten versucht</translation>
    </message>
    <message>
        <source>Account tried from many addresses</source>
        <translation>Konto von vielen Adressen versucht</translation>
    </message>
    <message>
        <source>Second factor guessed at</source>
        <translation>Zweiter Faktor geraten</translation>
    </message>
    <message>
        <source>Console sign-in guessed at</source>
        <translation>Anmeldung an der Konsole geraten</translation>
    </message>
    <message>
        <source>Sign-in after failed tries</source>
        <translation>Anmeldung nach Fehlversuchen</translation>
    </message>
    <message>
        <source>Refresh token used twice</source>
        <translation>Refresh-Token doppelt</translation>
    </message>
    <message>
        <source>Recovery code used</source>
        <translation>Wiederherstellungscode verwendet</translation>
    </message>
    <message>
        <source>Second factor switched off</source>
        <translation>Zweiter Faktor ausgeschaltet</translation>
    </message>
    <message>
        <source>Many refused requests of one user</source>
        <translation>Viele abgelehnte Anfragen eines Benutzers</translation>
    </message>
    <message>
        <source>Many refused API keys</source>
        <translation>Viele abgelehnte API-Schlüssel</translation>
    </message>
    <message>
        <source>Attacks blocked</source>
        <translation>Angriffe gestoppt</translation>
    </message>
    <message>
        <source>Many malformed requests</source>
        <translation>Viele fehlerhafte Anfragen</translation>
    </message>
    <message>
        <source>Rate limits reached again and again</source>
        <translation>Immer wieder Grenzen erreicht</translation>
    </message>
    <message>
        <source>Address banned by its score</source>
        <translation>Adresse wegen ihres Werts gesperrt</translation>
    </message>
    <message>
        <source>API key found in files</source>
        <translation>API-Schlüssel in Dateien gefunden</translation>
    </message>
    <message>
        <source>Passkey may have been copied</source>
        <translation>Passkey womöglich kopiert</translation>
    </message>
    <message>
        <source>Audit journal damaged</source>
        <translation>Prüfprotokoll beschädigt</translation>
    </message>
    <message>
        <source>Events lost</source>
        <translation>Ereignisse verloren</translation>
    </message>
    <message>
        <source>Journal exported</source>
        <translation>Journal exportiert</translation>
    </message>
    <message>
        <source>Monitoring changed</source>
        <translation>Überwachung geändert</translation>
    </message>
    <message>
        <source>Access rules changed outside working hours</source>
        <translation>Zugriffsregeln außerhalb der Arbeitszeit geändert</translation>
    </message>
    <message>
        <source>Clock was changed</source>
        <translation>Uhr wurde verstellt</translation>
    </message>
    <message>
        <source>Server fault</source>
        <translation>Fehler des Servers</translation>
    </message>
    <message>
        <source>Stored data does not open</source>
        <translation>Gespeichertes lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Upkeep fails</source>
        <translation>Instandhaltung scheitert</translation>
    </message>
    <message>
        <source>Administrator role given</source>
        <translation>Administratorrolle vergeben</translation>
    </message>
</context>
<context>
    <name>SignatureMistake</name>
    <message>
        <source>It was signed with the API key itself instead of the signing secret.</source>
        <translation>Signiert wurde mit dem API-Schlüssel selbst statt mit dem Signaturgeheimnis.</translation>
    </message>
    <message>
        <source>The body’s hash was written in base64 instead of hexadecimal.</source>
        <translation>Die Prüfsumme des Inhalts steht in Base64 statt hexadezimal.</translation>
    </message>
    <message>
        <source>The body was hashed with a line feed at its end more or less than was sent.</source>
        <translation>Die Prüfsumme des Inhalts wurde mit einem Zeilenumbruch am Ende mehr oder weniger gebildet, als gesendet wurde.</translation>
    </message>
    <message>
        <source>The body itself was signed instead of its SHA-256.</source>
        <translation>Signiert wurde der Inhalt selbst statt seiner SHA-256.</translation>
    </message>
    <message>
        <source>The body was formatted again before it was hashed; sign the bytes that are sent.</source>
        <translation>Der Inhalt wurde vor der Prüfsumme neu formatiert; zu signieren sind die gesendeten Bytes.</translation>
    </message>
    <message>
        <source>The lines were joined with CR LF instead of LF.</source>
        <translation>Die Zeilen sind mit CR LF statt mit LF verbunden.</translation>
    </message>
    <message>
        <source>The path was signed decoded; sign it as it is sent, with its % signs.</source>
        <translation>Der Pfad wurde dekodiert signiert; zu signieren ist er, wie er gesendet wird, mit seinen %-Zeichen.</translation>
    </message>
    <message>
        <source>The host was signed with the port 443, which is left out.</source>
        <translation>Der Host wurde mit dem Port 443 signiert, der wegzulassen ist.</translation>
    </message>
    <message>
        <source>There is no body, but {} was hashed; leave the last line empty.</source>
        <translation>Es gibt keinen Inhalt, aber von {} wurde die Prüfsumme gebildet; die letzte Zeile bleibt leer.</translation>
    </message>
    <message>
        <source>There is no body, but the hash of nothing was signed; leave the last line empty.</source>
        <translation>Es gibt keinen Inhalt, aber die Prüfsumme von nichts wurde signiert; die letzte Zeile bleibt leer.</translation>
    </message>
    <message>
        <source>There is a line feed at the end of the text that was signed.</source>
        <translation>Am Ende des signierten Textes steht ein Zeilenumbruch.</translation>
    </message>
    <message>
        <source>The method was signed in lower case.</source>
        <translation>Die Methode wurde in Kleinbuchstaben signiert.</translation>
    </message>
    <message>
        <source>The body was left out.</source>
        <translation>Der Inhalt wurde weggelassen.</translation>
    </message>
    <message>
        <source>The empty last line is missing: four lines were signed instead of five.</source>
        <translation>Die leere letzte Zeile fehlt: Signiert wurden vier Zeilen statt fünf.</translation>
    </message>
    <message>
        <source>The parts were joined without line feeds.</source>
        <translation>Die Teile wurden ohne Zeilenumbrüche verbunden.</translation>
    </message>
    <message>
        <source>The host was signed without its port.</source>
        <translation>Der Host wurde ohne seinen Port signiert.</translation>
    </message>
    <message>
        <source>The query string was left out of the path.</source>
        <translation>Die Abfrage wurde beim Pfad weggelassen.</translation>
    </message>
    <message>
        <source>The last line, @signature-params, was left out.</source>
        <translation>Die letzte Zeile, @signature-params, wurde weggelassen.</translation>
    </message>
    <message>
        <source>@path was signed with the query string.</source>
        <translation>@path wurde mit der Abfrage signiert.</translation>
    </message>
    <message>
        <source>@query was signed without its question mark.</source>
        <translation>@query wurde ohne sein Fragezeichen signiert.</translation>
    </message>
    <message>
        <source>The query was sorted before it was signed; sign it as it is sent.</source>
        <translation>Die Abfrage wurde vor dem Signieren sortiert; zu signieren ist sie, wie sie gesendet wird.</translation>
    </message>
    <message>
        <source>The path was signed with a slash at its end.</source>
        <translation>Der Pfad wurde mit einem Schrägstrich am Ende signiert.</translation>
    </message>
    <message>
        <source>The body’s hash was written in upper case.</source>
        <translation>Die Prüfsumme des Inhalts steht in Großbuchstaben.</translation>
    </message>
    <message>
        <source>The whole URL was signed instead of path and query.</source>
        <translation>Signiert wurde die ganze URL statt Pfad und Abfrage.</translation>
    </message>
</context>
<context>
    <name>TrafficStage</name>
    <message>
        <source>Malformed</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Ratenlimit</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message>
        <source>Step-up MFA</source>
        <translation>Erneute MFA</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Address list</source>
        <translation>Adressliste</translation>
    </message>
    <message>
        <source>Threat score</source>
        <translation>Bedrohungswert</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Too busy</source>
        <translation>Überlastet</translation>
    </message>
</context>
<context>
    <name>Users</name>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Eingeladen</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>On</source>
        <comment>MFA is on</comment>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>MFA is off</comment>
        <translation>Aus</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date format without year</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <translation>
            <numerusform>vor %Ln Tag</numerusform>
            <numerusform>vor %Ln Tagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::app::AppController</name>
    <message>
        <source>There is no vault in %1</source>
        <translation>In %1 gibt es keinen Tresor</translation>
    </message>
    <message>
        <source>Open a vault’s folder</source>
        <translation>Ordner eines Tresors öffnen</translation>
    </message>
    <message>
        <source>Keyboard and help</source>
        <translation>Tastatur und Hilfe</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>What you may do has changed. Not saved and gone: %1</source>
        <translation>Was Sie dürfen, hat sich geändert. Nicht gespeichert und verloren: %1</translation>
    </message>
</context>
<context>
    <name>sallyport::app::ChangeWatch</name>
    <message>
        <source>The server listens elsewhere: %1.</source>
        <translation>Der Server lauscht an anderer Stelle: %1.</translation>
    </message>
    <message>
        <source>The change is kept</source>
        <translation>Die Änderung bleibt</translation>
    </message>
    <message>
        <source>The change is taken back</source>
        <translation>Die Änderung ist zurückgenommen</translation>
    </message>
    <message>
        <source>Your own address is kept out: %1.</source>
        <translation>Ihre eigene Adresse ist ausgesperrt: %1.</translation>
    </message>
    <message>
        <source>Your own roles have changed: you may do less.</source>
        <translation>Ihre eigenen Rollen haben sich geändert: Sie dürfen weniger.</translation>
    </message>
    <message>
        <source>The role %1, which you have, has changed: you may do less.</source>
        <translation>Die Rolle %1, die Sie haben, hat sich geändert: Sie dürfen weniger.</translation>
    </message>
    <message>
        <source>The role %1, which you had, is deleted: you may do less.</source>
        <translation>Die Rolle %1, die Sie hatten, ist gelöscht: Sie dürfen weniger.</translation>
    </message>
    <message>
        <source>The server shows another certificate: clients that don’t trust it refuse the server.</source>
        <translation>Der Server zeigt ein anderes Zertifikat: Clients, die ihm nicht vertrauen, lehnen den Server ab.</translation>
    </message>
    <message>
        <source>Pages may do less than before: %1.</source>
        <translation>Seiten dürfen weniger als zuvor: %1.</translation>
    </message>
    <message>
        <source>%1 may do less.</source>
        <translation>%1 darf weniger.</translation>
    </message>
</context>
<context>
    <name>sallyport::app::DemoFlow</name>
    <message>
        <source>Preparing the demo</source>
        <translation>Demo wird vorbereitet</translation>
    </message>
    <message>
        <source>A made-up clinic, 120 people, two weeks of events</source>
        <translation>Eine erfundene Klinik, 120 Personen, zwei Wochen Ereignisse</translation>
    </message>
    <message>
        <source>The demo’s passphrase: %1</source>
        <translation>Passphrase der Demo: %1</translation>
    </message>
</context>
<context>
    <name>sallyport::app::FirstRunFlow</name>
    <message>
        <source>Making keys and database</source>
        <translation>Schlüssel und Datenbank entstehen</translation>
    </message>
</context>
<context>
    <name>sallyport::app::IncidentWatch</name>
    <message>
        <source>Incident: %1</source>
        <translation>Vorfall: %1</translation>
    </message>
    <message>
        <source>Incident: %1, %2</source>
        <translation>Vorfall: %1, %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>sallyport::app::PaletteSearch</name>
    <message>
        <source>Guide</source>
        <translation>Handbuch</translation>
    </message>
    <message>
        <source>All events of %1</source>
        <translation>Alle Ereignisse von %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a person, %2: what can be done to them</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sallyport::app::PanelRegistry</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Live events</source>
        <translation>Live-Ereignisse</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Signature lab</source>
        <translation>Signaturlabor</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Service accounts</source>
        <translation>Dienstkonten</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>MFA coverage</source>
        <translation>MFA-Abdeckung</translation>
    </message>
    <message>
        <source>Password policy</source>
        <translation>Passwortrichtlinie</translation>
    </message>
    <message>
        <source>Identity providers</source>
        <translation>Identitätsanbieter</translation>
    </message>
    <message>
        <source>Leak scan</source>
        <translation>Offengelegte Schlüssel</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Simulator</translation>
    </message>
    <message>
        <source>Access review</source>
        <translation>Zugriffsprüfung</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Schutz</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Spielwiese</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>Ratenlimits</translation>
    </message>
    <message>
        <source>Bans</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Threats</source>
        <translation>Bedrohungen</translation>
    </message>
    <message>
        <source>Headers and CORS</source>
        <translation>Header und CORS</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Integrity</source>
        <translation>Integrität</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Alarmregeln</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
</context>
<context>
    <name>sallyport::app::ShellController</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>starts after unlock</source>
        <translation>startet nach dem Entsperren</translation>
    </message>
    <message>
        <source>Open the server to the network?</source>
        <translation>Den Server zum Netz öffnen?</translation>
    </message>
    <message>
        <source>It listens on %1: other machines will reach it, not only this one. The address stands in Settings.</source>
        <translation>Er lauscht an %1: auch andere Rechner erreichen ihn, nicht nur dieser. Die Adresse steht in den Einstellungen.</translation>
    </message>
    <message>
        <source>Open and start</source>
        <translation>Öffnen und starten</translation>
    </message>
    <message>
        <source>What has expired is deleted again</source>
        <translation>Abgelaufenes wird wieder gelöscht</translation>
    </message>
    <message>
        <source>Stop the server?</source>
        <translation>Server stoppen?</translation>
    </message>
    <message>
        <source>Programs and people get no answers until it is started again, and open event streams end. The vault stays open.</source>
        <translation>Programme und Menschen bekommen keine Antworten, bis er wieder gestartet wird, und offene Ereignisströme enden. Der Tresor bleibt offen.</translation>
    </message>
    <message>
        <source>Stop server</source>
        <translation>Server stoppen</translation>
    </message>
    <message>
        <source>Your password is changed</source>
        <translation>Ihr Passwort ist geändert</translation>
    </message>
    <message>
        <source>Your second factor is off</source>
        <translation>Ihr zweiter Faktor ist aus</translation>
    </message>
</context>
<context>
    <name>sallyport::app::TrayWatch</name>
    <message>
        <source>Banned from a card of the tray</source>
        <translation>Gesperrt von einer Karte der Taskleiste</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>address: what happened</comment>
        <extracomment>%1: an address</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>time, request</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>sallyport::app::UnlockFlow</name>
    <message>
        <source>Last opened %1</source>
        <translation>Zuletzt geöffnet %1</translation>
    </message>
    <message>
        <source>Last opened %1 by %2</source>
        <translation>Zuletzt geöffnet %1 von %2</translation>
    </message>
    <message>
        <source>Your role requires a second factor. Set it up to go on.</source>
        <translation>Ihre Rolle verlangt einen zweiten Faktor. Richten Sie ihn ein, um fortzufahren.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccessActions</name>
    <message>
        <source>Revoke the key %1?</source>
        <translation>Schlüssel %1 widerrufen?</translation>
    </message>
    <message>
        <source>Programs that use it are refused from the next request on. It cannot be undone.</source>
        <translation>Programme, die ihn benutzen, werden ab der nächsten Anfrage abgewiesen. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>Take “%1” from %2?</source>
        <translation>„%1“ von %2 entziehen?</translation>
    </message>
    <message>
        <source>They may no more what only this role allows, from their next request on. You can undo it.</source>
        <translation>Was nur diese Rolle erlaubt, ist ab der nächsten Anfrage nicht mehr erlaubt. Sie können es rückgängig machen.</translation>
    </message>
    <message>
        <source>%1 revoked</source>
        <translation>%1 widerrufen</translation>
    </message>
    <message>
        <source>%1 has “%2” no more</source>
        <translation>%1 hat „%2“ nicht mehr</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 has “%2” again</source>
        <translation>%1 hat „%2“ wieder</translation>
    </message>
    <message>
        <source>“%1” is the only role of %2: disable the account instead.</source>
        <translation>„%1“ ist die einzige Rolle von %2: Deaktivieren Sie stattdessen das Konto.</translation>
    </message>
    <message>
        <source>%1 is the last active administrator.</source>
        <translation>%1 ist der letzte aktive Administrator.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccessModel</name>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Has</source>
        <comment>what somebody has: a role or a key</comment>
        <translation>Hat</translation>
    </message>
    <message>
        <source>How</source>
        <comment>how somebody has it</comment>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Vergeben von</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccessPane</name>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>May do</source>
        <translation>Darf</translation>
    </message>
    <message>
        <source>Has</source>
        <comment>what somebody has: a role or a key</comment>
        <translation>Hat</translation>
    </message>
    <message>
        <source>How</source>
        <comment>how somebody has it</comment>
        <translation>Wie</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Vergeben von</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Last decision</source>
        <translation>Letzte Entscheidung</translation>
    </message>
    <message>
        <source>What it gives</source>
        <translation>Was es gibt</translation>
    </message>
    <message>
        <source>After all roles and policies</source>
        <translation>Nach allen Rollen und Richtlinien</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Entziehen</translation>
    </message>
    <message>
        <source>From before this was kept</source>
        <translation>Aus der Zeit vor der Aufzeichnung</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Kein Ende</translation>
    </message>
    <message>
        <source>You may not see this</source>
        <translation>Das dürfen Sie nicht sehen</translation>
    </message>
    <message>
        <source>Of a key this is measured: the last request that it opened.</source>
        <translation>Bei einem Schlüssel gemessen: die letzte Anfrage, die er geöffnet hat.</translation>
    </message>
    <message>
        <source>When its holder last signed in, used a session (to an hour) or a key: the latest that the role can have been used.</source>
        <translation>Wann der Inhaber sich zuletzt angemeldet, eine Sitzung (auf eine Stunde genau) oder einen Schlüssel benutzt hat: Später kann die Rolle nicht benutzt worden sein.</translation>
    </message>
    <message>
        <source>None recorded</source>
        <translation>Keine aufgezeichnet</translation>
    </message>
    <message>
        <source>The newest recorded decision that allowed its holder something that the role gives. Records, comments and files are decided; of what is allowed, as much is recorded as the settings say.</source>
        <translation>Die neueste aufgezeichnete Entscheidung, die dem Inhaber etwas erlaubt hat, was die Rolle gibt. Entschieden wird über Datensätze, Kommentare und Dateien; von dem, was erlaubt wird, wird so viel aufgezeichnet, wie die Einstellungen sagen.</translation>
    </message>
    <message>
        <source>Show account</source>
        <translation>Konto zeigen</translation>
    </message>
    <message>
        <source>Show user</source>
        <translation>Benutzer zeigen</translation>
    </message>
    <message>
        <source>Show key</source>
        <translation>Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Show role</source>
        <translation>Rolle zeigen</translation>
    </message>
    <message>
        <source>Through %1</source>
        <translation>Über %1</translation>
    </message>
    <message>
        <source>It gives nothing.</source>
        <translation>Es gibt nichts.</translation>
    </message>
    <message>
        <source>Who may read policies sees here what the holder may do.</source>
        <translation>Wer Richtlinien lesen darf, sieht hier, was der Inhaber darf.</translation>
    </message>
    <message>
        <source>Where policies let them</source>
        <translation>Wo Richtlinien es zulassen</translation>
    </message>
    <message>
        <source>By the policy “%1”</source>
        <translation>Durch die Richtlinie „%1“</translation>
    </message>
    <message>
        <source>They may do nothing.</source>
        <translation>Sie dürfen nichts.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccessPanel</name>
    <message>
        <source>Access review</source>
        <translation>Zugriffsprüfung</translation>
    </message>
    <message>
        <source>Which access</source>
        <translation>Welcher Zugriff</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Unbenutzt</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Endet bald</translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>Diese Liste exportieren</translation>
    </message>
    <message>
        <source>Export this list as CSV or PDF</source>
        <translation>Diese Liste als CSV oder PDF exportieren</translation>
    </message>
    <message>
        <source>Filter access</source>
        <translation>Zugriffe filtern</translation>
    </message>
    <message>
        <source>Filter access by person, role or key</source>
        <translation>Zugriffe nach Person, Rolle oder Schlüssel filtern</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Zugriff</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Loading who has what</source>
        <translation>Wer was hat, wird geladen</translation>
    </message>
    <message>
        <source>Nothing is lost, and what everybody may do is as it was.</source>
        <translation>Nichts ist verloren, und alle dürfen, was sie durften.</translation>
    </message>
    <message>
        <source>Any role</source>
        <translation>Jede Rolle</translation>
    </message>
    <message>
        <source>Any permission</source>
        <translation>Jedes Recht</translation>
    </message>
    <message>
        <source>Everything is used</source>
        <translation>Alles wird benutzt</translation>
    </message>
    <message numerus="yes">
        <source>Whoever has a role or key for %Ln days has been here in that time.</source>
        <translation>
            <numerusform>Wer seit %Ln Tag eine Rolle oder einen Schlüssel hat, war in dieser Zeit hier.</numerusform>
            <numerusform>Wer seit %Ln Tagen eine Rolle oder einen Schlüssel hat, war in dieser Zeit hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing ends soon</source>
        <translation>Nichts endet bald</translation>
    </message>
    <message numerus="yes">
        <source>No role and no key ends within %Ln days.</source>
        <translation>
            <numerusform>Keine Rolle und kein Schlüssel endet innerhalb von %Ln Tag.</numerusform>
            <numerusform>Keine Rolle und kein Schlüssel endet innerhalb von %Ln Tagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has that</source>
        <translation>Das hat niemand</translation>
    </message>
    <message>
        <source>No role and no key matches. Take one of the filters away to see more.</source>
        <translation>Keine Rolle und kein Schlüssel passt. Entfernen Sie einen Filter, um mehr zu sehen.</translation>
    </message>
    <message>
        <source>Everything that %1 has</source>
        <translation>Alles, was %1 hat</translation>
    </message>
    <message>
        <source>Show account</source>
        <translation>Konto zeigen</translation>
    </message>
    <message>
        <source>Show user</source>
        <translation>Benutzer zeigen</translation>
    </message>
    <message>
        <source>Show key</source>
        <translation>Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Show role</source>
        <translation>Rolle zeigen</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Entziehen…</translation>
    </message>
    <message>
        <source>After roles and policies %1 of %2 active users may do this without an object being named.</source>
        <translation>Nach Rollen und Richtlinien dürfen das %1 von %2 aktiven Benutzern, ohne dass ein Objekt genannt ist.</translation>
    </message>
    <message>
        <source>API keys aren’t in this list: your role doesn’t show them.</source>
        <translation>API-Schlüssel fehlen in dieser Liste: Ihre Rolle zeigt sie nicht.</translation>
    </message>
    <message>
        <source>Service accounts aren’t in this list: your role doesn’t show them.</source>
        <translation>Dienstkonten fehlen in dieser Liste: Ihre Rolle zeigt sie nicht.</translation>
    </message>
    <message>
        <source>Export the access review</source>
        <translation>Zugriffsprüfung exportieren</translation>
    </message>
    <message>
        <source>CSV files for Excel, with a byte order mark (*.csv)</source>
        <translation>CSV-Dateien für Excel, mit Byte-Order-Mark (*.csv)</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Wird exportiert…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are in %1</source>
        <translation>
            <numerusform>%Ln Zeile steht in %1</numerusform>
            <numerusform>%Ln Zeilen stehen in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was stopped</source>
        <translation>Der Export wurde abgebrochen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccessText</name>
    <message>
        <source>There is no attribute “%1”.</source>
        <translation>Es gibt kein Attribut „%1“.</translation>
    </message>
    <message>
        <source>There is no function “%1”.</source>
        <translation>Es gibt keine Funktion „%1“.</translation>
    </message>
    <message>
        <source>“%1” is no value by itself: name one of its attributes.</source>
        <translation>„%1“ ist allein kein Wert: nennen Sie eines seiner Attribute.</translation>
    </message>
    <message>
        <source>“%1” does not take this many values.</source>
        <translation>„%1“ nimmt nicht so viele Werte.</translation>
    </message>
    <message>
        <source>This text has no end.</source>
        <translation>Dieser Text hat kein Ende.</translation>
    </message>
    <message>
        <source>This is no time zone of this system, nor a distance from UTC such as +01:00.</source>
        <translation>Das ist weder eine Zeitzone dieses Systems noch ein Abstand von UTC wie +01:00.</translation>
    </message>
    <message>
        <source>Something is missing at the end.</source>
        <translation>Am Ende fehlt etwas.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Vertraulich</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Streng vertraulich</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Verweigern</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Enforced</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Meinten Sie „%1“?</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccountDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Add service account</source>
        <translation>Dienstkonto hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wozu es dient</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccountPane</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wozu es dient</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>Letzte Ereignisse</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel erstellen</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>This account is disabled</source>
        <translation>Dieses Konto ist deaktiviert</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccountText</name>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Another service account has this name</source>
        <translation>Ein anderes Dienstkonto heißt so</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccountsModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Wozu es dient</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AddUserDialog</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>Die Feststelltaste ist an</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>Benutzer hinzufügen</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>First sign-in</source>
        <translation>Erste Anmeldung</translation>
    </message>
    <message>
        <source>Invite: they choose their password with a single-use code</source>
        <translation>Einladen: das Passwort wählt die Person mit einem Einmalcode</translation>
    </message>
    <message>
        <source>Set a first password</source>
        <translation>Erstes Passwort setzen</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln characters; several words are easy to keep in mind</source>
        <translation>
            <numerusform>Mindestens %Ln Zeichen; mehrere Wörter merken sich leicht</numerusform>
            <numerusform>Mindestens %Ln Zeichen; mehrere Wörter merken sich leicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Add and invite</source>
        <translation>Hinzufügen und einladen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AddressActions</name>
    <message>
        <source>%1 is banned for %2</source>
        <translation>%1 ist für %2 gesperrt</translation>
    </message>
    <message>
        <source>Always allow %1?</source>
        <translation>%1 immer zulassen?</translation>
    </message>
    <message>
        <source>Limits by address, scores and blocks don’t hold for it from its next request on, and a ban of it is lifted. The rule stands in Bans until it is removed.</source>
        <translation>Adresslimits, Punkte und Sperren gelten für sie ab der nächsten Anfrage nicht mehr, und eine Sperre wird aufgehoben. Die Regel steht unter „Sperren“, bis sie entfernt wird.</translation>
    </message>
    <message>
        <source>Allow</source>
        <comment>an address rule</comment>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>%1 is always allowed</source>
        <translation>%1 ist immer zugelassen</translation>
    </message>
    <message>
        <source>%1 is banned</source>
        <translation>%1 ist gesperrt</translation>
    </message>
    <message>
        <source>%1 is on the allow list no more</source>
        <translation>%1 steht nicht mehr auf der Liste der Zugelassenen</translation>
    </message>
    <message>
        <source>%1 may come again</source>
        <translation>%1 darf wieder kommen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln rules?</source>
        <translation>
            <numerusform>%Ln Regel entfernen?</numerusform>
            <numerusform>%Ln Regeln entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>What they keep out may come again, and what they let in is treated as everybody else, from the next request on. It cannot be undone.</source>
        <translation>Was sie fernhalten, darf wieder kommen, und was sie hereinlassen, wird wie alle anderen behandelt, ab der nächsten Anfrage. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>%1 is as it was</source>
        <translation>%1 ist wie zuvor</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules removed</source>
        <translation>
            <numerusform>%Ln Regel entfernt</numerusform>
            <numerusform>%Ln Regeln entfernt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AddressCard</name>
    <message>
        <source>Ban for %1</source>
        <translation>Für %1 sperren</translation>
    </message>
    <message>
        <source>Allow</source>
        <comment>an address rule</comment>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AddressRuleDialog</name>
    <message>
        <source>Change the rule for %1</source>
        <translation>Regel für %1 ändern</translation>
    </message>
    <message>
        <source>Allow an address</source>
        <translation>Adresse zulassen</translation>
    </message>
    <message>
        <source>Ban an address</source>
        <translation>Adresse sperren</translation>
    </message>
    <message>
        <source>What the rule does</source>
        <translation>Was die Regel tut</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Allow</source>
        <comment>an address rule</comment>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Address or range</source>
        <translation>Adresse oder Bereich</translation>
    </message>
    <message>
        <source>It is let in whatever else says: limits by address, scores and blocks don’t hold for it.</source>
        <translation>Sie wird in jedem Fall hereingelassen: Adresslimits, Punkte und Sperren gelten für sie nicht.</translation>
    </message>
    <message>
        <source>Its requests are refused from the next one on, also on connections that are open.</source>
        <translation>Ihre Anfragen werden ab der nächsten abgelehnt, auch auf offenen Verbindungen.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Allow address</source>
        <translation>Adresse zulassen</translation>
    </message>
    <message>
        <source>Ban address</source>
        <translation>Adresse sperren</translation>
    </message>
    <message>
        <source>As it is: until %1</source>
        <translation>Wie bisher: bis %1</translation>
    </message>
    <message>
        <source>As it is: until it is removed</source>
        <translation>Wie bisher: bis sie entfernt wird</translation>
    </message>
    <message>
        <source>A rule keeps its address and what it does: remove it and add another</source>
        <translation>Eine Regel behält Adresse und Wirkung: Entfernen Sie sie und fügen Sie eine andere hinzu</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AddressRuleText</name>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Banned</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>Stays</source>
        <comment>a rule without an end</comment>
        <translation>Bleibt</translation>
    </message>
    <message>
        <source>Until it is removed</source>
        <translation>Bis sie entfernt wird</translation>
    </message>
    <message>
        <source>For %1</source>
        <comment>a ban for 24 h</comment>
        <translation>Für %1</translation>
    </message>
    <message>
        <source>This address is on that list already.</source>
        <translation>Diese Adresse steht schon auf dieser Liste.</translation>
    </message>
    <message>
        <source>This would keep out the console itself, a trusted proxy or the address that you work from.</source>
        <translation>Das würde die Konsole selbst, einen vertrauten Proxy oder die Adresse aussperren, von der Sie arbeiten.</translation>
    </message>
    <message>
        <source>An allow rule lets this address in whatever else says.</source>
        <translation>Eine Zulassung lässt diese Adresse in jedem Fall herein.</translation>
    </message>
    <message>
        <source>This address is banned already.</source>
        <translation>Diese Adresse ist schon gesperrt.</translation>
    </message>
    <message>
        <source>This is no address and no range. Write 203.0.113.7 or 203.0.113.0/24.</source>
        <translation>Das ist weder Adresse noch Bereich. Schreiben Sie 203.0.113.7 oder 203.0.113.0/24.</translation>
    </message>
    <message>
        <source>The reason is too long, or has signs in it that can’t be shown.</source>
        <translation>Der Grund ist zu lang oder enthält Zeichen, die sich nicht anzeigen lassen.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AlertRuleDialog</name>
    <message>
        <source>Change “%1”</source>
        <translation>„%1“ ändern</translation>
    </message>
    <message>
        <source>Add alert rule</source>
        <translation>Alarmregel hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kinds of events</source>
        <translation>Arten von Ereignissen</translation>
    </message>
    <message>
        <source>Words with spaces between, such as auth.login_failed; auth.* is a family.</source>
        <translation>Wörter mit Leerzeichen dazwischen, etwa auth.login_failed; auth.* ist eine Familie.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Optional, as in the events: -address:10.0.0.0/8</source>
        <translation>Freiwillig, wie bei den Ereignissen: -address:10.0.0.0/8</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>Wovon</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb von</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>At all times</source>
        <translation>Zu jeder Zeit</translation>
    </message>
    <message>
        <source>In all the other time</source>
        <translation>In der übrigen Zeit</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>How long: %1</source>
        <translation>Wie lange: %1</translation>
    </message>
    <message>
        <source>Tell “%1”</source>
        <translation>„%1“ benachrichtigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Until it is undone</source>
        <translation>Bis es zurückgenommen wird</translation>
    </message>
    <message>
        <source>There is a rule of this name already.</source>
        <translation>Es gibt schon eine Regel dieses Namens.</translation>
    </message>
    <message>
        <source>One of these is no kind of event.</source>
        <translation>Eines davon ist keine Art von Ereignis.</translation>
    </message>
    <message>
        <source>This is no filter, or names a time: a rule looks at what comes.</source>
        <translation>Das ist kein Filter oder nennt eine Zeit: eine Regel achtet auf das, was kommt.</translation>
    </message>
    <message>
        <source>Of one user or address there is only one.</source>
        <translation>Von einem Benutzer oder einer Adresse gibt es nur einen.</translation>
    </message>
    <message>
        <source>Give it a name of 1 to 80 characters.</source>
        <translation>Geben Sie ihr einen Namen mit 1 bis 80 Zeichen.</translation>
    </message>
    <message>
        <source>Choose the action first</source>
        <translation>Wählen Sie zuerst die Aktion</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AlertRulePane</name>
    <message>
        <source>Fires at</source>
        <translation>Schlägt an bei</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>By</source>
        <comment>who made a rule</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Does by itself</source>
        <translation>Tut von selbst</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Letzte Woche</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Muted until %1</source>
        <translation>Stumm bis %1</translation>
    </message>
    <message>
        <source>All that the filter takes</source>
        <translation>Alles, was der Filter nimmt</translation>
    </message>
    <message>
        <source>Came with Sallyport</source>
        <translation>Kam mit Sallyport</translation>
    </message>
    <message>
        <source>Nothing but the incident</source>
        <translation>Nichts außer dem Vorfall</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Nicht mehr stumm</translation>
    </message>
    <message>
        <source>Mute for 24 h</source>
        <translation>24 h stumm</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>As it came with Sallyport</source>
        <translation>Wie sie mit Sallyport kam</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AlertRulesModel</name>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Fires at</source>
        <translation>Schlägt an bei</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Tut</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AlertRulesPanel</name>
    <message>
        <source>Alert rules</source>
        <translation>Alarmregeln</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Add an alert rule (Ctrl+N)</source>
        <translation>Eine Alarmregel hinzufügen (Strg+N)</translation>
    </message>
    <message>
        <source>Filter rules</source>
        <translation>Regeln filtern</translation>
    </message>
    <message>
        <source>Filter by name or kind of event</source>
        <translation>Nach Name oder Art des Ereignisses filtern</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Loading rules</source>
        <translation>Regeln werden geladen</translation>
    </message>
    <message>
        <source>The rules go on watching: the server doesn’t need this list.</source>
        <translation>Die Regeln achten weiter: der Server braucht diese Liste nicht.</translation>
    </message>
    <message>
        <source>No rule matches</source>
        <translation>Keine Regel passt</translation>
    </message>
    <message>
        <source>No rule has this name, or looks at such events.</source>
        <translation>Keine Regel heißt so oder achtet auf solche Ereignisse.</translation>
    </message>
    <message>
        <source>No alert rules yet</source>
        <translation>Noch keine Alarmregeln</translation>
    </message>
    <message>
        <source>A rule opens an incident when events come that are worth it.</source>
        <translation>Eine Regel eröffnet einen Vorfall, wenn Ereignisse kommen, die es wert sind.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Einschalten</translation>
    </message>
    <message>
        <source>Mute for 24 h</source>
        <translation>24 h stumm</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>Zurücksetzen…</translation>
    </message>
    <message>
        <source>Rule added</source>
        <translation>Regel hinzugefügt</translation>
    </message>
    <message>
        <source>Rule saved</source>
        <translation>Regel gespeichert</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Switched on</source>
        <comment>a rule</comment>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>It speaks again</source>
        <translation>Sie meldet sich wieder</translation>
    </message>
    <message>
        <source>Muted for 24 h</source>
        <translation>Für 24 h stumm</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message>
        <source>Reset “%1”?</source>
        <translation>„%1“ zurücksetzen?</translation>
    </message>
    <message>
        <source>Nothing watches for this any more. Its incidents stay.</source>
        <translation>Nichts achtet mehr darauf. Ihre Vorfälle bleiben.</translation>
    </message>
    <message>
        <source>The rule is again as it came with Sallyport: name, numbers and actions.</source>
        <translation>Die Regel ist wieder, wie sie mit Sallyport kam: Name, Zahlen und Handlungen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Rule deleted</source>
        <translation>Regel gelöscht</translation>
    </message>
    <message>
        <source>Rule reset</source>
        <translation>Regel zurückgesetzt</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AlertTrialLine</name>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Try on last week</source>
        <translation>An letzter Woche erproben</translation>
    </message>
    <message>
        <source>%1 of %2 events</source>
        <translation>%1 von %2 Ereignissen</translation>
    </message>
    <message>
        <source>Would not have fired last week</source>
        <translation>Hätte letzte Woche nicht angeschlagen</translation>
    </message>
    <message numerus="yes">
        <source>Would have fired %Ln times last week</source>
        <translation>
            <numerusform>Hätte letzte Woche %Ln-mal angeschlagen</numerusform>
            <numerusform>Hätte letzte Woche %Ln-mal angeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>(the first %1 events)</source>
        <translation>(die ersten %1 Ereignisse)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be tried as it is.</source>
        <translation>So kann sie nicht erprobt werden.</translation>
    </message>
    <message>
        <source>How often would it have fired?</source>
        <translation>Wie oft hätte sie angeschlagen?</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::Alerts</name>
    <message>
        <source>from one address</source>
        <translation>von einer Adresse</translation>
    </message>
    <message>
        <source>of one user</source>
        <translation>eines Benutzers</translation>
    </message>
    <message>
        <source>about one object</source>
        <translation>zu einem Objekt</translation>
    </message>
    <message>
        <source>of one API key</source>
        <translation>mit einem API-Schlüssel</translation>
    </message>
    <message>
        <source>of one kind</source>
        <translation>einer Art</translation>
    </message>
    <message numerus="yes">
        <source>%Ln accounts</source>
        <translation>
            <numerusform>%Ln Konto</numerusform>
            <numerusform>%Ln Konten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses</source>
        <translation>
            <numerusform>%Ln Adresse</numerusform>
            <numerusform>%Ln Adressen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Notice in the window</source>
        <translation>Hinweis im Fenster</translation>
    </message>
    <message>
        <source>Ban the address</source>
        <translation>Adresse sperren</translation>
    </message>
    <message>
        <source>End the user’s sessions</source>
        <translation>Sitzungen des Benutzers beenden</translation>
    </message>
    <message>
        <source>Disable the account</source>
        <translation>Konto deaktivieren</translation>
    </message>
    <message>
        <source>Revoke the API key</source>
        <translation>API-Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Tell a destination</source>
        <translation>Ein Ziel benachrichtigen</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 für %2</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Alle zusammen</translation>
    </message>
    <message>
        <source>By address</source>
        <translation>Nach Adresse</translation>
    </message>
    <message>
        <source>By user</source>
        <translation>Nach Benutzer</translation>
    </message>
    <message>
        <source>By what it was done to</source>
        <translation>Nach dem, woran es geschah</translation>
    </message>
    <message>
        <source>By API key</source>
        <translation>Nach API-Schlüssel</translation>
    </message>
    <message>
        <source>By kind of event</source>
        <translation>Nach Art des Ereignisses</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Different accounts</source>
        <translation>Verschiedene Konten</translation>
    </message>
    <message>
        <source>Different addresses</source>
        <translation>Verschiedene Adressen</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, %2 bis %3</translation>
    </message>
    <message>
        <source>Outside %1</source>
        <translation>Außerhalb von %1</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Stumm</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Many more</source>
        <translation>Viele weitere</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Rule fired</source>
        <translation>Regel schlug an</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>Wieder geöffnet</translation>
    </message>
    <message>
        <source>Given to nobody</source>
        <translation>Niemandem gegeben</translation>
    </message>
    <message>
        <source>Given to %1</source>
        <translation>An %1 gegeben</translation>
    </message>
    <message>
        <source>Not done: %1</source>
        <translation>Nicht getan: %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Zurückgenommen: %1</translation>
    </message>
    <message>
        <source>Under way: %1</source>
        <translation>In Arbeit: %1</translation>
    </message>
    <message>
        <source>Told in the window</source>
        <translation>Im Fenster gemeldet</translation>
    </message>
    <message>
        <source>Address banned</source>
        <translation>Adresse gesperrt</translation>
    </message>
    <message>
        <source>Sessions ended</source>
        <translation>Sitzungen beendet</translation>
    </message>
    <message>
        <source>Account disabled</source>
        <translation>Konto deaktiviert</translation>
    </message>
    <message>
        <source>API key revoked</source>
        <translation>API-Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Destination told</source>
        <translation>Ziel benachrichtigt</translation>
    </message>
    <message>
        <source>Note by %1</source>
        <translation>Notiz von %1</translation>
    </message>
    <message>
        <source>Closed by %1</source>
        <translation>Geschlossen von %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatisch</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AllowCard</name>
    <message>
        <source>Allowed from a hit</source>
        <translation>Aus einem Treffer erlaubt</translation>
    </message>
    <message>
        <source>Allow here</source>
        <translation>Hier erlauben</translation>
    </message>
    <message>
        <source>Step 2 of 2</source>
        <translation>Schritt 2 von 2</translation>
    </message>
    <message>
        <source>This rule only</source>
        <translation>Nur diese Regel</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>Alles von %1</translation>
    </message>
    <message>
        <source>Why, for who reviews it</source>
        <translation>Warum, für die Überprüfung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>Review in %Ln days</source>
        <translation>
            <numerusform>Prüfen in %Ln Tag</numerusform>
            <numerusform>Prüfen in %Ln Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Allow “%1” in %2 of paths that no route has</source>
        <translation>„%1“ in %2 von Pfaden ohne Route erlauben</translation>
    </message>
    <message>
        <source>Allow “%1” in %2 of %3</source>
        <translation>„%1“ in %2 von %3 erlauben</translation>
    </message>
    <message>
        <source>%1 of %2 would pass</source>
        <translation>%1 von %2 kämen durch</translation>
    </message>
    <message>
        <source>None of the last week would pass</source>
        <translation>Keiner der letzten Woche käme durch</translation>
    </message>
    <message>
        <source>All by %1, none from outside</source>
        <translation>Alle von %1, keiner von außen</translation>
    </message>
    <message>
        <source>All from outside: nobody that is known sent them</source>
        <translation>Alle von außen: niemand Bekanntes hat sie gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln from outside, the others by %1</source>
        <translation>
            <numerusform>%Ln von außen, die anderen von %1</numerusform>
            <numerusform>%Ln von außen, die anderen von %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AnswerView</name>
    <message>
        <source>%1 of %2 left</source>
        <translation>%1 von %2 übrig</translation>
    </message>
    <message>
        <source>%1, more in %2</source>
        <translation>%1, mehr in %2</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limits</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Body of the answer</source>
        <translation>Inhalt der Antwort</translation>
    </message>
    <message>
        <source>Header fields</source>
        <translation>Header-Felder</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1
… more than a window can show</source>
        <translation>%1
… mehr, als ein Fenster zeigen kann</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AssignDialog</name>
    <message>
        <source>Assign “%1”</source>
        <translation>„%1“ zuweisen</translation>
    </message>
    <message>
        <source>Who looks after it</source>
        <translation>Wer sich darum kümmert</translation>
    </message>
    <message>
        <source>Part of a name; nobody if it stays empty.</source>
        <translation>Teil eines Namens; niemand, wenn es leer bleibt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Zuweisen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BanPane</name>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>By</source>
        <comment>who made a rule</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt da</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>What led to it</source>
        <translation>Was dazu führte</translation>
    </message>
    <message>
        <source>Bans by score</source>
        <translation>Sperren nach Punkten</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ereignisse öffnen</translation>
    </message>
    <message>
        <source>Ban %1 of this address, for %2</source>
        <translation>Sperre %1 dieser Adresse, für %2</translation>
    </message>
    <message>
        <source>When it is removed</source>
        <translation>Wenn sie entfernt wird</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Hereingelassen</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>requests</comment>
        <translation>Abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Unban</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Step %1, for %2</source>
        <translation>Stufe %1, für %2</translation>
    </message>
    <message>
        <source>Step %1, lifted by %2</source>
        <translation>Stufe %1, aufgehoben von %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BanRows</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>By</source>
        <comment>who made a rule</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Step</source>
        <comment>which ban of an address it is</comment>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Ban %1 of this address, for %2</source>
        <translation>Sperre %1 dieser Adresse, für %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BansModel</name>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>List</source>
        <comment>on which an address stands: blocked, allowed</comment>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>By</source>
        <comment>who made a rule</comment>
        <translation>Von</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Step</source>
        <comment>which ban of an address it is</comment>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt da</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Ban %1 of this address, for %2</source>
        <translation>Sperre %1 dieser Adresse, für %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BansPanel</name>
    <message>
        <source>Bans</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Which rules</source>
        <translation>Welche Regeln</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Banned</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Add address</source>
        <translation>Adresse hinzufügen</translation>
    </message>
    <message>
        <source>Import a plain list of addresses</source>
        <translation>Eine einfache Liste von Adressen importieren</translation>
    </message>
    <message>
        <source>Ban or allow an address or a range (Ctrl+N)</source>
        <translation>Adresse oder Bereich sperren oder zulassen (Strg+N)</translation>
    </message>
    <message>
        <source>Filter bans</source>
        <translation>Sperren filtern</translation>
    </message>
    <message>
        <source>Filter by address, reason or who made the rule; an address finds what holds for it</source>
        <translation>Nach Adresse, Grund oder Urheber filtern; eine Adresse findet, was für sie gilt</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Loading bans</source>
        <translation>Sperren werden geladen</translation>
    </message>
    <message>
        <source>Who is banned stays banned: the server doesn’t need this list.</source>
        <translation>Wer gesperrt ist, bleibt es: Der Server braucht diese Liste nicht.</translation>
    </message>
    <message>
        <source>No rule matches</source>
        <translation>Keine Regel passt</translation>
    </message>
    <message>
        <source>Nothing on the lists has this text or is of this kind.</source>
        <translation>Nichts auf den Listen hat diesen Text oder ist von dieser Art.</translation>
    </message>
    <message>
        <source>Nobody is banned</source>
        <translation>Niemand ist gesperrt</translation>
    </message>
    <message>
        <source>Addresses whose score gets too high stand here, and what you block or allow by hand.</source>
        <translation>Hier stehen Adressen, deren Punkte zu hoch werden, und was Sie von Hand sperren oder zulassen.</translation>
    </message>
    <message>
        <source>Export what is in force</source>
        <translation>Exportieren, was in Kraft ist</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ereignisse öffnen</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Unban</source>
        <translation>Entsperren</translation>
    </message>
    <message numerus="yes">
        <source>Remove all %Ln rules of this list?</source>
        <translation>
            <numerusform>Die %Ln Regel dieser Liste entfernen?</numerusform>
            <numerusform>Alle %Ln Regeln dieser Liste entfernen?</numerusform>
        </translation>
    </message>
    <message>
        <source>What they keep out may come again, and what they let in is treated as everybody else, from the next request on. It cannot be undone.</source>
        <translation>Was sie fernhalten, darf wieder kommen, und was sie hereinlassen, wird wie alle anderen behandelt, ab der nächsten Anfrage. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules removed</source>
        <translation>
            <numerusform>%Ln Regel entfernt</numerusform>
            <numerusform>%Ln Regeln entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules added</source>
        <translation>
            <numerusform>%Ln Regel hinzugefügt</numerusform>
            <numerusform>%Ln Regeln hinzugefügt</numerusform>
        </translation>
    </message>
    <message>
        <source>Plain list…</source>
        <translation>Einfache Liste…</translation>
    </message>
    <message>
        <source>Set for nftables…</source>
        <translation>Menge für nftables…</translation>
    </message>
    <message>
        <source>Decisions for CrowdSec…</source>
        <translation>Entscheidungen für CrowdSec…</translation>
    </message>
    <message>
        <source>Export bans</source>
        <translation>Sperren exportieren</translation>
    </message>
    <message>
        <source>What is in force is in %1</source>
        <translation>Was in Kraft ist, steht in %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BansSeveralPane</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules selected</source>
        <translation>
            <numerusform>%Ln Regel ausgewählt</numerusform>
            <numerusform>%Ln Regeln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BatchModel</name>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Unmask</source>
        <translation>Aufdecken</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BulkConduct</name>
    <message>
        <source>Disabling</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Enabling</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>Wird entsperrt</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Resetting MFA</source>
        <translation>MFA zurücksetzen</translation>
    </message>
    <message>
        <source>Ending sessions</source>
        <translation>Sitzungen beenden</translation>
    </message>
    <message>
        <source>Changing roles</source>
        <translation>Rollen werden geändert</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BulkPane</name>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Reset MFA</source>
        <translation>MFA zurücksetzen</translation>
    </message>
    <message>
        <source>End sessions</source>
        <translation>Sitzungen beenden</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>For all of them</source>
        <translation>Für alle</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>Geben</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Nehmen</translation>
    </message>
    <message>
        <source>Give the role %1</source>
        <translation>Die Rolle %1 geben</translation>
    </message>
    <message>
        <source>Take the role %1</source>
        <translation>Die Rolle %1 nehmen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users selected</source>
        <translation>
            <numerusform>%Ln Benutzer ausgewählt</numerusform>
            <numerusform>%Ln Benutzer ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>What you choose is done to each of them</source>
        <translation>Was Sie wählen, geschieht mit jedem von ihnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 von %L2</translation>
    </message>
    <message>
        <source>It allows more than your own role</source>
        <translation>Sie erlaubt mehr als Ihre eigene Rolle</translation>
    </message>
    <message>
        <source>%1: %L2 of %L3</source>
        <translation>%1: %L2 von %L3</translation>
    </message>
    <message>
        <source>All of them have it</source>
        <translation>Alle haben sie schon</translation>
    </message>
    <message>
        <source>None of them has it</source>
        <translation>Niemand davon hat sie</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::CertificateBox</name>
    <message>
        <source>Certificate, SHA-256</source>
        <translation>Zertifikat, SHA-256</translation>
    </message>
    <message>
        <source>Certificate valid until</source>
        <translation>Zertifikat gültig bis</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>Made when the server first starts</source>
        <translation>Entsteht beim ersten Start des Servers</translation>
    </message>
    <message>
        <source>The certificate before is shown again.</source>
        <translation>Das vorige Zertifikat wird wieder gezeigt.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Certificate made for</source>
        <translation>Zertifikat für</translation>
    </message>
    <message>
        <source>Certificate issued by</source>
        <translation>Zertifikat ausgestellt von</translation>
    </message>
    <message>
        <source>Clients refuse it at some of the server’s names</source>
        <translation>Clients lehnen es unter einigen Namen des Servers ab</translation>
    </message>
    <message>
        <source>Import certificate…</source>
        <translation>Zertifikat importieren…</translation>
    </message>
    <message>
        <source>Put the one before back</source>
        <translation>Voriges zurückholen</translation>
    </message>
    <message>
        <source>Use own certificate…</source>
        <translation>Eigenes verwenden…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Itself: clients have to be told to trust it</source>
        <translation>Sich selbst: Clients muss man sagen, dass sie ihm vertrauen</translation>
    </message>
    <message>
        <source>It isn’t made for: %1</source>
        <extracomment>%1: host names and addresses</extracomment>
        <translation>Nicht gemacht für: %1</translation>
    </message>
    <message>
        <source>The server shows the new certificate.</source>
        <translation>Der Server zeigt das neue Zertifikat.</translation>
    </message>
    <message>
        <source>Stop showing the imported certificate?</source>
        <translation>Das importierte Zertifikat nicht mehr zeigen?</translation>
    </message>
    <message>
        <source>New connections get what lies in the folder tls, or a certificate that Sallyport makes itself. Open connections stay. The imported one is kept and can be put back.</source>
        <translation>Neue Verbindungen bekommen, was im Ordner tls liegt, oder ein Zertifikat, das Sallyport selbst macht. Offene Verbindungen bleiben. Das importierte wird behalten und lässt sich zurückholen.</translation>
    </message>
    <message>
        <source>Use own certificate</source>
        <translation>Eigenes verwenden</translation>
    </message>
    <message>
        <source>The server shows its own certificate.</source>
        <translation>Der Server zeigt sein eigenes Zertifikat.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ChainCard</name>
    <message>
        <source>Audit chain</source>
        <translation>Prüfkette</translation>
    </message>
    <message>
        <source>Every event carries a keyed hash over the one before it. Verifying reads them all and finds what was changed, removed or cut off.</source>
        <translation>Jedes Ereignis trägt einen Hash mit Schlüssel über das vorige. Die Prüfung liest alle und findet, was geändert, entfernt oder abgeschnitten wurde.</translation>
    </message>
    <message>
        <source>Verify chain</source>
        <translation>Kette prüfen</translation>
    </message>
    <message>
        <source>Open audit events</source>
        <translation>Prüfereignisse öffnen</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
    <message>
        <source>Last verified %1: intact</source>
        <translation>Zuletzt geprüft %1: unversehrt</translation>
    </message>
    <message>
        <source>Found damaged %1</source>
        <translation>Beschädigt gefunden %1</translation>
    </message>
    <message>
        <source>Verification stopped</source>
        <translation>Prüfung abgebrochen</translation>
    </message>
    <message>
        <source>Nothing was found up to there.</source>
        <translation>Bis dahin wurde nichts gefunden.</translation>
    </message>
    <message>
        <source>The chain could not be verified</source>
        <translation>Die Kette konnte nicht geprüft werden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) checked. Nothing was changed, removed or cut off.</source>
        <translation>
            <numerusform>%Ln Ereignis geprüft. Nichts wurde geändert, entfernt oder abgeschnitten.</numerusform>
            <numerusform>%Ln Ereignisse geprüft. Nichts wurde geändert, entfernt oder abgeschnitten.</numerusform>
        </translation>
    </message>
    <message>
        <source>The chain is intact</source>
        <translation>Die Kette ist unversehrt</translation>
    </message>
    <message>
        <source>The chain is damaged</source>
        <translation>Die Kette ist beschädigt</translation>
    </message>
    <message>
        <source>Accept the damage…</source>
        <translation>Schaden anerkennen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) checked. Apart from what was accepted, nothing was changed, removed or cut off.</source>
        <translation>
            <numerusform>%Ln Ereignis geprüft. Bis auf das Anerkannte wurde nichts geändert, entfernt oder abgeschnitten.</numerusform>
            <numerusform>%Ln Ereignisse geprüft. Bis auf das Anerkannte wurde nichts geändert, entfernt oder abgeschnitten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Events up to %1 were removed as older than they are kept, last %2.</source>
        <translation>Ereignisse bis %1 wurden entfernt, da sie älter waren als aufbewahrt wird, zuletzt %2.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ChangeBanner</name>
    <message>
        <source>Keep this change?</source>
        <translation>Diese Änderung behalten?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Take back now</source>
        <translation>Jetzt zurücknehmen</translation>
    </message>
    <message>
        <source>%1 It is taken back in %2 s unless you keep it.</source>
        <extracomment>%1: a sentence that says what has changed</extracomment>
        <translation>%1 Es wird in %2 s zurückgenommen, wenn Sie es nicht behalten.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ChangeText</name>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Zugewiesen an</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Einstufung</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>Gezählt nach</translation>
    </message>
    <message>
        <source>Inherits</source>
        <translation>Erbt</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Kinds of events</source>
        <translation>Arten von Ereignissen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Most bytes</source>
        <translation>Höchstens Bytes</translation>
    </message>
    <message>
        <source>Most events</source>
        <translation>Höchstens Ereignisse</translation>
    </message>
    <message>
        <source>Muted until</source>
        <translation>Stumm bis</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Geteilt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Strictness</source>
        <translation>Strenge</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Window in seconds</source>
        <translation>Fenster in Sekunden</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ClassesModel</name>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Hits, 7 d</source>
        <translation>Treffer, 7 T</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::CodesPage</name>
    <message>
        <source>Copied. The clipboard is cleared after 30 s.</source>
        <translation>Kopiert. Die Zwischenablage wird nach 30 s geleert.</translation>
    </message>
    <message>
        <source>Recovery codes of %1</source>
        <translation>Wiederherstellungscodes von %1</translation>
    </message>
    <message>
        <source>Without the phone each of them opens the account once. They are shown only now: store them where the phone is not.</source>
        <translation>Ohne das Telefon öffnet jeder davon das Konto einmal. Sie erscheinen nur jetzt: verwahren Sie sie dort, wo das Telefon nicht ist.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Drucken…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Sallyport recovery codes</source>
        <translation>Wiederherstellungscodes für Sallyport</translation>
    </message>
    <message>
        <source>Each code works once.</source>
        <translation>Jeder Code gilt einmal.</translation>
    </message>
    <message>
        <source>The printer did not take it. Save the codes instead.</source>
        <translation>Der Drucker hat es nicht angenommen. Speichern Sie die Codes stattdessen.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>An den Drucker gesendet.</translation>
    </message>
    <message>
        <source>Save recovery codes</source>
        <translation>Wiederherstellungscodes speichern</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Gespeichert in %1</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 konnte nicht geschrieben werden</translation>
    </message>
    <message>
        <source>I have stored the codes</source>
        <translation>Ich habe die Codes aufbewahrt</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ColourRules</name>
    <message>
        <source>Red</source>
        <translation>Rot</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Gelb</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Grün</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Türkis</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Blau</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Grau</translation>
    </message>
    <message>
        <source>Octagon</source>
        <translation>Achteck</translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation>Dreieck</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Kreis</translation>
    </message>
    <message>
        <source>Barred circle</source>
        <translation>Durchgestrichener Kreis</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>Glocke</translation>
    </message>
    <message>
        <source>Pencil</source>
        <translation>Stift</translation>
    </message>
    <message>
        <source>Eye</source>
        <translation>Auge</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Kette</translation>
    </message>
    <message>
        <source>Padlock</source>
        <translation>Schloss</translation>
    </message>
    <message>
        <source>Shield</source>
        <translation>Schild</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Lightning</source>
        <translation>Blitz</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>A rule needs a filter.</source>
        <translation>Eine Regel braucht einen Filter.</translation>
    </message>
    <message>
        <source>A rule takes no time.</source>
        <translation>Eine Regel nimmt keine Zeit.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ColoursDialog</name>
    <message>
        <source>Colour rules</source>
        <translation>Farbregeln</translation>
    </message>
    <message>
        <source>Colour rules, the first that fits holds</source>
        <translation>Farbregeln, die erste passende gilt</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Farbe</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Symbol</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Wie am Anfang</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Choose a rule first</source>
        <translation>Wählen Sie zuerst eine Regel</translation>
    </message>
    <message>
        <source>There are as many rules as there can be</source>
        <translation>Mehr Regeln kann es nicht geben</translation>
    </message>
    <message>
        <source>It is the first already</source>
        <translation>Sie ist schon die erste</translation>
    </message>
    <message>
        <source>It is the last already</source>
        <translation>Sie ist schon die letzte</translation>
    </message>
    <message>
        <source>A filter has a mistake</source>
        <translation>Ein Filter enthält einen Fehler</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Columns, in their order</source>
        <translation>Spalten in ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Width of this column</source>
        <translation>Breite dieser Spalte</translation>
    </message>
    <message>
        <source>As it needs</source>
        <translation>Nach Bedarf</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Wie am Anfang</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::CommandPalette</name>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder Befehl ausführen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Service accounts</source>
        <translation>Dienstkonten</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 von %L2</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Sucht…</translation>
    </message>
    <message>
        <source>Nothing matches “%1”. People, keys, accounts, settings, help and commands are found by their names, events and the others by their id, too.</source>
        <translation>Nichts passt zu „%1“. Personen, Schlüssel, Konten, Einstellungen, Hilfe und Befehle finden sich nach ihrem Namen, Ereignisse und die anderen auch nach ihrer Kennung.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Bewegen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Its events</source>
        <translation>Ereignisse dazu</translation>
    </message>
    <message>
        <source>Next group</source>
        <translation>Nächste Gruppe</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::CommentDialog</name>
    <message>
        <source>Edit comment</source>
        <translation>Kommentar bearbeiten</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Text, or the markup of the web: &lt;b&gt;, &lt;i&gt;, &lt;ul&gt;, links. Whatever could run is taken out.</source>
        <translation>Text oder Auszeichnungen des Webs: &lt;b&gt;, &lt;i&gt;, &lt;ul&gt;, Links. Was ausgeführt werden könnte, wird entfernt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>It is too long</source>
        <translation>Er ist zu lang</translation>
    </message>
    <message>
        <source>Nothing of it can be read</source>
        <translation>Nichts davon ist lesbar</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::CommentLine</name>
    <message>
        <source>Write a comment</source>
        <translation>Kommentar schreiben</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>A comment</source>
        <translation>Ein Kommentar</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::CommentsPart</name>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier ones are not shown here.</source>
        <translation>
            <numerusform>%Ln früherer steht nicht hier.</numerusform>
            <numerusform>%Ln frühere stehen nicht hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <source>What can be done with the comment of %1</source>
        <translation>Was sich mit dem Kommentar von %1 tun lässt</translation>
    </message>
    <message>
        <source>Open %1…</source>
        <translation>%1 öffnen…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Delete this comment of %1?</source>
        <translation>Diesen Kommentar von %1 löschen?</translation>
    </message>
    <message>
        <source>It is overwritten; it cannot be undone.</source>
        <translation>Er wird überschrieben; das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Open %1?</source>
        <translation>%1 öffnen?</translation>
    </message>
    <message>
        <source>Somebody wrote this address into a comment:</source>
        <translation>Diese Adresse hat jemand in einen Kommentar geschrieben:</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln scripts removed</source>
        <translation>
            <numerusform>%Ln Skript entfernt</numerusform>
            <numerusform>%Ln Skripte entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln things removed</source>
        <translation>
            <numerusform>%Ln Element entfernt</numerusform>
            <numerusform>%Ln Elemente entfernt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ConcernedList</name>
    <message>
        <source>Disabled</source>
        <comment>an account or key</comment>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Locked</source>
        <comment>an account</comment>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>People affected</source>
        <translation>Betroffene</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>No account of this vault</source>
        <translation>Kein Konto dieses Tresors</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Open user</source>
        <translation>Benutzer öffnen</translation>
    </message>
    <message>
        <source>Open in Threats</source>
        <translation>In „Bedrohungen“ öffnen</translation>
    </message>
    <message>
        <source>Open API key</source>
        <translation>API-Schlüssel öffnen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ConditionRow</name>
    <message>
        <source>Owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Einstufung</translation>
    </message>
    <message>
        <source>User roles</source>
        <translation>Rollen des Benutzers</translation>
    </message>
    <message>
        <source>Last MFA check</source>
        <translation>Letzte MFA-Prüfung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Was verglichen wird</translation>
    </message>
    <message>
        <source>%1: how it is compared</source>
        <translation>%1: wie verglichen wird</translation>
    </message>
    <message>
        <source>%1: with what</source>
        <translation>%1: womit</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Netze</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Take away: %1</source>
        <translation>Wegnehmen: %1</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>User department</source>
        <translation>Abteilung des Benutzers</translation>
    </message>
    <message>
        <source>One, or several with commas</source>
        <translation>Einer oder mehrere, mit Kommas</translation>
    </message>
    <message>
        <source>include</source>
        <translation>enthalten</translation>
    </message>
    <message>
        <source>do not include</source>
        <translation>enthalten nicht</translation>
    </message>
    <message>
        <source>is older than</source>
        <translation>ist älter als</translation>
    </message>
    <message>
        <source>is newer than</source>
        <translation>ist neuer als</translation>
    </message>
    <message>
        <source>is within</source>
        <translation>ist innerhalb</translation>
    </message>
    <message>
        <source>is outside of</source>
        <translation>ist außerhalb</translation>
    </message>
    <message>
        <source>is in</source>
        <translation>ist in</translation>
    </message>
    <message>
        <source>is not in</source>
        <translation>ist nicht in</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>ist nicht</translation>
    </message>
    <message>
        <source>Enter a department</source>
        <translation>Geben Sie eine Abteilung ein</translation>
    </message>
    <message>
        <source>Enter a classification</source>
        <translation>Geben Sie eine Einstufung ein</translation>
    </message>
    <message>
        <source>Enter a role</source>
        <translation>Geben Sie eine Rolle ein</translation>
    </message>
    <message>
        <source>Enter a number of minutes</source>
        <translation>Geben Sie eine Zahl von Minuten ein</translation>
    </message>
    <message>
        <source>Enter an address or a network</source>
        <translation>Geben Sie eine Adresse oder ein Netz ein</translation>
    </message>
    <message>
        <source>This is no address and no network. Write 203.0.113.7 or 203.0.113.0/24.</source>
        <translation>Das ist keine Adresse und kein Netz. Schreiben Sie 203.0.113.7 oder 203.0.113.0/24.</translation>
    </message>
    <message>
        <source>Choose at least one day</source>
        <translation>Wählen Sie mindestens einen Tag</translation>
    </message>
    <message>
        <source>Enter a time zone, such as Europe/Oslo</source>
        <translation>Geben Sie eine Zeitzone ein, etwa Europe/Oslo</translation>
    </message>
    <message>
        <source>This is always: take the condition away, or choose a time</source>
        <translation>Das ist immer: Entfernen Sie die Bedingung, oder wählen Sie eine Zeit</translation>
    </message>
    <message>
        <source>Choose two different times</source>
        <translation>Wählen Sie zwei verschiedene Uhrzeiten</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::CoverageFigures</name>
    <message>
        <source>With a second factor</source>
        <translation>Mit zweitem Faktor</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>%L1 of %L2 active users</source>
        <translation>%L1 von %L2 aktiven Benutzern</translation>
    </message>
    <message>
        <source>Still in time</source>
        <translation>Noch in der Frist</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Can only set one up</source>
        <translation>Können nur einen einrichten</translation>
    </message>
    <message>
        <source>No role requires one</source>
        <translation>Keine Rolle verlangt einen</translation>
    </message>
    <message>
        <source>Required: %1</source>
        <translation>Verlangt: %1</translation>
    </message>
    <message>
        <source>Few recovery codes</source>
        <translation>Wenige Codes</translation>
    </message>
    <message>
        <source>Fewer than %L1 left</source>
        <translation>Weniger als %L1 übrig</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::CoverageModel</name>
    <message>
        <source>Set up</source>
        <translation>Eingerichtet</translation>
    </message>
    <message>
        <source>Not required</source>
        <translation>Nicht verlangt</translation>
    </message>
    <message>
        <source>Overdue since %1</source>
        <translation>Überfällig seit %1</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>Codes left</source>
        <translation>Codes übrig</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>%L1</source>
        <translation>%L1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::CoveragePanel</name>
    <message>
        <source>MFA coverage</source>
        <translation>MFA-Abdeckung</translation>
    </message>
    <message>
        <source>Change rule</source>
        <translation>Regel ändern</translation>
    </message>
    <message>
        <source>Which roles require a second factor, and how much time there is</source>
        <translation>Welche Rollen einen zweiten Faktor verlangen und wie viel Zeit dafür ist</translation>
    </message>
    <message>
        <source>Filter users</source>
        <translation>Benutzer filtern</translation>
    </message>
    <message>
        <source>Filter users by name or e-mail</source>
        <translation>Benutzer nach Name oder E-Mail filtern</translation>
    </message>
    <message>
        <source>Users by second factor</source>
        <translation>Benutzer nach zweitem Faktor</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Loading users</source>
        <translation>Benutzer werden geladen</translation>
    </message>
    <message>
        <source>Without a second factor</source>
        <translation>Ohne zweiten Faktor</translation>
    </message>
    <message>
        <source>Still in time</source>
        <translation>Noch in der Frist</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Few recovery codes</source>
        <translation>Wenige Wiederherstellungscodes</translation>
    </message>
    <message>
        <source>Any role</source>
        <translation>Jede Rolle</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>Niemand passt dazu</translation>
    </message>
    <message>
        <source>No user has this text and these properties. Take one of the filters away to see more.</source>
        <translation>Kein Benutzer hat diesen Text und diese Eigenschaften. Nehmen Sie einen Filter weg, um mehr zu sehen.</translation>
    </message>
    <message>
        <source>Everybody has a second factor</source>
        <translation>Alle haben einen zweiten Faktor</translation>
    </message>
    <message>
        <source>Who is added without one stands here until it is set up.</source>
        <translation>Wer ohne einen hinzukommt, steht hier, bis er eingerichtet ist.</translation>
    </message>
    <message>
        <source>Nothing is lost and the server keeps running.</source>
        <translation>Nichts ist verloren, und der Server läuft weiter.</translation>
    </message>
    <message>
        <source>Show user</source>
        <translation>Benutzer zeigen</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Reset MFA…</source>
        <translation>MFA zurücksetzen…</translation>
    </message>
    <message>
        <source>Set up MFA…</source>
        <translation>MFA einrichten…</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DashboardPanel</name>
    <message>
        <source>The server keeps running.</source>
        <translation>Der Server läuft weiter.</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Neuer Bericht</translation>
    </message>
    <message>
        <source>Reading the figures</source>
        <translation>Zahlen werden gelesen</translation>
    </message>
    <message>
        <source>Requests now</source>
        <translation>Anfragen jetzt</translation>
    </message>
    <message>
        <source>Refused or blocked, last hour</source>
        <translation>Abgelehnt oder blockiert, 1 h</translation>
    </message>
    <message>
        <source>Failed sign-ins, 24 h</source>
        <translation>Fehlanmeldungen, 24 h</translation>
    </message>
    <message>
        <source>Users with MFA</source>
        <translation>Benutzer mit MFA</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Anfragen pro Sekunde</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Std.</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Std.</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>Refusals by stage</source>
        <translation>Ablehnungen nach Stufe</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>Nothing was refused</source>
        <translation>Nichts wurde abgelehnt</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>Anmeldungen</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>Ungewöhnlich</translation>
    </message>
    <message>
        <source>Sign-ins by hour</source>
        <translation>Anmeldungen nach Stunde</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the last hour</source>
        <translation>
            <numerusform>%Ln in der letzten Stunde</numerusform>
            <numerusform>%Ln in der letzten Stunde</numerusform>
        </translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>No requests in the last hour</source>
        <translation>Keine in der letzten Stunde</translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <translation>%1 von %2 Anfragen</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them from one address</source>
        <translation>
            <numerusform>%Ln davon von einer Adresse</numerusform>
            <numerusform>%Ln davon von einer Adresse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the 24 hours before</source>
        <translation>
            <numerusform>%Ln in den 24 Stunden davor</numerusform>
            <numerusform>%Ln in den 24 Stunden davor</numerusform>
        </translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Gelungen</translation>
    </message>
    <message>
        <source>%1% more than yesterday</source>
        <translation>%1 % mehr als gestern</translation>
    </message>
    <message>
        <source>%1% less than yesterday</source>
        <translation>%1 % weniger als gestern</translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln in grace period</source>
        <extracomment>%1: “1,117 of 1,284 active”</extracomment>
        <translation>
            <numerusform>%1; %Ln in der Frist</numerusform>
            <numerusform>%1; %Ln in der Frist</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 seit %2</translation>
    </message>
    <message>
        <source>No requests since %1</source>
        <translation>Keine Anfragen seit %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Seit %1</translation>
    </message>
    <message>
        <source>Nothing was refused since then</source>
        <translation>Seitdem wurde nichts abgelehnt</translation>
    </message>
    <message>
        <source>%1 of %2 active</source>
        <translation>%1 von %2 aktiven</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DecisionPane</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Woran</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Gefragt von</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Decision ID</source>
        <translation>Entscheidungs-ID</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>How it was decided</source>
        <translation>Wie entschieden wurde</translation>
    </message>
    <message>
        <source>What would have changed it</source>
        <translation>Was es geändert hätte</translation>
    </message>
    <message>
        <source>Show event</source>
        <translation>Ereignis zeigen</translation>
    </message>
    <message>
        <source>Show user</source>
        <translation>Benutzer zeigen</translation>
    </message>
    <message>
        <source>It was not recorded how this was decided.</source>
        <translation>Wie dies entschieden wurde, ist nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Ask the same in the simulator</source>
        <translation>Dasselbe im Simulator fragen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DecisionTrace</name>
    <message>
        <source>Permission “%1”</source>
        <translation>Berechtigung „%1“</translation>
    </message>
    <message>
        <source>No role gives it</source>
        <translation>Keine Rolle gibt sie</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>Von %1</translation>
    </message>
    <message>
        <source>Refuses, because it could not be evaluated: %1</source>
        <translation>Verweigert, weil sie nicht ausgewertet werden konnte: %1</translation>
    </message>
    <message>
        <source>Doesn’t allow, because it could not be evaluated: %1</source>
        <translation>Erlaubt nicht, weil sie nicht ausgewertet werden konnte: %1</translation>
    </message>
    <message>
        <source>Refuses: its condition holds</source>
        <translation>Verweigert: Ihre Bedingung trifft zu</translation>
    </message>
    <message>
        <source>Allows: its condition holds</source>
        <translation>Erlaubt: Ihre Bedingung trifft zu</translation>
    </message>
    <message>
        <source>Doesn’t refuse: its condition doesn’t hold</source>
        <translation>Verweigert nicht: Ihre Bedingung trifft nicht zu</translation>
    </message>
    <message>
        <source>Doesn’t allow: its condition doesn’t hold</source>
        <translation>Erlaubt nicht: Ihre Bedingung trifft nicht zu</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>A role with the permission “%1”</source>
        <translation>Eine Rolle mit der Berechtigung „%1“</translation>
    </message>
    <message>
        <source>A policy that allows it</source>
        <translation>Eine Richtlinie, die es erlaubt</translation>
    </message>
    <message>
        <source>In “%1”, this being true:</source>
        <translation>In „%1“, wenn dies wahr wäre:</translation>
    </message>
    <message>
        <source>In “%1”, this being false:</source>
        <translation>In „%1“, wenn dies falsch wäre:</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>Needed to see the record</source>
        <translation>Nötig, um den Datensatz zu sehen</translation>
    </message>
    <message>
        <source>Needed to see it</source>
        <translation>Nötig, um es zu sehen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DecisionWords</name>
    <message>
        <source>Refused</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Would be refused</source>
        <translation>Würde verweigert</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>No role gives “%1”</source>
        <translation>Keine Rolle gibt „%1“</translation>
    </message>
    <message>
        <source>A role allows it, no policy names it</source>
        <translation>Eine Rolle erlaubt es, keine Richtlinie nennt es</translation>
    </message>
    <message>
        <source>Allowed by “%1”</source>
        <translation>Erlaubt von „%1“</translation>
    </message>
    <message>
        <source>Refused by “%1”</source>
        <translation>Verweigert von „%1“</translation>
    </message>
    <message>
        <source>Policies name it and none allows it</source>
        <translation>Richtlinien nennen es, und keine erlaubt es</translation>
    </message>
    <message>
        <source>A request</source>
        <translation>Eine Anfrage</translation>
    </message>
    <message>
        <source>A list</source>
        <translation>Eine Liste</translation>
    </message>
    <message>
        <source>A check</source>
        <translation>Eine Prüfung</translation>
    </message>
    <message>
        <source>The simulator</source>
        <translation>Der Simulator</translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation>Niemand angemeldet</translation>
    </message>
    <message>
        <source>“%1” would refuse it</source>
        <translation>„%1“ würde es verweigern</translation>
    </message>
    <message>
        <source>“%1” failed, so it refuses</source>
        <translation>„%1“ scheiterte und verweigert</translation>
    </message>
    <message>
        <source>Enforced, no policy would allow it</source>
        <translation>Durchgesetzt würde keine Richtlinie es erlauben</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>a kind of object and its name</comment>
        <translation>%1 „%2“</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a kind of object and its id</comment>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DecisionsModel</name>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Woran</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DecisionsPanel</name>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Which decisions</source>
        <translation>Welche Entscheidungen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Filter decisions</source>
        <translation>Entscheidungen filtern</translation>
    </message>
    <message>
        <source>Filter decisions by person, policy, path or object</source>
        <translation>Entscheidungen nach Person, Richtlinie, Pfad oder Objekt filtern</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Loading decisions</source>
        <translation>Entscheidungen werden geladen</translation>
    </message>
    <message>
        <source>Nothing is lost, and decisions go on being made and recorded.</source>
        <translation>Nichts ist verloren, und Entscheidungen werden weiter getroffen und aufgezeichnet.</translation>
    </message>
    <message>
        <source>No decision matches</source>
        <translation>Keine Entscheidung passt</translation>
    </message>
    <message>
        <source>Nothing that was decided has this text and outcome.</source>
        <translation>Nichts, was entschieden wurde, hat diesen Text und Ausgang.</translation>
    </message>
    <message>
        <source>Nothing was refused yet</source>
        <translation>Noch wurde nichts verweigert</translation>
    </message>
    <message>
        <source>Every refusal stands here with its reasons. Of what is allowed, as much as the setting “Record decisions that allow” says.</source>
        <translation>Jede Verweigerung steht hier mit ihren Gründen. Von dem, was erlaubt wird, so viel, wie die Einstellung „Erlaubende Entscheidungen aufzeichnen“ sagt.</translation>
    </message>
    <message>
        <source>Show event</source>
        <translation>Ereignis zeigen</translation>
    </message>
    <message>
        <source>Show user</source>
        <translation>Benutzer zeigen</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Try again in the simulator</source>
        <translation>Im Simulator erneut prüfen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DetailsPane</name>
    <message>
        <source>Close details</source>
        <translation>Details schließen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DetectionPanel</name>
    <message>
        <source>Allowed in %1. It holds from the next request on.</source>
        <translation>In %1 erlaubt. Es gilt ab der nächsten Anfrage.</translation>
    </message>
    <message>
        <source>“%1” observes from the next request on</source>
        <translation>„%1“ beobachtet ab der nächsten Anfrage</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Which classes</source>
        <translation>Welche Klassen</translation>
    </message>
    <message>
        <source>Classes of attacks</source>
        <translation>Klassen von Angriffen</translation>
    </message>
    <message>
        <source>Requests go on being looked at.</source>
        <translation>Anfragen werden weiter geprüft.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hits in 7 days</source>
        <translation>
            <numerusform>%Ln Treffer in 7 Tagen</numerusform>
            <numerusform>%Ln Treffer in 7 Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Ausgeschaltet</translation>
    </message>
    <message>
        <source>Observes only</source>
        <translation>Beobachtet nur</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>With hits %1</source>
        <translation>Mit Treffern %1</translation>
    </message>
    <message>
        <source>Observed %1</source>
        <translation>Beobachtet %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DialogFrame</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Discard what you have entered?</source>
        <translation>Verwerfen, was Sie eingegeben haben?</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DifferencesView</name>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DigitField</name>
    <message>
        <source>Six-digit code</source>
        <translation>Sechsstelliger Code</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Einfügen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DrillModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Was versucht wurde</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>As it should be</source>
        <translation>Wie es soll</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Was zu sehen war</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DrillPanel</name>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten …</translation>
    </message>
    <message>
        <source>Making a copy of the server…</source>
        <translation>Der Server wird nachgebaut …</translation>
    </message>
    <message>
        <source>%1 of %2 kinds</source>
        <translation>%1 von %2 Arten</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Übung</translation>
    </message>
    <message>
        <source>Run drill</source>
        <translation>Übung starten</translation>
    </message>
    <message>
        <source>Filter checks</source>
        <translation>Prüfungen filtern</translation>
    </message>
    <message>
        <source>Filter checks by attack, kind or setting</source>
        <translation>Prüfungen nach Angriff, Art oder Einstellung filtern</translation>
    </message>
    <message>
        <source>What the drill tried</source>
        <translation>Was die Übung versuchte</translation>
    </message>
    <message>
        <source>Looking for earlier drills</source>
        <translation>Frühere Übungen werden gesucht</translation>
    </message>
    <message>
        <source>No drill was run, and nothing was changed.</source>
        <translation>Es lief keine Übung, und nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The server itself was not touched.</source>
        <translation>Der Server selbst wurde nicht berührt.</translation>
    </message>
    <message>
        <source>See what this server withstands</source>
        <translation>Sehen, was dieser Server aushält</translation>
    </message>
    <message>
        <source>A copy of it, with its settings and none of its data, is attacked on this machine for half a minute.</source>
        <translation>Eine Kopie, mit seinen Einstellungen und ohne seine Daten, wird auf diesem Rechner eine halbe Minute lang angegriffen.</translation>
    </message>
    <message>
        <source>Attacks</source>
        <translation>Angriffe</translation>
    </message>
    <message>
        <source>Guessed passwords, forged tokens, injections, scanners, slow requests, floods</source>
        <translation>Geratene Passwörter, gefälschte Token, Injektionen, Scanner, langsame Anfragen, Fluten</translation>
    </message>
    <message>
        <source>Honest traffic beside them</source>
        <translation>Daneben ehrlicher Verkehr</translation>
    </message>
    <message>
        <source>What is refused of it is refused wrongly</source>
        <translation>Was davon abgelehnt wird, wird zu Unrecht abgelehnt</translation>
    </message>
    <message>
        <source>What decides</source>
        <translation>Was entscheidet</translation>
    </message>
    <message>
        <source>Each row leads to the setting that would have helped</source>
        <translation>Jede Zeile führt zur Einstellung, die geholfen hätte</translation>
    </message>
    <message>
        <source>%1, %2 s</source>
        <translation>%1, %2 s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attacks came through</source>
        <translation>
            <numerusform>%Ln Angriff kam durch</numerusform>
            <numerusform>%Ln Angriffe kamen durch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln honest requests were refused</source>
        <translation>
            <numerusform>%Ln ehrliche Anfrage wurde abgelehnt</numerusform>
            <numerusform>%Ln ehrliche Anfragen wurden abgelehnt</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything was as it should be</source>
        <translation>Alles war, wie es soll</translation>
    </message>
    <message>
        <source>%1 of %2 attacks were caught, %3 of %4 honest requests were answered.</source>
        <translation>%1 von %2 Angriffen wurden abgefangen, %3 von %4 ehrlichen Anfragen beantwortet.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kinds were not tried: the drill&apos;s time was over</source>
        <translation>
            <numerusform>%Ln Art wurde nicht versucht: Die Zeit der Übung war um</numerusform>
            <numerusform>%Ln Arten wurden nicht versucht: Die Zeit der Übung war um</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DryRunDialog</name>
    <message>
        <source>Dry run</source>
        <translation>Probelauf</translation>
    </message>
    <message>
        <source>What these numbers would have done with the hits of the last seven days. Recorded are hits, so what nobody noticed isn’t among them: with more strictness there may be more.</source>
        <translation>Was diese Zahlen mit den Treffern der letzten sieben Tage gemacht hätten. Aufgezeichnet sind Treffer; was niemand bemerkt hat, ist nicht darunter: mit mehr Strenge können es mehr sein.</translation>
    </message>
    <message>
        <source>Attack from a score of</source>
        <translation>Angriff ab Punktzahl</translation>
    </message>
    <message>
        <source>Strictness</source>
        <translation>Strenge</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hits: %1 would be blocked, %2 observed, %3 would pass.</source>
        <translation>
            <numerusform>%Ln Treffer: %1 würden blockiert, %2 beobachtet, %3 kämen durch.</numerusform>
            <numerusform>%Ln Treffer: %1 würden blockiert, %2 beobachtet, %3 kämen durch.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>rule and place</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Would pass</source>
        <translation>Käme durch</translation>
    </message>
    <message>
        <source>Would be observed</source>
        <translation>Würde beobachtet</translation>
    </message>
    <message>
        <source>Would be blocked</source>
        <translation>Würde blockiert</translation>
    </message>
    <message>
        <source>Nothing would have come out otherwise.</source>
        <translation>Nichts wäre anders ausgegangen.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DurationInput</name>
    <message>
        <source>Unit of time</source>
        <translation>Zeiteinheit</translation>
    </message>
    <message numerus="yes">
        <source>seconds</source>
        <comment>unit after a number</comment>
        <translation>
            <numerusform>Sekunde</numerusform>
            <numerusform>Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>minutes</source>
        <comment>unit after a number</comment>
        <translation>
            <numerusform>Minute</numerusform>
            <numerusform>Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hours</source>
        <comment>unit after a number</comment>
        <translation>
            <numerusform>Stunde</numerusform>
            <numerusform>Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>days</source>
        <comment>unit after a number</comment>
        <translation>
            <numerusform>Tag</numerusform>
            <numerusform>Tage</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::EditUserDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::EncryptionDialog</name>
    <message>
        <source>Encryption of sensitive values</source>
        <translation>Verschlüsselung vertraulicher Werte</translation>
    </message>
    <message>
        <source>Each value is encrypted by itself (AES-256-GCM) and bound to its record and name. Another key takes over by itself long before one has been used too often.</source>
        <translation>Jeder Wert ist einzeln verschlüsselt (AES-256-GCM) und an Datensatz und Namen gebunden. Ein anderer Schlüssel übernimmt von selbst, lange bevor einer zu oft benutzt wurde.</translation>
    </message>
    <message>
        <source>Key that seals</source>
        <translation>Aktiver Schlüssel</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Benutzt</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Under earlier keys</source>
        <translation>Unter früheren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Seal them anew</source>
        <translation>Neu verschlüsseln</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Neuer Schlüssel</translation>
    </message>
    <message>
        <source>None was needed yet</source>
        <translation>Noch keiner nötig</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>Nr. %1</translation>
    </message>
    <message>
        <source>No. %1, since %2</source>
        <translation>Nr. %1, seit %2</translation>
    </message>
    <message>
        <source>%1 of %2 times at the most</source>
        <translation>Höchstens %1 von %2 Mal</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>%1 of %2 sealed anew</source>
        <translation>%1 von %2 neu verschlüsselt</translation>
    </message>
    <message>
        <source>Nothing waits for it</source>
        <translation>Nichts wartet darauf</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ErrorState</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Details kopieren</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ErrorText</name>
    <message>
        <source>This did not work</source>
        <translation>Das hat nicht geklappt</translation>
    </message>
    <message>
        <source>Something failed inside Sallyport. The details help to find out what.</source>
        <translation>In Sallyport ist etwas fehlgeschlagen. Die Details helfen, es zu finden.</translation>
    </message>
    <message>
        <source>Not possible right now</source>
        <translation>Gerade nicht möglich</translation>
    </message>
    <message>
        <source>Sallyport is busy. Try again in a moment.</source>
        <translation>Sallyport ist beschäftigt. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Some entries need a change</source>
        <translation>Einige Angaben müssen geändert werden</translation>
    </message>
    <message>
        <source>The marked fields say what.</source>
        <translation>Die markierten Felder sagen, welche.</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>Nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>It may have been deleted meanwhile. Load the list again.</source>
        <translation>Es wurde vielleicht inzwischen gelöscht. Laden Sie die Liste neu.</translation>
    </message>
    <message>
        <source>Not possible as things are</source>
        <translation>So nicht möglich</translation>
    </message>
    <message>
        <source>Something else stands against it, for example the same e-mail address or the last administrator.</source>
        <translation>Etwas anderes steht dem entgegen, zum Beispiel dieselbe E-Mail-Adresse oder der letzte Administrator.</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>Inzwischen geändert</translation>
    </message>
    <message>
        <source>Somebody else changed it after you opened it. Load it again.</source>
        <translation>Jemand anders hat es geändert, nachdem Sie es geöffnet haben. Laden Sie es neu.</translation>
    </message>
    <message>
        <source>The limit is reached</source>
        <translation>Das Limit ist erreicht</translation>
    </message>
    <message>
        <source>Remove something first, or raise the limit in Settings.</source>
        <translation>Entfernen Sie zuerst etwas, oder erhöhen Sie das Limit in den Einstellungen.</translation>
    </message>
    <message>
        <source>Wrong e-mail address or password</source>
        <translation>E-Mail-Adresse oder Passwort falsch</translation>
    </message>
    <message>
        <source>Check both and try again.</source>
        <translation>Prüfen Sie beides und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Your session has ended</source>
        <translation>Ihre Sitzung ist beendet</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>A code is needed</source>
        <translation>Ein Code ist nötig</translation>
    </message>
    <message>
        <source>Enter the 6 digits that your authenticator app shows.</source>
        <translation>Geben Sie die 6 Ziffern ein, die Ihre Authenticator-App zeigt.</translation>
    </message>
    <message>
        <source>Wrong code</source>
        <translation>Falscher Code</translation>
    </message>
    <message>
        <source>Enter the digits that the app shows now. Each code works once.</source>
        <translation>Geben Sie die Ziffern ein, die die App jetzt zeigt. Jeder Code gilt einmal.</translation>
    </message>
    <message>
        <source>Two-factor sign-in must be set up first</source>
        <translation>Zuerst muss die Anmeldung mit zweitem Faktor eingerichtet werden</translation>
    </message>
    <message>
        <source>An administrator can set it up in Users.</source>
        <translation>Ein Administrator kann sie unter Benutzer einrichten.</translation>
    </message>
    <message>
        <source>Confirm that it is you</source>
        <translation>Bestätigen Sie, dass Sie es sind</translation>
    </message>
    <message>
        <source>This needs a fresh code from your authenticator app.</source>
        <translation>Das verlangt einen frischen Code aus Ihrer Authenticator-App.</translation>
    </message>
    <message>
        <source>Your role does not allow this</source>
        <translation>Ihre Rolle erlaubt das nicht</translation>
    </message>
    <message>
        <source>An administrator can give you the permission.</source>
        <translation>Ein Administrator kann Ihnen die Berechtigung geben.</translation>
    </message>
    <message>
        <source>A policy denies this</source>
        <translation>Eine Richtlinie verbietet das</translation>
    </message>
    <message>
        <source>The policy is named in Live events.</source>
        <translation>Die Richtlinie steht in den Live-Ereignissen.</translation>
    </message>
    <message>
        <source>Blocked by a protection rule</source>
        <translation>Von einer Schutzregel blockiert</translation>
    </message>
    <message>
        <source>The incident is in Live events.</source>
        <translation>Der Vorfall steht in den Live-Ereignissen.</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>Zu viele Versuche</translation>
    </message>
    <message>
        <source>This password is too easy to guess</source>
        <translation>Dieses Passwort ist zu leicht zu erraten</translation>
    </message>
    <message>
        <source>Use more words or characters, and none that others use.</source>
        <translation>Nehmen Sie mehr Wörter oder Zeichen, und keine, die andere verwenden.</translation>
    </message>
    <message>
        <source>This account is disabled</source>
        <translation>Dieses Konto ist deaktiviert</translation>
    </message>
    <message>
        <source>An administrator can enable it in Users.</source>
        <translation>Ein Administrator kann es unter Benutzer aktivieren.</translation>
    </message>
    <message>
        <source>This account is locked</source>
        <translation>Dieses Konto ist gesperrt</translation>
    </message>
    <message>
        <source>Too many wrong tries. An administrator can unlock it in Users.</source>
        <translation>Zu viele falsche Versuche. Ein Administrator kann es unter Benutzer entsperren.</translation>
    </message>
    <message>
        <source>The address is in use</source>
        <translation>Die Adresse ist belegt</translation>
    </message>
    <message>
        <source>Another program listens there. Choose another port in Settings.</source>
        <translation>Dort lauscht ein anderes Programm. Wählen Sie in den Einstellungen einen anderen Port.</translation>
    </message>
    <message>
        <source>This address can not be used</source>
        <translation>Diese Adresse kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>Choose an address of this computer, or 127.0.0.1.</source>
        <translation>Wählen Sie eine Adresse dieses Rechners oder 127.0.0.1.</translation>
    </message>
    <message>
        <source>The certificate can not be used</source>
        <translation>Das Zertifikat kann nicht verwendet werden</translation>
    </message>
    <message>
        <source>It does not fit its key, or it has expired.</source>
        <translation>Es passt nicht zu seinem Schlüssel oder ist abgelaufen.</translation>
    </message>
    <message>
        <source>Wrong passphrase</source>
        <translation>Falsche Passphrase</translation>
    </message>
    <message>
        <source>Wrong recovery key</source>
        <translation>Falscher Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Compare it with the printed one, group by group.</source>
        <translation>Vergleichen Sie ihn Gruppe für Gruppe mit dem gedruckten.</translation>
    </message>
    <message>
        <source>The keyring file is missing</source>
        <translation>Die Schlüsselbund-Datei fehlt</translation>
    </message>
    <message>
        <source>The vault can not be opened without it. Put the file back from a backup. Nothing was changed.</source>
        <translation>Ohne sie lässt sich der Tresor nicht öffnen. Holen Sie die Datei aus einer Sicherung zurück. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The keyring file is damaged</source>
        <translation>Die Schlüsselbund-Datei ist beschädigt</translation>
    </message>
    <message>
        <source>Put it back from a backup. Nothing was changed.</source>
        <translation>Holen Sie sie aus einer Sicherung zurück. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The database file is missing</source>
        <translation>Die Datenbankdatei fehlt</translation>
    </message>
    <message>
        <source>The database is not encrypted</source>
        <translation>Die Datenbank ist nicht verschlüsselt</translation>
    </message>
    <message>
        <source>It is not a file that Sallyport wrote, so it was not opened.</source>
        <translation>Sallyport hat diese Datei nicht geschrieben, darum wurde sie nicht geöffnet.</translation>
    </message>
    <message>
        <source>The database has an old encryption format</source>
        <translation>Die Datenbank hat ein altes Verschlüsselungsformat</translation>
    </message>
    <message>
        <source>SQLCipher 3 wrote it. Convert it with SQLCipher 4 first. Nothing was changed.</source>
        <translation>SQLCipher 3 hat sie geschrieben. Wandeln Sie sie zuerst mit SQLCipher 4 um. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>Die Datenbank ist beschädigt</translation>
    </message>
    <message>
        <source>A part of it was changed or is missing. Restore a backup. Nothing was changed.</source>
        <translation>Ein Teil wurde verändert oder fehlt. Spielen Sie eine Sicherung ein. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The vault is newer than this program</source>
        <translation>Der Tresor ist neuer als dieses Programm</translation>
    </message>
    <message>
        <source>Open it with the newer version. Nothing was changed.</source>
        <translation>Öffnen Sie ihn mit der neueren Version. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The vault is open elsewhere</source>
        <translation>Der Tresor ist anderswo geöffnet</translation>
    </message>
    <message>
        <source>Another Sallyport has it open. Close that one first.</source>
        <translation>Ein anderes Sallyport hat ihn geöffnet. Schließen Sie zuerst jenes.</translation>
    </message>
    <message>
        <source>The folder can not be written</source>
        <translation>In den Ordner kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>Give your account the right to write there, or choose another folder.</source>
        <translation>Geben Sie Ihrem Konto dort Schreibrechte, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>Make room and try again. What was stored before is safe.</source>
        <translation>Schaffen Sie Platz und versuchen Sie es erneut. Was schon gespeichert war, ist sicher.</translation>
    </message>
    <message>
        <source>There is one already</source>
        <translation>Das gibt es schon</translation>
    </message>
    <message>
        <source>Choose another name or place.</source>
        <translation>Wählen Sie einen anderen Namen oder Ort.</translation>
    </message>
    <message>
        <source>A cryptographic check failed</source>
        <translation>Eine kryptografische Prüfung ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Nothing was changed. The details help to find out why.</source>
        <translation>Es wurde nichts geändert. Die Details helfen, den Grund zu finden.</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Zu groß</translation>
    </message>
    <message>
        <source>The limit is in Settings.</source>
        <translation>Das Limit steht in den Einstellungen.</translation>
    </message>
    <message>
        <source>It took too long</source>
        <translation>Es hat zu lange gedauert</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>Not possible in this version</source>
        <translation>In dieser Version nicht möglich</translation>
    </message>
    <message>
        <source>The request was not understood</source>
        <translation>Die Anfrage wurde nicht verstanden</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %Ln second(s).</source>
        <translation>
            <numerusform>Versuchen Sie es in %Ln Sekunde erneut.</numerusform>
            <numerusform>Versuchen Sie es in %Ln Sekunden erneut.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %Ln minute(s).</source>
        <translation>
            <numerusform>Versuchen Sie es in %Ln Minute erneut.</numerusform>
            <numerusform>Versuchen Sie es in %Ln Minuten erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not for one’s own account</source>
        <translation>Nicht beim eigenen Konto</translation>
    </message>
    <message>
        <source>Somebody else has to do it.</source>
        <translation>Das muss jemand anders tun.</translation>
    </message>
    <message>
        <source>The last active administrator</source>
        <translation>Der letzte aktive Administrator</translation>
    </message>
    <message>
        <source>Without one nobody could manage this vault. Make somebody else an administrator first.</source>
        <translation>Ohne einen könnte niemand diesen Tresor verwalten. Machen Sie zuerst jemand anders zum Administrator.</translation>
    </message>
    <message>
        <source>The only role</source>
        <translation>Die einzige Rolle</translation>
    </message>
    <message>
        <source>Give another one first.</source>
        <translation>Geben Sie zuerst eine andere.</translation>
    </message>
    <message>
        <source>There is no second factor to reset</source>
        <translation>Es gibt keinen zweiten Faktor zum Zurücksetzen</translation>
    </message>
    <message>
        <source>In force, but not recorded</source>
        <translation>In Kraft, aber nicht festgehalten</translation>
    </message>
    <message>
        <source>There is no room to store it. It holds on this server until it restarts, and is recorded as soon as there is room.</source>
        <translation>Es ist kein Platz, um es zu speichern. Es gilt auf diesem Server, bis er neu startet, und wird festgehalten, sobald Platz ist.</translation>
    </message>
    <message>
        <source>Not changed: there is no room to store it</source>
        <translation>Nicht geändert: Es ist kein Platz zum Speichern da</translation>
    </message>
    <message>
        <source>The sessions have ended all the same. Free space on the disk, then try again.</source>
        <translation>Die Sitzungen sind trotzdem beendet. Schaffen Sie Platz auf dem Datenträger und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::EventDetails</name>
    <message>
        <source>Close details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Nearby</source>
        <translation>Umfeld</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Roh</translation>
    </message>
    <message>
        <source>Total %1</source>
        <extracomment>%1 is a duration: how long the server looked at the request</extracomment>
        <translation>Gesamt %1</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Als JSON kopieren</translation>
    </message>
    <message>
        <source>Copy request id</source>
        <translation>Anfrage-ID kopieren</translation>
    </message>
    <message>
        <source>Open in the playground</source>
        <translation>In der Spielwiese öffnen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::EventHistogram</name>
    <message>
        <source>Events over time</source>
        <translation>Ereignisse über die Zeit</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2, %Ln event(s)</source>
        <translation>
            <numerusform>%1 bis %2, %Ln Ereignis</numerusform>
            <numerusform>%1 bis %2, %Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing happened before or after</source>
        <translation>Davor und danach geschah nichts</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2, about %Ln event(s)</source>
        <extracomment>%1 and %2 are times, %Ln the number of events between them</extracomment>
        <translation>
            <numerusform>%1 bis %2, etwa %Ln Ereignis</numerusform>
            <numerusform>%1 bis %2, etwa %Ln Ereignisse</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::EventLines</name>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::EventModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>%1, marked</source>
        <extracomment>%1: what happened; a colour rule of the operator&apos;s marks it</extracomment>
        <translation>%1, markiert</translation>
    </message>
    <message>
        <source>What</source>
        <comment>a column: to what it was done</comment>
        <translation>Was</translation>
    </message>
    <message>
        <source>Kind word</source>
        <translation>Kurzwort der Art</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::EventsPanel</name>
    <message>
        <source>Live events</source>
        <translation>Live-Ereignisse</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Reading the journal</source>
        <translation>Protokoll wird gelesen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>No event matches</source>
        <translation>Kein Ereignis passt</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Noch keine Ereignisse</translation>
    </message>
    <message>
        <source>Nothing in the journal fits the filter. New events appear here at once.</source>
        <translation>Nichts im Protokoll passt zum Filter. Neue Ereignisse erscheinen hier sofort.</translation>
    </message>
    <message>
        <source>Everything that matters for security is recorded here as it happens.</source>
        <translation>Alles, was für die Sicherheit zählt, wird hier aufgezeichnet, sobald es geschieht.</translation>
    </message>
    <message>
        <source>Recording goes on. Nothing is lost.</source>
        <translation>Die Aufzeichnung läuft weiter. Nichts geht verloren.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Live, %1 per second</source>
        <translation>Live, %1 pro Sekunde</translation>
    </message>
    <message>
        <source>View: columns, rows, colours, top lists</source>
        <translation>Ansicht: Spalten, Zeilen, Farben, Ranglisten</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Spalten…</translation>
    </message>
    <message>
        <source>Colour rules…</source>
        <translation>Farbregeln…</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Enge Zeilen</translation>
    </message>
    <message>
        <source>Top lists</source>
        <translation>Ranglisten</translation>
    </message>
    <message>
        <source>Correct the filter first</source>
        <translation>Berichtigen Sie zuerst den Filter</translation>
    </message>
    <message>
        <source>The filter has a mistake</source>
        <translation>Der Filter enthält einen Fehler</translation>
    </message>
    <message>
        <source>The last one without a mistake is still in use.</source>
        <translation>Der letzte ohne Fehler gilt weiter.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ExclusionsDialog</name>
    <message>
        <source>Every rule</source>
        <translation>Jede Regel</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>Alles von %1</translation>
    </message>
    <message>
        <source>every route</source>
        <translation>jede Route</translation>
    </message>
    <message>
        <source>Exclusions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Of the product: %1</source>
        <translation>Vom Produkt: %1</translation>
    </message>
    <message>
        <source>%1. By %2, review is due</source>
        <comment>reason and who</comment>
        <translation>%1. Von %2, Prüfung ist fällig</translation>
    </message>
    <message>
        <source>%1. By %2, review %3</source>
        <comment>reason, who and when</comment>
        <translation>%1. Von %2, Prüfung %3</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>what is excluded and where</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>Choose an exclusion first</source>
        <translation>Wählen Sie zuerst eine Ausnahme</translation>
    </message>
    <message>
        <source>This one is of the product</source>
        <translation>Diese gehört zum Produkt</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ExemptDialog</name>
    <message>
        <source>Exempt addresses</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Addresses and networks, one a line</source>
        <translation>Adressen und Netze, je Zeile eines</translation>
    </message>
    <message>
        <source>No limit by address holds for them: a monitoring system, a gateway with many people behind it. Whoever signs in from there is limited as anywhere else.</source>
        <translation>Für sie gilt kein Adresslimit: eine Überwachung, ein Übergang mit vielen Leuten dahinter. Wer sich von dort anmeldet, hat dieselben Limits wie überall.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FactsDialog</name>
    <message>
        <source>More facts</source>
        <translation>Weitere Angaben</translation>
    </message>
    <message>
        <source>Owner of the object</source>
        <translation>Eigentümer des Objekts</translation>
    </message>
    <message>
        <source>In place of an object there is: what is known of it is told here.</source>
        <translation>Statt eines vorhandenen Objekts: hier steht, was man von ihm weiß.</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>Attributes of the object</source>
        <translation>Attribute des Objekts</translation>
    </message>
    <message>
        <source>Attributes of who asks</source>
        <translation>Attribute dessen, der fragt</translation>
    </message>
    <message>
        <source>Attributes of the circumstances</source>
        <translation>Attribute der Umstände</translation>
    </message>
    <message>
        <source>As JSON; conditions read it as %1</source>
        <extracomment>%1: a name of policies such as resource.attr</extracomment>
        <translation>Als JSON; Bedingungen lesen es als %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>This is no JSON object: {&quot;name&quot;: &quot;value&quot;}</source>
        <translation>Das ist kein JSON-Objekt: {&quot;name&quot;: &quot;wert&quot;}</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FailureWords</name>
    <message>
        <source>the function or operator takes no values of these types</source>
        <translation>die Funktion oder der Operator nimmt keine Werte dieser Typen</translation>
    </message>
    <message>
        <source>the map has no such key</source>
        <translation>die Map hat keinen solchen Schlüssel</translation>
    </message>
    <message>
        <source>a map has the same key twice</source>
        <translation>eine Map hat denselben Schlüssel zweimal</translation>
    </message>
    <message>
        <source>a key must be a bool, int, uint or string</source>
        <translation>ein Schlüssel muss bool, int, uint oder string sein</translation>
    </message>
    <message>
        <source>the list or text has no place with this number</source>
        <translation>die Liste oder der Text hat keine Stelle mit dieser Nummer</translation>
    </message>
    <message>
        <source>division by zero</source>
        <translation>Division durch null</translation>
    </message>
    <message>
        <source>the result is beyond the range of its type</source>
        <translation>das Ergebnis liegt außerhalb des Bereichs seines Typs</translation>
    </message>
    <message>
        <source>a text cannot be read</source>
        <translation>ein Text kann nicht gelesen werden</translation>
    </message>
    <message>
        <source>it takes more steps than an evaluation may take</source>
        <translation>sie braucht mehr Schritte, als eine Auswertung haben darf</translation>
    </message>
    <message>
        <source>it needs more memory than an evaluation may have</source>
        <translation>sie braucht mehr Speicher, als eine Auswertung haben darf</translation>
    </message>
    <message>
        <source>the condition cannot be read any more</source>
        <translation>die Bedingung kann nicht mehr gelesen werden</translation>
    </message>
    <message>
        <source>the condition gives neither true nor false</source>
        <translation>die Bedingung ergibt weder true noch false</translation>
    </message>
    <message>
        <source>this is no IP address</source>
        <translation>das ist keine IP-Adresse</translation>
    </message>
    <message>
        <source>this is no network such as 192.0.2.0/24</source>
        <translation>das ist kein Netz wie 192.0.2.0/24</translation>
    </message>
    <message>
        <source>this is no time zone</source>
        <translation>das ist keine Zeitzone</translation>
    </message>
    <message>
        <source>this is no duration such as 1h30m, or longer than 290 years</source>
        <translation>das ist keine Dauer wie 1h30m oder länger als 290 Jahre</translation>
    </message>
    <message>
        <source>this is no int</source>
        <translation>das ist kein int</translation>
    </message>
    <message>
        <source>this is no uint</source>
        <translation>das ist kein uint</translation>
    </message>
    <message>
        <source>this is no double</source>
        <translation>das ist kein double</translation>
    </message>
    <message>
        <source>this is no bool</source>
        <translation>das ist kein bool</translation>
    </message>
    <message>
        <source>these bytes are no UTF-8</source>
        <translation>diese Bytes sind kein UTF-8</translation>
    </message>
    <message>
        <source>“%1” has no value here</source>
        <translation>„%1“ hat hier keinen Wert</translation>
    </message>
    <message>
        <source>there is no attribute “%1”</source>
        <translation>es gibt kein Attribut „%1“</translation>
    </message>
    <message>
        <source>there is no function “%1”</source>
        <translation>es gibt keine Funktion „%1“</translation>
    </message>
    <message>
        <source>this is no regular expression</source>
        <translation>das ist kein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>%1 (line %2, column %3)</source>
        <translation>%1 (Zeile %2, Spalte %3)</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FailuresDialog</name>
    <message>
        <source>%L1 of %L2 done. These stay as they were:</source>
        <translation>%L1 von %L2 erledigt. Diese bleiben, wie sie waren:</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FieldText</name>
    <message>
        <source>Make it longer</source>
        <translation>Machen Sie es länger</translation>
    </message>
    <message>
        <source>Add another word or two</source>
        <translation>Fügen Sie ein oder zwei Wörter hinzu</translation>
    </message>
    <message>
        <source>It is one of those that are tried first</source>
        <translation>Es gehört zu denen, die zuerst probiert werden</translation>
    </message>
    <message>
        <source>Leave the name and the e-mail out</source>
        <translation>Lassen Sie Name und E-Mail weg</translation>
    </message>
    <message>
        <source>Leave product, organisation and role names out</source>
        <translation>Lassen Sie Namen von Produkt, Organisation und Rollen weg</translation>
    </message>
    <message>
        <source>Avoid repeating the same characters</source>
        <translation>Vermeiden Sie wiederholte Zeichen</translation>
    </message>
    <message>
        <source>Avoid sequences like abc or 6543</source>
        <translation>Vermeiden Sie Folgen wie abc oder 6543</translation>
    </message>
    <message>
        <source>Avoid rows of the keyboard</source>
        <translation>Vermeiden Sie Tastaturreihen</translation>
    </message>
    <message>
        <source>Avoid years and dates</source>
        <translation>Vermeiden Sie Jahre und Daten</translation>
    </message>
    <message>
        <source>Another user has this address</source>
        <translation>Ein anderer Benutzer hat diese Adresse</translation>
    </message>
    <message>
        <source>This is not an e-mail address</source>
        <translation>Das ist keine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>This cannot be read as text</source>
        <translation>Das lässt sich nicht als Text lesen</translation>
    </message>
    <message>
        <source>The password is too short</source>
        <translation>Das Passwort ist zu kurz</translation>
    </message>
    <message>
        <source>This is needed</source>
        <translation>Das wird gebraucht</translation>
    </message>
    <message>
        <source>This is too long</source>
        <translation>Das ist zu lang</translation>
    </message>
    <message>
        <source>Nothing of this can be seen</source>
        <translation>Davon ist nichts zu sehen</translation>
    </message>
    <message>
        <source>It contains characters that cannot be shown</source>
        <translation>Es enthält Zeichen, die sich nicht darstellen lassen</translation>
    </message>
    <message>
        <source>A whole number from 18 to 120</source>
        <translation>Eine ganze Zahl von 18 bis 120</translation>
    </message>
    <message>
        <source>This is not accepted</source>
        <translation>Das wird nicht angenommen</translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln characters</source>
        <translation>
            <numerusform>Mindestens %Ln Zeichen</numerusform>
            <numerusform>Mindestens %Ln Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave names of people, product and roles out</source>
        <translation>Lassen Sie Namen von Personen, Produkt und Rollen weg</translation>
    </message>
    <message>
        <source>It is too easy to guess</source>
        <translation>Es ist zu leicht zu erraten</translation>
    </message>
    <message>
        <source>Leave out the words that are forbidden here</source>
        <translation>Lassen Sie die hier verbotenen Wörter weg</translation>
    </message>
    <message>
        <source>It is in the list of passwords that got out</source>
        <translation>Es steht in der Liste bekannt gewordener Passwörter</translation>
    </message>
    <message>
        <source>It cannot be checked: the list of breached passwords is unreadable</source>
        <translation>Es lässt sich nicht prüfen: die Liste bekannt gewordener Passwörter ist unlesbar</translation>
    </message>
    <message>
        <source>This is no password hash that is known here, or one that costs too much</source>
        <translation>Das ist kein Passwort-Hash, der hier bekannt ist, oder einer, der zu viel kostet</translation>
    </message>
    <message>
        <source>This is not UTF-8: save the file as CSV in UTF-8</source>
        <translation>Das ist kein UTF-8: Speichern Sie die Datei als CSV in UTF-8</translation>
    </message>
    <message>
        <source>There are more fields than the first line names</source>
        <translation>Es sind mehr Felder, als die erste Zeile nennt</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FieldsView</name>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Operator of the console</source>
        <translation>Operator der Konsole</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>Dienstkonto</translation>
    </message>
    <message>
        <source>Sallyport itself</source>
        <translation>Sallyport selbst</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>%1: a moment, %2: a zone such as Europe/Berlin</extracomment>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Kind word</source>
        <translation>Kurzwort der Art</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Who is</source>
        <translation>Wer ist das</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Anfrage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Anfrage-ID</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>%1, before: %2</source>
        <extracomment>%1: the value before, %2: the value after</extracomment>
        <translation>%1, vorher: %2</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hash</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Events like it</source>
        <translation>Gleiche Ereignisse</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FilesPart</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Hochladen</translation>
    </message>
    <message>
        <source>Upload files, or drop them here</source>
        <translation>Dateien hochladen oder hier ablegen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more are not shown here.</source>
        <translation>
            <numerusform>%Ln weitere steht nicht hier.</numerusform>
            <numerusform>%Ln weitere stehen nicht hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Keine.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>kind and size of a file</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Its name, its kind and its size, and of an archive what is in it. There is no virus scanner.</source>
        <translation>Name, Art und Größe, bei einem Archiv auch der Inhalt. Ein Virenscanner ist nicht dabei.</translation>
    </message>
    <message>
        <source>What can be done with %1</source>
        <translation>Was sich mit %1 tun lässt</translation>
    </message>
    <message>
        <source>Uploaded %1 by %2</source>
        <translation>Hochgeladen %1 von %2</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Upload files</source>
        <translation>Dateien hochladen</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 ist da</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Its content can’t be read from then on; it cannot be undone.</source>
        <translation>Der Inhalt ist danach nicht mehr lesbar; das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 gelöscht</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FilterLine</name>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln Treffer</numerusform>
            <numerusform>%Ln Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>No searches yet</source>
        <translation>Noch keine Suchen</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>Letzte Suchen</translation>
    </message>
    <message>
        <source>Clear recent searches</source>
        <translation>Letzte Suchen leeren</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Down arrow shows what can be entered, Enter applies</source>
        <translation>Pfeil nach unten zeigt, was möglich ist, die Eingabetaste wendet an</translation>
    </message>
    <message>
        <source>Filter events, for example outcome:failure</source>
        <translation>Ereignisse filtern, zum Beispiel outcome:failure</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Saved and recent searches</source>
        <translation>Gespeicherte und letzte Suchen</translation>
    </message>
    <message numerus="yes">
        <source>About %Ln match(es)</source>
        <translation>
            <numerusform>Etwa %Ln Treffer</numerusform>
            <numerusform>Etwa %Ln Treffer</numerusform>
        </translation>
    </message>
    <message>
        <source>Manage searches…</source>
        <translation>Suchen verwalten…</translation>
    </message>
    <message>
        <source>Write a filter first</source>
        <translation>Schreiben Sie zuerst einen Filter</translation>
    </message>
    <message>
        <source>Correct the filter first</source>
        <translation>Berichtigen Sie zuerst den Filter</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FiringDays</name>
    <message numerus="yes">
        <source>%1: %Ln times</source>
        <translation>
            <numerusform>%1: %Ln Mal</numerusform>
            <numerusform>%1: %Ln Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>On none of these days</source>
        <translation>An keinem dieser Tage</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FirstRunWizard</name>
    <message>
        <source>Name of the vault</source>
        <translation>Name des Tresors</translation>
    </message>
    <message>
        <source>Shown on the unlock screen, for example your organisation&apos;s name</source>
        <translation>Erscheint auf dem Entsperrbildschirm, zum Beispiel der Name Ihrer Organisation</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Everything is stored there, encrypted</source>
        <translation>Alles wird dort verschlüsselt gespeichert</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Ordner wählen</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Passphrase wiederholen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Passwort wiederholen</translation>
    </message>
    <message>
        <source>Who can reach the API server</source>
        <translation>Wer den API-Server erreicht</translation>
    </message>
    <message>
        <source>Only this computer (127.0.0.1)</source>
        <translation>Nur dieser Rechner (127.0.0.1)</translation>
    </message>
    <message>
        <source>Everybody in the network (0.0.0.0)</source>
        <translation>Alle im Netz (0.0.0.0)</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>It can be changed later in Settings</source>
        <translation>Das lässt sich später in den Einstellungen ändern</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Open a vault that exists</source>
        <translation>Vorhandenen Tresor öffnen</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Welcome to Sallyport</source>
        <translation>Willkommen bei Sallyport</translation>
    </message>
    <message>
        <source>Users, their sign-in, and a secured API server, in one encrypted vault on this computer</source>
        <translation>Benutzer, ihre Anmeldung und ein gesicherter API-Server in einem verschlüsselten Tresor auf diesem Rechner</translation>
    </message>
    <message>
        <source>Create a vault</source>
        <translation>Tresor erstellen</translation>
    </message>
    <message>
        <source>Name the vault</source>
        <translation>Tresor benennen</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Passphrase wählen</translation>
    </message>
    <message>
        <source>%1: it opens the vault, and nobody can reset it</source>
        <translation>%1: sie öffnet den Tresor, und niemand kann sie zurücksetzen</translation>
    </message>
    <message>
        <source>Add the first administrator</source>
        <translation>Ersten Administrator hinzufügen</translation>
    </message>
    <message>
        <source>Set up the API server</source>
        <translation>API-Server einrichten</translation>
    </message>
    <message>
        <source>Create vault</source>
        <translation>Tresor erstellen</translation>
    </message>
    <message>
        <source>Creating the vault</source>
        <translation>Tresor wird erstellt</translation>
    </message>
    <message>
        <source>This takes a few seconds</source>
        <translation>Das dauert einige Sekunden</translation>
    </message>
    <message>
        <source>Store the recovery key</source>
        <translation>Wiederherstellungsschlüssel verwahren</translation>
    </message>
    <message>
        <source>It opens the vault if the passphrase is lost. It is shown only now.</source>
        <translation>Er öffnet den Tresor, wenn die Passphrase verloren ist. Er erscheint nur jetzt.</translation>
    </message>
    <message>
        <source>Open Sallyport</source>
        <translation>Sallyport öffnen</translation>
    </message>
    <message>
        <source>Give the vault a name</source>
        <translation>Geben Sie dem Tresor einen Namen</translation>
    </message>
    <message>
        <source>Enter the administrator&apos;s name</source>
        <translation>Geben Sie den Namen des Administrators ein</translation>
    </message>
    <message>
        <source>Enter an e-mail address like name@example.org</source>
        <translation>Geben Sie eine E-Mail-Adresse wie name@example.org ein</translation>
    </message>
    <message>
        <source>Deriving the keys</source>
        <translation>Schlüssel werden abgeleitet</translation>
    </message>
    <message>
        <source>Open the API server to the network?</source>
        <translation>Den API-Server zum Netz öffnen?</translation>
    </message>
    <message>
        <source>Everybody who reaches this computer can then reach the sign-in of the API server. Do this only in a network that you trust, or behind a firewall.</source>
        <translation>Wer diesen Rechner erreicht, erreicht dann auch die Anmeldung des API-Servers. Tun Sie das nur in einem Netz, dem Sie vertrauen, oder hinter einer Firewall.</translation>
    </message>
    <message>
        <source>Open to the network</source>
        <translation>Zum Netz öffnen</translation>
    </message>
    <message>
        <source>Another program uses port %1. Choose another one.</source>
        <translation>Ein anderes Programm benutzt Port %1. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Ports below 1024 are the system&apos;s: you may not use %1. Choose another one.</source>
        <translation>Ports unter 1024 gehören dem System: %1 dürfen Sie nicht benutzen. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The server cannot listen there: %1</source>
        <translation>Dort kann der Server nicht lauschen: %1</translation>
    </message>
    <message>
        <source>Store the recovery key first</source>
        <translation>Bewahren Sie zuerst den Wiederherstellungsschlüssel auf</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FirstSteps</name>
    <message>
        <source>Protect your account</source>
        <translation>Ihr Konto schützen</translation>
    </message>
    <message>
        <source>Second factor is on</source>
        <translation>Zweiter Faktor ist an</translation>
    </message>
    <message>
        <source>Set up a second factor</source>
        <translation>Zweiten Faktor einrichten</translation>
    </message>
    <message>
        <source>Add users</source>
        <translation>Benutzer hinzufügen</translation>
    </message>
    <message>
        <source>You are not alone</source>
        <translation>Sie sind nicht allein</translation>
    </message>
    <message>
        <source>Add or import</source>
        <translation>Anlegen oder importieren</translation>
    </message>
    <message>
        <source>Let a program in</source>
        <translation>Ein Programm einlassen</translation>
    </message>
    <message>
        <source>The first one came</source>
        <translation>Das erste war da</translation>
    </message>
    <message>
        <source>Create an API key</source>
        <translation>API-Schlüssel anlegen</translation>
    </message>
    <message>
        <source>Start the server</source>
        <translation>Server starten</translation>
    </message>
    <message>
        <source>It answers</source>
        <translation>Er antwortet</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>%1, done</source>
        <translation>%1, erledigt</translation>
    </message>
    <message>
        <source>%1, not done yet</source>
        <translation>%1, noch nicht erledigt</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::GapsDialog</name>
    <message>
        <source>Not searched</source>
        <translation>Nicht durchsucht</translation>
    </message>
    <message>
        <source>A key that is in one of these places was not found.</source>
        <translation>Ein Schlüssel, der an einer dieser Stellen steht, wurde nicht gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Places that were not searched</source>
        <translation>Stellen, die nicht durchsucht wurden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::GateView</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Sprache: %1</translation>
    </message>
    <message>
        <source>What was not saved is gone: %1</source>
        <extracomment>%1: panels: “Roles, Settings”</extracomment>
        <translation>Was nicht gespeichert war, ist verloren: %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::GuideDialog</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>The guide is in English.</source>
        <translation>Das Handbuch ist auf Englisch.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Search people, keys, settings and help; run a command</source>
        <translation>Personen, Schlüssel, Einstellungen und Hilfe suchen; einen Befehl ausführen</translation>
    </message>
    <message>
        <source>Help about what is in front</source>
        <translation>Hilfe zu dem, was vorn ist</translation>
    </message>
    <message>
        <source>First panel; Ctrl+2 the second, and so on</source>
        <translation>Erste Seite; Strg+2 die zweite und so weiter</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Liste filtern</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>In die Liste aufnehmen</translation>
    </message>
    <message>
        <source>Sort the list by its first column; again turns it round</source>
        <translation>Liste nach der ersten Spalte sortieren; noch einmal dreht die Reihenfolge um</translation>
    </message>
    <message>
        <source>Open the details of a row</source>
        <translation>Details einer Zeile öffnen</translation>
    </message>
    <message>
        <source>Select several rows</source>
        <translation>Mehrere Zeilen auswählen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Read everything anew</source>
        <translation>Alles neu lesen</translation>
    </message>
    <message>
        <source>Close what is in front</source>
        <translation>Schließen, was vorne ist</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HeadersModel</name>
    <message>
        <source>Grade</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>What browsers are told</source>
        <translation>Was Browser erfahren</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HeadersPanel</name>
    <message>
        <source>Answers tell it from now on</source>
        <translation>Antworten sagen es ab jetzt</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>As it was before</source>
        <translation>Wie es vorher war</translation>
    </message>
    <message>
        <source>The settings beside it are read from the vault.</source>
        <translation>Die Einstellungen daneben stammen aus dem Tresor.</translation>
    </message>
    <message>
        <source>Headers and CORS</source>
        <translation>Header und CORS</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Jetzt prüfen</translation>
    </message>
    <message>
        <source>Security headers</source>
        <translation>Sicherheits-Header</translation>
    </message>
    <message>
        <source>Pages of other origins</source>
        <translation>Seiten anderer Ursprünge</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>Server starten</translation>
    </message>
    <message>
        <source>The server is not running</source>
        <translation>Der Server läuft nicht</translation>
    </message>
    <message>
        <source>The check asks it as a client would.</source>
        <translation>Die Prüfung fragt ihn, wie es ein Client täte.</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Der Server wird gefragt</translation>
    </message>
    <message>
        <source>What a client saw</source>
        <translation>Was ein Client sah</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gesehen</translation>
    </message>
    <message>
        <source>Show setting</source>
        <translation>Einstellung zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln are not as they are set</source>
        <translation>
            <numerusform>%Ln ist nicht wie eingestellt</numerusform>
            <numerusform>%Ln sind nicht wie eingestellt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could be better</source>
        <translation>
            <numerusform>%Ln könnte besser sein</numerusform>
            <numerusform>%Ln könnten besser sein</numerusform>
        </translation>
    </message>
    <message>
        <source>Browsers are told what is set</source>
        <translation>Browser erfahren, was eingestellt ist</translation>
    </message>
    <message>
        <source>%1 things were looked at, over HTTPS at %2.</source>
        <translation>%1 Dinge wurden angesehen, über HTTPS unter %2.</translation>
    </message>
    <message>
        <source>The server doesn’t run</source>
        <translation>Der Server läuft nicht</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HeldAccess</name>
    <message>
        <source>Key: %1</source>
        <comment>what a key may</comment>
        <translation>Schlüssel: %1</translation>
    </message>
    <message>
        <source>Through %1</source>
        <comment>a role that another inherits from</comment>
        <translation>Über %1</translation>
    </message>
    <message>
        <source>Inherits %1</source>
        <translation>Erbt %1</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Kein Ende</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>Dienstkonto</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Eingeladen</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HistoryDialog</name>
    <message>
        <source>History of %1</source>
        <translation>Verlauf von %1</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versionen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Version %1, %2</source>
        <comment>number and state</comment>
        <translation>Version %1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>when and by whom</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Nothing that it says was changed.</source>
        <translation>Nichts von dem, was sie sagt, wurde geändert.</translation>
    </message>
    <message>
        <source>This is the one in force</source>
        <translation>Das ist die geltende Fassung</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HistoryModel</name>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HistoryPane</name>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Vorher und nachher</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ereignisse öffnen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>The event names no values.</source>
        <translation>Das Ereignis nennt keine Werte.</translation>
    </message>
    <message>
        <source>The event doesn’t hold what was there before</source>
        <translation>Das Ereignis enthält nicht, was vorher war</translation>
    </message>
    <message>
        <source>This is taken back where it was changed</source>
        <translation>Das wird dort zurückgenommen, wo es geändert wurde</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Who could…</source>
        <translation>Wer konnte…</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Was geändert wurde</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Alle Änderungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Roles of users</source>
        <translation>Rollen von Benutzern</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>Ratenlimits</translation>
    </message>
    <message>
        <source>Address rules</source>
        <translation>Adressregeln</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Erkennung</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Alarmregeln</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Identity providers</source>
        <translation>Identitätsanbieter</translation>
    </message>
    <message>
        <source>Service accounts</source>
        <translation>Dienstkonten</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>Filter changes</source>
        <translation>Änderungen filtern</translation>
    </message>
    <message>
        <source>Filter changes as the live events: user:, since:, words</source>
        <translation>Änderungen filtern wie Live-Ereignisse: user:, since:, Wörter</translation>
    </message>
    <message>
        <source>Changes of the configuration</source>
        <translation>Änderungen der Konfiguration</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Loading changes</source>
        <translation>Lädt Änderungen</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>No change matches</source>
        <translation>Keine Änderung passt</translation>
    </message>
    <message>
        <source>Other filters find more.</source>
        <translation>Andere Filter finden mehr.</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Noch nichts geändert</translation>
    </message>
    <message>
        <source>Every change of settings, roles, policies and rules stands here, as long as its event is kept.</source>
        <translation>Jede Änderung an Einstellungen, Rollen, Richtlinien und Regeln steht hier, solange ihr Ereignis bleibt.</translation>
    </message>
    <message>
        <source>Undo “%1” of %2?</source>
        <translation>„%1“ von %2 rückgängig machen?</translation>
    </message>
    <message>
        <source>What it changed is as before at once, if nobody has changed it again since.</source>
        <translation>Was geändert wurde, ist sofort wie vorher, wenn es seither niemand wieder geändert hat.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The change is taken back</source>
        <translation>Die Änderung ist zurückgenommen</translation>
    </message>
    <message>
        <source>It was changed again since</source>
        <translation>Es wurde seither wieder geändert</translation>
    </message>
    <message>
        <source>Users have this role: take it from them first</source>
        <translation>Benutzer haben diese Rolle: zuerst entziehen</translation>
    </message>
    <message>
        <source>Anybody’s</source>
        <translation>Von allen</translation>
    </message>
    <message>
        <source>By or about this person</source>
        <translation>Von dieser Person oder über sie</translation>
    </message>
    <message>
        <source>Only “%1”</source>
        <translation>Nur „%1“</translation>
    </message>
    <message>
        <source>Only “%1”: show all again</source>
        <translation>Nur „%1“: wieder alle zeigen</translation>
    </message>
    <message>
        <source>Only changes of “%1”</source>
        <translation>Nur Änderungen von „%1“</translation>
    </message>
    <message>
        <source>Show its events</source>
        <translation>Seine Ereignisse zeigen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HitPane</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Hits of the last week</source>
        <translation>Treffer der letzten Woche</translation>
    </message>
    <message>
        <source>Hits by day</source>
        <translation>Treffer nach Tag</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
    <message>
        <source>Allow here</source>
        <translation>Hier erlauben</translation>
    </message>
    <message>
        <source>Show event</source>
        <translation>Ereignis zeigen</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Blockiert</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Nothing was hit yet</source>
        <translation>Noch keine Treffer</translation>
    </message>
    <message>
        <source>Requests that look like an attack stand here, with the place and what matched. Values are never kept.</source>
        <translation>Anfragen, die wie ein Angriff aussehen, stehen hier, mit der Stelle und dem, was passte. Werte werden nie behalten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln exclusions</source>
        <translation>
            <numerusform>%Ln Ausnahme</numerusform>
            <numerusform>%Ln Ausnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, score %3 of %4</source>
        <extracomment>%1: who sent it, %2: when, as in “today 13:08”</extracomment>
        <translation>%1, %2, Punktzahl %3 von %4</translation>
    </message>
    <message>
        <source>The name “%1” itself</source>
        <translation>Der Name „%1“ selbst</translation>
    </message>
    <message>
        <source>%1, from character %2</source>
        <translation>%1, ab Zeichen %2</translation>
    </message>
    <message>
        <source>Sealed: nothing of it is kept</source>
        <translation>Versiegelt: nichts davon wird behalten</translation>
    </message>
    <message>
        <source>Exclusions</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Choose a hit first</source>
        <translation>Wählen Sie zuerst einen Treffer</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HitsModel</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punkte</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HoldDialog</name>
    <message>
        <source>Place a hold</source>
        <translation>Löschsperre setzen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Who wants it kept, and why</source>
        <translation>Wer es bewahrt haben will und warum</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Was bewahrt wird</translation>
    </message>
    <message>
        <source>What a filter finds</source>
        <translation>Was ein Filter findet</translation>
    </message>
    <message>
        <source>Everything of a person</source>
        <translation>Alles einer Person</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>As above the live events; times in UTC.</source>
        <translation>Wie über den Live-Ereignissen; Zeiten in UTC.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Nobody can erase them while the hold is placed.</source>
        <translation>Niemand kann sie löschen, solange die Sperre gilt.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Place the hold</source>
        <translation>Löschsperre setzen</translation>
    </message>
    <message>
        <source>This is no filter.</source>
        <translation>Das ist kein Filter.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HottestList</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2, some of it comes back in %3</source>
        <translation>%1 von %2, etwas davon kommt in %3 zurück</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Zurücksetzen: %1</translation>
    </message>
    <message>
        <source>Lets them begin anew</source>
        <translation>Lässt sie von vorn beginnen</translation>
    </message>
    <message>
        <source>They have used nothing</source>
        <translation>Davon ist nichts verbraucht</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ImportCertificateDialog</name>
    <message>
        <source>Choose a certificate</source>
        <translation>Zertifikat wählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx)</source>
        <translation>Zertifikate (*.pem *.crt *.cer *.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Choose the key</source>
        <translation>Schlüssel wählen</translation>
    </message>
    <message>
        <source>Keys (*.pem *.key)</source>
        <translation>Schlüssel (*.pem *.key)</translation>
    </message>
    <message>
        <source>Import certificate</source>
        <translation>Zertifikat importieren</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Zertifikate</translation>
    </message>
    <message>
        <source>PEM: the server’s own and those that issued it, in any order. Or PKCS#12 (.p12, .pfx).</source>
        <translation>PEM: das des Servers und die, die es ausgestellt haben, in beliebiger Reihenfolge. Oder PKCS#12 (.p12, .pfx).</translation>
    </message>
    <message>
        <source>Key, if it isn’t in the same file</source>
        <translation>Schlüssel, falls er nicht in derselben Datei steht</translation>
    </message>
    <message>
        <source>PEM. It is kept encrypted in the vault; the file stays as it is.</source>
        <translation>PEM. Er wird verschlüsselt im Tresor aufbewahrt; die Datei bleibt, wie sie ist.</translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation>Passphrase des Schlüssels</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Choose the certificates</source>
        <translation>Zertifikate wählen</translation>
    </message>
    <message>
        <source>New connections get it at once, open ones stay.</source>
        <translation>Neue Verbindungen bekommen es sofort, offene bleiben.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The file can’t be read.</source>
        <translation>Die Datei lässt sich nicht lesen.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ImportDialog</name>
    <message>
        <source>Import users</source>
        <translation>Benutzer importieren</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Die Datei wird gelesen …</translation>
    </message>
    <message>
        <source>The first line names other columns</source>
        <translation>Die erste Zeile nennt andere Spalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users would be added</source>
        <translation>
            <numerusform>%Ln Benutzer würde angelegt</numerusform>
            <numerusform>%Ln Benutzer würden angelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users added</source>
        <translation>
            <numerusform>%Ln Benutzer angelegt</numerusform>
            <numerusform>%Ln Benutzer angelegt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are there already</source>
        <translation>
            <numerusform>%Ln ist schon da</numerusform>
            <numerusform>%Ln sind schon da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are wrong</source>
        <translation>
            <numerusform>%Ln Zeile ist falsch</numerusform>
            <numerusform>%Ln Zeilen sind falsch</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped before the end</source>
        <translation>vor dem Ende angehalten</translation>
    </message>
    <message>
        <source>Line %L1</source>
        <translation>Zeile %L1</translation>
    </message>
    <message>
        <source>The address stands in the file before</source>
        <translation>Die Adresse steht weiter oben in der Datei</translation>
    </message>
    <message>
        <source>A user has this address already</source>
        <translation>Ein Benutzer hat diese Adresse schon</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln users</source>
        <translation>
            <numerusform>%Ln Benutzer importieren</numerusform>
            <numerusform>%Ln Benutzer importieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This is no CSV file</source>
        <translation>Das ist keine CSV-Datei</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Bericht speichern…</translation>
    </message>
    <message>
        <source>Save the report by row</source>
        <translation>Bericht nach Zeilen speichern</translation>
    </message>
    <message>
        <source>Tab-separated text (*.tsv)</source>
        <translation>Text mit Tabulatoren (*.tsv)</translation>
    </message>
    <message>
        <source>The report is in %1</source>
        <translation>Der Bericht steht in %1</translation>
    </message>
    <message>
        <source>%1: each row becomes an invited user, or one who keeps a password whose hash it has. Nothing changes until you import.</source>
        <translation>%1: Jede Zeile wird ein eingeladener Benutzer, oder einer, der das Passwort behält, dessen Hash sie enthält. Bis zum Import ändert sich nichts.</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>Die Datei ist leer</translation>
    </message>
    <message>
        <source>It must have name and email, and may have age, department, roles and password_hash. Passwords themselves are not taken from a file.</source>
        <translation>Sie muss name und email haben und darf age, department, roles und password_hash haben. Passwörter selbst werden nicht aus einer Datei übernommen.</translation>
    </message>
    <message>
        <source>Fields stand between commas, semicolons or tabs; one with such a character, a quotation mark or a line end stands in quotation marks. What was read before it is kept.</source>
        <translation>Felder stehen zwischen Kommas, Semikolons oder Tabulatoren; eines mit einem solchen Zeichen, einem Anführungszeichen oder Zeilenende steht in Anführungszeichen. Was davor gelesen wurde, bleibt.</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>%L1 of %L2 rows, %L3 added</source>
        <translation>%L1 von %L2 Zeilen, %L3 hinzugefügt</translation>
    </message>
    <message>
        <source>%L1 rows read</source>
        <translation>%L1 Zeilen gelesen</translation>
    </message>
    <message>
        <source>There is nobody to be added</source>
        <translation>Es gibt niemanden hinzuzufügen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ImportListDialog</name>
    <message>
        <source>Import a list</source>
        <translation>Liste importieren</translation>
    </message>
    <message>
        <source>What the rules do</source>
        <translation>Was die Regeln tun</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Allow</source>
        <comment>an address rule</comment>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Datei wählen…</translation>
    </message>
    <message>
        <source>Addresses and ranges, one a line</source>
        <translation>Adressen und Bereiche, je Zeile einer</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source># and ; begin a comment; behind an address it is its reason.</source>
        <translation># und ; beginnen einen Kommentar; hinter einer Adresse ist er ihr Grund.</translation>
    </message>
    <message>
        <source>From %1. What is typed here takes its place.</source>
        <translation>Aus %1. Was hier getippt wird, tritt an seine Stelle.</translation>
    </message>
    <message>
        <source>Reason of lines without one</source>
        <translation>Grund für Zeilen ohne einen</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Optional</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Lists as text (*.txt *.list *.csv *.netset *.ipset)</source>
        <translation>Listen als Text (*.txt *.list *.csv *.netset *.ipset)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>What an import would do is said here before it does it.</source>
        <translation>Was ein Import täte, steht hier, bevor er es tut.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules would be added</source>
        <translation>
            <numerusform>%Ln Regel käme dazu</numerusform>
            <numerusform>%Ln Regeln kämen dazu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are on the list already</source>
        <translation>
            <numerusform>%Ln steht schon auf der Liste</numerusform>
            <numerusform>%Ln stehen schon auf der Liste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines are left out</source>
        <translation>
            <numerusform>%Ln Zeile bleibt weg</numerusform>
            <numerusform>%Ln Zeilen bleiben weg</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have no room</source>
        <translation>
            <numerusform>für %Ln ist kein Platz</numerusform>
            <numerusform>für %Ln ist kein Platz</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>No address and no range, or one that may not be blocked</source>
        <translation>Weder Adresse noch Bereich, oder eine, die nicht gesperrt werden darf</translation>
    </message>
    <message>
        <source>There is nothing new in it</source>
        <translation>Darin ist nichts Neues</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ImportPoliciesDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Arten</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>%1, line %2, character %3</source>
        <translation>%1, Zeile %2, Zeichen %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what and why</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>it is enforced here and would decide otherwise</source>
        <translation>ist hier durchgesetzt und würde anders entscheiden</translation>
    </message>
    <message>
        <source>there is another one with it</source>
        <translation>hat schon eine andere</translation>
    </message>
    <message>
        <source>one comes out otherwise than it is to</source>
        <translation>einer geht anders aus, als er soll</translation>
    </message>
    <message>
        <source>names what there isn’t</source>
        <translation>nennt etwas, das es nicht gibt</translation>
    </message>
    <message>
        <source>there is no such member</source>
        <translation>gibt es nicht</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>ist zu lang</translation>
    </message>
    <message>
        <source>can’t be read</source>
        <translation>ist nicht lesbar</translation>
    </message>
    <message>
        <source>Import policies</source>
        <translation>Richtlinien importieren</translation>
    </message>
    <message>
        <source>Take over the states, too</source>
        <translation>Auch die Zustände übernehmen</translation>
    </message>
    <message>
        <source>Without it new policies are drafts, and those that are enforced go on deciding as they do.</source>
        <translation>Ohne das sind neue Richtlinien Entwürfe, und durchgesetzte entscheiden weiter wie bisher.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Nothing of %1 can be imported.</source>
        <translation>Aus %1 lässt sich nichts importieren.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln policies are added</source>
        <translation>
            <numerusform>%Ln Richtlinie kommt hinzu</numerusform>
            <numerusform>%Ln Richtlinien kommen hinzu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are changed</source>
        <translation>
            <numerusform>%Ln wird geändert</numerusform>
            <numerusform>%Ln werden geändert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are here already</source>
        <translation>
            <numerusform>%Ln ist schon da</numerusform>
            <numerusform>%Ln sind schon da</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are refused, and with them the file</source>
        <translation>
            <numerusform>%Ln wird abgelehnt und damit die Datei</numerusform>
            <numerusform>%Ln werden abgelehnt und damit die Datei</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no policy in %1.</source>
        <translation>In %1 steht keine Richtlinie.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>file, what becomes of it</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Policy %1</source>
        <comment>its place in a file</comment>
        <translation>Richtlinie %1</translation>
    </message>
    <message>
        <source>New, %1</source>
        <comment>state</comment>
        <translation>Neu, %1</translation>
    </message>
    <message>
        <source>Changes: %1. Then %2</source>
        <comment>members, state</comment>
        <translation>Ändert sich: %1. Danach %2</translation>
    </message>
    <message>
        <source>As it is here already</source>
        <translation>Schon genau so da</translation>
    </message>
    <message>
        <source>There is nothing in it that could be imported</source>
        <translation>Darin ist nichts, was sich importieren ließe</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IncidentActions</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 is banned for %2</source>
        <translation>%1 ist für %2 gesperrt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses are banned for %1</source>
        <translation>
            <numerusform>%Ln Adresse ist für %1 gesperrt</numerusform>
            <numerusform>%Ln Adressen sind für %1 gesperrt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln could not be</source>
        <translation>
            <numerusform>%1; %Ln ging nicht</numerusform>
            <numerusform>%1; %Ln gingen nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bans lifted</source>
        <translation>
            <numerusform>%Ln Sperre aufgehoben</numerusform>
            <numerusform>%Ln Sperren aufgehoben</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IncidentFooter</name>
    <message>
        <source>Revoke sessions</source>
        <translation>Sitzungen beenden</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Revoke keys</source>
        <translation>Schlüssel widerrufen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Close incident</source>
        <translation>Vorfall schließen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln Person</numerusform>
            <numerusform>%Ln Personen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses</source>
        <translation>
            <numerusform>%Ln Adresse</numerusform>
            <numerusform>%Ln Adressen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 gewählt</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>Für %1</translation>
    </message>
    <message>
        <source>Incident: %1</source>
        <translation>Vorfall: %1</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>Abgeben</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Zuweisen…</translation>
    </message>
    <message>
        <source>Mark as new</source>
        <translation>Als neu kennzeichnen</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz…</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IncidentPane</name>
    <message>
        <source>Events over time</source>
        <translation>Ereignisse über die Zeit</translation>
    </message>
    <message>
        <source>Done automatically</source>
        <translation>Automatisch getan</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ereignisse öffnen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Rule fired</source>
        <translation>Regel schlug an</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Unban</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Acknowledged by %1, %2</source>
        <translation>Angenommen von %1, %2</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Closed by %1, %2</source>
        <translation>Geschlossen von %1, %2</translation>
    </message>
    <message>
        <source>With %1</source>
        <comment>who looks after an incident</comment>
        <translation>Bei %1</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <comment>who looks after an incident</comment>
        <translation>%1, bei %2</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Abgewehrt</translation>
    </message>
    <message>
        <source>Banned</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Events a minute</source>
        <translation>Ereignisse je Minute</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>First: %1</source>
        <translation>Zuerst: %1</translation>
    </message>
    <message>
        <source>First event</source>
        <translation>Erstes Ereignis</translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation>Zuletzt: %1</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Letztes Ereignis</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message>
        <source>Show all %L1</source>
        <translation>Alle %L1 zeigen</translation>
    </message>
    <message>
        <source>Newest last</source>
        <translation>Neuestes zuletzt</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IncidentRule</name>
    <message>
        <source>Rule that fired</source>
        <translation>Regel, die anschlug</translation>
    </message>
    <message>
        <source>Edit rule</source>
        <translation>Regel bearbeiten</translation>
    </message>
    <message>
        <source>Open rule</source>
        <translation>Regel öffnen</translation>
    </message>
    <message>
        <source>%1. This rule is gone.</source>
        <translation>%1. Diese Regel gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Trying it over the last week…</source>
        <translation>Wird an der letzten Woche erprobt…</translation>
    </message>
    <message numerus="yes">
        <source>Would have fired %Ln times in the last week</source>
        <translation>
            <numerusform>Hätte in der letzten Woche %Ln Mal angeschlagen</numerusform>
            <numerusform>Hätte in der letzten Woche %Ln Mal angeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Would have fired at least %Ln times in the last week</source>
        <translation>
            <numerusform>Hätte in der letzten Woche mindestens %Ln Mal angeschlagen</numerusform>
            <numerusform>Hätte in der letzten Woche mindestens %Ln Mal angeschlagen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IncidentsModel</name>
    <message>
        <source>Incident</source>
        <translation>Vorfall</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln incidents</source>
        <translation>
            <numerusform>%1, %Ln Vorfall</numerusform>
            <numerusform>%1, %Ln Vorfälle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IncidentsPanel</name>
    <message>
        <source>Incidents</source>
        <translation>Vorfälle</translation>
    </message>
    <message>
        <source>Which incidents</source>
        <translation>Welche Vorfälle</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Alarmregeln</translation>
    </message>
    <message>
        <source>Filter incidents</source>
        <translation>Vorfälle filtern</translation>
    </message>
    <message>
        <source>Filter by rule, whom it is about or who looks after it</source>
        <translation>Nach Regel, Betroffenen oder Zuständigen filtern</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Loading incidents</source>
        <translation>Vorfälle werden geladen</translation>
    </message>
    <message>
        <source>The rules go on watching: the server doesn’t need this list.</source>
        <translation>Die Regeln achten weiter: der Server braucht diese Liste nicht.</translation>
    </message>
    <message>
        <source>No incident matches</source>
        <translation>Kein Vorfall passt</translation>
    </message>
    <message>
        <source>Nothing has this text or is of this kind.</source>
        <translation>Nichts hat diesen Text oder ist von dieser Art.</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Nichts braucht Sie</translation>
    </message>
    <message>
        <source>What the alert rules find stands here until somebody has closed it.</source>
        <translation>Was die Alarmregeln finden, steht hier, bis es jemand geschlossen hat.</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ereignisse öffnen</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Notiz…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>Schließen…</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>Wieder geöffnet</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Abgegeben</translation>
    </message>
    <message>
        <source>It is yours now</source>
        <translation>Er gehört jetzt Ihnen</translation>
    </message>
    <message>
        <source>Note added</source>
        <translation>Notiz hinzugefügt</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln offen</numerusform>
            <numerusform>%Ln offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Zugewiesen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IntegrityPanel</name>
    <message>
        <source>Integrity</source>
        <translation>Integrität</translation>
    </message>
    <message>
        <source>Save pack…</source>
        <translation>Paket speichern…</translation>
    </message>
    <message>
        <source>Delete pack</source>
        <translation>Paket löschen</translation>
    </message>
    <message>
        <source>Evidence packs</source>
        <translation>Beweispakete</translation>
    </message>
    <message>
        <source>Looking for evidence packs</source>
        <translation>Beweispakete werden gesucht</translation>
    </message>
    <message>
        <source>No evidence packs yet</source>
        <translation>Noch keine Beweispakete</translation>
    </message>
    <message>
        <source>A pack holds events with the proof that they are the journal&apos;s: whoever has the fingerprint checks it without this vault.</source>
        <translation>Ein Paket enthält Ereignisse mit dem Beweis, dass sie aus dem Journal sind: wer den Fingerabdruck hat, prüft es ohne diesen Tresor.</translation>
    </message>
    <message>
        <source>Evidence packs (*.jsonl)</source>
        <translation>Beweispakete (*.jsonl)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>Delete the evidence pack of %1?</source>
        <translation>Beweispaket vom %1 löschen?</translation>
    </message>
    <message>
        <source>Files that were saved of it stay good. The events stay in the journal.</source>
        <translation>Davon gespeicherte Dateien bleiben gültig. Die Ereignisse bleiben im Journal.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Saved: %1. The journal that it is from is damaged.</source>
        <translation>Gespeichert: %1. Das Protokoll, aus dem es stammt, ist beschädigt.</translation>
    </message>
    <message>
        <source>Choose a package first</source>
        <translation>Wählen Sie zuerst ein Paket</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeptReports</name>
    <message>
        <source>Kept reports</source>
        <translation>Aufbewahrte Berichte</translation>
    </message>
    <message>
        <source>No report is kept</source>
        <translation>Kein Bericht ist aufbewahrt</translation>
    </message>
    <message>
        <source>Make and keep one above, or have one made by plan.</source>
        <translation>Erstellen und behalten Sie oben einen, oder lassen Sie einen nach Plan erstellen.</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>Save %1 as a file</source>
        <translation>%1 als Datei speichern</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>The file goes for good; that it was there stays in the journal.</source>
        <translation>Die Datei geht für immer; dass es sie gab, bleibt im Journal.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The report could not be saved</source>
        <translation>Der Bericht ließ sich nicht speichern</translation>
    </message>
    <message>
        <source>The report could not be deleted</source>
        <translation>Der Bericht ließ sich nicht löschen</translation>
    </message>
    <message>
        <source>Report saved, but the journal is damaged</source>
        <translation>Bericht gespeichert, aber das Protokoll ist beschädigt</translation>
    </message>
    <message>
        <source>What it says may be incomplete: verify the journal in Integrity.</source>
        <translation>Was er sagt, kann unvollständig sein: Prüfen Sie das Protokoll unter „Integrität“.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeyActions</name>
    <message>
        <source>Revoke %1?</source>
        <translation>%1 widerrufen?</translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln keys?</source>
        <translation>
            <numerusform>%Ln Schlüssel widerrufen?</numerusform>
            <numerusform>%Ln Schlüssel widerrufen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Programs that use it are refused from the next request on. It cannot be undone.</source>
        <translation>Programme, die ihn benutzen, werden ab der nächsten Anfrage abgelehnt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Programs that use them are refused from the next request on. It cannot be undone.</source>
        <translation>Programme, die sie benutzen, werden ab der nächsten Anfrage abgelehnt. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>%1 revoked</source>
        <translation>%1 widerrufen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys revoked</source>
        <translation>
            <numerusform>%Ln Schlüssel widerrufen</numerusform>
            <numerusform>%Ln Schlüssel widerrufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 may no more than its owner</source>
        <translation>%1 darf nicht mehr als sein Besitzer</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Erneuern…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen…</translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln keys…</source>
        <translation>
            <numerusform>%Ln Schlüssel widerrufen…</numerusform>
            <numerusform>%Ln Schlüssel widerrufen…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeyDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Create API key</source>
        <translation>API-Schlüssel erstellen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>Wozu er dient</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>In which time</source>
        <translation>In welcher Zeit</translation>
    </message>
    <message>
        <source>Empty: its owner’s limits</source>
        <translation>Leer: die Grenzen des Besitzers</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Addresses or networks that it may be used from, with commas between them</source>
        <translation>Adressen oder Netze, von denen aus er gilt, durch Komma getrennt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel erstellen</translation>
    </message>
    <message>
        <source>As it is: %1</source>
        <translation>Wie bisher: %1</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>pro Minute</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>pro Stunde</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>pro Tag</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>so many requests in this time</comment>
        <translation>in %1</translation>
    </message>
    <message>
        <source>At most 32</source>
        <translation>Höchstens 32</translation>
    </message>
    <message>
        <source>One of these is no address or network</source>
        <translation>Eines davon ist weder Adresse noch Netz</translation>
    </message>
    <message>
        <source>More than you may give</source>
        <translation>Mehr, als Sie vergeben dürfen</translation>
    </message>
    <message>
        <source>This is not accepted</source>
        <translation>Das wird nicht angenommen</translation>
    </message>
    <message>
        <source>Longer than the settings allow</source>
        <translation>Länger, als die Einstellungen erlauben</translation>
    </message>
    <message>
        <source>The owner is gone</source>
        <translation>Den Besitzer gibt es nicht mehr</translation>
    </message>
    <message>
        <source>The owner does not hold all of these now</source>
        <translation>Der Besitzer hat davon jetzt nicht alle</translation>
    </message>
    <message>
        <source>Public key of the program</source>
        <translation>Öffentlicher Schlüssel des Programms</translation>
    </message>
    <message>
        <source>Requests signed with a key pair of its own</source>
        <translation>Mit eigenem Schlüsselpaar signierte Anfragen</translation>
    </message>
    <message>
        <source>Sends</source>
        <translation>Sendet</translation>
    </message>
    <message>
        <source>The key, with each request</source>
        <translation>Den Schlüssel, bei jeder Anfrage</translation>
    </message>
    <message>
        <source>The key, or requests signed with a secret</source>
        <translation>Den Schlüssel, oder mit einem Geheimnis signierte Anfragen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeyLines</name>
    <message>
        <source>No keys yet</source>
        <translation>Noch keine Schlüssel</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeyPane</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>May more than its owner</source>
        <translation>Darf mehr als sein Besitzer</translation>
    </message>
    <message>
        <source>Take these scopes away</source>
        <translation>Diese Rechte entziehen</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Signed requests</source>
        <translation>Signierte Anfragen</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Nutzungen</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>Letzte Ereignisse</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Erneuern</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>%1 does not hold: %2. The key cannot do this.</source>
        <translation>%1 hat nicht: %2. Der Schlüssel kann das nicht.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Its owner’s limits</source>
        <translation>Die Grenzen des Besitzers</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>Möglich</translation>
    </message>
    <message>
        <source>No secret</source>
        <translation>Kein Geheimnis</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>when, from which address</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day, in how many days</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>Only, with a key pair of its own</source>
        <translation>Nur, mit eigenem Schlüsselpaar</translation>
    </message>
    <message>
        <source>Old key until %1</source>
        <translation>Alter Schlüssel bis %1</translation>
    </message>
    <message>
        <source>This key has ended</source>
        <translation>Dieser Schlüssel ist beendet</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeyText</name>
    <message numerus="yes">
        <source>Stale, %Ln days</source>
        <translation>
            <numerusform>Ruht, %Ln Tag</numerusform>
            <numerusform>Ruht, %Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stale, %Ln months</source>
        <translation>
            <numerusform>Ruht, %Ln Monat</numerusform>
            <numerusform>Ruht, %Ln Monate</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Owner disabled</source>
        <translation>Besitzer deaktiviert</translation>
    </message>
    <message>
        <source>Over-scoped</source>
        <translation>Zu weit</translation>
    </message>
    <message>
        <source>Rotating, %1</source>
        <translation>Wechsel, %1</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>two permissions</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 +%L2</source>
        <comment>a permission and how many more</comment>
        <translation>%1 +%L2</translation>
    </message>
    <message>
        <source>%L1/s</source>
        <comment>requests a second</comment>
        <translation>%L1/s</translation>
    </message>
    <message>
        <source>%L1/min</source>
        <comment>requests a minute</comment>
        <translation>%L1/min</translation>
    </message>
    <message>
        <source>%L1/h</source>
        <comment>requests an hour</comment>
        <translation>%L1/h</translation>
    </message>
    <message>
        <source>%L1/day</source>
        <comment>requests a day</comment>
        <translation>%L1/Tag</translation>
    </message>
    <message>
        <source>%L1 in %2</source>
        <comment>requests in a length of time</comment>
        <translation>%L1 in %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeysModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Präfix</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Rechte</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Nutzungen</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Läuft ab</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeysPanel</name>
    <message>
        <source>Save the key</source>
        <translation>Schlüssel speichern</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Schlüssel erstellen</translation>
    </message>
    <message>
        <source>Create key (Ctrl+N)</source>
        <translation>Schlüssel erstellen (Strg+N)</translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation>Schlüssel filtern</translation>
    </message>
    <message>
        <source>Filter keys by name, prefix or owner</source>
        <translation>Schlüssel nach Name, Präfix oder Besitzer filtern</translation>
    </message>
    <message>
        <source>Which keys</source>
        <translation>Welche Schlüssel</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Service accounts</source>
        <translation>Dienstkonten</translation>
    </message>
    <message>
        <source>Loading API keys</source>
        <translation>API-Schlüssel werden geladen</translation>
    </message>
    <message>
        <source>No key matches</source>
        <translation>Kein Schlüssel passt</translation>
    </message>
    <message>
        <source>No key has this text and this state. Clear the filters to see all.</source>
        <translation>Kein Schlüssel hat diesen Text und diesen Zustand. Löschen Sie die Filter, um alle zu sehen.</translation>
    </message>
    <message>
        <source>No API keys yet</source>
        <translation>Noch keine API-Schlüssel</translation>
    </message>
    <message>
        <source>A key lets a program use the API without a person’s password: only what its scopes allow, only until it expires.</source>
        <translation>Mit einem Schlüssel nutzt ein Programm die API ohne das Passwort einer Person: nur was seine Rechte erlauben, nur bis er abläuft.</translation>
    </message>
    <message>
        <source>Add a service account</source>
        <translation>Dienstkonto hinzufügen</translation>
    </message>
    <message>
        <source>So that the key doesn’t go when a person does</source>
        <translation>Damit der Schlüssel nicht mit einer Person geht</translation>
    </message>
    <message>
        <source>Create a key</source>
        <translation>Schlüssel erstellen</translation>
    </message>
    <message>
        <source>With the few scopes that the program needs</source>
        <translation>Mit den wenigen Rechten, die das Programm braucht</translation>
    </message>
    <message>
        <source>Send it as X-API-Key</source>
        <translation>Als X-API-Key senden</translation>
    </message>
    <message>
        <source>With every request; nothing else is needed</source>
        <translation>Mit jeder Anfrage; mehr ist nicht nötig</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation>Bald</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Ruhend</translation>
    </message>
    <message>
        <source>Over-scoped</source>
        <translation>Zu weit</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Nothing is lost, and the keys keep working.</source>
        <translation>Nichts ist verloren, und die Schlüssel gelten weiter.</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another place.</source>
        <translation>Die Datei konnte nicht geschrieben werden. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>%1 has another key pair</source>
        <translation>%1 hat ein anderes Schlüsselpaar</translation>
    </message>
    <message>
        <source>%1 created</source>
        <translation>%1 angelegt</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeysSeveralPane</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys selected</source>
        <translation>
            <numerusform>%Ln Schlüssel ausgewählt</numerusform>
            <numerusform>%Ln Schlüssel ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them opens anything any more.</source>
        <translation>Keiner von ihnen öffnet noch etwas.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them still open what their scopes allow.</source>
        <translation>
            <numerusform>%Ln von ihnen öffnet noch, was seine Rechte erlauben.</numerusform>
            <numerusform>%Ln von ihnen öffnen noch, was ihre Rechte erlauben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>None of them can be used any more</source>
        <translation>Keiner davon ist mehr gültig</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LabResult</name>
    <message>
        <source>What the server signs</source>
        <translation>Was der Server signiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Line by line: server, then client</source>
        <translation>Zeile für Zeile: Server, dann Client</translation>
    </message>
    <message>
        <source>This request would be accepted</source>
        <translation>Diese Anfrage würde angenommen</translation>
    </message>
    <message>
        <source>If its nonce was not used before: the lab doesn’t ask for that, nor from which address it comes.</source>
        <translation>Sofern ihre Nonce noch nicht benutzt wurde: Danach fragt das Labor nicht, auch nicht nach der Adresse, von der sie kommt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>With this mistake the signature fits: that is what the client signed.</source>
        <translation>Mit diesem Fehler passt die Signatur: Das hat der Client signiert.</translation>
    </message>
    <message>
        <source>Key “%1”, %2</source>
        <translation>Schlüssel „%1“, %2</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LabSamples</name>
    <message>
        <source>Sign it right</source>
        <translation>Richtig signieren</translation>
    </message>
    <message>
        <source>A program that sends this request. It takes the signing secret from the variable SALLYPORT_SECRET.</source>
        <translation>Ein Programm, das diese Anfrage sendet. Das Signaturgeheimnis nimmt es aus der Variablen SALLYPORT_SECRET.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Sample program</source>
        <translation>Beispielprogramm</translation>
    </message>
    <message>
        <source>Four headers</source>
        <translation>Vier Kopfzeilen</translation>
    </message>
    <message>
        <source>A program that sends this request, signed after RFC 9421. It takes the private key from the PEM file that the variable SALLYPORT_PRIVATE_KEY names.</source>
        <translation>Ein Programm, das diese Anfrage nach RFC 9421 signiert sendet. Den privaten Schlüssel nimmt es aus der PEM-Datei, die die Variable SALLYPORT_PRIVATE_KEY nennt.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LeakScanPanel</name>
    <message>
        <source>Search a folder</source>
        <translation>Einen Ordner durchsuchen</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Leak scan</source>
        <translation>Offengelegte Schlüssel</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Git histories too</source>
        <translation>Auch Git-Verläufe</translation>
    </message>
    <message>
        <source>Every object of the git repositories in these folders, also what was deleted</source>
        <translation>Jedes Objekt der Git-Repositorys in diesen Ordnern, auch Gelöschtes</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Anzeigen</translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>Funde filtern</translation>
    </message>
    <message>
        <source>Filter findings by key, owner or place</source>
        <translation>Funde nach Schlüssel, Besitzer oder Stelle filtern</translation>
    </message>
    <message>
        <source>Keys that were found</source>
        <translation>Gefundene Schlüssel</translation>
    </message>
    <message>
        <source>Searching for keys</source>
        <translation>Schlüssel werden gesucht</translation>
    </message>
    <message>
        <source>%1, searched</source>
        <translation>%1, wird durchsucht</translation>
    </message>
    <message>
        <source>Stopped, nothing found until then</source>
        <translation>Angehalten, bis dahin nichts gefunden</translation>
    </message>
    <message>
        <source>No key found</source>
        <translation>Kein Schlüssel gefunden</translation>
    </message>
    <message>
        <source>Find keys that got out</source>
        <translation>Schlüssel finden, die nach außen gelangt sind</translation>
    </message>
    <message>
        <source>Looks for API keys and signing secrets of this vault, by their prefix and checksum. Nothing leaves this machine.</source>
        <translation>Sucht nach API-Schlüsseln und Signaturgeheimnissen dieses Tresors, an Präfix und Prüfsumme. Nichts verlässt diesen Rechner.</translation>
    </message>
    <message>
        <source>Add folders</source>
        <translation>Ordner hinzufügen</translation>
    </message>
    <message>
        <source>Source code, scripts, backups; drop them here if you like</source>
        <translation>Quelltext, Skripte, Sicherungen; auch hierher ziehen</translation>
    </message>
    <message>
        <source>Files, and everything that a git history still holds</source>
        <translation>Dateien und alles, was ein Git-Verlauf noch enthält</translation>
    </message>
    <message>
        <source>Revoke what works</source>
        <translation>Widerrufen, was funktioniert</translation>
    </message>
    <message>
        <source>Beside each finding, and give its owner a new key</source>
        <translation>Neben jedem Fund, und dem Besitzer einen neuen geben</translation>
    </message>
    <message>
        <source>Reading folders…</source>
        <translation>Ordner werden gelesen …</translation>
    </message>
    <message>
        <source>No key was changed, and no file.</source>
        <translation>Kein Schlüssel und keine Datei wurde geändert.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln findings</source>
        <translation>
            <numerusform>%Ln Fund</numerusform>
            <numerusform>%Ln Funde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln findings still work</source>
        <translation>
            <numerusform>%Ln Fund funktioniert noch</numerusform>
            <numerusform>%Ln Funde funktionieren noch</numerusform>
        </translation>
    </message>
    <message>
        <source>The search was stopped</source>
        <translation>Die Suche wurde angehalten</translation>
    </message>
    <message>
        <source>Not everything was searched</source>
        <translation>Nicht alles wurde durchsucht</translation>
    </message>
    <message>
        <source>Whoever has read them can use the API until you revoke the keys.</source>
        <translation>Wer sie gelesen hat, kann die API benutzen, bis Sie die Schlüssel widerrufen.</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>Die Suche wurde angehalten.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places were not searched.</source>
        <translation>
            <numerusform>%Ln Stelle wurde nicht durchsucht.</numerusform>
            <numerusform>%Ln Stellen wurden nicht durchsucht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open key</source>
        <translation>Schlüssel öffnen</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Copy place</source>
        <translation>Fundstelle kopieren</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files, %1</source>
        <translation>
            <numerusform>%Ln Datei, %1</numerusform>
            <numerusform>%Ln Dateien, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No key of this vault in %1, %2, %3.</source>
        <translation>Kein Schlüssel dieses Tresors in %1, %2, %3.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects of git histories</source>
        <translation>
            <numerusform>%Ln Objekt aus Git-Verläufen</numerusform>
            <numerusform>%Ln Objekten aus Git-Verläufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a folder first</source>
        <translation>Fügen Sie zuerst einen Ordner hinzu</translation>
    </message>
    <message>
        <source>It is no key of this vault</source>
        <translation>Es ist kein Schlüssel dieses Tresors</translation>
    </message>
    <message>
        <source>No key that works is among them</source>
        <translation>Kein Schlüssel darunter ist noch gültig</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LeaksModel</name>
    <message>
        <source>Works</source>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <source>Rotated away</source>
        <translation>Durch Rotation ersetzt</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Abgelaufen</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Widerrufen</translation>
    </message>
    <message>
        <source>Owner disabled</source>
        <translation>Besitzer deaktiviert</translation>
    </message>
    <message>
        <source>Of no key here</source>
        <translation>Nicht von hier</translation>
    </message>
    <message>
        <source>signing secret</source>
        <translation>Signaturgeheimnis</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Widerrufen…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Gefunden in</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LimitChart</name>
    <message>
        <source>Answered</source>
        <translation>Beantwortet</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>%1, hottest key by hour</source>
        <translation>%1, Spitze je Stunde</translation>
    </message>
    <message>
        <source>%1: %2 answered, %3 refused</source>
        <translation>%1: %2 beantwortet, %3 abgelehnt</translation>
    </message>
    <message>
        <source>New limit %1</source>
        <translation>Neues Limit %1</translation>
    </message>
    <message>
        <source>Limit %1</source>
        <translation>Limit %1</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Letzte 24 Stunden</translation>
    </message>
    <message>
        <source>Counted since %1</source>
        <translation>Gezählt seit %1</translation>
    </message>
    <message>
        <source>%1 is above what is shown</source>
        <translation>%1 liegt über dem Gezeigten</translation>
    </message>
    <message>
        <source>Nobody has used it in 24 hours</source>
        <translation>In 24 Stunden von niemandem benutzt</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LimitDraft</name>
    <message>
        <source>%1 becomes %2</source>
        <translation>%1 wird %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LimitForm</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>In</source>
        <comment>so many requests in a time</comment>
        <translation>In</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Zählung</translation>
    </message>
    <message>
        <source>Keyed by</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Even pace: what was used comes back bit by bit. Sliding: never more than that in any such time. Fixed: a time begins with the first request and ends as a whole.</source>
        <translation>Gleichmäßig: Verbrauchtes kommt nach und nach zurück. Gleitend: in keiner solchen Zeit mehr als das. Fest: Eine Zeit beginnt mit der ersten Anfrage und endet als Ganzes.</translation>
    </message>
    <message>
        <source>This class is counted so alone</source>
        <translation>Diese Klasse wird nur so gezählt</translation>
    </message>
    <message>
        <source>Nobody is unlimited: this class can’t be off</source>
        <translation>Niemand ist unbegrenzt: Diese Klasse kann nicht aus sein</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LimitPane</name>
    <message>
        <source>Edit rule</source>
        <translation>Regel bearbeiten</translation>
    </message>
    <message>
        <source>Delete rule</source>
        <translation>Regel löschen</translation>
    </message>
    <message>
        <source>Yesterday with these numbers</source>
        <translation>Gestern mit diesen Zahlen</translation>
    </message>
    <message>
        <source>Hottest now</source>
        <translation>Spitze jetzt</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ereignisse öffnen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>so many of 100 an hour</comment>
        <translation>von %1</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>Nobody uses it now.</source>
        <translation>Niemand nutzt es gerade.</translation>
    </message>
    <message>
        <source>Too little traffic in 7 days for a suggestion</source>
        <translation>Zu wenig Verkehr in 7 Tagen für einen Vorschlag</translation>
    </message>
    <message>
        <source>Looking at the last 7 days…</source>
        <translation>Die letzten 7 Tage werden angesehen…</translation>
    </message>
    <message>
        <source>Suggested: %1</source>
        <translation>Vorschlag: %1</translation>
    </message>
    <message>
        <source>p95 of 7 days: %1, plus %2 % room</source>
        <translation>p95 aus 7 Tagen: %1, plus %2 % Luft</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>%1 nehmen</translation>
    </message>
    <message>
        <source>Fills the field, saves nothing</source>
        <translation>Füllt das Feld, speichert nichts</translation>
    </message>
    <message>
        <source>Nothing would have been refused</source>
        <translation>Nichts wäre abgelehnt worden</translation>
    </message>
    <message>
        <source>%1 of %2 would have been refused</source>
        <comment>14 requests of 3 callers</comment>
        <translation>%1 von %2 wären abgelehnt worden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln callers</source>
        <translation>
            <numerusform>%Ln Aufrufer</numerusform>
            <numerusform>%Ln Aufrufern</numerusform>
        </translation>
    </message>
    <message>
        <source>with %1 it was %2</source>
        <comment>with 100 it was 96</comment>
        <translation>mit %1 waren es %2</translation>
    </message>
    <message>
        <source>Counted since %1 only.</source>
        <translation>Erst seit %1 gezählt.</translation>
    </message>
    <message>
        <source>Looking at the last 24 hours…</source>
        <translation>Die letzten 24 Stunden werden angesehen…</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>09:41 to 09:58</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Own numbers</source>
        <translation>Eigene Zahlen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Give somebody numbers of their own</source>
        <translation>Jemandem eigene Zahlen geben</translation>
    </message>
    <message>
        <source>The rule holds for everybody.</source>
        <translation>Die Regel gilt für alle.</translation>
    </message>
    <message>
        <source>The field has this number already</source>
        <translation>Im Feld steht diese Zahl schon</translation>
    </message>
    <message numerus="yes">
        <source>Numbers of %Ln rules</source>
        <translation>
            <numerusform>Zahlen von %Ln Regel</numerusform>
            <numerusform>Zahlen von %Ln Regeln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LimitsLegend</name>
    <message>
        <source>Hottest key now</source>
        <translation>Spitze jetzt</translation>
    </message>
    <message>
        <source>p95, 7 d</source>
        <translation>p95, 7 T.</translation>
    </message>
    <message>
        <source>A bar is the hottest key now, its tick the p95 of 7 days</source>
        <translation>Ein Balken ist die Spitze jetzt, sein Strich das p95 aus 7 Tagen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LimitsModel</name>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Used now</source>
        <translation>Jetzt genutzt</translation>
    </message>
    <message>
        <source>Keyed by</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Zählung</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Refused, 24 h</source>
        <translation>Abgelehnt, 24 h</translation>
    </message>
    <message>
        <source>%1 noted</source>
        <translation>%1 notiert</translation>
    </message>
    <message>
        <source>Every route belongs to one</source>
        <translation>Jede Route gehört zu einer</translation>
    </message>
    <message>
        <source>None yet: each would count on top of its class</source>
        <translation>Noch keine: Jede zählt zusätzlich zu ihrer Klasse</translation>
    </message>
    <message>
        <source>Each counts on top of its class</source>
        <translation>Jede zählt zusätzlich zu ihrer Klasse</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Own rules by route</source>
        <translation>Eigene Regeln nach Route</translation>
    </message>
    <message>
        <source>%1 of %2 by the hottest caller</source>
        <translation>%1 von %2 beim stärksten Aufrufer</translation>
    </message>
    <message>
        <source>p95 of 7 days %1</source>
        <translation>p95 aus 7 Tagen %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LimitsPanel</name>
    <message>
        <source>Rate limits</source>
        <translation>Ratenlimits</translation>
    </message>
    <message>
        <source>Exempt addresses</source>
        <translation>Ausnahmen</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>A limit for some routes, on top of their class (Ctrl+N)</source>
        <translation>Ein Limit für einige Routen, zusätzlich zu ihrer Klasse (Strg+N)</translation>
    </message>
    <message>
        <source>Networks that no limit by address holds for</source>
        <translation>Netze, für die kein Adresslimit gilt</translation>
    </message>
    <message>
        <source>Filter rules</source>
        <translation>Regeln filtern</translation>
    </message>
    <message>
        <source>Filter rules by name or route</source>
        <translation>Regeln nach Name oder Route filtern</translation>
    </message>
    <message>
        <source>Which rules</source>
        <translation>Welche Regeln</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Loading rate limits</source>
        <translation>Ratenlimits werden geladen</translation>
    </message>
    <message>
        <source>The limits hold: the server doesn’t need this list.</source>
        <translation>Die Limits gelten: Der Server braucht diese Liste nicht.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Refusing</source>
        <translation>Ablehnend</translation>
    </message>
    <message>
        <source>No rule matches</source>
        <translation>Keine Regel passt</translation>
    </message>
    <message>
        <source>No rule has this name or route, or is of this kind.</source>
        <translation>Keine Regel hat diesen Namen oder diese Route oder ist von dieser Art.</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Einzelheiten zeigen</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ereignisse öffnen</translation>
    </message>
    <message>
        <source>Edit rule…</source>
        <translation>Regel bearbeiten…</translation>
    </message>
    <message>
        <source>Delete rule…</source>
        <translation>Regel löschen…</translation>
    </message>
    <message>
        <source>%1: %2, from the next request on</source>
        <translation>%1: %2, ab der nächsten Anfrage</translation>
    </message>
    <message>
        <source>%1 begins anew</source>
        <translation>%1 beginnt von vorn</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 of %2 count again</source>
        <translation>%1 von %2 zählen wieder</translation>
    </message>
    <message>
        <source>“%1” holds from the next request on</source>
        <translation>„%1“ gilt ab der nächsten Anfrage</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>„%1“ löschen?</translation>
    </message>
    <message>
        <source>Its routes are limited by their class alone from the next request on. What it has counted is forgotten.</source>
        <translation>Ihre Routen haben ab der nächsten Anfrage nur noch das Limit ihrer Klasse. Was sie gezählt hat, ist vergessen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>“%1” deleted</source>
        <translation>„%1“ gelöscht</translation>
    </message>
    <message>
        <source>No address is exempt any more</source>
        <translation>Keine Adresse ist mehr ausgenommen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln networks are exempt from limits by address</source>
        <translation>
            <numerusform>%Ln Netz ist von Adresslimits ausgenommen</numerusform>
            <numerusform>%Ln Netze sind von Adresslimits ausgenommen</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule holds for %1 again</source>
        <translation>Die Regel gilt wieder für %1</translation>
    </message>
    <message>
        <source>%1 has numbers of their own again</source>
        <translation>%1 hat wieder eigene Zahlen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LinkDialog</name>
    <message>
        <source>Link a user to %1</source>
        <translation>Benutzer mit %1 verknüpfen</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>E-mail address of the user here</source>
        <translation>E-Mail-Adresse des Benutzers hier</translation>
    </message>
    <message>
        <source>Account at the provider</source>
        <translation>Konto beim Anbieter</translation>
    </message>
    <message>
        <source>Its subject (sub), GitHub’s numeric ID. The event of a refused sign-in names it. Whoever signs in with it is this user.</source>
        <translation>Sein Subject (sub), bei GitHub die Nummer. Das Ereignis einer abgelehnten Anmeldung nennt es. Wer sich damit anmeldet, ist dieser Benutzer.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verknüpfen</translation>
    </message>
    <message>
        <source>Nobody has this e-mail address here</source>
        <translation>Niemand hat hier diese E-Mail-Adresse</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ListPanel</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 von %L2</translation>
    </message>
    <message>
        <source>The list could not be read again. What you see may be old.</source>
        <translation>Die Liste konnte nicht neu gelesen werden. Was Sie sehen, ist vielleicht alt.</translation>
    </message>
    <message>
        <source>about %L1</source>
        <translation>etwa %L1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LoadingState</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LoginTestDialog</name>
    <message>
        <source>Test the login with %1</source>
        <translation>Anmeldung mit %1 testen</translation>
    </message>
    <message>
        <source>Your browser opens this server and goes on to the provider. It may warn of this server’s certificate: the fingerprint is in the status line. Nobody is signed in.</source>
        <translation>Ihr Browser öffnet diesen Server und geht weiter zum Anbieter. Vielleicht warnt er vor dem Zertifikat dieses Servers: Der Fingerabdruck steht in der Statuszeile. Niemand wird angemeldet.</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Noch einmal testen</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>Browser öffnen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Asking the provider…</source>
        <translation>Der Anbieter wird gefragt…</translation>
    </message>
    <message>
        <source>This login does not work yet</source>
        <translation>Diese Anmeldung funktioniert noch nicht</translation>
    </message>
    <message>
        <source>This login works</source>
        <translation>Diese Anmeldung funktioniert</translation>
    </message>
    <message>
        <source>The step with the cross says what to do. Test again afterwards.</source>
        <translation>Der Schritt mit dem Kreuz sagt, was zu tun ist. Testen Sie danach noch einmal.</translation>
    </message>
    <message>
        <source>This test is over</source>
        <translation>Dieser Test ist vorbei</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LongWork</name>
    <message>
        <source>Stopping…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>Protokoll wird gelesen…</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 %, about %2 left</source>
        <extracomment>%1: per cent done, %2: a length of time</extracomment>
        <translation>%1 %, noch etwa %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::MainWindow</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>Server starten</translation>
    </message>
    <message>
        <source>Stop server</source>
        <translation>Server stoppen</translation>
    </message>
    <message>
        <source>Copy the server&apos;s address</source>
        <translation>Adresse des Servers kopieren</translation>
    </message>
    <message>
        <source>Copy the certificate&apos;s fingerprint</source>
        <translation>Fingerabdruck des Zertifikats kopieren</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Notices about your account</source>
        <translation>Hinweise zu Ihrem Konto</translation>
    </message>
    <message>
        <source>The audit journal is damaged</source>
        <translation>Das Prüfprotokoll ist beschädigt</translation>
    </message>
    <message>
        <source>It does not fit its anchor: events were changed or cut off, or the database was put back to an older state. Verifying the chain finds the place.</source>
        <translation>Es passt nicht zu seinem Anker: Ereignisse wurden geändert oder abgeschnitten, oder die Datenbank wurde auf einen älteren Stand zurückgesetzt. Das Prüfen der Kette findet die Stelle.</translation>
    </message>
    <message>
        <source>Open reports</source>
        <translation>Berichte öffnen</translation>
    </message>
    <message>
        <source>Upkeep fails</source>
        <translation>Instandhaltung scheitert</translation>
    </message>
    <message>
        <source>%1. It is tried again by itself; the events say since when.</source>
        <translation>%1. Es wird von selbst wieder versucht; die Ereignisse sagen, seit wann.</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ereignisse öffnen</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>Die Uhr geht richtig</translation>
    </message>
    <message>
        <source>Change your password</source>
        <translation>Ihr Passwort ändern</translation>
    </message>
    <message>
        <source>Your second factor</source>
        <translation>Ihr zweiter Faktor</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>unsaved work</comment>
        <extracomment>where something isn&apos;t saved, and what: “Roles: 3 changes to Clerk”</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Discard what is not saved?</source>
        <translation>Verwerfen, was nicht gespeichert ist?</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Discard and lock</source>
        <translation>Verwerfen und sperren</translation>
    </message>
    <message>
        <source>Discard and sign out</source>
        <translation>Verwerfen und abmelden</translation>
    </message>
    <message>
        <source>Discard and quit</source>
        <translation>Verwerfen und beenden</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::MeasureBox</name>
    <message>
        <source>Measure this machine</source>
        <translation>Diesen Rechner messen</translation>
    </message>
    <message>
        <source>Use these values</source>
        <translation>Diese Werte verwenden</translation>
    </message>
    <message>
        <source>With the saved values one hash takes %1 ms here.</source>
        <translation>Mit den gespeicherten Werten dauert ein Hash hier %1 ms.</translation>
    </message>
    <message>
        <source>Best within %1 ms: %2</source>
        <translation>Das Beste innerhalb von %1 ms: %2</translation>
    </message>
    <message>
        <source>Even the least that is allowed takes longer than %1 ms: %2</source>
        <translation>Selbst das Wenigste, das erlaubt ist, dauert länger als %1 ms: %2</translation>
    </message>
    <message>
        <source>%1 KiB, passes: %2, threads: %3 (%4 ms)</source>
        <translation>%1 KiB, Durchläufe: %2, Threads: %3 (%4 ms)</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::MemberDialog</name>
    <message>
        <source>%1 as %2</source>
        <translation>%1 als %2</translation>
    </message>
    <message>
        <source>Add a member to %1</source>
        <translation>Mitglied zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>From then on the role allows nothing, in running sessions, too. The member is told a week and a day before.</source>
        <translation>Von da an erlaubt die Rolle nichts mehr, auch in laufenden Sitzungen. Das Mitglied erfährt es eine Woche und einen Tag vorher.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>In a day</source>
        <translation>In einem Tag</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>In einer Woche</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>In 30 Tagen</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>Zu einem Zeitpunkt</translation>
    </message>
    <message>
        <source>Date and time (%1)</source>
        <translation>Datum und Uhrzeit (%1)</translation>
    </message>
    <message>
        <source>Take role</source>
        <translation>Rolle nehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>Mitglied hinzufügen</translation>
    </message>
    <message>
        <source>Nobody has this e-mail address here</source>
        <translation>Niemand hat hier diese E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Must lie ahead</source>
        <translation>Muss in der Zukunft liegen</translation>
    </message>
    <message>
        <source>This is the only role</source>
        <translation>Dies ist die einzige Rolle</translation>
    </message>
    <message>
        <source>Give another one first, or disable the user.</source>
        <translation>Geben Sie zuerst eine andere, oder deaktivieren Sie den Benutzer.</translation>
    </message>
    <message>
        <source>The last administrator stays</source>
        <translation>Der letzte Administrator bleibt</translation>
    </message>
    <message>
        <source>One active administrator keeps a role without an end, so that the vault stays yours.</source>
        <translation>Ein aktiver Administrator behält eine Rolle ohne Ende, damit der Tresor Ihrer bleibt.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::MemberRows</name>
    <message>
        <source>Sensitive values</source>
        <translation>Vertrauliche Werte</translation>
    </message>
    <message>
        <source>Add a sensitive value</source>
        <translation>Vertraulichen Wert hinzufügen</translation>
    </message>
    <message>
        <source>Name, such as Diagnosis</source>
        <translation>Name, etwa Diagnose</translation>
    </message>
    <message>
        <source>Name of a sensitive value</source>
        <translation>Name eines vertraulichen Werts</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation>Bleibt, wie er ist</translation>
    </message>
    <message>
        <source>Sensitive value</source>
        <translation>Vertraulicher Wert</translation>
    </message>
    <message>
        <source>New value of %1</source>
        <translation>Neuer Wert von %1</translation>
    </message>
    <message>
        <source>Take this line away</source>
        <translation>Diese Zeile entfernen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message numerus="yes">
        <source>A record has at most %Ln.</source>
        <translation>
            <numerusform>Ein Datensatz hat höchstens %Ln.</numerusform>
            <numerusform>Ein Datensatz hat höchstens %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>A record has at most %1</source>
        <translation>Ein Datensatz hat höchstens %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::MfaDialog</name>
    <message numerus="yes">
        <source>Wrong code. %Ln tries left; enter the digits that the app shows now.</source>
        <translation>
            <numerusform>Falscher Code. Noch %Ln Versuch; geben Sie die Ziffern ein, die die App jetzt zeigt.</numerusform>
            <numerusform>Falscher Code. Noch %Ln Versuche; geben Sie die Ziffern ein, die die App jetzt zeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set up two-factor sign-in</source>
        <translation>Anmeldung mit zweitem Faktor einrichten</translation>
    </message>
    <message>
        <source>Scan and confirm</source>
        <translation>Scannen und bestätigen</translation>
    </message>
    <message>
        <source>Save recovery codes</source>
        <translation>Wiederherstellungscodes speichern</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Two-factor sign-in is on</source>
        <translation>Die Anmeldung mit zweitem Faktor ist an</translation>
    </message>
    <message>
        <source>From now on %1 signs in with the password and a code of the app.</source>
        <translation>Ab jetzt meldet sich %1 mit Passwort und einem Code der App an.</translation>
    </message>
    <message>
        <source>Too many wrong codes</source>
        <translation>Zu viele falsche Codes</translation>
    </message>
    <message>
        <source>This key is void now. Start again with a new one.</source>
        <translation>Dieser Schlüssel ist jetzt ungültig. Beginnen Sie mit einem neuen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Closes by itself in %1</source>
        <translation>Schließt sich von selbst in %1</translation>
    </message>
    <message>
        <source>Store the recovery codes first</source>
        <translation>Bewahren Sie zuerst die Wiederherstellungscodes auf</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::NavCaption</name>
    <message>
        <source>Folded</source>
        <translation>Eingeklappt</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>Ausgeklappt</translation>
    </message>
    <message>
        <source>Show the panels of “%1”</source>
        <translation>Die Seiten von „%1“ zeigen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::NearbyView</name>
    <message>
        <source>Events within a minute</source>
        <translation>Ereignisse innerhalb einer Minute</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Nearby events can’t be read right now.</source>
        <translation>Das Umfeld kann gerade nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Nothing else from this address or user within a minute.</source>
        <translation>Sonst nichts von dieser Adresse oder diesem Benutzer innerhalb einer Minute.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::Needs</name>
    <message>
        <source>The server failed</source>
        <translation>Der Server ist ausgefallen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The server is stopped</source>
        <translation>Der Server ist gestoppt</translation>
    </message>
    <message>
        <source>Requests are not answered</source>
        <translation>Anfragen werden nicht beantwortet</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>The certificate has expired</source>
        <translation>Das Zertifikat ist abgelaufen</translation>
    </message>
    <message numerus="yes">
        <source>Certificate expires in %Ln day(s)</source>
        <translation>
            <numerusform>Zertifikat läuft in %Ln Tag ab</numerusform>
            <numerusform>Zertifikat läuft in %Ln Tagen ab</numerusform>
        </translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>The audit chain is damaged</source>
        <translation>Die Prüfkette ist beschädigt</translation>
    </message>
    <message>
        <source>Found %1</source>
        <translation>Festgestellt %1</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Events were lost</source>
        <translation>Ereignisse gingen verloren</translation>
    </message>
    <message>
        <source>More came than could be written</source>
        <translation>Es kamen mehr, als geschrieben werden konnten</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tries</source>
        <translation>
            <numerusform>%Ln Versuch</numerusform>
            <numerusform>%Ln Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>Password guessing</source>
        <translation>Erraten von Passwörtern</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %Ln account(s)</source>
        <extracomment>%1: “212 tries”, %Ln accounts</extracomment>
        <translation>
            <numerusform>%1 an %Ln Konto</numerusform>
            <numerusform>%1 an %Ln Konten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln administrator(s) without MFA</source>
        <translation>
            <numerusform>%Ln Administrator ohne MFA</numerusform>
            <numerusform>%Ln Administratoren ohne MFA</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weiterer</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Ansehen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) locked</source>
        <translation>
            <numerusform>%Ln Konto gesperrt</numerusform>
            <numerusform>%Ln Konten gesperrt</numerusform>
        </translation>
    </message>
    <message>
        <source>After too many failed sign-ins</source>
        <translation>Nach zu vielen fehlgeschlagenen Anmeldungen</translation>
    </message>
    <message>
        <source>Open to other computers</source>
        <translation>Für andere Rechner offen</translation>
    </message>
    <message>
        <source>The server listens on %1</source>
        <translation>Der Server lauscht an %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %Ln more notice(s)</source>
        <translation>
            <numerusform>%1, und %Ln weiterer Hinweis</numerusform>
            <numerusform>%1, und %Ln weitere Hinweise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people overdue with MFA</source>
        <translation>
            <numerusform>%Ln mit überfälliger MFA</numerusform>
            <numerusform>%Ln mit überfälliger MFA</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing else opens for them</source>
        <translation>Für sie öffnet sich sonst nichts</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people must set up MFA</source>
        <translation>
            <numerusform>%Ln muss MFA einrichten</numerusform>
            <numerusform>%Ln müssen MFA einrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>The first by %1</source>
        <translation>Die erste bis %1</translation>
    </message>
    <message>
        <source>They still have time</source>
        <translation>Sie haben noch Zeit</translation>
    </message>
    <message numerus="yes">
        <source>%Ln API key(s) expire soon</source>
        <translation>
            <numerusform>%Ln Schlüssel läuft bald ab</numerusform>
            <numerusform>%Ln Schlüssel laufen bald ab</numerusform>
        </translation>
    </message>
    <message>
        <source>First on %1: %2</source>
        <extracomment>%1: a day, %2: a key&apos;s name</extracomment>
        <translation>Ab %1: %2</translation>
    </message>
    <message>
        <source>Upkeep fails</source>
        <translation>Instandhaltung scheitert</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %Ln more</source>
        <translation>
            <numerusform>%1, und %Ln weitere</numerusform>
            <numerusform>%1, und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Require</source>
        <translation>Verlangen</translation>
    </message>
    <message>
        <source>MFA is not required of administrators</source>
        <translation>MFA ist für Administratoren nicht Pflicht</translation>
    </message>
    <message>
        <source>Without it: %1</source>
        <extracomment>%1: names of administrators who have no second factor</extracomment>
        <translation>Ohne: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln roles end within a week</source>
        <translation>
            <numerusform>%Ln Rolle endet binnen einer Woche</numerusform>
            <numerusform>%Ln Rollen enden binnen einer Woche</numerusform>
        </translation>
    </message>
    <message>
        <source>First on %1: %2 of %3</source>
        <extracomment>%1: a day, %2: what a role is called, %3: who has it</extracomment>
        <translation>Zuerst am %1: %2 von %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new incident(s)</source>
        <translation>
            <numerusform>%Ln neuer Vorfall</numerusform>
            <numerusform>%Ln neue Vorfälle</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an incident and whom it is about</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Over half of the requests fail</source>
        <translation>Über die Hälfte der Anfragen schlägt fehl</translation>
    </message>
    <message>
        <source>%L1 of %L2 in the last 5 minutes</source>
        <translation>%L1 von %L2 in den letzten 5 Minuten</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::NeedsList</name>
    <message>
        <source>Needs you</source>
        <translation>Braucht Sie</translation>
    </message>
    <message>
        <source>Nothing needs you now</source>
        <translation>Gerade ist nichts zu tun</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::NewKeyBanner</name>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>“%1” is ready. Copy its key now: it is shown only once.</source>
        <translation>„%1“ ist bereit. Kopieren Sie den Schlüssel jetzt: Er wird nur einmal gezeigt.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>Signaturgeheimnis</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the API key</source>
        <translation>API-Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Copy the signing secret</source>
        <translation>Signaturgeheimnis kopieren</translation>
    </message>
    <message>
        <source>Save to file</source>
        <translation>In Datei speichern</translation>
    </message>
    <message>
        <source>I have stored it</source>
        <translation>Ich habe ihn abgelegt</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Wieder zeigen</translation>
    </message>
    <message>
        <source>Only its fingerprint is kept here. The clipboard is cleared 30 s after copying. Expires %1.</source>
        <translation>Hier bleibt nur sein Fingerabdruck. Die Zwischenablage wird 30 s nach dem Kopieren geleert. Läuft am %1 ab.</translation>
    </message>
    <message>
        <source>Hidden in %1</source>
        <translation>Verdeckt in %1</translation>
    </message>
    <message>
        <source>“%1” has a new key. Copy it now: it is shown only once.</source>
        <translation>„%1“ hat einen neuen Schlüssel. Kopieren Sie ihn jetzt: Er wird nur einmal angezeigt.</translation>
    </message>
    <message>
        <source>The old key works until %1.</source>
        <translation>Der alte Schlüssel gilt bis %1.</translation>
    </message>
    <message>
        <source>The old key has stopped.</source>
        <translation>Der alte Schlüssel gilt nicht mehr.</translation>
    </message>
    <message>
        <source>The new key of “%1”, shown only once</source>
        <extracomment>%1: a key&apos;s name</extracomment>
        <translation>Der neue Schlüssel von „%1“, der nur einmal gezeigt wird</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::NoteDialog</name>
    <message>
        <source>This is too long.</source>
        <translation>Das ist zu lang.</translation>
    </message>
    <message>
        <source>Note on “%1”</source>
        <translation>Notiz zu „%1“</translation>
    </message>
    <message>
        <source>Close “%1”?</source>
        <translation>„%1“ schließen?</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>It stands in the timeline, and stays.</source>
        <translation>Sie steht im Verlauf und bleibt.</translation>
    </message>
    <message>
        <source>What it was, for who reads the list. What comes after counts anew.</source>
        <translation>Was es war, für den Leser der Liste. Was danach kommt, zählt neu.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Close incident</source>
        <translation>Vorfall schließen</translation>
    </message>
    <message>
        <source>At most %1 characters</source>
        <translation>Höchstens %1 Zeichen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::NoticeText</name>
    <message numerus="yes">
        <source>%Ln failed tries before</source>
        <translation>
            <numerusform>%Ln Fehlversuch davor</numerusform>
            <numerusform>%Ln Fehlversuche davor</numerusform>
        </translation>
    </message>
    <message>
        <source>at the console</source>
        <translation>an der Konsole</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>durch %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::NoticesDialog</name>
    <message>
        <source>Notices about your account</source>
        <translation>Hinweise zu Ihrem Konto</translation>
    </message>
    <message>
        <source>If something here wasn’t you: change your password, and end your other sessions.</source>
        <translation>Wenn Sie etwas davon nicht waren: Ändern Sie Ihr Passwort und beenden Sie Ihre anderen Sitzungen.</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Nothing yet. Sign-ins from new devices and changes of what you sign in with stand here.</source>
        <translation>Noch nichts. Anmeldungen von neuen Geräten und Änderungen an dem, womit Sie sich anmelden, stehen hier.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <extracomment>Of a notice: %1 is what happened</extracomment>
        <translation>%1 (neu)</translation>
    </message>
    <message>
        <source>Nothing is new</source>
        <translation>Nichts ist neu</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OnceDialog</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Invitation for %1</source>
        <translation>Einladung für %1</translation>
    </message>
    <message>
        <source>Give this code to %1. With it they choose their password, once, until %2.</source>
        <translation>Geben Sie diesen Code an %1. Damit wird das Passwort gewählt, einmal, bis %2.</translation>
    </message>
    <message>
        <source>New password for %1</source>
        <translation>Neues Passwort für %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Text to hand over</source>
        <translation>Text zum Weitergeben</translation>
    </message>
    <message>
        <source>It is shown only now. What is copied is cleared after 30 s.</source>
        <translation>Er wird nur jetzt gezeigt. Kopiertes wird nach 30 s gelöscht.</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Code kopieren</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Hello %1, you have an account at “%2”.</source>
        <translation>Guten Tag %1, Sie haben ein Konto bei „%2“.</translation>
    </message>
    <message>
        <source>Hello %1, you can choose a new password at “%2”.</source>
        <translation>Guten Tag %1, Sie können bei „%2“ ein neues Passwort wählen.</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Server: %1</translation>
    </message>
    <message>
        <source>Server: not running at the moment; its address comes from whoever sent you this</source>
        <translation>Server: läuft gerade nicht; seine Adresse nennt Ihnen, wer Ihnen dies geschickt hat</translation>
    </message>
    <message>
        <source>Fingerprint of its certificate (SHA-256): %1</source>
        <translation>Fingerabdruck seines Zertifikats (SHA-256): %1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code: %1</translation>
    </message>
    <message>
        <source>It works once, until %1.</source>
        <translation>Er gilt einmal, bis %1.</translation>
    </message>
    <message>
        <source>Open the app that you use with this server, choose “%1” and enter the code and a password of your own.</source>
        <translation>Öffnen Sie die App, die Sie mit diesem Server benutzen, wählen Sie „%1“ und geben Sie den Code und ein eigenes Passwort ein.</translation>
    </message>
    <message>
        <source>I have an invitation</source>
        <translation>Ich habe eine Einladung</translation>
    </message>
    <message>
        <source>I have a code</source>
        <translation>Ich habe einen Code</translation>
    </message>
    <message>
        <source>An app sends them as “token” and “new_password” in a POST to %1.</source>
        <translation>Eine App sendet sie als „token“ und „new_password“ in einem POST an %1.</translation>
    </message>
    <message>
        <source>I have handed the code over or written it down</source>
        <translation>Ich habe den Code übergeben oder aufgeschrieben</translation>
    </message>
    <message>
        <source>Hand it over or write it down first</source>
        <translation>Geben Sie ihn zuerst weiter, oder schreiben Sie ihn auf</translation>
    </message>
    <message>
        <source>Give this code to %1. With it they choose a new password, once, until %2. They are signed out everywhere; the old password works until then.</source>
        <translation>Geben Sie diesen Code an %1. Damit wird ein neues Passwort gewählt, einmal, bis %2. Überall abgemeldet ist das Konto schon; das alte Passwort gilt bis dahin.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OutputDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Add destination</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Written as in Live events, without a period; empty takes everything</source>
        <translation>Wie in Live-Ereignissen, ohne Zeitraum; leer nimmt alles</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Absender</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Addresses with commas between</source>
        <translation>Adressen, durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Empty: nobody signs in</source>
        <translation>Leer: ohne Anmeldung</translation>
    </message>
    <message>
        <source>Next file after</source>
        <translation>Nächste Datei nach</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> MiB</translation>
    </message>
    <message>
        <source>Files kept</source>
        <translation>Behaltene Dateien</translation>
    </message>
    <message>
        <source>Also send what the journal holds already</source>
        <translation>Auch senden, was das Journal schon hat</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Signs each call; the receiver knows it, too</source>
        <translation>Signiert jeden Aufruf; der Empfänger kennt es auch</translation>
    </message>
    <message>
        <source>Stored; enter another one to change it</source>
        <translation>Gespeichert; zum Ändern ein anderes eingeben</translation>
    </message>
    <message>
        <source>Host and port</source>
        <translation>Host und Port</translation>
    </message>
    <message>
        <source>Syslog over TLS (RFC 5425), usually port 6514</source>
        <translation>Syslog über TLS (RFC 5425), meist Port 6514</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Takes POST over https</source>
        <translation>Nimmt POST über https</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>smtps:// begins with TLS, smtp:// with STARTTLS; never without</source>
        <translation>smtps:// beginnt mit TLS, smtp:// mit STARTTLS; nie ohne</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>In the folder outputs of the data directory, without an ending</source>
        <translation>Im Ordner outputs des Datenverzeichnisses, ohne Endung</translation>
    </message>
    <message>
        <source>Certificate of this side</source>
        <translation>Zertifikat dieser Seite</translation>
    </message>
    <message>
        <source>A PEM file with its key, for a server that asks for one; the key is kept sealed</source>
        <translation>Eine PEM-Datei mit ihrem Schlüssel, für einen Server, der danach fragt; der Schlüssel wird versiegelt aufbewahrt</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose the certificate of this side</source>
        <translation>Das Zertifikat dieser Seite auswählen</translation>
    </message>
    <message>
        <source>Show no certificate any more</source>
        <translation>Kein Zertifikat mehr zeigen</translation>
    </message>
    <message>
        <source>Stored; choose another one to change it</source>
        <translation>Gespeichert; wählen Sie ein anderes, um es zu ändern</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Goes with each call, if the receiver wants one</source>
        <translation>Geht mit jedem Aufruf mit, falls der Empfänger eines verlangt</translation>
    </message>
    <message>
        <source>Takes OTLP logs over https, in JSON</source>
        <translation>Nimmt OTLP-Protokolle über https in JSON an</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>Zertifikat auswählen</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt)</source>
        <translation>Zertifikate (*.pem *.crt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Needed again: it goes elsewhere now</source>
        <translation>Erneut nötig: Es geht jetzt woandershin</translation>
    </message>
    <message>
        <source>A destination keeps its kind: add another</source>
        <translation>Ein Ziel behält seine Art: Fügen Sie ein anderes hinzu</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OutputPane</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Expired before</source>
        <translation>Vorher abgelaufen</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Zuletzt gesendet</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Letzter Fehler</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Empfänger</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>Letzte Ereignisse</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>No error</source>
        <translation>Kein Fehler</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Every event</source>
        <translation>Jedes Ereignis</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Nothing goes there</source>
        <translation>Dorthin geht nichts</translation>
    </message>
    <message>
        <source>Answers for it</source>
        <translation>Verantwortlich</translation>
    </message>
    <message>
        <source>%1, who answers for it, may export no events any more. Save it under Edit to answer for it yourself.</source>
        <translation>%1 ist dafür verantwortlich und darf keine Ereignisse mehr exportieren. Speichern Sie es unter „Bearbeiten“, um selbst dafür verantwortlich zu sein.</translation>
    </message>
    <message>
        <source>Nobody known; whoever saves it does</source>
        <translation>Niemand bekannt; wer es speichert, ist es</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OutputTestDialog</name>
    <message>
        <source>Test %1</source>
        <translation>%1 testen</translation>
    </message>
    <message>
        <source>One event, “Destination tested”, goes to %1, past everything that waits. This may take half a minute.</source>
        <translation>Ein Ereignis, „Ziel getestet“, geht an %1, an allem Wartenden vorbei. Das kann eine halbe Minute dauern.</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Noch einmal testen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The destination has taken it</source>
        <translation>Das Ziel hat es angenommen</translation>
    </message>
    <message>
        <source>The destination has not taken it</source>
        <translation>Das Ziel hat es nicht angenommen</translation>
    </message>
    <message>
        <source>It took %1 ms.</source>
        <translation>Es dauerte %1 ms.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OutputText</name>
    <message>
        <source>There is no such host. Check the name and this machine’s name server.</source>
        <translation>Diesen Host gibt es nicht. Prüfen Sie den Namen und den Nameserver dieses Rechners.</translation>
    </message>
    <message>
        <source>It is at an address that is not public. Allow its network in Settings, Outgoing calls.</source>
        <translation>Die Adresse ist nicht öffentlich. Erlauben Sie ihr Netz in den Einstellungen, Ausgehende Aufrufe.</translation>
    </message>
    <message>
        <source>Nobody answers there. Check the port, the network and the firewall.</source>
        <translation>Dort antwortet niemand. Prüfen Sie Port, Netz und Firewall.</translation>
    </message>
    <message>
        <source>Its certificate is not trusted. If it comes from your own authority, name its file in Settings, Outgoing calls.</source>
        <translation>Seinem Zertifikat wird nicht vertraut. Kommt es von Ihrer eigenen Zertifizierungsstelle, nennen Sie deren Datei in Einstellungen, Ausgehende Aufrufe.</translation>
    </message>
    <message>
        <source>It took too long. Try again, then check the network.</source>
        <translation>Es hat zu lange gedauert. Versuchen Sie es erneut, dann prüfen Sie das Netz.</translation>
    </message>
    <message>
        <source>It points elsewhere. Enter the address that it points to.</source>
        <translation>Es verweist woandershin. Geben Sie die Adresse ein, auf die es verweist.</translation>
    </message>
    <message>
        <source>The receiver refused it. Check there that both know the same secret.</source>
        <translation>Der Empfänger hat es abgelehnt. Prüfen Sie dort, dass beide dasselbe Geheimnis kennen.</translation>
    </message>
    <message>
        <source>The mail server refused it. Check account, password, sender and recipients.</source>
        <translation>Der Mailserver hat es abgelehnt. Prüfen Sie Konto, Passwort, Absender und Empfänger.</translation>
    </message>
    <message>
        <source>Syslog</source>
        <translation>Syslog</translation>
    </message>
    <message>
        <source>Webhook</source>
        <translation>Webhook</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Structured data (RFC 5424)</source>
        <translation>Strukturierte Daten (RFC 5424)</translation>
    </message>
    <message>
        <source>CEF</source>
        <translation>CEF</translation>
    </message>
    <message>
        <source>OCSF 1.8 (JSON)</source>
        <translation>OCSF 1.8 (JSON)</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>Another destination has this name</source>
        <translation>Ein anderes Ziel heißt so</translation>
    </message>
    <message>
        <source>Leave since: and until: out: a destination has no period</source>
        <translation>Ohne since: und until: – ein Ziel hat keinen Zeitraum</translation>
    </message>
    <message>
        <source>Cannot be read; write it as in Live events</source>
        <translation>Nicht lesbar; schreiben Sie ihn wie in Live-Ereignissen</translation>
    </message>
    <message>
        <source>At least 16 characters</source>
        <translation>Mindestens 16 Zeichen</translation>
    </message>
    <message>
        <source>Needed here</source>
        <translation>Wird hier gebraucht</translation>
    </message>
    <message>
        <source>Is no place for this kind of destination</source>
        <translation>Kein Ort für diese Art von Ziel</translation>
    </message>
    <message>
        <source>Enter e-mail addresses, such as ada@example.org</source>
        <translation>Geben Sie E-Mail-Adressen ein, etwa ada@example.org</translation>
    </message>
    <message>
        <source>Printable letters without spaces</source>
        <translation>Druckbare Zeichen ohne Leerzeichen</translation>
    </message>
    <message>
        <source>It wants a certificate of this side that it knows. Give the destination one.</source>
        <translation>Es verlangt ein Zertifikat dieser Seite, das es kennt. Geben Sie dem Ziel eines.</translation>
    </message>
    <message>
        <source>The receiver refused it. Check the address, its path and the token.</source>
        <translation>Der Empfänger hat es abgelehnt. Prüfen Sie die Adresse, ihren Pfad und das Token.</translation>
    </message>
    <message>
        <source>OpenTelemetry</source>
        <translation>OpenTelemetry</translation>
    </message>
    <message>
        <source>OpenTelemetry logs (JSON)</source>
        <translation>OpenTelemetry-Protokolle (JSON)</translation>
    </message>
    <message>
        <source>The file can’t be read</source>
        <translation>Die Datei lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>The key is missing: it belongs into the same file</source>
        <translation>Der Schlüssel fehlt: Er gehört in dieselbe Datei</translation>
    </message>
    <message>
        <source>The key is of another certificate</source>
        <translation>Der Schlüssel gehört zu einem anderen Zertifikat</translation>
    </message>
    <message>
        <source>Is no certificate with its key, in PEM</source>
        <translation>Ist kein Zertifikat mit seinem Schlüssel in PEM</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Another destination writes into this file</source>
        <translation>Ein anderes Ziel schreibt in diese Datei</translation>
    </message>
    <message>
        <source>It would go elsewhere: enter it again</source>
        <translation>Es ginge woandershin: Geben Sie es erneut ein</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OutputsModel</name>
    <message>
        <source>Destination</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Zuletzt gesendet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OutputsPanel</name>
    <message>
        <source>Destinations</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Add destination</source>
        <translation>Ziel hinzufügen</translation>
    </message>
    <message>
        <source>Add destination (Ctrl+N)</source>
        <translation>Ziel hinzufügen (Strg+N)</translation>
    </message>
    <message>
        <source>Filter destinations</source>
        <translation>Ziele filtern</translation>
    </message>
    <message>
        <source>Filter destinations by name or place</source>
        <translation>Ziele nach Name oder Ort filtern</translation>
    </message>
    <message>
        <source>Destinations of events</source>
        <translation>Ziele von Ereignissen</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter entfernen</translation>
    </message>
    <message>
        <source>Loading destinations</source>
        <translation>Ziele werden geladen</translation>
    </message>
    <message>
        <source>Events are recorded in the journal all the same.</source>
        <translation>Ereignisse werden trotzdem im Journal festgehalten.</translation>
    </message>
    <message>
        <source>No destination matches</source>
        <translation>Kein Ziel passt</translation>
    </message>
    <message>
        <source>No destination has this text in its name or place.</source>
        <translation>Kein Ziel hat diesen Text in Name oder Ort.</translation>
    </message>
    <message>
        <source>No destinations yet</source>
        <translation>Noch keine Ziele</translation>
    </message>
    <message>
        <source>Events can also go to a log collector, a webhook, a mailbox or a file. The journal keeps what they have not taken.</source>
        <translation>Ereignisse können auch an einen Log-Sammler, einen Webhook, ein Postfach oder in eine Datei gehen. Das Journal behält, was sie noch nicht haben.</translation>
    </message>
    <message>
        <source>%1 added. Test it now.</source>
        <translation>%1 hinzugefügt. Testen Sie es jetzt.</translation>
    </message>
    <message>
        <source>Disable %1?</source>
        <translation>%1 deaktivieren?</translation>
    </message>
    <message>
        <source>It gets nothing until you enable it again. The journal keeps what happens meanwhile, as long as events are kept.</source>
        <translation>Es bekommt nichts, bis Sie es wieder aktivieren. Das Journal behält, was inzwischen geschieht, solange Ereignisse aufbewahrt werden.</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>%1 enabled</source>
        <translation>%1 aktiviert</translation>
    </message>
    <message>
        <source>%1 disabled</source>
        <translation>%1 deaktiviert</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>It gets nothing any more, also of what waits for it. What it has taken stays there.</source>
        <translation>Es bekommt nichts mehr, auch nicht, was noch wartet. Was es hat, bleibt dort.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>Test…</source>
        <translation>Testen…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>Deaktivieren…</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OverrideDialog</name>
    <message>
        <source>Own numbers in %1</source>
        <translation>Eigene Zahlen in %1</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>The e-mail address or id of a user, the id of a service account or key. A key is counted by itself then.</source>
        <translation>E-Mail-Adresse oder ID eines Benutzers, ID eines Dienstkontos oder Schlüssels. Ein Schlüssel zählt dann für sich.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>In</source>
        <comment>so many requests in a time</comment>
        <translation>In</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Nobody whom this rule counts is called that.</source>
        <translation>Niemand, den diese Regel zählt, heißt so.</translation>
    </message>
    <message>
        <source>This rule counts addresses: exempt a network instead.</source>
        <translation>Diese Regel zählt Adressen: Nehmen Sie stattdessen ein Netz aus.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OverrideList</name>
    <message>
        <source>%1, until %2</source>
        <translation>%1, bis %2</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Entfernen: %1</translation>
    </message>
    <message>
        <source>The rule holds again</source>
        <translation>Die Regel gilt wieder</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>noch %Ln</numerusform>
            <numerusform>noch %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OwnFactorDialog</name>
    <message>
        <source>Your second factor</source>
        <translation>Ihr zweiter Faktor</translation>
    </message>
    <message numerus="yes">
        <source>It is on. %Ln of 10 recovery codes left. New ones replace those that are left.</source>
        <translation>
            <numerusform>Er ist an. Noch %Ln von 10 Wiederherstellungscodes. Neue ersetzen, was davon übrig ist.</numerusform>
            <numerusform>Er ist an. Noch %Ln von 10 Wiederherstellungscodes. Neue ersetzen, was davon übrig ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Code of your authenticator app</source>
        <translation>Code Ihrer Authenticator-App</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Ausschalten</translation>
    </message>
    <message>
        <source>New recovery codes</source>
        <translation>Neue Wiederherstellungscodes</translation>
    </message>
    <message>
        <source>I have stored them</source>
        <translation>Ich habe sie verwahrt</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OwnPasswordDialog</name>
    <message>
        <source>Change your password</source>
        <translation>Ihr Passwort ändern</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Jetziges Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Neues Passwort noch einmal</translation>
    </message>
    <message>
        <source>Your other sessions end.</source>
        <translation>Ihre anderen Sitzungen enden.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>Die beiden sind nicht gleich</translation>
    </message>
    <message>
        <source>This is not your present password</source>
        <translation>Das ist nicht Ihr jetziges Passwort</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OwnerField</name>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>E-mail of the user</source>
        <translation>E-Mail des Benutzers</translation>
    </message>
    <message>
        <source>The key can do what its scopes and its owner’s roles allow.</source>
        <translation>Der Schlüssel kann, was seine Rechte und die Rollen seines Besitzers erlauben.</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (Sie)</translation>
    </message>
    <message>
        <source>Another user…</source>
        <translation>Anderer Benutzer…</translation>
    </message>
    <message>
        <source>No user has this address</source>
        <translation>Kein Benutzer hat diese Adresse</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PackForm</name>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>7d, today, 2026-11-24</source>
        <translation>7d, today, 2026-11-24</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Empty: now</source>
        <translation>Leer: jetzt</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>As in Live events; empty: everything</source>
        <translation>Wie in Live-Ereignisse; leer: alles</translation>
    </message>
    <message>
        <source>Make evidence pack</source>
        <translation>Beweispaket erstellen</translation>
    </message>
    <message>
        <source>This is no filter</source>
        <translation>Das ist kein Filter</translation>
    </message>
    <message>
        <source>This is no time, or not after the begin</source>
        <translation>Das ist keine Zeit oder liegt vor dem Beginn</translation>
    </message>
    <message>
        <source>The evidence pack is made</source>
        <translation>Das Beweispaket ist erstellt</translation>
    </message>
    <message>
        <source>%1 events, %2. Save it below, and tell whoever checks it the fingerprint.</source>
        <translation>%1 Ereignisse, %2. Speichern Sie es unten und nennen Sie dem Prüfer den Fingerabdruck.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Nothing of the pack was kept.</source>
        <translation>Von dem Paket wurde nichts behalten.</translation>
    </message>
    <message>
        <source>The evidence pack could not be made</source>
        <translation>Das Beweispaket konnte nicht erstellt werden</translation>
    </message>
    <message>
        <source>The evidence pack is made, and says that the journal is damaged</source>
        <translation>Das Beweispaket ist erstellt und sagt, dass das Protokoll beschädigt ist</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PackModel</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PassphraseDialog</name>
    <message>
        <source>Change passphrase</source>
        <translation>Passphrase ändern</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Jetzige Passphrase</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Neue Passphrase</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) or more; several words are easy to remember</source>
        <translation>
            <numerusform>%Ln Zeichen oder mehr; mehrere Wörter merken sich leicht</numerusform>
            <numerusform>%Ln Zeichen oder mehr; mehrere Wörter merken sich leicht</numerusform>
        </translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Neue Passphrase wiederholen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Not the same as above</source>
        <translation>Nicht dasselbe wie oben</translation>
    </message>
    <message numerus="yes">
        <source>Too short: %Ln character(s) at least</source>
        <translation>
            <numerusform>Zu kurz: mindestens %Ln Zeichen</numerusform>
            <numerusform>Zu kurz: mindestens %Ln Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Too easy to guess: use more words</source>
        <translation>Zu leicht zu erraten: nehmen Sie mehr Wörter</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PasswordField</name>
    <message>
        <source>Show what is typed</source>
        <translation>Eingabe zeigen</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Erzeugen</translation>
    </message>
    <message>
        <source>Copy; it leaves the clipboard after 30 seconds</source>
        <translation>Kopieren; nach 30 Sekunden verlässt es die Zwischenablage</translation>
    </message>
    <message>
        <source>Show what is typed: %1</source>
        <translation>Eingabe zeigen: %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PasswordPair</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>Die Feststelltaste ist an</translation>
    </message>
    <message numerus="yes">
        <source>Use at least %Ln characters</source>
        <translation>
            <numerusform>Verwenden Sie mindestens %Ln Zeichen</numerusform>
            <numerusform>Verwenden Sie mindestens %Ln Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Too easy to guess. Add words or characters.</source>
        <translation>Zu leicht zu erraten. Fügen Sie Wörter oder Zeichen hinzu.</translation>
    </message>
    <message>
        <source>Not the same as above</source>
        <translation>Nicht dasselbe wie oben</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::Permit</name>
    <message>
        <source>Your role lacks “%1”</source>
        <translation>Ihrer Rolle fehlt „%1“</translation>
    </message>
    <message>
        <source>This account may do more than yours</source>
        <translation>Dieses Konto darf mehr als Ihres</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PlaygroundPanel</name>
    <message>
        <source>Playground</source>
        <translation>Spielwiese</translation>
    </message>
    <message>
        <source>Ask your own server</source>
        <translation>Den eigenen Server fragen</translation>
    </message>
    <message>
        <source>Over HTTPS, like any client: limits count, and events are recorded. What you type here is not kept.</source>
        <translation>Über HTTPS, wie jeder Client: Limits zählen, und Ereignisse werden aufgezeichnet. Was Sie hier eingeben, wird nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The server is not running</source>
        <translation>Der Server läuft nicht</translation>
    </message>
    <message>
        <source>The playground sends real requests, so it needs one.</source>
        <translation>Die Spielwiese schickt echte Anfragen und braucht daher einen.</translation>
    </message>
    <message>
        <source>Asking the server for its routes</source>
        <translation>Der Server wird nach seinen Routen gefragt</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>Server starten</translation>
    </message>
    <message>
        <source>The server did not tell its routes. Nothing was sent.</source>
        <translation>Der Server hat seine Routen nicht genannt. Es wurde nichts gesendet.</translation>
    </message>
    <message>
        <source>The server has no route for %1</source>
        <translation>Der Server hat keine Route für %1</translation>
    </message>
    <message>
        <source>Copied; its secrets are variables</source>
        <translation>Kopiert; Geheimnisse sind Variablen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PoliciesModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PoliciesPanel</name>
    <message>
        <source>%1 is enforced from the next request on.</source>
        <translation>%1 gilt ab der nächsten Anfrage.</translation>
    </message>
    <message>
        <source>%1 is observed from the next request on.</source>
        <translation>%1 wird ab der nächsten Anfrage beobachtet.</translation>
    </message>
    <message>
        <source>%1 was saved as a draft.</source>
        <translation>%1 wurde als Entwurf gespeichert.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>All policies</source>
        <translation>Alle Richtlinien</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>Entwurf speichern</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Veröffentlichen…</translation>
    </message>
    <message>
        <source>Add policy</source>
        <translation>Richtlinie hinzufügen</translation>
    </message>
    <message>
        <source>Which policies</source>
        <translation>Welche Richtlinien</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Enforced</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Beobachtet</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>Filter policies</source>
        <translation>Richtlinien filtern</translation>
    </message>
    <message>
        <source>Filter policies by name or note</source>
        <translation>Richtlinien nach Name oder Notiz filtern</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Richtlinien</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Loading policies</source>
        <translation>Richtlinien werden geladen</translation>
    </message>
    <message>
        <source>Nothing is lost, and the server goes on deciding by the policies that it has.</source>
        <translation>Nichts ist verloren, und der Server entscheidet weiter nach den Richtlinien, die er hat.</translation>
    </message>
    <message>
        <source>No policy matches</source>
        <translation>Keine Richtlinie passt</translation>
    </message>
    <message>
        <source>None has this text in its name or note and is in this state.</source>
        <translation>Keine hat diesen Text in Name oder Notiz und ist in diesem Zustand.</translation>
    </message>
    <message>
        <source>No policies yet</source>
        <translation>Noch keine Richtlinien</translation>
    </message>
    <message>
        <source>Roles alone decide. A policy says under which conditions.</source>
        <translation>Die Rollen allein entscheiden. Eine Richtlinie sagt, unter welchen Bedingungen.</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>As a form or as text: whose, from where, when.</source>
        <translation>Als Formular oder als Text: wessen, von wo, wann.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>On one request, on its tests, on the decisions of last week.</source>
        <translation>An einer Anfrage, an ihren Tests, an den Entscheidungen der letzten Woche.</translation>
    </message>
    <message>
        <source>Publish it</source>
        <translation>Veröffentlichen</translation>
    </message>
    <message>
        <source>First observed, which refuses nothing, then enforced.</source>
        <translation>Zuerst beobachtet, was nichts verweigert, dann in Kraft.</translation>
    </message>
    <message>
        <source>New policy</source>
        <translation>Neue Richtlinie</translation>
    </message>
    <message>
        <source>%1 v%2</source>
        <comment>state and version</comment>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Back to draft</source>
        <translation>Wieder Entwurf</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>That policy is gone.</source>
        <translation>Diese Richtlinie gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Discard the changes to %1?</source>
        <translation>Änderungen an %1 verwerfen?</translation>
    </message>
    <message>
        <source>Discard this policy?</source>
        <translation>Diese Richtlinie verwerfen?</translation>
    </message>
    <message>
        <source>They are not saved yet.</source>
        <translation>Sie sind noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>It is not saved yet.</source>
        <translation>Sie ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Make %1 a draft again?</source>
        <translation>%1 wieder zum Entwurf machen?</translation>
    </message>
    <message>
        <source>It decides nothing any more, from the next request on.</source>
        <translation>Ab der nächsten Anfrage entscheidet sie nichts mehr.</translation>
    </message>
    <message>
        <source>It is no longer observed, from the next request on.</source>
        <translation>Ab der nächsten Anfrage wird sie nicht mehr beobachtet.</translation>
    </message>
    <message>
        <source>%1 is as it was then, in the state that it has now.</source>
        <translation>%1 ist wie damals, im Zustand von jetzt.</translation>
    </message>
    <message>
        <source>%1 is as it was.</source>
        <translation>%1 ist wie zuvor.</translation>
    </message>
    <message>
        <source>%1 was taken away again.</source>
        <translation>%1 wurde wieder weggenommen.</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>It is a draft and decides nothing. Its tests and its history go with it.</source>
        <translation>Sie ist ein Entwurf und entscheidet nichts. Ihre Tests und ihr Verlauf gehen mit ihr.</translation>
    </message>
    <message>
        <source>It is only observed and decides nothing. Its tests and its history go with it.</source>
        <translation>Sie wird nur beobachtet und entscheidet nichts. Ihre Tests und ihr Verlauf gehen mit ihr.</translation>
    </message>
    <message>
        <source>What only it refuses is allowed from the next request on. Its tests and its history go with it.</source>
        <translation>Was nur sie verweigert, ist ab der nächsten Anfrage erlaubt. Ihre Tests und ihr Verlauf gehen mit ihr.</translation>
    </message>
    <message>
        <source>What only it allows is refused from the next request on, or left to the roles where no other policy names it. Its tests and its history go with it.</source>
        <translation>Was nur sie erlaubt, wird ab der nächsten Anfrage verweigert oder, wo keine andere Richtlinie es nennt, den Rollen überlassen. Ihre Tests und ihr Verlauf gehen mit ihr.</translation>
    </message>
    <message>
        <source>Delete policy</source>
        <translation>Richtlinie löschen</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 wurde gelöscht.</translation>
    </message>
    <message>
        <source>The policy was changed after that decision.</source>
        <translation>Die Richtlinie wurde nach dieser Entscheidung geändert.</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Importieren und exportieren</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Nichts wurde geändert</translation>
    </message>
    <message>
        <source>Changes to %1</source>
        <translation>Änderungen an %1</translation>
    </message>
    <message>
        <source>A new policy</source>
        <translation>Eine neue Richtlinie</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PolicyDraft</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (Kopie)</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PolicyEditor</name>
    <message>
        <source>Tests stand beside a policy once it is saved</source>
        <translation>Tests stehen bei einer Richtlinie, sobald sie gespeichert ist</translation>
    </message>
    <message>
        <source>No tests yet</source>
        <translation>Noch keine Tests</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln tests pass</source>
        <translation>
            <numerusform>%1 von %Ln Test besteht</numerusform>
            <numerusform>%1 von %Ln Tests bestehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Condition in CEL</source>
        <translation>Bedingung in CEL</translation>
    </message>
    <message>
        <source>In step with the form</source>
        <translation>Im Gleichschritt mit dem Formular</translation>
    </message>
    <message>
        <source>Only as text</source>
        <translation>Nur als Text</translation>
    </message>
    <message>
        <source>A condition is missing; “true” always holds.</source>
        <translation>Eine Bedingung fehlt; „true“ gilt immer.</translation>
    </message>
    <message>
        <source>Not published: tests of the policy fail</source>
        <translation>Nicht veröffentlicht: Tests der Richtlinie schlagen fehl</translation>
    </message>
    <message>
        <source>Change the policy or its tests, then try again. What is stored stays as it was.</source>
        <translation>Ändern Sie die Richtlinie oder ihre Tests und versuchen Sie es noch einmal. Was gespeichert ist, bleibt, wie es war.</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>The condition has a mistake: see below the text</source>
        <translation>Die Bedingung hat einen Fehler: Er steht unter dem Text</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PolicyFiles</name>
    <message>
        <source>Import policies…</source>
        <translation>Richtlinien importieren …</translation>
    </message>
    <message>
        <source>Export policies…</source>
        <translation>Richtlinien exportieren …</translation>
    </message>
    <message>
        <source>Import policies</source>
        <translation>Richtlinien importieren</translation>
    </message>
    <message>
        <source>Documents of policies (*.json)</source>
        <translation>Dokumente mit Richtlinien (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln policies were imported</source>
        <translation>
            <numerusform>%Ln Richtlinie wurde importiert</numerusform>
            <numerusform>%Ln Richtlinien wurden importiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Export policies</source>
        <translation>Richtlinien exportieren</translation>
    </message>
    <message>
        <source>All policies are in %1</source>
        <translation>Alle Richtlinien stehen in %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PolicyForm</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Verweigern</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>Observe</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Enforce</source>
        <translation>In Kraft</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>Add action</source>
        <translation>Aktion hinzufügen</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Kommentare</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Only as text</source>
        <translation>Nur als Text</translation>
    </message>
    <message>
        <source>This condition says more than the form can. Change it beside.</source>
        <translation>Diese Bedingung sagt mehr, als das Formular kann. Ändern Sie sie nebenan.</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>Bedingung hinzufügen</translation>
    </message>
    <message>
        <source>Deny when</source>
        <translation>Verweigern, wenn</translation>
    </message>
    <message>
        <source>Allow when</source>
        <translation>Erlauben, wenn</translation>
    </message>
    <message>
        <source>Deny when all of these hold</source>
        <translation>Verweigern, wenn all dies gilt</translation>
    </message>
    <message>
        <source>Allow when all of these hold</source>
        <translation>Erlauben, wenn all dies gilt</translation>
    </message>
    <message>
        <source>Another policy has this name</source>
        <translation>Eine andere Richtlinie heißt schon so</translation>
    </message>
    <message numerus="yes">
        <source>1 to %Ln characters, none of them invisible</source>
        <translation>
            <numerusform>1 bis %Ln Zeichen, keines davon unsichtbar</numerusform>
            <numerusform>1 bis %Ln Zeichen, keines davon unsichtbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln characters, none of them invisible</source>
        <translation>
            <numerusform>Höchstens %Ln Zeichen, keines davon unsichtbar</numerusform>
            <numerusform>Höchstens %Ln Zeichen, keines davon unsichtbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Add at least one action</source>
        <translation>Fügen Sie mindestens eine Aktion hinzu</translation>
    </message>
    <message>
        <source>Choose at least one of records, comments and files</source>
        <translation>Wählen Sie mindestens eines: Datensätze, Kommentare oder Dateien</translation>
    </message>
    <message>
        <source>Enter a name</source>
        <translation>Geben Sie einen Namen ein</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a line of the form, such as “Address”, %2: what it lacks</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PolicyPane</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Wirkung</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>Gilt für</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Would refuse</source>
        <translation>Würde verweigern</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Bedingung</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Deny, whatever else allows it</source>
        <translation>Verweigern, was auch sonst es erlaubt</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln times and more in 7 days</source>
        <translation>
            <numerusform>%Ln Mal und mehr in 7 Tagen</numerusform>
            <numerusform>%Ln Mal und mehr in 7 Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times in 7 days</source>
        <translation>
            <numerusform>%Ln Mal in 7 Tagen</numerusform>
            <numerusform>%Ln Mal in 7 Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>It has no tests yet.</source>
        <translation>Sie hat noch keine Tests.</translation>
    </message>
    <message>
        <source>Allows, and was to refuse</source>
        <translation>Erlaubt und sollte verweigern</translation>
    </message>
    <message>
        <source>Refuses, and was to allow</source>
        <translation>Verweigert und sollte erlauben</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PolicyPanel</name>
    <message>
        <source>The policy was saved.</source>
        <translation>Die Richtlinie wurde gespeichert.</translation>
    </message>
    <message>
        <source>Password and session policy</source>
        <translation>Passwort- und Sitzungsrichtlinie</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>No setting matches</source>
        <translation>Keine Einstellung passt</translation>
    </message>
    <message>
        <source>Names and explanations are searched.</source>
        <translation>Durchsucht werden Namen und Erklärungen.</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>KiB</source>
        <translation>KiB</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PolicyTrial</name>
    <message>
        <source>This policy</source>
        <translation>Diese Richtlinie</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProgramText</name>
    <message>
        <source>Unknown program</source>
        <translation>Unbekanntes Programm</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 auf %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProgressRow</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProviderDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Add identity provider</source>
        <translation>Identitätsanbieter anlegen</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>First sign-in, roles</source>
        <translation>Erste Anmeldung, Rollen</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Vertrauen</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Welcher</translation>
    </message>
    <message>
        <source>Another OpenID Connect provider</source>
        <translation>Ein anderer OpenID-Connect-Anbieter</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Name in the address</source>
        <translation>Name in der Adresse</translation>
    </message>
    <message>
        <source>Issuer, or the address of its description</source>
        <translation>Aussteller oder die Adresse seiner Beschreibung</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>Stored; enter another one to change it</source>
        <translation>Gespeichert; zum Ändern ein anderes eingeben</translation>
    </message>
    <message>
        <source>How the client shows its secret</source>
        <translation>Wie der Client sein Geheimnis zeigt</translation>
    </message>
    <message>
        <source>In the Authorization field (basic)</source>
        <translation>Im Feld Authorization (basic)</translation>
    </message>
    <message>
        <source>In the form (post)</source>
        <translation>Im Formular (post)</translation>
    </message>
    <message>
        <source>Not at all: a public client</source>
        <translation>Gar nicht: ein öffentlicher Client</translation>
    </message>
    <message>
        <source>Somebody who is linked to no user</source>
        <translation>Wer mit keinem Benutzer verknüpft ist</translation>
    </message>
    <message>
        <source>Never linked by e-mail address.</source>
        <translation>Nie nach der E-Mail-Adresse verknüpft.</translation>
    </message>
    <message>
        <source>Take e-mail addresses that the provider does not call verified</source>
        <translation>E-Mail-Adressen annehmen, die der Anbieter nicht bestätigt nennt</translation>
    </message>
    <message>
        <source>Roles of new users</source>
        <translation>Rollen neuer Benutzer</translation>
    </message>
    <message>
        <source>Further roles, by what the provider says</source>
        <translation>Weitere Rollen nach dem, was der Anbieter sagt</translation>
    </message>
    <message>
        <source>One a line: claim = value : role. A claim may be a path, such as realm_access.roles.</source>
        <translation>Eine je Zeile: Claim = Wert : Rolle. Ein Claim darf ein Pfad sein, etwa realm_access.roles.</translation>
    </message>
    <message>
        <source>Follow the rules at each sign-in, also taking roles away</source>
        <translation>Den Regeln bei jeder Anmeldung folgen, auch Rollen entziehen</translation>
    </message>
    <message>
        <source>ID tokens are signed with</source>
        <translation>ID-Token sind signiert mit</translation>
    </message>
    <message>
        <source>The provider’s public keys (RS256, PS256, ES256, EdDSA)</source>
        <translation>den öffentlichen Schlüsseln des Anbieters (RS256, PS256, ES256, EdDSA)</translation>
    </message>
    <message>
        <source>The client secret (HS256), nothing else</source>
        <translation>dem Client-Geheimnis (HS256), nichts anderem</translation>
    </message>
    <message>
        <source>Second factors there that count here (amr)</source>
        <translation>Zweite Faktoren dort, die hier zählen (amr)</translation>
    </message>
    <message>
        <source>For example: mfa otp hwk. Empty: users show their own second factor here.</source>
        <translation>Zum Beispiel: mfa otp hwk. Leer: Benutzer zeigen hier ihren eigenen zweiten Faktor.</translation>
    </message>
    <message>
        <source>Levels there that count as a second factor (acr)</source>
        <translation>Stufen dort, die als zweiter Faktor zählen (acr)</translation>
    </message>
    <message>
        <source>Where a login may end</source>
        <translation>Wo eine Anmeldung enden darf</translation>
    </message>
    <message>
        <source>One address a line, compared to the letter. Empty: the browser shows the code.</source>
        <translation>Eine Adresse je Zeile, buchstäblich verglichen. Leer: Der Browser zeigt den Code.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>Anbieter anlegen</translation>
    </message>
    <message>
        <source>Needed again: it goes elsewhere now</source>
        <translation>Erneut nötig: Es geht jetzt woandershin</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProviderPane</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Redirect address</source>
        <translation>Rückkehradresse</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>To be registered at the provider</source>
        <translation>Beim Anbieter einzutragen</translation>
    </message>
    <message>
        <source>First sign-in</source>
        <translation>Erste Anmeldung</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Zweiter Faktor</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Linked users</source>
        <translation>Verknüpfte Benutzer</translation>
    </message>
    <message>
        <source>Link a user</source>
        <translation>Benutzer verknüpfen</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>Letzte Ereignisse</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Test this login</source>
        <translation>Diese Anmeldung testen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %Ln rule(s)</source>
        <translation>
            <numerusform>%1 und %Ln Regel</numerusform>
            <numerusform>%1 und %Ln Regeln</numerusform>
        </translation>
    </message>
    <message>
        <source>The provider’s counts: %1</source>
        <translation>Der des Anbieters zählt: %1</translation>
    </message>
    <message>
        <source>The user’s own, here</source>
        <translation>Der eigene des Benutzers, hier</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
    <message>
        <source>Subject %1, last used: %2</source>
        <translation>Subject %1, zuletzt benutzt: %2</translation>
    </message>
    <message>
        <source>Unlink…</source>
        <translation>Lösen…</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProviderText</name>
    <message>
        <source>An address in the provider’s description cannot be used. Check the issuer.</source>
        <translation>Eine Adresse in der Beschreibung des Anbieters ist unbrauchbar. Prüfen Sie den Aussteller.</translation>
    </message>
    <message>
        <source>The provider speaks http. Only https is accepted, except on this machine.</source>
        <translation>Der Anbieter spricht http. Angenommen wird nur https, außer auf diesem Rechner.</translation>
    </message>
    <message>
        <source>There is no such host. Check the issuer and this machine’s name server.</source>
        <translation>Diesen Rechnernamen gibt es nicht. Prüfen Sie den Aussteller und den Nameserver dieses Rechners.</translation>
    </message>
    <message>
        <source>The provider is at an address that is not public. Allow its network in Settings, Outgoing calls.</source>
        <translation>Der Anbieter hat eine Adresse, die nicht öffentlich ist. Erlauben Sie sein Netz in Einstellungen, Ausgehende Aufrufe.</translation>
    </message>
    <message>
        <source>The provider does not answer. Check the network and the firewall.</source>
        <translation>Der Anbieter antwortet nicht. Prüfen Sie Netz und Firewall.</translation>
    </message>
    <message>
        <source>Its certificate is not trusted. If it comes from your own authority, name its file in Settings, Outgoing calls.</source>
        <translation>Seinem Zertifikat wird nicht vertraut. Kommt es von Ihrer eigenen Zertifizierungsstelle, nennen Sie deren Datei in Einstellungen, Ausgehende Aufrufe.</translation>
    </message>
    <message>
        <source>The provider took too long. Try again, then check the network.</source>
        <translation>Der Anbieter hat zu lange gebraucht. Versuchen Sie es noch einmal und prüfen Sie dann das Netz.</translation>
    </message>
    <message>
        <source>The answer is larger than is accepted. This may not be an identity provider.</source>
        <translation>Die Antwort ist größer als erlaubt. Vielleicht ist das kein Identitätsanbieter.</translation>
    </message>
    <message>
        <source>The answer is not HTTP, or was cut. This may not be an identity provider.</source>
        <translation>Die Antwort ist kein HTTP oder brach ab. Vielleicht ist das kein Identitätsanbieter.</translation>
    </message>
    <message>
        <source>The provider points elsewhere. Enter the address that it points to as the issuer.</source>
        <translation>Der Anbieter verweist anderswohin. Geben Sie die Adresse, auf die er verweist, als Aussteller ein.</translation>
    </message>
    <message>
        <source>There is no usable description at this issuer. Check the issuer.</source>
        <translation>Bei diesem Aussteller gibt es keine brauchbare Beschreibung. Prüfen Sie den Aussteller.</translation>
    </message>
    <message>
        <source>The provider calls itself by another issuer. Copy it from its description, to the letter.</source>
        <translation>Der Anbieter nennt sich selbst anders. Übernehmen Sie den Aussteller buchstäblich aus seiner Beschreibung.</translation>
    </message>
    <message>
        <source>The provider publishes no key that can be used. Ask who runs it.</source>
        <translation>Der Anbieter veröffentlicht keinen brauchbaren Schlüssel. Fragen Sie, wer ihn betreibt.</translation>
    </message>
    <message>
        <source>The answer belongs to no sign-in that is waiting. Start the test again.</source>
        <translation>Die Antwort gehört zu keiner wartenden Anmeldung. Beginnen Sie den Test noch einmal.</translation>
    </message>
    <message>
        <source>The answer came in another browser or a private window. Use one browser for all of it.</source>
        <translation>Die Antwort kam in einem anderen Browser oder privaten Fenster. Benutzen Sie für alles einen Browser.</translation>
    </message>
    <message>
        <source>The answer names another issuer, or none. It may not come from this provider.</source>
        <translation>Die Antwort nennt einen anderen Aussteller oder keinen. Vielleicht kommt sie nicht von diesem Anbieter.</translation>
    </message>
    <message>
        <source>The provider refused. Check there that the person and this client are allowed.</source>
        <translation>Der Anbieter hat abgelehnt. Prüfen Sie dort, ob die Person und dieser Client zugelassen sind.</translation>
    </message>
    <message>
        <source>The provider was changed during the test. Start the test again.</source>
        <translation>Der Anbieter wurde während des Tests geändert. Beginnen Sie den Test noch einmal.</translation>
    </message>
    <message>
        <source>The answer has no code. Check that the client may use the authorization code flow.</source>
        <translation>Die Antwort hat keinen Code. Prüfen Sie, ob der Client den Authorization-Code-Ablauf benutzen darf.</translation>
    </message>
    <message>
        <source>The provider does not take its own code back. Check the redirect address that is registered there.</source>
        <translation>Der Anbieter nimmt seinen eigenen Code nicht zurück. Prüfen Sie die Rückkehradresse, die dort eingetragen ist.</translation>
    </message>
    <message>
        <source>The provider does not know this client. Check client ID, secret and how they are sent.</source>
        <translation>Der Anbieter kennt diesen Client nicht. Prüfen Sie Client-ID, Geheimnis und wie sie gesendet werden.</translation>
    </message>
    <message>
        <source>The token endpoint sends no ID token. Check that the client may ask for the scope openid.</source>
        <translation>Der Token-Endpunkt sendet kein ID-Token. Prüfen Sie, ob der Client den Scope openid verlangen darf.</translation>
    </message>
    <message>
        <source>The ID token cannot be read. Ask who runs the provider.</source>
        <translation>Das ID-Token ist nicht lesbar. Fragen Sie, wer den Anbieter betreibt.</translation>
    </message>
    <message>
        <source>The ID token is signed in a way that is not allowed for this provider. Check how it signs.</source>
        <translation>Das ID-Token ist so signiert, wie es für diesen Anbieter nicht erlaubt ist. Prüfen Sie, wie er signiert.</translation>
    </message>
    <message>
        <source>The ID token is signed with a key that the provider does not publish.</source>
        <translation>Das ID-Token ist mit einem Schlüssel signiert, den der Anbieter nicht veröffentlicht.</translation>
    </message>
    <message>
        <source>The signature of the ID token is wrong. Do not use this provider until it is clear why.</source>
        <translation>Die Signatur des ID-Tokens ist falsch. Benutzen Sie diesen Anbieter nicht, bis klar ist, warum.</translation>
    </message>
    <message>
        <source>The ID token is of another issuer. Check the issuer.</source>
        <translation>Das ID-Token ist von einem anderen Aussteller. Prüfen Sie den Aussteller.</translation>
    </message>
    <message>
        <source>The ID token is for another client. Check the client ID.</source>
        <translation>Das ID-Token ist für einen anderen Client. Prüfen Sie die Client-ID.</translation>
    </message>
    <message>
        <source>The ID token has expired. Compare the clocks of both servers.</source>
        <translation>Das ID-Token ist abgelaufen. Vergleichen Sie die Uhren beider Server.</translation>
    </message>
    <message>
        <source>The times of the ID token are wrong. Compare the clocks of both servers.</source>
        <translation>Die Zeiten des ID-Tokens stimmen nicht. Vergleichen Sie die Uhren beider Server.</translation>
    </message>
    <message>
        <source>The ID token answers another sign-in. Start the test again.</source>
        <translation>Das ID-Token antwortet auf eine andere Anmeldung. Beginnen Sie den Test noch einmal.</translation>
    </message>
    <message>
        <source>ID token and access token do not belong together.</source>
        <translation>ID-Token und Zugriffstoken gehören nicht zusammen.</translation>
    </message>
    <message>
        <source>The ID token names nobody.</source>
        <translation>Das ID-Token nennt niemanden.</translation>
    </message>
    <message>
        <source>The provider’s user info cannot be read, or is of somebody else.</source>
        <translation>Die Benutzerangaben des Anbieters sind nicht lesbar oder betreffen jemand anderen.</translation>
    </message>
    <message>
        <source>Would be refused: the account is linked to no user. Link it, or let first sign-ins add users.</source>
        <translation>Würde abgelehnt: Das Konto ist mit keinem Benutzer verknüpft. Verknüpfen Sie es, oder lassen Sie erste Anmeldungen Benutzer anlegen.</translation>
    </message>
    <message>
        <source>Would be refused: the provider sends no e-mail address. Ask for the scope email.</source>
        <translation>Würde abgelehnt: Der Anbieter sendet keine E-Mail-Adresse. Verlangen Sie den Scope email.</translation>
    </message>
    <message>
        <source>Would be refused: the provider does not say that it has verified the e-mail address.</source>
        <translation>Würde abgelehnt: Der Anbieter sagt nicht, dass er die E-Mail-Adresse bestätigt hat.</translation>
    </message>
    <message>
        <source>Would be refused: a user has this e-mail address already. Link the account to that user if it is the same person.</source>
        <translation>Würde abgelehnt: Ein Benutzer hat diese E-Mail-Adresse schon. Verknüpfen Sie das Konto mit ihm, wenn es dieselbe Person ist.</translation>
    </message>
    <message>
        <source>Description of the provider</source>
        <translation>Beschreibung des Anbieters</translation>
    </message>
    <message>
        <source>Keys of the provider</source>
        <translation>Schlüssel des Anbieters</translation>
    </message>
    <message>
        <source>Browser opened, sent to the provider</source>
        <translation>Browser geöffnet, zum Anbieter geschickt</translation>
    </message>
    <message>
        <source>Answer of the provider</source>
        <translation>Antwort des Anbieters</translation>
    </message>
    <message>
        <source>Code exchanged for tokens</source>
        <translation>Code gegen Token getauscht</translation>
    </message>
    <message>
        <source>Tokens checked</source>
        <translation>Token geprüft</translation>
    </message>
    <message>
        <source>What a sign-in would do</source>
        <translation>Was eine Anmeldung täte</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Aktiviert</translation>
    </message>
    <message>
        <source>Refuse: only linked users sign in</source>
        <translation>Ablehnen: Nur verknüpfte Benutzer melden sich an</translation>
    </message>
    <message>
        <source>Add a user</source>
        <translation>Benutzer hinzufügen</translation>
    </message>
    <message>
        <source>Add a disabled user, to be approved</source>
        <translation>Einen deaktivierten Benutzer anlegen, zur Freigabe</translation>
    </message>
    <message>
        <source>This account is linked to a user already</source>
        <translation>Dieses Konto ist schon mit einem Benutzer verknüpft</translation>
    </message>
    <message>
        <source>Another provider has this name</source>
        <translation>Ein anderer Anbieter hat diesen Namen</translation>
    </message>
    <message>
        <source>Put your own tenant in place of {tenant}</source>
        <translation>Setzen Sie Ihren eigenen Mandanten an die Stelle von {tenant}</translation>
    </message>
    <message>
        <source>Users are linked to this issuer: remove the links first, or add another provider</source>
        <translation>Benutzer sind mit diesem Aussteller verknüpft: Entfernen Sie erst die Verknüpfungen, oder legen Sie einen weiteren Anbieter an</translation>
    </message>
    <message>
        <source>HS256 needs a secret of 32 characters or more</source>
        <translation>HS256 braucht ein Geheimnis von mindestens 32 Zeichen</translation>
    </message>
    <message>
        <source>Enter the client secret, or choose a public client</source>
        <translation>Geben Sie das Client-Geheimnis ein, oder wählen Sie einen öffentlichen Client</translation>
    </message>
    <message>
        <source>1 to 32 of a to z, 0 to 9 and hyphens inside</source>
        <translation>1 bis 32 von a bis z, 0 bis 9, Bindestriche nur innen</translation>
    </message>
    <message>
        <source>Enter an https address without ? and #</source>
        <translation>Geben Sie eine https-Adresse ohne ? und # ein</translation>
    </message>
    <message>
        <source>Write each rule as: claim = value : role, with a role that exists</source>
        <translation>Schreiben Sie jede Regel so: Claim = Wert : Rolle, mit einer Rolle, die es gibt</translation>
    </message>
    <message>
        <source>Needs rules that say which roles</source>
        <translation>Braucht Regeln, die sagen, welche Rollen</translation>
    </message>
    <message>
        <source>At most 20 https addresses, or http ones on this machine</source>
        <translation>Höchstens 20 https-Adressen, oder http-Adressen auf diesem Rechner</translation>
    </message>
    <message>
        <source>Waiting for the browser</source>
        <translation>Wartet auf den Browser</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Signs in as %1</source>
        <translation>Meldet sich als %1 an</translation>
    </message>
    <message>
        <source>Would become a new user. Roles: %1</source>
        <translation>Würde ein neuer Benutzer. Rollen: %1</translation>
    </message>
    <message>
        <source>Would become a new, disabled user. Roles: %1</source>
        <translation>Würde ein neuer, deaktivierter Benutzer. Rollen: %1</translation>
    </message>
    <message>
        <source>Failed (%1)</source>
        <translation>Fehlgeschlagen (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln Schlüssel</numerusform>
            <numerusform>%Ln Schlüssel</numerusform>
        </translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Bestanden</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln left out: of a kind that is not used here, or too many</source>
        <translation>
            <numerusform>%1, %Ln weggelassen: von einer Art, die hier nicht verwendet wird, oder zu viele</numerusform>
            <numerusform>%1, %Ln weggelassen: von einer Art, die hier nicht verwendet wird, oder zu viele</numerusform>
        </translation>
    </message>
    <message>
        <source>It would go to another issuer: enter it again</source>
        <translation>Es ginge an einen anderen Aussteller: Geben Sie es erneut ein</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProvidersModel</name>
    <message>
        <source>Provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Aussteller</translation>
    </message>
    <message>
        <source>First sign-in</source>
        <translation>Erste Anmeldung</translation>
    </message>
    <message>
        <source>Linked users</source>
        <translation>Verknüpfte Benutzer</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProvidersPanel</name>
    <message>
        <source>Identity providers</source>
        <translation>Identitätsanbieter</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>Anbieter anlegen</translation>
    </message>
    <message>
        <source>Add provider (Ctrl+N)</source>
        <translation>Anbieter anlegen (Strg+N)</translation>
    </message>
    <message>
        <source>Filter providers</source>
        <translation>Anbieter filtern</translation>
    </message>
    <message>
        <source>Filter identity providers by title</source>
        <translation>Identitätsanbieter nach Titel filtern</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Loading identity providers</source>
        <translation>Identitätsanbieter werden geladen</translation>
    </message>
    <message>
        <source>No provider matches</source>
        <translation>Kein Anbieter passt</translation>
    </message>
    <message>
        <source>No identity provider has this text in its title.</source>
        <translation>Kein Identitätsanbieter hat diesen Text im Titel.</translation>
    </message>
    <message>
        <source>No identity providers yet</source>
        <translation>Noch keine Identitätsanbieter</translation>
    </message>
    <message>
        <source>Users can sign in with an account that they have elsewhere: register this server there, add the provider here, and test the login.</source>
        <translation>Benutzer können sich mit einem Konto anmelden, das sie anderswo haben: Tragen Sie diesen Server dort ein, legen Sie den Anbieter hier an und testen Sie die Anmeldung.</translation>
    </message>
    <message>
        <source>Signing in does not depend on this list.</source>
        <translation>Die Anmeldung hängt nicht von dieser Liste ab.</translation>
    </message>
    <message>
        <source>%1 added. Register its redirect address there, then test the login.</source>
        <translation>%1 angelegt. Tragen Sie dort die Rückkehradresse ein und testen Sie dann die Anmeldung.</translation>
    </message>
    <message>
        <source>User linked</source>
        <translation>Benutzer verknüpft</translation>
    </message>
    <message>
        <source>Unlink %1?</source>
        <translation>%1 lösen?</translation>
    </message>
    <message>
        <source>%1 can no longer sign in with %2, and all of their sessions end.</source>
        <translation>%1 kann sich nicht mehr mit %2 anmelden, und alle Sitzungen enden.</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>%1 unlinked</source>
        <translation>%1 gelöst</translation>
    </message>
    <message>
        <source>Disable %1?</source>
        <translation>%1 deaktivieren?</translation>
    </message>
    <message>
        <source>Nobody signs in with it until you enable it again. Sessions that have begun go on.</source>
        <translation>Niemand meldet sich damit an, bis Sie ihn wieder aktivieren. Begonnene Sitzungen laufen weiter.</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>%1 enabled</source>
        <translation>%1 aktiviert</translation>
    </message>
    <message>
        <source>%1 disabled</source>
        <translation>%1 deaktiviert</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) sign in with it; their links go too. Who has no password can no longer sign in. It cannot be undone.</source>
        <translation>
            <numerusform>%Ln Benutzer meldet sich damit an; die Verknüpfung geht mit verloren. Wer kein Passwort hat, kann sich nicht mehr anmelden. Das lässt sich nicht rückgängig machen.</numerusform>
            <numerusform>%Ln Benutzer melden sich damit an; ihre Verknüpfungen gehen mit verloren. Wer kein Passwort hat, kann sich nicht mehr anmelden. Das lässt sich nicht rückgängig machen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody signs in with it. It cannot be undone.</source>
        <translation>Niemand meldet sich damit an. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>Test this login…</source>
        <translation>Diese Anmeldung testen…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Link a user…</source>
        <translation>Benutzer verknüpfen…</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>Deaktivieren…</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PublicKeyField</name>
    <message>
        <source>Ed25519 or ECDSA P-256, as PEM or JWK. The private key stays with the program.</source>
        <translation>Ed25519 oder ECDSA P-256, als PEM oder JWK. Der private Schlüssel bleibt beim Programm.</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>This is no public key of these kinds</source>
        <translation>Das ist kein öffentlicher Schlüssel dieser Art</translation>
    </message>
    <message>
        <source>Open a public key</source>
        <translation>Öffentlichen Schlüssel öffnen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PublishDialog</name>
    <message>
        <source>Publish %1?</source>
        <translation>%1 veröffentlichen?</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Observe</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Enforce</source>
        <translation>In Kraft setzen</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>It decides nothing. Each decision notes what it would have been.</source>
        <translation>Sie entscheidet nichts. Jede Entscheidung vermerkt, wie sie ausgefallen wäre.</translation>
    </message>
    <message>
        <source>From the next request on what it names needs a policy that allows it; this one allows what its condition says.</source>
        <translation>Ab der nächsten Anfrage braucht, was sie nennt, eine Richtlinie, die es erlaubt; diese erlaubt, was ihre Bedingung sagt.</translation>
    </message>
    <message>
        <source>Nothing is otherwise than it is.</source>
        <translation>Nichts ist anders als jetzt.</translation>
    </message>
    <message>
        <source>Its tests are running</source>
        <translation>Ihre Tests laufen</translation>
    </message>
    <message>
        <source>Its tests could not be run</source>
        <translation>Ihre Tests konnten nicht ausgeführt werden</translation>
    </message>
    <message>
        <source>It has no tests</source>
        <translation>Sie hat keine Tests</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tests pass</source>
        <translation>
            <numerusform>%Ln Test besteht</numerusform>
            <numerusform>%Ln Tests bestehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tests fail: it can’t be published</source>
        <translation>
            <numerusform>%Ln Test schlägt fehl: sie kann nicht veröffentlicht werden</numerusform>
            <numerusform>%Ln Tests schlagen fehl: sie kann nicht veröffentlicht werden</numerusform>
        </translation>
    </message>
    <message>
        <source>Not replayed since the last change</source>
        <translation>Seit der letzten Änderung nicht nachgespielt</translation>
    </message>
    <message>
        <source>From the next request on it refuses what its condition says, whatever else allows it. The rest of what it names needs another policy that allows it.</source>
        <translation>Ab der nächsten Anfrage verweigert sie, was ihre Bedingung sagt, was auch sonst es erlaubt. Das Übrige, was sie nennt, braucht eine andere Richtlinie, die es erlaubt.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::QuestionForm</name>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Tut</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Einstufung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>MFA check</source>
        <translation>MFA-Prüfung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Wie es ist</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>Gerade eben</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>a length of time</comment>
        <translation>Vor %1</translation>
    </message>
    <message>
        <source>Any record</source>
        <translation>Irgendein Datensatz</translation>
    </message>
    <message>
        <source>Any comment</source>
        <translation>Irgendein Kommentar</translation>
    </message>
    <message>
        <source>Any file</source>
        <translation>Irgendeine Datei</translation>
    </message>
    <message>
        <source>API key of %1</source>
        <extracomment>%1: the name of who owns an API key</extracomment>
        <translation>API-Schlüssel von %1</translation>
    </message>
    <message>
        <source>More facts</source>
        <translation>Weitere Angaben</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RateInput</name>
    <message>
        <source>requests in</source>
        <extracomment>Between two inputs: “1000 requests in 1 hour”</extracomment>
        <translation>Anfragen in</translation>
    </message>
    <message>
        <source>Time in which the requests are counted</source>
        <translation>Zeit, in der die Anfragen gezählt werden</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RateRuleDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>As the API’s document writes it; with /* at its end whatever is below. Empty: any route.</source>
        <translation>Wie das Dokument der API sie schreibt; mit /* am Ende alles darunter. Leer: jede Route.</translation>
    </message>
    <message>
        <source>Methods, none for all</source>
        <translation>Methoden, keine für alle</translation>
    </message>
    <message>
        <source>Routes that ask for</source>
        <translation>Routen, die verlangen</translation>
    </message>
    <message>
        <source>Counts in its class as</source>
        <translation>Zählt in ihrer Klasse als</translation>
    </message>
    <message>
        <source>For how many requests of its class one of these counts</source>
        <translation>Für wie viele Anfragen ihrer Klasse eine davon zählt</translation>
    </message>
    <message>
        <source>Any permission</source>
        <translation>Jedes Recht</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Say which requests it is for: a route, methods or a permission</source>
        <translation>Sagen Sie, für welche Anfragen sie gilt: Route, Methoden oder Berechtigung</translation>
    </message>
    <message>
        <source>Another rule has this name, or there is no room for one more</source>
        <translation>Eine andere Regel heißt so, oder es ist kein Platz für eine weitere</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RateRuleText</name>
    <message>
        <source>Whatever is asked for, before anybody is known</source>
        <translation>Alles, bevor jemand bekannt ist</translation>
    </message>
    <message>
        <source>Sign-ins that fail</source>
        <translation>Anmeldungen, die scheitern</translation>
    </message>
    <message>
        <source>Read and search</source>
        <translation>Lesen und suchen</translation>
    </message>
    <message>
        <source>Add, change and delete</source>
        <translation>Hinzufügen, ändern, löschen</translation>
    </message>
    <message>
        <source>Files that are sent here</source>
        <translation>Dateien, die hierher gesendet werden</translation>
    </message>
    <message>
        <source>Users, roles, settings</source>
        <translation>Benutzer, Rollen, Einstellungen</translation>
    </message>
    <message>
        <source>Any request</source>
        <translation>Jede Anfrage</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>Uploads</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Verwaltung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln routes</source>
        <translation>
            <numerusform>%Ln Route</numerusform>
            <numerusform>%Ln Routen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a rule is for, and for how many routes</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 je Sekunde</translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>%1 je Minute</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 je Stunde</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 je Tag</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>5 requests in 15 min</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 Sekunde</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>Even pace</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>Sliding</source>
        <translation>Gleitend</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fest</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Account</source>
        <comment>requests are counted by the account that is tried</comment>
        <translation>Konto</translation>
    </message>
    <message>
        <source>User, key</source>
        <translation>Nutzer, Key</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Account, address</source>
        <translation>Konto, Adresse</translation>
    </message>
    <message>
        <source>User or key</source>
        <translation>Nutzer oder Key</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Observe</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>Enforce</source>
        <translation>Durchsetzen</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <comment>an account from an address</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>From 1 to %1</source>
        <translation>Von 1 bis %1</translation>
    </message>
    <message>
        <source>At least a second, and at most 31 days</source>
        <translation>Mindestens eine Sekunde und höchstens 31 Tage</translation>
    </message>
    <message>
        <source>Give it a name that no other rule has</source>
        <translation>Geben Sie einen Namen, den keine andere Regel hat</translation>
    </message>
    <message>
        <source>This is no route of the server</source>
        <translation>Das ist keine Route des Servers</translation>
    </message>
    <message>
        <source>This can’t be so: %1</source>
        <translation>Das geht so nicht: %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecentReports</name>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln Ereignis</numerusform>
            <numerusform>%Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Recent reports</source>
        <translation>Letzte Berichte</translation>
    </message>
    <message>
        <source>No reports yet</source>
        <translation>Noch keine Berichte</translation>
    </message>
    <message>
        <source>Who exports what is recorded and listed here.</source>
        <translation>Wer was exportiert, wird aufgezeichnet und hier aufgeführt.</translation>
    </message>
    <message>
        <source>CEF</source>
        <translation>CEF</translation>
    </message>
    <message>
        <source>OCSF</source>
        <translation>OCSF</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordActions</name>
    <message>
        <source>A sensitive value of %1 was changed or moved in the database. None is shown; “sallyportd doctor” names all such records.</source>
        <translation>Ein vertraulicher Wert von %1 wurde in der Datenbank geändert oder verschoben. Keiner wird gezeigt; „sallyportd doctor“ nennt alle solchen Datensätze.</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln records?</source>
        <translation>
            <numerusform>%Ln Datensatz löschen?</numerusform>
            <numerusform>%Ln Datensätze löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Its text, its sensitive values, its files and its comments are overwritten; it cannot be undone. The events keep that it was there.</source>
        <translation>Text, vertrauliche Werte, Dateien und Kommentare werden überschrieben; das lässt sich nicht rückgängig machen. Die Ereignisse behalten, dass es ihn gab.</translation>
    </message>
    <message>
        <source>Their texts, sensitive values, files and comments are overwritten; it cannot be undone. The events keep that they were there.</source>
        <translation>Texte, vertrauliche Werte, Dateien und Kommentare werden überschrieben; das lässt sich nicht rückgängig machen. Die Ereignisse behalten, dass es sie gab.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records deleted</source>
        <translation>
            <numerusform>%Ln Datensatz gelöscht</numerusform>
            <numerusform>%Ln Datensätze gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln records…</source>
        <translation>
            <numerusform>%Ln Datensatz löschen…</numerusform>
            <numerusform>%Ln Datensätze löschen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>ID kopieren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>%1 bearbeiten</translation>
    </message>
    <message>
        <source>Add record</source>
        <translation>Datensatz hinzufügen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Einstufung</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Take over what was changed</source>
        <translation>Änderungen übernehmen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Choose somebody from the list</source>
        <translation>Wählen Sie jemanden aus der Liste</translation>
    </message>
    <message>
        <source>Somebody has changed it meanwhile</source>
        <translation>Jemand hat ihn inzwischen geändert</translation>
    </message>
    <message>
        <source>Nothing was saved. What you have changed here stays as you typed it; the rest can become what it is by now.</source>
        <translation>Nichts wurde gespeichert. Was Sie hier geändert haben, bleibt, wie Sie es eingaben; das Übrige kann werden, was es inzwischen ist.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordExport</name>
    <message>
        <source>Export records</source>
        <translation>Datensätze exportieren</translation>
    </message>
    <message>
        <source>CSV files for Excel, with a byte order mark (*.csv)</source>
        <translation>CSV-Dateien für Excel, mit Byte-Order-Mark (*.csv)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Exporting %1 of %2</source>
        <translation>%1 von %2 exportiert</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records are in %1</source>
        <translation>
            <numerusform>%Ln Datensatz steht in %1</numerusform>
            <numerusform>%Ln Datensätze stehen in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: %1 was not written</source>
        <translation>Angehalten: %1 wurde nicht geschrieben</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordFilters</name>
    <message numerus="yes">
        <source>Last %Ln days</source>
        <translation>
            <numerusform>Letzter Tag</numerusform>
            <numerusform>Letzte %Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose somebody from the list</source>
        <translation>Wählen Sie jemanden aus der Liste</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Filter hinzufügen</translation>
    </message>
    <message>
        <source>Take this filter away (Delete)</source>
        <translation>Diesen Filter entfernen (Entf)</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>One owner</source>
        <translation>Ein Besitzer</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Einstufung</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Another department…</source>
        <translation>Andere Abteilung…</translation>
    </message>
    <message>
        <source>Another person…</source>
        <translation>Andere Person…</translation>
    </message>
    <message>
        <source>Records of a department</source>
        <translation>Datensätze einer Abteilung</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Records of a person</source>
        <translation>Datensätze einer Person</translation>
    </message>
    <message>
        <source>Name or e-mail address</source>
        <translation>Name oder E-Mail-Adresse</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordPane</name>
    <message>
        <source>Comment</source>
        <translation>Kommentar</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Why was that allowed?</source>
        <translation>Warum erlaubt?</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>Letzte Ereignisse</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: somebody&apos;s name, %2: their department</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1. Changed %2</source>
        <extracomment>%1: whose record it is, %2: `today 13:58`</extracomment>
        <translation>%1. Geändert: %2</translation>
    </message>
    <message>
        <source>No text.</source>
        <translation>Kein Text.</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Read %1 by %2</source>
        <translation>Gelesen %1 von %2</translation>
    </message>
    <message>
        <source>The last recorded read. Of what is allowed, as much is recorded as the setting says.</source>
        <translation>Das letzte aufgezeichnete Lesen. Von dem, was erlaubt wird, wird so viel aufgezeichnet, wie die Einstellung sagt.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordText</name>
    <message>
        <source>Public</source>
        <translation>Öffentlich</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Vertraulich</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Eingeschränkt</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Somebody who is gone</source>
        <translation>Jemand, den es nicht mehr gibt</translation>
    </message>
    <message>
        <source>There is no such person any more</source>
        <translation>Diese Person gibt es nicht mehr</translation>
    </message>
    <message>
        <source>Two values have the same name</source>
        <translation>Zwei Werte heißen gleich</translation>
    </message>
    <message>
        <source>It is larger than a file may be</source>
        <translation>Sie ist größer, als eine Datei sein darf</translation>
    </message>
    <message>
        <source>There are as many files as may be</source>
        <translation>Es gibt so viele Dateien, wie es sein dürfen</translation>
    </message>
    <message>
        <source>Files of this kind may not be uploaded</source>
        <translation>Dateien dieser Art dürfen nicht hochgeladen werden</translation>
    </message>
    <message>
        <source>It isn’t what its name says</source>
        <translation>Sie ist nicht, was ihr Name sagt</translation>
    </message>
    <message>
        <source>It is an archive that can’t be looked through, or becomes too large</source>
        <translation>Ein Archiv, das sich nicht durchsehen lässt oder zu groß wird</translation>
    </message>
    <message>
        <source>It is empty, or its name is</source>
        <translation>Sie ist leer oder hat keinen Namen</translation>
    </message>
    <message>
        <source>A file may not be called so</source>
        <translation>So darf eine Datei nicht heißen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordsModel</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Einstufung</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordsPanel</name>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Add record</source>
        <translation>Datensatz hinzufügen</translation>
    </message>
    <message>
        <source>Add record (Ctrl+N)</source>
        <translation>Datensatz hinzufügen (Strg+N)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>These records as a file, without their sensitive values</source>
        <translation>Diese Datensätze als Datei, ohne ihre vertraulichen Werte</translation>
    </message>
    <message>
        <source>Encryption of sensitive values</source>
        <translation>Verschlüsselung vertraulicher Werte</translation>
    </message>
    <message>
        <source>Filter records</source>
        <translation>Datensätze filtern</translation>
    </message>
    <message>
        <source>Filter records by title</source>
        <translation>Datensätze nach Titel filtern</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Loading records</source>
        <translation>Datensätze werden geladen</translation>
    </message>
    <message>
        <source>Nothing is lost, and the server keeps running.</source>
        <translation>Nichts ist verloren, und der Server läuft weiter.</translation>
    </message>
    <message>
        <source>No record matches</source>
        <translation>Kein Datensatz passt</translation>
    </message>
    <message>
        <source>No record that you may see has this text and these properties. Take one of the filters away.</source>
        <translation>Kein Datensatz, den Sie sehen dürfen, hat diesen Text und diese Eigenschaften. Nehmen Sie einen der Filter weg.</translation>
    </message>
    <message>
        <source>No records yet</source>
        <translation>Noch keine Datensätze</translation>
    </message>
    <message>
        <source>Records are the data that roles and policies protect. What you may not see doesn’t stand here, and isn’t counted.</source>
        <translation>Datensätze sind die Daten, die Rollen und Richtlinien schützen. Was Sie nicht sehen dürfen, steht nicht hier und wird nicht mitgezählt.</translation>
    </message>
    <message>
        <source>Add a record</source>
        <translation>Datensatz hinzufügen</translation>
    </message>
    <message>
        <source>With an owner, a department and a classification</source>
        <translation>Mit Besitzer, Abteilung und Einstufung</translation>
    </message>
    <message>
        <source>Give it sensitive values</source>
        <translation>Ihm vertrauliche Werte geben</translation>
    </message>
    <message>
        <source>Each is encrypted by itself and masked until somebody shows a code</source>
        <translation>Jeder wird einzeln verschlüsselt und bleibt verdeckt, bis jemand einen Code zeigt</translation>
    </message>
    <message>
        <source>Write a policy</source>
        <translation>Eine Richtlinie schreiben</translation>
    </message>
    <message>
        <source>That says who reads what; until then roles alone decide</source>
        <translation>Die sagt, wer was liest; bis dahin entscheiden allein Rollen</translation>
    </message>
    <message>
        <source>There is no such record, or a policy hides it from you.</source>
        <translation>Es gibt keinen solchen Datensatz, oder eine Richtlinie verbirgt ihn vor Ihnen.</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>There is nothing to export</source>
        <translation>Es gibt nichts zu exportieren</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordsSeveralPane</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records selected</source>
        <translation>
            <numerusform>%Ln Datensatz gewählt</numerusform>
            <numerusform>%Ln Datensätze gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Only what was loaded can be deleted at once: select fewer records, or scroll through them.</source>
        <translation>Auf einmal gelöscht werden kann nur, was geladen ist: Wählen Sie weniger Datensätze, oder blättern Sie hindurch.</translation>
    </message>
    <message>
        <source>None of them has sensitive values.</source>
        <translation>Keiner davon hat vertrauliche Werte.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have sensitive values.</source>
        <translation>
            <numerusform>%Ln davon hat vertrauliche Werte.</numerusform>
            <numerusform>%Ln davon haben vertrauliche Werte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Not all of them are loaded yet</source>
        <translation>Noch sind nicht alle geladen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecoverySheet</name>
    <message>
        <source>Copied. The clipboard is cleared after 30 s.</source>
        <translation>Kopiert. Die Zwischenablage wird nach 30 s geleert.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save to file</source>
        <translation>In Datei speichern</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Drucken</translation>
    </message>
    <message>
        <source>I have stored the recovery key in a safe place</source>
        <translation>Ich habe den Wiederherstellungsschlüssel sicher verwahrt</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Recovery key of the Sallyport vault “%1”</source>
        <translation>Wiederherstellungsschlüssel des Sallyport-Tresors „%1“</translation>
    </message>
    <message>
        <source>Whoever has this key can open the vault without its passphrase. Keep it apart from the computer.</source>
        <translation>Wer diesen Schlüssel hat, kann den Tresor ohne Passphrase öffnen. Verwahren Sie ihn getrennt vom Rechner.</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>Wiederherstellungsschlüssel speichern</translation>
    </message>
    <message>
        <source>Saved. Move the file off this computer.</source>
        <translation>Gespeichert. Bringen Sie die Datei von diesem Rechner weg.</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another place.</source>
        <translation>Die Datei konnte nicht geschrieben werden. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>An den Drucker gesendet</translation>
    </message>
    <message>
        <source>Recovery key of the vault “%1”</source>
        <translation>Wiederherstellungsschlüssel des Tresors „%1“</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RelativeTime</name>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>vor %Ln Min.</numerusform>
            <numerusform>vor %Ln Min.</numerusform>
        </translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Heute %1</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message numerus="yes">
        <source>In %Ln s</source>
        <translation>
            <numerusform>In %Ln s</numerusform>
            <numerusform>In %Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln min</source>
        <translation>
            <numerusform>In %Ln Min.</numerusform>
            <numerusform>In %Ln Min.</numerusform>
        </translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message numerus="yes">
        <source>In %Ln days</source>
        <translation>
            <numerusform>In %Ln Tag</numerusform>
            <numerusform>In %Ln Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>A date as QLocale::toString takes it; in German `d. MMM yyyy`</extracomment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message numerus="yes">
        <source>%Ln s</source>
        <translation>
            <numerusform>%Ln s</numerusform>
            <numerusform>%Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min</source>
        <translation>
            <numerusform>%Ln Min.</numerusform>
            <numerusform>%Ln Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <translation>
            <numerusform>%Ln Std.</numerusform>
            <numerusform>%Ln Std.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln h</source>
        <translation>
            <numerusform>In %Ln Std.</numerusform>
            <numerusform>In %Ln Std.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ReplayModel</name>
    <message>
        <source>Nobody signed in</source>
        <translation>Niemand angemeldet</translation>
    </message>
    <message>
        <source>Deny to allow</source>
        <translation>Nun erlaubt</translation>
    </message>
    <message>
        <source>Allow to deny</source>
        <translation>Nun verweigert</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Male</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ReplayView</name>
    <message>
        <source>Replay</source>
        <translation>Nachspielen</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>Gruppiert nach</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routen</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Was sich ändern würde</translation>
    </message>
    <message>
        <source>Could not be replayed</source>
        <translation>Konnte nicht nachgespielt werden</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 decisions of the last %Ln days would change</source>
        <translation>
            <numerusform>%1 von %2 Entscheidungen des letzten Tages würden sich ändern</numerusform>
            <numerusform>%1 von %2 Entscheidungen der letzten %Ln Tage würden sich ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Day %1 of %2</source>
        <translation>Tag %1 von %2</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Angehalten. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Runs what stands above over the recorded decisions, as if it were enforced, and lists what would flip. Nothing changes by that.</source>
        <translation>Wendet, was oben steht, auf die aufgezeichneten Entscheidungen an, als wäre es in Kraft, und zeigt, was umschlagen würde. Dadurch ändert sich nichts.</translation>
    </message>
    <message>
        <source>Before the last edit</source>
        <translation>Vor der letzten Änderung</translation>
    </message>
    <message numerus="yes">
        <source>%1 decisions of the last %Ln days</source>
        <translation>
            <numerusform>%1 Entscheidungen des letzten Tages</numerusform>
            <numerusform>%1 Entscheidungen der letzten %Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>not all of them</source>
        <translation>nicht alle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln would change</source>
        <translation>
            <numerusform>%Ln würde sich ändern</numerusform>
            <numerusform>%Ln würden sich ändern</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would change</source>
        <translation>Nichts würde sich ändern</translation>
    </message>
    <message>
        <source>No decision about records was recorded in this time.</source>
        <translation>In dieser Zeit wurde keine Entscheidung über Datensätze aufgezeichnet.</translation>
    </message>
    <message>
        <source>Every decision would come out as it does now.</source>
        <translation>Jede Entscheidung fiele aus wie jetzt.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ReportCard</name>
    <message>
        <source>Period and filter</source>
        <translation>Zeitraum und Filter</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>As of now</source>
        <translation>Stand von jetzt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln plans</source>
        <translation>
            <numerusform>%Ln Plan</numerusform>
            <numerusform>%Ln Pläne</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept</source>
        <comment>reports</comment>
        <translation>
            <numerusform>%Ln aufbewahrt</numerusform>
            <numerusform>%Ln aufbewahrt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ReportCards</name>
    <message>
        <source>Kind of report</source>
        <translation>Art des Berichts</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ReportForm</name>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 Tage</translation>
    </message>
    <message>
        <source>Other dates</source>
        <translation>Andere Daten</translation>
    </message>
    <message>
        <source>to</source>
        <extracomment>Between two dates</extracomment>
        <translation>bis</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Written as in Live events; empty takes everything</source>
        <translation>Wie in Live-Ereignisse geschrieben; leer nimmt alles</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>To read and to file: figures, charts, the table and the proof of the chain</source>
        <translation>Zum Lesen und Ablegen: Zahlen, Diagramme, die Tabelle und der Nachweis der Kette</translation>
    </message>
    <message>
        <source>For spreadsheets; cells that look like formulas are made harmless</source>
        <translation>Für Tabellenprogramme; Zellen, die wie Formeln aussehen, werden entschärft</translation>
    </message>
    <message>
        <source>For programs: one event a line, with all its fields</source>
        <translation>Für Programme: ein Ereignis je Zeile mit allen Feldern</translation>
    </message>
    <message>
        <source>Create report</source>
        <translation>Bericht erstellen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>The last day comes before the first</source>
        <translation>Der letzte Tag liegt vor dem ersten</translation>
    </message>
    <message>
        <source>Chain head %1 at event %2</source>
        <translation>Kettenende %1 bei Ereignis %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) in this report</source>
        <translation>
            <numerusform>%Ln Ereignis in diesem Bericht</numerusform>
            <numerusform>%Ln Ereignisse in diesem Bericht</numerusform>
        </translation>
    </message>
    <message>
        <source>The events can’t be counted right now</source>
        <translation>Die Ereignisse können gerade nicht gezählt werden</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>audit-report</source>
        <extracomment>Beginning of a file name; no spaces</extracomment>
        <translation>pruefbericht</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>Audit report</source>
        <translation>Prüfbericht</translation>
    </message>
    <message>
        <source>The report was cancelled</source>
        <translation>Der Bericht wurde abgebrochen</translation>
    </message>
    <message>
        <source>No file was left behind.</source>
        <translation>Es blieb keine Datei zurück.</translation>
    </message>
    <message>
        <source>The report could not be created</source>
        <translation>Der Bericht konnte nicht erstellt werden</translation>
    </message>
    <message>
        <source>Report saved</source>
        <translation>Bericht gespeichert</translation>
    </message>
    <message>
        <source>Report saved, but the chain is damaged</source>
        <translation>Bericht gespeichert, aber die Kette ist beschädigt</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %Ln event(s)</source>
        <translation>
            <numerusform>%1, %2, %Ln Ereignis</numerusform>
            <numerusform>%1, %2, %Ln Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>With a byte order mark, so that Excel shows all letters</source>
        <translation>Mit Byte-Reihenfolge-Marke, damit Excel alle Buchstaben zeigt</translation>
    </message>
    <message>
        <source>Days and times are those of %1</source>
        <translation>Tage und Zeiten sind die von %1</translation>
    </message>
    <message>
        <source>CEF</source>
        <translation>CEF</translation>
    </message>
    <message>
        <source>OCSF</source>
        <translation>OCSF</translation>
    </message>
    <message>
        <source>For log collectors: Common Event Format, one event a line</source>
        <translation>Für Log-Sammler: Common Event Format, ein Ereignis je Zeile</translation>
    </message>
    <message>
        <source>For security data lakes: OCSF 1.8 as JSON, one event a line</source>
        <translation>Für Sicherheitsauswertung: OCSF 1.8 als JSON, ein Ereignis je Zeile</translation>
    </message>
    <message>
        <source>CEF (*.cef)</source>
        <translation>CEF (*.cef)</translation>
    </message>
    <message>
        <source>OCSF (*.jsonl)</source>
        <translation>OCSF (*.jsonl)</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>To read in a browser or with a screen reader; one page that needs nothing else</source>
        <translation>Zum Lesen im Browser oder mit Screenreader; eine Seite, die sonst nichts braucht</translation>
    </message>
    <message>
        <source>Pseudonyms in place of people</source>
        <translation>Pseudonyme statt Personen</translation>
    </message>
    <message>
        <source>Make and keep</source>
        <translation>Erstellen und behalten</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>The report is kept</source>
        <translation>Der Bericht ist aufbewahrt</translation>
    </message>
    <message>
        <source>Nothing was kept.</source>
        <translation>Nichts wurde aufbewahrt.</translation>
    </message>
    <message>
        <source>There is no preview</source>
        <translation>Es gibt keine Vorschau</translation>
    </message>
    <message>
        <source>The chosen report</source>
        <translation>Der gewählte Bericht</translation>
    </message>
    <message>
        <source>The report is kept, but the journal is damaged</source>
        <translation>Der Bericht ist aufbewahrt, aber das Protokoll ist beschädigt</translation>
    </message>
    <message>
        <source>There is no folder %1. Create it, or choose another one.</source>
        <translation>Den Ordner %1 gibt es nicht. Legen Sie ihn an, oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>Reports of this format are not kept</source>
        <translation>Berichte in diesem Format werden nicht aufbewahrt</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ReportPlans</name>
    <message>
        <source>Plans</source>
        <translation>Pläne</translation>
    </message>
    <message>
        <source>New plan…</source>
        <translation>Neuer Plan…</translation>
    </message>
    <message>
        <source>No plans yet</source>
        <translation>Noch keine Pläne</translation>
    </message>
    <message>
        <source>A plan makes a report again and again and keeps the newest.</source>
        <translation>Ein Plan erstellt einen Bericht immer wieder und bewahrt die neuesten auf.</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>nächster %1</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>ausgeschaltet</translation>
    </message>
    <message>
        <source>The last one failed: %1</source>
        <translation>Der letzte schlug fehl: %1</translation>
    </message>
    <message>
        <source>Switch %1 off</source>
        <translation>%1 ausschalten</translation>
    </message>
    <message>
        <source>Switch %1 on</source>
        <translation>%1 einschalten</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 löschen</translation>
    </message>
    <message>
        <source>The plan could not be changed</source>
        <translation>Der Plan ließ sich nicht ändern</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>What it has made stays.</source>
        <translation>Was er erstellt hat, bleibt.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The plan could not be deleted</source>
        <translation>Der Plan ließ sich nicht löschen</translation>
    </message>
    <message>
        <source>The plan could not be added</source>
        <translation>Der Plan ließ sich nicht anlegen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ReportsPanel</name>
    <message>
        <source>Reports</source>
        <translation>Berichte</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RequestEditor</name>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Path and query</source>
        <translation>Pfad und Abfrage</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>Wer fragt</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>API-Schlüssel</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Zugriffstoken</translation>
    </message>
    <message>
        <source>From a sign-in, or sallyportd token</source>
        <translation>Von einer Anmeldung oder sallyportd token</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>Signaturgeheimnis</translation>
    </message>
    <message>
        <source>Second factor, if it is asked for</source>
        <translation>Zweiter Faktor, falls er verlangt wird</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Als curl kopieren</translation>
    </message>
    <message>
        <source>Needs %1.</source>
        <translation>Braucht %1.</translation>
    </message>
    <message>
        <source>Its body is %1: use a program for it.</source>
        <translation>Der Inhalt ist %1: Nehmen Sie ein Programm dafür.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RestartNote</name>
    <message>
        <source>The server could not start with the old settings</source>
        <translation>Mit den alten Einstellungen konnte der Server nicht starten</translation>
    </message>
    <message>
        <source>The server still runs with the old settings</source>
        <translation>Der Server läuft noch mit den alten Einstellungen</translation>
    </message>
    <message>
        <source>Start it with the new ones.</source>
        <translation>Starten Sie ihn mit den neuen.</translation>
    </message>
    <message>
        <source>Restart it to use the new ones. Open requests are answered first.</source>
        <translation>Starten Sie ihn neu, damit die neuen gelten. Offene Anfragen werden noch beantwortet.</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>Server starten</translation>
    </message>
    <message>
        <source>Restart server</source>
        <translation>Server neu starten</translation>
    </message>
    <message>
        <source>The server runs with the new settings.</source>
        <translation>Der Server läuft mit den neuen Einstellungen.</translation>
    </message>
    <message>
        <source>The server did not start. %1</source>
        <translation>Der Server ist nicht gestartet. %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RetentionPanel</name>
    <message>
        <source>Retention</source>
        <translation>Aufbewahrung</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Was geht</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <source>Kept by holds</source>
        <translation>Durch Sperren bewahrt</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Letzter Lauf</translation>
    </message>
    <message>
        <source>In the journal</source>
        <translation>Im Journal</translation>
    </message>
    <message>
        <source>Contents removed</source>
        <translation>Inhalte entfernt</translation>
    </message>
    <message>
        <source>Under a pseudonym</source>
        <translation>Unter Pseudonym</translation>
    </message>
    <message>
        <source>How long events are kept</source>
        <translation>Wie lange Ereignisse bleiben</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Change how long events are kept</source>
        <translation>Ändern, wie lange Ereignisse bleiben</translation>
    </message>
    <message>
        <source>Legal holds</source>
        <translation>Löschsperren</translation>
    </message>
    <message>
        <source>Place a hold</source>
        <translation>Löschsperre setzen</translation>
    </message>
    <message>
        <source>No hold is placed: everything goes when its time is over.</source>
        <translation>Keine Löschsperre ist gesetzt: Alles geht, wenn seine Zeit um ist.</translation>
    </message>
    <message>
        <source>Reading what is kept</source>
        <translation>Liest, was bewahrt wird</translation>
    </message>
    <message>
        <source>Nothing was removed or changed.</source>
        <translation>Nichts wurde entfernt oder geändert.</translation>
    </message>
    <message>
        <source>%1, %2 removed</source>
        <translation>%1, %2 entfernt</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Noch keiner</translation>
    </message>
    <message>
        <source>%1; their hashes stay</source>
        <translation>%1; ihre Hashes bleiben</translation>
    </message>
    <message>
        <source>What no rule is for</source>
        <translation>Wofür keine Regel gilt</translation>
    </message>
    <message>
        <source>Most events</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>No cap</source>
        <translation>Keine Grenze</translation>
    </message>
    <message>
        <source>%1 · %2 · since %3</source>
        <translation>%1 · %2 · seit %3</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Lift the hold “%1”</source>
        <translation>Löschsperre „%1“ aufheben</translation>
    </message>
    <message>
        <source>The next run, within the hour, goes by the new rules</source>
        <translation>Der nächste Lauf, binnen einer Stunde, folgt den neuen Regeln</translation>
    </message>
    <message>
        <source>The hold is placed</source>
        <translation>Die Löschsperre ist gesetzt</translation>
    </message>
    <message>
        <source>Lift the hold “%1”?</source>
        <translation>Löschsperre „%1“ aufheben?</translation>
    </message>
    <message>
        <source>What it kept and is older than it is kept goes with the next run, within the hour.</source>
        <translation>Was sie bewahrt hat und zu alt ist, geht mit dem nächsten Lauf, binnen einer Stunde.</translation>
    </message>
    <message>
        <source>The hold is lifted</source>
        <translation>Die Löschsperre ist aufgehoben</translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <extracomment>%1: a number of events, %2: their size, such as 1.2 GB</extracomment>
        <translation>%1, etwa %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Most that they hold</source>
        <translation>Höchstens enthalten sie</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The rules are as they were</source>
        <translation>Die Regeln sind wie vorher</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RoleChecks</name>
    <message>
        <source>It allows more than your own role</source>
        <translation>Sie erlaubt mehr als Ihre eigene Rolle</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RoleDialog</name>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Add a role like %1</source>
        <translation>Rolle wie %1 hinzufügen</translation>
    </message>
    <message>
        <source>Add role</source>
        <translation>Rolle hinzufügen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Programs know the role by it; it never changes.</source>
        <translation>Daran erkennen Programme die Rolle; er ändert sich nie.</translation>
    </message>
    <message>
        <source>For programs: small letters, digits, _ and -. It never changes.</source>
        <translation>Für Programme: Kleinbuchstaben, Ziffern, _ und -. Er ändert sich nie.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>What it is for, for whoever gives it</source>
        <translation>Wozu sie dient, für alle, die sie geben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Another role has this name</source>
        <translation>Eine andere Rolle heißt schon so</translation>
    </message>
    <message>
        <source>A small letter, then small letters, digits, _ and -</source>
        <translation>Ein Kleinbuchstabe, dann Kleinbuchstaben, Ziffern, _ und -</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln characters, none of them invisible</source>
        <translation>
            <numerusform>Höchstens %Ln Zeichen, keines unsichtbar</numerusform>
            <numerusform>Höchstens %Ln Zeichen, keines unsichtbar</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RoleImpactView</name>
    <message>
        <source>What would this change</source>
        <translation>Was das ändern würde</translation>
    </message>
    <message>
        <source>From the next request</source>
        <translation>Ab der nächsten Anfrage</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weitere Person</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have it already as %1</source>
        <translation>
            <numerusform>%Ln hat es schon als %1</numerusform>
            <numerusform>%Ln haben es schon als %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keep it as %1</source>
        <translation>
            <numerusform>%Ln behält es als %1</numerusform>
            <numerusform>%Ln behalten es als %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people gain %1</source>
        <translation>
            <numerusform>%Ln Person gewinnt %1</numerusform>
            <numerusform>%Ln Personen gewinnen %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people lose %1</source>
        <translation>
            <numerusform>%Ln Person verliert %1</numerusform>
            <numerusform>%Ln Personen verlieren %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more permissions gained</source>
        <translation>
            <numerusform>%Ln weitere Berechtigung gewonnen</numerusform>
            <numerusform>%Ln weitere Berechtigungen gewonnen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more permissions lost</source>
        <translation>
            <numerusform>%Ln weitere Berechtigung verloren</numerusform>
            <numerusform>%Ln weitere Berechtigungen verloren</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has this role</source>
        <translation>Niemand hat diese Rolle</translation>
    </message>
    <message>
        <source>Whoever gets it has these permissions at once.</source>
        <translation>Wer sie bekommt, hat diese Berechtigungen sofort.</translation>
    </message>
    <message>
        <source>Nothing changes for %1</source>
        <translation>Für %1 ändert sich nichts</translation>
    </message>
    <message numerus="yes">
        <source>Nothing changes for %Ln people</source>
        <translation>
            <numerusform>Für %Ln Person ändert sich nichts</numerusform>
            <numerusform>Für %Ln Personen ändert sich nichts</numerusform>
        </translation>
    </message>
    <message>
        <source>Other roles allow the same</source>
        <translation>Andere Rollen erlauben dasselbe</translation>
    </message>
    <message>
        <source>This can’t be saved</source>
        <translation>Das lässt sich nicht speichern</translation>
    </message>
    <message>
        <source>Looking who would be concerned</source>
        <translation>Es wird gesucht, wen das betrifft</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RoleListModel</name>
    <message>
        <source>Built-in</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message numerus="yes">
        <source>%Ln built-in roles</source>
        <translation>
            <numerusform>%Ln eingebaute Rolle</numerusform>
            <numerusform>%Ln eingebaute Rollen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln own roles</source>
        <translation>
            <numerusform>%Ln eigene Rolle</numerusform>
            <numerusform>%Ln eigene Rollen</numerusform>
        </translation>
    </message>
    <message>
        <source>Inherits nothing</source>
        <translation>Erbt nichts</translation>
    </message>
    <message>
        <source>Inherits %1</source>
        <translation>Erbt %1</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln members</source>
        <translation>
            <numerusform>%Ln Mitglied</numerusform>
            <numerusform>%Ln Mitglieder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RoleMatrixModel</name>
    <message numerus="yes">
        <source>%1, %Ln permissions</source>
        <translation>
            <numerusform>%1, %Ln Berechtigung</numerusform>
            <numerusform>%1, %Ln Berechtigungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln differ</source>
        <translation>
            <numerusform>%Ln anders</numerusform>
            <numerusform>%Ln anders</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: %3 of %4</source>
        <translation>%1, %2: %3 von %4</translation>
    </message>
    <message>
        <source>%1: differs from %2</source>
        <translation>%1: anders als %2</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>geerbt</translation>
    </message>
    <message>
        <source>added, not saved</source>
        <translation>hinzugefügt, nicht gespeichert</translation>
    </message>
    <message>
        <source>removed, not saved</source>
        <translation>entfernt, nicht gespeichert</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Berechtigung</translation>
    </message>
    <message numerus="yes">
        <source>Permission, %Ln in all</source>
        <translation>
            <numerusform>Berechtigung, insgesamt %Ln</numerusform>
            <numerusform>Berechtigung, insgesamt %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Differs from %1</source>
        <translation>Anders als %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RolePane</name>
    <message>
        <source>Inherits</source>
        <translation>Erbt</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>Mitglied hinzufügen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Save role</source>
        <translation>Rolle speichern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>A built-in role stays as it is. Make one of your own that inherits from it.</source>
        <translation>Eine eingebaute Rolle bleibt, wie sie ist. Legen Sie eine eigene an, die von ihr erbt.</translation>
    </message>
    <message>
        <source>It allows more than your own role</source>
        <translation>Sie erlaubt mehr als Ihre eigene Rolle</translation>
    </message>
    <message>
        <source>Built-in role</source>
        <translation>Eingebaute Rolle</translation>
    </message>
    <message>
        <source>Changed %1 by %2</source>
        <translation>Geändert %1 von %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, of them %Ln inherited</source>
        <translation>
            <numerusform>%1, davon %Ln geerbt</numerusform>
            <numerusform>%1, davon %Ln geerbt</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Inherit from another role</source>
        <translation>Von einer anderen Rolle erben</translation>
    </message>
    <message>
        <source>Change title and description</source>
        <translation>Titel und Beschreibung ändern</translation>
    </message>
    <message>
        <source>Make a role of your own like this one</source>
        <translation>Eigene Rolle wie diese anlegen</translation>
    </message>
    <message>
        <source>Delete this role</source>
        <translation>Diese Rolle löschen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes</source>
        <translation>
            <numerusform>%Ln Änderung</numerusform>
            <numerusform>%Ln Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Kein Ende</translation>
    </message>
    <message>
        <source>Ends %1</source>
        <translation>Endet %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>Nobody has this role.</source>
        <translation>Niemand hat diese Rolle.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Save or discard what was changed first</source>
        <translation>Speichern oder verwerfen Sie zuerst die Änderungen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RolesDialog</name>
    <message>
        <source>Roles of %1</source>
        <translation>Rollen von %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change roles</source>
        <translation>Rollen ändern</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RolesPanel</name>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Add role</source>
        <translation>Rolle hinzufügen</translation>
    </message>
    <message>
        <source>Filter permissions</source>
        <translation>Berechtigungen filtern</translation>
    </message>
    <message>
        <source>Filter roles</source>
        <translation>Rollen filtern</translation>
    </message>
    <message>
        <source>Permissions of the role</source>
        <translation>Berechtigungen der Rolle</translation>
    </message>
    <message>
        <source>Permissions of the other roles</source>
        <translation>Berechtigungen der anderen Rollen</translation>
    </message>
    <message>
        <source>By action</source>
        <translation>Nach Aktion</translation>
    </message>
    <message>
        <source>By object</source>
        <translation>Nach Objekt</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>Inherited</source>
        <translation>Geerbt</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Entfernt</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Anders</translation>
    </message>
    <message>
        <source>Nothing is lost and the server keeps running.</source>
        <translation>Nichts ist verloren, und der Server läuft weiter.</translation>
    </message>
    <message>
        <source>Compare with no role</source>
        <translation>Nicht vergleichen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln differ from %1</source>
        <translation>
            <numerusform>%Ln anders als %1</numerusform>
            <numerusform>%Ln anders als %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with another role</source>
        <translation>Mit einer anderen Rolle vergleichen</translation>
    </message>
    <message>
        <source>Your own role lacks “%1”, so you can’t give it</source>
        <translation>Ihrer eigenen Rolle fehlt „%1“, also können Sie es nicht geben</translation>
    </message>
    <message numerus="yes">
        <source>Discard %Ln changes to %1?</source>
        <translation>
            <numerusform>%Ln Änderung an %1 verwerfen?</numerusform>
            <numerusform>%Ln Änderungen an %1 verwerfen?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are not saved yet.</source>
        <translation>Sie sind noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation>%1 wurde gespeichert.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 is as it was.</source>
        <translation>%1 ist wie zuvor.</translation>
    </message>
    <message>
        <source>It allows more than your own role</source>
        <translation>Sie erlaubt mehr als Ihre eigene Rolle</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Nobody has it.</source>
        <translation>Niemand hat sie.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln members lose it, and what it allows, at once.</source>
        <translation>
            <numerusform>%Ln Mitglied verliert sie und was sie erlaubt, sofort.</numerusform>
            <numerusform>%Ln Mitglieder verlieren sie und was sie erlaubt, sofort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete role</source>
        <translation>Rolle löschen</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 wurde gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes to %1</source>
        <translation>
            <numerusform>%Ln Änderung an %1</numerusform>
            <numerusform>%Ln Änderungen an %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RotateDialog</name>
    <message>
        <source>Rotate %1?</source>
        <translation>%1 erneuern?</translation>
    </message>
    <message>
        <source>Never longer than it would have: until %1</source>
        <translation>Nie länger als ohnehin: bis %1</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 Stunden</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Rotate key</source>
        <translation>Schlüssel erneuern</translation>
    </message>
    <message>
        <source>From now on requests are signed with another key pair. The pair of the rotation before stops at once.</source>
        <translation>Ab jetzt werden Anfragen mit einem anderen Schlüsselpaar signiert. Das Paar der Rotation davor gilt sofort nicht mehr.</translation>
    </message>
    <message>
        <source>From now on requests are signed with another key pair. Name, scopes and limits stay.</source>
        <translation>Ab jetzt werden Anfragen mit einem anderen Schlüsselpaar signiert. Name, Rechte und Grenzen bleiben.</translation>
    </message>
    <message>
        <source>Next public key</source>
        <translation>Nächster öffentlicher Schlüssel</translation>
    </message>
    <message>
        <source>The old key pair works on for</source>
        <translation>Das alte Schlüsselpaar gilt noch</translation>
    </message>
    <message>
        <source>A new key takes its place, shown once. The one of the rotation before stops at once.</source>
        <translation>An seine Stelle tritt ein neuer, einmal angezeigt. Der der Rotation davor gilt sofort nicht mehr.</translation>
    </message>
    <message>
        <source>A new key takes its place, shown once. Name, scopes and limits stay.</source>
        <translation>An seine Stelle tritt ein neuer, einmal angezeigt. Name, Rechte und Grenzen bleiben.</translation>
    </message>
    <message>
        <source>The old key works on for</source>
        <translation>Der alte Schlüssel gilt noch</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RuleBar</name>
    <message>
        <source>%L1, the rule fires at %L2</source>
        <translation>%L1, die Regel schlägt bei %L2 an</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RuleDialog</name>
    <message>
        <source>Add rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>What it finds</source>
        <translation>Was sie findet</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Upper and lower case differ</source>
        <translation>Groß- und Kleinschreibung zählt</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Must find, a line each</source>
        <translation>Muss finden, je eine Zeile</translation>
    </message>
    <message>
        <source>Must let pass, a line each</source>
        <translation>Muss durchlassen, je eine Zeile</translation>
    </message>
    <message>
        <source>Tried before the rule is saved. It observes until you let it block.</source>
        <translation>Wird vor dem Speichern geprüft. Sie beobachtet, bis Sie sie blockieren lassen.</translation>
    </message>
    <message>
        <source>Give it a name of 1 to 80 characters.</source>
        <translation>Geben Sie ihr einen Namen mit 1 bis 80 Zeichen.</translation>
    </message>
    <message>
        <source>This can’t be looked for: an expression that is wrong, too long, or finds the empty text.</source>
        <translation>Danach kann nicht gesucht werden: ein Ausdruck, der falsch oder zu lang ist oder den leeren Text findet.</translation>
    </message>
    <message>
        <source>A line does not come out as it shall</source>
        <translation>Eine Zeile ergibt nicht, was sie soll</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RuleFrame</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RulesDialog</name>
    <message>
        <source>How long events are kept</source>
        <translation>Wie lange Ereignisse bleiben</translation>
    </message>
    <message>
        <source>Most events</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>Beyond it the oldest go, but none of the last seven days. 0: no cap.</source>
        <translation>Darüber gehen die ältesten, aber keines der letzten sieben Tage. 0: keine Grenze.</translation>
    </message>
    <message>
        <source>Show what goes</source>
        <translation>Zeigen, was geht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>This is no whole number.</source>
        <translation>Das ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Zählt…</translation>
    </message>
    <message>
        <source>Would go at once: %1. Holds keep %2.</source>
        <translation>Ginge sofort: %1. Löschsperren bewahren %2.</translation>
    </message>
    <message>
        <source>Would go at once: %1.</source>
        <translation>Ginge sofort: %1.</translation>
    </message>
    <message>
        <source>1 to 36,500 days.</source>
        <translation>1 bis 36.500 Tage.</translation>
    </message>
    <message>
        <source>0 for no cap, or at least 10,000.</source>
        <translation>0 für keine Grenze oder mindestens 10.000.</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Regel hinzufügen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Takes the last step back (Ctrl+Z)</source>
        <translation>Nimmt den letzten Schritt zurück (Strg+Z)</translation>
    </message>
    <message>
        <source>Most megabytes</source>
        <translation>Höchstens Megabyte</translation>
    </message>
    <message>
        <source>Of what events hold. Beyond it the oldest of the lowest severity go first. 0: no cap.</source>
        <translation>Was Ereignisse enthalten. Darüber hinaus gehen zuerst die ältesten mit der geringsten Schwere. 0: keine Grenze.</translation>
    </message>
    <message>
        <source>0 for no cap, or at least 10.</source>
        <translation>0 für keine Grenze, oder mindestens 10.</translation>
    </message>
    <message>
        <source>This stands there twice.</source>
        <translation>Das steht zweimal da.</translation>
    </message>
    <message>
        <source>There is no such kind of event or family.</source>
        <translation>Eine solche Art von Ereignis oder Familie gibt es nicht.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RulesTable</name>
    <message>
        <source>Kind of event</source>
        <translation>Art des Ereignisses</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Festgelegt von</translation>
    </message>
    <message>
        <source>Name, word or family</source>
        <translation>Name, Wort oder Familie</translation>
    </message>
    <message>
        <source>What no rule is for</source>
        <translation>Wofür keine Regel gilt</translation>
    </message>
    <message>
        <source>the new rule</source>
        <translation>die neue Regel</translation>
    </message>
    <message>
        <source>Days that %1 is kept</source>
        <translation>Tage, die aufbewahrt wird: %1</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Noch nicht gespeichert</translation>
    </message>
    <message>
        <source>Take away: %1</source>
        <translation>Wegnehmen: %1</translation>
    </message>
    <message>
        <source>Days, where no rule says otherwise</source>
        <translation>Tage, wo keine Regel anderes sagt</translation>
    </message>
    <message>
        <source>Choose what this rule is for.</source>
        <translation>Wählen Sie, wofür diese Regel gilt.</translation>
    </message>
    <message>
        <source>There is no such kind of event or family.</source>
        <translation>Eine solche Art von Ereignis oder Familie gibt es nicht.</translation>
    </message>
    <message>
        <source>There is a rule for it above.</source>
        <translation>Dafür gibt es oben schon eine Regel.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ScanPage</name>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Scan with any authenticator app</source>
        <translation>Mit einer beliebigen Authenticator-App scannen</translation>
    </message>
    <message>
        <source>QR code for the authenticator app</source>
        <translation>QR-Code für die Authenticator-App</translation>
    </message>
    <message>
        <source>Can’t scan? Type this key</source>
        <translation>Scannen geht nicht? Tippen Sie diesen Schlüssel</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>Schlüssel kopieren</translation>
    </message>
    <message>
        <source>Time-based, 6 digits, every 30 s. Copied text is cleared after 30 s.</source>
        <translation>Zeitbasiert, 6 Ziffern, alle 30 s. Kopierter Text wird nach 30 s geleert.</translation>
    </message>
    <message>
        <source>Enter the 6 digits that the app shows</source>
        <translation>Geben Sie die 6 Ziffern ein, die die App zeigt</translation>
    </message>
    <message>
        <source>The app’s next code comes in %1 s</source>
        <translation>Der nächste Code der App kommt in %1 s</translation>
    </message>
    <message>
        <source>The app will list this as “%1”, for %2.</source>
        <translation>Die App wird dies als „%1“ führen, für %2.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ScopeChecks</name>
    <message>
        <source>The owner holds no permission that you may give.</source>
        <translation>Der Besitzer hat kein Recht, das Sie vergeben dürfen.</translation>
    </message>
    <message>
        <source>The owner does not hold this now: the key cannot do it.</source>
        <translation>Der Besitzer hat dieses Recht jetzt nicht: Der Schlüssel kann es nicht.</translation>
    </message>
    <message>
        <source>Search scopes</source>
        <translation>Rechte suchen</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Everything that only reads</source>
        <translation>Alles, was nur liest</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Everything about records, nothing else</source>
        <translation>Alles zu Datensätzen, sonst nichts</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>No scope matches</source>
        <translation>Kein Recht passt</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 von %L2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ScoreBar</name>
    <message>
        <source>Score %1, blocks at %2</source>
        <translation>Punktzahl %1, blockiert ab %2</translation>
    </message>
    <message>
        <source>Blocks at %1</source>
        <translation>Blockiert ab %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SearchDialog</name>
    <message>
        <source>Change search</source>
        <translation>Suche ändern</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>Suche speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Times such as since:1h are reckoned anew each time.</source>
        <translation>Zeiten wie since:1h zählen jedes Mal neu.</translation>
    </message>
    <message>
        <source>With the columns of the list</source>
        <translation>Mit den Spalten der Liste</translation>
    </message>
    <message>
        <source>For everybody who may read events</source>
        <translation>Für alle, die Ereignisse lesen dürfen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>As many searches are kept as there may be. Delete one first.</source>
        <translation>Mehr Suchen werden nicht aufgehoben. Löschen Sie erst eine.</translation>
    </message>
    <message>
        <source>There is a search of this name.</source>
        <translation>Eine Suche dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Give it a name of 1 to 60 characters.</source>
        <translation>Geben Sie ihr einen Namen von 1 bis 60 Zeichen.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SearchField</name>
    <message>
        <source>Search or run a command</source>
        <translation>Suchen oder ausführen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SearchesDialog</name>
    <message>
        <source>Saved searches</source>
        <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Wem</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Mine, shared</source>
        <extracomment>%1: who shares a search</extracomment>
        <translation>Meine, geteilt</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Meine</translation>
    </message>
    <message>
        <source>Shared by %1</source>
        <translation>Geteilt von %1</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>Nobody has it any more. The events stay.</source>
        <translation>Niemand hat sie mehr. Die Ereignisse bleiben.</translation>
    </message>
    <message>
        <source>The events that it finds stay.</source>
        <translation>Die Ereignisse, die sie findet, bleiben.</translation>
    </message>
    <message>
        <source>Choose a search first</source>
        <translation>Wählen Sie zuerst eine Suche</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SensitivePart</name>
    <message>
        <source>Sensitive</source>
        <translation>Vertrauliche Werte</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>Show with your code</source>
        <translation>Mit Ihrem Code zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Hidden again in %Ln s.</source>
        <translation>
            <numerusform>Wieder verborgen in %Ln s.</numerusform>
            <numerusform>Wieder verborgen in %Ln s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shown for %Ln s. Each showing is recorded.</source>
        <translation>
            <numerusform>Wird %Ln s gezeigt. Jedes Zeigen wird aufgezeichnet.</numerusform>
            <numerusform>Wird %Ln s gezeigt. Jedes Zeigen wird aufgezeichnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: hidden</source>
        <translation>%1: verborgen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>It stays on the clipboard for 30 s</source>
        <translation>Bleibt 30 s in der Zwischenablage</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ServiceAccountsPanel</name>
    <message>
        <source>Service accounts</source>
        <translation>Dienstkonten</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Add account (Ctrl+N)</source>
        <translation>Konto hinzufügen (Strg+N)</translation>
    </message>
    <message>
        <source>Filter accounts</source>
        <translation>Konten filtern</translation>
    </message>
    <message>
        <source>Filter service accounts by name</source>
        <translation>Dienstkonten nach Namen filtern</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Loading service accounts</source>
        <translation>Dienstkonten werden geladen</translation>
    </message>
    <message>
        <source>No account matches</source>
        <translation>Kein Konto passt</translation>
    </message>
    <message>
        <source>No service account has this text in its name.</source>
        <translation>Kein Dienstkonto hat diesen Text im Namen.</translation>
    </message>
    <message>
        <source>No service accounts yet</source>
        <translation>Noch keine Dienstkonten</translation>
    </message>
    <message>
        <source>A service account is who a program is: it has roles and API keys, but no password, and it stays when people leave.</source>
        <translation>Ein Dienstkonto steht für ein Programm: Es hat Rollen und API-Schlüssel, aber kein Passwort, und es bleibt, wenn Menschen gehen.</translation>
    </message>
    <message>
        <source>Nothing is lost, and the keys keep working.</source>
        <translation>Nichts ist verloren, und die Schlüssel gelten weiter.</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>Disable %1?</source>
        <translation>%1 deaktivieren?</translation>
    </message>
    <message>
        <source>Its keys are refused from the next request on, until you enable it again.</source>
        <translation>Seine Schlüssel werden ab der nächsten Anfrage abgelehnt, bis Sie es wieder aktivieren.</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message>
        <source>%1 enabled</source>
        <translation>%1 aktiviert</translation>
    </message>
    <message>
        <source>%1 disabled</source>
        <translation>%1 deaktiviert</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its keys still work; they stop at once. It cannot be undone.</source>
        <translation>
            <numerusform>%Ln Schlüssel davon gilt noch; er endet sofort. Das lässt sich nicht rückgängig machen.</numerusform>
            <numerusform>%Ln Schlüssel davon gelten noch; sie enden sofort. Das lässt sich nicht rückgängig machen.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has no key that works. It cannot be undone.</source>
        <translation>Es hat keinen gültigen Schlüssel. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Create key…</source>
        <translation>Schlüssel erstellen…</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>Deaktivieren…</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Ein Konto anlegen</translation>
    </message>
    <message>
        <source>Name it after the program, such as “Lab gateway”</source>
        <translation>Nach dem Programm benannt, etwa „Laborgateway“</translation>
    </message>
    <message>
        <source>Give it a role</source>
        <translation>Ihm eine Rolle geben</translation>
    </message>
    <message>
        <source>As little as it needs</source>
        <translation>So wenig, wie es braucht</translation>
    </message>
    <message>
        <source>Create a key</source>
        <translation>Einen Schlüssel erstellen</translation>
    </message>
    <message>
        <source>Shown once, and it ends by itself</source>
        <translation>Wird einmal gezeigt und läuft von selbst ab</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SessionsModel</name>
    <message>
        <source>Shown</source>
        <translation>Vorgelegt</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Nicht vorgelegt</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>MFA</source>
        <translation>MFA</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Angemeldet</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Zuletzt benutzt</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Endet</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Dieses Fenster</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Dieser Computer</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SessionsPanel</name>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>End all</source>
        <translation>Alle beenden</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>Sitzung beenden</translation>
    </message>
    <message>
        <source>Ends the selected sessions (Delete)</source>
        <translation>Beendet die ausgewählten Sitzungen (Entf)</translation>
    </message>
    <message>
        <source>Filter sessions</source>
        <translation>Sitzungen filtern</translation>
    </message>
    <message>
        <source>Filter sessions by user, address or program</source>
        <translation>Sitzungen nach Benutzer, Adresse oder Programm filtern</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Loading sessions</source>
        <translation>Sitzungen werden geladen</translation>
    </message>
    <message>
        <source>No session matches</source>
        <translation>Keine Sitzung passt</translation>
    </message>
    <message>
        <source>No user, address or program has this text.</source>
        <translation>Kein Benutzer, keine Adresse und kein Programm hat diesen Text.</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Niemand ist angemeldet</translation>
    </message>
    <message>
        <source>Who signs in over HTTPS or at the console stands here until the session ends.</source>
        <translation>Wer sich über HTTPS oder an der Konsole anmeldet, steht hier, bis die Sitzung endet.</translation>
    </message>
    <message>
        <source>Nothing is lost and the server keeps running.</source>
        <translation>Nichts ist verloren, und der Server läuft weiter.</translation>
    </message>
    <message>
        <source>Show user</source>
        <translation>Benutzer zeigen</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Ereignisse zeigen</translation>
    </message>
    <message>
        <source>End session…</source>
        <translation>Sitzung beenden …</translation>
    </message>
    <message>
        <source>End this session of %1?</source>
        <translation>Diese Sitzung von %1 beenden?</translation>
    </message>
    <message numerus="yes">
        <source>End %Ln sessions?</source>
        <translation>
            <numerusform>%Ln Sitzung beenden?</numerusform>
            <numerusform>%Ln Sitzungen beenden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Its tokens stop at once. Whoever used it can sign in again.</source>
        <translation>Ihre Token gelten sofort nicht mehr. Wer sie benutzt hat, kann sich neu anmelden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the selected rows were not loaded yet and stay.</source>
        <translation>
            <numerusform>%Ln der ausgewählten Zeilen war noch nicht geladen und bleibt.</numerusform>
            <numerusform>%Ln der ausgewählten Zeilen waren noch nicht geladen und bleiben.</numerusform>
        </translation>
    </message>
    <message>
        <source>End sessions</source>
        <translation>Sitzungen beenden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions ended</source>
        <translation>
            <numerusform>%Ln Sitzung beendet</numerusform>
            <numerusform>%Ln Sitzungen beendet</numerusform>
        </translation>
    </message>
    <message>
        <source>End everybody&apos;s sessions?</source>
        <translation>Die Sitzungen aller beenden?</translation>
    </message>
    <message>
        <source>Signs everybody out but you and those who may do more</source>
        <translation>Meldet alle ab außer Ihnen und denen, die mehr dürfen</translation>
    </message>
    <message>
        <source>Everybody but you and those who may do more is signed out at once, on every device, and can sign in again.</source>
        <translation>Alle außer Ihnen und denen, die mehr dürfen, werden sofort auf jedem Gerät abgemeldet und können sich neu anmelden.</translation>
    </message>
    <message>
        <source>Choose a session first</source>
        <translation>Wählen Sie zuerst eine Sitzung</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SettingField</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset “%1”</source>
        <translation>„%1“ zurücksetzen</translation>
    </message>
    <message>
        <source>Default %1</source>
        <translation>Standard %1</translation>
    </message>
    <message>
        <source>Needs a restart</source>
        <translation>Braucht Neustart</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SettingValue</name>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>%1: a number of requests, %2: a length of time</extracomment>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SettingsForm</name>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation>Nicht gespeichert. %1</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln Änderung</numerusform>
            <numerusform>%Ln Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct the marked fields, then apply.</source>
        <translation>Berichtigen Sie die markierten Felder, dann wenden Sie an.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln need(s) a restart</source>
        <extracomment>%1: “2 changes”</extracomment>
        <translation>
            <numerusform>%1, %Ln braucht einen Neustart</numerusform>
            <numerusform>%1, %Ln brauchen einen Neustart</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 instead of %3</source>
        <extracomment>%1: a setting, %2: its new value, %3: its old one</extracomment>
        <translation>%1: %2 statt %3</translation>
    </message>
    <message>
        <source>%1, with a restart</source>
        <translation>%1, mit Neustart</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct what is marked first</source>
        <translation>Berichtigen Sie zuerst, was markiert ist</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SettingsIndex</name>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>Gruppen von Einstellungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed from the default</source>
        <translation>
            <numerusform>%Ln vom Standard abweichend</numerusform>
            <numerusform>%Ln vom Standard abweichend</numerusform>
        </translation>
    </message>
    <message>
        <source>not applied</source>
        <translation>nicht angewendet</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Other computers will reach the server at this address.</source>
        <translation>Andere Rechner erreichen den Server unter dieser Adresse.</translation>
    </message>
    <message>
        <source>Open the server to other computers?</source>
        <translation>Den Server für andere Rechner öffnen?</translation>
    </message>
    <message>
        <source>With the address %1 every computer that reaches this one can send requests to the server. Sign-in, roles and limits stay in force.</source>
        <translation>Mit der Adresse %1 kann jeder Rechner, der diesen erreicht, Anfragen an den Server senden. Anmeldung, Rollen und Limits gelten weiter.</translation>
    </message>
    <message>
        <source>Open server</source>
        <translation>Server öffnen</translation>
    </message>
    <message>
        <source>The settings were saved.</source>
        <translation>Die Einstellungen wurden gespeichert.</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Which settings</source>
        <translation>Welche Einstellungen</translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation>Alle Einstellungen zeigen</translation>
    </message>
    <message>
        <source>No setting matches</source>
        <translation>Keine Einstellung passt</translation>
    </message>
    <message>
        <source>Titles, helps and keys such as server.port are searched.</source>
        <translation>Gesucht wird in Titeln, Hilfen und Schlüsseln wie server.port.</translation>
    </message>
    <message>
        <source>Last changed %1 by %2</source>
        <extracomment>%1: a day, %2: a name</extracomment>
        <translation>Zuletzt geändert am %1 von %2</translation>
    </message>
    <message>
        <source>All %L1</source>
        <translation>Alle %L1</translation>
    </message>
    <message>
        <source>Changed %L1</source>
        <translation>Geändert %L1</translation>
    </message>
    <message>
        <source>Not applied %L1</source>
        <translation>Nicht angewendet %L1</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>MiB</translation>
    </message>
    <message>
        <source>This desktop has no tray: nothing is shown.</source>
        <translation>Dieser Desktop hat keine Taskleiste für Symbole: Es wird nichts gezeigt.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ShellMenus</name>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Appearance: %1</source>
        <extracomment>%1: Light, Dark or Like the system</extracomment>
        <translation>Darstellung: %1</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Englisch</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Deutsch</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Französisch</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <extracomment>%1: a language by its own name</extracomment>
        <translation>Sprache: %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SignInScreen</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>Die Feststelltaste ist an</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Bei %1 anmelden</translation>
    </message>
    <message>
        <source>With your own account</source>
        <translation>Mit Ihrem eigenen Konto</translation>
    </message>
    <message>
        <source>Confirm that it is you</source>
        <translation>Bestätigen Sie, dass Sie es sind</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>E-Mail-Adresse</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Enter the 6 digits that the app shows</source>
        <translation>Geben Sie die 6 Ziffern ein, die die App zeigt</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Wiederherstellungscode</translation>
    </message>
    <message>
        <source>Each code works once</source>
        <translation>Jeder Code gilt einmal</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung läuft</translation>
    </message>
    <message>
        <source>Use the authenticator app</source>
        <translation>Authenticator-App verwenden</translation>
    </message>
    <message>
        <source>Use a recovery code</source>
        <translation>Wiederherstellungscode verwenden</translation>
    </message>
    <message>
        <source>Use another account</source>
        <translation>Anderes Konto verwenden</translation>
    </message>
    <message>
        <source>Lock the vault</source>
        <translation>Tresor sperren</translation>
    </message>
    <message>
        <source>Enter your e-mail address</source>
        <translation>Geben Sie Ihre E-Mail-Adresse ein</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again to go on.</source>
        <translation>Ihre Sitzung ist beendet. Melden Sie sich wieder an.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SignatureLab</name>
    <message>
        <source>All fields are there and can be read</source>
        <translation>Alle Felder sind da und lesbar</translation>
    </message>
    <message>
        <source>The key may sign</source>
        <translation>Der Schlüssel darf signieren</translation>
    </message>
    <message>
        <source>Everything that must be signed is</source>
        <translation>Alles, was signiert sein muss, ist es</translation>
    </message>
    <message>
        <source>Right for the server’s clock now</source>
        <translation>Passt jetzt zur Uhr des Servers</translation>
    </message>
    <message>
        <source>It fits this request</source>
        <translation>Sie passt zu dieser Anfrage</translation>
    </message>
    <message>
        <source>It fits the body</source>
        <translation>Sie passt zum Inhalt</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>What is signed</source>
        <translation>Was signiert ist</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signatur</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Prüfsumme</translation>
    </message>
    <message>
        <source>Not needed: the signature covers the body</source>
        <translation>Nicht nötig: Die Signatur umfasst den Inhalt</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Nicht gefragt</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SignatureLabPanel</name>
    <message>
        <source>Signature lab</source>
        <translation>Signaturlabor</translation>
    </message>
    <message>
        <source>Request, as it was sent</source>
        <translation>Anfrage, wie sie gesendet wurde</translation>
    </message>
    <message>
        <source>Paste it from curl -v or a log: first line, headers, an empty line, the body</source>
        <translation>Aus curl -v oder einem Protokoll einfügen: erste Zeile, Kopfzeilen, eine Leerzeile, der Inhalt</translation>
    </message>
    <message>
        <source>If you know it: it is compared line by line</source>
        <translation>Falls bekannt: Er wird Zeile für Zeile verglichen</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>That is no HTTP request: the first line must be like GET /api/signed HTTP/1.1</source>
        <translation>Das ist keine HTTP-Anfrage: Die erste Zeile muss wie GET /api/signed HTTP/1.1 aussehen</translation>
    </message>
    <message>
        <source>Nothing was let in or changed.</source>
        <translation>Nichts wurde eingelassen oder geändert.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>What the client signed</source>
        <translation>Was der Client signiert hat</translation>
    </message>
    <message>
        <source>Paste a request first</source>
        <translation>Fügen Sie zuerst eine Anfrage ein</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SigningKeyBox</name>
    <message>
        <source>Key that signs access tokens</source>
        <translation>Schlüssel, der Zugriffstoken signiert</translation>
    </message>
    <message>
        <source>New signing key…</source>
        <translation>Neuer Signaturschlüssel …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln retired keys still verify older tokens.</source>
        <translation>
            <numerusform>%Ln abgelöster Schlüssel prüft noch ältere Token.</numerusform>
            <numerusform>%Ln abgelöste Schlüssel prüfen noch ältere Token.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a new signing key?</source>
        <translation>Einen neuen Signaturschlüssel erstellen?</translation>
    </message>
    <message>
        <source>It signs from now on. Tokens of the old key stay good until they are over; programs that check tokens themselves fetch the new key by its id.</source>
        <translation>Er signiert ab jetzt. Token des alten Schlüssels gelten bis zu ihrem Ende; Programme, die Token selbst prüfen, holen den neuen Schlüssel anhand seiner Kennung.</translation>
    </message>
    <message>
        <source>Make new key</source>
        <translation>Neuen Schlüssel erstellen</translation>
    </message>
    <message>
        <source>A new key signs access tokens.</source>
        <translation>Ein neuer Schlüssel signiert die Zugriffstoken.</translation>
    </message>
    <message>
        <source>%1, made: %2. A new one is made every 90 days.</source>
        <translation>%1, erstellt: %2. Alle 90 Tage entsteht ein neuer.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SimulatorPanel</name>
    <message>
        <source>Simulator</source>
        <translation>Simulator</translation>
    </message>
    <message>
        <source>Answers as you edit</source>
        <translation>Antwortet beim Bearbeiten</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Save as test</source>
        <translation>Als Test speichern</translation>
    </message>
    <message>
        <source>People and what they may do</source>
        <translation>Personen und was sie dürfen</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>What can %1 do</source>
        <translation>Was darf %1</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Who can do this</source>
        <translation>Wer das darf</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people, same time and address</source>
        <translation>
            <numerusform>%Ln Person, gleiche Zeit und Adresse</numerusform>
            <numerusform>%Ln Personen, gleiche Zeit und Adresse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people on %1, same time and address</source>
        <translation>
            <numerusform>%Ln Person an %1, gleiche Zeit und Adresse</numerusform>
            <numerusform>%Ln Personen an %1, gleiche Zeit und Adresse</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 allowed, %2 refused</source>
        <translation>%1 erlaubt, %2 verweigert</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>Some, as policies say</source>
        <translation>Manche, je nach Richtlinien</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>By “%1”</source>
        <translation>Durch „%1“</translation>
    </message>
    <message>
        <source>%1 of %2 permissions can be used, all or in part</source>
        <translation>%1 von %2 Berechtigungen können ganz oder teilweise benutzt werden</translation>
    </message>
    <message>
        <source>%1 of %2 active users may</source>
        <translation>%1 von %2 aktiven Benutzern dürfen es</translation>
    </message>
    <message>
        <source>By roles alone</source>
        <translation>Durch Rollen allein</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more</source>
        <translation>
            <numerusform>Und %Ln weiterer</numerusform>
            <numerusform>Und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody may.</source>
        <translation>Niemand darf es.</translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation>Der Befehl ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>There is no policy yet whose test it could be.</source>
        <translation>Es gibt noch keine Richtlinie, deren Test es sein könnte.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who and what they do</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It is a test of “%1” now, with this outcome.</source>
        <translation>Es ist nun ein Test von „%1“, mit diesem Ergebnis.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::StageFact</name>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 of %2 left in %3</source>
        <translation>%1/%2 frei in %3</translation>
    </message>
    <message>
        <source>No permission needed</source>
        <translation>Keine Berechtigung nötig</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: roles, %2: what is asked for, as in “Viewer: Change users”</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, direct</source>
        <translation>%1, direkt</translation>
    </message>
    <message>
        <source>No such route</source>
        <translation>Keine solche Route</translation>
    </message>
    <message>
        <source>Not limited</source>
        <translation>Nicht begrenzt</translation>
    </message>
    <message>
        <source>As %1</source>
        <translation>Als %1</translation>
    </message>
    <message>
        <source>Public route</source>
        <translation>Öffentliche Route</translation>
    </message>
    <message>
        <source>No valid credential</source>
        <translation>Kein gültiger Nachweis</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Nicht nötig</translation>
    </message>
    <message>
        <source>Code accepted</source>
        <translation>Code angenommen</translation>
    </message>
    <message>
        <source>Second factor shown earlier</source>
        <translation>Zweiter Faktor schon gezeigt</translation>
    </message>
    <message>
        <source>No second factor shown</source>
        <translation>Kein zweiter Faktor gezeigt</translation>
    </message>
    <message>
        <source>Parameters after ? that this route does not take</source>
        <translation>Parameter nach ?, die diese Route nicht nimmt</translation>
    </message>
    <message>
        <source>No body</source>
        <translation>Kein Inhalt</translation>
    </message>
    <message>
        <source>As %1 asks</source>
        <translation>Wie %1 es verlangt</translation>
    </message>
    <message>
        <source>Not as %1 asks</source>
        <translation>Nicht wie %1 es verlangt</translation>
    </message>
    <message>
        <source>Within the limit</source>
        <translation>Innerhalb der Grenze</translation>
    </message>
    <message>
        <source>Key “%1” of %2</source>
        <translation>Schlüssel „%1“ von %2</translation>
    </message>
    <message>
        <source>%1 s behind the server’s clock; %2 s are allowed</source>
        <translation>%1 s hinter der Uhr des Servers; erlaubt sind %2 s</translation>
    </message>
    <message>
        <source>%1 s ahead of the server’s clock; %2 s are allowed</source>
        <translation>%1 s vor der Uhr des Servers; erlaubt sind %2 s</translation>
    </message>
    <message>
        <source>Signed with key “%1” of %2</source>
        <translation>Signiert mit dem Schlüssel „%1“ von %2</translation>
    </message>
    <message>
        <source>Not signed: %1</source>
        <translation>Nicht signiert: %1</translation>
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation>Nichts ist überfällig</translation>
    </message>
    <message>
        <source>Due by %1</source>
        <translation>Fällig am %1</translation>
    </message>
    <message>
        <source>%1, by the proxy %2</source>
        <translation>%1, laut Proxy %2</translation>
    </message>
    <message>
        <source>%1: what the proxy says of its client cannot be used</source>
        <translation>%1: was der Proxy von seinem Client sagt, ist nicht brauchbar</translation>
    </message>
    <message>
        <source>On no list</source>
        <translation>Auf keiner Liste</translation>
    </message>
    <message>
        <source>Always let in</source>
        <translation>Immer zugelassen</translation>
    </message>
    <message>
        <source>On the block list</source>
        <translation>Auf der Sperrliste</translation>
    </message>
    <message>
        <source>Banned until %1</source>
        <translation>Gesperrt bis %1</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Gefahrenwert %1</translation>
    </message>
    <message>
        <source>Score %1; waited %2 ms, request %3 of this address</source>
        <translation>Gefahrenwert %1; hat %2 ms gewartet, Anfrage %3 dieser Adresse</translation>
    </message>
    <message>
        <source>Score %1; would have waited %2 ms, request %3 of this address</source>
        <translation>Gefahrenwert %1; hätte %2 ms gewartet, Anfrage %3 dieser Adresse</translation>
    </message>
    <message>
        <source>Nothing that looks like an attack</source>
        <translation>Nichts, was wie ein Angriff aussieht</translation>
    </message>
    <message>
        <source>No long body</source>
        <translation>Kein langer Inhalt</translation>
    </message>
    <message>
        <source>Score %1 of %2</source>
        <extracomment>%1: points that were found, %2: from how many on a request is stopped</extracomment>
        <translation>Punktzahl %1 von %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::StagesView</name>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>Every stage</source>
        <translation>Jede Stufe</translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <translation>
            <numerusform>%Ln entfernt</numerusform>
            <numerusform>%Ln entfernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decoded</source>
        <translation>
            <numerusform>%Ln entschlüsselt</numerusform>
            <numerusform>%Ln entschlüsselt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::StatusStrip</name>
    <message>
        <source>Server stopped</source>
        <translation>Server gestoppt</translation>
    </message>
    <message>
        <source>Server starting</source>
        <translation>Server startet</translation>
    </message>
    <message>
        <source>Server running</source>
        <translation>Server läuft</translation>
    </message>
    <message>
        <source>Server stopping</source>
        <translation>Server stoppt</translation>
    </message>
    <message>
        <source>Server could not start</source>
        <translation>Server konnte nicht starten</translation>
    </message>
    <message>
        <source>Copy the address %1</source>
        <translation>Adresse %1 kopieren</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Copy the certificate&apos;s fingerprint %1</source>
        <translation>Fingerabdruck %1 des Zertifikats kopieren</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint of the certificate. Click to copy.</source>
        <translation>SHA-256-Fingerabdruck des Zertifikats. Klicken kopiert.</translation>
    </message>
    <message>
        <source>requests/s</source>
        <translation>Anfragen/s</translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation>Niemand angemeldet</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>Server starten</translation>
    </message>
    <message>
        <source>Stop server</source>
        <translation>Server stoppen</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new notice(s)</source>
        <translation>
            <numerusform>%Ln neuer Hinweis</numerusform>
            <numerusform>%Ln neue Hinweise</numerusform>
        </translation>
    </message>
    <message>
        <source>Role: %1</source>
        <extracomment>%1: the roles of who is signed in</extracomment>
        <translation>Rolle: %1</translation>
    </message>
    <message>
        <source>Notices (%L1 new)…</source>
        <translation>Hinweise (%L1 neu) …</translation>
    </message>
    <message>
        <source>Notices…</source>
        <translation>Hinweise …</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Passwort ändern…</translation>
    </message>
    <message>
        <source>Second factor…</source>
        <translation>Zweiter Faktor…</translation>
    </message>
    <message>
        <source>Unlock the vault first</source>
        <translation>Entsperren Sie zuerst den Tresor</translation>
    </message>
    <message>
        <source>Sign in first</source>
        <translation>Melden Sie sich zuerst an</translation>
    </message>
    <message>
        <source>The server runs already</source>
        <translation>Der Server läuft schon</translation>
    </message>
    <message>
        <source>The server doesn’t run</source>
        <translation>Der Server läuft nicht</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::StepRow</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::StepUpDialog</name>
    <message>
        <source>Confirm that it is you</source>
        <translation>Bestätigen Sie, dass Sie es sind</translation>
    </message>
    <message>
        <source>Code of your authenticator app</source>
        <translation>Code Ihrer Authenticator-App</translation>
    </message>
    <message>
        <source>What you are about to do needs a code from the last minutes.</source>
        <translation>Was Sie vorhaben, braucht einen Code aus den letzten Minuten.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::StrengthMeter</name>
    <message>
        <source>Very easy to guess</source>
        <translation>Sehr leicht zu erraten</translation>
    </message>
    <message>
        <source>Easy to guess</source>
        <translation>Leicht zu erraten</translation>
    </message>
    <message>
        <source>Takes some effort to guess</source>
        <translation>Mit einiger Mühe zu erraten</translation>
    </message>
    <message>
        <source>Hard to guess</source>
        <translation>Schwer zu erraten</translation>
    </message>
    <message>
        <source>Very hard to guess</source>
        <translation>Sehr schwer zu erraten</translation>
    </message>
    <message>
        <source>Several words that don&apos;t belong together are best</source>
        <translation>Am besten sind mehrere Wörter, die nicht zusammengehören</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::TesterView</name>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>Tester</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Runs as you type</source>
        <translation>Läuft beim Tippen</translation>
    </message>
    <message>
        <source>Paste or type a request: method and path, headers, an empty line, a body. Or a single value.</source>
        <translation>Eine Anfrage einfügen oder tippen: Methode und Pfad, Kopfzeilen, eine leere Zeile, ein Inhalt. Oder ein einzelner Wert.</translation>
    </message>
    <message>
        <source>Request to test</source>
        <translation>Zu prüfende Anfrage</translation>
    </message>
    <message>
        <source>Every stage</source>
        <translation>Jede Stufe</translation>
    </message>
    <message>
        <source>as the server decodes it</source>
        <translation>wie der Server sie entschlüsselt</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>This is no request that could be sent</source>
        <translation>Das ist keine Anfrage, die gesendet werden könnte</translation>
    </message>
    <message>
        <source>Tokens %1</source>
        <translation>Teile %1</translation>
    </message>
    <message>
        <source>Strictness %1 of 4</source>
        <translation>Strenge %1 von 4</translation>
    </message>
    <message>
        <source>Nothing was tested yet</source>
        <translation>Noch nichts geprüft</translation>
    </message>
    <message>
        <source>%1, rule “%2”</source>
        <translation>%1, Regel „%2“</translation>
    </message>
    <message>
        <source>Blocked, score %1 of %2</source>
        <translation>Blockiert, Punktzahl %1 von %2</translation>
    </message>
    <message>
        <source>Noticed and let pass, score %1 of %2</source>
        <translation>Bemerkt und durchgelassen, Punktzahl %1 von %2</translation>
    </message>
    <message>
        <source>Passes, detection is off</source>
        <translation>Kommt durch, Erkennung ist aus</translation>
    </message>
    <message>
        <source>Passes, score %1 of %2</source>
        <translation>Kommt durch, Punktzahl %1 von %2</translation>
    </message>
    <message>
        <source>Nothing found in %1</source>
        <translation>Nichts gefunden in %1</translation>
    </message>
    <message>
        <source>Never looked at: %1</source>
        <translation>Nie geprüft: %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::TestsDialog</name>
    <message>
        <source>Tests of %1</source>
        <translation>Tests von %1</translation>
    </message>
    <message>
        <source>The tried question as a test</source>
        <translation>Die geprüfte Frage als Test</translation>
    </message>
    <message>
        <source>What it shows, in a few words</source>
        <translation>Was er zeigt, in wenigen Worten</translation>
    </message>
    <message>
        <source>What is to come out</source>
        <translation>Was herauskommen soll</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Verweigern</translation>
    </message>
    <message>
        <source>Add test</source>
        <translation>Test hinzufügen</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Erneut ausführen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>No tests yet. What was tried in the simulator becomes the first one.</source>
        <translation>Noch keine Tests. Was im Simulator geprüft wurde, wird der erste.</translation>
    </message>
    <message>
        <source>No tests yet. Try a question in the simulator; it can become one.</source>
        <translation>Noch keine Tests. Prüfen Sie eine Frage im Simulator; sie kann einer werden.</translation>
    </message>
    <message>
        <source>Allows, as it is to</source>
        <translation>Erlaubt, wie es soll</translation>
    </message>
    <message>
        <source>Refuses, as it is to</source>
        <translation>Verweigert, wie es soll</translation>
    </message>
    <message>
        <source>Allows, and was to refuse</source>
        <translation>Erlaubt und sollte verweigern</translation>
    </message>
    <message>
        <source>Refuses, and was to allow</source>
        <translation>Verweigert und sollte erlauben</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ThreatPane</name>
    <message>
        <source>Seen first</source>
        <translation>Zuerst da</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>Earlier bans</source>
        <translation>Frühere Sperren</translation>
    </message>
    <message>
        <source>Signals over time</source>
        <translation>Signale im Verlauf</translation>
    </message>
    <message>
        <source>Recent requests</source>
        <translation>Letzte Anfragen</translation>
    </message>
    <message>
        <source>Allow</source>
        <comment>an address</comment>
        <translation>Erlauben</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ereignisse öffnen</translation>
    </message>
    <message>
        <source>%1, banned until %2</source>
        <translation>%1, gesperrt bis %2</translation>
    </message>
    <message>
        <source>%1, banned</source>
        <translation>%1, gesperrt</translation>
    </message>
    <message>
        <source>%1, never banned</source>
        <translation>%1, nie gesperrt</translation>
    </message>
    <message>
        <source>%1, not banned</source>
        <translation>%1, nicht gesperrt</translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation>Niemand angemeldet</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Heute %1</translation>
    </message>
    <message>
        <source>Unban</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Ban 1 h</source>
        <translation>1 h sperren</translation>
    </message>
    <message>
        <source>It is on the allow list, a trusted proxy, or where an operator works</source>
        <translation>Sie ist zugelassen, ein vertrauter Proxy oder der Arbeitsplatz eines Betreibers</translation>
    </message>
    <message>
        <source>None in 90 days</source>
        <translation>Keine in 90 Tagen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in 90 days</source>
        <translation>
            <numerusform>%Ln in 90 Tagen</numerusform>
            <numerusform>%Ln in 90 Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>14:17 to 14:32</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>In force %1</source>
        <translation>In Kraft %1</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>Neu %1</translation>
    </message>
    <message>
        <source>In %1, then silent</source>
        <translation>In %1, dann still</translation>
    </message>
    <message>
        <source>In %1</source>
        <comment>so many requests in this time</comment>
        <translation>In %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ThreatText</name>
    <message numerus="yes">
        <source>%Ln paths</source>
        <translation>
            <numerusform>%Ln Pfad</numerusform>
            <numerusform>%Ln Pfade</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alike</source>
        <translation>
            <numerusform>%Ln gleiche</numerusform>
            <numerusform>%Ln gleiche</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>%Ln-mal</numerusform>
            <numerusform>%Ln-mal</numerusform>
        </translation>
    </message>
    <message>
        <source>Attack</source>
        <translation>Angriff</translation>
    </message>
    <message>
        <source>Probing</source>
        <translation>Erkundung</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Menge</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Häufigkeit</translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>No agent</source>
        <translation>Kein Agent</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Abtasten</translation>
    </message>
    <message>
        <source>Failed sign-ins</source>
        <translation>Fehlanmeldungen</translation>
    </message>
    <message>
        <source>Bad signatures</source>
        <translation>Falsche Signaturen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Bad requests</source>
        <translation>Falsche Anfragen</translation>
    </message>
    <message>
        <source>Refused by limits</source>
        <translation>Von Limits abgelehnt</translation>
    </message>
    <message>
        <source>Attack found</source>
        <translation>Angriff erkannt</translation>
    </message>
    <message>
        <source>Trap opened</source>
        <translation>Falle geöffnet</translation>
    </message>
    <message>
        <source>every request</source>
        <translation>jede Anfrage</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmal</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>34 paths in 60 s</comment>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>frequency %1 in %2</source>
        <translation>Takt %1 in %2</translation>
    </message>
    <message>
        <source>frequency %1</source>
        <translation>Takt %1</translation>
    </message>
    <message numerus="yes">
        <source>repetition %Ln alike</source>
        <translation>
            <numerusform>Wiederholung %Ln</numerusform>
            <numerusform>Wiederholung %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>no agent</source>
        <translation>kein Agent</translation>
    </message>
    <message numerus="yes">
        <source>scanning %Ln paths</source>
        <translation>
            <numerusform>Scan %Ln Pfad</numerusform>
            <numerusform>Scan %Ln Pfade</numerusform>
        </translation>
    </message>
    <message>
        <source>failed sign-ins %1</source>
        <translation>Fehllogins %1</translation>
    </message>
    <message>
        <source>bad signatures %1</source>
        <translation>falsche Signaturen %1</translation>
    </message>
    <message>
        <source>not found %1</source>
        <translation>nicht da %1</translation>
    </message>
    <message>
        <source>bad requests %1</source>
        <translation>falsche Anfragen %1</translation>
    </message>
    <message>
        <source>refused %1</source>
        <translation>abgelehnt %1</translation>
    </message>
    <message>
        <source>attack found %1</source>
        <translation>Angriff erkannt %1</translation>
    </message>
    <message>
        <source>%1 found %2</source>
        <comment>script found 1</comment>
        <translation>%1 erkannt %2</translation>
    </message>
    <message>
        <source>trap %1</source>
        <translation>Falle %1</translation>
    </message>
    <message>
        <source>Many requests in a minute</source>
        <translation>Viele Anfragen in einer Minute</translation>
    </message>
    <message>
        <source>The same request again and again</source>
        <translation>Dieselbe Anfrage immer wieder</translation>
    </message>
    <message>
        <source>No User-Agent and no valid credential</source>
        <translation>Kein User-Agent und kein gültiger Nachweis</translation>
    </message>
    <message>
        <source>Many different paths in a minute</source>
        <translation>Viele verschiedene Pfade in einer Minute</translation>
    </message>
    <message>
        <source>Wrong passwords and codes</source>
        <translation>Falsche Passwörter und Codes</translation>
    </message>
    <message>
        <source>Signatures and keys that are none</source>
        <translation>Signaturen und Schlüssel, die keine sind</translation>
    </message>
    <message>
        <source>Many answers 404 and 405 in a minute</source>
        <translation>Viele Antworten 404 und 405 in einer Minute</translation>
    </message>
    <message>
        <source>Many other answers from 400 to 499</source>
        <translation>Viele andere Antworten von 400 bis 499</translation>
    </message>
    <message>
        <source>Requests that a rate limit refused</source>
        <translation>Anfragen, die ein Ratenlimit abgelehnt hat</translation>
    </message>
    <message>
        <source>Hits of the intrusion detection</source>
        <translation>Treffer der Angriffserkennung</translation>
    </message>
    <message>
        <source>Paths that only scanners ask for</source>
        <translation>Pfade, nach denen nur Scanner fragen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Scanning: 34, 60</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, last %2</source>
        <comment>3 times, last /.git/HEAD</comment>
        <translation>%1, zuletzt %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ThreatsModel</name>
    <message>
        <source>Banned</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Banned until %1</source>
        <translation>Gesperrt bis %1</translation>
    </message>
    <message>
        <source>Never banned</source>
        <comment>an address that is allowed</comment>
        <translation>Nie gesperrt</translation>
    </message>
    <message>
        <source>Seen first %1</source>
        <translation>Zuerst %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>1 Stunde</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>In the last hour at most %1</source>
        <translation>In der letzten Stunde höchstens %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ThreatsPanel</name>
    <message>
        <source>Threats</source>
        <translation>Bedrohungen</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Ban address</source>
        <translation>Adresse sperren</translation>
    </message>
    <message>
        <source>Ban an address or a range by hand</source>
        <translation>Adresse oder Bereich von Hand sperren</translation>
    </message>
    <message>
        <source>What a score that is too high leads to</source>
        <translation>Wozu zu viele Punkte führen</translation>
    </message>
    <message>
        <source>Addresses by score</source>
        <translation>Adressen nach Punkten</translation>
    </message>
    <message>
        <source>Score from which an address is banned</source>
        <translation>Punkte, ab denen eine Adresse gesperrt wird</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys; Esc takes it back</source>
        <translation>Ziehen oder Pfeiltasten; Esc nimmt es zurück</translation>
    </message>
    <message>
        <source>Bans</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Open bans</source>
        <translation>Sperren öffnen</translation>
    </message>
    <message>
        <source>Newest bans</source>
        <translation>Neueste Sperren</translation>
    </message>
    <message>
        <source>Loading scores</source>
        <translation>Punkte werden geladen</translation>
    </message>
    <message>
        <source>No address stands out</source>
        <translation>Keine Adresse fällt auf</translation>
    </message>
    <message>
        <source>Who asks too much, tries passwords or looks for holes gets points and stands here until they are forgotten.</source>
        <translation>Wer zu viel fragt, Passwörter probiert oder Lücken sucht, bekommt Punkte und steht hier, bis sie vergessen sind.</translation>
    </message>
    <message>
        <source>Scores are kept and lead to bans: the server doesn’t need this list.</source>
        <translation>Punkte werden gezählt und führen zu Sperren: Der Server braucht diese Liste nicht.</translation>
    </message>
    <message>
        <source>Scores halve every %1</source>
        <translation>Punkte halbieren sich alle %1</translation>
    </message>
    <message numerus="yes">
        <source>Live, %Ln addresses</source>
        <translation>
            <numerusform>Live, %Ln Adresse</numerusform>
            <numerusform>Live, %Ln Adressen</numerusform>
        </translation>
    </message>
    <message>
        <source>What it would have done yesterday is not known right now.</source>
        <translation>Was das gestern getan hätte, ist gerade nicht bekannt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Addresses are banned from %1 on</source>
        <translation>Adressen werden ab %1 gesperrt</translation>
    </message>
    <message>
        <source>Scores are not kept any more</source>
        <translation>Punkte werden nicht mehr gezählt</translation>
    </message>
    <message>
        <source>Scores are kept, and ban nobody</source>
        <translation>Punkte werden gezählt und sperren niemanden</translation>
    </message>
    <message>
        <source>Scores that are too high ban</source>
        <translation>Zu viele Punkte führen zur Sperre</translation>
    </message>
    <message>
        <source>Unban</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Ban 1 h</source>
        <translation>1 h sperren</translation>
    </message>
    <message>
        <source>Ban…</source>
        <translation>Sperren…</translation>
    </message>
    <message>
        <source>Allow…</source>
        <translation>Zulassen…</translation>
    </message>
    <message>
        <source>Forget the score</source>
        <translation>Punkte vergessen</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ereignisse öffnen</translation>
    </message>
    <message>
        <source>By hand, at a score of %1</source>
        <translation>Von Hand, bei %1 Punkten</translation>
    </message>
    <message>
        <source>The score of %1 is forgotten</source>
        <translation>Die Punkte von %1 sind vergessen</translation>
    </message>
    <message>
        <source>New weights hold from the next request on</source>
        <translation>Neue Gewichte gelten ab der nächsten Anfrage</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ThresholdStrip</name>
    <message>
        <source>Keep %1</source>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>At %1: looking at yesterday…</source>
        <translation>Bei %1: Gestern wird angesehen…</translation>
    </message>
    <message>
        <source>At %1 *nobody* would have been banned yesterday</source>
        <translation>Bei %1 wäre gestern *niemand* gesperrt worden</translation>
    </message>
    <message numerus="yes">
        <source>At %1: *these %Ln addresses* would have been banned yesterday</source>
        <translation>
            <numerusform>Bei %1: *Diese Adresse* wäre gestern gesperrt worden</numerusform>
            <numerusform>Bei %1: *Diese %Ln Adressen* wären gestern gesperrt worden</numerusform>
        </translation>
    </message>
    <message>
        <source>; at %1, nobody</source>
        <translation>; bei %1 niemand</translation>
    </message>
    <message numerus="yes">
        <source>; at %1, %Ln of them</source>
        <translation>
            <numerusform>; bei %1 eine davon</numerusform>
            <numerusform>; bei %1 %Ln davon</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; at %1, %Ln addresses</source>
        <translation>
            <numerusform>; bei %1 %Ln Adresse</numerusform>
            <numerusform>; bei %1 %Ln Adressen</numerusform>
        </translation>
    </message>
    <message>
        <source>peaked at %1</source>
        <translation>Spitze %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>a score</comment>
        <translation>bei %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::Toast</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::TopView</name>
    <message>
        <source>Close top lists</source>
        <translation>Ranglisten schließen</translation>
    </message>
    <message>
        <source>Top lists</source>
        <translation>Ranglisten</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adressen</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Pfade</translation>
    </message>
    <message>
        <source>Reading…</source>
        <extracomment>%1: a number of events</extracomment>
        <translation>Wird gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln event(s) of the filter</source>
        <translation>
            <numerusform>Von %Ln Ereignis des Filters</numerusform>
            <numerusform>Von %Ln Ereignissen des Filters</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the newest %1 events of the filter</source>
        <translation>Von den neuesten %1 Ereignissen des Filters</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::TraceView</name>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>Frage läuft</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Verweigert</translation>
    </message>
    <message>
        <source>There is nobody with this name</source>
        <translation>Es gibt niemanden mit diesem Namen</translation>
    </message>
    <message>
        <source>There is no such object</source>
        <translation>Es gibt kein solches Objekt</translation>
    </message>
    <message>
        <source>Open policy</source>
        <translation>Richtlinie öffnen</translation>
    </message>
    <message>
        <source>Open policy %1</source>
        <translation>Richtlinie %1 öffnen</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>Nearest allow</source>
        <translation>Nächste Erlaubnis</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
    <message>
        <source>The policy isn’t finished: the form says what is missing</source>
        <translation>Die Richtlinie ist noch nicht fertig: Das Formular sagt, was fehlt</translation>
    </message>
    <message>
        <source>By “%1”</source>
        <translation>Durch „%1“</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::TransferRow</name>
    <message>
        <source>Take %1 off the list</source>
        <translation>%1 von der Liste nehmen</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>%1 anhalten</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>Beginnt…</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <extracomment>%1: `61 MB of 96 MB`, %2: a length of time</extracomment>
        <translation>%1, noch %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::TreeCard</name>
    <message>
        <source>Tree</source>
        <translation>Baum</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Wurzel</translation>
    </message>
    <message>
        <source>Fingerprint of the signing key</source>
        <translation>Fingerabdruck des Signaturschlüssels</translation>
    </message>
    <message>
        <source>Signed heads</source>
        <translation>Signierte Köpfe</translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation>Fingerabdruck kopieren</translation>
    </message>
    <message>
        <source>Sign a head now</source>
        <translation>Jetzt einen Kopf signieren</translation>
    </message>
    <message>
        <source>Reading the tree</source>
        <translation>Der Baum wird gelesen</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 Ereignisse</translation>
    </message>
    <message>
        <source>None yet; one is signed each hour in which something happens.</source>
        <translation>Noch keine; in jeder Stunde, in der etwas geschieht, wird einer signiert.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::TryPane</name>
    <message>
        <source>Simulator</source>
        <translation>Simulator</translation>
    </message>
    <message>
        <source>Runs as you edit</source>
        <translation>Läuft beim Bearbeiten</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::TryPassword</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>Die Feststelltaste ist an</translation>
    </message>
    <message>
        <source>Try a password</source>
        <translation>Ein Passwort ausprobieren</translation>
    </message>
    <message>
        <source>By the saved rules. Nothing that you type here is kept.</source>
        <translation>Nach den gespeicherten Regeln. Was Sie hier tippen, wird nicht aufbewahrt.</translation>
    </message>
    <message>
        <source>The account has a second factor</source>
        <translation>Das Konto hat einen zweiten Faktor</translation>
    </message>
    <message>
        <source>It would be accepted</source>
        <translation>Es würde angenommen</translation>
    </message>
    <message>
        <source>It would be refused: %1</source>
        <translation>Es würde abgelehnt: %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UnlockScreen</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>Die Feststelltaste ist an</translation>
    </message>
    <message>
        <source>Unlock the vault</source>
        <translation>Tresor entsperren</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>%1 entsperren</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Wiederherstellungsschlüssel</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>Wird entsperrt</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>The key that was printed or saved when the vault was made</source>
        <translation>Der Schlüssel, der beim Erstellen des Tresors gedruckt oder gespeichert wurde</translation>
    </message>
    <message>
        <source>Unlocking takes about a second</source>
        <translation>Das Entsperren dauert etwa eine Sekunde</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Passphrase verwenden</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>Wiederherstellungsschlüssel verwenden</translation>
    </message>
    <message>
        <source>Open another vault</source>
        <translation>Anderen Tresor öffnen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UserActions</name>
    <message numerus="yes">
        <source>Disable %Ln users?</source>
        <translation>
            <numerusform>%Ln Benutzer deaktivieren?</numerusform>
            <numerusform>%Ln Benutzer deaktivieren?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are signed out everywhere and cannot sign in until you enable them again.</source>
        <translation>Sie werden überall abgemeldet und können sich nicht anmelden, bis Sie sie wieder aktivieren.</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln users?</source>
        <translation>
            <numerusform>%Ln Benutzer löschen?</numerusform>
            <numerusform>%Ln Benutzer löschen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Accounts, sessions and second factors are gone for good. The events keep the names.</source>
        <translation>Konten, Sitzungen und zweite Faktoren sind endgültig weg. Die Ereignisse behalten die Namen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message numerus="yes">
        <source>Reset MFA of %Ln users?</source>
        <translation>
            <numerusform>MFA von %Ln Benutzer zurücksetzen?</numerusform>
            <numerusform>MFA von %Ln Benutzern zurücksetzen?</numerusform>
        </translation>
    </message>
    <message>
        <source>Authenticators and recovery codes stop working, and every session ends. Until new ones are set up the password alone is enough.</source>
        <translation>Authenticator-Apps und Wiederherstellungscodes gelten nicht mehr, und jede Sitzung endet. Bis neue eingerichtet sind, genügt das Passwort allein.</translation>
    </message>
    <message>
        <source>Reset MFA</source>
        <translation>MFA zurücksetzen</translation>
    </message>
    <message numerus="yes">
        <source>Sign %Ln users out everywhere?</source>
        <translation>
            <numerusform>%Ln Benutzer überall abmelden?</numerusform>
            <numerusform>%Ln Benutzer überall abmelden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Every session ends at once. They can sign in again.</source>
        <translation>Jede Sitzung endet sofort. Eine neue Anmeldung ist möglich.</translation>
    </message>
    <message>
        <source>End sessions</source>
        <translation>Sitzungen beenden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users disabled</source>
        <translation>
            <numerusform>%Ln Benutzer deaktiviert</numerusform>
            <numerusform>%Ln Benutzer deaktiviert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users enabled</source>
        <translation>
            <numerusform>%Ln Benutzer aktiviert</numerusform>
            <numerusform>%Ln Benutzer aktiviert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users unlocked</source>
        <translation>
            <numerusform>%Ln Benutzer entsperrt</numerusform>
            <numerusform>%Ln Benutzer entsperrt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users deleted</source>
        <translation>
            <numerusform>%Ln Benutzer gelöscht</numerusform>
            <numerusform>%Ln Benutzer gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>MFA of %Ln users is off</source>
        <translation>
            <numerusform>MFA von %Ln Benutzer ist aus</numerusform>
            <numerusform>MFA von %Ln Benutzern ist aus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users are signed out everywhere</source>
        <translation>
            <numerusform>%Ln Benutzer ist überall abgemeldet</numerusform>
            <numerusform>%Ln Benutzer sind überall abgemeldet</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users could not be changed</source>
        <translation>
            <numerusform>%Ln Benutzer konnte nicht geändert werden</numerusform>
            <numerusform>%Ln Benutzer konnten nicht geändert werden</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is as before</source>
        <translation>%1 ist wie zuvor</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 enabled</source>
        <translation>%1 aktiviert</translation>
    </message>
    <message>
        <source>Disable %1?</source>
        <translation>%1 deaktivieren?</translation>
    </message>
    <message>
        <source>%1 disabled</source>
        <translation>%1 deaktiviert</translation>
    </message>
    <message>
        <source>%1 can sign in again</source>
        <translation>%1 kann sich wieder anmelden</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>%1 löschen?</translation>
    </message>
    <message>
        <source>The account, its sessions and its second factor are gone for good. The events keep the name.</source>
        <translation>Konto, Sitzungen und zweiter Faktor sind endgültig weg. Die Ereignisse behalten den Namen.</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 gelöscht</translation>
    </message>
    <message>
        <source>Sign %1 out everywhere?</source>
        <translation>%1 überall abmelden?</translation>
    </message>
    <message>
        <source>%1 is signed out everywhere</source>
        <translation>%1 ist überall abgemeldet</translation>
    </message>
    <message>
        <source>Session of %1 ended</source>
        <translation>Sitzung von %1 beendet</translation>
    </message>
    <message>
        <source>Reset MFA of %1?</source>
        <translation>MFA von %1 zurücksetzen?</translation>
    </message>
    <message>
        <source>MFA of %1 is off</source>
        <translation>MFA von %1 ist aus</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>New invitation…</source>
        <translation>Neue Einladung…</translation>
    </message>
    <message>
        <source>Reset password…</source>
        <translation>Passwort zurücksetzen…</translation>
    </message>
    <message>
        <source>End all sessions…</source>
        <translation>Alle Sitzungen beenden…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Löschen…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Bearbeiten…</translation>
    </message>
    <message>
        <source>Change roles…</source>
        <translation>Rollen ändern…</translation>
    </message>
    <message>
        <source>Reset MFA…</source>
        <translation>MFA zurücksetzen…</translation>
    </message>
    <message>
        <source>Set up MFA…</source>
        <translation>MFA einrichten…</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>Deaktivieren…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users selected</source>
        <translation>
            <numerusform>%Ln Benutzer ausgewählt</numerusform>
            <numerusform>%Ln Benutzer ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>The authenticator and the recovery codes stop working, and every session ends. Unless a role requires a second factor, the password alone is then enough.</source>
        <translation>Authenticator und Wiederherstellungscodes gelten nicht mehr, und jede Sitzung endet. Sofern keine Rolle einen zweiten Faktor verlangt, genügt danach das Passwort allein.</translation>
    </message>
    <message>
        <source>Remove the passkey “%1”?</source>
        <translation>Passkey „%1“ entfernen?</translation>
    </message>
    <message>
        <source>It opens nothing any more, and every session of %1 ends.</source>
        <translation>Er öffnet nichts mehr, und jede Sitzung von %1 endet.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Passkey “%1” removed</source>
        <translation>Passkey „%1“ entfernt</translation>
    </message>
    <message>
        <source>Give role</source>
        <translation>Rolle geben</translation>
    </message>
    <message>
        <source>Take role</source>
        <translation>Rolle nehmen</translation>
    </message>
    <message>
        <source>It allows more than your own role</source>
        <translation>Sie erlaubt mehr als Ihre eigene Rolle</translation>
    </message>
    <message numerus="yes">
        <source>Give %Ln users the role %1?</source>
        <translation>
            <numerusform>%Ln Benutzer die Rolle %1 geben?</numerusform>
            <numerusform>%Ln Benutzern die Rolle %1 geben?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the role %1 from %Ln users?</source>
        <translation>
            <numerusform>%Ln Benutzer die Rolle %1 nehmen?</numerusform>
            <numerusform>%Ln Benutzern die Rolle %1 nehmen?</numerusform>
        </translation>
    </message>
    <message>
        <source>They may do at once what it allows. Their other roles stay.</source>
        <translation>Was sie erlaubt, gilt sofort. Die anderen Rollen bleiben.</translation>
    </message>
    <message>
        <source>What it allows ends at once. Their other roles stay; who has no other keeps it.</source>
        <translation>Was sie erlaubt, endet sofort. Die anderen Rollen bleiben; wer keine andere hat, behält sie.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users have the role %1</source>
        <translation>
            <numerusform>%Ln Benutzer hat die Rolle %1</numerusform>
            <numerusform>%Ln Benutzer haben die Rolle %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users don’t have the role %1</source>
        <translation>
            <numerusform>%Ln Benutzer hat die Rolle %1 nicht</numerusform>
            <numerusform>%Ln Benutzer haben die Rolle %1 nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase what is known of %1?</source>
        <translation>Löschen, was über %1 bekannt ist?</translation>
    </message>
    <message>
        <source>The account is deleted, and in every event a pseudonym takes the place of name, e-mail, addresses and browsers. Nobody can undo that. A legal hold prevents it.</source>
        <translation>Das Konto wird gelöscht, und in jedem Ereignis tritt ein Pseudonym an die Stelle von Name, E-Mail, Adressen und Browsern. Niemand kann das zurücknehmen. Eine Löschsperre verhindert es.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>%1 eintippen, um fortzufahren</translation>
    </message>
    <message>
        <source>A legal hold keeps what is known of %1</source>
        <translation>Eine Löschsperre bewahrt, was über %1 bekannt ist</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events stand under “%1”</source>
        <translation>
            <numerusform>%Ln Ereignis steht unter „%1“</numerusform>
            <numerusform>%Ln Ereignisse stehen unter „%1“</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase personal data…</source>
        <translation>Personendaten löschen…</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UserFields</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Freiwillig</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UserFiles</name>
    <message>
        <source>Import users</source>
        <translation>Benutzer importieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Export users</source>
        <translation>Benutzer exportieren</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>JSON-Dateien (*.json)</translation>
    </message>
    <message>
        <source>Exporting users…</source>
        <translation>Benutzer werden exportiert …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users are in %1</source>
        <translation>
            <numerusform>%Ln Benutzer steht in %1</numerusform>
            <numerusform>%Ln Benutzer stehen in %1</numerusform>
        </translation>
    </message>
    <message>
        <source>CSV files for Excel, with a byte order mark (*.csv)</source>
        <translation>CSV-Dateien für Excel, mit Byte-Reihenfolge-Marke (*.csv)</translation>
    </message>
    <message>
        <source>Tables as text (*.csv *.tsv *.txt)</source>
        <translation>Tabellen als Text (*.csv *.tsv *.txt)</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UserPane</name>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>MFA</source>
        <translation>MFA</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Letzte Anmeldung</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>Letzte Ereignisse</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>End all sessions</source>
        <translation>Alle Sitzungen beenden</translation>
    </message>
    <message>
        <source>Show all in Live events</source>
        <translation>Alle in Live-Ereignisse zeigen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Sign-in is held back</source>
        <translation>Die Anmeldung ist zurückgehalten</translation>
    </message>
    <message>
        <source>After too many failed attempts, until %1.</source>
        <translation>Nach zu vielen Fehlversuchen, bis %1.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Authenticator app</source>
        <translation>Authenticator-App</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>Geändert %1</translation>
    </message>
    <message>
        <source>Not set yet</source>
        <translation>Noch nicht gesetzt</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Reset MFA</source>
        <translation>MFA zurücksetzen</translation>
    </message>
    <message>
        <source>Set up MFA</source>
        <translation>MFA einrichten</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Aktivieren</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Deaktivieren</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weitere</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Not signed in anywhere</source>
        <translation>Nirgends angemeldet</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Signed in %1</source>
        <translation>Angemeldet %1</translation>
    </message>
    <message>
        <source>Passkeys</source>
        <translation>Passkeys</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passkeys</source>
        <translation>
            <numerusform>%Ln Passkey</numerusform>
            <numerusform>%Ln Passkeys</numerusform>
        </translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>Noch nicht verwendet</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>Hinzugefügt: %1</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>Show all in API keys</source>
        <translation>Alle in API-Schlüssel zeigen</translation>
    </message>
    <message>
        <source>Required by %1</source>
        <translation>Nötig bis %1</translation>
    </message>
    <message>
        <source>Overdue since %1</source>
        <translation>Fällig seit %1</translation>
    </message>
    <message numerus="yes">
        <source>App and %Ln passkeys</source>
        <translation>
            <numerusform>App und %Ln Passkey</numerusform>
            <numerusform>App und %Ln Passkeys</numerusform>
        </translation>
    </message>
    <message>
        <source>Last used: %1</source>
        <translation>Zuletzt benutzt: %1</translation>
    </message>
    <message>
        <source>%1, last used: %2</source>
        <translation>%1, zuletzt benutzt: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of 10 recovery codes left</source>
        <translation>
            <numerusform>Noch %Ln von 10 Codes</numerusform>
            <numerusform>Noch %Ln von 10 Codes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UsersModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>MFA</source>
        <translation>MFA</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Zuletzt</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UsersPanel</name>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>Benutzer hinzufügen</translation>
    </message>
    <message>
        <source>Add user (Ctrl+N)</source>
        <translation>Benutzer hinzufügen (Strg+N)</translation>
    </message>
    <message>
        <source>Filter users</source>
        <translation>Benutzer filtern</translation>
    </message>
    <message>
        <source>Filter users by name or e-mail</source>
        <translation>Benutzer nach Name oder E-Mail filtern</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter leeren</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>Niemand passt</translation>
    </message>
    <message>
        <source>No user has this text and these properties. Take one of the filters away to see more.</source>
        <translation>Kein Benutzer hat diesen Text und diese Eigenschaften. Nehmen Sie einen Filter weg, um mehr zu sehen.</translation>
    </message>
    <message>
        <source>Loading users</source>
        <translation>Benutzer werden geladen</translation>
    </message>
    <message>
        <source>Any role</source>
        <translation>Jede Rolle</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Jeder Status</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Deaktiviert</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Eingeladen</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Any MFA</source>
        <translation>Jede MFA</translation>
    </message>
    <message>
        <source>MFA on</source>
        <translation>MFA an</translation>
    </message>
    <message>
        <source>MFA off</source>
        <translation>MFA aus</translation>
    </message>
    <message>
        <source>Nothing is lost and the server keeps running.</source>
        <translation>Nichts ist verloren, und der Server läuft weiter.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>Add the users of a CSV file</source>
        <translation>Die Benutzer einer CSV-Datei anlegen</translation>
    </message>
    <message>
        <source>Export these users</source>
        <translation>Diese Benutzer exportieren</translation>
    </message>
    <message numerus="yes">
        <source>Not signed in for %Ln days</source>
        <translation>
            <numerusform>Seit %Ln Tag nicht angemeldet</numerusform>
            <numerusform>Seit %Ln Tagen nicht angemeldet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::VaultBlock</name>
    <message>
        <source>Demo</source>
        <translation>Demo</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::VaultBox</name>
    <message>
        <source>The passphrase was changed.</source>
        <translation>Die Passphrase wurde geändert.</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>Gespeichert mit</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schema</translation>
    </message>
    <message>
        <source>Change passphrase…</source>
        <translation>Passphrase ändern…</translation>
    </message>
    <message>
        <source>The passphrase opens this vault. The recovery key stays the same.</source>
        <translation>Die Passphrase öffnet diesen Tresor. Der Wiederherstellungsschlüssel bleibt derselbe.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>%1: a program with its version, %2: another one, which it stands on</extracomment>
        <translation>%1 auf %2</translation>
    </message>
    <message>
        <source>%1 in pages of %L2 bytes</source>
        <extracomment>%1: names of ciphers</extracomment>
        <translation>%1 in Seiten zu %L2 Bytes</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::WaitingBar</name>
    <message numerus="yes">
        <source>%Ln newer event(s)</source>
        <translation>
            <numerusform>%Ln neueres Ereignis</numerusform>
            <numerusform>%Ln neuere Ereignisse</numerusform>
        </translation>
    </message>
    <message>
        <source>The list is paused</source>
        <translation>Die Liste ist angehalten</translation>
    </message>
    <message>
        <source>The list waits while you read</source>
        <translation>Die Liste wartet, während Sie lesen</translation>
    </message>
    <message>
        <source>Jump to newest</source>
        <translation>Zum neuesten</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::WarningsList</name>
    <message>
        <source>Recent warnings</source>
        <translation>Letzte Warnungen</translation>
    </message>
    <message>
        <source>Open live events</source>
        <translation>Live-Ereignisse öffnen</translation>
    </message>
    <message>
        <source>No warnings so far</source>
        <translation>Bisher keine Warnungen</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::WeightsDialog</name>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Part of the settings</source>
        <translation>Teil der Einstellungen</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signale</translation>
    </message>
    <message>
        <source>Bans</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Slow-down</source>
        <translation>Verlangsamung</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>%1. Comes with %2, at most %3</source>
        <translation>%1. Kommt mit %2, höchstens %3</translation>
    </message>
    <message>
        <source>Points for %1</source>
        <translation>Punkte für %1</translation>
    </message>
    <message>
        <source>At most for %1</source>
        <translation>Höchstens für %1</translation>
    </message>
    <message>
        <source>0: it doesn’t count</source>
        <translation>0: zählt nicht</translation>
    </message>
    <message>
        <source>A score halves every</source>
        <translation>Punkte halbieren sich alle</translation>
    </message>
    <message>
        <source>The first ban lasts</source>
        <translation>Die erste Sperre dauert</translation>
    </message>
    <message>
        <source>The longest ban lasts</source>
        <translation>Die längste Sperre dauert</translation>
    </message>
    <message>
        <source>After an unban no score bans for</source>
        <translation>Nach dem Entsperren sperren Punkte nicht für</translation>
    </message>
    <message>
        <source>Without new signals</source>
        <translation>Ohne neue Signale</translation>
    </message>
    <message>
        <source>Each further one of the same address is longer</source>
        <translation>Jede weitere derselben Adresse ist länger</translation>
    </message>
    <message>
        <source>Slow-down: who asks much waits longer for each answer</source>
        <translation>Verlangsamung: Wer viel fragt, wartet länger auf jede Antwort</translation>
    </message>
    <message>
        <source>After so many requests</source>
        <translation>Nach so vielen Anfragen</translation>
    </message>
    <message>
        <source>In</source>
        <comment>so many requests in a time</comment>
        <translation>In</translation>
    </message>
    <message>
        <source>Each further one waits longer by</source>
        <translation>Jede weitere wartet länger um</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>Vorgaben</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::WhoDialog</name>
    <message>
        <source>Who could…</source>
        <translation>Wer konnte…</translation>
    </message>
    <message>
        <source>Do what</source>
        <translation>Was tun</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>As far back as the events of roles and users are kept.</source>
        <translation>So weit zurück, wie Ereignisse von Rollen und Benutzern bleiben.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Nachsehen</translation>
    </message>
    <message>
        <source>Choose what and when.</source>
        <translation>Was und wann wählen.</translation>
    </message>
    <message>
        <source>The journal doesn’t reach there.</source>
        <translation>So weit reicht das Journal nicht.</translation>
    </message>
    <message>
        <source>Not all is known</source>
        <translation>Nicht alles ist bekannt</translation>
    </message>
    <message>
        <source>Retention has removed changes since then.</source>
        <translation>Die Aufbewahrung hat seither Änderungen entfernt.</translation>
    </message>
    <message>
        <source>The role %1 is deleted since</source>
        <translation>Die Rolle %1 ist seither gelöscht</translation>
    </message>
    <message>
        <source>Who had it is not known.</source>
        <translation>Wer sie hatte, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Policy %1, denying</source>
        <translation>Richtlinie %1, verbietend</translation>
    </message>
    <message>
        <source>Policy %1, allowing</source>
        <translation>Richtlinie %1, erlaubend</translation>
    </message>
    <message>
        <source>Nobody could.</source>
        <translation>Niemand konnte es.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::WhyView</name>
    <message>
        <source>passed</source>
        <translation>bestanden</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>nicht erreicht</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Nicht erreicht</translation>
    </message>
    <message>
        <source>Would have helped: %1</source>
        <extracomment>%1 completes the sentence, as in “Would have helped: enabling the account.”</extracomment>
        <translation>Geholfen hätte: %1</translation>
    </message>
</context>
</TS>

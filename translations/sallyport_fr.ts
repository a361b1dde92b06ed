<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>AcceptDamage</name>
    <message>
        <source>Accept the damage?</source>
        <translation>Accepter les dommages ?</translation>
    </message>
    <message>
        <source>What is wrong with the journal now is no alarm any more. It is recorded with your name and your reason, and stays a note in every verification and report.</source>
        <translation>Ce qui ne va pas maintenant dans le journal n’est plus une alarme. Cela est consigné avec votre nom et votre raison, et reste une note dans chaque vérification et chaque rapport.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>For example: backup of Sunday put back after a failed disk</source>
        <translation>Par exemple : sauvegarde de dimanche remise en place après une panne de disque</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Accepter</translation>
    </message>
</context>
<context>
    <name>Attribute</name>
    <message>
        <source>Id of the user or service account that asks.</source>
        <translation>Identifiant de l’utilisateur ou du compte de service qui demande.</translation>
    </message>
    <message>
        <source>`user`, `operator` (signed in at the console), `service`, `system` (the product or its command line) or `anonymous`.</source>
        <translation>`user`, `operator` (connecté à la console), `service`, `system` (le produit ou sa ligne de commande) ou `anonymous`.</translation>
    </message>
    <message>
        <source>Name.</source>
        <translation>Nom.</translation>
    </message>
    <message>
        <source>E-mail address.</source>
        <translation>Adresse e-mail.</translation>
    </message>
    <message>
        <source>Names of the roles that were given.</source>
        <translation>Noms des rôles attribués.</translation>
    </message>
    <message>
        <source>All that the roles allow; with an API key what its scopes leave of that.</source>
        <translation>Tout ce que les rôles autorisent ; avec une clé d’API, ce que ses portées en laissent.</translation>
    </message>
    <message>
        <source>Department of the user.</source>
        <translation>Service de l’utilisateur.</translation>
    </message>
    <message>
        <source>Whether the user has set up a second factor.</source>
        <translation>Si l’utilisateur a configuré un second facteur.</translation>
    </message>
    <message>
        <source>When this session was signed in.</source>
        <translation>Quand cette session a été ouverte.</translation>
    </message>
    <message>
        <source>Public part of the API key.</source>
        <translation>Partie publique de la clé d’API.</translation>
    </message>
    <message>
        <source>What the API key was made for.</source>
        <translation>Ce pour quoi la clé d’API a été faite.</translation>
    </message>
    <message>
        <source>What whoever checks or simulates says about the subject; empty for requests.</source>
        <translation>Ce que dit du demandeur celui qui vérifie ou simule ; vide pour les requêtes.</translation>
    </message>
    <message>
        <source>The permission that is used: `records:read`.</source>
        <translation>L’autorisation utilisée : `records:read`.</translation>
    </message>
    <message>
        <source>`record`, `comment` or `file`.</source>
        <translation>`record`, `comment` ou `file`.</translation>
    </message>
    <message>
        <source>Id of the object.</source>
        <translation>Identifiant de l’objet.</translation>
    </message>
    <message>
        <source>Id of the owner.</source>
        <translation>Identifiant du propriétaire.</translation>
    </message>
    <message>
        <source>Department of the object.</source>
        <translation>Service de l’objet.</translation>
    </message>
    <message>
        <source>`public`, `internal`, `confidential` or `restricted`.</source>
        <translation>`public`, `internal`, `confidential` ou `restricted`.</translation>
    </message>
    <message>
        <source>Record to which a comment or file belongs.</source>
        <translation>Enregistrement auquel appartient un commentaire ou un fichier.</translation>
    </message>
    <message>
        <source>When the object was made.</source>
        <translation>Quand l’objet a été créé.</translation>
    </message>
    <message>
        <source>When the object was last changed.</source>
        <translation>Quand l’objet a été modifié pour la dernière fois.</translation>
    </message>
    <message>
        <source>What whoever checks or simulates says about the object; empty for requests.</source>
        <translation>Ce que dit de l’objet celui qui vérifie ou simule ; vide pour les requêtes.</translation>
    </message>
    <message>
        <source>Now.</source>
        <translation>Maintenant.</translation>
    </message>
    <message>
        <source>The same, in short.</source>
        <translation>La même chose, en bref.</translation>
    </message>
    <message>
        <source>Address from which the request comes.</source>
        <translation>Adresse d’où vient la requête.</translation>
    </message>
    <message>
        <source>`GET`, `POST` and so on.</source>
        <translation>`GET`, `POST`, etc.</translation>
    </message>
    <message>
        <source>Path of the request, without what follows `?`.</source>
        <translation>Chemin de la requête, sans ce qui suit `?`.</translation>
    </message>
    <message>
        <source>Program, as it calls itself.</source>
        <translation>Programme, tel qu’il se nomme.</translation>
    </message>
    <message>
        <source>Whether the request is signed.</source>
        <translation>Si la requête est signée.</translation>
    </message>
    <message>
        <source>SHA-256 of the client&apos;s certificate in hex.</source>
        <translation>SHA-256 du certificat du client, en hexadécimal.</translation>
    </message>
    <message>
        <source>How long ago a second factor was shown, in this session or with this request.</source>
        <translation>Depuis combien de temps un second facteur a été présenté, dans cette session ou avec cette requête.</translation>
    </message>
    <message>
        <source>What whoever checks or simulates says about the circumstances; empty for requests.</source>
        <translation>Ce que dit des circonstances celui qui vérifie ou simule ; vide pour les requêtes.</translation>
    </message>
</context>
<context>
    <name>CertificateText</name>
    <message>
        <source>The file is too large to be a certificate.</source>
        <translation>Le fichier est trop grand pour être un certificat.</translation>
    </message>
    <message>
        <source>There are more certificates than a chain has.</source>
        <translation>Il y a plus de certificats que n’en compte une chaîne.</translation>
    </message>
    <message>
        <source>There is no certificate in the file: PEM and PKCS#12 are read.</source>
        <translation>Le fichier ne contient pas de certificat : PEM et PKCS#12 sont lus.</translation>
    </message>
    <message>
        <source>One of the certificates is damaged.</source>
        <translation>L’un des certificats est endommagé.</translation>
    </message>
    <message>
        <source>Its private key is missing: choose the file that has it.</source>
        <translation>La clé privée manque : choisissez le fichier qui la contient.</translation>
    </message>
    <message>
        <source>The key belongs to another certificate.</source>
        <translation>La clé appartient à un autre certificat.</translation>
    </message>
    <message>
        <source>The key is encrypted: its passphrase is needed.</source>
        <translation>La clé est chiffrée : sa phrase secrète est nécessaire.</translation>
    </message>
    <message>
        <source>The passphrase of the key is wrong.</source>
        <translation>La phrase secrète de la clé est incorrecte.</translation>
    </message>
    <message>
        <source>The chain is broken: one of the certificates didn’t issue the one before it.</source>
        <translation>La chaîne est rompue : l’un des certificats n’a pas émis celui qui le précède.</translation>
    </message>
    <message>
        <source>The chain has a certificate that may not issue others.</source>
        <translation>La chaîne contient un certificat qui ne peut pas en émettre d’autres.</translation>
    </message>
    <message>
        <source>The certificate isn’t made for servers.</source>
        <translation>Le certificat n’est pas fait pour des serveurs.</translation>
    </message>
    <message>
        <source>A certificate of the chain has expired.</source>
        <translation>Un certificat de la chaîne a expiré.</translation>
    </message>
    <message>
        <source>A certificate of the chain isn’t valid yet.</source>
        <translation>Un certificat de la chaîne n’est pas encore valable.</translation>
    </message>
    <message>
        <source>A key of the chain is too weak: RSA has at least 2,048 bits.</source>
        <translation>Une clé de la chaîne est trop faible : RSA compte au moins 2 048 bits.</translation>
    </message>
    <message>
        <source>A certificate of the chain is signed with an algorithm that is too weak.</source>
        <translation>Un certificat de la chaîne est signé avec un algorithme trop faible.</translation>
    </message>
    <message>
        <source>Clients don’t take this kind of key: use RSA, or ECDSA with P-256, P-384 or P-521.</source>
        <translation>Les clients n’acceptent pas ce type de clé : utilisez RSA, ou ECDSA avec P-256, P-384 ou P-521.</translation>
    </message>
    <message>
        <source>Made by Sallyport itself, its key in the vault</source>
        <translation>Créé par Sallyport, sa clé dans le coffre</translation>
    </message>
    <message>
        <source>Yours, from the folder tls</source>
        <translation>Le vôtre, du dossier tls</translation>
    </message>
    <message>
        <source>Imported, with its key in the vault</source>
        <translation>Importé, avec sa clé dans le coffre</translation>
    </message>
    <message>
        <source>There is no certificate before this one.</source>
        <translation>Il n’y a pas de certificat avant celui-ci.</translation>
    </message>
</context>
<context>
    <name>ChainProblem</name>
    <message>
        <source>Event %1 was changed after it was recorded.</source>
        <translation>L’événement %1 a été modifié après son enregistrement.</translation>
    </message>
    <message>
        <source>Event %1 is missing.</source>
        <translation>L’événement %1 manque.</translation>
    </message>
    <message>
        <source>From event %1 on, the order was changed.</source>
        <translation>À partir de l’événement %1, l’ordre a été modifié.</translation>
    </message>
    <message>
        <source>The end of the journal was cut off after event %1.</source>
        <translation>La fin du journal a été coupée après l’événement %1.</translation>
    </message>
    <message>
        <source>The anchor file beside the database is damaged.</source>
        <translation>Le fichier d’ancrage à côté de la base de données est endommagé.</translation>
    </message>
    <message>
        <source>The chain breaks at event %1.</source>
        <translation>La chaîne est rompue à l’événement %1.</translation>
    </message>
    <message>
        <source>The anchor did not fit at event %1</source>
        <translation>L’ancre ne correspondait pas à l’événement %1</translation>
    </message>
    <message>
        <source>Events %1 to %2 are missing</source>
        <translation>Les événements %1 à %2 manquent</translation>
    </message>
    <message>
        <source>Event %1 was changed</source>
        <translation>L’événement %1 a été modifié</translation>
    </message>
    <message>
        <source>%1; accepted %2 by %3: %4</source>
        <extracomment>%1: what is wrong, %2: when it was accepted, %3: by whom, %4: why</extracomment>
        <translation>%1 ; accepté %2 par %3 : %4</translation>
    </message>
    <message>
        <source>From event %1 on, the tree does not hold what the journal holds.</source>
        <translation>À partir de l’événement %1, l’arbre ne contient pas ce que contient le journal.</translation>
    </message>
    <message>
        <source>From event %1 on, the tree does not fit its signed heads.</source>
        <translation>À partir de l’événement %1, l’arbre ne correspond pas à ses têtes signées.</translation>
    </message>
    <message>
        <source>The database was put back to an older state: events from %1 on are others than those that were signed.</source>
        <translation>La base a été ramenée à un état antérieur : à partir de %1, les événements ne sont plus ceux qui ont été signés.</translation>
    </message>
    <message>
        <source>The database was put back to an older state from event %1 on</source>
        <translation>La base a été ramenée à un état antérieur à partir de l’événement %1</translation>
    </message>
    <message>
        <source>Tree and heads did not fit from event %1 on</source>
        <translation>L’arbre et les têtes ne correspondaient pas à partir de l’événement %1</translation>
    </message>
    <message>
        <source>Somebody has put event %1 into the journal.</source>
        <translation>Quelqu’un a mis l’événement %1 dans le journal.</translation>
    </message>
    <message>
        <source>An index was changed: filters did not find event %1. It is whole, and the index is mended.</source>
        <translation>Un index a été modifié : les filtres ne trouvaient pas l’événement %1. Il est intact, et l’index est rétabli.</translation>
    </message>
    <message>
        <source>Event %1 was put in</source>
        <translation>L’événement %1 a été ajouté</translation>
    </message>
    <message>
        <source>The file heads.jsonl beside the database was gone. The events are whole.</source>
        <translation>Le fichier heads.jsonl à côté de la base de données avait disparu. Les événements sont intacts.</translation>
    </message>
    <message>
        <source>Signed heads from event %1 on were gone from heads.jsonl. The events are whole.</source>
        <translation>Des têtes signées manquaient dans heads.jsonl à partir de l’événement %1. Les événements sont intacts.</translation>
    </message>
    <message>
        <source>An index did not have event %1</source>
        <translation>L’événement %1 manquait dans un index</translation>
    </message>
    <message>
        <source>The file heads.jsonl was gone</source>
        <translation>Le fichier heads.jsonl avait disparu</translation>
    </message>
    <message>
        <source>Signed heads from event %1 on were gone from heads.jsonl</source>
        <translation>Des têtes signées manquaient dans heads.jsonl à partir de l’événement %1</translation>
    </message>
</context>
<context>
    <name>Detection</name>
    <message>
        <source>SQL injection</source>
        <translation>Injection SQL</translation>
    </message>
    <message>
        <source>NoSQL injection</source>
        <translation>Injection NoSQL</translation>
    </message>
    <message>
        <source>Script</source>
        <translation>Script</translation>
    </message>
    <message>
        <source>Traversal</source>
        <translation>Traversée</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Gabarits</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>XML entities</source>
        <translation>Entités XML</translation>
    </message>
    <message>
        <source>LDAP and XPath</source>
        <translation>LDAP et XPath</translation>
    </message>
    <message>
        <source>Server-side requests</source>
        <translation>Requêtes du serveur</translation>
    </message>
    <message>
        <source>Header splitting</source>
        <translation>Scission d’en-tête</translation>
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
        <translation>Prototypes</translation>
    </message>
    <message>
        <source>Server-side includes</source>
        <translation>Inclusions SSI</translation>
    </message>
    <message>
        <source>Scanner agents</source>
        <translation>Scanneurs</translation>
    </message>
    <message>
        <source>Own rules</source>
        <translation>Règles propres</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Observe</source>
        <translation>Observer</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquer</translation>
    </message>
    <message>
        <source>As received</source>
        <translation>Comme reçu</translation>
    </message>
    <message>
        <source>Percent</source>
        <translation>Pourcent</translation>
    </message>
    <message>
        <source>Plus signs</source>
        <translation>Signes plus</translation>
    </message>
    <message>
        <source>JSON escape</source>
        <translation>Échappement JSON</translation>
    </message>
    <message>
        <source>HTML entities</source>
        <translation>Entités HTML</translation>
    </message>
    <message>
        <source>Base64</source>
        <translation>Base64</translation>
    </message>
    <message>
        <source>Unicode forms</source>
        <translation>Formes Unicode</translation>
    </message>
    <message>
        <source>Backslash escape</source>
        <translation>Barre oblique inverse</translation>
    </message>
    <message>
        <source>SQL comment</source>
        <translation>Commentaire SQL</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>Casse</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Matched</source>
        <translation>Correspondance</translation>
    </message>
    <message>
        <source>Plain</source>
        <translation>Simple</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Opérateur</translation>
    </message>
    <message>
        <source>Keyword</source>
        <translation>Mot clé</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>Fonction</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Variable</translation>
    </message>
    <message>
        <source>Closes text</source>
        <translation>Ferme un texte</translation>
    </message>
    <message>
        <source>Joins</source>
        <translation>Relie</translation>
    </message>
    <message>
        <source>Always true</source>
        <translation>Toujours vrai</translation>
    </message>
    <message>
        <source>Cuts the rest</source>
        <translation>Coupe le reste</translation>
    </message>
    <message>
        <source>Opens a tag</source>
        <translation>Ouvre une balise</translation>
    </message>
    <message>
        <source>Event handler</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Script address</source>
        <translation>Adresse de script</translation>
    </message>
    <message>
        <source>Climbs up</source>
        <translation>Remonte</translation>
    </message>
    <message>
        <source>Sensitive file</source>
        <translation>Fichier sensible</translation>
    </message>
    <message>
        <source>Opens an expression</source>
        <translation>Ouvre une expression</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Commande</translation>
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
        <translation>Condition ajoutée</translation>
    </message>
    <message>
        <source>Address inside</source>
        <translation>Adresse interne</translation>
    </message>
    <message>
        <source>Address of a script</source>
        <translation>Adresse d’un script</translation>
    </message>
    <message>
        <source>Address without domain</source>
        <translation>Adresse sans domaine</translation>
    </message>
    <message>
        <source>Always true</source>
        <translation>Toujours vrai</translation>
    </message>
    <message>
        <source>Another statement</source>
        <translation>Autre instruction</translation>
    </message>
    <message>
        <source>Call of a script</source>
        <translation>Appel d’un script</translation>
    </message>
    <message>
        <source>Call of dangerous code</source>
        <translation>Appel de code dangereux</translation>
    </message>
    <message>
        <source>Chained command</source>
        <translation>Commande enchaînée</translation>
    </message>
    <message>
        <source>Climbs up</source>
        <translation>Remonte l’arborescence</translation>
    </message>
    <message>
        <source>Command in a command</source>
        <translation>Commande dans une commande</translation>
    </message>
    <message>
        <source>Command line</source>
        <translation>Ligne de commande</translation>
    </message>
    <message>
        <source>Comment of SQL</source>
        <translation>Commentaire SQL</translation>
    </message>
    <message>
        <source>Cut off by NUL</source>
        <translation>Coupé par NUL</translation>
    </message>
    <message>
        <source>Cuts the rest</source>
        <translation>Coupe le reste</translation>
    </message>
    <message>
        <source>Data of a cloud machine</source>
        <translation>Données d’une machine cloud</translation>
    </message>
    <message>
        <source>Directive of a template</source>
        <translation>Directive de modèle</translation>
    </message>
    <message>
        <source>Directive of the server</source>
        <translation>Directive du serveur</translation>
    </message>
    <message>
        <source>Disguised address</source>
        <translation>Adresse déguisée</translation>
    </message>
    <message>
        <source>Disguised command</source>
        <translation>Commande déguisée</translation>
    </message>
    <message>
        <source>Disguised keyword</source>
        <translation>Mot-clé déguisé</translation>
    </message>
    <message>
        <source>Disguised step up</source>
        <translation>Remontée déguisée</translation>
    </message>
    <message>
        <source>Entity of a document</source>
        <translation>Entité d’un document</translation>
    </message>
    <message>
        <source>Event handler</source>
        <translation>Gestionnaire d’événement</translation>
    </message>
    <message>
        <source>Expression of a template</source>
        <translation>Expression de modèle</translation>
    </message>
    <message>
        <source>File of the system</source>
        <translation>Fichier du système</translation>
    </message>
    <message>
        <source>File that nobody asks for</source>
        <translation>Fichier que nul ne demande</translation>
    </message>
    <message>
        <source>Filter of a directory</source>
        <translation>Filtre d’annuaire</translation>
    </message>
    <message>
        <source>Forbidden UTF-8</source>
        <translation>UTF-8 interdit</translation>
    </message>
    <message>
        <source>Function in a variable</source>
        <translation>Fonction dans une variable</translation>
    </message>
    <message>
        <source>Function of a database</source>
        <translation>Fonction de base de données</translation>
    </message>
    <message>
        <source>Hidden or private file</source>
        <translation>Fichier caché ou privé</translation>
    </message>
    <message>
        <source>Inclusion into a document</source>
        <translation>Inclusion dans un document</translation>
    </message>
    <message>
        <source>Java</source>
        <translation>Java</translation>
    </message>
    <message>
        <source>JavaScript of a server</source>
        <translation>JavaScript de serveur</translation>
    </message>
    <message>
        <source>Leaves the text</source>
        <translation>Sort du texte</translation>
    </message>
    <message>
        <source>Line of a header</source>
        <translation>Ligne d’en-tête</translation>
    </message>
    <message>
        <source>Lookup of a log</source>
        <translation>Recherche dans un journal</translation>
    </message>
    <message>
        <source>Mark of a shell</source>
        <translation>Signe de shell</translation>
    </message>
    <message>
        <source>Mark of a template</source>
        <translation>Signe de modèle</translation>
    </message>
    <message>
        <source>Markup</source>
        <translation>Balisage</translation>
    </message>
    <message>
        <source>Operator between quotes</source>
        <translation>Opérateur entre guillemets</translation>
    </message>
    <message>
        <source>Operator of a query</source>
        <translation>Opérateur de requête</translation>
    </message>
    <message>
        <source>Operator on JSON</source>
        <translation>Opérateur sur JSON</translation>
    </message>
    <message>
        <source>PHP</source>
        <translation>PHP</translation>
    </message>
    <message>
        <source>Path of a program</source>
        <translation>Chemin d’un programme</translation>
    </message>
    <message>
        <source>Phrase of SQL</source>
        <translation>Expression SQL</translation>
    </message>
    <message>
        <source>Probes the columns</source>
        <translation>Sonde les colonnes</translation>
    </message>
    <message>
        <source>Program of a shell</source>
        <translation>Programme de shell</translation>
    </message>
    <message>
        <source>Prototype of all objects</source>
        <translation>Prototype de tous les objets</translation>
    </message>
    <message>
        <source>Python, Perl, Ruby and others</source>
        <translation>Python, Perl, Ruby et autres</translation>
    </message>
    <message>
        <source>Reaches into the page</source>
        <translation>Atteint la page</translation>
    </message>
    <message>
        <source>Request inside of a request</source>
        <translation>Requête dans une requête</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Script from elsewhere</source>
        <translation>Script venu d’ailleurs</translation>
    </message>
    <message>
        <source>Script in a query</source>
        <translation>Script dans une requête</translation>
    </message>
    <message>
        <source>Script of a Windows server</source>
        <translation>Script de serveur Windows</translation>
    </message>
    <message>
        <source>Script tag</source>
        <translation>Balise script</translation>
    </message>
    <message>
        <source>Serialised object</source>
        <translation>Objet sérialisé</translation>
    </message>
    <message>
        <source>Step up</source>
        <translation>Remontée</translation>
    </message>
    <message>
        <source>Style that runs something</source>
        <translation>Style qui exécute</translation>
    </message>
    <message>
        <source>Tables of the database itself</source>
        <translation>Tables de la base elle-même</translation>
    </message>
    <message>
        <source>Tag that loads or runs something</source>
        <translation>Balise qui charge ou exécute</translation>
    </message>
    <message>
        <source>This machine by its name</source>
        <translation>Cette machine par son nom</translation>
    </message>
    <message>
        <source>Union of queries</source>
        <translation>Union de requêtes</translation>
    </message>
    <message>
        <source>Unusual scheme of an address</source>
        <translation>Schéma d’adresse inhabituel</translation>
    </message>
    <message>
        <source>Waits in the database</source>
        <translation>Attend dans la base</translation>
    </message>
    <message>
        <source>Whole statement</source>
        <translation>Instruction entière</translation>
    </message>
    <message>
        <source>Word of a prototype</source>
        <translation>Mot de prototype</translation>
    </message>
    <message>
        <source>Words of a directory</source>
        <translation>Mots d’annuaire</translation>
    </message>
    <message>
        <source>Words of a script</source>
        <translation>Mots de script</translation>
    </message>
    <message>
        <source>Wrapper of a file</source>
        <translation>Enveloppe de fichier</translation>
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
        <translation>Requêtes sans identification</translation>
    </message>
    <message>
        <source>Forged and changed tokens</source>
        <translation>Jetons falsifiés ou modifiés</translation>
    </message>
    <message>
        <source>Invented API keys</source>
        <translation>Clés d’API inventées</translation>
    </message>
    <message>
        <source>Many passwords for one account</source>
        <translation>Beaucoup de mots de passe pour un compte</translation>
    </message>
    <message>
        <source>Stolen passwords for many accounts</source>
        <translation>Mots de passe volés pour beaucoup de comptes</translation>
    </message>
    <message>
        <source>One account, guessed from many addresses</source>
        <translation>Un compte deviné depuis de nombreuses adresses</translation>
    </message>
    <message>
        <source>Finding out which accounts exist</source>
        <translation>Découvrir quels comptes existent</translation>
    </message>
    <message>
        <source>Replayed and changed signatures</source>
        <translation>Signatures rejouées ou modifiées</translation>
    </message>
    <message>
        <source>What a role doesn&apos;t allow</source>
        <translation>Ce qu’un rôle ne permet pas</translation>
    </message>
    <message>
        <source>Members that a client may not set</source>
        <translation>Champs qu’un client ne peut pas définir</translation>
    </message>
    <message>
        <source>Guessed ids of others&apos; objects</source>
        <translation>Identifiants devinés d’objets d’autrui</translation>
    </message>
    <message>
        <source>Injections, seventeen classes</source>
        <translation>Injections, dix-sept classes</translation>
    </message>
    <message>
        <source>Queries that try to be more</source>
        <translation>Recherches qui veulent être plus</translation>
    </message>
    <message>
        <source>Scripts in comments</source>
        <translation>Scripts dans les commentaires</translation>
    </message>
    <message>
        <source>Documents that break the rules</source>
        <translation>Documents qui enfreignent les règles</translation>
    </message>
    <message>
        <source>Files that aren&apos;t what they say</source>
        <translation>Fichiers qui ne sont pas ce qu’ils disent</translation>
    </message>
    <message>
        <source>Requests without TLS</source>
        <translation>Requêtes sans TLS</translation>
    </message>
    <message>
        <source>Requests that can be read in two ways</source>
        <translation>Requêtes lisibles de deux façons</translation>
    </message>
    <message>
        <source>Heads and bodies beyond all bounds</source>
        <translation>En-têtes et corps démesurés</translation>
    </message>
    <message>
        <source>Ways out of the path</source>
        <translation>Sorties du chemin</translation>
    </message>
    <message>
        <source>Methods that nobody needs</source>
        <translation>Méthodes dont personne n’a besoin</translation>
    </message>
    <message>
        <source>Headers that browsers need</source>
        <translation>En-têtes dont les navigateurs ont besoin</translation>
    </message>
    <message>
        <source>Pages of other origins</source>
        <translation>Pages d’autres origines</translation>
    </message>
    <message>
        <source>Connections without end</source>
        <translation>Connexions sans fin</translation>
    </message>
    <message>
        <source>Requests that never end</source>
        <translation>Requêtes qui ne finissent jamais</translation>
    </message>
    <message>
        <source>Many requests from one address</source>
        <translation>Beaucoup de requêtes d’une adresse</translation>
    </message>
    <message>
        <source>One caller beyond the limit</source>
        <translation>Un appelant au-delà de la limite</translation>
    </message>
    <message>
        <source>A scanner for forgotten files</source>
        <translation>Un scanner de fichiers oubliés</translation>
    </message>
    <message>
        <source>Comments that look dangerous</source>
        <translation>Commentaires d’apparence dangereuse</translation>
    </message>
    <message>
        <source>A morning&apos;s work</source>
        <translation>Le travail d’une matinée</translation>
    </message>
    <message>
        <source>Programs with keys and signatures</source>
        <translation>Programmes avec clés et signatures</translation>
    </message>
    <message>
        <source>Fifteen sign-ins behind one address</source>
        <translation>Quinze connexions derrière une adresse</translation>
    </message>
    <message>
        <source>Health checks</source>
        <translation>Contrôles de santé</translation>
    </message>
</context>
<context>
    <name>DrillGroup</name>
    <message>
        <source>Sign-in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Droits</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
    <message>
        <source>Transport</source>
        <translation>Transport</translation>
    </message>
    <message>
        <source>Floods</source>
        <translation>Déferlantes</translation>
    </message>
    <message>
        <source>Honest traffic</source>
        <translation>Trafic honnête</translation>
    </message>
</context>
<context>
    <name>DrillNote</name>
    <message>
        <source>%1 guesses were looked at</source>
        <translation>%1 essais ont été examinés</translation>
    </message>
    <message>
        <source>guess %1</source>
        <translation>essai %1</translation>
    </message>
    <message>
        <source>account %1</source>
        <translation>compte %1</translation>
    </message>
    <message>
        <source>address %1</source>
        <translation>adresse %1</translation>
    </message>
    <message>
        <source>comment %1</source>
        <translation>commentaire %1</translation>
    </message>
    <message>
        <source>refused after %1 reads</source>
        <translation>refusé après %1 lectures</translation>
    </message>
    <message>
        <source>%1 reads were answered</source>
        <translation>%1 lectures ont reçu une réponse</translation>
    </message>
    <message>
        <source>the limit allows %1 reads, more than a drill sends</source>
        <translation>la limite permet %1 lectures, plus qu’un exercice n’en envoie</translation>
    </message>
    <message>
        <source>nobody is slowed down before %1 requests</source>
        <translation>personne n’est ralenti avant %1 requêtes</translation>
    </message>
    <message>
        <source>the longest wait was %1 ms</source>
        <translation>la plus longue attente était de %1 ms</translation>
    </message>
    <message>
        <source>waited up to %1 ms</source>
        <translation>attente jusqu’à %1 ms</translation>
    </message>
    <message>
        <source>stopped after %1 paths</source>
        <translation>arrêté après %1 chemins</translation>
    </message>
    <message>
        <source>80 paths were answered</source>
        <translation>80 chemins ont reçu une réponse</translation>
    </message>
    <message>
        <source>one address may have %1 connections</source>
        <translation>une adresse peut avoir %1 connexions</translation>
    </message>
    <message>
        <source>one address got %1 connections</source>
        <translation>une adresse a obtenu %1 connexions</translation>
    </message>
    <message>
        <source>a right password</source>
        <translation>un mot de passe juste</translation>
    </message>
    <message>
        <source>a probe</source>
        <translation>un contrôle</translation>
    </message>
    <message>
        <source>an API key</source>
        <translation>une clé d’API</translation>
    </message>
    <message>
        <source>a signed request</source>
        <translation>une requête signée</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>une liste</translation>
    </message>
    <message>
        <source>a record</source>
        <translation>un enregistrement</translation>
    </message>
    <message>
        <source>the record again</source>
        <translation>l’enregistrement de nouveau</translation>
    </message>
    <message>
        <source>a change</source>
        <translation>une modification</translation>
    </message>
    <message>
        <source>a script was kept</source>
        <translation>un script est resté</translation>
    </message>
    <message>
        <source>a broken document</source>
        <translation>un document défectueux</translation>
    </message>
    <message>
        <source>a head held its place for 25 s</source>
        <translation>un en-tête a gardé sa place 25 s</translation>
    </message>
    <message>
        <source>a body held its place for 25 s</source>
        <translation>un corps a gardé sa place 25 s</translation>
    </message>
    <message>
        <source>nobody else was served meanwhile</source>
        <translation>personne d’autre n’a été servi entre-temps</translation>
    </message>
    <message>
        <source>somebody else meanwhile</source>
        <translation>quelqu’un d’autre entre-temps</translation>
    </message>
    <message>
        <source>nobody says when to come back</source>
        <translation>personne ne dit quand revenir</translation>
    </message>
    <message>
        <source>a forged token</source>
        <translation>un jeton falsifié</translation>
    </message>
    <message>
        <source>an invented key</source>
        <translation>une clé inventée</translation>
    </message>
    <message>
        <source>%1: no answer</source>
        <translation>%1 : aucune réponse</translation>
    </message>
    <message>
        <source>%1: answered with %2</source>
        <translation>%1 : réponse %2</translation>
    </message>
    <message>
        <source>not run, the drill&apos;s time was over</source>
        <translation>non exécuté, le temps de l&apos;exercice était écoulé</translation>
    </message>
</context>
<context>
    <name>DrillVerdict</name>
    <message>
        <source>Served</source>
        <translation>Servi</translation>
    </message>
    <message>
        <source>Caught</source>
        <translation>Intercepté</translation>
    </message>
    <message>
        <source>Wrongly refused</source>
        <translation>Refusé à tort</translation>
    </message>
    <message>
        <source>Came through</source>
        <translation>Passé</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Non exécuté</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <translation>
            <numerusform>%Ln seconde</numerusform>
            <numerusform>%Ln secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln heure</numerusform>
            <numerusform>%Ln heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln minute</numerusform>
            <numerusform>%Ln minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Duty</name>
    <message>
        <source>Rotation of the signing key</source>
        <translation>Rotation de la clé de signature</translation>
    </message>
    <message>
        <source>Removal of what has expired</source>
        <translation>Suppression de ce qui a expiré</translation>
    </message>
    <message>
        <source>Removal of old events</source>
        <translation>Suppression des anciens événements</translation>
    </message>
    <message>
        <source>Counts of the use of API keys</source>
        <translation>Décompte de l’usage des clés d’API</translation>
    </message>
    <message>
        <source>Anchor of the journal</source>
        <translation>Ancre du journal</translation>
    </message>
    <message>
        <source>Nonces of signed requests</source>
        <translation>Nonces des requêtes signées</translation>
    </message>
    <message>
        <source>Changes from the command line</source>
        <translation>Modifications depuis la ligne de commande</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a task such as “Removal of old events”, %2: why it fails</extracomment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Clock that deletion goes by</source>
        <translation>Horloge dont dépend la suppression</translation>
    </message>
    <message>
        <source>The clock went ahead by days. Nothing that has expired is deleted until somebody says that it is right</source>
        <translation>L’horloge a avancé de plusieurs jours. Rien d’expiré n’est supprimé tant que personne ne dit qu’elle est juste</translation>
    </message>
    <message>
        <source>Counts of requests</source>
        <translation>Décomptes des requêtes</translation>
    </message>
    <message>
        <source>Sealing of sensitive values under the present key</source>
        <translation>Chiffrement des valeurs sensibles avec la clé actuelle</translation>
    </message>
    <message>
        <source>Removal of roles that have ended</source>
        <translation>Suppression des rôles qui ont pris fin</translation>
    </message>
    <message>
        <source>Renewal of the server&apos;s certificate</source>
        <translation>Renouvellement du certificat du serveur</translation>
    </message>
    <message>
        <source>Record of changes that a full disk held back</source>
        <translation>Enregistrement des modifications qu’un disque plein a retenues</translation>
    </message>
    <message>
        <source>Something that was taken away while the disk was full could not be recorded and is not in force any more: look at it again</source>
        <translation>Un retrait décidé pendant que le disque était plein n’a pas pu être enregistré et n’est plus en vigueur : vérifiez-le de nouveau</translation>
    </message>
    <message>
        <source>Removal of files that nothing names</source>
        <translation>Suppression des fichiers que rien ne nomme</translation>
    </message>
    <message>
        <source>Removal of address rules that have ended</source>
        <translation>Suppression des règles d’adresses terminées</translation>
    </message>
    <message>
        <source>Taking back of changes that nobody confirmed</source>
        <translation>Retour sur les changements non confirmés</translation>
    </message>
    <message>
        <source>Signed heads of the journal</source>
        <translation>Têtes signées du journal</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Règles d’alerte</translation>
    </message>
    <message>
        <source>Delivery to destinations</source>
        <translation>Envoi aux destinations</translation>
    </message>
    <message>
        <source>Planned reports</source>
        <translation>Rapports planifiés</translation>
    </message>
</context>
<context>
    <name>EventField</name>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
</context>
<context>
    <name>EventFilter</name>
    <message>
        <source>Did you mean %1?</source>
        <extracomment>%1: a word that may stand there, such as auth.login</extracomment>
        <translation>Vouliez-vous dire %1 ?</translation>
    </message>
    <message>
        <source>The filter is longer than 1,000 characters.</source>
        <translation>Le filtre dépasse 1 000 caractères.</translation>
    </message>
    <message>
        <source>A filter has at most 32 terms.</source>
        <translation>Un filtre a 32 termes au plus.</translation>
    </message>
    <message>
        <source>There is no such filter. Put quotation marks around text with a colon.</source>
        <translation>Ce filtre n’existe pas. Mettez entre guillemets un texte avec deux-points.</translation>
    </message>
    <message>
        <source>A value is missing after the colon.</source>
        <translation>Il manque une valeur après les deux-points.</translation>
    </message>
    <message>
        <source>The closing quotation mark is missing.</source>
        <translation>Le guillemet fermant manque.</translation>
    </message>
    <message>
        <source>This can be given only once.</source>
        <translation>Ceci ne peut être indiqué qu’une fois.</translation>
    </message>
    <message>
        <source>This cannot be excluded with a minus sign.</source>
        <translation>Ceci ne peut pas être exclu par un signe moins.</translation>
    </message>
    <message>
        <source>The period ends before it begins.</source>
        <translation>La période finit avant de commencer.</translation>
    </message>
    <message>
        <source>Must be success, failure, refused or blocked.</source>
        <translation>Valeurs possibles : success, failure, refused ou blocked.</translation>
    </message>
    <message>
        <source>Must be info, notice, warning or critical, with or without &gt;=.</source>
        <translation>Valeurs possibles : info, notice, warning ou critical, avec ou sans &gt;=.</translation>
    </message>
    <message>
        <source>There is no such kind of event.</source>
        <translation>Ce type d’événement n’existe pas.</translation>
    </message>
    <message>
        <source>Not an address or network, like 203.0.113.7 or 203.0.113.0/24.</source>
        <translation>Ni une adresse ni un réseau, comme 203.0.113.7 ou 203.0.113.0/24.</translation>
    </message>
    <message>
        <source>Text must be well-formed UTF-8.</source>
        <translation>Le texte doit être de l’UTF-8 valide.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recent</source>
        <translation>
            <numerusform>%Ln récent</numerusform>
            <numerusform>%Ln récents</numerusform>
        </translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Start: 15m, 1h, 7d or a time</source>
        <translation>Début : 15m, 1h, 7d ou une date</translation>
    </message>
    <message>
        <source>End: 15m, 1h, 7d ago or a time</source>
        <translation>Fin : il y a 15m, 1h, 7d ou une date</translation>
    </message>
    <message>
        <source>At least this severe: &gt;=warning</source>
        <translation>Au moins aussi grave : &gt;=warning</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>Comment cela a fini</translation>
    </message>
    <message>
        <source>What happened, or a family as auth.</source>
        <translation>Ce qui s’est passé, ou une famille comme auth.</translation>
    </message>
    <message>
        <source>Name, quoted if it has spaces</source>
        <translation>Nom, entre guillemets s’il a des espaces</translation>
    </message>
    <message>
        <source>Address or network</source>
        <translation>Adresse ou réseau</translation>
    </message>
    <message>
        <source>Beginning of the path</source>
        <translation>Début du chemin</translation>
    </message>
    <message>
        <source>Request id from an answer</source>
        <translation>Identifiant de requête d’une réponse</translation>
    </message>
    <message>
        <source>The last 15 minutes</source>
        <translation>Les 15 dernières minutes</translation>
    </message>
    <message>
        <source>The last hour</source>
        <translation>La dernière heure</translation>
    </message>
    <message>
        <source>The last 24 hours</source>
        <translation>Les 24 dernières heures</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>Les 7 derniers jours</translation>
    </message>
    <message>
        <source>The last 30 days</source>
        <translation>Les 30 derniers jours</translation>
    </message>
    <message>
        <source>Up to an hour ago</source>
        <translation>Jusqu’à il y a une heure</translation>
    </message>
    <message>
        <source>Up to a day ago</source>
        <translation>Jusqu’à il y a un jour</translation>
    </message>
    <message>
        <source>Notice and worse</source>
        <translation>Avis et plus grave</translation>
    </message>
    <message>
        <source>Warning and worse</source>
        <translation>Avertissement et plus grave</translation>
    </message>
    <message>
        <source>Critical only</source>
        <translation>Critique seulement</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Tried and failed</source>
        <translation>Essayé sans succès</translation>
    </message>
    <message>
        <source>Not allowed</source>
        <translation>Non autorisé</translation>
    </message>
    <message>
        <source>Stopped by protection</source>
        <translation>Arrêté par la protection</translation>
    </message>
    <message>
        <source>Not a time. Use 30m, 1h, 7d, today, 2026-11-24 or 2026-11-24T14:00.</source>
        <translation>Ce n’est pas une date. Utilisez 30m, 1h, 7d, today, 2026-11-24 ou 2026-11-24T14:00.</translation>
    </message>
    <message>
        <source>Not the id of a session: it has 26 letters and digits.</source>
        <translation>Ce n’est pas l’identifiant d’une session : il a 26 lettres et chiffres.</translation>
    </message>
    <message>
        <source>Id of a session</source>
        <translation>Identifiant d’une session</translation>
    </message>
    <message>
        <source>Word of the reason: wrong_password</source>
        <translation>Mot du motif : wrong_password</translation>
    </message>
</context>
<context>
    <name>EventHelp</name>
    <message>
        <source>renewing the token before its time was over.</source>
        <translation>renouveler le jeton avant son expiration.</translation>
    </message>
    <message>
        <source>a token of this server that is still valid.</source>
        <translation>un jeton de ce serveur encore valide.</translation>
    </message>
    <message>
        <source>signing in first and sending the token.</source>
        <translation>se connecter d’abord et envoyer le jeton.</translation>
    </message>
    <message>
        <source>a role that holds this permission.</source>
        <translation>un rôle qui a cette permission.</translation>
    </message>
    <message>
        <source>waiting as long as the answer said, or a higher limit.</source>
        <translation>attendre le temps indiqué dans la réponse, ou une limite plus haute.</translation>
    </message>
    <message>
        <source>a fresh code from the authenticator with the request.</source>
        <translation>un code récent de l’application d’authentification dans la requête.</translation>
    </message>
    <message>
        <source>the code from the authenticator.</source>
        <translation>le code de l’application d’authentification.</translation>
    </message>
    <message>
        <source>the code that the authenticator shows now, used once.</source>
        <translation>le code que l’application affiche maintenant, utilisé une seule fois.</translation>
    </message>
    <message>
        <source>a body as the API description asks for.</source>
        <translation>un corps conforme à la description de l’API.</translation>
    </message>
    <message>
        <source>waiting, or unlocking the account.</source>
        <translation>attendre, ou déverrouiller le compte.</translation>
    </message>
    <message>
        <source>enabling the account.</source>
        <translation>activer le compte.</translation>
    </message>
    <message>
        <source>a smaller body.</source>
        <translation>un corps plus petit.</translation>
    </message>
    <message>
        <source>a method from the answer’s Allow header.</source>
        <translation>une méthode de l’en-tête Allow de la réponse.</translation>
    </message>
    <message>
        <source>Open setting</source>
        <translation>Ouvrir le réglage</translation>
    </message>
    <message>
        <source>Open user</source>
        <translation>Ouvrir l’utilisateur</translation>
    </message>
    <message>
        <source>Show this address</source>
        <translation>Afficher cette adresse</translation>
    </message>
    <message>
        <source>an address that the key allows.</source>
        <translation>une adresse autorisée par la clé.</translation>
    </message>
    <message>
        <source>rotating the key before its end.</source>
        <translation>renouveler la clé avant sa fin.</translation>
    </message>
    <message>
        <source>enabling the key’s owner.</source>
        <translation>activer le propriétaire de la clé.</translation>
    </message>
    <message>
        <source>the key’s text of after the rotation.</source>
        <translation>le texte de la clé après son renouvellement.</translation>
    </message>
    <message>
        <source>signing in as a person.</source>
        <translation>se connecter en tant que personne.</translation>
    </message>
    <message>
        <source>setting the client’s clock, and signing right before sending.</source>
        <translation>régler l’horloge du client et signer juste avant l’envoi.</translation>
    </message>
    <message>
        <source>signing method, host, path, query and, with a body, its digest.</source>
        <translation>signer la méthode, l’hôte, le chemin, la chaîne de requête et, avec un corps, son empreinte.</translation>
    </message>
    <message>
        <source>a digest over exactly the bytes that are sent.</source>
        <translation>une empreinte calculée sur les octets exacts qui sont envoyés.</translation>
    </message>
    <message>
        <source>signing path, query and body exactly as they are sent.</source>
        <translation>signer le chemin, la chaîne de requête et le corps exactement comme ils sont envoyés.</translation>
    </message>
    <message>
        <source>a new nonce and a new signature for each request, repeated ones too.</source>
        <translation>un nouveau nonce et une nouvelle signature pour chaque requête, même répétée.</translation>
    </message>
    <message>
        <source>waiting as long as the answer said, then signing anew.</source>
        <translation>attendre le temps indiqué par la réponse, puis signer de nouveau.</translation>
    </message>
    <message>
        <source>a signature with an API key that has a signing secret.</source>
        <translation>une signature avec une clé d’API qui a un secret de signature.</translation>
    </message>
    <message>
        <source>a second factor, set up before its time was over.</source>
        <translation>un second facteur, configuré avant la fin du délai.</translation>
    </message>
    <message>
        <source>signing in again right before.</source>
        <translation>se reconnecter juste avant.</translation>
    </message>
    <message>
        <source>Open policy</source>
        <translation>Ouvrir la politique</translation>
    </message>
    <message>
        <source>Open decision</source>
        <translation>Ouvrir la décision</translation>
    </message>
    <message>
        <source>taking the address off the block list, or allowing it.</source>
        <translation>retirer l’adresse de la liste de blocage, ou l’autoriser.</translation>
    </message>
    <message>
        <source>waiting for the end of the ban, or lifting it.</source>
        <translation>attendre la fin du bannissement, ou le lever.</translation>
    </message>
    <message>
        <source>lifting the ban, or allowing the address.</source>
        <translation>lever l’interdiction, ou autoriser l’adresse.</translation>
    </message>
    <message>
        <source>sending fewer requests at a time.</source>
        <translation>envoyer moins de requêtes à la fois.</translation>
    </message>
    <message>
        <source>allowing the rule at this place, if it was no attack.</source>
        <translation>autoriser la règle à cet endroit, si ce n’était pas une attaque.</translation>
    </message>
    <message>
        <source>Open hit</source>
        <translation>Ouvrir la détection</translation>
    </message>
    <message>
        <source>a proxy that sends one of the two fields and removes the other.</source>
        <translation>un proxy qui envoie l’un des deux champs et supprime l’autre.</translation>
    </message>
</context>
<context>
    <name>EventKind</name>
    <message>
        <source>Permission missing</source>
        <translation>Permission manquante</translation>
    </message>
    <message>
        <source>Second factor missing</source>
        <translation>Second facteur manquant</translation>
    </message>
    <message>
        <source>Audit journal damaged</source>
        <translation>Journal d’audit endommagé</translation>
    </message>
    <message>
        <source>Events dropped</source>
        <translation>Événements perdus</translation>
    </message>
    <message>
        <source>Audit chain verified</source>
        <translation>Chaîne d’audit vérifiée</translation>
    </message>
    <message>
        <source>Signed in</source>
        <translation>Connexion réussie</translation>
    </message>
    <message>
        <source>Sign-in failed</source>
        <translation>Échec de connexion</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Déconnexion</translation>
    </message>
    <message>
        <source>Second factor failed</source>
        <translation>Échec du second facteur</translation>
    </message>
    <message>
        <source>Password accepted, second factor asked</source>
        <translation>Mot de passe accepté, second facteur demandé</translation>
    </message>
    <message>
        <source>Recovery code used</source>
        <translation>Code de récupération utilisé</translation>
    </message>
    <message>
        <source>Token renewed</source>
        <translation>Jeton renouvelé</translation>
    </message>
    <message>
        <source>Refresh token used twice</source>
        <translation>Jeton utilisé deux fois</translation>
    </message>
    <message>
        <source>Sign-in held back</source>
        <translation>Connexion retardée</translation>
    </message>
    <message>
        <source>Token refused</source>
        <translation>Jeton refusé</translation>
    </message>
    <message>
        <source>Operator signed in</source>
        <translation>Opérateur connecté</translation>
    </message>
    <message>
        <source>Operator sign-in failed</source>
        <translation>Échec de connexion de l’opérateur</translation>
    </message>
    <message>
        <source>Operator signed out</source>
        <translation>Opérateur déconnecté</translation>
    </message>
    <message>
        <source>Rate limit reached</source>
        <translation>Limite de débit atteinte</translation>
    </message>
    <message>
        <source>Second factor switched off</source>
        <translation>Second facteur désactivé</translation>
    </message>
    <message>
        <source>Second factor set up</source>
        <translation>Second facteur configuré</translation>
    </message>
    <message>
        <source>Second factor setup started</source>
        <translation>Configuration du second facteur commencée</translation>
    </message>
    <message>
        <source>Recovery codes renewed</source>
        <translation>Codes de récupération renouvelés</translation>
    </message>
    <message>
        <source>Second factor reset</source>
        <translation>Second facteur réinitialisé</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>Mot de passe modifié</translation>
    </message>
    <message>
        <source>Password reset started</source>
        <translation>Réinitialisation du mot de passe commencée</translation>
    </message>
    <message>
        <source>Audit report exported</source>
        <translation>Rapport d’audit exporté</translation>
    </message>
    <message>
        <source>Request with invalid content</source>
        <translation>Requête au contenu non valide</translation>
    </message>
    <message>
        <source>Malformed request</source>
        <translation>Requête mal formée</translation>
    </message>
    <message>
        <source>Certificate created</source>
        <translation>Certificat créé</translation>
    </message>
    <message>
        <source>Server failed</source>
        <translation>Panne du serveur</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>Erreur interne</translation>
    </message>
    <message>
        <source>Server started</source>
        <translation>Serveur démarré</translation>
    </message>
    <message>
        <source>Server stopped</source>
        <translation>Serveur arrêté</translation>
    </message>
    <message>
        <source>Sessions ended</source>
        <translation>Sessions terminées</translation>
    </message>
    <message>
        <source>Setting changed</source>
        <translation>Réglage modifié</translation>
    </message>
    <message>
        <source>TLS handshake failed</source>
        <translation>Échec de la négociation TLS</translation>
    </message>
    <message>
        <source>User changed</source>
        <translation>Utilisateur modifié</translation>
    </message>
    <message>
        <source>User added</source>
        <translation>Utilisateur ajouté</translation>
    </message>
    <message>
        <source>User deleted</source>
        <translation>Utilisateur supprimé</translation>
    </message>
    <message>
        <source>User disabled</source>
        <translation>Utilisateur désactivé</translation>
    </message>
    <message>
        <source>User enabled</source>
        <translation>Utilisateur activé</translation>
    </message>
    <message>
        <source>User invited</source>
        <translation>Utilisateur invité</translation>
    </message>
    <message>
        <source>Roles of user changed</source>
        <translation>Rôles de l’utilisateur modifiés</translation>
    </message>
    <message>
        <source>User unlocked</source>
        <translation>Utilisateur déverrouillé</translation>
    </message>
    <message>
        <source>Vault created</source>
        <translation>Coffre créé</translation>
    </message>
    <message>
        <source>Vault locked</source>
        <translation>Coffre verrouillé</translation>
    </message>
    <message>
        <source>Passphrase changed</source>
        <translation>Phrase secrète modifiée</translation>
    </message>
    <message>
        <source>Vault unlocked</source>
        <translation>Coffre déverrouillé</translation>
    </message>
    <message>
        <source>Old events removed</source>
        <translation>Anciens événements supprimés</translation>
    </message>
    <message>
        <source>API key changed</source>
        <translation>Clé d’API modifiée</translation>
    </message>
    <message>
        <source>API key created</source>
        <translation>Clé d’API créée</translation>
    </message>
    <message>
        <source>API key found in files</source>
        <translation>Clé d’API trouvée dans des fichiers</translation>
    </message>
    <message>
        <source>API key refused</source>
        <translation>Clé d’API refusée</translation>
    </message>
    <message>
        <source>API key revoked</source>
        <translation>Clé d’API révoquée</translation>
    </message>
    <message>
        <source>API key rotated</source>
        <translation>Clé d’API renouvelée</translation>
    </message>
    <message>
        <source>Files searched for API keys</source>
        <translation>Fichiers analysés à la recherche de clés d’API</translation>
    </message>
    <message>
        <source>Service account changed</source>
        <translation>Compte de service modifié</translation>
    </message>
    <message>
        <source>Service account added</source>
        <translation>Compte de service ajouté</translation>
    </message>
    <message>
        <source>Service account deleted</source>
        <translation>Compte de service supprimé</translation>
    </message>
    <message>
        <source>New key signs tokens</source>
        <translation>Une nouvelle clé signe les jetons</translation>
    </message>
    <message>
        <source>Second factor overdue</source>
        <translation>Second facteur en retard</translation>
    </message>
    <message>
        <source>Second factor shown again</source>
        <translation>Second facteur présenté de nouveau</translation>
    </message>
    <message>
        <source>Device no longer trusted</source>
        <translation>Appareil plus de confiance</translation>
    </message>
    <message>
        <source>Device trusted</source>
        <translation>Appareil de confiance</translation>
    </message>
    <message>
        <source>Passkey added</source>
        <translation>Clé d’accès ajoutée</translation>
    </message>
    <message>
        <source>Passkey may have been copied</source>
        <translation>Clé d’accès peut-être copiée</translation>
    </message>
    <message>
        <source>Passkey removed</source>
        <translation>Clé d’accès retirée</translation>
    </message>
    <message>
        <source>Passkey renamed</source>
        <translation>Clé d’accès renommée</translation>
    </message>
    <message>
        <source>Outside sign-in failed</source>
        <translation>Échec de connexion externe</translation>
    </message>
    <message>
        <source>Identity provider changed</source>
        <translation>Fournisseur d’identité modifié</translation>
    </message>
    <message>
        <source>Identity provider added</source>
        <translation>Fournisseur d’identité ajouté</translation>
    </message>
    <message>
        <source>Identity provider deleted</source>
        <translation>Fournisseur d’identité supprimé</translation>
    </message>
    <message>
        <source>Identity provider tested</source>
        <translation>Fournisseur d’identité testé</translation>
    </message>
    <message>
        <source>User linked to an outside login</source>
        <translation>Utilisateur lié à une connexion externe</translation>
    </message>
    <message>
        <source>Outside login of user removed</source>
        <translation>Connexion externe de l’utilisateur retirée</translation>
    </message>
    <message>
        <source>Sign-in from a new device</source>
        <translation>Connexion depuis un nouvel appareil</translation>
    </message>
    <message>
        <source>Sign-in after failed tries</source>
        <translation>Connexion après des échecs</translation>
    </message>
    <message>
        <source>Users exported to a file</source>
        <translation>Utilisateurs exportés vers un fichier</translation>
    </message>
    <message>
        <source>Users imported from a file</source>
        <translation>Utilisateurs importés d’un fichier</translation>
    </message>
    <message>
        <source>Certificate changed</source>
        <translation>Certificat changé</translation>
    </message>
    <message>
        <source>Reload failed</source>
        <translation>Rechargement échoué</translation>
    </message>
    <message>
        <source>Unexpected fault</source>
        <translation>Défaillance inattendue</translation>
    </message>
    <message>
        <source>Upkeep failed</source>
        <translation>Entretien échoué</translation>
    </message>
    <message>
        <source>Upkeep works again</source>
        <translation>L’entretien fonctionne à nouveau</translation>
    </message>
    <message>
        <source>Damage of the journal accepted</source>
        <translation>Dommages du journal acceptés</translation>
    </message>
    <message>
        <source>Clock jumped ahead</source>
        <translation>Horloge avancée brusquement</translation>
    </message>
    <message>
        <source>Clock was set back</source>
        <translation>Horloge retardée</translation>
    </message>
    <message>
        <source>Clock is trusted again</source>
        <translation>L’horloge est de nouveau fiable</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>Rôle modifié</translation>
    </message>
    <message>
        <source>Role added</source>
        <translation>Rôle ajouté</translation>
    </message>
    <message>
        <source>Role deleted</source>
        <translation>Rôle supprimé</translation>
    </message>
    <message>
        <source>Change in force could not be kept</source>
        <translation>Changement en vigueur non conservé</translation>
    </message>
    <message>
        <source>Policy changed</source>
        <translation>Politique modifiée</translation>
    </message>
    <message>
        <source>Policy added</source>
        <translation>Politique ajoutée</translation>
    </message>
    <message>
        <source>Policy deleted</source>
        <translation>Politique supprimée</translation>
    </message>
    <message>
        <source>Denied by a policy</source>
        <translation>Refusé par une politique</translation>
    </message>
    <message>
        <source>Policy published</source>
        <translation>Politique publiée</translation>
    </message>
    <message>
        <source>Record changed</source>
        <translation>Fiche modifiée</translation>
    </message>
    <message>
        <source>Record added</source>
        <translation>Fiche ajoutée</translation>
    </message>
    <message>
        <source>Sensitive value does not open</source>
        <translation>Valeur sensible illisible</translation>
    </message>
    <message>
        <source>Record deleted</source>
        <translation>Fiche supprimée</translation>
    </message>
    <message>
        <source>Sensitive values sealed anew</source>
        <translation>Valeurs sensibles chiffrées à nouveau</translation>
    </message>
    <message>
        <source>Records exported to a file</source>
        <translation>Fiches exportées dans un fichier</translation>
    </message>
    <message>
        <source>New key seals sensitive values</source>
        <translation>Nouvelle clé pour les valeurs sensibles</translation>
    </message>
    <message>
        <source>Sensitive values shown</source>
        <translation>Valeurs sensibles affichées</translation>
    </message>
    <message>
        <source>Role of user ended</source>
        <translation>Rôle d’un utilisateur terminé</translation>
    </message>
    <message>
        <source>Role of user ends soon</source>
        <translation>Rôle d’un utilisateur bientôt terminé</translation>
    </message>
    <message>
        <source>Comment changed</source>
        <translation>Commentaire modifié</translation>
    </message>
    <message>
        <source>Comment added</source>
        <translation>Commentaire ajouté</translation>
    </message>
    <message>
        <source>Comment deleted</source>
        <translation>Commentaire supprimé</translation>
    </message>
    <message>
        <source>File is not what was stored</source>
        <translation>Le fichier n’est pas celui qui a été enregistré</translation>
    </message>
    <message>
        <source>File deleted</source>
        <translation>Fichier supprimé</translation>
    </message>
    <message>
        <source>File downloaded</source>
        <translation>Fichier téléchargé</translation>
    </message>
    <message>
        <source>File refused</source>
        <translation>Fichier refusé</translation>
    </message>
    <message>
        <source>File uploaded</source>
        <translation>Fichier envoyé</translation>
    </message>
    <message>
        <source>Change confirmed</source>
        <translation>Modification confirmée</translation>
    </message>
    <message>
        <source>Change waits to be confirmed</source>
        <translation>Modification en attente de confirmation</translation>
    </message>
    <message>
        <source>Change taken back</source>
        <translation>Modification annulée</translation>
    </message>
    <message>
        <source>Server listens elsewhere</source>
        <translation>Le serveur écoute ailleurs</translation>
    </message>
    <message>
        <source>Access review exported</source>
        <translation>Revue des accès exportée</translation>
    </message>
    <message>
        <source>Drill finished</source>
        <translation>Exercice terminé</translation>
    </message>
    <message>
        <source>Address banned</source>
        <translation>Adresse bannie</translation>
    </message>
    <message>
        <source>Request of a blocked address refused</source>
        <translation>Requête d’une adresse bloquée refusée</translation>
    </message>
    <message>
        <source>Address rule added</source>
        <translation>Règle d’adresse ajoutée</translation>
    </message>
    <message>
        <source>Address rule changed</source>
        <translation>Règle d’adresse modifiée</translation>
    </message>
    <message>
        <source>Address rule ended</source>
        <translation>Règle d’adresse terminée</translation>
    </message>
    <message>
        <source>Address rule removed</source>
        <translation>Règle d’adresse supprimée</translation>
    </message>
    <message>
        <source>Address rules exported</source>
        <translation>Règles d’adresses exportées</translation>
    </message>
    <message>
        <source>Address rules imported</source>
        <translation>Règles d’adresses importées</translation>
    </message>
    <message>
        <source>Address rules removed</source>
        <translation>Règles d’adresses supprimées</translation>
    </message>
    <message>
        <source>Threat score forgotten</source>
        <translation>Score de menace oublié</translation>
    </message>
    <message>
        <source>Address would have been banned</source>
        <translation>L’adresse aurait été bannie</translation>
    </message>
    <message>
        <source>Threat weights changed</source>
        <translation>Poids des menaces modifiés</translation>
    </message>
    <message>
        <source>Attack blocked</source>
        <translation>Attaque bloquée</translation>
    </message>
    <message>
        <source>Detection excluded at a place</source>
        <translation>Détection exclue à un endroit</translation>
    </message>
    <message>
        <source>Exclusion of detection removed</source>
        <translation>Exclusion de détection retirée</translation>
    </message>
    <message>
        <source>Attack noticed, let pass</source>
        <translation>Attaque remarquée, laissée passer</translation>
    </message>
    <message>
        <source>Detection changed</source>
        <translation>Détection modifiée</translation>
    </message>
    <message>
        <source>Detection rule added</source>
        <translation>Règle de détection ajoutée</translation>
    </message>
    <message>
        <source>Detection rule deleted</source>
        <translation>Règle de détection supprimée</translation>
    </message>
    <message>
        <source>Rate limit would have refused</source>
        <translation>Une limite de débit aurait refusé</translation>
    </message>
    <message>
        <source>Rate limit reset for a caller</source>
        <translation>Limite de débit réinitialisée pour un appelant</translation>
    </message>
    <message>
        <source>Rate limit changed</source>
        <translation>Limite de débit modifiée</translation>
    </message>
    <message>
        <source>Rate limit added</source>
        <translation>Limite de débit ajoutée</translation>
    </message>
    <message>
        <source>Rate limit deleted</source>
        <translation>Limite de débit supprimée</translation>
    </message>
    <message>
        <source>Alert acted</source>
        <translation>Alerte suivie d’une action</translation>
    </message>
    <message>
        <source>Action of an alert failed</source>
        <translation>Échec de l’action d’une alerte</translation>
    </message>
    <message>
        <source>Action of an alert undone</source>
        <translation>Action d’une alerte annulée</translation>
    </message>
    <message>
        <source>Alert rule changed</source>
        <translation>Règle d’alerte modifiée</translation>
    </message>
    <message>
        <source>Alert rule added</source>
        <translation>Règle d’alerte ajoutée</translation>
    </message>
    <message>
        <source>Alert rule deleted</source>
        <translation>Règle d’alerte supprimée</translation>
    </message>
    <message>
        <source>Contents of events removed</source>
        <translation>Contenu d’événements supprimé</translation>
    </message>
    <message>
        <source>Evidence pack made</source>
        <translation>Dossier de preuves créé</translation>
    </message>
    <message>
        <source>Evidence pack deleted</source>
        <translation>Dossier de preuves supprimé</translation>
    </message>
    <message>
        <source>Evidence pack downloaded</source>
        <translation>Dossier de preuves téléchargé</translation>
    </message>
    <message>
        <source>Head of the journal signed</source>
        <translation>Tête du journal signée</translation>
    </message>
    <message>
        <source>Earlier configuration restored</source>
        <translation>Configuration antérieure rétablie</translation>
    </message>
    <message>
        <source>Incident changed</source>
        <translation>Incident modifié</translation>
    </message>
    <message>
        <source>Incident opened</source>
        <translation>Incident ouvert</translation>
    </message>
    <message>
        <source>Rate limit of a caller removed</source>
        <translation>Limite d’un appelant supprimée</translation>
    </message>
    <message>
        <source>Rate limit of a caller set</source>
        <translation>Limite d’un appelant définie</translation>
    </message>
    <message>
        <source>Destination changed</source>
        <translation>Destination modifiée</translation>
    </message>
    <message>
        <source>Destination added</source>
        <translation>Destination ajoutée</translation>
    </message>
    <message>
        <source>Destination deleted</source>
        <translation>Destination supprimée</translation>
    </message>
    <message>
        <source>Events for a destination dropped</source>
        <translation>Événements perdus pour une destination</translation>
    </message>
    <message>
        <source>Destination cannot be reached</source>
        <translation>Destination injoignable</translation>
    </message>
    <message>
        <source>Destination is reached again</source>
        <translation>Destination de nouveau joignable</translation>
    </message>
    <message>
        <source>Destination tested</source>
        <translation>Destination testée</translation>
    </message>
    <message>
        <source>Planned report failed</source>
        <translation>Échec du rapport planifié</translation>
    </message>
    <message>
        <source>Planned report made</source>
        <translation>Rapport planifié créé</translation>
    </message>
    <message>
        <source>Report plan changed</source>
        <translation>Plan de rapport modifié</translation>
    </message>
    <message>
        <source>Report plan added</source>
        <translation>Plan de rapport ajouté</translation>
    </message>
    <message>
        <source>Report plan deleted</source>
        <translation>Plan de rapport supprimé</translation>
    </message>
    <message>
        <source>Request would have been refused as invalid</source>
        <translation>Requête qui aurait été refusée comme invalide</translation>
    </message>
    <message>
        <source>Retention changed</source>
        <translation>Conservation modifiée</translation>
    </message>
    <message>
        <source>Legal hold lifted</source>
        <translation>Obligation de conservation levée</translation>
    </message>
    <message>
        <source>Legal hold placed</source>
        <translation>Obligation de conservation posée</translation>
    </message>
    <message>
        <source>Saved search deleted</source>
        <translation>Recherche enregistrée supprimée</translation>
    </message>
    <message>
        <source>Search saved</source>
        <translation>Recherche enregistrée</translation>
    </message>
    <message>
        <source>Data of a person erased</source>
        <translation>Données d’une personne effacées</translation>
    </message>
    <message>
        <source>Kept report deleted</source>
        <translation>Rapport supprimé</translation>
    </message>
    <message>
        <source>Events read</source>
        <translation>Événements consultés</translation>
    </message>
    <message>
        <source>Policies exported</source>
        <translation>Politiques exportées</translation>
    </message>
    <message>
        <source>Policies imported</source>
        <translation>Politiques importées</translation>
    </message>
    <message>
        <source>Vault put back from a backup</source>
        <translation>Coffre remis en place depuis une sauvegarde</translation>
    </message>
</context>
<context>
    <name>EventOutcome</name>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échec</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqué</translation>
    </message>
</context>
<context>
    <name>EventReason</name>
    <message>
        <source>The account is disabled</source>
        <translation>Le compte est désactivé</translation>
    </message>
    <message>
        <source>Too many failed sign-ins; the account waits</source>
        <translation>Trop d’échecs de connexion ; le compte attend</translation>
    </message>
    <message>
        <source>The request breaks the rules of HTTP</source>
        <translation>La requête ne respecte pas les règles de HTTP</translation>
    </message>
    <message>
        <source>A protection rule stopped it</source>
        <translation>Une règle de protection l’a arrêtée</translation>
    </message>
    <message>
        <source>The present state forbids it</source>
        <translation>L’état actuel ne le permet pas</translation>
    </message>
    <message>
        <source>The headers are larger than allowed</source>
        <translation>Les en-têtes sont plus grands que permis</translation>
    </message>
    <message>
        <source>An unexpected failure inside the server</source>
        <translation>Une panne inattendue dans le serveur</translation>
    </message>
    <message>
        <source>A value is not acceptable</source>
        <translation>Une valeur n’est pas acceptable</translation>
    </message>
    <message>
        <source>A fixed count is used up</source>
        <translation>Un nombre fixe est épuisé</translation>
    </message>
    <message>
        <source>The route doesn’t take this method</source>
        <translation>La route n’accepte pas cette méthode</translation>
    </message>
    <message>
        <source>A second factor must be set up first</source>
        <translation>Un second facteur doit d’abord être configuré</translation>
    </message>
    <message>
        <source>The code is wrong or was used already</source>
        <translation>Le code est faux ou a déjà servi</translation>
    </message>
    <message>
        <source>A second factor is needed</source>
        <translation>Un second facteur est nécessaire</translation>
    </message>
    <message>
        <source>There is no such object</source>
        <translation>Cet objet n’existe pas</translation>
    </message>
    <message>
        <source>The password is too weak</source>
        <translation>Le mot de passe est trop faible</translation>
    </message>
    <message>
        <source>The body is larger than allowed</source>
        <translation>Le corps est plus grand que permis</translation>
    </message>
    <message>
        <source>The role doesn’t allow it</source>
        <translation>Le rôle ne le permet pas</translation>
    </message>
    <message>
        <source>A policy denies it</source>
        <translation>Une politique l’interdit</translation>
    </message>
    <message>
        <source>More requests than the limit allows</source>
        <translation>Plus de requêtes que la limite ne permet</translation>
    </message>
    <message>
        <source>The request took too long to arrive</source>
        <translation>La requête est arrivée trop lentement</translation>
    </message>
    <message>
        <source>The MFA check is too long ago for this</source>
        <translation>La vérification MFA est trop ancienne pour cela</translation>
    </message>
    <message>
        <source>The token’s time is over</source>
        <translation>Le jeton a expiré</translation>
    </message>
    <message>
        <source>The token is malformed, revoked or not ours</source>
        <translation>Le jeton est mal formé, révoqué ou n’est pas le nôtre</translation>
    </message>
    <message>
        <source>No valid credential was shown</source>
        <translation>Aucune preuve d’identité valide n’a été présentée</translation>
    </message>
    <message>
        <source>The server was too busy</source>
        <translation>Le serveur était trop occupé</translation>
    </message>
    <message>
        <source>There is no such account</source>
        <translation>Ce compte n’existe pas</translation>
    </message>
    <message>
        <source>The body’s type isn’t taken here</source>
        <translation>Ce type de corps n’est pas accepté ici</translation>
    </message>
    <message>
        <source>The address line is longer than allowed</source>
        <translation>La ligne d’adresse est plus longue que permis</translation>
    </message>
    <message>
        <source>The body breaks the rules of this route</source>
        <translation>Le corps ne respecte pas les règles de cette route</translation>
    </message>
    <message>
        <source>The password is wrong</source>
        <translation>Le mot de passe est faux</translation>
    </message>
    <message>
        <source>The single-use code is used up or too old</source>
        <translation>Le code à usage unique est épuisé ou trop ancien</translation>
    </message>
    <message>
        <source>The account has no password yet</source>
        <translation>Le compte n’a pas encore de mot de passe</translation>
    </message>
    <message>
        <source>The password was changed meanwhile</source>
        <translation>Le mot de passe a été changé entre-temps</translation>
    </message>
    <message>
        <source>The sign-in took too long; it starts again</source>
        <translation>La connexion a duré trop longtemps ; elle recommence</translation>
    </message>
    <message>
        <source>A credential stood in the address line</source>
        <translation>Un justificatif figurait dans l’adresse</translation>
    </message>
    <message>
        <source>The Authorization field holds no token</source>
        <translation>Le champ Authorization ne contient pas de jeton</translation>
    </message>
    <message>
        <source>No token came with the request</source>
        <translation>La requête n’a apporté aucun jeton</translation>
    </message>
    <message>
        <source>This kind of credential isn’t taken here</source>
        <translation>Ce type de justificatif n’est pas accepté ici</translation>
    </message>
    <message>
        <source>More than one credential came with the request</source>
        <translation>La requête apportait plusieurs justificatifs</translation>
    </message>
    <message>
        <source>The body is no valid JSON</source>
        <translation>Le contenu n’est pas du JSON valide</translation>
    </message>
    <message>
        <source>The session’s time is over</source>
        <translation>La durée de la session est écoulée</translation>
    </message>
    <message>
        <source>The key may not be used from this address</source>
        <translation>La clé ne peut pas être utilisée depuis cette adresse</translation>
    </message>
    <message>
        <source>The key’s time is over</source>
        <translation>La clé a expiré</translation>
    </message>
    <message>
        <source>The key opens nothing</source>
        <translation>La clé n’ouvre rien</translation>
    </message>
    <message>
        <source>That is no API key: its form or checksum is wrong</source>
        <translation>Ce n’est pas une clé d’API : forme ou somme de contrôle incorrecte</translation>
    </message>
    <message>
        <source>The key’s owner is disabled</source>
        <translation>Le propriétaire de la clé est désactivé</translation>
    </message>
    <message>
        <source>The key was revoked</source>
        <translation>La clé a été révoquée</translation>
    </message>
    <message>
        <source>The key was rotated and its overlap is over</source>
        <translation>La clé a été renouvelée et la période de transition est terminée</translation>
    </message>
    <message>
        <source>There is no such key</source>
        <translation>Cette clé n’existe pas</translation>
    </message>
    <message>
        <source>The key has no secret for signed requests</source>
        <translation>La clé n’a pas de secret pour les requêtes signées</translation>
    </message>
    <message>
        <source>The key exists, but its secret is another</source>
        <translation>La clé existe, mais avec un autre secret</translation>
    </message>
    <message>
        <source>Only a signed-in person may do this, no key</source>
        <translation>Seule une personne connectée peut le faire, pas une clé</translation>
    </message>
    <message>
        <source>Its time is too far from the server’s clock</source>
        <translation>Son heure est trop éloignée de l’horloge du serveur</translation>
    </message>
    <message>
        <source>A part that must be signed is not</source>
        <translation>Une partie qui doit être signée ne l’est pas</translation>
    </message>
    <message>
        <source>The body is not the one that Content-Digest names</source>
        <translation>Le corps n’est pas celui qu’indique Content-Digest</translation>
    </message>
    <message>
        <source>A field of the signature is missing or can’t be read</source>
        <translation>Un champ de la signature manque ou est illisible</translation>
    </message>
    <message>
        <source>It doesn’t fit the request that arrived, or the secret is another</source>
        <translation>Elle ne correspond pas à la requête reçue, ou le secret est un autre</translation>
    </message>
    <message>
        <source>This nonce was used before: the same request again</source>
        <translation>Ce nonce a déjà servi : la même requête une nouvelle fois</translation>
    </message>
    <message>
        <source>Nonces can’t be remembered at the moment</source>
        <translation>Les nonces ne peuvent pas être retenus en ce moment</translation>
    </message>
    <message>
        <source>Only a signed request may do this</source>
        <translation>Seule une requête signée peut le faire</translation>
    </message>
    <message>
        <source>The body is no valid form</source>
        <translation>Le corps n’est pas un formulaire valide</translation>
    </message>
    <message>
        <source>The sign-in is too long ago for this</source>
        <translation>La connexion est trop ancienne pour cela</translation>
    </message>
    <message>
        <source>The passkey’s attestation is of a kind that isn’t accepted</source>
        <translation>L’attestation de la clé d’accès est d’un type non accepté</translation>
    </message>
    <message>
        <source>The passkey’s kind of backup changed</source>
        <translation>Le type de sauvegarde de la clé d’accès a changé</translation>
    </message>
    <message>
        <source>The passkey’s answer is about no challenge that waits</source>
        <translation>La réponse de la clé d’accès ne concerne aucun défi en attente</translation>
    </message>
    <message>
        <source>The passkey’s counter went back: its key may have been copied</source>
        <translation>Le compteur de la clé d’accès a reculé : sa clé a peut-être été copiée</translation>
    </message>
    <message>
        <source>The passkey is of somebody else, or unknown</source>
        <translation>La clé d’accès est à quelqu’un d’autre ou inconnue</translation>
    </message>
    <message>
        <source>The passkey’s public key can’t be used</source>
        <translation>La clé publique de la clé d’accès est inutilisable</translation>
    </message>
    <message>
        <source>The passkey’s answer can’t be read</source>
        <translation>La réponse de la clé d’accès est illisible</translation>
    </message>
    <message>
        <source>The passkey was asked for by a page of another origin</source>
        <translation>La clé d’accès a été demandée par une page d’une autre origine</translation>
    </message>
    <message>
        <source>Nobody touched the authenticator</source>
        <translation>Personne n’a touché l’authentificateur</translation>
    </message>
    <message>
        <source>The passkey signed for another site</source>
        <translation>La clé d’accès a signé pour un autre site</translation>
    </message>
    <message>
        <source>The passkey’s signature doesn’t fit</source>
        <translation>La signature de la clé d’accès ne correspond pas</translation>
    </message>
    <message>
        <source>The passkey’s answer is of another kind of ceremony</source>
        <translation>La réponse de la clé d’accès relève d’une autre opération</translation>
    </message>
    <message>
        <source>A part of the program gave up unexpectedly</source>
        <translation>Une partie du programme a abandonné de façon inattendue</translation>
    </message>
    <message>
        <source>The address is banned for a time</source>
        <translation>L’adresse est bannie pour un temps</translation>
    </message>
    <message>
        <source>The address is on the block list</source>
        <translation>L’adresse est sur la liste de blocage</translation>
    </message>
    <message>
        <source>Somebody can do all that an administrator can, as of this</source>
        <translation>Quelqu’un peut désormais tout ce que peut un administrateur</translation>
    </message>
    <message>
        <source>Somebody can no longer do all that an administrator can</source>
        <translation>Quelqu’un ne peut plus tout ce que peut un administrateur</translation>
    </message>
    <message>
        <source>The end of a role was changed</source>
        <translation>La fin d’un rôle a été changée</translation>
    </message>
    <message>
        <source>Roles were given</source>
        <translation>Des rôles ont été attribués</translation>
    </message>
    <message>
        <source>Roles were given and taken away</source>
        <translation>Des rôles ont été attribués et retirés</translation>
    </message>
    <message>
        <source>Roles were taken away</source>
        <translation>Des rôles ont été retirés</translation>
    </message>
    <message>
        <source>The proxy’s two fields name different clients</source>
        <translation>Les deux champs du proxy désignent des clients différents</translation>
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
        <translation>Avis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Critique</translation>
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
        <translation>Liste de blocage</translation>
    </message>
    <message>
        <source>Threat score</source>
        <translation>Score de menace</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Rate, address</source>
        <translation>Débit, adresse</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Détection</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Rate, user</source>
        <translation>Débit, utilisateur</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Permission</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Politiques</translation>
    </message>
    <message>
        <source>Step-up MFA</source>
        <translation>MFA renforcée</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schéma</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Point d’accès</translation>
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
        <translation>Second facteur dû</translation>
    </message>
    <message>
        <source>Detection, long body</source>
        <translation>Détection, corps long</translation>
    </message>
    <message>
        <source>Rate, sign-in</source>
        <translation>Débit, connexion</translation>
    </message>
</context>
<context>
    <name>EventTitle</name>
    <message>
        <source>Token expired</source>
        <translation>Jeton expiré</translation>
    </message>
    <message>
        <source>Token not valid</source>
        <translation>Jeton non valide</translation>
    </message>
    <message>
        <source>Sign-in held back</source>
        <translation>Connexion retardée</translation>
    </message>
    <message>
        <source>Sign-in to a disabled account</source>
        <translation>Connexion à un compte désactivé</translation>
    </message>
    <message>
        <source>Sign-in failed, no such user</source>
        <translation>Échec de connexion, utilisateur inconnu</translation>
    </message>
    <message>
        <source>Address line too long</source>
        <translation>Ligne d’adresse trop longue</translation>
    </message>
    <message>
        <source>Headers too large</source>
        <translation>En-têtes trop grands</translation>
    </message>
    <message>
        <source>Body too large</source>
        <translation>Corps trop grand</translation>
    </message>
    <message>
        <source>Request too slow</source>
        <translation>Requête trop lente</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: what happened (“User created”), %2: to whom or what</extracomment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>“%1”</source>
        <extracomment>A name in quotation marks</extracomment>
        <translation>« %1 »</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: a date, %2: a time of day</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Signed at another time</source>
        <translation>Signée à un autre moment</translation>
    </message>
    <message>
        <source>Signature covers too little</source>
        <translation>La signature couvre trop peu</translation>
    </message>
    <message>
        <source>Digest doesn’t fit the body</source>
        <translation>L’empreinte ne correspond pas au corps</translation>
    </message>
    <message>
        <source>Signature not readable</source>
        <translation>Signature illisible</translation>
    </message>
    <message>
        <source>Signature doesn’t fit</source>
        <translation>La signature ne correspond pas</translation>
    </message>
    <message>
        <source>Signed request sent again</source>
        <translation>Requête signée envoyée de nouveau</translation>
    </message>
    <message>
        <source>Signed request held back</source>
        <translation>Requête signée retenue</translation>
    </message>
</context>
<context>
    <name>HeaderCheck</name>
    <message>
        <source>The server answers otherwise than it is set. Start it again; if that doesn’t help, report it.</source>
        <translation>Le serveur répond autrement que réglé. Redémarrez-le ; si cela ne suffit pas, signalez-le.</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Non envoyé</translation>
    </message>
    <message>
        <source>Browsers forget to use HTTPS alone. Set a year unless that is what you want.</source>
        <translation>Les navigateurs oublient d’utiliser HTTPS seul. Réglez un an, sauf si c’est voulu.</translation>
    </message>
    <message>
        <source>Browsers forget it soon. Set at least 180 days.</source>
        <translation>Les navigateurs l’oublient vite. Réglez au moins 180 jours.</translation>
    </message>
    <message>
        <source>Answers of an API need nothing: default-src &apos;none&apos; is enough unless a page shows them.</source>
        <translation>Les réponses d’une API n’ont besoin de rien : default-src &apos;none&apos; suffit si aucune page ne les affiche.</translation>
    </message>
    <message>
        <source>Nothing is allowed</source>
        <translation>Rien n’est permis</translation>
    </message>
    <message>
        <source>Any page can read answers. Stop the server and look at what stands before it.</source>
        <translation>Toute page peut lire les réponses. Arrêtez le serveur et regardez ce qui se trouve devant lui.</translation>
    </message>
    <message>
        <source>%1 asks</source>
        <extracomment>%1: an origin, https://app.example.com</extracomment>
        <translation>%1 demande</translation>
    </message>
    <message>
        <source>Browsers send client certificates for these pages. Switch that off unless you need it.</source>
        <translation>Les navigateurs envoient des certificats clients pour ces pages. Désactivez-le si vous n’en avez pas besoin.</translation>
    </message>
    <message>
        <source>%1 reads</source>
        <extracomment>%1: an origin, https://app.example.com</extracomment>
        <translation>%1 lit</translation>
    </message>
    <message>
        <source>Whoever is on the way can change this page. Serve it over HTTPS.</source>
        <translation>Quiconque se trouve sur le trajet peut modifier cette page. Servez-la en HTTPS.</translation>
    </message>
    <message>
        <source>A page that isn’t allowed asks</source>
        <translation>Une page non autorisée demande</translation>
    </message>
    <message>
        <source>A page that isn’t allowed reads</source>
        <translation>Une page non autorisée lit</translation>
    </message>
    <message>
        <source>Scripts are allowed: add base-uri &apos;none&apos;, so that no page sends them elsewhere.</source>
        <translation>Les scripts sont autorisés : ajoutez base-uri &apos;none&apos; pour qu&apos;aucune page ne les détourne.</translation>
    </message>
</context>
<context>
    <name>HeaderGrade</name>
    <message>
        <source>Good</source>
        <translation>Bon</translation>
    </message>
    <message>
        <source>Could be better</source>
        <translation>Améliorable</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Faux</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Sign-in from a new device</source>
        <translation>Connexion depuis un nouvel appareil</translation>
    </message>
    <message>
        <source>Sign-in after failed tries</source>
        <translation>Connexion après des échecs</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>Mot de passe modifié</translation>
    </message>
    <message>
        <source>Link for a new password made</source>
        <translation>Lien pour un nouveau mot de passe créé</translation>
    </message>
    <message>
        <source>E-mail address changed</source>
        <translation>Adresse e-mail modifiée</translation>
    </message>
    <message>
        <source>Authenticator app set up</source>
        <translation>Application d’authentification configurée</translation>
    </message>
    <message>
        <source>Second factor switched off</source>
        <translation>Second facteur désactivé</translation>
    </message>
    <message>
        <source>Second factor reset</source>
        <translation>Second facteur réinitialisé</translation>
    </message>
    <message>
        <source>Passkey added</source>
        <translation>Clé d’accès ajoutée</translation>
    </message>
    <message>
        <source>Passkey removed</source>
        <translation>Clé d’accès retirée</translation>
    </message>
    <message>
        <source>Recovery codes renewed</source>
        <translation>Codes de récupération renouvelés</translation>
    </message>
    <message>
        <source>Recovery code used</source>
        <translation>Code de récupération utilisé</translation>
    </message>
    <message>
        <source>Device trusted</source>
        <translation>Appareil approuvé</translation>
    </message>
    <message>
        <source>Device no longer trusted</source>
        <translation>Appareil plus approuvé</translation>
    </message>
    <message>
        <source>Outside login linked</source>
        <translation>Connexion externe liée</translation>
    </message>
    <message>
        <source>Outside login removed</source>
        <translation>Connexion externe retirée</translation>
    </message>
    <message>
        <source>API key created</source>
        <translation>Clé d’API créée</translation>
    </message>
    <message>
        <source>API key changed</source>
        <translation>Clé d’API modifiée</translation>
    </message>
    <message>
        <source>API key rotated</source>
        <translation>Clé d’API renouvelée</translation>
    </message>
    <message>
        <source>API key revoked</source>
        <translation>Clé d’API révoquée</translation>
    </message>
    <message>
        <source>Role ends soon</source>
        <translation>Rôle bientôt terminé</translation>
    </message>
    <message>
        <source>Role ended</source>
        <translation>Rôle terminé</translation>
    </message>
</context>
<context>
    <name>Permission</name>
    <message>
        <source>Read users</source>
        <translation>Lire les utilisateurs</translation>
    </message>
    <message>
        <source>Add users</source>
        <translation>Ajouter des utilisateurs</translation>
    </message>
    <message>
        <source>Change users</source>
        <translation>Modifier les utilisateurs</translation>
    </message>
    <message>
        <source>Delete users</source>
        <translation>Supprimer des utilisateurs</translation>
    </message>
    <message>
        <source>Reset second factors</source>
        <translation>Réinitialiser les seconds facteurs</translation>
    </message>
    <message>
        <source>Reset passwords</source>
        <translation>Réinitialiser les mots de passe</translation>
    </message>
    <message>
        <source>End sessions of others</source>
        <translation>Terminer les sessions des autres</translation>
    </message>
    <message>
        <source>Read roles</source>
        <translation>Lire les rôles</translation>
    </message>
    <message>
        <source>Assign roles</source>
        <translation>Attribuer des rôles</translation>
    </message>
    <message>
        <source>Read security events</source>
        <translation>Lire les événements de sécurité</translation>
    </message>
    <message>
        <source>Export audit reports</source>
        <translation>Exporter les rapports d’audit</translation>
    </message>
    <message>
        <source>Verify the audit chain</source>
        <translation>Vérifier la chaîne d’audit</translation>
    </message>
    <message>
        <source>Read settings</source>
        <translation>Lire les réglages</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>Modifier les réglages</translation>
    </message>
    <message>
        <source>Start and stop the server</source>
        <translation>Démarrer et arrêter le serveur</translation>
    </message>
    <message>
        <source>Read metrics</source>
        <translation>Lire les mesures</translation>
    </message>
    <message>
        <source>Read records</source>
        <translation>Lire les fiches</translation>
    </message>
    <message>
        <source>Add records</source>
        <translation>Ajouter des fiches</translation>
    </message>
    <message>
        <source>Change records</source>
        <translation>Modifier les fiches</translation>
    </message>
    <message>
        <source>Delete records</source>
        <translation>Supprimer des fiches</translation>
    </message>
    <message>
        <source>Manage own API keys</source>
        <translation>Gérer ses propres clés d’API</translation>
    </message>
    <message>
        <source>Read all API keys</source>
        <translation>Lire toutes les clés d’API</translation>
    </message>
    <message>
        <source>Create API keys for others</source>
        <translation>Créer des clés d’API pour d’autres</translation>
    </message>
    <message>
        <source>Change all API keys</source>
        <translation>Modifier toutes les clés d’API</translation>
    </message>
    <message>
        <source>Revoke all API keys</source>
        <translation>Révoquer toutes les clés d’API</translation>
    </message>
    <message>
        <source>Read service accounts</source>
        <translation>Lire les comptes de service</translation>
    </message>
    <message>
        <source>Add service accounts</source>
        <translation>Ajouter des comptes de service</translation>
    </message>
    <message>
        <source>Change service accounts</source>
        <translation>Modifier les comptes de service</translation>
    </message>
    <message>
        <source>Delete service accounts</source>
        <translation>Supprimer les comptes de service</translation>
    </message>
    <message>
        <source>Check tokens of others</source>
        <translation>Vérifier les jetons des autres</translation>
    </message>
    <message>
        <source>Read identity providers</source>
        <translation>Lire les fournisseurs d’identité</translation>
    </message>
    <message>
        <source>Add identity providers</source>
        <translation>Ajouter des fournisseurs d’identité</translation>
    </message>
    <message>
        <source>Change identity providers</source>
        <translation>Modifier les fournisseurs d’identité</translation>
    </message>
    <message>
        <source>Delete identity providers</source>
        <translation>Supprimer les fournisseurs d’identité</translation>
    </message>
    <message>
        <source>Link users to outside logins</source>
        <translation>Lier à des connexions externes</translation>
    </message>
    <message>
        <source>Read everybody&apos;s sessions</source>
        <translation>Lire les sessions de tous</translation>
    </message>
    <message>
        <source>Use the console</source>
        <translation>Utiliser la console</translation>
    </message>
    <message>
        <source>Add roles</source>
        <translation>Ajouter des rôles</translation>
    </message>
    <message>
        <source>Change roles</source>
        <translation>Modifier des rôles</translation>
    </message>
    <message>
        <source>Delete roles</source>
        <translation>Supprimer des rôles</translation>
    </message>
    <message>
        <source>Show sensitive values of records</source>
        <translation>Afficher les valeurs sensibles des fiches</translation>
    </message>
    <message>
        <source>Read comments</source>
        <translation>Lire les commentaires</translation>
    </message>
    <message>
        <source>Write comments</source>
        <translation>Écrire des commentaires</translation>
    </message>
    <message>
        <source>Change comments</source>
        <translation>Modifier les commentaires</translation>
    </message>
    <message>
        <source>Delete comments</source>
        <translation>Supprimer les commentaires</translation>
    </message>
    <message>
        <source>Read files</source>
        <translation>Lire les fichiers</translation>
    </message>
    <message>
        <source>Upload files</source>
        <translation>Envoyer des fichiers</translation>
    </message>
    <message>
        <source>Delete files</source>
        <translation>Supprimer les fichiers</translation>
    </message>
    <message>
        <source>Read policies and simulate</source>
        <translation>Lire les politiques et simuler</translation>
    </message>
    <message>
        <source>Add policies</source>
        <translation>Ajouter des politiques</translation>
    </message>
    <message>
        <source>Change and publish policies</source>
        <translation>Modifier et publier les politiques</translation>
    </message>
    <message>
        <source>Delete policies</source>
        <translation>Supprimer les politiques</translation>
    </message>
    <message>
        <source>Read decisions</source>
        <translation>Lire les décisions</translation>
    </message>
    <message>
        <source>Read limits, scores and detection</source>
        <translation>Lire limites, scores et détection</translation>
    </message>
    <message>
        <source>Change limits, scores and detection</source>
        <translation>Modifier limites, scores et détection</translation>
    </message>
    <message>
        <source>Read bans and address lists</source>
        <translation>Lire bannissements et listes d’adresses</translation>
    </message>
    <message>
        <source>Ban and allow addresses</source>
        <translation>Bannir et autoriser des adresses</translation>
    </message>
    <message>
        <source>Lift bans</source>
        <translation>Lever des bannissements</translation>
    </message>
    <message>
        <source>Erase the data of people</source>
        <translation>Effacer les données de personnes</translation>
    </message>
    <message>
        <source>Read incidents</source>
        <translation>Lire les incidents</translation>
    </message>
    <message>
        <source>Work on incidents</source>
        <translation>Traiter les incidents</translation>
    </message>
    <message>
        <source>Read alert rules</source>
        <translation>Lire les règles d’alerte</translation>
    </message>
    <message>
        <source>Change alert rules</source>
        <translation>Modifier les règles d’alerte</translation>
    </message>
    <message>
        <source>Read destinations of events</source>
        <translation>Lire les destinations d’événements</translation>
    </message>
    <message>
        <source>Change destinations of events</source>
        <translation>Modifier les destinations d’événements</translation>
    </message>
    <message>
        <source>Read what is kept how long</source>
        <translation>Lire la conservation</translation>
    </message>
    <message>
        <source>Change what is kept how long</source>
        <translation>Modifier la conservation</translation>
    </message>
    <message>
        <source>Read the history of the configuration</source>
        <translation>Lire l’historique de la configuration</translation>
    </message>
</context>
<context>
    <name>PermissionGroup</name>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Manage users</source>
        <translation>Gérer les utilisateurs</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autres</translation>
    </message>
</context>
<context>
    <name>PermissionObject</name>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Métriques</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Politiques</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Décisions</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Clés d’API</translation>
    </message>
    <message>
        <source>Service accounts</source>
        <translation>Comptes de service</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Jetons</translation>
    </message>
    <message>
        <source>Identity providers</source>
        <translation>Fournisseurs d’identité</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Bans</source>
        <translation>Bannissements</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>Destinations</translation>
    </message>
</context>
<context>
    <name>Reasons</name>
    <message>
        <source>Wait until this is done</source>
        <translation>Attendez que ce soit terminé</translation>
    </message>
    <message>
        <source>Fill in what is missing first</source>
        <translation>Remplissez d’abord ce qui manque</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Rien n’a encore été modifié</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Activity</source>
        <translation>Activité</translation>
    </message>
    <message>
        <source>What happened in a period, and that the journal of it is whole.</source>
        <translation>Ce qui s’est passé pendant une période, et que le journal en est entier.</translation>
    </message>
    <message>
        <source>Access review</source>
        <translation>Revue des accès</translation>
    </message>
    <message>
        <source>Who has what, since when, by whom, and when it was last used.</source>
        <translation>Qui possède quoi, depuis quand, par qui, et le dernier usage.</translation>
    </message>
    <message>
        <source>Authentication and MFA</source>
        <translation>Authentification et MFA</translation>
    </message>
    <message>
        <source>Who signs in how, who has a second factor and who should.</source>
        <translation>Qui se connecte comment, qui a un second facteur et qui devrait en avoir.</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Clés d’API</translation>
    </message>
    <message>
        <source>Every key: whose it is, what it opens, when it ends and was last used.</source>
        <translation>Chaque clé : à qui elle est, ce qu’elle ouvre, quand elle finit et a servi en dernier.</translation>
    </message>
    <message>
        <source>Configuration changes</source>
        <translation>Changements de configuration</translation>
    </message>
    <message>
        <source>Who changed what of settings, roles, users, keys and rules.</source>
        <translation>Qui a changé quoi aux réglages, rôles, utilisateurs, clés et règles.</translation>
    </message>
    <message>
        <source>Detection and bans</source>
        <translation>Détection et bannissements</translation>
    </message>
    <message>
        <source>What was blocked and noticed, and who is kept out.</source>
        <translation>Ce qui a été bloqué et remarqué, et qui est tenu dehors.</translation>
    </message>
    <message>
        <source>Compliance</source>
        <translation>Conformité</translation>
    </message>
    <message>
        <source>The security checklist, each control with its state as it is now.</source>
        <translation>La liste de contrôle, chaque mesure avec son état actuel.</translation>
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
        <translation>Hier</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Semaine dernière</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Mois dernier</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Chaque jour</translation>
    </message>
    <message>
        <source>Every Monday</source>
        <translation>Chaque lundi</translation>
    </message>
    <message>
        <source>Every first of the month</source>
        <translation>Chaque premier du mois</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Statut</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Donné par</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernier usage</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Invité</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Résumé</translation>
    </message>
    <message>
        <source>Roles of users</source>
        <translation>Rôles d’utilisateurs</translation>
    </message>
    <message>
        <source>Roles of service accounts</source>
        <translation>Rôles de comptes de service</translation>
    </message>
    <message>
        <source>API keys are left out: who made this report may not see them.</source>
        <translation>Les clés d’API manquent : l’auteur de ce rapport ne peut pas les voir.</translation>
    </message>
    <message>
        <source>Service accounts are left out: who made this report may not see them.</source>
        <translation>Les comptes de service manquent : l’auteur de ce rapport ne peut pas les voir.</translation>
    </message>
    <message>
        <source>Last used is measured: of a key its last use; of a role when its holder last signed in or used a session (to an hour) or a key.</source>
        <translation>« Dernier usage » est mesuré : pour une clé, son dernier usage ; pour un rôle, le moment où son détenteur s’est connecté ou a utilisé une session (à une heure près) ou une clé pour la dernière fois.</translation>
    </message>
    <message>
        <source>Who has what</source>
        <translation>Qui possède quoi</translation>
    </message>
    <message>
        <source>Roles in force and keys that open something</source>
        <translation>Rôles en vigueur et clés qui ouvrent quelque chose</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clé d’API</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Second facteur</translation>
    </message>
    <message>
        <source>Active users</source>
        <translation>Utilisateurs actifs</translation>
    </message>
    <message>
        <source>With a second factor</source>
        <translation>Avec second facteur</translation>
    </message>
    <message>
        <source>Covered, per cent</source>
        <translation>Couverts, pour cent</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Administrators without</source>
        <translation>Administrateurs sans</translation>
    </message>
    <message>
        <source>Second factor by role</source>
        <translation>Second facteur par rôle</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Avec</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>Sans</translation>
    </message>
    <message>
        <source>%1 of %2 active users have a second factor</source>
        <translation>%1 utilisateurs actifs sur %2 ont un second facteur</translation>
    </message>
    <message>
        <source>Coverage by role</source>
        <translation>Couverture par rôle</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Exigé</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>Dans le délai</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Réussis</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échoués</translation>
    </message>
    <message>
        <source>Second factor failed</source>
        <translation>Second facteur échoué</translation>
    </message>
    <message>
        <source>Held back</source>
        <translation>Retenues</translation>
    </message>
    <message>
        <source>Sign-in events over time</source>
        <translation>Événements de connexion dans le temps</translation>
    </message>
    <message>
        <source>App and passkey</source>
        <translation>App et passkey</translation>
    </message>
    <message>
        <source>Passkey</source>
        <translation>Passkey</translation>
    </message>
    <message>
        <source>Authenticator app</source>
        <translation>App d’authentification</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Users by name</source>
        <translation>Utilisateurs par nom</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Codes left</source>
        <translation>Codes restants</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Dernière connexion</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Intégré</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activé</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>À examiner</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Authentication and authorization</source>
        <translation>Authentification et autorisation</translation>
    </message>
    <message>
        <source>Implement proper authentication mechanism</source>
        <translation>Authentification appropriée</translation>
    </message>
    <message>
        <source>%1 active users; every route that isn&apos;t public takes a credential</source>
        <translation>%1 utilisateurs actifs ; chaque route non publique exige une preuve d’identité</translation>
    </message>
    <message>
        <source>Use strong password policies</source>
        <translation>Règles de mots de passe solides</translation>
    </message>
    <message>
        <source>At least %1 characters, %2 beside a second factor; list of breached passwords: %3</source>
        <translation>Au moins %1 caractères, %2 avec un second facteur ; liste de mots de passe divulgués : %3</translation>
    </message>
    <message>
        <source>Enable multi-factor authentication for sensitive operations</source>
        <translation>Authentification multifacteur pour le sensible</translation>
    </message>
    <message>
        <source>%1 of %2 active users have a second factor; administrators without: %3; roles that must have one: %4</source>
        <translation>%1 utilisateurs actifs sur %2 ont un second facteur ; administrateurs sans : %3 ; rôles qui doivent en avoir un : %4</translation>
    </message>
    <message>
        <source>Implement proper session management</source>
        <translation>Gestion appropriée des sessions</translation>
    </message>
    <message>
        <source>Sessions end after %1 min without use and %2 h in any case</source>
        <translation>Les sessions finissent après %1 min sans usage et après %2 h dans tous les cas</translation>
    </message>
    <message>
        <source>Use secure token storage and transmission</source>
        <translation>Jetons sûrs</translation>
    </message>
    <message>
        <source>Access tokens last %1 s and are signed with %2; refresh tokens work once</source>
        <translation>Les jetons d’accès durent %1 s et sont signés par %2 ; ceux de renouvellement servent une fois</translation>
    </message>
    <message>
        <source>Input validation</source>
        <translation>Validation des entrées</translation>
    </message>
    <message>
        <source>Validate all inputs on server side</source>
        <translation>Valider toutes les entrées côté serveur</translation>
    </message>
    <message>
        <source>Every body is held against the schema of its route; unknown parameters are refused</source>
        <translation>Chaque corps est comparé au schéma de sa route ; les paramètres inconnus sont refusés</translation>
    </message>
    <message>
        <source>Sanitize data to prevent XSS</source>
        <translation>Assainir les données contre le XSS</translation>
    </message>
    <message>
        <source>Rich text goes through an allow-list</source>
        <translation>Le texte riche passe par une liste d’autorisation</translation>
    </message>
    <message>
        <source>Use parameterized queries to prevent SQL injection</source>
        <translation>Requêtes paramétrées contre l’injection SQL</translation>
    </message>
    <message>
        <source>Every value is bound</source>
        <translation>Chaque valeur est liée</translation>
    </message>
    <message>
        <source>Implement proper file upload validation</source>
        <translation>Valider les fichiers téléversés</translation>
    </message>
    <message>
        <source>Type by content and name; at most %1 MiB a file</source>
        <translation>Type par contenu et nom ; au plus %1 Mio par fichier</translation>
    </message>
    <message>
        <source>Set appropriate request size limits</source>
        <translation>Limiter la taille des requêtes</translation>
    </message>
    <message>
        <source>Each route has a limit of its own</source>
        <translation>Chaque route a sa propre limite</translation>
    </message>
    <message>
        <source>Communication security</source>
        <translation>Sécurité des communications</translation>
    </message>
    <message>
        <source>Use HTTPS everywhere</source>
        <translation>HTTPS partout</translation>
    </message>
    <message>
        <source>There is no port without TLS</source>
        <translation>Aucun port sans TLS</translation>
    </message>
    <message>
        <source>Implement proper TLS configuration</source>
        <translation>Configurer TLS correctement</translation>
    </message>
    <message>
        <source>TLS 1.2 and 1.3 only</source>
        <translation>TLS 1.2 et 1.3 seulement</translation>
    </message>
    <message>
        <source>Add security headers</source>
        <translation>En-têtes de sécurité</translation>
    </message>
    <message>
        <source>HSTS for %1 days; origins that may read answers: %2</source>
        <translation>HSTS pour %1 jours ; origines qui peuvent lire les réponses : %2</translation>
    </message>
    <message>
        <source>Verify SSL certificates</source>
        <translation>Vérifier les certificats</translation>
    </message>
    <message>
        <source>Outgoing calls check the other&apos;s certificate and name</source>
        <translation>Les appels sortants vérifient le certificat et le nom de l’autre</translation>
    </message>
    <message>
        <source>Implement request signing for sensitive operations</source>
        <translation>Requêtes signées pour le sensible</translation>
    </message>
    <message>
        <source>Signed requests count once, within %1 s</source>
        <translation>Les requêtes signées valent une fois, dans les %1 s</translation>
    </message>
    <message>
        <source>Rate limiting and DDoS</source>
        <translation>Limites de débit et DDoS</translation>
    </message>
    <message>
        <source>Implement rate limiting per endpoint</source>
        <translation>Limites de débit par point d’accès</translation>
    </message>
    <message>
        <source>Sign-ins: %1 in %2 s; reading: %3 in %4 s; writing: %5 in %6 s</source>
        <translation>Connexions : %1 en %2 s ; lecture : %3 en %4 s ; écriture : %5 en %6 s</translation>
    </message>
    <message>
        <source>Add progressive delays for suspicious activity</source>
        <translation>Délais croissants en cas de soupçon</translation>
    </message>
    <message>
        <source>After %1 requests in %2 s each waits %3 ms more</source>
        <translation>Après %1 requêtes en %2 s, chacune attend %3 ms de plus</translation>
    </message>
    <message>
        <source>Monitor for attack patterns</source>
        <translation>Surveiller les motifs d’attaque</translation>
    </message>
    <message>
        <source>In the last 7 days %1 blocked, %2 noticed; exclusions: %3</source>
        <translation>Ces 7 derniers jours : %1 bloquées, %2 remarquées ; exclusions : %3</translation>
    </message>
    <message>
        <source>Implement IP blocking for malicious actors</source>
        <translation>Blocage d’IP malveillantes</translation>
    </message>
    <message>
        <source>Banned from a score of %1 on; kept out now: %2</source>
        <translation>Bannissement à partir d’un score de %1 ; tenues dehors : %2</translation>
    </message>
    <message>
        <source>Data protection</source>
        <translation>Protection des données</translation>
    </message>
    <message>
        <source>Encrypt sensitive data at rest</source>
        <translation>Chiffrer les données au repos</translation>
    </message>
    <message>
        <source>The database, its files and kept reports are encrypted; sensitive members once more, each by itself</source>
        <translation>La base, ses fichiers et les rapports gardés sont chiffrés ; les champs sensibles une fois de plus, un à un</translation>
    </message>
    <message>
        <source>Use secure password hashing</source>
        <translation>Hacher les mots de passe sûrement</translation>
    </message>
    <message>
        <source>Argon2id with %1 KiB, %2 passes, %3 lanes</source>
        <translation>Argon2id avec %1 Kio, %2 passes, %3 voies</translation>
    </message>
    <message>
        <source>Implement proper key management</source>
        <translation>Gérer les clés correctement</translation>
    </message>
    <message>
        <source>%1 usable API keys; unused for long: %2; with more than their owner: %3</source>
        <translation>%1 clés d’API utilisables ; longtemps inutilisées : %2 ; avec plus que leur propriétaire : %3</translation>
    </message>
    <message>
        <source>Follow data minimization principles</source>
        <translation>Minimiser les données</translation>
    </message>
    <message>
        <source>An answer leaves out what its reader may not know; sensitive members are masked</source>
        <translation>Une réponse omet ce que son lecteur ne peut savoir ; les champs sensibles sont masqués</translation>
    </message>
    <message>
        <source>Implement secure data deletion</source>
        <translation>Supprimer les données sûrement</translation>
    </message>
    <message>
        <source>What is deleted is overwritten; events are kept for %1 days</source>
        <translation>Ce qui est supprimé est écrasé ; les événements restent %1 jours</translation>
    </message>
    <message>
        <source>Monitoring and logging</source>
        <translation>Surveillance et journal</translation>
    </message>
    <message>
        <source>Log security events</source>
        <translation>Journaliser les événements de sécurité</translation>
    </message>
    <message>
        <source>%1 events in the journal</source>
        <translation>%1 événements dans le journal</translation>
    </message>
    <message>
        <source>Monitor for intrusion attempts</source>
        <translation>Surveiller les intrusions</translation>
    </message>
    <message>
        <source>%1 classes of attacks are looked for</source>
        <translation>%1 classes d’attaques sont recherchées</translation>
    </message>
    <message>
        <source>Set up alerts for suspicious activity</source>
        <translation>Alertes en cas de soupçon</translation>
    </message>
    <message>
        <source>Implement audit trails</source>
        <translation>Pistes d’audit</translation>
    </message>
    <message>
        <source>The journal is damaged: %1</source>
        <translation>Le journal est endommagé : %1</translation>
    </message>
    <message>
        <source>The chain of the journal has no damage that is known</source>
        <translation>Aucun dommage connu à la chaîne du journal</translation>
    </message>
    <message>
        <source>Regular security assessments</source>
        <translation>Évaluations régulières</translation>
    </message>
    <message>
        <source>Drills in the last 90 days: %1</source>
        <translation>Exercices ces 90 derniers jours : %1</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>Mesures</translation>
    </message>
    <message>
        <source>The controls are those of the security checklist. Each state was read from this vault when the report was made. Built in is what can&apos;t be switched off; the rows of OWASP ASVS 5.0.0 name the tests that show it (docs/asvs.md).</source>
        <translation>Les mesures sont celles de la liste de contrôle. Chaque état a été lu dans ce coffre à la création du rapport. « Intégré » ne se désactive pas ; les lignes de l’OWASP ASVS 5.0.0 nomment les tests qui le montrent (docs/asvs.md).</translation>
    </message>
    <message>
        <source>Security checklist</source>
        <translation>Liste de contrôle</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>Mesure</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>Domaine</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>What was read</source>
        <translation>Ce qui a été lu</translation>
    </message>
    <message>
        <source>ASVS</source>
        <translation>ASVS</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Users and roles</source>
        <translation>Utilisateurs et rôles</translation>
    </message>
    <message>
        <source>Keys and accounts</source>
        <translation>Clés et comptes</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Politiques</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Alerts and outputs</source>
        <translation>Alertes et sorties</translation>
    </message>
    <message>
        <source>Changes by area</source>
        <translation>Changements par domaine</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Changements</translation>
    </message>
    <message>
        <source>%1 changes in %2 areas</source>
        <translation>%1 changements dans %2 domaines</translation>
    </message>
    <message>
        <source>Secrets never stand in the journal; a change of one says only that it was changed.</source>
        <translation>Les secrets ne figurent jamais au journal ; leur changement dit seulement qu’il a eu lieu.</translation>
    </message>
    <message>
        <source>Changes, oldest first</source>
        <translation>Changements, du plus ancien au plus récent</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Détection</translation>
    </message>
    <message>
        <source>Blocked, last 7 days</source>
        <translation>Bloquées, 7 jours</translation>
    </message>
    <message>
        <source>Noticed, last 7 days</source>
        <translation>Remarquées, 7 jours</translation>
    </message>
    <message>
        <source>Exclusions</source>
        <translation>Exclusions</translation>
    </message>
    <message>
        <source>Own rules</source>
        <translation>Règles propres</translation>
    </message>
    <message>
        <source>Classes of attacks, last 7 days</source>
        <translation>Classes d’attaques, 7 derniers jours</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Règles</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqués</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Remarqués</translation>
    </message>
    <message>
        <source>Kept out</source>
        <translation>Tenus dehors</translation>
    </message>
    <message>
        <source>Addresses that are kept out now, the newest first</source>
        <translation>Adresses tenues dehors, les plus récentes d’abord</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Jusqu’au</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusés</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Score %1</translation>
    </message>
    <message>
        <source>Threat scores</source>
        <translation>Scores de menace</translation>
    </message>
    <message>
        <source>Addresses with the highest scores now</source>
        <translation>Adresses aux scores les plus élevés</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Because of</source>
        <translation>À cause de</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Vue en dernier</translation>
    </message>
    <message>
        <source>Observes</source>
        <translation>Observe</translation>
    </message>
    <message>
        <source>Enforces</source>
        <translation>Applique</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Attacks and refusals over time</source>
        <translation>Attaques et refus dans le temps</translation>
    </message>
    <message>
        <source>Attacks and refusals, oldest first</source>
        <translation>Attaques et refus, du plus ancien au plus récent</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changement</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>N°</translation>
    </message>
    <message>
        <source>Info or notice</source>
        <translation>Info ou avis</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Avertissement</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>Critique</translation>
    </message>
    <message>
        <source>There were no such events.</source>
        <translation>Il n’y a pas eu de tels événements.</translation>
    </message>
    <message>
        <source>%1 events, most from %2 on: %3</source>
        <translation>%1 événements, le plus à partir du %2 : %3</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Révoquée</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expirée</translation>
    </message>
    <message>
        <source>Owner disabled</source>
        <translation>Propriétaire désactivé</translation>
    </message>
    <message>
        <source>Ends soon</source>
        <translation>Finit bientôt</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Inutilisée</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Utilisée</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Clés</translation>
    </message>
    <message>
        <source>Usable</source>
        <translation>Utilisables</translation>
    </message>
    <message>
        <source>End soon</source>
        <translation>Finissent bientôt</translation>
    </message>
    <message>
        <source>Unused for long</source>
        <translation>Longtemps inutilisées</translation>
    </message>
    <message>
        <source>More than their owner has</source>
        <translation>Plus que leur propriétaire</translation>
    </message>
    <message>
        <source>Keys by state</source>
        <translation>Clés par état</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Finies</translation>
    </message>
    <message>
        <source>%1 usable keys, %2 of them end soon, %3 were not used for long; %4 have ended</source>
        <translation>%1 clés utilisables, dont %2 finissent bientôt et %3 longtemps inutilisées ; %4 sont finies</translation>
    </message>
    <message>
        <source>Keys by name; none of them shows its text</source>
        <translation>Clés par nom ; aucune ne montre son texte</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Portées</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Créée</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Usages</translation>
    </message>
    <message>
        <source>Events by day</source>
        <translation>Événements par jour</translation>
    </message>
    <message>
        <source>Events by %1 days</source>
        <translation>Événements par %1 jours</translation>
    </message>
    <message>
        <source>%1 events from %2 to %3, most on %4: %5</source>
        <translation>%1 événements du %2 au %3, le plus le %4 : %5</translation>
    </message>
    <message>
        <source>Most frequent events</source>
        <translation>Événements les plus fréquents</translation>
    </message>
    <message>
        <source>%1 kinds; the most frequent: %2, %3 times</source>
        <translation>%1 types ; le plus fréquent : %2, %3 fois</translation>
    </message>
    <message>
        <source>Chain and verification</source>
        <translation>Chaîne et vérification</translation>
    </message>
    <message>
        <source>The chain is broken at event %1: %2</source>
        <translation>La chaîne est rompue à l’événement %1 : %2</translation>
    </message>
    <message>
        <source>The chain is intact</source>
        <translation>La chaîne est intacte</translation>
    </message>
    <message>
        <source>The chain is intact but for damage that was accepted</source>
        <translation>La chaîne est intacte, hormis des dommages acceptés</translation>
    </message>
    <message>
        <source>Accepted damage, events %1 to %2, by %3: %4</source>
        <translation>Dommage accepté, événements %1 à %2, par %3 : %4</translation>
    </message>
    <message>
        <source>Events checked</source>
        <translation>Événements vérifiés</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Dernier événement</translation>
    </message>
    <message>
        <source>Hash of the chain: %1</source>
        <translation>Empreinte de la chaîne : %1</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>Avis</translation>
    </message>
    <message>
        <source>Audit report</source>
        <translation>Rapport d’audit</translation>
    </message>
    <message>
        <source>Warning or critical</source>
        <translation>Avertissement ou critique</translation>
    </message>
    <message>
        <source>Events of the period, oldest first</source>
        <translation>Événements de la période, du plus ancien au plus récent</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>Coffre</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Times of</source>
        <translation>Heures de</translation>
    </message>
    <message>
        <source>Prepared by</source>
        <translation>Établi par</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>Établi le</translation>
    </message>
    <message>
        <source>There is nothing to show.</source>
        <translation>Il n’y a rien à montrer.</translation>
    </message>
    <message>
        <source>The first %1 of %2 rows are shown.</source>
        <translation>Les %1 premières lignes sur %2 sont montrées.</translation>
    </message>
    <message>
        <source>%1 of %2 alert rules are on</source>
        <translation>%1 règles d’alerte sur %2 sont actives</translation>
    </message>
    <message>
        <source>DAMAGED: the audit journal of this vault is not whole. What this report says may be incomplete</source>
        <translation>ENDOMMAGÉ : le journal d’audit de ce coffre n’est pas entier. Ce que dit ce rapport peut être incomplet</translation>
    </message>
</context>
<context>
    <name>ReportPlanDialog</name>
    <message>
        <source>New plan</source>
        <translation>Nouveau plan</translation>
    </message>
    <message>
        <source>%1 as %2, with the filter of the form. It is made with your rights as they are then.</source>
        <translation>%1 en %2, avec le filtre du formulaire. Il sera établi avec vos droits d’alors.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>À quelle fréquence</translation>
    </message>
    <message>
        <source>Hour of the day</source>
        <translation>Heure du jour</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Reports kept</source>
        <translation>Rapports gardés</translation>
    </message>
    <message>
        <source>Add plan</source>
        <translation>Ajouter le plan</translation>
    </message>
</context>
<context>
    <name>ReportPreview</name>
    <message>
        <source>Preview of the report</source>
        <translation>Aperçu du rapport</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>RetentionText</name>
    <message>
        <source>Nothing, until the clock is believed</source>
        <translation>Rien, tant que l’horloge n’est pas crue</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events, %1 to %2</source>
        <translation>
            <numerusform>%Ln événement, du %1 au %2</numerusform>
            <numerusform>%Ln événements, du %1 au %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything of %1</source>
        <translation>Tout de %1</translation>
    </message>
    <message>
        <source>%1 beyond the cap</source>
        <translation>%1 au-delà de la limite</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <extracomment>%1: what goes by its age, %2: what goes for want of room</extracomment>
        <translation>%1 ; %2</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Everything: users, settings, server, audit</source>
        <translation>Tout : utilisateurs, réglages, serveur, audit</translation>
    </message>
    <message>
        <source>Reads, adds and changes records</source>
        <translation>Lit, ajoute et modifie des fiches</translation>
    </message>
    <message>
        <source>Reads records</source>
        <translation>Lit les fiches</translation>
    </message>
    <message>
        <source>Admin</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>Éditeur</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>Lecteur</translation>
    </message>
    <message>
        <source>Everything, as an admin: for who answers for the console</source>
        <translation>Tout, comme un admin : pour qui répond de la console</translation>
    </message>
    <message>
        <source>Works in the console: users, sessions, keys, the server; no settings</source>
        <translation>Travaille à la console : utilisateurs, sessions, clés, serveur ; pas les réglages</translation>
    </message>
    <message>
        <source>Reads everything in the console, exports and verifies; changes nothing</source>
        <translation>Lit tout dans la console, exporte et vérifie ; ne modifie rien</translation>
    </message>
    <message>
        <source>Sees the dashboard, users and events in the console</source>
        <translation>Voit le tableau de bord, les utilisateurs et les événements dans la console</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Opérateur</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>Auditeur</translation>
    </message>
    <message>
        <source>Console viewer</source>
        <translation>Observateur console</translation>
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
        <translation>Fiches</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Sessions and tokens</source>
        <translation>Sessions et jetons</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Clés d’API</translation>
    </message>
    <message>
        <source>Service accounts</source>
        <translation>Comptes de service</translation>
    </message>
    <message>
        <source>Identity providers</source>
        <translation>Fournisseurs d’identité</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Server and settings</source>
        <translation>Serveur et réglages</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
</context>
<context>
    <name>ScrollArea</name>
    <message>
        <source>Content</source>
        <translation>Contenu</translation>
    </message>
</context>
<context>
    <name>Setting</name>
    <message>
        <source>Days that security events are kept.</source>
        <translation>Nombre de jours pendant lesquels les événements sont gardés.</translation>
    </message>
    <message>
        <source>Seconds after which an unused connection is closed.</source>
        <translation>Délai après lequel une connexion inutilisée est fermée.</translation>
    </message>
    <message>
        <source>Connections from one address at a time.</source>
        <translation>Connexions simultanées depuis une adresse.</translation>
    </message>
    <message>
        <source>Connections from all addresses at a time.</source>
        <translation>Connexions simultanées depuis toutes les adresses.</translation>
    </message>
    <message>
        <source>Seconds without input after which the window locks; 0 for never.</source>
        <translation>Délai sans saisie avant le verrouillage de la fenêtre ; 0 pour jamais.</translation>
    </message>
    <message>
        <source>Language of the window.</source>
        <translation>Langue de la fenêtre.</translation>
    </message>
    <message>
        <source>Light or dark window.</source>
        <translation>Fenêtre claire ou sombre.</translation>
    </message>
    <message>
        <source>Characters of a password at least, without a second factor.</source>
        <translation>Longueur minimale d’un mot de passe sans second facteur.</translation>
    </message>
    <message>
        <source>Requests from one address, of all kinds.</source>
        <translation>Requêtes de toute sorte depuis une adresse.</translation>
    </message>
    <message>
        <source>Requests that administer users, roles and settings.</source>
        <translation>Requêtes qui administrent utilisateurs, rôles et réglages.</translation>
    </message>
    <message>
        <source>Requests that read.</source>
        <translation>Requêtes qui lisent.</translation>
    </message>
    <message>
        <source>Requests that change something.</source>
        <translation>Requêtes qui modifient quelque chose.</translation>
    </message>
    <message>
        <source>Sign-in attempts.</source>
        <translation>Tentatives de connexion.</translation>
    </message>
    <message>
        <source>Files sent.</source>
        <translation>Fichiers envoyés.</translation>
    </message>
    <message>
        <source>Address that the server listens on.</source>
        <translation>Adresse sur laquelle le serveur écoute.</translation>
    </message>
    <message>
        <source>Issuer named in access tokens; empty for the server&apos;s own URL.</source>
        <translation>Émetteur inscrit dans les jetons d’accès ; vide pour l’URL du serveur.</translation>
    </message>
    <message>
        <source>Port that the server listens on; 0 lets the system choose.</source>
        <translation>Port sur lequel le serveur écoute ; 0 laisse le système choisir.</translation>
    </message>
    <message>
        <source>Start the server when the vault is unlocked.</source>
        <translation>Démarrer le serveur quand le coffre est déverrouillé.</translation>
    </message>
    <message>
        <source>Threads that serve connections; 0 for one a core.</source>
        <translation>Fils qui servent les connexions ; 0 pour un par cœur.</translation>
    </message>
    <message>
        <source>Seconds after which a session ends in any case.</source>
        <translation>Délai après lequel une session se termine dans tous les cas.</translation>
    </message>
    <message>
        <source>Seconds without use after which a session ends.</source>
        <translation>Délai sans activité après lequel une session se termine.</translation>
    </message>
    <message>
        <source>Seconds for which a second factor counts for sensitive actions.</source>
        <translation>Durée pendant laquelle un second facteur vaut pour les actions sensibles.</translation>
    </message>
    <message>
        <source>Seconds for which an access token is valid.</source>
        <translation>Durée de validité d’un jeton d’accès.</translation>
    </message>
    <message>
        <source>Whether an administrator may set a new user&apos;s first password.</source>
        <translation>Si un administrateur peut choisir le premier mot de passe d’un nouvel utilisateur.</translation>
    </message>
    <message>
        <source>Name of this vault.</source>
        <translation>Nom de ce coffre.</translation>
    </message>
    <message>
        <source>Seconds for which a new API key is valid unless it says otherwise.</source>
        <translation>Secondes de validité d’une nouvelle clé d’API, sauf indication contraire.</translation>
    </message>
    <message>
        <source>Seconds before its end from which an API key is reported as expiring.</source>
        <translation>Secondes avant sa fin à partir desquelles une clé d’API est signalée comme expirant bientôt.</translation>
    </message>
    <message>
        <source>Seconds for which an API key is valid at most.</source>
        <translation>Secondes de validité d’une clé d’API au plus.</translation>
    </message>
    <message>
        <source>API keys of one user or service account at most.</source>
        <translation>Clés d’API d’un utilisateur ou d’un compte de service au plus.</translation>
    </message>
    <message>
        <source>Seconds without use after which an API key is reported as stale.</source>
        <translation>Secondes sans utilisation après lesquelles une clé d’API est signalée comme inutilisée.</translation>
    </message>
    <message>
        <source>Seconds that the time of a signed request may differ from the server&apos;s clock.</source>
        <translation>Secondes dont l’heure d’une requête signée peut s’écarter de l’horloge du serveur.</translation>
    </message>
    <message>
        <source>Days in which a user must set up a second factor once the role requires it.</source>
        <translation>Jours pendant lesquels un utilisateur doit configurer un second facteur dès que le rôle l’exige.</translation>
    </message>
    <message>
        <source>Roles that require a second factor, separated by commas; empty for none.</source>
        <translation>Rôles qui exigent un second facteur, séparés par des virgules ; vide pour aucun.</translation>
    </message>
    <message>
        <source>Seconds for which a sign-in counts for changing how one signs in.</source>
        <translation>Secondes pendant lesquelles une connexion permet de modifier sa façon de se connecter.</translation>
    </message>
    <message>
        <source>Days for which a trusted device is not asked for the second factor; 0 for never.</source>
        <translation>Jours pendant lesquels le second facteur n’est pas demandé à un appareil de confiance ; 0 pour jamais.</translation>
    </message>
    <message>
        <source>Domain that passkeys are made for; empty for no passkeys.</source>
        <translation>Domaine pour lequel les clés d’accès sont créées ; vide pour aucune.</translation>
    </message>
    <message>
        <source>Pages that may use passkeys, separated by commas; empty for the domain itself.</source>
        <translation>Pages qui peuvent utiliser les clés d’accès, séparées par des virgules ; vide pour le domaine lui-même.</translation>
    </message>
    <message>
        <source>Words that no password may contain, such as names of the organisation and its products.</source>
        <translation>Mots qu’aucun mot de passe ne doit contenir, comme les noms de l’organisation et de ses produits.</translation>
    </message>
    <message>
        <source>Characters of a password at least, while a second factor is on.</source>
        <translation>Longueur minimale d’un mot de passe tant qu’un second facteur est actif.</translation>
    </message>
    <message>
        <source>File on the server&apos;s machine with the SHA-1 of breached passwords, sorted; empty for none.</source>
        <translation>Fichier sur la machine du serveur avec les SHA-1 des mots de passe divulgués, triés ; vide pour aucun.</translation>
    </message>
    <message>
        <source>Threads that hashing one password uses.</source>
        <translation>Threads utilisés pour hacher un mot de passe.</translation>
    </message>
    <message>
        <source>KiB of memory that hashing one password uses.</source>
        <translation>Kio de mémoire utilisés pour hacher un mot de passe.</translation>
    </message>
    <message>
        <source>Times that hashing one password goes over its memory.</source>
        <translation>Nombre de passages sur la mémoire pour hacher un mot de passe.</translation>
    </message>
    <message>
        <source>File of certificate authorities that outgoing calls trust besides the system&apos;s.</source>
        <translation>Fichier d’autorités de certification auxquelles les appels sortants font confiance en plus de celles du système.</translation>
    </message>
    <message>
        <source>Networks that outgoing calls may reach though they are not public, such as 127.0.0.0/8.</source>
        <translation>Réseaux que les appels sortants peuvent atteindre bien qu’ils ne soient pas publics, par exemple 127.0.0.0/8.</translation>
    </message>
    <message>
        <source>Signature of access tokens; a change makes a new signing key.</source>
        <translation>Signature des jetons d’accès ; un changement crée une nouvelle clé de signature.</translation>
    </message>
    <message>
        <source>Zone of all times that are shown, and of those that are typed without one: UTC, system, or one such as Europe/Berlin.</source>
        <translation>Fuseau de toutes les heures affichées et de celles saisies sans fuseau : UTC, system ou un nom comme Europe/Berlin.</translation>
    </message>
    <message>
        <source>Of a hundred decisions that allow something, so many are recorded; refusals all are.</source>
        <translation>Sur cent décisions qui autorisent quelque chose, autant sont enregistrées ; les refus le sont tous.</translation>
    </message>
    <message>
        <source>Days that decisions are kept.</source>
        <translation>Jours pendant lesquels les décisions sont conservées.</translation>
    </message>
    <message>
        <source>Ask clients for a certificate; policies can require one by its SHA-256.</source>
        <translation>Demander un certificat aux clients ; les politiques peuvent en exiger un par son SHA-256.</translation>
    </message>
    <message>
        <source>Comments on one record at most.</source>
        <translation>Nombre maximal de commentaires d’une fiche.</translation>
    </message>
    <message>
        <source>MiB of an uploaded file at most.</source>
        <translation>Taille maximale d’un fichier envoyé, en Mio.</translation>
    </message>
    <message>
        <source>Files of one record at most.</source>
        <translation>Nombre maximal de fichiers d’une fiche.</translation>
    </message>
    <message>
        <source>MiB of all uploaded files together at most.</source>
        <translation>Taille maximale de tous les fichiers envoyés, en Mio.</translation>
    </message>
    <message>
        <source>Extensions of the files that may be uploaded, separated by commas, of those that are known; empty for all of them.</source>
        <translation>Extensions des fichiers qui peuvent être envoyés, séparées par des virgules, parmi celles qui sont connues ; vide pour toutes.</translation>
    </message>
    <message>
        <source>Decisions that are kept at most; the oldest go first.</source>
        <translation>Nombre maximal de décisions conservées ; les plus anciennes partent d’abord.</translation>
    </message>
    <message>
        <source>File in MaxMind&apos;s format that tells the country of an address; empty for none.</source>
        <translation>Fichier au format MaxMind qui indique le pays d’une adresse ; vide pour aucun.</translation>
    </message>
    <message>
        <source>File in MaxMind&apos;s format that tells the network operator of an address; empty for none.</source>
        <translation>Fichier au format MaxMind qui indique l’opérateur réseau d’une adresse ; vide pour aucun.</translation>
    </message>
    <message>
        <source>Connections of trusted proxies begin with PROXY protocol version 2.</source>
        <translation>Les connexions des proxys de confiance commencent par le protocole PROXY, version 2.</translation>
    </message>
    <message>
        <source>Networks of proxies whose word about the client&apos;s address is believed; empty for none.</source>
        <translation>Réseaux des proxys crus sur l’adresse du client ; vide pour aucun.</translation>
    </message>
    <message>
        <source>Unfinished TLS handshakes of one address at a time.</source>
        <translation>Négociations TLS inachevées d’une adresse à la fois.</translation>
    </message>
    <message>
        <source>Seconds in which a request&apos;s head must have come.</source>
        <translation>Secondes dans lesquelles l’en-tête d’une requête doit être arrivé.</translation>
    </message>
    <message>
        <source>Bytes a second with which a request must come at least; 0 for any.</source>
        <translation>Octets par seconde auxquels une requête doit arriver au moins ; 0 pour tout débit.</translation>
    </message>
    <message>
        <source>Seconds for which an address is banned the first time; each further ban is longer.</source>
        <translation>Secondes pendant lesquelles une adresse est bannie la première fois ; chaque bannissement suivant est plus long.</translation>
    </message>
    <message>
        <source>Seconds after a ban was lifted in which the score does not ban that address.</source>
        <translation>Secondes après la levée d’un bannissement pendant lesquelles le score ne bannit pas cette adresse.</translation>
    </message>
    <message>
        <source>Seconds in which a threat score halves.</source>
        <translation>Secondes en lesquelles un score de menace diminue de moitié.</translation>
    </message>
    <message>
        <source>Seconds for which an address is banned at most.</source>
        <translation>Secondes pendant lesquelles une adresse est bannie au plus.</translation>
    </message>
    <message>
        <source>What a threat score that reaches the threshold leads to.</source>
        <translation>Ce qu’entraîne un score de menace qui atteint le seuil.</translation>
    </message>
    <message>
        <source>Threat score from which an address is banned.</source>
        <translation>Score de menace à partir duquel une adresse est bannie.</translation>
    </message>
    <message>
        <source>Requests of one address at full speed; each further one has to wait.</source>
        <translation>Requêtes d’une adresse à pleine vitesse ; chacune des suivantes doit attendre.</translation>
    </message>
    <message>
        <source>Whether requests of an address that sends very many have to wait.</source>
        <translation>Si les requêtes d’une adresse qui en envoie énormément doivent attendre.</translation>
    </message>
    <message>
        <source>Milliseconds that a request waits at most.</source>
        <translation>Millisecondes qu’une requête attend au plus.</translation>
    </message>
    <message>
        <source>Milliseconds that each further request waits longer.</source>
        <translation>Millisecondes que chaque requête suivante attend en plus.</translation>
    </message>
    <message>
        <source>How strictly attacks are looked for: 1 only what is certain, 4 whatever is odd.</source>
        <translation>Avec quelle rigueur on cherche les attaques : 1 seulement ce qui est certain, 4 tout ce qui est étrange.</translation>
    </message>
    <message>
        <source>Score from which a request counts as an attack.</source>
        <translation>Score à partir duquel une requête compte comme attaque.</translation>
    </message>
    <message>
        <source>What is done with requests that look like an attack.</source>
        <translation>Ce qui est fait des requêtes qui ressemblent à une attaque.</translation>
    </message>
    <message>
        <source>Tell browsers that pages of the allowed origins may send what they keep by themselves, such as client certificates.</source>
        <translation>Dire aux navigateurs que les pages des origines autorisées peuvent envoyer ce qu’ils gardent d’eux-mêmes, comme des certificats client.</translation>
    </message>
    <message>
        <source>Header fields that pages of the allowed origins may send, separated by commas.</source>
        <translation>Champs d’en-tête que les pages des origines autorisées peuvent envoyer, séparés par des virgules.</translation>
    </message>
    <message>
        <source>Seconds for which a browser may keep the answer to its question.</source>
        <translation>Secondes pendant lesquelles un navigateur peut garder la réponse à sa question.</translation>
    </message>
    <message>
        <source>Methods that pages of the allowed origins may use, separated by commas.</source>
        <translation>Méthodes que les pages des origines autorisées peuvent utiliser, séparées par des virgules.</translation>
    </message>
    <message>
        <source>Exact origins whose pages may read answers, separated by commas; empty for none.</source>
        <translation>Origines exactes dont les pages peuvent lire les réponses, séparées par des virgules ; vide pour aucune.</translation>
    </message>
    <message>
        <source>Content-Security-Policy of every answer; empty for the product&apos;s own, which allows nothing.</source>
        <translation>Content-Security-Policy de chaque réponse ; vide pour celle du produit, qui n’autorise rien.</translation>
    </message>
    <message>
        <source>Seconds for which browsers use HTTPS alone for this server; 0 makes them forget it.</source>
        <translation>Secondes pendant lesquelles les navigateurs n’utilisent que HTTPS pour ce serveur ; 0 le leur fait oublier.</translation>
    </message>
    <message>
        <source>Let that hold for all domains below the server&apos;s as well.</source>
        <translation>L’appliquer aussi à tous les domaines sous celui du serveur.</translation>
    </message>
    <message>
        <source>Let programs on the server&apos;s machine read /metrics without a credential.</source>
        <translation>Laisser les programmes de la machine du serveur lire /metrics sans identifiants.</translation>
    </message>
    <message>
        <source>Networks that no limit by address holds for, separated by commas, such as 10.1.0.0/16.</source>
        <translation>Réseaux pour lesquels aucune limite par adresse ne vaut, séparés par des virgules, par exemple 10.1.0.0/16.</translation>
    </message>
    <message>
        <source>Tell clients their limits in X-RateLimit-Limit, -Remaining and -Reset.</source>
        <translation>Dire leurs limites aux clients dans X-RateLimit-Limit, -Remaining et -Reset.</translation>
    </message>
    <message>
        <source>Percent that a suggested limit has above what is usual.</source>
        <translation>Pourcentage d’une limite suggérée au-dessus de l’habituel.</translation>
    </message>
    <message>
        <source>Tell clients their limits in RateLimit and RateLimit-Policy.</source>
        <translation>Dire leurs limites aux clients dans RateLimit et RateLimit-Policy.</translation>
    </message>
    <message>
        <source>An icon in the system&apos;s tray, and a card when an address is refused.</source>
        <translation>Une icône dans la zone de notification, et une carte quand une adresse est refusée.</translation>
    </message>
    <message>
        <source>Routes, POST /api/comments, where parameters and members that they don&apos;t know are left out and told instead of refused.</source>
        <translation>Routes, POST /api/comments, où paramètres et membres inconnus sont omis et signalés au lieu d’être refusés.</translation>
    </message>
</context>
<context>
    <name>SettingChoice</name>
    <message>
        <source>Set by an administrator</source>
        <translation>Choisi par un administrateur</translation>
    </message>
    <message>
        <source>By invitation only</source>
        <translation>Sur invitation seulement</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>Comme le bureau</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>ES256, the curve P-256</source>
        <translation>ES256, la courbe P-256</translation>
    </message>
    <message>
        <source>EdDSA, the curve Ed25519</source>
        <translation>EdDSA, la courbe Ed25519</translation>
    </message>
    <message>
        <source>As the system’s clock</source>
        <translation>Comme l’horloge du système</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Observe</source>
        <translation>Observer</translation>
    </message>
    <message>
        <source>Enforce</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquer</translation>
    </message>
</context>
<context>
    <name>SettingGroup</name>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Where the API listens. Changes count from the next start.</source>
        <translation>Où l’API écoute. Les changements valent au prochain démarrage.</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>How much one caller may ask for. More is refused with a time to come back.</source>
        <translation>Ce qu’un appelant peut demander. Au-delà, refus avec un délai avant de revenir.</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>How long the journal keeps what happened.</source>
        <translation>Combien de temps le journal garde ce qui s’est passé.</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>This window. Changes count at once.</source>
        <translation>Cette fenêtre. Les changements valent aussitôt.</translation>
    </message>
    <message>
        <source>Vault</source>
        <translation>Coffre</translation>
    </message>
    <message>
        <source>The encrypted database with everything in it.</source>
        <translation>La base de données chiffrée et tout ce qu’elle contient.</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Clés d’API</translation>
    </message>
    <message>
        <source>How long the keys of programs live, and when they are reported.</source>
        <translation>Durée de vie des clés des programmes, et moment où elles sont signalées.</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Second facteur</translation>
    </message>
    <message>
        <source>Who must show more than a password, and passkeys. Passwords and sessions have a page of their own.</source>
        <translation>Qui doit montrer plus qu’un mot de passe, et les clés d’accès. Mots de passe et sessions ont leur propre page.</translation>
    </message>
    <message>
        <source>Passwords</source>
        <translation>Mots de passe</translation>
    </message>
    <message>
        <source>What a new password must be. Those that are in use stay until they are changed.</source>
        <translation>Ce qu’un nouveau mot de passe doit être. Ceux en usage restent valables jusqu’à leur changement.</translation>
    </message>
    <message>
        <source>How passwords are kept</source>
        <translation>Comment les mots de passe sont conservés</translation>
    </message>
    <message>
        <source>As hashes by Argon2id: the more memory and passes, the dearer each guess. Changed values count for each user from the next sign-in.</source>
        <translation>Sous forme de hachages Argon2id : plus il y a de mémoire et de passages, plus chaque essai coûte cher. Les valeurs modifiées valent pour chaque utilisateur dès sa prochaine connexion.</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>How long a sign-in counts, and for what.</source>
        <translation>Combien de temps une connexion compte, et pour quoi.</translation>
    </message>
    <message>
        <source>Outgoing calls</source>
        <translation>Appels sortants</translation>
    </message>
    <message>
        <source>What the server may reach when it asks identity providers. Public addresses always.</source>
        <translation>Ce que le serveur peut atteindre quand il interroge les fournisseurs d’identité. Les adresses publiques toujours.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Heures</translation>
    </message>
    <message>
        <source>One zone for this window, filters, tables, reports and the command line. JSON is always in UTC.</source>
        <translation>Un seul fuseau pour cette fenêtre, les filtres, les tableaux, les rapports et la ligne de commande. Le JSON est toujours en UTC.</translation>
    </message>
    <message>
        <source>Comments and files</source>
        <translation>Commentaires et fichiers</translation>
    </message>
    <message>
        <source>How much may hang on a record, and what may be uploaded.</source>
        <translation>Ce qui peut être joint à une fiche, et ce qui peut être envoyé.</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Who is believed about where clients are, and what is known of an address.</source>
        <translation>Qui est cru sur la provenance des clients, et ce que l’on sait d’une adresse.</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Who attacks is banned, who asks for very much has to wait. Both by address.</source>
        <translation>Qui attaque est banni, qui demande énormément doit attendre. Les deux par adresse.</translation>
    </message>
    <message>
        <source>Intrusion detection</source>
        <translation>Détection d’intrusion</translation>
    </message>
    <message>
        <source>What is done with requests that look like an attack. Rules and hits have a page of their own.</source>
        <translation>Ce qui est fait des requêtes qui ressemblent à une attaque. Règles et détections ont leur propre page.</translation>
    </message>
    <message>
        <source>Browsers</source>
        <translation>Navigateurs</translation>
    </message>
    <message>
        <source>What answers tell browsers, and which other pages may read them.</source>
        <translation>Ce que les réponses disent aux navigateurs, et quelles autres pages peuvent les lire.</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validation</translation>
    </message>
    <message>
        <source>What doesn’t match a route’s schema is refused. Here are the exceptions.</source>
        <translation>Ce qui ne correspond pas au schéma d’une route est refusé. Voici les exceptions.</translation>
    </message>
</context>
<context>
    <name>SettingHelp</name>
    <message>
        <source>Older events are deleted for good; what was exported stays.</source>
        <translation>Les événements plus anciens sont supprimés pour de bon ; ce qui a été exporté reste.</translation>
    </message>
    <message>
        <source>A client that has nothing to ask connects again later.</source>
        <translation>Un client qui ne demande rien se reconnecte plus tard.</translation>
    </message>
    <message>
        <source>Programs behind one proxy share them.</source>
        <translation>Les programmes derrière un même proxy se les partagent.</translation>
    </message>
    <message>
        <source>Whoever asks; further ones are closed at once.</source>
        <translation>Quel que soit le demandeur ; les suivantes sont fermées aussitôt.</translation>
    </message>
    <message>
        <source>Without mouse and keyboard. 0 for never.</source>
        <translation>Sans souris ni clavier. 0 pour jamais.</translation>
    </message>
    <message>
        <source>Of this window only; the API answers in English.</source>
        <translation>De cette fenêtre seulement ; l’API répond en anglais.</translation>
    </message>
    <message>
        <source>“As the desktop” follows it when it changes.</source>
        <translation>« Comme le bureau » le suit quand il change.</translation>
    </message>
    <message>
        <source>Unless whoever creates it says otherwise.</source>
        <translation>Sauf indication contraire de qui la crée.</translation>
    </message>
    <message>
        <source>In the list of keys and on the dashboard.</source>
        <translation>Dans la liste des clés et sur le tableau de bord.</translation>
    </message>
    <message>
        <source>Longer ones are refused; keys that there are stay as they are.</source>
        <translation>Au-delà, refus ; les clés existantes restent telles quelles.</translation>
    </message>
    <message>
        <source>A user or a service account; ended keys don’t count.</source>
        <translation>Un utilisateur ou un compte de service ; les clés terminées ne comptent pas.</translation>
    </message>
    <message>
        <source>A key that nobody uses is one that can be stolen unseen.</source>
        <translation>Une clé que personne n’utilise peut être volée sans qu’on le voie.</translation>
    </message>
    <message>
        <source>From when a role first asks for one; after that nothing else opens.</source>
        <translation>À partir du jour où un rôle l’exige ; ensuite rien d’autre ne s’ouvre.</translation>
    </message>
    <message>
        <source>Their members set one up in the time below.</source>
        <translation>Leurs membres en configurent un dans le délai ci-dessous.</translation>
    </message>
    <message>
        <source>So long it isn’t asked for again at sign-in. 0 for never.</source>
        <translation>Pendant ce temps il n’est plus demandé à la connexion. 0 pour jamais.</translation>
    </message>
    <message>
        <source>A PEM file that counts besides the system’s, on the server’s machine.</source>
        <translation>Un fichier PEM sur la machine du serveur, en plus de celles du système.</translation>
    </message>
    <message>
        <source>Private ones, separated by commas, such as 10.20.0.0/16.</source>
        <translation>Privés, séparés par des virgules, par exemple 10.20.0.0/16.</translation>
    </message>
    <message>
        <source>They work side by side and share the memory.</source>
        <translation>Ils travaillent côte à côte et se partagent la mémoire.</translation>
    </message>
    <message>
        <source>What makes each guess dear. Every sign-in needs it for a moment.</source>
        <translation>Ce qui rend chaque essai cher. Chaque connexion en a besoin un instant.</translation>
    </message>
    <message>
        <source>With more passes less memory is allowed.</source>
        <translation>Avec plus de passes, moins de mémoire est permis.</translation>
    </message>
    <message>
        <source>A file on the server’s machine with sorted SHA-1 lines. Empty for none.</source>
        <translation>Un fichier sur la machine du serveur, avec des lignes SHA-1 triées. Vide pour aucune.</translation>
    </message>
    <message>
        <source>Names of your organisation and its products, separated by commas.</source>
        <translation>Noms de votre organisation et de ses produits, séparés par des virgules.</translation>
    </message>
    <message>
        <source>For accounts without a second factor.</source>
        <translation>Pour les comptes sans second facteur.</translation>
    </message>
    <message>
        <source>While the account’s second factor is on.</source>
        <translation>Tant que le second facteur du compte est actif.</translation>
    </message>
    <message>
        <source>Of all kinds and of everybody behind it.</source>
        <translation>De toute sorte et de tous ceux qui sont derrière.</translation>
    </message>
    <message>
        <source>Users, roles, keys and settings.</source>
        <translation>Utilisateurs, rôles, clés et réglages.</translation>
    </message>
    <message>
        <source>Every request that changes nothing.</source>
        <translation>Toute requête qui ne modifie rien.</translation>
    </message>
    <message>
        <source>Every request that changes something.</source>
        <translation>Toute requête qui modifie quelque chose.</translation>
    </message>
    <message>
        <source>However large they are.</source>
        <translation>Quelle que soit leur taille.</translation>
    </message>
    <message>
        <source>127.0.0.1 is reached from this machine only, 0.0.0.0 from all others too.</source>
        <translation>127.0.0.1 n’est joint que de cette machine, 0.0.0.0 aussi de toutes les autres.</translation>
    </message>
    <message>
        <source>Whom access tokens name. Empty for the server’s own address.</source>
        <translation>Que nomment les jetons d’accès. Vide pour l’adresse du serveur.</translation>
    </message>
    <message>
        <source>0 lets the system choose one.</source>
        <translation>Avec 0, le système en choisit un.</translation>
    </message>
    <message>
        <source>As soon as the vault is unlocked.</source>
        <translation>Dès que le coffre est déverrouillé.</translation>
    </message>
    <message>
        <source>0 for one a core.</source>
        <translation>0 pour un par cœur.</translation>
    </message>
    <message>
        <source>Used or not: then everybody signs in anew.</source>
        <translation>Utilisées ou non : ensuite chacun se reconnecte.</translation>
    </message>
    <message>
        <source>Counted from the last request.</source>
        <translation>Compté depuis la dernière requête.</translation>
    </message>
    <message>
        <source>Password, second factor, passkeys; later one signs in again first.</source>
        <translation>Mot de passe, second facteur, clés d’accès ; plus tard on se reconnecte d’abord.</translation>
    </message>
    <message>
        <source>For sensitive actions; later the code is asked for again.</source>
        <translation>Pour les actions sensibles ; plus tard le code est redemandé.</translation>
    </message>
    <message>
        <source>From the server’s clock, either way.</source>
        <translation>Par rapport à l’horloge du serveur, dans les deux sens.</translation>
    </message>
    <message>
        <source>Then clients get a new one by themselves, while the session lasts.</source>
        <translation>Ensuite les clients en obtiennent un nouveau d’eux-mêmes, tant que dure la session.</translation>
    </message>
    <message>
        <source>Another one makes a new signing key.</source>
        <translation>Une autre crée une nouvelle clé de signature.</translation>
    </message>
    <message>
        <source>By invitation, nobody but the user ever knows it.</source>
        <translation>Sur invitation, personne d’autre que l’utilisateur ne le connaît.</translation>
    </message>
    <message>
        <source>In the corner of this window and on reports.</source>
        <translation>Dans le coin de cette fenêtre et sur les rapports.</translation>
    </message>
    <message>
        <source>Separated by commas. Empty for the domain itself.</source>
        <translation>Séparées par des virgules. Vide pour le domaine lui-même.</translation>
    </message>
    <message>
        <source>Passkeys stay bound to it. Empty for no passkeys.</source>
        <translation>Les clés d’accès y restent liées. Vide pour aucune.</translation>
    </message>
    <message>
        <source>Of every time that is shown or typed here; the API keeps to UTC.</source>
        <translation>Vaut pour toutes les heures affichées ou saisies ici ; l’API reste en UTC.</translation>
    </message>
    <message>
        <source>Of a hundred, so many. Refusals are all recorded. What is recorded can be replayed.</source>
        <translation>Tant sur cent. Les refus sont tous enregistrés. Ce qui est enregistré peut être rejoué.</translation>
    </message>
    <message>
        <source>A decision that an answer named can be opened so long.</source>
        <translation>Une décision nommée dans une réponse peut être ouverte pendant ce temps.</translation>
    </message>
    <message>
        <source>Clients are asked for one, browsers ask whoever sits there. Nobody needs one until a policy says so.</source>
        <translation>Il est demandé aux clients, les navigateurs demandent à la personne. Personne n’en a besoin tant qu’aucune politique ne l’exige.</translation>
    </message>
    <message>
        <source>Those that there are stay.</source>
        <translation>Ceux qui existent restent.</translation>
    </message>
    <message>
        <source>A larger one is refused before it has been sent.</source>
        <translation>Un fichier plus grand est refusé avant d’avoir été envoyé.</translation>
    </message>
    <message>
        <source>On the disk of the vault, encrypted.</source>
        <translation>Sur le disque du coffre, chiffrés.</translation>
    </message>
    <message>
        <source>Such as jpg,pdf, of those that are known. Empty for all of these.</source>
        <translation>Par exemple jpg,pdf, parmi celles qui sont connues. Vide pour toutes.</translation>
    </message>
    <message>
        <source>Looked at every hour. One takes up to a kilobyte.</source>
        <translation>Vérifié chaque heure. Une décision prend jusqu’à un kilo-octet.</translation>
    </message>
    <message>
        <source>Your own, in MaxMind’s format (.mmdb). Empty for none.</source>
        <translation>Le vôtre, au format MaxMind (.mmdb). Vide pour aucun.</translation>
    </message>
    <message>
        <source>Each connection of a trusted proxy must then begin with it, version 2.</source>
        <translation>Chaque connexion d’un proxy de confiance doit alors commencer par lui, version 2.</translation>
    </message>
    <message>
        <source>Whoever is in these networks may say who the client is. Empty for none.</source>
        <translation>Qui est dans ces réseaux peut dire qui est le client. Vide pour aucun.</translation>
    </message>
    <message>
        <source>Whoever sends it drop by drop is cut off.</source>
        <translation>Qui l’envoie au compte-gouttes est coupé.</translation>
    </message>
    <message>
        <source>While one of them hangs, no more are let in than so many.</source>
        <translation>Tant que l’une d’elles est bloquée, pas plus d’autant ne sont admises.</translation>
    </message>
    <message>
        <source>After ten seconds’ grace; slower ones are cut off. 0 for any.</source>
        <translation>Après dix secondes de grâce ; les plus lentes sont coupées. 0 pour tout débit.</translation>
    </message>
    <message>
        <source>Each further ban of the same address is longer.</source>
        <translation>Chaque bannissement suivant de la même adresse est plus long.</translation>
    </message>
    <message>
        <source>So long the score doesn’t ban that address again.</source>
        <translation>Pendant ce temps le score ne bannit plus cette adresse.</translation>
    </message>
    <message>
        <source>What was done long ago counts for less and less.</source>
        <translation>Ce qui remonte à longtemps compte de moins en moins.</translation>
    </message>
    <message>
        <source>However often an address was banned before.</source>
        <translation>Quel que soit le nombre de bannissements précédents.</translation>
    </message>
    <message>
        <source>Observe writes down who would have been banned, and lets them in.</source>
        <translation>Observer note qui aurait été banni, et laisse entrer.</translation>
    </message>
    <message>
        <source>The panel Threats shows who would have come so far.</source>
        <translation>Le panneau Menaces montre qui serait allé jusque-là.</translation>
    </message>
    <message>
        <source>Of one address, everybody behind it together. Probes don’t count.</source>
        <translation>D’une adresse, tous ceux derrière elle ensemble. Les sondes ne comptent pas.</translation>
    </message>
    <message>
        <source>Observe only says in the record how long a request would have waited.</source>
        <translation>Observer dit seulement dans le journal combien de temps une requête aurait attendu.</translation>
    </message>
    <message>
        <source>In milliseconds. Nobody waits for longer.</source>
        <translation>En millisecondes. Personne n’attend plus longtemps.</translation>
    </message>
    <message>
        <source>In milliseconds. The second of them waits twice as long, and so on.</source>
        <translation>En millisecondes. La deuxième attend deux fois plus, et ainsi de suite.</translation>
    </message>
    <message>
        <source>Observing writes hits down and lets them pass.</source>
        <translation>Observer note les détections et les laisse passer.</translation>
    </message>
    <message>
        <source>1: only what is certain. 4: whatever is odd, with false alarms.</source>
        <translation>1 : seulement ce qui est certain. 4 : tout ce qui est étrange, avec de fausses alertes.</translation>
    </message>
    <message>
        <source>Points of what was found in a request, added up.</source>
        <translation>Points de ce qui a été trouvé dans une requête, additionnés.</translation>
    </message>
    <message>
        <source>Separated by commas.</source>
        <translation>Séparés par des virgules.</translation>
    </message>
    <message>
        <source>So long a browser keeps the answer to what a page may do.</source>
        <translation>Pendant ce temps, un navigateur garde la réponse sur ce qu’une page peut faire.</translation>
    </message>
    <message>
        <source>Separated by commas: GET, HEAD, POST, PUT, PATCH, DELETE.</source>
        <translation>Séparées par des virgules : GET, HEAD, POST, PUT, PATCH, DELETE.</translation>
    </message>
    <message>
        <source>Exact, as https://app.example.com, separated by commas. Empty for none.</source>
        <translation>Exactes, comme https://app.example.com, séparées par des virgules. Vide pour aucune.</translation>
    </message>
    <message>
        <source>Empty for the product&apos;s own, which allows a page nothing at all.</source>
        <translation>Vide pour celle du produit, qui n’autorise rien du tout à une page.</translation>
    </message>
    <message>
        <source>Counted from each answer. 0 makes browsers forget it.</source>
        <translation>Compté à partir de chaque réponse. 0 le fait oublier aux navigateurs.</translation>
    </message>
    <message>
        <source>Only if every one of them answers over HTTPS.</source>
        <translation>Seulement si chacun d’eux répond en HTTPS.</translation>
    </message>
    <message>
        <source>And what else browsers send by themselves. No credential of this server is among it.</source>
        <translation>Et ce que les navigateurs envoient d’eux-mêmes. Aucun identifiant de ce serveur n’en fait partie.</translation>
    </message>
    <message>
        <source>Wrong passwords and codes for one account from one address.</source>
        <translation>Mots de passe et codes erronés pour un compte depuis une adresse.</translation>
    </message>
    <message>
        <source>No limit by address holds for them; those by user and key do. Separated by commas.</source>
        <translation>Aucune limite par adresse ne vaut pour eux ; celles par utilisateur et par clé valent. Séparés par des virgules.</translation>
    </message>
    <message>
        <source>For older clients: X-RateLimit-Limit, -Remaining and -Reset in answers.</source>
        <translation>Pour les anciens clients : X-RateLimit-Limit, -Remaining et -Reset dans les réponses.</translation>
    </message>
    <message>
        <source>As the IETF’s draft has them: RateLimit and RateLimit-Policy in answers.</source>
        <translation>Comme dans le projet de l’IETF : RateLimit et RateLimit-Policy dans les réponses.</translation>
    </message>
    <message>
        <source>More than what 95 of 100 minutes needed: the panel Rate limits proposes it.</source>
        <translation>Plus que ce dont 95 minutes sur 100 ont eu besoin : la page Limites de débit le propose.</translation>
    </message>
    <message>
        <source>While the window is behind others, a card tells of each address that is refused.</source>
        <translation>Quand la fenêtre est derrière d’autres, une carte signale chaque adresse refusée.</translation>
    </message>
    <message>
        <source>As POST /api/comments, separated by commas. They are left out and told in the events; whatever else is wrong is refused.</source>
        <translation>Comme POST /api/comments, séparées par des virgules. L’inconnu est omis et signalé dans les événements ; toute autre erreur est refusée.</translation>
    </message>
    <message>
        <source>Programs here read /metrics; everybody else needs the permission “Read metrics”.</source>
        <translation>Les programmes d’ici lisent /metrics ; tous les autres ont besoin du droit « Lire les mesures ».</translation>
    </message>
</context>
<context>
    <name>SettingProblem</name>
    <message>
        <source>Must not be more than “%1”</source>
        <translation>Ne doit pas dépasser « %1 »</translation>
    </message>
    <message>
        <source>Enter a whole number from %1 to %2</source>
        <translation>Entrez un nombre entier de %1 à %2</translation>
    </message>
    <message>
        <source>Enter a time from %1 to %2</source>
        <translation>Entrez une durée de %1 à %2</translation>
    </message>
    <message>
        <source>Enter 1 to 10,000,000 requests in 1 second to 31 days</source>
        <translation>Entrez de 1 à 10 000 000 requêtes en 1 seconde à 31 jours</translation>
    </message>
    <message>
        <source>Enter an address, for example 127.0.0.1 or ::1</source>
        <translation>Entrez une adresse, par exemple 127.0.0.1 ou ::1</translation>
    </message>
    <message>
        <source>Enter an https address without ? and #, or nothing</source>
        <translation>Entrez une adresse https sans ? ni #, ou rien</translation>
    </message>
    <message>
        <source>Enter 1 to 100 printable characters</source>
        <translation>Entrez de 1 à 100 caractères imprimables</translation>
    </message>
    <message>
        <source>Separate words by commas: at most 400, each of 3 to 64 characters</source>
        <translation>Séparez les mots par des virgules : 400 au plus, de 3 à 64 caractères chacun</translation>
    </message>
    <message>
        <source>There is no such file on this machine</source>
        <translation>Ce fichier n’existe pas sur cette machine</translation>
    </message>
    <message>
        <source>Each line must be a SHA-1 in hexadecimal, with or without a count</source>
        <translation>Chaque ligne doit être un SHA-1 en hexadécimal, avec ou sans nombre</translation>
    </message>
    <message>
        <source>The lines must be sorted by their SHA-1</source>
        <translation>Les lignes doivent être triées par SHA-1</translation>
    </message>
    <message>
        <source>The file cannot be read</source>
        <translation>Le fichier est illisible</translation>
    </message>
    <message>
        <source>Enter the full path of a file, or nothing</source>
        <translation>Saisissez le chemin complet d’un fichier, ou rien</translation>
    </message>
    <message>
        <source>At least %1 with 1 pass, %2 with 2, %3 with 3, %4 with 4, %5 with more</source>
        <translation>Au moins %1 avec 1 passage, %2 avec 2, %3 avec 3, %4 avec 4, %5 avec plus</translation>
    </message>
    <message>
        <source>Enter networks such as 127.0.0.0/8, 10.20.0.0/16, or nothing</source>
        <translation>Saisissez des réseaux comme 127.0.0.0/8, 10.20.0.0/16, ou rien</translation>
    </message>
    <message>
        <source>Enter the whole path of a file, or nothing</source>
        <translation>Saisissez le chemin complet d’un fichier, ou rien</translation>
    </message>
</context>
<context>
    <name>SettingTitle</name>
    <message>
        <source>Keep events for</source>
        <translation>Garder les événements</translation>
    </message>
    <message>
        <source>Close unused connections after</source>
        <translation>Fermer les connexions inutilisées après</translation>
    </message>
    <message>
        <source>Connections from one address</source>
        <translation>Connexions depuis une adresse</translation>
    </message>
    <message>
        <source>Connections in all</source>
        <translation>Connexions en tout</translation>
    </message>
    <message>
        <source>Lock by itself after</source>
        <translation>Verrouiller automatiquement après</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Shortest password</source>
        <translation>Mot de passe le plus court</translation>
    </message>
    <message>
        <source>Shortest password with MFA</source>
        <translation>Mot de passe le plus court avec MFA</translation>
    </message>
    <message>
        <source>One address, all requests</source>
        <translation>Une adresse, toutes les requêtes</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>File upload</source>
        <translation>Envoi de fichiers</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Token issuer</source>
        <translation>Émetteur des jetons</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Start with the console</source>
        <translation>Démarrer avec la console</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Fils d’exécution</translation>
    </message>
    <message>
        <source>End every session after</source>
        <translation>Terminer toute session après</translation>
    </message>
    <message>
        <source>End unused sessions after</source>
        <translation>Terminer les sessions inutilisées après</translation>
    </message>
    <message>
        <source>An MFA check counts for</source>
        <translation>Une vérification MFA vaut</translation>
    </message>
    <message>
        <source>Access tokens live for</source>
        <translation>Les jetons d’accès valent</translation>
    </message>
    <message>
        <source>First password of a user</source>
        <translation>Premier mot de passe d’un utilisateur</translation>
    </message>
    <message>
        <source>Name of the vault</source>
        <translation>Nom du coffre</translation>
    </message>
    <message>
        <source>A new key is valid for</source>
        <translation>Une nouvelle clé est valable</translation>
    </message>
    <message>
        <source>Report as expiring before</source>
        <translation>Signaler l’expiration avant</translation>
    </message>
    <message>
        <source>A key is valid at most for</source>
        <translation>Une clé est valable au plus</translation>
    </message>
    <message>
        <source>Keys of one owner</source>
        <translation>Clés d’un propriétaire</translation>
    </message>
    <message>
        <source>Report as unused after</source>
        <translation>Signaler comme inutilisée après</translation>
    </message>
    <message>
        <source>A signed request’s time may be off by</source>
        <translation>Écart permis pour l’heure d’une requête signée</translation>
    </message>
    <message>
        <source>Time to set up a second factor</source>
        <translation>Délai pour configurer un second facteur</translation>
    </message>
    <message>
        <source>Roles that require a second factor</source>
        <translation>Rôles qui exigent un second facteur</translation>
    </message>
    <message>
        <source>A sign-in counts for changing it for</source>
        <translation>Une connexion vaut pour la modifier pendant</translation>
    </message>
    <message>
        <source>A device is trusted for</source>
        <translation>Un appareil est de confiance pendant</translation>
    </message>
    <message>
        <source>Pages that may use passkeys</source>
        <translation>Pages qui peuvent utiliser les clés d’accès</translation>
    </message>
    <message>
        <source>Domain of passkeys</source>
        <translation>Domaine des clés d’accès</translation>
    </message>
    <message>
        <source>Forbidden words</source>
        <translation>Mots interdits</translation>
    </message>
    <message>
        <source>List of breached passwords</source>
        <translation>Liste des mots de passe divulgués</translation>
    </message>
    <message>
        <source>Threads of a hash</source>
        <translation>Threads par hachage</translation>
    </message>
    <message>
        <source>Memory of a hash</source>
        <translation>Mémoire par hachage</translation>
    </message>
    <message>
        <source>Passes of a hash</source>
        <translation>Passages par hachage</translation>
    </message>
    <message>
        <source>Further authorities</source>
        <translation>Autorités supplémentaires</translation>
    </message>
    <message>
        <source>Reachable networks</source>
        <translation>Réseaux accessibles</translation>
    </message>
    <message>
        <source>Signature of access tokens</source>
        <translation>Signature des jetons d’accès</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Record decisions that allow</source>
        <translation>Enregistrer les décisions qui autorisent</translation>
    </message>
    <message>
        <source>Keep decisions for</source>
        <translation>Conserver les décisions</translation>
    </message>
    <message>
        <source>Client certificates</source>
        <translation>Certificats des clients</translation>
    </message>
    <message>
        <source>Comments of a record</source>
        <translation>Commentaires d’une fiche</translation>
    </message>
    <message>
        <source>Largest file</source>
        <translation>Plus grand fichier</translation>
    </message>
    <message>
        <source>Files of a record</source>
        <translation>Fichiers d’une fiche</translation>
    </message>
    <message>
        <source>All files together</source>
        <translation>Tous les fichiers ensemble</translation>
    </message>
    <message>
        <source>Types of files</source>
        <translation>Types de fichiers</translation>
    </message>
    <message>
        <source>Keep at most so many decisions</source>
        <translation>Décisions conservées au plus</translation>
    </message>
    <message>
        <source>File of countries</source>
        <translation>Fichier des pays</translation>
    </message>
    <message>
        <source>File of network operators</source>
        <translation>Fichier des opérateurs réseau</translation>
    </message>
    <message>
        <source>PROXY protocol</source>
        <translation>Protocole PROXY</translation>
    </message>
    <message>
        <source>Trusted proxies</source>
        <translation>Proxys de confiance</translation>
    </message>
    <message>
        <source>Handshakes of one address</source>
        <translation>Négociations d’une adresse</translation>
    </message>
    <message>
        <source>Time for a request’s head</source>
        <translation>Temps pour l’en-tête d’une requête</translation>
    </message>
    <message>
        <source>Slowest request</source>
        <translation>Requête la plus lente</translation>
    </message>
    <message>
        <source>Ban an address first for</source>
        <translation>Bannir une adresse d’abord pour</translation>
    </message>
    <message>
        <source>Grace after a lifted ban</source>
        <translation>Délai de grâce après une levée</translation>
    </message>
    <message>
        <source>Scores halve every</source>
        <translation>Les scores diminuent de moitié toutes les</translation>
    </message>
    <message>
        <source>Longest ban</source>
        <translation>Bannissement le plus long</translation>
    </message>
    <message>
        <source>Ban by threat score</source>
        <translation>Bannir selon le score</translation>
    </message>
    <message>
        <source>Ban from a score of</source>
        <translation>Bannir à partir d’un score de</translation>
    </message>
    <message>
        <source>Full speed for</source>
        <translation>Pleine vitesse pour</translation>
    </message>
    <message>
        <source>Slow down</source>
        <translation>Ralentir</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Attente la plus longue</translation>
    </message>
    <message>
        <source>Each further request waits longer by</source>
        <translation>Chaque requête suivante attend en plus</translation>
    </message>
    <message>
        <source>Requests that look like an attack</source>
        <translation>Requêtes qui ressemblent à une attaque</translation>
    </message>
    <message>
        <source>Strictness of detection</source>
        <translation>Rigueur de la détection</translation>
    </message>
    <message>
        <source>An attack from a score of</source>
        <translation>Une attaque à partir du score</translation>
    </message>
    <message>
        <source>Pages may send client certificates</source>
        <translation>Les pages peuvent envoyer des certificats client</translation>
    </message>
    <message>
        <source>Header fields that pages may send</source>
        <translation>Champs d’en-tête que les pages peuvent envoyer</translation>
    </message>
    <message>
        <source>Browsers ask again after</source>
        <translation>Les navigateurs redemandent après</translation>
    </message>
    <message>
        <source>Methods that pages may use</source>
        <translation>Méthodes que les pages peuvent utiliser</translation>
    </message>
    <message>
        <source>Origins whose pages may read</source>
        <translation>Origines dont les pages peuvent lire</translation>
    </message>
    <message>
        <source>Content security policy</source>
        <translation>Content Security Policy</translation>
    </message>
    <message>
        <source>Browsers use HTTPS alone for</source>
        <translation>Les navigateurs n’utilisent que HTTPS pendant</translation>
    </message>
    <message>
        <source>HTTPS alone for subdomains as well</source>
        <translation>HTTPS seul aussi pour les sous-domaines</translation>
    </message>
    <message>
        <source>Metrics for this machine without a key</source>
        <translation>Métriques pour cette machine sans clé</translation>
    </message>
    <message>
        <source>Exempt networks</source>
        <translation>Réseaux exemptés</translation>
    </message>
    <message>
        <source>X-RateLimit fields</source>
        <translation>Champs X-RateLimit</translation>
    </message>
    <message>
        <source>Room of a suggestion</source>
        <translation>Marge d’une suggestion</translation>
    </message>
    <message>
        <source>RateLimit fields</source>
        <translation>Champs RateLimit</translation>
    </message>
    <message>
        <source>Icon in the system’s tray, with cards</source>
        <translation>Icône dans la zone de notification, avec cartes</translation>
    </message>
    <message>
        <source>Routes that only tell of unknown members</source>
        <translation>Routes qui signalent seulement l’inconnu</translation>
    </message>
</context>
<context>
    <name>ShippedAlert</name>
    <message>
        <source>Password guessing</source>
        <translation>Mots de passe testés en série</translation>
    </message>
    <message>
        <source>Many accounts tried</source>
        <translation>Nombreux comptes essayés</translation>
    </message>
    <message>
        <source>Account tried from many addresses</source>
        <translation>Compte essayé depuis de nombreuses adresses</translation>
    </message>
    <message>
        <source>Second factor guessed at</source>
        <translation>Second facteur deviné</translation>
    </message>
    <message>
        <source>Console sign-in guessed at</source>
        <translation>Connexion à la console devinée</translation>
    </message>
    <message>
        <source>Sign-in after failed tries</source>
        <translation>Connexion après des échecs</translation>
    </message>
    <message>
        <source>Refresh token used twice</source>
        <translation>Jeton utilisé deux fois</translation>
    </message>
    <message>
        <source>Recovery code used</source>
        <translation>Code de récupération utilisé</translation>
    </message>
    <message>
        <source>Second factor switched off</source>
        <translation>Second facteur désactivé</translation>
    </message>
    <message>
        <source>Many refused requests of one user</source>
        <translation>Nombreuses requêtes refusées d’un utilisateur</translation>
    </message>
    <message>
        <source>Many refused API keys</source>
        <translation>Nombreuses clés d’API refusées</translation>
    </message>
    <message>
        <source>Attacks blocked</source>
        <translation>Attaques bloquées</translation>
    </message>
    <message>
        <source>Many malformed requests</source>
        <translation>Nombreuses requêtes malformées</translation>
    </message>
    <message>
        <source>Rate limits reached again and again</source>
        <translation>Limites atteintes sans cesse</translation>
    </message>
    <message>
        <source>Address banned by its score</source>
        <translation>Adresse bannie par son score</translation>
    </message>
    <message>
        <source>API key found in files</source>
        <translation>Clé d’API trouvée dans des fichiers</translation>
    </message>
    <message>
        <source>Passkey may have been copied</source>
        <translation>Clé d’accès peut-être copiée</translation>
    </message>
    <message>
        <source>Audit journal damaged</source>
        <translation>Journal d’audit endommagé</translation>
    </message>
    <message>
        <source>Events lost</source>
        <translation>Événements perdus</translation>
    </message>
    <message>
        <source>Journal exported</source>
        <translation>Journal exporté</translation>
    </message>
    <message>
        <source>Monitoring changed</source>
        <translation>Surveillance modifiée</translation>
    </message>
    <message>
        <source>Access rules changed outside working hours</source>
        <translation>Règles d’accès modifiées hors des heures de travail</translation>
    </message>
    <message>
        <source>Clock was changed</source>
        <translation>Horloge modifiée</translation>
    </message>
    <message>
        <source>Server fault</source>
        <translation>Défaut du serveur</translation>
    </message>
    <message>
        <source>Stored data does not open</source>
        <translation>Données stockées illisibles</translation>
    </message>
    <message>
        <source>Upkeep fails</source>
        <translation>L’entretien échoue</translation>
    </message>
    <message>
        <source>Administrator role given</source>
        <translation>Rôle d’administrateur attribué</translation>
    </message>
</context>
<context>
    <name>SignatureMistake</name>
    <message>
        <source>It was signed with the API key itself instead of the signing secret.</source>
        <translation>La requête a été signée avec la clé d’API elle-même au lieu du secret de signature.</translation>
    </message>
    <message>
        <source>The body’s hash was written in base64 instead of hexadecimal.</source>
        <translation>L’empreinte du corps a été écrite en base64 au lieu de l’hexadécimal.</translation>
    </message>
    <message>
        <source>The body was hashed with a line feed at its end more or less than was sent.</source>
        <translation>Le corps a été haché avec un saut de ligne final de plus ou de moins que ce qui a été envoyé.</translation>
    </message>
    <message>
        <source>The body itself was signed instead of its SHA-256.</source>
        <translation>Le corps lui-même a été signé au lieu de son SHA-256.</translation>
    </message>
    <message>
        <source>The body was formatted again before it was hashed; sign the bytes that are sent.</source>
        <translation>Le corps a été remis en forme avant d’être haché ; signez les octets envoyés.</translation>
    </message>
    <message>
        <source>The lines were joined with CR LF instead of LF.</source>
        <translation>Les lignes ont été jointes par CR LF au lieu de LF.</translation>
    </message>
    <message>
        <source>The path was signed decoded; sign it as it is sent, with its % signs.</source>
        <translation>Le chemin a été signé décodé ; signez-le tel qu’il est envoyé, avec ses signes %.</translation>
    </message>
    <message>
        <source>The host was signed with the port 443, which is left out.</source>
        <translation>L’hôte a été signé avec le port 443, qui doit être omis.</translation>
    </message>
    <message>
        <source>There is no body, but {} was hashed; leave the last line empty.</source>
        <translation>Il n’y a pas de corps, mais {} a été haché ; laissez la dernière ligne vide.</translation>
    </message>
    <message>
        <source>There is no body, but the hash of nothing was signed; leave the last line empty.</source>
        <translation>Il n’y a pas de corps, mais l’empreinte du vide a été signée ; laissez la dernière ligne vide.</translation>
    </message>
    <message>
        <source>There is a line feed at the end of the text that was signed.</source>
        <translation>Il y a un saut de ligne à la fin du texte signé.</translation>
    </message>
    <message>
        <source>The method was signed in lower case.</source>
        <translation>La méthode a été signée en minuscules.</translation>
    </message>
    <message>
        <source>The body was left out.</source>
        <translation>Le corps a été omis.</translation>
    </message>
    <message>
        <source>The empty last line is missing: four lines were signed instead of five.</source>
        <translation>La dernière ligne, vide, manque : quatre lignes ont été signées au lieu de cinq.</translation>
    </message>
    <message>
        <source>The parts were joined without line feeds.</source>
        <translation>Les parties ont été jointes sans sauts de ligne.</translation>
    </message>
    <message>
        <source>The host was signed without its port.</source>
        <translation>L’hôte a été signé sans son port.</translation>
    </message>
    <message>
        <source>The query string was left out of the path.</source>
        <translation>La chaîne de requête a été omise du chemin.</translation>
    </message>
    <message>
        <source>The last line, @signature-params, was left out.</source>
        <translation>La dernière ligne, @signature-params, a été omise.</translation>
    </message>
    <message>
        <source>@path was signed with the query string.</source>
        <translation>@path a été signé avec la chaîne de requête.</translation>
    </message>
    <message>
        <source>@query was signed without its question mark.</source>
        <translation>@query a été signé sans son point d’interrogation.</translation>
    </message>
    <message>
        <source>The query was sorted before it was signed; sign it as it is sent.</source>
        <translation>La chaîne de requête a été triée avant d’être signée ; signez-la telle qu’elle est envoyée.</translation>
    </message>
    <message>
        <source>The path was signed with a slash at its end.</source>
        <translation>Le chemin a été signé avec une barre oblique finale.</translation>
    </message>
    <message>
        <source>The body’s hash was written in upper case.</source>
        <translation>L’empreinte du corps a été écrite en majuscules.</translation>
    </message>
    <message>
        <source>The whole URL was signed instead of path and query.</source>
        <translation>L’URL entière a été signée au lieu du chemin et de la chaîne de requête.</translation>
    </message>
</context>
<context>
    <name>TrafficStage</name>
    <message>
        <source>Malformed</source>
        <translation>Mal formée</translation>
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
        <translation>Limite de débit</translation>
    </message>
    <message>
        <source>Authentication</source>
        <translation>Authentification</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Permission</translation>
    </message>
    <message>
        <source>Step-up MFA</source>
        <translation>MFA renforcée</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schéma</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Address list</source>
        <translation>Liste d’adresses</translation>
    </message>
    <message>
        <source>Threat score</source>
        <translation>Score de menace</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Détection</translation>
    </message>
    <message>
        <source>Too busy</source>
        <translation>Surchargé</translation>
    </message>
</context>
<context>
    <name>Users</name>
    <message>
        <source>Disabled</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Invité</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>On</source>
        <comment>MFA is on</comment>
        <translation>Activée</translation>
    </message>
    <message>
        <source>Off</source>
        <comment>MFA is off</comment>
        <translation>Désactivée</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date format without year</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>today</source>
        <translation>aujourd’hui</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>hier</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <translation>
            <numerusform>il y a %Ln jour</numerusform>
            <numerusform>il y a %Ln jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::app::AppController</name>
    <message>
        <source>There is no vault in %1</source>
        <translation>Il n’y a pas de coffre dans %1</translation>
    </message>
    <message>
        <source>Open a vault’s folder</source>
        <translation>Ouvrir le dossier d’un coffre</translation>
    </message>
    <message>
        <source>Keyboard and help</source>
        <translation>Clavier et aide</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>What you may do has changed. Not saved and gone: %1</source>
        <translation>Vos droits ont changé. Non enregistré et perdu : %1</translation>
    </message>
</context>
<context>
    <name>sallyport::app::ChangeWatch</name>
    <message>
        <source>The server listens elsewhere: %1.</source>
        <translation>Le serveur écoute ailleurs : %1.</translation>
    </message>
    <message>
        <source>The change is kept</source>
        <translation>La modification est conservée</translation>
    </message>
    <message>
        <source>The change is taken back</source>
        <translation>La modification est annulée</translation>
    </message>
    <message>
        <source>Your own address is kept out: %1.</source>
        <translation>Votre propre adresse est bloquée : %1.</translation>
    </message>
    <message>
        <source>Your own roles have changed: you may do less.</source>
        <translation>Vos propres rôles ont changé : vous pouvez moins.</translation>
    </message>
    <message>
        <source>The role %1, which you have, has changed: you may do less.</source>
        <translation>Le rôle %1, que vous avez, a changé : vous pouvez moins.</translation>
    </message>
    <message>
        <source>The role %1, which you had, is deleted: you may do less.</source>
        <translation>Le rôle %1, que vous aviez, est supprimé : vous pouvez moins.</translation>
    </message>
    <message>
        <source>The server shows another certificate: clients that don’t trust it refuse the server.</source>
        <translation>Le serveur présente un autre certificat : les clients qui ne lui font pas confiance refusent le serveur.</translation>
    </message>
    <message>
        <source>Pages may do less than before: %1.</source>
        <translation>Les pages peuvent faire moins qu’avant : %1.</translation>
    </message>
    <message>
        <source>%1 may do less.</source>
        <translation>%1 peut faire moins de choses.</translation>
    </message>
</context>
<context>
    <name>sallyport::app::DemoFlow</name>
    <message>
        <source>Preparing the demo</source>
        <translation>Préparation de la démo</translation>
    </message>
    <message>
        <source>A made-up clinic, 120 people, two weeks of events</source>
        <translation>Une clinique fictive, 120 personnes, deux semaines d’événements</translation>
    </message>
    <message>
        <source>The demo’s passphrase: %1</source>
        <translation>Phrase secrète de la démo : %1</translation>
    </message>
</context>
<context>
    <name>sallyport::app::FirstRunFlow</name>
    <message>
        <source>Making keys and database</source>
        <translation>Création des clés et de la base de données</translation>
    </message>
</context>
<context>
    <name>sallyport::app::IncidentWatch</name>
    <message>
        <source>Incident: %1</source>
        <translation>Incident : %1</translation>
    </message>
    <message>
        <source>Incident: %1, %2</source>
        <translation>Incident : %1, %2</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>sallyport::app::PaletteSearch</name>
    <message>
        <source>Guide</source>
        <translation>Guide</translation>
    </message>
    <message>
        <source>All events of %1</source>
        <translation>Tous les événements de %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a person, %2: what can be done to them</extracomment>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>sallyport::app::PanelRegistry</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>Identité</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Audit</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Tableau de bord</translation>
    </message>
    <message>
        <source>Live events</source>
        <translation>Événements en direct</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>Reports</source>
        <translation>Rapports</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Signature lab</source>
        <translation>Labo de signatures</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Service accounts</source>
        <translation>Comptes de service</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Clés d’API</translation>
    </message>
    <message>
        <source>MFA coverage</source>
        <translation>Couverture MFA</translation>
    </message>
    <message>
        <source>Password policy</source>
        <translation>Règles de mot de passe</translation>
    </message>
    <message>
        <source>Identity providers</source>
        <translation>Fournisseurs d’identité</translation>
    </message>
    <message>
        <source>Leak scan</source>
        <translation>Clés divulguées</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Décisions</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Fiches</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Politiques</translation>
    </message>
    <message>
        <source>Simulator</source>
        <translation>Simulateur</translation>
    </message>
    <message>
        <source>Access review</source>
        <translation>Revue des accès</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>Protection</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Exercice</translation>
    </message>
    <message>
        <source>Playground</source>
        <translation>Bac à sable</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Détection</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>Limites de débit</translation>
    </message>
    <message>
        <source>Bans</source>
        <translation>Bannissements</translation>
    </message>
    <message>
        <source>Threats</source>
        <translation>Menaces</translation>
    </message>
    <message>
        <source>Headers and CORS</source>
        <translation>En-têtes et CORS</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>Destinations</translation>
    </message>
    <message>
        <source>Integrity</source>
        <translation>Intégrité</translation>
    </message>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Règles d’alerte</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Conservation</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
</context>
<context>
    <name>sallyport::app::ShellController</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>starts after unlock</source>
        <translation>démarre après le déverrouillage</translation>
    </message>
    <message>
        <source>Open the server to the network?</source>
        <translation>Ouvrir le serveur au réseau ?</translation>
    </message>
    <message>
        <source>It listens on %1: other machines will reach it, not only this one. The address stands in Settings.</source>
        <translation>Il écoute sur %1 : d’autres machines l’atteindront, pas seulement celle-ci. L’adresse se trouve dans Réglages.</translation>
    </message>
    <message>
        <source>Open and start</source>
        <translation>Ouvrir et démarrer</translation>
    </message>
    <message>
        <source>What has expired is deleted again</source>
        <translation>Ce qui a expiré est de nouveau supprimé</translation>
    </message>
    <message>
        <source>Stop the server?</source>
        <translation>Arrêter le serveur ?</translation>
    </message>
    <message>
        <source>Programs and people get no answers until it is started again, and open event streams end. The vault stays open.</source>
        <translation>Programmes et personnes n’ont plus de réponse jusqu’au prochain démarrage, et les flux d’événements ouverts se terminent. Le coffre reste ouvert.</translation>
    </message>
    <message>
        <source>Stop server</source>
        <translation>Arrêter le serveur</translation>
    </message>
    <message>
        <source>Your password is changed</source>
        <translation>Votre mot de passe est changé</translation>
    </message>
    <message>
        <source>Your second factor is off</source>
        <translation>Votre second facteur est désactivé</translation>
    </message>
</context>
<context>
    <name>sallyport::app::TrayWatch</name>
    <message>
        <source>Banned from a card of the tray</source>
        <translation>Banni depuis une carte de la zone de notification</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>address: what happened</comment>
        <extracomment>%1: an address</extracomment>
        <translation>%1 : %2</translation>
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
        <translation>Dernière ouverture %1</translation>
    </message>
    <message>
        <source>Last opened %1 by %2</source>
        <translation>Dernière ouverture %1 par %2</translation>
    </message>
    <message>
        <source>Your role requires a second factor. Set it up to go on.</source>
        <translation>Votre rôle exige un second facteur. Configurez-le pour continuer.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccessActions</name>
    <message>
        <source>Revoke the key %1?</source>
        <translation>Révoquer la clé %1 ?</translation>
    </message>
    <message>
        <source>Programs that use it are refused from the next request on. It cannot be undone.</source>
        <translation>Les programmes qui l’utilisent sont refusés dès la prochaine requête. C’est irréversible.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Take “%1” from %2?</source>
        <translation>Retirer « %1 » à %2 ?</translation>
    </message>
    <message>
        <source>They may no more what only this role allows, from their next request on. You can undo it.</source>
        <translation>Ce que seul ce rôle permet ne l’est plus dès la prochaine requête. Vous pouvez l’annuler.</translation>
    </message>
    <message>
        <source>%1 revoked</source>
        <translation>%1 révoquée</translation>
    </message>
    <message>
        <source>%1 has “%2” no more</source>
        <translation>%1 n’a plus « %2 »</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 has “%2” again</source>
        <translation>%1 a de nouveau « %2 »</translation>
    </message>
    <message>
        <source>“%1” is the only role of %2: disable the account instead.</source>
        <translation>« %1 » est le seul rôle de %2 : désactivez plutôt le compte.</translation>
    </message>
    <message>
        <source>%1 is the last active administrator.</source>
        <translation>%1 est le dernier administrateur actif.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccessModel</name>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Has</source>
        <comment>what somebody has: a role or a key</comment>
        <translation>Possède</translation>
    </message>
    <message>
        <source>How</source>
        <comment>how somebody has it</comment>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Donné par</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernier usage</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccessPane</name>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>May do</source>
        <translation>Peut faire</translation>
    </message>
    <message>
        <source>Has</source>
        <comment>what somebody has: a role or a key</comment>
        <translation>Possède</translation>
    </message>
    <message>
        <source>How</source>
        <comment>how somebody has it</comment>
        <translation>Comment</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>Donné par</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernier usage</translation>
    </message>
    <message>
        <source>Last decision</source>
        <translation>Dernière décision</translation>
    </message>
    <message>
        <source>What it gives</source>
        <translation>Ce que cela donne</translation>
    </message>
    <message>
        <source>After all roles and policies</source>
        <translation>Après tous les rôles et règles</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>From before this was kept</source>
        <translation>D’avant l’enregistrement</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Sans fin</translation>
    </message>
    <message>
        <source>You may not see this</source>
        <translation>Vous ne pouvez pas le voir</translation>
    </message>
    <message>
        <source>Of a key this is measured: the last request that it opened.</source>
        <translation>Mesuré pour une clé : la dernière requête qu’elle a ouverte.</translation>
    </message>
    <message>
        <source>When its holder last signed in, used a session (to an hour) or a key: the latest that the role can have been used.</source>
        <translation>Quand son détenteur s’est connecté ou a utilisé une session (à une heure près) ou une clé pour la dernière fois : le rôle n’a pas pu servir après.</translation>
    </message>
    <message>
        <source>None recorded</source>
        <translation>Aucune enregistrée</translation>
    </message>
    <message>
        <source>The newest recorded decision that allowed its holder something that the role gives. Records, comments and files are decided; of what is allowed, as much is recorded as the settings say.</source>
        <translation>La dernière décision enregistrée qui a permis à son détenteur quelque chose que le rôle donne. Les décisions portent sur les dossiers, commentaires et fichiers ; de ce qui est permis, on enregistre la part que disent les réglages.</translation>
    </message>
    <message>
        <source>Show account</source>
        <translation>Afficher le compte</translation>
    </message>
    <message>
        <source>Show user</source>
        <translation>Afficher l’utilisateur</translation>
    </message>
    <message>
        <source>Show key</source>
        <translation>Afficher la clé</translation>
    </message>
    <message>
        <source>Show role</source>
        <translation>Afficher le rôle</translation>
    </message>
    <message>
        <source>Through %1</source>
        <translation>Par %1</translation>
    </message>
    <message>
        <source>It gives nothing.</source>
        <translation>Cela ne donne rien.</translation>
    </message>
    <message>
        <source>Who may read policies sees here what the holder may do.</source>
        <translation>Qui peut lire les règles voit ici ce que le détenteur peut faire.</translation>
    </message>
    <message>
        <source>Where policies let them</source>
        <translation>Là où les règles le permettent</translation>
    </message>
    <message>
        <source>By the policy “%1”</source>
        <translation>Par la règle « %1 »</translation>
    </message>
    <message>
        <source>They may do nothing.</source>
        <translation>Rien n’est permis.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccessPanel</name>
    <message>
        <source>Access review</source>
        <translation>Revue des accès</translation>
    </message>
    <message>
        <source>Which access</source>
        <translation>Quels accès</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Clés</translation>
    </message>
    <message>
        <source>Unused</source>
        <translation>Inutilisés</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Fin proche</translation>
    </message>
    <message>
        <source>Export this list</source>
        <translation>Exporter cette liste</translation>
    </message>
    <message>
        <source>Export this list as CSV or PDF</source>
        <translation>Exporter cette liste en CSV ou PDF</translation>
    </message>
    <message>
        <source>Filter access</source>
        <translation>Filtrer les accès</translation>
    </message>
    <message>
        <source>Filter access by person, role or key</source>
        <translation>Filtrer les accès par personne, rôle ou clé</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>Accès</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Retirer les filtres</translation>
    </message>
    <message>
        <source>Loading who has what</source>
        <translation>Chargement de qui possède quoi</translation>
    </message>
    <message>
        <source>Nothing is lost, and what everybody may do is as it was.</source>
        <translation>Rien n’est perdu, et chacun peut ce qu’il pouvait.</translation>
    </message>
    <message>
        <source>Any role</source>
        <translation>Tout rôle</translation>
    </message>
    <message>
        <source>Any permission</source>
        <translation>Toute permission</translation>
    </message>
    <message>
        <source>Everything is used</source>
        <translation>Tout est utilisé</translation>
    </message>
    <message numerus="yes">
        <source>Whoever has a role or key for %Ln days has been here in that time.</source>
        <translation>
            <numerusform>Qui possède un rôle ou une clé depuis %Ln jour est venu ici entre-temps.</numerusform>
            <numerusform>Qui possède un rôle ou une clé depuis %Ln jours est venu ici entre-temps.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing ends soon</source>
        <translation>Rien ne finit bientôt</translation>
    </message>
    <message numerus="yes">
        <source>No role and no key ends within %Ln days.</source>
        <translation>
            <numerusform>Aucun rôle ni aucune clé ne finit d’ici %Ln jour.</numerusform>
            <numerusform>Aucun rôle ni aucune clé ne finit d’ici %Ln jours.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has that</source>
        <translation>Personne ne possède cela</translation>
    </message>
    <message>
        <source>No role and no key matches. Take one of the filters away to see more.</source>
        <translation>Aucun rôle ni aucune clé ne correspond. Retirez un filtre pour en voir davantage.</translation>
    </message>
    <message>
        <source>Everything that %1 has</source>
        <translation>Tout ce que possède %1</translation>
    </message>
    <message>
        <source>Show account</source>
        <translation>Afficher le compte</translation>
    </message>
    <message>
        <source>Show user</source>
        <translation>Afficher l’utilisateur</translation>
    </message>
    <message>
        <source>Show key</source>
        <translation>Afficher la clé</translation>
    </message>
    <message>
        <source>Show role</source>
        <translation>Afficher le rôle</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Retirer…</translation>
    </message>
    <message>
        <source>After roles and policies %1 of %2 active users may do this without an object being named.</source>
        <translation>Après rôles et règles, %1 utilisateurs actifs sur %2 peuvent le faire sans qu’un objet soit nommé.</translation>
    </message>
    <message>
        <source>API keys aren’t in this list: your role doesn’t show them.</source>
        <translation>Les clés d’API manquent dans cette liste : votre rôle ne les montre pas.</translation>
    </message>
    <message>
        <source>Service accounts aren’t in this list: your role doesn’t show them.</source>
        <translation>Les comptes de service manquent dans cette liste : votre rôle ne les montre pas.</translation>
    </message>
    <message>
        <source>Export the access review</source>
        <translation>Exporter la revue des accès</translation>
    </message>
    <message>
        <source>CSV files for Excel, with a byte order mark (*.csv)</source>
        <translation>Fichiers CSV pour Excel, avec indicateur d’ordre des octets (*.csv)</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>Fichiers PDF (*.pdf)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Fichiers CSV (*.csv)</translation>
    </message>
    <message>
        <source>Exporting…</source>
        <translation>Exportation…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are in %1</source>
        <translation>
            <numerusform>%Ln ligne se trouve dans %1</numerusform>
            <numerusform>%Ln lignes se trouvent dans %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was stopped</source>
        <translation>L’exportation a été arrêtée</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccessText</name>
    <message>
        <source>There is no attribute “%1”.</source>
        <translation>Il n’y a pas d’attribut « %1 ».</translation>
    </message>
    <message>
        <source>There is no function “%1”.</source>
        <translation>Il n’y a pas de fonction « %1 ».</translation>
    </message>
    <message>
        <source>“%1” is no value by itself: name one of its attributes.</source>
        <translation>« %1 » n’est pas une valeur à lui seul : nommez un de ses attributs.</translation>
    </message>
    <message>
        <source>“%1” does not take this many values.</source>
        <translation>« %1 » ne prend pas autant de valeurs.</translation>
    </message>
    <message>
        <source>This text has no end.</source>
        <translation>Ce texte n’a pas de fin.</translation>
    </message>
    <message>
        <source>This is no time zone of this system, nor a distance from UTC such as +01:00.</source>
        <translation>Ce n’est ni un fuseau horaire de ce système ni un décalage d’UTC comme +01:00.</translation>
    </message>
    <message>
        <source>Something is missing at the end.</source>
        <translation>Il manque quelque chose à la fin.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Public</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Interne</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Confidentiel</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Restreint</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Autoriser</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Observée</translation>
    </message>
    <message>
        <source>Enforced</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>Did you mean “%1”?</source>
        <translation>Vouliez-vous dire « %1 » ?</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccountDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Add service account</source>
        <translation>Ajouter un compte de service</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>À quoi il sert</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Facultatif</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Ajouter un compte</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccountPane</name>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>À quoi il sert</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernier usage</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Clés d’API</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>Événements récents</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Créer une clé</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 par %2</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>This account is disabled</source>
        <translation>Ce compte est désactivé</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccountText</name>
    <message>
        <source>Disabled</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Active</translation>
    </message>
    <message>
        <source>Another service account has this name</source>
        <translation>Un autre compte de service porte ce nom</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AccountsModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>À quoi il sert</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Clés</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernier usage</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AddUserDialog</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>Le verrouillage majuscules est actif</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>Ajouter un utilisateur</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>First sign-in</source>
        <translation>Première connexion</translation>
    </message>
    <message>
        <source>Invite: they choose their password with a single-use code</source>
        <translation>Inviter : mot de passe choisi avec un code unique</translation>
    </message>
    <message>
        <source>Set a first password</source>
        <translation>Choisir un premier mot de passe</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln characters; several words are easy to keep in mind</source>
        <translation>
            <numerusform>Au moins %Ln caractère ; plusieurs mots se retiennent bien</numerusform>
            <numerusform>Au moins %Ln caractères ; plusieurs mots se retiennent bien</numerusform>
        </translation>
    </message>
    <message>
        <source>Add and invite</source>
        <translation>Ajouter et inviter</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AddressActions</name>
    <message>
        <source>%1 is banned for %2</source>
        <translation>%1 est banni pour %2</translation>
    </message>
    <message>
        <source>Always allow %1?</source>
        <translation>Toujours autoriser %1 ?</translation>
    </message>
    <message>
        <source>Limits by address, scores and blocks don’t hold for it from its next request on, and a ban of it is lifted. The rule stands in Bans until it is removed.</source>
        <translation>Les limites par adresse, les scores et les blocages ne valent plus pour elle dès la prochaine requête, et un bannissement est levé. La règle reste dans « Bannissements » jusqu’à sa suppression.</translation>
    </message>
    <message>
        <source>Allow</source>
        <comment>an address rule</comment>
        <translation>Autoriser</translation>
    </message>
    <message>
        <source>%1 is always allowed</source>
        <translation>%1 est toujours autorisé</translation>
    </message>
    <message>
        <source>%1 is banned</source>
        <translation>%1 est banni</translation>
    </message>
    <message>
        <source>%1 is on the allow list no more</source>
        <translation>%1 n’est plus sur la liste des autorisés</translation>
    </message>
    <message>
        <source>%1 may come again</source>
        <translation>%1 peut revenir</translation>
    </message>
    <message numerus="yes">
        <source>Remove %Ln rules?</source>
        <translation>
            <numerusform>Supprimer %Ln règle ?</numerusform>
            <numerusform>Supprimer %Ln règles ?</numerusform>
        </translation>
    </message>
    <message>
        <source>What they keep out may come again, and what they let in is treated as everybody else, from the next request on. It cannot be undone.</source>
        <translation>Ce qu’elles écartent peut revenir, et ce qu’elles laissent entrer est traité comme tous les autres, dès la prochaine requête. C’est irréversible.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>%1 is as it was</source>
        <translation>%1 est comme avant</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules removed</source>
        <translation>
            <numerusform>%Ln règle supprimée</numerusform>
            <numerusform>%Ln règles supprimées</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AddressCard</name>
    <message>
        <source>Ban for %1</source>
        <translation>Bannir pour %1</translation>
    </message>
    <message>
        <source>Allow</source>
        <comment>an address rule</comment>
        <translation>Autoriser</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AddressRuleDialog</name>
    <message>
        <source>Change the rule for %1</source>
        <translation>Modifier la règle pour %1</translation>
    </message>
    <message>
        <source>Allow an address</source>
        <translation>Autoriser une adresse</translation>
    </message>
    <message>
        <source>Ban an address</source>
        <translation>Bannir une adresse</translation>
    </message>
    <message>
        <source>What the rule does</source>
        <translation>Ce que fait la règle</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquer</translation>
    </message>
    <message>
        <source>Allow</source>
        <comment>an address rule</comment>
        <translation>Autoriser</translation>
    </message>
    <message>
        <source>Address or range</source>
        <translation>Adresse ou plage</translation>
    </message>
    <message>
        <source>It is let in whatever else says: limits by address, scores and blocks don’t hold for it.</source>
        <translation>Elle entre quoi qu’il arrive : limites par adresse, scores et blocages ne valent pas pour elle.</translation>
    </message>
    <message>
        <source>Its requests are refused from the next one on, also on connections that are open.</source>
        <translation>Ses requêtes sont refusées dès la prochaine, aussi sur les connexions ouvertes.</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Facultatif</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Allow address</source>
        <translation>Autoriser l’adresse</translation>
    </message>
    <message>
        <source>Ban address</source>
        <translation>Bannir une adresse</translation>
    </message>
    <message>
        <source>As it is: until %1</source>
        <translation>Comme maintenant : jusqu’au %1</translation>
    </message>
    <message>
        <source>As it is: until it is removed</source>
        <translation>Comme maintenant : jusqu’à sa suppression</translation>
    </message>
    <message>
        <source>A rule keeps its address and what it does: remove it and add another</source>
        <translation>Une règle garde son adresse et son effet : supprimez-la et ajoutez-en une autre</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AddressRuleText</name>
    <message>
        <source>Allowed</source>
        <translation>Autorisé</translation>
    </message>
    <message>
        <source>Banned</source>
        <translation>Banni</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqué</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Score %1</translation>
    </message>
    <message>
        <source>Stays</source>
        <comment>a rule without an end</comment>
        <translation>Reste</translation>
    </message>
    <message>
        <source>Until it is removed</source>
        <translation>Jusqu’à sa suppression</translation>
    </message>
    <message>
        <source>For %1</source>
        <comment>a ban for 24 h</comment>
        <translation>Pour %1</translation>
    </message>
    <message>
        <source>This address is on that list already.</source>
        <translation>Cette adresse est déjà sur cette liste.</translation>
    </message>
    <message>
        <source>This would keep out the console itself, a trusted proxy or the address that you work from.</source>
        <translation>Cela écarterait la console elle-même, un proxy de confiance ou l’adresse d’où vous travaillez.</translation>
    </message>
    <message>
        <source>An allow rule lets this address in whatever else says.</source>
        <translation>Une autorisation laisse entrer cette adresse quoi qu’il arrive.</translation>
    </message>
    <message>
        <source>This address is banned already.</source>
        <translation>Cette adresse est déjà bannie.</translation>
    </message>
    <message>
        <source>This is no address and no range. Write 203.0.113.7 or 203.0.113.0/24.</source>
        <translation>Ce n’est ni une adresse ni une plage. Écrivez 203.0.113.7 ou 203.0.113.0/24.</translation>
    </message>
    <message>
        <source>The reason is too long, or has signs in it that can’t be shown.</source>
        <translation>La raison est trop longue ou contient des signes qui ne peuvent être affichés.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AlertRuleDialog</name>
    <message>
        <source>Change “%1”</source>
        <translation>Modifier « %1 »</translation>
    </message>
    <message>
        <source>Add alert rule</source>
        <translation>Ajouter une règle d’alerte</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Kinds of events</source>
        <translation>Types d’événements</translation>
    </message>
    <message>
        <source>Words with spaces between, such as auth.login_failed; auth.* is a family.</source>
        <translation>Mots séparés par des espaces, comme auth.login_failed ; auth.* est une famille.</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Optional, as in the events: -address:10.0.0.0/8</source>
        <translation>Facultatif, comme pour les événements : -address:10.0.0.0/8</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Au moins</translation>
    </message>
    <message>
        <source>Of what</source>
        <translation>De quoi</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>En</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Compté</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>At all times</source>
        <translation>À toute heure</translation>
    </message>
    <message>
        <source>In all the other time</source>
        <translation>Le reste du temps</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>À</translation>
    </message>
    <message>
        <source>How long: %1</source>
        <translation>Durée : %1</translation>
    </message>
    <message>
        <source>Tell “%1”</source>
        <translation>Prévenir « %1 »</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Ajouter une règle</translation>
    </message>
    <message>
        <source>Until it is undone</source>
        <translation>Jusqu’à annulation</translation>
    </message>
    <message>
        <source>There is a rule of this name already.</source>
        <translation>Une règle de ce nom existe déjà.</translation>
    </message>
    <message>
        <source>One of these is no kind of event.</source>
        <translation>L’un d’eux n’est pas un type d’événement.</translation>
    </message>
    <message>
        <source>This is no filter, or names a time: a rule looks at what comes.</source>
        <translation>Ce n’est pas un filtre, ou il nomme un temps : une règle regarde ce qui vient.</translation>
    </message>
    <message>
        <source>Of one user or address there is only one.</source>
        <translation>D’un utilisateur ou d’une adresse, il n’y en a qu’un.</translation>
    </message>
    <message>
        <source>Give it a name of 1 to 80 characters.</source>
        <translation>Donnez-lui un nom de 1 à 80 caractères.</translation>
    </message>
    <message>
        <source>Choose the action first</source>
        <translation>Choisissez d’abord l’action</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AlertRulePane</name>
    <message>
        <source>Fires at</source>
        <translation>Se déclenche à</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>By</source>
        <comment>who made a rule</comment>
        <translation>Par</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Does by itself</source>
        <translation>Fait d’elle-même</translation>
    </message>
    <message>
        <source>Last week</source>
        <translation>Semaine dernière</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Muted until %1</source>
        <translation>Muette jusqu’à %1</translation>
    </message>
    <message>
        <source>All that the filter takes</source>
        <translation>Tout ce que prend le filtre</translation>
    </message>
    <message>
        <source>Came with Sallyport</source>
        <translation>Fournie avec Sallyport</translation>
    </message>
    <message>
        <source>Nothing but the incident</source>
        <translation>Rien d’autre que l’incident</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Rétablir</translation>
    </message>
    <message>
        <source>Mute for 24 h</source>
        <translation>Muette 24 h</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>As it came with Sallyport</source>
        <translation>Telle que fournie avec Sallyport</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AlertRulesModel</name>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Fires at</source>
        <translation>Se déclenche à</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Fait</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AlertRulesPanel</name>
    <message>
        <source>Alert rules</source>
        <translation>Règles d’alerte</translation>
    </message>
    <message>
        <source>Switched on</source>
        <translation>Activée</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Ajouter une règle</translation>
    </message>
    <message>
        <source>Add an alert rule (Ctrl+N)</source>
        <translation>Ajouter une règle d’alerte (Ctrl+N)</translation>
    </message>
    <message>
        <source>Filter rules</source>
        <translation>Filtrer les règles</translation>
    </message>
    <message>
        <source>Filter by name or kind of event</source>
        <translation>Filtrer par nom ou type d’événement</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Loading rules</source>
        <translation>Chargement des règles</translation>
    </message>
    <message>
        <source>The rules go on watching: the server doesn’t need this list.</source>
        <translation>Les règles veillent toujours : le serveur n’a pas besoin de cette liste.</translation>
    </message>
    <message>
        <source>No rule matches</source>
        <translation>Aucune règle ne correspond</translation>
    </message>
    <message>
        <source>No rule has this name, or looks at such events.</source>
        <translation>Aucune règle n’a ce nom ni ne regarde ces événements.</translation>
    </message>
    <message>
        <source>No alert rules yet</source>
        <translation>Aucune règle d’alerte</translation>
    </message>
    <message>
        <source>A rule opens an incident when events come that are worth it.</source>
        <translation>Une règle ouvre un incident quand des événements le méritent.</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Switch off</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>Switch on</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Mute for 24 h</source>
        <translation>Muette 24 h</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Reset…</source>
        <translation>Réinitialiser…</translation>
    </message>
    <message>
        <source>Rule added</source>
        <translation>Règle ajoutée</translation>
    </message>
    <message>
        <source>Rule saved</source>
        <translation>Règle enregistrée</translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Désactivée</translation>
    </message>
    <message>
        <source>Switched on</source>
        <comment>a rule</comment>
        <translation>Activée</translation>
    </message>
    <message>
        <source>It speaks again</source>
        <translation>Elle parle de nouveau</translation>
    </message>
    <message>
        <source>Muted for 24 h</source>
        <translation>Muette pendant 24 h</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>Supprimer « %1 » ?</translation>
    </message>
    <message>
        <source>Reset “%1”?</source>
        <translation>Réinitialiser « %1 » ?</translation>
    </message>
    <message>
        <source>Nothing watches for this any more. Its incidents stay.</source>
        <translation>Plus rien ne le surveille. Ses incidents restent.</translation>
    </message>
    <message>
        <source>The rule is again as it came with Sallyport: name, numbers and actions.</source>
        <translation>La règle redevient telle que fournie avec Sallyport : nom, nombres et actions.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Rule deleted</source>
        <translation>Règle supprimée</translation>
    </message>
    <message>
        <source>Rule reset</source>
        <translation>Règle réinitialisée</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AlertTrialLine</name>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Try on last week</source>
        <translation>Essayer sur la semaine dernière</translation>
    </message>
    <message>
        <source>%1 of %2 events</source>
        <translation>%1 événements sur %2</translation>
    </message>
    <message>
        <source>Would not have fired last week</source>
        <translation>Ne se serait pas déclenchée la semaine dernière</translation>
    </message>
    <message numerus="yes">
        <source>Would have fired %Ln times last week</source>
        <translation>
            <numerusform>Se serait déclenchée %Ln fois la semaine dernière</numerusform>
            <numerusform>Se serait déclenchée %Ln fois la semaine dernière</numerusform>
        </translation>
    </message>
    <message>
        <source>(the first %1 events)</source>
        <translation>(les %1 premiers événements)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln événement</numerusform>
            <numerusform>%Ln événements</numerusform>
        </translation>
    </message>
    <message>
        <source>It cannot be tried as it is.</source>
        <translation>Elle ne peut pas être essayée ainsi.</translation>
    </message>
    <message>
        <source>How often would it have fired?</source>
        <translation>Combien de fois se serait-elle déclenchée ?</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::Alerts</name>
    <message>
        <source>from one address</source>
        <translation>depuis une adresse</translation>
    </message>
    <message>
        <source>of one user</source>
        <translation>d’un utilisateur</translation>
    </message>
    <message>
        <source>about one object</source>
        <translation>sur un objet</translation>
    </message>
    <message>
        <source>of one API key</source>
        <translation>d’une clé d’API</translation>
    </message>
    <message>
        <source>of one kind</source>
        <translation>d’un type</translation>
    </message>
    <message numerus="yes">
        <source>%Ln accounts</source>
        <translation>
            <numerusform>%Ln compte</numerusform>
            <numerusform>%Ln comptes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses</source>
        <translation>
            <numerusform>%Ln adresse</numerusform>
            <numerusform>%Ln adresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln événement</numerusform>
            <numerusform>%Ln événements</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>Notice in the window</source>
        <translation>Avis dans la fenêtre</translation>
    </message>
    <message>
        <source>Ban the address</source>
        <translation>Bannir l’adresse</translation>
    </message>
    <message>
        <source>End the user’s sessions</source>
        <translation>Fermer les sessions de l’utilisateur</translation>
    </message>
    <message>
        <source>Disable the account</source>
        <translation>Désactiver le compte</translation>
    </message>
    <message>
        <source>Revoke the API key</source>
        <translation>Révoquer la clé d’API</translation>
    </message>
    <message>
        <source>Tell a destination</source>
        <translation>Prévenir une destination</translation>
    </message>
    <message>
        <source>%1 for %2</source>
        <translation>%1 pendant %2</translation>
    </message>
    <message>
        <source>All together</source>
        <translation>Tous ensemble</translation>
    </message>
    <message>
        <source>By address</source>
        <translation>Par adresse</translation>
    </message>
    <message>
        <source>By user</source>
        <translation>Par utilisateur</translation>
    </message>
    <message>
        <source>By what it was done to</source>
        <translation>Par objet concerné</translation>
    </message>
    <message>
        <source>By API key</source>
        <translation>Par clé d’API</translation>
    </message>
    <message>
        <source>By kind of event</source>
        <translation>Par type d’événement</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Different accounts</source>
        <translation>Comptes différents</translation>
    </message>
    <message>
        <source>Different addresses</source>
        <translation>Adresses différentes</translation>
    </message>
    <message>
        <source>%1, %2 to %3</source>
        <translation>%1, de %2 à %3</translation>
    </message>
    <message>
        <source>Outside %1</source>
        <translation>Hors de %1</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivée</translation>
    </message>
    <message>
        <source>Muted</source>
        <translation>Muette</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activée</translation>
    </message>
    <message>
        <source>Many more</source>
        <translation>Beaucoup d’autres</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouveau</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Pris en compte</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>Rule fired</source>
        <translation>Règle déclenchée</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>Rouvert</translation>
    </message>
    <message>
        <source>Given to nobody</source>
        <translation>Confié à personne</translation>
    </message>
    <message>
        <source>Given to %1</source>
        <translation>Confié à %1</translation>
    </message>
    <message>
        <source>Not done: %1</source>
        <translation>Pas fait : %1</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Annulé : %1</translation>
    </message>
    <message>
        <source>Under way: %1</source>
        <translation>En cours : %1</translation>
    </message>
    <message>
        <source>Told in the window</source>
        <translation>Signalé dans la fenêtre</translation>
    </message>
    <message>
        <source>Address banned</source>
        <translation>Adresse bannie</translation>
    </message>
    <message>
        <source>Sessions ended</source>
        <translation>Sessions fermées</translation>
    </message>
    <message>
        <source>Account disabled</source>
        <translation>Compte désactivé</translation>
    </message>
    <message>
        <source>API key revoked</source>
        <translation>Clé d’API révoquée</translation>
    </message>
    <message>
        <source>Destination told</source>
        <translation>Destination prévenue</translation>
    </message>
    <message>
        <source>Note by %1</source>
        <translation>Note de %1</translation>
    </message>
    <message>
        <source>Closed by %1</source>
        <translation>Clos par %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>« %1 »</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automatique</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AllowCard</name>
    <message>
        <source>Allowed from a hit</source>
        <translation>Autorisé depuis une détection</translation>
    </message>
    <message>
        <source>Allow here</source>
        <translation>Autoriser ici</translation>
    </message>
    <message>
        <source>Step 2 of 2</source>
        <translation>Étape 2 sur 2</translation>
    </message>
    <message>
        <source>This rule only</source>
        <translation>Cette règle seulement</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>Tout %1</translation>
    </message>
    <message>
        <source>Why, for who reviews it</source>
        <translation>Pourquoi, pour la révision</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Autoriser</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>Review in %Ln days</source>
        <translation>
            <numerusform>Révision dans %Ln jour</numerusform>
            <numerusform>Révision dans %Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Allow “%1” in %2 of paths that no route has</source>
        <translation>Autoriser « %1 » dans %2 de chemins sans route</translation>
    </message>
    <message>
        <source>Allow “%1” in %2 of %3</source>
        <translation>Autoriser « %1 » dans %2 de %3</translation>
    </message>
    <message>
        <source>%1 of %2 would pass</source>
        <translation>%1 sur %2 passeraient</translation>
    </message>
    <message>
        <source>None of the last week would pass</source>
        <translation>Aucune de la semaine passée ne passerait</translation>
    </message>
    <message>
        <source>All by %1, none from outside</source>
        <translation>Toutes par %1, aucune de l’extérieur</translation>
    </message>
    <message>
        <source>All from outside: nobody that is known sent them</source>
        <translation>Toutes de l’extérieur : personne de connu ne les a envoyées</translation>
    </message>
    <message numerus="yes">
        <source>%Ln from outside, the others by %1</source>
        <translation>
            <numerusform>%Ln de l’extérieur, les autres par %1</numerusform>
            <numerusform>%Ln de l’extérieur, les autres par %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AnswerView</name>
    <message>
        <source>%1 of %2 left</source>
        <translation>%1 restantes sur %2</translation>
    </message>
    <message>
        <source>%1, more in %2</source>
        <translation>%1, davantage dans %2</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Limites</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Body of the answer</source>
        <translation>Corps de la réponse</translation>
    </message>
    <message>
        <source>Header fields</source>
        <translation>Champs d’en-tête</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Pas de réponse</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1
… more than a window can show</source>
        <translation>%1
… plus qu’une fenêtre ne peut montrer</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::AssignDialog</name>
    <message>
        <source>Assign “%1”</source>
        <translation>Attribuer « %1 »</translation>
    </message>
    <message>
        <source>Who looks after it</source>
        <translation>Qui s’en occupe</translation>
    </message>
    <message>
        <source>Part of a name; nobody if it stays empty.</source>
        <translation>Une partie du nom ; personne si le champ reste vide.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Attribuer</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BanPane</name>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>By</source>
        <comment>who made a rule</comment>
        <translation>Par</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Depuis</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>What led to it</source>
        <translation>Ce qui y a mené</translation>
    </message>
    <message>
        <source>Bans by score</source>
        <translation>Bannissements par score</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ouvrir les événements</translation>
    </message>
    <message>
        <source>Ban %1 of this address, for %2</source>
        <translation>Bannissement %1 de cette adresse, pour %2</translation>
    </message>
    <message>
        <source>When it is removed</source>
        <translation>À sa suppression</translation>
    </message>
    <message>
        <source>Let in</source>
        <translation>Laissé entrer</translation>
    </message>
    <message>
        <source>Refused</source>
        <comment>requests</comment>
        <translation>Refusé</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln requête</numerusform>
            <numerusform>%Ln requêtes</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Unban</source>
        <translation>Débannir</translation>
    </message>
    <message>
        <source>Step %1, for %2</source>
        <translation>Étape %1, pour %2</translation>
    </message>
    <message>
        <source>Step %1, lifted by %2</source>
        <translation>Étape %1, levée par %2</translation>
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
        <translation>Raison</translation>
    </message>
    <message>
        <source>By</source>
        <comment>who made a rule</comment>
        <translation>Par</translation>
    </message>
    <message>
        <source>Step</source>
        <comment>which ban of an address it is</comment>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Ban %1 of this address, for %2</source>
        <translation>Bannissement %1 de cette adresse, pour %2</translation>
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
        <translation>Raison</translation>
    </message>
    <message>
        <source>By</source>
        <comment>who made a rule</comment>
        <translation>Par</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Step</source>
        <comment>which ban of an address it is</comment>
        <translation>Étape</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Ban %1 of this address, for %2</source>
        <translation>Bannissement %1 de cette adresse, pour %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BansPanel</name>
    <message>
        <source>Bans</source>
        <translation>Bannissements</translation>
    </message>
    <message>
        <source>Which rules</source>
        <translation>Quelles règles</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Banned</source>
        <translation>Banni</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqué</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Autorisé</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Add address</source>
        <translation>Ajouter une adresse</translation>
    </message>
    <message>
        <source>Import a plain list of addresses</source>
        <translation>Importer une simple liste d’adresses</translation>
    </message>
    <message>
        <source>Ban or allow an address or a range (Ctrl+N)</source>
        <translation>Bannir ou autoriser une adresse ou une plage (Ctrl+N)</translation>
    </message>
    <message>
        <source>Filter bans</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter by address, reason or who made the rule; an address finds what holds for it</source>
        <translation>Filtrer par adresse, raison ou auteur ; une adresse trouve ce qui vaut pour elle</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Loading bans</source>
        <translation>Chargement des bannissements</translation>
    </message>
    <message>
        <source>Who is banned stays banned: the server doesn’t need this list.</source>
        <translation>Qui est banni le reste : le serveur n’a pas besoin de cette liste.</translation>
    </message>
    <message>
        <source>No rule matches</source>
        <translation>Aucune règle ne correspond</translation>
    </message>
    <message>
        <source>Nothing on the lists has this text or is of this kind.</source>
        <translation>Rien dans les listes n’a ce texte ou n’est de ce genre.</translation>
    </message>
    <message>
        <source>Nobody is banned</source>
        <translation>Personne n’est banni</translation>
    </message>
    <message>
        <source>Addresses whose score gets too high stand here, and what you block or allow by hand.</source>
        <translation>Ici figurent les adresses dont le score monte trop, et ce que vous bloquez ou autorisez à la main.</translation>
    </message>
    <message>
        <source>Export what is in force</source>
        <translation>Exporter ce qui est en vigueur</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ouvrir les événements</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Unban</source>
        <translation>Débannir</translation>
    </message>
    <message numerus="yes">
        <source>Remove all %Ln rules of this list?</source>
        <translation>
            <numerusform>Supprimer la règle de cette liste ?</numerusform>
            <numerusform>Supprimer les %Ln règles de cette liste ?</numerusform>
        </translation>
    </message>
    <message>
        <source>What they keep out may come again, and what they let in is treated as everybody else, from the next request on. It cannot be undone.</source>
        <translation>Ce qu’elles écartent peut revenir, et ce qu’elles laissent entrer est traité comme tous les autres, dès la prochaine requête. C’est irréversible.</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Tout supprimer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules removed</source>
        <translation>
            <numerusform>%Ln règle supprimée</numerusform>
            <numerusform>%Ln règles supprimées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules added</source>
        <translation>
            <numerusform>%Ln règle ajoutée</numerusform>
            <numerusform>%Ln règles ajoutées</numerusform>
        </translation>
    </message>
    <message>
        <source>Plain list…</source>
        <translation>Simple liste…</translation>
    </message>
    <message>
        <source>Set for nftables…</source>
        <translation>Ensemble pour nftables…</translation>
    </message>
    <message>
        <source>Decisions for CrowdSec…</source>
        <translation>Décisions pour CrowdSec…</translation>
    </message>
    <message>
        <source>Export bans</source>
        <translation>Exporter les bannissements</translation>
    </message>
    <message>
        <source>What is in force is in %1</source>
        <translation>Ce qui est en vigueur est dans %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BansSeveralPane</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln de plus</numerusform>
            <numerusform>%Ln de plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules selected</source>
        <translation>
            <numerusform>%Ln règle sélectionnée</numerusform>
            <numerusform>%Ln règles sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Supprimer…</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BatchModel</name>
    <message>
        <source>Read</source>
        <translation>Lire</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Unmask</source>
        <translation>Dévoiler</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Autorisé</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BulkConduct</name>
    <message>
        <source>Disabling</source>
        <translation>Désactivation</translation>
    </message>
    <message>
        <source>Enabling</source>
        <translation>Activation</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>Déverrouillage</translation>
    </message>
    <message>
        <source>Deleting</source>
        <translation>Suppression</translation>
    </message>
    <message>
        <source>Resetting MFA</source>
        <translation>Réinitialisation de la MFA</translation>
    </message>
    <message>
        <source>Ending sessions</source>
        <translation>Fin des sessions</translation>
    </message>
    <message>
        <source>Changing roles</source>
        <translation>Changement des rôles</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::BulkPane</name>
    <message>
        <source>Disable</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Reset MFA</source>
        <translation>Réinitialiser la MFA</translation>
    </message>
    <message>
        <source>End sessions</source>
        <translation>Terminer les sessions</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>For all of them</source>
        <translation>Pour tous</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Give</source>
        <translation>Donner</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Give the role %1</source>
        <translation>Donner le rôle %1</translation>
    </message>
    <message>
        <source>Take the role %1</source>
        <translation>Retirer le rôle %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users selected</source>
        <translation>
            <numerusform>%Ln utilisateur sélectionné</numerusform>
            <numerusform>%Ln utilisateurs sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>What you choose is done to each of them</source>
        <translation>Ce que vous choisissez vaut pour chacun</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln de plus</numerusform>
            <numerusform>%Ln de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 sur %L2</translation>
    </message>
    <message>
        <source>It allows more than your own role</source>
        <translation>Il permet plus que votre propre rôle</translation>
    </message>
    <message>
        <source>%1: %L2 of %L3</source>
        <translation>%1 : %L2 sur %L3</translation>
    </message>
    <message>
        <source>All of them have it</source>
        <translation>Tous l’ont déjà</translation>
    </message>
    <message>
        <source>None of them has it</source>
        <translation>Aucun ne l’a</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::CertificateBox</name>
    <message>
        <source>Certificate, SHA-256</source>
        <translation>Certificat, SHA-256</translation>
    </message>
    <message>
        <source>Certificate valid until</source>
        <translation>Certificat valable jusqu’au</translation>
    </message>
    <message>
        <source>Copy fingerprint</source>
        <translation>Copier l’empreinte</translation>
    </message>
    <message>
        <source>Made when the server first starts</source>
        <translation>Créé au premier démarrage du serveur</translation>
    </message>
    <message>
        <source>The certificate before is shown again.</source>
        <translation>Le certificat précédent est de nouveau présenté.</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Certificate made for</source>
        <translation>Certificat établi pour</translation>
    </message>
    <message>
        <source>Certificate issued by</source>
        <translation>Certificat émis par</translation>
    </message>
    <message>
        <source>Clients refuse it at some of the server’s names</source>
        <translation>Les clients le refusent pour certains noms du serveur</translation>
    </message>
    <message>
        <source>Import certificate…</source>
        <translation>Importer un certificat…</translation>
    </message>
    <message>
        <source>Put the one before back</source>
        <translation>Rétablir le précédent</translation>
    </message>
    <message>
        <source>Use own certificate…</source>
        <translation>Utiliser le sien…</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Itself: clients have to be told to trust it</source>
        <translation>Lui-même : il faut dire aux clients de lui faire confiance</translation>
    </message>
    <message>
        <source>It isn’t made for: %1</source>
        <extracomment>%1: host names and addresses</extracomment>
        <translation>Il n’est pas établi pour : %1</translation>
    </message>
    <message>
        <source>The server shows the new certificate.</source>
        <translation>Le serveur présente le nouveau certificat.</translation>
    </message>
    <message>
        <source>Stop showing the imported certificate?</source>
        <translation>Ne plus présenter le certificat importé ?</translation>
    </message>
    <message>
        <source>New connections get what lies in the folder tls, or a certificate that Sallyport makes itself. Open connections stay. The imported one is kept and can be put back.</source>
        <translation>Les nouvelles connexions reçoivent ce qui se trouve dans le dossier tls, ou un certificat créé par Sallyport. Les connexions ouvertes restent. Le certificat importé est conservé et peut être rétabli.</translation>
    </message>
    <message>
        <source>Use own certificate</source>
        <translation>Utiliser le sien</translation>
    </message>
    <message>
        <source>The server shows its own certificate.</source>
        <translation>Le serveur présente son propre certificat.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ChainCard</name>
    <message>
        <source>Audit chain</source>
        <translation>Chaîne d’audit</translation>
    </message>
    <message>
        <source>Every event carries a keyed hash over the one before it. Verifying reads them all and finds what was changed, removed or cut off.</source>
        <translation>Chaque événement porte un hachage à clé du précédent. La vérification les lit tous et trouve ce qui a été modifié, retiré ou coupé.</translation>
    </message>
    <message>
        <source>Verify chain</source>
        <translation>Vérifier la chaîne</translation>
    </message>
    <message>
        <source>Open audit events</source>
        <translation>Ouvrir les événements d’audit</translation>
    </message>
    <message>
        <source>Not verified yet</source>
        <translation>Pas encore vérifiée</translation>
    </message>
    <message>
        <source>Last verified %1: intact</source>
        <translation>Dernière vérification %1 : intacte</translation>
    </message>
    <message>
        <source>Found damaged %1</source>
        <translation>Trouvée endommagée %1</translation>
    </message>
    <message>
        <source>Verification stopped</source>
        <translation>Vérification arrêtée</translation>
    </message>
    <message>
        <source>Nothing was found up to there.</source>
        <translation>Rien n’a été trouvé jusque-là.</translation>
    </message>
    <message>
        <source>The chain could not be verified</source>
        <translation>La chaîne n’a pas pu être vérifiée</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) checked. Nothing was changed, removed or cut off.</source>
        <translation>
            <numerusform>%Ln événement vérifié. Rien n’a été modifié, retiré ni coupé.</numerusform>
            <numerusform>%Ln événements vérifiés. Rien n’a été modifié, retiré ni coupé.</numerusform>
        </translation>
    </message>
    <message>
        <source>The chain is intact</source>
        <translation>La chaîne est intacte</translation>
    </message>
    <message>
        <source>The chain is damaged</source>
        <translation>La chaîne est endommagée</translation>
    </message>
    <message>
        <source>Accept the damage…</source>
        <translation>Accepter les dommages…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) checked. Apart from what was accepted, nothing was changed, removed or cut off.</source>
        <translation>
            <numerusform>%Ln événement vérifié. Hormis ce qui a été accepté, rien n’a été modifié, supprimé ni coupé.</numerusform>
            <numerusform>%Ln événements vérifiés. Hormis ce qui a été accepté, rien n’a été modifié, supprimé ni coupé.</numerusform>
        </translation>
    </message>
    <message>
        <source>Events up to %1 were removed as older than they are kept, last %2.</source>
        <translation>Les événements jusqu’au %1 ont été supprimés, plus anciens que la durée de conservation, en dernier le %2.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ChangeBanner</name>
    <message>
        <source>Keep this change?</source>
        <translation>Conserver cette modification ?</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Conserver</translation>
    </message>
    <message>
        <source>Take back now</source>
        <translation>Annuler maintenant</translation>
    </message>
    <message>
        <source>%1 It is taken back in %2 s unless you keep it.</source>
        <extracomment>%1: a sentence that says what has changed</extracomment>
        <translation>%1 Ce sera annulé dans %2 s si vous ne le gardez pas.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ChangeText</name>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Assigned to</source>
        <translation>Attribué à</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Certificat</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Classification</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>ID client</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secret client</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Activé</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Fréquence</translation>
    </message>
    <message>
        <source>Counted by</source>
        <translation>Compté par</translation>
    </message>
    <message>
        <source>Inherits</source>
        <translation>Hérite</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Émetteur</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Kinds of events</source>
        <translation>Types d’événements</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Most bytes</source>
        <translation>Octets au plus</translation>
    </message>
    <message>
        <source>Most events</source>
        <translation>Événements au plus</translation>
    </message>
    <message>
        <source>Muted until</source>
        <translation>Muet jusqu’à</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Résultat</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Permissions</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motif</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Destinataires</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sur</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routes</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Horaires</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Droits</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>Partagé</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Strictness</source>
        <translation>Rigueur</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Cible</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Seuil</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Window in seconds</source>
        <translation>Fenêtre en secondes</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ClassesModel</name>
    <message>
        <source>Class</source>
        <translation>Classe</translation>
    </message>
    <message>
        <source>Hits, 7 d</source>
        <translation>Dét., 7 j</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::CodesPage</name>
    <message>
        <source>Copied. The clipboard is cleared after 30 s.</source>
        <translation>Copié. Le presse-papiers est effacé après 30 s.</translation>
    </message>
    <message>
        <source>Recovery codes of %1</source>
        <translation>Codes de récupération de %1</translation>
    </message>
    <message>
        <source>Without the phone each of them opens the account once. They are shown only now: store them where the phone is not.</source>
        <translation>Sans le téléphone, chacun ouvre le compte une fois. Ils ne sont montrés que maintenant : gardez-les loin du téléphone.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>Imprimer…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Enregistrer…</translation>
    </message>
    <message>
        <source>Sallyport recovery codes</source>
        <translation>Codes de récupération Sallyport</translation>
    </message>
    <message>
        <source>Each code works once.</source>
        <translation>Chaque code sert une fois.</translation>
    </message>
    <message>
        <source>The printer did not take it. Save the codes instead.</source>
        <translation>L’imprimante ne l’a pas accepté. Enregistrez plutôt les codes.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>Envoyé à l’imprimante.</translation>
    </message>
    <message>
        <source>Save recovery codes</source>
        <translation>Enregistrer les codes de récupération</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>Enregistré dans %1</translation>
    </message>
    <message>
        <source>%1 could not be written</source>
        <translation>%1 n’a pas pu être écrit</translation>
    </message>
    <message>
        <source>I have stored the codes</source>
        <translation>J’ai conservé les codes</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ColourRules</name>
    <message>
        <source>Red</source>
        <translation>Rouge</translation>
    </message>
    <message>
        <source>Amber</source>
        <translation>Ambre</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Vert</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>Sarcelle</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Bleu</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Octagon</source>
        <translation>Octogone</translation>
    </message>
    <message>
        <source>Triangle</source>
        <translation>Triangle</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>Cercle</translation>
    </message>
    <message>
        <source>Barred circle</source>
        <translation>Cercle barré</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>Cloche</translation>
    </message>
    <message>
        <source>Pencil</source>
        <translation>Crayon</translation>
    </message>
    <message>
        <source>Eye</source>
        <translation>Œil</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Chain</source>
        <translation>Chaîne</translation>
    </message>
    <message>
        <source>Padlock</source>
        <translation>Cadenas</translation>
    </message>
    <message>
        <source>Shield</source>
        <translation>Bouclier</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Lightning</source>
        <translation>Éclair</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Signet</translation>
    </message>
    <message>
        <source>A rule needs a filter.</source>
        <translation>Une règle a besoin d’un filtre.</translation>
    </message>
    <message>
        <source>A rule takes no time.</source>
        <translation>Une règle ne prend pas de durée.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ColoursDialog</name>
    <message>
        <source>Colour rules</source>
        <translation>Règles de couleur</translation>
    </message>
    <message>
        <source>Colour rules, the first that fits holds</source>
        <translation>Règles de couleur, la première qui convient s’applique</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Couleur</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>Icône</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Comme au départ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Choose a rule first</source>
        <translation>Choisissez d’abord une règle</translation>
    </message>
    <message>
        <source>There are as many rules as there can be</source>
        <translation>Il ne peut pas y avoir plus de règles</translation>
    </message>
    <message>
        <source>It is the first already</source>
        <translation>C’est déjà la première</translation>
    </message>
    <message>
        <source>It is the last already</source>
        <translation>C’est déjà la dernière</translation>
    </message>
    <message>
        <source>A filter has a mistake</source>
        <translation>Un filtre contient une erreur</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>Columns, in their order</source>
        <translation>Colonnes, dans leur ordre</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Monter</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Descendre</translation>
    </message>
    <message>
        <source>Width of this column</source>
        <translation>Largeur de cette colonne</translation>
    </message>
    <message>
        <source>As it needs</source>
        <translation>Selon le besoin</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>Comme au départ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::CommandPalette</name>
    <message>
        <source>Search or run a command</source>
        <translation>Chercher ou lancer une commande</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Clés d’API</translation>
    </message>
    <message>
        <source>Service accounts</source>
        <translation>Comptes de service</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 sur %L2</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
    <message>
        <source>Nothing matches “%1”. People, keys, accounts, settings, help and commands are found by their names, events and the others by their id, too.</source>
        <translation>Rien ne correspond à « %1 ». Personnes, clés, comptes, paramètres, aide et commandes se trouvent par leur nom, les événements et les autres aussi par leur identifiant.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Se déplacer</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Its events</source>
        <translation>Ses événements</translation>
    </message>
    <message>
        <source>Next group</source>
        <translation>Groupe suivant</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::CommentDialog</name>
    <message>
        <source>Edit comment</source>
        <translation>Modifier le commentaire</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Text, or the markup of the web: &lt;b&gt;, &lt;i&gt;, &lt;ul&gt;, links. Whatever could run is taken out.</source>
        <translation>Du texte, ou le balisage du web : &lt;b&gt;, &lt;i&gt;, &lt;ul&gt;, liens. Tout ce qui pourrait s’exécuter est retiré.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>It is too long</source>
        <translation>Il est trop long</translation>
    </message>
    <message>
        <source>Nothing of it can be read</source>
        <translation>Rien n’en est lisible</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::CommentLine</name>
    <message>
        <source>Write a comment</source>
        <translation>Écrire un commentaire</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>A comment</source>
        <translation>Un commentaire</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::CommentsPart</name>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message numerus="yes">
        <source>%Ln earlier ones are not shown here.</source>
        <translation>
            <numerusform>%Ln plus ancien n’est pas affiché ici.</numerusform>
            <numerusform>%Ln plus anciens ne sont pas affichés ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Aucun.</translation>
    </message>
    <message>
        <source>What can be done with the comment of %1</source>
        <translation>Ce qui peut être fait du commentaire de %1</translation>
    </message>
    <message>
        <source>Open %1…</source>
        <translation>Ouvrir %1…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Delete this comment of %1?</source>
        <translation>Supprimer ce commentaire de %1 ?</translation>
    </message>
    <message>
        <source>It is overwritten; it cannot be undone.</source>
        <translation>Il est écrasé ; c’est irréversible.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Open %1?</source>
        <translation>Ouvrir %1 ?</translation>
    </message>
    <message>
        <source>Somebody wrote this address into a comment:</source>
        <translation>Quelqu’un a écrit cette adresse dans un commentaire :</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message numerus="yes">
        <source>%Ln scripts removed</source>
        <translation>
            <numerusform>%Ln script retiré</numerusform>
            <numerusform>%Ln scripts retirés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln things removed</source>
        <translation>
            <numerusform>%Ln élément retiré</numerusform>
            <numerusform>%Ln éléments retirés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ConcernedList</name>
    <message>
        <source>Disabled</source>
        <comment>an account or key</comment>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Locked</source>
        <comment>an account</comment>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>People affected</source>
        <translation>Personnes touchées</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Clés d’API</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>En afficher moins</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln de plus</numerusform>
            <numerusform>%Ln de plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln events</source>
        <translation>
            <numerusform>%Ln événement</numerusform>
            <numerusform>%Ln événements</numerusform>
        </translation>
    </message>
    <message>
        <source>No account of this vault</source>
        <translation>Aucun compte de ce coffre</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Afficher les événements</translation>
    </message>
    <message>
        <source>Open user</source>
        <translation>Ouvrir l’utilisateur</translation>
    </message>
    <message>
        <source>Open in Threats</source>
        <translation>Ouvrir dans « Menaces »</translation>
    </message>
    <message>
        <source>Open API key</source>
        <translation>Ouvrir la clé d’API</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ConditionRow</name>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Classification</translation>
    </message>
    <message>
        <source>User roles</source>
        <translation>Rôles de l’utilisateur</translation>
    </message>
    <message>
        <source>Last MFA check</source>
        <translation>Dernier contrôle MFA</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>What is compared</source>
        <translation>Ce qui est comparé</translation>
    </message>
    <message>
        <source>%1: how it is compared</source>
        <translation>%1 : comment comparer</translation>
    </message>
    <message>
        <source>%1: with what</source>
        <translation>%1 : avec quoi</translation>
    </message>
    <message>
        <source>Networks</source>
        <translation>Réseaux</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minutes</translation>
    </message>
    <message>
        <source> min</source>
        <translation> min</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Fuseau horaire</translation>
    </message>
    <message>
        <source>Take away: %1</source>
        <translation>Retirer : %1</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>User department</source>
        <translation>Service de l’utilisateur</translation>
    </message>
    <message>
        <source>One, or several with commas</source>
        <translation>Un ou plusieurs, avec des virgules</translation>
    </message>
    <message>
        <source>include</source>
        <translation>comprennent</translation>
    </message>
    <message>
        <source>do not include</source>
        <translation>ne comprennent pas</translation>
    </message>
    <message>
        <source>is older than</source>
        <translation>date de plus de</translation>
    </message>
    <message>
        <source>is newer than</source>
        <translation>date de moins de</translation>
    </message>
    <message>
        <source>is within</source>
        <translation>est dans</translation>
    </message>
    <message>
        <source>is outside of</source>
        <translation>est hors de</translation>
    </message>
    <message>
        <source>is in</source>
        <translation>est dans</translation>
    </message>
    <message>
        <source>is not in</source>
        <translation>n’est pas dans</translation>
    </message>
    <message>
        <source>is</source>
        <translation>est</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>n’est pas</translation>
    </message>
    <message>
        <source>Enter a department</source>
        <translation>Saisissez un service</translation>
    </message>
    <message>
        <source>Enter a classification</source>
        <translation>Saisissez une classification</translation>
    </message>
    <message>
        <source>Enter a role</source>
        <translation>Saisissez un rôle</translation>
    </message>
    <message>
        <source>Enter a number of minutes</source>
        <translation>Saisissez un nombre de minutes</translation>
    </message>
    <message>
        <source>Enter an address or a network</source>
        <translation>Saisissez une adresse ou un réseau</translation>
    </message>
    <message>
        <source>This is no address and no network. Write 203.0.113.7 or 203.0.113.0/24.</source>
        <translation>Ce n’est ni une adresse ni un réseau. Écrivez 203.0.113.7 ou 203.0.113.0/24.</translation>
    </message>
    <message>
        <source>Choose at least one day</source>
        <translation>Choisissez au moins un jour</translation>
    </message>
    <message>
        <source>Enter a time zone, such as Europe/Oslo</source>
        <translation>Saisissez un fuseau horaire, par exemple Europe/Oslo</translation>
    </message>
    <message>
        <source>This is always: take the condition away, or choose a time</source>
        <translation>C’est toujours : retirez la condition ou choisissez une heure</translation>
    </message>
    <message>
        <source>Choose two different times</source>
        <translation>Choisissez deux heures différentes</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::CoverageFigures</name>
    <message>
        <source>With a second factor</source>
        <translation>Avec un second facteur</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>%L1 of %L2 active users</source>
        <translation>%L1 sur %L2 utilisateurs actifs</translation>
    </message>
    <message>
        <source>Still in time</source>
        <translation>Encore dans le délai</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Can only set one up</source>
        <translation>Ne peuvent qu’en configurer un</translation>
    </message>
    <message>
        <source>No role requires one</source>
        <translation>Aucun rôle n’en exige</translation>
    </message>
    <message>
        <source>Required: %1</source>
        <translation>Exigé : %1</translation>
    </message>
    <message>
        <source>Few recovery codes</source>
        <translation>Peu de codes</translation>
    </message>
    <message>
        <source>Fewer than %L1 left</source>
        <translation>Il en reste moins de %L1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::CoverageModel</name>
    <message>
        <source>Set up</source>
        <translation>Configuré</translation>
    </message>
    <message>
        <source>Not required</source>
        <translation>Non exigé</translation>
    </message>
    <message>
        <source>Overdue since %1</source>
        <translation>En retard depuis le %1</translation>
    </message>
    <message>
        <source>By %1</source>
        <translation>Avant le %1</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Second facteur</translation>
    </message>
    <message>
        <source>Codes left</source>
        <translation>Codes restants</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Dernière connexion</translation>
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
        <translation>Couverture MFA</translation>
    </message>
    <message>
        <source>Change rule</source>
        <translation>Modifier la règle</translation>
    </message>
    <message>
        <source>Which roles require a second factor, and how much time there is</source>
        <translation>Quels rôles exigent un second facteur et combien de temps il reste</translation>
    </message>
    <message>
        <source>Filter users</source>
        <translation>Filtrer les utilisateurs</translation>
    </message>
    <message>
        <source>Filter users by name or e-mail</source>
        <translation>Filtrer les utilisateurs par nom ou e-mail</translation>
    </message>
    <message>
        <source>Users by second factor</source>
        <translation>Utilisateurs par second facteur</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Loading users</source>
        <translation>Chargement des utilisateurs</translation>
    </message>
    <message>
        <source>Without a second factor</source>
        <translation>Sans second facteur</translation>
    </message>
    <message>
        <source>Still in time</source>
        <translation>Encore dans le délai</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>En retard</translation>
    </message>
    <message>
        <source>Few recovery codes</source>
        <translation>Peu de codes de récupération</translation>
    </message>
    <message>
        <source>Any role</source>
        <translation>Tout rôle</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>Personne ne correspond</translation>
    </message>
    <message>
        <source>No user has this text and these properties. Take one of the filters away to see more.</source>
        <translation>Aucun utilisateur n’a ce texte et ces propriétés. Retirez un filtre pour en voir plus.</translation>
    </message>
    <message>
        <source>Everybody has a second factor</source>
        <translation>Tout le monde a un second facteur</translation>
    </message>
    <message>
        <source>Who is added without one stands here until it is set up.</source>
        <translation>Qui est ajouté sans en avoir figure ici jusqu’à sa configuration.</translation>
    </message>
    <message>
        <source>Nothing is lost and the server keeps running.</source>
        <translation>Rien n’est perdu et le serveur continue de fonctionner.</translation>
    </message>
    <message>
        <source>Show user</source>
        <translation>Afficher l’utilisateur</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Afficher les événements</translation>
    </message>
    <message>
        <source>Reset MFA…</source>
        <translation>Réinitialiser la MFA…</translation>
    </message>
    <message>
        <source>Set up MFA…</source>
        <translation>Configurer la MFA…</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DashboardPanel</name>
    <message>
        <source>The server keeps running.</source>
        <translation>Le serveur continue de fonctionner.</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Tableau de bord</translation>
    </message>
    <message>
        <source>New report</source>
        <translation>Nouveau rapport</translation>
    </message>
    <message>
        <source>Reading the figures</source>
        <translation>Lecture des chiffres</translation>
    </message>
    <message>
        <source>Requests now</source>
        <translation>Requêtes en ce moment</translation>
    </message>
    <message>
        <source>Refused or blocked, last hour</source>
        <translation>Refusées ou bloquées, 1 h</translation>
    </message>
    <message>
        <source>Failed sign-ins, 24 h</source>
        <translation>Échecs de connexion, 24 h</translation>
    </message>
    <message>
        <source>Users with MFA</source>
        <translation>Utilisateurs avec MFA</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Requêtes par seconde</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 heure</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 heures</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
    <message>
        <source>Refusals by stage</source>
        <translation>Refus par étape</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>Nothing was refused</source>
        <translation>Rien n’a été refusé</translation>
    </message>
    <message>
        <source>Sign-ins</source>
        <translation>Connexions</translation>
    </message>
    <message>
        <source>Unusual</source>
        <translation>Inhabituel</translation>
    </message>
    <message>
        <source>Sign-ins by hour</source>
        <translation>Connexions par heure</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the last hour</source>
        <translation>
            <numerusform>%Ln dans la dernière heure</numerusform>
            <numerusform>%Ln dans la dernière heure</numerusform>
        </translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>No requests in the last hour</source>
        <translation>Aucune dans la dernière heure</translation>
    </message>
    <message>
        <source>%1 of %2 requests</source>
        <translation>%1 sur %2 requêtes</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Répondues</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusées</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloquées</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Échouées</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 en tout</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them from one address</source>
        <translation>
            <numerusform>dont %Ln depuis une adresse</numerusform>
            <numerusform>dont %Ln depuis une adresse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in the 24 hours before</source>
        <translation>
            <numerusform>%Ln dans les 24 heures d’avant</numerusform>
            <numerusform>%Ln dans les 24 heures d’avant</numerusform>
        </translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Réussies</translation>
    </message>
    <message>
        <source>%1% more than yesterday</source>
        <translation>%1 % de plus qu’hier</translation>
    </message>
    <message>
        <source>%1% less than yesterday</source>
        <translation>%1 % de moins qu’hier</translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln in grace period</source>
        <extracomment>%1: “1,117 of 1,284 active”</extracomment>
        <translation>
            <numerusform>%1 ; %Ln dans le délai</numerusform>
            <numerusform>%1 ; %Ln dans le délai</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <translation>%1 depuis %2</translation>
    </message>
    <message>
        <source>No requests since %1</source>
        <translation>Aucune requête depuis %1</translation>
    </message>
    <message>
        <source>Since %1</source>
        <translation>Depuis %1</translation>
    </message>
    <message>
        <source>Nothing was refused since then</source>
        <translation>Rien n’a été refusé depuis</translation>
    </message>
    <message>
        <source>%1 of %2 active</source>
        <translation>%1 sur %2 actifs</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DecisionPane</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sur</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Asked by</source>
        <translation>Demandé par</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Decision ID</source>
        <translation>ID de la décision</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>How it was decided</source>
        <translation>Comment il a été décidé</translation>
    </message>
    <message>
        <source>What would have changed it</source>
        <translation>Ce qui l’aurait changé</translation>
    </message>
    <message>
        <source>Show event</source>
        <translation>Afficher l’événement</translation>
    </message>
    <message>
        <source>Show user</source>
        <translation>Afficher l’utilisateur</translation>
    </message>
    <message>
        <source>It was not recorded how this was decided.</source>
        <translation>La façon dont cela a été décidé n’a pas été enregistrée.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Ask the same in the simulator</source>
        <translation>Poser la même question au simulateur</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DecisionTrace</name>
    <message>
        <source>Permission “%1”</source>
        <translation>Autorisation « %1 »</translation>
    </message>
    <message>
        <source>No role gives it</source>
        <translation>Aucun rôle ne la donne</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>De %1</translation>
    </message>
    <message>
        <source>Refuses, because it could not be evaluated: %1</source>
        <translation>Refuse, car elle n’a pas pu être évaluée : %1</translation>
    </message>
    <message>
        <source>Doesn’t allow, because it could not be evaluated: %1</source>
        <translation>N’autorise pas, car elle n’a pas pu être évaluée : %1</translation>
    </message>
    <message>
        <source>Refuses: its condition holds</source>
        <translation>Refuse : sa condition est vraie</translation>
    </message>
    <message>
        <source>Allows: its condition holds</source>
        <translation>Autorise : sa condition est vraie</translation>
    </message>
    <message>
        <source>Doesn’t refuse: its condition doesn’t hold</source>
        <translation>Ne refuse pas : sa condition est fausse</translation>
    </message>
    <message>
        <source>Doesn’t allow: its condition doesn’t hold</source>
        <translation>N’autorise pas : sa condition est fausse</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Observée</translation>
    </message>
    <message>
        <source>Line %1, column %2</source>
        <translation>Ligne %1, colonne %2</translation>
    </message>
    <message>
        <source>A role with the permission “%1”</source>
        <translation>Un rôle avec l’autorisation « %1 »</translation>
    </message>
    <message>
        <source>A policy that allows it</source>
        <translation>Une politique qui l’autorise</translation>
    </message>
    <message>
        <source>In “%1”, this being true:</source>
        <translation>Dans « %1 », si ceci était vrai :</translation>
    </message>
    <message>
        <source>In “%1”, this being false:</source>
        <translation>Dans « %1 », si ceci était faux :</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Actuellement : %1</translation>
    </message>
    <message>
        <source>Needed to see the record</source>
        <translation>Nécessaire pour voir l’enregistrement</translation>
    </message>
    <message>
        <source>Needed to see it</source>
        <translation>Nécessaire pour le voir</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DecisionWords</name>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Would be refused</source>
        <translation>Serait refusé</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Autorisé</translation>
    </message>
    <message>
        <source>No role gives “%1”</source>
        <translation>Aucun rôle ne donne « %1 »</translation>
    </message>
    <message>
        <source>A role allows it, no policy names it</source>
        <translation>Un rôle l’autorise, aucune politique ne le nomme</translation>
    </message>
    <message>
        <source>Allowed by “%1”</source>
        <translation>Autorisé par « %1 »</translation>
    </message>
    <message>
        <source>Refused by “%1”</source>
        <translation>Refusé par « %1 »</translation>
    </message>
    <message>
        <source>Policies name it and none allows it</source>
        <translation>Des politiques le nomment et aucune ne l’autorise</translation>
    </message>
    <message>
        <source>A request</source>
        <translation>Une requête</translation>
    </message>
    <message>
        <source>A list</source>
        <translation>Une liste</translation>
    </message>
    <message>
        <source>A check</source>
        <translation>Une vérification</translation>
    </message>
    <message>
        <source>The simulator</source>
        <translation>Le simulateur</translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation>Personne de connecté</translation>
    </message>
    <message>
        <source>“%1” would refuse it</source>
        <translation>« %1 » le refuserait</translation>
    </message>
    <message>
        <source>“%1” failed, so it refuses</source>
        <translation>« %1 » a échoué, donc refuse</translation>
    </message>
    <message>
        <source>Enforced, no policy would allow it</source>
        <translation>Appliquée, aucune politique ne le permettrait</translation>
    </message>
    <message>
        <source>%1 “%2”</source>
        <comment>a kind of object and its name</comment>
        <translation>%1 « %2 »</translation>
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
        <translation>Décision</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sur</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DecisionsPanel</name>
    <message>
        <source>Decisions</source>
        <translation>Décisions</translation>
    </message>
    <message>
        <source>Which decisions</source>
        <translation>Quelles décisions</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Autorisé</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Observée</translation>
    </message>
    <message>
        <source>Filter decisions</source>
        <translation>Filtrer les décisions</translation>
    </message>
    <message>
        <source>Filter decisions by person, policy, path or object</source>
        <translation>Filtrer les décisions par personne, politique, chemin ou objet</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Loading decisions</source>
        <translation>Chargement des décisions</translation>
    </message>
    <message>
        <source>Nothing is lost, and decisions go on being made and recorded.</source>
        <translation>Rien n’est perdu, et les décisions continuent d’être prises et enregistrées.</translation>
    </message>
    <message>
        <source>No decision matches</source>
        <translation>Aucune décision ne correspond</translation>
    </message>
    <message>
        <source>Nothing that was decided has this text and outcome.</source>
        <translation>Rien de ce qui a été décidé n’a ce texte et cette issue.</translation>
    </message>
    <message>
        <source>Nothing was refused yet</source>
        <translation>Rien n’a encore été refusé</translation>
    </message>
    <message>
        <source>Every refusal stands here with its reasons. Of what is allowed, as much as the setting “Record decisions that allow” says.</source>
        <translation>Chaque refus figure ici avec ses raisons. De ce qui est autorisé, autant que le dit le paramètre « Enregistrer les décisions qui autorisent ».</translation>
    </message>
    <message>
        <source>Show event</source>
        <translation>Afficher l’événement</translation>
    </message>
    <message>
        <source>Show user</source>
        <translation>Afficher l’utilisateur</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>Copier l’ID</translation>
    </message>
    <message>
        <source>Try again in the simulator</source>
        <translation>Réessayer dans le simulateur</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DetailsPane</name>
    <message>
        <source>Close details</source>
        <translation>Fermer les détails</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DetectionPanel</name>
    <message>
        <source>Allowed in %1. It holds from the next request on.</source>
        <translation>Autorisé dans %1. Valable dès la prochaine requête.</translation>
    </message>
    <message>
        <source>“%1” observes from the next request on</source>
        <translation>« %1 » observe dès la prochaine requête</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Détection</translation>
    </message>
    <message>
        <source>Dry run</source>
        <translation>Essai à blanc</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Ajouter une règle</translation>
    </message>
    <message>
        <source>Which classes</source>
        <translation>Quelles classes</translation>
    </message>
    <message>
        <source>Classes of attacks</source>
        <translation>Classes d’attaques</translation>
    </message>
    <message>
        <source>Requests go on being looked at.</source>
        <translation>Les requêtes continuent d’être examinées.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hits in 7 days</source>
        <translation>
            <numerusform>%Ln détection en 7 jours</numerusform>
            <numerusform>%Ln détections en 7 jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Switched off</source>
        <translation>Désactivée</translation>
    </message>
    <message>
        <source>Observes only</source>
        <translation>Observe seulement</translation>
    </message>
    <message>
        <source>All %1</source>
        <translation>Toutes %1</translation>
    </message>
    <message>
        <source>With hits %1</source>
        <translation>Avec dét. %1</translation>
    </message>
    <message>
        <source>Observed %1</source>
        <translation>Observées %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DialogFrame</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Discard what you have entered?</source>
        <translation>Abandonner ce que vous avez saisi ?</translation>
    </message>
    <message>
        <source>Keep editing</source>
        <translation>Continuer la saisie</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DifferencesView</name>
    <message>
        <source>Now: %1</source>
        <translation>Maintenant : %1</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Avant : %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DigitField</name>
    <message>
        <source>Six-digit code</source>
        <translation>Code à six chiffres</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Coller</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DrillModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Ce qui a été tenté</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>As it should be</source>
        <translation>Comme il se doit</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>Ce qui a été vu</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Paramètre</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DrillPanel</name>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Making a copy of the server…</source>
        <translation>Copie du serveur…</translation>
    </message>
    <message>
        <source>%1 of %2 kinds</source>
        <translation>%1 sur %2 genres</translation>
    </message>
    <message>
        <source>Drill</source>
        <translation>Exercice</translation>
    </message>
    <message>
        <source>Run drill</source>
        <translation>Lancer l’exercice</translation>
    </message>
    <message>
        <source>Filter checks</source>
        <translation>Filtrer les contrôles</translation>
    </message>
    <message>
        <source>Filter checks by attack, kind or setting</source>
        <translation>Filtrer les contrôles par attaque, genre ou paramètre</translation>
    </message>
    <message>
        <source>What the drill tried</source>
        <translation>Ce que l’exercice a tenté</translation>
    </message>
    <message>
        <source>Looking for earlier drills</source>
        <translation>Recherche d’exercices antérieurs</translation>
    </message>
    <message>
        <source>No drill was run, and nothing was changed.</source>
        <translation>Aucun exercice n’a eu lieu et rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The server itself was not touched.</source>
        <translation>Le serveur lui-même n’a pas été touché.</translation>
    </message>
    <message>
        <source>See what this server withstands</source>
        <translation>Voir ce que ce serveur supporte</translation>
    </message>
    <message>
        <source>A copy of it, with its settings and none of its data, is attacked on this machine for half a minute.</source>
        <translation>Une copie, avec ses paramètres et sans ses données, est attaquée sur cette machine pendant une demi-minute.</translation>
    </message>
    <message>
        <source>Attacks</source>
        <translation>Attaques</translation>
    </message>
    <message>
        <source>Guessed passwords, forged tokens, injections, scanners, slow requests, floods</source>
        <translation>Mots de passe devinés, jetons falsifiés, injections, scanners, requêtes lentes, déferlantes</translation>
    </message>
    <message>
        <source>Honest traffic beside them</source>
        <translation>À côté, du trafic honnête</translation>
    </message>
    <message>
        <source>What is refused of it is refused wrongly</source>
        <translation>Ce qui en est refusé l’est à tort</translation>
    </message>
    <message>
        <source>What decides</source>
        <translation>Ce qui décide</translation>
    </message>
    <message>
        <source>Each row leads to the setting that would have helped</source>
        <translation>Chaque ligne mène au paramètre qui aurait aidé</translation>
    </message>
    <message>
        <source>%1, %2 s</source>
        <translation>%1, %2 s</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attacks came through</source>
        <translation>
            <numerusform>%Ln attaque est passée</numerusform>
            <numerusform>%Ln attaques sont passées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln honest requests were refused</source>
        <translation>
            <numerusform>%Ln requête honnête a été refusée</numerusform>
            <numerusform>%Ln requêtes honnêtes ont été refusées</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything was as it should be</source>
        <translation>Tout était comme il se doit</translation>
    </message>
    <message>
        <source>%1 of %2 attacks were caught, %3 of %4 honest requests were answered.</source>
        <translation>%1 attaques sur %2 ont été interceptées, %3 requêtes honnêtes sur %4 ont reçu une réponse.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kinds were not tried: the drill&apos;s time was over</source>
        <translation>
            <numerusform>%Ln type n&apos;a pas été essayé : le temps de l&apos;exercice était écoulé</numerusform>
            <numerusform>%Ln types n&apos;ont pas été essayés : le temps de l&apos;exercice était écoulé</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DryRunDialog</name>
    <message>
        <source>Dry run</source>
        <translation>Essai à blanc</translation>
    </message>
    <message>
        <source>What these numbers would have done with the hits of the last seven days. Recorded are hits, so what nobody noticed isn’t among them: with more strictness there may be more.</source>
        <translation>Ce que ces nombres auraient fait des détections des sept derniers jours. Seules les détections sont enregistrées ; ce que personne n’a remarqué n’y est pas : avec plus de rigueur il peut y en avoir plus.</translation>
    </message>
    <message>
        <source>Attack from a score of</source>
        <translation>Attaque à partir du score</translation>
    </message>
    <message>
        <source>Strictness</source>
        <translation>Rigueur</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Exécuter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln hits: %1 would be blocked, %2 observed, %3 would pass.</source>
        <translation>
            <numerusform>%Ln détection : %1 bloquées, %2 observées, %3 passeraient.</numerusform>
            <numerusform>%Ln détections : %1 bloquées, %2 observées, %3 passeraient.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>rule and place</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Would pass</source>
        <translation>Passerait</translation>
    </message>
    <message>
        <source>Would be observed</source>
        <translation>Serait observée</translation>
    </message>
    <message>
        <source>Would be blocked</source>
        <translation>Serait bloquée</translation>
    </message>
    <message>
        <source>Nothing would have come out otherwise.</source>
        <translation>Rien n’aurait été différent.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::DurationInput</name>
    <message>
        <source>Unit of time</source>
        <translation>Unité de temps</translation>
    </message>
    <message numerus="yes">
        <source>seconds</source>
        <comment>unit after a number</comment>
        <translation>
            <numerusform>seconde</numerusform>
            <numerusform>secondes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>minutes</source>
        <comment>unit after a number</comment>
        <translation>
            <numerusform>minute</numerusform>
            <numerusform>minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hours</source>
        <comment>unit after a number</comment>
        <translation>
            <numerusform>heure</numerusform>
            <numerusform>heures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>days</source>
        <comment>unit after a number</comment>
        <translation>
            <numerusform>jour</numerusform>
            <numerusform>jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::EditUserDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::EncryptionDialog</name>
    <message>
        <source>Encryption of sensitive values</source>
        <translation>Chiffrement des valeurs sensibles</translation>
    </message>
    <message>
        <source>Each value is encrypted by itself (AES-256-GCM) and bound to its record and name. Another key takes over by itself long before one has been used too often.</source>
        <translation>Chaque valeur est chiffrée séparément (AES-256-GCM) et liée à sa fiche et à son nom. Une autre clé prend le relais d’elle-même bien avant qu’une clé n’ait trop servi.</translation>
    </message>
    <message>
        <source>Key that seals</source>
        <translation>Clé active</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Utilisée</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valeurs</translation>
    </message>
    <message>
        <source>Under earlier keys</source>
        <translation>Sous d’anciennes</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Seal them anew</source>
        <translation>Chiffrer à nouveau</translation>
    </message>
    <message>
        <source>New key</source>
        <translation>Nouvelle clé</translation>
    </message>
    <message>
        <source>None was needed yet</source>
        <translation>Aucune n’a encore été nécessaire</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>N° %1</translation>
    </message>
    <message>
        <source>No. %1, since %2</source>
        <translation>N° %1, depuis %2</translation>
    </message>
    <message>
        <source>%1 of %2 times at the most</source>
        <translation>%1 fois sur %2 au plus</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>%1 of %2 sealed anew</source>
        <translation>%1 sur %2 chiffrées à nouveau</translation>
    </message>
    <message>
        <source>Nothing waits for it</source>
        <translation>Rien ne l’attend</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ErrorState</name>
    <message>
        <source>Try again</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copier les détails</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ErrorText</name>
    <message>
        <source>This did not work</source>
        <translation>Cela n’a pas marché</translation>
    </message>
    <message>
        <source>Something failed inside Sallyport. The details help to find out what.</source>
        <translation>Quelque chose a échoué dans Sallyport. Les détails aident à trouver quoi.</translation>
    </message>
    <message>
        <source>Not possible right now</source>
        <translation>Impossible pour le moment</translation>
    </message>
    <message>
        <source>Sallyport is busy. Try again in a moment.</source>
        <translation>Sallyport est occupé. Réessayez dans un instant.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Annulé</translation>
    </message>
    <message>
        <source>Some entries need a change</source>
        <translation>Certaines saisies sont à corriger</translation>
    </message>
    <message>
        <source>The marked fields say what.</source>
        <translation>Les champs marqués disent lesquelles.</translation>
    </message>
    <message>
        <source>No longer there</source>
        <translation>N’existe plus</translation>
    </message>
    <message>
        <source>It may have been deleted meanwhile. Load the list again.</source>
        <translation>Il a peut-être été supprimé entre-temps. Rechargez la liste.</translation>
    </message>
    <message>
        <source>Not possible as things are</source>
        <translation>Impossible en l’état</translation>
    </message>
    <message>
        <source>Something else stands against it, for example the same e-mail address or the last administrator.</source>
        <translation>Autre chose s’y oppose, par exemple la même adresse e-mail ou le dernier administrateur.</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>Modifié entre-temps</translation>
    </message>
    <message>
        <source>Somebody else changed it after you opened it. Load it again.</source>
        <translation>Quelqu’un d’autre l’a modifié après votre ouverture. Rechargez-le.</translation>
    </message>
    <message>
        <source>The limit is reached</source>
        <translation>La limite est atteinte</translation>
    </message>
    <message>
        <source>Remove something first, or raise the limit in Settings.</source>
        <translation>Retirez d’abord quelque chose, ou relevez la limite dans Réglages.</translation>
    </message>
    <message>
        <source>Wrong e-mail address or password</source>
        <translation>Adresse e-mail ou mot de passe incorrect</translation>
    </message>
    <message>
        <source>Check both and try again.</source>
        <translation>Vérifiez les deux et réessayez.</translation>
    </message>
    <message>
        <source>Your session has ended</source>
        <translation>Votre session est terminée</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Reconnectez-vous.</translation>
    </message>
    <message>
        <source>A code is needed</source>
        <translation>Un code est nécessaire</translation>
    </message>
    <message>
        <source>Enter the 6 digits that your authenticator app shows.</source>
        <translation>Entrez les 6 chiffres que montre votre application d’authentification.</translation>
    </message>
    <message>
        <source>Wrong code</source>
        <translation>Code incorrect</translation>
    </message>
    <message>
        <source>Enter the digits that the app shows now. Each code works once.</source>
        <translation>Entrez les chiffres que l’application montre maintenant. Chaque code sert une fois.</translation>
    </message>
    <message>
        <source>Two-factor sign-in must be set up first</source>
        <translation>La connexion à deux facteurs doit d’abord être configurée</translation>
    </message>
    <message>
        <source>An administrator can set it up in Users.</source>
        <translation>Un administrateur peut la configurer dans Utilisateurs.</translation>
    </message>
    <message>
        <source>Confirm that it is you</source>
        <translation>Confirmez que c’est vous</translation>
    </message>
    <message>
        <source>This needs a fresh code from your authenticator app.</source>
        <translation>Il faut un code récent de votre application d’authentification.</translation>
    </message>
    <message>
        <source>Your role does not allow this</source>
        <translation>Votre rôle ne le permet pas</translation>
    </message>
    <message>
        <source>An administrator can give you the permission.</source>
        <translation>Un administrateur peut vous donner la permission.</translation>
    </message>
    <message>
        <source>A policy denies this</source>
        <translation>Une politique interdit cela</translation>
    </message>
    <message>
        <source>The policy is named in Live events.</source>
        <translation>La politique est nommée dans Événements en direct.</translation>
    </message>
    <message>
        <source>Blocked by a protection rule</source>
        <translation>Bloqué par une règle de protection</translation>
    </message>
    <message>
        <source>The incident is in Live events.</source>
        <translation>L’incident figure dans Événements en direct.</translation>
    </message>
    <message>
        <source>Too many tries</source>
        <translation>Trop de tentatives</translation>
    </message>
    <message>
        <source>This password is too easy to guess</source>
        <translation>Ce mot de passe est trop facile à deviner</translation>
    </message>
    <message>
        <source>Use more words or characters, and none that others use.</source>
        <translation>Utilisez plus de mots ou de caractères, et aucun que d’autres utilisent.</translation>
    </message>
    <message>
        <source>This account is disabled</source>
        <translation>Ce compte est désactivé</translation>
    </message>
    <message>
        <source>An administrator can enable it in Users.</source>
        <translation>Un administrateur peut l’activer dans Utilisateurs.</translation>
    </message>
    <message>
        <source>This account is locked</source>
        <translation>Ce compte est verrouillé</translation>
    </message>
    <message>
        <source>Too many wrong tries. An administrator can unlock it in Users.</source>
        <translation>Trop de tentatives incorrectes. Un administrateur peut le déverrouiller dans Utilisateurs.</translation>
    </message>
    <message>
        <source>The address is in use</source>
        <translation>L’adresse est déjà utilisée</translation>
    </message>
    <message>
        <source>Another program listens there. Choose another port in Settings.</source>
        <translation>Un autre programme y écoute. Choisissez un autre port dans Réglages.</translation>
    </message>
    <message>
        <source>This address can not be used</source>
        <translation>Cette adresse ne peut pas être utilisée</translation>
    </message>
    <message>
        <source>Choose an address of this computer, or 127.0.0.1.</source>
        <translation>Choisissez une adresse de cet ordinateur, ou 127.0.0.1.</translation>
    </message>
    <message>
        <source>The certificate can not be used</source>
        <translation>Le certificat ne peut pas être utilisé</translation>
    </message>
    <message>
        <source>It does not fit its key, or it has expired.</source>
        <translation>Il ne correspond pas à sa clé, ou il a expiré.</translation>
    </message>
    <message>
        <source>Wrong passphrase</source>
        <translation>Phrase secrète incorrecte</translation>
    </message>
    <message>
        <source>Wrong recovery key</source>
        <translation>Clé de récupération incorrecte</translation>
    </message>
    <message>
        <source>Compare it with the printed one, group by group.</source>
        <translation>Comparez-la avec celle imprimée, groupe par groupe.</translation>
    </message>
    <message>
        <source>The keyring file is missing</source>
        <translation>Le fichier du trousseau manque</translation>
    </message>
    <message>
        <source>The vault can not be opened without it. Put the file back from a backup. Nothing was changed.</source>
        <translation>Sans lui, le coffre ne peut pas être ouvert. Remettez le fichier depuis une sauvegarde. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The keyring file is damaged</source>
        <translation>Le fichier du trousseau est endommagé</translation>
    </message>
    <message>
        <source>Put it back from a backup. Nothing was changed.</source>
        <translation>Remettez-le depuis une sauvegarde. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The database file is missing</source>
        <translation>Le fichier de la base de données manque</translation>
    </message>
    <message>
        <source>The database is not encrypted</source>
        <translation>La base de données n’est pas chiffrée</translation>
    </message>
    <message>
        <source>It is not a file that Sallyport wrote, so it was not opened.</source>
        <translation>Ce fichier n’a pas été écrit par Sallyport ; il n’a donc pas été ouvert.</translation>
    </message>
    <message>
        <source>The database has an old encryption format</source>
        <translation>La base de données a un ancien format de chiffrement</translation>
    </message>
    <message>
        <source>SQLCipher 3 wrote it. Convert it with SQLCipher 4 first. Nothing was changed.</source>
        <translation>Elle vient de SQLCipher 3. Convertissez-la d’abord avec SQLCipher 4. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>La base de données est endommagée</translation>
    </message>
    <message>
        <source>A part of it was changed or is missing. Restore a backup. Nothing was changed.</source>
        <translation>Une partie a été altérée ou manque. Restaurez une sauvegarde. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The vault is newer than this program</source>
        <translation>Le coffre est plus récent que ce programme</translation>
    </message>
    <message>
        <source>Open it with the newer version. Nothing was changed.</source>
        <translation>Ouvrez-le avec la version plus récente. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>The vault is open elsewhere</source>
        <translation>Le coffre est ouvert ailleurs</translation>
    </message>
    <message>
        <source>Another Sallyport has it open. Close that one first.</source>
        <translation>Un autre Sallyport l’a ouvert. Fermez d’abord celui-là.</translation>
    </message>
    <message>
        <source>The folder can not be written</source>
        <translation>Impossible d’écrire dans le dossier</translation>
    </message>
    <message>
        <source>Give your account the right to write there, or choose another folder.</source>
        <translation>Donnez à votre compte le droit d’y écrire, ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Le disque est plein</translation>
    </message>
    <message>
        <source>Make room and try again. What was stored before is safe.</source>
        <translation>Libérez de la place et réessayez. Ce qui était enregistré est en sûreté.</translation>
    </message>
    <message>
        <source>There is one already</source>
        <translation>Il en existe déjà un</translation>
    </message>
    <message>
        <source>Choose another name or place.</source>
        <translation>Choisissez un autre nom ou un autre endroit.</translation>
    </message>
    <message>
        <source>A cryptographic check failed</source>
        <translation>Une vérification cryptographique a échoué</translation>
    </message>
    <message>
        <source>Nothing was changed. The details help to find out why.</source>
        <translation>Rien n’a été modifié. Les détails aident à trouver pourquoi.</translation>
    </message>
    <message>
        <source>Too large</source>
        <translation>Trop grand</translation>
    </message>
    <message>
        <source>The limit is in Settings.</source>
        <translation>La limite se trouve dans Réglages.</translation>
    </message>
    <message>
        <source>It took too long</source>
        <translation>Cela a pris trop de temps</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Réessayez.</translation>
    </message>
    <message>
        <source>Not possible in this version</source>
        <translation>Impossible dans cette version</translation>
    </message>
    <message>
        <source>The request was not understood</source>
        <translation>La requête n’a pas été comprise</translation>
    </message>
    <message numerus="yes">
        <source>Try again in %Ln second(s).</source>
        <translation>
            <numerusform>Réessayez dans %Ln seconde.</numerusform>
            <numerusform>Réessayez dans %Ln secondes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Try again in %Ln minute(s).</source>
        <translation>
            <numerusform>Réessayez dans %Ln minute.</numerusform>
            <numerusform>Réessayez dans %Ln minutes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not for one’s own account</source>
        <translation>Impossible pour son propre compte</translation>
    </message>
    <message>
        <source>Somebody else has to do it.</source>
        <translation>Quelqu’un d’autre doit le faire.</translation>
    </message>
    <message>
        <source>The last active administrator</source>
        <translation>Le dernier administrateur actif</translation>
    </message>
    <message>
        <source>Without one nobody could manage this vault. Make somebody else an administrator first.</source>
        <translation>Sans lui, personne ne pourrait gérer ce coffre. Nommez d’abord un autre administrateur.</translation>
    </message>
    <message>
        <source>The only role</source>
        <translation>Le seul rôle</translation>
    </message>
    <message>
        <source>Give another one first.</source>
        <translation>Donnez-en d’abord un autre.</translation>
    </message>
    <message>
        <source>There is no second factor to reset</source>
        <translation>Il n’y a pas de second facteur à réinitialiser</translation>
    </message>
    <message>
        <source>In force, but not recorded</source>
        <translation>En vigueur, mais pas enregistré</translation>
    </message>
    <message>
        <source>There is no room to store it. It holds on this server until it restarts, and is recorded as soon as there is room.</source>
        <translation>Il n’y a pas de place pour l’enregistrer. Cela vaut sur ce serveur jusqu’à son redémarrage et sera enregistré dès qu’il y aura de la place.</translation>
    </message>
    <message>
        <source>Not changed: there is no room to store it</source>
        <translation>Rien de changé : il n’y a pas de place pour l’enregistrer</translation>
    </message>
    <message>
        <source>The sessions have ended all the same. Free space on the disk, then try again.</source>
        <translation>Les sessions sont tout de même terminées. Libérez de l’espace sur le disque, puis réessayez.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::EventDetails</name>
    <message>
        <source>Close details</source>
        <translation>Fermer les détails</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Pourquoi</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Nearby</source>
        <translation>Autour</translation>
    </message>
    <message>
        <source>Raw</source>
        <translation>Brut</translation>
    </message>
    <message>
        <source>Total %1</source>
        <extracomment>%1 is a duration: how long the server looked at the request</extracomment>
        <translation>Total %1</translation>
    </message>
    <message>
        <source>Copy as JSON</source>
        <translation>Copier en JSON</translation>
    </message>
    <message>
        <source>Copy request id</source>
        <translation>Copier l’identifiant de requête</translation>
    </message>
    <message>
        <source>Open in the playground</source>
        <translation>Ouvrir dans le bac à sable</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::EventHistogram</name>
    <message>
        <source>Events over time</source>
        <translation>Événements au fil du temps</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2, %Ln event(s)</source>
        <translation>
            <numerusform>%1 à %2, %Ln événement</numerusform>
            <numerusform>%1 à %2, %Ln événements</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s)</source>
        <translation>
            <numerusform>%Ln événement</numerusform>
            <numerusform>%Ln événements</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing happened before or after</source>
        <translation>Rien avant ni après</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %2, about %Ln event(s)</source>
        <extracomment>%1 and %2 are times, %Ln the number of events between them</extracomment>
        <translation>
            <numerusform>%1 à %2, environ %Ln événement</numerusform>
            <numerusform>%1 à %2, environ %Ln événements</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::EventLines</name>
    <message>
        <source>Nothing has happened yet</source>
        <translation>Il ne s’est encore rien passé</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::EventModel</name>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Événement</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>%1, marked</source>
        <extracomment>%1: what happened; a colour rule of the operator&apos;s marks it</extracomment>
        <translation>%1, marqué</translation>
    </message>
    <message>
        <source>What</source>
        <comment>a column: to what it was done</comment>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Kind word</source>
        <translation>Code du type</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Identifiant de requête</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Chemin</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::EventsPanel</name>
    <message>
        <source>Live events</source>
        <translation>Événements en direct</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Reading the journal</source>
        <translation>Lecture du journal</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>No event matches</source>
        <translation>Aucun événement ne correspond</translation>
    </message>
    <message>
        <source>No events yet</source>
        <translation>Pas encore d’événements</translation>
    </message>
    <message>
        <source>Nothing in the journal fits the filter. New events appear here at once.</source>
        <translation>Rien dans le journal ne répond au filtre. Les nouveaux événements apparaissent ici aussitôt.</translation>
    </message>
    <message>
        <source>Everything that matters for security is recorded here as it happens.</source>
        <translation>Tout ce qui compte pour la sécurité est enregistré ici dès que cela se produit.</translation>
    </message>
    <message>
        <source>Recording goes on. Nothing is lost.</source>
        <translation>L’enregistrement continue. Rien n’est perdu.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pause</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>En direct</translation>
    </message>
    <message>
        <source>Live, %1 per second</source>
        <translation>En direct, %1 par seconde</translation>
    </message>
    <message>
        <source>View: columns, rows, colours, top lists</source>
        <translation>Vue : colonnes, lignes, couleurs, palmarès</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Colonnes…</translation>
    </message>
    <message>
        <source>Colour rules…</source>
        <translation>Règles de couleur…</translation>
    </message>
    <message>
        <source>Compact rows</source>
        <translation>Lignes compactes</translation>
    </message>
    <message>
        <source>Top lists</source>
        <translation>Palmarès</translation>
    </message>
    <message>
        <source>Correct the filter first</source>
        <translation>Corrigez d’abord le filtre</translation>
    </message>
    <message>
        <source>The filter has a mistake</source>
        <translation>Le filtre contient une erreur</translation>
    </message>
    <message>
        <source>The last one without a mistake is still in use.</source>
        <translation>Le dernier sans erreur reste en vigueur.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ExclusionsDialog</name>
    <message>
        <source>Every rule</source>
        <translation>Toute règle</translation>
    </message>
    <message>
        <source>All of %1</source>
        <translation>Tout %1</translation>
    </message>
    <message>
        <source>every route</source>
        <translation>toute route</translation>
    </message>
    <message>
        <source>Exclusions</source>
        <translation>Exclusions</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Of the product: %1</source>
        <translation>Du produit : %1</translation>
    </message>
    <message>
        <source>%1. By %2, review is due</source>
        <comment>reason and who</comment>
        <translation>%1. Par %2, révision due</translation>
    </message>
    <message>
        <source>%1. By %2, review %3</source>
        <comment>reason, who and when</comment>
        <translation>%1. Par %2, révision %3</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>what is excluded and where</comment>
        <translation>%1 dans %2</translation>
    </message>
    <message>
        <source>Choose an exclusion first</source>
        <translation>Choisissez d’abord une exclusion</translation>
    </message>
    <message>
        <source>This one is of the product</source>
        <translation>Celle-ci fait partie du produit</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ExemptDialog</name>
    <message>
        <source>Exempt addresses</source>
        <translation>Exceptions</translation>
    </message>
    <message>
        <source>Addresses and networks, one a line</source>
        <translation>Adresses et réseaux, un par ligne</translation>
    </message>
    <message>
        <source>No limit by address holds for them: a monitoring system, a gateway with many people behind it. Whoever signs in from there is limited as anywhere else.</source>
        <translation>Aucune limite par adresse ne vaut pour eux : une supervision, une passerelle avec beaucoup de monde derrière. Qui s’y connecte a les mêmes limites qu’ailleurs.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FactsDialog</name>
    <message>
        <source>More facts</source>
        <translation>Autres faits</translation>
    </message>
    <message>
        <source>Owner of the object</source>
        <translation>Propriétaire de l’objet</translation>
    </message>
    <message>
        <source>In place of an object there is: what is known of it is told here.</source>
        <translation>À la place d’un objet existant : ce que l’on en sait est dit ici.</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Tel quel</translation>
    </message>
    <message>
        <source>Attributes of the object</source>
        <translation>Attributs de l’objet</translation>
    </message>
    <message>
        <source>Attributes of who asks</source>
        <translation>Attributs du demandeur</translation>
    </message>
    <message>
        <source>Attributes of the circumstances</source>
        <translation>Attributs des circonstances</translation>
    </message>
    <message>
        <source>As JSON; conditions read it as %1</source>
        <extracomment>%1: a name of policies such as resource.attr</extracomment>
        <translation>En JSON ; les conditions le lisent comme %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Reprendre</translation>
    </message>
    <message>
        <source>This is no JSON object: {&quot;name&quot;: &quot;value&quot;}</source>
        <translation>Ce n’est pas un objet JSON : {&quot;nom&quot;: &quot;valeur&quot;}</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FailureWords</name>
    <message>
        <source>the function or operator takes no values of these types</source>
        <translation>la fonction ou l’opérateur n’accepte pas de valeurs de ces types</translation>
    </message>
    <message>
        <source>the map has no such key</source>
        <translation>la table n’a pas cette clé</translation>
    </message>
    <message>
        <source>a map has the same key twice</source>
        <translation>une table a deux fois la même clé</translation>
    </message>
    <message>
        <source>a key must be a bool, int, uint or string</source>
        <translation>une clé doit être bool, int, uint ou string</translation>
    </message>
    <message>
        <source>the list or text has no place with this number</source>
        <translation>la liste ou le texte n’a pas de position portant ce numéro</translation>
    </message>
    <message>
        <source>division by zero</source>
        <translation>division par zéro</translation>
    </message>
    <message>
        <source>the result is beyond the range of its type</source>
        <translation>le résultat dépasse les limites de son type</translation>
    </message>
    <message>
        <source>a text cannot be read</source>
        <translation>un texte ne peut pas être lu</translation>
    </message>
    <message>
        <source>it takes more steps than an evaluation may take</source>
        <translation>elle demande plus d’étapes qu’une évaluation ne peut en avoir</translation>
    </message>
    <message>
        <source>it needs more memory than an evaluation may have</source>
        <translation>elle demande plus de mémoire qu’une évaluation ne peut en avoir</translation>
    </message>
    <message>
        <source>the condition cannot be read any more</source>
        <translation>la condition ne peut plus être lue</translation>
    </message>
    <message>
        <source>the condition gives neither true nor false</source>
        <translation>la condition ne donne ni true ni false</translation>
    </message>
    <message>
        <source>this is no IP address</source>
        <translation>ce n’est pas une adresse IP</translation>
    </message>
    <message>
        <source>this is no network such as 192.0.2.0/24</source>
        <translation>ce n’est pas un réseau tel que 192.0.2.0/24</translation>
    </message>
    <message>
        <source>this is no time zone</source>
        <translation>ce n’est pas un fuseau horaire</translation>
    </message>
    <message>
        <source>this is no duration such as 1h30m, or longer than 290 years</source>
        <translation>ce n’est pas une durée telle que 1h30m, ou elle dépasse 290 ans</translation>
    </message>
    <message>
        <source>this is no int</source>
        <translation>ce n’est pas un int</translation>
    </message>
    <message>
        <source>this is no uint</source>
        <translation>ce n’est pas un uint</translation>
    </message>
    <message>
        <source>this is no double</source>
        <translation>ce n’est pas un double</translation>
    </message>
    <message>
        <source>this is no bool</source>
        <translation>ce n’est pas un bool</translation>
    </message>
    <message>
        <source>these bytes are no UTF-8</source>
        <translation>ces octets ne sont pas de l’UTF-8</translation>
    </message>
    <message>
        <source>“%1” has no value here</source>
        <translation>« %1 » n’a pas de valeur ici</translation>
    </message>
    <message>
        <source>there is no attribute “%1”</source>
        <translation>il n’y a pas d’attribut « %1 »</translation>
    </message>
    <message>
        <source>there is no function “%1”</source>
        <translation>il n’y a pas de fonction « %1 »</translation>
    </message>
    <message>
        <source>this is no regular expression</source>
        <translation>ce n’est pas une expression régulière</translation>
    </message>
    <message>
        <source>%1 (line %2, column %3)</source>
        <translation>%1 (ligne %2, colonne %3)</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FailuresDialog</name>
    <message>
        <source>%L1 of %L2 done. These stay as they were:</source>
        <translation>%L1 sur %L2 faits. Ceux-ci restent comme ils étaient :</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FieldText</name>
    <message>
        <source>Make it longer</source>
        <translation>Rallongez-le</translation>
    </message>
    <message>
        <source>Add another word or two</source>
        <translation>Ajoutez un mot ou deux</translation>
    </message>
    <message>
        <source>It is one of those that are tried first</source>
        <translation>Il fait partie de ceux qu’on essaie d’abord</translation>
    </message>
    <message>
        <source>Leave the name and the e-mail out</source>
        <translation>Évitez le nom et l’e-mail</translation>
    </message>
    <message>
        <source>Leave product, organisation and role names out</source>
        <translation>Évitez les noms du produit, de l’organisation et des rôles</translation>
    </message>
    <message>
        <source>Avoid repeating the same characters</source>
        <translation>Évitez de répéter les mêmes caractères</translation>
    </message>
    <message>
        <source>Avoid sequences like abc or 6543</source>
        <translation>Évitez les suites comme abc ou 6543</translation>
    </message>
    <message>
        <source>Avoid rows of the keyboard</source>
        <translation>Évitez les rangées du clavier</translation>
    </message>
    <message>
        <source>Avoid years and dates</source>
        <translation>Évitez les années et les dates</translation>
    </message>
    <message>
        <source>Another user has this address</source>
        <translation>Un autre utilisateur a cette adresse</translation>
    </message>
    <message>
        <source>This is not an e-mail address</source>
        <translation>Ce n’est pas une adresse e-mail</translation>
    </message>
    <message>
        <source>This cannot be read as text</source>
        <translation>Ceci ne se lit pas comme du texte</translation>
    </message>
    <message>
        <source>The password is too short</source>
        <translation>Le mot de passe est trop court</translation>
    </message>
    <message>
        <source>This is needed</source>
        <translation>Ceci est nécessaire</translation>
    </message>
    <message>
        <source>This is too long</source>
        <translation>C’est trop long</translation>
    </message>
    <message>
        <source>Nothing of this can be seen</source>
        <translation>Rien de tout cela n’est visible</translation>
    </message>
    <message>
        <source>It contains characters that cannot be shown</source>
        <translation>Il contient des caractères impossibles à afficher</translation>
    </message>
    <message>
        <source>A whole number from 18 to 120</source>
        <translation>Un nombre entier de 18 à 120</translation>
    </message>
    <message>
        <source>This is not accepted</source>
        <translation>Ceci n’est pas accepté</translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln characters</source>
        <translation>
            <numerusform>Au moins %Ln caractère</numerusform>
            <numerusform>Au moins %Ln caractères</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave names of people, product and roles out</source>
        <translation>Évitez les noms de personnes, du produit et des rôles</translation>
    </message>
    <message>
        <source>It is too easy to guess</source>
        <translation>Il est trop facile à deviner</translation>
    </message>
    <message>
        <source>Leave out the words that are forbidden here</source>
        <translation>Évitez les mots interdits ici</translation>
    </message>
    <message>
        <source>It is in the list of passwords that got out</source>
        <translation>Il figure dans la liste des mots de passe divulgués</translation>
    </message>
    <message>
        <source>It cannot be checked: the list of breached passwords is unreadable</source>
        <translation>Vérification impossible : la liste des mots de passe divulgués est illisible</translation>
    </message>
    <message>
        <source>This is no password hash that is known here, or one that costs too much</source>
        <translation>Ce n’est pas un hachage de mot de passe connu ici, ou il coûte trop cher</translation>
    </message>
    <message>
        <source>This is not UTF-8: save the file as CSV in UTF-8</source>
        <translation>Ce n’est pas de l’UTF-8 : enregistrez le fichier en CSV UTF-8</translation>
    </message>
    <message>
        <source>There are more fields than the first line names</source>
        <translation>Il y a plus de champs que la première ligne n’en nomme</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FieldsView</name>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Operator of the console</source>
        <translation>Opérateur de la console</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>Compte de service</translation>
    </message>
    <message>
        <source>Sallyport itself</source>
        <translation>Sallyport lui-même</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Non connecté</translation>
    </message>
    <message>
        <source>Time</source>
        <extracomment>%1: a moment, %2: a zone such as Europe/Berlin</extracomment>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Kind word</source>
        <translation>Code du type</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Gravité</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Who is</source>
        <translation>Nature</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>Requête</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Réponse</translation>
    </message>
    <message>
        <source>Request id</source>
        <translation>Identifiant de requête</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Modifications</translation>
    </message>
    <message>
        <source>%1, before: %2</source>
        <extracomment>%1: the value before, %2: the value after</extracomment>
        <translation>%1, avant : %2</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Numéro</translation>
    </message>
    <message>
        <source>Hash</source>
        <translation>Hachage</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clé d’API</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Events like it</source>
        <translation>Événements semblables</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Session</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FilesPart</name>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Upload</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Upload files, or drop them here</source>
        <translation>Envoyer des fichiers, ou les déposer ici</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more are not shown here.</source>
        <translation>
            <numerusform>%Ln autre n’est pas affiché ici.</numerusform>
            <numerusform>%Ln autres ne sont pas affichés ici.</numerusform>
        </translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Aucun.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>kind and size of a file</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Vérifié</translation>
    </message>
    <message>
        <source>Its name, its kind and its size, and of an archive what is in it. There is no virus scanner.</source>
        <translation>Son nom, son type et sa taille, et le contenu d’une archive. Il n’y a pas d’antivirus.</translation>
    </message>
    <message>
        <source>What can be done with %1</source>
        <translation>Ce qui peut être fait de %1</translation>
    </message>
    <message>
        <source>Uploaded %1 by %2</source>
        <translation>Envoyé le %1 par %2</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Upload files</source>
        <translation>Envoyer des fichiers</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>Enregistrer %1</translation>
    </message>
    <message>
        <source>%1 is there</source>
        <translation>%1 est là</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Supprimer %1 ?</translation>
    </message>
    <message>
        <source>Its content can’t be read from then on; it cannot be undone.</source>
        <translation>Son contenu ne pourra plus être lu ; c’est irréversible.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 supprimé</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FilterLine</name>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln résultat</numerusform>
            <numerusform>%Ln résultats</numerusform>
        </translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>Enregistrer la recherche</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>Recherches enregistrées</translation>
    </message>
    <message>
        <source>No searches yet</source>
        <translation>Pas encore de recherches</translation>
    </message>
    <message>
        <source>Recent searches</source>
        <translation>Recherches récentes</translation>
    </message>
    <message>
        <source>Clear recent searches</source>
        <translation>Effacer les recherches récentes</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Down arrow shows what can be entered, Enter applies</source>
        <translation>La flèche bas montre les possibilités, Entrée applique</translation>
    </message>
    <message>
        <source>Filter events, for example outcome:failure</source>
        <translation>Filtrer les événements, par exemple outcome:failure</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Saved and recent searches</source>
        <translation>Recherches enregistrées et récentes</translation>
    </message>
    <message numerus="yes">
        <source>About %Ln match(es)</source>
        <translation>
            <numerusform>Environ %Ln résultat</numerusform>
            <numerusform>Environ %Ln résultats</numerusform>
        </translation>
    </message>
    <message>
        <source>Manage searches…</source>
        <translation>Gérer les recherches…</translation>
    </message>
    <message>
        <source>Write a filter first</source>
        <translation>Écrivez d’abord un filtre</translation>
    </message>
    <message>
        <source>Correct the filter first</source>
        <translation>Corrigez d’abord le filtre</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FiringDays</name>
    <message numerus="yes">
        <source>%1: %Ln times</source>
        <translation>
            <numerusform>%1 : %Ln fois</numerusform>
            <numerusform>%1 : %Ln fois</numerusform>
        </translation>
    </message>
    <message>
        <source>On none of these days</source>
        <translation>Aucun de ces jours</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FirstRunWizard</name>
    <message>
        <source>Name of the vault</source>
        <translation>Nom du coffre</translation>
    </message>
    <message>
        <source>Shown on the unlock screen, for example your organisation&apos;s name</source>
        <translation>Affiché sur l’écran de déverrouillage, par exemple le nom de votre organisation</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Dossier</translation>
    </message>
    <message>
        <source>Everything is stored there, encrypted</source>
        <translation>Tout y est enregistré, chiffré</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Choisir un dossier</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Répéter la phrase secrète</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse e-mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Password again</source>
        <translation>Répéter le mot de passe</translation>
    </message>
    <message>
        <source>Who can reach the API server</source>
        <translation>Qui peut atteindre le serveur d’API</translation>
    </message>
    <message>
        <source>Only this computer (127.0.0.1)</source>
        <translation>Cet ordinateur seulement (127.0.0.1)</translation>
    </message>
    <message>
        <source>Everybody in the network (0.0.0.0)</source>
        <translation>Tout le réseau (0.0.0.0)</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>It can be changed later in Settings</source>
        <translation>Modifiable plus tard dans Réglages</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Open a vault that exists</source>
        <translation>Ouvrir un coffre existant</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Étape %1 sur %2</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Welcome to Sallyport</source>
        <translation>Bienvenue dans Sallyport</translation>
    </message>
    <message>
        <source>Users, their sign-in, and a secured API server, in one encrypted vault on this computer</source>
        <translation>Les utilisateurs, leur connexion et un serveur d’API sécurisé, dans un coffre chiffré sur cet ordinateur</translation>
    </message>
    <message>
        <source>Create a vault</source>
        <translation>Créer un coffre</translation>
    </message>
    <message>
        <source>Name the vault</source>
        <translation>Nommer le coffre</translation>
    </message>
    <message>
        <source>Choose a passphrase</source>
        <translation>Choisir une phrase secrète</translation>
    </message>
    <message>
        <source>%1: it opens the vault, and nobody can reset it</source>
        <translation>%1 : elle ouvre le coffre, et personne ne peut la réinitialiser</translation>
    </message>
    <message>
        <source>Add the first administrator</source>
        <translation>Ajouter le premier administrateur</translation>
    </message>
    <message>
        <source>Set up the API server</source>
        <translation>Configurer le serveur d’API</translation>
    </message>
    <message>
        <source>Create vault</source>
        <translation>Créer le coffre</translation>
    </message>
    <message>
        <source>Creating the vault</source>
        <translation>Création du coffre</translation>
    </message>
    <message>
        <source>This takes a few seconds</source>
        <translation>Cela prend quelques secondes</translation>
    </message>
    <message>
        <source>Store the recovery key</source>
        <translation>Garder la clé de récupération</translation>
    </message>
    <message>
        <source>It opens the vault if the passphrase is lost. It is shown only now.</source>
        <translation>Elle ouvre le coffre si la phrase secrète est perdue. Elle n’est montrée que maintenant.</translation>
    </message>
    <message>
        <source>Open Sallyport</source>
        <translation>Ouvrir Sallyport</translation>
    </message>
    <message>
        <source>Give the vault a name</source>
        <translation>Donnez un nom au coffre</translation>
    </message>
    <message>
        <source>Enter the administrator&apos;s name</source>
        <translation>Entrez le nom de l’administrateur</translation>
    </message>
    <message>
        <source>Enter an e-mail address like name@example.org</source>
        <translation>Entrez une adresse e-mail comme name@example.org</translation>
    </message>
    <message>
        <source>Deriving the keys</source>
        <translation>Dérivation des clés</translation>
    </message>
    <message>
        <source>Open the API server to the network?</source>
        <translation>Ouvrir le serveur d’API au réseau ?</translation>
    </message>
    <message>
        <source>Everybody who reaches this computer can then reach the sign-in of the API server. Do this only in a network that you trust, or behind a firewall.</source>
        <translation>Quiconque atteint cet ordinateur atteindra alors la connexion du serveur d’API. Ne le faites que dans un réseau de confiance, ou derrière un pare-feu.</translation>
    </message>
    <message>
        <source>Open to the network</source>
        <translation>Ouvrir au réseau</translation>
    </message>
    <message>
        <source>Another program uses port %1. Choose another one.</source>
        <translation>Un autre programme utilise le port %1. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Ports below 1024 are the system&apos;s: you may not use %1. Choose another one.</source>
        <translation>Les ports en dessous de 1024 sont au système : vous ne pouvez pas utiliser %1. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>The server cannot listen there: %1</source>
        <translation>Le serveur ne peut pas écouter là : %1</translation>
    </message>
    <message>
        <source>Store the recovery key first</source>
        <translation>Conservez d’abord la clé de récupération</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::FirstSteps</name>
    <message>
        <source>Protect your account</source>
        <translation>Protéger votre compte</translation>
    </message>
    <message>
        <source>Second factor is on</source>
        <translation>Le second facteur est actif</translation>
    </message>
    <message>
        <source>Set up a second factor</source>
        <translation>Configurer un second facteur</translation>
    </message>
    <message>
        <source>Add users</source>
        <translation>Ajouter des utilisateurs</translation>
    </message>
    <message>
        <source>You are not alone</source>
        <translation>Vous n’êtes pas seul</translation>
    </message>
    <message>
        <source>Add or import</source>
        <translation>Ajouter ou importer</translation>
    </message>
    <message>
        <source>Let a program in</source>
        <translation>Laisser entrer un programme</translation>
    </message>
    <message>
        <source>The first one came</source>
        <translation>Le premier est venu</translation>
    </message>
    <message>
        <source>Create an API key</source>
        <translation>Créer une clé d’API</translation>
    </message>
    <message>
        <source>Start the server</source>
        <translation>Démarrer le serveur</translation>
    </message>
    <message>
        <source>It answers</source>
        <translation>Il répond</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Premiers pas</translation>
    </message>
    <message>
        <source>%1, done</source>
        <translation>%1, fait</translation>
    </message>
    <message>
        <source>%1, not done yet</source>
        <translation>%1, pas encore fait</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::GapsDialog</name>
    <message>
        <source>Not searched</source>
        <translation>Non fouillé</translation>
    </message>
    <message>
        <source>A key that is in one of these places was not found.</source>
        <translation>Une clé qui se trouve à l’un de ces emplacements n’a pas été trouvée.</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>et %Ln autre</numerusform>
            <numerusform>et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Places that were not searched</source>
        <translation>Emplacements non fouillés</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::GateView</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <translation>Langue : %1</translation>
    </message>
    <message>
        <source>What was not saved is gone: %1</source>
        <extracomment>%1: panels: “Roles, Settings”</extracomment>
        <translation>Ce qui n’était pas enregistré est perdu : %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::GuideDialog</name>
    <message>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Chercher dans le guide</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>The guide is in English.</source>
        <translation>Le guide est en anglais.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Clavier</translation>
    </message>
    <message>
        <source>Search people, keys, settings and help; run a command</source>
        <translation>Chercher personnes, clés, paramètres et aide ; lancer une commande</translation>
    </message>
    <message>
        <source>Help about what is in front</source>
        <translation>Aide sur ce qui est devant</translation>
    </message>
    <message>
        <source>First panel; Ctrl+2 the second, and so on</source>
        <translation>Premier panneau ; Ctrl+2 le deuxième, et ainsi de suite</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>Filtrer la liste</translation>
    </message>
    <message>
        <source>Add to the list</source>
        <translation>Ajouter à la liste</translation>
    </message>
    <message>
        <source>Sort the list by its first column; again turns it round</source>
        <translation>Trier la liste par sa première colonne ; encore une fois inverse l’ordre</translation>
    </message>
    <message>
        <source>Open the details of a row</source>
        <translation>Ouvrir les détails d’une ligne</translation>
    </message>
    <message>
        <source>Select several rows</source>
        <translation>Sélectionner plusieurs lignes</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Read everything anew</source>
        <translation>Tout relire</translation>
    </message>
    <message>
        <source>Close what is in front</source>
        <translation>Fermer ce qui est devant</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HeadersModel</name>
    <message>
        <source>Grade</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>What browsers are told</source>
        <translation>Ce que savent les navigateurs</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Attendu</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HeadersPanel</name>
    <message>
        <source>Answers tell it from now on</source>
        <translation>Les réponses le disent désormais</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>As it was before</source>
        <translation>Comme c’était avant</translation>
    </message>
    <message>
        <source>The settings beside it are read from the vault.</source>
        <translation>Les réglages à côté sont lus dans le coffre.</translation>
    </message>
    <message>
        <source>Headers and CORS</source>
        <translation>En-têtes et CORS</translation>
    </message>
    <message>
        <source>Check now</source>
        <translation>Vérifier maintenant</translation>
    </message>
    <message>
        <source>Security headers</source>
        <translation>En-têtes de sécurité</translation>
    </message>
    <message>
        <source>Pages of other origins</source>
        <translation>Pages d’autres origines</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>Démarrer le serveur</translation>
    </message>
    <message>
        <source>The server is not running</source>
        <translation>Le serveur n’est pas en marche</translation>
    </message>
    <message>
        <source>The check asks it as a client would.</source>
        <translation>La vérification l’interroge comme le ferait un client.</translation>
    </message>
    <message>
        <source>Asking the server</source>
        <translation>Interrogation du serveur</translation>
    </message>
    <message>
        <source>What a client saw</source>
        <translation>Ce qu’un client a vu</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Attendu</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Vu</translation>
    </message>
    <message>
        <source>Show setting</source>
        <translation>Afficher le réglage</translation>
    </message>
    <message numerus="yes">
        <source>%Ln are not as they are set</source>
        <translation>
            <numerusform>%Ln n’est pas comme réglé</numerusform>
            <numerusform>%Ln ne sont pas comme réglés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln could be better</source>
        <translation>
            <numerusform>%Ln pourrait être mieux</numerusform>
            <numerusform>%Ln pourraient être mieux</numerusform>
        </translation>
    </message>
    <message>
        <source>Browsers are told what is set</source>
        <translation>Les navigateurs savent ce qui est réglé</translation>
    </message>
    <message>
        <source>%1 things were looked at, over HTTPS at %2.</source>
        <translation>%1 éléments examinés, en HTTPS sur %2.</translation>
    </message>
    <message>
        <source>The server doesn’t run</source>
        <translation>Le serveur n’est pas en marche</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HeldAccess</name>
    <message>
        <source>Key: %1</source>
        <comment>what a key may</comment>
        <translation>Clé : %1</translation>
    </message>
    <message>
        <source>Through %1</source>
        <comment>a role that another inherits from</comment>
        <translation>Par %1</translation>
    </message>
    <message>
        <source>Inherits %1</source>
        <translation>Hérite de %1</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rôle</translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Sans fin</translation>
    </message>
    <message>
        <source>Service account</source>
        <translation>Compte de service</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Invité</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Actif</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HistoryDialog</name>
    <message>
        <source>History of %1</source>
        <translation>Historique de %1</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>Versions</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Rétablir</translation>
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
        <translation>Rien de ce qu’elle dit n’a été modifié.</translation>
    </message>
    <message>
        <source>This is the one in force</source>
        <translation>C’est celle qui est en vigueur</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HistoryModel</name>
    <message>
        <source>Change</source>
        <translation>Modification</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>Objet</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HistoryPane</name>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Before and after</source>
        <translation>Avant et après</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ouvrir les événements</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>The event names no values.</source>
        <translation>L’événement ne nomme aucune valeur.</translation>
    </message>
    <message>
        <source>The event doesn’t hold what was there before</source>
        <translation>L’événement ne contient pas l’état précédent</translation>
    </message>
    <message>
        <source>This is taken back where it was changed</source>
        <translation>Cela s’annule là où ce fut modifié</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Who could…</source>
        <translation>Qui pouvait…</translation>
    </message>
    <message>
        <source>What was changed</source>
        <translation>Ce qui a été modifié</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Toutes les modifications</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Roles of users</source>
        <translation>Rôles des utilisateurs</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Politiques</translation>
    </message>
    <message>
        <source>Rate limits</source>
        <translation>Limites de débit</translation>
    </message>
    <message>
        <source>Address rules</source>
        <translation>Règles d’adresses</translation>
    </message>
    <message>
        <source>Detection</source>
        <translation>Détection</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Règles d’alerte</translation>
    </message>
    <message>
        <source>Destinations</source>
        <translation>Destinations</translation>
    </message>
    <message>
        <source>Identity providers</source>
        <translation>Fournisseurs d’identité</translation>
    </message>
    <message>
        <source>Service accounts</source>
        <translation>Comptes de service</translation>
    </message>
    <message>
        <source>Retention</source>
        <translation>Conservation</translation>
    </message>
    <message>
        <source>Filter changes</source>
        <translation>Filtrer les modifications</translation>
    </message>
    <message>
        <source>Filter changes as the live events: user:, since:, words</source>
        <translation>Filtrer comme les événements en direct : user:, since:, mots</translation>
    </message>
    <message>
        <source>Changes of the configuration</source>
        <translation>Modifications de la configuration</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Loading changes</source>
        <translation>Chargement des modifications</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>No change matches</source>
        <translation>Aucune modification ne correspond</translation>
    </message>
    <message>
        <source>Other filters find more.</source>
        <translation>D’autres filtres en trouvent plus.</translation>
    </message>
    <message>
        <source>Nothing was changed yet</source>
        <translation>Rien n’a encore été modifié</translation>
    </message>
    <message>
        <source>Every change of settings, roles, policies and rules stands here, as long as its event is kept.</source>
        <translation>Toute modification de paramètres, rôles, politiques et règles figure ici tant que son événement est gardé.</translation>
    </message>
    <message>
        <source>Undo “%1” of %2?</source>
        <translation>Annuler « %1 » de %2 ?</translation>
    </message>
    <message>
        <source>What it changed is as before at once, if nobody has changed it again since.</source>
        <translation>Ce qui fut modifié redevient aussitôt comme avant, si personne ne l’a remodifié depuis.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The change is taken back</source>
        <translation>La modification est annulée</translation>
    </message>
    <message>
        <source>It was changed again since</source>
        <translation>Cela a été modifié depuis</translation>
    </message>
    <message>
        <source>Users have this role: take it from them first</source>
        <translation>Des utilisateurs ont ce rôle : retirez-le d’abord</translation>
    </message>
    <message>
        <source>Anybody’s</source>
        <translation>De tout le monde</translation>
    </message>
    <message>
        <source>By or about this person</source>
        <translation>Par cette personne ou à son sujet</translation>
    </message>
    <message>
        <source>Only “%1”</source>
        <translation>Seulement « %1 »</translation>
    </message>
    <message>
        <source>Only “%1”: show all again</source>
        <translation>Seulement « %1 » : tout afficher à nouveau</translation>
    </message>
    <message>
        <source>Only changes of “%1”</source>
        <translation>Seulement les modifications de « %1 »</translation>
    </message>
    <message>
        <source>Show its events</source>
        <translation>Afficher ses événements</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HitPane</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Hits of the last week</source>
        <translation>Détections de la semaine</translation>
    </message>
    <message>
        <source>Hits by day</source>
        <translation>Détections par jour</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Détections</translation>
    </message>
    <message>
        <source>Allow here</source>
        <translation>Autoriser ici</translation>
    </message>
    <message>
        <source>Show event</source>
        <translation>Voir l’événement</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloquée</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Observée</translation>
    </message>
    <message>
        <source>Nothing was hit yet</source>
        <translation>Aucune détection</translation>
    </message>
    <message>
        <source>Requests that look like an attack stand here, with the place and what matched. Values are never kept.</source>
        <translation>Les requêtes qui ressemblent à une attaque sont ici, avec l’endroit et ce qui correspond. Les valeurs ne sont jamais gardées.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln exclusions</source>
        <translation>
            <numerusform>%Ln exclusion</numerusform>
            <numerusform>%Ln exclusions</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2, score %3 of %4</source>
        <extracomment>%1: who sent it, %2: when, as in “today 13:08”</extracomment>
        <translation>%1, %2, score %3 sur %4</translation>
    </message>
    <message>
        <source>The name “%1” itself</source>
        <translation>Le nom « %1 » lui-même</translation>
    </message>
    <message>
        <source>%1, from character %2</source>
        <translation>%1, à partir du caractère %2</translation>
    </message>
    <message>
        <source>Sealed: nothing of it is kept</source>
        <translation>Scellé : rien n’en est gardé</translation>
    </message>
    <message>
        <source>Exclusions</source>
        <translation>Exclusions</translation>
    </message>
    <message>
        <source>Choose a hit first</source>
        <translation>Choisissez d’abord une détection</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HitsModel</name>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Endroit</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HoldDialog</name>
    <message>
        <source>Place a hold</source>
        <translation>Poser un gel</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Raison</translation>
    </message>
    <message>
        <source>Who wants it kept, and why</source>
        <translation>Qui veut le garder, et pourquoi</translation>
    </message>
    <message>
        <source>What is kept</source>
        <translation>Ce qui est gardé</translation>
    </message>
    <message>
        <source>What a filter finds</source>
        <translation>Ce qu’un filtre trouve</translation>
    </message>
    <message>
        <source>Everything of a person</source>
        <translation>Tout d’une personne</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>As above the live events; times in UTC.</source>
        <translation>Comme au-dessus des événements en direct ; heures UTC.</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Nobody can erase them while the hold is placed.</source>
        <translation>Personne ne peut l’effacer tant que le gel est posé.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Place the hold</source>
        <translation>Poser le gel</translation>
    </message>
    <message>
        <source>This is no filter.</source>
        <translation>Ce n’est pas un filtre.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::HottestList</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 of %2, some of it comes back in %3</source>
        <translation>%1 sur %2, une partie revient dans %3</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Reset: %1</source>
        <translation>Réinitialiser : %1</translation>
    </message>
    <message>
        <source>Lets them begin anew</source>
        <translation>Les laisse recommencer à zéro</translation>
    </message>
    <message>
        <source>They have used nothing</source>
        <translation>Rien n’a été consommé</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ImportCertificateDialog</name>
    <message>
        <source>Choose a certificate</source>
        <translation>Choisir un certificat</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer *.p12 *.pfx)</source>
        <translation>Certificats (*.pem *.crt *.cer *.p12 *.pfx)</translation>
    </message>
    <message>
        <source>Choose the key</source>
        <translation>Choisir la clé</translation>
    </message>
    <message>
        <source>Keys (*.pem *.key)</source>
        <translation>Clés (*.pem *.key)</translation>
    </message>
    <message>
        <source>Import certificate</source>
        <translation>Importer un certificat</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>Certificats</translation>
    </message>
    <message>
        <source>PEM: the server’s own and those that issued it, in any order. Or PKCS#12 (.p12, .pfx).</source>
        <translation>PEM : celui du serveur et ceux qui l’ont émis, dans n’importe quel ordre. Ou PKCS#12 (.p12, .pfx).</translation>
    </message>
    <message>
        <source>Key, if it isn’t in the same file</source>
        <translation>Clé, si elle n’est pas dans le même fichier</translation>
    </message>
    <message>
        <source>PEM. It is kept encrypted in the vault; the file stays as it is.</source>
        <translation>PEM. Elle est conservée chiffrée dans le coffre ; le fichier reste tel quel.</translation>
    </message>
    <message>
        <source>Passphrase of the key</source>
        <translation>Phrase secrète de la clé</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose the certificates</source>
        <translation>Choisir les certificats</translation>
    </message>
    <message>
        <source>New connections get it at once, open ones stay.</source>
        <translation>Les nouvelles connexions le reçoivent aussitôt, celles qui sont ouvertes restent.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>The file can’t be read.</source>
        <translation>Le fichier ne peut pas être lu.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ImportDialog</name>
    <message>
        <source>Import users</source>
        <translation>Importer des utilisateurs</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>Lecture du fichier…</translation>
    </message>
    <message>
        <source>The first line names other columns</source>
        <translation>La première ligne nomme d’autres colonnes</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users would be added</source>
        <translation>
            <numerusform>%Ln utilisateur serait ajouté</numerusform>
            <numerusform>%Ln utilisateurs seraient ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users added</source>
        <translation>
            <numerusform>%Ln utilisateur ajouté</numerusform>
            <numerusform>%Ln utilisateurs ajoutés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are there already</source>
        <translation>
            <numerusform>%Ln existe déjà</numerusform>
            <numerusform>%Ln existent déjà</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are wrong</source>
        <translation>
            <numerusform>%Ln ligne est incorrecte</numerusform>
            <numerusform>%Ln lignes sont incorrectes</numerusform>
        </translation>
    </message>
    <message>
        <source>stopped before the end</source>
        <translation>arrêté avant la fin</translation>
    </message>
    <message>
        <source>Line %L1</source>
        <translation>Ligne %L1</translation>
    </message>
    <message>
        <source>The address stands in the file before</source>
        <translation>L’adresse figure déjà plus haut dans le fichier</translation>
    </message>
    <message>
        <source>A user has this address already</source>
        <translation>Un utilisateur a déjà cette adresse</translation>
    </message>
    <message numerus="yes">
        <source>Import %Ln users</source>
        <translation>
            <numerusform>Importer %Ln utilisateur</numerusform>
            <numerusform>Importer %Ln utilisateurs</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>This is no CSV file</source>
        <translation>Ce n’est pas un fichier CSV</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>Enregistrer le rapport…</translation>
    </message>
    <message>
        <source>Save the report by row</source>
        <translation>Enregistrer le rapport par ligne</translation>
    </message>
    <message>
        <source>Tab-separated text (*.tsv)</source>
        <translation>Texte à tabulations (*.tsv)</translation>
    </message>
    <message>
        <source>The report is in %1</source>
        <translation>Le rapport est dans %1</translation>
    </message>
    <message>
        <source>%1: each row becomes an invited user, or one who keeps a password whose hash it has. Nothing changes until you import.</source>
        <translation>%1 : chaque ligne devient un utilisateur invité, ou un qui garde le mot de passe dont elle contient le hachage. Rien ne change avant l’import.</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>Le fichier est vide</translation>
    </message>
    <message>
        <source>It must have name and email, and may have age, department, roles and password_hash. Passwords themselves are not taken from a file.</source>
        <translation>Elle doit avoir name et email, et peut avoir age, department, roles et password_hash. Les mots de passe eux-mêmes ne sont pas repris d’un fichier.</translation>
    </message>
    <message>
        <source>Fields stand between commas, semicolons or tabs; one with such a character, a quotation mark or a line end stands in quotation marks. What was read before it is kept.</source>
        <translation>Les champs sont séparés par des virgules, des points-virgules ou des tabulations ; un champ qui en contient, ou un guillemet ou une fin de ligne, est entre guillemets. Ce qui a été lu avant est conservé.</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>%L1 of %L2 rows, %L3 added</source>
        <translation>%L1 lignes sur %L2, %L3 ajoutés</translation>
    </message>
    <message>
        <source>%L1 rows read</source>
        <translation>%L1 lignes lues</translation>
    </message>
    <message>
        <source>There is nobody to be added</source>
        <translation>Il n’y a personne à ajouter</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ImportListDialog</name>
    <message>
        <source>Import a list</source>
        <translation>Importer une liste</translation>
    </message>
    <message>
        <source>What the rules do</source>
        <translation>Ce que font les règles</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Bloquer</translation>
    </message>
    <message>
        <source>Allow</source>
        <comment>an address rule</comment>
        <translation>Autoriser</translation>
    </message>
    <message>
        <source>Choose file…</source>
        <translation>Choisir un fichier…</translation>
    </message>
    <message>
        <source>Addresses and ranges, one a line</source>
        <translation>Adresses et plages, une par ligne</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>raison</translation>
    </message>
    <message>
        <source># and ; begin a comment; behind an address it is its reason.</source>
        <translation># et ; ouvrent un commentaire ; derrière une adresse, c’est sa raison.</translation>
    </message>
    <message>
        <source>From %1. What is typed here takes its place.</source>
        <translation>De %1. Ce qui est tapé ici le remplace.</translation>
    </message>
    <message>
        <source>Reason of lines without one</source>
        <translation>Raison des lignes sans raison</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Facultatif</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Durée</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Lists as text (*.txt *.list *.csv *.netset *.ipset)</source>
        <translation>Listes en texte (*.txt *.list *.csv *.netset *.ipset)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>What an import would do is said here before it does it.</source>
        <translation>Ce que ferait l’import est dit ici avant qu’il le fasse.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln rules would be added</source>
        <translation>
            <numerusform>%Ln règle serait ajoutée</numerusform>
            <numerusform>%Ln règles seraient ajoutées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are on the list already</source>
        <translation>
            <numerusform>%Ln est déjà sur la liste</numerusform>
            <numerusform>%Ln sont déjà sur la liste</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln lines are left out</source>
        <translation>
            <numerusform>%Ln ligne est écartée</numerusform>
            <numerusform>%Ln lignes sont écartées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have no room</source>
        <translation>
            <numerusform>%Ln n’a pas de place</numerusform>
            <numerusform>%Ln n’ont pas de place</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Ligne %1</translation>
    </message>
    <message>
        <source>No address and no range, or one that may not be blocked</source>
        <translation>Ni adresse ni plage, ou une qui ne peut être bloquée</translation>
    </message>
    <message>
        <source>There is nothing new in it</source>
        <translation>Il ne contient rien de nouveau</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ImportPoliciesDialog</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>Types</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Politique</translation>
    </message>
    <message>
        <source>%1, line %2, character %3</source>
        <translation>%1, ligne %2, caractère %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what and why</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>it is enforced here and would decide otherwise</source>
        <translation>elle est appliquée ici et déciderait autrement</translation>
    </message>
    <message>
        <source>there is another one with it</source>
        <translation>une autre l’a déjà</translation>
    </message>
    <message>
        <source>one comes out otherwise than it is to</source>
        <translation>l’un d’eux donne un autre résultat que prévu</translation>
    </message>
    <message>
        <source>names what there isn’t</source>
        <translation>nomme ce qui n’existe pas</translation>
    </message>
    <message>
        <source>there is no such member</source>
        <translation>ce membre n’existe pas</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>manque</translation>
    </message>
    <message>
        <source>is too long</source>
        <translation>est trop long</translation>
    </message>
    <message>
        <source>can’t be read</source>
        <translation>est illisible</translation>
    </message>
    <message>
        <source>Import policies</source>
        <translation>Importer des politiques</translation>
    </message>
    <message>
        <source>Take over the states, too</source>
        <translation>Reprendre aussi les états</translation>
    </message>
    <message>
        <source>Without it new policies are drafts, and those that are enforced go on deciding as they do.</source>
        <translation>Sans cela, les nouvelles politiques sont des brouillons, et celles qui sont appliquées continuent de décider comme elles le font.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>Lecture de %1…</translation>
    </message>
    <message>
        <source>Nothing of %1 can be imported.</source>
        <translation>Rien dans %1 ne peut être importé.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln policies are added</source>
        <translation>
            <numerusform>%Ln politique est ajoutée</numerusform>
            <numerusform>%Ln politiques sont ajoutées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are changed</source>
        <translation>
            <numerusform>%Ln est modifiée</numerusform>
            <numerusform>%Ln sont modifiées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are here already</source>
        <translation>
            <numerusform>%Ln est déjà là</numerusform>
            <numerusform>%Ln sont déjà là</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are refused, and with them the file</source>
        <translation>
            <numerusform>%Ln est refusée, et le fichier avec elle</numerusform>
            <numerusform>%Ln sont refusées, et le fichier avec elles</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no policy in %1.</source>
        <translation>Il n’y a aucune politique dans %1.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>file, what becomes of it</comment>
        <translation>%1 : %2.</translation>
    </message>
    <message>
        <source>Policy %1</source>
        <comment>its place in a file</comment>
        <translation>Politique %1</translation>
    </message>
    <message>
        <source>New, %1</source>
        <comment>state</comment>
        <translation>Nouvelle, %1</translation>
    </message>
    <message>
        <source>Changes: %1. Then %2</source>
        <comment>members, state</comment>
        <translation>Change : %1. Ensuite : %2</translation>
    </message>
    <message>
        <source>As it is here already</source>
        <translation>Déjà exactement ainsi</translation>
    </message>
    <message>
        <source>There is nothing in it that could be imported</source>
        <translation>Il ne contient rien qui puisse être importé</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IncidentActions</name>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>%1 is banned for %2</source>
        <translation>%1 est bannie pour %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses are banned for %1</source>
        <translation>
            <numerusform>%Ln adresse est bannie pour %1</numerusform>
            <numerusform>%Ln adresses sont bannies pour %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; %Ln could not be</source>
        <translation>
            <numerusform>%1 ; %Ln n’a pas pu l’être</numerusform>
            <numerusform>%1 ; %Ln n’ont pas pu l’être</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message numerus="yes">
        <source>%Ln bans lifted</source>
        <translation>
            <numerusform>%Ln bannissement levé</numerusform>
            <numerusform>%Ln bannissements levés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IncidentFooter</name>
    <message>
        <source>Revoke sessions</source>
        <translation>Fermer les sessions</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>Bannir</translation>
    </message>
    <message>
        <source>Revoke keys</source>
        <translation>Révoquer les clés</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Prendre en compte</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Autres actions</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Close incident</source>
        <translation>Clore l’incident</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people</source>
        <translation>
            <numerusform>%Ln personne</numerusform>
            <numerusform>%Ln personnes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln addresses</source>
        <translation>
            <numerusform>%Ln adresse</numerusform>
            <numerusform>%Ln adresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys</source>
        <translation>
            <numerusform>%Ln clé</numerusform>
            <numerusform>%Ln clés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 : sélection</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>Pour %1</translation>
    </message>
    <message>
        <source>Incident: %1</source>
        <translation>Incident : %1</translation>
    </message>
    <message>
        <source>Give it back</source>
        <translation>Rendre</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Prendre</translation>
    </message>
    <message>
        <source>Assign…</source>
        <translation>Attribuer…</translation>
    </message>
    <message>
        <source>Mark as new</source>
        <translation>Marquer comme nouveau</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Note…</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IncidentPane</name>
    <message>
        <source>Events over time</source>
        <translation>Événements au fil du temps</translation>
    </message>
    <message>
        <source>Done automatically</source>
        <translation>Fait automatiquement</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Chronologie</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ouvrir les événements</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Rule fired</source>
        <translation>Règle déclenchée</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>Unban</source>
        <translation>Débannir</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Pris en compte</translation>
    </message>
    <message>
        <source>Acknowledged by %1, %2</source>
        <translation>Pris en compte par %1, %2</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>Closed by %1, %2</source>
        <translation>Clos par %1, %2</translation>
    </message>
    <message>
        <source>With %1</source>
        <comment>who looks after an incident</comment>
        <translation>Chez %1</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <comment>who looks after an incident</comment>
        <translation>%1, chez %2</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Bloqués</translation>
    </message>
    <message>
        <source>Banned</source>
        <translation>Bannie</translation>
    </message>
    <message>
        <source>Events a minute</source>
        <translation>Événements par minute</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>par %1</translation>
    </message>
    <message>
        <source>First: %1</source>
        <translation>D’abord : %1</translation>
    </message>
    <message>
        <source>First event</source>
        <translation>Premier événement</translation>
    </message>
    <message>
        <source>Last: %1</source>
        <translation>En dernier : %1</translation>
    </message>
    <message>
        <source>Last event</source>
        <translation>Dernier événement</translation>
    </message>
    <message>
        <source>Show fewer</source>
        <translation>En afficher moins</translation>
    </message>
    <message>
        <source>Show all %L1</source>
        <translation>Afficher les %L1</translation>
    </message>
    <message>
        <source>Newest last</source>
        <translation>Le plus récent en dernier</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IncidentRule</name>
    <message>
        <source>Rule that fired</source>
        <translation>Règle déclenchée</translation>
    </message>
    <message>
        <source>Edit rule</source>
        <translation>Modifier la règle</translation>
    </message>
    <message>
        <source>Open rule</source>
        <translation>Ouvrir la règle</translation>
    </message>
    <message>
        <source>%1. This rule is gone.</source>
        <translation>%1. Cette règle n’existe plus.</translation>
    </message>
    <message>
        <source>Trying it over the last week…</source>
        <translation>Essai sur la dernière semaine…</translation>
    </message>
    <message numerus="yes">
        <source>Would have fired %Ln times in the last week</source>
        <translation>
            <numerusform>Se serait déclenchée %Ln fois la semaine dernière</numerusform>
            <numerusform>Se serait déclenchée %Ln fois la semaine dernière</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Would have fired at least %Ln times in the last week</source>
        <translation>
            <numerusform>Se serait déclenchée au moins %Ln fois la semaine dernière</numerusform>
            <numerusform>Se serait déclenchée au moins %Ln fois la semaine dernière</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IncidentsModel</name>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln incidents</source>
        <translation>
            <numerusform>%1, %Ln incident</numerusform>
            <numerusform>%1, %Ln incidents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IncidentsPanel</name>
    <message>
        <source>Incidents</source>
        <translation>Incidents</translation>
    </message>
    <message>
        <source>Which incidents</source>
        <translation>Quels incidents</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouverts</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Les miens</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Clos</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Tous</translation>
    </message>
    <message>
        <source>Alert rules</source>
        <translation>Règles d’alerte</translation>
    </message>
    <message>
        <source>Filter incidents</source>
        <translation>Filtrer les incidents</translation>
    </message>
    <message>
        <source>Filter by rule, whom it is about or who looks after it</source>
        <translation>Filtrer par règle, personne concernée ou responsable</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Loading incidents</source>
        <translation>Chargement des incidents</translation>
    </message>
    <message>
        <source>The rules go on watching: the server doesn’t need this list.</source>
        <translation>Les règles veillent toujours : le serveur n’a pas besoin de cette liste.</translation>
    </message>
    <message>
        <source>No incident matches</source>
        <translation>Aucun incident ne correspond</translation>
    </message>
    <message>
        <source>Nothing has this text or is of this kind.</source>
        <translation>Rien ne contient ce texte ni n’est de ce type.</translation>
    </message>
    <message>
        <source>Nothing needs you</source>
        <translation>Rien ne vous attend</translation>
    </message>
    <message>
        <source>What the alert rules find stands here until somebody has closed it.</source>
        <translation>Ce que trouvent les règles d’alerte reste ici jusqu’à ce que quelqu’un le close.</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ouvrir les événements</translation>
    </message>
    <message>
        <source>Acknowledge</source>
        <translation>Prendre en compte</translation>
    </message>
    <message>
        <source>Note…</source>
        <translation>Note…</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Rouvrir</translation>
    </message>
    <message>
        <source>Close…</source>
        <translation>Clore…</translation>
    </message>
    <message>
        <source>Opened again</source>
        <translation>Rouvert</translation>
    </message>
    <message>
        <source>Acknowledged</source>
        <translation>Pris en compte</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Rendu</translation>
    </message>
    <message>
        <source>It is yours now</source>
        <translation>Il est à vous maintenant</translation>
    </message>
    <message>
        <source>Note added</source>
        <translation>Note ajoutée</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Annulé</translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln ouvert</numerusform>
            <numerusform>%Ln ouverts</numerusform>
        </translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Attribué</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::IntegrityPanel</name>
    <message>
        <source>Integrity</source>
        <translation>Intégrité</translation>
    </message>
    <message>
        <source>Save pack…</source>
        <translation>Enregistrer le dossier…</translation>
    </message>
    <message>
        <source>Delete pack</source>
        <translation>Supprimer le dossier</translation>
    </message>
    <message>
        <source>Evidence packs</source>
        <translation>Dossiers de preuves</translation>
    </message>
    <message>
        <source>Looking for evidence packs</source>
        <translation>Recherche des dossiers de preuves</translation>
    </message>
    <message>
        <source>No evidence packs yet</source>
        <translation>Pas encore de dossier de preuves</translation>
    </message>
    <message>
        <source>A pack holds events with the proof that they are the journal&apos;s: whoever has the fingerprint checks it without this vault.</source>
        <translation>Un dossier contient des événements avec la preuve qu’ils sont du journal : qui a l’empreinte le vérifie sans ce coffre.</translation>
    </message>
    <message>
        <source>Evidence packs (*.jsonl)</source>
        <translation>Dossiers de preuves (*.jsonl)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Enregistré : %1</translation>
    </message>
    <message>
        <source>Delete the evidence pack of %1?</source>
        <translation>Supprimer le dossier de preuves du %1 ?</translation>
    </message>
    <message>
        <source>Files that were saved of it stay good. The events stay in the journal.</source>
        <translation>Les fichiers enregistrés restent valables. Les événements restent dans le journal.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Saved: %1. The journal that it is from is damaged.</source>
        <translation>Enregistré : %1. Le journal dont il provient est endommagé.</translation>
    </message>
    <message>
        <source>Choose a package first</source>
        <translation>Choisissez d’abord un paquet</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeptReports</name>
    <message>
        <source>Kept reports</source>
        <translation>Rapports gardés</translation>
    </message>
    <message>
        <source>No report is kept</source>
        <translation>Aucun rapport n’est gardé</translation>
    </message>
    <message>
        <source>Make and keep one above, or have one made by plan.</source>
        <translation>Établissez-en un ci-dessus, ou faites-en établir un par plan.</translation>
    </message>
    <message>
        <source>SHA-256 %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>Save %1 as a file</source>
        <translation>Enregistrer %1 dans un fichier</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Supprimer %1</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Supprimer %1 ?</translation>
    </message>
    <message>
        <source>The file goes for good; that it was there stays in the journal.</source>
        <translation>Le fichier disparaît pour de bon ; le journal garde qu’il a existé.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>The report could not be saved</source>
        <translation>Le rapport n’a pas pu être enregistré</translation>
    </message>
    <message>
        <source>The report could not be deleted</source>
        <translation>Le rapport n’a pas pu être supprimé</translation>
    </message>
    <message>
        <source>Report saved, but the journal is damaged</source>
        <translation>Rapport enregistré, mais le journal est endommagé</translation>
    </message>
    <message>
        <source>What it says may be incomplete: verify the journal in Integrity.</source>
        <translation>Ce qu’il dit peut être incomplet : vérifiez le journal dans « Intégrité ».</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeyActions</name>
    <message>
        <source>Revoke %1?</source>
        <translation>Révoquer %1 ?</translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln keys?</source>
        <translation>
            <numerusform>Révoquer %Ln clé ?</numerusform>
            <numerusform>Révoquer %Ln clés ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Programs that use it are refused from the next request on. It cannot be undone.</source>
        <translation>Les programmes qui l’utilisent sont refusés dès la requête suivante. C’est irréversible.</translation>
    </message>
    <message>
        <source>Programs that use them are refused from the next request on. It cannot be undone.</source>
        <translation>Les programmes qui les utilisent sont refusés dès la requête suivante. C’est irréversible.</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Révoquer</translation>
    </message>
    <message>
        <source>%1 revoked</source>
        <translation>%1 révoquée</translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys revoked</source>
        <translation>
            <numerusform>%Ln clé révoquée</numerusform>
            <numerusform>%Ln clés révoquées</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 may no more than its owner</source>
        <translation>%1 n’a plus que les droits de son propriétaire</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Rotate…</source>
        <translation>Renouveler…</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Révoquer…</translation>
    </message>
    <message numerus="yes">
        <source>Revoke %Ln keys…</source>
        <translation>
            <numerusform>Révoquer %Ln clé…</numerusform>
            <numerusform>Révoquer %Ln clés…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeyDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Create API key</source>
        <translation>Créer une clé d’API</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>What it is for</source>
        <translation>À quoi elle sert</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Droits</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Expire</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>In which time</source>
        <translation>En combien de temps</translation>
    </message>
    <message>
        <source>Empty: its owner’s limits</source>
        <translation>Vide : les limites du propriétaire</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Addresses or networks that it may be used from, with commas between them</source>
        <translation>Adresses ou réseaux d’où elle peut servir, séparés par des virgules</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Créer une clé</translation>
    </message>
    <message>
        <source>As it is: %1</source>
        <translation>Comme avant : %1</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>par minute</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>par heure</translation>
    </message>
    <message>
        <source>a day</source>
        <translation>par jour</translation>
    </message>
    <message>
        <source>in %1</source>
        <comment>so many requests in this time</comment>
        <translation>en %1</translation>
    </message>
    <message>
        <source>At most 32</source>
        <translation>32 au plus</translation>
    </message>
    <message>
        <source>One of these is no address or network</source>
        <translation>L’une d’elles n’est ni une adresse ni un réseau</translation>
    </message>
    <message>
        <source>More than you may give</source>
        <translation>Plus que vous ne pouvez accorder</translation>
    </message>
    <message>
        <source>This is not accepted</source>
        <translation>Ce n’est pas accepté</translation>
    </message>
    <message>
        <source>Longer than the settings allow</source>
        <translation>Plus long que les réglages ne le permettent</translation>
    </message>
    <message>
        <source>The owner is gone</source>
        <translation>Le propriétaire n’existe plus</translation>
    </message>
    <message>
        <source>The owner does not hold all of these now</source>
        <translation>Le propriétaire n’a pas tous ces droits maintenant</translation>
    </message>
    <message>
        <source>Public key of the program</source>
        <translation>Clé publique du programme</translation>
    </message>
    <message>
        <source>Requests signed with a key pair of its own</source>
        <translation>Des requêtes signées avec sa propre paire de clés</translation>
    </message>
    <message>
        <source>Sends</source>
        <translation>Envoie</translation>
    </message>
    <message>
        <source>The key, with each request</source>
        <translation>La clé, à chaque requête</translation>
    </message>
    <message>
        <source>The key, or requests signed with a secret</source>
        <translation>La clé, ou des requêtes signées avec un secret</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeyLines</name>
    <message>
        <source>No keys yet</source>
        <translation>Pas encore de clé</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeyPane</name>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>May more than its owner</source>
        <translation>A plus de droits que son propriétaire</translation>
    </message>
    <message>
        <source>Take these scopes away</source>
        <translation>Retirer ces droits</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Signed requests</source>
        <translation>Requêtes signées</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernier usage</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Usages</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Expire</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Révoquée</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Créée</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Droits</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>Événements récents</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Rotate</source>
        <translation>Renouveler</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Révoquer</translation>
    </message>
    <message>
        <source>%1 does not hold: %2. The key cannot do this.</source>
        <translation>%1 n’a pas : %2. La clé ne peut pas le faire.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Its owner’s limits</source>
        <translation>Les limites du propriétaire</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>Possibles</translation>
    </message>
    <message>
        <source>No secret</source>
        <translation>Pas de secret</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>when, from which address</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 par %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln autre</numerusform>
            <numerusform>%Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a day, in how many days</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Public key</source>
        <translation>Clé publique</translation>
    </message>
    <message>
        <source>Only, with a key pair of its own</source>
        <translation>Uniquement, avec sa propre paire de clés</translation>
    </message>
    <message>
        <source>Old key until %1</source>
        <translation>Ancienne clé jusqu’au %1</translation>
    </message>
    <message>
        <source>This key has ended</source>
        <translation>Cette clé a pris fin</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeyText</name>
    <message numerus="yes">
        <source>Stale, %Ln days</source>
        <translation>
            <numerusform>Inutilisée, %Ln jour</numerusform>
            <numerusform>Inutilisée, %Ln jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stale, %Ln months</source>
        <translation>
            <numerusform>Inutilisée, %Ln mois</numerusform>
            <numerusform>Inutilisée, %Ln mois</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Révoquée</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expirée</translation>
    </message>
    <message>
        <source>Owner disabled</source>
        <translation>Propriétaire désactivé</translation>
    </message>
    <message>
        <source>Over-scoped</source>
        <translation>Trop large</translation>
    </message>
    <message>
        <source>Rotating, %1</source>
        <translation>Relais, %1</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Nouvelle</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Active</translation>
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
        <translation>%L1/jour</translation>
    </message>
    <message>
        <source>%L1 in %2</source>
        <comment>requests in a length of time</comment>
        <translation>%L1 en %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeysModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Prefix</source>
        <translation>Préfixe</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>Droits</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernier usage</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>Usages</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>Expire</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeysPanel</name>
    <message>
        <source>Save the key</source>
        <translation>Enregistrer la clé</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Clés d’API</translation>
    </message>
    <message>
        <source>Create key</source>
        <translation>Créer une clé</translation>
    </message>
    <message>
        <source>Create key (Ctrl+N)</source>
        <translation>Créer une clé (Ctrl+N)</translation>
    </message>
    <message>
        <source>Filter keys</source>
        <translation>Filtrer les clés</translation>
    </message>
    <message>
        <source>Filter keys by name, prefix or owner</source>
        <translation>Filtrer les clés par nom, préfixe ou propriétaire</translation>
    </message>
    <message>
        <source>Which keys</source>
        <translation>Quelles clés</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Service accounts</source>
        <translation>Comptes de service</translation>
    </message>
    <message>
        <source>Loading API keys</source>
        <translation>Chargement des clés d’API</translation>
    </message>
    <message>
        <source>No key matches</source>
        <translation>Aucune clé ne correspond</translation>
    </message>
    <message>
        <source>No key has this text and this state. Clear the filters to see all.</source>
        <translation>Aucune clé n’a ce texte et cet état. Effacez les filtres pour tout voir.</translation>
    </message>
    <message>
        <source>No API keys yet</source>
        <translation>Pas encore de clé d’API</translation>
    </message>
    <message>
        <source>A key lets a program use the API without a person’s password: only what its scopes allow, only until it expires.</source>
        <translation>Une clé permet à un programme d’utiliser l’API sans le mot de passe d’une personne : seulement ce que ses droits permettent, seulement jusqu’à son expiration.</translation>
    </message>
    <message>
        <source>Add a service account</source>
        <translation>Ajouter un compte de service</translation>
    </message>
    <message>
        <source>So that the key doesn’t go when a person does</source>
        <translation>Pour que la clé ne parte pas avec une personne</translation>
    </message>
    <message>
        <source>Create a key</source>
        <translation>Créer une clé</translation>
    </message>
    <message>
        <source>With the few scopes that the program needs</source>
        <translation>Avec les quelques droits dont le programme a besoin</translation>
    </message>
    <message>
        <source>Send it as X-API-Key</source>
        <translation>L’envoyer comme X-API-Key</translation>
    </message>
    <message>
        <source>With every request; nothing else is needed</source>
        <translation>Avec chaque requête ; rien d’autre n’est nécessaire</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Expiring</source>
        <translation>Bientôt</translation>
    </message>
    <message>
        <source>Stale</source>
        <translation>Inutilisées</translation>
    </message>
    <message>
        <source>Over-scoped</source>
        <translation>Trop large</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Terminées</translation>
    </message>
    <message>
        <source>Nothing is lost, and the keys keep working.</source>
        <translation>Rien n’est perdu, et les clés continuent de fonctionner.</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another place.</source>
        <translation>Le fichier n’a pas pu être écrit. Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>%1 has another key pair</source>
        <translation>%1 a une autre paire de clés</translation>
    </message>
    <message>
        <source>%1 created</source>
        <translation>%1 créée</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::KeysSeveralPane</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln de plus</numerusform>
            <numerusform>%Ln de plus</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keys selected</source>
        <translation>
            <numerusform>%Ln clé sélectionnée</numerusform>
            <numerusform>%Ln clés sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>None of them opens anything any more.</source>
        <translation>Aucune n’ouvre plus rien.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them still open what their scopes allow.</source>
        <translation>
            <numerusform>%Ln ouvre encore ce que permettent ses droits.</numerusform>
            <numerusform>%Ln ouvrent encore ce que permettent leurs droits.</numerusform>
        </translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>Révoquer</translation>
    </message>
    <message>
        <source>None of them can be used any more</source>
        <translation>Aucune n’est encore utilisable</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LabResult</name>
    <message>
        <source>What the server signs</source>
        <translation>Ce que signe le serveur</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Line by line: server, then client</source>
        <translation>Ligne par ligne : serveur, puis client</translation>
    </message>
    <message>
        <source>This request would be accepted</source>
        <translation>Cette requête serait acceptée</translation>
    </message>
    <message>
        <source>If its nonce was not used before: the lab doesn’t ask for that, nor from which address it comes.</source>
        <translation>À condition que son nonce n’ait pas déjà servi : le labo ne le vérifie pas, ni l’adresse d’où elle vient.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>With this mistake the signature fits: that is what the client signed.</source>
        <translation>Avec cette erreur, la signature correspond : c’est ce que le client a signé.</translation>
    </message>
    <message>
        <source>Key “%1”, %2</source>
        <translation>Clé « %1 », %2</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vide)</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LabSamples</name>
    <message>
        <source>Sign it right</source>
        <translation>Bien signer</translation>
    </message>
    <message>
        <source>A program that sends this request. It takes the signing secret from the variable SALLYPORT_SECRET.</source>
        <translation>Un programme qui envoie cette requête. Il prend le secret de signature dans la variable SALLYPORT_SECRET.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Sample program</source>
        <translation>Programme d’exemple</translation>
    </message>
    <message>
        <source>Four headers</source>
        <translation>Quatre en-têtes</translation>
    </message>
    <message>
        <source>A program that sends this request, signed after RFC 9421. It takes the private key from the PEM file that the variable SALLYPORT_PRIVATE_KEY names.</source>
        <translation>Un programme qui envoie cette requête, signée selon la RFC 9421. Il prend la clé privée dans le fichier PEM que nomme la variable SALLYPORT_PRIVATE_KEY.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LeakScanPanel</name>
    <message>
        <source>Search a folder</source>
        <translation>Fouiller un dossier</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Leak scan</source>
        <translation>Clés divulguées</translation>
    </message>
    <message>
        <source>Add folder</source>
        <translation>Ajouter un dossier</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Git histories too</source>
        <translation>Historiques Git aussi</translation>
    </message>
    <message>
        <source>Every object of the git repositories in these folders, also what was deleted</source>
        <translation>Chaque objet des dépôts Git de ces dossiers, même ce qui a été supprimé</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Les afficher</translation>
    </message>
    <message>
        <source>Filter findings</source>
        <translation>Filtrer les résultats</translation>
    </message>
    <message>
        <source>Filter findings by key, owner or place</source>
        <translation>Filtrer les résultats par clé, propriétaire ou emplacement</translation>
    </message>
    <message>
        <source>Keys that were found</source>
        <translation>Clés trouvées</translation>
    </message>
    <message>
        <source>Searching for keys</source>
        <translation>Recherche de clés</translation>
    </message>
    <message>
        <source>%1, searched</source>
        <translation>%1, à fouiller</translation>
    </message>
    <message>
        <source>Stopped, nothing found until then</source>
        <translation>Arrêtée, rien trouvé jusque-là</translation>
    </message>
    <message>
        <source>No key found</source>
        <translation>Aucune clé trouvée</translation>
    </message>
    <message>
        <source>Find keys that got out</source>
        <translation>Trouver les clés qui ont fuité</translation>
    </message>
    <message>
        <source>Looks for API keys and signing secrets of this vault, by their prefix and checksum. Nothing leaves this machine.</source>
        <translation>Cherche les clés API et les secrets de signature de ce coffre, par leur préfixe et leur somme de contrôle. Rien ne quitte cette machine.</translation>
    </message>
    <message>
        <source>Add folders</source>
        <translation>Ajouter des dossiers</translation>
    </message>
    <message>
        <source>Source code, scripts, backups; drop them here if you like</source>
        <translation>Code source, scripts, sauvegardes ; vous pouvez les déposer ici</translation>
    </message>
    <message>
        <source>Files, and everything that a git history still holds</source>
        <translation>Les fichiers, et tout ce qu’un historique Git contient encore</translation>
    </message>
    <message>
        <source>Revoke what works</source>
        <translation>Révoquer ce qui fonctionne</translation>
    </message>
    <message>
        <source>Beside each finding, and give its owner a new key</source>
        <translation>À côté de chaque résultat, puis donner une nouvelle clé à son propriétaire</translation>
    </message>
    <message>
        <source>Reading folders…</source>
        <translation>Lecture des dossiers…</translation>
    </message>
    <message>
        <source>No key was changed, and no file.</source>
        <translation>Aucune clé ni aucun fichier n’a été modifié.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln findings</source>
        <translation>
            <numerusform>%Ln résultat</numerusform>
            <numerusform>%Ln résultats</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln findings still work</source>
        <translation>
            <numerusform>%Ln clé trouvée fonctionne encore</numerusform>
            <numerusform>%Ln clés trouvées fonctionnent encore</numerusform>
        </translation>
    </message>
    <message>
        <source>The search was stopped</source>
        <translation>La recherche a été arrêtée</translation>
    </message>
    <message>
        <source>Not everything was searched</source>
        <translation>Tout n’a pas été fouillé</translation>
    </message>
    <message>
        <source>Whoever has read them can use the API until you revoke the keys.</source>
        <translation>Qui les a lues peut utiliser l’API jusqu’à ce que vous révoquiez les clés.</translation>
    </message>
    <message>
        <source>The search was stopped.</source>
        <translation>La recherche a été arrêtée.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln places were not searched.</source>
        <translation>
            <numerusform>%Ln emplacement n’a pas été fouillé.</numerusform>
            <numerusform>%Ln emplacements n’ont pas été fouillés.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open key</source>
        <translation>Ouvrir la clé</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Afficher les événements</translation>
    </message>
    <message>
        <source>Copy place</source>
        <translation>Copier l’emplacement</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Révoquer…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files, %1</source>
        <translation>
            <numerusform>%Ln fichier, %1</numerusform>
            <numerusform>%Ln fichiers, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>No key of this vault in %1, %2, %3.</source>
        <translation>Aucune clé de ce coffre dans %1, %2, %3.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln objects of git histories</source>
        <translation>
            <numerusform>%Ln objet d’historiques git</numerusform>
            <numerusform>%Ln objets d’historiques git</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a folder first</source>
        <translation>Ajoutez d’abord un dossier</translation>
    </message>
    <message>
        <source>It is no key of this vault</source>
        <translation>Ce n’est pas une clé de ce coffre</translation>
    </message>
    <message>
        <source>No key that works is among them</source>
        <translation>Aucune clé encore valable parmi elles</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LeaksModel</name>
    <message>
        <source>Works</source>
        <translation>Fonctionne</translation>
    </message>
    <message>
        <source>Rotated away</source>
        <translation>Remplacée par rotation</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>Expirée</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Révoquée</translation>
    </message>
    <message>
        <source>Owner disabled</source>
        <translation>Propriétaire désactivé</translation>
    </message>
    <message>
        <source>Of no key here</source>
        <translation>D’aucune clé d’ici</translation>
    </message>
    <message>
        <source>signing secret</source>
        <translation>secret de signature</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Révoquer…</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Found in</source>
        <translation>Trouvée dans</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LimitChart</name>
    <message>
        <source>Answered</source>
        <translation>Répondues</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>%1, hottest key by hour</source>
        <translation>%1, maximum par heure</translation>
    </message>
    <message>
        <source>%1: %2 answered, %3 refused</source>
        <translation>%1 : %2 répondues, %3 refusées</translation>
    </message>
    <message>
        <source>New limit %1</source>
        <translation>Nouvelle limite %1</translation>
    </message>
    <message>
        <source>Limit %1</source>
        <translation>Limite %1</translation>
    </message>
    <message>
        <source>Last 24 hours</source>
        <translation>Dernières 24 heures</translation>
    </message>
    <message>
        <source>Counted since %1</source>
        <translation>Compté depuis %1</translation>
    </message>
    <message>
        <source>%1 is above what is shown</source>
        <translation>%1 est au-dessus de ce qui est montré</translation>
    </message>
    <message>
        <source>Nobody has used it in 24 hours</source>
        <translation>Personne ne l’a utilisé en 24 heures</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LimitDraft</name>
    <message>
        <source>%1 becomes %2</source>
        <translation>%1 devient %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LimitForm</name>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>In</source>
        <comment>so many requests in a time</comment>
        <translation>En</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Comptage</translation>
    </message>
    <message>
        <source>Keyed by</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Even pace: what was used comes back bit by bit. Sliding: never more than that in any such time. Fixed: a time begins with the first request and ends as a whole.</source>
        <translation>Régulier : ce qui est utilisé revient peu à peu. Glissant : jamais plus dans une telle durée. Fixe : une durée commence à la première requête et finit d’un coup.</translation>
    </message>
    <message>
        <source>This class is counted so alone</source>
        <translation>Cette classe n’est comptée qu’ainsi</translation>
    </message>
    <message>
        <source>Nobody is unlimited: this class can’t be off</source>
        <translation>Personne n’est illimité : cette classe ne peut être arrêtée</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LimitPane</name>
    <message>
        <source>Edit rule</source>
        <translation>Modifier la règle</translation>
    </message>
    <message>
        <source>Delete rule</source>
        <translation>Supprimer la règle</translation>
    </message>
    <message>
        <source>Yesterday with these numbers</source>
        <translation>Hier avec ces chiffres</translation>
    </message>
    <message>
        <source>Hottest now</source>
        <translation>Maximum actuel</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>of %1</source>
        <comment>so many of 100 an hour</comment>
        <translation>sur %1</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
    <message>
        <source>Nobody uses it now.</source>
        <translation>Personne ne l’utilise en ce moment.</translation>
    </message>
    <message>
        <source>Too little traffic in 7 days for a suggestion</source>
        <translation>Trop peu de trafic en 7 jours pour une suggestion</translation>
    </message>
    <message>
        <source>Looking at the last 7 days…</source>
        <translation>Examen des 7 derniers jours…</translation>
    </message>
    <message>
        <source>Suggested: %1</source>
        <translation>Suggestion : %1</translation>
    </message>
    <message>
        <source>p95 of 7 days: %1, plus %2 % room</source>
        <translation>p95 sur 7 jours : %1, plus %2 % de marge</translation>
    </message>
    <message>
        <source>Use %1</source>
        <translation>Prendre %1</translation>
    </message>
    <message>
        <source>Fills the field, saves nothing</source>
        <translation>Remplit le champ, n’enregistre rien</translation>
    </message>
    <message>
        <source>Nothing would have been refused</source>
        <translation>Rien n’aurait été refusé</translation>
    </message>
    <message>
        <source>%1 of %2 would have been refused</source>
        <comment>14 requests of 3 callers</comment>
        <translation>%1 de %2 auraient été refusées</translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln requête</numerusform>
            <numerusform>%Ln requêtes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln callers</source>
        <translation>
            <numerusform>%Ln appelant</numerusform>
            <numerusform>%Ln appelants</numerusform>
        </translation>
    </message>
    <message>
        <source>with %1 it was %2</source>
        <comment>with 100 it was 96</comment>
        <translation>avec %1, c’était %2</translation>
    </message>
    <message>
        <source>Counted since %1 only.</source>
        <translation>Compté depuis %1 seulement.</translation>
    </message>
    <message>
        <source>Looking at the last 24 hours…</source>
        <translation>Examen des dernières 24 heures…</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>09:41 to 09:58</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>Own numbers</source>
        <translation>Nombres propres</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ajouter</translation>
    </message>
    <message>
        <source>Give somebody numbers of their own</source>
        <translation>Donner à quelqu’un ses propres nombres</translation>
    </message>
    <message>
        <source>The rule holds for everybody.</source>
        <translation>La règle s’applique à tous.</translation>
    </message>
    <message>
        <source>The field has this number already</source>
        <translation>Le champ contient déjà ce nombre</translation>
    </message>
    <message numerus="yes">
        <source>Numbers of %Ln rules</source>
        <translation>
            <numerusform>Nombres de %Ln règle</numerusform>
            <numerusform>Nombres de %Ln règles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LimitsLegend</name>
    <message>
        <source>Hottest key now</source>
        <translation>Maximum actuel</translation>
    </message>
    <message>
        <source>p95, 7 d</source>
        <translation>p95, 7 j</translation>
    </message>
    <message>
        <source>A bar is the hottest key now, its tick the p95 of 7 days</source>
        <translation>Une barre est le maximum actuel, son trait le p95 sur 7 jours</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LimitsModel</name>
    <message>
        <source>Rule</source>
        <translation>Règle</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>Limite</translation>
    </message>
    <message>
        <source>Used now</source>
        <translation>Utilisé</translation>
    </message>
    <message>
        <source>Keyed by</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Counting</source>
        <translation>Comptage</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Mode</translation>
    </message>
    <message>
        <source>Refused, 24 h</source>
        <translation>Refusé, 24 h</translation>
    </message>
    <message>
        <source>%1 noted</source>
        <translation>%1 notées</translation>
    </message>
    <message>
        <source>Every route belongs to one</source>
        <translation>Chaque route appartient à une</translation>
    </message>
    <message>
        <source>None yet: each would count on top of its class</source>
        <translation>Aucune : chacune compterait en plus de sa classe</translation>
    </message>
    <message>
        <source>Each counts on top of its class</source>
        <translation>Chacune compte en plus de sa classe</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Classes</translation>
    </message>
    <message>
        <source>Own rules by route</source>
        <translation>Règles propres par route</translation>
    </message>
    <message>
        <source>%1 of %2 by the hottest caller</source>
        <translation>%1 sur %2 par l’appelant le plus actif</translation>
    </message>
    <message>
        <source>p95 of 7 days %1</source>
        <translation>p95 sur 7 jours %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LimitsPanel</name>
    <message>
        <source>Rate limits</source>
        <translation>Limites de débit</translation>
    </message>
    <message>
        <source>Exempt addresses</source>
        <translation>Exceptions</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Ajouter une règle</translation>
    </message>
    <message>
        <source>A limit for some routes, on top of their class (Ctrl+N)</source>
        <translation>Une limite pour certaines routes, en plus de leur classe (Ctrl+N)</translation>
    </message>
    <message>
        <source>Networks that no limit by address holds for</source>
        <translation>Réseaux sans limite par adresse</translation>
    </message>
    <message>
        <source>Filter rules</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter rules by name or route</source>
        <translation>Filtrer les règles par nom ou route</translation>
    </message>
    <message>
        <source>Which rules</source>
        <translation>Quelles règles</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Loading rate limits</source>
        <translation>Chargement des limites</translation>
    </message>
    <message>
        <source>The limits hold: the server doesn’t need this list.</source>
        <translation>Les limites valent : le serveur n’a pas besoin de cette liste.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Observé</translation>
    </message>
    <message>
        <source>Refusing</source>
        <translation>Refusent</translation>
    </message>
    <message>
        <source>No rule matches</source>
        <translation>Aucune règle ne correspond</translation>
    </message>
    <message>
        <source>No rule has this name or route, or is of this kind.</source>
        <translation>Aucune règle n’a ce nom ou cette route, ou n’est de ce genre.</translation>
    </message>
    <message>
        <source>Show details</source>
        <translation>Afficher les détails</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ouvrir les événements</translation>
    </message>
    <message>
        <source>Edit rule…</source>
        <translation>Modifier la règle…</translation>
    </message>
    <message>
        <source>Delete rule…</source>
        <translation>Supprimer la règle…</translation>
    </message>
    <message>
        <source>%1: %2, from the next request on</source>
        <translation>%1 : %2, dès la prochaine requête</translation>
    </message>
    <message>
        <source>%1 begins anew</source>
        <translation>%1 recommence à zéro</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 of %2 count again</source>
        <translation>%1 de %2 comptent à nouveau</translation>
    </message>
    <message>
        <source>“%1” holds from the next request on</source>
        <translation>« %1 » vaut dès la prochaine requête</translation>
    </message>
    <message>
        <source>Delete “%1”?</source>
        <translation>Supprimer « %1 » ?</translation>
    </message>
    <message>
        <source>Its routes are limited by their class alone from the next request on. What it has counted is forgotten.</source>
        <translation>Ses routes n’ont plus que la limite de leur classe dès la prochaine requête. Ce qu’elle a compté est oublié.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>“%1” deleted</source>
        <translation>« %1 » supprimée</translation>
    </message>
    <message>
        <source>No address is exempt any more</source>
        <translation>Aucune adresse n’est plus exemptée</translation>
    </message>
    <message numerus="yes">
        <source>%Ln networks are exempt from limits by address</source>
        <translation>
            <numerusform>%Ln réseau est exempté des limites par adresse</numerusform>
            <numerusform>%Ln réseaux sont exemptés des limites par adresse</numerusform>
        </translation>
    </message>
    <message>
        <source>The rule holds for %1 again</source>
        <translation>La règle s’applique de nouveau à %1</translation>
    </message>
    <message>
        <source>%1 has numbers of their own again</source>
        <translation>%1 a de nouveau ses propres nombres</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LinkDialog</name>
    <message>
        <source>Link a user to %1</source>
        <translation>Lier un utilisateur à %1</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>E-mail address of the user here</source>
        <translation>Adresse électronique de l’utilisateur ici</translation>
    </message>
    <message>
        <source>Account at the provider</source>
        <translation>Compte chez le fournisseur</translation>
    </message>
    <message>
        <source>Its subject (sub), GitHub’s numeric ID. The event of a refused sign-in names it. Whoever signs in with it is this user.</source>
        <translation>Son sujet (sub), chez GitHub le numéro. L’événement d’une connexion refusée l’indique. Qui se connecte avec est cet utilisateur.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Lier</translation>
    </message>
    <message>
        <source>Nobody has this e-mail address here</source>
        <translation>Personne n’a cette adresse électronique ici</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ListPanel</name>
    <message>
        <source>Columns</source>
        <translation>Colonnes</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 sur %L2</translation>
    </message>
    <message>
        <source>The list could not be read again. What you see may be old.</source>
        <translation>La liste n’a pas pu être relue. Ce que vous voyez est peut-être ancien.</translation>
    </message>
    <message>
        <source>about %L1</source>
        <translation>environ %L1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LoadingState</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Chargement</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LoginTestDialog</name>
    <message>
        <source>Test the login with %1</source>
        <translation>Tester la connexion avec %1</translation>
    </message>
    <message>
        <source>Your browser opens this server and goes on to the provider. It may warn of this server’s certificate: the fingerprint is in the status line. Nobody is signed in.</source>
        <translation>Votre navigateur ouvre ce serveur, puis passe au fournisseur. Il vous avertira peut-être du certificat de ce serveur : l’empreinte est dans la barre d’état. Personne n’est connecté.</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Tester encore</translation>
    </message>
    <message>
        <source>Open the browser</source>
        <translation>Ouvrir le navigateur</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Asking the provider…</source>
        <translation>Interrogation du fournisseur…</translation>
    </message>
    <message>
        <source>This login does not work yet</source>
        <translation>Cette connexion ne fonctionne pas encore</translation>
    </message>
    <message>
        <source>This login works</source>
        <translation>Cette connexion fonctionne</translation>
    </message>
    <message>
        <source>The step with the cross says what to do. Test again afterwards.</source>
        <translation>L’étape avec la croix dit quoi faire. Testez ensuite encore une fois.</translation>
    </message>
    <message>
        <source>This test is over</source>
        <translation>Ce test est terminé</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::LongWork</name>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>Lecture du journal…</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 %, about %2 left</source>
        <extracomment>%1: per cent done, %2: a length of time</extracomment>
        <translation>%1 %, encore %2 environ</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::MainWindow</name>
    <message>
        <source>Demo</source>
        <translation>Démo</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>Démarrer le serveur</translation>
    </message>
    <message>
        <source>Stop server</source>
        <translation>Arrêter le serveur</translation>
    </message>
    <message>
        <source>Copy the server&apos;s address</source>
        <translation>Copier l’adresse du serveur</translation>
    </message>
    <message>
        <source>Copy the certificate&apos;s fingerprint</source>
        <translation>Copier l’empreinte du certificat</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Notices about your account</source>
        <translation>Avis sur votre compte</translation>
    </message>
    <message>
        <source>The audit journal is damaged</source>
        <translation>Le journal d’audit est endommagé</translation>
    </message>
    <message>
        <source>It does not fit its anchor: events were changed or cut off, or the database was put back to an older state. Verifying the chain finds the place.</source>
        <translation>Il ne correspond pas à son ancre : des événements ont été modifiés ou coupés, ou la base de données a été remise dans un état plus ancien. La vérification de la chaîne trouve l’endroit.</translation>
    </message>
    <message>
        <source>Open reports</source>
        <translation>Ouvrir les rapports</translation>
    </message>
    <message>
        <source>Upkeep fails</source>
        <translation>L’entretien échoue</translation>
    </message>
    <message>
        <source>%1. It is tried again by itself; the events say since when.</source>
        <translation>%1. Une nouvelle tentative a lieu d’elle-même ; les événements disent depuis quand.</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ouvrir les événements</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>L’horloge est juste</translation>
    </message>
    <message>
        <source>Change your password</source>
        <translation>Changer votre mot de passe</translation>
    </message>
    <message>
        <source>Your second factor</source>
        <translation>Votre second facteur</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>unsaved work</comment>
        <extracomment>where something isn&apos;t saved, and what: “Roles: 3 changes to Clerk”</extracomment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Discard what is not saved?</source>
        <translation>Abandonner ce qui n’est pas enregistré ?</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Discard and lock</source>
        <translation>Abandonner et verrouiller</translation>
    </message>
    <message>
        <source>Discard and sign out</source>
        <translation>Abandonner et se déconnecter</translation>
    </message>
    <message>
        <source>Discard and quit</source>
        <translation>Abandonner et quitter</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::MeasureBox</name>
    <message>
        <source>Measure this machine</source>
        <translation>Mesurer cette machine</translation>
    </message>
    <message>
        <source>Use these values</source>
        <translation>Utiliser ces valeurs</translation>
    </message>
    <message>
        <source>With the saved values one hash takes %1 ms here.</source>
        <translation>Avec les valeurs enregistrées, un hachage prend ici %1 ms.</translation>
    </message>
    <message>
        <source>Best within %1 ms: %2</source>
        <translation>Le mieux en %1 ms : %2</translation>
    </message>
    <message>
        <source>Even the least that is allowed takes longer than %1 ms: %2</source>
        <translation>Même le minimum permis prend plus de %1 ms : %2</translation>
    </message>
    <message>
        <source>%1 KiB, passes: %2, threads: %3 (%4 ms)</source>
        <translation>%1 Kio, passages : %2, threads : %3 (%4 ms)</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::MemberDialog</name>
    <message>
        <source>%1 as %2</source>
        <translation>%1 en tant que %2</translation>
    </message>
    <message>
        <source>Add a member to %1</source>
        <translation>Ajouter un membre à %1</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse e-mail</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>From then on the role allows nothing, in running sessions, too. The member is told a week and a day before.</source>
        <translation>À partir de là, le rôle ne permet plus rien, même dans les sessions en cours. Le membre est averti une semaine et un jour avant.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>In a day</source>
        <translation>Dans un jour</translation>
    </message>
    <message>
        <source>In a week</source>
        <translation>Dans une semaine</translation>
    </message>
    <message>
        <source>In 30 days</source>
        <translation>Dans 30 jours</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>À un moment précis</translation>
    </message>
    <message>
        <source>Date and time (%1)</source>
        <translation>Date et heure (%1)</translation>
    </message>
    <message>
        <source>Take role</source>
        <translation>Retirer le rôle</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>Ajouter un membre</translation>
    </message>
    <message>
        <source>Nobody has this e-mail address here</source>
        <translation>Personne n’a cette adresse e-mail ici</translation>
    </message>
    <message>
        <source>Must lie ahead</source>
        <translation>Doit être dans le futur</translation>
    </message>
    <message>
        <source>This is the only role</source>
        <translation>C’est le seul rôle</translation>
    </message>
    <message>
        <source>Give another one first, or disable the user.</source>
        <translation>Donnez-en d’abord un autre, ou désactivez l’utilisateur.</translation>
    </message>
    <message>
        <source>The last administrator stays</source>
        <translation>Le dernier administrateur reste</translation>
    </message>
    <message>
        <source>One active administrator keeps a role without an end, so that the vault stays yours.</source>
        <translation>Un administrateur actif garde un rôle sans fin, pour que le coffre reste le vôtre.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::MemberRows</name>
    <message>
        <source>Sensitive values</source>
        <translation>Valeurs sensibles</translation>
    </message>
    <message>
        <source>Add a sensitive value</source>
        <translation>Ajouter une valeur sensible</translation>
    </message>
    <message>
        <source>Name, such as Diagnosis</source>
        <translation>Nom, p. ex. Diagnostic</translation>
    </message>
    <message>
        <source>Name of a sensitive value</source>
        <translation>Nom d’une valeur sensible</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valeur</translation>
    </message>
    <message>
        <source>Stays as it is</source>
        <translation>Reste telle quelle</translation>
    </message>
    <message>
        <source>Sensitive value</source>
        <translation>Valeur sensible</translation>
    </message>
    <message>
        <source>New value of %1</source>
        <translation>Nouvelle valeur de %1</translation>
    </message>
    <message>
        <source>Take this line away</source>
        <translation>Enlever cette ligne</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>Retirer %1</translation>
    </message>
    <message numerus="yes">
        <source>A record has at most %Ln.</source>
        <translation>
            <numerusform>Une fiche en a au plus %Ln.</numerusform>
            <numerusform>Une fiche en a au plus %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>A record has at most %1</source>
        <translation>Un enregistrement en a au plus %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::MfaDialog</name>
    <message numerus="yes">
        <source>Wrong code. %Ln tries left; enter the digits that the app shows now.</source>
        <translation>
            <numerusform>Code incorrect. Encore %Ln tentative ; entrez les chiffres que l’application montre maintenant.</numerusform>
            <numerusform>Code incorrect. Encore %Ln tentatives ; entrez les chiffres que l’application montre maintenant.</numerusform>
        </translation>
    </message>
    <message>
        <source>Set up two-factor sign-in</source>
        <translation>Configurer la connexion à deux facteurs</translation>
    </message>
    <message>
        <source>Scan and confirm</source>
        <translation>Scanner et confirmer</translation>
    </message>
    <message>
        <source>Save recovery codes</source>
        <translation>Enregistrer les codes de récupération</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Two-factor sign-in is on</source>
        <translation>La connexion à deux facteurs est active</translation>
    </message>
    <message>
        <source>From now on %1 signs in with the password and a code of the app.</source>
        <translation>Désormais, %1 se connecte avec le mot de passe et un code de l’application.</translation>
    </message>
    <message>
        <source>Too many wrong codes</source>
        <translation>Trop de codes incorrects</translation>
    </message>
    <message>
        <source>This key is void now. Start again with a new one.</source>
        <translation>Cette clé n’est plus valable. Recommencez avec une nouvelle.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>Closes by itself in %1</source>
        <translation>Se ferme tout seul dans %1</translation>
    </message>
    <message>
        <source>Store the recovery codes first</source>
        <translation>Conservez d’abord les codes de récupération</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::NavCaption</name>
    <message>
        <source>Folded</source>
        <translation>Repliée</translation>
    </message>
    <message>
        <source>Unfolded</source>
        <translation>Dépliée</translation>
    </message>
    <message>
        <source>Show the panels of “%1”</source>
        <translation>Afficher les pages de « %1 »</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::NearbyView</name>
    <message>
        <source>Events within a minute</source>
        <translation>Événements en moins d’une minute</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>Nearby events can’t be read right now.</source>
        <translation>Les événements autour ne peuvent pas être lus pour le moment.</translation>
    </message>
    <message>
        <source>Nothing else from this address or user within a minute.</source>
        <translation>Rien d’autre de cette adresse ou de cet utilisateur en moins d’une minute.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::Needs</name>
    <message>
        <source>The server failed</source>
        <translation>Le serveur est en panne</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>The server is stopped</source>
        <translation>Le serveur est arrêté</translation>
    </message>
    <message>
        <source>Requests are not answered</source>
        <translation>Les requêtes restent sans réponse</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Démarrer</translation>
    </message>
    <message>
        <source>The certificate has expired</source>
        <translation>Le certificat a expiré</translation>
    </message>
    <message numerus="yes">
        <source>Certificate expires in %Ln day(s)</source>
        <translation>
            <numerusform>Le certificat expire dans %Ln jour</numerusform>
            <numerusform>Le certificat expire dans %Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>View</source>
        <translation>Voir</translation>
    </message>
    <message>
        <source>The audit chain is damaged</source>
        <translation>La chaîne d’audit est endommagée</translation>
    </message>
    <message>
        <source>Found %1</source>
        <translation>Constaté %1</translation>
    </message>
    <message>
        <source>Verify</source>
        <translation>Vérifier</translation>
    </message>
    <message>
        <source>Events were lost</source>
        <translation>Des événements ont été perdus</translation>
    </message>
    <message>
        <source>More came than could be written</source>
        <translation>Il en est venu plus qu’il n’a pu en être écrit</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tries</source>
        <translation>
            <numerusform>%Ln tentative</numerusform>
            <numerusform>%Ln tentatives</numerusform>
        </translation>
    </message>
    <message>
        <source>Password guessing</source>
        <translation>Mots de passe testés en série</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %Ln account(s)</source>
        <extracomment>%1: “212 tries”, %Ln accounts</extracomment>
        <translation>
            <numerusform>%1 sur %Ln compte</numerusform>
            <numerusform>%1 sur %Ln comptes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln administrator(s) without MFA</source>
        <translation>
            <numerusform>%Ln administrateur sans MFA</numerusform>
            <numerusform>%Ln administrateurs sans MFA</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 et %Ln autre</numerusform>
            <numerusform>%1 et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Examiner</translation>
    </message>
    <message numerus="yes">
        <source>%Ln account(s) locked</source>
        <translation>
            <numerusform>%Ln compte verrouillé</numerusform>
            <numerusform>%Ln comptes verrouillés</numerusform>
        </translation>
    </message>
    <message>
        <source>After too many failed sign-ins</source>
        <translation>Après trop d’échecs de connexion</translation>
    </message>
    <message>
        <source>Open to other computers</source>
        <translation>Ouvert à d’autres ordinateurs</translation>
    </message>
    <message>
        <source>The server listens on %1</source>
        <translation>Le serveur écoute sur %1</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %Ln more notice(s)</source>
        <translation>
            <numerusform>%1, et %Ln autre avis</numerusform>
            <numerusform>%1, et %Ln autres avis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people overdue with MFA</source>
        <translation>
            <numerusform>%Ln en retard pour la MFA</numerusform>
            <numerusform>%Ln en retard pour la MFA</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing else opens for them</source>
        <translation>Rien d’autre ne s’ouvre pour elles</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people must set up MFA</source>
        <translation>
            <numerusform>%Ln doit configurer la MFA</numerusform>
            <numerusform>%Ln doivent configurer la MFA</numerusform>
        </translation>
    </message>
    <message>
        <source>The first by %1</source>
        <translation>La première avant le %1</translation>
    </message>
    <message>
        <source>They still have time</source>
        <translation>Elles ont encore le temps</translation>
    </message>
    <message numerus="yes">
        <source>%Ln API key(s) expire soon</source>
        <translation>
            <numerusform>%Ln clé API expire bientôt</numerusform>
            <numerusform>%Ln clés API expirent bientôt</numerusform>
        </translation>
    </message>
    <message>
        <source>First on %1: %2</source>
        <extracomment>%1: a day, %2: a key&apos;s name</extracomment>
        <translation>D’abord le %1 : %2</translation>
    </message>
    <message>
        <source>Upkeep fails</source>
        <translation>L’entretien échoue</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %Ln more</source>
        <translation>
            <numerusform>%1, et %Ln autre</numerusform>
            <numerusform>%1, et %Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Require</source>
        <translation>Exiger</translation>
    </message>
    <message>
        <source>MFA is not required of administrators</source>
        <translation>MFA non exigée des administrateurs</translation>
    </message>
    <message>
        <source>Without it: %1</source>
        <extracomment>%1: names of administrators who have no second factor</extracomment>
        <translation>Sans : %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln roles end within a week</source>
        <translation>
            <numerusform>%Ln rôle se termine sous une semaine</numerusform>
            <numerusform>%Ln rôles se terminent sous une semaine</numerusform>
        </translation>
    </message>
    <message>
        <source>First on %1: %2 of %3</source>
        <extracomment>%1: a day, %2: what a role is called, %3: who has it</extracomment>
        <translation>Le premier le %1 : %2 de %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new incident(s)</source>
        <translation>
            <numerusform>%Ln nouvel incident</numerusform>
            <numerusform>%Ln nouveaux incidents</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an incident and whom it is about</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Over half of the requests fail</source>
        <translation>Plus de la moitié des requêtes échouent</translation>
    </message>
    <message>
        <source>%L1 of %L2 in the last 5 minutes</source>
        <translation>%L1 sur %L2 au cours des 5 dernières minutes</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::NeedsList</name>
    <message>
        <source>Needs you</source>
        <translation>À vous de voir</translation>
    </message>
    <message>
        <source>Nothing needs you now</source>
        <translation>Rien à faire pour le moment</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::NewKeyBanner</name>
    <message>
        <source>Saved</source>
        <translation>Enregistré</translation>
    </message>
    <message>
        <source>“%1” is ready. Copy its key now: it is shown only once.</source>
        <translation>« %1 » est prête. Copiez la clé maintenant : elle n’est montrée qu’une fois.</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clé d’API</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>Secret de signature</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Copy the API key</source>
        <translation>Copier la clé d’API</translation>
    </message>
    <message>
        <source>Copy the signing secret</source>
        <translation>Copier le secret de signature</translation>
    </message>
    <message>
        <source>Save to file</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>I have stored it</source>
        <translation>Je l’ai rangée</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Montrer à nouveau</translation>
    </message>
    <message>
        <source>Only its fingerprint is kept here. The clipboard is cleared 30 s after copying. Expires %1.</source>
        <translation>Seule son empreinte reste ici. Le presse-papiers est vidé 30 s après la copie. Expire le %1.</translation>
    </message>
    <message>
        <source>Hidden in %1</source>
        <translation>Masquée dans %1</translation>
    </message>
    <message>
        <source>“%1” has a new key. Copy it now: it is shown only once.</source>
        <translation>« %1 » a une nouvelle clé. Copiez-la maintenant : elle n’est affichée qu’une fois.</translation>
    </message>
    <message>
        <source>The old key works until %1.</source>
        <translation>L’ancienne clé fonctionne jusqu’au %1.</translation>
    </message>
    <message>
        <source>The old key has stopped.</source>
        <translation>L’ancienne clé ne fonctionne plus.</translation>
    </message>
    <message>
        <source>The new key of “%1”, shown only once</source>
        <extracomment>%1: a key&apos;s name</extracomment>
        <translation>La nouvelle clé de « %1 », affichée une seule fois</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::NoteDialog</name>
    <message>
        <source>This is too long.</source>
        <translation>C’est trop long.</translation>
    </message>
    <message>
        <source>Note on “%1”</source>
        <translation>Note sur « %1 »</translation>
    </message>
    <message>
        <source>Close “%1”?</source>
        <translation>Clore « %1 » ?</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Issue</translation>
    </message>
    <message>
        <source>It stands in the timeline, and stays.</source>
        <translation>Elle figure dans la chronologie et y reste.</translation>
    </message>
    <message>
        <source>What it was, for who reads the list. What comes after counts anew.</source>
        <translation>Ce que c’était, pour qui lit la liste. La suite est comptée à nouveau.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Ajouter la note</translation>
    </message>
    <message>
        <source>Close incident</source>
        <translation>Clore l’incident</translation>
    </message>
    <message>
        <source>At most %1 characters</source>
        <translation>Au plus %1 caractères</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::NoticeText</name>
    <message numerus="yes">
        <source>%Ln failed tries before</source>
        <translation>
            <numerusform>%Ln échec avant</numerusform>
            <numerusform>%Ln échecs avant</numerusform>
        </translation>
    </message>
    <message>
        <source>at the console</source>
        <translation>à la console</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>par %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::NoticesDialog</name>
    <message>
        <source>Notices about your account</source>
        <translation>Avis sur votre compte</translation>
    </message>
    <message>
        <source>If something here wasn’t you: change your password, and end your other sessions.</source>
        <translation>Si quelque chose ici n’était pas de vous : changez de mot de passe et terminez vos autres sessions.</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Tout marquer comme lu</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Nothing yet. Sign-ins from new devices and changes of what you sign in with stand here.</source>
        <translation>Rien pour l’instant. Les connexions depuis de nouveaux appareils et les changements de vos moyens de connexion apparaissent ici.</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Chargement…</translation>
    </message>
    <message>
        <source>%1 (new)</source>
        <extracomment>Of a notice: %1 is what happened</extracomment>
        <translation>%1 (nouveau)</translation>
    </message>
    <message>
        <source>Nothing is new</source>
        <translation>Rien de nouveau</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OnceDialog</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Invitation for %1</source>
        <translation>Invitation pour %1</translation>
    </message>
    <message>
        <source>Give this code to %1. With it they choose their password, once, until %2.</source>
        <translation>Donnez ce code à %1. Il sert à choisir le mot de passe, une fois, jusqu’au %2.</translation>
    </message>
    <message>
        <source>New password for %1</source>
        <translation>Nouveau mot de passe pour %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>Text to hand over</source>
        <translation>Texte à transmettre</translation>
    </message>
    <message>
        <source>It is shown only now. What is copied is cleared after 30 s.</source>
        <translation>Il n’est affiché que maintenant. Ce qui est copié est effacé après 30 s.</translation>
    </message>
    <message>
        <source>Copy code</source>
        <translation>Copier le code</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Hello %1, you have an account at “%2”.</source>
        <translation>Bonjour %1, vous avez un compte chez « %2 ».</translation>
    </message>
    <message>
        <source>Hello %1, you can choose a new password at “%2”.</source>
        <translation>Bonjour %1, vous pouvez choisir un nouveau mot de passe chez « %2 ».</translation>
    </message>
    <message>
        <source>Server: %1</source>
        <translation>Serveur : %1</translation>
    </message>
    <message>
        <source>Server: not running at the moment; its address comes from whoever sent you this</source>
        <translation>Serveur : à l’arrêt pour l’instant ; demandez son adresse à qui vous envoie ceci</translation>
    </message>
    <message>
        <source>Fingerprint of its certificate (SHA-256): %1</source>
        <translation>Empreinte de son certificat (SHA-256) : %1</translation>
    </message>
    <message>
        <source>Code: %1</source>
        <translation>Code : %1</translation>
    </message>
    <message>
        <source>It works once, until %1.</source>
        <translation>Il fonctionne une fois, jusqu’au %1.</translation>
    </message>
    <message>
        <source>Open the app that you use with this server, choose “%1” and enter the code and a password of your own.</source>
        <translation>Ouvrez l’application que vous utilisez avec ce serveur, choisissez « %1 » et saisissez le code et un mot de passe à vous.</translation>
    </message>
    <message>
        <source>I have an invitation</source>
        <translation>J’ai une invitation</translation>
    </message>
    <message>
        <source>I have a code</source>
        <translation>J’ai un code</translation>
    </message>
    <message>
        <source>An app sends them as “token” and “new_password” in a POST to %1.</source>
        <translation>Une application les envoie comme « token » et « new_password » dans un POST à %1.</translation>
    </message>
    <message>
        <source>I have handed the code over or written it down</source>
        <translation>J’ai transmis ou noté le code</translation>
    </message>
    <message>
        <source>Hand it over or write it down first</source>
        <translation>Remettez-le ou notez-le d’abord</translation>
    </message>
    <message>
        <source>Give this code to %1. With it they choose a new password, once, until %2. They are signed out everywhere; the old password works until then.</source>
        <translation>Donnez ce code à %1. Il permet de choisir un nouveau mot de passe, une fois, jusqu’au %2. Toutes ses sessions sont fermées ; l’ancien mot de passe vaut jusque-là.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OutputDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Add destination</source>
        <translation>Ajouter une destination</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Written as in Live events, without a period; empty takes everything</source>
        <translation>Comme dans Événements en direct, sans période ; vide prend tout</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Sender</source>
        <translation>Expéditeur</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Destinataires</translation>
    </message>
    <message>
        <source>Addresses with commas between</source>
        <translation>Adresses séparées par des virgules</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Compte</translation>
    </message>
    <message>
        <source>Empty: nobody signs in</source>
        <translation>Vide : sans connexion</translation>
    </message>
    <message>
        <source>Next file after</source>
        <translation>Fichier suivant après</translation>
    </message>
    <message>
        <source> MiB</source>
        <translation> Mio</translation>
    </message>
    <message>
        <source>Files kept</source>
        <translation>Fichiers conservés</translation>
    </message>
    <message>
        <source>Also send what the journal holds already</source>
        <translation>Envoyer aussi ce que le journal contient déjà</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Secret</translation>
    </message>
    <message>
        <source>Signs each call; the receiver knows it, too</source>
        <translation>Signe chaque appel ; le destinataire le connaît aussi</translation>
    </message>
    <message>
        <source>Stored; enter another one to change it</source>
        <translation>Enregistré ; saisissez-en un autre pour le changer</translation>
    </message>
    <message>
        <source>Host and port</source>
        <translation>Hôte et port</translation>
    </message>
    <message>
        <source>Syslog over TLS (RFC 5425), usually port 6514</source>
        <translation>Syslog sur TLS (RFC 5425), en général port 6514</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Takes POST over https</source>
        <translation>Reçoit POST en https</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Serveur de messagerie</translation>
    </message>
    <message>
        <source>smtps:// begins with TLS, smtp:// with STARTTLS; never without</source>
        <translation>smtps:// commence par TLS, smtp:// par STARTTLS ; jamais sans</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Nom du fichier</translation>
    </message>
    <message>
        <source>In the folder outputs of the data directory, without an ending</source>
        <translation>Dans le dossier outputs du répertoire de données, sans extension</translation>
    </message>
    <message>
        <source>Certificate of this side</source>
        <translation>Certificat de ce côté</translation>
    </message>
    <message>
        <source>A PEM file with its key, for a server that asks for one; the key is kept sealed</source>
        <translation>Un fichier PEM avec sa clé, pour un serveur qui en demande un ; la clé est conservée scellée</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Choisir…</translation>
    </message>
    <message>
        <source>Choose the certificate of this side</source>
        <translation>Choisir le certificat de ce côté</translation>
    </message>
    <message>
        <source>Show no certificate any more</source>
        <translation>Ne plus montrer de certificat</translation>
    </message>
    <message>
        <source>Stored; choose another one to change it</source>
        <translation>Enregistré ; choisissez-en un autre pour le changer</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>Goes with each call, if the receiver wants one</source>
        <translation>Accompagne chaque appel, si le récepteur en veut un</translation>
    </message>
    <message>
        <source>Takes OTLP logs over https, in JSON</source>
        <translation>Accepte les journaux OTLP par https, en JSON</translation>
    </message>
    <message>
        <source>Choose a certificate</source>
        <translation>Choisir un certificat</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt)</source>
        <translation>Certificats (*.pem *.crt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Needed again: it goes elsewhere now</source>
        <translation>À saisir de nouveau : la destination a changé</translation>
    </message>
    <message>
        <source>A destination keeps its kind: add another</source>
        <translation>Une destination garde son genre : ajoutez-en une autre</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OutputPane</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyés</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Expired before</source>
        <translation>Expirés avant</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Dernier envoi</translation>
    </message>
    <message>
        <source>Last error</source>
        <translation>Dernière erreur</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Recipients</source>
        <translation>Destinataires</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>Événements récents</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Tester</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>No error</source>
        <translation>Aucune erreur</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>Every event</source>
        <translation>Tous les événements</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 par %2</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Nothing goes there</source>
        <translation>Rien n’y est envoyé</translation>
    </message>
    <message>
        <source>Answers for it</source>
        <translation>Responsable</translation>
    </message>
    <message>
        <source>%1, who answers for it, may export no events any more. Save it under Edit to answer for it yourself.</source>
        <translation>%1 en est responsable et ne peut plus exporter d’événements. Enregistrez-la sous « Modifier » pour en devenir responsable.</translation>
    </message>
    <message>
        <source>Nobody known; whoever saves it does</source>
        <translation>Personne de connu ; qui l’enregistre le devient</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OutputTestDialog</name>
    <message>
        <source>Test %1</source>
        <translation>Tester %1</translation>
    </message>
    <message>
        <source>One event, “Destination tested”, goes to %1, past everything that waits. This may take half a minute.</source>
        <translation>Un événement, « Destination testée », part vers %1, avant tout ce qui attend. Cela peut prendre une demi-minute.</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Tester encore</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>The destination has taken it</source>
        <translation>La destination l’a pris</translation>
    </message>
    <message>
        <source>The destination has not taken it</source>
        <translation>La destination ne l’a pas pris</translation>
    </message>
    <message>
        <source>It took %1 ms.</source>
        <translation>Cela a pris %1 ms.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OutputText</name>
    <message>
        <source>There is no such host. Check the name and this machine’s name server.</source>
        <translation>Cet hôte n’existe pas. Vérifiez le nom et le serveur de noms de cette machine.</translation>
    </message>
    <message>
        <source>It is at an address that is not public. Allow its network in Settings, Outgoing calls.</source>
        <translation>Son adresse n’est pas publique. Autorisez son réseau dans Paramètres, Appels sortants.</translation>
    </message>
    <message>
        <source>Nobody answers there. Check the port, the network and the firewall.</source>
        <translation>Personne ne répond là-bas. Vérifiez le port, le réseau et le pare-feu.</translation>
    </message>
    <message>
        <source>Its certificate is not trusted. If it comes from your own authority, name its file in Settings, Outgoing calls.</source>
        <translation>Son certificat n’est pas reconnu. S’il vient de votre propre autorité, indiquez son fichier dans Paramètres, Appels sortants.</translation>
    </message>
    <message>
        <source>It took too long. Try again, then check the network.</source>
        <translation>Cela a pris trop de temps. Réessayez, puis vérifiez le réseau.</translation>
    </message>
    <message>
        <source>It points elsewhere. Enter the address that it points to.</source>
        <translation>Elle renvoie ailleurs. Saisissez l’adresse vers laquelle elle renvoie.</translation>
    </message>
    <message>
        <source>The receiver refused it. Check there that both know the same secret.</source>
        <translation>Le destinataire l’a refusé. Vérifiez là-bas que le secret est le même.</translation>
    </message>
    <message>
        <source>The mail server refused it. Check account, password, sender and recipients.</source>
        <translation>Le serveur de messagerie l’a refusé. Vérifiez compte, mot de passe, expéditeur et destinataires.</translation>
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
        <translation>E-mail</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Structured data (RFC 5424)</source>
        <translation>Données structurées (RFC 5424)</translation>
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
        <translation>Texte</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>En échec</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Activé</translation>
    </message>
    <message>
        <source>Another destination has this name</source>
        <translation>Une autre destination porte ce nom</translation>
    </message>
    <message>
        <source>Leave since: and until: out: a destination has no period</source>
        <translation>Sans since: ni until: : une destination n’a pas de période</translation>
    </message>
    <message>
        <source>Cannot be read; write it as in Live events</source>
        <translation>Illisible ; écrivez-le comme dans Événements en direct</translation>
    </message>
    <message>
        <source>At least 16 characters</source>
        <translation>Au moins 16 caractères</translation>
    </message>
    <message>
        <source>Needed here</source>
        <translation>Nécessaire ici</translation>
    </message>
    <message>
        <source>Is no place for this kind of destination</source>
        <translation>N’est pas un lieu pour ce type de destination</translation>
    </message>
    <message>
        <source>Enter e-mail addresses, such as ada@example.org</source>
        <translation>Saisissez des adresses e-mail, comme ada@example.org</translation>
    </message>
    <message>
        <source>Printable letters without spaces</source>
        <translation>Caractères imprimables sans espaces</translation>
    </message>
    <message>
        <source>It wants a certificate of this side that it knows. Give the destination one.</source>
        <translation>Elle veut un certificat de ce côté qu’elle connaisse. Donnez-en un à la destination.</translation>
    </message>
    <message>
        <source>The receiver refused it. Check the address, its path and the token.</source>
        <translation>Le récepteur l’a refusé. Vérifiez l’adresse, son chemin et le jeton.</translation>
    </message>
    <message>
        <source>OpenTelemetry</source>
        <translation>OpenTelemetry</translation>
    </message>
    <message>
        <source>OpenTelemetry logs (JSON)</source>
        <translation>Journaux OpenTelemetry (JSON)</translation>
    </message>
    <message>
        <source>The file can’t be read</source>
        <translation>Le fichier ne peut pas être lu</translation>
    </message>
    <message>
        <source>The key is missing: it belongs into the same file</source>
        <translation>La clé manque : elle doit être dans le même fichier</translation>
    </message>
    <message>
        <source>The key is of another certificate</source>
        <translation>La clé est celle d’un autre certificat</translation>
    </message>
    <message>
        <source>Is no certificate with its key, in PEM</source>
        <translation>N’est pas un certificat avec sa clé, en PEM</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêtée</translation>
    </message>
    <message>
        <source>Another destination writes into this file</source>
        <translation>Une autre destination écrit dans ce fichier</translation>
    </message>
    <message>
        <source>It would go elsewhere: enter it again</source>
        <translation>Cela partirait ailleurs : saisissez-le de nouveau</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OutputsModel</name>
    <message>
        <source>Destination</source>
        <translation>Destination</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Où</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Envoyés</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Last sent</source>
        <translation>Dernier envoi</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OutputsPanel</name>
    <message>
        <source>Destinations</source>
        <translation>Destinations</translation>
    </message>
    <message>
        <source>Add destination</source>
        <translation>Ajouter une destination</translation>
    </message>
    <message>
        <source>Add destination (Ctrl+N)</source>
        <translation>Ajouter une destination (Ctrl+N)</translation>
    </message>
    <message>
        <source>Filter destinations</source>
        <translation>Filtrer les destinations</translation>
    </message>
    <message>
        <source>Filter destinations by name or place</source>
        <translation>Filtrer les destinations par nom ou lieu</translation>
    </message>
    <message>
        <source>Destinations of events</source>
        <translation>Destinations des événements</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Loading destinations</source>
        <translation>Chargement des destinations</translation>
    </message>
    <message>
        <source>Events are recorded in the journal all the same.</source>
        <translation>Les événements sont consignés dans le journal malgré tout.</translation>
    </message>
    <message>
        <source>No destination matches</source>
        <translation>Aucune destination ne correspond</translation>
    </message>
    <message>
        <source>No destination has this text in its name or place.</source>
        <translation>Aucune destination n’a ce texte dans son nom ou son lieu.</translation>
    </message>
    <message>
        <source>No destinations yet</source>
        <translation>Pas encore de destinations</translation>
    </message>
    <message>
        <source>Events can also go to a log collector, a webhook, a mailbox or a file. The journal keeps what they have not taken.</source>
        <translation>Les événements peuvent aussi aller vers un collecteur, un webhook, une boîte aux lettres ou un fichier. Le journal garde ce qu’ils n’ont pas encore pris.</translation>
    </message>
    <message>
        <source>%1 added. Test it now.</source>
        <translation>%1 ajouté. Testez-le maintenant.</translation>
    </message>
    <message>
        <source>Disable %1?</source>
        <translation>Désactiver %1 ?</translation>
    </message>
    <message>
        <source>It gets nothing until you enable it again. The journal keeps what happens meanwhile, as long as events are kept.</source>
        <translation>Elle ne reçoit rien jusqu’à ce que vous la réactiviez. Le journal garde ce qui se passe entre-temps, aussi longtemps que les événements sont conservés.</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>%1 enabled</source>
        <translation>%1 activé</translation>
    </message>
    <message>
        <source>%1 disabled</source>
        <translation>%1 désactivé</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Supprimer %1 ?</translation>
    </message>
    <message>
        <source>It gets nothing any more, also of what waits for it. What it has taken stays there.</source>
        <translation>Elle ne reçoit plus rien, même de ce qui attend. Ce qu’elle a pris reste là-bas.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 supprimé</translation>
    </message>
    <message>
        <source>Test…</source>
        <translation>Tester…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>Désactiver…</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OverrideDialog</name>
    <message>
        <source>Own numbers in %1</source>
        <translation>Nombres propres dans %1</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>The e-mail address or id of a user, the id of a service account or key. A key is counted by itself then.</source>
        <translation>L’adresse e-mail ou l’identifiant d’un utilisateur, l’identifiant d’un compte de service ou d’une clé. Une clé est alors comptée à part.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Requêtes</translation>
    </message>
    <message>
        <source>In</source>
        <comment>so many requests in a time</comment>
        <translation>En</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Combien de temps</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Nobody whom this rule counts is called that.</source>
        <translation>Personne que cette règle compte ne s’appelle ainsi.</translation>
    </message>
    <message>
        <source>This rule counts addresses: exempt a network instead.</source>
        <translation>Cette règle compte des adresses : exemptez plutôt un réseau.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OverrideList</name>
    <message>
        <source>%1, until %2</source>
        <translation>%1, jusqu’au %2</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Retirer : %1</translation>
    </message>
    <message>
        <source>The rule holds again</source>
        <translation>La règle s’applique de nouveau</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>encore %Ln</numerusform>
            <numerusform>encore %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OwnFactorDialog</name>
    <message>
        <source>Your second factor</source>
        <translation>Votre second facteur</translation>
    </message>
    <message numerus="yes">
        <source>It is on. %Ln of 10 recovery codes left. New ones replace those that are left.</source>
        <translation>
            <numerusform>Il est actif. Il reste %Ln code de récupération sur 10. De nouveaux le remplacent.</numerusform>
            <numerusform>Il est actif. Il reste %Ln codes de récupération sur 10. De nouveaux les remplacent.</numerusform>
        </translation>
    </message>
    <message>
        <source>Code of your authenticator app</source>
        <translation>Code de votre application d’authentification</translation>
    </message>
    <message>
        <source>Turn off</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>New recovery codes</source>
        <translation>Nouveaux codes de récupération</translation>
    </message>
    <message>
        <source>I have stored them</source>
        <translation>Je les ai gardés</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OwnPasswordDialog</name>
    <message>
        <source>Change your password</source>
        <translation>Changer votre mot de passe</translation>
    </message>
    <message>
        <source>Present password</source>
        <translation>Mot de passe actuel</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nouveau mot de passe</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Nouveau mot de passe, encore une fois</translation>
    </message>
    <message>
        <source>Your other sessions end.</source>
        <translation>Vos autres sessions se terminent.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Changer le mot de passe</translation>
    </message>
    <message>
        <source>The two are not the same</source>
        <translation>Les deux ne sont pas identiques</translation>
    </message>
    <message>
        <source>This is not your present password</source>
        <translation>Ce n’est pas votre mot de passe actuel</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::OwnerField</name>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>E-mail of the user</source>
        <translation>E-mail de l’utilisateur</translation>
    </message>
    <message>
        <source>The key can do what its scopes and its owner’s roles allow.</source>
        <translation>La clé peut ce que ses droits et les rôles de son propriétaire permettent.</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (vous)</translation>
    </message>
    <message>
        <source>Another user…</source>
        <translation>Un autre utilisateur…</translation>
    </message>
    <message>
        <source>No user has this address</source>
        <translation>Aucun utilisateur n’a cette adresse</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PackForm</name>
    <message>
        <source>From</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>7d, today, 2026-11-24</source>
        <translation>7d, today, 2026-11-24</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Au</translation>
    </message>
    <message>
        <source>Empty: now</source>
        <translation>Vide : maintenant</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>As in Live events; empty: everything</source>
        <translation>Comme dans Événements en direct ; vide : tout</translation>
    </message>
    <message>
        <source>Make evidence pack</source>
        <translation>Créer un dossier de preuves</translation>
    </message>
    <message>
        <source>This is no filter</source>
        <translation>Ce n’est pas un filtre</translation>
    </message>
    <message>
        <source>This is no time, or not after the begin</source>
        <translation>Ce n’est pas une date, ou elle précède le début</translation>
    </message>
    <message>
        <source>The evidence pack is made</source>
        <translation>Le dossier de preuves est créé</translation>
    </message>
    <message>
        <source>%1 events, %2. Save it below, and tell whoever checks it the fingerprint.</source>
        <translation>%1 événements, %2. Enregistrez-le ci-dessous et communiquez l’empreinte à qui le vérifie.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Nothing of the pack was kept.</source>
        <translation>Rien du dossier n’a été conservé.</translation>
    </message>
    <message>
        <source>The evidence pack could not be made</source>
        <translation>Le dossier de preuves n’a pas pu être créé</translation>
    </message>
    <message>
        <source>The evidence pack is made, and says that the journal is damaged</source>
        <translation>Le dossier de preuves est créé et indique que le journal est endommagé</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PackModel</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>à partir de %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>tout</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>Créé</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PassphraseDialog</name>
    <message>
        <source>Change passphrase</source>
        <translation>Changer la phrase secrète</translation>
    </message>
    <message>
        <source>Present passphrase</source>
        <translation>Phrase secrète actuelle</translation>
    </message>
    <message>
        <source>New passphrase</source>
        <translation>Nouvelle phrase secrète</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) or more; several words are easy to remember</source>
        <translation>
            <numerusform>%Ln caractère ou plus ; plusieurs mots se retiennent bien</numerusform>
            <numerusform>%Ln caractères ou plus ; plusieurs mots se retiennent bien</numerusform>
        </translation>
    </message>
    <message>
        <source>New passphrase again</source>
        <translation>Répéter la nouvelle phrase secrète</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Not the same as above</source>
        <translation>Différente de celle du dessus</translation>
    </message>
    <message numerus="yes">
        <source>Too short: %Ln character(s) at least</source>
        <translation>
            <numerusform>Trop courte : %Ln caractère au moins</numerusform>
            <numerusform>Trop courte : %Ln caractères au moins</numerusform>
        </translation>
    </message>
    <message>
        <source>Too easy to guess: use more words</source>
        <translation>Trop facile à deviner : utilisez plus de mots</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PasswordField</name>
    <message>
        <source>Show what is typed</source>
        <translation>Afficher la saisie</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Générer</translation>
    </message>
    <message>
        <source>Copy; it leaves the clipboard after 30 seconds</source>
        <translation>Copier ; le presse-papiers l’oublie après 30 secondes</translation>
    </message>
    <message>
        <source>Show what is typed: %1</source>
        <translation>Afficher la saisie : %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PasswordPair</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>Le verrouillage majuscules est actif</translation>
    </message>
    <message numerus="yes">
        <source>Use at least %Ln characters</source>
        <translation>
            <numerusform>Utilisez au moins %Ln caractère</numerusform>
            <numerusform>Utilisez au moins %Ln caractères</numerusform>
        </translation>
    </message>
    <message>
        <source>Too easy to guess. Add words or characters.</source>
        <translation>Trop facile à deviner. Ajoutez des mots ou des caractères.</translation>
    </message>
    <message>
        <source>Not the same as above</source>
        <translation>Différente de celle du dessus</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::Permit</name>
    <message>
        <source>Your role lacks “%1”</source>
        <translation>Il manque à votre rôle « %1 »</translation>
    </message>
    <message>
        <source>This account may do more than yours</source>
        <translation>Ce compte a plus de droits que le vôtre</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PlaygroundPanel</name>
    <message>
        <source>Playground</source>
        <translation>Bac à sable</translation>
    </message>
    <message>
        <source>Ask your own server</source>
        <translation>Interrogez votre propre serveur</translation>
    </message>
    <message>
        <source>Over HTTPS, like any client: limits count, and events are recorded. What you type here is not kept.</source>
        <translation>En HTTPS, comme tout client : les limites comptent et les événements sont enregistrés. Ce que vous tapez ici n’est pas conservé.</translation>
    </message>
    <message>
        <source>The server is not running</source>
        <translation>Le serveur ne tourne pas</translation>
    </message>
    <message>
        <source>The playground sends real requests, so it needs one.</source>
        <translation>Le bac à sable envoie de vraies requêtes : il lui en faut un.</translation>
    </message>
    <message>
        <source>Asking the server for its routes</source>
        <translation>Demande des routes au serveur</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>Démarrer le serveur</translation>
    </message>
    <message>
        <source>The server did not tell its routes. Nothing was sent.</source>
        <translation>Le serveur n’a pas donné ses routes. Rien n’a été envoyé.</translation>
    </message>
    <message>
        <source>The server has no route for %1</source>
        <translation>Le serveur n’a pas de route pour %1</translation>
    </message>
    <message>
        <source>Copied; its secrets are variables</source>
        <translation>Copié ; les secrets sont des variables</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PoliciesModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>S’applique à</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiée</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PoliciesPanel</name>
    <message>
        <source>%1 is enforced from the next request on.</source>
        <translation>%1 est en vigueur dès la prochaine requête.</translation>
    </message>
    <message>
        <source>%1 is observed from the next request on.</source>
        <translation>%1 est observée dès la prochaine requête.</translation>
    </message>
    <message>
        <source>%1 was saved as a draft.</source>
        <translation>%1 a été enregistrée comme brouillon.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>All policies</source>
        <translation>Toutes les politiques</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Save draft</source>
        <translation>Enregistrer le brouillon</translation>
    </message>
    <message>
        <source>Publish…</source>
        <translation>Publier…</translation>
    </message>
    <message>
        <source>Add policy</source>
        <translation>Ajouter une politique</translation>
    </message>
    <message>
        <source>Which policies</source>
        <translation>Quelles politiques</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Toutes</translation>
    </message>
    <message>
        <source>Enforced</source>
        <translation>En vigueur</translation>
    </message>
    <message>
        <source>Observed</source>
        <translation>Observées</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Brouillons</translation>
    </message>
    <message>
        <source>Filter policies</source>
        <translation>Filtrer les politiques</translation>
    </message>
    <message>
        <source>Filter policies by name or note</source>
        <translation>Filtrer les politiques par nom ou note</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Politiques</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Loading policies</source>
        <translation>Chargement des politiques</translation>
    </message>
    <message>
        <source>Nothing is lost, and the server goes on deciding by the policies that it has.</source>
        <translation>Rien n’est perdu et le serveur continue de décider selon les politiques qu’il a.</translation>
    </message>
    <message>
        <source>No policy matches</source>
        <translation>Aucune politique ne correspond</translation>
    </message>
    <message>
        <source>None has this text in its name or note and is in this state.</source>
        <translation>Aucune n’a ce texte dans son nom ou sa note et n’est dans cet état.</translation>
    </message>
    <message>
        <source>No policies yet</source>
        <translation>Pas encore de politiques</translation>
    </message>
    <message>
        <source>Roles alone decide. A policy says under which conditions.</source>
        <translation>Les rôles décident seuls. Une politique dit à quelles conditions.</translation>
    </message>
    <message>
        <source>Write it</source>
        <translation>L’écrire</translation>
    </message>
    <message>
        <source>As a form or as text: whose, from where, when.</source>
        <translation>En formulaire ou en texte : à qui, d’où, quand.</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>L’essayer</translation>
    </message>
    <message>
        <source>On one request, on its tests, on the decisions of last week.</source>
        <translation>Sur une requête, sur ses tests, sur les décisions de la semaine passée.</translation>
    </message>
    <message>
        <source>Publish it</source>
        <translation>La publier</translation>
    </message>
    <message>
        <source>First observed, which refuses nothing, then enforced.</source>
        <translation>D’abord observée, ce qui ne refuse rien, puis en vigueur.</translation>
    </message>
    <message>
        <source>New policy</source>
        <translation>Nouvelle politique</translation>
    </message>
    <message>
        <source>%1 v%2</source>
        <comment>state and version</comment>
        <translation>%1 v%2</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Non enregistrée</translation>
    </message>
    <message>
        <source>Back to draft</source>
        <translation>Repasser en brouillon</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Dupliquer</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>That policy is gone.</source>
        <translation>Cette politique n’existe plus.</translation>
    </message>
    <message>
        <source>Discard the changes to %1?</source>
        <translation>Abandonner les modifications de %1 ?</translation>
    </message>
    <message>
        <source>Discard this policy?</source>
        <translation>Abandonner cette politique ?</translation>
    </message>
    <message>
        <source>They are not saved yet.</source>
        <translation>Elles ne sont pas encore enregistrées.</translation>
    </message>
    <message>
        <source>It is not saved yet.</source>
        <translation>Elle n’est pas encore enregistrée.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Make %1 a draft again?</source>
        <translation>Repasser %1 en brouillon ?</translation>
    </message>
    <message>
        <source>It decides nothing any more, from the next request on.</source>
        <translation>Elle ne décide plus rien, dès la prochaine requête.</translation>
    </message>
    <message>
        <source>It is no longer observed, from the next request on.</source>
        <translation>Elle n’est plus observée, dès la prochaine requête.</translation>
    </message>
    <message>
        <source>%1 is as it was then, in the state that it has now.</source>
        <translation>%1 est comme alors, dans l’état qu’elle a maintenant.</translation>
    </message>
    <message>
        <source>%1 is as it was.</source>
        <translation>%1 est comme avant.</translation>
    </message>
    <message>
        <source>%1 was taken away again.</source>
        <translation>%1 a été retirée.</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Supprimer %1 ?</translation>
    </message>
    <message>
        <source>It is a draft and decides nothing. Its tests and its history go with it.</source>
        <translation>C’est un brouillon qui ne décide rien. Ses tests et son historique disparaissent avec elle.</translation>
    </message>
    <message>
        <source>It is only observed and decides nothing. Its tests and its history go with it.</source>
        <translation>Elle est seulement observée et ne décide rien. Ses tests et son historique disparaissent avec elle.</translation>
    </message>
    <message>
        <source>What only it refuses is allowed from the next request on. Its tests and its history go with it.</source>
        <translation>Ce qu’elle seule refuse est autorisé dès la prochaine requête. Ses tests et son historique disparaissent avec elle.</translation>
    </message>
    <message>
        <source>What only it allows is refused from the next request on, or left to the roles where no other policy names it. Its tests and its history go with it.</source>
        <translation>Ce qu’elle seule autorise est refusé dès la prochaine requête, ou laissé aux rôles là où aucune autre politique ne le nomme. Ses tests et son historique disparaissent avec elle.</translation>
    </message>
    <message>
        <source>Delete policy</source>
        <translation>Supprimer la politique</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 a été supprimée.</translation>
    </message>
    <message>
        <source>The policy was changed after that decision.</source>
        <translation>La politique a été modifiée après cette décision.</translation>
    </message>
    <message>
        <source>Import and export</source>
        <translation>Importer et exporter</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>Rien n’a été modifié</translation>
    </message>
    <message>
        <source>Changes to %1</source>
        <translation>Modifications de %1</translation>
    </message>
    <message>
        <source>A new policy</source>
        <translation>Une nouvelle politique</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PolicyDraft</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>S’applique à</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sur</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1 (copie)</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PolicyEditor</name>
    <message>
        <source>Tests stand beside a policy once it is saved</source>
        <translation>Les tests accompagnent une politique une fois enregistrée</translation>
    </message>
    <message>
        <source>No tests yet</source>
        <translation>Pas encore de tests</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln tests pass</source>
        <translation>
            <numerusform>%1 test sur %Ln réussit</numerusform>
            <numerusform>%1 tests sur %Ln réussissent</numerusform>
        </translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formulaire</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Condition in CEL</source>
        <translation>Condition en CEL</translation>
    </message>
    <message>
        <source>In step with the form</source>
        <translation>En phase avec le formulaire</translation>
    </message>
    <message>
        <source>Only as text</source>
        <translation>Seulement en texte</translation>
    </message>
    <message>
        <source>A condition is missing; “true” always holds.</source>
        <translation>Il manque une condition ; « true » vaut toujours.</translation>
    </message>
    <message>
        <source>Not published: tests of the policy fail</source>
        <translation>Non publiée : des tests de la politique échouent</translation>
    </message>
    <message>
        <source>Change the policy or its tests, then try again. What is stored stays as it was.</source>
        <translation>Modifiez la politique ou ses tests, puis réessayez. Ce qui est enregistré reste tel quel.</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Line %1</source>
        <translation>Ligne %1</translation>
    </message>
    <message>
        <source>The condition has a mistake: see below the text</source>
        <translation>La condition contient une erreur : elle est indiquée sous le texte</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PolicyFiles</name>
    <message>
        <source>Import policies…</source>
        <translation>Importer des politiques…</translation>
    </message>
    <message>
        <source>Export policies…</source>
        <translation>Exporter les politiques…</translation>
    </message>
    <message>
        <source>Import policies</source>
        <translation>Importer des politiques</translation>
    </message>
    <message>
        <source>Documents of policies (*.json)</source>
        <translation>Documents de politiques (*.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln policies were imported</source>
        <translation>
            <numerusform>%Ln politique a été importée</numerusform>
            <numerusform>%Ln politiques ont été importées</numerusform>
        </translation>
    </message>
    <message>
        <source>Export policies</source>
        <translation>Exporter les politiques</translation>
    </message>
    <message>
        <source>All policies are in %1</source>
        <translation>Toutes les politiques sont dans %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PolicyForm</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Autoriser</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Brouillon</translation>
    </message>
    <message>
        <source>Observe</source>
        <translation>Observer</translation>
    </message>
    <message>
        <source>Enforce</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>S’applique à</translation>
    </message>
    <message>
        <source>Add action</source>
        <translation>Ajouter une action</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>Commentaires</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Only as text</source>
        <translation>Seulement en texte</translation>
    </message>
    <message>
        <source>This condition says more than the form can. Change it beside.</source>
        <translation>Cette condition dit plus que le formulaire ne peut. Modifiez-la à côté.</translation>
    </message>
    <message>
        <source>Add condition</source>
        <translation>Ajouter une condition</translation>
    </message>
    <message>
        <source>Deny when</source>
        <translation>Refuser quand</translation>
    </message>
    <message>
        <source>Allow when</source>
        <translation>Autoriser quand</translation>
    </message>
    <message>
        <source>Deny when all of these hold</source>
        <translation>Refuser quand tout ceci est vrai</translation>
    </message>
    <message>
        <source>Allow when all of these hold</source>
        <translation>Autoriser quand tout ceci est vrai</translation>
    </message>
    <message>
        <source>Another policy has this name</source>
        <translation>Une autre politique porte déjà ce nom</translation>
    </message>
    <message numerus="yes">
        <source>1 to %Ln characters, none of them invisible</source>
        <translation>
            <numerusform>1 à %Ln caractère, aucun invisible</numerusform>
            <numerusform>1 à %Ln caractères, aucun invisible</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln characters, none of them invisible</source>
        <translation>
            <numerusform>%Ln caractère au plus, aucun invisible</numerusform>
            <numerusform>%Ln caractères au plus, aucun invisible</numerusform>
        </translation>
    </message>
    <message>
        <source>Add at least one action</source>
        <translation>Ajoutez au moins une action</translation>
    </message>
    <message>
        <source>Choose at least one of records, comments and files</source>
        <translation>Choisissez au moins un élément : fiches, commentaires ou fichiers</translation>
    </message>
    <message>
        <source>Enter a name</source>
        <translation>Saisissez un nom</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: a line of the form, such as “Address”, %2: what it lacks</extracomment>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PolicyPane</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>Effet</translation>
    </message>
    <message>
        <source>Applies to</source>
        <translation>S’applique à</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sur</translation>
    </message>
    <message>
        <source>Would refuse</source>
        <translation>Refuserait</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiée</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Par</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>Tests</source>
        <translation>Tests</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Deny, whatever else allows it</source>
        <translation>Refuser, quoi qui l’autorise par ailleurs</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Autoriser</translation>
    </message>
    <message numerus="yes">
        <source>%Ln times and more in 7 days</source>
        <translation>
            <numerusform>%Ln fois et plus en 7 jours</numerusform>
            <numerusform>%Ln fois et plus en 7 jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times in 7 days</source>
        <translation>
            <numerusform>%Ln fois en 7 jours</numerusform>
            <numerusform>%Ln fois en 7 jours</numerusform>
        </translation>
    </message>
    <message>
        <source>It has no tests yet.</source>
        <translation>Elle n’a pas encore de tests.</translation>
    </message>
    <message>
        <source>Allows, and was to refuse</source>
        <translation>Autorise et devait refuser</translation>
    </message>
    <message>
        <source>Refuses, and was to allow</source>
        <translation>Refuse et devait autoriser</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PolicyPanel</name>
    <message>
        <source>The policy was saved.</source>
        <translation>La politique a été enregistrée.</translation>
    </message>
    <message>
        <source>Password and session policy</source>
        <translation>Politique de mots de passe et de sessions</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Afficher les événements</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Rechercher un réglage</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Effacer la recherche</translation>
    </message>
    <message>
        <source>No setting matches</source>
        <translation>Aucun réglage ne correspond</translation>
    </message>
    <message>
        <source>Names and explanations are searched.</source>
        <translation>La recherche porte sur les noms et les explications.</translation>
    </message>
    <message>
        <source>characters</source>
        <translation>caractères</translation>
    </message>
    <message>
        <source>KiB</source>
        <translation>Kio</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PolicyTrial</name>
    <message>
        <source>This policy</source>
        <translation>Cette politique</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProgramText</name>
    <message>
        <source>Unknown program</source>
        <translation>Programme inconnu</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProgressRow</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProviderDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Add identity provider</source>
        <translation>Ajouter un fournisseur d’identité</translation>
    </message>
    <message>
        <source>Provider</source>
        <translation>Fournisseur</translation>
    </message>
    <message>
        <source>First sign-in, roles</source>
        <translation>Première connexion, rôles</translation>
    </message>
    <message>
        <source>Trust</source>
        <translation>Confiance</translation>
    </message>
    <message>
        <source>Which</source>
        <translation>Lequel</translation>
    </message>
    <message>
        <source>Another OpenID Connect provider</source>
        <translation>Un autre fournisseur OpenID Connect</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Name in the address</source>
        <translation>Nom dans l’adresse</translation>
    </message>
    <message>
        <source>Issuer, or the address of its description</source>
        <translation>Émetteur, ou l’adresse de sa description</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>ID client</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Secret du client</translation>
    </message>
    <message>
        <source>Stored; enter another one to change it</source>
        <translation>Enregistré ; saisissez-en un autre pour le changer</translation>
    </message>
    <message>
        <source>How the client shows its secret</source>
        <translation>Comment le client montre son secret</translation>
    </message>
    <message>
        <source>In the Authorization field (basic)</source>
        <translation>Dans le champ Authorization (basic)</translation>
    </message>
    <message>
        <source>In the form (post)</source>
        <translation>Dans le formulaire (post)</translation>
    </message>
    <message>
        <source>Not at all: a public client</source>
        <translation>Pas du tout : un client public</translation>
    </message>
    <message>
        <source>Somebody who is linked to no user</source>
        <translation>Qui n’est lié à aucun utilisateur</translation>
    </message>
    <message>
        <source>Never linked by e-mail address.</source>
        <translation>Jamais lié par l’adresse électronique.</translation>
    </message>
    <message>
        <source>Take e-mail addresses that the provider does not call verified</source>
        <translation>Accepter les adresses électroniques que le fournisseur ne dit pas vérifiées</translation>
    </message>
    <message>
        <source>Roles of new users</source>
        <translation>Rôles des nouveaux utilisateurs</translation>
    </message>
    <message>
        <source>Further roles, by what the provider says</source>
        <translation>Autres rôles, selon ce que dit le fournisseur</translation>
    </message>
    <message>
        <source>One a line: claim = value : role. A claim may be a path, such as realm_access.roles.</source>
        <translation>Une par ligne : claim = valeur : rôle. Un claim peut être un chemin, comme realm_access.roles.</translation>
    </message>
    <message>
        <source>Follow the rules at each sign-in, also taking roles away</source>
        <translation>Suivre les règles à chaque connexion, en retirant aussi des rôles</translation>
    </message>
    <message>
        <source>ID tokens are signed with</source>
        <translation>Les jetons d’identité sont signés avec</translation>
    </message>
    <message>
        <source>The provider’s public keys (RS256, PS256, ES256, EdDSA)</source>
        <translation>les clés publiques du fournisseur (RS256, PS256, ES256, EdDSA)</translation>
    </message>
    <message>
        <source>The client secret (HS256), nothing else</source>
        <translation>le secret du client (HS256), rien d’autre</translation>
    </message>
    <message>
        <source>Second factors there that count here (amr)</source>
        <translation>Seconds facteurs là-bas qui comptent ici (amr)</translation>
    </message>
    <message>
        <source>For example: mfa otp hwk. Empty: users show their own second factor here.</source>
        <translation>Par exemple : mfa otp hwk. Vide : les utilisateurs montrent ici leur propre second facteur.</translation>
    </message>
    <message>
        <source>Levels there that count as a second factor (acr)</source>
        <translation>Niveaux là-bas qui comptent comme second facteur (acr)</translation>
    </message>
    <message>
        <source>Where a login may end</source>
        <translation>Où une connexion peut se terminer</translation>
    </message>
    <message>
        <source>One address a line, compared to the letter. Empty: the browser shows the code.</source>
        <translation>Une adresse par ligne, comparée à la lettre. Vide : le navigateur montre le code.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>Ajouter le fournisseur</translation>
    </message>
    <message>
        <source>Needed again: it goes elsewhere now</source>
        <translation>À saisir de nouveau : la destination a changé</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProviderPane</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Émetteur</translation>
    </message>
    <message>
        <source>Client ID</source>
        <translation>ID client</translation>
    </message>
    <message>
        <source>Redirect address</source>
        <translation>Adresse de retour</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>To be registered at the provider</source>
        <translation>À enregistrer chez le fournisseur</translation>
    </message>
    <message>
        <source>First sign-in</source>
        <translation>Première connexion</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Second factor</source>
        <translation>Second facteur</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernier usage</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Linked users</source>
        <translation>Utilisateurs liés</translation>
    </message>
    <message>
        <source>Link a user</source>
        <translation>Lier un utilisateur</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>Événements récents</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>Test this login</source>
        <translation>Tester cette connexion</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %Ln rule(s)</source>
        <translation>
            <numerusform>%1, et %Ln règle</numerusform>
            <numerusform>%1, et %Ln règles</numerusform>
        </translation>
    </message>
    <message>
        <source>The provider’s counts: %1</source>
        <translation>Celui du fournisseur compte : %1</translation>
    </message>
    <message>
        <source>The user’s own, here</source>
        <translation>Celui de l’utilisateur, ici</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 par %2</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Personne pour l’instant</translation>
    </message>
    <message>
        <source>Subject %1, last used: %2</source>
        <translation>Sujet %1, dernière utilisation : %2</translation>
    </message>
    <message>
        <source>Unlink…</source>
        <translation>Délier…</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProviderText</name>
    <message>
        <source>An address in the provider’s description cannot be used. Check the issuer.</source>
        <translation>Une adresse dans la description du fournisseur est inutilisable. Vérifiez l’émetteur.</translation>
    </message>
    <message>
        <source>The provider speaks http. Only https is accepted, except on this machine.</source>
        <translation>Le fournisseur parle http. Seul https est accepté, sauf sur cette machine.</translation>
    </message>
    <message>
        <source>There is no such host. Check the issuer and this machine’s name server.</source>
        <translation>Cet hôte n’existe pas. Vérifiez l’émetteur et le serveur de noms de cette machine.</translation>
    </message>
    <message>
        <source>The provider is at an address that is not public. Allow its network in Settings, Outgoing calls.</source>
        <translation>Le fournisseur est à une adresse qui n’est pas publique. Autorisez son réseau dans Paramètres, Appels sortants.</translation>
    </message>
    <message>
        <source>The provider does not answer. Check the network and the firewall.</source>
        <translation>Le fournisseur ne répond pas. Vérifiez le réseau et le pare-feu.</translation>
    </message>
    <message>
        <source>Its certificate is not trusted. If it comes from your own authority, name its file in Settings, Outgoing calls.</source>
        <translation>Son certificat n’est pas reconnu. S’il vient de votre propre autorité, indiquez son fichier dans Paramètres, Appels sortants.</translation>
    </message>
    <message>
        <source>The provider took too long. Try again, then check the network.</source>
        <translation>Le fournisseur a mis trop de temps. Réessayez, puis vérifiez le réseau.</translation>
    </message>
    <message>
        <source>The answer is larger than is accepted. This may not be an identity provider.</source>
        <translation>La réponse est plus grande que permis. Ce n’est peut-être pas un fournisseur d’identité.</translation>
    </message>
    <message>
        <source>The answer is not HTTP, or was cut. This may not be an identity provider.</source>
        <translation>La réponse n’est pas du HTTP, ou a été coupée. Ce n’est peut-être pas un fournisseur d’identité.</translation>
    </message>
    <message>
        <source>The provider points elsewhere. Enter the address that it points to as the issuer.</source>
        <translation>Le fournisseur renvoie ailleurs. Saisissez l’adresse indiquée comme émetteur.</translation>
    </message>
    <message>
        <source>There is no usable description at this issuer. Check the issuer.</source>
        <translation>Il n’y a pas de description utilisable chez cet émetteur. Vérifiez l’émetteur.</translation>
    </message>
    <message>
        <source>The provider calls itself by another issuer. Copy it from its description, to the letter.</source>
        <translation>Le fournisseur se donne un autre émetteur. Copiez-le de sa description, à la lettre.</translation>
    </message>
    <message>
        <source>The provider publishes no key that can be used. Ask who runs it.</source>
        <translation>Le fournisseur ne publie aucune clé utilisable. Demandez à qui l’exploite.</translation>
    </message>
    <message>
        <source>The answer belongs to no sign-in that is waiting. Start the test again.</source>
        <translation>La réponse n’appartient à aucune connexion en attente. Recommencez le test.</translation>
    </message>
    <message>
        <source>The answer came in another browser or a private window. Use one browser for all of it.</source>
        <translation>La réponse est arrivée dans un autre navigateur ou une fenêtre privée. Utilisez un seul navigateur.</translation>
    </message>
    <message>
        <source>The answer names another issuer, or none. It may not come from this provider.</source>
        <translation>La réponse nomme un autre émetteur, ou aucun. Elle ne vient peut-être pas de ce fournisseur.</translation>
    </message>
    <message>
        <source>The provider refused. Check there that the person and this client are allowed.</source>
        <translation>Le fournisseur a refusé. Vérifiez là-bas que la personne et ce client sont autorisés.</translation>
    </message>
    <message>
        <source>The provider was changed during the test. Start the test again.</source>
        <translation>Le fournisseur a été modifié pendant le test. Recommencez le test.</translation>
    </message>
    <message>
        <source>The answer has no code. Check that the client may use the authorization code flow.</source>
        <translation>La réponse n’a pas de code. Vérifiez que le client peut utiliser le flux à code d’autorisation.</translation>
    </message>
    <message>
        <source>The provider does not take its own code back. Check the redirect address that is registered there.</source>
        <translation>Le fournisseur ne reprend pas son propre code. Vérifiez l’adresse de retour qui y est enregistrée.</translation>
    </message>
    <message>
        <source>The provider does not know this client. Check client ID, secret and how they are sent.</source>
        <translation>Le fournisseur ne connaît pas ce client. Vérifiez l’ID client, le secret et leur mode d’envoi.</translation>
    </message>
    <message>
        <source>The token endpoint sends no ID token. Check that the client may ask for the scope openid.</source>
        <translation>Le point de jetons n’envoie pas de jeton d’identité. Vérifiez que le client peut demander la portée openid.</translation>
    </message>
    <message>
        <source>The ID token cannot be read. Ask who runs the provider.</source>
        <translation>Le jeton d’identité est illisible. Demandez à qui exploite le fournisseur.</translation>
    </message>
    <message>
        <source>The ID token is signed in a way that is not allowed for this provider. Check how it signs.</source>
        <translation>Le jeton d’identité est signé d’une façon non permise pour ce fournisseur. Vérifiez comment il signe.</translation>
    </message>
    <message>
        <source>The ID token is signed with a key that the provider does not publish.</source>
        <translation>Le jeton d’identité est signé avec une clé que le fournisseur ne publie pas.</translation>
    </message>
    <message>
        <source>The signature of the ID token is wrong. Do not use this provider until it is clear why.</source>
        <translation>La signature du jeton d’identité est fausse. N’utilisez pas ce fournisseur avant de savoir pourquoi.</translation>
    </message>
    <message>
        <source>The ID token is of another issuer. Check the issuer.</source>
        <translation>Le jeton d’identité est d’un autre émetteur. Vérifiez l’émetteur.</translation>
    </message>
    <message>
        <source>The ID token is for another client. Check the client ID.</source>
        <translation>Le jeton d’identité est pour un autre client. Vérifiez l’ID client.</translation>
    </message>
    <message>
        <source>The ID token has expired. Compare the clocks of both servers.</source>
        <translation>Le jeton d’identité a expiré. Comparez les horloges des deux serveurs.</translation>
    </message>
    <message>
        <source>The times of the ID token are wrong. Compare the clocks of both servers.</source>
        <translation>Les heures du jeton d’identité sont fausses. Comparez les horloges des deux serveurs.</translation>
    </message>
    <message>
        <source>The ID token answers another sign-in. Start the test again.</source>
        <translation>Le jeton d’identité répond à une autre connexion. Recommencez le test.</translation>
    </message>
    <message>
        <source>ID token and access token do not belong together.</source>
        <translation>Le jeton d’identité et le jeton d’accès ne vont pas ensemble.</translation>
    </message>
    <message>
        <source>The ID token names nobody.</source>
        <translation>Le jeton d’identité ne nomme personne.</translation>
    </message>
    <message>
        <source>The provider’s user info cannot be read, or is of somebody else.</source>
        <translation>Les informations du fournisseur sur l’utilisateur sont illisibles ou concernent quelqu’un d’autre.</translation>
    </message>
    <message>
        <source>Would be refused: the account is linked to no user. Link it, or let first sign-ins add users.</source>
        <translation>Serait refusé : le compte n’est lié à aucun utilisateur. Liez-le, ou laissez les premières connexions ajouter des utilisateurs.</translation>
    </message>
    <message>
        <source>Would be refused: the provider sends no e-mail address. Ask for the scope email.</source>
        <translation>Serait refusé : le fournisseur n’envoie pas d’adresse électronique. Demandez la portée email.</translation>
    </message>
    <message>
        <source>Would be refused: the provider does not say that it has verified the e-mail address.</source>
        <translation>Serait refusé : le fournisseur ne dit pas avoir vérifié l’adresse électronique.</translation>
    </message>
    <message>
        <source>Would be refused: a user has this e-mail address already. Link the account to that user if it is the same person.</source>
        <translation>Serait refusé : un utilisateur a déjà cette adresse électronique. Liez-lui le compte si c’est la même personne.</translation>
    </message>
    <message>
        <source>Description of the provider</source>
        <translation>Description du fournisseur</translation>
    </message>
    <message>
        <source>Keys of the provider</source>
        <translation>Clés du fournisseur</translation>
    </message>
    <message>
        <source>Browser opened, sent to the provider</source>
        <translation>Navigateur ouvert, envoyé au fournisseur</translation>
    </message>
    <message>
        <source>Answer of the provider</source>
        <translation>Réponse du fournisseur</translation>
    </message>
    <message>
        <source>Code exchanged for tokens</source>
        <translation>Code échangé contre des jetons</translation>
    </message>
    <message>
        <source>Tokens checked</source>
        <translation>Jetons vérifiés</translation>
    </message>
    <message>
        <source>What a sign-in would do</source>
        <translation>Ce que ferait une connexion</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>Activé</translation>
    </message>
    <message>
        <source>Refuse: only linked users sign in</source>
        <translation>Refuser : seuls les utilisateurs liés se connectent</translation>
    </message>
    <message>
        <source>Add a user</source>
        <translation>Ajouter un utilisateur</translation>
    </message>
    <message>
        <source>Add a disabled user, to be approved</source>
        <translation>Ajouter un utilisateur désactivé, à approuver</translation>
    </message>
    <message>
        <source>This account is linked to a user already</source>
        <translation>Ce compte est déjà lié à un utilisateur</translation>
    </message>
    <message>
        <source>Another provider has this name</source>
        <translation>Un autre fournisseur a ce nom</translation>
    </message>
    <message>
        <source>Put your own tenant in place of {tenant}</source>
        <translation>Mettez votre propre locataire à la place de {tenant}</translation>
    </message>
    <message>
        <source>Users are linked to this issuer: remove the links first, or add another provider</source>
        <translation>Des utilisateurs sont liés à cet émetteur : supprimez d’abord les liens, ou ajoutez un autre fournisseur</translation>
    </message>
    <message>
        <source>HS256 needs a secret of 32 characters or more</source>
        <translation>HS256 exige un secret d’au moins 32 caractères</translation>
    </message>
    <message>
        <source>Enter the client secret, or choose a public client</source>
        <translation>Saisissez le secret du client, ou choisissez un client public</translation>
    </message>
    <message>
        <source>1 to 32 of a to z, 0 to 9 and hyphens inside</source>
        <translation>1 à 32 parmi a à z, 0 à 9, tirets seulement à l’intérieur</translation>
    </message>
    <message>
        <source>Enter an https address without ? and #</source>
        <translation>Saisissez une adresse https sans ? ni #</translation>
    </message>
    <message>
        <source>Write each rule as: claim = value : role, with a role that exists</source>
        <translation>Écrivez chaque règle ainsi : claim = valeur : rôle, avec un rôle qui existe</translation>
    </message>
    <message>
        <source>Needs rules that say which roles</source>
        <translation>Il faut des règles qui disent quels rôles</translation>
    </message>
    <message>
        <source>At most 20 https addresses, or http ones on this machine</source>
        <translation>Au plus 20 adresses https, ou http sur cette machine</translation>
    </message>
    <message>
        <source>Waiting for the browser</source>
        <translation>En attente du navigateur</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>Signs in as %1</source>
        <translation>Se connecte en tant que %1</translation>
    </message>
    <message>
        <source>Would become a new user. Roles: %1</source>
        <translation>Deviendrait un nouvel utilisateur. Rôles : %1</translation>
    </message>
    <message>
        <source>Would become a new, disabled user. Roles: %1</source>
        <translation>Deviendrait un nouvel utilisateur désactivé. Rôles : %1</translation>
    </message>
    <message>
        <source>Failed (%1)</source>
        <translation>Échec (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln key(s)</source>
        <translation>
            <numerusform>%Ln clé</numerusform>
            <numerusform>%Ln clés</numerusform>
        </translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>Réussi</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln left out: of a kind that is not used here, or too many</source>
        <translation>
            <numerusform>%1, %Ln laissée de côté : d’un type qui n’est pas utilisé ici, ou de trop</numerusform>
            <numerusform>%1, %Ln laissées de côté : d’un type qui n’est pas utilisé ici, ou de trop</numerusform>
        </translation>
    </message>
    <message>
        <source>It would go to another issuer: enter it again</source>
        <translation>Cela partirait vers un autre émetteur : saisissez-le de nouveau</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProvidersModel</name>
    <message>
        <source>Provider</source>
        <translation>Fournisseur</translation>
    </message>
    <message>
        <source>Issuer</source>
        <translation>Émetteur</translation>
    </message>
    <message>
        <source>First sign-in</source>
        <translation>Première connexion</translation>
    </message>
    <message>
        <source>Linked users</source>
        <translation>Utilisateurs liés</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernier usage</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ProvidersPanel</name>
    <message>
        <source>Identity providers</source>
        <translation>Fournisseurs d’identité</translation>
    </message>
    <message>
        <source>Add provider</source>
        <translation>Ajouter le fournisseur</translation>
    </message>
    <message>
        <source>Add provider (Ctrl+N)</source>
        <translation>Ajouter un fournisseur (Ctrl+N)</translation>
    </message>
    <message>
        <source>Filter providers</source>
        <translation>Filtrer les fournisseurs</translation>
    </message>
    <message>
        <source>Filter identity providers by title</source>
        <translation>Filtrer les fournisseurs d’identité par titre</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Loading identity providers</source>
        <translation>Chargement des fournisseurs d’identité</translation>
    </message>
    <message>
        <source>No provider matches</source>
        <translation>Aucun fournisseur ne correspond</translation>
    </message>
    <message>
        <source>No identity provider has this text in its title.</source>
        <translation>Aucun fournisseur d’identité n’a ce texte dans son titre.</translation>
    </message>
    <message>
        <source>No identity providers yet</source>
        <translation>Pas encore de fournisseur d’identité</translation>
    </message>
    <message>
        <source>Users can sign in with an account that they have elsewhere: register this server there, add the provider here, and test the login.</source>
        <translation>Les utilisateurs peuvent se connecter avec un compte qu’ils ont ailleurs : enregistrez ce serveur là-bas, ajoutez le fournisseur ici et testez la connexion.</translation>
    </message>
    <message>
        <source>Signing in does not depend on this list.</source>
        <translation>La connexion ne dépend pas de cette liste.</translation>
    </message>
    <message>
        <source>%1 added. Register its redirect address there, then test the login.</source>
        <translation>%1 ajouté. Enregistrez-y l’adresse de retour, puis testez la connexion.</translation>
    </message>
    <message>
        <source>User linked</source>
        <translation>Utilisateur lié</translation>
    </message>
    <message>
        <source>Unlink %1?</source>
        <translation>Délier %1 ?</translation>
    </message>
    <message>
        <source>%1 can no longer sign in with %2, and all of their sessions end.</source>
        <translation>%1 ne pourra plus se connecter avec %2, et toutes ses sessions se terminent.</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>Délier</translation>
    </message>
    <message>
        <source>%1 unlinked</source>
        <translation>%1 délié</translation>
    </message>
    <message>
        <source>Disable %1?</source>
        <translation>Désactiver %1 ?</translation>
    </message>
    <message>
        <source>Nobody signs in with it until you enable it again. Sessions that have begun go on.</source>
        <translation>Personne ne se connecte avec lui tant que vous ne le réactivez pas. Les sessions commencées continuent.</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>%1 enabled</source>
        <translation>%1 activé</translation>
    </message>
    <message>
        <source>%1 disabled</source>
        <translation>%1 désactivé</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Supprimer %1 ?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln user(s) sign in with it; their links go too. Who has no password can no longer sign in. It cannot be undone.</source>
        <translation>
            <numerusform>%Ln utilisateur se connecte avec lui ; son lien disparaît aussi. Qui n’a pas de mot de passe ne peut plus se connecter. C’est irréversible.</numerusform>
            <numerusform>%Ln utilisateurs se connectent avec lui ; leurs liens disparaissent aussi. Qui n’a pas de mot de passe ne peut plus se connecter. C’est irréversible.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody signs in with it. It cannot be undone.</source>
        <translation>Personne ne se connecte avec lui. C’est irréversible.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 supprimé</translation>
    </message>
    <message>
        <source>Test this login…</source>
        <translation>Tester cette connexion…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Link a user…</source>
        <translation>Lier un utilisateur…</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>Désactiver…</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PublicKeyField</name>
    <message>
        <source>Ed25519 or ECDSA P-256, as PEM or JWK. The private key stays with the program.</source>
        <translation>Ed25519 ou ECDSA P-256, en PEM ou JWK. La clé privée reste chez le programme.</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Ouvrir un fichier</translation>
    </message>
    <message>
        <source>This is no public key of these kinds</source>
        <translation>Ce n’est pas une clé publique de ce type</translation>
    </message>
    <message>
        <source>Open a public key</source>
        <translation>Ouvrir une clé publique</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::PublishDialog</name>
    <message>
        <source>Publish %1?</source>
        <translation>Publier %1 ?</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Observe</source>
        <translation>Observer</translation>
    </message>
    <message>
        <source>Enforce</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Ce qui change</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>It decides nothing. Each decision notes what it would have been.</source>
        <translation>Elle ne décide rien. Chaque décision note ce qu’elle aurait été.</translation>
    </message>
    <message>
        <source>From the next request on what it names needs a policy that allows it; this one allows what its condition says.</source>
        <translation>Dès la prochaine requête, ce qu’elle nomme exige une politique qui l’autorise ; celle-ci autorise ce que dit sa condition.</translation>
    </message>
    <message>
        <source>Nothing is otherwise than it is.</source>
        <translation>Rien n’est différent de maintenant.</translation>
    </message>
    <message>
        <source>Its tests are running</source>
        <translation>Ses tests sont en cours</translation>
    </message>
    <message>
        <source>Its tests could not be run</source>
        <translation>Ses tests n’ont pas pu être exécutés</translation>
    </message>
    <message>
        <source>It has no tests</source>
        <translation>Elle n’a pas de tests</translation>
    </message>
    <message numerus="yes">
        <source>%Ln tests pass</source>
        <translation>
            <numerusform>%Ln test réussit</numerusform>
            <numerusform>%Ln tests réussissent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tests fail: it can’t be published</source>
        <translation>
            <numerusform>%Ln test échoue : elle ne peut pas être publiée</numerusform>
            <numerusform>%Ln tests échouent : elle ne peut pas être publiée</numerusform>
        </translation>
    </message>
    <message>
        <source>Not replayed since the last change</source>
        <translation>Pas rejouée depuis la dernière modification</translation>
    </message>
    <message>
        <source>From the next request on it refuses what its condition says, whatever else allows it. The rest of what it names needs another policy that allows it.</source>
        <translation>Dès la prochaine requête elle refuse ce que dit sa condition, quoi qui l’autorise par ailleurs. Le reste de ce qu’elle nomme exige une autre politique qui l’autorise.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::QuestionForm</name>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Does</source>
        <translation>Fait</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Sur</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Classification</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>MFA check</source>
        <translation>Contrôle MFA</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>Tel quel</translation>
    </message>
    <message>
        <source>Just now</source>
        <translation>À l’instant</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <comment>a length of time</comment>
        <translation>Il y a %1</translation>
    </message>
    <message>
        <source>Any record</source>
        <translation>N’importe quel enregistrement</translation>
    </message>
    <message>
        <source>Any comment</source>
        <translation>N’importe quel commentaire</translation>
    </message>
    <message>
        <source>Any file</source>
        <translation>N’importe quel fichier</translation>
    </message>
    <message>
        <source>API key of %1</source>
        <extracomment>%1: the name of who owns an API key</extracomment>
        <translation>Clé d’API de %1</translation>
    </message>
    <message>
        <source>More facts</source>
        <translation>Autres faits</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RateInput</name>
    <message>
        <source>requests in</source>
        <extracomment>Between two inputs: “1000 requests in 1 hour”</extracomment>
        <translation>requêtes en</translation>
    </message>
    <message>
        <source>Time in which the requests are counted</source>
        <translation>Durée pendant laquelle les requêtes sont comptées</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RateRuleDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Add rule</source>
        <translation>Ajouter une règle</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>As the API’s document writes it; with /* at its end whatever is below. Empty: any route.</source>
        <translation>Comme l’écrit le document de l’API ; avec /* à la fin, tout ce qui est dessous. Vide : toute route.</translation>
    </message>
    <message>
        <source>Methods, none for all</source>
        <translation>Méthodes, aucune pour toutes</translation>
    </message>
    <message>
        <source>Routes that ask for</source>
        <translation>Routes qui demandent</translation>
    </message>
    <message>
        <source>Counts in its class as</source>
        <translation>Compte dans sa classe pour</translation>
    </message>
    <message>
        <source>For how many requests of its class one of these counts</source>
        <translation>Pour combien de requêtes de sa classe en compte une</translation>
    </message>
    <message>
        <source>Any permission</source>
        <translation>Toute permission</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Say which requests it is for: a route, methods or a permission</source>
        <translation>Dites pour quelles requêtes : une route, des méthodes ou une autorisation</translation>
    </message>
    <message>
        <source>Another rule has this name, or there is no room for one more</source>
        <translation>Une autre règle porte ce nom, ou il n’y a plus de place</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RateRuleText</name>
    <message>
        <source>Whatever is asked for, before anybody is known</source>
        <translation>Tout, avant que quiconque soit connu</translation>
    </message>
    <message>
        <source>Sign-ins that fail</source>
        <translation>Connexions qui échouent</translation>
    </message>
    <message>
        <source>Read and search</source>
        <translation>Lire et chercher</translation>
    </message>
    <message>
        <source>Add, change and delete</source>
        <translation>Ajouter, modifier, supprimer</translation>
    </message>
    <message>
        <source>Files that are sent here</source>
        <translation>Fichiers envoyés ici</translation>
    </message>
    <message>
        <source>Users, roles, settings</source>
        <translation>Utilisateurs, rôles, réglages</translation>
    </message>
    <message>
        <source>Any request</source>
        <translation>Toute requête</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lecture</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Écriture</translation>
    </message>
    <message>
        <source>Uploads</source>
        <translation>Envois</translation>
    </message>
    <message>
        <source>Administration</source>
        <translation>Administration</translation>
    </message>
    <message numerus="yes">
        <source>%Ln routes</source>
        <translation>
            <numerusform>%Ln route</numerusform>
            <numerusform>%Ln routes</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what a rule is for, and for how many routes</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>%1 a second</source>
        <translation>%1 par seconde</translation>
    </message>
    <message>
        <source>%1 a minute</source>
        <translation>%1 par minute</translation>
    </message>
    <message>
        <source>%1 an hour</source>
        <translation>%1 par heure</translation>
    </message>
    <message>
        <source>%1 a day</source>
        <translation>%1 par jour</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>5 requests in 15 min</comment>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>1 second</source>
        <translation>1 seconde</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 minute</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 heure</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 jour</translation>
    </message>
    <message>
        <source>Even pace</source>
        <translation>Régulier</translation>
    </message>
    <message>
        <source>Sliding</source>
        <translation>Glissant</translation>
    </message>
    <message>
        <source>Fixed</source>
        <translation>Fixe</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Account</source>
        <comment>requests are counted by the account that is tried</comment>
        <translation>Compte</translation>
    </message>
    <message>
        <source>User, key</source>
        <translation>Util., clé</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>Account, address</source>
        <translation>Compte, adresse</translation>
    </message>
    <message>
        <source>User or key</source>
        <translation>Util. ou clé</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivée</translation>
    </message>
    <message>
        <source>Observe</source>
        <translation>Observer</translation>
    </message>
    <message>
        <source>Enforce</source>
        <translation>Appliquer</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <comment>an account from an address</comment>
        <translation>%1 depuis %2</translation>
    </message>
    <message>
        <source>From 1 to %1</source>
        <translation>De 1 à %1</translation>
    </message>
    <message>
        <source>At least a second, and at most 31 days</source>
        <translation>Au moins une seconde et au plus 31 jours</translation>
    </message>
    <message>
        <source>Give it a name that no other rule has</source>
        <translation>Donnez un nom qu’aucune autre règle n’a</translation>
    </message>
    <message>
        <source>This is no route of the server</source>
        <translation>Ce n’est pas une route du serveur</translation>
    </message>
    <message>
        <source>This can’t be so: %1</source>
        <translation>Impossible ainsi : %1</translation>
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
            <numerusform>%Ln événement</numerusform>
            <numerusform>%Ln événements</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>annulé</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
    <message>
        <source>Recent reports</source>
        <translation>Rapports récents</translation>
    </message>
    <message>
        <source>No reports yet</source>
        <translation>Pas encore de rapports</translation>
    </message>
    <message>
        <source>Who exports what is recorded and listed here.</source>
        <translation>Qui exporte quoi est enregistré et listé ici.</translation>
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
        <translation>Une valeur sensible de %1 a été modifiée ou déplacée dans la base. Aucune n’est affichée ; « sallyportd doctor » nomme toutes les fiches dans ce cas.</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Supprimer %1 ?</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln records?</source>
        <translation>
            <numerusform>Supprimer %Ln fiche ?</numerusform>
            <numerusform>Supprimer %Ln fiches ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Its text, its sensitive values, its files and its comments are overwritten; it cannot be undone. The events keep that it was there.</source>
        <translation>Son texte, ses valeurs sensibles, ses fichiers et ses commentaires sont écrasés ; c’est irréversible. Les événements gardent trace de son existence.</translation>
    </message>
    <message>
        <source>Their texts, sensitive values, files and comments are overwritten; it cannot be undone. The events keep that they were there.</source>
        <translation>Leurs textes, valeurs sensibles, fichiers et commentaires sont écrasés ; c’est irréversible. Les événements gardent trace de leur existence.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 supprimé</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records deleted</source>
        <translation>
            <numerusform>%Ln fiche supprimée</numerusform>
            <numerusform>%Ln fiches supprimées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln records…</source>
        <translation>
            <numerusform>Supprimer %Ln fiche…</numerusform>
            <numerusform>Supprimer %Ln fiches…</numerusform>
        </translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Afficher les événements</translation>
    </message>
    <message>
        <source>Copy ID</source>
        <translation>Copier l’identifiant</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordDialog</name>
    <message>
        <source>Edit %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Add record</source>
        <translation>Ajouter une fiche</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Classification</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Take over what was changed</source>
        <translation>Reprendre les modifications</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Choose somebody from the list</source>
        <translation>Choisissez quelqu’un dans la liste</translation>
    </message>
    <message>
        <source>Somebody has changed it meanwhile</source>
        <translation>Quelqu’un l’a modifiée entre-temps</translation>
    </message>
    <message>
        <source>Nothing was saved. What you have changed here stays as you typed it; the rest can become what it is by now.</source>
        <translation>Rien n’a été enregistré. Ce que vous avez modifié ici reste tel que saisi ; le reste peut devenir ce qu’il est désormais.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordExport</name>
    <message>
        <source>Export records</source>
        <translation>Exporter des fiches</translation>
    </message>
    <message>
        <source>CSV files for Excel, with a byte order mark (*.csv)</source>
        <translation>Fichiers CSV pour Excel, avec indicateur d’ordre des octets (*.csv)</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Fichiers CSV (*.csv)</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>Fichiers JSON (*.json)</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Exporting %1 of %2</source>
        <translation>%1 sur %2 exportées</translation>
    </message>
    <message numerus="yes">
        <source>%Ln records are in %1</source>
        <translation>
            <numerusform>%Ln fiche est dans %1</numerusform>
            <numerusform>%Ln fiches sont dans %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: %1 was not written</source>
        <translation>Arrêté : %1 n’a pas été écrit</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordFilters</name>
    <message numerus="yes">
        <source>Last %Ln days</source>
        <translation>
            <numerusform>Dernier jour</numerusform>
            <numerusform>%Ln derniers jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Choose somebody from the list</source>
        <translation>Choisissez quelqu’un dans la liste</translation>
    </message>
    <message>
        <source>Add a filter</source>
        <translation>Ajouter un filtre</translation>
    </message>
    <message>
        <source>Take this filter away (Delete)</source>
        <translation>Enlever ce filtre (Suppr)</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Les miennes</translation>
    </message>
    <message>
        <source>One owner</source>
        <translation>Un propriétaire</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Classification</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiée</translation>
    </message>
    <message>
        <source>Another department…</source>
        <translation>Autre service…</translation>
    </message>
    <message>
        <source>Another person…</source>
        <translation>Autre personne…</translation>
    </message>
    <message>
        <source>Records of a department</source>
        <translation>Fiches d’un service</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Records of a person</source>
        <translation>Fiches d’une personne</translation>
    </message>
    <message>
        <source>Name or e-mail address</source>
        <translation>Nom ou adresse électronique</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordPane</name>
    <message>
        <source>Comment</source>
        <translation>Commentaire</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>Why was that allowed?</source>
        <translation>Pourquoi permis ?</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajoutée</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiée</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>Événements récents</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <extracomment>%1: somebody&apos;s name, %2: their department</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1. Changed %2</source>
        <extracomment>%1: whose record it is, %2: `today 13:58`</extracomment>
        <translation>%1. Modifiée %2</translation>
    </message>
    <message>
        <source>No text.</source>
        <translation>Pas de texte.</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 par %2</translation>
    </message>
    <message>
        <source>Read %1 by %2</source>
        <translation>Lue %1 par %2</translation>
    </message>
    <message>
        <source>The last recorded read. Of what is allowed, as much is recorded as the setting says.</source>
        <translation>La dernière lecture enregistrée. De ce qui est autorisé, autant est enregistré que le dit le paramètre.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordText</name>
    <message>
        <source>Public</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Interne</translation>
    </message>
    <message>
        <source>Confidential</source>
        <translation>Confidentiel</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>Restreint</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Somebody who is gone</source>
        <translation>Quelqu’un qui n’est plus là</translation>
    </message>
    <message>
        <source>There is no such person any more</source>
        <translation>Cette personne n’existe plus</translation>
    </message>
    <message>
        <source>Two values have the same name</source>
        <translation>Deux valeurs ont le même nom</translation>
    </message>
    <message>
        <source>It is larger than a file may be</source>
        <translation>Il est plus grand que permis</translation>
    </message>
    <message>
        <source>There are as many files as may be</source>
        <translation>Il y a autant de fichiers que permis</translation>
    </message>
    <message>
        <source>Files of this kind may not be uploaded</source>
        <translation>Les fichiers de ce type ne peuvent pas être envoyés</translation>
    </message>
    <message>
        <source>It isn’t what its name says</source>
        <translation>Il n’est pas ce que dit son nom</translation>
    </message>
    <message>
        <source>It is an archive that can’t be looked through, or becomes too large</source>
        <translation>C’est une archive impossible à examiner, ou trop volumineuse une fois ouverte</translation>
    </message>
    <message>
        <source>It is empty, or its name is</source>
        <translation>Il est vide, ou son nom l’est</translation>
    </message>
    <message>
        <source>A file may not be called so</source>
        <translation>Un fichier ne peut pas s’appeler ainsi</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordsModel</name>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Propriétaire</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>Classification</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiée</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordsPanel</name>
    <message>
        <source>Records</source>
        <translation>Fiches</translation>
    </message>
    <message>
        <source>Add record</source>
        <translation>Ajouter une fiche</translation>
    </message>
    <message>
        <source>Add record (Ctrl+N)</source>
        <translation>Ajouter une fiche (Ctrl+N)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>These records as a file, without their sensitive values</source>
        <translation>Ces fiches dans un fichier, sans leurs valeurs sensibles</translation>
    </message>
    <message>
        <source>Encryption of sensitive values</source>
        <translation>Chiffrement des valeurs sensibles</translation>
    </message>
    <message>
        <source>Filter records</source>
        <translation>Filtrer les fiches</translation>
    </message>
    <message>
        <source>Filter records by title</source>
        <translation>Filtrer les fiches par titre</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Loading records</source>
        <translation>Chargement des fiches</translation>
    </message>
    <message>
        <source>Nothing is lost, and the server keeps running.</source>
        <translation>Rien n’est perdu, et le serveur continue.</translation>
    </message>
    <message>
        <source>No record matches</source>
        <translation>Aucune fiche ne correspond</translation>
    </message>
    <message>
        <source>No record that you may see has this text and these properties. Take one of the filters away.</source>
        <translation>Aucune fiche que vous pouvez voir n’a ce texte et ces propriétés. Enlevez un des filtres.</translation>
    </message>
    <message>
        <source>No records yet</source>
        <translation>Pas encore de fiches</translation>
    </message>
    <message>
        <source>Records are the data that roles and policies protect. What you may not see doesn’t stand here, and isn’t counted.</source>
        <translation>Les fiches sont les données que protègent rôles et politiques. Ce que vous ne pouvez pas voir n’est ni ici ni compté.</translation>
    </message>
    <message>
        <source>Add a record</source>
        <translation>Ajouter une fiche</translation>
    </message>
    <message>
        <source>With an owner, a department and a classification</source>
        <translation>Avec un propriétaire, un service et une classification</translation>
    </message>
    <message>
        <source>Give it sensitive values</source>
        <translation>Lui donner des valeurs sensibles</translation>
    </message>
    <message>
        <source>Each is encrypted by itself and masked until somebody shows a code</source>
        <translation>Chacune est chiffrée à part et masquée jusqu’à ce que quelqu’un montre un code</translation>
    </message>
    <message>
        <source>Write a policy</source>
        <translation>Écrire une politique</translation>
    </message>
    <message>
        <source>That says who reads what; until then roles alone decide</source>
        <translation>Qui dit qui lit quoi ; d’ici là, seuls les rôles décident</translation>
    </message>
    <message>
        <source>There is no such record, or a policy hides it from you.</source>
        <translation>Cette fiche n’existe pas, ou une politique vous la cache.</translation>
    </message>
    <message>
        <source>%1 saved</source>
        <translation>%1 : enregistré</translation>
    </message>
    <message>
        <source>There is nothing to export</source>
        <translation>Il n’y a rien à exporter</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecordsSeveralPane</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln autre</numerusform>
            <numerusform>%Ln autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records selected</source>
        <translation>
            <numerusform>%Ln fiche sélectionnée</numerusform>
            <numerusform>%Ln fiches sélectionnées</numerusform>
        </translation>
    </message>
    <message>
        <source>Only what was loaded can be deleted at once: select fewer records, or scroll through them.</source>
        <translation>Seul ce qui est chargé peut être supprimé d’un coup : sélectionnez moins de fiches, ou faites-les défiler.</translation>
    </message>
    <message>
        <source>None of them has sensitive values.</source>
        <translation>Aucune n’a de valeurs sensibles.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them have sensitive values.</source>
        <translation>
            <numerusform>%Ln d’entre elles a des valeurs sensibles.</numerusform>
            <numerusform>%Ln d’entre elles ont des valeurs sensibles.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Not all of them are loaded yet</source>
        <translation>Tous ne sont pas encore chargés</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RecoverySheet</name>
    <message>
        <source>Copied. The clipboard is cleared after 30 s.</source>
        <translation>Copié. Le presse-papiers est effacé après 30 s.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Save to file</source>
        <translation>Enregistrer dans un fichier</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimer</translation>
    </message>
    <message>
        <source>I have stored the recovery key in a safe place</source>
        <translation>J’ai mis la clé de récupération en lieu sûr</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clé de récupération</translation>
    </message>
    <message>
        <source>Recovery key of the Sallyport vault “%1”</source>
        <translation>Clé de récupération du coffre Sallyport « %1 »</translation>
    </message>
    <message>
        <source>Whoever has this key can open the vault without its passphrase. Keep it apart from the computer.</source>
        <translation>Qui possède cette clé peut ouvrir le coffre sans la phrase secrète. Gardez-la loin de l’ordinateur.</translation>
    </message>
    <message>
        <source>Save the recovery key</source>
        <translation>Enregistrer la clé de récupération</translation>
    </message>
    <message>
        <source>Saved. Move the file off this computer.</source>
        <translation>Enregistré. Déplacez le fichier hors de cet ordinateur.</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another place.</source>
        <translation>Le fichier n’a pas pu être écrit. Choisissez un autre endroit.</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Envoyé à l’imprimante</translation>
    </message>
    <message>
        <source>Recovery key of the vault “%1”</source>
        <translation>Clé de récupération du coffre « %1 »</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RelativeTime</name>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <translation>
            <numerusform>il y a %Ln min</numerusform>
            <numerusform>il y a %Ln min</numerusform>
        </translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Aujourd’hui %1</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message numerus="yes">
        <source>In %Ln s</source>
        <translation>
            <numerusform>Dans %Ln s</numerusform>
            <numerusform>Dans %Ln s</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln min</source>
        <translation>
            <numerusform>Dans %Ln min</numerusform>
            <numerusform>Dans %Ln min</numerusform>
        </translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Demain</translation>
    </message>
    <message numerus="yes">
        <source>In %Ln days</source>
        <translation>
            <numerusform>Dans %Ln jour</numerusform>
            <numerusform>Dans %Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Jamais</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>A date as QLocale::toString takes it; in German `d. MMM yyyy`</extracomment>
        <translation>d MMM yyyy</translation>
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
            <numerusform>%Ln min</numerusform>
            <numerusform>%Ln min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h</source>
        <translation>
            <numerusform>%Ln h</numerusform>
            <numerusform>%Ln h</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln h</source>
        <translation>
            <numerusform>Dans %Ln h</numerusform>
            <numerusform>Dans %Ln h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ReplayModel</name>
    <message>
        <source>Nobody signed in</source>
        <translation>Personne de connecté</translation>
    </message>
    <message>
        <source>Deny to allow</source>
        <translation>Refus à accord</translation>
    </message>
    <message>
        <source>Allow to deny</source>
        <translation>Accord à refus</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changement</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Enregistrement</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Quoi</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Fois</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ReplayView</name>
    <message>
        <source>Replay</source>
        <translation>Rejeu</translation>
    </message>
    <message>
        <source>Grouped by</source>
        <translation>Groupé par</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personnes</translation>
    </message>
    <message>
        <source>Routes</source>
        <translation>Routes</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Enregistrements</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln jour</numerusform>
            <numerusform>%Ln jours</numerusform>
        </translation>
    </message>
    <message>
        <source>What would change</source>
        <translation>Ce qui changerait</translation>
    </message>
    <message>
        <source>Could not be replayed</source>
        <translation>N’a pas pu être rejouée</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 decisions of the last %Ln days would change</source>
        <translation>
            <numerusform>%1 décisions sur %2 du dernier jour changeraient</numerusform>
            <numerusform>%1 décisions sur %2 des %Ln derniers jours changeraient</numerusform>
        </translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lancer</translation>
    </message>
    <message>
        <source>Day %1 of %2</source>
        <translation>Jour %1 sur %2</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Arrêté. Rien n’a été modifié.</translation>
    </message>
    <message>
        <source>Runs what stands above over the recorded decisions, as if it were enforced, and lists what would flip. Nothing changes by that.</source>
        <translation>Applique ce qui figure ci-dessus aux décisions enregistrées, comme si c’était en vigueur, et liste ce qui basculerait. Cela ne change rien.</translation>
    </message>
    <message>
        <source>Before the last edit</source>
        <translation>Avant la dernière modification</translation>
    </message>
    <message numerus="yes">
        <source>%1 decisions of the last %Ln days</source>
        <translation>
            <numerusform>%1 décisions du dernier jour</numerusform>
            <numerusform>%1 décisions des %Ln derniers jours</numerusform>
        </translation>
    </message>
    <message>
        <source>not all of them</source>
        <translation>pas toutes</translation>
    </message>
    <message numerus="yes">
        <source>%Ln would change</source>
        <translation>
            <numerusform>%Ln changerait</numerusform>
            <numerusform>%Ln changeraient</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would change</source>
        <translation>Rien ne changerait</translation>
    </message>
    <message>
        <source>No decision about records was recorded in this time.</source>
        <translation>Aucune décision sur des enregistrements n’a été notée pendant ce temps.</translation>
    </message>
    <message>
        <source>Every decision would come out as it does now.</source>
        <translation>Chaque décision serait la même qu’aujourd’hui.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ReportCard</name>
    <message>
        <source>Period and filter</source>
        <translation>Période et filtre</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>As of now</source>
        <translation>État actuel</translation>
    </message>
    <message numerus="yes">
        <source>%Ln plans</source>
        <translation>
            <numerusform>%Ln plan</numerusform>
            <numerusform>%Ln plans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kept</source>
        <comment>reports</comment>
        <translation>
            <numerusform>%Ln gardé</numerusform>
            <numerusform>%Ln gardés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ReportCards</name>
    <message>
        <source>Kind of report</source>
        <translation>Type de rapport</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ReportForm</name>
    <message>
        <source>Period</source>
        <translation>Période</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 jours</translation>
    </message>
    <message>
        <source>90 days</source>
        <translation>90 jours</translation>
    </message>
    <message>
        <source>Other dates</source>
        <translation>Autres dates</translation>
    </message>
    <message>
        <source>to</source>
        <extracomment>Between two dates</extracomment>
        <translation>au</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Premier jour</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Dernier jour</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Written as in Live events; empty takes everything</source>
        <translation>Écrit comme dans Événements en direct ; vide prend tout</translation>
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
        <translation>À lire et à classer : chiffres, graphiques, tableau et preuve de la chaîne</translation>
    </message>
    <message>
        <source>For spreadsheets; cells that look like formulas are made harmless</source>
        <translation>Pour les tableurs ; les cellules qui ressemblent à des formules sont neutralisées</translation>
    </message>
    <message>
        <source>For programs: one event a line, with all its fields</source>
        <translation>Pour les programmes : un événement par ligne, avec tous ses champs</translation>
    </message>
    <message>
        <source>Create report</source>
        <translation>Créer le rapport</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ouvrir le dossier</translation>
    </message>
    <message>
        <source>The last day comes before the first</source>
        <translation>Le dernier jour précède le premier</translation>
    </message>
    <message>
        <source>Chain head %1 at event %2</source>
        <translation>Tête de chaîne %1 à l’événement %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln event(s) in this report</source>
        <translation>
            <numerusform>%Ln événement dans ce rapport</numerusform>
            <numerusform>%Ln événements dans ce rapport</numerusform>
        </translation>
    </message>
    <message>
        <source>The events can’t be counted right now</source>
        <translation>Les événements ne peuvent pas être comptés pour le moment</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
    <message>
        <source>audit-report</source>
        <extracomment>Beginning of a file name; no spaces</extracomment>
        <translation>rapport-audit</translation>
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
        <translation>Rapport d’audit</translation>
    </message>
    <message>
        <source>The report was cancelled</source>
        <translation>Le rapport a été annulé</translation>
    </message>
    <message>
        <source>No file was left behind.</source>
        <translation>Aucun fichier n’est resté.</translation>
    </message>
    <message>
        <source>The report could not be created</source>
        <translation>Le rapport n’a pas pu être créé</translation>
    </message>
    <message>
        <source>Report saved</source>
        <translation>Rapport enregistré</translation>
    </message>
    <message>
        <source>Report saved, but the chain is damaged</source>
        <translation>Rapport enregistré, mais la chaîne est endommagée</translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, %Ln event(s)</source>
        <translation>
            <numerusform>%1, %2, %Ln événement</numerusform>
            <numerusform>%1, %2, %Ln événements</numerusform>
        </translation>
    </message>
    <message>
        <source>With a byte order mark, so that Excel shows all letters</source>
        <translation>Avec une marque d’ordre des octets, pour qu’Excel affiche toutes les lettres</translation>
    </message>
    <message>
        <source>Days and times are those of %1</source>
        <translation>Les jours et heures sont ceux de %1</translation>
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
        <translation>Pour les collecteurs : Common Event Format, un événement par ligne</translation>
    </message>
    <message>
        <source>For security data lakes: OCSF 1.8 as JSON, one event a line</source>
        <translation>Pour l’analyse de sécurité : OCSF 1.8 en JSON, un événement par ligne</translation>
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
        <translation>À lire dans un navigateur ou avec un lecteur d’écran ; une page qui se suffit</translation>
    </message>
    <message>
        <source>Pseudonyms in place of people</source>
        <translation>Pseudonymes au lieu des personnes</translation>
    </message>
    <message>
        <source>Make and keep</source>
        <translation>Établir et garder</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Aperçu</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>The report is kept</source>
        <translation>Le rapport est gardé</translation>
    </message>
    <message>
        <source>Nothing was kept.</source>
        <translation>Rien n’a été gardé.</translation>
    </message>
    <message>
        <source>There is no preview</source>
        <translation>Il n’y a pas d’aperçu</translation>
    </message>
    <message>
        <source>The chosen report</source>
        <translation>Le rapport choisi</translation>
    </message>
    <message>
        <source>The report is kept, but the journal is damaged</source>
        <translation>Le rapport est gardé, mais le journal est endommagé</translation>
    </message>
    <message>
        <source>There is no folder %1. Create it, or choose another one.</source>
        <translation>Le dossier %1 n’existe pas. Créez-le ou choisissez-en un autre.</translation>
    </message>
    <message>
        <source>Reports of this format are not kept</source>
        <translation>Les rapports de ce format ne sont pas conservés</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ReportPlans</name>
    <message>
        <source>Plans</source>
        <translation>Plans</translation>
    </message>
    <message>
        <source>New plan…</source>
        <translation>Nouveau plan…</translation>
    </message>
    <message>
        <source>No plans yet</source>
        <translation>Pas encore de plan</translation>
    </message>
    <message>
        <source>A plan makes a report again and again and keeps the newest.</source>
        <translation>Un plan établit un rapport encore et encore et garde les plus récents.</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>prochain %1</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>désactivé</translation>
    </message>
    <message>
        <source>The last one failed: %1</source>
        <translation>Le dernier a échoué : %1</translation>
    </message>
    <message>
        <source>Switch %1 off</source>
        <translation>Désactiver %1</translation>
    </message>
    <message>
        <source>Switch %1 on</source>
        <translation>Activer %1</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>Supprimer %1</translation>
    </message>
    <message>
        <source>The plan could not be changed</source>
        <translation>Le plan n’a pas pu être modifié</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Supprimer %1 ?</translation>
    </message>
    <message>
        <source>What it has made stays.</source>
        <translation>Ce qu’il a établi reste.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>The plan could not be deleted</source>
        <translation>Le plan n’a pas pu être supprimé</translation>
    </message>
    <message>
        <source>The plan could not be added</source>
        <translation>Le plan n’a pas pu être ajouté</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ReportsPanel</name>
    <message>
        <source>Reports</source>
        <translation>Rapports</translation>
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
        <translation>Chemin et requête</translation>
    </message>
    <message>
        <source>Who asks</source>
        <translation>Qui demande</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Jeton</translation>
    </message>
    <message>
        <source>API key</source>
        <translation>Clé d’API</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Access token</source>
        <translation>Jeton d’accès</translation>
    </message>
    <message>
        <source>From a sign-in, or sallyportd token</source>
        <translation>D’une connexion, ou de sallyportd token</translation>
    </message>
    <message>
        <source>Signing secret</source>
        <translation>Secret de signature</translation>
    </message>
    <message>
        <source>Second factor, if it is asked for</source>
        <translation>Second facteur, s’il est demandé</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Corps</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Copy as curl</source>
        <translation>Copier en curl</translation>
    </message>
    <message>
        <source>Needs %1.</source>
        <translation>Exige %1.</translation>
    </message>
    <message>
        <source>Its body is %1: use a program for it.</source>
        <translation>Son corps est %1 : utilisez un programme.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RestartNote</name>
    <message>
        <source>The server could not start with the old settings</source>
        <translation>Le serveur n’a pas pu démarrer avec les anciens réglages</translation>
    </message>
    <message>
        <source>The server still runs with the old settings</source>
        <translation>Le serveur fonctionne encore avec les anciens réglages</translation>
    </message>
    <message>
        <source>Start it with the new ones.</source>
        <translation>Démarrez-le avec les nouveaux.</translation>
    </message>
    <message>
        <source>Restart it to use the new ones. Open requests are answered first.</source>
        <translation>Redémarrez-le pour appliquer les nouveaux. Les requêtes en cours sont d’abord traitées.</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>Démarrer le serveur</translation>
    </message>
    <message>
        <source>Restart server</source>
        <translation>Redémarrer le serveur</translation>
    </message>
    <message>
        <source>The server runs with the new settings.</source>
        <translation>Le serveur fonctionne avec les nouveaux réglages.</translation>
    </message>
    <message>
        <source>The server did not start. %1</source>
        <translation>Le serveur n’a pas démarré. %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RetentionPanel</name>
    <message>
        <source>Retention</source>
        <translation>Conservation</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Ce qui part</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Prochain passage</translation>
    </message>
    <message>
        <source>Kept by holds</source>
        <translation>Gardés par un gel</translation>
    </message>
    <message>
        <source>Last run</source>
        <translation>Dernier passage</translation>
    </message>
    <message>
        <source>In the journal</source>
        <translation>Dans le journal</translation>
    </message>
    <message>
        <source>Contents removed</source>
        <translation>Contenus retirés</translation>
    </message>
    <message>
        <source>Under a pseudonym</source>
        <translation>Sous pseudonyme</translation>
    </message>
    <message>
        <source>How long events are kept</source>
        <translation>Durée de conservation</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Change how long events are kept</source>
        <translation>Modifier la durée de conservation</translation>
    </message>
    <message>
        <source>Legal holds</source>
        <translation>Gels juridiques</translation>
    </message>
    <message>
        <source>Place a hold</source>
        <translation>Poser un gel</translation>
    </message>
    <message>
        <source>No hold is placed: everything goes when its time is over.</source>
        <translation>Aucun gel : tout part une fois son temps écoulé.</translation>
    </message>
    <message>
        <source>Reading what is kept</source>
        <translation>Lecture de ce qui est gardé</translation>
    </message>
    <message>
        <source>Nothing was removed or changed.</source>
        <translation>Rien n’a été retiré ni modifié.</translation>
    </message>
    <message>
        <source>%1, %2 removed</source>
        <translation>%1, %2 retirés</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Aucun pour l’instant</translation>
    </message>
    <message>
        <source>%1; their hashes stay</source>
        <translation>%1 ; leurs empreintes restent</translation>
    </message>
    <message>
        <source>What no rule is for</source>
        <translation>Ce qu’aucune règle ne vise</translation>
    </message>
    <message>
        <source>Most events</source>
        <translation>Maximum d’événements</translation>
    </message>
    <message>
        <source>No cap</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>%1 · %2 · since %3</source>
        <translation>%1 · %2 · depuis le %3</translation>
    </message>
    <message>
        <source>Lift</source>
        <translation>Lever</translation>
    </message>
    <message>
        <source>Lift the hold “%1”</source>
        <translation>Lever le gel « %1 »</translation>
    </message>
    <message>
        <source>The next run, within the hour, goes by the new rules</source>
        <translation>Le prochain passage, dans l’heure, suit les nouvelles règles</translation>
    </message>
    <message>
        <source>The hold is placed</source>
        <translation>Le gel est posé</translation>
    </message>
    <message>
        <source>Lift the hold “%1”?</source>
        <translation>Lever le gel « %1 » ?</translation>
    </message>
    <message>
        <source>What it kept and is older than it is kept goes with the next run, within the hour.</source>
        <translation>Ce qu’il gardait et qui est trop ancien part au prochain passage, dans l’heure.</translation>
    </message>
    <message>
        <source>The hold is lifted</source>
        <translation>Le gel est levé</translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <extracomment>%1: a number of events, %2: their size, such as 1.2 GB</extracomment>
        <translation>%1, environ %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Most that they hold</source>
        <translation>Leur contenu au plus</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>The rules are as they were</source>
        <translation>Les règles sont comme avant</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RoleChecks</name>
    <message>
        <source>It allows more than your own role</source>
        <translation>Il permet plus que votre propre rôle</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RoleDialog</name>
    <message>
        <source>Change %1</source>
        <translation>Modifier %1</translation>
    </message>
    <message>
        <source>Add a role like %1</source>
        <translation>Ajouter un rôle comme %1</translation>
    </message>
    <message>
        <source>Add role</source>
        <translation>Ajouter un rôle</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titre</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Programs know the role by it; it never changes.</source>
        <translation>Les programmes reconnaissent le rôle à ce nom ; il ne change jamais.</translation>
    </message>
    <message>
        <source>For programs: small letters, digits, _ and -. It never changes.</source>
        <translation>Pour les programmes : minuscules, chiffres, _ et -. Il ne change jamais.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>What it is for, for whoever gives it</source>
        <translation>À quoi il sert, pour qui le donne</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Another role has this name</source>
        <translation>Un autre rôle porte déjà ce nom</translation>
    </message>
    <message>
        <source>A small letter, then small letters, digits, _ and -</source>
        <translation>Une minuscule, puis minuscules, chiffres, _ et -</translation>
    </message>
    <message numerus="yes">
        <source>At most %Ln characters, none of them invisible</source>
        <translation>
            <numerusform>Au plus %Ln caractère, aucun invisible</numerusform>
            <numerusform>Au plus %Ln caractères, aucun invisible</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RoleImpactView</name>
    <message>
        <source>What would this change</source>
        <translation>Ce que cela changerait</translation>
    </message>
    <message>
        <source>From the next request</source>
        <translation>Dès la prochaine requête</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 et %Ln autre</numerusform>
            <numerusform>%1 et %Ln autres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have it already as %1</source>
        <translation>
            <numerusform>%Ln l’a déjà en tant que %1</numerusform>
            <numerusform>%Ln l’ont déjà en tant que %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln keep it as %1</source>
        <translation>
            <numerusform>%Ln la garde en tant que %1</numerusform>
            <numerusform>%Ln la gardent en tant que %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1 ; %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people gain %1</source>
        <translation>
            <numerusform>%Ln personne gagne %1</numerusform>
            <numerusform>%Ln personnes gagnent %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people lose %1</source>
        <translation>
            <numerusform>%Ln personne perd %1</numerusform>
            <numerusform>%Ln personnes perdent %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more permissions gained</source>
        <translation>
            <numerusform>%Ln autre permission gagnée</numerusform>
            <numerusform>%Ln autres permissions gagnées</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more permissions lost</source>
        <translation>
            <numerusform>%Ln autre permission perdue</numerusform>
            <numerusform>%Ln autres permissions perdues</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody has this role</source>
        <translation>Personne n’a ce rôle</translation>
    </message>
    <message>
        <source>Whoever gets it has these permissions at once.</source>
        <translation>Qui le reçoit a ces permissions aussitôt.</translation>
    </message>
    <message>
        <source>Nothing changes for %1</source>
        <translation>Rien ne change pour %1</translation>
    </message>
    <message numerus="yes">
        <source>Nothing changes for %Ln people</source>
        <translation>
            <numerusform>Rien ne change pour %Ln personne</numerusform>
            <numerusform>Rien ne change pour %Ln personnes</numerusform>
        </translation>
    </message>
    <message>
        <source>Other roles allow the same</source>
        <translation>D’autres rôles permettent la même chose</translation>
    </message>
    <message>
        <source>This can’t be saved</source>
        <translation>Impossible d’enregistrer</translation>
    </message>
    <message>
        <source>Looking who would be concerned</source>
        <translation>Recherche des personnes concernées</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RoleListModel</name>
    <message>
        <source>Built-in</source>
        <translation>Intégrés</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Propres</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message numerus="yes">
        <source>%Ln built-in roles</source>
        <translation>
            <numerusform>%Ln rôle intégré</numerusform>
            <numerusform>%Ln rôles intégrés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln own roles</source>
        <translation>
            <numerusform>%Ln rôle propre</numerusform>
            <numerusform>%Ln rôles propres</numerusform>
        </translation>
    </message>
    <message>
        <source>Inherits nothing</source>
        <translation>N’hérite de rien</translation>
    </message>
    <message>
        <source>Inherits %1</source>
        <translation>Hérite de %1</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln members</source>
        <translation>
            <numerusform>%Ln membre</numerusform>
            <numerusform>%Ln membres</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RoleMatrixModel</name>
    <message numerus="yes">
        <source>%1, %Ln permissions</source>
        <translation>
            <numerusform>%1, %Ln permission</numerusform>
            <numerusform>%1, %Ln permissions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln differ</source>
        <translation>
            <numerusform>%Ln diffère</numerusform>
            <numerusform>%Ln diffèrent</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2: %3 of %4</source>
        <translation>%1, %2 : %3 sur %4</translation>
    </message>
    <message>
        <source>%1: differs from %2</source>
        <translation>%1 : diffère de %2</translation>
    </message>
    <message>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <source>own</source>
        <translation>propre</translation>
    </message>
    <message>
        <source>inherited</source>
        <translation>héritée</translation>
    </message>
    <message>
        <source>added, not saved</source>
        <translation>ajoutée, non enregistrée</translation>
    </message>
    <message>
        <source>removed, not saved</source>
        <translation>retirée, non enregistrée</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2 : %3</translation>
    </message>
    <message>
        <source>Permission</source>
        <translation>Permission</translation>
    </message>
    <message numerus="yes">
        <source>Permission, %Ln in all</source>
        <translation>
            <numerusform>Permission, %Ln en tout</numerusform>
            <numerusform>Permission, %Ln en tout</numerusform>
        </translation>
    </message>
    <message>
        <source>Differs from %1</source>
        <translation>Diffère de %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RolePane</name>
    <message>
        <source>Inherits</source>
        <translation>Hérite de</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Permissions</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>Ajouter un membre</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Save role</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>A built-in role stays as it is. Make one of your own that inherits from it.</source>
        <translation>Un rôle intégré reste tel quel. Créez-en un propre qui en hérite.</translation>
    </message>
    <message>
        <source>It allows more than your own role</source>
        <translation>Il permet plus que votre propre rôle</translation>
    </message>
    <message>
        <source>Built-in role</source>
        <translation>Rôle intégré</translation>
    </message>
    <message>
        <source>Changed %1 by %2</source>
        <translation>Modifié %1 par %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, of them %Ln inherited</source>
        <translation>
            <numerusform>%1, dont %Ln héritée</numerusform>
            <numerusform>%1, dont %Ln héritées</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>Inherit from another role</source>
        <translation>Hériter d’un autre rôle</translation>
    </message>
    <message>
        <source>Change title and description</source>
        <translation>Modifier le titre et la description</translation>
    </message>
    <message>
        <source>Make a role of your own like this one</source>
        <translation>Créer un rôle propre comme celui-ci</translation>
    </message>
    <message>
        <source>Delete this role</source>
        <translation>Supprimer ce rôle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes</source>
        <translation>
            <numerusform>%Ln modification</numerusform>
            <numerusform>%Ln modifications</numerusform>
        </translation>
    </message>
    <message>
        <source>No end</source>
        <translation>Sans fin</translation>
    </message>
    <message>
        <source>Ends %1</source>
        <translation>Fin : %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Jusqu’au %1</translation>
    </message>
    <message>
        <source>Nobody has this role.</source>
        <translation>Personne n’a ce rôle.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Save or discard what was changed first</source>
        <translation>Enregistrez ou annulez d’abord les modifications</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RolesDialog</name>
    <message>
        <source>Roles of %1</source>
        <translation>Rôles de %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Change roles</source>
        <translation>Modifier les rôles</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RolesPanel</name>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Historique</translation>
    </message>
    <message>
        <source>Add role</source>
        <translation>Ajouter un rôle</translation>
    </message>
    <message>
        <source>Filter permissions</source>
        <translation>Filtrer</translation>
    </message>
    <message>
        <source>Filter roles</source>
        <translation>Filtrer les rôles</translation>
    </message>
    <message>
        <source>Permissions of the role</source>
        <translation>Permissions du rôle</translation>
    </message>
    <message>
        <source>Permissions of the other roles</source>
        <translation>Permissions des autres rôles</translation>
    </message>
    <message>
        <source>By action</source>
        <translation>Par action</translation>
    </message>
    <message>
        <source>By object</source>
        <translation>Par objet</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Propres</translation>
    </message>
    <message>
        <source>Inherited</source>
        <translation>Héritée</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajoutée</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>Retirée</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Diffère</translation>
    </message>
    <message>
        <source>Nothing is lost and the server keeps running.</source>
        <translation>Rien n’est perdu et le serveur continue de fonctionner.</translation>
    </message>
    <message>
        <source>Compare with no role</source>
        <translation>Ne comparer à aucun rôle</translation>
    </message>
    <message numerus="yes">
        <source>%Ln differ from %1</source>
        <translation>
            <numerusform>%Ln diffère de %1</numerusform>
            <numerusform>%Ln diffèrent de %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Compare with another role</source>
        <translation>Comparer à un autre rôle</translation>
    </message>
    <message>
        <source>Your own role lacks “%1”, so you can’t give it</source>
        <translation>Il manque « %1 » à votre propre rôle, vous ne pouvez donc pas la donner</translation>
    </message>
    <message numerus="yes">
        <source>Discard %Ln changes to %1?</source>
        <translation>
            <numerusform>Abandonner %Ln modification de %1 ?</numerusform>
            <numerusform>Abandonner %Ln modifications de %1 ?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are not saved yet.</source>
        <translation>Elles ne sont pas encore enregistrées.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>%1 was saved.</source>
        <translation>%1 a été enregistré.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>%1 is as it was.</source>
        <translation>%1 est comme avant.</translation>
    </message>
    <message>
        <source>It allows more than your own role</source>
        <translation>Il permet plus que votre propre rôle</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Supprimer %1 ?</translation>
    </message>
    <message>
        <source>Nobody has it.</source>
        <translation>Personne ne l’a.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln members lose it, and what it allows, at once.</source>
        <translation>
            <numerusform>%Ln membre le perd, et ce qu’il permet, aussitôt.</numerusform>
            <numerusform>%Ln membres le perdent, et ce qu’il permet, aussitôt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete role</source>
        <translation>Supprimer le rôle</translation>
    </message>
    <message>
        <source>%1 was deleted.</source>
        <translation>%1 a été supprimé.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changes to %1</source>
        <translation>
            <numerusform>%Ln modification de %1</numerusform>
            <numerusform>%Ln modifications de %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RotateDialog</name>
    <message>
        <source>Rotate %1?</source>
        <translation>Renouveler %1 ?</translation>
    </message>
    <message>
        <source>Never longer than it would have: until %1</source>
        <translation>Jamais plus longtemps que prévu : jusqu’au %1</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Pas du tout</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 heure</translation>
    </message>
    <message>
        <source>24 hours</source>
        <translation>24 heures</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 jours</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Rotate key</source>
        <translation>Renouveler la clé</translation>
    </message>
    <message>
        <source>From now on requests are signed with another key pair. The pair of the rotation before stops at once.</source>
        <translation>Désormais, les requêtes sont signées avec une autre paire de clés. La paire de la rotation précédente cesse aussitôt.</translation>
    </message>
    <message>
        <source>From now on requests are signed with another key pair. Name, scopes and limits stay.</source>
        <translation>Désormais, les requêtes sont signées avec une autre paire de clés. Nom, droits et limites restent.</translation>
    </message>
    <message>
        <source>Next public key</source>
        <translation>Prochaine clé publique</translation>
    </message>
    <message>
        <source>The old key pair works on for</source>
        <translation>L’ancienne paire de clés fonctionne encore</translation>
    </message>
    <message>
        <source>A new key takes its place, shown once. The one of the rotation before stops at once.</source>
        <translation>Une nouvelle clé prend sa place, affichée une fois. Celle de la rotation précédente s’arrête aussitôt.</translation>
    </message>
    <message>
        <source>A new key takes its place, shown once. Name, scopes and limits stay.</source>
        <translation>Une nouvelle clé prend sa place, affichée une fois. Nom, droits et limites restent.</translation>
    </message>
    <message>
        <source>The old key works on for</source>
        <translation>L’ancienne clé fonctionne encore</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RuleBar</name>
    <message>
        <source>%L1, the rule fires at %L2</source>
        <translation>%L1, la règle se déclenche à %L2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RuleDialog</name>
    <message>
        <source>Add rule</source>
        <translation>Ajouter une règle</translation>
    </message>
    <message>
        <source>What it finds</source>
        <translation>Ce qu’elle trouve</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Expression régulière</translation>
    </message>
    <message>
        <source>Upper and lower case differ</source>
        <translation>Distinguer les majuscules</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>Must find, a line each</source>
        <translation>Doit trouver, une ligne chacun</translation>
    </message>
    <message>
        <source>Must let pass, a line each</source>
        <translation>Doit laisser passer, une ligne chacun</translation>
    </message>
    <message>
        <source>Tried before the rule is saved. It observes until you let it block.</source>
        <translation>Essayé avant l’enregistrement. Elle observe jusqu’à ce que vous la laissiez bloquer.</translation>
    </message>
    <message>
        <source>Give it a name of 1 to 80 characters.</source>
        <translation>Donnez-lui un nom de 1 à 80 caractères.</translation>
    </message>
    <message>
        <source>This can’t be looked for: an expression that is wrong, too long, or finds the empty text.</source>
        <translation>Impossible de chercher cela : une expression fausse, trop longue ou qui trouve le texte vide.</translation>
    </message>
    <message>
        <source>A line does not come out as it shall</source>
        <translation>Une ligne ne donne pas ce qu’elle doit</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RuleFrame</name>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RulesDialog</name>
    <message>
        <source>How long events are kept</source>
        <translation>Durée de conservation</translation>
    </message>
    <message>
        <source>Most events</source>
        <translation>Maximum d’événements</translation>
    </message>
    <message>
        <source>Beyond it the oldest go, but none of the last seven days. 0: no cap.</source>
        <translation>Au-delà, les plus anciens partent, mais aucun des sept derniers jours. 0 : sans limite.</translation>
    </message>
    <message>
        <source>Show what goes</source>
        <translation>Montrer ce qui part</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>This is no whole number.</source>
        <translation>Ce n’est pas un nombre entier.</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
    <message>
        <source>Would go at once: %1. Holds keep %2.</source>
        <translation>Partirait aussitôt : %1. Les gels en gardent %2.</translation>
    </message>
    <message>
        <source>Would go at once: %1.</source>
        <translation>Partirait aussitôt : %1.</translation>
    </message>
    <message>
        <source>1 to 36,500 days.</source>
        <translation>1 à 36 500 jours.</translation>
    </message>
    <message>
        <source>0 for no cap, or at least 10,000.</source>
        <translation>0 pour aucune limite, ou au moins 10 000.</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Ajouter une règle</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Takes the last step back (Ctrl+Z)</source>
        <translation>Annule la dernière étape (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Most megabytes</source>
        <translation>Mégaoctets au plus</translation>
    </message>
    <message>
        <source>Of what events hold. Beyond it the oldest of the lowest severity go first. 0: no cap.</source>
        <translation>De ce que contiennent les événements. Au-delà, les plus anciens de la plus faible gravité partent d’abord. 0 : pas de limite.</translation>
    </message>
    <message>
        <source>0 for no cap, or at least 10.</source>
        <translation>0 pour aucune limite, ou au moins 10.</translation>
    </message>
    <message>
        <source>This stands there twice.</source>
        <translation>Ceci figure deux fois.</translation>
    </message>
    <message>
        <source>There is no such kind of event or family.</source>
        <translation>Il n’existe pas de type d’événement ni de famille de ce nom.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::RulesTable</name>
    <message>
        <source>Kind of event</source>
        <translation>Type d’événement</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Jours</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Fixé par</translation>
    </message>
    <message>
        <source>Name, word or family</source>
        <translation>Nom, mot ou famille</translation>
    </message>
    <message>
        <source>What no rule is for</source>
        <translation>Ce qu’aucune règle ne vise</translation>
    </message>
    <message>
        <source>the new rule</source>
        <translation>la nouvelle règle</translation>
    </message>
    <message>
        <source>Days that %1 is kept</source>
        <translation>Jours de conservation : %1</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Pas encore enregistré</translation>
    </message>
    <message>
        <source>Take away: %1</source>
        <translation>Retirer : %1</translation>
    </message>
    <message>
        <source>Days, where no rule says otherwise</source>
        <translation>Jours, sauf règle contraire</translation>
    </message>
    <message>
        <source>Choose what this rule is for.</source>
        <translation>Choisissez à quoi s’applique cette règle.</translation>
    </message>
    <message>
        <source>There is no such kind of event or family.</source>
        <translation>Il n’existe pas de type d’événement ni de famille de ce nom.</translation>
    </message>
    <message>
        <source>There is a rule for it above.</source>
        <translation>Une règle existe déjà plus haut pour cela.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ScanPage</name>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Scan with any authenticator app</source>
        <translation>Scannez avec une application d’authentification</translation>
    </message>
    <message>
        <source>QR code for the authenticator app</source>
        <translation>Code QR pour l’application d’authentification</translation>
    </message>
    <message>
        <source>Can’t scan? Type this key</source>
        <translation>Impossible de scanner ? Tapez cette clé</translation>
    </message>
    <message>
        <source>Copy the key</source>
        <translation>Copier la clé</translation>
    </message>
    <message>
        <source>Time-based, 6 digits, every 30 s. Copied text is cleared after 30 s.</source>
        <translation>Basé sur l’heure, 6 chiffres, toutes les 30 s. Le texte copié est effacé après 30 s.</translation>
    </message>
    <message>
        <source>Enter the 6 digits that the app shows</source>
        <translation>Entrez les 6 chiffres que montre l’application</translation>
    </message>
    <message>
        <source>The app’s next code comes in %1 s</source>
        <translation>Le prochain code de l’application arrive dans %1 s</translation>
    </message>
    <message>
        <source>The app will list this as “%1”, for %2.</source>
        <translation>L’application l’affichera sous « %1 », pour %2.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ScopeChecks</name>
    <message>
        <source>The owner holds no permission that you may give.</source>
        <translation>Le propriétaire n’a aucun droit que vous puissiez accorder.</translation>
    </message>
    <message>
        <source>The owner does not hold this now: the key cannot do it.</source>
        <translation>Le propriétaire n’a pas ce droit maintenant : la clé ne peut pas l’exercer.</translation>
    </message>
    <message>
        <source>Search scopes</source>
        <translation>Rechercher un droit</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Lecture seule</translation>
    </message>
    <message>
        <source>Everything that only reads</source>
        <translation>Tout ce qui ne fait que lire</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Fiches</translation>
    </message>
    <message>
        <source>Everything about records, nothing else</source>
        <translation>Tout sur les fiches, rien d’autre</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>No scope matches</source>
        <translation>Aucun droit ne correspond</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 sur %L2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ScoreBar</name>
    <message>
        <source>Score %1, blocks at %2</source>
        <translation>Score %1, bloque à %2</translation>
    </message>
    <message>
        <source>Blocks at %1</source>
        <translation>Bloque à %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SearchDialog</name>
    <message>
        <source>Change search</source>
        <translation>Modifier la recherche</translation>
    </message>
    <message>
        <source>Save search</source>
        <translation>Enregistrer la recherche</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Times such as since:1h are reckoned anew each time.</source>
        <translation>Les durées comme since:1h sont recalculées à chaque fois.</translation>
    </message>
    <message>
        <source>With the columns of the list</source>
        <translation>Avec les colonnes de la liste</translation>
    </message>
    <message>
        <source>For everybody who may read events</source>
        <translation>Pour tous ceux qui peuvent lire les événements</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
    <message>
        <source>As many searches are kept as there may be. Delete one first.</source>
        <translation>Le nombre de recherches est atteint. Supprimez-en une d’abord.</translation>
    </message>
    <message>
        <source>There is a search of this name.</source>
        <translation>Une recherche de ce nom existe déjà.</translation>
    </message>
    <message>
        <source>Give it a name of 1 to 60 characters.</source>
        <translation>Donnez-lui un nom de 1 à 60 caractères.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SearchField</name>
    <message>
        <source>Search or run a command</source>
        <translation>Chercher ou exécuter</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SearchesDialog</name>
    <message>
        <source>Saved searches</source>
        <translation>Recherches enregistrées</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtre</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>À qui</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Afficher</translation>
    </message>
    <message>
        <source>Mine, shared</source>
        <extracomment>%1: who shares a search</extracomment>
        <translation>La mienne, partagée</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>La mienne</translation>
    </message>
    <message>
        <source>Shared by %1</source>
        <translation>Partagée par %1</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Supprimer %1 ?</translation>
    </message>
    <message>
        <source>Nobody has it any more. The events stay.</source>
        <translation>Plus personne ne l’aura. Les événements restent.</translation>
    </message>
    <message>
        <source>The events that it finds stay.</source>
        <translation>Les événements qu’elle trouve restent.</translation>
    </message>
    <message>
        <source>Choose a search first</source>
        <translation>Choisissez d’abord une recherche</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SensitivePart</name>
    <message>
        <source>Sensitive</source>
        <translation>Valeurs sensibles</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Masquer</translation>
    </message>
    <message>
        <source>Show with your code</source>
        <translation>Afficher avec votre code</translation>
    </message>
    <message numerus="yes">
        <source>Hidden again in %Ln s.</source>
        <translation>
            <numerusform>De nouveau masqué dans %Ln s.</numerusform>
            <numerusform>De nouveau masqué dans %Ln s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shown for %Ln s. Each showing is recorded.</source>
        <translation>
            <numerusform>Affiché %Ln s. Chaque affichage est enregistré.</numerusform>
            <numerusform>Affiché %Ln s. Chaque affichage est enregistré.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: hidden</source>
        <translation>%1 : masqué</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>It stays on the clipboard for 30 s</source>
        <translation>Reste 30 s dans le presse-papiers</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ServiceAccountsPanel</name>
    <message>
        <source>Service accounts</source>
        <translation>Comptes de service</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>Ajouter un compte</translation>
    </message>
    <message>
        <source>Add account (Ctrl+N)</source>
        <translation>Ajouter un compte (Ctrl+N)</translation>
    </message>
    <message>
        <source>Filter accounts</source>
        <translation>Filtrer les comptes</translation>
    </message>
    <message>
        <source>Filter service accounts by name</source>
        <translation>Filtrer les comptes de service par nom</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Loading service accounts</source>
        <translation>Chargement des comptes de service</translation>
    </message>
    <message>
        <source>No account matches</source>
        <translation>Aucun compte ne correspond</translation>
    </message>
    <message>
        <source>No service account has this text in its name.</source>
        <translation>Aucun compte de service n’a ce texte dans son nom.</translation>
    </message>
    <message>
        <source>No service accounts yet</source>
        <translation>Pas encore de compte de service</translation>
    </message>
    <message>
        <source>A service account is who a program is: it has roles and API keys, but no password, and it stays when people leave.</source>
        <translation>Un compte de service représente un programme : il a des rôles et des clés d’API, mais pas de mot de passe, et il reste quand les personnes partent.</translation>
    </message>
    <message>
        <source>Nothing is lost, and the keys keep working.</source>
        <translation>Rien n’est perdu, et les clés continuent de fonctionner.</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 ajouté</translation>
    </message>
    <message>
        <source>Disable %1?</source>
        <translation>Désactiver %1 ?</translation>
    </message>
    <message>
        <source>Its keys are refused from the next request on, until you enable it again.</source>
        <translation>Ses clés sont refusées dès la requête suivante, jusqu’à ce que vous le réactiviez.</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Désactiver</translation>
    </message>
    <message>
        <source>%1 enabled</source>
        <translation>%1 activé</translation>
    </message>
    <message>
        <source>%1 disabled</source>
        <translation>%1 désactivé</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Supprimer %1 ?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of its keys still work; they stop at once. It cannot be undone.</source>
        <translation>
            <numerusform>%Ln de ses clés fonctionne encore ; elle s’arrête aussitôt. C’est irréversible.</numerusform>
            <numerusform>%Ln de ses clés fonctionnent encore ; elles s’arrêtent aussitôt. C’est irréversible.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has no key that works. It cannot be undone.</source>
        <translation>Aucune de ses clés ne fonctionne. C’est irréversible.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 supprimé</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Create key…</source>
        <translation>Créer une clé…</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>Désactiver…</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Ajouter un compte</translation>
    </message>
    <message>
        <source>Name it after the program, such as “Lab gateway”</source>
        <translation>Nommez-le d’après le programme, par exemple « Passerelle labo »</translation>
    </message>
    <message>
        <source>Give it a role</source>
        <translation>Lui donner un rôle</translation>
    </message>
    <message>
        <source>As little as it needs</source>
        <translation>Aussi peu que nécessaire</translation>
    </message>
    <message>
        <source>Create a key</source>
        <translation>Créer une clé</translation>
    </message>
    <message>
        <source>Shown once, and it ends by itself</source>
        <translation>Affichée une seule fois, elle expire d’elle-même</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SessionsModel</name>
    <message>
        <source>Shown</source>
        <translation>Présenté</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>Non présenté</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Utilisateur</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
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
        <translation>Connexion</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>Dernier usage</translation>
    </message>
    <message>
        <source>Ends</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>This window</source>
        <translation>Cette fenêtre</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Cet ordinateur</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SessionsPanel</name>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>End all</source>
        <translation>Tout terminer</translation>
    </message>
    <message>
        <source>End session</source>
        <translation>Terminer la session</translation>
    </message>
    <message>
        <source>Ends the selected sessions (Delete)</source>
        <translation>Termine les sessions sélectionnées (Suppr)</translation>
    </message>
    <message>
        <source>Filter sessions</source>
        <translation>Filtrer les sessions</translation>
    </message>
    <message>
        <source>Filter sessions by user, address or program</source>
        <translation>Filtrer les sessions par utilisateur, adresse ou programme</translation>
    </message>
    <message>
        <source>Clear filter</source>
        <translation>Effacer le filtre</translation>
    </message>
    <message>
        <source>Loading sessions</source>
        <translation>Chargement des sessions</translation>
    </message>
    <message>
        <source>No session matches</source>
        <translation>Aucune session ne correspond</translation>
    </message>
    <message>
        <source>No user, address or program has this text.</source>
        <translation>Aucun utilisateur, aucune adresse ni aucun programme ne contient ce texte.</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Personne n’est connecté</translation>
    </message>
    <message>
        <source>Who signs in over HTTPS or at the console stands here until the session ends.</source>
        <translation>Qui se connecte par HTTPS ou à la console figure ici jusqu’à la fin de la session.</translation>
    </message>
    <message>
        <source>Nothing is lost and the server keeps running.</source>
        <translation>Rien n’est perdu et le serveur continue de fonctionner.</translation>
    </message>
    <message>
        <source>Show user</source>
        <translation>Afficher l’utilisateur</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Afficher les événements</translation>
    </message>
    <message>
        <source>End session…</source>
        <translation>Terminer la session…</translation>
    </message>
    <message>
        <source>End this session of %1?</source>
        <translation>Terminer cette session de %1 ?</translation>
    </message>
    <message numerus="yes">
        <source>End %Ln sessions?</source>
        <translation>
            <numerusform>Terminer %Ln session ?</numerusform>
            <numerusform>Terminer %Ln sessions ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Its tokens stop at once. Whoever used it can sign in again.</source>
        <translation>Ses jetons cessent aussitôt d’être valables. La personne peut se connecter de nouveau.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of the selected rows were not loaded yet and stay.</source>
        <translation>
            <numerusform>%Ln des lignes sélectionnées n’était pas encore chargée et reste.</numerusform>
            <numerusform>%Ln des lignes sélectionnées n’étaient pas encore chargées et restent.</numerusform>
        </translation>
    </message>
    <message>
        <source>End sessions</source>
        <translation>Terminer les sessions</translation>
    </message>
    <message numerus="yes">
        <source>%Ln sessions ended</source>
        <translation>
            <numerusform>%Ln session terminée</numerusform>
            <numerusform>%Ln sessions terminées</numerusform>
        </translation>
    </message>
    <message>
        <source>End everybody&apos;s sessions?</source>
        <translation>Terminer les sessions de tout le monde ?</translation>
    </message>
    <message>
        <source>Signs everybody out but you and those who may do more</source>
        <translation>Déconnecte tout le monde sauf vous et ceux qui ont plus de droits</translation>
    </message>
    <message>
        <source>Everybody but you and those who may do more is signed out at once, on every device, and can sign in again.</source>
        <translation>Tout le monde sauf vous et ceux qui ont plus de droits est déconnecté aussitôt, sur chaque appareil, et peut se reconnecter.</translation>
    </message>
    <message>
        <source>Choose a session first</source>
        <translation>Choisissez d’abord une session</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SettingField</name>
    <message>
        <source>Reset</source>
        <translation>Réinitialiser</translation>
    </message>
    <message>
        <source>Reset “%1”</source>
        <translation>Réinitialiser « %1 »</translation>
    </message>
    <message>
        <source>Default %1</source>
        <translation>Par défaut %1</translation>
    </message>
    <message>
        <source>Needs a restart</source>
        <translation>Redémarrage nécessaire</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SettingValue</name>
    <message>
        <source>Nothing</source>
        <translation>Rien</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Activée</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivée</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <extracomment>%1: a number of requests, %2: a length of time</extracomment>
        <translation>%1 en %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SettingsForm</name>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Not saved. %1</source>
        <translation>Non enregistré. %1</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Appliquer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln modification</numerusform>
            <numerusform>%Ln modifications</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct the marked fields, then apply.</source>
        <translation>Corrigez les champs marqués, puis appliquez.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %Ln need(s) a restart</source>
        <extracomment>%1: “2 changes”</extracomment>
        <translation>
            <numerusform>%1, %Ln exige un redémarrage</numerusform>
            <numerusform>%1, %Ln exigent un redémarrage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 instead of %3</source>
        <extracomment>%1: a setting, %2: its new value, %3: its old one</extracomment>
        <translation>%1 : %2 au lieu de %3</translation>
    </message>
    <message>
        <source>%1, with a restart</source>
        <translation>%1, avec un redémarrage</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln autre</numerusform>
            <numerusform>%Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct what is marked first</source>
        <translation>Corrigez d’abord ce qui est marqué</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SettingsIndex</name>
    <message>
        <source>Group</source>
        <translation>Groupe</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Modifiés</translation>
    </message>
    <message>
        <source>Groups of settings</source>
        <translation>Groupes de réglages</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed from the default</source>
        <translation>
            <numerusform>%Ln modifié par rapport au défaut</numerusform>
            <numerusform>%Ln modifiés par rapport au défaut</numerusform>
        </translation>
    </message>
    <message>
        <source>not applied</source>
        <translation>pas appliqué</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SettingsPanel</name>
    <message>
        <source>Settings</source>
        <translation>Réglages</translation>
    </message>
    <message>
        <source>days</source>
        <translation>jours</translation>
    </message>
    <message>
        <source>Other computers will reach the server at this address.</source>
        <translation>D’autres ordinateurs atteindront le serveur à cette adresse.</translation>
    </message>
    <message>
        <source>Open the server to other computers?</source>
        <translation>Ouvrir le serveur à d’autres ordinateurs ?</translation>
    </message>
    <message>
        <source>With the address %1 every computer that reaches this one can send requests to the server. Sign-in, roles and limits stay in force.</source>
        <translation>Avec l’adresse %1, tout ordinateur qui atteint celui-ci peut envoyer des requêtes au serveur. Connexion, rôles et limites restent en vigueur.</translation>
    </message>
    <message>
        <source>Open server</source>
        <translation>Ouvrir le serveur</translation>
    </message>
    <message>
        <source>The settings were saved.</source>
        <translation>Les réglages ont été enregistrés.</translation>
    </message>
    <message>
        <source>Show events</source>
        <translation>Afficher les événements</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Rechercher un réglage</translation>
    </message>
    <message>
        <source>Which settings</source>
        <translation>Quels réglages</translation>
    </message>
    <message>
        <source>Show all settings</source>
        <translation>Afficher tous les réglages</translation>
    </message>
    <message>
        <source>No setting matches</source>
        <translation>Aucun réglage ne correspond</translation>
    </message>
    <message>
        <source>Titles, helps and keys such as server.port are searched.</source>
        <translation>La recherche porte sur les titres, les aides et les clés comme server.port.</translation>
    </message>
    <message>
        <source>Last changed %1 by %2</source>
        <extracomment>%1: a day, %2: a name</extracomment>
        <translation>Dernière modification le %1 par %2</translation>
    </message>
    <message>
        <source>All %L1</source>
        <translation>Tous %L1</translation>
    </message>
    <message>
        <source>Changed %L1</source>
        <translation>Modifiés %L1</translation>
    </message>
    <message>
        <source>Not applied %L1</source>
        <translation>Pas appliqués %L1</translation>
    </message>
    <message>
        <source>MiB</source>
        <translation>Mio</translation>
    </message>
    <message>
        <source>This desktop has no tray: nothing is shown.</source>
        <translation>Ce bureau n’a pas de zone de notification : rien n’est affiché.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ShellMenus</name>
    <message>
        <source>Appearance</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Appearance: %1</source>
        <extracomment>%1: Light, Dark or Like the system</extracomment>
        <translation>Apparence : %1</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Anglais</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Allemand</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Français</translation>
    </message>
    <message>
        <source>Language: %1</source>
        <extracomment>%1: a language by its own name</extracomment>
        <translation>Langue : %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SignInScreen</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>Le verrouillage majuscules est actif</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Sign in to %1</source>
        <translation>Se connecter à %1</translation>
    </message>
    <message>
        <source>With your own account</source>
        <translation>Avec votre propre compte</translation>
    </message>
    <message>
        <source>Confirm that it is you</source>
        <translation>Confirmez que c’est vous</translation>
    </message>
    <message>
        <source>E-mail address</source>
        <translation>Adresse e-mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Enter the 6 digits that the app shows</source>
        <translation>Entrez les 6 chiffres que montre l’application</translation>
    </message>
    <message>
        <source>Recovery code</source>
        <translation>Code de récupération</translation>
    </message>
    <message>
        <source>Each code works once</source>
        <translation>Chaque code sert une fois</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Connexion en cours</translation>
    </message>
    <message>
        <source>Use the authenticator app</source>
        <translation>Utiliser l’application d’authentification</translation>
    </message>
    <message>
        <source>Use a recovery code</source>
        <translation>Utiliser un code de récupération</translation>
    </message>
    <message>
        <source>Use another account</source>
        <translation>Utiliser un autre compte</translation>
    </message>
    <message>
        <source>Lock the vault</source>
        <translation>Verrouiller le coffre</translation>
    </message>
    <message>
        <source>Enter your e-mail address</source>
        <translation>Entrez votre adresse e-mail</translation>
    </message>
    <message>
        <source>Your session has ended. Sign in again to go on.</source>
        <translation>Votre session est terminée. Reconnectez-vous pour continuer.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SignatureLab</name>
    <message>
        <source>All fields are there and can be read</source>
        <translation>Tous les champs sont présents et lisibles</translation>
    </message>
    <message>
        <source>The key may sign</source>
        <translation>La clé peut signer</translation>
    </message>
    <message>
        <source>Everything that must be signed is</source>
        <translation>Tout ce qui doit être signé l’est</translation>
    </message>
    <message>
        <source>Right for the server’s clock now</source>
        <translation>Conforme maintenant à l’horloge du serveur</translation>
    </message>
    <message>
        <source>It fits this request</source>
        <translation>Elle correspond à cette requête</translation>
    </message>
    <message>
        <source>It fits the body</source>
        <translation>Elle correspond au corps</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Champs</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clé</translation>
    </message>
    <message>
        <source>What is signed</source>
        <translation>Ce qui est signé</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Heure</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Empreinte</translation>
    </message>
    <message>
        <source>Not needed: the signature covers the body</source>
        <translation>Inutile : la signature couvre le corps</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Non vérifié</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SignatureLabPanel</name>
    <message>
        <source>Signature lab</source>
        <translation>Labo de signatures</translation>
    </message>
    <message>
        <source>Request, as it was sent</source>
        <translation>Requête, telle qu’elle a été envoyée</translation>
    </message>
    <message>
        <source>Paste it from curl -v or a log: first line, headers, an empty line, the body</source>
        <translation>Collez-la depuis curl -v ou un journal : première ligne, en-têtes, une ligne vide, le corps</translation>
    </message>
    <message>
        <source>If you know it: it is compared line by line</source>
        <translation>Si vous le connaissez : il est comparé ligne par ligne</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Expliquer</translation>
    </message>
    <message>
        <source>That is no HTTP request: the first line must be like GET /api/signed HTTP/1.1</source>
        <translation>Ce n’est pas une requête HTTP : la première ligne doit être comme GET /api/signed HTTP/1.1</translation>
    </message>
    <message>
        <source>Nothing was let in or changed.</source>
        <translation>Rien n’a été admis ni modifié.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copié</translation>
    </message>
    <message>
        <source>What the client signed</source>
        <translation>Ce que le client a signé</translation>
    </message>
    <message>
        <source>Paste a request first</source>
        <translation>Collez d’abord une requête</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SigningKeyBox</name>
    <message>
        <source>Key that signs access tokens</source>
        <translation>Clé qui signe les jetons d’accès</translation>
    </message>
    <message>
        <source>New signing key…</source>
        <translation>Nouvelle clé de signature…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln retired keys still verify older tokens.</source>
        <translation>
            <numerusform>%Ln clé retirée vérifie encore d’anciens jetons.</numerusform>
            <numerusform>%Ln clés retirées vérifient encore d’anciens jetons.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make a new signing key?</source>
        <translation>Créer une nouvelle clé de signature ?</translation>
    </message>
    <message>
        <source>It signs from now on. Tokens of the old key stay good until they are over; programs that check tokens themselves fetch the new key by its id.</source>
        <translation>Elle signe dès maintenant. Les jetons de l’ancienne clé restent valables jusqu’à leur terme ; les programmes qui vérifient eux-mêmes les jetons récupèrent la nouvelle clé par son identifiant.</translation>
    </message>
    <message>
        <source>Make new key</source>
        <translation>Créer une nouvelle clé</translation>
    </message>
    <message>
        <source>A new key signs access tokens.</source>
        <translation>Une nouvelle clé signe les jetons d’accès.</translation>
    </message>
    <message>
        <source>%1, made: %2. A new one is made every 90 days.</source>
        <translation>%1, créée : %2. Une nouvelle est créée tous les 90 jours.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::SimulatorPanel</name>
    <message>
        <source>Simulator</source>
        <translation>Simulateur</translation>
    </message>
    <message>
        <source>Answers as you edit</source>
        <translation>Répond à chaque modification</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Copier comme commande</translation>
    </message>
    <message>
        <source>Save as test</source>
        <translation>Enregistrer comme test</translation>
    </message>
    <message>
        <source>People and what they may do</source>
        <translation>Personnes et ce qu’elles peuvent faire</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Série</translation>
    </message>
    <message>
        <source>What can %1 do</source>
        <translation>Ce que peut faire %1</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>personne</translation>
    </message>
    <message>
        <source>Who can do this</source>
        <translation>Qui peut faire cela</translation>
    </message>
    <message numerus="yes">
        <source>%Ln people, same time and address</source>
        <translation>
            <numerusform>%Ln personne, même heure et adresse</numerusform>
            <numerusform>%Ln personnes, même heure et adresse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln people on %1, same time and address</source>
        <translation>
            <numerusform>%Ln personne sur %1, même heure et adresse</numerusform>
            <numerusform>%Ln personnes sur %1, même heure et adresse</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 allowed, %2 refused</source>
        <translation>%1 autorisés, %2 refusés</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Oui</translation>
    </message>
    <message>
        <source>Some, as policies say</source>
        <translation>Certains, selon les politiques</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>By “%1”</source>
        <translation>Par « %1 »</translation>
    </message>
    <message>
        <source>%1 of %2 permissions can be used, all or in part</source>
        <translation>%1 autorisations sur %2 sont utilisables, en tout ou partie</translation>
    </message>
    <message>
        <source>%1 of %2 active users may</source>
        <translation>%1 utilisateurs actifs sur %2 le peuvent</translation>
    </message>
    <message>
        <source>By roles alone</source>
        <translation>Par les rôles seuls</translation>
    </message>
    <message numerus="yes">
        <source>And %Ln more</source>
        <translation>
            <numerusform>Et %Ln de plus</numerusform>
            <numerusform>Et %Ln de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody may.</source>
        <translation>Personne ne le peut.</translation>
    </message>
    <message>
        <source>The command is on the clipboard.</source>
        <translation>La commande est dans le presse-papiers.</translation>
    </message>
    <message>
        <source>There is no policy yet whose test it could be.</source>
        <translation>Il n’y a pas encore de politique dont ce pourrait être un test.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>who and what they do</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>It is a test of “%1” now, with this outcome.</source>
        <translation>C’est maintenant un test de « %1 », avec ce résultat.</translation>
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
        <translation>%1/%2 libres en %3</translation>
    </message>
    <message>
        <source>No permission needed</source>
        <translation>Aucune permission requise</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1: roles, %2: what is asked for, as in “Viewer: Change users”</extracomment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>%1, direct</source>
        <translation>%1, direct</translation>
    </message>
    <message>
        <source>No such route</source>
        <translation>Route inconnue</translation>
    </message>
    <message>
        <source>Not limited</source>
        <translation>Sans limite</translation>
    </message>
    <message>
        <source>As %1</source>
        <translation>Au nom de %1</translation>
    </message>
    <message>
        <source>Public route</source>
        <translation>Route publique</translation>
    </message>
    <message>
        <source>No valid credential</source>
        <translation>Aucun justificatif valide</translation>
    </message>
    <message>
        <source>Not needed</source>
        <translation>Pas nécessaire</translation>
    </message>
    <message>
        <source>Code accepted</source>
        <translation>Code accepté</translation>
    </message>
    <message>
        <source>Second factor shown earlier</source>
        <translation>Second facteur déjà présenté</translation>
    </message>
    <message>
        <source>No second factor shown</source>
        <translation>Aucun second facteur présenté</translation>
    </message>
    <message>
        <source>Parameters after ? that this route does not take</source>
        <translation>Des paramètres après ? que cette route ne prend pas</translation>
    </message>
    <message>
        <source>No body</source>
        <translation>Aucun contenu</translation>
    </message>
    <message>
        <source>As %1 asks</source>
        <translation>Conforme à %1</translation>
    </message>
    <message>
        <source>Not as %1 asks</source>
        <translation>Non conforme à %1</translation>
    </message>
    <message>
        <source>Within the limit</source>
        <translation>Sous la limite</translation>
    </message>
    <message>
        <source>Key “%1” of %2</source>
        <translation>Clé « %1 » de %2</translation>
    </message>
    <message>
        <source>%1 s behind the server’s clock; %2 s are allowed</source>
        <translation>%1 s de retard sur l’horloge du serveur ; %2 s sont permises</translation>
    </message>
    <message>
        <source>%1 s ahead of the server’s clock; %2 s are allowed</source>
        <translation>%1 s d’avance sur l’horloge du serveur ; %2 s sont permises</translation>
    </message>
    <message>
        <source>Signed with key “%1” of %2</source>
        <translation>Signée avec la clé « %1 » de %2</translation>
    </message>
    <message>
        <source>Not signed: %1</source>
        <translation>Non signé : %1</translation>
    </message>
    <message>
        <source>Nothing is overdue</source>
        <translation>Rien n’est en retard</translation>
    </message>
    <message>
        <source>Due by %1</source>
        <translation>À faire avant le %1</translation>
    </message>
    <message>
        <source>%1, by the proxy %2</source>
        <translation>%1, selon le proxy %2</translation>
    </message>
    <message>
        <source>%1: what the proxy says of its client cannot be used</source>
        <translation>%1 : ce que le proxy dit de son client est inutilisable</translation>
    </message>
    <message>
        <source>On no list</source>
        <translation>Sur aucune liste</translation>
    </message>
    <message>
        <source>Always let in</source>
        <translation>Toujours admise</translation>
    </message>
    <message>
        <source>On the block list</source>
        <translation>Sur la liste de blocage</translation>
    </message>
    <message>
        <source>Banned until %1</source>
        <translation>Bannie jusqu’au %1</translation>
    </message>
    <message>
        <source>Score %1</source>
        <translation>Score %1</translation>
    </message>
    <message>
        <source>Score %1; waited %2 ms, request %3 of this address</source>
        <translation>Score %1 ; a attendu %2 ms, requête %3 de cette adresse</translation>
    </message>
    <message>
        <source>Score %1; would have waited %2 ms, request %3 of this address</source>
        <translation>Score %1 ; aurait attendu %2 ms, requête %3 de cette adresse</translation>
    </message>
    <message>
        <source>Nothing that looks like an attack</source>
        <translation>Rien qui ressemble à une attaque</translation>
    </message>
    <message>
        <source>No long body</source>
        <translation>Pas de corps long</translation>
    </message>
    <message>
        <source>Score %1 of %2</source>
        <extracomment>%1: points that were found, %2: from how many on a request is stopped</extracomment>
        <translation>Score %1 sur %2</translation>
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
        <translation>Chaque étape</translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <translation>
            <numerusform>%Ln retiré</numerusform>
            <numerusform>%Ln retirés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decoded</source>
        <translation>
            <numerusform>%Ln décodé</numerusform>
            <numerusform>%Ln décodés</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::StatusStrip</name>
    <message>
        <source>Server stopped</source>
        <translation>Serveur arrêté</translation>
    </message>
    <message>
        <source>Server starting</source>
        <translation>Serveur en démarrage</translation>
    </message>
    <message>
        <source>Server running</source>
        <translation>Serveur en marche</translation>
    </message>
    <message>
        <source>Server stopping</source>
        <translation>Serveur en cours d’arrêt</translation>
    </message>
    <message>
        <source>Server could not start</source>
        <translation>Le serveur n’a pas pu démarrer</translation>
    </message>
    <message>
        <source>Copy the address %1</source>
        <translation>Copier l’adresse %1</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Copier l’adresse</translation>
    </message>
    <message>
        <source>Copy the certificate&apos;s fingerprint %1</source>
        <translation>Copier l’empreinte %1 du certificat</translation>
    </message>
    <message>
        <source>SHA-256 fingerprint of the certificate. Click to copy.</source>
        <translation>Empreinte SHA-256 du certificat. Cliquez pour copier.</translation>
    </message>
    <message>
        <source>requests/s</source>
        <translation>requêtes/s</translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation>Personne n’est connecté</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Verrouiller</translation>
    </message>
    <message>
        <source>Start server</source>
        <translation>Démarrer le serveur</translation>
    </message>
    <message>
        <source>Stop server</source>
        <translation>Arrêter le serveur</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Se déconnecter</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new notice(s)</source>
        <translation>
            <numerusform>%Ln nouvel avis</numerusform>
            <numerusform>%Ln nouveaux avis</numerusform>
        </translation>
    </message>
    <message>
        <source>Role: %1</source>
        <extracomment>%1: the roles of who is signed in</extracomment>
        <translation>Rôle : %1</translation>
    </message>
    <message>
        <source>Notices (%L1 new)…</source>
        <translation>Avis (%L1 nouveaux)…</translation>
    </message>
    <message>
        <source>Notices…</source>
        <translation>Avis…</translation>
    </message>
    <message>
        <source>Change password…</source>
        <translation>Changer le mot de passe…</translation>
    </message>
    <message>
        <source>Second factor…</source>
        <translation>Second facteur…</translation>
    </message>
    <message>
        <source>Unlock the vault first</source>
        <translation>Déverrouillez d’abord le coffre</translation>
    </message>
    <message>
        <source>Sign in first</source>
        <translation>Connectez-vous d’abord</translation>
    </message>
    <message>
        <source>The server runs already</source>
        <translation>Le serveur est déjà en marche</translation>
    </message>
    <message>
        <source>The server doesn’t run</source>
        <translation>Le serveur n’est pas en marche</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::StepRow</name>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Étape %1 sur %2 : %3</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::StepUpDialog</name>
    <message>
        <source>Confirm that it is you</source>
        <translation>Confirmez que c’est vous</translation>
    </message>
    <message>
        <source>Code of your authenticator app</source>
        <translation>Code de votre application d’authentification</translation>
    </message>
    <message>
        <source>What you are about to do needs a code from the last minutes.</source>
        <translation>Ce que vous allez faire exige un code des dernières minutes.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmer</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::StrengthMeter</name>
    <message>
        <source>Very easy to guess</source>
        <translation>Très facile à deviner</translation>
    </message>
    <message>
        <source>Easy to guess</source>
        <translation>Facile à deviner</translation>
    </message>
    <message>
        <source>Takes some effort to guess</source>
        <translation>Demande un effort à deviner</translation>
    </message>
    <message>
        <source>Hard to guess</source>
        <translation>Difficile à deviner</translation>
    </message>
    <message>
        <source>Very hard to guess</source>
        <translation>Très difficile à deviner</translation>
    </message>
    <message>
        <source>Several words that don&apos;t belong together are best</source>
        <translation>Le mieux : plusieurs mots sans lien entre eux</translation>
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
        <translation>Testeur</translation>
    </message>
    <message>
        <source>Runs as you type</source>
        <translation>S’exécute à la frappe</translation>
    </message>
    <message>
        <source>Paste or type a request: method and path, headers, an empty line, a body. Or a single value.</source>
        <translation>Collez ou tapez une requête : méthode et chemin, en-têtes, une ligne vide, un corps. Ou une seule valeur.</translation>
    </message>
    <message>
        <source>Request to test</source>
        <translation>Requête à tester</translation>
    </message>
    <message>
        <source>Every stage</source>
        <translation>Chaque étape</translation>
    </message>
    <message>
        <source>as the server decodes it</source>
        <translation>comme le serveur la décode</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>This is no request that could be sent</source>
        <translation>Ce n’est pas une requête qui pourrait être envoyée</translation>
    </message>
    <message>
        <source>Tokens %1</source>
        <translation>Éléments %1</translation>
    </message>
    <message>
        <source>Strictness %1 of 4</source>
        <translation>Rigueur %1 sur 4</translation>
    </message>
    <message>
        <source>Nothing was tested yet</source>
        <translation>Rien n’a encore été testé</translation>
    </message>
    <message>
        <source>%1, rule “%2”</source>
        <translation>%1, règle « %2 »</translation>
    </message>
    <message>
        <source>Blocked, score %1 of %2</source>
        <translation>Bloquée, score %1 sur %2</translation>
    </message>
    <message>
        <source>Noticed and let pass, score %1 of %2</source>
        <translation>Remarquée et laissée passer, score %1 sur %2</translation>
    </message>
    <message>
        <source>Passes, detection is off</source>
        <translation>Passe, la détection est désactivée</translation>
    </message>
    <message>
        <source>Passes, score %1 of %2</source>
        <translation>Passe, score %1 sur %2</translation>
    </message>
    <message>
        <source>Nothing found in %1</source>
        <translation>Rien trouvé dans %1</translation>
    </message>
    <message>
        <source>Never looked at: %1</source>
        <translation>Jamais examiné : %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::TestsDialog</name>
    <message>
        <source>Tests of %1</source>
        <translation>Tests de %1</translation>
    </message>
    <message>
        <source>The tried question as a test</source>
        <translation>La question essayée comme test</translation>
    </message>
    <message>
        <source>What it shows, in a few words</source>
        <translation>Ce qu’il montre, en quelques mots</translation>
    </message>
    <message>
        <source>What is to come out</source>
        <translation>Ce qui doit en sortir</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>Autoriser</translation>
    </message>
    <message>
        <source>Refuse</source>
        <translation>Refuser</translation>
    </message>
    <message>
        <source>Add test</source>
        <translation>Ajouter un test</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>Relancer</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>No tests yet. What was tried in the simulator becomes the first one.</source>
        <translation>Pas encore de tests. Ce qui a été essayé dans le simulateur devient le premier.</translation>
    </message>
    <message>
        <source>No tests yet. Try a question in the simulator; it can become one.</source>
        <translation>Pas encore de tests. Essayez une question dans le simulateur ; elle peut en devenir un.</translation>
    </message>
    <message>
        <source>Allows, as it is to</source>
        <translation>Autorise, comme il se doit</translation>
    </message>
    <message>
        <source>Refuses, as it is to</source>
        <translation>Refuse, comme il se doit</translation>
    </message>
    <message>
        <source>Allows, and was to refuse</source>
        <translation>Autorise et devait refuser</translation>
    </message>
    <message>
        <source>Refuses, and was to allow</source>
        <translation>Refuse et devait autoriser</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ThreatPane</name>
    <message>
        <source>Seen first</source>
        <translation>Vu d’abord</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>Earlier bans</source>
        <translation>Déjà banni</translation>
    </message>
    <message>
        <source>Signals over time</source>
        <translation>Signaux dans le temps</translation>
    </message>
    <message>
        <source>Recent requests</source>
        <translation>Dernières requêtes</translation>
    </message>
    <message>
        <source>Allow</source>
        <comment>an address</comment>
        <translation>Autoriser</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ouvrir les événements</translation>
    </message>
    <message>
        <source>%1, banned until %2</source>
        <translation>%1, banni jusqu’à %2</translation>
    </message>
    <message>
        <source>%1, banned</source>
        <translation>%1, banni</translation>
    </message>
    <message>
        <source>%1, never banned</source>
        <translation>%1, jamais banni</translation>
    </message>
    <message>
        <source>%1, not banned</source>
        <translation>%1, pas banni</translation>
    </message>
    <message>
        <source>Nobody signed in</source>
        <translation>Personne n’est connecté</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Aujourd’hui %1</translation>
    </message>
    <message>
        <source>Unban</source>
        <translation>Débannir</translation>
    </message>
    <message>
        <source>Ban 1 h</source>
        <translation>Bannir 1 h</translation>
    </message>
    <message>
        <source>It is on the allow list, a trusted proxy, or where an operator works</source>
        <translation>Elle est autorisée, un proxy de confiance ou le poste d’un opérateur</translation>
    </message>
    <message>
        <source>None in 90 days</source>
        <translation>Aucun en 90 jours</translation>
    </message>
    <message numerus="yes">
        <source>%Ln in 90 days</source>
        <translation>
            <numerusform>%Ln en 90 jours</numerusform>
            <numerusform>%Ln en 90 jours</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>14:17 to 14:32</comment>
        <translation>%1 à %2</translation>
    </message>
    <message>
        <source>In force %1</source>
        <translation>En vigueur %1</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>Nouveau %1</translation>
    </message>
    <message>
        <source>In %1, then silent</source>
        <translation>En %1, puis silence</translation>
    </message>
    <message>
        <source>In %1</source>
        <comment>so many requests in this time</comment>
        <translation>Dans %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ThreatText</name>
    <message numerus="yes">
        <source>%Ln paths</source>
        <translation>
            <numerusform>%Ln chemin</numerusform>
            <numerusform>%Ln chemins</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alike</source>
        <translation>
            <numerusform>%Ln identique</numerusform>
            <numerusform>%Ln identiques</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln requests</source>
        <translation>
            <numerusform>%Ln requête</numerusform>
            <numerusform>%Ln requêtes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln times</source>
        <translation>
            <numerusform>%Ln fois</numerusform>
            <numerusform>%Ln fois</numerusform>
        </translation>
    </message>
    <message>
        <source>Attack</source>
        <translation>Attaque</translation>
    </message>
    <message>
        <source>Probing</source>
        <translation>Sondage</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Autre</translation>
    </message>
    <message>
        <source>Frequency</source>
        <translation>Fréquence</translation>
    </message>
    <message>
        <source>Repetition</source>
        <translation>Répétition</translation>
    </message>
    <message>
        <source>No agent</source>
        <translation>Sans agent</translation>
    </message>
    <message>
        <source>Scanning</source>
        <translation>Balayage</translation>
    </message>
    <message>
        <source>Failed sign-ins</source>
        <translation>Connexions échouées</translation>
    </message>
    <message>
        <source>Bad signatures</source>
        <translation>Signatures fausses</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Introuvable</translation>
    </message>
    <message>
        <source>Bad requests</source>
        <translation>Mauvaises requêtes</translation>
    </message>
    <message>
        <source>Refused by limits</source>
        <translation>Refusé par les limites</translation>
    </message>
    <message>
        <source>Attack found</source>
        <translation>Attaque détectée</translation>
    </message>
    <message>
        <source>Trap opened</source>
        <translation>Piège ouvert</translation>
    </message>
    <message>
        <source>every request</source>
        <translation>chaque requête</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>once</source>
        <translation>une fois</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>34 paths in 60 s</comment>
        <translation>%1 en %2</translation>
    </message>
    <message>
        <source>frequency %1 in %2</source>
        <translation>cadence %1 en %2</translation>
    </message>
    <message>
        <source>frequency %1</source>
        <translation>cadence %1</translation>
    </message>
    <message numerus="yes">
        <source>repetition %Ln alike</source>
        <translation>
            <numerusform>répétition %Ln</numerusform>
            <numerusform>répétition %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>no agent</source>
        <translation>anonyme</translation>
    </message>
    <message numerus="yes">
        <source>scanning %Ln paths</source>
        <translation>
            <numerusform>scan %Ln chemin</numerusform>
            <numerusform>scan %Ln chemins</numerusform>
        </translation>
    </message>
    <message>
        <source>failed sign-ins %1</source>
        <translation>échecs %1</translation>
    </message>
    <message>
        <source>bad signatures %1</source>
        <translation>signatures fausses %1</translation>
    </message>
    <message>
        <source>not found %1</source>
        <translation>introuvable %1</translation>
    </message>
    <message>
        <source>bad requests %1</source>
        <translation>mauvaises requêtes %1</translation>
    </message>
    <message>
        <source>refused %1</source>
        <translation>refusé %1</translation>
    </message>
    <message>
        <source>attack found %1</source>
        <translation>attaque détectée %1</translation>
    </message>
    <message>
        <source>%1 found %2</source>
        <comment>script found 1</comment>
        <translation>%1 détecté %2</translation>
    </message>
    <message>
        <source>trap %1</source>
        <translation>piège %1</translation>
    </message>
    <message>
        <source>Many requests in a minute</source>
        <translation>Beaucoup de requêtes en une minute</translation>
    </message>
    <message>
        <source>The same request again and again</source>
        <translation>La même requête encore et encore</translation>
    </message>
    <message>
        <source>No User-Agent and no valid credential</source>
        <translation>Ni User-Agent ni identifiant valable</translation>
    </message>
    <message>
        <source>Many different paths in a minute</source>
        <translation>Beaucoup de chemins différents en une minute</translation>
    </message>
    <message>
        <source>Wrong passwords and codes</source>
        <translation>Mots de passe et codes faux</translation>
    </message>
    <message>
        <source>Signatures and keys that are none</source>
        <translation>Signatures et clés qui n’en sont pas</translation>
    </message>
    <message>
        <source>Many answers 404 and 405 in a minute</source>
        <translation>Beaucoup de réponses 404 et 405 en une minute</translation>
    </message>
    <message>
        <source>Many other answers from 400 to 499</source>
        <translation>Beaucoup d’autres réponses de 400 à 499</translation>
    </message>
    <message>
        <source>Requests that a rate limit refused</source>
        <translation>Requêtes refusées par une limite</translation>
    </message>
    <message>
        <source>Hits of the intrusion detection</source>
        <translation>Détections d’intrusion</translation>
    </message>
    <message>
        <source>Paths that only scanners ask for</source>
        <translation>Chemins que seuls des scanners demandent</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>Scanning: 34, 60</comment>
        <translation>%1 : %2</translation>
    </message>
    <message>
        <source>%1, last %2</source>
        <comment>3 times, last /.git/HEAD</comment>
        <translation>%1, en dernier %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ThreatsModel</name>
    <message>
        <source>Banned</source>
        <translation>Banni</translation>
    </message>
    <message>
        <source>Banned until %1</source>
        <translation>Banni jusqu’à %1</translation>
    </message>
    <message>
        <source>Never banned</source>
        <comment>an address that is allowed</comment>
        <translation>Jamais banni</translation>
    </message>
    <message>
        <source>Seen first %1</source>
        <translation>Vu d’abord %1</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Last hour</source>
        <translation>1 heure</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>In the last hour at most %1</source>
        <translation>Dans la dernière heure au plus %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ThreatsPanel</name>
    <message>
        <source>Threats</source>
        <translation>Menaces</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Ban address</source>
        <translation>Bannir une adresse</translation>
    </message>
    <message>
        <source>Ban an address or a range by hand</source>
        <translation>Bannir une adresse ou une plage à la main</translation>
    </message>
    <message>
        <source>What a score that is too high leads to</source>
        <translation>À quoi mène un score trop élevé</translation>
    </message>
    <message>
        <source>Addresses by score</source>
        <translation>Adresses par score</translation>
    </message>
    <message>
        <source>Score from which an address is banned</source>
        <translation>Score à partir duquel une adresse est bannie</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys; Esc takes it back</source>
        <translation>Glisser, ou touches fléchées ; Échap annule</translation>
    </message>
    <message>
        <source>Bans</source>
        <translation>Bannissements</translation>
    </message>
    <message>
        <source>Open bans</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>Newest bans</source>
        <translation>Derniers bannissements</translation>
    </message>
    <message>
        <source>Loading scores</source>
        <translation>Chargement des scores</translation>
    </message>
    <message>
        <source>No address stands out</source>
        <translation>Aucune adresse ne se distingue</translation>
    </message>
    <message>
        <source>Who asks too much, tries passwords or looks for holes gets points and stands here until they are forgotten.</source>
        <translation>Qui demande trop, essaie des mots de passe ou cherche des failles reçoit des points et figure ici jusqu’à leur oubli.</translation>
    </message>
    <message>
        <source>Scores are kept and lead to bans: the server doesn’t need this list.</source>
        <translation>Les scores sont tenus et mènent à des bannissements : le serveur n’a pas besoin de cette liste.</translation>
    </message>
    <message>
        <source>Scores halve every %1</source>
        <translation>Les scores sont divisés par deux toutes les %1</translation>
    </message>
    <message numerus="yes">
        <source>Live, %Ln addresses</source>
        <translation>
            <numerusform>En direct, %Ln adresse</numerusform>
            <numerusform>En direct, %Ln adresses</numerusform>
        </translation>
    </message>
    <message>
        <source>What it would have done yesterday is not known right now.</source>
        <translation>Ce que cela aurait fait hier n’est pas connu en ce moment.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Addresses are banned from %1 on</source>
        <translation>Les adresses sont bannies à partir de %1</translation>
    </message>
    <message>
        <source>Scores are not kept any more</source>
        <translation>Les scores ne sont plus tenus</translation>
    </message>
    <message>
        <source>Scores are kept, and ban nobody</source>
        <translation>Les scores sont tenus et ne bannissent personne</translation>
    </message>
    <message>
        <source>Scores that are too high ban</source>
        <translation>Un score trop élevé bannit</translation>
    </message>
    <message>
        <source>Unban</source>
        <translation>Débannir</translation>
    </message>
    <message>
        <source>Ban 1 h</source>
        <translation>Bannir 1 h</translation>
    </message>
    <message>
        <source>Ban…</source>
        <translation>Bannir…</translation>
    </message>
    <message>
        <source>Allow…</source>
        <translation>Autoriser…</translation>
    </message>
    <message>
        <source>Forget the score</source>
        <translation>Oublier le score</translation>
    </message>
    <message>
        <source>Open events</source>
        <translation>Ouvrir les événements</translation>
    </message>
    <message>
        <source>By hand, at a score of %1</source>
        <translation>À la main, à un score de %1</translation>
    </message>
    <message>
        <source>The score of %1 is forgotten</source>
        <translation>Le score de %1 est oublié</translation>
    </message>
    <message>
        <source>New weights hold from the next request on</source>
        <translation>Les nouveaux poids valent dès la prochaine requête</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::ThresholdStrip</name>
    <message>
        <source>Keep %1</source>
        <translation>Garder %1</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>Enregistrer %1</translation>
    </message>
    <message>
        <source>At %1: looking at yesterday…</source>
        <translation>À %1 : examen d’hier…</translation>
    </message>
    <message>
        <source>At %1 *nobody* would have been banned yesterday</source>
        <translation>À %1, *personne* n’aurait été banni hier</translation>
    </message>
    <message numerus="yes">
        <source>At %1: *these %Ln addresses* would have been banned yesterday</source>
        <translation>
            <numerusform>À %1 : *cette adresse* aurait été bannie hier</numerusform>
            <numerusform>À %1 : *ces %Ln adresses* auraient été bannies hier</numerusform>
        </translation>
    </message>
    <message>
        <source>; at %1, nobody</source>
        <translation>; à %1, personne</translation>
    </message>
    <message numerus="yes">
        <source>; at %1, %Ln of them</source>
        <translation>
            <numerusform>; à %1, l’une d’elles</numerusform>
            <numerusform>; à %1, %Ln d’entre elles</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; at %1, %Ln addresses</source>
        <translation>
            <numerusform>; à %1, %Ln adresse</numerusform>
            <numerusform>; à %1, %Ln adresses</numerusform>
        </translation>
    </message>
    <message>
        <source>peaked at %1</source>
        <translation>jusqu’à %1</translation>
    </message>
    <message>
        <source>at %1</source>
        <comment>a score</comment>
        <translation>à %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln de plus</numerusform>
            <numerusform>%Ln de plus</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::Toast</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::TopView</name>
    <message>
        <source>Close top lists</source>
        <translation>Fermer les palmarès</translation>
    </message>
    <message>
        <source>Top lists</source>
        <translation>Palmarès</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Qui</translation>
    </message>
    <message>
        <source>Addresses</source>
        <translation>Adresses</translation>
    </message>
    <message>
        <source>Paths</source>
        <translation>Chemins</translation>
    </message>
    <message>
        <source>Reading…</source>
        <extracomment>%1: a number of events</extracomment>
        <translation>Lecture…</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln event(s) of the filter</source>
        <translation>
            <numerusform>Sur %Ln événement du filtre</numerusform>
            <numerusform>Sur %Ln événements du filtre</numerusform>
        </translation>
    </message>
    <message>
        <source>Of the newest %1 events of the filter</source>
        <translation>Sur les %1 événements les plus récents du filtre</translation>
    </message>
    <message>
        <source>Only these</source>
        <translation>Seulement ceux-ci</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::TraceView</name>
    <message>
        <source>No answer</source>
        <translation>Pas de réponse</translation>
    </message>
    <message>
        <source>Asking</source>
        <translation>Question en cours</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>Autorisé</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Refusé</translation>
    </message>
    <message>
        <source>There is nobody with this name</source>
        <translation>Il n’y a personne de ce nom</translation>
    </message>
    <message>
        <source>There is no such object</source>
        <translation>Il n’y a pas de tel objet</translation>
    </message>
    <message>
        <source>Open policy</source>
        <translation>Ouvrir la politique</translation>
    </message>
    <message>
        <source>Open policy %1</source>
        <translation>Ouvrir la politique %1</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>non demandé</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échoué</translation>
    </message>
    <message>
        <source>Nearest allow</source>
        <translation>Autorisation la plus proche</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Essayer</translation>
    </message>
    <message>
        <source>The policy isn’t finished: the form says what is missing</source>
        <translation>La politique n’est pas terminée : le formulaire dit ce qui manque</translation>
    </message>
    <message>
        <source>By “%1”</source>
        <translation>Par « %1 »</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::TransferRow</name>
    <message>
        <source>Take %1 off the list</source>
        <translation>Retirer %1 de la liste</translation>
    </message>
    <message>
        <source>Stop %1</source>
        <translation>Arrêter %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>En attente</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Beginning…</source>
        <translation>Début…</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <extracomment>%1: `61 MB of 96 MB`, %2: a length of time</extracomment>
        <translation>%1, encore %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::TreeCard</name>
    <message>
        <source>Tree</source>
        <translation>Arbre</translation>
    </message>
    <message>
        <source>Root</source>
        <translation>Racine</translation>
    </message>
    <message>
        <source>Fingerprint of the signing key</source>
        <translation>Empreinte de la clé de signature</translation>
    </message>
    <message>
        <source>Signed heads</source>
        <translation>Têtes signées</translation>
    </message>
    <message>
        <source>Copy the fingerprint</source>
        <translation>Copier l’empreinte</translation>
    </message>
    <message>
        <source>Sign a head now</source>
        <translation>Signer une tête maintenant</translation>
    </message>
    <message>
        <source>Reading the tree</source>
        <translation>Lecture de l’arbre</translation>
    </message>
    <message>
        <source>%1 events</source>
        <translation>%1 événements</translation>
    </message>
    <message>
        <source>None yet; one is signed each hour in which something happens.</source>
        <translation>Aucune encore ; une est signée à chaque heure où il se passe quelque chose.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::TryPane</name>
    <message>
        <source>Simulator</source>
        <translation>Simulateur</translation>
    </message>
    <message>
        <source>Runs as you edit</source>
        <translation>S’exécute à chaque modification</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::TryPassword</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>Le verrouillage majuscules est actif</translation>
    </message>
    <message>
        <source>Try a password</source>
        <translation>Essayer un mot de passe</translation>
    </message>
    <message>
        <source>By the saved rules. Nothing that you type here is kept.</source>
        <translation>D’après les règles enregistrées. Rien de ce que vous saisissez ici n’est conservé.</translation>
    </message>
    <message>
        <source>The account has a second factor</source>
        <translation>Le compte a un second facteur</translation>
    </message>
    <message>
        <source>It would be accepted</source>
        <translation>Il serait accepté</translation>
    </message>
    <message>
        <source>It would be refused: %1</source>
        <translation>Il serait refusé : %1</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UnlockScreen</name>
    <message>
        <source>Caps Lock is on</source>
        <translation>Le verrouillage majuscules est actif</translation>
    </message>
    <message>
        <source>Unlock the vault</source>
        <translation>Déverrouiller le coffre</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>Déverrouiller %1</translation>
    </message>
    <message>
        <source>Recovery key</source>
        <translation>Clé de récupération</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Phrase secrète</translation>
    </message>
    <message>
        <source>Unlocking</source>
        <translation>Déverrouillage</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>The key that was printed or saved when the vault was made</source>
        <translation>La clé imprimée ou enregistrée à la création du coffre</translation>
    </message>
    <message>
        <source>Unlocking takes about a second</source>
        <translation>Le déverrouillage prend environ une seconde</translation>
    </message>
    <message>
        <source>Use the passphrase</source>
        <translation>Utiliser la phrase secrète</translation>
    </message>
    <message>
        <source>Use the recovery key</source>
        <translation>Utiliser la clé de récupération</translation>
    </message>
    <message>
        <source>Open another vault</source>
        <translation>Ouvrir un autre coffre</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UserActions</name>
    <message numerus="yes">
        <source>Disable %Ln users?</source>
        <translation>
            <numerusform>Désactiver %Ln utilisateur ?</numerusform>
            <numerusform>Désactiver %Ln utilisateurs ?</numerusform>
        </translation>
    </message>
    <message>
        <source>They are signed out everywhere and cannot sign in until you enable them again.</source>
        <translation>Ils sont déconnectés partout et ne peuvent plus se connecter jusqu’à ce que vous les réactiviez.</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Désactiver</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln users?</source>
        <translation>
            <numerusform>Supprimer %Ln utilisateur ?</numerusform>
            <numerusform>Supprimer %Ln utilisateurs ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Accounts, sessions and second factors are gone for good. The events keep the names.</source>
        <translation>Comptes, sessions et seconds facteurs disparaissent pour de bon. Les événements gardent les noms.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message numerus="yes">
        <source>Reset MFA of %Ln users?</source>
        <translation>
            <numerusform>Réinitialiser la MFA de %Ln utilisateur ?</numerusform>
            <numerusform>Réinitialiser la MFA de %Ln utilisateurs ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Authenticators and recovery codes stop working, and every session ends. Until new ones are set up the password alone is enough.</source>
        <translation>Applications et codes de récupération cessent de fonctionner, et toutes les sessions se terminent. D’ici la nouvelle configuration, le mot de passe suffit.</translation>
    </message>
    <message>
        <source>Reset MFA</source>
        <translation>Réinitialiser la MFA</translation>
    </message>
    <message numerus="yes">
        <source>Sign %Ln users out everywhere?</source>
        <translation>
            <numerusform>Déconnecter %Ln utilisateur partout ?</numerusform>
            <numerusform>Déconnecter %Ln utilisateurs partout ?</numerusform>
        </translation>
    </message>
    <message>
        <source>Every session ends at once. They can sign in again.</source>
        <translation>Toutes les sessions se terminent aussitôt. Une nouvelle connexion reste possible.</translation>
    </message>
    <message>
        <source>End sessions</source>
        <translation>Terminer les sessions</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users disabled</source>
        <translation>
            <numerusform>%Ln utilisateur désactivé</numerusform>
            <numerusform>%Ln utilisateurs désactivés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users enabled</source>
        <translation>
            <numerusform>%Ln utilisateur activé</numerusform>
            <numerusform>%Ln utilisateurs activés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users unlocked</source>
        <translation>
            <numerusform>%Ln utilisateur déverrouillé</numerusform>
            <numerusform>%Ln utilisateurs déverrouillés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users deleted</source>
        <translation>
            <numerusform>%Ln utilisateur supprimé</numerusform>
            <numerusform>%Ln utilisateurs supprimés</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>MFA of %Ln users is off</source>
        <translation>
            <numerusform>La MFA de %Ln utilisateur est désactivée</numerusform>
            <numerusform>La MFA de %Ln utilisateurs est désactivée</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users are signed out everywhere</source>
        <translation>
            <numerusform>%Ln utilisateur est déconnecté partout</numerusform>
            <numerusform>%Ln utilisateurs sont déconnectés partout</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler l’action</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users could not be changed</source>
        <translation>
            <numerusform>%Ln utilisateur n’a pas pu être modifié</numerusform>
            <numerusform>%Ln utilisateurs n’ont pas pu être modifiés</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is as before</source>
        <translation>%1 est comme avant</translation>
    </message>
    <message>
        <source>%1 added</source>
        <translation>%1 ajouté</translation>
    </message>
    <message>
        <source>%1 enabled</source>
        <translation>%1 activé</translation>
    </message>
    <message>
        <source>Disable %1?</source>
        <translation>Désactiver %1 ?</translation>
    </message>
    <message>
        <source>%1 disabled</source>
        <translation>%1 désactivé</translation>
    </message>
    <message>
        <source>%1 can sign in again</source>
        <translation>%1 peut de nouveau se connecter</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>Supprimer %1 ?</translation>
    </message>
    <message>
        <source>The account, its sessions and its second factor are gone for good. The events keep the name.</source>
        <translation>Le compte, ses sessions et son second facteur disparaissent pour de bon. Les événements gardent le nom.</translation>
    </message>
    <message>
        <source>%1 deleted</source>
        <translation>%1 supprimé</translation>
    </message>
    <message>
        <source>Sign %1 out everywhere?</source>
        <translation>Déconnecter %1 partout ?</translation>
    </message>
    <message>
        <source>%1 is signed out everywhere</source>
        <translation>%1 est déconnecté partout</translation>
    </message>
    <message>
        <source>Session of %1 ended</source>
        <translation>Session de %1 terminée</translation>
    </message>
    <message>
        <source>Reset MFA of %1?</source>
        <translation>Réinitialiser la MFA de %1 ?</translation>
    </message>
    <message>
        <source>MFA of %1 is off</source>
        <translation>La MFA de %1 est désactivée</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>New invitation…</source>
        <translation>Nouvelle invitation…</translation>
    </message>
    <message>
        <source>Reset password…</source>
        <translation>Réinitialiser le mot de passe…</translation>
    </message>
    <message>
        <source>End all sessions…</source>
        <translation>Terminer toutes les sessions…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Supprimer…</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <source>Change roles…</source>
        <translation>Modifier les rôles…</translation>
    </message>
    <message>
        <source>Reset MFA…</source>
        <translation>Réinitialiser la MFA…</translation>
    </message>
    <message>
        <source>Set up MFA…</source>
        <translation>Configurer la MFA…</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Disable…</source>
        <translation>Désactiver…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users selected</source>
        <translation>
            <numerusform>%Ln utilisateur sélectionné</numerusform>
            <numerusform>%Ln utilisateurs sélectionnés</numerusform>
        </translation>
    </message>
    <message>
        <source>The authenticator and the recovery codes stop working, and every session ends. Unless a role requires a second factor, the password alone is then enough.</source>
        <translation>L’application et les codes de récupération ne valent plus, et chaque session se termine. Si aucun rôle n’exige de second facteur, le mot de passe suffit ensuite.</translation>
    </message>
    <message>
        <source>Remove the passkey “%1”?</source>
        <translation>Retirer la clé d’accès « %1 » ?</translation>
    </message>
    <message>
        <source>It opens nothing any more, and every session of %1 ends.</source>
        <translation>Elle n’ouvre plus rien et chaque session de %1 se termine.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Passkey “%1” removed</source>
        <translation>Clé d’accès « %1 » retirée</translation>
    </message>
    <message>
        <source>Give role</source>
        <translation>Donner un rôle</translation>
    </message>
    <message>
        <source>Take role</source>
        <translation>Retirer un rôle</translation>
    </message>
    <message>
        <source>It allows more than your own role</source>
        <translation>Il permet plus que votre propre rôle</translation>
    </message>
    <message numerus="yes">
        <source>Give %Ln users the role %1?</source>
        <translation>
            <numerusform>Donner le rôle %1 à %Ln utilisateur ?</numerusform>
            <numerusform>Donner le rôle %1 à %Ln utilisateurs ?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the role %1 from %Ln users?</source>
        <translation>
            <numerusform>Retirer le rôle %1 à %Ln utilisateur ?</numerusform>
            <numerusform>Retirer le rôle %1 à %Ln utilisateurs ?</numerusform>
        </translation>
    </message>
    <message>
        <source>They may do at once what it allows. Their other roles stay.</source>
        <translation>Ce qu’il permet vaut immédiatement. Les autres rôles restent.</translation>
    </message>
    <message>
        <source>What it allows ends at once. Their other roles stay; who has no other keeps it.</source>
        <translation>Ce qu’il permet cesse immédiatement. Les autres rôles restent ; qui n’en a pas d’autre le garde.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users have the role %1</source>
        <translation>
            <numerusform>%Ln utilisateur a le rôle %1</numerusform>
            <numerusform>%Ln utilisateurs ont le rôle %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln users don’t have the role %1</source>
        <translation>
            <numerusform>%Ln utilisateur n’a pas le rôle %1</numerusform>
            <numerusform>%Ln utilisateurs n’ont pas le rôle %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase what is known of %1?</source>
        <translation>Effacer ce que l’on sait de %1 ?</translation>
    </message>
    <message>
        <source>The account is deleted, and in every event a pseudonym takes the place of name, e-mail, addresses and browsers. Nobody can undo that. A legal hold prevents it.</source>
        <translation>Le compte est supprimé et, dans chaque événement, un pseudonyme remplace nom, e-mail, adresses et navigateurs. Personne ne peut l’annuler. Un gel juridique l’empêche.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>Type %1 to go on</source>
        <translation>Saisissez %1 pour continuer</translation>
    </message>
    <message>
        <source>A legal hold keeps what is known of %1</source>
        <translation>Un gel juridique garde ce que l’on sait de %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln events stand under “%1”</source>
        <translation>
            <numerusform>%Ln événement figure sous « %1 »</numerusform>
            <numerusform>%Ln événements figurent sous « %1 »</numerusform>
        </translation>
    </message>
    <message>
        <source>Erase personal data…</source>
        <translation>Effacer les données personnelles…</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UserFields</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Âge</translation>
    </message>
    <message>
        <source>Optional</source>
        <translation>Facultatif</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UserFiles</name>
    <message>
        <source>Import users</source>
        <translation>Importer des utilisateurs</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Fichiers CSV (*.csv)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Tous les fichiers (*)</translation>
    </message>
    <message>
        <source>Export users</source>
        <translation>Exporter des utilisateurs</translation>
    </message>
    <message>
        <source>JSON files (*.json)</source>
        <translation>Fichiers JSON (*.json)</translation>
    </message>
    <message>
        <source>Exporting users…</source>
        <translation>Export des utilisateurs…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln users are in %1</source>
        <translation>
            <numerusform>%Ln utilisateur est dans %1</numerusform>
            <numerusform>%Ln utilisateurs sont dans %1</numerusform>
        </translation>
    </message>
    <message>
        <source>CSV files for Excel, with a byte order mark (*.csv)</source>
        <translation>Fichiers CSV pour Excel, avec marque d’ordre des octets (*.csv)</translation>
    </message>
    <message>
        <source>Tables as text (*.csv *.tsv *.txt)</source>
        <translation>Tableaux en texte (*.csv *.tsv *.txt)</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UserPane</name>
    <message>
        <source>Overview</source>
        <translation>Vue d’ensemble</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sessions</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Événements</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>MFA</source>
        <translation>MFA</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Dernière connexion</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Ajouté</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Déverrouiller</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Permissions</translation>
    </message>
    <message>
        <source>Recent events</source>
        <translation>Événements récents</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Tout afficher</translation>
    </message>
    <message>
        <source>End all sessions</source>
        <translation>Terminer toutes les sessions</translation>
    </message>
    <message>
        <source>Show all in Live events</source>
        <translation>Tout afficher dans Événements en direct</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Autres actions</translation>
    </message>
    <message>
        <source>Sign-in is held back</source>
        <translation>La connexion est retardée</translation>
    </message>
    <message>
        <source>After too many failed attempts, until %1.</source>
        <translation>Après trop d’échecs, jusqu’au %1.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
    </message>
    <message>
        <source>Authenticator app</source>
        <translation>Authentificateur</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Désactivée</translation>
    </message>
    <message>
        <source>Changed %1</source>
        <translation>Modifié %1</translation>
    </message>
    <message>
        <source>Not set yet</source>
        <translation>Pas encore défini</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <translation>%1 par %2</translation>
    </message>
    <message>
        <source>Reset MFA</source>
        <translation>Réinitialiser la MFA</translation>
    </message>
    <message>
        <source>Set up MFA</source>
        <translation>Configurer la MFA</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>Activer</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>Désactiver</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln autre</numerusform>
            <numerusform>%Ln autres</numerusform>
        </translation>
    </message>
    <message>
        <source>Not signed in anywhere</source>
        <translation>Connecté nulle part</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>Signed in %1</source>
        <translation>Connecté %1</translation>
    </message>
    <message>
        <source>Passkeys</source>
        <translation>Clés d’accès</translation>
    </message>
    <message numerus="yes">
        <source>%Ln passkeys</source>
        <translation>
            <numerusform>%Ln clé d’accès</numerusform>
            <numerusform>%Ln clés d’accès</numerusform>
        </translation>
    </message>
    <message>
        <source>Not used yet</source>
        <translation>Pas encore utilisée</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Added %1</source>
        <translation>Ajoutée : %1</translation>
    </message>
    <message>
        <source>API keys</source>
        <translation>Clés d’API</translation>
    </message>
    <message>
        <source>Show all in API keys</source>
        <translation>Tout afficher dans Clés API</translation>
    </message>
    <message>
        <source>Required by %1</source>
        <translation>Exigée avant le %1</translation>
    </message>
    <message>
        <source>Overdue since %1</source>
        <translation>En retard depuis le %1</translation>
    </message>
    <message numerus="yes">
        <source>App and %Ln passkeys</source>
        <translation>
            <numerusform>Appli et %Ln passkey</numerusform>
            <numerusform>Appli et %Ln passkeys</numerusform>
        </translation>
    </message>
    <message>
        <source>Last used: %1</source>
        <translation>Dernière utilisation : %1</translation>
    </message>
    <message>
        <source>%1, last used: %2</source>
        <translation>%1, dernière utilisation : %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of 10 recovery codes left</source>
        <translation>
            <numerusform>%Ln code sur 10 restant</numerusform>
            <numerusform>%Ln codes sur 10 restants</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1 : %2</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UsersModel</name>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Service</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rôles</translation>
    </message>
    <message>
        <source>MFA</source>
        <translation>MFA</translation>
    </message>
    <message>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <source>Last sign-in</source>
        <translation>Vu</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::UsersPanel</name>
    <message>
        <source>Users</source>
        <translation>Utilisateurs</translation>
    </message>
    <message>
        <source>Add user</source>
        <translation>Ajouter un utilisateur</translation>
    </message>
    <message>
        <source>Add user (Ctrl+N)</source>
        <translation>Ajouter un utilisateur (Ctrl+N)</translation>
    </message>
    <message>
        <source>Filter users</source>
        <translation>Filtrer les utilisateurs</translation>
    </message>
    <message>
        <source>Filter users by name or e-mail</source>
        <translation>Filtrer par nom ou e-mail</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Effacer les filtres</translation>
    </message>
    <message>
        <source>Nobody matches</source>
        <translation>Personne ne correspond</translation>
    </message>
    <message>
        <source>No user has this text and these properties. Take one of the filters away to see more.</source>
        <translation>Aucun utilisateur n’a ce texte et ces propriétés. Retirez un filtre pour en voir plus.</translation>
    </message>
    <message>
        <source>Loading users</source>
        <translation>Chargement des utilisateurs</translation>
    </message>
    <message>
        <source>Any role</source>
        <translation>Tout rôle</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>Tout état</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Actif</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>Désactivé</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>Invité</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Verrouillé</translation>
    </message>
    <message>
        <source>Any MFA</source>
        <translation>Toute MFA</translation>
    </message>
    <message>
        <source>MFA on</source>
        <translation>MFA activée</translation>
    </message>
    <message>
        <source>MFA off</source>
        <translation>MFA désactivée</translation>
    </message>
    <message>
        <source>Nothing is lost and the server keeps running.</source>
        <translation>Rien n’est perdu et le serveur continue de fonctionner.</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importer</translation>
    </message>
    <message>
        <source>Add the users of a CSV file</source>
        <translation>Ajouter les utilisateurs d’un fichier CSV</translation>
    </message>
    <message>
        <source>Export these users</source>
        <translation>Exporter ces utilisateurs</translation>
    </message>
    <message numerus="yes">
        <source>Not signed in for %Ln days</source>
        <translation>
            <numerusform>Pas connecté depuis %Ln jour</numerusform>
            <numerusform>Pas connecté depuis %Ln jours</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sallyport::ui::VaultBlock</name>
    <message>
        <source>Demo</source>
        <translation>Démo</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::VaultBox</name>
    <message>
        <source>The passphrase was changed.</source>
        <translation>La phrase secrète a été changée.</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>Conservé par</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Chiffrement</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Fichier</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>Schéma</translation>
    </message>
    <message>
        <source>Change passphrase…</source>
        <translation>Changer la phrase secrète…</translation>
    </message>
    <message>
        <source>The passphrase opens this vault. The recovery key stays the same.</source>
        <translation>La phrase secrète ouvre ce coffre. La clé de récupération reste la même.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Lecture…</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <extracomment>%1: a program with its version, %2: another one, which it stands on</extracomment>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 in pages of %L2 bytes</source>
        <extracomment>%1: names of ciphers</extracomment>
        <translation>%1 par pages de %L2 octets</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::WaitingBar</name>
    <message numerus="yes">
        <source>%Ln newer event(s)</source>
        <translation>
            <numerusform>%Ln événement plus récent</numerusform>
            <numerusform>%Ln événements plus récents</numerusform>
        </translation>
    </message>
    <message>
        <source>The list is paused</source>
        <translation>La liste est en pause</translation>
    </message>
    <message>
        <source>The list waits while you read</source>
        <translation>La liste attend pendant que vous lisez</translation>
    </message>
    <message>
        <source>Jump to newest</source>
        <translation>Aller au plus récent</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::WarningsList</name>
    <message>
        <source>Recent warnings</source>
        <translation>Avertissements récents</translation>
    </message>
    <message>
        <source>Open live events</source>
        <translation>Ouvrir le direct</translation>
    </message>
    <message>
        <source>No warnings so far</source>
        <translation>Aucun avertissement jusqu’ici</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::WeightsDialog</name>
    <message>
        <source>Weights</source>
        <translation>Poids</translation>
    </message>
    <message>
        <source>Part of the settings</source>
        <translation>Partie des réglages</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signaux</translation>
    </message>
    <message>
        <source>Bans</source>
        <translation>Bannissements</translation>
    </message>
    <message>
        <source>Slow-down</source>
        <translation>Ralentissement</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Points</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Au plus</translation>
    </message>
    <message>
        <source>%1. Comes with %2, at most %3</source>
        <translation>%1. Vient avec %2, au plus %3</translation>
    </message>
    <message>
        <source>Points for %1</source>
        <translation>Points pour %1</translation>
    </message>
    <message>
        <source>At most for %1</source>
        <translation>Au plus pour %1</translation>
    </message>
    <message>
        <source>0: it doesn’t count</source>
        <translation>0 : ne compte pas</translation>
    </message>
    <message>
        <source>A score halves every</source>
        <translation>Un score est divisé par deux toutes les</translation>
    </message>
    <message>
        <source>The first ban lasts</source>
        <translation>Le premier bannissement dure</translation>
    </message>
    <message>
        <source>The longest ban lasts</source>
        <translation>Le plus long bannissement dure</translation>
    </message>
    <message>
        <source>After an unban no score bans for</source>
        <translation>Après un débannissement, aucun score ne bannit pendant</translation>
    </message>
    <message>
        <source>Without new signals</source>
        <translation>Sans nouveaux signaux</translation>
    </message>
    <message>
        <source>Each further one of the same address is longer</source>
        <translation>Chaque suivant de la même adresse est plus long</translation>
    </message>
    <message>
        <source>Slow-down: who asks much waits longer for each answer</source>
        <translation>Ralentissement : qui demande beaucoup attend plus longtemps chaque réponse</translation>
    </message>
    <message>
        <source>After so many requests</source>
        <translation>Après tant de requêtes</translation>
    </message>
    <message>
        <source>In</source>
        <comment>so many requests in a time</comment>
        <translation>En</translation>
    </message>
    <message>
        <source>Each further one waits longer by</source>
        <translation>Chaque suivante attend en plus</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>Valeurs par défaut</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Enregistrer</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::WhoDialog</name>
    <message>
        <source>Who could…</source>
        <translation>Qui pouvait…</translation>
    </message>
    <message>
        <source>Do what</source>
        <translation>Faire quoi</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Quand</translation>
    </message>
    <message>
        <source>As far back as the events of roles and users are kept.</source>
        <translation>Aussi loin que les événements de rôles et d’utilisateurs sont gardés.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Regarder</translation>
    </message>
    <message>
        <source>Choose what and when.</source>
        <translation>Choisissez quoi et quand.</translation>
    </message>
    <message>
        <source>The journal doesn’t reach there.</source>
        <translation>Le journal ne va pas jusque-là.</translation>
    </message>
    <message>
        <source>Not all is known</source>
        <translation>Tout n’est pas connu</translation>
    </message>
    <message>
        <source>Retention has removed changes since then.</source>
        <translation>La conservation a retiré des modifications depuis.</translation>
    </message>
    <message>
        <source>The role %1 is deleted since</source>
        <translation>Le rôle %1 a été supprimé depuis</translation>
    </message>
    <message>
        <source>Who had it is not known.</source>
        <translation>On ignore qui l’avait.</translation>
    </message>
    <message>
        <source>Policy %1, denying</source>
        <translation>Politique %1, refusante</translation>
    </message>
    <message>
        <source>Policy %1, allowing</source>
        <translation>Politique %1, autorisante</translation>
    </message>
    <message>
        <source>Nobody could.</source>
        <translation>Personne ne le pouvait.</translation>
    </message>
</context>
<context>
    <name>sallyport::ui::WhyView</name>
    <message>
        <source>passed</source>
        <translation>passée</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>refusée</translation>
    </message>
    <message>
        <source>not reached</source>
        <translation>non atteinte</translation>
    </message>
    <message>
        <source>Not reached</source>
        <translation>Non atteinte</translation>
    </message>
    <message>
        <source>Would have helped: %1</source>
        <extracomment>%1 completes the sentence, as in “Would have helped: enabling the account.”</extracomment>
        <translation>Aurait aidé : %1</translation>
    </message>
</context>
</TS>

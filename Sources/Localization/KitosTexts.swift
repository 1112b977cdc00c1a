extension Catalogue {
  /// What is told of documents of Kitos.
  static let kitosTexts = #"""
    `entityType` is no text; numbers mean different things in different documents; export without the header X-KITOS-SERIALIZE-ENUM-AS-INTEGER
    da: `entityType` er ikke en tekst; tal betyder forskellige ting i forskellige dokumenter; eksportér uden headeren X-KITOS-SERIALIZE-ENUM-AS-INTEGER
    nb: `entityType` er ikke en tekst; tall betyr ulike ting i ulike dokumenter; eksporter uten headeren X-KITOS-SERIALIZE-ENUM-AS-INTEGER

    the roles on one unit and the units below it; which unit was asked for is not known
    da: rollerne på én enhed og enhederne under den; hvilken enhed der blev spurgt om, vides ikke
    nb: rollene på én enhet og enhetene under den; hvilken enhet det ble spurt om, er ikke kjent

    the roles on one unit and the units below it; no loaded list of units says that it is the topmost one
    da: rollerne på én enhed og enhederne under den; ingen indlæst liste over enheder siger, at den er den øverste
    nb: rollene på én enhet og enhetene under den; ingen liste over enheter som er lest inn, sier at den er den øverste

    the document does not say what its roles are on; give the kind and the object in `tilsyn.yaml` or with `--as PATH={1},object=…`
    da: dokumentet siger ikke, hvad rollerne er på; angiv arten og objektet i `tilsyn.yaml` eller med `--as PATH={1},object=…`
    nb: dokumentet sier ikke hva rollene er på; oppgi typen og objektet i `tilsyn.yaml` eller med `--as PATH={1},object=…`

    taken as `{1}`, as the other documents have it
    da: taget som `{1}`, som de andre dokumenter har det
    nb: tatt som `{1}`, slik de andre dokumentene har det

    roles on other objects
    da: roller på andre objekter
    nb: roller på andre objekter

    the document does not say which object its roles are on; {1}
    da: dokumentet siger ikke, hvilket objekt rollerne er på; {1}
    nb: dokumentet sier ikke hvilket objekt rollene er på; {1}

    `user/email` is no e-mail address
    da: `user/email` er ikke en e-mailadresse
    nb: `user/email` er ikke en e-postadresse

    an assignment has no usable `{1}/uuid`
    da: en tildeling har ingen brugbar `{1}/uuid`
    nb: en tildeling har ingen brukbar `{1}/uuid`

    some records belong to another organisation than `{1}`, which was given for it
    da: nogle poster hører til en anden organisation end `{1}`, som blev angivet
    nb: noen poster hører til en annen organisasjon enn `{1}`, som ble oppgitt

    the document mixes organisations; each record keeps its own
    da: dokumentet blander organisationer; hver post beholder sin egen
    nb: dokumentet blander organisasjoner; hver post beholder sin egen

    an assignment has no usable `user/uuid`
    da: en tildeling har ingen brugbar `user/uuid`
    nb: en tildeling har ingen brukbar `user/uuid`

    an assignment has no usable `role/uuid`
    da: en tildeling har ingen brugbar `role/uuid`
    nb: en tildeling har ingen brukbar `role/uuid`

    a relation has no usable `toSystemUsage/uuid`
    da: en relation har ingen brugbar `toSystemUsage/uuid`
    nb: en relasjon har ingen brukbar `toSystemUsage/uuid`

    the answer names neither who asked nor what it is about; give it in `tilsyn.yaml` or with `--as PATH={1},{2}`
    da: svaret siger hverken, hvem der spurgte, eller hvad det handler om; angiv det i `tilsyn.yaml` eller med `--as PATH={1},{2}`
    nb: svaret sier verken hvem som spurte, eller hva det handler om; oppgi det i `tilsyn.yaml` eller med `--as PATH={1},{2}`

    the document does not say whose roles these are, and the loaded objects do not tell; give the kind in `tilsyn.yaml` or with `--as PATH={1}`
    da: dokumentet siger ikke, hvis roller det er, og de indlæste objekter viser det ikke; angiv arten i `tilsyn.yaml` eller med `--as PATH={1}`
    nb: dokumentet sier ikke hvem sine roller det er, og objektene som er lest inn, viser det ikke; oppgi typen i `tilsyn.yaml` eller med `--as PATH={1}`

    taken as `{1}`, since only loaded objects of that kind use its roles
    da: taget som `{1}`, da kun indlæste objekter af den slags bruger rollerne
    nb: tatt som `{1}`, siden bare innleste objekter av den typen bruker rollene

    withdrawn role types: the list holds only those available today; fetch one alone, with its uuid at the end of the address
    da: udgåede rolletyper: listen har kun dem, der findes i dag; hent en enkelt med dens uuid til sidst i adressen
    nb: utgåtte rolletyper: listen har bare dem som finnes i dag; hent en enkelt med uuid-en til slutt i adressen

    `name` is null
    da: `name` er null
    nb: `name` er null

    `writeAccess` is a number; export without the header X-KITOS-SERIALIZE-ENUM-AS-INTEGER
    da: `writeAccess` er et tal; eksportér uden headeren X-KITOS-SERIALIZE-ENUM-AS-INTEGER
    nb: `writeAccess` er et tall; eksporter uten headeren X-KITOS-SERIALIZE-ENUM-AS-INTEGER

    users with neither API nor stakeholder access, and anybody's roles
    da: brugere med hverken API- eller interessentadgang, og alles roller
    nb: brukere med verken API- eller interessenttilgang, og alles roller

    users who are no rights holders, and further roles of those who are
    da: brugere, der ikke er rettighedshavere, og øvrige roller for dem, der er
    nb: brukere som ikke er rettighetshavere, og øvrige roller for dem som er

    the list has rights holders only
    da: listen har kun rettighedshavere
    nb: listen har bare rettighetshavere

    roles other than that of local administrator
    da: andre roller end lokal administrator
    nb: andre roller enn lokal administrator

    the list has local administrators only
    da: listen har kun lokale administratorer
    nb: listen har bare lokale administratorer

    the name of an organisation is no text
    da: navnet på en organisation er ikke en tekst
    nb: navnet på en organisasjon er ikke en tekst

    `orgName` is no text
    da: `orgName` er ikke en tekst
    nb: `orgName` er ikke en tekst

    `{1}/uuid` is no uuid
    da: `{1}/uuid` er ikke en uuid
    nb: `{1}/uuid` er ikke en uuid

    the document
    da: dokumentet
    nb: dokumentet

    a role is written as a number, and numbers mean different roles in different documents (7 is one role here and another there); export without the header X-KITOS-SERIALIZE-ENUM-AS-INTEGER
    da: en rolle er skrevet som et tal, og tal betyder forskellige roller i forskellige dokumenter (7 er én rolle her og en anden der); eksportér uden headeren X-KITOS-SERIALIZE-ENUM-AS-INTEGER
    nb: en rolle er skrevet som et tall, og tall betyr ulike roller i ulike dokumenter (7 er én rolle her og en annen der); eksporter uten headeren X-KITOS-SERIALIZE-ENUM-AS-INTEGER

    global administrators: the user list leaves them out, so it proves nobody read-only; the user table behind the pages (OData) or the secretariat's list of them would
    da: globale administratorer: brugerlisten udelader dem, så den viser ikke, at nogen kun kan læse; det gør brugertabellen bag siderne (OData) eller sekretariatets liste over dem
    nb: globale administratorer: brukerlisten utelater dem, så den viser ikke at noen bare kan lese; det gjør brukertabellen bak sidene (OData) eller sekretariatets liste over dem

    logins, and who gave a role: the user table behind the pages (OData) has both
    da: login, og hvem der gav en rolle: brugertabellen bag siderne (OData) har begge dele
    nb: innlogginger, og hvem som ga en rolle: brukertabellen bak sidene (OData) har begge deler

    neither `name` nor `firstName` is a text
    da: hverken `name` eller `firstName` er en tekst
    nb: verken `name` eller `firstName` er en tekst

    a role is no text
    da: en rolle er ikke en tekst
    nb: en rolle er ikke en tekst

    a role has a name that is none of the administrator roles known
    da: en rolle har et navn, der ikke er en af de kendte administratorroller
    nb: en rolle har et navn som ikke er en av de kjente administratorrollene

    give it in `tilsyn.yaml` or with `--as PATH={1},{2}=…`
    da: angiv den i `tilsyn.yaml` eller med `--as PATH={1},{2}=…`
    nb: oppgi den i `tilsyn.yaml` eller med `--as PATH={1},{2}=…`

    {1} does not name its organisation; {2}
    da: {1} nævner ikke sin organisation; {2}
    nb: {1} nevner ikke organisasjonen sin; {2}

    `{1}` is no day, so whether it was by the day judged is not known
    da: `{1}` er ikke en dag, så det vides ikke, om det var senest den dag, der bedømmes
    nb: `{1}` er ikke en dag, så det er ikke kjent om det var senest dagen som vurderes

    objects of Kitos with roles, but whether system usages, contracts or data-processing registrations, their keys do not tell; name the kind in `tilsyn.yaml` or with `--as`
    da: objekter fra Kitos med roller, men nøglerne siger ikke, om det er it-systemer i anvendelse, kontrakter eller databehandlinger; angiv arten i `tilsyn.yaml` eller med `--as`
    nb: objekter fra Kitos med roller, men nøklene sier ikke om det er it-systemer i bruk, kontrakter eller databehandlinger; oppgi typen i `tilsyn.yaml` eller med `--as`

    {1} columns are none that the Kitos pages export; they are not read
    da: {1} kolonner er ikke nogen, som Kitos' sider eksporterer; de læses ikke
    nb: {1} kolonner er ikke noen som sidene i Kitos eksporterer; de leses ikke

    who has API access
    da: hvem der har API-adgang
    nb: hvem som har API-tilgang

    logins
    da: login
    nb: innlogginger

    who is {1}
    da: hvem der er {1}
    nb: hvem som er {1}

    who has stakeholder access
    da: hvem der har interessentadgang
    nb: hvem som har interessenttilgang

    the table
    da: tabellen
    nb: tabellen

    {1}: the column `{2}` is hidden
    da: {1}: kolonnen `{2}` er skjult
    nb: {1}: kolonnen `{2}` er skjult

    logins: {1}
    da: login: {1}
    nb: innlogginger: {1}

    global administrators, business roles, and who gave a role: the table has no such columns, so it proves nobody read-only; the user table behind the pages (OData) would
    da: globale administratorer, forretningsroller, og hvem der gav en rolle: tabellen har ingen sådanne kolonner, så den viser ikke, at nogen kun kan læse; det gør brugertabellen bag siderne (OData)
    nb: globale administratorer, forretningsroller, og hvem som ga en rolle: tabellen har ingen slike kolonner, så den viser ikke at noen bare kan lese; det gjør brukertabellen bak sidene (OData)

    which users of documents with uuids {1} of its users are: the table has addresses only, and no loaded document gives their uuids
    da: hvilke brugere i dokumenter med uuid {1} af dens brugere er: tabellen har kun adresser, og intet indlæst dokument giver deres uuid
    nb: hvilke brukere i dokumenter med uuid {1} av brukerne er: tabellen har bare adresser, og ikke noe innlest dokument gir uuid-ene deres

    roles, API access and every other right: the roster has names and addresses only
    da: roller, API-adgang og enhver anden ret: brugerlisten har kun navne og adresser
    nb: roller, API-tilgang og alle andre rettigheter: brukerlisten har bare navn og adresser

    `DeletedDate` is no date
    da: `DeletedDate` er ikke en dato
    nb: `DeletedDate` er ikke en dato

    `LastLogin` is no date
    da: `LastLogin` er ikke en dato
    nb: `LastLogin` er ikke en dato

    a right has no `Role`
    da: en rettighed har ingen `Role`
    nb: en rettighet har ingen `Role`

    a right has no usable `Role/HasWriteAccess`
    da: en rettighed har ingen brugbar `Role/HasWriteAccess`
    nb: en rettighet har ingen brukbar `Role/HasWriteAccess`

    a right has no usable `{1}/Uuid`
    da: en rettighed har ingen brugbar `{1}/Uuid`
    nb: en rettighet har ingen brukbar `{1}/Uuid`

    `{1}` is neither `Ja` nor `Nej`
    da: `{1}` er hverken `Ja` eller `Nej`
    nb: `{1}` er verken `Ja` eller `Nej`

    `{1}` holds what belongs to another column
    da: `{1}` har det, der hører til i en anden kolonne
    nb: `{1}` har det som hører til i en annen kolonne

    `Seneste login` is no date; {1}
    da: `Seneste login` er ikke en dato; {1}
    nb: `Seneste login` er ikke en dato; {1}

    which organisation the roles on systems, contracts and data processing are in, and who changed these last: their own lists (API V2) have both
    da: hvilken organisation rollerne på systemer, kontrakter og databehandling er i, og hvem der sidst ændrede dem: deres egne lister (API V2) har begge dele
    nb: hvilken organisasjon rollene på systemer, kontrakter og databehandling er i, og hvem som sist endret dem: deres egne lister (API V2) har begge deler

    logins: no field `LastLogin`, which Kitos has since June 2026
    da: login: intet felt `LastLogin`, som Kitos har haft siden juni 2026
    nb: innlogginger: ikke noe felt `LastLogin`, som Kitos har hatt siden juni 2026

    some users have no {1}: the request must ask for them with `$expand`, as the page Organisation, Brugere does
    da: nogle brugere har ingen {1}: forespørgslen skal bede om dem med `$expand`, som siden Organisation, Brugere gør
    nb: noen brukere har ingen {1}: spørringen må be om dem med `$expand`, slik siden Organisation, Brugere gjør

    the document has no list `value` of users
    da: dokumentet har ingen liste `value` med brugere
    nb: dokumentet har ingen liste `value` med brukere
    """#
}

extension Catalogue {
  /// How exports are made, and who can make them.
  static let obtainTexts = #"""
    the policy of a resource as XML: for an app `App/config/authorization/policy.xml` of its repository; for a resource of the registry `GET https://platform.altinn.no/resourceregistry/api/v1/resource/ID/policy`, which needs no login; delegation policies come from whoever runs Altinn's authorization
    da: en ressources politik som XML: for en app `App/config/authorization/policy.xml` i dens repository; for en ressource i registret `GET https://platform.altinn.no/resourceregistry/api/v1/resource/ID/policy`, som ikke kræver login; politikker for delegeringer kommer fra den, der driver Altinns autorisation
    nb: policyen til en ressurs som XML: for en app `App/config/authorization/policy.xml` i dens repository; for en ressurs i registeret `GET https://platform.altinn.no/resourceregistry/api/v1/resource/ID/policy`, som ikke krever innlogging; policyer for delegeringer kommer fra den som drifter Altinns autorisasjon

    `GET https://platform.altinn.no/authentication/api/v1/systemuser/PARTY` and `/systemuser/agent/PARTY`; whoever administers access for the organisation can read it
    da: `GET https://platform.altinn.no/authentication/api/v1/systemuser/PARTY` og `/systemuser/agent/PARTY`; den, der administrerer adgang for organisationen, kan læse det
    nb: `GET https://platform.altinn.no/authentication/api/v1/systemuser/PARTY` og `/systemuser/agent/PARTY`; den som administrerer tilgang for organisasjonen, kan lese det

    `GET https://platform.altinn.no/authentication/api/v1/systemuser/agent/PARTY/FACILITATOR/ID/delegations`; the client administrator of the supplier can read it
    da: `GET https://platform.altinn.no/authentication/api/v1/systemuser/agent/PARTY/FACILITATOR/ID/delegations`; leverandørens klientadministrator kan læse det
    nb: `GET https://platform.altinn.no/authentication/api/v1/systemuser/agent/PARTY/FACILITATOR/ID/delegations`; leverandørens klientadministrator kan lese det

    `GET {1}/enduser/authorizedparties?includeRoles=true&includeAccessPackages=true&includeResources=true`, which shows the caller's own; name the caller as `user` in `tilsyn.yaml`
    da: `GET {1}/enduser/authorizedparties?includeRoles=true&includeAccessPackages=true&includeResources=true`, som viser det, den, der spørger, selv har; angiv vedkommende som `user` i `tilsyn.yaml`
    nb: `GET {1}/enduser/authorizedparties?includeRoles=true&includeAccessPackages=true&includeResources=true`, som viser det den som spør, selv har; oppgi vedkommende som `user` i `tilsyn.yaml`

    `GET {1}/enduser/clientdelegations/clients?party=UUID`, `/agents` and `/agents/accesspackages`; the client administrator of the supplier can read it; name the supplier as `organisation` in `tilsyn.yaml`
    da: `GET {1}/enduser/clientdelegations/clients?party=UUID`, `/agents` og `/agents/accesspackages`; leverandørens klientadministrator kan læse det; angiv leverandøren som `organisation` i `tilsyn.yaml`
    nb: `GET {1}/enduser/clientdelegations/clients?party=UUID`, `/agents` og `/agents/accesspackages`; leverandørens klientadministrator kan lese det; oppgi leverandøren som `organisation` i `tilsyn.yaml`

    `GET {1}/enduser/connections/accesspackages?party=UUID&from=UUID`, the same with `to`, and the same of `/resources`, `/roles` and `/resources/instances`; whoever administers access for the organisation can read it (hovedadministrator, tilgangsstyrer), with an Altinn token
    da: `GET {1}/enduser/connections/accesspackages?party=UUID&from=UUID`, det samme med `to` og det samme af `/resources`, `/roles` og `/resources/instances`; den, der administrerer adgang for organisationen (hovedadministrator, tilgangsstyrer), kan læse det med et Altinn-token
    nb: `GET {1}/enduser/connections/accesspackages?party=UUID&from=UUID`, det samme med `to` og det samme av `/resources`, `/roles` og `/resources/instances`; den som administrerer tilgang for organisasjonen (hovedadministrator, tilgangsstyrer), kan lese det med et Altinn-token

    `GET {1}/enduser/request`, with an Altinn token
    da: `GET {1}/enduser/request` med et Altinn-token
    nb: `GET {1}/enduser/request` med et Altinn-token

    `GET {1}/maskinporten/delegations/?consumerOrg=NUMBER`; the consumer itself can read it with the scope `altinn:maskinporten/delegations`
    da: `GET {1}/maskinporten/delegations/?consumerOrg=NUMBER`; konsumenten selv kan læse det med scopet `altinn:maskinporten/delegations`
    nb: `GET {1}/maskinporten/delegations/?consumerOrg=NUMBER`; konsumenten selv kan lese det med scopet `altinn:maskinporten/delegations`

    a list of holder, party, role, first and last day from whoever keeps it, through a mapping of your own; Altinn shows the roles of today only
    da: en liste over indehaver, part, rolle, første og sidste dag fra den, der fører den, gennem en tilpasning af jeres egen; Altinn viser kun rollerne i dag
    nb: en liste over innehaver, part, rolle, første og siste dag fra den som fører den, gjennom en egen tilpasning; Altinn viser bare rollene i dag

    the history of delegations (`getdelegationchanges`) from whoever runs Altinn's authorization
    da: delegeringernes historik (`getdelegationchanges`) fra den, der driver Altinns autorisation
    nb: delegeringenes historikk (`getdelegationchanges`) fra den som drifter Altinns autorisasjon

    {1}; name the `organisation`, and the `query` with `from` and without `to`, in `tilsyn.yaml`
    da: {1}; angiv `organisation`, og `query` med `from` og uden `to`, i `tilsyn.yaml`
    nb: {1}; oppgi `organisation`, og `query` med `from` og uten `to`, i `tilsyn.yaml`

    `GET https://platform.altinn.no/resourceregistry/api/v1/resource/resourcelist`; public, without login
    da: `GET https://platform.altinn.no/resourceregistry/api/v1/resource/resourcelist`; offentligt, uden login
    nb: `GET https://platform.altinn.no/resourceregistry/api/v1/resource/resourcelist`; åpent, uten innlogging

    `GET https://www.altinn.no/api/metadata/roledefinitions`; public, without login
    da: `GET https://www.altinn.no/api/metadata/roledefinitions`; offentligt, uden login
    nb: `GET https://www.altinn.no/api/metadata/roledefinitions`; åpent, uten innlogging

    `GET {1}/meta/info/accesspackages/export`; public, without login
    da: `GET {1}/meta/info/accesspackages/export`; offentligt, uden login
    nb: `GET {1}/meta/info/accesspackages/export`; åpent, uten innlogging

    `GET {1}/meta/info/roles`; public, without login
    da: `GET {1}/meta/info/roles`; offentligt, uden login
    nb: `GET {1}/meta/info/roles`; åpent, uten innlogging

    a JSON list of `{hasRole, getRole}` from whoever runs Altinn's authorization; no public interface shows it
    da: en JSON-liste af `{hasRole, getRole}` fra den, der driver Altinns autorisation; ingen offentlig adresse viser den
    nb: en JSON-liste av `{hasRole, getRole}` fra den som drifter Altinns autorisasjon; ingen åpen adresse viser den

    for each role and organisation form `GET {1}/meta/info/roles/packages?role=ROLE&variant=FORM`; public, without login
    da: for hver rolle og organisationsform `GET {1}/meta/info/roles/packages?role=ROLE&variant=FORM`; offentligt, uden login
    nb: for hver rolle og organisasjonsform `GET {1}/meta/info/roles/packages?role=ROLE&variant=FORM`; åpent, uten innlogging

    for each role and organisation form `GET {1}/meta/info/roles/packages?role=ROLE&variant=FORM`; public, without login; write the address into `query` of `tilsyn.yaml`, since the answer does not repeat it
    da: for hver rolle og organisationsform `GET {1}/meta/info/roles/packages?role=ROLE&variant=FORM`; offentligt, uden login; skriv adressen i `query` i `tilsyn.yaml`, da svaret ikke gentager den
    nb: for hver rolle og organisasjonsform `GET {1}/meta/info/roles/packages?role=ROLE&variant=FORM`; åpent, uten innlogging; skriv adressen i `query` i `tilsyn.yaml`, siden svaret ikke gjentar den

    the list of employees as HR has it, a workbook or CSV under HR's own titles, one row per employment, present and past ones, with the last day employed (empty while it is open); whoever may see reports of the payroll or HR system can make it; with the employee number and never a national identity number in its place; a column with that number may stand beside it
    da: listen over ansatte, som HR har den, en projektmappe eller CSV under HR's egne titler, én række for hver ansættelse, både tidligere og nuværende, med den sidste dag som ansat (tom, mens ansættelsen løber); den, der må se rapporter i løn- eller personalesystemet, kan lave den; med medarbejdernummeret og aldrig et personnummer i dets sted; en kolonne med personnummeret kan stå ved siden af
    nb: listen over ansatte slik HR har den, en arbeidsbok eller CSV under HRs egne titler, én rad for hver ansettelse, både tidligere og nåværende, med siste dag som ansatt (tom mens ansettelsen løper); den som får se rapporter i lønns- eller personalsystemet, kan lage den; med ansattnummeret og aldri et fødselsnummer i stedet; en kolonne med fødselsnummeret kan stå ved siden av

    no export: it is so of whatever is loaded
    da: ingen eksport: det gælder for det, der er indlæst
    nb: ingen eksport: det gjelder for det som er lest inn

    no export: every document that is loaded is searched
    da: ingen eksport: hvert dokument, der er indlæst, gennemsøges
    nb: ingen eksport: hvert dokument som er lest inn, blir gjennomsøkt

    the same list with a column `kind` that says internal or external of each employment
    da: den samme liste med en kolonne `kind`, hvor der står internal eller external ved hver ansættelse
    nb: den samme listen med en kolonne `kind`, der det står internal eller external ved hver ansettelse

    the same list with a column `national_id` (fødselsnummer or D-number); it joins people while the files are read, and no report has it
    da: den samme liste med en kolonne `national_id` (fødselsnummer eller D-nummer); den forbinder personer, mens filerne læses, og ingen rapport har den
    nb: den samme listen med en kolonne `national_id` (fødselsnummer eller D-nummer); den knytter sammen personer mens filene leses, og ingen rapport har den

    the code list: `GET https://data.brreg.no/enhetsregisteret/api/roller/rolletyper`; public, without login
    da: kodelisten: `GET https://data.brreg.no/enhetsregisteret/api/roller/rolletyper`; offentligt, uden login
    nb: kodelisten: `GET https://data.brreg.no/enhetsregisteret/api/roller/rolletyper`; åpent, uten innlogging

    the roles of a unit: `GET https://data.brreg.no/enhetsregisteret/api/enheter/{number}/roller`, or those of all units: `GET https://data.brreg.no/enhetsregisteret/api/roller/totalbestand` (one packed file of about 130 MB, read as it is); both are public and need no login. Whoever has Maskinporten access to the authorised interface (`/autorisert-api/`) gets identity numbers too, by which people are recognised for certain
    da: en enheds roller: `GET https://data.brreg.no/enhetsregisteret/api/enheter/{number}/roller`, eller alle enheders: `GET https://data.brreg.no/enhetsregisteret/api/roller/totalbestand` (én pakket fil på omkring 130 MB, der læses, som den er); begge er offentlige og kræver ikke login. Den, der har adgang gennem Maskinporten til den autoriserede adresse (`/autorisert-api/`), får også personnumre, som personer genkendes sikkert på
    nb: rollene til en enhet: `GET https://data.brreg.no/enhetsregisteret/api/enheter/{number}/roller`, eller alle enheters: `GET https://data.brreg.no/enhetsregisteret/api/roller/totalbestand` (én pakket fil på rundt 130 MB, som leses som den er); begge er åpne og krever ikke innlogging. Den som har tilgang gjennom Maskinporten til den autoriserte adressen (`/autorisert-api/`), får også fødselsnumre, som personer gjenkjennes sikkert på

    units and sub-units: `GET https://data.brreg.no/enhetsregisteret/api/enheter/{number}` and `…/api/underenheter/{number}`, or all sub-units of one: `…/api/underenheter?overordnetEnhet={number}&size=1000`; public, without login
    da: enheder og underenheder: `GET https://data.brreg.no/enhetsregisteret/api/enheter/{number}` og `…/api/underenheter/{number}`, eller alle underenheder af én: `…/api/underenheter?overordnetEnhet={number}&size=1000`; offentligt, uden login
    nb: enheter og underenheter: `GET https://data.brreg.no/enhetsregisteret/api/enheter/{number}` og `…/api/underenheter/{number}`, eller alle underenhetene til én: `…/api/underenheter?overordnetEnhet={number}&size=1000`; åpent, uten innlogging

    the pages on access packages of https://docs.altinn.studio/nb/authorization/what-do-you-get/accessgroups/, saved from the browser as HTML, or the Markdown of github.com/Altinn/altinn-studio-docs; the metadata export says the same with more authority
    da: siderne om adgangspakker på https://docs.altinn.studio/nb/authorization/what-do-you-get/accessgroups/, gemt fra browseren som HTML, eller Markdown-filerne i github.com/Altinn/altinn-studio-docs; metadataeksporten siger det samme med større vægt
    nb: sidene om tilgangspakker på https://docs.altinn.studio/nb/authorization/what-do-you-get/accessgroups/, lagret fra nettleseren som HTML, eller Markdown-filene i github.com/Altinn/altinn-studio-docs; metadataeksporten sier det samme med større tyngde

    any export of Kitos
    da: en hvilken som helst eksport fra Kitos
    nb: en hvilken som helst eksport fra Kitos

    what Kitos answers a user about itself: `GET {object's address}/permissions` with that user's own token; name the user and the object in `tilsyn.yaml`, since the answer does not
    da: det, Kitos svarer en bruger om brugeren selv: `GET {objektets adresse}/permissions` med brugerens eget token; angiv brugeren og objektet i `tilsyn.yaml`, da svaret ikke gør det
    nb: det Kitos svarer en bruker om brukeren selv: `GET {objektets adresse}/permissions` med brukerens eget token; oppgi brukeren og objektet i `tilsyn.yaml`, siden svaret ikke gjør det

    the catalogue: `GET /api/v2/{1}?page=0`, then `page=1` and so on until a page holds fewer than 250; a read-only API user can read it; save each answer unchanged
    da: kataloget: `GET /api/v2/{1}?page=0`, derefter `page=1` og så videre, til en side har færre end 250; en API-bruger med læseadgang kan læse det; gem hvert svar uændret
    nb: katalogen: `GET /api/v2/{1}?page=0`, deretter `page=1` og så videre til en side har færre enn 250; en API-bruker med lesetilgang kan lese det; lagre hvert svar uendret

    the deletions since a day: `GET /api/v2/delta-feed/deleted-entities?deletedSinceUTC=…`, all pages; a read-only API user can read it
    da: sletninger siden en dag: `GET /api/v2/delta-feed/deleted-entities?deletedSinceUTC=…`, alle sider; en API-bruger med læseadgang kan læse det
    nb: slettinger siden en dag: `GET /api/v2/delta-feed/deleted-entities?deletedSinceUTC=…`, alle sider; en API-bruker med lesetilgang kan lese det

    the units: `GET /api/v2/organizations/{organisation}/organization-units?page=0`, then `page=1` and so on until a page holds fewer than 250; a read-only API user of the organisation can read it
    da: enhederne: `GET /api/v2/organizations/{organisation}/organization-units?page=0`, derefter `page=1` og så videre, til en side har færre end 250; en API-bruger i organisationen med læseadgang kan læse det
    nb: enhetene: `GET /api/v2/organizations/{organisation}/organization-units?page=0`, deretter `page=1` og så videre til en side har færre enn 250; en API-bruker i organisasjonen med lesetilgang kan lese det

    the role types: `GET {1}?organizationUuid={organisation}` without `pageSize` (the list is never split); a withdrawn one singly: `GET {2}/{role}?organizationUuid={organisation}`; a read-only API user can read both; name the kind in `tilsyn.yaml`, since the document does not. Or {3}; it says of each role in use whether it writes
    da: rolletyperne: `GET {1}?organizationUuid={organisation}` uden `pageSize` (listen deles aldrig); en, der er trukket tilbage, for sig: `GET {2}/{role}?organizationUuid={organisation}`; en API-bruger med læseadgang kan læse begge; angiv typen i `tilsyn.yaml`, da dokumentet ikke gør det. Eller {3}; den siger om hver rolle i brug, om den skriver
    nb: rolletypene: `GET {1}?organizationUuid={organisation}` uten `pageSize` (listen deles aldri); en som er trukket tilbake, for seg: `GET {2}/{role}?organizationUuid={organisation}`; en API-bruker med lesetilgang kan lese begge; oppgi typen i `tilsyn.yaml`, siden dokumentet ikke gjør det. Eller {3}; den sier om hver rolle i bruk om den skriver

    {1}. No document that an API user can read has roles on units
    da: {1}. Intet dokument, som en API-bruger kan læse, har roller på enheder
    nb: {1}. Ingen dokumenter som en API-bruker kan lese, har roller på enheter

    {1}. Or {2}; it lists the roles of each user
    da: {1}. Eller {2}; den viser hver brugers roller
    nb: {1}. Eller {2}; den viser rollene til hver bruker

    the list of users across organisations: the Kitos secretariat opens Global administration, Brugere, and saves the answer of `GET /api/v2/internal/users/with-cross-organization-permissions`
    da: listen over brugere på tværs af organisationer: Kitos' sekretariat åbner Global administration, Brugere, og gemmer svaret på `GET /api/v2/internal/users/with-cross-organization-permissions`
    nb: listen over brukere på tvers av organisasjoner: Kitos' sekretariat åpner Global administration, Brugere, og lagrer svaret på `GET /api/v2/internal/users/with-cross-organization-permissions`

    {1}, with `IsGlobalAdmin`. Or the list of global administrators, which only the Kitos secretariat can make: `GET /api/v2/internal/users/global-admins`, named `kitos.internal.global-admins` in `tilsyn.yaml`
    da: {1}, med `IsGlobalAdmin`. Eller listen over globale administratorer, som kun Kitos' sekretariat kan lave: `GET /api/v2/internal/users/global-admins`, angivet som `kitos.internal.global-admins` i `tilsyn.yaml`
    nb: {1}, med `IsGlobalAdmin`. Eller listen over globale administratorer, som bare Kitos' sekretariat kan lage: `GET /api/v2/internal/users/global-admins`, oppgitt som `kitos.internal.global-admins` i `tilsyn.yaml`

    {1}, with `IsSystemIntegrator`. Or `GET /api/v2/internal/users/system-integrators` by the Kitos secretariat
    da: {1}, med `IsSystemIntegrator`. Eller `GET /api/v2/internal/users/system-integrators` af Kitos' sekretariat
    nb: {1}, med `IsSystemIntegrator`. Eller `GET /api/v2/internal/users/system-integrators` av Kitos' sekretariat

    {1}. Its field `LastLogin` exists since June 2026. The exported user table has it as `Seneste login` when all columns are exported
    da: {1}. Feltet `LastLogin` findes siden juni 2026. Den eksporterede brugertabel har det som `Seneste login`, når alle kolonner eksporteres
    nb: {1}. Feltet `LastLogin` finnes siden juni 2026. Den eksporterte brukertabellen har det som `Seneste login` når alle kolonner eksporteres

    all {1} of the organisation: `GET {2}?organizationUuid={organisation}&page=0`, then `page=1` and so on until a page holds fewer than 250; a read-only API user of the organisation can read it; save each answer unchanged
    da: alle organisationens {1}: `GET {2}?organizationUuid={organisation}&page=0`, derefter `page=1` og så videre, til en side har færre end 250; en API-bruger i organisationen med læseadgang kan læse det; gem hvert svar uændret
    nb: alle {1} i organisasjonen: `GET {2}?organizationUuid={organisation}&page=0`, deretter `page=1` og så videre til en side har færre enn 250; en API-bruker i organisasjonen med lesetilgang kan lese det; lagre hvert svar uendret

    the user list of the organisation: `GET /api/v2/organizations/{organisation}/users?page=0`, then `page=1` and so on until a page holds fewer than 250 users; any user of the organisation with API access can read it, a read-only API user is enough; save each answer unchanged and name the organisation in `tilsyn.yaml`. Or the user table of the Kitos pages (Organisation, Brugere, Eksporter, alle kolonner), which any user of the pages can make
    da: organisationens brugerliste: `GET /api/v2/organizations/{organisation}/users?page=0`, derefter `page=1` og så videre, til en side har færre end 250 brugere; enhver bruger i organisationen med API-adgang kan læse den, læseadgang er nok; gem hvert svar uændret, og angiv organisationen i `tilsyn.yaml`. Eller brugertabellen fra Kitos' sider (Organisation, Brugere, Eksporter, alle kolonner), som enhver bruger af siderne kan lave
    nb: brukerlisten til organisasjonen: `GET /api/v2/organizations/{organisation}/users?page=0`, deretter `page=1` og så videre til en side har færre enn 250 brukere; enhver bruker i organisasjonen med API-tilgang kan lese den, lesetilgang er nok; lagre hvert svar uendret, og oppgi organisasjonen i `tilsyn.yaml`. Eller brukertabellen fra Kitos' sider (Organisation, Brugere, Eksporter, alle kolonner), som enhver bruker av sidene kan lage

    the user table behind the Kitos pages (OData): open Organisation, Brugere in a browser, and save the answer of the request `odata/GetUsersByUuid` from the browser's network tools; any user of the pages can do it, an API user cannot
    da: brugertabellen bag Kitos' sider (OData): åbn Organisation, Brugere i en browser, og gem svaret på forespørgslen `odata/GetUsersByUuid` fra browserens netværksværktøj; enhver bruger af siderne kan gøre det, en API-bruger kan ikke
    nb: brukertabellen bak Kitos' sider (OData): åpne Organisation, Brugere i en nettleser, og lagre svaret på forespørselen `odata/GetUsersByUuid` fra nettleserens nettverksverktøy; enhver bruker av sidene kan gjøre det, en API-bruker kan ikke

    a CSV of all recipients from Exchange: `Get-Recipient -ResultSize Unlimited` (or `Get-Mailbox`) with `PrimarySmtpAddress`, `RecipientTypeDetails`, `EmailAddresses` joined by `;`, and for mailboxes `RequireSenderAuthenticationEnabled` and `AcceptMessagesOnlyFromSendersOrMembers`; any Exchange administrator can make it, reading rights (`View-Only Recipients`) are enough
    da: en CSV med alle modtagere fra Exchange: `Get-Recipient -ResultSize Unlimited` (eller `Get-Mailbox`) med `PrimarySmtpAddress`, `RecipientTypeDetails`, `EmailAddresses` adskilt af `;` og for postkasser `RequireSenderAuthenticationEnabled` og `AcceptMessagesOnlyFromSendersOrMembers`; enhver Exchange-administrator kan lave den, læserettigheder (`View-Only Recipients`) er nok
    nb: en CSV med alle mottakere fra Exchange: `Get-Recipient -ResultSize Unlimited` (eller `Get-Mailbox`) med `PrimarySmtpAddress`, `RecipientTypeDetails`, `EmailAddresses` atskilt av `;` og for postkasser `RequireSenderAuthenticationEnabled` og `AcceptMessagesOnlyFromSendersOrMembers`; enhver Exchange-administrator kan lage den, leserettigheter (`View-Only Recipients`) er nok

    `approvals.csv` with the columns `system,subject,what,requested_by,copied_to,approved_by,date,reference`, or the same as YAML; whoever files the requests keeps it, and `tilsyn init` writes an empty one
    da: `approvals.csv` med kolonnerne `system,subject,what,requested_by,copied_to,approved_by,date,reference`, eller det samme som YAML; den, der arkiverer ansøgningerne, fører den, og `tilsyn init` skriver en tom
    nb: `approvals.csv` med kolonnene `system,subject,what,requested_by,copied_to,approved_by,date,reference`, eller det samme som YAML; den som arkiverer søknadene, fører den, og `tilsyn init` skriver en tom

    `mailboxes.csv` with the columns `email,type,owner,deputy,purpose,mail_tested_at`, or the same as YAML; the organisation keeps it itself, and `tilsyn init` writes an empty one
    da: `mailboxes.csv` med kolonnerne `email,type,owner,deputy,purpose,mail_tested_at`, eller det samme som YAML; organisationen fører den selv, og `tilsyn init` skriver en tom
    nb: `mailboxes.csv` med kolonnene `email,type,owner,deputy,purpose,mail_tested_at`, eller det samme som YAML; organisasjonen fører den selv, og `tilsyn init` skriver en tom

    {1}; with `maskinporten` as `system`, `client` as `what`, and the supplier's number and the scope as `subject`
    da: {1}; med `maskinporten` som `system`, `client` som `what` og leverandørens nummer og scopet som `subject`
    nb: {1}; med `maskinporten` som `system`, `client` som `what` og leverandørens nummer og scopet som `subject`
    """#
}

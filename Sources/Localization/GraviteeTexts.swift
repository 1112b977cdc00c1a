extension Catalogue {
  /// What is told of exports of Gravitee.
  static let graviteeTexts = #"""
    definition
    da: API-definition
    nb: definisjon

    a definition
    da: en definition
    nb: en definisjon

    definitions
    da: definitioner
    nb: definisjoner

    listed API
    da: API på en liste
    nb: API på en liste

    a listed API
    da: en API på en liste
    nb: et API på en liste

    listed APIs
    da: API'er på en liste
    nb: API-er på en liste

    subscription
    da: abonnement
    nb: abonnement

    a subscription
    da: et abonnement
    nb: et abonnement

    subscriptions
    da: abonnementer
    nb: abonnementer

    key
    da: nøgle
    nb: nøkkel

    a key
    da: en nøgle
    nb: en nøkkel

    keys
    da: nøgler
    nb: nøkler

    application
    da: applikation
    nb: applikasjon

    an application
    da: en applikation
    nb: en applikasjon

    applications
    da: applikationer
    nb: applikasjoner

    plan
    da: abonnementsplan
    nb: abonnementsplan

    a plan
    da: en plan
    nb: en plan

    plans
    da: planer
    nb: planer

    member
    da: medlem
    nb: medlem

    a member
    da: et medlem
    nb: et medlem

    members
    da: medlemmer
    nb: medlemmer

    group
    da: gruppe
    nb: gruppe

    a group
    da: en gruppe
    nb: en gruppe

    groups
    da: grupper
    nb: grupper

    token
    da: adgangstoken
    nb: tilgangstoken

    a token
    da: et token
    nb: et token

    tokens
    da: adgangstokens
    nb: token

    taken for a template, and may be the export of an API without its people
    da: regnet for en skabelon, og kan være eksporten af en API uden dens personer
    nb: regnet som en mal, og kan være eksporten av et API uten personene

    which API it is of is not known
    da: hvilken API den hører til, er ikke kendt
    nb: hvilket API det hører til, er ikke kjent

    the gateway discovers the endpoints of this API
    da: gatewayen finder selv endepunkterne i denne API
    nb: gatewayen finner selv endepunktene i dette API-et

    an endpoint is no object
    da: et endepunkt er ikke et objekt
    nb: et endepunkt er ikke et objekt

    the definition does not say where the endpoint leads
    da: definitionen siger ikke, hvor endepunktet fører hen
    nb: definisjonen sier ikke hvor endepunktet fører

    an expression decides where the endpoint leads
    da: et udtryk afgør, hvor endepunktet fører hen
    nb: et uttrykk avgjør hvor endepunktet fører

    the definition does not say how certificates are verified
    da: definitionen siger ikke, hvordan certifikater kontrolleres
    nb: definisjonen sier ikke hvordan sertifikater kontrolleres

    an expression decides which paths the filter is for
    da: et udtryk afgør, hvilke stier filteret gælder
    nb: et uttrykk avgjør hvilke stier filteret gjelder

    nothing says which API it is
    da: intet siger, hvilken API det er
    nb: ingenting sier hvilket API det er

    the document has no `{1}`
    da: dokumentet har ingen `{1}`
    nb: dokumentet har ingen `{1}`

    a flow cannot be read
    da: et flow kan ikke læses
    nb: en flyt kan ikke leses

    an expression decides which addresses the filter is for
    da: et udtryk afgør, hvilke adresser filteret gælder
    nb: et uttrykk avgjør hvilke adresser filteret gjelder

    an expression decides with which scope the backend is called
    da: et udtryk afgør, med hvilket scope backenden kaldes
    nb: et uttrykk avgjør med hvilket scope baksystemet kalles

    nothing says who the member is
    da: intet siger, hvem medlemmet er
    nb: ingenting sier hvem medlemmet er

    a group is no text
    da: en gruppe er ikke en tekst
    nb: en gruppe er ikke en tekst

    a member is no object
    da: et medlem er ikke et objekt
    nb: et medlem er ikke et objekt

    a plan is no object
    da: en plan er ikke et objekt
    nb: en plan er ikke et objekt

    nothing says which plan it is
    da: intet siger, hvilken plan det er
    nb: ingenting sier hvilken plan det er

    an empty list as Gravitee answers, which does not say of what; name its kind in `tilsyn.yaml`
    da: en tom liste, som Gravitee svarer den, og som ikke siger, hvad den er over; angiv dens slags i `tilsyn.yaml`
    nb: en tom liste slik Gravitee svarer den, som ikke sier hva den er over; oppgi slaget i `tilsyn.yaml`

    a document of the database of Gravitee, no export; export each API from the console instead
    da: et dokument fra Gravitees database, ikke en eksport; eksportér i stedet hver API fra konsollen
    nb: et dokument fra databasen til Gravitee, ikke en eksport; eksporter i stedet hvert API fra konsollen

    a document for the automation of Gravitee, no export; it says what somebody wanted, not what is
    da: et dokument til automatisering af Gravitee, ikke en eksport; det siger, hvad nogen ville have, ikke hvad der er
    nb: et dokument for automatisering av Gravitee, ikke en eksport; det sier hva noen ville ha, ikke hva som er

    a resource for Kubernetes, no export; it says what somebody wanted, not what is
    da: en ressource til Kubernetes, ikke en eksport; den siger, hvad nogen ville have, ikke hvad der er
    nb: en ressurs for Kubernetes, ikke en eksport; den sier hva noen ville ha, ikke hva som er

    a list of what is installed in Gravitee, no rights
    da: en liste over, hvad der er installeret i Gravitee, ingen rettigheder
    nb: en liste over hva som er installert i Gravitee, ingen rettigheter

    the list does not say which API it is of; name the API as `object`
    da: listen siger ikke, hvilken API den hører til; angiv API'en som `object`
    nb: listen sier ikke hvilket API den hører til; oppgi API-et som `object`

    who asked and who accepted
    da: hvem der bad om adgang, og hvem der godkendte
    nb: hvem som ba om tilgang, og hvem som godkjente

    keys and messages
    da: nøgler og beskeder
    nb: nøkler og meldinger

    plans that are closed, which no export has
    da: lukkede planer, som ingen eksport har
    nb: lukkede planer, som ingen eksport har

    members by way of a group
    da: medlemmer gennem en gruppe
    nb: medlemmer gjennom en gruppe

    taken for a template, since it names no people; if it is the export of an API, name it `gravitee.api-export` in `tilsyn.yaml`
    da: regnet for en skabelon, da den ikke nævner personer; er det eksporten af en API, så kald den `gravitee.api-export` i `tilsyn.yaml`
    nb: regnet som en mal, siden den ikke nevner personer; er det eksporten av et API, så kall den `gravitee.api-export` i `tilsyn.yaml`

    who owns the API and who may change it: definitions for gateways, Kubernetes and automation name nobody
    da: hvem der ejer API'en, og hvem der må ændre den: definitioner til gateways, Kubernetes og automatisering nævner ingen
    nb: hvem som eier API-et, og hvem som kan endre det: definisjoner for gatewayer, Kubernetes og automatisering nevner ingen

    the list does not say whose members it has; name it as `object`
    da: listen siger ikke, hvis medlemmer den har; angiv det som `object`
    nb: listen sier ikke hvem sine medlemmer den har; oppgi det som `object`

    the file is one record, and there may be more {1}
    da: filen er én post, og der kan være flere {1}
    nb: filen er én post, og det kan være flere {1}

    pages of this list have a record twice, so that {1} may be missing
    da: sider af denne liste har en post to gange, så der kan mangle {1}
    nb: sider av denne listen har en post to ganger, så det kan mangle {1}

    a list shows applications that are active unless it was asked for more
    da: en liste viser aktive applikationer, medmindre der blev bedt om flere
    nb: en liste viser aktive applikasjoner hvis det ikke ble spurt om flere

    whoever is no administrator sees only applications of their own, and the list does not say who made it; if it was an administrator, write `scope: all`
    da: den, der ikke er administrator, ser kun sine egne applikationer, og listen siger ikke, hvem der lavede den; var det en administrator, så skriv `scope: all`
    nb: den som ikke er administrator, ser bare sine egne applikasjoner, og listen sier ikke hvem som laget den; var det en administrator, så skriv `scope: all`

    whoever is no administrator sees only APIs of their own, and the list does not say who made it; if it was an administrator, write `scope: all`
    da: den, der ikke er administrator, ser kun sine egne API'er, og listen siger ikke, hvem der lavede den; var det en administrator, så skriv `scope: all`
    nb: den som ikke er administrator, ser bare sine egne API-er, og listen sier ikke hvem som laget den; var det en administrator, så skriv `scope: all`

    a list shows subscriptions that are accepted unless it was asked for more
    da: en liste viser godkendte abonnementer, medmindre der blev bedt om flere
    nb: en liste viser godkjente abonnementer hvis det ikke ble spurt om flere

    a list shows subscriptions that are accepted unless it was asked for more; nothing is known of those that are {1}; write what was asked as `query: statuses=…`
    da: en liste viser godkendte abonnementer, medmindre der blev bedt om flere; intet vides om dem, der er {1}; skriv, hvad der blev spurgt om, som `query: statuses=…`
    nb: en liste viser godkjente abonnementer hvis det ikke ble spurt om flere; ingenting er kjent om dem som er {1}; skriv hva det ble spurt om, som `query: statuses=…`

    a list shows plans that are published unless it was asked for more
    da: en liste viser udgivne planer, medmindre der blev bedt om flere
    nb: en liste viser publiserte planer hvis det ikke ble spurt om flere

    a list of members has a group, which the thing may belong to
    da: en liste over medlemmer har en gruppe, som det kan høre til
    nb: en liste over medlemmer har en gruppe, som det kan høre til

    the system processed it, which is nobody
    da: systemet behandlede det, og det er ingen
    nb: systemet behandlet det, og det er ingen

    the list has the keys themselves, and nothing of them
    da: listen har selve nøglerne og intet om dem
    nb: listen har selve nøklene og ingenting om dem

    nothing says which subscription it is
    da: intet siger, hvilket abonnement det er
    nb: ingenting sier hvilket abonnement det er

    a CSV does not say it
    da: en CSV siger det ikke
    nb: en CSV sier det ikke

    a CSV names plans and applications, and which ones they are no loaded document tells
    da: en CSV nævner planer og applikationer, og intet indlæst dokument siger, hvilke det er
    nb: en CSV nevner planer og applikasjoner, og ingen innlest dokument sier hvilke det er

    the plan does not say which API it is of
    da: planen siger ikke, hvilken API den hører til
    nb: planen sier ikke hvilket API den hører til

    `{1}` is no whole number
    da: `{1}` er ikke et helt tal
    nb: `{1}` er ikke et helt tall

    the list does not say which roles the user has
    da: listen siger ikke, hvilke roller brugeren har
    nb: listen sier ikke hvilke roller brukeren har

    the role has no scope
    da: rollen har intet område
    nb: rollen har ikke noe område

    `{1}` has a letter that is none of CRUD
    da: `{1}` har et bogstav, der ikke er et af CRUD
    nb: `{1}` har en bokstav som ikke er en av CRUD

    the list does not say whose tokens it has; name the person as `user`
    da: listen siger ikke, hvis tokens den har; angiv personen som `user`
    nb: listen sier ikke hvem sine token den har; oppgi personen som `user`

    nothing says which token it is
    da: intet siger, hvilket token det er
    nb: ingenting sier hvilket token det er

    `{1}` is no id
    da: `{1}` er ikke et id
    nb: `{1}` er ikke en id

    the template that the institution loaded, such as IntArk's
    da: den skabelon, som institutionen indlæste, for eksempel IntArks
    nb: malen som institusjonen lastet inn, for eksempel fra IntArk

    any export of Gravitee
    da: en hvilken som helst eksport fra Gravitee
    nb: en hvilken som helst eksport fra Gravitee

    the export of each API: its owner, or an auditor with a role on it, opens the API in the console, presses Export and leaves every box ticked
    da: eksporten af hver API: dens ejer, eller en revisor med en rolle på den, åbner API'en i konsollen, trykker Export og lader alle felter være krydset af
    nb: eksporten av hvert API: eieren, eller en revisor med en rolle på det, åpner API-et i konsollen, trykker Export og lar alle bokser stå avkrysset

    the list of APIs: `GET …/environments/{environment}/apis?perPage=100` (v2) or `…/apis` (v1) by an administrator, who alone sees all; write `scope: all` into `tilsyn.yaml`. The definition of each comes with its export
    da: listen over API'er: `GET …/environments/{environment}/apis?perPage=100` (v2) eller `…/apis` (v1) af en administrator, som alene ser alt; skriv `scope: all` i `tilsyn.yaml`. Definitionen af hver kommer med dens eksport
    nb: listen over API-er: `GET …/environments/{environment}/apis?perPage=100` (v2) eller `…/apis` (v1) av en administrator, som alene ser alt; skriv `scope: all` i `tilsyn.yaml`. Definisjonen av hvert kommer med eksporten

    the subscriptions of each API: `GET …/apis/{api}/subscriptions` with `statuses=ACCEPTED,PENDING,PAUSED,RESUMED,CLOSED,REJECTED` (v1: `status=`) and `expands=api,application,plan,subscribedBy`, all pages; write the address as `query` into `tilsyn.yaml`, since the answer does not say what it leaves out
    da: abonnementerne på hver API: `GET …/apis/{api}/subscriptions` med `statuses=ACCEPTED,PENDING,PAUSED,RESUMED,CLOSED,REJECTED` (v1: `status=`) og `expands=api,application,plan,subscribedBy`, alle sider; skriv adressen som `query` i `tilsyn.yaml`, da svaret ikke siger, hvad det udelader
    nb: abonnementene på hvert API: `GET …/apis/{api}/subscriptions` med `statuses=ACCEPTED,PENDING,PAUSED,RESUMED,CLOSED,REJECTED` (v1: `status=`) og `expands=api,application,plan,subscribedBy`, alle sider; skriv adressen som `query` i `tilsyn.yaml`, siden svaret ikke sier hva det utelater

    the keys of each subscription: `GET …/apis/{api}/subscriptions/{subscription}/api-keys` (v1: `…/apikeys`); take the keys themselves out at once, `jq 'del(.data[].key)'` or `jq 'map(del(.key,.hash))'`
    da: nøglerne til hvert abonnement: `GET …/apis/{api}/subscriptions/{subscription}/api-keys` (v1: `…/apikeys`); tag straks selve nøglerne ud, `jq 'del(.data[].key)'` eller `jq 'map(del(.key,.hash))'`
    nb: nøklene til hvert abonnement: `GET …/apis/{api}/subscriptions/{subscription}/api-keys` (v1: `…/apikeys`); ta straks ut selve nøklene, `jq 'del(.data[].key)'` eller `jq 'map(del(.key,.hash))'`

    the export of each API, and for plans that are closed `GET …/apis/{api}/plans?status=STAGING,PUBLISHED,DEPRECATED,CLOSED`
    da: eksporten af hver API, og for lukkede planer `GET …/apis/{api}/plans?status=STAGING,PUBLISHED,DEPRECATED,CLOSED`
    nb: eksporten av hvert API, og for lukkede planer `GET …/apis/{api}/plans?status=STAGING,PUBLISHED,DEPRECATED,CLOSED`

    the list of applications: `GET …/applications` and `GET …/applications?status=ARCHIVED` by an administrator, who alone sees all; write `scope: all` into `tilsyn.yaml`
    da: listen over applikationer: `GET …/applications` og `GET …/applications?status=ARCHIVED` af en administrator, som alene ser alt; skriv `scope: all` i `tilsyn.yaml`
    nb: listen over applikasjoner: `GET …/applications` og `GET …/applications?status=ARCHIVED` av en administrator, som alene ser alt; skriv `scope: all` i `tilsyn.yaml`

    the members of each application: `GET …/applications/{application}/members` by an administrator; write the application as `object` into `tilsyn.yaml`
    da: medlemmerne af hver applikation: `GET …/applications/{application}/members` af en administrator; skriv applikationen som `object` i `tilsyn.yaml`
    nb: medlemmene av hver applikasjon: `GET …/applications/{application}/members` av en administrator; skriv applikasjonen som `object` i `tilsyn.yaml`

    the list of users: `GET …/organizations/{organization}/users?size=100` by an administrator
    da: listen over brugere: `GET …/organizations/{organization}/users?size=100` af en administrator
    nb: listen over brukere: `GET …/organizations/{organization}/users?size=100` av en administrator

    the list of groups: `GET …/configuration/groups` by an administrator
    da: listen over grupper: `GET …/configuration/groups` af en administrator
    nb: listen over grupper: `GET …/configuration/groups` av en administrator

    the members of each group: `GET …/configuration/groups/{group}/members` by an administrator; write the group as `object` into `tilsyn.yaml`
    da: medlemmerne af hver gruppe: `GET …/configuration/groups/{group}/members` af en administrator; skriv gruppen som `object` i `tilsyn.yaml`
    nb: medlemmene av hver gruppe: `GET …/configuration/groups/{group}/members` av en administrator; skriv gruppen som `object` i `tilsyn.yaml`

    the roles of each scope: `GET …/configuration/rolescopes/{scope}/roles` for `API`, `APPLICATION`, `ENVIRONMENT` and `ORGANIZATION`
    da: rollerne i hvert område: `GET …/configuration/rolescopes/{scope}/roles` for `API`, `APPLICATION`, `ENVIRONMENT` og `ORGANIZATION`
    nb: rollene i hvert område: `GET …/configuration/rolescopes/{scope}/roles` for `API`, `APPLICATION`, `ENVIRONMENT` og `ORGANIZATION`

    the personal tokens of each user: `GET …/users/{user}/tokens`; write the user as `user` into `tilsyn.yaml`
    da: hver brugers personlige tokens: `GET …/users/{user}/tokens`; skriv brugeren som `user` i `tilsyn.yaml`
    nb: de personlige tokenene til hver bruker: `GET …/users/{user}/tokens`; skriv brukeren som `user` i `tilsyn.yaml`

    documents disagree in `{1}`
    da: dokumenter er uenige om `{1}`
    nb: dokumenter er uenige om `{1}`

    another document of the same thing does not have this row
    da: et andet dokument om det samme har ikke denne række
    nb: et annet dokument om det samme har ikke denne raden

    no loaded document says this of the plan
    da: intet indlæst dokument siger dette om planen
    nb: ingen innlest dokument sier dette om planen

    the members of the group were not loaded
    da: gruppens medlemmer blev ikke indlæst
    nb: medlemmene av gruppen ble ikke lest inn

    no loaded list says what the role allows
    da: ingen indlæst liste siger, hvad rollen giver lov til
    nb: ingen innlest liste sier hva rollen gir lov til

    the keys of the subscription were not loaded
    da: abonnementets nøgler blev ikke indlæst
    nb: nøklene til abonnementet ble ikke lest inn

    the keys of a subscription were not loaded
    da: nøglerne til et abonnement blev ikke indlæst
    nb: nøklene til et abonnement ble ikke lest inn

    only the number of the tokens is known
    da: kun antallet af tokens er kendt
    nb: bare antallet token er kjent

    no list of APIs was loaded, so that there may be others
    da: ingen liste over API'er blev indlæst, så der kan være flere
    nb: ingen liste over API-er ble lest inn, så det kan være flere

    no list of applications was loaded, so that there may be others
    da: ingen liste over applikationer blev indlæst, så der kan være flere
    nb: ingen liste over applikasjoner ble lest inn, så det kan være flere

    no list of groups was loaded, so that there may be others
    da: ingen liste over grupper blev indlæst, så der kan være flere
    nb: ingen liste over grupper ble lest inn, så det kan være flere

    no list of roles was loaded, so that there may be others
    da: ingen liste over roller blev indlæst, så der kan være flere
    nb: ingen liste over roller ble lest inn, så det kan være flere

    no list of users was loaded, so that there may be others
    da: ingen liste over brugere blev indlæst, så der kan være flere
    nb: ingen liste over brukere ble lest inn, så det kan være flere

    no loaded document says this of the API
    da: intet indlæst dokument siger dette om API'en
    nb: ingen innlest dokument sier dette om API-et

    the plans of an API were not loaded
    da: en API's planer blev ikke indlæst
    nb: planene til et API ble ikke lest inn

    the subscriptions of the API were not loaded; name the API of a list as `object`
    da: abonnementerne på API'en blev ikke indlæst; angiv en listes API som `object`
    nb: abonnementene på API-et ble ikke lest inn; oppgi API-et til en liste som `object`

    no loaded document says this of the application
    da: intet indlæst dokument siger dette om applikationen
    nb: ingen innlest dokument sier dette om applikasjonen
    """#
}

extension Catalogue {
  /// What is told of answers of the self-service of Maskinporten.
  static let maskinportenTexts = #"""
    access right
    da: adgang
    nb: tilgang

    an access right
    da: en adgang
    nb: en tilgang

    access rights
    da: adgange
    nb: tilganger

    client
    da: klient
    nb: klient

    a client
    da: en klient
    nb: en klient

    clients
    da: klienter
    nb: klienter

    customer
    da: kunde
    nb: kunde

    a customer
    da: en kunde
    nb: en kunde

    customers
    da: kunder
    nb: kunder

    key set
    da: nøglesæt
    nb: nøkkelsett

    a key set
    da: et nøglesæt
    nb: et nøkkelsett

    key sets
    da: nøglesæt
    nb: nøkkelsett

    scope
    da: API-scope
    nb: API-scope

    a scope
    da: et API-scope
    nb: et API-scope

    scopes
    da: API-scopes
    nb: API-scopes

    which access it is, is not known
    da: hvilken adgang det er, vides ikke
    nb: hvilken tilgang det er, er ikke kjent

    which other scopes there are, and to whom they are given, no list of scopes says
    da: ingen liste over scopes siger, hvilke andre der er, og hvem de er givet til
    nb: ingen liste over scopes sier hvilke andre det er, og hvem de er gitt til

    `client_id` is a placeholder
    da: `client_id` er en pladsholder
    nb: `client_id` er en plassholder

    no answer says for whom this client acts; ask for `/clients/{id}/onbehalfof` of it
    da: intet svar siger, hvem denne klient handler for; spørg om dens `/clients/{id}/onbehalfof`
    nb: ingen svar sier hvem denne klienten handler for; spør etter `/clients/{id}/onbehalfof` for den

    the answer does not say which client it is about
    da: svaret siger ikke, hvilken klient det handler om
    nb: svaret sier ikke hvilken klient det gjelder

    `{1}` is no time in seconds
    da: `{1}` er intet tidspunkt i sekunder
    nb: `{1}` er ikke noe tidspunkt i sekunder

    a later export has the keys of this client, so these are only compared with them
    da: en senere eksport har denne klients nøgler, så disse sammenlignes kun med dem
    nb: en senere eksport har nøklene til denne klienten, så disse blir bare sammenlignet med dem

    expected a key, an object with `{1}`
    da: forventede en nøgle, et objekt med `{1}`
    nb: ventet en nøkkel, et objekt med `{1}`

    of which day the keys are is not known
    da: hvilken dag nøglerne er fra, vides ikke
    nb: hvilken dag nøklene er fra, er ikke kjent

    the answer does not say of which day it is; give the day as `extracted_at`
    da: svaret siger ikke, hvilken dag det er fra; angiv dagen som `extracted_at`
    nb: svaret sier ikke hvilken dag det er fra; oppgi dagen som `extracted_at`

    the answer does not say which client it is about; give the client as `object`, or the address with `/clients/{id}/` as `query`
    da: svaret siger ikke, hvilken klient det handler om; angiv klienten som `object` eller adressen med `/clients/{id}/` som `query`
    nb: svaret sier ikke hvilken klient det gjelder; oppgi klienten som `object`, eller adressen med `/clients/{id}/` som `query`

    the key has no `{1}`
    da: nøglen har ingen `{1}`
    nb: nøkkelen har ingen `{1}`

    the key has no number by which it could be told from others
    da: nøglen har intet tal, den kan kendes fra andre på
    nb: nøkkelen har ikke noe tall den kan skilles fra andre med

    the key says nothing in `{1}`
    da: nøglen siger intet i `{1}`
    nb: nøkkelen sier ingenting i `{1}`

    the record has a time that is none, as examples have
    da: posten har et tidspunkt, der ikke er et, som eksempler har det
    nb: posten har et tidspunkt som ikke er noe, slik eksempler har

    the record is no key
    da: posten er ingen nøgle
    nb: posten er ingen nøkkel

    one key, not all keys of the client
    da: én nøgle, ikke alle klientens nøgler
    nb: én nøkkel, ikke alle nøklene til klienten

    `{1}` holds something that is no key
    da: `{1}` rummer noget, der ikke er en nøgle
    nb: `{1}` har noe som ikke er en nøkkel

    no answer says to whom this scope is given; ask for `/scopes/access?scope=…` of it
    da: intet svar siger, hvem dette scope er givet til; spørg om dets `/scopes/access?scope=…`
    nb: ingen svar sier hvem dette scopet er gitt til; spør etter `/scopes/access?scope=…` for det

    the record of the scope could not be used
    da: posten om scopet kunne ikke bruges
    nb: posten om scopet kunne ikke brukes

    scopes that are inactive, which are listed where `inactive=true` asks for them
    da: scopes, der er inaktive; de står på listen, hvor `inactive=true` spørger om dem
    nb: scopes som er inaktive; de står på listen der `inactive=true` spør etter dem

    clients that are inactive, which are listed where `inactive=true` asks for them
    da: klienter, der er inaktive; de står på listen, hvor `inactive=true` spørger om dem
    nb: klienter som er inaktive; de står på listen der `inactive=true` spør etter dem

    several answers of Maskinporten in one file; save each answer as a file of its own
    da: flere svar fra Maskinporten i én fil; gem hvert svar i sin egen fil
    nb: flere svar fra Maskinporten i én fil; lagre hvert svar i en egen fil

    where a scope may be delegated, which says nothing of who was given anything
    da: hvor et scope kan delegeres, hvilket intet siger om, hvem der har fået noget
    nb: hvor et scope kan delegeres, noe som ikke sier hvem som har fått noe

    the keys that a client had on an earlier day
    da: de nøgler, en klient havde på en tidligere dag
    nb: nøklene en klient hadde på en tidligere dag

    `GET {1}/clients?inactive=true` (newer `/api/v1/clients`), with a token of a client that has `idporten:dcr.read`, or by somebody with the right Selvbetjening av integrasjoner in Altinn; save the answer unchanged
    da: `GET {1}/clients?inactive=true` (nyere `/api/v1/clients`), med et token fra en klient, der har `idporten:dcr.read`, eller af en med retten Selvbetjening av integrasjoner i Altinn; gem svaret uændret
    nb: `GET {1}/clients?inactive=true` (nyere `/api/v1/clients`), med et token fra en klient som har `idporten:dcr.read`, eller av en med rettigheten Selvbetjening av integrasjoner i Altinn; lagre svaret uendret

    for each client `GET {1}/clients/{id}/jwks`, saved unchanged, now and once a year; give the client as `object` and the day as `extracted_at` in `tilsyn.yaml`
    da: for hver klient `GET {1}/clients/{id}/jwks`, gemt uændret, nu og en gang om året; angiv klienten som `object` og dagen som `extracted_at` i `tilsyn.yaml`
    nb: for hver klient `GET {1}/clients/{id}/jwks`, lagret uendret, nå og en gang i året; oppgi klienten som `object` og dagen som `extracted_at` i `tilsyn.yaml`

    for each client `GET {1}/clients/{id}/onbehalfof`, saved unchanged; give the client as `object` in `tilsyn.yaml`
    da: for hver klient `GET {1}/clients/{id}/onbehalfof`, gemt uændret; angiv klienten som `object` i `tilsyn.yaml`
    nb: for hver klient `GET {1}/clients/{id}/onbehalfof`, lagret uendret; oppgi klienten som `object` i `tilsyn.yaml`

    `GET {1}/scopes?inactive=true` (newer `/api/v1/scopes`), with a token of a client that has `idporten:scopes.read`, or by somebody with the right Selvbetjening av integrasjoner in Altinn; save the answer unchanged
    da: `GET {1}/scopes?inactive=true` (nyere `/api/v1/scopes`), med et token fra en klient, der har `idporten:scopes.read`, eller af en med retten Selvbetjening av integrasjoner i Altinn; gem svaret uændret
    nb: `GET {1}/scopes?inactive=true` (nyere `/api/v1/scopes`), med et token fra en klient som har `idporten:scopes.read`, eller av en med rettigheten Selvbetjening av integrasjoner i Altinn; lagre svaret uendret

    for each scope `GET {1}/scopes/access?scope=SCOPE`, and `GET {2}/scopes/access/all` for what is given to you, with a token of a client that has `idporten:scopes.read`; write the address as `query` into `tilsyn.yaml`
    da: for hvert scope `GET {1}/scopes/access?scope=SCOPE`, og `GET {2}/scopes/access/all` for det, I har fået, med et token fra en klient, der har `idporten:scopes.read`; skriv adressen som `query` i `tilsyn.yaml`
    nb: for hvert scope `GET {1}/scopes/access?scope=SCOPE`, og `GET {2}/scopes/access/all` for det dere har fått, med et token fra en klient som har `idporten:scopes.read`; skriv adressen som `query` i `tilsyn.yaml`

    the answer does not say whether it is of test or of production, and other files are said to be of one; give each file its `environment`
    da: svaret siger ikke, om det er fra test eller produktion, og andre filer siges at være fra den ene; angiv `environment` for hver fil
    nb: svaret sier ikke om det er fra test eller produksjon, og andre filer er oppgitt å være fra én av dem; oppgi `environment` for hver fil

    the lists do not agree on one organisation whose they are; name your own in `{1}`
    da: listerne er ikke enige om én organisation, de tilhører; nævn jeres egne i `{1}`
    nb: listene er ikke enige om én organisasjon de tilhører; nevn egne i `{1}`

    `{1}` holds something that is no text
    da: `{1}` rummer noget, der ikke er tekst
    nb: `{1}` har noe som ikke er tekst

    `{1}` is no time
    da: `{1}` er intet tidspunkt
    nb: `{1}` er ikke noe tidspunkt

    the record has a time or an organisation number that is none, as examples have
    da: posten har et tidspunkt eller organisationsnummer, der ikke er et, som eksempler har det
    nb: posten har et tidspunkt eller organisasjonsnummer som ikke er noe, slik eksempler har

    the record has no `active`, and inactive ones were asked for
    da: posten har ingen `active`, og der blev spurgt om inaktive
    nb: posten har ingen `active`, og det ble spurt etter inaktive
    """#
}

extension Catalogue {
  /// What exports of Kitos leave open.
  static let kitosHoleTexts = #"""
    the record has no `rightsHolder`
    da: posten har ingen `rightsHolder`
    nb: posten har ingen `rightsHolder`

    which organisation the units are of is not known
    da: hvilken organisation enhederne hører til, vides ikke
    nb: hvilken organisasjon enhetene hører til, er ikke kjent

    which object the roles are on is not known
    da: hvilket objekt rollerne er på, vides ikke
    nb: hvilket objekt rollene er på, er ikke kjent

    which object the permissions are for is not known
    da: hvilket objekt tilladelserne gælder, vides ikke
    nb: hvilket objekt tillatelsene gjelder, er ikke kjent

    which organisation the permission is for is not known
    da: hvilken organisation tilladelsen gælder, vides ikke
    nb: hvilken organisasjon tillatelsen gjelder, er ikke kjent

    who asked for the permissions is not known
    da: hvem der spurgte om tilladelserne, vides ikke
    nb: hvem som spurte om tillatelsene, er ikke kjent

    the record has no `isAvailable`
    da: posten har ingen `isAvailable`
    nb: posten har ingen `isAvailable`

    the record says in different ways whether the role is available
    da: posten siger på forskellig måde, om rollen kan tildeles
    nb: posten sier på ulike måter om rollen kan tildeles

    the document names the organisation, and no other document gives the uuid of that name
    da: dokumentet nævner organisationen ved navn, og intet andet dokument giver navnets uuid
    nb: dokumentet nevner organisasjonen ved navn, og ingen andre dokumenter gir navnets uuid

    the list does not show global administrators
    da: listen viser ikke globale administratorer
    nb: listen viser ikke globale administratorer

    the list leaves out users with neither API nor stakeholder access
    da: listen udelader brugere, der hverken har API-adgang eller interessentadgang
    nb: listen utelater brukere som verken har API-tilgang eller interessenttilgang

    the user list leaves global administrators out
    da: brugerlisten udelader globale administratorer
    nb: brukerlisten utelater globale administratorer

    which organisation the user list is of is not known
    da: hvilken organisation brugerlisten er for, vides ikke
    nb: hvilken organisasjon brukerlisten er for, er ikke kjent

    the latest change is after the day judged; who had changed the object by then, the document does not say
    da: den seneste ændring er efter den bedømte dag; hvem der havde ændret objektet inden da, siger dokumentet ikke
    nb: den siste endringen er etter dagen som bedømmes; hvem som hadde endret objektet før det, sier ikke dokumentet

    when the latest change was, the document does not say
    da: hvornår den seneste ændring skete, siger dokumentet ikke
    nb: når den siste endringen skjedde, sier ikke dokumentet

    which organisation the user table is of is not known
    da: hvilken organisation brugertabellen er for, vides ikke
    nb: hvilken organisasjon brukertabellen er for, er ikke kjent

    records of the document could not be read, and may hold a password
    da: poster i dokumentet kunne ikke læses og kan indeholde en adgangskode
    nb: poster i dokumentet kunne ikke leses og kan inneholde et passord

    the exported user table leaves global administrators out
    da: den eksporterede brugertabel udelader globale administratorer
    nb: den eksporterte brukertabellen utelater globale administratorer

    the roster does not say what the user may do, and no other document does
    da: brugeroversigten siger ikke, hvad brugeren må, og intet andet dokument gør
    nb: brukeroversikten sier ikke hva brukeren kan gjøre, og ingen andre dokumenter gjør det

    one document has the object and another lists it as deleted
    da: ét dokument har objektet, og et andet har det på listen over slettede
    nb: ett dokument har objektet, og et annet har det på listen over slettede

    one document lists the user as living and another as deleted
    da: ét dokument har brugeren som aktiv og et andet som slettet
    nb: ett dokument har brukeren som aktiv og et annet som slettet

    `ObjectOwnerId` is no number of a user
    da: `ObjectOwnerId` er ikke et brugernummer
    nb: `ObjectOwnerId` er ikke et brukernummer

    a right has no `Role/Name`
    da: en rettighed har ingen `Role/Name`
    nb: en rettighet har ingen `Role/Name`

    the document does not say who created the right
    da: dokumentet siger ikke, hvem der oprettede rettigheden
    nb: dokumentet sier ikke hvem som opprettet rettigheten

    the record has a day of deletion and says that the user is not deleted
    da: posten har en dato for sletning og siger, at brugeren ikke er slettet
    nb: posten har en dato for sletting og sier at brukeren ikke er slettet

    the record has no name
    da: posten har intet navn
    nb: posten har ikke noe navn

    the table has no name for the user
    da: tabellen har intet navn på brugeren
    nb: tabellen har ikke noe navn på brukeren

    the document has no `OrganizationRights` of the user
    da: dokumentet har ingen `OrganizationRights` for brugeren
    nb: dokumentet har ingen `OrganizationRights` for brukeren

    the document has no `{1}` of the user
    da: dokumentet har ingen `{1}` for brugeren
    nb: dokumentet har ingen `{1}` for brukeren

    the role cannot be read
    da: rollen kan ikke læses
    nb: rollen kan ikke leses

    the user table does not say whether the role can be assigned today
    da: brugertabellen siger ikke, om rollen kan tildeles i dag
    nb: brukertabellen sier ikke om rollen kan tildeles i dag

    who created the right is given by a number that the document does not explain
    da: hvem der oprettede rettigheden, er angivet med et nummer, som dokumentet ikke forklarer
    nb: hvem som opprettet rettigheten, er oppgitt med et nummer som dokumentet ikke forklarer

    the latest login is after the day judged; whether there was one before, the document does not say
    da: det seneste login er efter den bedømte dag; om der var et før, siger dokumentet ikke
    nb: siste innlogging er etter dagen som bedømmes; om det var en før, sier ikke dokumentet

    the user is active in an organisation of which no user list was loaded
    da: brugeren er aktiv i en organisation, hvis brugerliste ikke blev indlæst
    nb: brukeren er aktiv i en organisasjon som det ikke er lest inn noen brukerliste for

    business roles are known from the user table of other users only
    da: forretningsroller kendes kun fra brugertabellen over andre brugere
    nb: forretningsroller er bare kjent fra brukertabellen over andre brukere

    the user table of other users says nothing of this one
    da: brugertabellen over andre brugere siger intet om denne
    nb: brukertabellen over andre brukere sier ingenting om denne

    what Kitos answered other users about themselves says nothing of this one
    da: hvad Kitos svarede andre brugere om dem selv, siger intet om denne
    nb: det Kitos svarte andre brukere om dem selv, sier ingenting om denne

    the user is known by address only, and the document gives uuids only
    da: brugeren kendes kun ved sin adresse, og dokumentet har kun uuid'er
    nb: brukeren er bare kjent ved adressen, og dokumentet har bare uuid-er

    which organisation the overview is of is not known
    da: hvilken organisation overblikket er over, vides ikke
    nb: hvilken organisasjon oversikten gjelder, er ikke kjent

    whether the page was filtered when its answer was saved: the answer does not say; a recording of the session (HAR) has the address, or give it as `query`
    da: om siden var filtreret, da dens svar blev gemt: det siger svaret ikke; en optagelse af sessionen (HAR) har adressen, eller angiv den som `query`
    nb: om siden var filtrert da svaret ble lagret: det sier ikke svaret; et opptak av økten (HAR) har adressen, eller oppgi den som `query`

    which roles their numbers are: the names of roles for the column filter, or the user table (OData), have it
    da: hvilke roller deres numre er: navnene på roller til kolonnefilteret, eller brugertabellen (OData), har det
    nb: hvilke roller numrene deres er: navnene på roller til kolonnefilteret, eller brukertabellen (OData), har det

    what the roles give: the list of role types has it
    da: hvad rollerne giver: listen over rolletyper har det
    nb: hva rollene gir: listen over rolletyper har det

    `id` is no number of a role
    da: `id` er ikke nummeret på en rolle
    nb: `id` er ikke nummeret på en rolle

    `{1}` is no number of a user
    da: `{1}` er ikke nummeret på en bruger
    nb: `{1}` er ikke nummeret på en bruker

    an assignment has an `Email` that is no e-mail address
    da: en tildeling har en `Email`, der ikke er en e-mailadresse
    nb: en tildeling har en `Email` som ikke er en e-postadresse

    an assignment has no usable `UserId` and no `Email`
    da: en tildeling har ingen brugbar `UserId` og ingen `Email`
    nb: en tildeling har ingen brukbar `UserId` og ingen `Email`

    an assignment has no usable `{1}`
    da: en tildeling har ingen brugbar `{1}`
    nb: en tildeling har ingen brukbar `{1}`

    a relation has no usable `ItSystemUsageUuid`
    da: en relation har ingen brugbar `ItSystemUsageUuid`
    nb: en relasjon har ingen brukbar `ItSystemUsageUuid`

    several users have the number, as loaded documents have it
    da: flere brugere har nummeret, som de indlæste dokumenter har det
    nb: flere brukere har nummeret, slik dokumentene som er lest inn, har det

    no loaded document says which user has the number
    da: intet indlæst dokument siger, hvilken bruger der har nummeret
    nb: ingen dokumenter som er lest inn, sier hvilken bruker som har nummeret

    several users have the address, as loaded documents have it
    da: flere brugere har adressen, som de indlæste dokumenter har det
    nb: flere brukere har adressen, slik dokumentene som er lest inn, har det

    the number of the user is that of one, and the address that of another
    da: brugerens nummer er den enes, og adressen den andens
    nb: brukerens nummer er det til den ene, og adressen til den andre

    no loaded list of users has the address
    da: ingen indlæst liste over brugere har adressen
    nb: ingen brukerliste som er lest inn, har adressen

    several roles have the number, as loaded documents have it
    da: flere roller har nummeret, som de indlæste dokumenter har det
    nb: flere roller har nummeret, slik dokumentene som er lest inn, har det

    no loaded document says which role has the number
    da: intet indlæst dokument siger, hvilken rolle der har nummeret
    nb: ingen dokumenter som er lest inn, sier hvilken rolle som har nummeret
    """#
}

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
    """#
}

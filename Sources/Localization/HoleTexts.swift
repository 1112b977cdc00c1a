extension Catalogue {
  /// What is not known of relations, and why: what the store says, and importers of files that no single system has.
  static let holeTexts = #"""
    no export of {1} was loaded
    da: ingen eksport af {1} blev indlæst
    nb: ingen eksport av {1} ble lest inn

    no export of {1} was loaded, only some of its rows came with others
    da: ingen eksport af {1} blev indlæst, kun nogle af rækkerne fulgte med andre
    nb: ingen eksport av {1} ble lest inn, bare noen av radene fulgte med andre

    there is none, says {1}:{2}, {3}, {4}: {5}
    da: den findes ikke, siger {1}:{2}, {3}, {4}: {5}
    nb: den finnes ikke, sier {1}:{2}, {3}, {4}: {5}

    {1} records of {2} could not be used, first: {3}
    da: {1} poster i {2} kunne ikke bruges, den første: {3}
    nb: {1} poster i {2} kunne ikke brukes, den første: {3}

    {1} records of one key disagree in {2}
    da: {1} poster med samme nøgle er uenige om {2}
    nb: {1} poster med samme nøkkel er uenige om {2}

    {1} may name {2} {3}, which no loaded document has
    da: {1} nævner måske `{2}` {3}, som intet indlæst dokument har
    nb: {1} nevner kanskje `{2}` {3}, som ingen dokumenter som er lest inn, har

    {1} names {2} {3}, which no loaded document has
    da: {1} nævner `{2}` {3}, som intet indlæst dokument har
    nb: {1} nevner `{2}` {3}, som ingen dokumenter som er lest inn, har

    the text may hold an identity number, and is not kept
    da: teksten kan indeholde et personnummer og gemmes ikke
    nb: teksten kan inneholde et fødselsnummer og tas ikke vare på

    the text holds a secret, and is not kept
    da: teksten indeholder en hemmelighed og gemmes ikke
    nb: teksten inneholder en hemmelighet og tas ikke vare på

    unusable record
    da: ubrugelig post
    nb: ubrukelig post

    what is wrong cannot be shown
    da: hvad der er galt, kan ikke vises
    nb: hva som er galt, kan ikke vises

    {1} disagree in `{2}`
    da: {1} er uenige om `{2}`
    nb: {1} er uenige om `{2}`

    records of one {1}
    da: poster om samme {1}
    nb: poster om samme {1}

    rows of one key
    da: rækker med samme nøgle
    nb: rader med samme nøkkel

    {1} fits no file: the export that it speaks of did not come
    da: {1} passer på ingen fil: den eksport, der er tale om, kom ikke
    nb: {1} passer på ingen fil: eksporten det er snakk om, kom ikke

    more than {1} records of the file could not be used
    da: mere end {1} poster i filen kunne ikke bruges
    nb: mer enn {1} poster i filen kunne ikke brukes

    there is nothing {1} levels up
    da: der er intet {1} niveauer oppe
    nb: det er ingenting {1} nivåer opp

    who this is cannot be told: documents contradict each other, or an id of it is none
    da: hvem det er, kan ikke afgøres: dokumenter modsiger hinanden, eller et id er ikke et id
    nb: hvem det er, kan ikke avgjøres: dokumenter motsier hverandre, eller en id er ingen id

    the column holds identity numbers, and is not kept
    da: kolonnen indeholder personnumre og gemmes ikke
    nb: kolonnen inneholder fødselsnumre og tas ikke vare på

    records of one employment disagree in `{1}`
    da: poster om samme ansættelse er uenige om `{1}`
    nb: poster om samme ansettelse er uenige om `{1}`

    the column `email` is empty in every row
    da: kolonnen `email` er tom i alle rækker
    nb: kolonnen `email` er tom i alle rader

    the list has no column `{1}`
    da: listen har ingen kolonne `{1}`
    nb: listen har ingen kolonne `{1}`

    `{1}` is a day that programs write where they have none
    da: `{1}` er en dag, som programmer skriver, hvor de ingen har
    nb: `{1}` er en dag som programmer skriver når de ikke har noen

    the export has no column `{1}`
    da: eksporten har ingen kolonne `{1}`
    nb: eksporten har ingen kolonne `{1}`

    the export is a list of mailboxes (`Get-Mailbox`), which has no groups, contacts or mail users
    da: eksporten er en liste over postkasser (`Get-Mailbox`), som hverken har grupper, kontakter eller mailbrugere
    nb: eksporten er en liste over postbokser (`Get-Mailbox`), som verken har grupper, kontakter eller e-postbrukere

    the register has no column `{1}`
    da: registret har ingen kolonne `{1}`
    nb: registeret har ingen kolonne `{1}`

    what was approved for whom cannot be read
    da: hvad der blev godkendt for hvem, kan ikke læses
    nb: hva som ble godkjent for hvem, kan ikke leses

    one record of the unit has it as deleted, and another as existing
    da: én post har enheden som slettet, og en anden har den som bestående
    nb: én post har enheten som slettet, og en annen har den som bestående

    the record of a sub-unit has no `overordnetEnhet`
    da: posten om en underenhed har ingen `overordnetEnhet`
    nb: posten om en underenhet har ingen `overordnetEnhet`

    documents contradict each other about who this is
    da: dokumenter modsiger hinanden om, hvem det er
    nb: dokumenter motsier hverandre om hvem det er

    the record has no `{1}`
    da: posten har ingen `{1}`
    nb: posten har ingen `{1}`

    {1} and {2}
    da: {1} og {2}
    nb: {1} og {2}

    the record does not say {1}
    da: posten siger ikke {1}
    nb: posten sier ikke {1}
    """#
}

extension Catalogue {
  /// What is told of documents of Enhetsregisteret.
  static let enhetsregisteretTexts = #"""
    types
    da: typer
    nb: typer

    role type
    da: rolletype
    nb: rolletype

    a role type
    da: en rolletype
    nb: en rolletype

    role types
    da: rolletyper
    nb: rolletyper

    the record has no `kode`
    da: posten har ingen `kode`
    nb: posten har ingen `kode`

    one record, not the list of all
    da: én post, ikke listen over dem alle
    nb: én post, ikke listen over alle

    the answer has no list `enheter` of units
    da: svaret har ingen liste `enheter` med enheder
    nb: svaret har ingen liste `enheter` med enheter

    `organisasjonsnummer` is missing
    da: `organisasjonsnummer` mangler
    nb: `organisasjonsnummer` mangler

    `organisasjonsform/kode` is missing or no code
    da: `organisasjonsform/kode` mangler eller er ikke en kode
    nb: `organisasjonsform/kode` mangler eller er ikke en kode

    `{1}` is no number of nine digits
    da: `{1}` er ikke et nummer på ni cifre
    nb: `{1}` er ikke et nummer på ni sifre

    `{1}` is no date
    da: `{1}` er ikke en dato
    nb: `{1}` er ikke en dato

    unit
    da: enhed
    nb: enhet

    a unit
    da: en enhed
    nb: en enhet

    units
    da: enheder
    nb: enheter

    a code list of Enhetsregisteret, but which, its keys do not tell; name `er.role-types` where it lists the types of roles
    da: en kodeliste fra Enhedsregisteret i Norge, men nøglerne siger ikke hvilken; angiv `er.role-types`, hvis den viser rolletyperne
    nb: en kodeliste fra Enhetsregisteret, men nøklene sier ikke hvilken; oppgi `er.role-types` hvis den viser rolletypene

    the file is no UTF-8 text; save it as UTF-8
    da: filen er ikke UTF-8-tekst; gem den som UTF-8
    nb: filen er ikke UTF-8-tekst; lagre den som UTF-8

    a code list of Enhetsregisteret that no policy reads
    da: en kodeliste fra Enhetsregisteret, som ingen regel læser
    nb: en kodeliste fra Enhetsregisteret som ingen regel leser

    a role has no `type/kode`, or one that is no code
    da: en rolle har ingen `type/kode`, eller en, der ikke er en kode
    nb: en rolle har ingen `type/kode`, eller en som ikke er en kode

    whose roles these are is not said: `organisasjonsnummer` is no number of nine digits, and no link names the unit
    da: det står ikke, hvis roller det er: `organisasjonsnummer` er ikke et nummer på ni cifre, og intet link nævner enheden
    nb: det står ikke hvem sine roller det er: `organisasjonsnummer` er ikke et nummer på ni sifre, og ingen lenke nevner enheten

    `rollegrupper` is missing or no list
    da: `rollegrupper` mangler eller er ikke en liste
    nb: `rollegrupper` mangler eller er ikke en liste

    `roller` is missing or no list
    da: `roller` mangler eller er ikke en liste
    nb: `roller` mangler eller er ikke en liste

    a role has neither `person` nor `enhet`
    da: en rolle har hverken `person` eller `enhet`
    nb: en rolle har verken `person` eller `enhet`

    a role has both `person` and `enhet`
    da: en rolle har både `person` og `enhet`
    nb: en rolle har både `person` og `enhet`

    a role has a `type/kode` that is none of Enhetsregisteret's: it may be any role
    da: en rolle har en `type/kode`, der ikke er en af Enhetsregisterets: den kan være enhver rolle
    nb: en rolle har en `type/kode` som ikke er en av dem i Enhetsregisteret: den kan være hvilken som helst rolle

    `{1}` is neither true nor false
    da: `{1}` er hverken sand eller falsk
    nb: `{1}` er verken sann eller usann

    a person has neither an identity number nor a name with a date of birth
    da: en person har hverken et personnummer eller et navn med fødselsdato
    nb: en person har verken et fødselsnummer eller et navn med fødselsdato

    a unit that has a role has no `organisasjonsnummer` of nine digits
    da: en enhed, der har en rolle, har intet `organisasjonsnummer` på ni cifre
    nb: en enhet som har en rolle, har ikke noe `organisasjonsnummer` på ni sifre

    somebody who acts for a holder cannot be told by what is written
    da: nogen, der handler på en rolleindehavers vegne, kan ikke kendes ud fra det, der står
    nb: noen som handler på vegne av en rolleinnehaver, kan ikke kjennes ut fra det som står

    two records hold different roles of this unit, and nothing says which is the later one
    da: to poster har forskellige roller for denne enhed, og intet siger, hvilken der er den seneste
    nb: to poster har ulike roller for denne enheten, og ingenting sier hvilken som er den siste

    the roles of other units than this one
    da: rollerne i andre enheder end denne
    nb: rollene i andre enheter enn denne

    {1} of the units: {2}
    da: {1} af enhederne: {2}
    nb: {1} av enhetene: {2}

    the answer says that more units follow
    da: svaret siger, at flere enheder følger
    nb: svaret sier at flere enheter følger

    the document says that more types follow
    da: dokumentet siger, at flere typer følger
    nb: dokumentet sier at flere typer følger
    """#
}

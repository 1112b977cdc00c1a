extension Catalogue {
  /// What is told of exports of DFØ.
  static let dfoTexts = #"""
    employee
    da: medarbejder
    nb: ansatt

    an employee
    da: en medarbejder
    nb: en ansatt

    position
    da: stilling
    nb: stilling

    a position
    da: en stilling
    nb: en stilling

    positions
    da: stillinger
    nb: stillinger

    row
    da: række
    nb: rad

    a row
    da: en række
    nb: en rad

    rows
    da: rækker
    nb: rader

    records of one extra position
    da: poster om samme ekstra stilling
    nb: poster om samme tilleggsstilling

    records of one holder of a position
    da: poster om samme indehaver af en stilling
    nb: poster om samme innehaver av en stilling

    records of one authorisation
    da: poster om samme autorisation
    nb: poster om samme autorisasjon

    people who left more than 30 days before the day that was asked
    da: personer, der fratrådte mere end 30 dage før den dag, der blev spurgt om
    nb: personer som sluttet mer enn 30 dager før den dagen det ble spurt om

    who held a position until before the day that was asked
    da: hvem der havde en stilling indtil før den dag, der blev spurgt om
    nb: hvem som hadde en stilling inntil før den dagen det ble spurt om

    what a type of authorisation lets its user approve, and whether in the units below as well
    da: hvad en type autorisation lader brugeren godkende, og om det også gælder i enhederne under
    nb: hva en type autorisasjon lar brukeren godkjenne, og om det også gjelder i enhetene under

    several answers of DFØ in one file; save each answer as a file of its own
    da: flere svar fra DFØ i én fil; gem hvert svar som sin egen fil
    nb: flere svar fra DFØ i én fil; lagre hvert svar som en egen fil

    contracts of employees, with salaries or signed files; no audit needs them, delete the file
    da: medarbejderes kontrakter med løn eller underskrevne filer; ingen revision har brug for dem, slet filen
    nb: ansattes kontrakter med lønn eller signerte filer; ingen revisjon trenger dem, slett filen

    an answer of DFØ that there is no such record
    da: et svar fra DFØ om, at der ikke er en sådan post
    nb: et svar fra DFØ om at det ikke finnes en slik post

    members of committees, who have no rights by it
    da: medlemmer af udvalg, som ikke har rettigheder af den grund
    nb: medlemmer av utvalg, som ikke har rettigheter av den grunn

    an error answer of DFØ was saved instead of an export; make the export again, and look at what the answer says before you save it
    da: et fejlsvar fra DFØ blev gemt i stedet for en eksport; lav eksporten igen, og se på, hvad svaret siger, før du gemmer det
    nb: et feilsvar fra DFØ ble lagret i stedet for en eksport; lag eksporten på nytt, og se på hva svaret sier før du lagrer det

    the recorded query has `dato`, and no one day beside it
    da: den noterede forespørgsel har `dato` og ikke én bestemt dag ved siden af
    nb: den noterte spørringen har `dato` og ikke én bestemt dag ved siden av

    which day was asked is not known; say it as `query: dato=…` or `extracted_at`
    da: hvilken dag der blev spurgt om, vides ikke; angiv den som `query: dato=…` eller `extracted_at`
    nb: hvilken dag det ble spurt om, er ikke kjent; oppgi den som `query: dato=…` eller `extracted_at`

    the exports are of several firms, and nothing says of which this employee is; give each file its `organisation`
    da: eksporterne er fra flere firmaer, og intet siger, fra hvilket denne medarbejder er; giv hver fil sin `organisation`
    nb: eksportene er fra flere firmaer, og ingenting sier fra hvilket denne ansatte er; gi hver fil sin `organisation`

    the record says nothing in `{1}`
    da: posten siger intet i `{1}`
    nb: posten sier ingenting i `{1}`

    `{1}` is no number of at most eight digits
    da: `{1}` er ikke et tal på højst otte cifre
    nb: `{1}` er ikke et tall på høyst åtte sifre

    `{1}` is no code of a group
    da: `{1}` er ikke koden for en gruppe
    nb: `{1}` er ikke koden for en gruppe

    `{1}` is no day
    da: `{1}` er ikke en dag
    nb: `{1}` er ikke en dag

    `{1}` is before `{2}`
    da: `{1}` er før `{2}`
    nb: `{1}` er før `{2}`

    `{1}` holds something that is no object
    da: `{1}` indeholder noget, der ikke er et objekt
    nb: `{1}` inneholder noe som ikke er et objekt

    `{1}` and `{2}` differ
    da: `{1}` og `{2}` er forskellige
    nb: `{1}` og `{2}` er forskjellige

    `fnr` is no identity number
    da: `fnr` er ikke et personnummer
    nb: `fnr` er ikke et personnummer

    the identity number is one that stands in for a number that is not known
    da: personnummeret er et, der står i stedet for et nummer, som ikke vides
    nb: personnummeret er et som står i stedet for et nummer som ikke er kjent

    `dfoBrukerident` does not begin with the four digits of a firm
    da: `dfoBrukerident` begynder ikke med et firmas fire cifre
    nb: `dfoBrukerident` begynner ikke med de fire sifrene til et firma

    the file has no list `{1}`
    da: filen har ingen liste `{1}`
    nb: filen har ingen liste `{1}`

    the list `{1}` is empty, which proves nothing
    da: listen `{1}` er tom, hvilket intet beviser
    nb: listen `{1}` er tom, noe som ikke beviser noe

    rows like those of `feide_persondata` with another number of fields; the file of 39 fields is read, and one of 77 has passport numbers, which no audit needs
    da: rækker som dem i `feide_persondata` med et andet antal felter; filen med 39 felter læses, og en med 77 har pasnumre, som ingen revision har brug for
    nb: rader som de i `feide_persondata` med et annet antall felter; filen med 39 felter leses, og en med 77 har passnumre, som ingen revisjon trenger

    the row holds signs that no text has
    da: rækken indeholder tegn, som ingen tekst har
    nb: raden inneholder tegn som ingen tekst har

    the row ends in a backslash, so that it may go on in the next
    da: rækken ender på en omvendt skråstreg, så den kan fortsætte i den næste
    nb: raden slutter med en omvendt skråstrek, så den kan fortsette i den neste

    the row has {1:field|fields}, and {2} are expected
    da: rækken har {1:felt|felter}, og der ventes {2}
    nb: raden har {1:felt|felter}, og det ventes {2}

    the file is no text of rows without titles, as DFØ sends them
    da: filen er ikke en tekst med rækker uden overskrifter, som DFØ sender dem
    nb: filen er ikke en tekst med rader uten overskrifter, slik DFØ sender dem

    {1:row has|rows have} the business area 9999, and are not used
    da: {1:række har|rækker har} forretningsområdet 9999 og bruges ikke
    nb: {1:rad har|rader har} forretningsområdet 9999 og brukes ikke

    no list of people says whether the person has left, and on which day; add `feide_persondata`
    da: ingen liste over personer siger, om personen er fratrådt, og på hvilken dag; tilføj `feide_persondata`
    nb: ingen liste over personer sier om personen har sluttet, og på hvilken dag; legg til `feide_persondata`

    the position begins after the last day that the list of people has for the person
    da: stillingen begynder efter den sidste dag, som listen over personer har for personen
    nb: stillingen begynner etter den siste dagen som listen over personer har for personen

    the answer of `GET …/ansatte/v2` from DFØ or the gateway of the institution, saved unchanged; the owner of the service has the key; write the day that was asked into `tilsyn.yaml`
    da: svaret på `GET …/ansatte/v2` fra DFØ eller institutionens gateway, gemt uændret; tjenestens ejer har nøglen; skriv den dag, der blev spurgt om, i `tilsyn.yaml`
    nb: svaret på `GET …/ansatte/v2` fra DFØ eller institusjonens gateway, lagret uendret; eieren av tjenesten har nøkkelen; skriv den dagen det ble spurt om, i `tilsyn.yaml`

    the answer of `GET …/stillinger/v2` from DFØ or the gateway of the institution, saved unchanged; ask of the same day as for the employees
    da: svaret på `GET …/stillinger/v2` fra DFØ eller institutionens gateway, gemt uændret; spørg om samme dag som for medarbejderne
    nb: svaret på `GET …/stillinger/v2` fra DFØ eller institusjonens gateway, lagret uendret; spør om samme dag som for de ansatte

    the answer of `GET …/organisasjoner/v1` (elsewhere `…/orgenhet/v2`) from DFØ or the gateway of the institution, saved unchanged
    da: svaret på `GET …/organisasjoner/v1` (andre steder `…/orgenhet/v2`) fra DFØ eller institutionens gateway, gemt uændret
    nb: svaret på `GET …/organisasjoner/v1` (andre steder `…/orgenhet/v2`) fra DFØ eller institusjonens gateway, lagret uendret

    the files `feide_persti` and `feide_persondata` that DFØ sends by SFTP to institutions that do not use its interface; copy both of one night
    da: filerne `feide_persti` og `feide_persondata`, som DFØ sender med SFTP til institutioner, der ikke bruger dens grænseflade; kopiér begge fra samme nat
    nb: filene `feide_persti` og `feide_persondata`, som DFØ sender med SFTP til institusjoner som ikke bruker grensesnittet; kopier begge fra samme natt

    any export of DFØ
    da: en hvilken som helst eksport fra DFØ
    nb: en hvilken som helst eksport fra DFØ

    a specification of an interface (OpenAPI), no data; save what the interface answers instead
    da: en specifikation af en grænseflade (OpenAPI), ingen data; gem i stedet det, grænsefladen svarer
    nb: en spesifikasjon av et grensesnitt (OpenAPI), ingen data; lagre i stedet det grensesnittet svarer
    """#
}

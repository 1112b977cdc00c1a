extension Catalogue {
  /// What is told of workbooks, and of what cannot be recognised.
  static let recognitionTexts = #"""
    the content does not fit the kind
    da: indholdet passer ikke til den angivne slags
    nb: innholdet passer ikke til den oppgitte typen

    the file is no JSON document, as `{1}` is
    da: filen er ikke et JSON-dokument, som `{1}` er
    nb: filen er ikke et JSON-dokument, slik `{1}` er

    make the export again, and look at what the answer says before you save it
    da: lav eksporten igen, og se, hvad svaret siger, før du gemmer det
    nb: lag eksporten på nytt, og se hva svaret sier før du lagrer det

    log in again as somebody who may see it, and save the answer once it shows what was asked for
    da: log ind igen som en, der må se det, og gem svaret, når det viser, hvad der blev spurgt om
    nb: logg inn igjen som en som kan se det, og lagre svaret når det viser det du spurte om

    an error answer (status {1}) was saved instead of an export; {2}
    da: et fejlsvar (status {1}) blev gemt i stedet for en eksport; {2}
    nb: et feilsvar (status {1}) ble lagret i stedet for en eksport; {2}

    an error answer was saved instead of an export; {1}
    da: et fejlsvar blev gemt i stedet for en eksport; {1}
    nb: et feilsvar ble lagret i stedet for en eksport; {1}

    an old spreadsheet (XLS) or document, which this version does not read; save the sheet as CSV
    da: et gammelt regneark (XLS) eller dokument, som denne version ikke læser; gem arket som CSV
    nb: et gammelt regneark (XLS) eller dokument, som denne versjonen ikke leser; lagre arket som CSV

    a gzip file, which this version does not read; unpack it
    da: en gzip-fil, som denne version ikke læser; pak den ud
    nb: en gzip-fil, som denne versjonen ikke leser; pakk den ut

    a PDF file; export the data as CSV or JSON
    da: en PDF-fil; eksportér dataene som CSV eller JSON
    nb: en PDF-fil; eksporter dataene som CSV eller JSON

    a web page, often the login page of the system instead of its answer; log in and export again
    da: en webside, ofte systemets loginside i stedet for dets svar; log ind, og eksportér igen
    nb: en nettside, ofte innloggingssiden til systemet i stedet for svaret; logg inn, og eksporter på nytt

    an XML file, which this version does not read
    da: en XML-fil, som denne version ikke læser
    nb: en XML-fil, som denne versjonen ikke leser

    a page of documentation of no known kind
    da: en dokumentationsside af en ukendt slags
    nb: en dokumentasjonsside av en ukjent slag

    it says that it is a result of this program, and is not whole, or holds more than one
    da: den siger, at den er et resultat fra dette program, og er ikke hel, eller den har mere end ét
    nb: den sier at den er et resultat fra dette programmet, og er ikke hel, eller den har mer enn ett

    name the kind in `tilsyn.yaml` or with `--as`, or write a mapping for it
    da: angiv arten i `tilsyn.yaml` eller med `--as`, eller skriv en mapping til den
    nb: oppgi typen i `tilsyn.yaml` eller med `--as`, eller skriv en mapping for den

    JSON lines
    da: JSON-linjer
    nb: JSON-linjer

    a JSON list
    da: en JSON-liste
    nb: en JSON-liste

    a JSON object
    da: et JSON-objekt
    nb: et JSON-objekt

    a JSON list without objects says nothing of its kind; {1}
    da: en JSON-liste uden objekter siger ikke, hvilken slags den er; {1}
    nb: en JSON-liste uten objekter sier ikke hvilken slag den er; {1}

    a JSON object without keys says nothing of its kind; {1}
    da: et JSON-objekt uden nøgler siger ikke, hvilken slags det er; {1}
    nb: et JSON-objekt uten nøkler sier ikke hvilken slag det er; {1}

    JSON objects without keys say nothing of their kind; {1}
    da: JSON-objekter uden nøgler siger ikke, hvilken slags de er; {1}
    nb: JSON-objekter uten nøkler sier ikke hvilken slag de er; {1}

    {1} of no known kind; {2}
    da: {1} af en ukendt slags; {2}
    nb: {1} av en ukjent slag; {2}

    {1} of no known kind (keys {2}); {3}
    da: {1} af en ukendt slags (nøgler {2}); {3}
    nb: {1} av en ukjent slag (nøkler {2}); {3}

    an XML file of no known kind (its root is <{1}>); policies of XACML 3.0 are read
    da: en XML-fil af en ukendt slags (roden er <{1}>); XACML 3.0-politikker læses
    nb: en XML-fil av en ukjent slag (roten er <{1}>); XACML 3.0-policyer leses

    an XML file of no known kind; policies of XACML 3.0 are read
    da: en XML-fil af en ukendt slags; XACML 3.0-politikker læses
    nb: en XML-fil av en ukjent slag; XACML 3.0-policyer leses

    neither JSON nor a table with columns; {1}
    da: hverken JSON eller en tabel med kolonner; {1}
    nb: verken JSON eller en tabell med kolonner; {1}

    a table of {1} columns, of no known kind (columns {2}); {3}
    da: en tabel med {1} kolonner af en ukendt slags (kolonner {2}); {3}
    nb: en tabell med {1} kolonner av en ukjent slag (kolonner {2}); {3}

    a table of {1} columns, of no known kind; {2}
    da: en tabel med {1} kolonner af en ukendt slags; {2}
    nb: en tabell med {1} kolonner av en ukjent slag; {2}

    another table begins here, with titles of its own; save each table as a file of its own
    da: her begynder en anden tabel med sine egne titler; gem hver tabel som en fil for sig
    nb: her begynner en annen tabell med egne titler; lagre hver tabell som en egen fil

    row {1} has the titles again: tables were put together, and all their rows are read
    da: række {1} har titlerne igen: tabeller blev sat sammen, og alle deres rækker læses
    nb: rad {1} har titlene igjen: tabeller ble satt sammen, og alle radene leses

    two columns are named `{1}`; remove or rename one of them
    da: to kolonner hedder `{1}`; fjern eller omdøb den ene
    nb: to kolonner heter `{1}`; fjern eller gi nytt navn til den ene

    the sheet `{1}` holds rows of the same kind under other titles, and is not read
    da: arket `{1}` har rækker af samme slags under andre titler og læses ikke
    nb: arket `{1}` har rader av samme slag under andre titler og leses ikke

    the sheet `{1}` of a workbook holds `{2}`, and is not read; save it as a file of its own
    da: arket `{1}` i en projektmappe har `{2}` og læses ikke; gem det som en fil for sig
    nb: arket `{1}` i en arbeidsbok har `{2}` og leses ikke; lagre det som en egen fil

    the workbook has no sheet `{1}` with cells
    da: projektmappen har intet ark `{1}` med celler
    nb: arbeidsboken har ikke noe ark `{1}` med celler

    the workbook has no sheet `{1}` with cells; it has {2}
    da: projektmappen har intet ark `{1}` med celler; den har {2}
    nb: arbeidsboken har ikke noe ark `{1}` med celler; den har {2}

    the sheet `{1}` of the workbook is not the one that the mapping names, and is not read
    da: arket `{1}` i projektmappen er ikke det, som mappingen nævner, og læses ikke
    nb: arket `{1}` i arbeidsboken er ikke det som mappingen nevner, og leses ikke

    the workbook has no sheet with cells
    da: projektmappen har intet ark med celler
    nb: arbeidsboken har ikke noe ark med celler

    the sheet `{1}` has its titles below the first row, and is not read
    da: arket `{1}` har sine titler under den første række og læses ikke
    nb: arket `{1}` har titlene sine under den første raden og leses ikke

    the sheet `{1}` has no titles that are known: it may hold further rows, and is not read
    da: arket `{1}` har ingen kendte titler: det kan have flere rækker og læses ikke
    nb: arket `{1}` har ingen kjente titler: det kan ha flere rader og leses ikke

    the sheet `{1}` of the workbook is of no known kind, and is not read
    da: arket `{1}` i projektmappen er af en ukendt slags og læses ikke
    nb: arket `{1}` i arbeidsboken er av en ukjent slag og leses ikke

    the sheet `{1}` has the same columns; its rows are read too
    da: arket `{1}` har de samme kolonner; dets rækker læses også
    nb: arket `{1}` har de samme kolonnene; radene leses også

    the row has cells beyond the last title: it may be shifted
    da: rækken har celler efter den sidste titel: den kan være forskudt
    nb: raden har celler etter den siste tittelen: den kan være forskjøvet

    the sheet `{1}` is hidden in the workbook; it is read
    da: arket `{1}` er skjult i projektmappen; det læses
    nb: arket `{1}` er skjult i arbeidsboken; det leses

    {1:hidden row|hidden rows} of the sheet `{2}` read
    da: {1:skjult række|skjulte rækker} i arket `{2}` læst
    nb: {1:skjult rad|skjulte rader} i arket `{2}` lest

    {1:hidden column|hidden columns} of the sheet `{2}` read
    da: {1:skjult kolonne|skjulte kolonner} i arket `{2}` læst
    nb: {1:skjult kolonne|skjulte kolonner} i arket `{2}` lest

    {1:formula|formulas} read as text: results are not taken for data
    da: {1:formel|formler} læst som tekst: resultater tages ikke for data
    nb: {1:formel|formler} lest som tekst: resultater tas ikke for data

    the cell in column {1} is merged with others: what it holds cannot be told; unmerge the cells and fill in each
    da: cellen i kolonne {1} er flettet med andre: hvad den rummer, kan ikke afgøres; ophæv fletningen, og udfyld hver celle
    nb: cellen i kolonne {1} er slått sammen med andre: hva den rommer, kan ikke avgjøres; opphev sammenslåingen, og fyll ut hver celle

    the cell in column {1} holds something in a form that is not read; save the workbook anew, or as CSV
    da: cellen i kolonne {1} har noget i en form, der ikke læses; gem projektmappen på ny, eller som CSV
    nb: cellen i kolonne {1} har noe i en form som ikke leses; lagre arbeidsboken på nytt, eller som CSV

    the title of column {1} is merged with another: what its cells are cannot be told; give each column a title of its own
    da: titlen på kolonne {1} er flettet med en anden: hvad dens celler er, kan ikke afgøres; giv hver kolonne sin egen titel
    nb: tittelen på kolonne {1} er slått sammen med en annen: hva cellene er, kan ikke avgjøres; gi hver kolonne sin egen tittel
    """#
}

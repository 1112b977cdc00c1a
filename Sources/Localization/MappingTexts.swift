extension Catalogue {
  /// What is told of files that mappings read.
  static let mappingTexts = #"""
    no record has a list at `{1}`
    da: ingen post har en liste ved `{1}`
    nb: ingen post har en liste ved `{1}`

    no record of any of its {1} files has a list at `{2}`
    da: ingen post i nogen af de {1} filer har en liste ved `{2}`
    nb: ingen post i noen av de {1} filene har en liste ved `{2}`

    no record has the key `{1}`
    da: ingen post har nøglen `{1}`
    nb: ingen post har nøkkelen `{1}`

    no record of any of its {1} files has the key `{2}`
    da: ingen post i nogen af de {1} filer har nøglen `{2}`
    nb: ingen post i noen av de {1} filene har nøkkelen `{2}`

    {1} or {2}
    da: {1} eller {2}
    nb: {1} eller {2}

    the file holds one JSON document a line; write `format: jsonl`
    da: filen har ét JSON-dokument pr. linje; skriv `format: jsonl`
    nb: filen har ett JSON-dokument per linje; skriv `format: jsonl`

    the document is neither a list nor an object
    da: dokumentet er hverken en liste eller et objekt
    nb: dokumentet er verken en liste eller et objekt

    the document is no object that holds its records
    da: dokumentet er ikke et objekt, der rummer posterne
    nb: dokumentet er ikke et objekt som rommer postene

    the document has no list at `{1}`
    da: dokumentet har ingen liste ved `{1}`
    nb: dokumentet har ingen liste ved `{1}`

    the document says that more records follow
    da: dokumentet siger, at flere poster følger
    nb: dokumentet sier at flere poster følger

    the document states no total at `{1}`
    da: dokumentet angiver intet antal ved `{1}`
    nb: dokumentet oppgir ikke noe antall ved `{1}`

    the document announces {1} records and holds {2}
    da: dokumentet melder {1} poster og har {2}
    nb: dokumentet melder {1} poster og har {2}

    the record is no object
    da: posten er ikke et objekt
    nb: posten er ikke et objekt

    the file is UTF-16, not UTF-8; save it as UTF-8 and audit it again
    da: filen er UTF-16, ikke UTF-8; gem den som UTF-8, og kør revisionen igen
    nb: filen er UTF-16, ikke UTF-8; lagre den som UTF-8, og kjør revisjonen på nytt

    the file ends within a record; it was cut off; export it again
    da: filen slutter midt i en post; den er skåret af; eksportér den igen
    nb: filen slutter midt i en post; den er kuttet; eksporter den på nytt

    the rows have {1} cells, the mapping names {2} fields
    da: rækkerne har {1} celler, mappingen nævner {2} felter
    nb: radene har {1} celler, mappingen nevner {2} felt

    {1}; did you mean `{2}`?
    da: {1}; mente du `{2}`?
    nb: {1}; mente du `{2}`?

    the cells of the row do not fit their columns, so none of them is known
    da: rækkens celler passer ikke til deres kolonner, så ingen af dem er kendt
    nb: cellene i raden passer ikke til kolonnene sine, så ingen av dem er kjent

    the mapping of `{1}` (line {2}): {3}
    da: mappingen for `{1}` (linje {2}): {3}
    nb: mappingen for `{1}` (linje {2}): {3}

    text
    da: tekst
    nb: tekst

    whole number
    da: helt tal
    nb: heltall

    truth value
    da: sandhedsværdi
    nb: sannhetsverdi

    date
    da: dato
    nb: dato

    time with its zone, such as 2026-11-20T08:00:00Z
    da: tidspunkt med tidszone, såsom 2026-11-20T08:00:00Z
    nb: tidspunkt med tidssone, som 2026-11-20T08:00:00Z

    `{1}` holds a list or an object, not a value
    da: `{1}` har en liste eller et objekt, ikke en værdi
    nb: `{1}` har en liste eller et objekt, ikke en verdi

    `{1}` should stand in an object, and something else is there
    da: `{1}` skulle stå i et objekt, og der er noget andet
    nb: `{1}` skulle stå i et objekt, og der er noe annet

    `{1}` holds true or false, expected {2}
    da: `{1}` har sand eller falsk, ventet: {2}
    nb: `{1}` har sann eller usann, ventet: {2}

    `{1}` is no {2}
    da: `{1}` er ikke det, der skal stå dér: {2}
    nb: `{1}` er ikke det som skal stå der: {2}

    `{1}` is none of the values that the mapping lists
    da: `{1}` er ikke en af de værdier, som mappingen angiver
    nb: `{1}` er ikke en av verdiene som mappingen oppgir

    `{1}` is missing
    da: `{1}` mangler
    nb: `{1}` mangler

    there is no list at `{1}`
    da: der er ingen liste ved `{1}`
    nb: det er ingen liste ved `{1}`

    {1} is empty in every record
    da: {1} er tom i hver post
    nb: {1} er tom i hver post
    """#
}

extension Catalogue {
  /// What the reader of workbooks says is wrong, and limits.
  static let spreadsheetTexts = #"""
    the file, with what was read before it, unfolds to {1}
    da: filen folder sig med det, der blev læst før den, ud til {1}
    nb: filen folder seg med det som ble lest før den, ut til {1}

    the file unfolds to {1}
    da: filen folder sig ud til {1}
    nb: filen folder seg ut til {1}

    split the file, or raise `--max-{1}`
    da: del filen, eller hæv `--max-{1}`
    nb: del filen, eller hev `--max-{1}`

    the workbook is no whole ZIP archive
    da: projektmappen er ikke et helt ZIP-arkiv
    nb: arbeidsboken er ikke et helt ZIP-arkiv

    a part of the workbook has no name that can be read
    da: en del af projektmappen har intet læseligt navn
    nb: en del av arbeidsboken har ikke noe lesbart navn

    two parts of the workbook have one name
    da: to dele af projektmappen har samme navn
    nb: to deler av arbeidsboken har samme navn

    the workbook is encrypted
    da: projektmappen er krypteret
    nb: arbeidsboken er kryptert

    a part of the workbook is a link to another file
    da: en del af projektmappen er et link til en anden fil
    nb: en del av arbeidsboken er en lenke til en annen fil

    the workbook unpacks to more than {1} MiB
    da: projektmappen fylder pakket ud mere end {1} MiB
    nb: arbeidsboken fyller utpakket mer enn {1} MiB

    the workbook has more than {1} parts
    da: projektmappen har mere end {1} dele
    nb: arbeidsboken har mer enn {1} deler

    a part of the workbook unpacks to more than {1} MiB
    da: en del af projektmappen fylder pakket ud mere end {1} MiB
    nb: en del av arbeidsboken fyller utpakket mer enn {1} MiB

    a part of the workbook unpacks to more than {1} times its size
    da: en del af projektmappen fylder pakket ud mere end {1} gange sin størrelse
    nb: en del av arbeidsboken fyller utpakket mer enn {1} ganger størrelsen sin

    a part of the workbook has no name
    da: en del af projektmappen har intet navn
    nb: en del av arbeidsboken har ikke noe navn

    a part of the workbook has an absolute path
    da: en del af projektmappen har en absolut sti
    nb: en del av arbeidsboken har en absolutt sti

    a part of the workbook leads out of the archive
    da: en del af projektmappen fører ud af arkivet
    nb: en del av arbeidsboken fører ut av arkivet

    a part of the workbook has a control character in its name
    da: en del af projektmappen har et kontroltegn i sit navn
    nb: en del av arbeidsboken har et kontrolltegn i navnet

    the workbook lacks a part that it names
    da: projektmappen mangler en del, som den nævner
    nb: arbeidsboken mangler en del som den nevner

    a part of the workbook is damaged, or longer than it says
    da: en del af projektmappen er beskadiget eller længere, end den siger
    nb: en del av arbeidsboken er skadet eller lengre enn den sier

    a cell refers to a text that the workbook does not have
    da: en celle henviser til en tekst, som projektmappen ikke har
    nb: en celle viser til en tekst som arbeidsboken ikke har

    an element of the workbook has more than {1} attributes
    da: et element i projektmappen har mere end {1} attributter
    nb: et element i arbeidsboken har mer enn {1} attributter

    a ZIP file that is no workbook
    da: en ZIP-fil, der ikke er en projektmappe
    nb: en ZIP-fil som ikke er en arbeidsbok

    unpack it, or save the table as .xlsx or CSV
    da: pak den ud, eller gem tabellen som .xlsx eller CSV
    nb: pakk den ut, eller lagre tabellen som .xlsx eller CSV

    the workbook holds macros
    da: projektmappen har makroer
    nb: arbeidsboken har makroer

    save it as .xlsx without macros, or as CSV
    da: gem den som .xlsx uden makroer eller som CSV
    nb: lagre den som .xlsx uten makroer eller som CSV

    the workbook links to other workbooks
    da: projektmappen henviser til andre projektmapper
    nb: arbeidsboken viser til andre arbeidsbøker

    two sheets of the workbook are one and the same part
    da: to ark i projektmappen er en og samme del
    nb: to ark i arbeidsboken er en og samme del

    a sheet of the workbook holds cells where none belong
    da: et ark i projektmappen har celler, hvor ingen hører til
    nb: et ark i arbeidsboken har celler der ingen hører til

    a sheet of the workbook merges cells, and which ones cannot be told
    da: et ark i projektmappen fletter celler, og hvilke kan ikke afgøres
    nb: et ark i arbeidsboken slår sammen celler, og hvilke kan ikke avgjøres

    unmerge the cells, or save the sheet as CSV
    da: ophæv fletningen, eller gem arket som CSV
    nb: opphev sammenslåingen, eller lagre arket som CSV

    the rows of a sheet are not in order, or too many
    da: rækkerne i et ark står ikke i orden, eller der er for mange
    nb: radene i et ark står ikke i rekkefølge, eller det er for mange

    a cell holds more text than a workbook can show
    da: en celle har mere tekst, end en projektmappe kan vise
    nb: en celle har mer tekst enn en arbeidsbok kan vise

    a part of the workbook is no well-formed XML, or declares a DOCTYPE
    da: en del af projektmappen er ikke velformet XML, eller den erklærer en DOCTYPE
    nb: en del av arbeidsboken er ikke velformet XML, eller den erklærer en DOCTYPE

    {1:row|rows} above the titles in row {2} passed over; no day is taken from there
    da: {1:række|rækker} over titlerne i række {2} springes over; ingen dag tages derfra
    nb: {1:rad|rader} over titlene i rad {2} hoppes over; ingen dag hentes derfra
    """#
}

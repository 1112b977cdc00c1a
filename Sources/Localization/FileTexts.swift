extension Catalogue {
  /// What readers of tables, packed files and pages say is wrong.
  static let fileTexts = #"""
    the file unpacks to more than {1} times its size
    da: filen fylder pakket ud mere end {1} gange sin størrelse
    nb: filen fyller utpakket mer enn {1} ganger størrelsen sin

    no export does; if this one is right, unpack it
    da: det gør ingen eksport; er denne rigtig, så pak den ud
    nb: det gjør ingen eksport; er denne riktig, pakk den ut

    {1}; it runs to line {2}
    da: {1}; den går til linje {2}
    nb: {1}; den går til linje {2}

    the table is larger than 4 GiB
    da: tabellen er større end 4 GiB
    nb: tabellen er større enn 4 GiB

    a quote opens here and is not closed before the end of the file
    da: et anførselstegn åbner her og lukkes ikke før filens slutning
    nb: et anførselstegn åpner her og lukkes ikke før slutten av filen

    the rows before it were read; close the quote, or export again
    da: rækkerne før det blev læst; luk anførselstegnet, eller eksportér igen
    nb: radene før det ble lest; lukk anførselstegnet, eller eksporter på nytt

    the row holds bytes that are not text in the encoding of the file
    da: rækken har bytes, der ikke er tekst i filens tegnsæt
    nb: raden har byte som ikke er tekst i filens tegnsett

    the column `{1}` occurs twice in the header
    da: kolonnen `{1}` står to gange i overskriften
    nb: kolonnen `{1}` står to ganger i overskriften

    the row has {1:cell|cells}, expected {2}
    da: rækken har {1:celle|celler}, ventet: {2}
    nb: raden har {1:celle|celler}, ventet: {2}

    put quotes around a cell that holds a delimiter or a line break
    da: sæt anførselstegn om en celle med skilletegn eller linjeskift
    nb: sett anførselstegn rundt en celle med skilletegn eller linjeskift

    there is text between a closing quote and the next delimiter
    da: der er tekst mellem et afsluttende anførselstegn og næste skilletegn
    nb: det er tekst mellom et avsluttende anførselstegn og neste skilletegn

    write a quote within quotes twice
    da: skriv et anførselstegn inden for anførselstegn to gange
    nb: skriv et anførselstegn innenfor anførselstegn to ganger

    there is a space between a delimiter and an opening quote
    da: der er et mellemrum mellem et skilletegn og et anførselstegn
    nb: det er et mellomrom mellom et skilletegn og et anførselstegn

    remove the space
    da: fjern mellemrummet
    nb: fjern mellomrommet

    the row holds a NUL byte
    da: rækken har en NUL-byte
    nb: raden har en NUL-byte

    export the file again
    da: eksportér filen igen
    nb: eksporter filen på nytt

    a cell is larger than {1} MiB
    da: en celle er større end {1} MiB
    nb: en celle er større enn {1} MiB

    is a quote missing that should end it?
    da: mangler der et anførselstegn, som skulle slutte den?
    nb: mangler det et anførselstegn som skulle avslutte den?

    the row has more than {1} cells
    da: rækken har mere end {1} celler
    nb: raden har mer enn {1} celler

    {1} rows were refused in all; the rest is not listed
    da: {1} rækker blev afvist i alt; resten vises ikke
    nb: {1} rader ble avvist i alt; resten vises ikke

    correct what is listed and audit again
    da: ret det viste, og kør revisionen igen
    nb: rett det som vises, og kjør revisjonen på nytt

    the file has no header
    da: filen har ingen overskrift
    nb: filen har ingen overskriftsrad

    export it again with column names
    da: eksportér den igen med kolonnenavne
    nb: eksporter den på nytt med kolonnenavn

    the header cannot be read
    da: overskriften kan ikke læses
    nb: overskriften kan ikke leses

    correct the first row
    da: ret den første række
    nb: rett den første raden

    check the path
    da: kontrollér stien
    nb: kontroller stien

    give the user that runs the audit read access to the file
    da: giv den bruger, der kører revisionen, læseadgang til filen
    nb: gi brukeren som kjører revisjonen, lesetilgang til filen

    this is a folder, not a file
    da: dette er en mappe, ikke en fil
    nb: dette er en mappe, ikke en fil

    name a regular file
    da: angiv en almindelig fil
    nb: oppgi en vanlig fil

    the file could not be read: {1}
    da: filen kunne ikke læses: {1}
    nb: filen kunne ikke leses: {1}

    check the disk and read the file again
    da: kontrollér disken, og læs filen igen
    nb: kontroller disken, og les filen på nytt

    the file could not be opened: {1}
    da: filen kunne ikke åbnes: {1}
    nb: filen kunne ikke åpnes: {1}

    there is no such file
    da: der er ingen sådan fil
    nb: det er ingen slik fil

    permission denied
    da: adgang nægtet
    nb: ingen tilgang

    too many symbolic links
    da: for mange symbolske links
    nb: for mange symbolske lenker

    input or output error
    da: fejl ved ind- eller udlæsning
    nb: inn- eller utdatafeil

    system error {1}
    da: systemfejl {1}
    nb: systemfeil {1}

    there is no such file or folder
    da: der er ingen sådan fil eller mappe
    nb: det er ingen slik fil eller mappe

    the link leads to itself
    da: linket fører til sig selv
    nb: lenken fører til seg selv

    its path is longer than the {1} bytes that the system takes
    da: stien er længere end de {1} bytes, som systemet tager
    nb: stien er lengre enn de {1} bytene som systemet tar

    too many files are open
    da: for mange filer er åbne
    nb: for mange filer er åpne

    the gzip file ends early
    da: gzip-filen slutter for tidligt
    nb: gzip-filen slutter for tidlig

    it was cut off; fetch it again
    da: den er skåret af; hent den igen
    nb: den er kuttet; hent den på nytt

    the gzip file is damaged
    da: gzip-filen er beskadiget
    nb: gzip-filen er skadet

    fetch it again
    da: hent den igen
    nb: hent den på nytt

    a comment opens here and does not close
    da: en kommentar åbner her og lukkes ikke
    nb: en kommentar åpner her og lukkes ikke

    a section of text opens here and does not close
    da: et tekstafsnit åbner her og lukkes ikke
    nb: et tekstavsnitt åpner her og lukkes ikke

    the page ends within the tag that opens here
    da: siden slutter midt i det tag, der åbner her
    nb: siden slutter midt i taggen som åpner her

    <{1}> opens here and does not close
    da: <{1}> åbner her og lukkes ikke
    nb: <{1}> åpner her og lukkes ikke

    {1}: the page was cut off, or hides its rest
    da: {1}: siden er skåret af, eller den skjuler resten
    nb: {1}: siden er kuttet, eller den skjuler resten

    save it again
    da: gem den igen
    nb: lagre den på nytt

    the page declares entities, which may hide what it says
    da: siden erklærer entiteter, som kan skjule, hvad den siger
    nb: siden erklærer entiteter, som kan skjule hva den sier

    save the page without its DOCTYPE
    da: gem siden uden dens DOCTYPE
    nb: lagre siden uten DOCTYPE

    the page is no HTML
    da: siden er ikke HTML
    nb: siden er ikke HTML

    the page cannot be read to its end: it nests too many levels, or is damaged
    da: siden kan ikke læses til ende: den har for mange niveauer, eller den er beskadiget
    nb: siden kan ikke leses til slutt: den har for mange nivåer, eller den er skadet

    an element is longer than {1} MiB
    da: et element er længere end {1} MiB
    nb: et element er lengre enn {1} MiB

    something else than an element, a comma or the end of the list stands here
    da: her står noget andet end et element, et komma eller listens slutning
    nb: her står det noe annet enn et element, et komma eller slutten på listen

    text stands behind the end of the list
    da: der står tekst efter listens slutning
    nb: det står tekst etter slutten på listen

    the file ends before its list is closed
    da: filen slutter, før listen er lukket
    nb: filen slutter før listen er lukket

    the file was cut off; export it again
    da: filen er skåret af; eksportér den igen
    nb: filen er kuttet; eksporter den på nytt

    the file is damaged; export it again
    da: filen er beskadiget; eksportér den igen
    nb: filen er skadet; eksporter den på nytt

    the line is longer than {1} MiB
    da: linjen er længere end {1} MiB
    nb: linjen er lengre enn {1} MiB

    write one record a line
    da: skriv én post pr. linje
    nb: skriv én post per linje

    the line holds a value that is not an object
    da: linjen har en værdi, der ikke er et objekt
    nb: linjen har en verdi som ikke er et objekt

    each line of JSON lines is one object
    da: hver linje i JSON-linjer er ét objekt
    nb: hver linje i JSON-linjer er ett objekt

    a value is missing
    da: en værdi mangler
    nb: en verdi mangler

    remove the extra comma, or export again
    da: fjern det ekstra komma, eller eksportér igen
    nb: fjern det ekstra kommaet, eller eksporter på nytt

    the text is not valid UTF-8
    da: teksten er ikke gyldig UTF-8
    nb: teksten er ikke gyldig UTF-8

    export the file again as UTF-8
    da: eksportér filen igen som UTF-8
    nb: eksporter filen på nytt som UTF-8
    """#
}

extension Catalogue {
  /// What is said of files that cannot be read or written.
  static let commandFileTexts = #"""
    no such file or directory
    da: der er ingen sådan fil eller mappe
    nb: det er ingen slik fil eller mappe

    not a directory
    da: det er ingen mappe
    nb: det er ingen mappe

    operation not permitted
    da: det er ikke tilladt
    nb: det er ikke tillatt

    read-only file system
    da: filsystemet kan kun læses
    nb: filsystemet kan bare leses

    no space left on device
    da: der er ikke mere plads
    nb: det er ikke mer plass

    file too large
    da: filen er for stor
    nb: filen er for stor

    file name too long
    da: filnavnet er for langt
    nb: filnavnet er for langt

    broken pipe
    da: ingen læser det
    nb: ingen leser det

    the configuration
    da: konfigurationen
    nb: konfigurasjonen

    the framework
    da: rammeværket
    nb: rammeverket

    the key
    da: nøglen
    nb: nøkkelen

    the mapping
    da: mappingen
    nb: mappingen

    the policy
    da: reglen
    nb: regelen

    the policy file
    da: regelfilen
    nb: regelfilen

    the request
    da: forespørgslen
    nb: forespørselen

    the result
    da: resultatet
    nb: resultatet

    {1} on standard input
    da: {1} på standard input
    nb: {1} på standard input

    cannot read {1}: {2}
    da: kan ikke læse {1}: {2}
    nb: kan ikke lese {1}: {2}

    give a file that can be read, or `-` for standard input
    da: angiv en fil, der kan læses, eller `-` for standard input
    nb: oppgi en fil som kan leses, eller `-` for standard input

    it is larger than {1} MiB
    da: den er større end {1} MiB
    nb: den er større enn {1} MiB

    it is a folder
    da: det er en mappe
    nb: det er en mappe

    cannot write `{1}`: {2}
    da: kan ikke skrive `{1}`: {2}
    nb: kan ikke skrive `{1}`: {2}

    cannot write to `standard output`: {1}
    da: kan ikke skrive til `standard output`: {1}
    nb: kan ikke skrive til `standard output`: {1}

    make room, or write to another place
    da: skaf plads, eller skriv et andet sted
    nb: skaff plass, eller skriv et annet sted

    give a file name
    da: angiv et filnavn
    nb: oppgi et filnavn

    give a file name, or -o FOLDER
    da: angiv et filnavn, eller -o FOLDER
    nb: oppgi et filnavn, eller -o FOLDER

    the folder must exist
    da: mappen skal findes
    nb: mappen må finnes

    it is a link or a pipe that another user made
    da: det er et link eller en pipe, som en anden bruger har lavet
    nb: det er en lenke eller et rør som en annen bruker har laget

    name the file that is meant
    da: nævn den fil, der menes
    nb: nevn filen som menes

    it is neither a file, nor a pipe, nor a device that takes text
    da: det er hverken en fil, en pipe eller en enhed, der tager tekst
    nb: det er verken en fil, et rør eller en enhet som tar tekst

    it is protected against writing
    da: filen er skrivebeskyttet
    nb: filen er skrivebeskyttet

    the folder must be writable
    da: der skal kunne skrives i mappen
    nb: det må kunne skrives i mappen

    cannot make the folder `{1}`: {2}
    da: kan ikke lave mappen `{1}`: {2}
    nb: kan ikke lage mappen `{1}`: {2}

    is there a file of that name?
    da: er der en fil med det navn?
    nb: er det en fil med det navnet?

    two formats would be written to `{1}`
    da: to formater ville blive skrevet til `{1}`
    nb: to formater ville bli skrevet til `{1}`

    two formats would be written to `{1}`: `{2}` is the same file
    da: to formater ville blive skrevet til `{1}`: `{2}` er den samme fil
    nb: to formater ville bli skrevet til `{1}`: `{2}` er den samme filen

    give each a file of its own
    da: giv hver sin fil
    nb: gi hver sin fil

    the output `{1}` is {2}, and would replace it
    da: `{1}`, der skal skrives, er {2} og ville overskrive den
    nb: `{1}`, som skal skrives, er {2} og ville overskrive den

    the export `{1}`
    da: eksporten `{1}`
    nb: eksporten `{1}`

    write to another file
    da: skriv til en anden fil
    nb: skriv til en annen fil

    the key `{1}`
    da: nøglen `{1}`
    nb: nøkkelen `{1}`

    {1} is too short: it has fewer than {2} bytes and could be guessed
    da: {1} er for kort: den har færre end {2} bytes og kunne gættes
    nb: {1} er for kort: den har færre enn {2} byte og kunne gjettes

    the key `{1}` is too short: it has fewer than {2} bytes and could be guessed
    da: nøglen `{1}` er for kort: den har færre end {2} bytes og kunne gættes
    nb: nøkkelen `{1}` er for kort: den har færre enn {2} byte og kunne gjettes

    `openssl rand -hex 32` makes one
    da: `openssl rand -hex 32` laver en
    nb: `openssl rand -hex 32` lager en

    remove it, and a new one is drawn
    da: fjern den, så laves en ny
    nb: fjern den, så lages en ny

    give the files and folders that hold the exports
    da: angiv de filer og mapper, der har eksporterne
    nb: oppgi filene og mappene som har eksportene

    `{1}` exists already
    da: `{1}` findes allerede
    nb: `{1}` finnes allerede

    edit it, or move it away first
    da: ret den, eller flyt den først
    nb: rediger den, eller flytt den først
    """#
}

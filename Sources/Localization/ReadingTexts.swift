extension Catalogue {
  /// What is told of records and their fields.
  static let readingTexts = #"""
    column {1}
    da: kolonne {1}
    nb: kolonne {1}

    contains credentials (`{1}`) in {2:record|records}; dropped; delete this export and make one without them
    da: indeholder adgangskoder eller nøgler (`{1}`) i {2:post|poster}; udeladt; slet denne eksport, og lav en uden dem
    nb: inneholder passord eller nøkler (`{1}`) i {2:post|poster}; utelatt; slett denne eksporten, og lag en uten dem

    some days of the column have the month first, others the day, so none of them is known
    da: nogle dage i kolonnen har måneden først, andre dagen, så ingen af dem er kendt
    nb: noen dager i kolonnen har måneden først, andre dagen, så ingen av dem er kjent

    write it as 2026-11-20 or 20-11-2026; `/` is refused, since day and month cannot be told apart
    da: skriv den som 2026-11-20 eller 20-11-2026; `/` afvises, da dag og måned ikke kan skelnes
    nb: skriv den som 2026-11-20 eller 20-11-2026; `/` avvises, siden dag og måned ikke kan skilles fra hverandre

    `{1}` is no list
    da: `{1}` er ikke en liste
    nb: `{1}` er ikke en liste

    `{1}` is empty
    da: `{1}` er tom
    nb: `{1}` er tom

    `{1}` is no text
    da: `{1}` er ikke en tekst
    nb: `{1}` er ikke en tekst

    `{1}` is no uuid
    da: `{1}` er ikke en uuid
    nb: `{1}` er ikke en uuid

    `{1}` is no e-mail address
    da: `{1}` er ikke en e-mailadresse
    nb: `{1}` er ikke en e-postadresse

    `{1}` is no day; {2}
    da: `{1}` er ikke en dag; {2}
    nb: `{1}` er ikke en dag; {2}

    `{1}` is none of the words known
    da: `{1}` er ikke et af de kendte ord
    nb: `{1}` er ikke et av de kjente ordene

    `{1}` has no `{2}`
    da: `{1}` har ingen `{2}`
    nb: `{1}` har ingen `{2}`

    `{1}/name` is no text
    da: `{1}/name` er ikke en tekst
    nb: `{1}/name` er ikke en tekst

    `{1}/{2}` is no uuid
    da: `{1}/{2}` er ikke en uuid
    nb: `{1}/{2}` er ikke en uuid

    the required key `{1}` is missing
    da: den påkrævede nøgle `{1}` mangler
    nb: den påkrevde nøkkelen `{1}` mangler

    the required column `{1}` is missing
    da: den påkrævede kolonne `{1}` mangler
    nb: den påkrevde kolonnen `{1}` mangler

    {1:further problem is|further problems are} not listed
    da: {1:problem mere er|problemer mere er} ikke vist
    nb: {1:problem til er|problemer til er} ikke vist

    the last line has no line end; if the file was cut off there, rows are missing
    da: den sidste linje har intet linjeskift; hvis filen er skåret af dér, mangler der rækker
    nb: den siste linjen har ikke noe linjeskift; hvis filen er kuttet der, mangler det rader

    the last line has no line end: the file was cut off, rows are missing; export it again
    da: den sidste linje har intet linjeskift: filen er skåret af, der mangler rækker; eksportér den igen
    nb: den siste linjen har ikke noe linjeskift: filen er kuttet, det mangler rader; eksporter den på nytt

    more than {1} {2} (limit `{3}`)
    da: mere end {1} {2} (grænsen `{3}`)
    nb: mer enn {1} {2} (grensen `{3}`)

    bytes of memory
    da: byte hukommelse
    nb: byte minne

    cells
    da: celler
    nb: celler

    nodes
    da: knuder
    nb: noder

    expressions
    da: udtryk
    nb: uttrykk

    decisions
    da: afgørelser
    nb: avgjørelser

    steps
    da: trin
    nb: steg

    rows looked at
    da: rækker, der er set på
    nb: rader som er sett på

    derived values
    da: udledte værdier
    nb: utledede verdier

    files
    da: filer
    nb: filer
    """#
}

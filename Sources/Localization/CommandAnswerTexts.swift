extension Catalogue {
  /// What is said where a question cannot be answered, or an earlier result not be used.
  static let commandAnswerTexts = #"""
    none of the exports says who may do what
    da: ingen af eksporterne siger, hvem der må hvad
    nb: ingen av eksportene sier hvem som kan gjøre hva

    `tilsyn sources` shows what was recognised; exports of Altinn, Enhetsregisteret and Kitos say it
    da: `tilsyn sources` viser, hvad der blev genkendt; eksporter af Altinn, Enhetsregisteret og Kitos siger det
    nb: `tilsyn sources` viser hva som ble gjenkjent; eksporter av Altinn, Enhetsregisteret og Kitos sier det

    this cannot be asked of the exports
    da: det kan eksporterne ikke spørges om
    nb: dette kan ikke eksportene spørres om

    `tilsyn relations` shows what can, and `tilsyn query` asks it
    da: `tilsyn relations` viser, hvad de kan, og `tilsyn query` spørger
    nb: `tilsyn relations` viser hva de kan, og `tilsyn query` spør

    the question asks for {1}
    da: spørgsmålet beder om {1}
    nb: spørsmålet ber om {1}

    ask for less at a time, or give more memory with --max-memory
    da: bed om mindre ad gangen, eller giv mere hukommelse med --max-memory
    nb: be om mindre om gangen, eller gi mer minne med --max-memory

    there is no result `{1}`
    da: der er intet resultat `{1}`
    nb: det er ikke noe resultat `{1}`

    `tilsyn audit PATH -f json=FILE` writes one
    da: `tilsyn audit PATH -f json=FILE` skriver et
    nb: `tilsyn audit PATH -f json=FILE` skriver et

    `{1}` is no result of tilsyn: its schema is not `tilsyn.result/1`
    da: `{1}` er intet resultat fra tilsyn: dets schema er ikke `tilsyn.result/1`
    nb: `{1}` er ikke noe resultat fra tilsyn: schema er ikke `tilsyn.result/1`

    `{1}` is no result of tilsyn: its day is none
    da: `{1}` er intet resultat fra tilsyn: dets dag er ingen dag
    nb: `{1}` er ikke noe resultat fra tilsyn: dagen er ingen dag

    `{1}` does not say which policies it was made with
    da: `{1}` siger ikke, hvilke regler det er lavet med
    nb: `{1}` sier ikke hvilke regler det er laget med

    an older version wrote it; audit again
    da: en ældre version skrev det; kør revisionen igen
    nb: en eldre versjon skrev det; kjør revisjonen på nytt

    {1} `{2}` is another or is missing
    da: {1} `{2}` er en anden eller mangler
    nb: {1} `{2}` er en annen eller mangler

    {1} `{2}` is new
    da: {1} `{2}` er ny
    nb: {1} `{2}` er ny

    `--as` says something else of the files
    da: `--as` siger noget andet om filerne
    nb: `--as` sier noe annet om filene

    policies and configuration are not those that `{1}` was made with:
    da: regler og konfiguration er ikke dem, `{1}` er lavet med:
    nb: regler og konfigurasjon er ikke dem `{1}` er laget med:

    give the same arguments as then, or leave --result out
    da: angiv de samme argumenter som dengang, eller udelad --result
    nb: oppgi de samme argumentene som da, eller utelat --result

    `{1}` has changed
    da: `{1}` er ændret
    nb: `{1}` er endret

    `{1}` is new
    da: `{1}` er ny
    nb: `{1}` er ny

    the exports are not those that `{1}` was made of:
    da: eksporterne er ikke dem, `{1}` er lavet af:
    nb: eksportene er ikke dem `{1}` er laget av:

    give the same paths as then, or leave --result out
    da: angiv de samme stier som dengang, eller udelad --result
    nb: oppgi de samme stiene som da, eller utelat --result

    {1} findings fit `{2}`, the first ten:
    da: {1} fund passer til `{2}`, de første ti:
    nb: {1} funn passer til `{2}`, de første ti:

    {1} findings fit `{2}`:
    da: {1} fund passer til `{2}`:
    nb: {1} funn passer til `{2}`:

    give more digits
    da: angiv flere tegn
    nb: oppgi flere tegn

    give the digits of one of them, or --subject
    da: angiv tegnene for et af dem, eller --subject
    nb: oppgi tegnene for ett av dem, eller --subject

    no finding has a fingerprint that begins with `{1}`
    da: intet fund har et fingeraftryk, der begynder med `{1}`
    nb: ingen funn har et fingeravtrykk som begynner med `{1}`

    was it found with other exports, policies, or another --as-of? `tilsyn audit` lists the findings
    da: blev det fundet med andre eksporter eller regler eller en anden --as-of? `tilsyn audit` viser fundene
    nb: ble det funnet med andre eksporter eller regler eller en annen --as-of? `tilsyn audit` viser funnene

    `{1}` was not evaluated: an export that it rests on is missing
    da: `{1}` blev ikke bedømt: en eksport, den hviler på, mangler
    nb: `{1}` ble ikke vurdert: en eksport den hviler på, mangler

    `tilsyn policy show {1}` says which, and how to get it
    da: `tilsyn policy show {1}` siger hvilken, og hvordan den skaffes
    nb: `tilsyn policy show {1}` sier hvilken, og hvordan den skaffes

    `{1}` is out of scope: `without` in the configuration says that there is no export that it rests on
    da: `{1}` er uden for omfanget: `without` i konfigurationen siger, at en eksport, den hviler på, ikke findes
    nb: `{1}` er utenfor omfanget: `without` i konfigurasjonen sier at en eksport den hviler på, ikke finnes

    take the export out of `without` to have it judged
    da: fjern eksporten fra `without` for at få den bedømt
    nb: fjern eksporten fra `without` for å få den vurdert

    `{1}` found nothing
    da: `{1}` fandt intet
    nb: `{1}` fant ingenting

    `{1}` found nothing about `{2}`
    da: `{1}` fandt intet om `{2}`
    nb: `{1}` fant ingenting om `{2}`

    `tilsyn why-not {1} SUBJECT PATH` shows how far it comes
    da: `tilsyn why-not {1} SUBJECT PATH` viser, hvor langt den når
    nb: `tilsyn why-not {1} SUBJECT PATH` viser hvor langt den når

    `{1}` was not judged: no export of its system was read
    da: `{1}` blev ikke bedømt: ingen eksport af dens system blev læst
    nb: `{1}` ble ikke vurdert: ingen eksport av systemet dens ble lest

    `tilsyn policy show {1}` names them
    da: `tilsyn policy show {1}` nævner dem
    nb: `tilsyn policy show {1}` nevner dem

    standard input
    da: det på standard input
    nb: det på standard input

    {1} cannot be shown: line {2}: {3}
    da: {1} kan ikke vises: linje {2}: {3}
    nb: {1} kan ikke vises: linje {2}: {3}

    {1} cannot be shown: {2}
    da: {1} kan ikke vises: {2}
    nb: {1} kan ikke vises: {2}

    `tilsyn audit PATH -f json=FILE` writes a result
    da: `tilsyn audit PATH -f json=FILE` skriver et resultat
    nb: `tilsyn audit PATH -f json=FILE` skriver et resultat

    the result has masked people, and nothing else can be made of them
    da: resultatet har maskerede personer, og intet andet kan gøres ud af dem
    nb: resultatet har maskerte personer, og de kan ikke gjøres om til noe annet

    the result has pseudonyms, and nothing else can be made of them
    da: resultatet har pseudonymer, og intet andet kan gøres ud af dem
    nb: resultatet har pseudonymer, og de kan ikke gjøres om til noe annet

    audit again with `--identifiers {1}`
    da: kør revisionen igen med `--identifiers {1}`
    nb: kjør revisjonen på nytt med `--identifiers {1}`
    """#
}

extension Catalogue {
  /// What the comparison of two folders or results says.
  static let differenceTexts = #"""
    Says which rights and findings differ between two folders or results, and which change caused it.
    da: Siger, hvilke rettigheder og fund der er anderledes i to mapper eller resultater, og hvilken ændring der er årsag.
    nb: Sier hvilke rettigheter og funn som er annerledes i to mapper eller resultater, og hvilken endring som er årsaken.

    Two folders are judged by the same policies as of the same day, and what differs is shown below the fact that changed: rights gained, lost, and gained or lost without any grant to their holder, since a role, a group, a delegation or an organisation is another; findings that are new or fixed. Then what changed in catalogues, in documents and policies, and in the exports without any of this.
    da: To mapper bedømmes efter de samme regler pr. den samme dag, og det, der er anderledes, står under den oplysning, der er ændret: rettigheder, der er fået, mistet, og fået eller mistet uden nogen tildeling til indehaveren, fordi en rolle, en gruppe, en fuldmagt eller en organisation er en anden; fund, der er nye eller rettet. Derefter det, der er ændret i kataloger, i dokumenter og regler og i eksporterne uden noget af dette.
    nb: To mapper vurderes etter de samme reglene per samme dag, og det som er annerledes, står under opplysningen som er endret: rettigheter som er fått, mistet, og fått eller mistet uten noen tildeling til innehaveren, fordi en rolle, en gruppe, en fullmakt eller en organisasjon er en annen; funn som er nye eller rettet. Deretter det som er endret i kataloger, i dokumenter og regler og i eksportene uten noe av dette.

    Of two results, or a folder and a result, what results hold is compared: privileged rights, findings, documents and policies. Exit codes: 0 compared; 1 with --exit-code, something differs; 2 one of them is not complete, or cannot be judged; 64 usage.
    da: Af to resultater, eller en mappe og et resultat, sammenlignes det, som resultater har: privilegerede rettigheder, fund, dokumenter og regler. Afslutningskoder: 0 sammenlignet; 1 med --exit-code, noget er anderledes; 2 en af dem er ikke fuldstændig eller kan ikke bedømmes; 64 forkert brug.
    nb: Av to resultater, eller en mappe og et resultat, sammenlignes det som resultater har: privilegerte rettigheter, funn, dokumenter og regler. Avslutningskoder: 0 sammenlignet; 1 med --exit-code, noe er annerledes; 2 en av dem er ikke fullstendig eller kan ikke vurderes; 64 feil bruk.

    The earlier folder, or a result of tilsyn.
    da: Den tidligere mappe eller et resultat fra tilsyn.
    nb: Den tidligere mappen eller et resultat fra tilsyn.

    The later folder, or a result of tilsyn.
    da: Den senere mappe eller et resultat fra tilsyn.
    nb: Den senere mappen eller et resultat fra tilsyn.

    End in 1 where something differs.
    da: Slut med 1, hvor noget er anderledes.
    nb: Avslutt med 1 der noe er annerledes.

    {1} → {2}, as of {3}
    da: {1} → {2}, pr. {3}
    nb: {1} → {2}, per {3}

    nothing was read of `{1}`
    da: intet blev læst af `{1}`
    nb: ingenting ble lest av `{1}`

    `tilsyn sources` shows what was recognised in each file
    da: `tilsyn sources` viser, hvad der blev genkendt i hver fil
    nb: `tilsyn sources` viser hva som ble gjenkjent i hver fil

    nothing differs
    da: intet er anderledes
    nb: ingenting er annerledes

    rights
    da: rettigheder
    nb: rettigheter

    none differ
    da: ingen er anderledes
    nb: ingen er annerledes

    gained
    da: fået
    nb: fått

    gained indirectly
    da: fået indirekte
    nb: fått indirekte

    certain now
    da: nu sikker
    nb: nå sikker

    lost
    da: mistet
    nb: mistet

    lost indirectly
    da: mistet indirekte
    nb: mistet indirekte

    not certain any longer
    da: ikke længere sikker
    nb: ikke lenger sikker

    fails now
    da: fejler nu
    nb: feiler nå

    cannot be shown any longer
    da: kan ikke længere vises
    nb: kan ikke lenger vises

    is new
    da: er ny
    nb: er ny

    is gone
    da: er væk
    nb: er borte

    changed
    da: ændret
    nb: endret

    moved
    da: flyttet
    nb: flyttet

    its rules or parameters are others
    da: dens regler eller parametre er andre
    nb: reglene eller parameterne er andre

    is judged now, and was not
    da: bedømmes nu og blev det ikke før
    nb: vurderes nå og ble det ikke før

    is not judged any longer
    da: bedømmes ikke længere
    nb: vurderes ikke lenger

    By no fact of the exports alone: rules, parameters or a configuration are others, or a proof was too long
    da: Ikke ved en oplysning i eksporterne alene: regler, parametre eller en konfiguration er andre, eller et bevis var for langt
    nb: Ikke ved en opplysning i eksportene alene: regler, parametere eller en konfigurasjon er andre, eller et bevis var for langt

    Catalogue: {1}
    da: Katalog: {1}
    nb: Katalog: {1}

    Changed in the exports, and nothing follows
    da: Ændret i eksporterne, og intet følger af det
    nb: Endret i eksportene, og ingenting følger av det

    Documents
    da: Dokumenter
    nb: Dokumenter

    {1} is not complete: {2}
    da: {1} er ikke fuldstændig: {2}
    nb: {1} er ikke fullstendig: {2}

    rights not compared: {1}
    da: rettigheder ikke sammenlignet: {1}
    nb: rettigheter ikke sammenlignet: {1}

    … and {1} more; -v shows all
    da: … og {1} mere; -v viser alt
    nb: … og {1} til; -v viser alt

    was {1}
    da: var {1}
    nb: var {1}

    {1}: {2} in all of {3}
    da: {1}: {2} i hele {3}
    nb: {1}: {2} i hele {3}

    {1}: {2} in {3}
    da: {1}: {2} i {3}
    nb: {1}: {2} i {3}

    {1:record|records}
    da: {1:post|poster}
    nb: {1:post|poster}

    {1} → {2:record|records}
    da: {1} → {2:post|poster}
    nb: {1} → {2:post|poster}

    was {1}, and is {2}
    da: var {1} og er {2}
    nb: var {1} og er {2}

    is complete now
    da: er nu fuldstændig
    nb: er nå fullstendig

    is not complete any longer
    da: er ikke længere fuldstændig
    nb: er ikke lenger fullstendig

    {1:record|records} cannot be used
    da: {1:post|poster} kan ikke bruges
    nb: {1:post|poster} kan ikke brukes

    steers how documents are read
    da: styrer, hvordan dokumenter læses
    nb: styrer hvordan dokumenter leses

    {1}: nothing of it was loaded on one of the sides
    da: {1}: på den ene side er intet af det indlæst
    nb: {1}: på den ene siden er ingenting av det lest inn

    {1}: there are more rights than can be compared
    da: {1}: der er flere rettigheder, end der kan sammenlignes
    nb: {1}: det er flere rettigheter enn det kan sammenlignes

    the two were made with other keys of pseudonyms: findings are not compared
    da: de to er lavet med hver sin nøgle til pseudonymer: fund sammenlignes ikke
    nb: de to er laget med hver sin nøkkel til pseudonymer: funn sammenlignes ikke

    the earlier was made by version {1}, the later by {2}
    da: den tidligere er lavet af version {1}, den senere af {2}
    nb: den tidligere er laget av versjon {1}, den senere av {2}

    the earlier is as of {1}, the later as of {2}: time alone changes verdicts
    da: den tidligere er pr. {1}, den senere pr. {2}: tiden alene ændrer afgørelser
    nb: den tidligere er per {1}, den senere per {2}: tiden alene endrer avgjørelser

    results hold privileged rights alone, and not what gives them: compare the folders to see the others, and causes
    da: resultater har kun privilegerede rettigheder og ikke det, der giver dem: sammenlign mapperne for at se de andre og årsagerne
    nb: resultater har bare privilegerte rettigheter og ikke det som gir dem: sammenlign mappene for å se de andre og årsakene
    """#
}

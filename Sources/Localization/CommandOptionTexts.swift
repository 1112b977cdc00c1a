extension Catalogue {
  /// What is said of values that an option does not take.
  static let commandOptionTexts = #"""
    give one of them
    da: angiv kun det ene
    nb: oppgi bare det ene

    -q and -v contradict each other
    da: -q og -v modsiger hinanden
    nb: -q og -v motsier hverandre

    --in-place and --check contradict each other
    da: --in-place og --check modsiger hinanden
    nb: --in-place og --check motsier hverandre

    --jobs {1} is below 1
    da: --jobs {1} er under 1
    nb: --jobs {1} er under 1

    give the number of threads that read files
    da: angiv antallet af tråde, der læser filer
    nb: oppgi antallet tråder som leser filer

    --limit {1} is below 1
    da: --limit {1} er under 1
    nb: --limit {1} er under 1

    give the number of answers that are shown
    da: angiv antallet af svar, der vises
    nb: oppgi antallet svar som vises

    give the number of rows that are proved
    da: angiv antallet af rækker, der bevises
    nb: oppgi antallet rader som bevises

    `{1}` is no date of --as-of
    da: `{1}` er ingen dato til --as-of
    nb: `{1}` er ingen dato til --as-of

    write it as 2026-11-20
    da: skriv den som 2026-11-20
    nb: skriv den som 2026-11-20

    the clock of this machine shows no usable date
    da: uret på denne maskine viser ingen brugbar dato
    nb: klokken på denne maskinen viser ingen brukbar dato

    give the day that is judged with --as-of
    da: angiv den dag, der bedømmes, med --as-of
    nb: oppgi dagen som vurderes, med --as-of

    `--as {1}` cannot be read
    da: `--as {1}` kan ikke læses
    nb: `--as {1}` kan ikke leses

    write it as PATH=KIND: `tilsyn sources` shows the kinds
    da: skriv det som PATH=KIND: `tilsyn sources` viser, hvad der kan stå
    nb: skriv det som PATH=KIND: `tilsyn sources` viser hva som kan stå

    `{1}` is no level of {2}
    da: `{1}` er intet niveau til {2}
    nb: `{1}` er ikke noe nivå til {2}

    it is one of {1}
    da: vælg mellem {1}
    nb: velg mellom {1}

    `{1}` is no mode of --unverified
    da: `{1}` er ingen værdi til --unverified
    nb: `{1}` er ingen verdi til --unverified

    it is allow or fail
    da: vælg allow eller fail
    nb: velg allow eller fail

    `{1}` is no group of --by
    da: `{1}` er ingen gruppe til --by
    nb: `{1}` er ingen gruppe til --by

    `{1}` is no language of --lang
    da: `{1}` er intet sprog til --lang
    nb: `{1}` er ikke noe språk til --lang

    it is en, da or nb
    da: vælg en, da eller nb
    nb: velg en, da eller nb

    `{1}` is no size of --max-memory
    da: `{1}` er ingen størrelse til --max-memory
    nb: `{1}` er ingen størrelse til --max-memory

    write it as 512M or 4G, and not below 16M
    da: skriv den som 512M eller 4G, og ikke under 16M
    nb: skriv den som 512M eller 4G, og ikke under 16M

    `{1}` is no time of --timeout
    da: `{1}` er ingen tid til --timeout
    nb: `{1}` er ingen tid til --timeout

    write it as 90s, 10m or 2h
    da: skriv den som 90s, 10m eller 2h
    nb: skriv den som 90s, 10m eller 2h

    `{1}` is no format of this version
    da: `{1}` er intet format i denne version
    nb: `{1}` er ikke noe format i denne versjonen

    there are {1}, {2}
    da: der er {1}, {2}
    nb: det er {1}, {2}

    `{1}` names no file
    da: `{1}` nævner ingen fil
    nb: `{1}` nevner ingen fil

    write `{1}=FILE`
    da: skriv `{1}=FILE`
    nb: skriv `{1}=FILE`

    only one format can go to standard output
    da: kun ét format kan gå til standard output
    nb: bare ett format kan gå til standard output

    give the others a file, as in `-f json=result.json`
    da: giv de andre en fil, som i `-f json=result.json`
    nb: gi de andre en fil, som i `-f json=result.json`

    `{1}` is no text, and a terminal can do nothing with it
    da: `{1}` er ingen tekst, og en terminal kan ikke bruge det
    nb: `{1}` er ingen tekst, og en terminal kan ikke bruke det

    write `-f {1}=FILE`
    da: skriv `-f {1}=FILE`
    nb: skriv `-f {1}=FILE`

    --purpose goes with `--identifiers full`
    da: --purpose hører til `--identifiers full`
    nb: --purpose hører til `--identifiers full`

    --identifiers is {1}, and `{2}` is none of them
    da: --identifiers er {1}, og `{2}` er ingen af dem
    nb: --identifiers er {1}, og `{2}` er ingen av dem

    `--identifiers full` needs `--purpose "…"`: whoever reads a report that names people is told what for
    da: `--identifiers full` kræver `--purpose "…"`: hvem der læser en rapport med navne, skal se, hvad den er til brug for
    nb: `--identifiers full` krever `--purpose "…"`: den som leser en rapport med navn, skal se hva den er til bruk for

    --subject stands beside a question
    da: --subject står ved et spørgsmål
    nb: --subject står ved et spørsmål

    leave it out: a question names its own values
    da: udelad det: et spørgsmål nævner selv sine værdier
    nb: utelat det: et spørsmål nevner verdiene sine selv

    `{1}` is neither a fingerprint (hexadecimal digits), nor a policy, nor a question
    da: `{1}` er hverken et fingeraftryk (hexadecimale cifre), en regel eller et spørgsmål
    nb: `{1}` er verken et fingeravtrykk (heksadesimale sifre), en regel eller et spørsmål

    paths come after it: `tilsyn why FINDING PATH`
    da: stier står efter det: `tilsyn why FINDING PATH`
    nb: stier står etter det: `tilsyn why FINDING PATH`

    --policy is missing
    da: --policy mangler
    nb: --policy mangler

    give a policy or policy set: without one there is no decision
    da: angiv en politik eller et sæt af dem: uden er der ingen afgørelse
    nb: oppgi en policy eller et sett av dem: uten er det ingen avgjørelse

    Altinn's decision point knows one policy, and no references
    da: Altinns beslutningspunkt kender én politik og ingen henvisninger
    nb: Beslutningspunktet i Altinn kjenner én policy og ingen henvisninger

    give one --policy and no --reference, or leave --semantics altinn out
    da: angiv én --policy og ingen --reference, eller udelad --semantics altinn
    nb: oppgi én --policy og ingen --reference, eller utelat --semantics altinn

    `{1}` is no time of --now
    da: `{1}` er intet tidspunkt til --now
    nb: `{1}` er ikke noe tidspunkt til --now

    write it as 2026-11-20T12:00:00Z
    da: skriv det som 2026-11-20T12:00:00Z
    nb: skriv det som 2026-11-20T12:00:00Z

    mend the document, or answer with --on-invalid indeterminate
    da: ret dokumentet, eller svar med --on-invalid indeterminate
    nb: rett dokumentet, eller svar med --on-invalid indeterminate
    """#
}

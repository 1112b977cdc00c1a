extension Catalogue {
  /// The words that the parser of the command line puts around help, and what it says is wrong.
  static let commandUsageTexts = #"""
    OVERVIEW
    da: OVERSIGT
    nb: OVERSIKT

    USAGE
    da: BRUG
    nb: BRUK

    ARGUMENTS:
    da: ARGUMENTER:
    nb: ARGUMENTER:

    OPTIONS:
    da: TILVALG:
    nb: VALG:

    SUBCOMMANDS:
    da: KOMMANDOER:
    nb: KOMMANDOER:

    options
    da: tilvalg
    nb: valg

    subcommand
    da: kommando
    nb: kommando

    values
    da: en af
    nb: en av

    default
    da: ellers
    nb: ellers

    Show help information.
    da: Vis denne hjælp.
    nb: Vis denne hjelpen.

    Show the version.
    da: Vis versionen.
    nb: Vis versjonen.

    See '{1} <subcommand>' for detailed help.
    da: Mere om en kommando: '{1} <kommando>'.
    nb: Mer om en kommando: '{1} <kommando>'.

    the command line cannot be read
    da: kommandolinjen kan ikke læses
    nb: kommandolinjen kan ikke leses

    `{1} --help` says what it takes
    da: `{1} --help` siger, hvad der kan skrives
    nb: `{1} --help` sier hva som kan skrives

    did you mean `{1}`?
    da: mente du `{1}`?
    nb: mente du `{1}`?

    did you mean `{1}`? {2}
    da: mente du `{1}`? {2}
    nb: mente du `{1}`? {2}

    `{1}` is no command
    da: `{1}` er ingen kommando
    nb: `{1}` er ingen kommando

    `{1} --help` lists the commands: {2}
    da: `{1} --help` viser kommandoerne: {2}
    nb: `{1} --help` viser kommandoene: {2}

    missing expected argument `{1}`
    da: argumentet `{1}` mangler
    nb: argumentet `{1}` mangler

    missing value for `{1}`
    da: der mangler en værdi til `{1}`
    nb: det mangler en verdi til `{1}`

    unknown option `{1}`
    da: ukendt tilvalg `{1}`
    nb: ukjent valg `{1}`

    unexpected argument `{1}`
    da: uventet argument `{1}`
    nb: uventet argument `{1}`

    {1} unexpected arguments: {2}
    da: {1} uventede argumenter: {2}
    nb: {1} uventede argumenter: {2}

    the value `{1}` is invalid for `{2}`
    da: værdien `{1}` er ugyldig til `{2}`
    nb: verdien `{1}` er ugyldig til `{2}`

    the option `{1}` does not take any value, but `{2}` was specified
    da: tilvalget `{1}` tager ingen værdi, men `{2}` blev angivet
    nb: valget `{1}` tar ingen verdi, men `{2}` ble oppgitt

    provide one of {1} and {2}
    da: skriv {1} eller {2}
    nb: skriv {1} eller {2}

    provide {1}
    da: skriv {1}
    nb: skriv {1}

    the command line has more than {1} words
    da: kommandolinjen har mere end {1} ord
    nb: kommandolinjen har mer enn {1} ord

    give the folder that holds the files, and say in `tilsyn.yaml` under `sources` what they are
    da: angiv mappen med filerne, og skriv i `tilsyn.yaml` under `sources`, hvad de er
    nb: oppgi mappen med filene, og skriv i `tilsyn.yaml` under `sources` hva de er
    """#
}

extension Catalogue {
  /// What is said of configurations, frameworks and policies that cannot be used.
  static let commandInputTexts = #"""
    the configuration is wrong
    da: konfigurationen er forkert
    nb: konfigurasjonen er feil

    there is no configuration `{1}`
    da: der er ingen konfiguration `{1}`
    nb: det er ingen konfigurasjon `{1}`

    `tilsyn init` writes one; `--config none` reads none
    da: `tilsyn init` skriver en; `--config none` læser ingen
    nb: `tilsyn init` skriver en; `--config none` leser ingen

    `{1}` cannot be read: {2}
    da: `{1}` kan ikke læses: {2}
    nb: `{1}` kan ikke leses: {2}

    `--config none` leaves it unread
    da: `--config none` lader den være ulæst
    nb: `--config none` lar den være ulest

    `{1}` is a link that leaves the folder
    da: `{1}` er et link, der fører ud af mappen
    nb: `{1}` er en lenke som fører ut av mappen

    name the configuration itself with --config; `--config none` leaves it unread
    da: nævn selve konfigurationen med --config; `--config none` lader den være ulæst
    nb: nevn selve konfigurasjonen med --config; `--config none` lar den være ulest

    there is no framework `{1}`
    da: der er intet rammeværk `{1}`
    nb: det er ikke noe rammeverk `{1}`

    the framework `{1}` is named twice
    da: rammeværket `{1}` er nævnt to gange
    nb: rammeverket `{1}` er nevnt to ganger

    name it once, or give one of the two another id
    da: nævn det én gang, eller giv et af de to en anden id
    nb: nevn det én gang, eller gi ett av de to en annen id

    none came with the program: name a file, or set TILSYN_FRAMEWORKS to the folder `frameworks` of tilsyn
    da: ingen fulgte med programmet: nævn en fil, eller sæt TILSYN_FRAMEWORKS til mappen `frameworks` fra tilsyn
    nb: ingen fulgte med programmet: nevn en fil, eller sett TILSYN_FRAMEWORKS til mappen `frameworks` fra tilsyn

    frameworks are {1}; a file of your own is named by its path
    da: rammeværker er {1}; en egen fil nævnes ved sin sti
    nb: rammeverk er {1}; en egen fil nevnes med stien

    cannot list the frameworks in `{1}`: {2}
    da: kan ikke se rammeværkerne i `{1}`: {2}
    nb: kan ikke se rammeverkene i `{1}`: {2}

    TILSYN_FRAMEWORKS names the folder `frameworks` that came with tilsyn
    da: TILSYN_FRAMEWORKS nævner mappen `frameworks`, der fulgte med tilsyn
    nb: TILSYN_FRAMEWORKS nevner mappen `frameworks` som fulgte med tilsyn

    no policies were found: none came with the program
    da: der blev ikke fundet regler: ingen fulgte med programmet
    nb: det ble ikke funnet regler: ingen fulgte med programmet

    name them with `-p FOLDER`, or set TILSYN_POLICIES to the folder `policies` that came with tilsyn
    da: nævn dem med `-p FOLDER`, eller sæt TILSYN_POLICIES til mappen `policies`, der fulgte med tilsyn
    nb: nevn dem med `-p FOLDER`, eller sett TILSYN_POLICIES til mappen `policies` som fulgte med tilsyn

    the policies up to `{1}` are larger than {2} MiB
    da: reglerne til og med `{1}` er større end {2} MiB
    nb: reglene til og med `{1}` er større enn {2} MiB

    policies are a few kilobytes each; is that the folder that you mean?
    da: regler er få kilobyte hver; er det den mappe, du mener?
    nb: regler er noen få kilobyte hver; er det mappen du mener?

    cannot read the policy file `{1}`: {2}
    da: kan ikke læse regelfilen `{1}`: {2}
    nb: kan ikke lese regelfilen `{1}`: {2}

    there are no policies at `{1}`: {2}
    da: der er ingen regler på `{1}`: {2}
    nb: det er ingen regler på `{1}`: {2}

    give a policy file, or a folder that holds some
    da: angiv en regelfil eller en mappe med regelfiler
    nb: oppgi en regelfil eller en mappe med regelfiler

    `{1}` is no policy file
    da: `{1}` er ingen regelfil
    nb: `{1}` er ingen regelfil

    the name of a policy file ends in `{1}`
    da: en regelfils navn ender på `{1}`
    nb: navnet på en regelfil slutter på `{1}`

    there are no policies in the folder `{1}`
    da: der er ingen regler i mappen `{1}`
    nb: det er ingen regler i mappen `{1}`

    policy files end in `{1}`
    da: regelfiler ender på `{1}`
    nb: regelfiler slutter på `{1}`

    `{1}` cannot be followed: {2}
    da: `{1}` kan ikke følges: {2}
    nb: `{1}` kan ikke følges: {2}

    give the file or folder that the link means
    da: angiv den fil eller mappe, linket fører til
    nb: oppgi filen eller mappen som lenken fører til

    `{1}` is a link that leaves the folder of the configuration
    da: `{1}` er et link, der fører ud af konfigurationens mappe
    nb: `{1}` er en lenke som fører ut av mappen til konfigurasjonen

    put the policies themselves there, or name their folder with -p
    da: læg selve reglerne der, eller nævn deres mappe med -p
    nb: legg selve reglene der, eller nevn mappen deres med -p

    cannot list the folder `{1}`: {2}
    da: kan ikke se indholdet af mappen `{1}`: {2}
    nb: kan ikke se innholdet i mappen `{1}`: {2}

    whoever runs tilsyn must be able to list it
    da: den, der kører tilsyn, skal kunne se det
    nb: den som kjører tilsyn, må kunne se det

    a policy that is not read is not judged: mend the file, or take it away
    da: en regel, der ikke læses, bedømmes ikke: ret filen, eller fjern den
    nb: en regel som ikke leses, vurderes ikke: rett filen, eller fjern den

    there is no policy `{1}`
    da: der er ingen regel `{1}`
    nb: det er ingen regel `{1}`

    `tilsyn policy list` lists them
    da: `tilsyn policy list` viser dem
    nb: `tilsyn policy list` viser dem

    there is no relation `{1}`
    da: der er ingen relation `{1}`
    nb: det er ingen relasjon `{1}`

    `tilsyn relations` lists them
    da: `tilsyn relations` viser dem
    nb: `tilsyn relations` viser dem

    nothing was tested: there is no policy
    da: intet blev afprøvet: der er ingen regel
    nb: ingenting ble prøvd: det er ingen regel

    nothing was tested: no policy has an example
    da: intet blev afprøvet: ingen regel har et eksempel
    nb: ingenting ble prøvd: ingen regel har et eksempel

    are these the files that you meant: {1}?
    da: er det de filer, du mente: {1}?
    nb: er det filene du mente: {1}?
    """#
}

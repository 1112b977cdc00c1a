extension Catalogue {
  /// The verdict, why the gate decided as it did, and the words for severities, verdicts and states.
  static let verdictTexts = #"""
    PASSED
    da: BESTÅET
    nb: BESTÅTT

    FAILED
    da: IKKE BESTÅET
    nb: IKKE BESTÅTT

    NOT JUDGED
    da: IKKE BEDØMT
    nb: IKKE VURDERT

    REPORTED
    da: RAPPORTERET
    nb: RAPPORTERT

    INCOMPLETE, judged on what there is
    da: UFULDSTÆNDIG, bedømt efter det, der er
    nb: UFULLSTENDIG, vurdert etter det som finnes

    unverified allowed
    da: uafklarede tilladt
    nb: uavklarte tillatt

    {1} checked, {2} failed, {3} unverified, {4} passed
    da: {1} kontrolleret, {2} brud, {3} uafklarede, {4} i orden
    nb: {1} kontrollert, {2} brudd, {3} uavklarte, {4} i orden

    {1} exempt
    da: {1} undtaget
    nb: {1} unntatt

    {1} more may exist
    da: {1} flere kan findes
    nb: {1} flere kan finnes

    as of {1}
    da: pr. {1}
    nb: per {1}

    {1} of {2:policy|policies} could not be judged
    da: {1} af {2:regel|regler} kunne ikke bedømmes
    nb: {1} av {2:regel|regler} kunne ikke vurderes

    {1:policy|policies}
    da: {1:regel|regler}
    nb: {1:regel|regler}

    no export of {1}
    da: ingen eksport af {1}
    nb: ingen eksport av {1}

    and {1} more
    da: og {1} til
    nb: og {1} til

    judged without {1}
    da: bedømt uden {1}
    nb: vurdert uten {1}

    too old to rely on: {1} ({2:day|days})
    da: for gammel til at stole på: {1} ({2:dag|dage})
    nb: for gammel til å stole på: {1} ({2:dag|dager})

    {1} failed
    da: {1} brud
    nb: {1} brudd

    {1} could not be verified
    da: {1} kunne ikke afklares
    nb: {1} kunne ikke avklares

    whether it has members is not known
    da: om den gælder nogen, vides ikke
    nb: om den gjelder noen, er ikke kjent

    an export is missing
    da: en eksport mangler
    nb: en eksport mangler

    nothing was judged: no policy found a member in what was read
    da: intet blev bedømt: ingen regel fandt noget, den gælder for, i det læste
    nb: ingenting ble vurdert: ingen regel fant noe den gjelder for, i det som ble lest

    not everything could be read
    da: ikke alt kunne læses
    nb: ikke alt kunne leses

    no policy came to a verdict on a member: nothing could be verified
    da: ingen regel kunne bedømme nogen: intet af det, der er, kunne afklares
    nb: ingen regel kunne vurdere noen: ingenting av det som finnes, kunne avklares

    no policy of severity {1} or above came to a verdict on a member, so none could have failed
    da: ingen regel af alvoren {1} eller derover bedømte nogen, så intet brud kunne tælle
    nb: ingen regel av alvoren {1} eller høyere vurderte noen, så ingen brudd kunne telle

    to let those decide that did, lower the threshold: --fail-on {1}
    da: skal de regler, der bedømte nogen, afgøre det, så sænk grænsen: --fail-on {1}
    nb: skal reglene som vurderte noen, avgjøre det, så senk grensen: --fail-on {1}

    only policies that `{1}` of the judged folder adds judged a member, and who made the folder may have made them
    da: kun regler, som `{1}` i den bedømte mappe tilføjer, bedømte nogen, og den, der lavede mappen, kan have lavet dem
    nb: bare regler som `{1}` i den vurderte mappen legger til, vurderte noen, og den som laget mappen, kan ha laget dem

    to take them for yours, name them with `-p` or TILSYN_POLICIES, or name a configuration outside the folder with --config
    da: er de jeres egne, så nævn dem med `-p` eller TILSYN_POLICIES, eller nævn en konfiguration uden for mappen med --config
    nb: er de deres egne, så nevn dem med `-p` eller TILSYN_POLICIES, eller nevn en konfigurasjon utenfor mappen med --config

    critical
    da: kritisk
    nb: kritisk

    high
    da: høj
    nb: høy

    medium
    da: middel
    nb: middels

    low
    da: lav
    nb: lav

    info
    da: info
    nb: info

    never
    da: aldrig
    nb: aldri

    fail
    da: brud
    nb: brudd

    unverified
    da: uafklaret
    nb: uavklart

    passed
    da: overholdt
    nb: overholdt

    failed
    da: brudt
    nb: brutt

    empty
    da: tom
    nb: tom

    not evaluated
    da: ikke bedømt
    nb: ikke vurdert

    out of scope by declaration
    da: uden for omfanget ifølge erklæring
    nb: utenfor omfanget ifølge erklæring

    complete
    da: hel
    nb: hel

    partial
    da: ufuldstændig
    nb: ufullstendig

    absent
    da: mangler
    nb: mangler

    assumed
    da: antaget
    nb: antatt

    closed
    da: afsluttet
    nb: avsluttet

    counted
    da: optalt
    nb: opptalt
    """#
}

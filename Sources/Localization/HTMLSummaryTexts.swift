extension Catalogue {
  /// What the first page says, and what stands in its tables.
  static let htmlSummaryTexts = #"""
    Reported
    da: Rapporteret
    nb: Rapportert

    Passed
    da: Bestået
    nb: Bestått

    Not passed
    da: Ikke bestået
    nb: Ikke bestått

    Not judged
    da: Ikke bedømt
    nb: Ikke vurdert

    What matters most
    da: Det vigtigste
    nb: Det viktigste

    The audit could not be judged, {1}. What is shown is what was found all the same.
    da: Revisionen kunne ikke bedømmes, {1}. Her vises det, der alligevel blev fundet.
    nb: Revisjonen kunne ikke vurderes, {1}. Her vises det som likevel ble funnet.

    {1} of {2:policy is|policies are} violated, by {3} of {4} members checked, {5}.
    da: {1} af {2:regel|regler} er brudt, i {3} af {4} kontrollerede tilfælde, {5}.
    nb: {1} av {2:regel|regler} er brutt, i {3} av {4} kontrollerte tilfeller, {5}.

    No policy of {1} is violated by the {2} members checked, {3}.
    da: Ingen af {1} regler er brudt i de {2} kontrollerede tilfælde, {3}.
    nb: Ingen av {1} regler er brutt i de {2} kontrollerte tilfellene, {3}.

    Of {1} more the exports do not say enough to tell.
    da: Om yderligere {1} siger eksporterne ikke nok til at afgøre det.
    nb: Om ytterligere {1} sier eksportene ikke nok til å avgjøre det.

    {1:policy|policies} could not be judged at all, since exports are missing.
    da: {1:regel|regler} kunne slet ikke bedømmes, fordi eksporter mangler.
    nb: {1:regel|regler} kunne ikke vurderes i det hele tatt, fordi eksporter mangler.

    Why it could not be judged
    da: Hvorfor det ikke kunne bedømmes
    nb: Hvorfor det ikke kunne vurderes

    Why it is decided so
    da: Derfor dette udfald
    nb: Derfor dette utfallet

    checked
    da: kontrolleret
    nb: kontrollert

    violations
    da: brud
    nb: brudd

    not settled
    da: uafklarede
    nb: uavklarte

    more may exist
    da: flere kan findes
    nb: flere kan finnes

    Files that were not read whole
    da: Filer, der ikke blev læst helt
    nb: Filer som ikke ble lest helt

    What is wrong
    da: Hvad der er galt
    nb: Hva som er galt

    not used
    da: ikke brugt
    nb: ikke brukt

    … and {1} more, in the table of sources
    da: … og {1} til, i tabellen over kilder
    nb: … og {1} til, i tabellen over kilder

    Exports that are missing, those first that decide most
    da: Eksporter, der mangler, de mest afgørende først
    nb: Eksporter som mangler, de mest avgjørende først

    Export
    da: Eksport
    nb: Eksport

    Policies that wait for it
    da: Regler, der venter på den
    nb: Regler som venter på den

    How to get it
    da: Sådan skaffes den
    nb: Slik skaffes den

    … and {1} more, in findings.csv and with scripts on this page
    da: … og {1} til, i findings.csv og, med scripts, på denne side
    nb: … og {1} til, i findings.csv og, med skript, på denne siden

    {1:finding|findings}, the gravest policy first.
    da: {1:fund|fund}, den alvorligste regel først.
    nb: {1:funn|funn}, den alvorligste regelen først.

    Each opens to what it rests on, down to file and line.
    da: Hvert kan åbnes og viser, hvad det hviler på, ned til fil og linje.
    nb: Hvert kan åpnes og viser hva det hviler på, ned til fil og linje.

    no fact says otherwise
    da: intet siger andet
    nb: ingenting sier noe annet

    … and {1} more, in findings.csv
    da: … og {1} til, i findings.csv
    nb: … og {1} til, i findings.csv

    exported {1}
    da: eksporteret {1}
    nb: eksportert {1}

    Day judged
    da: Dag, der er bedømt
    nb: Dag som er vurdert

    Arguments
    da: Argumenter
    nb: Argumenter

    Headline
    da: Overskrift
    nb: Overskrift

    Parameter {1}
    da: Parameteren {1}
    nb: Parameteren {1}

    {1}, where the policies say {2}
    da: {1}, hvor reglerne siger {2}
    nb: {1}, der reglene sier {2}
    """#
}

extension Catalogue {
  /// What the page says around findings.
  static let htmlTexts = #"""
    Audit of access rights
    da: Revision af adgangsrettigheder
    nb: Revisjon av tilgangsrettigheter

    To the content
    da: Til indholdet
    nb: Til innholdet

    Contents
    da: Indhold
    nb: Innhold

    What was read
    da: Hvad der blev læst
    nb: Hva som ble lest

    Findings
    da: Fund
    nb: Funn

    Search and filters
    da: Søgning og filtre
    nb: Søk og filtre

    FROM–TO of ALL
    da: FROM–TO af ALL
    nb: FROM–TO av ALL

    nothing fits
    da: intet passer
    nb: ingenting passer

    in order
    da: i orden
    nb: i orden

    exempt
    da: undtaget
    nb: unntatt

    Search
    da: Søg
    nb: Søk

    Severity
    da: Alvor
    nb: Alvor

    Verdict
    da: Udfald
    nb: Utfall

    Policy
    da: Regel
    nb: Regel

    all
    da: alle
    nb: alle

    Back
    da: Tilbage
    nb: Tilbake

    Next
    da: Næste
    nb: Neste

    Why, and on what basis
    da: Hvorfor, og på hvilket grundlag
    nb: Hvorfor, og på hvilket grunnlag

    This rests on
    da: Det hviler på
    nb: Det hviler på

    not known:
    da: vides ikke:
    nb: ikke kjent:

    By whom it concerns
    da: Efter hvem det angår
    nb: Etter hvem det angår

    Those with most violations first. The names are those of the exports.
    da: De, der har flest brud, først. Navnene er eksporternes.
    nb: De som har flest brudd, først. Navnene er eksportenes.

    Whom the findings concern
    da: Hvem fundene angår
    nb: Hvem funnene angår

    Whom
    da: Hvem
    nb: Hvem

    Type
    da: Slags
    nb: Slag

    Policies
    da: Regler
    nb: Regler

    Plan of action
    da: Handlingsplan
    nb: Tiltaksplan

    One line for each policy that something is open of. Owner and deadline are for you to fill in.
    da: En linje for hver regel, som noget er åbent under. Ansvarlig og frist er til at udfylde.
    nb: En linje for hver regel som noe er åpent under. Ansvarlig og frist er til å fylle ut.

    What to do
    da: Hvad der skal gøres
    nb: Hva som skal gjøres

    What to do:
    da: Gør dette:
    nb: Gjør dette:

    Members
    da: Antal
    nb: Antall

    Owner
    da: Ansvarlig
    nb: Ansvarlig

    Deadline
    da: Frist
    nb: Frist

    Every policy that was judged, and what came out
    da: Hver regel, der blev bedømt, og udfaldet
    nb: Hver regel som ble vurdert, og utfallet

    State
    da: Tilstand
    nb: Tilstand

    Controls
    da: Kontroller
    nb: Kontroller

    Controls:
    da: Kontroller:
    nb: Kontroller:

    Basis:
    da: Grundlag:
    nb: Grunnlag:

    Sources
    da: Kilder
    nb: Kilder

    Every file that was read: read = used + rejected + out of scope
    da: Hver fil, der blev læst: læst = brugt + afvist + uden for omfanget
    nb: Hver fil som ble lest: lest = brukt + avvist + utenfor omfanget

    File
    da: Fil
    nb: Fil

    Kind
    da: Art
    nb: Art

    Read
    da: Læst
    nb: Lest

    Used
    da: Brugt
    nb: Brukt

    Rejected
    da: Afvist
    nb: Avvist

    Out of scope
    da: Uden for omfanget
    nb: Utenfor omfanget

    What the result rests on
    da: Hvad resultatet hviler på
    nb: Hva resultatet hviler på

    Who repeats the audit needs the same version, day, arguments, policies and files.
    da: Den, der gentager revisionen, skal bruge samme version, dag, argumenter, regler og filer.
    nb: Den som gjentar revisjonen, trenger samme versjon, dag, argumenter, regler og filer.

    SHA-256 of configuration and policies
    da: SHA-256 af konfiguration og regler
    nb: SHA-256 av konfigurasjon og regler

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

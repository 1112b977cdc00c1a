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
    """#
}

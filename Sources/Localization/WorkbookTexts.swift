extension Catalogue {
  /// Sheets, titles and labels of the workbook, beside those that the page has too.
  static let workbookTexts = #"""
    yes
    da: ja
    nb: ja

    no
    da: nej
    nb: nei

     … (cut)
    da:  … (afkortet)
    nb:  … (avkortet)

    Summary
    da: Sammenfatning
    nb: Sammendrag

    Action plan
    da: Handlingsplan
    nb: Tiltaksplan

    Gate
    da: Grænse
    nb: Grense

    Exit code
    da: Afslutningskode
    nb: Avslutningskode

    As of
    da: Pr.
    nb: Per

    Everything could be read
    da: Alt kunne læses
    nb: Alt kunne leses

    Reason
    da: Begrundelse
    nb: Begrunnelse

    Judged without
    da: Bedømt uden
    nb: Vurdert uten

    Configuration
    da: Konfiguration
    nb: Konfigurasjon

    People
    da: Personer
    nb: Personer

    Not read
    da: Ikke læst
    nb: Ikke lest

    Warning
    da: Advarsel
    nb: Advarsel

    Members checked
    da: Kontrolleret
    nb: Kontrollert

    Members passed
    da: Heraf i orden
    nb: Herav i orden

    Members failed
    da: Heraf brud
    nb: Herav brudd

    Members unverified
    da: Heraf uafklarede
    nb: Herav uavklarte

    Members exempt
    da: Heraf undtaget
    nb: Herav unntatt

    Further members possible
    da: Flere mulige
    nb: Flere mulige

    Sources that are not whole
    da: Kilder, der ikke er hele
    nb: Kilder som ikke er hele

    Made with
    da: Lavet med
    nb: Laget med

    Findings: fail
    da: Fund: brud
    nb: Funn: brudd

    Findings: unverified
    da: Fund: uafklaret
    nb: Funn: uavklart

    Parameter
    da: Parameternavn
    nb: Parameternavn

    Value
    da: Værdi
    nb: Verdi

    Value of the policies
    da: Reglernes værdi
    nb: Reglenes verdi

    Set for this run
    da: Sat for denne kørsel
    nb: Satt for denne kjøringen

    Title
    da: Titel
    nb: Tittel

    Subject type
    da: Hvems slags
    nb: Hvems slag

    Subject
    da: Hvem det angår
    nb: Hvem det angår

    Violating type
    da: Brydende slags
    nb: Brytende slag

    Violating
    da: Hvad der bryder
    nb: Hva som bryter

    Message
    da: Meddelelse
    nb: Melding

    Files and lines
    da: Filer og linjer
    nb: Filer og linjer

    Fix
    da: Afhjælpning
    nb: Utbedring

    Fingerprint
    da: Fingeraftryk
    nb: Fingeravtrykk

    Failed members
    da: Brud
    nb: Brudd

    Unverified members
    da: Uafklarede
    nb: Uavklarte

    Export to get
    da: Eksport, der skal skaffes
    nb: Eksport som må skaffes

    Status
    da: Status
    nb: Status

    Path
    da: Sti
    nb: Sti

    Records read
    da: Poster læst
    nb: Poster lest

    Completeness
    da: Fuldstændighed
    nb: Fullstendighet

    Grade
    da: Grad
    nb: Grad

    Exported on
    da: Eksporteret den
    nb: Eksportert den

    Days old
    da: Dage gammel
    nb: Dager gammel

    Too old
    da: For gammel
    nb: For gammel

    Problems
    da: Problemer
    nb: Problemer

    First problem
    da: Første problem
    nb: Første problem

    Notes
    da: Bemærkninger
    nb: Merknader

    Cannot show
    da: Kan ikke vise
    nb: Kan ikke vise

    SHA-256
    da: SHA-256
    nb: SHA-256

    Population
    da: Omfatter
    nb: Omfatter

    Failed
    da: Brudte
    nb: Brutte

    Unverified
    da: Uafklaret
    nb: Uavklart

    Exempt
    da: Undtaget
    nb: Unntatt

    Passed on assumption
    da: I orden efter antagelse
    nb: I orden etter antakelse

    Waits for
    da: Venter på
    nb: Venter på

    Why
    da: Hvorfor
    nb: Hvorfor

    Basis
    da: Grundlag
    nb: Grunnlag

    passed (fails on {1} and above)
    da: bestået (grænsen er {1} og derover)
    nb: bestått (grensen er {1} og over)

    passed (fails on nothing)
    da: bestået (ingen grænse)
    nb: bestått (ingen grense)

    failed (fails on {1} and above)
    da: ikke bestået (grænsen er {1} og derover)
    nb: ikke bestått (grensen er {1} og over)

    not judged
    da: ikke bedømt
    nb: ikke vurdert

    … and {1:more row|more rows}; json has all of them
    da: … og {1:række|rækker} til; json har dem alle
    nb: … og {1:rad|rader} til; json har dem alle
    """#
}

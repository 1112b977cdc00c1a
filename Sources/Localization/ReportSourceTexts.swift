extension Catalogue {
  /// What the text report and the comment say of sources and policies.
  static let reportSourceTexts = #"""
    out of scope by declaration:
    da: uden for omfanget ifølge erklæring:
    nb: utenfor omfanget ifølge erklæring:

    sources: none read
    da: kilder: ingen læst
    nb: kilder: ingen lest

    sources: {1:file|files}
    da: kilder: {1:fil|filer}
    nb: kilder: {1:fil|filer}

    note: {1}
    da: bemærk: {1}
    nb: merk: {1}

    passed over: {1}
    da: sprunget over: {1}
    nb: hoppet over: {1}

    {1:possible member|possible members}
    da: {1} flere kan findes
    nb: {1} flere kan finnes

    judged without {1}, as declared
    da: bedømt uden {1}, som erklæret
    nb: vurdert uten {1}, som erklært

    {1} passes rest on `assumed`
    da: {1} i orden hviler på `antaget`
    nb: {1} i orden hviler på `antatt`

    parameter {1} = {2}
    da: parameteren {1} = {2}
    nb: parameteren {1} = {2}

    set for this run; the policies say {1}
    da: sat for denne kørsel; reglerne siger {1}
    nb: satt for denne kjøringen; reglene sier {1}

    policies:
    da: regler:
    nb: regler:

    arguments: {1}
    da: argumenter: {1}
    nb: argumenter: {1}

    made with:
    da: lavet med:
    nb: laget med:

    {1:member|members} = {2} passed + {3} failed + {4} unverified + {5} exempt
    da: {1} i alt = {2} i orden + {3} brud + {4} uafklarede + {5} undtaget
    nb: {1} i alt = {2} i orden + {3} brudd + {4} uavklarte + {5} unntatt

    {1} read = {2} used + {3} rejected + {4} out of scope
    da: {1} læst = {2} brugt + {3} afvist + {4} uden for omfanget
    nb: {1} lest = {2} brukt + {3} avvist + {4} utenfor omfanget

    DOES NOT ADD UP
    da: GÅR IKKE OP
    nb: GÅR IKKE OPP

    not recognised
    da: ikke genkendt
    nb: ikke gjenkjent

    {1}: NOT USED, {2}
    da: {1}: IKKE BRUGT, {2}
    nb: {1}: IKKE BRUKT, {2}

    TOO OLD, {1:day|days}
    da: FOR GAMMEL, {1:dag|dage}
    nb: FOR GAMMEL, {1:dag|dager}

    cannot show: {1}
    da: kan ikke vise: {1}
    nb: kan ikke vise: {1}

    … and {1} more reasons
    da: … og {1} grunde til
    nb: … og {1} grunner til

    severity
    da: alvor
    nb: alvor

    policy
    da: regel
    nb: regel

    … and {1:policy|policies} more
    da: … og {1:regel|regler} til
    nb: … og {1:regel|regler} til

    {1:finding|findings} of further policies are in the other reports.
    da: {1} fund under flere regler står i de andre rapporter.
    nb: {1} funn under flere regler står i de andre rapportene.

    … and {1} more
    da: … og {1} til
    nb: … og {1} til

    Missing exports, those first that decide most: {1}
    da: Manglende eksporter, de mest afgørende først: {1}
    nb: Manglende eksporter, de mest avgjørende først: {1}

    Sources: {1:file|files}
    da: Kilder: {1:fil|filer}
    nb: Kilder: {1:fil|filer}

    {1} not whole, {2} among them
    da: {1} ikke hele, heriblandt {2}
    nb: {1} ikke hele, deriblant {2}

    not verified: {1}
    da: ikke afklaret: {1}
    nb: ikke avklart: {1}

    {1:more finding|more findings} in the other reports
    da: {1} fund til i de andre rapporter
    nb: {1} funn til i de andre rapportene
    """#
}

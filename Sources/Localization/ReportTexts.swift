extension Catalogue {
  /// What the text report and the comment on a pull request say around findings.
  static let reportTexts = #"""
    without system {1}: {2}
    da: uden systemet {1}: {2}
    nb: uten systemet {1}: {2}

    without {1}: {2}
    da: uden {1}: {2}
    nb: uten {1}: {2}

    parameter {1} = {2}, where the policies say {3}
    da: parameteren {1} = {2}, hvor reglerne siger {3}
    nb: parameteren {1} = {2}, der reglene sier {3}

    judged under these conditions:
    da: bedømt på disse vilkår:
    nb: vurdert på disse vilkårene:

    judged: {1:policy|policies}
    da: bedømt: {1:regel|regler}
    nb: vurdert: {1:regel|regler}

    without a member
    da: uden nogen, de gælder for
    nb: uten noen de gjelder for

    not asked, nothing of them was loaded: {1}
    da: ikke spurgt, intet af dem blev indlæst: {1}
    nb: ikke spurt, ingenting av dem ble lest inn: {1}

    the gate is off (--fail-on never)
    da: ingen grænse (--fail-on never)
    nb: ingen grense (--fail-on never)

    the gate passed: nothing at {1} and above, unverified allowed
    da: bestået: intet på {1} eller derover, uafklarede tilladt
    nb: bestått: ingenting på {1} eller over, uavklarte tillatt

    the gate passed: nothing at {1} and above
    da: bestået: intet på {1} eller derover
    nb: bestått: ingenting på {1} eller over

    why the gate failed (fails on {1} and above):
    da: derfor ikke bestået (grænsen er {1} og derover):
    nb: derfor ikke bestått (grensen er {1} og over):

    why it could not be judged:
    da: derfor ikke bedømt:
    nb: derfor ikke vurdert:

    why it could not be judged (--allow-incomplete judges what there is):
    da: derfor ikke bedømt (--allow-incomplete bedømmer det, der er):
    nb: derfor ikke vurdert (--allow-incomplete vurderer det som finnes):

    incomplete: {1}
    da: ufuldstændig: {1}
    nb: ufullstendig: {1}

    findings
    da: fund
    nb: funn

    warnings:
    da: advarsler:
    nb: advarsler:

    written:
    da: skrevet:
    nb: skrevet:

    next:
    da: næste:
    nb: neste:

    … and {1} more (-v shows all)
    da: … og {1} til (-v viser alt)
    nb: … og {1} til (-v viser alt)

    top findings:
    da: vigtigste fund:
    nb: viktigste funn:

    {1:policy|policies} not shown here
    da: {1:regel|regler} ikke vist her
    nb: {1:regel|regler} ikke vist her

    … and {1} more{2}; -v or -f json=FILE shows all
    da: … og {1} til{2}; -v eller -f json=FIL viser alt
    nb: … og {1} til{2}; -v eller -f json=FIL viser alt

    open whatever is fetched (first of each policy, {1} more with -v):
    da: åbent, hvad der end hentes (det første af hver regel, {1} til med -v):
    nb: åpent uansett hva som hentes (det første av hver regel, {1} til med -v):

    open whatever is fetched:
    da: åbent, hvad der end hentes:
    nb: åpent uansett hva som hentes:

    and {1} more of its kind
    da: og {1} til af samme slags
    nb: og {1} til av samme slag

    {1:finding|findings} below {2} not listed (--min-severity)
    da: {1} fund under {2} ikke vist (--min-severity)
    nb: {1} funn under {2} ikke vist (--min-severity)

    findings:
    da: fund:
    nb: funn:

    {1} fail
    da: {1} brud
    nb: {1} brudd

    {1} unverified
    da: {1:uafklaret|uafklarede}
    nb: {1:uavklart|uavklarte}

    {1:member|members}, {2} passed
    da: gælder {1}, {2} i orden
    nb: gjelder {1}, {2} i orden

    because it is not known: {1}
    da: fordi det ikke vides: {1}
    nb: fordi det ikke er kjent: {1}

    because {1}
    da: fordi {1}
    nb: fordi {1}

    because no fact says otherwise
    da: fordi intet siger andet
    nb: fordi ingenting sier noe annet

    {1} of them for nothing else
    da: {1} af dem på intet andet
    nb: {1} av dem på ingenting annet

    {1:policy waits|policies wait} for it
    da: {1:regel|regler} venter på det
    nb: {1:regel|regler} venter på den

    … and {1} more; `tilsyn sources` says of each what it decides
    da: … og {1} til; `tilsyn sources` siger om hver, hvad den afgør
    nb: … og {1} til; `tilsyn sources` sier om hver hva den avgjør

    {1:member|members} not judged
    da: {1} ikke bedømt
    nb: {1} ikke vurdert

    not judged: {1}: {2}
    da: ikke bedømt: {1}: {2}
    nb: ikke vurdert: {1}: {2}

    obtain: {1}
    da: skaf: {1}
    nb: skaff: {1}

    not judged:
    da: ikke bedømt:
    nb: ikke vurdert:

    {1:export|exports} missing; get first:
    da: {1:eksport|eksporter} mangler; skaf først:
    nb: {1:eksport|eksporter} mangler; skaff først:

    {1:member|members}
    da: gælder {1}
    nb: gjelder {1}

    without {1}
    da: uden {1}
    nb: uten {1}

    no export loaded: {1}
    da: ingen eksport indlæst: {1}
    nb: ingen eksport lest inn: {1}
    """#
}

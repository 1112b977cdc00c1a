extension Catalogue {
  /// What is said of a policy itself: how it is shown, and what it asks too much of.
  static let policyTexts = #"""
    title
    da: titel
    nb: tittel

    why
    da: hvorfor
    nb: hvorfor

    fix
    da: løsning
    nb: løsning

    caveat
    da: forbehold
    nb: forbehold

    basis
    da: grundlag
    nb: grunnlag

    stated
    da: fastsat
    nb: fastsatt

    recommended
    da: anbefalet
    nb: anbefalt

    ours
    da: vores egen
    nb: vår egen

    basis: {1}, {2}
    da: grundlag: {1}, {2}
    nb: grunnlag: {1}, {2}

    controls
    da: kontroller
    nb: kontroller

    judges
    da: bedømmer
    nb: bedømmer

    each {1}
    da: hver {1}
    nb: hver {1}

    except
    da: undtaget
    nb: unntatt

    example
    da: eksempel
    nb: eksempel

    written at
    da: står i
    nb: står i

    obtain
    da: hentes
    nb: hentes

    rests on
    da: hviler på
    nb: hviler på

    optional: judged without it where `without` declares that there is none
    da: valgfri: bedømmes uden den, hvor `without` erklærer, at der ingen er
    nb: valgfri: bedømmes uten den der `without` erklærer at det ikke finnes noen

    {1} asks for {2}
    da: {1} kræver {2}
    nb: {1} krever {2}

    more than {1} rows looked at (limit `rows`)
    da: mere end {1} rækker gennemset (grænsen `rows`)
    nb: mer enn {1} rader gjennomgått (grensen `rows`)

    more, with other policies, than {1} rows looked at (limit `rows`)
    da: sammen med andre regler mere end {1} rækker gennemset (grænsen `rows`)
    nb: sammen med andre regler mer enn {1} rader gjennomgått (grensen `rows`)

    more than {1} derived values kept (limit `derived`)
    da: mere end {1} afledte værdier gemt (grænsen `derived`)
    nb: mer enn {1} utledede verdier lagret (grensen `derived`)

    more than {1} possible rows of one relation (limit `possible`)
    da: mere end {1} mulige rækker i én relation (grænsen `possible`)
    nb: mer enn {1} mulige rader i én relasjon (grensen `possible`)

    more than {1} rounds of a recursion (limit `rounds`)
    da: mere end {1} omgange i en rekursion (grænsen `rounds`)
    nb: mer enn {1} runder i en rekursjon (grensen `rounds`)

    simplify the policy, audit a smaller population, or raise the limit
    da: gør reglen enklere, revidér færre, eller hæv grænsen
    nb: gjør regelen enklere, revider færre, eller hev grensen

    {1}: none of {2} matches `{3}`, and the exports behind it name none of them; are they of another organisation?
    da: {1}: ingen af {2} passer til `{3}`, og eksporterne bag den nævner ingen af dem; er de fra en anden organisation?
    nb: {1}: ingen av {2} passer til `{3}`, og eksportene bak den nevner ingen av dem; er de fra en annen organisasjon?
    """#
}

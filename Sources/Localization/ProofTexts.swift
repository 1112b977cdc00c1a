extension Catalogue {
  /// What proofs, near misses and answers say, and what findings say of what is not known.
  static let proofTexts = #"""
    (unknown)
    da: (ukendt)
    nb: (ukjent)

    a member may be missing
    da: der kan mangle et medlem
    nb: det kan mangle et medlem

    a member may be missing: {1}
    da: der kan mangle et medlem: {1}
    nb: det kan mangle et medlem: {1}

    at least {1}
    da: mindst {1}
    nb: minst {1}

    at most {1}
    da: højst {1}
    nb: høyst {1}

    cannot be ruled out: {1}
    da: kan ikke udelukkes: {1}
    nb: kan ikke utelukkes: {1}

    cannot be ruled out: {1} ({2})
    da: kan ikke udelukkes: {1} ({2})
    nb: kan ikke utelukkes: {1} ({2})

    by the rule at {1}:
    da: efter reglen i {1}:
    nb: etter regelen i {1}:

    given
    da: givet
    nb: gitt

    no file
    da: ingen fil
    nb: ingen fil

    no row matches: {1:row|rows} searched in {2}
    da: ingen række passer: {1:række|rækker} gennemsøgt i {2}
    nb: ingen rad passer: {1:rad|rader} gjennomsøkt i {2}

    no row matches: {1:row|rows} searched in {2}, complete: {3}
    da: ingen række passer: {1:række|rækker} gennemsøgt i {2}, helhed: {3}
    nb: ingen rad passer: {1:rad|rader} gjennomsøkt i {2}, helhet: {3}

    not known: {1}
    da: vides ikke: {1}
    nb: ikke kjent: {1}

    not shown: {1}
    da: vises ikke: {1}
    nb: vises ikke: {1}

    nothing was read
    da: intet blev læst
    nb: ingenting ble lest

    possibly
    da: muligvis
    nb: muligens

    shown: {1} of {2}
    da: vist: {1} af {2}
    nb: vist: {1} av {2}

    value: {1}, from {2:row|rows}
    da: værdi: {1}, fra {2:række|rækker}
    nb: verdi: {1}, fra {2:rad|rader}

    {1} to {2}
    da: {1} til {2}
    nb: {1} til {2}

    the proof has more than {1} steps
    da: beviset har mere end {1} trin
    nb: beviset har mer enn {1} trinn

    the proof is more than {1} steps deep
    da: beviset er mere end {1} trin dybt
    nb: beviset er mer enn {1} trinn dypt

    the search for a derivation ran into a limit
    da: søgningen efter en udledning nåede en grænse
    nb: søket etter en utledning nådde en grense

    {1} (of which there is none, as declared)
    da: {1} (som ikke findes, ifølge erklæringen)
    nb: {1} (som ikke finnes, ifølge erklæringen)

    every literal holds
    da: alle led gælder
    nb: alle ledd gjelder

    it may hold: the data do not decide it
    da: det kan gælde: dataene afgør det ikke
    nb: det kan gjelde: dataene avgjør det ikke

    no fact fits, and the data are complete enough to say so
    da: ingen kendsgerning passer, og dataene er hele nok til at sige det
    nb: ingen opplysning passer, og dataene er hele nok til å si det

    certain
    da: sikkert
    nb: sikkert

    fingerprint: {1}
    da: fingeraftryk: {1}
    nb: fingeravtrykk: {1}

    fix: {1}
    da: gør dette: {1}
    nb: gjør dette: {1}

    possible: it cannot be ruled out
    da: muligt: det kan ikke udelukkes
    nb: mulig: det kan ikke utelukkes

    proof
    da: bevis
    nb: bevis

    proof {1} of {2}
    da: bevis {1} af {2}
    nb: bevis {1} av {2}

    why: {1}
    da: hvorfor: {1}
    nb: hvorfor: {1}

    missing: nothing, this rule holds
    da: mangler: intet, denne regel gælder
    nb: mangler: ingenting, denne regelen gjelder

    missing: {1}
    da: mangler: {1}
    nb: mangler: {1}

    no rule could make this hold
    da: ingen regel kunne få det til at gælde
    nb: ingen regel kunne få det til å gjelde

    satisfied:
    da: opfyldt:
    nb: oppfylt:

    satisfied: nothing
    da: opfyldt: intet
    nb: oppfylt: ingenting

    the rule at {1}:
    da: reglen i {1}:
    nb: regelen i {1}:

    pass
    da: i orden
    nb: i orden

    does not hold
    da: gælder ikke
    nb: gjelder ikke

    holds
    da: gælder
    nb: gjelder

    may hold
    da: kan gælde
    nb: kan gjelde

    {1} does not judge {2}: it is not one of its members
    da: {1} bedømmer ikke {2}: den er ikke blandt medlemmerne
    nb: {1} bedømmer ikke {2}: den er ikke blant medlemmene

    {1}: {2} for {3}
    da: {1}, {3}: {2}
    nb: {1}, {3}: {2}

    nothing satisfies the question, as far as is known
    da: intet opfylder spørgsmålet, så vidt det vides
    nb: ingenting oppfyller spørsmålet, så langt det er kjent

    possible
    da: muligt
    nb: mulig

    possible: {1}
    da: muligt: {1}
    nb: mulig: {1}

    {1:row|rows}
    da: {1:række|rækker}
    nb: {1:rad|rader}

    {1:row|rows}, the first {2} proved; --limit shows more
    da: {1:række|rækker}, de første {2} bevist; --limit viser flere
    nb: {1:rad|rader}, de første {2} bevist; --limit viser flere

    {1:row|rows} certain, {2} possible
    da: {1:række|rækker} sikre, {2} mulige
    nb: {1:rad|rader} sikre, {2} mulige
    """#
}

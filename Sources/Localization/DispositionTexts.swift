extension Catalogue {
  /// What is known and decided of findings beside their verdicts: waivers, and what an earlier result says.
  static let dispositionTexts = #"""
    NOTHING NEW
    da: INTET NYT
    nb: INGENTING NYTT

    WAIVED
    da: ACCEPTERET
    nb: AKSEPTERT

    {1} waived
    da: {1} accepterede
    nb: {1} aksepterte

    {1} known before or waived
    da: {1} kendt i forvejen eller accepterede
    nb: {1} kjent fra før eller aksepterte

    {1} known before
    da: {1} kendt i forvejen
    nb: {1} kjent fra før

    {1} new failed
    da: {1} nye brud
    nb: {1} nye brudd

    {1} new could not be verified
    da: {1} nye kunne ikke afklares
    nb: {1} nye kunne ikke avklares

    {1} is not judged any longer, and had {2:member|members}
    da: {1} bedømmes ikke længere, og gjaldt {2}
    nb: {1} vurderes ikke lenger, og gjaldt {2}

    {1}: {2:finding|findings} of the baseline judged by other rules or over fewer exports, which shows nothing to be fixed
    da: {1}: {2:fund|fund} fra grundlaget bedømt efter andre regler eller færre eksporter, hvilket ikke viser, at noget er rettet
    nb: {1}: {2:funn|funn} fra grunnlaget vurdert etter andre regler eller færre eksporter, noe som ikke viser at noe er rettet

    the export of {1} is missing or has shrunk since the baseline
    da: eksporten af {1} mangler eller er skrumpet siden grundlaget
    nb: eksporten av {1} mangler eller har krympet siden grunnlaget

    waived by {1} until {2}
    da: accepteret af {1} til og med {2}
    nb: akseptert av {1} til og med {2}

    open again: had been waived by {1} until {2}
    da: åbent igen: var accepteret af {1} til og med {2}
    nb: åpent igjen: var akseptert av {1} til og med {2}

    a waiver by {1} until {2} is not counted
    da: en accept fra {1} til og med {2} tæller ikke
    nb: en aksept fra {1} til og med {2} teller ikke

    open again: the baseline has it waived
    da: åbent igen: i grundlaget er det accepteret
    nb: åpent igjen: i grunnlaget er det akseptert

    new
    da: nyt
    nb: nytt

    open again
    da: åbne igen
    nb: åpne igjen

    known since {1}
    da: kendt siden {1}
    nb: kjent siden {1}

    known since {1}, and stands for fewer now
    da: kendt siden {1}, men står nu for færre
    nb: kjent siden {1}, men står nå for færre

    fixed
    da: rettet
    nb: rettet

    now certain
    da: nu sikkert
    nb: nå sikkert

    not judged any longer
    da: ikke længere bedømt
    nb: ikke lenger vurdert

    known before
    da: kendt i forvejen
    nb: kjent fra før

    none at all
    da: slet ingen
    nb: ingen i det hele tatt

    waivers: {1}
    da: accepter: {1}
    nb: aksepter: {1}

    waivers, of which none counts here (--ignore-waivers): {1}
    da: accepter, hvoraf ingen tæller her (--ignore-waivers): {1}
    nb: aksepter, der ingen teller her (--ignore-waivers): {1}

    their file lies among the exports
    da: deres fil ligger blandt eksporterne
    nb: filen deres ligger blant eksportene

    not judged any longer: {1}, which had {2:member|members}
    da: ikke længere bedømt: {1}, som gjaldt {2}
    nb: ikke lenger vurdert: {1}, som gjaldt {2}

    not shown to be fixed: {1} {2}
    da: ikke vist at være rettet: {1} {2}
    nb: ikke vist å være rettet: {1} {2}

    accepted
    da: gælder
    nb: gjelder

    expired
    da: udløbet
    nb: utløpt

    approved after the day judged
    da: godkendt efter den bedømte dag
    nb: godkjent etter dagen som vurderes

    for a policy that does not exist
    da: for en regel, der ikke findes
    nb: for en regel som ikke finnes

    approved by the owner
    da: godkendt af den ansvarlige selv
    nb: godkjent av den ansvarlige selv

    valid for too long
    da: gyldig for længe
    nb: gyldig for lenge

    for more than one violation
    da: for mere end ét brud
    nb: for mer enn ett brudd

    for nothing that was found
    da: for intet, der blev fundet
    nb: for ingenting som ble funnet

    for a policy that could not be judged
    da: for en regel, der ikke kunne bedømmes
    nb: for en regel som ikke kunne vurderes

    the policy is not there any longer
    da: reglen findes ikke længere
    nb: regelen finnes ikke lenger

    an export is missing or has shrunk
    da: en eksport mangler eller er skrumpet
    nb: en eksport mangler eller har krympet

    judged by other rules or parameters
    da: bedømt efter andre regler eller parametre
    nb: vurdert etter andre regler eller parametere

    cannot be verified any longer
    da: kan ikke længere afklares
    nb: kan ikke lenger avklares

    the gate passed: nothing new at {1} and above
    da: grænsen er overholdt: intet nyt ved {1} og derover
    nb: grensen er overholdt: ingenting nytt ved {1} og over

    since the baseline of {1}: {2}
    da: siden grundlaget fra {1}: {2}
    nb: siden grunnlaget fra {1}: {2}

    the baseline was made by version {1}
    da: grundlaget er lavet af version {1}
    nb: grunnlaget er laget av versjon {1}

    the baseline is of a later day, {1}
    da: grundlaget er fra en senere dag, {1}
    nb: grunnlaget er fra en senere dag, {1}

    the baseline is not complete: what it lacks counts as new
    da: grundlaget er ikke fuldstændigt: det, der mangler i det, regnes for nyt
    nb: grunnlaget er ikke fullstendig: det som mangler i det, regnes som nytt

    rules or parameters of {1:policy|policies} are not those of the baseline, as of {2}
    da: regler eller parametre bag {1:regel|regler} er ikke grundlagets, som for {2}
    nb: regler eller parametere bak {1:regel|regler} er ikke grunnlagets, som for {2}

    the baseline lacks {1:policy|policies}, as {2}
    da: grundlaget mangler {1:regel|regler}, som {2}
    nb: grunnlaget mangler {1:regel|regler}, som {2}

    the configuration is not that of the baseline
    da: konfigurationen er ikke grundlagets
    nb: konfigurasjonen er ikke grunnlagets

    people have pseudonyms in the baseline: what stands for several cannot be compared and is new
    da: personer har pseudonymer i grundlaget: det, der står for flere, kan ikke sammenlignes og er nyt
    nb: personer har pseudonymer i grunnlaget: det som står for flere, kan ikke sammenlignes og er nytt

    there is no export of {1}, and the baseline has one
    da: der er ingen eksport af {1}, og grundlaget har en
    nb: det er ingen eksport av {1}, og grunnlaget har en

    the export of {1} has {2:record|records} where the baseline has {3}; if that is right, make a new baseline
    da: eksporten af {1} har {2:post|poster}, hvor grundlaget har {3}; er det rigtigt, så lav et nyt grundlag
    nb: eksporten av {1} har {2:post|poster} der grunnlaget har {3}; er det riktig, så lag et nytt grunnlag

    Waivers
    da: Accepter
    nb: Aksepter

    Waiver
    da: Accept
    nb: Aksept

    Approver
    da: Godkender
    nb: Godkjenner

    Approved on
    da: Godkendt den
    nb: Godkjent den

    Expires
    da: Udløber
    nb: Utløper

    Place
    da: Sted
    nb: Sted

    Since the baseline
    da: Siden grundlaget
    nb: Siden grunnlaget

    What became of it
    da: Hvad der blev af det
    nb: Hva det ble av det

    What the baseline has and this audit does not
    da: Det, som grundlaget har, og denne revision ikke har
    nb: Det som grunnlaget har, og denne revisjonen ikke har

    First seen
    da: Først set
    nb: Først sett

    Decision
    da: Afgørelse
    nb: Avgjørelse

    `{1}` lies among the exports, and no waiver of it counts: name it with --waivers
    da: `{1}` ligger blandt eksporterne, og ingen accept i den tæller: nævn den med --waivers
    nb: `{1}` ligger blant eksportene, og ingen aksept i den teller: nevn den med --waivers

    no export of personnel knows the approver
    da: ingen personaleeksport kender godkenderen
    nb: ingen personaleksport kjenner godkjenneren
    """#
}

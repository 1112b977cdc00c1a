extension Catalogue {
  /// What commands say beside their reports.
  static let commandTexts = #"""
    help: {1}
    da: hjælp: {1}
    nb: hjelp: {1}

    not judged: {1}
    da: ikke bedømt: {1}
    nb: ikke vurdert: {1}

    what was written lies among the exports: later runs know it by its content and pass it over
    da: det skrevne ligger blandt eksporterne: senere kørsler kender det på indholdet og springer det over
    nb: det som ble skrevet, ligger blant eksportene: senere kjøringer kjenner det på innholdet og hopper over det

    the files name people and addresses in full: treat them as you treat the exports
    da: filerne nævner personer og adresser ved fuldt navn: behandl dem som eksporterne
    nb: filene nevner personer og adresser med fullt navn: behandle dem som eksportene

    {1} {2?names|name} people and addresses in full: treat them as you treat the exports
    da: {1} nævner personer og adresser ved fuldt navn: behandl {2?den|dem} som eksporterne
    nb: {1} nevner personer og adresser med fullt navn: behandle {2?den|dem} som eksportene

    the files have pseudonyms for people, {1}
    da: filerne har pseudonymer for personer, {1}
    nb: filene har pseudonymer for personer, {1}

    the others have pseudonyms for people, {1}
    da: de andre har pseudonymer for personer, {1}
    nb: de andre har pseudonymer for personer, {1}

    under the key that was given
    da: med den nøgle, der blev angivet
    nb: med nøkkelen som ble oppgitt

    under a key that was drawn for this run and is not kept
    da: med en tilfældig nøgle til denne kørsel, som ikke gemmes
    nb: med en tilfeldig nøkkel til denne kjøringen, som ikke lagres

    under a key that lies in `{1}`
    da: med en nøgle, der ligger i `{1}`
    nb: med en nøkkel som ligger i `{1}`

    not finished within {1} s (--timeout): nothing is concluded
    da: ikke færdig inden for {1} s (--timeout): der er ingen konklusion
    nb: ikke ferdig innen {1} s (--timeout): det er ingen konklusjon

    reading {1} of {2} files, {3} of {4} MB
    da: læser {1} af {2} filer, {3} af {4} MB
    nb: leser {1} av {2} filer, {3} av {4} MB

    {1}, {2} MB/s, {3} s left
    da: {1}, {2} MB/s, {3} s tilbage
    nb: {1}, {2} MB/s, {3} s igjen

    judging, {1} of {2} steps
    da: bedømmer, {1} af {2} trin
    nb: vurderer, {1} av {2} trinn

    wrote {1}
    da: skrev {1}
    nb: skrev {1}

    kept {1}
    da: beholdt {1}
    nb: beholdt {1}

    fill in what you know, or delete the files: docs/importing/registers.md
    da: udfyld, hvad I ved, eller slet filerne: docs/importing/registers.md
    nb: fyll ut det dere vet, eller slett filene: docs/importing/registers.md

    warning: `{1}` has no example
    da: advarsel: `{1}` har intet eksempel
    nb: advarsel: `{1}` har ikke noe eksempel

    {1} examples of {2} policies: {3} passed, {4} failed
    da: {1} eksempler i {2} regler: {3} som ventet, {4} ikke
    nb: {1} eksempler i {2} regler: {3} som ventet, {4} ikke

    {1} policies and {2} files: no errors
    da: {1} regler og {2} filer: ingen fejl
    nb: {1} regler og {2} filer: ingen feil

    {1} is not formatted
    da: {1} er ikke formateret
    nb: {1} er ikke formatert

    formatted {1}
    da: formaterede {1}
    nb: formaterte {1}
    """#
}

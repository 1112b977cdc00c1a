extension Catalogue {
  /// Bundles of evidence: what is wrong with one, and the commands that write and check them.
  static let evidenceTexts = #"""
    `{1}` is no bundle of evidence: it has no {2}
    da: `{1}` er ingen bevispakke: den har ingen {2}
    nb: `{1}` er ingen bevispakke: den har ingen {2}

    a bundle is a folder that `tilsyn audit PATH --evidence FOLDER` wrote in FOLDER
    da: en pakke er en mappe, som `tilsyn audit PATH --evidence MAPPE` har skrevet i MAPPE
    nb: en pakke er en mappe som `tilsyn audit PATH --evidence MAPPE` har skrevet i MAPPE

    `{1}` is missing in the bundle
    da: `{1}` mangler i pakken
    nb: `{1}` mangler i pakken

    `{1}` lies in the bundle, and its manifest does not name it
    da: `{1}` ligger i pakken, og dens manifest nævner den ikke
    nb: `{1}` ligger i pakken, og manifestet nevner den ikke

    `{1}` is missing in the bundle, which names who signed it
    da: `{1}` mangler i pakken, som nævner, hvem der har underskrevet den
    nb: `{1}` mangler i pakken, som nevner hvem som har signert den

    the bundle is signed, and its manifest does not say by whom
    da: pakken er underskrevet, og dens manifest siger ikke af hvem
    nb: pakken er signert, og manifestet sier ikke av hvem

    the signature is not one of the key that the bundle names
    da: underskriften er ikke lavet med den nøgle, som pakken nævner
    nb: signaturen er ikke laget med nøkkelen som pakken nevner

    `{1}` is not what was written
    da: `{1}` er ikke, hvad der blev skrevet
    nb: `{1}` er ikke det som ble skrevet

    the bundle is not signed
    da: pakken er ikke underskrevet
    nb: pakken er ikke signert

    `tilsyn audit PATH --evidence FOLDER --sign-key FILE` signs one
    da: `tilsyn audit PATH --evidence MAPPE --sign-key FIL` underskriver en
    nb: `tilsyn audit PATH --evidence MAPPE --sign-key FIL` signerer en

    the bundle is signed with another key, {1}
    da: pakken er underskrevet med en anden nøgle, {1}
    nb: pakken er signert med en annen nøkkel, {1}

    is it the key of whoever was to sign it?
    da: er det nøglen fra den, der skulle underskrive?
    nb: er det nøkkelen til den som skulle signere?

    the signature does not fit the manifest
    da: underskriften passer ikke til manifestet
    nb: signaturen passer ikke til manifestet

    the key had expired on {1}, and the audit is of {2}
    da: nøglen udløb {1}, og revisionen er fra {2}
    nb: nøkkelen utløp {1}, og revisjonen er fra {2}

    ask who signed it for a bundle that is signed with a key in use
    da: bed den, der underskrev, om en pakke, der er underskrevet med en gyldig nøgle
    nb: be den som signerte, om en pakke som er signert med en gyldig nøkkel

    cannot read `{1}`: {2}
    da: kan ikke læse `{1}`: {2}
    nb: kan ikke lese `{1}`: {2}

    `{1}` in the bundle is no file
    da: `{1}` i pakken er ingen fil
    nb: `{1}` i pakken er ingen fil

    `{1}/{2}` is not what was written
    da: `{1}/{2}` er ikke, hvad der blev skrevet
    nb: `{1}/{2}` er ikke det som ble skrevet

    the chain is forked: `{1}` and `{2}` both begin it
    da: kæden er delt: både `{1}` og `{2}` begynder den
    nb: kjeden er delt: både `{1}` og `{2}` begynner den

    the chain is forked: `{1}` and `{2}` both follow the same bundle
    da: kæden er delt: både `{1}` og `{2}` følger samme pakke
    nb: kjeden er delt: både `{1}` og `{2}` følger samme pakke

    the chain is broken: `{1}` is number {2}, and names none before it
    da: kæden er brudt: `{1}` er nummer {2} og nævner ingen før sig
    nb: kjeden er brutt: `{1}` er nummer {2} og nevner ingen før seg

    the chain is broken: `{1}` follows number {2}, which is not here or is another
    da: kæden er brudt: `{1}` følger nummer {2}, som ikke er her eller er en anden
    nb: kjeden er brutt: `{1}` følger nummer {2}, som ikke er her eller er en annen

    the chain is broken: number {1} is not the bundle that this one follows
    da: kæden er brudt: nummer {1} er ikke den pakke, som denne følger
    nb: kjeden er brutt: nummer {1} er ikke pakken som denne følger

    Folder in which a bundle of evidence is added: result, policies, configuration, waivers, every member's verdict, digests of all exports, and the digest of the bundle before it.
    da: Mappe, hvori en bevispakke tilføjes: resultat, regler, konfiguration, accepter, hvert medlems bedømmelse, fingeraftryk af alle eksporter og af pakken før.
    nb: Mappe der en bevispakke legges til: resultat, regler, konfigurasjon, aksepter, vurderingen av hvert medlem, fingeravtrykk av alle eksporter og av pakken før.

    Private key of Ed25519 (PEM, as `openssl genpkey -algorithm ed25519` writes it) that signs the bundle.
    da: Privat Ed25519-nøgle (PEM, som `openssl genpkey -algorithm ed25519` skriver den), der underskriver pakken.
    nb: Privat Ed25519-nøkkel (PEM, slik `openssl genpkey -algorithm ed25519` skriver den) som signerer pakken.

    --sign-key goes with `--evidence FOLDER`
    da: --sign-key hører til `--evidence MAPPE`
    nb: --sign-key hører til `--evidence MAPPE`

    a bundle of evidence is what is signed
    da: det er en bevispakke, der underskrives
    nb: det er en bevispakke som signeres

    the key `{1}` is no private key of Ed25519
    da: nøglen `{1}` er ingen privat Ed25519-nøgle
    nb: nøkkelen `{1}` er ingen privat Ed25519-nøkkel

    `openssl genpkey -algorithm ed25519 -out FILE` makes one
    da: `openssl genpkey -algorithm ed25519 -out FIL` laver en
    nb: `openssl genpkey -algorithm ed25519 -out FIL` lager en

    the key `{1}` is no public key of Ed25519
    da: nøglen `{1}` er ingen offentlig Ed25519-nøgle
    nb: nøkkelen `{1}` er ingen offentlig Ed25519-nøkkel

    `openssl pkey -in PRIVATE -pubout -out FILE` writes one
    da: `openssl pkey -in PRIVAT -pubout -out FIL` skriver en
    nb: `openssl pkey -in PRIVAT -pubout -out FIL` skriver en

    `{1}` was changed while the audit ran
    da: `{1}` blev ændret, mens revisionen kørte
    nb: `{1}` ble endret mens revisjonen kjørte

    audit again when nobody writes to it
    da: revider igen, når ingen skriver i den
    nb: revider igjen når ingen skriver i den

    `{1}` holds evidence that is not whole, and nothing is added to it:
    da: `{1}` har beviser, der ikke er hele, og intet føjes til:
    nb: `{1}` har beviser som ikke er hele, og ingenting legges til:

    `tilsyn evidence log {1}` shows all of it; name another folder to begin anew
    da: `tilsyn evidence log {1}` viser det hele; nævn en anden mappe for at begynde forfra
    nb: `tilsyn evidence log {1}` viser alt; nevn en annen mappe for å begynne på nytt

    cannot list `{1}`: {2}
    da: kan ikke vise indholdet af `{1}`: {2}
    nb: kan ikke vise innholdet i `{1}`: {2}

    name another folder
    da: nævn en anden mappe
    nb: nevn en annen mappe

    name the folder that `--evidence` was given
    da: nævn den mappe, som `--evidence` fik
    nb: nevn mappen som `--evidence` fikk

    another run has added `{1}` meanwhile
    da: en anden kørsel har tilføjet `{1}` imens
    nb: en annen kjøring har lagt til `{1}` imens

    run again: a bundle follows the one before it
    da: kør igen: en pakke følger den før
    nb: kjør igjen: en pakke følger den før

    evidence: {1}; `tilsyn verify {2}` checks it
    da: bevis: {1}; `tilsyn verify {2}` kontrollerer det
    nb: bevis: {1}; `tilsyn verify {2}` kontrollerer det

    Checks a bundle of evidence: digests, signature, chain, and all again.
    da: Kontrollerer en bevispakke: fingeraftryk, underskrift, kæde og det hele igen.
    nb: Kontrollerer en bevispakke: fingeravtrykk, signatur, kjede og alt på nytt.

    Every file of the bundle must be the one that was written, and the bundle before it, where it is there, the one that it names. --replay judges the exports again, by the policies of the bundle, and demands the same bytes.
    da: Hver fil i pakken skal være den, der blev skrevet, og pakken før den, hvis den er der, den, som den nævner. --replay bedømmer eksporterne igen efter pakkens regler og kræver de samme bytes.
    nb: Hver fil i pakken må være den som ble skrevet, og pakken før den, hvis den er der, den som den nevner. --replay vurderer eksportene på nytt etter pakkens regler og krever de samme bytene.

    signed by whom it should be
    da: underskrevet af den, det skal være
    nb: signert av den det skal være

    where the audit was run, over the same exports
    da: hvor revisionen blev kørt, over de samme eksporter
    nb: der revisjonen ble kjørt, over de samme eksportene

    Exit codes: 0 it is what it says; 3 something differs, which is named; 2 it cannot be read; 64 usage.
    da: Afslutningskoder: 0 den er, hvad den siger; 3 noget er anderledes, og det nævnes; 2 den kan ikke læses; 64 brug.
    nb: Avslutningskoder: 0 den er det den sier; 3 noe er annerledes, og det nevnes; 2 den kan ikke leses; 64 bruk.

    The folder of the bundle.
    da: Pakkens mappe.
    nb: Mappen til pakken.

    Public key of Ed25519 (PEM) that must have signed it; a line `Expires: DATE` before it ends its use.
    da: Offentlig Ed25519-nøgle (PEM), som skal have underskrevet den; en linje `Expires: DATO` før den ender dens brug.
    nb: Offentlig Ed25519-nøkkel (PEM) som må ha signert den; en linje `Expires: DATO` før den avslutter bruken.

    Judge the exports again and demand identical bytes.
    da: Bedøm eksporterne igen, og kræv samme bytes.
    nb: Vurder eksportene på nytt og krev samme byter.

    `{1}` is not what it says:
    da: `{1}` er ikke, hvad den siger:
    nb: `{1}` er ikke det den sier:

    {1}: number {2}, the audit of {3}, exit code {4}; {5:file|files} as written, {6:export|exports} by digest
    da: {1}: nummer {2}, revisionen fra {3}, afslutningskode {4}; {5:fil|filer} som skrevet, {6:eksport|eksporter} ved fingeraftryk
    nb: {1}: nummer {2}, revisjonen fra {3}, avslutningskode {4}; {5:fil|filer} som skrevet, {6:eksport|eksporter} ved fingeravtrykk

    signed by the key {1}, which nobody has vouched for: give it with --key
    da: underskrevet med nøglen {1}, som ingen står inde for: giv den med --key
    nb: signert med nøkkelen {1}, som ingen går god for: gi den med --key

    signed by the key {1}, as it should be
    da: underskrevet med nøglen {1}, som det skal være
    nb: signert med nøkkelen {1}, som det skal være

    not signed: whoever can write to it can write all of it anew
    da: ikke underskrevet: den, der kan skrive i den, kan skrive det hele på ny
    nb: ikke signert: den som kan skrive i den, kan skrive alt på nytt

    judged again: the same bytes
    da: bedømt igen: de samme bytes
    nb: vurdert på nytt: de samme bytene

    `{1}` is not what its audit comes to:
    da: `{1}` er ikke, hvad dens revision kommer frem til:
    nb: `{1}` er ikke det revisjonen kommer frem til:

    is it run where the audit was, over the same exports?
    da: køres den, hvor revisionen blev kørt, over de samme eksporter?
    nb: kjøres den der revisjonen ble kjørt, over de samme eksportene?

    judged again, `{1}` is another
    da: bedømt igen er `{1}` en anden
    nb: vurdert på nytt er `{1}` en annen

    judged again, there is no `{1}`
    da: bedømt igen er der ingen `{1}`
    nb: vurdert på nytt er det ingen `{1}`

    judged again, the manifest is another
    da: bedømt igen er manifestet et andet
    nb: vurdert på nytt er manifestet et annet

    the configuration is not the one of then
    da: konfigurationen er ikke den fra dengang
    nb: konfigurasjonen er ikke den fra den gang

    the export `{1}` is missing
    da: eksporten `{1}` mangler
    nb: eksporten `{1}` mangler

    the export `{1}` has changed
    da: eksporten `{1}` er ændret
    nb: eksporten `{1}` er endret

    the export `{1}` is new
    da: eksporten `{1}` er ny
    nb: eksporten `{1}` er ny

    Shows what was concluded when, and whether somebody was judged.
    da: Viser, hvad der blev konkluderet hvornår, og om nogen blev bedømt.
    nb: Viser hva som ble konkludert når, og om noen ble vurdert.

    Lists the bundles of a folder, and checks that each follows the one before.
    da: Viser pakkerne i en mappe og kontrollerer, at hver følger den før.
    nb: Viser pakkene i en mappe og kontrollerer at hver følger den før.

    Exit codes: 0 the chain is whole; 3 it is broken or forked; 2 the folder cannot be read; 64 usage.
    da: Afslutningskoder: 0 kæden er hel; 3 den er brudt eller delt; 2 mappen kan ikke læses; 64 brug.
    nb: Avslutningskoder: 0 kjeden er hel; 3 den er brutt eller delt; 2 mappen kan ikke leses; 64 bruk.

    The folder of the bundles.
    da: Pakkernes mappe.
    nb: Mappen til pakkene.

    Says what each policy concluded of somebody: was X judged?
    da: Siger, hvad hver regel konkluderede om nogen: blev X bedømt?
    nb: Sier hva hver regel konkluderte om noen: ble X vurdert?

    The bundle is checked first; passes are told as well.
    da: Pakken kontrolleres først; også det, der er i orden, nævnes.
    nb: Pakken kontrolleres først; også det som er i orden, nevnes.

    Exit codes: 0 told; 1 nothing judged anybody of that name; 3 the bundle is not what it says; 2 it cannot be read.
    da: Afslutningskoder: 0 sagt; 1 intet bedømte nogen af det navn; 3 pakken er ikke, hvad den siger; 2 den kan ikke læses.
    nb: Avslutningskoder: 0 sagt; 1 ingenting vurderte noen med det navnet; 3 pakken er ikke det den sier; 2 den kan ikke leses.

    The value of a key: an id, an address, a number.
    da: Værdien af en nøgle: et id, en adresse, et nummer.
    nb: Verdien av en nøkkel: en id, en adresse, et nummer.

    no policy judged `{1}` in the audit of {2}
    da: ingen regel bedømte `{1}` i revisionen fra {2}
    nb: ingen regel vurderte `{1}` i revisjonen fra {2}

    damaged
    da: beskadiget
    nb: skadet

    signed
    da: underskrevet
    nb: signert

    not signed
    da: ikke underskrevet
    nb: ikke signert

    exit code {1}
    da: afslutningskode {1}
    nb: avslutningskode {1}

    {1:bundle|bundles}, each follows the one before it
    da: {1:pakke|pakker}, hver følger den før
    nb: {1:pakke|pakker}, hver følger den før
    """#
}

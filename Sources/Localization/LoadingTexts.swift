extension Catalogue {
  /// What is told of files as such: found, passed over, expected, too old.
  static let loadingTexts = #"""
    read by a mapping; its content looks like `{1}`
    da: læst ved hjælp af en mapping; indholdet ligner `{1}`
    nb: lest ved hjelp av en mapping; innholdet ligner `{1}`

    `{1}` of organisation `{2}`
    da: `{1}` for organisationen `{2}`
    nb: `{1}` for organisasjonen `{2}`

    what `expect` announces in line {1} was not counted: it takes {2}
    da: det, som `expect` ventede i linje {1}, blev ikke talt: det kræver {2}
    nb: det som `expect` ventet i linje {1}, ble ikke talt: det krever {2}

    {1} is expected (line {2}) and was not read
    da: {1} er ventet (linje {2}) og blev ikke læst
    nb: {1} er ventet (linje {2}) og ble ikke lest

    {1}: at least {2} records are expected (line {3}), {4} were read
    da: {1}: mindst {2} poster er ventet (linje {3}), {4} blev læst
    nb: {1}: minst {2} poster er ventet (linje {3}), {4} ble lest

    {1}: the same is true of {2} further files
    da: {1}: det samme gælder {2} andre filer
    nb: {1}: det samme gjelder {2} andre filer

    how old `{1}` is cannot be told; give its `extracted_at` in `tilsyn.yaml`
    da: hvor gammel `{1}` er, kan ikke afgøres; angiv dens `extracted_at` i `tilsyn.yaml`
    nb: hvor gammel `{1}` er, kan ikke avgjøres; oppgi `extracted_at` i `tilsyn.yaml`

    `{1}` is {2} days old, at most {3} are allowed
    da: `{1}` er {2} dage gammel, højst {3} er tilladt
    nb: `{1}` er {2} dager gammel, høyst {3} er tillatt

    it was made on {1}, after the day judged ({2}), and cannot show that day
    da: den er lavet {1}, efter den dag, der bedømmes ({2}), og kan ikke vise den dag
    nb: den er laget {1}, etter dagen som vurderes ({2}), og kan ikke vise den dagen

    it was made on {1}, {2} days before the day judged; after {3} days it is not relied on
    da: den er lavet {1}, {2} dage før den dag, der bedømmes; efter {3} dage stoles der ikke på den
    nb: den er laget {1}, {2} dager før dagen som vurderes; etter {3} dager stoles det ikke på den

    read as {1}
    da: læst som {1}
    nb: lest som {1}

    a known document
    da: et kendt dokument
    nb: et kjent dokument

    the file is empty
    da: filen er tom
    nb: filen er tom

    recognised and not used in this version: {1}
    da: genkendt og ikke brugt i denne version: {1}
    nb: gjenkjent og ikke brukt i denne versjonen: {1}

    not recognised: {1}
    da: ikke genkendt: {1}
    nb: ikke gjenkjent: {1}

    read as `{1}`, as it was told to be; its content looks like `{2}`
    da: læst som `{1}`, som angivet; indholdet ligner `{2}`
    nb: lest som `{1}`, som oppgitt; innholdet ligner `{2}`

    a text that is no export
    da: en tekst, der ikke er en eksport
    nb: en tekst som ikke er en eksport

    not used in this version: {1}
    da: ikke brugt i denne version: {1}
    nb: ikke brukt i denne versjonen: {1}

    a record could not be read: {1}
    da: en post kunne ikke læses: {1}
    nb: en post kunne ikke leses: {1}

    exported on {1} by {2}
    da: eksporteret den {1} af {2}
    nb: eksportert den {1} av {2}

    exported on {1}
    da: eksporteret den {1}
    nb: eksportert den {1}

    exported with `{1}`
    da: eksporteret med `{1}`
    nb: eksportert med `{1}`

    the folder cannot be listed: {1}
    da: mappen kan ikke vises: {1}
    nb: mappen kan ikke vises: {1}

    a hidden folder
    da: en skjult mappe
    nb: en skjult mappe

    a hidden link
    da: et skjult link
    nb: en skjult lenke

    a hidden file
    da: en skjult fil
    nb: en skjult fil

    this is a pipe, socket or device, not a file
    da: dette er en pipe, en socket eller en enhed, ikke en fil
    nb: dette er en pipe, en socket eller en enhet, ikke en fil

    a folder of policies
    da: en mappe med regler
    nb: en mappe med regler

    the folders around it were changed while they were read
    da: mapperne omkring den blev ændret, mens de blev læst
    nb: mappene rundt den ble endret mens de ble lest

    {1}; give the user that runs the audit the right to list it (r and x)
    da: {1}; giv den bruger, der kører revisionen, ret til at vise den (r og x)
    nb: {1}; gi brukeren som kjører revisjonen, rett til å vise den (r og x)

    it was listed, and then: {1}
    da: den stod på listen, og derefter: {1}
    nb: den sto på listen, og deretter: {1}

    the folder may not be searched, so that none of its {1} entries can be read; give the user that runs the audit the right to (x)
    da: mappen må ikke gennemsøges, så ingen af dens {1} poster kan læses; giv den bruger, der kører revisionen, ret til det (x)
    nb: mappen kan ikke gjennomsøkes, så ingen av de {1} oppføringene kan leses; gi brukeren som kjører revisjonen, rett til det (x)

    a link that leaves the folder given; put the file itself here, or give its folder too
    da: et link, der fører ud af den angivne mappe; læg selve filen her, eller angiv også dens mappe
    nb: en lenke som fører ut av den oppgitte mappen; legg selve filen her, eller oppgi mappen dens også

    a link to a folder that is read under its own name
    da: et link til en mappe, der læses under sit eget navn
    nb: en lenke til en mappe som leses under sitt eget navn

    a link to a file that is read under its own name
    da: et link til en fil, der læses under sit eget navn
    nb: en lenke til en fil som leses under sitt eget navn

    a link that leads nowhere
    da: et link, der ikke fører nogen steder hen
    nb: en lenke som ikke fører noe sted

    a link that leads to itself
    da: et link, der fører til sig selv
    nb: en lenke som fører til seg selv

    a link that cannot be followed: {1}
    da: et link, der ikke kan følges: {1}
    nb: en lenke som ikke kan følges: {1}

    more than {1} MiB of names of files lie here; give smaller folders
    da: her ligger mere end {1} MiB filnavne; angiv mindre mapper
    nb: her ligger mer enn {1} MiB filnavn; oppgi mindre mapper

    {1} lie here; give smaller folders, or raise `--max-memory`
    da: her ligger {1}; angiv mindre mapper, eller hæv `--max-memory`
    nb: her ligger {1}; oppgi mindre mapper, eller hev `--max-memory`

    `{1}`: {2} of {3:record|records} could not be used whole
    da: `{1}`: {2} af {3:post|poster} kunne ikke bruges helt
    nb: `{1}`: {2} av {3:post|poster} kunne ikke brukes helt

    a configuration that is not used: the configuration is `{1}`
    da: en konfiguration, der ikke bruges: konfigurationen er `{1}`
    nb: en konfigurasjon som ikke brukes: konfigurasjonen er `{1}`

    a configuration that is not used; name it with --config to use it
    da: en konfiguration, der ikke bruges; angiv den med --config for at bruge den
    nb: en konfigurasjon som ikke brukes; oppgi den med --config for å bruke den

    {1}: what rests on its being whole is unverified
    da: {1}: det, der hviler på, at den er hel, er uafklaret
    nb: {1}: det som hviler på at den er hel, er uavklart

    {1:value|values} that may be identity numbers are not kept; what rests on them is unverified
    da: {1:værdi|værdier}, der kan være personnumre, gemmes ikke; det, der hviler på dem, er uafklaret
    nb: {1:verdi|verdier} som kan være fødselsnumre, lagres ikke; det som hviler på dem, er uavklart

    {1:value|values} that hold secrets are not kept; what rests on them is unverified
    da: {1:værdi|værdier}, der indeholder hemmeligheder, gemmes ikke; det, der hviler på dem, er uafklaret
    nb: {1:verdi|verdier} som inneholder hemmeligheter, lagres ikke; det som hviler på dem, er uavklart

    more than {1} places of the document hold secrets; these are told
    da: mere end {1} steder i dokumentet indeholder hemmeligheder; disse er nævnt
    nb: mer enn {1} steder i dokumentet inneholder hemmeligheter; disse er nevnt

    some of the document could not be read, and may hold secrets
    da: noget af dokumentet kunne ikke læses og kan indeholde hemmeligheder
    nb: noe av dokumentet kunne ikke leses og kan inneholde hemmeligheter

    `{1}` is not used: `{2}` is the configuration
    da: `{1}` bruges ikke: `{2}` er konfigurationen
    nb: `{1}` brukes ikke: `{2}` er konfigurasjonen

    `{1}` is not used: name it with --config
    da: `{1}` bruges ikke: angiv den med --config
    nb: `{1}` brukes ikke: oppgi den med --config

    `--as {1}=…`
    da: kommandolinjens `--as {1}=…`
    nb: kommandolinjens `--as {1}=…`

    `{1}` in `sources` (line {2})
    da: `{1}` i `sources` (linje {2})
    nb: `{1}` i `sources` (linje {2})

    `{1}` in a mapping (line {2})
    da: `{1}` i en mapping (linje {2})
    nb: `{1}` i en mapping (linje {2})

    {1} fits no file
    da: {1} passer til ingen fil
    nb: {1} passer ikke til noen fil

    a report that this program wrote, no source
    da: en rapport, som dette program har skrevet, ingen kilde
    nb: en rapport som dette programmet har skrevet, ingen kilde

    a key of pseudonyms that this program drew, no source
    da: en nøgle til pseudonymer, som dette program har trukket, ingen kilde
    nb: en nøkkel til pseudonymer som dette programmet har trukket, ingen kilde

    a result that this program wrote, no source
    da: et resultat, som dette program har skrevet, ingen kilde
    nb: et resultat som dette programmet har skrevet, ingen kilde

    a file that office programs leave behind
    da: en fil, som kontorprogrammer efterlader
    nb: en fil som kontorprogrammer etterlater

    a report that this program wrote, without a finding
    da: en rapport, som dette program har skrevet, uden fund
    nb: en rapport som dette programmet har skrevet, uten funn

    fits `{1}` in `ignore`
    da: passer til `{1}` i `ignore`
    nb: passer til `{1}` i `ignore`
    """#
}

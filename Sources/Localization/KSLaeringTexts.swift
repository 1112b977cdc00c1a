extension Catalogue {
  /// What is told of the answers of HR interfaces for KS Læring.
  static let ksLaeringTexts = #"""
    change
    da: ændring
    nb: endring

    a change
    da: en ændring
    nb: en endring

    changes
    da: ændringer
    nb: endringer

    answer
    da: svar
    nb: svar

    an answer
    da: et svar
    nb: et svar

    answers
    da: flere svar
    nb: flere svar

    a line that cannot be used may be the last that the file says of it
    da: en linje, der ikke kan bruges, kan være det sidste, filen siger om det
    nb: en linje som ikke kan brukes, kan være det siste filen sier om det

    `{1}` is missing, or no object
    da: `{1}` mangler eller er ikke et objekt
    nb: `{1}` mangler eller er ikke et objekt

    the record has no key
    da: posten har ingen nøgle
    nb: posten har ingen nøkkel

    `changeType` is none of `add`, `modify` and `delete`
    da: `changeType` er hverken `add`, `modify` eller `delete`
    nb: `changeType` er verken `add`, `modify` eller `delete`

    `changeDate` is no point in time, as 2026-05-04T06:00:00Z is one
    da: `changeDate` er ikke et tidspunkt, som 2026-05-04T06:00:00Z er det
    nb: `changeDate` er ikke et tidspunkt, slik 2026-05-04T06:00:00Z er det

    `oldRecord` and `newRecord` are of different keys
    da: `oldRecord` og `newRecord` har hver sin nøgle
    nb: `oldRecord` og `newRecord` har hver sin nøkkel

    `id` has no chart before a hyphen
    da: `id` har ikke noget organisationskort foran en bindestreg
    nb: `id` har ikke noe organisasjonskart foran en bindestrek

    `{1}` is missing, or no text
    da: `{1}` mangler eller er ikke en tekst
    nb: `{1}` mangler eller er ikke en tekst

    `{1}` is missing, or neither true nor false
    da: `{1}` mangler eller er hverken sandt eller falsk
    nb: `{1}` mangler eller er verken sant eller usant

    `email` is missing, or no e-mail address
    da: `email` mangler eller er ikke en e-mailadresse
    nb: `email` mangler eller er ikke en e-postadresse

    two files of one day say different things of it
    da: to filer fra samme dag siger noget forskelligt om det
    nb: to filer fra samme dag sier noe forskjellig om det

    another file, of the same day or later, does not list it
    da: en anden fil, fra samme dag eller senere, har det ikke med
    nb: en annen fil, fra samme dag eller senere, har det ikke med

    when anybody began, or will leave: KS Læring is told no days
    da: hvornår nogen begyndte eller stopper: KS Læring får ingen datoer at vide
    nb: når noen begynte eller slutter: KS Læring får ikke vite noen datoer

    positions that lost their unit in the HR system: they are left out
    da: stillinger, der har mistet deres enhed i HR-systemet: de er udeladt
    nb: stillinger som har mistet enheten sin i HR-systemet: de er utelatt

    any list of people of a personnel system
    da: enhver liste over personer fra et personalesystem
    nb: enhver liste over personer fra et personalsystem

    adds alone do not show that everything was asked for
    da: tilføjelser alene viser ikke, at der blev spurgt om alt
    nb: tillegg alene viser ikke at det ble spurt om alt

    adds alone do not show that everything was asked for; where it was, that is without `fromDate` and `toDate`, write `query: snapshot` beside the file in `tilsyn.yaml`
    da: tilføjelser alene viser ikke, at der blev spurgt om alt; blev der det, altså uden `fromDate` og `toDate`, så skriv `query: snapshot` ved filen i `tilsyn.yaml`
    nb: tillegg alene viser ikke at det ble spurt om alt; ble det det, altså uten `fromDate` og `toDate`, så skriv `query: snapshot` ved filen i `tilsyn.yaml`

    `query` says that it is a snapshot; its lines are those of a range, as which it is read
    da: `query` siger, at det er et øjebliksbillede; linjerne er som i et tidsrum, og sådan læses filen
    nb: `query` sier at det er et øyeblikksbilde; linjene er som i et tidsrom, og slik leses filen

    no line of the file can be used
    da: ingen linje i filen kan bruges
    nb: ingen linje i filen kan brukes

    the file has what changed within some time only; what did not change is not in it
    da: filen har kun det, der ændrede sig inden for et tidsrum; det uændrede er ikke med
    nb: filen har bare det som endret seg innenfor et tidsrom; det uendrede er ikke med

    the unit is not known
    da: enheden er ukendt
    nb: enheten er ukjent

    who it is of is not known
    da: hvem det gælder, vides ikke
    nb: hvem det gjelder, er ikke kjent

    the file is no list of changes in UTF-8, one a line
    da: filen er ikke en liste over ændringer i UTF-8, én pr. linje
    nb: filen er ikke en liste over endringer i UTF-8, én per linje

    `curl -u USER https://HOST/…/v3/{1} > {2}.ndjson`, without dates, from an address that the adapter allows; whoever runs the municipality's adapter for KS Læring has the user; write `query: snapshot` beside it in `tilsyn.yaml`
    da: `curl -u USER https://HOST/…/v3/{1} > {2}.ndjson`, uden datoer, fra en adresse, som adapteren tillader; den, der driver kommunens adapter til KS Læring, har brugeren; skriv `query: snapshot` ved filen i `tilsyn.yaml`
    nb: `curl -u USER https://HOST/…/v3/{1} > {2}.ndjson`, uten datoer, fra en adresse som adapteren tillater; den som drifter kommunens adapter for KS Læring, har brukeren; skriv `query: snapshot` ved filen i `tilsyn.yaml`

    `curl -u USER https://HOST/…/v3/authority > authority.json`, from an address that the adapter allows
    da: `curl -u USER https://HOST/…/v3/authority > authority.json`, fra en adresse, som adapteren tillader
    nb: `curl -u USER https://HOST/…/v3/authority > authority.json`, fra en adresse som adapteren tillater

    a tag is longer than {1} bytes
    da: et mærke er længere end {1} byte
    nb: en tagg er lengre enn {1} byte

    a record takes more than {1} MiB
    da: en post fylder mere end {1} MiB
    nb: en post tar mer enn {1} MiB

    the document is no whole XML document; export it again
    da: dokumentet er ikke et helt XML-dokument; eksportér det igen
    nb: dokumentet er ikke et helt XML-dokument; eksporter det på nytt

    elements are nested deeper than {1}
    da: elementer er indlejret dybere end {1}
    nb: elementer er nøstet dypere enn {1}

    `ssn` is no identity number
    da: `ssn` er ikke et identitetsnummer
    nb: `ssn` er ikke et identitetsnummer

    `personIdHRM` is missing
    da: `personIdHRM` mangler
    nb: `personIdHRM` mangler

    `employeeId` is missing
    da: `employeeId` mangler
    nb: `employeeId` mangler

    `isPrimaryPosition` is neither true nor false
    da: `isPrimaryPosition` er hverken sandt eller falsk
    nb: `isPrimaryPosition` er verken sant eller usant

    the position has no chart, or several
    da: stillingen har intet organisationskort eller flere
    nb: stillingen har ingen eller flere organisasjonskart

    the position has no unit, or several
    da: stillingen har ingen enhed eller flere
    nb: stillingen har ingen eller flere enheter

    it has ended, and no day is given
    da: den er ophørt, og der er ingen dato
    nb: den er avsluttet, og det er ingen dato

    `manager` has no usable `id`
    da: `manager` har ikke et brugbart `id`
    nb: `manager` har ingen brukbar `id`

    the unit has no `id`, or its chart has none
    da: enheden har intet `id`, eller dens organisationskort har intet
    nb: enheten har ingen `id`, eller organisasjonskartet har ingen

    `parentid` is missing
    da: `parentid` mangler
    nb: `parentid` mangler

    `parentid` is the code of no unit of the chart, or of several
    da: `parentid` er ikke koden på én enhed i organisationskortet, eller på flere
    nb: `parentid` er ikke koden til én enhet i organisasjonskartet, eller til flere

    the file has no record, and an empty one proves nothing
    da: filen har ingen poster, og en tom fil beviser intet
    nb: filen har ingen poster, og en tom fil beviser ingenting

    the file does not say which companies and employee numbers were asked for; where it was all of them, write `query: snapshot` beside it in `tilsyn.yaml`
    da: filen siger ikke, hvilke firmaer og medarbejdernumre der blev spurgt om; var det alle, så skriv `query: snapshot` ved filen i `tilsyn.yaml`
    nb: filen sier ikke hvilke firmaer og ansattnumre det ble spurt om; var det alle, så skriv `query: snapshot` ved filen i `tilsyn.yaml`

    whoever has left, or begins later: Visma lists those who are active
    da: hvem der er stoppet eller begynder senere: Visma har kun aktive med
    nb: hvem som har sluttet eller begynner senere: Visma har bare med aktive

    whether `positionEndDate` is the last day or the day after: it is read as the last day
    da: om `positionEndDate` er den sidste dag eller dagen efter: den læses som den sidste dag
    nb: om `positionEndDate` er siste dag eller dagen etter: den leses som siste dag

    `GET https://HOST/hrm_ws/secure/persons/company/1/start-id/0/end-id/999999`, saved as it comes; a user of the web service of Visma HRM can read it; write `query: snapshot` beside it in `tilsyn.yaml` where it is of all companies
    da: `GET https://HOST/hrm_ws/secure/persons/company/1/start-id/0/end-id/999999`, gemt, som det kommer; en bruger af webtjenesten i Visma HRM kan læse det; skriv `query: snapshot` ved filen i `tilsyn.yaml`, hvor det er alle firmaer
    nb: `GET https://HOST/hrm_ws/secure/persons/company/1/start-id/0/end-id/999999`, lagret slik det kommer; en bruker av webtjenesten i Visma HRM kan lese det; skriv `query: snapshot` ved filen i `tilsyn.yaml` der det er alle firmaer

    `GET https://HOST/hrm_ws/secure/organization/chart/2026-11-01/1`, with the day and the company, saved as it comes; a user of the web service of Visma HRM can read it
    da: `GET https://HOST/hrm_ws/secure/organization/chart/2026-11-01/1`, med dagen og firmaet, gemt, som det kommer; en bruger af webtjenesten i Visma HRM kan læse det
    nb: `GET https://HOST/hrm_ws/secure/organization/chart/2026-11-01/1`, med dagen og firmaet, lagret slik det kommer; en bruker av webtjenesten i Visma HRM kan lese det
    """#
}

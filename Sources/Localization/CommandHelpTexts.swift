extension Catalogue {
  /// What help says of arguments.
  static let commandHelpTexts = #"""
    Output
    da: Rapporter
    nb: Rapporter

    Files and folders with exports.
    da: Filer og mapper med eksporter.
    nb: Filer og mapper med eksporter.

    The result, `tilsyn.result/1`; - for standard input.
    da: Resultatet, `tilsyn.result/1`; - for standard input.
    nb: Resultatet, `tilsyn.result/1`; - for standard input.

    Say only what was recognised; evaluate no policy.
    da: Vis kun, hvad der blev genkendt; anvend ingen regel.
    nb: Vis bare hva som ble gjenkjent; bruk ingen regel.

    A policy file or folder, instead of the shipped packs. Repeatable.
    da: En fil eller mappe med regler i stedet for dem, der følger med. Kan gentages.
    nb: En fil eller mappe med regler i stedet for dem som følger med. Kan gjentas.

    Language of reports: en, da or nb. Default: that of tilsyn.yaml, else of the locale, else en.
    da: Rapporternes sprog: en, da eller nb. Ellers sproget i tilsyn.yaml, dernæst systemets, dernæst engelsk.
    nb: Språket i rapportene: en, da eller nb. Ellers språket i tilsyn.yaml, deretter systemets, deretter engelsk.

    What a file is: kitos/users.json=kitos.api-v2.users,organisation=UUID. Repeatable.
    da: Hvad en fil er: kitos/users.json=kitos.api-v2.users,organisation=UUID. Kan gentages.
    nb: Hva en fil er: kitos/users.json=kitos.api-v2.users,organisation=UUID. Kan gjentas.

    The configuration, or none. Default: tilsyn.yaml in the first folder given.
    da: Konfigurationen, eller none. Ellers tilsyn.yaml i den første mappe, der er angivet.
    nb: Konfigurasjonen, eller none. Ellers tilsyn.yaml i den første mappen som er oppgitt.

    A configuration: its mappings and parameters count, and its policies in place of the shipped packs. Default: none.
    da: En konfiguration: dens mappinger og parametre gælder, og dens regler i stedet for dem, der følger med. Ellers ingen.
    nb: En konfigurasjon: mappingene og parametrene i den gjelder, og reglene i den i stedet for dem som følger med. Ellers ingen.

    The day that is judged, as 2026-11-20. Default: today.
    da: Den dag, der bedømmes, som 2026-11-20. Ellers i dag.
    nb: Dagen som vurderes, som 2026-11-20. Ellers i dag.

    Threads that read files. Default: one per processor.
    da: Tråde, der læser filer. Ellers én pr. processor.
    nb: Tråder som leser filer. Ellers én per prosessor.

    Memory for what exports and policies unfold to, as 512M or 4G. Default: 1G, or half of what the system gives.
    da: Hukommelse til det, eksporter og regler folder sig ud til, som 512M eller 4G. Ellers 1G eller det halve af, hvad systemet giver.
    nb: Minne til det eksporter og regler folder seg ut til, som 512M eller 4G. Ellers 1G eller halvparten av det systemet gir.

    Ends in 2, with nothing concluded, after so long: 90s, 10m or 2h. Default: never.
    da: Slutter med 2 og uden konklusion efter så lang tid: 90s, 10m eller 2h. Ellers aldrig.
    nb: Slutter med 2 og uten konklusjon etter så lang tid: 90s, 10m eller 2h. Ellers aldri.

    Least severity that fails: critical, high, medium, low, info or never. Default: high.
    da: Fra hvilken alvor fund ikke består: critical, high, medium, low, info eller never. Ellers high.
    nb: Fra hvilken alvor funn ikke består: critical, high, medium, low, info eller never. Ellers high.

    fail: what cannot be verified fails too; allow: it does not. Default: fail.
    da: fail: det uafklarede består heller ikke; allow: det tillades. Ellers fail.
    nb: fail: det uavklarte består heller ikke; allow: det tillates. Ellers fail.

    Judge what there is although something could not be read.
    da: Bedøm det, der er, selv om noget ikke kunne læses.
    nb: Vurder det som er der, selv om noe ikke kunne leses.

    {1} or {2}, to standard output or to a file. Repeatable. Default: text.
    da: {1} eller {2}, til standard output eller til en fil. Kan gentages. Ellers text.
    nb: {1} eller {2}, til standard output eller til en fil. Kan gjentas. Ellers text.

    Folder for formats without a file of their own; made if missing. Alone: {1}.
    da: Mappe til formater uden egen fil; laves, hvis den mangler. Alene: {1}.
    nb: Mappe til formater uten egen fil; lages hvis den mangler. Alene: {1}.

    Least severity of the findings that text lists; counts and gate stay.
    da: Laveste alvor for de fund, text viser; antal og grænse er de samme.
    nb: Laveste alvor for funnene som text viser; antall og grense er de samme.

    What findings stand under in text: policy, person (or user) or unit (of an organisation). Default: policy.
    da: Hvad fundene i text står under: policy (regel), person (eller user, bruger) eller unit (enhed i en organisation). Ellers policy.
    nb: Hva funnene i text står under: policy (regel), person (eller user, bruker) eller unit (enhet i en organisasjon). Ellers policy.

    Say what the policies say of each control of a framework: an id of `tilsyn frameworks`, or a file. Repeatable.
    da: Vis, hvad reglerne siger om hvert krav i et rammeværk: en id fra `tilsyn frameworks` eller en fil. Kan gentages.
    nb: Vis hva reglene sier om hvert krav i et rammeverk: en id fra `tilsyn frameworks` eller en fil. Kan gjentas.

    How people are named: {1}. Default: pseudonym in files that are handed on, full in {2} and {3}.
    da: Hvordan personer nævnes: {1}. Ellers pseudonym i filer, der gives videre, og full i {2} og {3}.
    nb: Hvordan personer nevnes: {1}. Ellers pseudonym i filer som gis videre, og full i {2} og {3}.

    What people are named in full for; the reports have it. --identifiers full needs it.
    da: Formålet med at nævne personer ved fuldt navn; det står i rapporterne. --identifiers full kræver det.
    nb: Formålet med å nevne personer med fullt navn; det står i rapportene. --identifiers full krever det.

    File with the key of pseudonyms, of {1} bytes or more. The same key gives a person the same name in every report, and fingerprints that nobody makes without it. TILSYN_PSEUDONYM_KEY holds a key itself. Default: one is drawn, for pseudonyms alone.
    da: Fil med nøglen til pseudonymer, på mindst {1} bytes. Den samme nøgle giver en person det samme navn i hver rapport og fingeraftryk, som ingen kan lave uden den. TILSYN_PSEUDONYM_KEY indeholder selve nøglen. Ellers laves en tilfældig, kun til pseudonymer.
    nb: Fil med nøkkelen til pseudonymer, på minst {1} byte. Den samme nøkkelen gir en person det samme navnet i hver rapport og fingeravtrykk som ingen kan lage uten den. TILSYN_PSEUDONYM_KEY inneholder selve nøkkelen. Ellers lages en tilfeldig, bare til pseudonymer.

    Say nothing but errors and what was asked for.
    da: Vis kun fejl og det, der blev bedt om.
    nb: Vis bare feil og det som ble bedt om.

    Say everything: all findings, policies, sources, notes.
    da: Vis alt: alle fund, regler, kilder og bemærkninger.
    nb: Vis alt: alle funn, regler, kilder og merknader.

    No colour. NO_COLOR does the same.
    da: Ingen farve. NO_COLOR gør det samme.
    nb: Ingen farge. NO_COLOR gjør det samme.

    No progress on standard error.
    da: Ingen fremdrift på standard error.
    nb: Ingen framdrift på standard error.

    text or json.
    da: text eller json.
    nb: text eller json.

    A result (-f json): its day is judged; exports, policies and configuration must be those it was made of, else 3.
    da: Et resultat (-f json): dets dag bedømmes; eksporter, regler og konfiguration skal være dem, det er lavet af, ellers afslutningskode 3.
    nb: Et resultat (-f json): dagen i det vurderes; eksporter, regler og konfigurasjon må være dem det er laget av, ellers avslutningskode 3.

    How many answers of each system are shown.
    da: Hvor mange svar fra hvert system der vises.
    nb: Hvor mange svar fra hvert system som vises.

    How many rows of a question's answer are proved.
    da: Hvor mange rækker i svaret på et spørgsmål der bevises.
    nb: Hvor mange rader i svaret på et spørsmål som bevises.

    A fingerprint, its first digits, a policy, or a question.
    da: Et fingeraftryk, dets første tegn, en regel eller et spørgsmål.
    nb: Et fingeravtrykk, de første tegnene i det, en regel eller et spørsmål.

    The subject, where a policy is given; several values joined by `,`.
    da: Hvem eller hvad det gælder, når en regel er angivet; flere værdier med `,` imellem.
    nb: Hvem eller hva det gjelder, når en regel er oppgitt; flere verdier med `,` mellom.

    A policy.
    da: En regel.
    nb: En regel.

    The subject: its value; several values joined by `,` in the order of the policy's `for`.
    da: Hvem eller hvad det gælder: værdien; flere værdier med `,` imellem, i samme orden som i reglens `for`.
    nb: Hvem eller hva det gjelder: verdien; flere verdier med `,` mellom, i samme rekkefølge som i `for` i regelen.

    The action: `read`, `sign`, `modify`.
    da: Handlingen: `read`, `sign`, `modify`.
    nb: Handlingen: `read`, `sign`, `modify`.

    The resource: `ORG/APP`, the id in a registry, the uuid of an object.
    da: Ressourcen: `ORG/APP`, id'en i et register, uuid'en for et objekt.
    nb: Ressursen: `ORG/APP`, id-en i et register, uuid-en til et objekt.

    The subject: `VALUE`, `ATTRIBUTE=VALUE`, a uuid, an address.
    da: Subjektet: `VALUE`, `ATTRIBUTE=VALUE`, en uuid, en adresse.
    nb: Subjektet: `VALUE`, `ATTRIBUTE=VALUE`, en uuid, en adresse.

    The question: atoms, comparisons and the rest of a body, joined by `,`.
    da: Spørgsmålet: relationer, sammenligninger og andre betingelser med `,` imellem.
    nb: Spørsmålet: relasjoner, sammenligninger og andre vilkår med `,` mellom.

    Relations by name, systems, or patterns with *. Default: all.
    da: Relationer ved navn, systemer, eller mønstre med *. Ellers alle.
    nb: Relasjoner ved navn, systemer, eller mønstre med *. Ellers alle.

    Frameworks by id, or files of one's own. Default: all.
    da: Rammeværker ved id, eller egne filer. Ellers alle.
    nb: Rammeverk ved id, eller egne filer. Ellers alle.

    The folder with the exports.
    da: Mappen med eksporterne.
    nb: Mappen med eksportene.

    Policies by id, packs, or patterns with *. Default: all.
    da: Regler ved id, pakker, eller mønstre med *. Ellers alle.
    nb: Regler ved id, pakker, eller mønstre med *. Ellers alle.

    Only those of this severity or above.
    da: Kun dem med denne alvor eller derover.
    nb: Bare de med denne alvoren eller høyere.

    Only those that rest on a control with this in its name, in either case: iso27001:2022 or A.5.16.
    da: Kun dem, der hviler på et krav med dette i navnet, store eller små bogstaver: iso27001:2022 eller A.5.16.
    nb: Bare de som hviler på et krav med dette i navnet, store eller små bokstaver: iso27001:2022 eller A.5.16.

    Policies by id, or packs by name.
    da: Regler ved id, eller pakker ved navn.
    nb: Regler ved id, eller pakker ved navn.

    Policy files and folders. Default: the shipped packs.
    da: Filer og mapper med regler. Ellers dem, der følger med.
    nb: Filer og mapper med regler. Ellers dem som følger med.

    Policy files and folders.
    da: Filer og mapper med regler.
    nb: Filer og mapper med regler.

    Hold them to what a shipped pack must have: three languages, a basis, examples.
    da: Kræv af dem, hvad en pakke, der følger med, skal have: tre sprog, et grundlag, eksempler.
    nb: Krev av dem det en pakke som følger med, må ha: tre språk, et grunnlag, eksempler.

    Change the files instead of printing.
    da: Ret filerne i stedet for at vise dem.
    nb: Endre filene i stedet for å vise dem.

    Only say which files are not formatted.
    da: Vis kun, hvilke filer der ikke er formateret.
    nb: Vis bare hvilke filer som ikke er formatert.
    """#
}

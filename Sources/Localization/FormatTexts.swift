extension Catalogue {
  /// What readers of JSON, YAML and texts say is wrong.
  static let formatTexts = #"""
    a string does not end
    da: en tekststreng slutter ikke
    nb: en tekststreng slutter ikke

    a string holds a raw line break or control character
    da: en tekststreng har et råt linjeskift eller kontroltegn
    nb: en tekststreng har et rått linjeskift eller kontrolltegn

    write it as an escape, as in `\n`
    da: skriv det som en escape, som i `\n`
    nb: skriv det som en escape, som i `\n`

    an escape in a string is not valid JSON
    da: en escape i en tekststreng er ikke gyldig JSON
    nb: en escape i en tekststreng er ikke gyldig JSON

    a number is not valid JSON
    da: et tal er ikke gyldig JSON
    nb: et tall er ikke gyldig JSON

    expected a value
    da: ventede en værdi
    nb: ventet en verdi

    JSON has no comments, no `NaN`, and strings stand in double quotes
    da: JSON har ingen kommentarer, intet `NaN`, og tekststrenge står i dobbelte anførselstegn
    nb: JSON har ingen kommentarer, ingen `NaN`, og tekststrenger står i doble anførselstegn

    expected a key in double quotes
    da: ventede en nøgle i dobbelte anførselstegn
    nb: ventet en nøkkel i doble anførselstegn

    JSON has no comments and no comma before `}`
    da: JSON har ingen kommentarer og intet komma før `}`
    nb: JSON har ingen kommentarer og ikke noe komma før `}`

    expected `:` after a key
    da: ventede `:` efter en nøgle
    nb: ventet `:` etter en nøkkel

    expected `,` or `}`
    da: ventede `,` eller `}`
    nb: ventet `,` eller `}`

    expected `,` or `]`
    da: ventede `,` eller `]`
    nb: ventet `,` eller `]`

    the record ends too early
    da: posten slutter for tidligt
    nb: posten slutter for tidlig

    there is more text after the end of the record
    da: der er mere tekst efter postens slutning
    nb: det er mer tekst etter slutten på posten

    put a comma or a line break between records
    da: sæt komma eller linjeskift mellem poster
    nb: sett komma eller linjeskift mellom poster

    values are nested more than {1} deep
    da: værdier er indlejret mere end {1} niveauer
    nb: verdier er nøstet mer enn {1} nivåer

    no supported export is nested that deep; check where the file comes from
    da: ingen kendt eksport er indlejret så dybt; undersøg, hvor filen kommer fra
    nb: ingen kjent eksport er nøstet så dypt; undersøk hvor filen kommer fra

    the key `{1}` occurs twice in one object
    da: nøglen `{1}` står to gange i ét objekt
    nb: nøkkelen `{1}` står to ganger i ett objekt

    programs disagree on which of the two counts; correct the export
    da: programmer er uenige om, hvilken af de to der gælder; ret eksporten
    nb: programmer er uenige om hvilken av de to som gjelder; rett eksporten

    the record has more than {1} values
    da: posten har mere end {1} værdier
    nb: posten har mer enn {1} verdier

    split it
    da: del den
    nb: del den opp

    the record is larger than 4 GiB
    da: posten er større end 4 GiB
    nb: posten er større enn 4 GiB

    split the file
    da: del filen
    nb: del opp filen

    there was not enough memory for the record
    da: der var ikke hukommelse nok til posten
    nb: det var ikke nok minne til posten

    the file ends within the record that starts here
    da: filen slutter midt i den post, der begynder her
    nb: filen slutter midt i posten som begynner her

    the file is {1}, not UTF-8
    da: filen er {1}, ikke UTF-8
    nb: filen er {1}, ikke UTF-8

    save the file as UTF-8 and audit it again
    da: gem filen som UTF-8, og kør revisionen igen
    nb: lagre filen som UTF-8, og kjør revisjonen på nytt

    export it again; an empty list is written `[]`
    da: eksportér den igen; en tom liste skrives `[]`
    nb: eksporter den på nytt; en tom liste skrives `[]`

    a bracket is closed by one of the other kind, in the record that starts at line {1}
    da: en parentes lukkes af en af den anden slags i den post, der begynder i linje {1}
    nb: en parentes lukkes av en av den andre typen i posten som begynner på linje {1}

    the records before it were read; correct the file
    da: posterne før den blev læst; ret filen
    nb: postene før den ble lest; rett filen

    the file is not JSON
    da: filen er ikke JSON
    nb: filen er ikke JSON

    JSON starts with `{` or `[`
    da: JSON begynder med `{` eller `[`
    nb: JSON begynner med `{` eller `[`

    there is more text after the end of the JSON document
    da: der er mere tekst efter JSON-dokumentets slutning
    nb: det er mer tekst etter slutten på JSON-dokumentet

    put each document in a file of its own, or write one record a line
    da: læg hvert dokument i sin egen fil, eller skriv én post pr. linje
    nb: legg hvert dokument i sin egen fil, eller skriv én post per linje

    the page is larger than {1} MiB
    da: siden er større end {1} MiB
    nb: siden er større enn {1} MiB

    is it a page? split it
    da: er det en side? del den
    nb: er det en side? del den opp

    the page holds a NUL byte
    da: siden har en NUL-byte
    nb: siden har en NUL-byte

    what is behind it would not be read; save it again
    da: det, der står efter den, ville ikke blive læst; gem den igen
    nb: det som står etter den, ville ikke bli lest; lagre den på nytt

    the page is not valid UTF-8
    da: siden er ikke gyldig UTF-8
    nb: siden er ikke gyldig UTF-8

    save it as UTF-8
    da: gem den som UTF-8
    nb: lagre den som UTF-8

    the page nests more than {1} levels
    da: siden har mere end {1} niveauer
    nb: siden har mer enn {1} nivåer

    is it a page?
    da: er det en side?
    nb: er det en side?

    the file is larger than {1} MiB
    da: filen er større end {1} MiB
    nb: filen er større enn {1} MiB

    is it the file that was meant?
    da: er det den fil, der var ment?
    nb: er det filen som var ment?

    the file is UTF-32, which is not read
    da: filen er UTF-32, som ikke læses
    nb: filen er UTF-32, som ikke leses

    save it as UTF-8, in an editor by “save as” or with `iconv -f UTF-32 -t UTF-8`
    da: gem den som UTF-8, i en editor med “gem som” eller med `iconv -f UTF-32 -t UTF-8`
    nb: lagre den som UTF-8, i en editor med “lagre som” eller med `iconv -f UTF-32 -t UTF-8`

    the file ends in the middle of a UTF-16 character
    da: filen slutter midt i et UTF-16-tegn
    nb: filen slutter midt i et UTF-16-tegn

    UTF-8 with a byte-order mark
    da: UTF-8 med byterækkefølgemærke
    nb: UTF-8 med byterekkefølgemerke

    it was cut off or changed; export it again
    da: den er skåret af eller ændret; eksportér den igen
    nb: den er kuttet eller endret; eksporter den på nytt

    save it without a password
    da: gem den uden adgangskode
    nb: lagre den uten passord

    split it, or save the table as CSV
    da: del den, eller gem tabellen som CSV
    nb: del den opp, eller lagre tabellen som CSV

    export it again
    da: eksportér den igen
    nb: eksporter den på nytt

    save the values alone, or as CSV
    da: gem kun værdierne, eller som CSV
    nb: lagre bare verdiene, eller som CSV

    save it anew, or as CSV
    da: gem den på ny, eller som CSV
    nb: lagre den på nytt, eller som CSV

    the cells of a row are not in order, or too many
    da: cellerne i en række står ikke i orden, eller der er for mange
    nb: cellene i en rad står ikke i rekkefølge, eller det er for mange

    anchors and aliases are not used here
    da: ankre og aliasser bruges ikke her
    nb: ankre og aliaser brukes ikke her

    write the values out; put a text that starts with `*` or `&` in quotes
    da: skriv værdierne ud; sæt en tekst, der begynder med `*` eller `&`, i anførselstegn
    nb: skriv verdiene helt ut; sett en tekst som begynner med `*` eller `&`, i anførselstegn

    the file is not valid UTF-8
    da: filen er ikke gyldig UTF-8
    nb: filen er ikke gyldig UTF-8

    save the file as UTF-8
    da: gem filen som UTF-8
    nb: lagre filen som UTF-8

    the file is not valid YAML
    da: filen er ikke gyldig YAML
    nb: filen er ikke gyldig YAML

    write the value out
    da: skriv værdien ud
    nb: skriv verdien helt ut

    a key is a list or a map, not text
    da: en nøgle er en liste eller et map, ikke en tekst
    nb: en nøkkel er en liste eller et map, ikke en tekst

    tags (`!…`) are not used here
    da: tags (`!…`) bruges ikke her
    nb: tagger (`!…`) brukes ikke her

    remove the tag, or quote the text
    da: fjern tagget, eller sæt teksten i anførselstegn
    nb: fjern taggen, eller sett teksten i anførselstegn

    the key `{1}` occurs twice in one map
    da: nøglen `{1}` står to gange i ét map
    nb: nøkkelen `{1}` står to ganger i ett map

    remove or rename one of the two
    da: fjern eller omdøb den ene af de to
    nb: fjern eller gi nytt navn til en av de to

    the file is not valid YAML: {1}
    da: filen er ikke gyldig YAML: {1}
    nb: filen er ikke gyldig YAML: {1}

    the file holds more than one document
    da: filen har mere end ét dokument
    nb: filen har mer enn ett dokument

    remove the `---` between them
    da: fjern `---` mellem dem
    nb: fjern `---` mellom dem
    """#
}

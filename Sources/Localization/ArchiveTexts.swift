extension Catalogue {
  /// What is told of archives that hold exports.
  static let archiveTexts = #"""
    a ZIP archive of {1:file|files}, each listed by itself
    da: et ZIP-arkiv med {1:fil|filer}, der hver er opført for sig
    nb: et ZIP-arkiv med {1:fil|filer}, som hver er ført opp for seg

    an archive within an archive, which is not read; unpack the outer one, and give the folder instead
    da: et arkiv i et arkiv, som ikke læses; pak det yderste ud, og angiv mappen i stedet
    nb: et arkiv i et arkiv, som ikke leses; pakk ut det ytterste, og oppgi mappen i stedet

    unpack it, look at what it holds, and give the folder instead
    da: pak det ud, se på indholdet, og angiv mappen i stedet
    nb: pakk det ut, se på innholdet, og oppgi mappen i stedet

    the archive is damaged or cut off
    da: arkivet er beskadiget eller skåret af
    nb: arkivet er skadet eller kuttet

    fetch it again, or pack it anew
    da: hent det igen, eller pak det på ny
    nb: hent det på nytt, eller pakk det på nytt

    the entry of the archive is damaged, or packed in a way that is not read
    da: filen i arkivet er beskadiget, eller pakket på en måde, der ikke læses
    nb: filen i arkivet er skadet, eller pakket på en måte som ikke leses

    fetch the archive again, or pack it anew
    da: hent arkivet igen, eller pak det på ny
    nb: hent arkivet på nytt, eller pakk det på nytt

    the archive holds no file
    da: arkivet indeholder ingen fil
    nb: arkivet inneholder ingen fil

    is it the one that was meant?
    da: er det det, der var ment?
    nb: er det det som var ment?

    the archive is a part of several, or of the form for very large ones
    da: arkivet er en del af flere, eller har formen for meget store arkiver
    nb: arkivet er en del av flere, eller har formen for svært store arkiver

    the archive holds more than {1} entries
    da: arkivet har mere end {1} poster
    nb: arkivet har mer enn {1} poster

    the archive unpacks to more than {1} MiB
    da: arkivet fylder udpakket mere end {1} MiB
    nb: arkivet blir utpakket større enn {1} MiB

    the archive is larger than {1} MiB
    da: arkivet er større end {1} MiB
    nb: arkivet er større enn {1} MiB

    two entries of the archive are `{1}`, as systems compare names
    da: to poster i arkivet hedder `{1}`, sådan som systemer sammenligner navne
    nb: to poster i arkivet heter `{1}`, slik systemer sammenligner navn

    the entry `{1}` is encrypted
    da: posten `{1}` er krypteret
    nb: posten `{1}` er kryptert

    pack it anew without a password
    da: pak det på ny uden adgangskode
    nb: pakk det på nytt uten passord

    the entry `{1}` is a link to another file
    da: posten `{1}` er et link til en anden fil
    nb: posten `{1}` er en lenke til en annen fil

    the entry `{1}` unpacks to more than {2} times its size
    da: posten `{1}` fylder udpakket mere end {2} gange sin størrelse
    nb: posten `{1}` blir utpakket mer enn {2} ganger så stor

    an entry of the archive has no proper name
    da: en post i arkivet har ikke et rigtigt navn
    nb: en post i arkivet har ikke et riktig navn

    the entry `{1}` has no proper name
    da: posten `{1}` har ikke et rigtigt navn
    nb: posten `{1}` har ikke et riktig navn

    the entry `{1}` has a control character in its name
    da: posten `{1}` har et kontroltegn i navnet
    nb: posten `{1}` har et kontrolltegn i navnet

    the entry `{1}` has a backslash in its name
    da: posten `{1}` har en omvendt skråstreg i navnet
    nb: posten `{1}` har en omvendt skråstrek i navnet

    the entry `{1}` has an absolute name
    da: posten `{1}` har et absolut navn
    nb: posten `{1}` har et absolutt navn

    the entry `{1}` leads out of the archive
    da: posten `{1}` fører ud af arkivet
    nb: posten `{1}` fører ut av arkivet

    a recording of a browser (HAR) with {1:answer|answers} in JSON, each listed by itself, and {2:other request|other requests}, passed over; it holds a session: delete it once the report is made
    da: en browseroptagelse (HAR) med {1:svar|svar} i JSON, der hver er opført for sig, og {2:anden forespørgsel|andre forespørgsler}, som er sprunget over; den har en session: slet den, når rapporten er lavet
    nb: et nettleseropptak (HAR) med {1:svar|svar} i JSON, som hver er ført opp for seg, og {2:annen forespørsel|andre forespørsler}, som er hoppet over; det har en økt: slett det når rapporten er laget

    the recording (HAR) is cut off, or has no list of requests
    da: optagelsen (HAR) er skåret af, eller har ingen liste over forespørgsler
    nb: opptaket (HAR) er kuttet, eller har ingen liste over forespørsler

    the recording (HAR) holds sessions of more than one user
    da: optagelsen (HAR) har sessioner for mere end én bruger
    nb: opptaket (HAR) har økter for mer enn én bruker

    record each user by themselves, from the login on
    da: optag hver bruger for sig, fra login og frem
    nb: ta opp hver bruker for seg, fra innlogging og videre

    the recording (HAR) holds no answer in JSON
    da: optagelsen (HAR) har intet svar i JSON
    nb: opptaket (HAR) har ikke noe svar i JSON

    open the developer tools before the page, and save the recording with its contents
    da: åbn udviklerværktøjet før siden, og gem optagelsen med indhold
    nb: åpne utviklerverktøyet før siden, og lagre opptaket med innhold

    the answer is a part of one (status 206); record it again
    da: svaret er en del af et (status 206); optag det igen
    nb: svaret er en del av et (status 206); ta det opp på nytt

    the interface answered with an error (status {1}): what was asked for did not come; record it again, as somebody who may see it
    da: grænsefladen svarede med en fejl (status {1}): det, der blev bedt om, kom ikke; optag det igen som en, der må se det
    nb: grensesnittet svarte med en feil (status {1}): det som ble etterspurt, kom ikke; ta det opp på nytt som en som kan se det

    the recording has two answers to this question, which differ; record it again
    da: optagelsen har to svar på dette spørgsmål, som er forskellige; optag det igen
    nb: opptaket har to svar på dette spørsmålet, som er ulike; ta det opp på nytt

    the recording does not hold the answer; save it with its contents
    da: optagelsen har ikke svaret; gem den med indhold
    nb: opptaket har ikke svaret; lagre det med innhold

    the answer is written in a way that is not read; save the recording with another browser
    da: svaret er skrevet på en måde, der ikke læses; gem optagelsen med en anden browser
    nb: svaret er skrevet på en måte som ikke leses; lagre opptaket med en annen nettleser

    how long the answer was, the recording does not say; save it with another browser
    da: hvor langt svaret var, siger optagelsen ikke; gem den med en anden browser
    nb: hvor langt svaret var, sier ikke opptaket; lagre det med en annen nettleser

    the recording holds {1} of {2} bytes of the answer; save the answer by itself
    da: optagelsen har {1} af {2} bytes af svaret; gem svaret for sig
    nb: opptaket har {1} av {2} byte av svaret; lagre svaret for seg
    """#
}

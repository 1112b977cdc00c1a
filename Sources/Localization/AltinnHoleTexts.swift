extension Catalogue {
  /// What answers, pages and policies of Altinn leave open.
  static let altinnHoleTexts = #"""
    whether the right was given or comes by a role is not said
    da: om rettigheden er givet eller følger af en rolle, fremgår ikke
    nb: om rettigheten er gitt eller følger av en rolle, går ikke fram

    `to` names nobody
    da: `to` nævner ingen
    nb: `to` nevner ingen

    the answer has no `{1}`
    da: svaret har ingen `{1}`
    nb: svaret har ingen `{1}`

    the right names no resource
    da: rettigheden nævner ingen ressource
    nb: rettigheten nevner ingen ressurs

    who gave the rights is not said
    da: hvem der gav rettighederne, fremgår ikke
    nb: hvem som ga rettighetene, går ikke fram

    who made the change is not said
    da: hvem der foretog ændringen, fremgår ikke
    nb: hvem som gjorde endringen, går ikke fram

    the record has no `legacyRoleCode`: which code the role has in Enhetsregisteret it does not say
    da: posten har ingen `legacyRoleCode`: den siger ikke, hvilken kode rollen har i Enhetsregisteret
    nb: posten har ingen `legacyRoleCode`: den sier ikke hvilken kode rollen har i Enhetsregisteret

    the record has no `resourceType`
    da: posten har ingen `resourceType`
    nb: posten har ingen `resourceType`

    `userType` is none that is known
    da: `userType` er ikke en af de kendte
    nb: `userType` er ikke en av de kjente

    for which client is not said
    da: for hvilken klient, fremgår ikke
    nb: for hvilken klient, går ikke fram

    the resource has no id
    da: ressourcen har intet id
    nb: ressursen har ingen id

    who called is not said; name the `user` in `tilsyn.yaml`
    da: hvem der spurgte, fremgår ikke; angiv `user` i `tilsyn.yaml`
    nb: hvem som spurte, går ikke fram; oppgi `user` i `tilsyn.yaml`

    whose clients these are is not said; name the `organisation` in `tilsyn.yaml`
    da: hvis klienter det er, fremgår ikke; angiv `organisation` i `tilsyn.yaml`
    nb: hvem sine klienter det er, går ikke fram; oppgi `organisation` i `tilsyn.yaml`

    the day is none that is known
    da: dagen er ikke en dag, der kendes
    nb: dagen er ingen kjent dag

    the form of the organisation is not said
    da: organisationsformen fremgår ikke
    nb: organisasjonsformen går ikke fram

    when the party was deleted is not said
    da: hvornår parten blev slettet, fremgår ikke
    nb: når parten ble slettet, går ikke fram

    whether sub-units were asked for, the overview does not say, and no row is of {1}
    da: om underenheder blev bedt om, siger oversigten ikke, og ingen række er om {1}
    nb: om underenheter ble tatt med, sier oversikten ikke, og ingen rad gjelder {1}

    no answer of {1} was loaded, and those of others say nothing of it
    da: intet svar fra {1} blev indlæst, og svar fra andre siger intet om den
    nb: ingen svar fra {1} ble lest inn, og svar fra andre sier ingenting om den

    no document says whether {1} is a sub-unit, or of which unit
    da: intet dokument siger, om {1} er en underenhed, eller af hvilken enhed
    nb: ingen dokumenter sier om {1} er en underenhet, eller av hvilken enhet

    the page does not say it of this group
    da: siden siger det ikke om denne gruppe
    nb: siden sier det ikke om denne gruppen

    the page does not say which roles hold this group
    da: siden siger ikke, hvilke roller der har denne gruppe
    nb: siden sier ikke hvilke roller som har denne gruppen

    the page has no tree with this name
    da: siden har intet træ med dette navn
    nb: siden har ikke noe tre med dette navnet

    what the page says is neither yes nor no
    da: hvad siden siger, er hverken ja eller nej
    nb: det siden sier, er verken ja eller nei

    what the rule asks for could not be worked out
    da: hvad reglen kræver, kunne ikke udredes
    nb: hva regelen krever, lot seg ikke avklare

    a condition depends on more than which values there are
    da: en betingelse afhænger af mere end, hvilke værdier der er
    nb: en betingelse avhenger av mer enn hvilke verdier som finnes

    a match compares by `{1}` or selects from content
    da: en sammenligning bruger `{1}` eller udvælger fra indholdet
    nb: en sammenligning bruker `{1}` eller velger fra innholdet

    a rule has more than {1} alternatives
    da: en regel har mere end {1} alternativer
    nb: en regel har mer enn {1} alternativer

    it names more than {1} combinations
    da: den nævner mere end {1} kombinationer
    nb: den nevner mer enn {1} kombinasjoner

    a policy that it refers to cannot be used
    da: en policy, som den henviser til, kan ikke bruges
    nb: en policy som den viser til, kan ikke brukes

    it asks for more than can be worked out: {1}
    da: den kræver mere, end der kan udredes: {1}
    nb: den krever mer enn det går an å avklare: {1}
    """#
}

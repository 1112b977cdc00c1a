extension Catalogue {
  /// What documents of Altinn are that are known and not used.
  static let altinnKindTexts = #"""
    a request for one decision, which says nothing of rights
    da: en anmodning om én afgørelse, som intet siger om rettigheder
    nb: en forespørsel om én avgjørelse, som ikke sier noe om rettigheter

    one decision, which says nothing of other rights
    da: én afgørelse, som intet siger om andre rettigheder
    nb: én avgjørelse, som ikke sier noe om andre rettigheter

    roles of one user for one party; whose roles they are, the document does not say
    da: én brugers roller for én part; hvis roller det er, siger dokumentet ikke
    nb: rollene til én bruker for én part; hvem sine roller det er, sier ikke dokumentet

    what the caller may give away; who called, the document does not say
    da: hvad den, der spurgte, må give videre; hvem det var, siger dokumentet ikke
    nb: hva den som spurte, kan gi videre; hvem det var, sier ikke dokumentet

    what somebody may give away of one resource
    da: hvad nogen må give videre af én ressource
    nb: hva noen kan gi videre av én ressurs

    the answer to a question about one user's rights
    da: svaret på et spørgsmål om én brugers rettigheder
    nb: svaret på et spørsmål om rettighetene til én bruker

    a question about rights
    da: et spørgsmål om rettigheder
    nb: et spørsmål om rettigheter

    the rights that one resource has; its policy is read instead
    da: de rettigheder, som én ressource har; dens politik læses i stedet
    nb: rettighetene som én ressurs har; policyen leses i stedet

    a request to delegate; what came of it, another document says
    da: en anmodning om delegering; hvad der blev af den, siger et andet dokument
    nb: en forespørsel om delegering; hva det ble av den, sier et annet dokument

    a request to take back a delegation
    da: en anmodning om at trække en delegering tilbage
    nb: en forespørsel om å trekke tilbake en delegering

    a request to change rules
    da: en anmodning om at ændre regler
    nb: en forespørsel om å endre regler

    a request to delete rules
    da: en anmodning om at slette regler
    nb: en forespørsel om å slette regler

    a question about rules
    da: et spørgsmål om regler
    nb: et spørsmål om regler

    a resource that a question is about
    da: en ressource, som et spørgsmål handler om
    nb: en ressurs som et spørsmål handler om

    rights of one caller on one resource
    da: én spørgers rettigheder til én ressource
    nb: rettighetene til én spørrer på én ressurs

    what one user has; who, the document does not say
    da: hvad én bruger har; hvem, siger dokumentet ikke
    nb: hva én bruker har; hvem, sier ikke dokumentet

    which resources name a subject; policies are read instead
    da: hvilke ressourcer der nævner et subjekt; politikkerne læses i stedet
    nb: hvilke ressurser som nevner et subjekt; policyene leses i stedet

    the answer to a question about an access list
    da: svaret på et spørgsmål om en adgangsliste
    nb: svaret på et spørsmål om en tilgangsliste

    a question about one subject and one resource
    da: et spørgsmål om ét subjekt og én ressource
    nb: et spørsmål om ett subjekt og én ressurs

    an access list without its members
    da: en adgangsliste uden dens medlemmer
    nb: en tilgangsliste uten medlemmene

    a consent, which is given to one request and ends by itself
    da: et samtykke, som gives til én anmodning og ophører af sig selv
    nb: et samtykke, som gis til én forespørsel og opphører av seg selv

    a template for consents
    da: en skabelon for samtykker
    nb: en mal for samtykker

    a system that may be used, not its users
    da: et system, der kan bruges, ikke dets brugere
    nb: et system som kan brukes, ikke brukerne av det

    changes of a system, not of its users
    da: ændringer af et system, ikke af dets brugere
    nb: endringer av et system, ikke av brukerne

    a request for a system user; nobody has it yet
    da: en anmodning om en systembruger; ingen har den endnu
    nb: en forespørsel om en systembruker; ingen har den ennå

    packages as an older interface showed them; export them again
    da: pakker, som en ældre grænseflade viste dem; eksportér dem igen
    nb: pakker slik et eldre grensesnitt viste dem; eksporter dem på nytt

    the profile of one user
    da: én brugers profil
    nb: profilen til én bruker

    the main unit of one party, by numbers alone
    da: hovedenheden for én part, kun med numre
    nb: hovedenheten til én part, bare med numre

    the log of one decision
    da: loggen for én afgørelse
    nb: loggen for én avgjørelse

    one form that somebody filled in
    da: én formular, som nogen har udfyldt
    nb: ett skjema som noen har fylt ut

    the description of an app
    da: beskrivelsen af en app
    nb: beskrivelsen av en app

    a dialogue with a citizen
    da: en dialog med en borger
    nb: en dialog med en innbygger

    logins that one citizen gave to clients
    da: logins, som én borger gav til klienter
    nb: innlogginger som én innbygger ga til klienter

    test data of a login
    da: testdata for et login
    nb: testdata for en innlogging

    choices of an editor of policies
    da: valgmuligheder i en editor til politikker
    nb: valg i en editor for policyer

    parties that have rights on one resource; which, the document does not say
    da: parter, der har rettigheder til én ressource; hvilke, siger dokumentet ikke
    nb: parter som har rettigheter på én ressurs; hvilke, sier ikke dokumentet

    resources in a shape that an older interface had; export them again
    da: ressourcer i en form, som en ældre grænseflade havde; eksportér dem igen
    nb: ressurser i en form som et eldre grensesnitt hadde; eksporter dem på nytt

    resources as a page shows them; the registry's own list is read instead
    da: ressourcer, som en side viser dem; registrets egen liste læses i stedet
    nb: ressurser slik en side viser dem; registerets egen liste leses i stedet
    """#
}

extension Catalogue {
  /// What is told of exports of RabbitMQ.
  static let rabbitMQTexts = #"""
    `administrator` is neither true nor false
    da: `administrator` er hverken sand eller falsk
    nb: `administrator` er verken sann eller usann

    `password_hash` is no text
    da: `password_hash` er ingen tekst
    nb: `password_hash` er ingen tekst

    `permissions` holds something that is no object
    da: `permissions` indeholder noget, der ikke er et objekt
    nb: `permissions` inneholder noe som ikke er et objekt

    `permissions` is no object
    da: `permissions` er ikke et objekt
    nb: `permissions` er ikke noe objekt

    `tags` holds something that is no tag
    da: `tags` indeholder noget, der ikke er et mærke
    nb: `tags` inneholder noe som ikke er et merke

    `tags` is neither a list nor a text
    da: `tags` er hverken en liste eller en tekst
    nb: `tags` er verken en liste eller en tekst

    `value` is no object
    da: `value` er ikke et objekt
    nb: `value` er ikke noe objekt

    `{1}` is a placeholder that something else fills in
    da: `{1}` er en pladsholder, som noget andet udfylder
    nb: `{1}` er en plassholder som noe annet fyller ut

    `{1}` is neither a text nor a list of texts
    da: `{1}` er hverken en tekst eller en liste af tekster
    nb: `{1}` er verken en tekst eller en liste med tekster

    a list of permissions may be that of one virtual host or user only; write the path that was asked into `query`
    da: en liste over tilladelser kan være den for kun én virtuel vært eller bruger; skriv den sti, der blev spurgt om, i `query`
    nb: en liste over tillatelser kan være den for bare én virtuell vert eller bruker; skriv stien det ble spurt om, i `query`

    a parameter
    da: en parameter
    nb: en parameter

    a server without anything in `{1}` is none that can be used, so an empty list proves nothing
    da: en server uden noget i `{1}` kan ikke bruges, så en tom liste beviser intet
    nb: en tjener uten noe i `{1}` kan ikke brukes, så en tom liste beviser ingenting

    a virtual host
    da: en virtuel vært
    nb: en virtuell vert

    an address of the link is a placeholder, or cannot be read as one
    da: en adresse på forbindelsen er en pladsholder eller kan ikke læses som en adresse
    nb: en adresse på forbindelsen er en plassholder eller kan ikke leses som en adresse

    an exchange
    da: en udveksling
    nb: en utveksling

    an export
    da: en eksport
    nb: en eksport

    anything of users and permissions: access to this virtual host cannot be audited
    da: noget om brugere og tilladelser: adgangen til denne virtuelle vært kan ikke revideres
    nb: noe om brukere og tillatelser: tilgangen til denne virtuelle verten kan ikke revideres

    exchange
    da: udveksling
    nb: utveksling

    exchanges
    da: udvekslinger
    nb: utvekslinger

    export
    da: eksport
    nb: eksport

    exports
    da: eksporter
    nb: eksporter

    exports disagree in the tags of this user
    da: eksporter er uenige om mærkerne på denne bruger
    nb: eksporter er uenige om merkene på denne brukeren

    no password can be tried on the hash: with what it was made is not known, or it is none
    da: ingen adgangskode kan prøves på hashværdien: hvad den er lavet med, vides ikke, eller den er ingen
    nb: ingen passord kan prøves på hashverdien: hva den er laget med, er ikke kjent, eller den er ingen

    of which virtual host the list is, cannot be told from `query`
    da: hvilken virtuel vært listen er fra, kan ikke ses af `query`
    nb: hvilken virtuell vert listen er fra, kan ikke ses av `query`

    of which virtual host the list is, is not known; write the command into `query`
    da: hvilken virtuel vært listen er fra, vides ikke; skriv kommandoen i `query`
    nb: hvilken virtuell vert listen er fra, er ikke kjent; skriv kommandoen i `query`

    parameter
    da: parameter (indstilling)
    nb: parameter (innstilling)

    parameters
    da: parametre
    nb: parametere

    queues, bindings, policies, connections or the state of a broker, which say nothing of who may do what
    da: køer, bindinger, politikker, forbindelser eller tilstanden af en meddelelsesmægler, som intet siger om, hvem der må hvad
    nb: køer, bindinger, regler, forbindelser eller tilstanden til en meldingsmegler, som ikke sier noe om hvem som kan gjøre hva

    the address does not say once whether certificates are checked, which depends on the version
    da: adressen siger ikke entydigt, om certifikater kontrolleres, og det afhænger af versionen
    nb: adressen sier ikke entydig om sertifikater kontrolleres, og det avhenger av versjonen

    the command lists one virtual host, and others may have more; make one file of each, and write the command into `query`
    da: kommandoen viser én virtuel vært, og andre kan have flere; lav en fil af hver, og skriv kommandoen i `query`
    nb: kommandoen viser én virtuell vert, og andre kan ha flere; lag en fil av hver, og skriv kommandoen i `query`

    the definitions of all virtual hosts: *Overview*, *Export definitions* with virtual host *All*, or `rabbitmqctl export_definitions FILE`; an administrator can make it; it holds hashes of passwords, so delete it after reading
    da: definitionerne af alle virtuelle værter: *Overview*, *Export definitions* med den virtuelle vært *All*, eller `rabbitmqctl export_definitions FILE`; en administrator kan lave den; den indeholder hashværdier af adgangskoder, så slet den efter læsningen
    nb: definisjonene av alle virtuelle verter: *Overview*, *Export definitions* med den virtuelle verten *All*, eller `rabbitmqctl export_definitions FILE`; en administrator kan lage den; den inneholder hashverdier av passord, så slett den etter lesingen

    the definitions were written to be loaded: they add to what there is, and are not what there is; export them from the server
    da: definitionerne er skrevet for at blive indlæst: de føjer til det, der er, og er ikke det, der er; eksportér dem fra serveren
    nb: definisjonene er skrevet for å bli lastet inn: de føyer til det som er, og er ikke det som er; eksporter dem fra tjeneren

    the document cannot be told from others
    da: dokumentet kan ikke kendes fra andre
    nb: dokumentet kan ikke skilles fra andre

    the document could not be read
    da: dokumentet kunne ikke læses
    nb: dokumentet kunne ikke leses

    the exchange does not say its type
    da: udvekslingen siger ikke, hvilken type den er
    nb: utvekslingen sier ikke hvilken type den er

    the export does not say of which virtual host it is
    da: eksporten siger ikke, hvilken virtuel vært den er fra
    nb: eksporten sier ikke hvilken virtuell vert den er fra

    the export has no hash of the password
    da: eksporten har ingen hashværdi af adgangskoden
    nb: eksporten har ingen hashverdi av passordet

    the export has no list `{1}`
    da: eksporten har ingen liste `{1}`
    nb: eksporten har ingen liste som heter `{1}`

    the export is of one virtual host and cannot be audited for access; export the definitions of all virtual hosts
    da: eksporten er af én virtuel vært og kan ikke revideres for adgang; eksportér definitionerne af alle virtuelle værter
    nb: eksporten er av én virtuell vert og kan ikke revideres for tilgang; eksporter definisjonene av alle virtuelle verter

    the exports are of several clusters, and nothing says of which this one is; give each file its `organisation`
    da: eksporterne er fra flere klynger, og intet siger, hvilken denne er fra; giv hver fil sin `organisation`
    nb: eksportene er fra flere klynger, og ingenting sier hvilken denne er fra; gi hver fil sin `organisation`

    the file holds one record, or could not be read whole: others may exist
    da: filen har én post, eller den kunne ikke læses helt: der kan findes andre
    nb: filen har én post, eller den kunne ikke leses helt: det kan finnes andre

    the hash is a placeholder that something else fills in
    da: hashværdien er en pladsholder, som noget andet udfylder
    nb: hashverdien er en plassholder som noe annet fyller ut

    the link has no `{1}`
    da: forbindelsen har ingen `{1}`
    nb: forbindelsen har ikke `{1}`

    the password is a placeholder that something else fills in
    da: adgangskoden er en pladsholder, som noget andet udfylder
    nb: passordet er en plassholder som noe annet fyller ut

    the user has no `permissions`
    da: brugeren har ingen `permissions`
    nb: brukeren har ikke `permissions`

    the user has no `tags`
    da: brugeren har ingen `tags`
    nb: brukeren har ikke `tags`

    there are more words to try than are tried
    da: der er flere ord at prøve, end der prøves
    nb: det er flere ord å prøve enn de som prøves

    users of other backends, such as a portal, a directory or certificates: the document has those that RabbitMQ itself keeps
    da: brugere af andre systemer, såsom en portal, et register eller certifikater: dokumentet har dem, som RabbitMQ selv holder
    nb: brukere i andre systemer, som en portal, en katalog eller sertifikater: dokumentet har dem som RabbitMQ selv holder

    virtual host
    da: virtuel vært
    nb: virtuell vert

    virtual hosts
    da: virtuelle værter
    nb: virtuelle verter

    what an empty pattern means to this broker is not known
    da: hvad et tomt mønster betyder for denne meddelelsesmægler, vides ikke
    nb: hva et tomt mønster betyr for denne meldingsmegleren, er ikke kjent

    what is secret in the address is a placeholder, or cannot be told
    da: det hemmelige i adressen er en pladsholder eller kan ikke ses
    nb: det hemmelige i adressen er en plassholder eller kan ikke ses

    what the pattern matches cannot be decided
    da: hvad mønstret passer på, kan ikke afgøres
    nb: hva mønsteret passer på, kan ikke avgjøres

    whether `guest` may log in from other machines, listeners without TLS, and shovels of a configuration file
    da: om `guest` må logge ind fra andre maskiner, porte uden TLS, og skovle i en konfigurationsfil
    nb: om `guest` kan logge inn fra andre maskiner, porter uten TLS, og skuffer i en konfigurasjonsfil

    whether the pattern matches this exchange cannot be decided, or whether it is one for topics
    da: om mønstret passer på denne udveksling, kan ikke afgøres, eller om den er for emner
    nb: om mønsteret passer på denne utvekslingen, kan ikke avgjøres, eller om den er for emner

    whoever is no administrator is shown the virtual hosts that are his own, and the list does not say so; export the definitions
    da: den, der ikke er administrator, får vist sine egne virtuelle værter, og listen siger det ikke; eksportér definitionerne
    nb: den som ikke er administrator, får vist sine egne virtuelle verter, og listen sier det ikke; eksporter definisjonene

    with what the hash was made is not known, or it is none
    da: hvad hashværdien er lavet med, vides ikke, eller den er ingen
    nb: hva hashverdien er laget med, er ikke kjent, eller den er ingen
    """#
}

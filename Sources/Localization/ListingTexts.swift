extension Catalogue {
  /// What the listing of sources says.
  static let listingTexts = #"""
    what would decide more:
    da: hvad der ville afgøre mere:
    nb: hva som ville avgjort mer:

    counted over the first {1} of {2} findings
    da: talt over de første {1} af {2} fund
    nb: talt over de første {1} av {2} funn

    … and {1} more; --format json lists all
    da: … og {1} mere; --format json har dem alle
    nb: … og {1} til; --format json har alle

    up to {1:verdict|verdicts} of {2:policy|policies}
    da: op til {1:afgørelse|afgørelser} i {2:regel|regler}
    nb: opptil {1:avgjørelse|avgjørelser} i {2:regel|regler}

    {1} wait for {2}, and for nothing else
    da: {1} venter på {2} og på intet andet
    nb: {1} venter på {2} og på ingenting annet

    {1} wait for {2}, and for other things too
    da: {1} venter på {2} og også på andet
    nb: {1} venter på {2} og også på annet

    {1} wait for {2}, {3} of them for nothing else
    da: {1} venter på {2}, {3} af dem på intet andet
    nb: {1} venter på {2}, {3} av dem på ingenting annet

    warning: {1}
    da: advarsel: {1}
    nb: advarsel: {1}

    no file was found
    da: der blev ikke fundet nogen fil
    nb: ingen fil ble funnet

    {1:file|files}, {2} not used
    da: {1:fil|filer}, {2} ikke brugt
    nb: {1:fil|filer}, {2} ikke brukt
    """#
}

extension Catalogue {
  /// What a configuration did to a result.
  static let settingsTexts = #"""
    left out {1:file|files}
    da: udelod {1:fil|filer}
    nb: utelot {1:fil|filer}

    had {1:file read as what it does|files read as what they do} not look like
    da: lod {1:fil|filer} læse som noget andet, end indholdet ligner
    nb: lot {1:fil|filer} bli lest som noe annet enn innholdet ligner

    said what {1:file is|files are}
    da: sagde, hvad {1:fil|filer} er
    nb: sa hva {1:fil|filer} er

    relied on {1:old file|old files}
    da: stolede på {1:gammel fil|gamle filer}
    nb: stolte på {1:gammel fil|gamle filer}

    changed {1:parameter|parameters}
    da: ændrede {1:parameter|parametre}
    nb: endret {1:parameter|parametre}

    added policies
    da: tilføjede regler
    nb: la til regler

    {1}, of the judged folder, {2}
    da: {1}, i den bedømte mappe, {2}
    nb: {1}, i den vurderte mappen, {2}

    left out {1}
    da: udelod {1}
    nb: utelot {1}

    read against their content: {1}
    da: læst imod deres indhold: {1}
    nb: lest mot innholdet sitt: {1}

    relied on though old: {1}
    da: stolet på, selv om de er gamle: {1}
    nb: stolt på selv om de er gamle: {1}

    parameters {1}
    da: parametre {1}
    nb: parametre {1}

    added policies {1}
    da: tilføjede regler {1}
    nb: la til regler {1}

    policies {1}
    da: regler {1}
    nb: regler {1}

    says what {1:file is|files are}
    da: siger, hvad {1:fil|filer} er
    nb: sier hva {1:fil|filer} er

    by {1}, of the judged folder
    da: af {1}, i den bedømte mappe
    nb: av {1}, i den vurderte mappen

    by {1}
    da: af {1}
    nb: av {1}

    people have pseudonyms
    da: personer har pseudonymer
    nb: personer har pseudonymer

    people are not named
    da: personer er ikke nævnt ved navn
    nb: personer er ikke nevnt ved navn

    people are named for: {1}
    da: personer er nævnt ved navn til brug for: {1}
    nb: personer er nevnt ved navn til bruk for: {1}

    {1:value|values}, not shown
    da: {1:værdi|værdier}, vises ikke
    nb: {1:verdi|verdier}, vises ikke
    """#
}

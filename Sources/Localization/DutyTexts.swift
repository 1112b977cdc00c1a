extension Catalogue {
  /// What is told of registers of duties, and of addresses in registers.
  static let dutyTexts = #"""
    duties
    da: opgaver
    nb: oppgaver

    conflicts
    da: konflikter
    nb: konflikter

    `duties.csv` with `duty,system,what,place`, or the same as YAML; whoever answers for internal control keeps it, together with `conflicts.csv`
    da: `duties.csv` med `duty,system,what,place`, eller det samme som YAML; den, der står for den interne kontrol, fører den sammen med `conflicts.csv`
    nb: `duties.csv` med `duty,system,what,place`, eller det samme som YAML; den som har ansvar for internkontrollen, fører den sammen med `conflicts.csv`

    `conflicts.csv` with `first,second,scope,level,reason,reference`, or the same as YAML; whoever answers for internal control keeps it, together with `duties.csv`
    da: `conflicts.csv` med `first,second,scope,level,reason,reference`, eller det samme som YAML; den, der står for den interne kontrol, fører den sammen med `duties.csv`
    nb: `conflicts.csv` med `first,second,scope,level,reason,reference`, eller det samme som YAML; den som har ansvar for internkontrollen, fører den sammen med `duties.csv`

    the address is not known
    da: adressen kendes ikke
    nb: adressen er ikke kjent

    no host can be read off the address
    da: ingen vært kan læses af adressen
    nb: ingen vert kan leses av adressen
    """#
}

import ArgumentParser

/// The policy language has arguments too: in this target the word means one of the command line.
typealias Argument = ArgumentParser.Argument

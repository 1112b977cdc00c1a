import ArgumentParser
struct QueryCommand: ParsableCommand { func run() throws {} }
struct PolicyTestCommand: ParsableCommand { func run() throws {} }

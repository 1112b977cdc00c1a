@main struct Tilsyn { static func main() {} }

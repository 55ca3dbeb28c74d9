/// What all XML parts of a workbook begin with.
enum XMLPart {
  static let declaration: StaticString = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>

    """
}

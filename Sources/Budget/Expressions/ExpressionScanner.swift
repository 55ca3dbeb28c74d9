/// Reads an expression's text from left to right, scalar by scalar.
///
/// It knows what a name, a quotation and a number look like; what they mean is
/// ``ExpressionParser``'s business.
struct ExpressionScanner {
  let scalars: [Unicode.Scalar]
  var offset = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  var isAtEnd: Bool { offset >= scalars.count }

  /// The scalar `distance` behind the current one.
  func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    let index = offset + distance
    return index >= 0 && index < scalars.count ? scalars[index] : nil
  }

  mutating func skipSpaces() {
    while offset < scalars.count, scalars[offset].isSpace { offset += 1 }
  }

  /// Steps over `scalar` if it comes next.
  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek() == scalar else { return false }
    offset += 1
    return true
  }

  func failure(_ message: String, at place: Int? = nil) -> ExpressionSyntaxError {
    ExpressionSyntaxError(offset: place ?? offset, message: message)
  }

  /// A quotation `"…"` or `「…」` if one comes next, without its white space; in `"…"` a doubled
  /// `""` stands for one.
  mutating func quotation() throws(ExpressionSyntaxError) -> String? {
    let start = offset
    let closing: Unicode.Scalar
    switch peek() {
    case "\"": closing = "\""
    case "「": closing = "」"
    default: return nil
    }
    offset += 1
    var name = String.UnicodeScalarView()
    while let scalar = peek() {
      offset += 1
      if scalar == closing {
        guard closing == "\"", take("\"") else { return String(name) }
      }
      if !scalar.isSpace { name.append(scalar) }
    }
    throw failure("引号没有结束，缺少「\(closing)」。", at: start)
  }

  /// A name without quotes, as far as it reaches; empty if none comes next.
  mutating func bareName() -> String {
    var name = String.UnicodeScalarView()
    var open = 0
    while let scalar = peek() {
      if scalar == "（" {
        open += 1
      } else if scalar == "）" {
        // A parenthesis that the name did not open closes an operation around it.
        guard open > 0 else { break }
        open -= 1
      } else if !Self.isNamePart(scalar), !isInnerHyphen {
        break
      }
      name.append(scalar)
      offset += 1
    }
    return String(name)
  }

  /// `-` between two Latin letters belongs to an id such as `three-public`.
  private var isInnerHyphen: Bool {
    guard peek() == "-", let before = peek(-1), let after = peek(1) else { return false }
    return before.isLatinLetter && after.isLatinLetter
  }

  /// Whether a name may contain the scalar without being quoted.
  static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "a"..."z", "A"..."Z", "_": true
    case "\u{0}"..."\u{7F}": false
    case "＋", "－", "−", "×", "÷", "＊", "／", "＝", "≤", "≥", "＜", "＞": false
    case "「", "」", "［", "］", "．": false
    default: !scalar.isSpace
    }
  }

  /// Whether a name may contain the scalar wherever it stands: no parenthesis that needs a pair.
  static func isPlainNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "（" && scalar != "）" && isNamePart(scalar)
  }

  /// A number with its unit if one comes next: `12.5万元`, `5%`, `3`.
  ///
  /// Digits that go on as a name do not (`2021年预算数`), nor a table of such a name (`2020[…]`).
  mutating func number() throws(ExpressionSyntaxError) -> Expression? {
    let start = offset
    while let scalar = peek(), scalar.isASCIIDigit { offset += 1 }
    guard offset > start else { return nil }
    if peek() == ".", let next = peek(1), next.isASCIIDigit {
      offset += 1
      while let scalar = peek(), scalar.isASCIIDigit { offset += 1 }
    }
    let digits = scalars[start..<offset].text
    let measure = PrintedFigure.Measure.beginning(scalars[offset...])
    offset += measure?.length ?? 0
    if let next = peek(), next == "[" || next == "." || (next != "）" && Self.isNamePart(next)) {
      offset = start
      return nil
    }
    guard let value = ExactDecimal(digits) else {
      let (most, decimals) = (ExactDecimal.maximumDigits, ExactDecimal.maximumScale)
      throw failure("数字太长：最多 \(most) 位，其中小数最多 \(decimals) 位。", at: start)
    }
    return .number(value, measure?.measure)
  }
}

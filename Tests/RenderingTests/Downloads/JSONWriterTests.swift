import Testing

@testable import Rendering

struct JSONWriterTests {
  @Test(arguments: [
    ("", "\"\""), ("公共\"\\/", "\"公共\\\"\\\\/\""), ("a\nb\tc\rd", "\"a\\nb\\tc\\rd\""),
    ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\\u007f\""), ("‘“”’…—", "\"‘“”’…—\""),
    ("一\u{2028}二\u{2029}", "\"一\\u2028二\\u2029\""), ("\u{2027}\u{202A}", "\"\u{2027}\u{202A}\""),
    ("𠮷", "\"𠮷\""),
  ]) func textsAreEscapedWhereTheyMust(text: String, expected: String) {
    var json = JSONWriter()
    json.string(text)
    #expect(json.bytes.text == expected)
  }

  @Test func commasAndLineEndsStandBetweenValues() {
    var json = JSONWriter()
    json.object { json in
      json.line()
      json.field("a", 1)
      json.field("b", orNull: "")
      json.line()
      json.key("c")
      json.array { json in
        json.line()
        json.array([])
        json.line()
        json.array(["x", "y"])
        json.line()
      }
      json.field("d", true)
    }
    #expect(
      json.finish().text == """
        {
        "a":1,"b":null,
        "c":[
        [],
        ["x","y"]
        ],"d":true}

        """)
  }
}

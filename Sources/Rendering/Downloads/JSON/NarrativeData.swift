import Budget

/// The narrative for `data.json`: its blocks one after another, in plain words, with the figures
/// that they bind.
struct NarrativeData {
  let report: Report
  let verification: Verification

  /// How deep a block stands in lists and quotations.
  private struct Place {
    var depth = 0
    var marker: String?
    var isQuoted = false
  }

  /// Appends the field `narrative`.
  func write(into json: inout JSONWriter) {
    json.line()
    json.key("narrative")
    json.array { json in
      write(report.narrative.blocks, Place(), &json)
      json.line()
    }
  }

  private func write(_ blocks: [Block], _ place: Place, _ json: inout JSONWriter) {
    var place = place
    for block in blocks {
      write(block, place, &json)
      // Only the first block of an item stands behind its marker.
      place.marker = nil
    }
  }

  private func write(_ block: Block, _ place: Place, _ json: inout JSONWriter) {
    switch block {
    case .heading(let heading):
      entry("heading", place, &json) { json in
        json.field("level", heading.level)
        json.field("anchor", heading.anchor)
        json.field("text", heading.content.plainText)
        figures(of: heading.content, &json)
      }
    case .paragraph(let content, _):
      entry("paragraph", place, &json) { json in
        json.field("text", content.plainText)
        figures(of: content, &json)
      }
    case .list(let marker, let items):
      for (offset, item) in items.enumerated() {
        var inner = place
        inner.depth += 1
        inner.marker = marker.text(ofItem: offset)
        write(item, inner, &json)
      }
    case .quote(let blocks):
      var inner = place
      inner.isQuoted = true
      write(blocks, inner, &json)
    case .code(let text):
      entry("code", place, &json) { $0.field("text", text) }
    case .thematicBreak:
      entry("rule", place, &json) { _ in }
    case .placement(let placement):
      entry("placement", place, &json) { json in
        switch placement.part {
        case .chart(let id): json.field("chart", id)
        case .tables: json.field("part", "tables")
        }
        json.field("text", placement.title)
      }
    }
  }

  private func entry(
    _ type: String, _ place: Place, _ json: inout JSONWriter, _ write: (inout JSONWriter) -> Void
  ) {
    json.line()
    json.object { json in
      json.field("type", type)
      if place.depth > 0 { json.field("depth", place.depth) }
      if let marker = place.marker { json.field("marker", marker) }
      if place.isQuoted { json.field("quoted", true) }
      write(&json)
    }
  }

  private func figures(of content: [Inline], _ json: inout JSONWriter) {
    let figures = content.boundFigures
    guard !figures.isEmpty else { return }
    json.key("figures")
    json.array { json in
      for figure in figures { self.figure(figure, &json) }
    }
  }

  /// What the words say, what they are bound to, and whether that agrees.
  private func figure(_ figure: BoundFigure, _ json: inout JSONWriter) {
    let result = verification.result(of: figure)
    json.object { json in
      json.field("text", figure.text)
      if let result, let printed = PrintedFigure(figure.text) {
        json.field("value", result.stated?.description ?? "")
        json.field("unit", printed.measure.sign)
      }
      json.field("formula", figure.formula)
      if let result {
        json.field("state", result.state.rawValue)
        json.key("cells")
        json.array(verification.citedCells(of: result), of: report)
        if let expected = result.expected, result.difference != nil {
          json.field("expected", expected.description)
        }
      }
      if !figure.note.isEmpty { json.field("note", figure.note) }
    }
  }
}

extension ListMarker {
  /// What stands before an item: `•`, `3.`
  fileprivate func text(ofItem offset: Int) -> String {
    switch self {
    case .bullet: "•"
    case .number(let start, let delimiter): "\(start &+ offset)\(delimiter)"
    }
  }
}

extension [Inline] {
  /// The figures among the words, from left to right.
  fileprivate var boundFigures: [BoundFigure] {
    flatMap { inline -> [BoundFigure] in
      switch inline {
      case .figure(let figure): [figure]
      case .emphasis(let inner), .strong(let inner), .link(_, _, let inner), .misbound(let inner):
        inner.boundFigures
      case .text, .softBreak, .lineBreak, .code, .image: []
      }
    }
  }
}

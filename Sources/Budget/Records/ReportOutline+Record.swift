extension ReportOutline: Recordable {
  public func write(to record: inout RecordWriter) {
    record.write(path)
    record.write(department)
    record.write(fiscalYear)
    record.write(kind)
    record.write(figures)
  }

  public init(from record: inout RecordReader) throws(DamagedRecord) {
    path = try record.text()
    department = try record.text()
    fiscalYear = try record.number()
    kind = try record.value()
    figures = try record.values()
  }
}

extension MainFigure: Recordable {
  public func write(to record: inout RecordWriter) {
    record.write(identity)
    record.write(label)
    record.write(rank)
    record.write(value)
    record.write(decimals)
    record.write(link)
    record.write(position)
    record.write(previous)
  }

  public init(from record: inout RecordReader) throws(DamagedRecord) {
    identity = try record.value()
    label = try record.text()
    rank = try record.value()
    value = try record.value()
    decimals = try record.number()
    link = try record.text()
    position = try record.value()
    previous = try record.optional()
  }
}

extension MainFigure.Identity: Recordable {
  public func write(to record: inout RecordWriter) {
    record.write(id)
    record.write(unit)
    record.write(scope)
  }

  public init(from record: inout RecordReader) throws(DamagedRecord) {
    id = try record.text()
    unit = try record.value()
    scope = try record.text()
  }
}

extension MainFigure.Previous: Recordable {
  public func write(to record: inout RecordWriter) {
    record.write(amount.value)
    record.write(amount.unit)
    record.write(position)
  }

  public init(from record: inout RecordReader) throws(DamagedRecord) {
    amount = Amount(try record.value(), try record.value())
    position = try record.value()
  }
}

extension ExactDecimal: Recordable {
  public func write(to record: inout RecordWriter) {
    record.write(coefficient)
    record.write(scale)
  }

  public init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(coefficient: try record.wideNumber(), scale: try record.number())
  }
}

extension SourcePosition: Recordable {
  public func write(to record: inout RecordWriter) {
    record.write(file)
    record.write(line)
    record.write(column)
  }

  public init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(file: try record.text(), line: try record.number(), column: try record.number())
  }
}

extension PublicationDate: Recordable {
  public func write(to record: inout RecordWriter) { record.write(description) }

  public init(from record: inout RecordReader) throws(DamagedRecord) {
    guard let date = PublicationDate(try record.text()) else { throw DamagedRecord() }
    self = date
  }
}

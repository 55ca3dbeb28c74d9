extension ReportOutline: Recordable {
  /// Writes the parts in the order in which they are read.
  public func write(to record: inout RecordWriter) {
    record.write(path)
    record.write(department)
    record.write(fiscalYear)
    record.write(kind)
    record.write(file)
    record.write(figures)
    record.write(twoYearFigures)
    record.write(links)
  }

  /// Reads the parts in the order in which they were written.
  public init(from record: inout RecordReader) throws(DamagedRecord) {
    path = try record.text()
    department = try record.text()
    fiscalYear = try record.number()
    kind = try record.value()
    file = try record.text()
    figures = try record.values()
    twoYearFigures = try record.values()
    links = try record.values()
  }
}

extension SiteLink: Recordable {
  /// Writes the parts in the order in which they are read.
  public func write(to record: inout RecordWriter) {
    record.write(place)
    record.write(position)
  }

  /// Reads the parts in the order in which they were written.
  public init(from record: inout RecordReader) throws(DamagedRecord) {
    place = try record.text()
    position = try record.value()
  }
}

extension MainFigure: Recordable {
  /// Writes the parts in the order in which they are read.
  public func write(to record: inout RecordWriter) {
    record.write(identity)
    record.write(label)
    record.write(rank)
    record.write(value)
    record.write(decimals)
    record.write(link)
    record.write(position)
  }

  /// Reads the parts in the order in which they were written.
  public init(from record: inout RecordReader) throws(DamagedRecord) {
    identity = try record.value()
    label = try record.text()
    rank = try record.value()
    value = try record.value()
    decimals = try record.number()
    link = try record.text()
    position = try record.value()
  }
}

extension MainFigure.Identity: Recordable {
  /// Writes the parts in the order in which they are read.
  public func write(to record: inout RecordWriter) {
    record.write(id)
    record.write(unit)
    record.write(scope)
  }

  /// Reads the parts in the order in which they were written.
  public init(from record: inout RecordReader) throws(DamagedRecord) {
    id = try record.text()
    unit = try record.value()
    scope = try record.text()
  }
}

extension TwoYearFigure: Recordable {
  /// Writes the parts in the order in which they are read.
  public func write(to record: inout RecordWriter) {
    record.write(id)
    record.write(scope)
    record.write(label)
    record.write(thisYear)
    record.write(lastYear)
  }

  /// Reads the parts in the order in which they were written.
  public init(from record: inout RecordReader) throws(DamagedRecord) {
    id = try record.text()
    scope = try record.text()
    label = try record.text()
    thisYear = try record.value()
    lastYear = try record.optional()
  }
}

extension TwoYearFigure.Entry: Recordable {
  /// Writes the parts in the order in which they are read.
  public func write(to record: inout RecordWriter) {
    record.write(amount)
    record.write(position)
  }

  /// Reads the parts in the order in which they were written.
  public init(from record: inout RecordReader) throws(DamagedRecord) {
    amount = try record.optional()
    position = try record.value()
  }
}

extension Amount: Recordable {
  /// Writes the parts in the order in which they are read.
  public func write(to record: inout RecordWriter) {
    record.write(value)
    record.write(unit)
  }

  /// Reads the parts in the order in which they were written.
  public init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(try record.value(), try record.value())
  }
}

extension ExactDecimal: Recordable {
  /// Writes the parts in the order in which they are read.
  public func write(to record: inout RecordWriter) {
    record.write(coefficient)
    record.write(scale)
  }

  /// Reads the parts in the order in which they were written.
  public init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(coefficient: try record.wideNumber(), scale: try record.number())
  }
}

extension SourcePosition: Recordable {
  /// Writes the parts in the order in which they are read.
  public func write(to record: inout RecordWriter) {
    record.write(file)
    record.write(line)
    record.write(column)
  }

  /// Reads the parts in the order in which they were written.
  public init(from record: inout RecordReader) throws(DamagedRecord) {
    self.init(file: try record.text(), line: try record.number(), column: try record.number())
  }
}

extension PublicationDate: Recordable {
  /// Writes the parts in the order in which they are read.
  public func write(to record: inout RecordWriter) { record.write(description) }

  /// Reads the parts in the order in which they were written.
  public init(from record: inout RecordReader) throws(DamagedRecord) {
    guard let date = PublicationDate(try record.text()) else { throw DamagedRecord() }
    self = date
  }
}

import Budget
public struct ReportIndex { public init(_ r: Report) {}; public func resolve(_ r: Reference) -> Result<[CellAddress], any Error> { .success([]) } }
struct FigureMark { static func marks(for: Report, index: ReportIndex) -> [FigureMark] { [] }; func render(_ f: BoundFigure, into html: inout HTMLBuffer) {} }

import Budget
import Testing

@testable import Rendering

struct DataDownloadTests {
  private func sample() throws -> DownloadFixture {
    try DownloadFixture().table(TableFixture.sample.with { $0.note = "注" }.build())
      .table(
        TableFixture(id: "goals", number: "表十三", title: "目标表", presence: .absent("原文缺")).build()
      )
      .heading(2, "支出")
      .paragraph(
        "合计", figure: "123.46万元", bound: "支出[总计].合计",
        to: CellAddress(table: 0, row: 2, column: 2), expected: "123.45", note: "原文如此"
      )
      .fact("上年", "5%", from: "上年报告")
  }

  @Test func aReportIsWrittenRowByRow() throws {
    let sample = try sample()
    let data = DataDownload(report: sample.report(), verification: sample.verification())
    #expect(
      data.render().text == """
        {
        "format":"sitegen-report-1",
        "path":"2021",
        "title":"说明",
        "department":"某中心",
        "fiscalYear":2021,
        "kind":"budget",
        "published":null,
        "sourceDocument":null,
        "formSet":"set",
        "tables":[
        {
        "id":"expenditure",
        "number":"表三",
        "title":"支出表",
        "subtitle":null,
        "unit":"元",
        "layout":"list",
        "presence":"filled",
        "note":"注",
        "columns":[
        {"id":"code","title":"编码","path":["编码"],"kind":"code","list":"rows"},
        {"id":"name","title":"名称","path":["名称"],"kind":"label","list":"rows"},
        {"id":"total","title":"合计","path":["合计"],"kind":"amount","list":"rows"},
        {"id":"basic","title":"基本","path":["基本"],"kind":"amount","list":"rows"}
        ],
        "lists":[
        {"id":"rows","title":null,"rows":[
        {"key":"201","label":"一般","role":"item","level":1,"parent":null,"cells":{"code":"201",\
        "name":"一般","total":"1,234,567.50","basic":"-"},"values":{"total":"1234567.50"}},
        {"key":"20103","label":"=办公","role":"item","level":2,"parent":"201","cells":\
        {"code":"20103","name":"=办公","total":"1,234,567.50","basic":null},\
        "values":{"total":"1234567.50"}},
        {"key":"total","label":"总计","role":"closing","level":1,"parent":null,"cells":\
        {"code":null,"name":"总计","total":"1,234,567.50","basic":"0.00"},\
        "values":{"total":"1234567.50","basic":"0.00"}}
        ]}
        ]
        },
        {
        "id":"goals",
        "number":"表十三",
        "title":"目标表",
        "subtitle":null,
        "unit":"元",
        "layout":"list",
        "presence":"absent",
        "absence":"原文缺",
        "note":null,
        "columns":[
        ],
        "lists":[
        {"id":"rows","title":null,"rows":[
        ]}
        ]
        }
        ],
        "narrative":[
        {"type":"heading","level":2,"anchor":"支出","text":"支出"},
        {"type":"paragraph","text":"合计123.46万元","figures":[{"text":"123.46万元",\
        "value":"123.46","unit":"万元","formula":"支出[总计].合计","state":"acknowledged",\
        "cells":["expenditure#total.total"],"expected":"123.45","note":"原文如此"}]}
        ],
        "facts":[
        {"name":"上年","value":"5","unit":"%","source":"上年报告"}
        ],
        "charts":[
        ],
        "checks":[
        ]
        }

        """)
  }

  @Test func aChangedAmountIsOneChangedLine() throws {
    func lines(_ amount: String) -> [Substring] {
      let fixture = DownloadFixture().table(
        TableFixture.sample.row("202", "外交", amount, "").build())
      return DataDownload(report: fixture.report(), verification: fixture.verification()).render()
        .text.split(separator: "\n")
    }
    let before = lines("5.00")
    let after = lines("5.01")
    let changed = before.indices.filter { before[$0] != after[$0] }
    #expect(before.count == after.count && changed.count == 1)
    #expect(changed.allSatisfy { after[$0].hasPrefix("{\"key\":\"202\"") })
  }
}

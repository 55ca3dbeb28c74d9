sitegenSearch("search/0/w0.js",`
0 I B
1 N
2 P
3 N
5 M
7 A B
8 A B
01 I
12 I B
16 A B
17 A B
20 P
21 O
22 O
29 I
30 M
32 A B
50 M
78 A B
80 A B
123 I B
201 G B
202 J
205 G
206 G
208 G
210 G
212 O
221 O
295 I
301 M
302 M
303 M
501 M
502 M
509 M
1234 I B
2010 G
2019 A B
2020 I B
2021 B
2050 G
2069 G
2080 G
2101 G
2120 O
2210 O
2950 I
3010 M
3011 M
3019 E
3020 M
3021 M
3022 M
3023 E
3029 M
3030 E
3039 M
5010 M
5019 E
5020 M
5029 M
5090 E
5099 M
12345 I B
20103 G
20202 I
20508 G
20699 G
20805 G
21011 G
21201 O
22102 O
29500 I
30101 E
30102 M
30103 E
30107 E
30108 E
30109 E
30112 E
30113 M
30199 E
30201 M
30205 M
30206 M
30207 M
30211 M
30213 M
30215 M
30216 E
30217 M
30228 M
30229 M
30239 E
30299 M
30302 E
30399 M
50101 M
50102 E
50103 M
50199 E
50201 M
50202 M
50203 E
50206 M
50209 M
50299 M
50905 E
50999 M
201035 G
202029 I
205080 G
206999 G
208050 G
210110 G
212010 O
212019 O
221020 O
295001 I
b I
e I
一 P
一一 C
一三 B
一季 A I
一定 A I
一指 A B
一收 B
一期 I B
一本 C
一机 B
一步 A I
一致 A B
一般 G J
一进 C
一部 B
七 G
七政 C
万 I B
万元 I B
三 P
三主 B
三五 A I
三公 F
三季 A I
三政 B
三方 I B
三行 C
上 C J
上年 C
上排 A I
上的 A B
上级 C
上缴 C
下 C B
下属 A B
下年 C
不 C I
不含 C
不断 A I
与 G J
与信 A I
与度 A I
与计 G
与评 A B
专 K B
专户 C
专用 A B
专项 I
业 G B
业务 A B
业单 G B
业基 C
业年 G
业支 C
业收 C
业管 A B
业编 A B
业运 C E
严 A J
严格 A J
个 M B
个人 M
个所 A B
个职 A B
个项 A B
个预 A B
中 N
中公 E
中安 A B
中应 A B
中心 J
中没 A I
中申 A B
中的 A B
中离 A B
中财 A B
中车 A B
中项 A B
临 I B
临时 I B
为 A J
为保 A B
为全 A I
为总 A I
为良 A B
主 B
主要 B
九 E I
乡 G I
乡社 G I
买 J
买服 J
买货 A B
了 A J
了一 A I
了及 A I
了各 A I
了城 A I
事 G J
事业 G B
事务 G I
事项 A B
二 L
二三 B
二上 C
二人 B
二其 C
二季 A I
二支 B
二政 D
二结 C
二部 B
于 A B
于一 A B
于全 A B
于购 A B
云 I B
云环 I B
五 D M
五其 B
五国 B
五城 C
五时 A I
井 E
井盖 E
交 E J
交办 A B
交流 A I
交通 E
产 J
产出 I
产占 B
产总 A B
享 A B
享工 A B
京 J
京市 J
人 N
人事 A B
人其 A B
人员 N
人和 M
人工 A B
人离 A B
人退 A B
人长 A B
他 P
他交 E
他任 A B
他商 M
他城 G I
他对 M
他工 E
他情 B
他收 C
他社 E
他科 C E
他说 I
他财 C
他费 A B
付 I
付预 I
代 A I
代化 A I
以 M B
以上 A J
以全 A I
以前 M B
以及 A B
件 A I
件协 A I
价 B I
价值 A B
价和 A I
价工 A B
价得 A B
价结 B
任 A J
任务 A J
伍 A B
伍业 A B
休 G B
休人 E B
休费 E
休非 E
众 A I
众参 A I
会 O B
会保 G
会接 A I
会效 I
会服 A I
会管 I
会经 M
会网 A I
会议 M B
估 I B
估项 I B
但 A I
但公 A I
位 P
位上 C
位价 A B
位全 A B
位养 C
位包 A B
位医 G
位即 A B
位名 I
位基 G
位履 A B
位开 A B
位总 I
位正 A B
位没 A B
位离 C E
位绩 I
位职 G
位范 B
位预 C
低 A B
低金 A B
住 O
住房 O
体 K B
体情 C
体支 I
体系 A J
体要 A I
体评 A I
体资 I
余 I B
余款 I B
作 I B
作不 A I
作为 A I
作事 A B
作体 A B
作城 A B
作培 A I
作多 A B
作开 A I
作总 A I
作机 A B
作的 A I
作经 I B
作统 A B
作负 A B
作选 A B
使 A I
使各 A I
例 A B
例降 A B
供 A B
供城 A B
依 A I
依托 A I
促 A I
促全 A I
保 G J
保持 A I
保险 G B
保障 G J
信 E J
信息 E J
信箱 A B
修 O B
修及 C
修护 M
修费 A B
值 A J
元 I B
元与 A B
元主 A B
元以 A B
元其 A B
元减 A B
元单 A B
元占 A B
元增 A B
元安 A B
元比 A B
元法 A B
元的 A B
入 D M
入不 C
入合 C
入市 A B
入总 C
入故 A M
入目 A I
入预 B
全 N
全区 A J
全响 N
全市 A I
全年 A I
全面 A J
全额 A B
八 E
公 P
公共 G B
公出 F
公务 N
公厅 C
公及 A B
公室 A B
公开 A I
公用 M B
公积 O B
公经 F I
公费 M
六 H
六住 C
六名 B
六国 B
共 G B
共享 A B
共服 C
共管 A B
共预 G B
关 G B
关事 G
关商 A E
关工 A E
关机 C
关运 A B
关部 A B
其 P
其中 E B
其他 P
养 G
养老 G
内 C I
内容 A I
内资 C
再 A I
再对 A I
决 A J
决率 A I
决策 A B
况 P
况万 I
况严 A I
况及 B
况表 G
况说 B
准 C
准留 C
减 B
减一 A B
减变 B
减少 A B
出 P
出单 A B
出合 C
出国 F
出在 M
出总 C
出情 H
出成 I
出指 I
出数 I
出离 E
出绩 I B
出质 I
出进 I
出预 B
分 J
分中 I B
分其 A B
分布 A B
分析 A J
分绩 A B
分项 A B
划 G B
划分 A B
划生 G
划转 A B
列 A I
列入 A I
创 A B
创新 A B
判 A I
判断 A I
利 M B
利支 E
利费 M B
别 A B
别为 A B
到 A I
到了 A I
制 B I
制情 B
制指 A B
制提 A B
制项 A I
刷 A B
刷费 A B
前 M B
前列 A I
前年 M B
力 A J
力压 A B
力提 A I
力现 A I
办 O B
办全 A B
办公 O B
办工 A J
办理 A B
办的 A B
办第 I B
办系 I B
功 A J
功能 A J
加 A J
加强 A I
务 P
务b I
务e I
务中 J
务云 I B
务共 A B
务受 A B
务外 I B
务对 I
务工 A B
务指 A J
务接 N
务支 O
务服 A B
务热 I
务用 F
务的 A B
务管 A J
务经 I B
务能 A I
务费 I
务运 A B
务项 I B
务预 J
动 I
动了 A I
动费 I
助 O B
助性 I
助支 M
助收 C
助服 A B
势 A I
势的 A I
勤 A B
勤编 A B
包 I B
包括 A B
包项 I B
化 F I
化使 A I
化城 A J
化建 A J
化情 B
化水 A I
化社 A I
化运 E
北 J
北京 J
区 P
区全 N
区前 A I
区各 A B
区城 M B
区域 A J
区市 A I
区建 I
区接 I B
区支 G
区政 A B
区热 A B
区管 G I
区街 E
区财 A I
区长 A B
医 G
医疗 G
十 I
十一 I
十三 I
十二 I
升 A J
升区 A I
升核 A I
升级 A B
升解 A I
协 A J
协作 A B
协调 A J
单 P
单位 P
占 B
占用 B
占项 A B
卫 G
卫生 G
印 A B
印刷 A B
即 I B
即办 I B
即西 A B
厅 C
厅室 C
压 A B
压减 A B
压缩 A B
原 A J
原区 A B
原因 A B
原始 A I
参 A I
参与 A I
及 H I
及一 A B
及保 A B
及其 A B
及区 A B
及印 A B
及培 C
及增 B
及市 A I
及政 A B
及时 A I
及机 B
及相 C
及绩 B
及运 F
发 M
发住 I
发其 M
发基 E
发处 A I
发奖 E
发机 E
发津 M
发绩 E
发职 E
发退 E
取 A B
取基 A B
取暖 A B
受 A B
受区 A B
变 B
变化 B
可 I
可持 I
台 M B
台功 A B
台和 A I
台套 A B
台建 I B
台开 A I
台案 A I
台运 E
各 A J
各单 A B
各有 A B
各类 A I
各部 A I
各项 A J
合 K B
合协 A B
合多 A B
合指 A B
合计 K B
名 J
名实 A B
名称 I B
名词 B
含 C B
含下 A B
含事 C
员 N
员会 M
员公 M
员其 M
员办 M
员培 E I
员工 M
员差 M
员支 E
员构 B
员水 M
员电 M
员的 A B
员福 M
员管 A B
员维 I
员邮 M
员队 A B
和 O B
和信 A I
和全 A I
和判 A I
和加 A I
和城 A J
和大 A B
和家 M
和就 C
和指 A I
和政 A B
和服 M B
和满 A I
和监 A B
和科 A B
和统 A B
和考 A B
咨 I
咨询 I
品 M
品和 M
品质 A I
响 N
响应 N
响指 I
商 M
商品 M
善 A B
善全 A B
四 D I
四季 A I
四绩 B
四行 C
四部 B
因 F I
因公 F
因是 A B
因机 A B
因没 A M
围 B
固 A J
固和 A I
固定 A B
国 F
国境 F
国有 B
在 M B
在全 A I
在城 A I
在岗 A B
在职 M
均 A I
均满 A I
城 P
城乡 G I
城分 I B
城区 N
城市 M B
城管 A B
域 A J
域全 A B
域功 A I
培 G J
培训 G J
基 O B
基于 A B
基数 A B
基本 O B
基金 G
境 N
境效 I
境租 I B
境费 F
增 B
增减 B
增加 A B
增长 A B
处 A J
处置 A J
备 A B
备购 A B
备配 A B
复 A I
复预 A I
外 K B
外包 I B
外资 C
多 A B
多业 A B
多网 A B
多部 A B
大 I B
大力 A B
大数 I B
大脑 I B
奖 E I
奖金 E I
套 A B
好 A B
始 A I
始材 A I
子 A B
子要 A B
季 A I
季度 A I
学 C M
学化 A I
学技 C E
安 A B
安排 A B
完 A J
完善 A B
完成 A J
定 A J
定扩 A I
定级 A B
定资 A B
实 A B
实现 A B
实过 A B
实际 A B
室 C B
室其 A B
室及 C
室指 A B
室热 A B
室监 A B
家 M
家庭 M
容 A I
容以 A I
容和 A I
对 M
对个 M
对城 A I
对数 A I
对象 I
导 A J
导所 A B
导接 A B
导推 A B
导督 A I
导负 A B
将 A I
将不 A I
少 A B
少主 A B
少原 A B
就 C
就业 C
尾 M B
尾款 M B
局 A I
局批 A I
展 A J
展了 A B
展对 A I
展接 A I
展推 A I
展有 A I
展进 A I
属 C B
属全 A B
属单 C B
履 I B
履职 I
履行 A B
岗 A B
工 M B
工会 M
工作 I B
工勤 A B
工资 E I
巩 A I
巩固 A I
差 O B
差旅 M B
差额 C
市 N
市品 A I
市大 I B
市平 A I
市民 I B
市治 I B
市管 A J
市级 A I
市西 J
市运 E J
市进 A I
市非 A B
布 A B
布式 A B
常 M B
常公 M
常城 A I
常开 A I
常维 A B
常运 A B
平 M B
平化 A B
平台 M B
平均 A I
平指 A I
年 P
年任 A I
年信 A I
年基 A B
年工 A I
年底 A B
年度 N
年我 A B
年拨 A B
年支 C B
年收 C B
年本 A B
年涉 A B
年结 C
年财 A B
年部 B
年金 G
年项 A B
并 A B
并入 A B
应 N
应区 E
应急 A B
应服 J
应用 A B
应的 A B
应社 A I
应资 A B
底 A B
底本 A B
府 P
府交 A B
府办 C B
府履 I
府性 G
府热 A B
府的 A I
府购 J
府采 B
度 N
度余 I B
度信 E
度完 A I
度尾 A B
度平 E
度得 A I
度指 I
度科 A B
度部 B
庭 M
庭的 M
庭补 M
建 I B
建区 A B
建立 A B
建设 I B
开 A J
开展 A J
开的 A I
式 A B
式扁 A B
弥 C
弥补 C
强 A I
强了 A I
当 A B
当年 A B
录 B I
录但 A I
形 A I
形成 A I
影 I
影响 I
待 N
待费 N
律 I B
律咨 I
律服 I
律顾 I B
得 A J
得分 A B
得到 A I
心 J
心区 A I
心工 A B
心服 I B
心热 I B
心设 A B
态 E I
态势 A I
态监 E
急 A B
急处 A B
急救 A B
性 O B
性基 G
性支 A B
性服 I
总 O B
总体 K
总结 A I
总计 G
总调 A B
总额 I B
息 E J
息化 E J
息数 A B
息智 A B
息的 A I
息管 A B
息进 A I
情 P
情况 P
意 I
意度 I
意率 A I
感 A B
感知 A B
成 J
成全 A I
成区 A B
成对 A I
成市 A I
成情 B
成本 I
我 A B
我单 A B
截 A B
截止 A B
户 C
户收 C
户管 C
户资 C
房 O B
房保 G
房公 O
房取 A B
房改 G
房水 A B
房物 A B
房租 A B
房补 G I
所 I B
所属 A B
所需 I
扁 A B
扁平 A B
手 A I
手段 A I
托 A I
托信 A I
扩 A I
扩展 A I
批 C I
批准 C
批复 A I
技 C F
技创 A B
技术 C E
护 N
护以 A B
护费 N
护项 E
报 I B
报绩 A B
报表 I
招 A B
招聘 A B
拟 A B
拟订 A B
拨 L
拨款 L
括 A B
括办 A B
持 I B
持在 A I
持机 A B
持续 I
指 I B
指导 A J
指挥 A B
指标 I
按 A J
按照 A I
按用 A B
挥 A B
挥中 A B
挥协 A B
挥的 A B
挥调 A B
据 I F
据与 A I
据信 A B
据决 A B
据分 A I
据和 A I
据平 I B
据应 A B
据监 A B
据资 A B
排 A J
排在 A I
排的 A B
排购 A B
排预 A B
接 N
接待 N
接线 A I
接诉 I B
控 A I
控制 A I
推 A J
推动 A I
推进 A J
提 G J
提供 A B
提升 A I
提基 A B
提比 A B
提租 G I
提高 A I
支 P
支付 I
支出 P
支及 B
支差 C
支总 C
收 D M
收入 D M
收支 D
收费 C
改 G B
改革 G B
政 P
政专 C
政事 G B
政务 I B
政单 G
政局 A I
政府 P
政拨 L
政管 G I
政编 A B
政运 G J
政预 A B
故 A M
故没 A M
效 N
效工 E
效指 I
效提 A I
效果 I
效益 I
效目 J
效能 A I
效自 A B
效评 B
救 A B
救助 A B
教 C
教育 C
数 I F
数一 A B
数减 A B
数据 I F
数调 A B
数量 I
整 I B
整体 I
整及 A B
整合 A B
整理 A B
整等 A B
料 A J
料中 A I
料及 A B
断 A I
断提 A I
新 A B
新应 A B
方 I B
方评 I B
旅 M B
旅费 M B
无 A I
日 M B
日子 A B
日常 M B
时 I B
时工 A B
时政 I B
时期 A I
时派 A I
明 N
明的 I
明细 M
是 A B
是严 A B
是公 A B
是压 A B
是计 A B
智 E B
智能 E B
暖 A B
暖费 A B
有 B M
有专 A I
有关 A B
有国 A B
有政 A E
有效 A I
有数 A M
有本 A I
有资 B
服 P
服务 P
期 I B
期各 A I
期平 A I
期聘 A B
期项 I B
本 P
本养 G
本工 E
本年 C
本指 I
本支 M B
本经 B
本表 A I
本部 A N
术 C E
术支 C E
机 P
机关 G B
机制 A B
机动 I
机构 D
材 A J
材料 A J
构 D
构事 C
构建 A B
构成 B
构改 A B
构设 B
构运 B
析 A J
析全 A B
析形 A I
析数 A B
析通 A I
果 J
果指 I
果说 B
查 A B
查各 A B
标 J
标产 I
标值 A I
标内 A I
标可 I
标名 I
标情 B
标效 I
标服 I
标环 I
标申 I
标的 A B
标社 I
标经 I
核 A J
核与 A B
核和 A B
核工 A B
核心 A I
格 A J
格化 A I
格控 A I
格落 A B
案 A I
案件 A I
检 A B
检查 A B
模 A B
模式 A B
款 P
款事 A B
款情 B
款收 C
款明 I
款项 A B
款预 B
止 A B
正 A J
正常 A J
步 A I
步巩 A I
段 A I
段科 A I
比 A B
比例 A B
民 I B
民服 I
民热 I B
水 M B
水平 A I
水电 A B
水费 M
求 A J
求办 A B
求大 A B
求将 A I
汇 A B
汇总 A B
没 A N
没有 A N
治 I B
治理 I B
法 I B
法律 I B
注 A M
注本 A M
津 M
津补 A M
津贴 M
派 A I
派发 A I
流 A I
流会 A I
测 E I
测再 A I
测管 E
济 I
济效 I
涉 A B
涉及 A B
源 A B
源共 A B
源整 A B
满 I
满意 I
热 I B
热线 I B
照 A I
照区 A I
物 E B
物业 A B
物和 A B
物联 E
状 E
状态 E
率 A I
率以 A I
率保 A I
率和 A I
环 I B
环境 I B
现 A J
现代 A I
现多 A B
班 A I
理 O B
理事 G I
理作 A I
理信 A B
理办 A B
理及 A I
理和 A J
理大 I B
理履 A I
理工 A J
理平 A J
理性 I
理手 A I
理效 A I
理模 A B
理汇 A B
理的 A I
理监 A B
理科 A B
理系 E B
理职 A B
理能 A I
理费 A B
理问 A J
生 G
生与 G
生育 G
用 P
用临 A B
用事 C
用于 A B
用建 A B
用情 B
用房 A B
用支 M
用服 I B
用材 A B
用构 A B
用设 A B
用车 F
用途 A B
申 I B
申报 I B
电 M B
电费 M B
留 K
留机 I
留用 C
疗 G
疗卫 G
的 N
的专 A B
的业 A B
的其 A B
的分 A B
的单 B
的原 A I
的各 A B
的因 A B
的城 A B
的总 A I
的正 A I
的监 A B
的科 A I
的管 A I
的行 A B
的补 M
的装 A B
的通 A B
的采 A I
的重 A I
的问 I
的项 A B
益 I
益指 I
监 E J
监测 E I
监督 A B
盖 E
盖状 E
目 N
目以 I B
目决 A B
目尾 M B
目开 A I
目录 B I
目成 A I
目支 I B
目是 A B
目有 A B
目标 J
目管 A B
目经 M B
目绩 A B
目评 A B
相 C
相关 C
督 A J
督促 A I
督办 A B
督员 A B
督和 A B
督导 A B
督指 A B
督检 A B
督管 A B
督考 A B
知 A B
知体 A B
研 A B
研分 A B
研究 A B
社 O
社会 O
社区 O
福 M B
福利 M B
离 G B
离休 A B
离退 G B
科 C N
科信 A B
科学 C M
科室 A B
科技 A B
科指 A B
科的 A B
科等 A B
科统 A B
科综 A B
租 O B
租用 I B
租补 G I
租赁 A B
积 O B
积金 O B
称 I B
称解 A B
移 I
移支 I
移收 A I
究 A B
究拟 A B
立 A B
立完 A B
立数 A B
第 J
第一 B
第三 I B
第二 B
等 A B
等网 A B
策 A B
策分 A B
策服 A B
筹 A B
筹全 A B
筹科 A B
算 P
算三 E B
算中 A B
算内 C
算减 A B
算基 E
算外 C
算安 A B
算当 A B
算情 B I
算拨 C
算按 A B
算支 G B
算收 B
算数 A B
算明 E I
算编 B
算表 J
算说 B
算财 J
算资 A B
管 O B
管全 A B
管理 O B
管监 A B
箱 A B
箱等 A B
类 A I
类城 A I
精 A I
精细 A I
系 M B
系和 A I
系建 A B
系统 M B
紧 A B
紧急 A B
紧日 A B
级 C J
级信 A I
级别 A B
级补 C
级项 A B
线 I B
线信 A B
线北 A B
线各 A I
线员 A I
线工 A B
线并 A B
线接 A I
线服 I B
线满 A I
线的 A B
线职 A B
线西 I B
线诉 A B
细 M
细为 A I
细表 M
经 P
经济 I
经营 D
经费 N
结 D I
结交 A I
结果 B
结转 C
络 A B
络诉 A B
络运 A B
统 M B
统一 A B
统发 M
统筹 A B
统维 E
统运 E B
统项 I B
绩 N
绩效 N
续 I
续影 I
维 N
维修 M B
维护 F
维持 A B
维经 E B
维项 E
综 A B
综合 A B
编 B
编制 B
缩 A B
缩一 A B
缴 G
缴收 C
缴费 G
网 E J
网格 A I
网系 E
网络 A B
网融 A B
置 F I
置单 A B
置及 F
置情 B
置招 A B
置科 A B
置群 A I
置职 B
置费 E B
置车 A B
群 A I
群众 A I
老 G
老保 G
老支 C
考 A B
考核 A B
职 P
职业 G
职人 M
职工 A I
职所 I
职统 M
职能 A B
职责 B
职非 M
联 E
联网 E
聘 A B
聘培 A B
聘用 A B
育 G
育支 G
育收 C
能 E J
能井 E
能保 A I
能决 A B
能力 A I
能升 A B
能和 A I
能科 A B
能维 A B
脑 I B
脑临 I B
脑实 A B
自 A B
自评 A B
至 A B
至区 A B
致 A B
般 G J
般公 G B
般性 A B
般行 G J
般设 A B
良 A B
良好 A B
范 B
范围 B
营 D
营收 C
营预 B
落 A B
落实 A B
融 A B
融合 A B
行 H I
行一 A B
行体 A I
行全 A B
行分 A I
行态 A I
行政 G J
行数 A I
行机 A B
行物 E
行用 A B
行监 A I
行管 E J
行经 B
行维 F
街 E
街调 E
补 O
补助 O
补收 C
补贴 O
表 P
表一 C
表七 E
表三 C
表九 E I
表二 C
表五 C E
表八 E
表六 E
表列 A I
表十 I
表四 C
装 A B
装备 A B
西 N
西城 N
要 B I
要内 A I
要原 A B
要支 B
要求 A J
要职 B
要项 A B
解 B I
解决 A I
解释 B
计 O B
计划 G
计提 A B
订 A B
订全 A B
训 G J
训会 A I
训支 C E
训班 A I
训考 A B
训费 E
议 M B
议费 M B
设 J
设b I
设一 I B
设办 A B
设和 A B
设备 A B
设管 A B
设置 B
设项 A I
评 J
评价 B I
评估 I B
评定 A B
评工 A B
诉 I B
诉即 I B
诉求 A B
词 B
词解 B
询 I
询服 I
说 J
说明 J
调 E J
调会 A I
调度 E B
调整 A B
调督 A B
调研 A B
调科 A B
象 I
象满 I
负 A B
负责 A B
财 L
财政 L
责 B
责划 A B
责区 A B
责协 A B
责及 B
责城 A B
责建 A B
责情 A B
责推 A B
责政 A B
责整 A B
责是 A B
责研 A B
责调 A B
货 A B
货物 A B
质 I
质推 A I
质量 I
购 P
购买 J
购房 G I
购置 F
购项 A B
购预 B
贯 A B
贯通 A B
贴 O
贴补 M
费 P
费专 A B
费中 A B
费为 A B
费会 A B
费公 A B
费办 A B
费合 A B
费安 A B
费差 A B
费支 G B
费收 C
费日 A B
费用 E B
费的 B
费福 A B
费网 A B
费计 A B
费说 B
费财 B
费邮 A B
费部 A B
费预 B
赁 A B
赁费 A B
资 P
资产 B
资奖 A M
资本 B
资源 A B
资福 E
资金 K B
车 F
车购 F
车辆 A B
车运 E B
转 K B
转下 C
转移 I
转至 A B
辅 I
辅助 I
辆 A B
过 A J
过全 A I
过对 A I
过紧 A B
运 H I
运维 E B
运行 H I
进 K B
进一 A I
进修 C
进全 A B
进区 A B
进十 A I
进城 A I
进度 I
进行 A I
退 G B
退休 G B
选 A B
选取 A B
途 A B
途划 A B
通 E J
通和 A B
通用 A B
通费 E
通过 A I
邮 M B
邮电 M B
部 P
部分 B
部门 P
配 A B
配置 A B
采 B I
采购 B
采集 A I
释 B
重 A I
重要 A I
量 I
量指 I
金 O B
金包 A B
金及 A B
金弥 C
金总 I
金情 I
金收 A E
金津 A M
金缴 G
金预 G
金额 A B
长 A B
长信 A B
长期 A B
门 P
门三 B
门主 B
门协 A B
门单 I
门含 A B
门因 A M
门固 A B
门履 A B
门支 C
门收 C
门整 I
门日 A I
门机 B
门项 A B
门预 F I
问 I B
问服 I B
问题 I B
队 A B
队伍 A B
附 C
附属 C
际 A B
际在 A B
降 A B
降低 A B
险 G B
险基 A B
险缴 G
障 G J
障了 A I
障单 A B
障和 C
障支 G
障缴 E
集 A I
集对 A I
需 I
需辅 I
非 M B
非紧 A B
非统 M
面 A J
面感 A B
面推 A I
面精 A I
面贯 A B
革 G B
革支 G
革职 A B
项 M B
项任 A I
项和 A B
项城 A I
项涉 A B
项目 M B
项资 A B
项转 I
顾 I B
顾问 I B
预 P
预留 I
预算 P
题 I B
题得 A I
额 K B
额减 A B
额拨 A B
高 A I
高城 A I
高政 A I
`);

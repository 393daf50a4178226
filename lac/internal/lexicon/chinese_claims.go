package lexicon

// wordsChinese says which words play which part in a Chinese claim. See
// [Claims] for its form.
const wordsChinese = `
up: 增长; 增加; 上升; 提高; 提升; 扩大; 攀升; 上涨
up to: 增至; 升至; 提高到; 增加到; 增长到; 上升到
down to: 降至; 减少到; 下降到
down: 下降; 减少; 降低; 下滑; 下跌; 萎缩; 缩减
less: 降幅; 跌幅; 负增长; 更少
growth: 跌幅; 负增长; 增幅; 增速; 增长率; 同比; 降幅; 年均增长; 环比
more: 更多; 更少; 以上; 高出; 多出; 快于
than: 比; 较; 相比; 相较于
share: 占; 占比; 比重; 份额; 比例; 占到; 相当于
rate: 利率; 通胀率; 失业率; 关税; 税率; 贫困率
pledge: 承诺; 宣布; 许诺; 提出; 目标
pledge future: 力争; 争取; 计划; 希望; 打算
future: 将; 将会; 商定; 同意; 拟; 达成; 愿; 未来将; 约定; 共同确定; 确定了; 将向; 将为
forecast: 预计; 预测; 有望; 可能; 预期; 估计将
duty: 应; 应该; 应当; 必须; 需要; 呼吁; 敦促; 要求
fact: 达; 达到; 为; 是; 已; 已经; 了; 过; 完成; 实施; 创造; 建设; 建成; 签署; 提供; 提供了; 派遣; 培训; 投资; 实施了; 创造了; 覆盖; 开展; 开展了; 突破; 超过
cost: 造价; 耗资; 成本; 价值; 总值
say: 表示; 说; 指出; 介绍; 称; 强调; 据; 认为; 透露; 介绍说; 表示说; 回应; 补充; 谈到; 披露
super: 最大; 大; 最主要; 首要; 头号; 主要
role: 伙伴; 贸易伙伴; 市场; 来源; 来源国; 来源地; 目的地; 投资国; 供应国; 供应商; 出口国; 进口国; 债权国; 经济体; 买家
rank: 位居; 排名; 位列; 居; 列; 名; 位
other: 其他; 另; 另有; 另外; 还有
among: 之一
row: 连续
run: 蝉联
year: 年
monthunit: 个月; 月份
quarter: 季度
half: 半年
day: 天; 日; 周; 小时; 星期
in: 在; 于; 自; 期间; 里; 内; 中
since: 自; 自从; 以来; 从
from: 从; 由
to: 至; 到
by: 到; 截至; 截止; 前
ago: 前; 之前; 以前
last: 过去; 上; 去年; 近
next: 未来; 今后; 接下来; 下; 明年
this: 今; 本; 今年; 当前
each: 每年; 年均
meeting: 峰会; 论坛; 会议; 部长级会议; 博览会; 大会; 对话会; 研讨会; 展览会; 沙龙; 座谈会; 会晤; 会谈
held: 举行; 召开; 举办; 开幕; 闭幕; 开启
all: 所有; 全部; 每个; 各个; 各; 全体
member: 国家; 成员; 成员国; 国; 省; 县; 户; 税目; 建交国
serve: 零关税; 免税; 覆盖; 惠及; 受益
of: 的
region: 地区; 该地区
stop: 正; 正在; 仍; 尚; 的; 和; 与; 及; 以及; 在; 是; 为; 了; 将; 已; 也; 并; 而; 但; 对; 向; 由; 从; 到; 至; 被; 把; 于; 中; 等; 占; 达; 提供; 创造; 实施; 其中; 覆盖; 表示; 说; 来自; 参加; 签署; 合作; 遍布
det: 这; 两; 该; 双方; 各
numbered: 第; 决议; 条; 章; 页; 款; 号; 电话; 室
abstract: 原则; 项原则; 点; 方面; 个方面; 阶段; 步; 句; 方; 国; 领域; 大领域; 理念; 大支柱; 支柱
plural: 人; 名; 人次; 学生; 人员; 专家; 官员
times: 倍
not: 不; 没有; 无; 未
and: 和; 与; 及; 以及; 同时
first: 前; 上; 首; 头
end: 底; 末; 初; 年底
office: 司长; 副司长; 部长; 副部长; 外长; 大使; 发言人; 主任; 总统; 总理; 主席; 国家主席; 总干事; 秘书长; 行长; 代表; 所长; 教授; 研究员; 官员
body: 外交部; 商务部; 司; 部; 银行; 委员会; 大使馆; 研究院; 研究所; 协会; 海关总署; 政府; 组织; 基金会; 拉美和加勒比司; 拉美司
refer: 的
same: 同期
relyear 1: 去年; 上年; 上一年; 前一年; 上年度; 去年度
relyear 2: 今年; 本年; 本年度; 今年度
relyear 3: 明年; 来年
relyear 4: 前年
that: 当年; 同年; 该年
relmonth 1: 上月; 上个月
relmonth 2: 本月; 当月; 这个月; 该月
todate: 今年以来; 年初以来; 今年迄今; 今年至今; 年初至今
now: 目前; 现在; 如今; 当前; 今天; 迄今
later: 后; 之后; 以后
1 later: 次年; 翌年; 隔年
quarter: 季
1 halfpart: 上半年
2 halfpart: 下半年
1 quarterpart: 首季; 首季度
week: 周; 星期
1 weekday: 周一; 星期一
2 weekday: 周二; 星期二
3 weekday: 周三; 星期三
4 weekday: 周四; 星期四
5 weekday: 周五; 星期五
6 weekday: 周六; 星期六
7 weekday: 周日; 星期日; 星期天
1 daysago: 今日
2 daysago: 昨日; 昨天
monthmark: 月; 月份
daymark: 日; 号
compared than: 比; 较; 较之; 相比; 相较; 相比较; 相比之下; 相较于; 比起; 对比; 年比
monthly: 环比
one: 一
manner: 分别; 了; 约; 近; 超; 达; 大幅; 小幅; 略; 逆势; 平均; 年均; 实际; 累计; 同比; 环比
up: 增; 升; 涨; 年增; 月增; 激增; 猛增; 大增; 剧增; 暴增; 飙升; 跃升; 反弹; 上扬; 增长了; 增加了; 提升了; 多; 高出; 多出
down less: 减; 降; 跌; 年减; 月减; 锐减; 骤降; 剧减; 回落; 下挫; 走低; 收窄; 减少了; 下降了; 缩小; 少
growth: 年增率; 涨幅; 增长幅度; 增; 减; 降; 年增; 年减; 增速; 同比增幅
exceed: 超过; 超出; 突破
through: 截至; 截止; 截至到
last: 来
`

const topicsChinese = `
trade: 贸易; 贸易额; 双边贸易; 双边贸易额; 进出口; 贸易总额; 贸易伙伴; 进出口总额
export: 出口; 出口额
import: 进口; 进口额
project: 项目; 合作项目; 工程
infrastructure: 基础设施; 基建; 基础设施项目; 基础设施建设项目; 基建项目
capacity: 产能; 产能合作; 产能合作项目; 产能项目
livelihood: 民生; 民生项目; 民生援助项目; 民生合作项目; 惠民项目; 小而美
job: 就业; 就业岗位; 就业机会; 岗位; 工作岗位
scholarship: 奖学金; 政府奖学金; 奖学金名额; 政府奖学金名额
training: 培训; 培训名额; 培训机会; 来华培训; 来华培训名额; 研修名额; 来华培训机会
measure: 举措; 措施
ties: 建交; 外交关系; 建交国; 有外交关系; 邦交
othersum: 投资; 贷款; 信贷; 援助; 融资; 逆差; 顺差; 预算; 债务; 储备; 基金; 资金; 合同; 协议
investment: 直接投资; 外商直接投资
`

const partiesChinese = `
LAC: 拉丁美洲和加勒比; 拉美和加勒比; 拉美; 拉丁美洲; 拉美地区; 拉方; 中拉; 拉美和加勒比地区
CARIB: 加勒比
CELAC: 拉共体; 中拉论坛; 中国—拉共体论坛
EU: 欧盟; 欧洲联盟
AFR: 非洲; 中非
ASEAN: 东盟
CHN: 中国; 中方; 我国; 北京; 华
USA: 美国; 美方; 美
UN: 联合国
BRI: 一带一路
`

var chineseClaims = Claims{
	Words: wordsChinese, Topics: topicsChinese, Parties: partiesChinese,
	Numbers: "一 二/两 三 四 五 六 七 八 九 十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十",
	Forms:   func(verb, _ string) []string { return []string{verb} },
}

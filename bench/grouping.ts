/**
 * `npx tsx bench/grouping.ts [largest]`: how the time of grouping opinions grows, 1,000 to 100,000 invented texts. Near-linear means that
 * ten times the texts take about ten times the processor time; the last column says so as an exponent (1 is linear, 2 is quadratic).
 */

import { addToGrouping, groupsOf, OPINION_GROUPING, startGrouping } from '#kernel/mining/api.ts'

const WORDS =
  '充电设施 消防通道 物业公司 业主大会 停车位 电动自行车 罚款 公示 监督 备案 楼道 夜间施工 噪声 绿化 供水 供暖 电梯 维修资金 门禁 垃圾分类 养犬 广场舞 油烟 监控 快递柜 适老化 无障碍 幼儿园 公交站 路灯 健身器材 雨污分流'.split(
    ' ',
  )
const VERBS = '应当增加 建议取消 不得减少 可以由街道统一 希望尽快明确 请考虑降低 应当公开 必须每年检查 建议提高 可以分期'.split(
  ' ',
)
const TAILS = '的标准 的数量 的收费 的办法 的时间 的责任 的条件 的频次 的范围 的程序'.split(' ')
const NAMES = '青石 云栖 白鹭 松风 明湖 望江 晨光 金穗 竹溪 南塘 北苑 东篱 西岭 长亭 梅坞 桂园 柳岸 枫林 杏坛 荷塘'.split(' ')

function main(): void {
  const largest = Number(process.argv[2] ?? 100_000)
  const sizes = [1_000, 3_000, 10_000, 30_000, 100_000].filter((size) => size <= largest)
  const rows: { size: number; seconds: number; groups: number }[] = []
  for (const size of sizes) {
    const texts = inventTexts(size)
    const started = process.cpuUsage()
    const grouping = startGrouping(OPINION_GROUPING)
    addToGrouping(grouping, texts, (done) => done % 20_000 === 0 && process.stderr.write(`  ${done} / ${size}\n`))
    rows.push({ size, seconds: process.cpuUsage(started).user / 1_000_000, groups: groupsOf(grouping).length })
  }
  process.stdout.write(`${table(rows)}\n`)
}

/** Opinions of 40 to 120 characters about invented matters; every twentieth is a copy, as campaigns send them. */
function inventTexts(size: number): { id: string; text: string }[] {
  const random = seeded(7)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  const clause = () =>
    `${pick(NAMES)}${pick(['小区', '社区', '片区', '街道'])}第${1 + Math.floor(random() * 60)}号${pick(WORDS)}${pick(VERBS)}${pick(WORDS)}${pick(TAILS)}`
  const texts: string[] = []
  for (let at = 0; at < size; at++) {
    const copied = at % 20 === 19 ? texts[Math.floor(random() * texts.length)] : undefined
    texts.push(copied ?? Array.from({ length: 2 + Math.floor(random() * 4) }, clause).join('，'))
  }
  return texts.map((text, at) => ({ id: String(at), text }))
}

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

function table(rows: readonly { size: number; seconds: number; groups: number }[]): string {
  const lines = rows.map(({ size, seconds, groups }, at) => {
    const before = rows[at - 1]
    const exponent = before ? (Math.log(seconds / before.seconds) / Math.log(size / before.size)).toFixed(2) : ''
    return `| ${size} | ${seconds.toFixed(1)} | ${((1000 * seconds) / size).toFixed(2)} | ${groups} | ${exponent} |`
  })
  return ['| 条数 | 处理器秒 | 每条毫秒 | 组数 | 增长指数 |', '| --: | --: | --: | --: | --: |', ...lines].join('\n')
}

main()

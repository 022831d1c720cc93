import type { Actor } from '#kernel/identity/contract.ts'
import type { Connection } from '#lib/db/connect.ts'
import { readCongress } from '#lib/db/tx.ts'
import { similar } from '#slices/suggestions/advice/similar.ts'
import { ms, time } from './measure.ts'
import type { Row } from './rows.ts'

const reviewer: Actor = {
  id: '00000000-0000-7000-a000-000000000001',
  congressId: 1,
  name: '审查',
  roles: new Set(['deputies_affairs']),
  unitId: null,
  deputyId: null,
}
const titles = ['老旧小区改造', '规范电动自行车', '无障碍坡道', '河道治理提升', '第4711号停车泊位规范', '没有任何相同的文字']

/** 可能相似: candidates by the index, likeness computed; the goal is a p95 of 150 ms at 100,000 suggestions. */
export async function similarRow({ database }: Connection, count: number): Promise<Row> {
  const matter = '居民反映，楼道设施老化，出行不便，多年没有改善。'
  const ours = await time((round) => {
    const input = { id: null, title: `关于${titles[round % titles.length]}的建议`, matter, requests: ['制定方案并公布'] }
    return readCongress(database, 1, (tx) => similar({ tx, actor: reviewer, now: new Date() }, input))
  }, 60)
  return {
    work: '可能相似 similar suggestions',
    size: count.toLocaleString('en'),
    ours: `p50 ${ms(ours.p50)} ms, p95 ${ms(ours.p95)} ms`,
    baseline: '目标 goal p95 ≤ 150 ms',
    ratio: '',
  }
}

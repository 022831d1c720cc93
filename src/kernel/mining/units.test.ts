import { describe, expect, it } from 'vitest'
import { COMMON_UNITS } from './duty-catalogue.ts'
import { learnUnits, proposeUnits } from './units.ts'

const history = [
  { id: 'h1', title: '增加夜班公交', text: '夜里十点后没有公交车', unitId: '交通局' },
  { id: 'h2', title: '公交站牌破损', text: '站牌看不清线路', unitId: '交通局' },
  { id: 'h3', title: '河道垃圾清理', text: '青石河河道漂浮垃圾', unitId: '水务局' },
  { id: 'h4', title: '青石河河堤塌陷', text: '河堤有一段塌陷，请加固', unitId: '水务局' },
]
const duties = [
  { unitId: '交通局', name: '交通局', duties: ['公交', '公路'] },
  { unitId: '水务局', name: '水务局', duties: ['河道', '供水'] },
  { unitId: '民政局', name: '民政局', duties: ['养老', '低保'] },
]

describe('handling units', () => {
  it('proposes from past assignments and duties and says why', () => {
    const [first] = proposeUnits(learnUnits(duties, history), { title: '青石河河道淤塞', text: '河道多年没有清理' })
    expect(first!.unitId).toBe('水务局')
    expect(first!.why).toContain('职责：河道')
    expect(first!.why.some((reason) => reason.startsWith('相近办件：h'))).toBe(true)
  })

  it('proposes a unit that has no history by its duties alone', () => {
    expect(
      proposeUnits(learnUnits(duties, history), { title: '提高低保标准，改善养老服务', text: '' }).map(({ unitId }) => unitId),
    ).toContain('民政局')
    const [first] = proposeUnits(learnUnits(duties, []), { title: '完善养老服务', text: '' })
    expect(first).toMatchObject({ unitId: '民政局', why: ['职责：养老'] })
  })

  it('gives at most three, each with a reason, and none where nothing speaks for any', () => {
    const known = learnUnits(COMMON_UNITS, [])
    const proposals = proposeUnits(known, { title: '学校门口公交站旁医院的垃圾和噪音污染', text: '' })
    expect(proposals).toHaveLength(3)
    for (const { why } of proposals) expect(why.length).toBeGreaterThan(0)
    expect(proposeUnits(known, { text: '啊' })).toEqual([])
  })

  it('does not depend on the order of the declared duties', () => {
    const text = { title: '公交线路经过河道', text: '' }
    expect(proposeUnits(learnUnits([...duties].reverse(), history), text)).toEqual(
      proposeUnits(learnUnits(duties, history), text),
    )
  })
})

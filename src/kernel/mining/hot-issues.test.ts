import { describe, expect, it } from 'vitest'
import { heatOf, spanOf } from './heat.ts'
import { HOT_ISSUES, hotIssues } from './hot-issues.ts'
import { INVENTED_MESSAGES } from './testing.ts'

// Seven texts know no rarity: the threshold of a real archive is far too low for them.
const OPTIONS = { ...HOT_ISSUES, threshold: 0.2 }

describe('hot issues', () => {
  const issues = hotIssues(INVENTED_MESSAGES, OPTIONS)

  it('finds what several people raise, the hottest first, and leaves single matters out', () => {
    expect(issues.map(({ ids }) => ids)).toEqual([
      ['4', '5'],
      ['1', '2', '3'],
    ])
  })

  it('says place, people, span and a readable name', () => {
    const [bridge, smoke] = issues
    expect(smoke!.place).toContain('云栖苑')
    expect(smoke!.people).toContain('居民')
    expect(smoke!.name).toContain('云栖苑小区')
    expect(smoke!.span).toEqual({ from: '2026-03-01 20:00:00', to: '2026-04-02 08:00:00', days: 31 })
    expect(bridge!.heat).toEqual({ score: 17, messages: 2, writers: 2, votes: 100 })
    expect(bridge!.name).toContain('白鹭桥')
  })

  it('does not depend on the order of the messages', () => {
    expect(hotIssues([...INVENTED_MESSAGES].reverse(), OPTIONS)).toEqual(issues)
  })

  it('counts the copies of one writer once and needs two writers', () => {
    const copies = [1, 2, 3].map((n) => ({ ...INVENTED_MESSAGES[0]!, id: `c${n}` }))
    expect(heatOf(copies).writers).toBe(1)
    expect(hotIssues(copies, OPTIONS)).toEqual([])
  })

  it('finds nothing in nothing', () => {
    expect(hotIssues([])).toEqual([])
  })
})

describe('heat', () => {
  const at = (time: string, up: number, user = time) => ({ user, time, up, down: 0 })

  it('is writers plus one and a half times the root of the votes', () => {
    expect(heatOf([at('2026-01-01', 9), at('2026-01-02', 7)])).toEqual({ score: 8, messages: 2, writers: 2, votes: 16 })
  })

  it('grows with every writer and every vote', () => {
    const base = [at('2026-01-01', 1)]
    expect(heatOf([...base, at('2026-01-03', 0)]).score).toBeGreaterThan(heatOf(base).score)
    expect(heatOf([at('2026-01-01', 2)]).score).toBeGreaterThan(heatOf(base).score)
  })

  it('spans whole days from first to last, whatever the order', () => {
    expect(spanOf([at('2026-03-10 08:00:00', 0), at('2026-03-01 20:00:00', 0)])).toEqual({
      from: '2026-03-01 20:00:00',
      to: '2026-03-10 08:00:00',
      days: 8,
    })
  })
})

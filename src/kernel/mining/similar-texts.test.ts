import { describe, expect, it } from 'vitest'
import { INVENTED_MESSAGES } from './testing.ts'
import { buildSimilarIndex, similarTo } from './similar-texts.ts'

describe('similar texts', () => {
  const index = buildSimilarIndex(INVENTED_MESSAGES)

  it('finds the messages of the same issue first and shows what is shared', () => {
    const [first, second] = similarTo(index, INVENTED_MESSAGES[0]!, 5)
    expect([first!.id, second!.id].sort()).toEqual(['2', '3'])
    expect(first!.shared.join()).toContain('云栖苑小区')
  })

  it('never names a message as its own neighbour, but finds a copy under another id with score 1', () => {
    const own = INVENTED_MESSAGES[3]!
    expect(similarTo(index, own, 10).map(({ id }) => id)).not.toContain(own.id)
    const [copy] = similarTo(index, { id: 'new', title: own.title, text: own.text }, 1)
    expect(copy!.id).toBe(own.id)
    expect(copy!.score).toBeCloseTo(1, 5)
  })

  it('takes full and half width, case and spaces for the same', () => {
    const [found] = similarTo(
      index,
      { title: '投诉　云栖苑小区烧烤店油烟', text: '云栖苑小区的烧烤店没有烟道,油烟直排,业主多次投诉。' },
      1,
    )
    expect(found!.id).toBe('2')
  })

  it('scores both ways alike and orders by score', () => {
    const near = similarTo(index, INVENTED_MESSAGES[0]!, 6)
    expect(near.map(({ score }) => score)).toEqual(near.map(({ score }) => score).sort((a, b) => b - a))
    const back = similarTo(index, INVENTED_MESSAGES[1]!, 6).find(({ id }) => id === '1')
    expect(back!.score).toBeCloseTo(near.find(({ id }) => id === '2')!.score, 5)
  })

  it('finds nothing for an empty text and in an empty collection', () => {
    expect(similarTo(index, { text: '' }, 3)).toEqual([])
    expect(similarTo(buildSimilarIndex([]), { text: '桥面坑洼' }, 3)).toEqual([])
  })
})

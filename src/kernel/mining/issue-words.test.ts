import { describe, expect, it } from 'vitest'
import { emptyStatistics, countGrams, learnGrams } from './gram-rows.ts'
import { distinctPhrases, phrasesOf } from './group-phrases.ts'
import { headingOf } from './issue-words.ts'
import { divisionsIn, looksLikePlace } from './places.ts'
import { charGrams, plainText, runsOf } from './plain-text.ts'
import { shareRareName } from './shared-name.ts'

describe('headings', () => {
  it.each([
    ['关于云栖苑小区油烟扰民的投诉', '云栖苑小区油烟扰民'],
    ['请问白鹭桥什么时候修好？', '白鹭桥什么时候修好'],
    ['再次反映松风路路灯不亮的问题', '松风路路灯不亮'],
    ['咨询', '咨询'],
  ])('%s becomes %s', (title, heading) => {
    expect(headingOf({ title, text: '' })).toBe(heading)
  })

  it('takes the start of the body where there is no title', () => {
    expect(headingOf({ text: '松风路的路灯坏了三个月' })).toBe('松风路的路灯坏了三个月')
  })
})

describe('places', () => {
  it.each(['云栖苑小区', '白鹭桥', '松风路', '明湖社区', '梅坞村'])('%s reads like a place', (name) => {
    expect(looksLikePlace(name)).toBe(true)
  })

  it.each(['油烟扰民', '购房补贴', '什么时候'])('%s does not', (name) => {
    expect(looksLikePlace(name)).toBe(false)
  })

  it('reads coded divisions anywhere and written ones at the start only', () => {
    expect(divisionsIn('锦明区松风路', '在a3区和B市')).toEqual(['锦明区', 'A3区', 'B市'])
    expect(divisionsIn('让产品进入市场', '小区门口')).toEqual([])
  })
})

describe('phrases of a group', () => {
  it('names the longest piece that the texts share, not its parts', () => {
    const statistics = emptyStatistics()
    const texts = ['云栖苑小区油烟', '投诉云栖苑小区噪音', '云栖苑小区停水']
    for (const text of texts) learnGrams(statistics, countGrams({ text }))
    expect(distinctPhrases(phrasesOf(texts, statistics, 0.5), 3)).toEqual(['云栖苑小区'])
  })
})

describe('rare names', () => {
  it('are shared only where few texts hold them', () => {
    const statistics = emptyStatistics()
    for (let n = 0; n < 200; n++) learnGrams(statistics, countGrams({ text: n < 3 ? `云栖花境${n}` : '安全隐患' }))
    expect(shareRareName('云栖花境漏水', '投诉云栖花境物业', statistics)).toBe(true)
    expect(shareRareName('存在安全隐患', '有安全隐患', statistics)).toBe(false)
    expect(shareRareName('桥面', '路灯', statistics)).toBe(false)
  })
})

describe('plain texts', () => {
  it('know one spelling of width, case, spaces and links', () => {
    expect(plainText('Ａ3区　见 https://example.org/a?b=1 \u200bOK\n')).toBe('a3区 见 ok')
    expect(plainText(plainText('ＡＢ　ｃ'))).toBe(plainText('ＡＢ　ｃ'))
  })

  it('give grams inside runs only', () => {
    expect(charGrams(runsOf('桥面,坑洼'), 2)).toEqual(['桥面', '坑洼'])
  })
})

import { pinyin } from 'pinyin-pro'
import { expect, test } from 'vitest'

import { fitOf, initialsOf } from './initials.ts'

test('PLT-13 initials of the words that pages are called by', () => {
  expect(initialsOf('物业服务')).toBe('wyfw')
  expect(initialsOf('建议审查交办')).toBe('jyscjb')
  expect(initialsOf('5G 基站（AI）')).toBe('5gjzai')
  expect(initialsOf('任务与队列')).toBe('rwydl')
  expect(initialsOf('')).toBe('')
})

test('PLT-13 every character of one common reading has the letter that a dictionary gives', () => {
  const common =
    '的一是不了在人有我他这个们中来上大为和国地到以说时要就出可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运'
  const differ = [...common].filter((character) => {
    const readings = pinyin(character, { pattern: 'first', toneType: 'none', type: 'array', multiple: true })
    return !readings.includes(initialsOf(character))
  })
  expect(differ).toEqual([])
})

test.each([
  ['我的建议', '我的', 0],
  ['我的建议', '建议', 1],
  ['我的建议', 'wdj', 2],
  ['我的建议', 'JY', 3],
  ['任务 与 队列', '任务与', 0],
  ['我的建议', '议建', null],
  ['我的建议', '', null],
])('PLT-13 %s fits %s: %s', (name, typed, fit) => {
  expect(fitOf(name, typed)).toBe(fit)
})

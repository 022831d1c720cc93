import { describe, expect, test } from 'vitest'
import { headingNumber, layOut, type SignedLayout } from './layout.ts'
import { BODY, fitHead, signatureIndents, TEXT_WIDTH_PT, widthInCharacters } from './metrics.ts'
import { letter, type Letter } from './model.ts'
import { sampleLetter, sampleNotice } from './testing.ts'

const place = (changes: Partial<Letter> = {}) => layOut(letter({ ...sampleLetter(), ...changes })) as SignedLayout

describe('layout', () => {
  test('28 characters and 22 lines fit the text area of the standard', () => {
    expect(Math.floor(TEXT_WIDTH_PT / BODY.advancePt)).toBe(BODY.characters)
    expect(Math.floor((225 * 72) / 25.4 / BODY.linePt)).toBe(BODY.lines)
  })

  test('numbers headings in four levels, and begins again below a new parent', () => {
    const level = (n: 1 | 2 | 3 | 4) => ({ kind: 'heading', level: n, text: 'x' }) as const
    const { blocks } = place({ blocks: [level(1), level(2), level(2), level(3), level(4), level(1), level(2)] })
    expect(blocks.map((block) => ('text' in block ? block.text : ''))).toEqual([
      '一、x',
      '（一）x',
      '（二）x',
      '1. x',
      '（1）x',
      '二、x',
      '（一）x',
    ])
    expect(headingNumber(1, 21)).toBe('二十一、')
  })

  test('writes date, addressee, class, contact and attachments as official papers do', () => {
    expect(place({ attachments: ['名单'] })).toMatchObject({
      date: '2022年9月27日',
      addressee: '顾明远代表：',
      answerClass: 'A类',
      note: '（联系人：周岚　联系电话：（024）8888 0000）',
      attachments: ['名单'],
    })
    expect((layOut(sampleNotice()) as SignedLayout).attachments).toEqual(['1. 代表建议交办明细表', '2. 承办工作联系人名单'])
  })

  test('a line break in a text begins a new paragraph; control characters and half characters are gone', () => {
    const { blocks } = place({ blocks: [{ kind: 'paragraph', text: '一\u0000\ud800\n\n二\u202e' }] })
    expect(blocks).toEqual([
      { kind: 'paragraph', runs: [{ text: '一' }], align: 'body' },
      { kind: 'paragraph', runs: [{ text: '二' }], align: 'body' },
    ])
  })

  test('a long issuer still stands on one line', () => {
    for (const issuer of [
      '办公厅',
      '临江市人民代表大会常务委员会办公厅文件',
      '中国人民政治协商会议临江市委员会提案和委员工作办公室文件',
    ]) {
      expect(fitHead(issuer, 'official') * widthInCharacters(issuer)).toBeLessThanOrEqual(TEXT_WIDTH_PT)
    }
  })

  test('the signer is centred over a date that stands four characters in', () => {
    const [signer, date] = ['临江市住房和城乡建设局', '2022年9月27日']
    const { signerIndent, dateIndent } = signatureIndents(signer, date)
    const middle = (text: string, indent: number) => indent + (widthInCharacters(text) * BODY.advancePt) / 2
    expect(dateIndent).toBe(4 * BODY.advancePt)
    expect(middle(signer, signerIndent)).toBeCloseTo(middle(date, dateIndent))
    expect(signatureIndents('临江市人民代表大会常务委员会办公厅', date).signerIndent).toBeGreaterThanOrEqual(0)
  })
})

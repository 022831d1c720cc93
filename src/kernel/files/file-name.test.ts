import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentDisposition, downloadHeaders } from './download-headers.ts'
import { isUnsafeName, safeFileName } from './file-name.ts'

describe('safeFileName', () => {
  test.each([
    ['关于加装电梯的建议.docx', '关于加装电梯的建议.docx'],
    ['C:\\fakepath\\附件 1.pdf', '附件 1.pdf'],
    ['/home/zhang/答复.pdf', '答复.pdf'],
    ['人办〔2022〕5号.docx', '人办〔2022〕5号.docx'],
    ['𠮷林路.txt', '𠮷林路.txt'],
    ['a<b>:"|?*.txt', 'a_b______.txt'],
    ['零\u200b宽\ufeff.txt', '零宽.txt'],
    ['..隐藏.txt', '隐藏.txt'],
    ['尾巴.txt. . ', '尾巴.txt'],
    ['CON.txt', '_CON.txt'],
    ['\u0000', '未命名'],
    ['', '未命名'],
  ])('%j becomes %j', (declared, expected) => expect(safeFileName(declared)).toBe(expected))

  test('keeps the ending of a name that is too long, and never cuts a character', () => {
    const name = safeFileName(`${'𠮷'.repeat(200)}.docx`)
    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(180)
    expect(name).toMatch(/^𠮷+\.docx$/u)
  })

  test('is always one safe component, and cleaning twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (declared) => {
        const name = safeFileName(declared)
        expect(name).not.toMatch(/[\\/\p{Cc}\p{Cf}]|^\.|^$/u)
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(181)
        expect(safeFileName(name)).toBe(name)
      }),
    )
  })
})

test('an honest name is never called unsafe', () => {
  for (const name of ['附件（一）.pdf', '100%.docx', 'a..b.txt', 'C:\\fakepath\\x.png']) expect(isUnsafeName(name)).toBe(false)
})

describe('download headers', () => {
  test('carry a Chinese name as RFC 5987 and an ASCII name for old programs', () => {
    expect(contentDisposition('答复"函" (1).docx')).toBe(
      `attachment; filename="_____ (1).docx"; filename*=UTF-8''%E7%AD%94%E5%A4%8D_%E5%87%BD_%20%281%29.docx`,
    )
  })

  test('say attachment and nosniff, and never let a name break the header', () => {
    const headers = downloadHeaders({ name: 'a"\r\nSet-Cookie: x=1.txt', mediaType: 'text/plain; charset=utf-8', bytes: 7 })
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-length': '7' })
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="[\x20-\x21\x23-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9%._~-]*$/,
    )
  })
})

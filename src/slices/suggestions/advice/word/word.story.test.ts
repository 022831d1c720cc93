import { AlignmentType, Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { describe, expect, test } from 'vitest'
import { attackFiles, goodFiles } from '#kernel/files/attack-corpus.ts'
import { buildHouse, type Person } from '../../../../../tests/support/house.ts'
import { splitPaste } from '../rules/split-paste.ts'

const house = await buildHouse()
const deputy = await house.person('deputy')
const clerk = await house.person('deputies_affairs')

describe('SUG-21 who may not have a Word document read, and which', () => {
  test('a visitor signs in; the office writes no suggestions', async () => {
    const bytes = await paper()
    expect((await upload(house.visitor, '建议.docx', bytes)).status).toBe(401)
    expect((await upload(clerk, '建议.docx', bytes)).status).toBe(403)
  })

  test.each([
    ['建议.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'file-kind-old-office', '另存为'],
    ['建议.pdf', goodFiles().find((it) => it.name.endsWith('.pdf'))!.bytes, 'file-kind-not-here', '复制全文粘贴'],
    ['建议.wps', Buffer.from('甲'), 'file-kind-old-office', '另存为'],
    ['建议.rtf', Buffer.from('甲'), 'file-kind-old-office', '另存为'],
    ['建议.docx', Buffer.alloc(5 * 1024 * 1024 + 1), 'file-too-large', '5 MB'],
    ['建议.docx', Buffer.from('not a zip'), 'file-name-mismatch', '。'],
  ])('%s is refused with what to do instead', async (name, bytes, code, sentence) => {
    const answer = await upload(deputy, name, bytes)
    expect([answer.status, answer.body.code, answer.body.detail]).toEqual([422, code, expect.stringContaining(sentence)])
  })

  test('every hostile document of the corpus is refused', async () => {
    for (const { name, bytes, about } of attackFiles().filter((it) => it.name.endsWith('.docx'))) {
      expect((await upload(deputy, name, bytes)).status, about).toBe(422)
    }
  })

  test('one without words, and one that no suggestion could hold', async () => {
    expect((await upload(deputy, '空.docx', await packed([new Paragraph('')]))).body.code).toBe('word-empty')
    const long = Array.from({ length: 40 }, () => new Paragraph('字'.repeat(1000)))
    expect((await upload(deputy, '长.docx', await packed(long))).body.code).toBe('word-long')
  })
})

test('SUG-21 a paper in the usual form comes back as its words, with the numbers that Word made, and is kept nowhere', async () => {
  const answer = await upload(deputy, '建议.docx', await paper())
  expect(answer.status).toBe(200)
  expect(splitPaste(answer.body.text)).toMatchObject({
    title: '关于校园周边交通的建议',
    matter: '上下学时段拥堵严重。',
    requests: ['增设护学岗。', '错峰放学。'],
    leftOut: ['示例市人民代表大会代表建议', '领衔代表：王敏'],
  })
  expect((await deputy.call('GET', '/suggestions')).body.items).toEqual([])
})

function upload(person: Person, name: string, bytes: Buffer) {
  const headers = { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(name) }
  return person.call('POST', '/suggestions/word', bytes, headers)
}

function paper(): Promise<Buffer> {
  const numbered = { reference: 'numbers', level: 0 }
  return packed([
    new Paragraph('示例市人民代表大会代表建议'),
    new Table({
      rows: [
        new TableRow({
          children: [
            new TableCell({ children: [new Paragraph('题 目')] }),
            new TableCell({ children: [new Paragraph('关于校园周边交通的建议')] }),
          ],
        }),
      ],
    }),
    new Paragraph('领衔代表：王敏'),
    new Paragraph('一、事由'),
    new Paragraph('上下学时段拥堵严重。'),
    new Paragraph('二、具体建议'),
    new Paragraph({ text: '增设护学岗。', numbering: numbered }),
    new Paragraph({ text: '错峰放学。', numbering: numbered }),
  ])
}

function packed(children: (Paragraph | Table)[]): Promise<Buffer> {
  const levels = [{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START }]
  return Packer.toBuffer(new Document({ numbering: { config: [{ reference: 'numbers', levels }] }, sections: [{ children }] }))
}

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lawCommand } from './cli.ts'

const fixtures = join(import.meta.dirname, 'fixtures')
const law = join(fixtures, 'single', '烟台市森林防火条例(2016-09-23).txt')
let dir = ''

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'minyi-law-'))
})
afterAll(() => rm(dir, { recursive: true }))

async function run(...args: string[]) {
  const [out, err]: [string[], string[]] = [[], []]
  const bytes: Uint8Array[] = []
  const status = await lawCommand(args, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
    outBytes: (some) => bytes.push(some),
    readFile: (path) => readFile(path),
    writeFile: (path, content) => writeFile(path, content),
  })
  return { status, out, err, bytes }
}

test('parse --json prints one JSON a line with the file, the structure and the defects', async () => {
  const { status, out } = await run('parse', law, join(fixtures, 'single', '山东省信访条例(2015-09-24).oneline.txt'), '--json')
  expect(status).toBe(0)
  const [first, second] = out.map(
    (line) => JSON.parse(line) as { file: string; articles: { number: number }[]; defects: { kind: string }[] },
  )
  expect(first).toMatchObject({
    file: law,
    articles: expect.arrayContaining([expect.objectContaining({ number: 43, path: '5章' })]) as unknown,
  })
  expect(first?.defects.map(({ kind }) => kind)).toEqual(['article-gap'])
  expect(second?.articles).toHaveLength(68)
})

test('parse goes on behind a file that cannot be read, and says so', async () => {
  const { status, out, err } = await run('parse', join(dir, 'none.txt'), law)
  expect(status).toBe(1)
  expect(err.join()).toContain(`${join(dir, 'none.txt')}：读不到这个文件`)
  expect(out.join()).toContain('烟台市森林防火条例')
})

test('parse of many files shows how far it is', async () => {
  expect((await run('parse', ...Array.from({ length: 21 }, () => law), '--json')).err).toEqual([
    '已读 0/21',
    '已读 10/21',
    '已读 20/21',
  ])
})

test('diff --json prints the rows', async () => {
  const pair = join(fixtures, 'pairs', '对外贸易法')
  const { status, out } = await run('diff', join(pair, 'old.md'), join(pair, 'new.md'), '--json')
  const { rows } = JSON.parse(out.join('')) as { rows: unknown[] }
  expect(status).toBe(0)
  expect(rows).toHaveLength(70)
  expect(rows).toContainEqual({ old: 9, new: null, kind: 'deleted', oldEId: 'art_9' })
})

test('lint prints place, message and norm', async () => {
  const { status, out, err } = await run('lint', law)
  expect(status).toBe(0)
  expect(out[0]).toMatch(/:8:1 第四条 缺第三条（《中华人民共和国立法法》第六十五条/)
  expect(err).toHaveLength(1)
  expect(JSON.parse((await run('lint', law, '--json')).out.join(''))).toMatchObject({
    file: law,
    findings: [{ rule: 'numbering', line: 8 }],
  })
})

test.each(['akn', 'md', 'txt'])('export --to %s writes to standard output', async (format) => {
  const { status, out } = await run('export', law, '--to', format)
  expect(status).toBe(0)
  expect(out.join('\n')).toContain('第四十三条')
})

test('export --to docx writes a Word file, which parse reads again', async () => {
  const file = join(dir, 'law.docx')
  expect((await run('export', law, '--to', 'docx', '--out', file)).status).toBe(0)
  expect((await run('export', law, '--to', 'docx')).bytes[0]?.subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
  expect((await run('parse', file)).out[0]).toContain('烟台市森林防火条例，5 个标题，42 条，1 处缺陷')
})

describe('wrong calls', () => {
  test.each([
    [[]],
    [['fold']],
    [['parse']],
    [['diff', 'one']],
    [['lint', 'a', 'b']],
    [['export', law]],
    [['export', law, '--to', 'pdf']],
    [['parse', law, '--fast']],
    [['export', law, '--to']],
    [['lint', law, '--to', 'md']],
  ])('%j ends with status 2 and the usage', async (args) => {
    const { status, out, err } = await run(...args)
    expect(status).toBe(2)
    expect(out).toEqual([])
    expect(err).toContain('用法：')
  })
})

describe('bad input', () => {
  test.each([
    ['empty.txt', Buffer.alloc(0), '文件是空的'],
    ['blank.txt', Buffer.from(' \n　\n'), '只有空白'],
    ['old.doc', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), '请另存为 .docx'],
    ['broken.docx', Buffer.from('PK no archive'), '不是可以读的 .docx'],
    ['binary.txt', Buffer.from('第一行\n\u0000'), '第 2 行不是文字'],
    [
      'latin.txt',
      Buffer.concat([Buffer.from('第一条　甲。\n第二条\n'), Buffer.from([0xff, 0xff, 0x20])]),
      '第 3 行的编码读不出来',
    ],
  ])('%s is refused with the reason', async (name, content, reason) => {
    await writeFile(join(dir, name), content)
    const { status, err } = await run('parse', join(dir, name), '--json')
    expect(status).toBe(1)
    expect(err[0]).toContain(join(dir, name))
    expect(err[0]).toContain(reason)
  })

  test('GB 18030 is read', async () => {
    await writeFile(join(dir, 'gb.txt'), Buffer.from([0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5, 0x20, 0xbc, 0xd7, 0xa1, 0xa3, 0x0a]))
    expect((await run('parse', join(dir, 'gb.txt'), '--json')).out[0]).toContain('"starts":"甲。"')
  })
})

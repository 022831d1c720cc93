import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { messagesCommand, unitsCommand } from './cli.ts'
import { INVENTED_MESSAGES, INVENTED_SUBJECTS } from './testing.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minyi-mining-'))
  await file('messages.jsonl', INVENTED_MESSAGES.map((one) => JSON.stringify(one)).join('\n'))
  const samples = Object.entries(INVENTED_SUBJECTS).flatMap(([label, texts]) => texts.map((text) => ({ label, text })))
  await file('samples.jsonl', samples.map((one) => JSON.stringify(one)).join('\n'))
  await file('words.csv', '\ufefflabel,words\n交通,"公交车 班次 ""快"" 拥堵"\n环境,"污水\n黑烟"\n')
  const units = [
    { id: 1, title: '公交班次少', text: '公交车太少', unitWeak: '交通运输' },
    { id: 2, title: '河道污水', text: '污水排放', unitWeak: '生态环境' },
    { id: 3, title: '其他', text: '其他', unitWeak: null },
  ]
  await file('units.jsonl', units.map((one) => JSON.stringify(one)).join('\n'))
})
afterAll(() => rm(folder, { recursive: true }))

function file(name: string, content: string): Promise<void> {
  return writeFile(join(folder, name), content)
}

async function run(command: typeof messagesCommand, ...args: string[]) {
  const out: string[] = []
  const err: string[] = []
  const paths = args.map((arg) => (/\.(jsonl?|csv)$/.test(arg) ? join(folder, arg) : arg))
  const status = await command(paths, { out: (line) => out.push(line), err: (line) => err.push(line) })
  return { status, out: out.join('\n'), err: err.join('\n') }
}

describe('wrong calls and bad input', () => {
  it.each([
    [[]],
    [['sing']],
    [['classify', '--test', 'messages.jsonl']],
    [['hot']],
    [['hot', '--train', 'x.csv', 'messages.jsonl']],
    [['similar', 'a.jsonl', 'b.jsonl']],
    [['hot', 'messages.jsonl', '--top', '-1']],
  ])('answers %j with usage and status 2', async (args) => {
    const { status, err, out } = await run(messagesCommand, ...args)
    expect(status).toBe(2)
    expect(err).toContain('用法')
    expect(out).toBe('')
  })

  it.each([
    ['no.jsonl', null, '找不到文件'],
    ['empty.jsonl', '\n', '没有记录'],
    ['line.jsonl', '{"id":"1","text":"a","time":"2026-01-01"}\nnot json', '第 2 行：应为一个 JSON 对象'],
    ['time.jsonl', '{"id":"1","text":"a"}', '第 1 行：应有 time'],
    ['votes.jsonl', '{"id":"1","text":"a","time":"2026-01-01","up":"many"}', '第 1 行：up 应为 0 或正整数'],
  ])('says what is wrong in %s', async (name, content, expected) => {
    if (content !== null) await file(name, content)
    const { status, err } = await run(messagesCommand, 'hot', name)
    expect(status).toBe(1)
    expect(err).toContain(name)
    expect(err).toContain(expected)
  })

  it('names the line of a broken csv', async () => {
    await file('broken.csv', 'label,words\n交通,公交\n环境,a,b\n')
    const { status, err } = await run(messagesCommand, 'classify', '--train', 'broken.csv', '--test', 'messages.jsonl')
    expect(status).toBe(1)
    expect(err).toContain('第 3 行：应有 2 列（label、words），实有 3 列')
  })
})

describe('results', () => {
  it('classifies from csv and jsonl together and from a saved model alike', async () => {
    const train = ['--train', 'words.csv', '--train', 'samples.jsonl']
    const first = await run(messagesCommand, 'classify', ...train, '--test', 'messages.jsonl', '--save', 'model.json', '--json')
    expect(first.status).toBe(0)
    const rows: { id: string; label: string; why: string[] }[] = JSON.parse(first.out)
    expect(rows.map(({ id }) => id)).toEqual(INVENTED_MESSAGES.map(({ id }) => id))
    expect(rows.every(({ why }) => Array.isArray(why))).toBe(true)
    const second = await run(messagesCommand, 'classify', '--model', 'model.json', '--test', 'messages.jsonl', '--json')
    expect((JSON.parse(second.out) as typeof rows).map(({ label }) => label)).toEqual(rows.map(({ label }) => label))
  })

  it('lists similar messages and hot issues', async () => {
    const similar = JSON.parse((await run(messagesCommand, 'similar', 'messages.jsonl', '--json')).out) as {
      id: string
      nearest: { id: string }[]
    }[]
    expect(similar.find(({ id }) => id === '4')!.nearest[0]!.id).toBe('5')
    const hot = await run(messagesCommand, 'hot', 'messages.jsonl', '--json')
    const [issue] = JSON.parse(hot.out) as Record<string, unknown>[]
    expect(Object.keys(issue!)).toEqual(expect.arrayContaining(['ids', 'heat', 'place', 'span', 'name']))
    expect(hot.err).not.toBe('')
  })

  it('proposes units and passes over rows without one', async () => {
    const { status, out, err } = await run(
      unitsCommand,
      'propose',
      '--train',
      'units.jsonl',
      '--test',
      'messages.jsonl',
      '--json',
    )
    expect(status).toBe(0)
    expect(err).toContain('1 条没有承办单位')
    const rows = JSON.parse(out) as { id: string; top3: { unit: string; why: string[] }[] }[]
    expect(rows).toHaveLength(INVENTED_MESSAGES.length)
    for (const { top3 } of rows) for (const { why } of top3) expect(why.length).toBeGreaterThan(0)
  })
})

import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isRefusedUpload, receiveUpload } from '#kernel/files/api.ts'
import { openPdfRenderer, renderDocx, tableWorkbook, type PdfRenderer } from './api.ts'
import { BODY } from './metrics.ts'
import type { DocumentModel } from './model.ts'
import { FULL_LINE, sampleForm, sampleFullPages, sampleLetter, sampleNotice, sampleTable } from './testing.ts'

const run = promisify(execFile)
const PROGRAMS = { soffice: 'libreoffice-writer-nogui libreoffice-calc-nogui', pdftotext: 'poppler-utils' }
const LONG = 120_000

let folder = ''
let pdf: PdfRenderer

beforeAll(async () => {
  for (const [program, packages] of Object.entries(PROGRAMS)) {
    await run(program, [program === 'soffice' ? '--version' : '-v']).catch(() => {
      throw new Error(
        `${program} is missing: these tests open our documents with it. Install it: apt-get install ${packages} fonts-noto-cjk`,
      )
    })
  }
  folder = await mkdtemp(join(tmpdir(), 'minyi-documents-'))
  pdf = await openPdfRenderer()
}, LONG)
afterAll(() => rm(folder, { recursive: true, force: true }))

describe.each(['docx', 'pdf'] as const)('PLT-08 documents as %s', (format) => {
  test('a full page holds 22 lines of 28 characters', { timeout: LONG }, async () => {
    const pages = await pagesOf(format, sampleFullPages())
    const lines = bodyLines(pages[1] ?? '')
    expect(lines).toHaveLength(BODY.lines)
    for (const line of lines) expect([...line]).toHaveLength(BODY.characters)
  })

  test('a notice has head, number, title, levels, signature and imprint in this order', { timeout: LONG }, async () => {
    const pages = await pagesOf(format, sampleNotice())
    const order = [
      '临江市人民代表大会常务委员会办公厅文件',
      '临人办〔2022〕5号',
      '关于交办',
      '市人民政府办公厅',
      '一、提高认识',
      '（一）明确责任',
    ]
    const ending = [
      '1.主办单位',
      '（1）确有困难',
      '二、加强沟通',
      '附件：1.代表建议',
      '2.承办工作',
      '2022年2月8日',
      '（此件公开发布）',
      '抄送：市委办公厅',
      '2022年2月9日印发',
    ]
    expectInOrder(pages.join(''), [...order, FULL_LINE, ...ending])
    expect(pages.map((page) => /—\d+—/.exec(withoutSpaces(page))?.[0])).toEqual(['—1—', '—2—', '—3—'])
  })

  test('a letter has its class, every answer, its contact, and no number on the first page', { timeout: LONG }, async () => {
    const pages = await pagesOf(format, sampleLetter())
    expectInOrder(pages.join(''), [
      '临江市住房和城乡建设局',
      'A类',
      '临住建函〔2022〕88号',
      '顾明远代表：',
      '一、',
      '二、',
      '北城区',
      '2022年9月27日',
      '联系人：周岚',
      '抄送：',
    ])
    expect(withoutSpaces(pages[0] ?? '')).not.toContain('—1—')
    expect(withoutSpaces(pages[1] ?? '')).toContain('—2—')
  })

  test('a table repeats its header on every page and says how many there are', { timeout: LONG }, async () => {
    const pages = await pagesOf(format, sampleTable(60))
    expect(pages).toHaveLength(3)
    for (const [n, page] of pages.entries()) {
      expect(withoutSpaces(page)).toContain('一次审议稿')
      expect(withoutSpaces(page)).toContain(`第${n + 1}页共3页`)
    }
  })

  test('a form stands on one page with its fields, its square and no signature', { timeout: LONG }, async () => {
    const pages = await pagesOf(format, sampleForm())
    expect(pages).toHaveLength(1)
    expectInOrder(pages.join(''), ['第88号', '征询意见表', '办理态度', '□不满意', '具体意见', '扫码在线评价', '—1—'])
    expect(pages.join('')).not.toContain('2022')
    const withSquare = await darkShare()
    await pagesOf(format, { ...sampleForm(), blocks: sampleForm().blocks.filter((it) => it.kind !== 'qr') })
    expect(withSquare - (await darkShare())).toBeGreaterThan(0.004)
  })

  test('no text becomes a command or breaks the file', { timeout: LONG }, async () => {
    const attack = '#panic("x") \\u{0} $x$ *粗* <w:p/> &amp; ]]> @ref `raw` #import "/etc/passwd" \u0000\u202e\ud800 {{x}} =1+1'
    const pages = await pagesOf(format, {
      ...sampleLetter(),
      issuer: '局',
      title: attack,
      signer: attack,
      blocks: [{ kind: 'paragraph', text: attack }],
    })
    expect(withoutSpaces(pages.join(''))).toContain('#panic("x")\\u{0}$x$*粗*<w:p/>&amp;]]>@ref`raw`#import"/etc/passwd"')
  })
})

describe('PLT-08 PDF', () => {
  test('is PDF/A-2b with a text layer and the verification code, and the same document gives the same bytes', async () => {
    const bytes = pdf.render(sampleLetter())
    expect(bytes.toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(withoutSpaces((await textOfPdf(bytes)).join(''))).toContain('编号2022-建-088验证码7F3K-92QD')
    expect(pdf.render(sampleLetter()).equals(bytes)).toBe(true)
  })

  test('says on a draft that its fonts are substitutes, and never on a final copy', async () => {
    const note = '字体为替代字体'
    expect((await textOfPdf(pdf.render({ ...sampleNotice(), isDraft: true }))).join('').includes(note)).toBe(
      pdf.hasSubstituteFonts,
    )
    expect((await textOfPdf(pdf.render(sampleNotice()))).join('')).not.toContain(note)
  })
})

describe('our own files', () => {
  test('are accepted as uploads', async () => {
    const files = {
      'a.pdf': pdf.render(sampleNotice()),
      'b.docx': await renderDocx(sampleNotice()),
      'c.docx': await renderDocx(sampleTable(5)),
    }
    for (const [name, bytes] of Object.entries(files)) expect(isRefusedUpload(await receiveUpload(once(bytes), name))).toBe(false)
  })

  test('what LibreOffice makes of them is accepted too', { timeout: LONG }, async () => {
    const converted = await convert('d.docx', await renderDocx(sampleNotice()))
    expect(isRefusedUpload(await receiveUpload(once(converted), 'd.pdf'))).toBe(false)
  })

  test(
    'PLT-14 an exported workbook opens with its dates, percentages and long numbers as they are',
    { timeout: LONG },
    async () => {
      const bytes = await tableWorkbook({
        title: '代表名册',
        columns: [
          { header: '证号', type: 'text', width: 24, value: () => '210100198001010012' },
          { header: '办结率', type: 'percent', value: () => 0.967 },
          { header: '日期', type: 'date', width: 20, value: () => '2022-09-27' },
          { header: '备注', type: 'text', width: 20, value: () => '=1+1' },
        ],
        rows: [1],
        notes: [{ label: '筛选', text: '全部' }],
      })
      const [page = '', notes = ''] = await textOfPdf(await convert('e.xlsx', bytes))
      for (const text of ['代表名册', '210100198001010012', '96.7%', '2022年9月27日', '=1+1'])
        expect(withoutSpaces(page)).toContain(text)
      expect(withoutSpaces(notes)).toContain('筛选全部')
    },
  )
})

/** Each page's text; Word files are turned into PDF by LibreOffice first. */
async function pagesOf(format: 'docx' | 'pdf', model: DocumentModel): Promise<string[]> {
  return textOfPdf(format === 'pdf' ? pdf.render(model) : await convert('document.docx', await renderDocx(model)))
}

async function convert(name: string, bytes: Buffer): Promise<Buffer> {
  await writeFile(join(folder, name), bytes)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  await run('soffice', ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, join(folder, name)], { timeout: LONG })
  return readFile(join(folder, name.replace(/\.\w+$/, '.pdf')))
}

async function textOfPdf(bytes: Buffer): Promise<string[]> {
  const path = join(folder, 'text.pdf')
  await writeFile(path, bytes)
  const { stdout } = await run('pdftotext', ['-layout', path, '-'], { maxBuffer: 16 * 1024 * 1024 })
  return stdout.split('\f').filter((page) => page.trim() !== '')
}

/** The lines of a page without the page number. */
function bodyLines(page: string): string[] {
  return page
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('—'))
}

/** How much of the first page of the document read last is black. A square of 32 mm blackens some 0.7 % of an A4 page. */
async function darkShare(): Promise<number> {
  const path = join(folder, 'page')
  await run('pdftoppm', ['-gray', '-r', '50', '-singlefile', join(folder, 'text.pdf'), path])
  const pixels = (await readFile(`${path}.pgm`)).subarray(15)
  return pixels.filter((grey) => grey < 64).length / pixels.length
}

function expectInOrder(text: string, parts: readonly string[]): void {
  const whole = withoutSpaces(text)
  let at = 0
  for (const part of parts) {
    const found = whole.indexOf(withoutSpaces(part), at)
    expect(found, `${part} after position ${at}`).toBeGreaterThanOrEqual(at)
    at = found + 1
  }
}

function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, '')
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}

import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { allFamilies, chooseFonts, substitutedRoles, type FontChoice } from './fonts.ts'
import { layOut } from './layout.ts'
import { BODY, LETTER, OFFICIAL, PAGE, RED, SMALL_PT, TITLE_PT } from './metrics.ts'
import type { DocumentModel } from './model.ts'
import { QR_SIDE_MM } from './qr.ts'
import { TEMPLATE } from './typst-template.ts'

/** Renders PDFs. It holds a compiler of some 100 MB, so a process makes one when it first needs it. */
export interface PdfRenderer {
  /** PDF/A-2b with a text layer; the same model gives the same bytes. Takes 20 to 250 ms of the processor. */
  render(model: DocumentModel): Buffer
  /** The fonts that will be used. */
  readonly fonts: FontChoice
  readonly hasSubstituteFonts: boolean
}

const METRICS = JSON.stringify({
  body: BODY,
  page: PAGE,
  letter: LETTER,
  official: OFFICIAL,
  red: RED,
  smallPt: SMALL_PT,
  titlePt: TITLE_PT,
  qrSideMm: QR_SIDE_MM,
})
/** Documents kept by the compiler's cache between two renderings; nearly equal documents then cost a tenth. */
const CACHE_AGE = 10

/**
 * Starts the compiler with the system's fonts and those of `fontDirectories`, and tests that Chinese renders.
 * Throws with a sentence for the administrator where it does not: a letter full of empty boxes must never leave the house.
 */
export async function openPdfRenderer(options: { fontDirectories?: readonly string[] } = {}): Promise<PdfRenderer> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [...(options.fontDirectories ?? [])] }] })
  const missing = missingFamilies(compiler)
  const fonts = chooseFonts((family) => !missing.has(family.toLowerCase()))
  refuseWithoutChinese(compiler, fonts)
  const hasSubstituteFonts = substitutedRoles(fonts).length > 0
  return { fonts, hasSubstituteFonts, render: (model) => render(compiler, fonts, hasSubstituteFonts, model) }
}

function render(compiler: NodeCompiler, fonts: FontChoice, hasSubstitutes: boolean, model: DocumentModel): Buffer {
  const layout = layOut(model)
  const isDraft = layout.kind !== 'table' && layout.isDraft
  const substitute = isDraft && hasSubstitutes ? '字体为替代字体' : ''
  const inputs = { layout: JSON.stringify({ ...layout, substitute }), metrics: METRICS, fonts: JSON.stringify(fonts) }
  const compiled = compiler.compile({ mainFileContent: TEMPLATE, inputs })
  if (!compiled.result)
    throw new Error(`The PDF template failed: ${JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics)}`)
  const pdf = compiler.pdf(compiled.result, { pdfStandard: 'a-2b' })
  compiler.evictCache(CACHE_AGE)
  return pdf
}

/** The compiler names every unknown family in a warning. */
function missingFamilies(compiler: NodeCompiler): Set<string> {
  const probe = `#set text(font: json(bytes(sys.inputs.families)), fallback: false)\nprobe`
  const compiled = compiler.compile({ mainFileContent: probe, inputs: { families: JSON.stringify(allFamilies()) } })
  const warnings = compiled.takeWarnings()?.shortDiagnostics ?? []
  return new Set(warnings.flatMap((warning) => unknownFamily(warning)))
}

function unknownFamily(diagnostic: unknown): string[] {
  if (typeof diagnostic !== 'object' || diagnostic === null || !('message' in diagnostic)) return []
  const family = /^unknown font family: (.+)$/.exec(String(diagnostic.message))?.[1]
  return family === undefined ? [] : [family.toLowerCase()]
}

/** 国 and 民 must be drawn, and drawn differently: a font without them draws nothing or the same empty box twice. */
function refuseWithoutChinese(compiler: NodeCompiler, fonts: FontChoice): void {
  for (const [role, families] of Object.entries(fonts)) {
    const [nation, people] = ['国', '民'].map((character) =>
      families.length === 0 ? '' : outline(compiler, families, character),
    )
    if (nation && people && nation !== people && nation.length > 40) continue
    throw new Error(
      `没有可用的中文字体（${role}），PDF 会成为空白方块。请安装中文字体，例如 apt-get install fonts-noto-cjk，然后重新启动。` +
        ` No Chinese font for "${role}": install one, such as fonts-noto-cjk, and start again.`,
    )
  }
}

/** The glyph's path data; empty where nothing is drawn. */
function outline(compiler: NodeCompiler, families: readonly string[], character: string): string {
  const source = '#set text(font: json(bytes(sys.inputs.families)), fallback: false)\n#sys.inputs.character'
  const compiled = compiler.compile({ mainFileContent: source, inputs: { families: JSON.stringify(families), character } })
  if (!compiled.result) return ''
  return [...compiler.plainSvg(compiled.result).matchAll(/ d="([^"]+)"/g)].map((match) => match[1]).join('')
}

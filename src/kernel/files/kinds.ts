/** The kinds of file that may be uploaded: what the bytes must be, and which endings of a name go with them. */
export type FileKind = 'pdf' | 'docx' | 'xlsx' | 'png' | 'jpg' | 'txt' | 'csv'

interface KindFacts {
  readonly mediaType: string
  readonly extensions: readonly string[]
  /** What a person calls it. */
  readonly zh: string
}

export const FILE_KINDS: Readonly<Record<FileKind, KindFacts>> = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'], zh: 'PDF' },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
    zh: 'Word 文档（.docx）',
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
    zh: 'Excel 表格（.xlsx）',
  },
  png: { mediaType: 'image/png', extensions: ['png'], zh: 'PNG 图片' },
  jpg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg'], zh: 'JPG 图片' },
  txt: { mediaType: 'text/plain; charset=utf-8', extensions: ['txt'], zh: '文本（.txt）' },
  csv: { mediaType: 'text/csv; charset=utf-8', extensions: ['csv'], zh: 'CSV 表格' },
}

export const ALL_KINDS = Object.keys(FILE_KINDS) as FileKind[]

/** Limits of one upload. Sizes in bytes; the defaults fit 附件 of at most 20 MB. */
export interface UploadLimits {
  readonly bytes: number
  /** Sum of the unpacked sizes in a docx or xlsx. */
  readonly unpackedBytes: number
  readonly zipEntries: number
  /** Width × height of a picture. */
  readonly pixels: number
}

export const DEFAULT_LIMITS: UploadLimits = {
  bytes: 20 * 1024 * 1024,
  unpackedBytes: 200 * 1024 * 1024,
  zipEntries: 2000,
  pixels: 50_000_000,
}

/** The kind that goes with the ending of a name, or null where the ending is missing or not allowed. */
export function kindOfName(name: string): FileKind | null {
  const extension = extensionOf(name)
  return ALL_KINDS.find((kind) => FILE_KINDS[kind].extensions.includes(extension)) ?? null
}

/** The ending without its dot, lower case; empty where there is none. */
export function extensionOf(name: string): string {
  return /\.([^.\\/]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

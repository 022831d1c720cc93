import type { DateOnly } from '#lib/pure/date.ts'

/** A piece of text with its marks. Marks never rely on colour, so they survive black-and-white printing. */
export interface Run {
  readonly text: string
  readonly bold?: boolean
  readonly underline?: boolean
  readonly strike?: boolean
}

export type Text = string | readonly Run[]

export interface TableColumn {
  readonly header: string
  /** Width as a share of the sum of all columns. */
  readonly share: number
  readonly align?: 'left' | 'center' | 'right'
}

/** A part of the body. Headings are numbered by the kit: 一、 （一） 1. （1） (GB/T 9704-2012 §7.3.3). */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: Text; readonly align?: 'left' | 'center' | 'right' }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string; readonly numbered?: boolean }
  | {
      readonly kind: 'table'
      readonly columns: readonly TableColumn[]
      readonly rows: readonly (readonly Text[])[]
      /** Labels and fields to fill in, in the size of the text and without a header; a line break in a cell makes room to write. */
      readonly isForm?: boolean
    }
  /** A square that a phone reads as `address`, with what it is for beneath it. */
  | { readonly kind: 'qr'; readonly address: string; readonly caption: string }

interface Paper {
  readonly title: string
  readonly blocks: readonly Block[]
  /** 成文日期 */
  readonly date: DateOnly
  /** A draft says so, and says in a PDF when its fonts are substitutes; a final copy never does. */
  readonly isDraft?: boolean
  /** The case's number and the code with which anybody can check the copy (PDF only). */
  readonly verification?: { readonly record: string; readonly code: string }
}

interface Signed extends Paper {
  readonly issuer: string
  /** `人办〔2022〕5号`, already taken from the register. */
  readonly number: string
  readonly addressee?: string
  readonly attachments?: readonly string[]
  readonly signer: string
  /** 抄送, one organ each. */
  readonly copies?: readonly string[]
}

/** 文件格式: red head, rule, imprint. */
export interface OfficialDocument extends Signed {
  readonly kind: 'official'
  /** 份号, 密级和保密期限, 紧急程度 at the top left, in this order. */
  readonly marks?: readonly string[]
  /** 签发人, for papers that go up. */
  readonly approver?: string
  /** 附注 in brackets below the date. */
  readonly note?: string
  /** 印发机关 and 印发日期; without it the imprint has only the copies. */
  readonly printed?: { readonly by: string; readonly on: DateOnly }
}

/** 信函格式: for replies (答复函). */
export interface Letter extends Signed {
  readonly kind: 'letter'
  /** The class of the answer (A, B, C, D or as the profile names it), at the top right. */
  readonly class?: string
  readonly contact?: { readonly name: string; readonly phone?: string | undefined }
  /** 签发人: the head of the unit who signs the answer. */
  readonly approver?: string
}

/** A sheet without a red head: forms (代表建议纸, 征询意见表) and reports. Without a signer it bears no signature. */
export interface PlainDocument extends Paper {
  readonly kind: 'plain'
  /** At the top right, such as 第112号. */
  readonly number?: string
  readonly signer?: string
}

/** A table on its own, landscape, with the header repeated on every page. */
export interface TableDocument {
  readonly kind: 'table'
  readonly title: string
  /** Such as 截至 2022年9月27日, below the title. */
  readonly subtitle?: string
  /** 口径: what was counted and filtered, who made it and when. */
  readonly basis?: string
  /** The day it was made; also the date in the PDF's own data. */
  readonly date: DateOnly
  readonly paper?: 'A4' | 'A3'
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly Text[])[]
  readonly verification?: { readonly record: string; readonly code: string }
}

export type DocumentModel = OfficialDocument | Letter | PlainDocument | TableDocument

export function officialDocument(data: Omit<OfficialDocument, 'kind'>): OfficialDocument {
  return { kind: 'official', ...data }
}

export function letter(data: Omit<Letter, 'kind'>): Letter {
  return { kind: 'letter', ...data }
}

export function plainDocument(data: Omit<PlainDocument, 'kind'>): PlainDocument {
  return { kind: 'plain', ...data }
}

export function tableDocument(data: Omit<TableDocument, 'kind'>): TableDocument {
  return { kind: 'table', ...data }
}

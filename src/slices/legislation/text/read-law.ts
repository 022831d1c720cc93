/** A file as a law: Word, or text in UTF-8 or in the Chinese national encoding. */

import { parseLaw } from './parse.ts'
import { parseDocx } from './read-docx.ts'
import type { LawText } from './types.ts'

/** A file that cannot be read as a law; the message names the file, the place and what was expected. */
export class Unreadable extends Error {}

const old = [0xd0, 0xcf, 0x11, 0xe0]

/** Reads one file; throws `Unreadable`. */
export async function readLaw(path: string, readFile: (path: string) => Promise<Uint8Array>): Promise<LawText> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new Unreadable(`${path}：读不到这个文件（${error instanceof Error ? error.message : String(error)}）`)
  })
  return readLawBytes(path, bytes)
}

/** The same for bytes that are already there, such as an upload; `name` stands in the messages. */
export async function readLawBytes(name: string, bytes: Uint8Array): Promise<LawText> {
  if (bytes.length === 0) throw new Unreadable(`${name}：文件是空的，应当是法规文本`)
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWord(name, bytes)
  if (old.every((byte, index) => bytes[index] === byte)) throw new Unreadable(`${name}：这是旧版 Word（.doc），请另存为 .docx`)
  const text = decode(name, bytes)
  if (text.trim() === '') throw new Unreadable(`${name}：第 1 行起只有空白，应当是法规文本`)
  return parseLaw(text)
}

async function readWord(name: string, bytes: Uint8Array): Promise<LawText> {
  try {
    return await parseDocx(bytes)
  } catch (error) {
    throw new Unreadable(`${name}：不是可以读的 .docx（${error instanceof Error ? error.message : String(error)}）`)
  }
}

function decode(name: string, bytes: Uint8Array): string {
  if (bytes.includes(0))
    throw new Unreadable(`${name}：第 ${lineOf(bytes, bytes.indexOf(0))} 行不是文字，应当是 UTF-8 文本或者 .docx`)
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      continue
    }
  }
  throw new Unreadable(`${name}：第 ${lineOf(bytes, firstInvalid(bytes))} 行的编码读不出来，应当是 UTF-8 或者 GB 18030`)
}

/** Offset of the first byte that is no UTF-8: decoding stops right before it. */
function firstInvalid(bytes: Uint8Array): number {
  const replaced = new TextDecoder('utf-8').decode(bytes).indexOf('\ufffd')
  return new TextEncoder().encode(new TextDecoder('utf-8').decode(bytes).slice(0, Math.max(0, replaced))).length
}

function lineOf(bytes: Uint8Array, offset: number): number {
  return bytes.subarray(0, offset).reduce((count, byte) => count + (byte === 0x0a ? 1 : 0), 1)
}

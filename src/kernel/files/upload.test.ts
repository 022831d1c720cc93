import { describe, expect, test } from 'vitest'
import { attackFiles, goodFiles, type Sample } from './attack-corpus.ts'
import { DEFAULT_LIMITS, FILE_KINDS } from './kinds.ts'
import { isRefusedUpload, receiveUpload, type AcceptedUpload } from './receive-upload.ts'
import { jpg, jpgSegment, png, pngChunk } from './testing.ts'
import { jpegOrientation, orientationSegment } from './jpeg-orientation.ts'

/** Stands for ClamAV: knows the test file that every scanner must find. */
const scan = (bytes: Buffer) => Promise.resolve(bytes.includes('EICAR-STANDARD-ANTIVIRUS') ? 'Eicar-Test-Signature' : null)

describe('files that must be refused', () => {
  test.each(attackFiles())('$about', async (file) => {
    const answer = await receiveUpload(inPieces(file.bytes), file.name, { scan })
    expect(isRefusedUpload(answer) ? answer.sentence : `accepted ${file.name}`).toMatch(/。$/)
    expect(isRefusedUpload(answer)).toBe(true)
  })

  test('the corpus is large', () => expect(attackFiles().length).toBeGreaterThanOrEqual(64))

  test('a file of an allowed kind where the page takes only pictures', async () => {
    const [pdf] = goodFiles()
    expect(await receive(pdf, { kinds: ['png', 'jpg'] })).toMatchObject({ code: 'kind-not-here' })
  })

  test('nothing beyond the limit is read', async () => {
    let sent = 0
    async function* endless() {
      for (;;) {
        sent += 65_536
        yield Buffer.alloc(65_536, 0x61)
      }
    }
    expect(await receiveUpload(endless(), 'a.txt')).toMatchObject({ code: 'too-large' })
    expect(sent).toBeLessThanOrEqual(DEFAULT_LIMITS.bytes + 65_536)
  })
})

describe('files that must be accepted', () => {
  test.each(goodFiles())('$about', async (file) => {
    const answer = await receiveUpload(inPieces(file.bytes), file.name, { scan })
    expect(answer).toMatchObject({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    const { kind, mediaType } = answer as AcceptedUpload
    expect(mediaType).toBe(FILE_KINDS[kind].mediaType)
  })

  test('documents come through unchanged', async () => {
    const docx = goodFiles().find((file) => file.name.endsWith('建议.docx'))
    expect((await receive(docx)) as AcceptedUpload).toMatchObject({ bytes: docx?.bytes, name: '关于加装电梯的建议.docx' })
  })
})

describe('pictures are cleaned', () => {
  test('a PNG loses its texts and its place', async () => {
    const chunks = [pngChunk('tEXt', Buffer.from('Author\0张三')), pngChunk('eXIf', Buffer.from('MM\0*place'))]
    const answer = await receive({ name: 'a.png', bytes: png(2, 2, chunks) })
    expect((answer as AcceptedUpload).bytes.equals(png(2, 2))).toBe(true)
  })

  test('a JPG loses place, comment and film, and keeps which way up it is', async () => {
    const gps = Buffer.concat([orientationSegment(6).subarray(4), Buffer.from('GPS 41.8N 123.4E')])
    const photo = jpg(4, 3, [jpgSegment(0xe1, gps), jpgSegment(0xfe, Buffer.from('张三的手机'))], Buffer.from('ftypmp42'))
    const answer = (await receive({ name: 'a.jpg', bytes: photo })) as AcceptedUpload
    expect(answer.bytes.equals(jpg(4, 3, [orientationSegment(6)]))).toBe(true)
  })

  test('orientation is read in both byte orders', () => {
    expect(jpegOrientation(orientationSegment(8).subarray(4))).toBe(8)
    const little = Buffer.from('Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x03\0\0\0', 'latin1')
    expect(jpegOrientation(little)).toBe(3)
    expect(jpegOrientation(Buffer.from('http://ns.adobe.com/xap/'))).toBeNull()
  })
})

async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 16_384) yield bytes.subarray(at, at + 16_384)
}

function receive(file: Pick<Sample, 'name' | 'bytes'> | undefined, options: Parameters<typeof receiveUpload>[2] = {}) {
  if (!file) throw new Error('the sample is gone')
  return receiveUpload(inPieces(file.bytes), file.name, options)
}

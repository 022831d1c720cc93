import QRCode from 'qrcode'
import type { PlacedBlock } from './layout.ts'

/** Side of the square on paper; a phone reads it from half a metre. */
export const QR_SIDE_MM = 32
/** Empty modules that a reader needs around the square (ISO/IEC 18004). */
const QUIET = 4
/** A quarter of the square may be folded or stamped over. */
const LEVEL = 'Q'

/** Pictures of the squares of one document, by address. */
export type QrPictures = ReadonlyMap<string, Buffer>

/** The square as a drawing without a size of its own. Throws where the address is longer than a square can hold (some 1,600 letters). */
export function qrSvg(address: string): string {
  const { size, data } = QRCode.create(address, { errorCorrectionLevel: LEVEL }).modules
  const dark = [...data].flatMap((module, at) =>
    module ? [`M${QUIET + (at % size)} ${QUIET + Math.floor(at / size)}h1v1h-1z`] : [],
  )
  const side = size + 2 * QUIET
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path d="${dark.join('')}"/></svg>`
}

/** The same squares as pictures, for Word, whose older versions know no drawings. */
export async function drawQr(blocks: readonly PlacedBlock[]): Promise<QrPictures> {
  const addresses = blocks.flatMap((block) => (block.kind === 'qr' ? [block.address] : []))
  const draw = async (address: string) =>
    [address, await QRCode.toBuffer(address, { errorCorrectionLevel: LEVEL, margin: QUIET, scale: 8 })] as const
  return new Map(await Promise.all(addresses.map(draw)))
}

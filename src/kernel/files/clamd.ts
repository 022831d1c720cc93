import { connect } from 'node:net'
import type { VirusScan } from './receive-upload.ts'

const CHUNK_BYTES = 64 * 1024

/**
 * Scans with a clamd that listens on TCP (its INSTREAM command). Where clamd is configured and cannot answer, the upload fails: a
 * scanner that is silently skipped protects nobody.
 */
export function clamdScan(place: { host: string; port: number; timeoutMs?: number }): VirusScan {
  return (bytes) =>
    new Promise((resolve, reject) => {
      const socket = connect(place.port, place.host)
      let answer = ''
      socket.setTimeout(place.timeoutMs ?? 30_000, () => socket.destroy(new Error('clamd does not answer')))
      socket.on('error', reject)
      socket.on('data', (data) => (answer += data.toString('utf8')))
      socket.on('close', () => {
        const found = /^stream: (.+) FOUND\0?$/.exec(answer.trim())
        if (found?.[1]) resolve(found[1])
        else if (/^stream: OK\0?$/.test(answer.trim())) resolve(null)
        else reject(new Error(`clamd answered ${JSON.stringify(answer)}`))
      })
      socket.write('zINSTREAM\0')
      for (let at = 0; at < bytes.length; at += CHUNK_BYTES) writeChunk(socket, bytes.subarray(at, at + CHUNK_BYTES))
      writeChunk(socket, Buffer.alloc(0))
    })
}

/** Each chunk is preceded by its length; an empty one ends the stream. */
function writeChunk(socket: { write(data: Buffer): unknown }, chunk: Buffer): void {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(chunk.length)
  socket.write(length)
  if (chunk.length > 0) socket.write(chunk)
}

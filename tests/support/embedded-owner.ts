// A program of its own that looks after an embedded server until it is ended: `embedded-owner.ts <data folder>`.
// Prints its URLs as one line of JSON once the server is ready.
import { startEmbedded } from '#lib/db/embedded/start-embedded.ts'

const silent = { info: () => {}, warn: () => {}, error: () => {} }
const { superUrl, appUrl, isOwner, stop } = await startEmbedded({ dataDir: process.argv[2] ?? '', mode: 'durable', log: silent })
process.once('SIGTERM', () => void stop())
process.stdout.write(`${JSON.stringify({ superUrl, appUrl, isOwner })}\n`)
